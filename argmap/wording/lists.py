"""Items of a list in a sentence."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

MOST = 8


def listed(items: Iterable[str], last: str = "and", most: int = MOST) -> str:
    """`a`, `a and b`, `a, b and c`; beyond so many `a, b and 3 more`."""
    every = list(items)
    return every_one(every if len(every) <= most else [*every[:most], f"{len(every) - most:,} more"], last)


def every_one(items: Iterable[str], last: str = "or") -> str:
    """`a, b or c`, however many there are: whoever has to choose wants to see every choice."""
    first = list(items)
    return f" {last} ".join(filter(None, [", ".join(first[:-1]), *first[-1:]]))


def characters(every: Iterable[str]) -> str:
    """`U+4E2D 中 and U+0301`: some characters, by the number alone where one would not show by itself."""
    return listed(
        f"U+{ord(each):04X} {each if each.isprintable() and not unicodedata.combining(each) else ''}".rstrip()
        for each in every
    )
