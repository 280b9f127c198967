"""What a debate lacks because of its faults: which statements may be incomplete."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from argmap.loader.syntax import CONFLICT
from argmap.model import Debate
from argmap.model.diagnostics import Diagnostic, Gaps, Severity, SourceMap, Span

_ANYTHING = frozenset({"yaml-syntax", "tab-indentation", "yaml-documents", "too-deep", "duplicate-id", "not-utf8"})
"""Faults by which whole statements are lost, whatever they stand in."""


class _Placed(NamedTuple):
    """A statement or source and where it stands."""

    start: int
    end: int
    kind: str
    id: str


def gaps_of(debate: Debate | None, source_map: SourceMap, diagnostics: Sequence[Diagnostic]) -> Gaps:
    """What is missing: all that the errors are about, and what it would have answered to."""
    errors = [each for each in diagnostics if each.severity is Severity.ERROR]
    if not errors:
        return Gaps()
    if debate is None or any(each.rule in _ANYTHING for each in errors):
        return Gaps(everywhere=True, in_conflict=_in_conflict(source_map, errors))
    places, named, found = _places(source_map), _named(source_map), set[str]()
    for error in errors:
        around = list(_around(places.get(error.span.file, []), error.span))
        if not around:
            return Gaps(everywhere=True)
        for place in around[:2]:
            found |= _concerned(debate, source_map, place)
        if error.rule == "unknown-target" and _is_target(source_map, around[0], error.span):
            meant = {named[note.span] for note in error.notes if note.span in named}
            if not meant:
                return Gaps(everywhere=True)
            found |= meant
    return Gaps(statements=frozenset(found))


def _in_conflict(source_map: SourceMap, errors: Sequence[Diagnostic]) -> frozenset[str]:
    files = {each.span.file for each in errors if each.message == CONFLICT[0]}
    named = _named(source_map) if files else {}
    return frozenset(id for span, id in named.items() if span.file in files)


def _places(source_map: SourceMap) -> Mapping[str, list[_Placed]]:
    """What stands in each file, by its beginning; of two that begin together the inner one last."""
    found: dict[str, list[_Placed]] = {}
    for at, node in source_map.nodes.items():
        if at[:1] in (("statements",), ("sources",)):
            span = node.span
            found.setdefault(span.file, []).append(_Placed(span.start, span.end, str(at[0]), str(at[1])))
    return {file: sorted(every, key=lambda each: (each.start, -each.end)) for file, every in found.items()}


def _named(source_map: SourceMap) -> Mapping[Span, str]:
    return {source_map.names[at]: str(at[1]) for at in source_map.names if at[:1] == ("statements",)}


def _around(places: Sequence[_Placed], span: Span) -> Iterator[_Placed]:
    """What holds a place, the innermost first."""
    for place in reversed(places[: bisect_right(places, span.start, key=lambda each: each.start)]):
        if place.end >= span.end:
            yield place


def _concerned(debate: Debate, source_map: SourceMap, place: _Placed) -> set[str]:
    """A statement and those it names; or those that cite a source."""
    if place.kind == "sources":
        every = debate.statements.values()
        return {each.id for each in every if any(one.source == place.id for one in each.evidence)}
    node, found = source_map.nodes["statements", place.id], {place.id}
    for key in ("of", "undercuts"):
        named = node.child(key)
        found |= {str(getattr(named, "data", None))} if named is not None else set()
    return found


def _is_target(source_map: SourceMap, place: _Placed, span: Span) -> bool:
    """Whether an unknown id is that of what a statement answers to, so that it may answer to anything."""
    node = source_map.nodes[place.kind, place.id]
    targets = (node.child(key) for key in ("of", "undercuts"))
    return any(target is not None and target.span == span for target in targets)
