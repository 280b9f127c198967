"""The quotes that a change alters, removes or adds, those of new statements among them."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.model import Evidence
from argmap.model.change import Change, Kind
from argmap.reviews.result import Review


def changed_quotes(review: Review) -> Iterator[tuple[Change, Evidence | None, Evidence]]:
    """The change, and the evidence before (None where it is new) and after."""
    for change in review.changes:
        if change.kind is Kind.QUOTE_ALTERED:
            yield change, change.before, change.after
        elif change.kind is Kind.EVIDENCE_ADDED and words_of(change.after):
            yield change, None, change.after
        elif change.kind in (Kind.ADDED, Kind.REPLACED) and change.subject == "statement":
            yield from ((change, None, held) for held in change.after.get("evidence", ()) if words_of(held))


def words_of(held: Evidence) -> str:
    """The quote, or else the passage as cut; nothing where neither is given."""
    return held.quote or held.card or ""
