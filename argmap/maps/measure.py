"""How wide a text is, and where its lines break.

Engines and browsers disagree about fonts that they do not have, so argmap measures by itself: the advance widths of
Helvetica, which Arial and Liberation Sans share. Kerning only makes a line shorter, so what fits here fits there.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from argmap.maps.glyph_widths import BOLD, REGULAR

_MONO = 0.602
"""The advance of a monospaced font, in em: Liberation Mono, Courier and Menlo have 0.60, Consolas 0.55."""
_UNKNOWN = 0.75
"""Scripts that the table does not have: wider than the average of Hebrew, Arabic or Devanagari."""


_WIDENING = {"\ufe0f": 0.5, "\u20e3": 0.3}
"""What turns a digit or a symbol into an emoji, which is wider, in em."""


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
    return _Advances(
        {"\u25a1": 0.7} | _WIDENING | {char: width / 2048 for width, chars in table.items() for char in chars}
    )


@lru_cache(maxsize=65536)
def _ems(text: str, bold: bool, mono: bool) -> float:
    """The width of a text in em."""
    if mono:
        return sum(_table(False)[char] if ord(char) > 0x2FF else _MONO for char in text)
    return sum(map(_table(bold).__getitem__, text))


def width(text: str, size: float, *, bold: bool = False, mono: bool = False) -> float:
    """The width of a line in px, for a font of `size` px."""
    return size * _ems(text, bold, mono)


@lru_cache(maxsize=32768)  # a card is set for its column, for its place and for DOT
def wrap(text: str, room: float, size: float, *, bold: bool = False, mono: bool = False) -> tuple[str, ...]:
    """Break a text into lines no wider than `room` px: between words, at soft hyphens, and elsewhere inside a word
    only where it must."""
    room, space, hyphen = room / size, _ems(" ", bold, mono), _ems("-", bold, mono)
    lines: list[str] = []
    line, used = "", 0.0
    for word in text.split():
        for piece, ems, glued in _pieces(word, room, bold, mono):
            gap = 0.0 if glued or not line else space
            if line and glued and line[-1] == SOFT_HYPHEN:
                line, used = line[:-1], used - hyphen
                if used + ems > room:
                    line += "-"
            if line and used + gap + ems > room:
                lines.append(line)
                line, used = piece, ems
            else:
                line, used = line + (" " if gap else "") + piece, used + gap + ems
    return tuple(each.rstrip(SOFT_HYPHEN) for each in (*lines, line) if each)


SOFT_HYPHEN = "\u00ad"


def _pieces(word: str, room: float, bold: bool, mono: bool) -> Iterator[tuple[str, float, bool]]:
    """A word in pieces that fit, with the width of each in em, and whether it goes on from the piece before; one that
    ends in a soft hyphen has room for a hyphen."""
    if word.isascii() and "-" not in word and "/" not in word:
        ems = _ems(word, bold, mono)
        if ems <= room:
            yield word, ems, False
            return
    glued = False
    for part in _breakable(word):
        for piece in _broken(part, room, bold, mono):
            yield piece, _ems(piece.replace(SOFT_HYPHEN, "-"), bold, mono), glued
            glued = True


def _broken(part: str, room: float, bold: bool, mono: bool) -> Iterator[str]:
    """A part without a place to break, broken where it is too wide."""
    piece, used = "", 0.0
    for cluster in _syllables(clusters(part)):
        ems = _ems(cluster, bold, mono)
        if piece and used + ems > room:
            yield piece
            piece, used = "", 0.0
        piece, used = piece + cluster, used + ems
    yield piece


_BEFORE, _BEHIND = "เแโใไເແໂໃໄ", "ะาำๅๆฯະາຳໆຯ"
"""Vowels and signs of Thai and Lao that stand before their consonant, and behind it: no line ends or begins with one.
Between words these scripts have no spaces, and only a dictionary knows where one ends."""
_LONGEST_SYLLABLE = 8


def _syllables(found: Iterable[str]) -> Iterator[str]:
    """Characters with those from which no line break parts them."""
    kept = ""
    for cluster in found:
        if kept and (len(kept) > _LONGEST_SYLLABLE or not (kept[-1] in _BEFORE or cluster[0] in _BEHIND)):
            yield kept
            kept = ""
        kept += cluster
    if kept:
        yield kept


def clusters(text: str) -> Iterator[str]:
    """What a reader takes for one character: letters with their marks, emoji that are joined, flags (the usual cases
    of Unicode's UAX 29)."""
    found = ""
    for char in text:
        if found and not _belongs(found, char):
            yield found
            found = ""
        found += char
    if found:
        yield found


def _belongs(before: str, char: str) -> bool:
    if before[-1] == _JOINER or char == _JOINER or unicodedata.category(char) in ("Mn", "Mc", "Me"):
        return True
    if "\U0001f3fb" <= char <= "\U0001f3ff" or "\U000e0020" <= char <= "\U000e007f":
        return True
    return _is_flag(char) and len(before) == 1 and _is_flag(before)


def _is_flag(char: str) -> bool:
    """One of the two letters of a flag."""
    return "\U0001f1e6" <= char <= "\U0001f1ff"


_JOINER = "\u200d"


def _breakable(word: str) -> Iterator[str]:
    """A word cut where a line may end: after hyphens, soft ones too, and slashes, and beside each wide (CJK)
    character."""
    part = ""
    for cluster in clusters(word):
        if part and _may_end(part[-1], cluster[0], wide=_is_wide(part[-1]) or _is_wide(cluster[0])):
            yield part
            part = ""
        part += cluster
    yield part


def _may_end(char: str, after: str, *, wide: bool) -> bool:
    closing = unicodedata.category(after) in ("Pe", "Po", "Pf", "Cf")
    return (char in f"-/–—{SOFT_HYPHEN}\u200b" or wide) and not closing


def _is_wide(char: str) -> bool:
    return unicodedata.east_asian_width(char) in "WF"


def shorten(text: str, room: float, size: float, *, bold: bool = False, mono: bool = False) -> str:
    """The text, or as much of it as fits before an ellipsis."""
    if width(text, size, bold=bold, mono=mono) <= room:
        return text
    found = list(clusters(text))

    def wide(count: int) -> float:
        return width("".join(found[:count]) + "…", size, bold=bold, mono=mono)

    fitting = bisect_right(range(1, len(found) + 1), room, key=wide)
    return "".join(found[:fitting]).rstrip() + "…"


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
