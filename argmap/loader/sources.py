"""The bibliography: CSL-YAML as Zotero and Pandoc write it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from argmap.csl.slips import parted, slip_of
from argmap.csl.variables import CAPITALS, CARRIED, TYPE_ALIASES, TYPES, Variables, given_in
from argmap.diagnostics import Note
from argmap.loader.faults import Faults
from argmap.loader.foreign import Named, others, warn
from argmap.loader.nodes import AnyNode, MappingNode, SequenceNode, is_damaged
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
            faults.add("wrong-type", node.span, "a source must be a mapping", "Write `- id: ID`, and its keys below.")
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
    help = "Give one of them another id, or put the two together."
    message = f"two sources are called {quoted(id)}"
    faults.add("duplicate-source", name.span, message, help, (Note(first.span, "first here"),))


def _references(root: AnyNode, faults: Faults, foreign: list[Named]) -> list[AnyNode]:
    """The list below `references:`; a bare list will do as well. Pandoc has other keys beside it."""
    if isinstance(root, SequenceNode):
        return root.items
    if not isinstance(root, MappingNode):
        help = "Begin with `references:`, and below it one `- id: ID` for each source."
        faults.add("wrong-type", root.span, "the bibliography must be a list of references", help)
        return []
    for key, (name, _) in root.entries.items():
        if key != "references" and slip_of(key, frozenset({"references"})):
            help = "Did you mean `references`?"
            faults.add("unknown-key", name.span, f"sources.yaml has no key {quoted(key)}", help)
        elif key != "references" and "references" in root.entries:
            foreign.append((key, name))
    return _listed(root, faults)


def _listed(root: MappingNode, faults: Faults) -> list[AnyNode]:
    listed = root.child("references")
    if isinstance(listed, SequenceNode):
        return listed.items
    meant = any(slip_of(key, frozenset({"references"})) for key in root.entries)
    if listed is None and (root.cut or meant):
        return []
    if listed is None:
        span = next((name.span for name, _ in root.entries.values()), root.span)
        faults.add("missing-key", span, "`references` is missing", "Add `references:` with a list of sources.")
    elif not is_damaged(listed) and not (root.cut and listed.data is None):
        span = listed.span if listed.data is not None else root.entries["references"][0].span
        help = "Begin each source with `- id: ID`, or write `references: []`."
        faults.add("wrong-type", span, "`references` must be a list", help)
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
