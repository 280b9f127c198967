"""The bibliography: CSL-YAML as Zotero and Pandoc write it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from argmap.csl.slips import parted, slip_of
from argmap.csl.variables import CARRIED, TYPES, Variables, given_in
from argmap.diagnostics import Note
from argmap.loader.faults import Faults
from argmap.loader.nodes import AnyNode, MappingNode, SequenceNode, is_damaged
from argmap.loader.validate import validate
from argmap.loader.vocabulary import keys
from argmap.loader.words import nearest, quoted
from argmap.model import Source


def bibliography(root: AnyNode, faults: Faults) -> dict[str, tuple[Source | None, MappingNode]]:
    """Every source by its id, with its node; None for one that is named and cannot be read."""
    found: dict[str, tuple[Source | None, MappingNode]] = {}
    for node in _references(root, faults):
        if isinstance(node, MappingNode):
            _take(node, found, faults)
        elif not is_damaged(node):
            faults.add("wrong-type", node.span, "a source must be a mapping", "Write `- id: ID`, and its keys below.")
    return found


def _take(node: MappingNode, found: dict[str, tuple[Source | None, MappingNode]], faults: Faults) -> None:
    source, name = _source(node, faults), node.child("id")
    if name is None or not isinstance(name.data, str):
        return
    if name.data not in found:
        found[name.data] = source, node
        return
    first = found[name.data][1].child("id") or node
    help = "Give one of them another id, or put the two together."
    message = f"two sources are called {quoted(name.data)}"
    faults.add("duplicate-source", name.span, message, help, (Note(first.span, "first here"),))


def _references(root: AnyNode, faults: Faults) -> list[AnyNode]:
    """The list below `references:`; a bare list will do as well."""
    if isinstance(root, SequenceNode):
        return root.items
    if not isinstance(root, MappingNode):
        help = "Begin with `references:`, and below it one `- id: ID` for each source."
        faults.add("wrong-type", root.span, "the bibliography must be a list of references", help)
        return []
    for key, (name, _) in root.entries.items():
        if key != "references":
            near = len(key) < 30 and nearest(key, ["references"])
            help = "Did you mean `references`?" if near else "The file has one key, `references`."
            faults.add("unknown-key", name.span, f"sources.yaml has no key {quoted(key)}", help)
    return _listed(root, faults)


def _listed(root: MappingNode, faults: Faults) -> list[AnyNode]:
    listed = root.child("references")
    if isinstance(listed, SequenceNode):
        return listed.items
    meant = any(nearest(key[:30], ["references"]) for key in root.entries)
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


def _source(node: MappingNode, faults: Faults) -> Source | None:
    """A source; other variables of CSL, and keys that are none of CSL's, are carried with it."""
    given = {key: value for key, value in node.data.items() if value is not None}
    given, foreign = parted(given, keys(Source))
    more: dict[str, Any] = {key: given.pop(key) for key in [*given] if key in CARRIED}
    if unknown := _unknown_type(given):
        foreign |= {"type": given.pop("type")} if unknown.strip() else {}
        given.pop("type", None)
    variables = validate(Variables, node, more, faults) if more else None
    source = validate(Source, node, given, faults)
    if source is None or not (more or foreign):
        return source
    return source.model_copy(update={"more": given_in(variables) if variables else {}, "foreign": foreign})


def _unknown_type(given: Mapping[str, Any]) -> str | None:
    """A type that is none of CSL's, nor one of them misspelt: such a source is a document, as CSL has it."""
    type = given.get("type")
    known = isinstance(type, str) and (type in TYPES or slip_of(type, TYPES))
    return type if isinstance(type, str) and not known else None
