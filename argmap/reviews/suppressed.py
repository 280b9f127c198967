"""Findings that a change newly accepts: by an `ignore:`, on other terms, or together with the statement that has it."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.model import Suppression
from argmap.model.change import Kind, Subject
from argmap.reviews.result import Review


def suppressed(review: Review) -> Iterator[tuple[Subject, str, Suppression]]:
    """What accepts which finding."""
    for change in review.changes:
        if change.kind is Kind.SUPPRESSION_ADDED:
            yield change.subject, change.id, change.after
        elif change.kind in (Kind.ADDED, Kind.REPLACED) and isinstance(change.after, dict):
            for name in ("ignore", "custom.ignore"):
                yield from ((change.subject, change.id, each) for each in change.after.get(name, ()))
