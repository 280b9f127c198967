"""Three versions of one thing: which of the texts holds, and in which order their parts stand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def of_three(base: str | None, ours: str, theirs: str) -> str | None:
    """One of three texts; None where both sides differ from the first and from each other."""
    if ours == theirs or base is None or base.strip() == theirs.strip():
        return ours
    return theirs if base.strip() == ours.strip() else None


def order_of(base: Mapping[str, Any], ours: Mapping[str, Any], theirs: Mapping[str, Any]) -> list[str]:
    """The names of all entries: in our order, or in theirs where only they changed it; additions after what they
    stand after, ours first.
    """
    common = [name for name in base if name in ours and name in theirs]
    mine = [name for name in ours if name in common]
    first, second = (theirs, ours) if mine == common else (ours, theirs)
    if [name for name in theirs if name in common] == common:
        first, second = ours, theirs
    order = list(first)
    before: str | None = None
    added = {name for name in first if name not in base}
    for name in second:
        if name not in first:
            at = order.index(before) + 1 if before is not None else 0
            if first is ours:
                while at < len(order) and order[at] in added and order[at] not in second:
                    at += 1
            order.insert(at, name)
        before = name
    return order
