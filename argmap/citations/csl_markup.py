"""The text of a bibliography's variable as Zotero and pandoc write it: a little HTML, straight and curly quotes.

`<i> <b> <sup> <sub> <sc>`, `<span style="font-variant: small-caps;">` and `<span class="nocase">` are marks; any other
tag, and one that is not closed, is text. Pairs of quotation marks become `OPEN` and `CLOSE`, single straight ones
otherwise apostrophes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from argmap.citations.rich_text import AS_WRITTEN, BOLD, BREAK, CLOSE, ITALIC, OPEN, SMALL_CAPS, SUB, SUPER, Piece, Rich

_TAG = re.compile(r"</?(?:i|b|sup|sub|sc)>|</span>|<span\s[^<>]{0,200}>", re.IGNORECASE)
_MARKS = {"i": ITALIC, "b": BOLD, "sup": SUPER, "sub": SUB, "sc": SMALL_CAPS}
_OURS = re.compile(f"[{OPEN}{CLOSE}{BREAK}]")
_QUOTE = re.compile("[\"'“”‘’]")
_CLOSES = {"“": "”", "‘": "’", '"': '"', "'": "'"}
_APOSTROPHE = "’"


@lru_cache(maxsize=16384)
def parse(text: str) -> Rich:
    """The text with its marks and quotes."""
    text = _OURS.sub("", text)
    if "<" not in text:
        return _cut(text, []) if _QUOTE.search(text) else (Piece(text),) if text else ()
    tags = list(_pairs(text))
    return _cut(text, tags)


def without_tags(text: str) -> str:
    """The text as a reader sees it where nothing can be marked: its tags left out, its quotes as they are."""
    if "<" not in text:
        return text
    tags = sorted(_pairs(text))
    begins = [0, *(end for _, end, _ in tags)]
    return "".join(text[a:b] for a, b in zip(begins, [*(begin for begin, _, _ in tags), len(text)], strict=True))


def _pairs(text: str) -> Iterator[tuple[int, int, int]]:
    """The tags that belong together: begin, end, and the marks to turn on or off there (negative for off)."""
    opened: list[tuple[str, re.Match[str], int]] = []
    for found in _TAG.finditer(text):
        name = re.sub(r"\W.*", "", found[0].strip("</>").lower())
        if not found[0].startswith("</"):
            opened.append((name, found, _MARKS.get(name) or _span(found[0])))
            continue
        place = next((i for i in range(len(opened) - 1, -1, -1) if opened[i][0] == name), None)
        if place is not None:
            _, start, marks = opened[place]
            del opened[place:]
            yield start.start(), start.end(), marks
            yield found.start(), found.end(), -marks


def _span(tag: str) -> int:
    if re.search(r"font-variant:\s*small-caps", tag, re.IGNORECASE):
        return SMALL_CAPS
    return AS_WRITTEN if re.search(r"class\s*=\s*[\"']?nocase", tag, re.IGNORECASE) else 0


def _cut(text: str, tags: list[tuple[int, int, int]]) -> Rich:
    inside = [range(begin, end) for begin, end, _ in tags]
    signs = _quotes(text, {place for tag in inside for place in tag})
    pieces: list[Piece] = []
    marks = place = 0
    for begin, end, change in sorted([*tags, (len(text), len(text), 0)]):
        stretch = "".join(signs.get(i, text[i]) for i in range(place, begin)) if signs else text[place:begin]
        if stretch:
            pieces.append(Piece(stretch, marks))
        marks = marks | change if change > 0 else marks & ~-change
        place = end
    return tuple(pieces)


def _quotes(text: str, skip: set[int]) -> dict[int, str]:
    """What stands in the place of each quotation mark."""
    signs: dict[int, str] = {}
    opened: list[int] = []
    for found in _QUOTE.finditer(text):
        place, sign = found.start(), found[0]
        if place in skip:
            continue
        before, after = text[max(place - 1, 0) : place], text[place + 1 : place + 2]
        match = next((i for i in range(len(opened) - 1, -1, -1) if _CLOSES[text[opened[i]]] == sign), None)
        if match is not None and _can_close(sign, before, after):
            signs |= {opened[match]: OPEN, place: CLOSE}
            del opened[match:]
        elif sign in _CLOSES and _can_open(sign, before, after):
            opened.append(place)
        elif sign == "'":
            signs[place] = _APOSTROPHE
    return signs | {place: _APOSTROPHE for place in opened if text[place] == "'"}


def _can_open(sign: str, before: str, after: str) -> bool:
    if sign in "“‘":
        return True
    return not before.isalnum() and bool(after) and not after.isspace() and before not in tuple(".,;:!?)")


def _can_close(sign: str, before: str, after: str) -> bool:
    if sign == "”":
        return True
    return not before.isspace() and (sign == '"' or not after.isalnum())
