"""How wide a text is, and where its lines break.

Engines and browsers disagree about fonts that they do not have, so argmap measures by itself: the advance widths of
Helvetica, which Arial and Liberation Sans share. Kerning only makes a line shorter, so what fits here fits there.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache

from argmap.maps.glyph_widths import BOLD, REGULAR

_MONO = 0.602
"""The advance of a monospaced font, in em: Liberation Mono, Courier and Menlo have 0.60, Consolas 0.55."""
_UNKNOWN = 0.75
"""Scripts that the table does not have: wider than the average of Hebrew, Arabic or Devanagari."""


class _Advances(dict[str, float]):
    """Advances in em; those that the table lacks are found when they are asked for."""

    def __missing__(self, char: str) -> float:
        if unicodedata.category(char) in ("Mn", "Me", "Cf"):
            found = 0.0
        else:
            found = 1.05 if unicodedata.east_asian_width(char) in "WF" or ord(char) > 0xFFFF else _UNKNOWN
        self[char] = found
        return found


@cache
def _table(bold: bool) -> _Advances:
    table = BOLD if bold else REGULAR
    return _Advances({"\u25a1": 0.7} | {char: width / 2048 for width, chars in table.items() for char in chars})


@lru_cache(maxsize=65536)
def _ems(text: str, bold: bool, mono: bool) -> float:
    """The width of a text in em."""
    if mono:
        return sum(_table(False)[char] if ord(char) > 0x2FF else _MONO for char in text)
    return sum(map(_table(bold).__getitem__, text))


def width(text: str, size: float, *, bold: bool = False, mono: bool = False) -> float:
    """The width of a line in px, for a font of `size` px."""
    return size * _ems(text, bold, mono)


def wrap(text: str, room: float, size: float, *, bold: bool = False, mono: bool = False) -> tuple[str, ...]:
    """Break a text into lines no wider than `room` px: between words, and inside a word only where it must."""
    room, space = room / size, _ems(" ", bold, mono)
    lines: list[str] = []
    line, used = "", 0.0
    for word in text.split():
        for piece, ems, glued in _pieces(word, room, bold, mono):
            gap = 0.0 if glued or not line else space
            if line and used + gap + ems > room:
                lines.append(line)
                line, used = piece, ems
            else:
                line, used = line + (" " if gap else "") + piece, used + gap + ems
    return (*lines, line) if line else tuple(lines)


def _pieces(word: str, room: float, bold: bool, mono: bool) -> Iterator[tuple[str, float, bool]]:
    """A word in pieces that fit, with the width of each in em, and whether it goes on from the piece before."""
    if word.isascii() and "-" not in word and "/" not in word:
        ems = _ems(word, bold, mono)
        if ems <= room:
            yield word, ems, False
            return
    glued = False
    for part in _breakable(word):
        for piece in _broken(part, room, bold, mono):
            yield piece, _ems(piece, bold, mono), glued
            glued = True


def _broken(part: str, room: float, bold: bool, mono: bool) -> Iterator[str]:
    """A part without a place to break, broken where it is too wide."""
    piece, used = "", 0.0
    for char in part:
        ems = _ems(char, bold, mono)
        if piece and used + ems > room and not unicodedata.combining(char):
            yield piece
            piece, used = "", 0.0
        piece, used = piece + char, used + ems
    yield piece


def _breakable(word: str) -> Iterator[str]:
    """A word cut where a line may end: after hyphens and slashes, and beside each wide (CJK) character."""
    start = 0
    for index, char in enumerate(word[:-1], start=1):
        after = word[index]
        wide = unicodedata.east_asian_width(char) in "WF" or unicodedata.east_asian_width(after) in "WF"
        closing = unicodedata.category(after) in ("Pe", "Po", "Mn", "Me", "Cf") or char == "\u200d"
        if (char in "-/–—" or wide) and not closing:
            yield word[start:index]
            start = index
    yield word[start:]


def shorten(text: str, room: float, size: float, *, bold: bool = False, mono: bool = False) -> str:
    """The text, or as much of it as fits before an ellipsis."""
    if width(text, size, bold=bold, mono=mono) <= room:
        return text
    while text and width(text + "…", size, bold=bold, mono=mono) > room:
        text = text[:-1]
    return text.rstrip() + "…"


def clamp(lines: tuple[str, ...], count: int, room: float, size: float, *, bold: bool = False) -> tuple[str, ...]:
    """At most `count` lines; where some are left out, the last one ends in an ellipsis."""
    if len(lines) <= count:
        return lines
    return (*lines[: count - 1], shorten(lines[count - 1] + " " + lines[count], room, size, bold=bold))


def is_right_to_left(text: str) -> bool:
    """Whether the first letter with a direction is Hebrew, Arabic or the like."""
    for char in text:
        direction = unicodedata.bidirectional(char)
        if direction in ("L", "R", "AL"):
            return direction != "L"
    return False
