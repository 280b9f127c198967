"""Whether a citation or an entry tells its reader which work is meant. A style may say nothing of a work, or only that
it has no date."""

from __future__ import annotations

import re
from collections.abc import Iterator

from argmap.citations.cited_items import Date, Item
from argmap.citations.rich_text import Rich, text_of
from argmap.citations.terms import Locale

_ABOUT = frozenset(("abstract", "annote", "citation-label", "keyword", "language"))
"""What is about a work and is not part of its name."""


def tells(rich: Rich, item: Item, locale: Locale, *marks: str) -> bool:
    """Whether a text has a word of the item's own, a date aside, or one of the marks of its entry in the list."""
    text = f"{text_of(rich)} {' '.join(piece.text for piece in rich)}"  # ¹Rivers is a mark and a word
    for form in ("long", "short"):
        text = text.replace(locale.term("no date", form) or " ", " ")
    said = set(_words(text))
    if not said.isdisjoint(word for mark in marks for word in _words(mark)):
        return True
    words = (word for value in _texts(item) for word in _words(value))
    return any(word in said or (not word.isascii() and word in text.casefold()) for word in words)


def _texts(item: Item) -> Iterator[str]:
    for name, value in item.values.items():
        if isinstance(value, tuple):
            yield from (f"{person.family} {person.given} {person.literal}" for person in value)
        elif not isinstance(value, Date) and name not in _ABOUT:
            yield value


def _words(text: str) -> list[str]:
    """Words and numbers in small letters."""
    return re.findall(r"[^\W_]+", text.casefold())
