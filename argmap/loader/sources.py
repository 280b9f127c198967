"""The bibliography: CSL-YAML as Zotero and Pandoc write it."""

from __future__ import annotations

from itertools import count
from typing import Any

from argmap.diagnostics import Note
from argmap.loader.faults import Faults, write
from argmap.loader.library import Library
from argmap.loader.nodes import AnyNode, MappingNode, SequenceNode, is_damaged, with_colon
from argmap.loader.reshape import to_list, to_mapping
from argmap.loader.validate import validate
from argmap.loader.vocabulary import CARRIED, keys
from argmap.loader.words import nearest, quoted
from argmap.model import Source


def bibliography(root: AnyNode, faults: Faults) -> dict[str, tuple[Source | None, MappingNode]]:
    """Every source by its id, with its node; None for one that is named and cannot be read."""
    found: dict[str, tuple[Source | None, MappingNode]] = {}
    for node in _references(root, faults):
        if isinstance(node, MappingNode):
            _take(node, found, faults)
        elif not is_damaged(node):
            wanted = to_mapping("references", node, Library({}), keys(Source)[:1])
            faults.add("wrong-type", wanted.span, "a source must be a mapping", wanted.advice)
    return found


def _take(node: MappingNode, found: dict[str, tuple[Source | None, MappingNode]], faults: Faults) -> None:
    source, name = _source(node, faults), node.child("id")
    if name is None or not isinstance(name.data, str):
        return
    if name.data not in found:
        found[name.data] = source, node
        return
    first = found[name.data][1].child("id") or node
    number = next(n for n in count(2) if f"{name.data}-{n}" not in found)
    advice = write(f"{name.data}-{number}", "Write another id, such as {}, or put the two together.")
    message = f"two sources are called {quoted(name.data)}"
    faults.add("duplicate-source", name.span, message, advice, (Note(first.span, "first here"),))


def _references(root: AnyNode, faults: Faults) -> list[AnyNode]:
    """The list below `references:`; a bare list will do as well."""
    if isinstance(root, SequenceNode):
        return root.items
    if not isinstance(root, MappingNode):
        found = to_list("references", root, keys(Source).__contains__, Library({}))
        faults.add("wrong-type", root.span, "the bibliography must be a list of sources", found.advice)
        return []
    if "references" not in root.entries and not root.cut:
        return _unlisted(root, faults)
    for key, (name, _) in root.entries.items():
        if key != "references":
            message = f"sources.yaml has no key {quoted(key)}"
            faults.add("unknown-key", name.span, message, "Delete it: the file has one key, `references`.")
    return _listed(root, faults)


_SAID_FOR = frozenset({"sources", "source", "bibliography", "bib", "items", "refs", "literature", "works"})


def _unlisted(root: MappingNode, faults: Faults) -> list[AnyNode]:
    """The sources of a file without `references:`, which may have another word for it or none."""
    for key, (name, value) in root.entries.items():
        if key.lower() in _SAID_FOR or nearest(key[:30], ["references"]):
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


def _source(node: MappingNode, faults: Faults) -> Source | None:
    """A source; CSL variables that argmap does not read itself are carried as written."""
    given = {key: value for key, value in node.data.items() if value is not None}
    more: dict[str, Any] = {key: given.pop(key) for key in [*given] if key in CARRIED}
    if "more" in given:
        faults.add("unknown-key", node.entries["more"][0].span, "a source has no key `more`", "Delete it.")
        del given["more"]
    source = validate(Source, node, given, faults)
    return source.model_copy(update={"more": more}) if source and more else source
