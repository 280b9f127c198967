"""Small words that every command speaks: counts, suggestions."""

from __future__ import annotations

from collections.abc import Iterable


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """`; did you mean X?` for the nearest known word, and nothing where none is near."""
    import difflib

    near = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f"; did you mean {near[0]!r}?" if near else ""


def count(number: int, one: str, many: str | None = None) -> str:
    """`1 map`, `3 maps`."""
    return f"{number} {one if number == 1 else many or one + 's'}"
