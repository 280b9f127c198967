"""Changes that are told together: many statements moved at once, what an audience concludes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from argmap.model.change import Change, Kind
from argmap.prose.change_sentences import Naming, by_id
from argmap.prose.standing import stands
from argmap.reviews.result import AudienceFlip, Review
from argmap.reviews.verdict_told import motions
from argmap.wording.counts import counted
from argmap.wording.lists import listed

SHIFTS = 3
"""Conclusions of an audience that are named; the others are counted."""


def told(review: Review, naming: Naming = by_id) -> Iterator[tuple[Change, str]]:
    """The changes in the order in which they are told: motions first. Of statements that moved together only the first,
    with the sentence about all of them; with the other changes an empty one."""
    first = list(motions(review))
    together = moved_together(review, naming)
    for change in (*first, *(change for change in review.changes if change not in first)):
        sentence = together.get(id(change))
        if sentence is None or sentence:
            yield change, sentence or ""


def moved_together(review: Review, naming: Naming = by_id) -> dict[int, str]:
    """Of changes by which several statements move from one position to one other (by `id` of the change): the sentence
    about all of them with the first, and none with the others."""
    found, ways = dict[int, str](), dict[tuple[str, str], list[Change]]()
    for change in review.changes:
        if _has_moved(change):
            ways.setdefault((change.before, change.after), []).append(change)
    for every in ways.values():
        if len(every) > 1:
            found |= {id(change): "" for change in every[1:]}
            found[id(every[0])] = _moved(review, every[0], len(every), naming)
    return found


def replacements(review: Review) -> dict[int, Change]:
    """What came in the place of what went: a statement added where one of its type was removed at the same target, and
    nothing else was; by `id` of both changes the other one."""
    ways: dict[tuple[str, str], list[Change]] = {}
    for change in review.changes:
        record = change.after or change.before
        if change.subject == "statement" and change.kind in (Kind.ADDED, Kind.REMOVED) and record.get("text"):
            ways.setdefault((record["type"], record.get("undercuts") or record.get("of") or ""), []).append(change)
    pairs = [every for way, every in ways.items() if way[1] and {c.kind for c in every} == {Kind.ADDED, Kind.REMOVED}]
    return {id(one): other for every in pairs if len(every) == 2 for one, other in (every, every[::-1])}


def as_counted(changes: Iterable[Change], pairs: Mapping[int, Change]) -> list[Change]:
    """Changes as they are counted: of the `pairs` that `replacements` finds, what came counts as a replacement and what
    went does not."""
    found = (replace(each, kind=Kind.REPLACED) if id(each) in pairs and each.after else each for each in changes)
    return [each for each in found if each.after or id(each) not in pairs]


def _has_moved(change: Change) -> bool:
    return change.kind is Kind.MOVED and "" not in (change.before, change.after)


def _moved(review: Review, change: Change, number: int, naming: Naming) -> str:
    """`17 statements from position a to the new position b, unchanged`."""
    ids = {c.id for c in review.changes if _has_moved(c) and (c.before, c.after) == (change.before, change.after)}
    others = {c.id for c in review.changes if c.subject == "statement" and not _has_moved(c)}
    added = {c.id for c in review.changes if c.subject == "position" and c.kind is Kind.ADDED}
    new = "the new " if change.after in added else ""
    same = ", unchanged" if ids.isdisjoint(others) else ""
    homes = naming("position", change.before), naming("position", change.after)
    return f"{counted(number, 'statement')} moved from {homes[0]} to {new}{homes[1]}{same}"


def audiences_told(review: Review) -> dict[str, str]:
    """Of each audience that concludes something else than before, or is new or gone, what it concludes."""
    groups: dict[str, list[AudienceFlip]] = {}
    for each in review.audiences:
        groups.setdefault(each.audience, []).append(each)
    return {audience: _concludes(review, audience, every) for audience, every in groups.items()}


def audience_groups(review: Review, code: Callable[[str], str] = str) -> Iterator[tuple[list[str], str]]:
    """The audiences that conclude the same otherwise, with what it is; of new and lost ones that they are."""
    groups: dict[str, list[str]] = {}
    now = review.after.debate.audiences
    for each in review.audiences:
        said = _shift(each, code) if each.audience in now else f"{code(each.resolution)} no longer has a verdict"
        groups.setdefault(said, []).append(each.audience)
    alike: dict[tuple[str, ...], list[str]] = {}
    for said, names in groups.items():
        alike.setdefault(tuple(names), []).append(said)
    yield from ((list(names), listed(every, most=SHIFTS)) for names, every in alike.items())


def _concludes(review: Review, audience: str, every: list[AudienceFlip]) -> str:
    if audience not in review.after.debate.audiences:
        return "no longer there"
    said = listed([_shift(each) for each in every])
    return said if audience in review.before.debate.audiences else f"new: {said}"


def _shift(each: AudienceFlip, code: Callable[[str], str] = str) -> str:
    now = stands(each.after) if each.after else None
    if each.before and now:
        return f"{code(each.resolution)} {stands(each.before).past} and {now.now}"
    return f"{code(each.resolution)} {now}"
