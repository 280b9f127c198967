"""What a repository does not let in: conditions on a review, each with the definition by which it is decided."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from argmap.evaluation.force import Force
from argmap.evaluation.framework import Label
from argmap.evidence.lock import FILE as LOCK
from argmap.model import Statement
from argmap.model.change import Change, Kind
from argmap.model.diagnostics import Severity
from argmap.reviews.result import Review
from argmap.reviews.suppressed import suppressed
from argmap.reviews.unread_told import newly_found
from argmap.reviews.verdict_told import motions

Finder = Callable[[Review], Iterable[str]]


@dataclass(frozen=True)
class Condition:
    """Something that must not happen, and by what it is seen that it did."""

    name: str
    meaning: str
    """The definition, as help and manual give it."""
    found: Finder
    """The ids of what breaks it."""


@dataclass(frozen=True)
class Breach:
    """A condition that a review breaks, and the ids (of statements, sources, rules) by which it does."""

    condition: str
    by: tuple[str, ...]


def _flips(review: Review) -> Iterator[str]:
    return (flip.id for flip in review.flips if flip.is_resolution)


def _statement_flips(review: Review) -> Iterator[str]:
    labels = review.after.labelling.labels
    return (flip.id for flip in review.flips if flip.before is not flip.after and flip.id in labels)


def _argument_flips(review: Review) -> Iterator[str]:
    return (
        flip.id
        for flip in review.flips
        if flip.forces and (flip.forces[0] is Force.COUNTS) is not (flip.forces[1] is Force.COUNTS)
    )


def _falls(review: Review) -> Iterator[str]:
    return (flip.id for flip in review.flips if flip.is_resolution and flip.before is Label.IN)


def _kept(review: Review) -> Iterator[tuple[Statement, Statement]]:
    """Each statement that both versions have, as it was and as it is."""
    before = review.before.debate.statements
    for id, after in review.after.debate.statements.items():
        found = before.get(review.renamed.get(id, id))
        if found is not None:
            yield found, after


def _evidence_lost(review: Review) -> Iterator[str]:
    renames = (c for c in review.changes if c.kind is Kind.RENAMED and c.subject == "source")
    names = {change.before: change.id for change in renames}
    others = {change.id for change in review.changes if change.kind is Kind.REPLACED and change.subject == "source"}
    for was, now in _kept(review):
        sources = {names.get(held.source, held.source) for held in was.evidence}
        if sources & others or sources - {held.source for held in now.evidence}:
            yield now.id


def _ids(changes: Iterable[Change]) -> Iterable[str]:
    return dict.fromkeys(change.id or change.subject for change in changes)


def _of_kind(*kinds: Kind) -> Finder:
    return lambda review: _ids(change for change in review.changes if change.kind in kinds)


def _quotes_altered(review: Review) -> Iterable[str]:
    return _ids(change for change in review.changes if change.kind is Kind.QUOTE_ALTERED and change.before.quote)


def _weaker(review: Review) -> Iterator[str]:
    resolutions = review.after.debate.resolution_ids
    return (move.id for move in review.moves if move.id in resolutions)


def _new(least: Severity) -> Finder:
    """A fault by which a file is unread breaks every policy by that already."""
    return lambda review: dict.fromkeys(d.rule for d in newly_found(review) if d.severity.rank <= least.rank)


def _terms(review: Review) -> Iterable[str]:
    """The fields of the debate that are others: what is accepted in it has a condition of its own."""
    own = (Kind.SUPPRESSION_ADDED, Kind.SUPPRESSION_REMOVED)
    every = (c for c in review.changes if c.subject in ("debate", "criterion") and c.kind not in own)
    return () if review.born or review.gone else dict.fromkeys(c.edits[0].field or c.subject for c in every)


CONDITIONS = (
    Condition("flip", "a resolution does not stand as it did before", _flips),
    Condition("fall", "a resolution stood before and does not stand now", _falls),
    Condition("statement-flip", "any statement does not stand as it did before", _statement_flips),
    Condition("argument-flip", "an argument counts that did not count before, or counts no more", _argument_flips),
    Condition(
        "unanswered",
        "a rebuttal takes something down, nobody has tried to answer it, and that was not so before",
        lambda review: review.newly_unanswered,
    ),
    Condition(
        "evidence-lost",
        "a statement no longer cites a source that it cited before, or that is another work now",
        _evidence_lost,
    ),
    Condition("quote-altered", "the words of a quote have changed or are gone", _quotes_altered),
    Condition(
        "removed", "a statement, position or source was removed or replaced", _of_kind(Kind.REMOVED, Kind.REPLACED)
    ),
    Condition("motion", "a resolution was added, reworded, replaced or removed", lambda review: _ids(motions(review))),
    Condition("terms", "the title, sides, values, audiences, criteria or recommendation of a debate changed", _terms),
    Condition("grade-changed", "the grade of a source or of a piece of evidence changed", _of_kind(Kind.GRADE_CHANGED)),
    Condition(
        "suppressed",
        "a finding is newly accepted by `ignore:`, on other terms, or together with its statement",
        lambda review: dict.fromkeys(id or subject for subject, id, _ in suppressed(review)),
    ),
    Condition("conceded", "a rebuttal that nothing answers is conceded with a reason", lambda review: review.conceded),
    Condition("accepted", "a step was accepted in the same change", lambda review: review.lock.accepted),
    Condition(
        "lock-edited",
        "argmap.lock was removed, or an entry of it was edited by hand",
        lambda review: [LOCK] if review.lock.is_removed else review.lock.edited,
    ),
    Condition(
        "snapshot-changed", "the snapshot of a quoted source is another or is gone", lambda review: review.snapshots
    ),
    Condition("unreviewed", "a step is new, and nobody has accepted it", lambda review: review.unreviewed),
    Condition("change", "anything says something else", lambda review: _ids(review.changes)),
    Condition("settings", "the settings change what is checked, or the baseline grows", lambda review: ()),
    Condition("strength", "the strength of a resolution moved by more than the threshold", _weaker),
    Condition("error", "the checks report an error that they did not report before", _new(Severity.ERROR)),
    Condition("warning", "the checks newly report a warning or an error", _new(Severity.WARNING)),
    Condition("info", "the checks newly report anything", _new(Severity.INFO)),
)

SYNONYMS = {"suspect": "suspect-link"}
"""Shorter names for rules."""

NEVER = "never"
"""The policy that nothing breaks."""

_BY_NAME = {condition.name: condition for condition in CONDITIONS}


def is_condition(name: str) -> bool:
    """Whether a name is that of a condition; any other names a rule of the checks, which must not newly report."""
    return name in _BY_NAME


def breaches(names: Iterable[str], review: Review) -> tuple[Breach, ...]:
    """The conditions, of those named, that a review breaks, in the order given. A name that is no condition is a
    rule's: the rule must report nothing new."""
    found = ((name, tuple(_finder(name)(review))) for name in dict.fromkeys(names) if name != NEVER)
    return tuple(Breach(name, by) for name, by in found if by)


def _finder(name: str) -> Finder:
    if name in _BY_NAME:
        return _BY_NAME[name].found
    rule = SYNONYMS.get(name, name)
    return lambda review: dict.fromkeys(d.subject or d.rule for d in review.diagnoses.new if d.rule == rule)
