"""What follows from a change: labels that flip and why, rebuttals newly unanswered, strengths that moved, coverage."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import Any

from argmap.evaluation.audiences import standings
from argmap.evaluation.evaluated import Evaluation
from argmap.evaluation.force import Force, force
from argmap.evaluation.framework import Label
from argmap.evaluation.reasons import answers_tried, unanswered
from argmap.model import Debate
from argmap.model.change import Change, Kind
from argmap.model.diagnostics import Diagnostic
from argmap.reviews.apply import names_in
from argmap.reviews.causes import Cause, causes
from argmap.reviews.compare import compare
from argmap.reviews.records import Names
from argmap.reviews.result import AudienceFlip, Coverage, Diagnoses, Flip, Review, StrengthMove

_NAME = re.compile(r"[A-Za-z0-9_][^\s,;{}\[\]\"'@`“”‘’()]*[A-Za-z0-9_]")
"""What may be an id in a message, without the marks around it."""

THRESHOLD = 0.05
"""Smaller changes of strength are ignored."""


def review(
    before: Evaluation,
    after: Evaluation,
    *,
    diagnostics: tuple[Sequence[Diagnostic], Sequence[Diagnostic]] = ((), ()),
    threshold: float = THRESHOLD,
) -> Review:
    """Compare two evaluated versions of a debate.

    `diagnostics` are those of the two. Strengths are compared where both versions were evaluated with some, and
    reported where they moved by more than `threshold` (in [0, 1]).
    """
    changes = compare(before.debate, after.debate)
    names = names_in(changes)
    reused = frozenset(c.id for c in changes if c.kind is Kind.REPLACED and c.subject == "statement")
    back = {(key[0], name): key[1] for key, name in names.items()}
    open_before = {names.get(("statement", id), id) for id in unanswered(before)} - reused
    was_conceded = {names.get(("statement", id), id) for id in _conceded(before)}
    open_before -= was_conceded
    open_after, conceded = list(unanswered(after)), _conceded(after)
    return Review(
        before=before,
        after=after,
        changes=changes,
        flips=_flips(before, after, changes, names, reused),
        newly_unanswered=tuple(id for id in open_after if id not in open_before and id not in conceded),
        conceded=tuple(id for id in open_after if id in conceded - was_conceded),
        audiences=tuple(_heard(before, after, names)) if changes else (),
        newly_answered=tuple(id for id in _answered(before, after, names, open_after) if id not in reused),
        moves=_moves(before, after, back, threshold),
        coverage=tuple(_coverage(before, after, side) for side in after.debate.sides),
        diagnoses=diagnoses(*diagnostics, changes),
        renamed={name: key[1] for key, name in names.items()},
    )


def nothing(like: Debate) -> Debate:
    """The debate before anything was said: what a new one is compared with, and what a deleted one leaves."""
    header = {"id": like.id, "title": like.title, "sides": like.sides}
    return Debate.model_construct(**header, resolutions=(), positions=(), sources={})  # type: ignore[arg-type]


def _flips(
    before: Evaluation, after: Evaluation, changes: Sequence[Change], names: Names, reused: Container[str]
) -> tuple[Flip, ...]:
    """Statements that are in both versions and neither stand alike nor have the same force; resolutions first, then in
    file order."""
    was, now = _standings(before, names), _standings(after, {})
    flipped: dict[str, Label | Force] = {}
    for id, (label, power) in now.items():
        old_label, old_power = was.get(id, (label, power)) if id not in reused else (label, power)
        if old_label is not label and id in after.labelling.labels:
            flipped[id] = label
        elif old_power and power and old_power is not power:
            flipped[id] = power
    found = causes(before, after, changes, flipped, names)
    resolutions = after.debate.resolution_ids
    flips = [_flip(id, was[id], now[id], found[id], id in resolutions) for id in flipped]
    return tuple(sorted(flips, key=lambda flip: not flip.is_resolution))


_Standing = tuple[Label, Force | None]


def _flip(id: str, was: _Standing, now: _Standing, cause: Cause, is_resolution: bool) -> Flip:
    forces = (was[1], now[1]) if was[1] and now[1] else None
    return Flip(id, was[0], now[0], cause.changes, cause.smallest, cause.irreducible, is_resolution, forces)


def _conceded(ev: Evaluation) -> frozenset[str]:
    """The rebuttals that nothing answers and that the debate concedes, with a reason."""
    rule = "unanswered-rebuttal"
    return frozenset(
        id
        for id in unanswered(ev)
        if any(each.rule == rule and each.reason for each in ev.debate.statements[id].ignore)
    )


def _heard(before: Evaluation, after: Evaluation, names: Names) -> Iterator[AudienceFlip]:
    """What audiences conclude otherwise, and what new ones conclude; a resolution that is new is told elsewhere."""
    if (before.debate.audiences or after.debate.audiences) and before.debate.resolutions and after.debate.resolutions:
        was = {(v.audience, names.get(("statement", v.resolution), v.resolution)): v.label for v in standings(before)}
        now = {(v.audience, v.resolution): v.label for v in standings(after)}
        in_both = set(before.debate.audiences) & set(after.debate.audiences)
        for key in dict.fromkeys([*now, *was]):
            both = key in was and key in now
            if was.get(key) is not now.get(key) and (both or key[0] not in in_both):
                yield AudienceFlip(*key, was.get(key), now.get(key))


def _standings(ev: Evaluation, names: Names) -> Mapping[str, _Standing]:
    """Of each statement its label and, where it is an argument, its force; a bare step has the label of its force."""
    labels, powers = ev.labelling.labels, {id: force(ev, id) for id in ev.labelling.live}
    return {
        names.get(("statement", id), id): (labels[id] if id in labels else powers[id].label, powers.get(id))
        for id in ev.debate.statements
    }


def _answered(before: Evaluation, after: Evaluation, names: Names, still: Iterable[str]) -> tuple[str, ...]:
    """Rebuttals that were unanswered, are still rebuttals, and that somebody answers now."""
    was = [names.get(("statement", id), id) for id in unanswered(before)]
    left = set(still)
    rebuttals = {rebuttal.id for rebuttal in after.debate.rebuttals}
    return tuple(id for id in was if id in rebuttals and id not in left and answers_tried(after, id))


def _moves(before: Evaluation, after: Evaluation, back: Names, threshold: float) -> tuple[StrengthMove, ...]:
    """Statements whose strength moved, in file order; where one of the two has no number nothing is compared."""
    if before.strengths is None or after.strengths is None:
        return ()
    found = []
    for id, now in after.strengths.of.items():
        was = before.strengths.of.get(back.get(("statement", id), id))
        if was is not None and abs(now - was) > threshold:
            found.append(StrengthMove(id, was, now))
    return tuple(found)


def _coverage(before: Evaluation, after: Evaluation, side: str) -> Coverage:
    was = before.debate.pro if side == after.debate.pro else before.debate.con  # it may have another id
    pairs = zip(_numbers(before, was), _numbers(after, side), strict=True)
    return Coverage(side, after.debate.sides[side], *pairs)


def _numbers(ev: Evaluation, side: str) -> tuple[int, int, int, int]:
    """Of one side's statements, resolutions left out: all, the steps without words of their own among them, those
    that stand or as arguments count, those with evidence."""
    statements, resolutions = ev.debate.statements, ev.debate.resolution_ids
    own = [id for id in statements if id not in resolutions and ev.graph.sides.get(id) == side]
    holding = sum(_holds(ev, id) for id in own)
    return (
        len(own),
        sum(statements[id].text is None for id in own),
        holding,
        sum(bool(statements[id].evidence) for id in own),
    )


def _holds(ev: Evaluation, id: str) -> bool:
    """Whether an argument counts, or a claim stands."""
    return force(ev, id) is Force.COUNTS if id in ev.labelling.live else ev.label(id) is Label.IN


def diagnoses(before: Iterable[Diagnostic], after: Iterable[Diagnostic], changes: Sequence[Change]) -> Diagnoses:
    """What is found in the one version and not in the other.

    Findings are the same where rule, record and words are: a moved line makes no new one. Of the rest those are that a
    rule reports at the same place in other words. What was found in a record that is gone is not fixed.
    """
    names = names_in(changes)
    gone = {(c.subject, c.id) for c in changes if c.kind in (Kind.REMOVED, Kind.REPLACED)}
    was, now = [each for each in before if _record(each, {}) not in gone], list(after)
    later = {key[1]: name for key, name in names.items()}
    for mark in (_words, _place):
        old, new = [mark(each, names, later) for each in was], [mark(each, {}, {}) for each in now]
        was, now = _beyond(was, old, Counter(new)), _beyond(now, new, Counter(old))
    return Diagnoses(new=tuple(now), fixed=tuple(was))


_Mark = tuple[object, ...] | None
"""What a finding has in common with the same one of the other version; None where it cannot be told by this."""


def _words(found: Diagnostic, names: Names, later: Mapping[str, str]) -> _Mark:
    message = found.message
    if later:  # a message may name what was renamed
        message = _NAME.sub(lambda word: later.get(word[0], word[0]), message)
    return found.rule, _record(found, names) or found.span.file, message


def _place(found: Diagnostic, names: Names, later: Mapping[str, str]) -> _Mark:
    record = _record(found, names)
    return (found.rule, record, found.at[2:]) if record else None


def _record(found: Diagnostic, names: Names) -> tuple[str, str] | None:
    """The record that a finding is about, under its new name."""
    if not found.subject:
        return None
    kind: Any = str(found.at[0]).removesuffix("s")
    return kind, names.get((kind, found.subject), found.subject)


def _beyond(found: Iterable[Diagnostic], marks: Iterable[_Mark], left: Counter[_Mark]) -> list[Diagnostic]:
    """The findings that are left when each of the others has taken one with its mark."""
    beyond = []
    for diagnostic, mark in zip(found, marks, strict=True):
        if mark and left[mark]:
            left[mark] -= 1
        else:
            beyond.append(diagnostic)
    return beyond
