"""The first sentence about a debate: what cannot be compared, whether it came or went, its motions, what flips."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.evaluation.framework import Label
from argmap.model.change import Change, Kind
from argmap.prose.standing import stands
from argmap.reviews.result import Flip, Review
from argmap.reviews.standing_told import review_standings
from argmap.reviews.unread_told import Code, cannot_compare, standing_of_the_debate
from argmap.wording.lists import listed

NAMED = 4
"""Resolutions that a sentence names; it counts the others."""

NOTHING = "Nothing changed in meaning: at most layout, order and comments"
UNARGUED = "The argument stands as before, but this change alters what is checked or reviewed"
"""What is said where only settings or the lock changed."""


def verdict(review: Review, code: Code = str) -> str:
    """The verdict in one to three short sentences, the gravest first."""
    parts = [cannot_compare(review, code), standing_of_the_debate(review, code), *_motions(review, code)]
    parts += [] if review.gone or review.born else [_flipping(review, code)]
    return ". ".join(filter(None, parts)) + "."


def motions(review: Review) -> Iterator[Change]:
    """The changes of what the debate is about: its resolutions reworded, removed, replaced or new."""
    old, new = review.before.debate.resolution_ids, review.after.debate.resolution_ids
    for change in review.changes:
        was = review.renamed.get(change.id, change.id)
        if change.subject == "statement" and (change.id in new or was in old) and _is_grave(change):
            yield change


def _is_grave(change: Change) -> bool:
    return change.kind in _DONE or (change.kind is Kind.MOVED and "" in (change.before, change.after))


_DONE = {
    Kind.REWORDED: "is reworded", Kind.REMOVED: "is removed", Kind.ADDED: "is new", Kind.REPLACED: "is replaced",
    Kind.RENAMED: "has another id",
}  # fmt: skip


def _motions(review: Review, code: Code) -> Iterator[str]:
    """`The motion x is reworded`; of a debate that came or went nothing."""
    if review.born or review.gone:
        return
    groups: dict[str, list[str]] = {}
    for change in motions(review):
        groups.setdefault(_done(change), []).append(code(change.id))
    for done, ids in groups.items():
        if len(ids) == 1:
            yield f"The motion {ids[0]} {done}"
        else:
            yield f"{len(ids)} motions {done.replace('is ', 'are ').replace('has', 'have')}: {listed(ids, most=NAMED)}"


def _done(change: Change) -> str:
    if change.kind is Kind.MOVED:
        return "is now a statement like others" if change.before == "" else "is now a motion"
    return _DONE[change.kind]


def _flipping(review: Review, code: Code) -> str:
    flips = [flip for flip in review.flips if flip.is_resolution]
    if not flips:
        return _none_flips(review, code)
    if len(flips) == 1:
        return flip_sentence(review, flips[0], code)
    told = [f"{code(flip.id)} ({stands(flip.before).badge} → {stands(flip.after).badge})" for flip in flips]
    return f"{len(flips)} resolutions flip: {listed(told, most=NAMED)}"


def flip_sentence(review: Review, flip: Flip, code: Code = str) -> str:
    """`x no longer stands: it is undecided`."""
    was, now = review_standings(review, flip, code)
    if flip.before is Label.IN and flip.after is not Label.IN:
        return f"{code(flip.id)} no longer stands: it {now.said}"
    return f"{code(flip.id)} {was.said.past} and {now.said.now}"


def _none_flips(review: Review, code: Code) -> str:
    """That no resolution flips, and how they stand."""
    if review.is_empty:
        return UNARGUED if review.alters_checks else NOTHING
    if not review.changes and review.unread:
        return "In what was read, nothing changes"
    return "All else was compared: no resolution flips" if review.unread else _others(review)


def _others(review: Review) -> str:
    number = sum(not flip.is_resolution for flip in review.flips)
    said = f"; {number} other {'statement does' if number == 1 else 'statements do'}" if number else ""
    return f"No resolution flips{said}"
