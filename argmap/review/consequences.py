"""What follows from a change: labels that flip and why, rebuttals newly unanswered, strengths that moved, coverage."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from argmap.diagnostics import Diagnostic
from argmap.evaluation import Evaluation
from argmap.framework import Label
from argmap.model import Debate
from argmap.reasons import unanswered
from argmap.review.apply import names_in
from argmap.review.causes import causes
from argmap.review.change import Change
from argmap.review.compare import compare
from argmap.review.records import Names
from argmap.review.result import Coverage, Diagnoses, Flip, Move, Review

THRESHOLD = 0.05
"""A strength that moved by less is not spoken of."""


def review(
    before: Evaluation,
    after: Evaluation,
    *,
    diagnostics: tuple[Sequence[Diagnostic], Sequence[Diagnostic]] = ((), ()),
    threshold: float = THRESHOLD,
) -> Review:
    """Compare two evaluated versions of a debate.

    `diagnostics` are those of the two. Strengths are compared where both versions were evaluated with some, and spoken
    of where they moved by more than `threshold` (in [0, 1]).
    """
    changes = compare(before.debate, after.debate)
    names = names_in(changes)
    back = {(key[0], name): key[1] for key, name in names.items()}
    open_before = {names.get(("statement", id), id) for id in unanswered(before)}
    open_after = list(unanswered(after))
    return Review(
        before=before,
        after=after,
        changes=changes,
        flips=_flips(before, after, changes, names),
        newly_unanswered=tuple(id for id in open_after if id not in open_before),
        newly_answered=_answered(before, after, names, open_after),
        moves=_moves(before, after, back, threshold),
        coverage=tuple(_coverage(before, after, side) for side in after.debate.sides),
        diagnoses=_diagnoses(*diagnostics, names),
        renamed={name: key[1] for key, name in names.items()},
    )


def nothing(like: Debate) -> Debate:
    """The debate before anything was said: what a new one is compared with, and what a deleted one leaves."""
    header = {"id": like.id, "title": like.title, "sides": like.sides}
    return Debate.model_construct(**header, resolutions=(), positions=(), sources={})  # type: ignore[arg-type]


def _flips(before: Evaluation, after: Evaluation, changes: Sequence[Change], names: Names) -> tuple[Flip, ...]:
    """Statements that stand in both versions and not alike; resolutions first, then in file order."""
    was = _labels(before, names)
    now = after.labelling.labels
    flipped = {id: label for id, label in now.items() if was.get(id, label) is not label}
    found = causes(before, after, changes, flipped, names)
    resolutions = after.debate.resolution_ids
    flips = [
        Flip(id, was[id], label, cause.changes, cause.smallest, cause.irreducible, id in resolutions)
        for id, label in flipped.items()
        for cause in (found[id],)
    ]
    return tuple(sorted(flips, key=lambda flip: not flip.is_resolution))


def _labels(ev: Evaluation, names: Names) -> Mapping[str, Label]:
    return {names.get(("statement", id), id): label for id, label in ev.labelling.labels.items()}


def _answered(before: Evaluation, after: Evaluation, names: Names, still: Iterable[str]) -> tuple[str, ...]:
    """Rebuttals that were unanswered, are still there, and are no longer."""
    was = [names.get(("statement", id), id) for id in unanswered(before)]
    left = set(still)
    return tuple(id for id in was if id in after.debate.statements and id not in left)


def _moves(before: Evaluation, after: Evaluation, back: Names, threshold: float) -> tuple[Move, ...]:
    """Statements whose strength moved, in file order; where one of the two has no number nothing is compared."""
    if before.strengths is None or after.strengths is None:
        return ()
    found = []
    for id, now in after.strengths.of.items():
        was = before.strengths.of.get(back.get(("statement", id), id))
        if was is not None and abs(now - was) > threshold:
            found.append(Move(id, was, now))
    return tuple(found)


def _coverage(before: Evaluation, after: Evaluation, side: str) -> Coverage:
    pairs = zip(_numbers(before, side), _numbers(after, side), strict=True)
    statements, standing, evidenced = pairs
    return Coverage(side, after.debate.sides[side], statements, standing, evidenced)


def _numbers(ev: Evaluation, side: str) -> tuple[int, int, int]:
    """Of one side's statements, bare steps and resolutions left out: all, those that stand, those with evidence."""
    labels, resolutions, sides = ev.labelling.labels, ev.debate.resolution_ids, ev.graph.sides
    own = [id for id in labels if id not in resolutions and sides.get(id) == side]
    standing = sum(labels[id] is Label.IN for id in own)
    return len(own), standing, sum(bool(ev.debate.statements[id].evidence) for id in own)


def _diagnoses(before: Iterable[Diagnostic], after: Iterable[Diagnostic], names: Names) -> Diagnoses:
    """Findings are the same where rule, record and words are: a moved line makes no new one."""
    was, now = list(before), list(after)
    old = Counter(_mark(d, names) for d in was)
    new = Counter(_mark(d, {}) for d in now)
    return Diagnoses(
        new=tuple(_beyond(now, {}, old)),
        fixed=tuple(_beyond(was, names, new)),
    )


def _mark(diagnostic: Diagnostic, names: Names) -> tuple[object, ...]:
    at = diagnostic.at[:2]
    if len(at) == 2 and at[0] in ("statements", "positions", "sources"):
        subject = str(at[0]).removesuffix("s")
        id = next((name for key, name in names.items() if key == (subject, at[1])), at[1])
        return diagnostic.rule, subject, id, diagnostic.message
    return diagnostic.rule, diagnostic.span.file, diagnostic.message


def _beyond(found: Iterable[Diagnostic], names: Names, others: Counter[tuple[object, ...]]) -> Iterable[Diagnostic]:
    left = Counter(others)
    for diagnostic in found:
        mark = _mark(diagnostic, names)
        if left[mark]:
            left[mark] -= 1
        else:
            yield diagnostic
