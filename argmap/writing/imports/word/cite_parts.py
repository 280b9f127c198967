"""A cite of a card, taken apart: who, when, the title, the address. What is not certain is left in the note."""

from __future__ import annotations

import re
from dataclasses import dataclass

from argmap.writing.imports.word.document_reading import Passage

_ADDRESS = re.compile(r"https?://[^\s<>“”\"]+")
_YEAR = re.compile(r"(?<![\d/-])(?:19|20)\d\d(?!\d)")
_SHORT_YEAR = re.compile(r"[’'‘]?(\d\d)\W*$")
_ISO = re.compile(r"(?<!\d)(?:19|20)\d\d-(?:0\d|1[0-2])-(?:[0-2]\d|3[01])(?!\d)")
_TITLE = re.compile(r"“([^“”]{3,})”|\"([^\"]{3,})\"")
_CENTURY = 50
"""A year in two figures below this is of this century, as cites have it."""


@dataclass(frozen=True)
class Cite:
    """What a cite says. `words` is all of it."""

    words: str
    who: str
    year: str | None
    title: str | None
    address: str | None


def is_cite(passage: Passage) -> bool:
    """Whether a paragraph below a tag is a cite: something has the style of cites, or it begins bold, with a year."""
    if any(piece.mark == "cite" for piece in passage.pieces):
        return True
    begins_bold = bool(passage.pieces) and passage.pieces[0].is_bold
    return begins_bold and bool(_YEAR.search(passage.text) or re.search(r"[’'‘]?\b\d\d\b", passage.text[:60]))


def begins_as_cite(text: str) -> bool:
    """Whether words in no style begin with a name and a year, and have a bracket or an address, as cites do."""
    return bool(_NAME_AND_YEAR.match(text)) and bool(_ADDRESS.search(text) or re.search(r"[(\[]", text[:80]))


_NAME_AND_YEAR = re.compile(r"[A-Z][^.!?(\[]{1,60}[\s,’'‘](?:\d\d|(?:19|20)\d\d)(?!\d)")
_DATE_BEHIND = re.compile(r"(?<![\s,;:([])[\s,;:([]*(?:[’'‘]?\d[\d/.\-–’' ]{0,30}|n\.d\.?)\W{0,10}$")
"""The date at the end of a name."""


def parted(passage: Passage) -> Cite:
    """The parts of a cite."""
    text = passage.text
    marked = " ".join("".join(p.text for p in passage.pieces if p.mark == "cite").split())
    called = marked or re.split(r"[(,\[]", text)[0]
    found = _ADDRESS.search(text)
    address = (found[0] if found else next(iter(passage.links), "")).rstrip(".,;)]") or None
    title = _TITLE.search(text)
    who = _DATE_BEHIND.sub("", called).strip(" ,;:([") or called.strip()
    return Cite(text, who, _year(called, text), (title[1] or title[2]).strip(" ,.") if title else None, address)


def _year(called: str, text: str) -> str | None:
    """The day, where it is written so that it can be meant no other way; or else the year."""
    if found := _ISO.search(text):
        return found[0]
    if found := _YEAR.search(called):
        return found[0]
    if found := _SHORT_YEAR.search(called):
        return f"{20 if int(found[1]) < _CENTURY else 19}{found[1]}"
    found = _YEAR.search(_ADDRESS.sub("", text))
    return found[0] if found else None
