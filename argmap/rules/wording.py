"""Words of statements, compared and joined: what rules that read the text share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from argmap.words import content_words as content_words
from argmap.words import words as words

NEGATIONS = frozenset({
    "not", "no", "never", "nor", "none", "neither", "without", "nothing", "nobody", "hardly", "scarcely",
})  # fmt: skip


def listed(items: Sequence[str], joint: str = "and") -> str:
    """`a`, `a and b`, `a, b and c`."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {joint} {items[-1]}"


LONGEST_MISSPELLED = 80
"""No word that is known is nearly as long."""


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word most like a misspelled one; None where none is like it."""
    return None if len(word) > LONGEST_MISSPELLED else _nearest(word, tuple(sorted(known)))


@lru_cache(1_000)
def _nearest(word: str, known: tuple[str, ...]) -> str | None:
    from difflib import get_close_matches  # costs 5 ms, and is needed for mistakes only

    return next(iter(get_close_matches(word, known, n=1, cutoff=0.6)), None)


def counted(number: int, one: str, many: str | None = None) -> str:
    """`1 statement`, `2 statements`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
