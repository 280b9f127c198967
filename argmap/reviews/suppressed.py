"""Findings that a change newly accepts: by an `ignore:`, on other terms, or together with the statement that has it."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.model import Suppression
from argmap.model.change import Change, Kind, Subject
from argmap.reviews.result import Review


def suppressed(review: Review) -> Iterator[tuple[Subject, str, Suppression]]:
    """What accepts which finding."""
    return ((c.subject, c.id, c.after) for c in accepting(review) if c.kind is Kind.SUPPRESSION_ADDED)


def accepting(review: Review) -> Iterator[Change]:
    """The suppressions that came or went, those that came together with what has them as if they had come alone."""
    for change in review.changes:
        if change.kind in (Kind.SUPPRESSION_ADDED, Kind.SUPPRESSION_REMOVED):
            yield change
        elif change.kind in (Kind.ADDED, Kind.REPLACED) and isinstance(change.after, dict):
            every = (each for name in ("ignore", "custom.ignore") for each in change.after.get(name, ()))
            yield from (Change(Kind.SUPPRESSION_ADDED, change.subject, change.id, (), after=each) for each in every)
