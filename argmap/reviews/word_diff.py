"""The words that differ between two texts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words that both texts have, or only the one before, or only the one after; spaces included."""

    kind: Literal["same", "removed", "added"]
    text: str


_LARGEST = 16_000_000
"""Above so many pairs of tokens (two texts of about 2,000 words) the texts are shown one after the other: finding what
they share takes seconds."""


def word_diff(before: str, after: str) -> tuple[Piece, ...]:
    """The two texts as one: joined, the pieces that are not `added` give the first, those not `removed` the second."""
    old, new = _tokens(before), _tokens(after)
    if len(old) * len(new) > _LARGEST:
        return tuple(changed(before, after))
    matcher = SequenceMatcher(a=old, b=new, autojunk=False)
    return tuple(_pieces(matcher, old, new))


def _tokens(text: str) -> list[str]:
    """Words, single signs, and the spaces between them."""
    return re.findall(r"\s+|\w+(?:['’-]\w+)*|[^\w\s]", text)


def _pieces(matcher: SequenceMatcher[str], old: list[str], new: list[str]) -> Iterator[Piece]:
    removed = added = ""
    for kind, a, b, c, d in matcher.get_opcodes():
        one, other = "".join(old[a:b]), "".join(new[c:d])
        if kind == "equal" and (one.strip() or not (removed or added)):
            yield from changed(removed, added)
            removed = added = ""
            yield Piece("same", one)
            continue
        # a lone space between two changed words is part of the change: it reads better than a patchwork
        removed, added = removed + one, added + other
    yield from changed(removed, added)


def changed(removed: str, added: str) -> Iterator[Piece]:
    """What was removed, then what was added, where there is any."""
    if removed:
        yield Piece("removed", removed)
    if added:
        yield Piece("added", added)
