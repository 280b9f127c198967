"""A passage as cut and stretches of it: where in the card stand the words that are read aloud."""

from __future__ import annotations

import re
from collections.abc import Sequence

_PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " ", "¶": " "})

Stretch = tuple[int, int]
"""Where a stretch begins and ends, in characters."""


def straightened(text: str) -> str:
    """A text with single spaces, straight quotes and no marks of paragraphs."""
    return " ".join(text.translate(_PLAIN).split())


def locate(text: str, stretches: Sequence[str]) -> list[Stretch | None]:
    """Where each stretch stands in a text, one after the other; None for one that does not.

    Typographic quotes, white space, marks of paragraphs and capitals make no difference.
    """
    found: list[Stretch | None] = []
    text, start = text.translate(_PLAIN), 0
    for stretch in stretches:
        place = _find(straightened(stretch), text, start)
        found.append(place)
        start = place[1] if place else start
    return found


def is_in(text: str, stretches: Sequence[str]) -> bool:
    """Whether every stretch stands in a text, one after the other."""
    return None not in locate(text, stretches)


def _find(words: str, text: str, start: int) -> Stretch | None:
    """The next place of some words, by preference not in the middle of another word; case does not matter."""
    within = re.compile(r"\s+".join(map(re.escape, words.split(" "))), re.IGNORECASE)
    whole = re.compile(rf"(?<!\w){within.pattern}(?!\w)", re.IGNORECASE)
    match = whole.search(text, start) or within.search(text, start)
    return match.span() if match else None


def parted(card: str, stretches: Sequence[str]) -> list[tuple[str, bool]]:
    """A text in pieces, each with whether it is in one of the stretches; together they are the text."""
    pieces: list[tuple[str, bool]] = []
    end = 0
    for start, until in _joined([place for place in locate(card, stretches) if place and place[0] < place[1]]):
        pieces += [(card[end:start], False)] if card[end:start] else []
        pieces.append((card[start:until], True))
        end = until
    return [*pieces, (card[end:], False)] if card[end:] else pieces


def _joined(places: Sequence[Stretch]) -> list[Stretch]:
    """Stretches with nothing between them made one."""
    found: list[Stretch] = []
    for start, end in places:
        if found and found[-1][1] == start:
            start = found.pop()[0]
        found.append((start, end))
    return found
