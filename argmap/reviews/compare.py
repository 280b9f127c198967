"""The changes between two debates, by meaning: `compare(a, b)`.

Records are matched by id, then renames are looked for among what is left (`argmap.reviews.likeness`); all other edits
speak of the new names. What has an order only in the file (the order of statements, of evidence, of keys) is not
looked at, so that reordering, re-indenting and commenting are no changes.

Promises, each a property of `tests/reviews`: `compare(a, a)` is empty; `apply(compare(a, b), a)` says what b says;
`mirrored(compare(a, b))` is `compare(b, a)`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from argmap.model import Comparison, Debate, Evidence, Suppression
from argmap.model.change import Change, Kind, RecordEdit, Subject
from argmap.reviews.likeness import NEAR, Pair, likeness, names_of, renames
from argmap.reviews.records import (
    GRADES,
    UNORDERED,
    Key,
    Record,
    Records,
    header_record,
    position_record,
    source_record,
    statement_record,
    with_renamed_references,
)

_FIELDS = {
    "text": Kind.REWORDED, "title": Kind.REWORDED, "of": Kind.RETARGETED, "undercuts": Kind.RETARGETED,
    "type": Kind.TURNED, "position": Kind.MOVED, "premises": Kind.PREMISES, "outweighs": Kind.WEIGHING,
    "weigh": Kind.WEIGHING, "contradicts": Kind.CONTRADICTION, "role": Kind.ROLE_CHANGED,
    "scheme": Kind.SCHEME_CHANGED,
}  # fmt: skip
_IDENTIFYING = ("author", "issued", "publisher", "DOI", "URL")
"""A source that keeps one of these, or all of them, may have another title."""

_ORDER = {kind: place for place, kind in enumerate(Kind)}


def compare(before: Debate, after: Debate) -> tuple[Change, ...]:
    """What changed from the one debate to the other, in the order of `Kind`, then of the file (what is gone first)."""
    old, new = _differing(before, after)
    pairs = renames(old, new)
    names = names_of(pairs)
    if names:  # what refers to a renamed record is to be looked at again, under the new names
        old = {(key[0], names.get(key, key[1])): with_renamed_references(record, names) for key, record in old.items()}
    found = [_renamed(pair) for pair in pairs]
    for key in dict.fromkeys([*old, *new]):
        found.extend(_changes(key, old.get(key), new.get(key)))
    place = {key: n for n, key in enumerate(dict.fromkeys([*_keys(before, names), *_keys(after, {})]))}
    return tuple(sorted(found, key=lambda c: (_ORDER[c.kind], place[c.subject, c.id])))


def _keys(debate: Debate, names: dict[Key, str]) -> Iterator[Key]:
    yield "debate", ""
    every: list[Key] = [("position", position.id) for position in debate.positions]
    every += [("statement", id) for id in debate.statements]
    every += [("source", id) for id in debate.sources]
    every += [("criterion", criterion.id) for criterion in debate.criteria]
    yield from ((key[0], names.get(key, key[1])) for key in every)


def _differing(before: Debate, after: Debate) -> tuple[Records, Records]:
    """The records of both debates, those that are plainly equal left out."""
    old: Records = {("debate", ""): header_record(before)}
    new: Records = {("debate", ""): header_record(after)}
    if old == new:
        old, new = {}, {}
    homes, later = before.position_of, after.position_of
    for id in dict.fromkeys([*before.statements, *after.statements]):
        one, other = before.statements.get(id), after.statements.get(id)
        home, then = homes.get(id), later.get(id)
        if one is not None and one == other and (home and home.id) == (then and then.id):
            continue
        if one is not None:
            old["statement", id] = statement_record(one, home)
        if other is not None:
            new["statement", id] = statement_record(other, then)
    for source in before.sources.values():
        if after.sources.get(source.id) != source:
            old["source", source.id] = source_record(source)
    for source in after.sources.values():
        if before.sources.get(source.id) != source:
            new["source", source.id] = source_record(source)
    old |= {("position", position.id): position_record(position) for position in before.positions}
    new |= {("position", position.id): position_record(position) for position in after.positions}
    return old, new


def _renamed(pair: Pair) -> Change:
    edit = RecordEdit(pair.subject, pair.before, "id", pair.before, pair.after)
    return Change(Kind.RENAMED, pair.subject, pair.after, (edit,), pair.before, pair.after, pair.score)


def _changes(key: Key, old: Record | None, new: Record | None) -> Iterator[Change]:
    if old is None or new is None:
        kind = Kind.ADDED if old is None else Kind.REMOVED
        yield Change(kind, *key, (RecordEdit(*key, None, old, new),), old, new)
    elif _is_another(key, old, new):
        yield Change(Kind.REPLACED, *key, (RecordEdit(*key, None, old, new),), old, new)
    elif old != new:
        yield from _edited(key, old, new)


def _is_another(key: Key, old: Record, new: Record) -> bool:
    """Whether an id was used again for another statement or work: nothing of the old one is left in it."""
    if key[0] == "source" and "title" in old and "title" in new:
        told = [(old.get(name), new.get(name)) for name in _IDENTIFYING]
        others = any(was != now for was, now in told) and not any(was == now for was, now in told if was)
        return others and likeness(old["title"], new["title"]) < NEAR
    if key[0] != "statement" or "text" not in old or "text" not in new:
        return False
    places = (old.get("of") or old.get("undercuts"), new.get("of") or new.get("undercuts"))
    return old["type"] != new["type"] and places[0] != places[1] and likeness(old["text"], new["text"]) < NEAR


def _edited(key: Key, old: Record, new: Record) -> Iterator[Change]:
    """The fields that differ; those that only make sense together are one change."""
    differing = [name for name in dict.fromkeys([*old, *new]) if old.get(name) != new.get(name)]
    for group in _groups(differing, old, new):
        if group[0] in UNORDERED:
            yield from _elements(key, group[0], old.get(group[0], ()), new.get(group[0], ()))
            continue
        edits = tuple(RecordEdit(*key, name, old.get(name), new.get(name)) for name in group)
        was, now = _value(group, old), _value(group, new)
        kind = _kind(key[0], group[0])
        if kind is Kind.REWORDED and group[0] != "text" and None in (was, now):
            kind = Kind.EDITED  # a title that comes or goes is not put in other words
        yield Change(kind, *key, edits, was, now, field=group[0] if kind is Kind.EDITED else None)


def _groups(differing: list[str], old: Record, new: Record) -> Iterator[tuple[str, ...]]:
    target = [name for name in ("of", "undercuts") if name in differing]
    if "type" in differing and "claim" in (old.get("type"), new.get("type")):
        # a claim has no step: its type and its target, its text where it is bare, change at once
        yield ("type", *target)
        target = []
    elif "type" in differing:
        yield ("type",)
    if target:
        yield tuple(target)
    grade = tuple(name for name in GRADES if name in differing)
    if grade:
        yield grade
    yield from ((name,) for name in differing if name not in ("type", "of", "undercuts", *GRADES))


def _kind(subject: Subject, field: str) -> Kind:
    if field in GRADES:
        return Kind.GRADE_CHANGED
    if subject == "source":
        return Kind.SOURCE_CHANGED
    if (subject, field) == ("debate", "question"):
        return Kind.REWORDED  # that of a step is the key of a critical question
    return _FIELDS.get(field, Kind.EDITED)


def _value(group: tuple[str, ...], record: Record) -> Any:
    """What a reader compares: of a target whichever is there, of a grade both letters."""
    if group[0] in GRADES:
        return "".join(record.get(name, "?") for name in GRADES)
    values = [record.get(name) for name in group]
    return next((value for value in values if value is not None), None)


def _elements(key: Key, field: str, old: tuple[Any, ...], new: tuple[Any, ...]) -> Iterator[Change]:
    """What came, went and was edited among elements that have no order."""
    gone, come = _without(old, new), _without(new, old)
    for one, other in _matched(gone, come):
        kind = _element_kind(field, one, other)
        edits = (RecordEdit(*key, field, one, other),)
        yield Change(kind, *key, edits, one, other, field=field if kind is Kind.EDITED else None)


def _without(every: Iterable[Any], others: Iterable[Any]) -> list[Any]:
    """The elements beyond those that the others have as well, each as often as it stands there too many."""
    left = Counter(repr(element) for element in others)
    found = []
    for element in every:
        if left[repr(element)]:
            left[repr(element)] -= 1
        else:
            found.append(element)
    return found


def _matched(gone: list[Any], come: list[Any]) -> Iterator[tuple[Any, Any]]:
    """The elements that are one and the same, edited, the surest first; then what went and what came alone."""
    for mark in _MARKS:
        pairs = list(_alone(mark, gone, come))
        gone = [one for one in gone if not any(one is pair[0] for pair in pairs)]
        come = [other for other in come if not any(other is pair[1] for pair in pairs)]
        yield from pairs
    yield from ((one, None) for one in gone)
    yield from ((None, other) for other in come)


def _alone(mark: Callable[[Any], Any], gone: list[Any], come: list[Any]) -> Iterator[tuple[Any, Any]]:
    """The pairs that share a mark which nothing else has: whichever side one begins from, the same."""
    counts = Counter(repr(mark(element)) for element in (*gone, *come))
    right = {repr(mark(other)): other for other in come}
    for one in gone:
        key = mark(one)
        if key is not None and counts[repr(key)] == 2 and repr(key) in right:
            yield one, right[repr(key)]


def _same_words(element: Any) -> Any:
    """The element without its source: evidence that only cites another one."""
    return element.model_dump(exclude={"source"}) if isinstance(element, Evidence) else None


def _same_quote(element: Any) -> Any:
    return (element.source, element.quote) if isinstance(element, Evidence) and element.quote else None


def _same_place(element: Any) -> Any:
    return (element.source, element.at) if isinstance(element, Evidence) else None


def _same_source(element: Any) -> Any:
    return element.source if isinstance(element, Evidence) else None


def _same_name(element: Any) -> Any:
    if isinstance(element, Comparison):
        return element.over
    return element.rule if isinstance(element, Suppression) else None


_MARKS = (_same_quote, _same_place, _same_source, _same_words, _same_name)


def _element_kind(field: str, one: Any, other: Any) -> Kind:
    if field.endswith("ignore"):
        return Kind.SUPPRESSION_REMOVED if other is None else Kind.SUPPRESSION_ADDED
    if field != "evidence":
        return _FIELDS.get(field, Kind.EDITED)
    if one is None or other is None:
        return Kind.EVIDENCE_ADDED if one is None else Kind.EVIDENCE_REMOVED
    if one.source != other.source:
        return Kind.SOURCE_CHANGED
    if one.quote != other.quote:
        return Kind.QUOTE_ALTERED
    return Kind.GRADE_CHANGED if one.grade != other.grade else Kind.EVIDENCE_EDITED
