"""The bibliography: CSL-YAML as Zotero and Pandoc write it."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import count
from typing import Any

from argmap.csl.slips import parted, slip_of
from argmap.csl.variables import CAPITALS, CARRIED, TYPE_ALIASES, TYPES, Variables, given_in
from argmap.diagnostics import Note
from argmap.loader.faults import Faults, write
from argmap.loader.foreign import Named, others, warn
from argmap.loader.library import Library
from argmap.loader.nodes import AnyNode, MappingNode, SequenceNode, is_damaged, with_colon
from argmap.loader.reshape import to_list, to_mapping
from argmap.loader.validate import validate
from argmap.loader.vocabulary import keys
from argmap.loader.words import quoted
from argmap.model import Source
from argmap.values import source_id


def bibliography(root: AnyNode, faults: Faults) -> dict[str, tuple[Source | None, MappingNode]]:
    """Every source by its id, with its node; None for one that is named and cannot be read."""
    found: dict[str, tuple[Source | None, MappingNode]] = {}
    foreign: list[Named] = []
    for node in _references(root, faults, foreign):
        if isinstance(node, MappingNode):
            _take(node, found, faults, foreign)
        elif not is_damaged(node):
            wanted = to_mapping("references", node, Library({}), keys(Source)[:1])
            faults.add("wrong-type", wanted.span, "a source must be a mapping", wanted.advice)
    warn(foreign, faults)
    return found


def _take(
    node: MappingNode, found: dict[str, tuple[Source | None, MappingNode]], faults: Faults, foreign: list[Named]
) -> None:
    source, name = _source(node, faults, foreign), node.child("id")
    if name is None or not isinstance(name.data, str):
        return
    id = source_id(name.data)
    if id not in found:
        found[id] = source, node
        return
    first = found[id][1].child("id") or node
    number = next(n for n in count(2) if f"{id}-{n}" not in found)
    advice = write(f"{id}-{number}", "Write another id, such as {}, or put the two together.")
    message = f"two sources are called {quoted(id)}"
    faults.add("duplicate-source", name.span, message, advice, (Note(first.span, "first here"),))


def _references(root: AnyNode, faults: Faults, foreign: list[Named]) -> list[AnyNode]:
    """The list below `references:`; a bare list will do as well. Pandoc has other keys beside it."""
    if isinstance(root, SequenceNode):
        return root.items
    if not isinstance(root, MappingNode) or ("references" not in root.entries and not root.cut):
        return _unlisted(root, faults)
    for key, (name, _) in root.entries.items():
        if key != "references" and slip_of(key, frozenset({"references"})):
            faults.add("unknown-key", name.span, f"sources.yaml has no key {quoted(key)}", _ONE_KEY)
        elif key != "references":
            foreign.append((key, name))
    return _listed(root, faults)


_ONE_KEY = "Delete it: the file has one key, `references`."
_SAID_FOR = frozenset({"sources", "source", "bibliography", "bib", "items", "refs", "literature", "works"})


def _unlisted(root: AnyNode, faults: Faults) -> list[AnyNode]:
    """The sources of a file without `references:`, which may have another word for it or none."""
    for key, (name, value) in root.entries.items() if isinstance(root, MappingNode) else ():
        if key.lower() in _SAID_FOR or slip_of(key, frozenset({"references"})):
            faults.add("unknown-key", name.span, f"sources.yaml has no key {quoted(key)}", write("references"))
            return value.items if isinstance(value, SequenceNode) else []
    found = to_list("references", root, keys(Source).__contains__, Library({}))
    faults.add("wrong-type", found.span, "the bibliography must be a list of sources", found.advice)
    return []


def _listed(root: MappingNode, faults: Faults) -> list[AnyNode]:
    listed = root.child("references")
    if isinstance(listed, SequenceNode):
        return listed.items
    if listed is None or is_damaged(listed) or root.cut:
        return []
    if listed.data is None:
        name = root.entries["references"][0]
        faults.add("wrong-type", with_colon(name), "`references` is empty", write("references: []"))
        return []
    found = to_list("references", listed, keys(Source).__contains__, Library({}))
    faults.add("wrong-type", found.span, found.message, found.advice)
    return []


def _source(node: MappingNode, faults: Faults, named: list[Named]) -> Source | None:
    """A source; other variables of CSL, and keys that are none of CSL's, are carried with it."""
    named_so = {key: CAPITALS[key] for key in node.data if key in CAPITALS and CAPITALS[key] not in node.data}
    known, foreign = parted({named_so.get(key, key): value for key, value in node.data.items()}, keys(Source))
    given = {key: value for key, value in known.items() if key not in _KNOWN or not _is_blank(key, value)}
    more: dict[str, Any] = {key: given.pop(key) for key in [*given] if key in CARRIED}
    named += others(node, faults)
    if (type := _unknown_type(given)) is not None:
        given["type"] = TYPE_ALIASES.get(type.strip(), "document")
        foreign["type"] = type
        named.append((f"type: {type.strip()}", node.entries["type"][0]))
    variables = validate(Variables, node, more, faults) if more else None
    source = validate(Source, node, given, faults)
    if source is None or not (more or foreign):
        return source
    return source.model_copy(update={"more": given_in(variables) if variables else {}, "foreign": foreign})


_KNOWN = frozenset(keys(Source))


def _is_blank(key: str, value: object) -> bool:
    """Programs write `title: ""` where they know none; an id of no letters is a fault."""
    return value is None or (isinstance(value, str) and not value.strip() and key != "id")


def _unknown_type(given: Mapping[str, Any]) -> str | None:
    """A type that is none of CSL's, nor one of them misspelt: such a source is a document, as CSL has it."""
    type = given.get("type")
    return type if isinstance(type, str) and not (type.strip() in TYPES or slip_of(type, TYPES)) else None
