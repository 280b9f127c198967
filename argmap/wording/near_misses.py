"""Suggestions for a word that is not known."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

LONGEST = 150
"""An id has 80 characters, and a word longer than this is not 0.7 like it."""


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word most like a misspelled one; None where none is like it."""
    return _nearest(word, tuple(sorted(known))) if len(word) <= LONGEST else None


@lru_cache(1_000)  # many statements may have the same mistake
def _nearest(word: str, known: tuple[str, ...]) -> str | None:
    from difflib import get_close_matches  # costs 5 ms, and only mistakes need it

    return next(iter(get_close_matches(word, known, n=1, cutoff=0.7)), None)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """`; did you mean 'X'?` for the nearest known word, and nothing where none is near."""
    near = nearest(word, known)
    return f"; did you mean {near!r}?" if near else ""
