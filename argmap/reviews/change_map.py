"""What a picture of a change shows: of each version the statements that it touches, what it does to them, and as much
of their surroundings as a reader needs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from argmap.evaluation.evaluated import Evaluation
from argmap.model import Claim, Evidence
from argmap.model.change import Change, Kind
from argmap.prose.change_sentences import noun
from argmap.reviews.result import Review
from argmap.reviews.standing_told import review_standings

MOST = 60
"""A picture shows at most this many statements of a version; what it leaves out is counted."""


@dataclass(frozen=True)
class Half:
    """One version: the statements shown, what is said of each, those that matter most, and how many are left out."""

    ev: Evaluation
    chosen: frozenset[str]
    flags: Mapping[str, tuple[str, ...]]
    marked: frozenset[str]
    left_out: int


def halves(review: Review) -> tuple[Half, Half]:
    """The two pictures: before, with what is removed or turned into something else; after, with what came of it."""
    old = review.renamed
    before, after = _flags(review, after=False), _flags(review, after=True)
    touched_before = [old.get(change.id, change.id) for change in review.changes if change.subject == "statement"]
    touched_after = [change.id for change in review.changes if change.subject == "statement"]
    flips = [flip.id for flip in review.flips]
    return (
        _half(review.before, [*(old.get(id, id) for id in flips), *touched_before], before),
        _half(review.after, [*flips, *touched_after], after),
    )


def _half(ev: Evaluation, ids: Iterable[str], flags: Mapping[str, tuple[str, ...]]) -> Half:
    touched = [id for id in dict.fromkeys(ids) if id in ev.debate.statements]
    chosen = dict.fromkeys(touched[:MOST])
    for id in list(chosen):
        for near in _surroundings(ev, id):
            if len(chosen) < MOST:
                chosen[near] = None
    marked = frozenset(id for id in chosen if any(flag.startswith("!") for flag in flags.get(id, ())))
    shown = {id: tuple(flag.removeprefix("! ") for flag in flags[id]) for id in chosen if id in flags}
    return Half(ev, frozenset(chosen), shown, marked, len(touched) - len(chosen) if len(touched) > MOST else 0)


def _surroundings(ev: Evaluation, id: str) -> list[str]:
    """What a statement answers to, up to what is weighed, and its premises: where it stands."""
    found: dict[str, None] = {}
    while not isinstance(statement := ev.debate.statements[id], Claim):
        found |= dict.fromkeys(statement.premise_ids)
        id = statement.target
        if id in found:
            break
        found[id] = None
    return list(found)


def _flags(review: Review, *, after: bool) -> dict[str, tuple[str, ...]]:
    """What is said of each statement in one of the versions, under its name there."""
    said: defaultdict[str, list[str]] = defaultdict(list)
    for flip in review.flips:
        id = flip.id if after else review.renamed.get(flip.id, flip.id)
        was, becomes = review_standings(review, flip)
        said[id].append(f"! ~ {was.said.past} before" if after else f"! ~ {becomes.said} afterwards")
    for change in review.changes:
        word = _word(change, after) if change.subject == "statement" else None
        if word:
            id = change.id if after else review.renamed.get(change.id, change.id)
            said[id].append(word)
    return {id: tuple(dict.fromkeys(words)) for id, words in said.items()}


def _word(change: Change, after: bool) -> str | None:
    if change.kind is Kind.ADDED:
        return "+ added" if after else None
    if change.kind is Kind.REMOVED:
        return None if after else "- removed"
    if change.kind is Kind.RENAMED:
        return f"~ was called {change.before}" if after else f"~ is called {change.after} afterwards"
    element = change.after or change.before
    if isinstance(element, Evidence):
        gone = {Kind.EVIDENCE_ADDED: after, Kind.EVIDENCE_REMOVED: not after}.get(change.kind, True)
        signs = {Kind.EVIDENCE_ADDED: "+", Kind.EVIDENCE_REMOVED: "-"}
        return f"{signs.get(change.kind, '~')} {change.kind.value}: {element.source}" if gone else None
    if change.kind is Kind.EDITED:
        return f"~ {noun(change.field or '')} changed"
    return f"~ {change.kind.value}"
