"""Which refutations change how a statement stands, and that few do not."""

from __future__ import annotations

from argmap.wording.counts import in_words


def few(number: int) -> str:
    """`No single refutation`, `No three refutations`."""
    return "No single refutation" if number == 1 else f"No {in_words(number)} refutations"


def few_change(number: int) -> str:
    """`No single refutation changes`, `No three refutations change`."""
    return f"{few(number)} {'changes' if number == 1 else 'change'}"
