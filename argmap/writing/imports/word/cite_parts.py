"""A cite of a card, taken apart: who, when, the title, the address. What is not certain is left in the note."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from argmap.writing.imports.word.document_reading import Passage, Piece

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


def is_cite(passage: Passage, is_first: bool = False) -> bool:
    """Whether a paragraph below a tag is a cite: something has the style of cites, or it begins bold, with a year. What
    begins bold and underlined is read aloud, unless it is the first paragraph below its tag."""
    if any(piece.mark == "cite" for piece in passage.pieces):
        return True
    begin = next((piece for piece in passage.pieces if piece.text.strip()), None)
    begins_bold = begin is not None and begin.is_bold and (is_first or begin.mark is None)
    return begins_bold and bool(_YEAR.search(passage.text) or re.search(r"[’'‘]?\b\d\d\b", passage.text[:60]))


def with_whole_cites(passages: Iterable[Passage]) -> list[Passage]:
    """The paragraphs, each cite as one: a cite of which the rest has a paragraph of its own, in brackets, and a cite
    that stands in the paragraph of its tag, behind a line break."""
    found: list[Passage] = []
    for each in passages:
        last = found[-1] if found else each
        if each.kind == last.kind == "text" and _is_rest(each.text) and _is_begun(last):
            found[-1] = replace(last, pieces=(*last.pieces, Piece(" "), *each.pieces), links=last.links + each.links)
        else:
            found += _apart(each) if each.kind == "tag" else (each,)
    return found


def _is_rest(text: str) -> bool:
    """Whether a paragraph is all in brackets, with an address or a year."""
    in_brackets = text[:1] in ("(", "[") and text.rstrip(".")[-1:] in (")", "]")
    return in_brackets and bool(_ADDRESS.search(text) or _YEAR.search(text))


def _is_begun(passage: Passage) -> bool:
    """Whether a paragraph is a cite with nothing in brackets at its end."""
    return passage.text[-1] not in ")]" and is_cite(passage)


def _apart(passage: Passage) -> Iterator[Passage]:
    """A tag, and its cite where that stands behind a line break."""
    pieces = passage.pieces
    begin = next((n for n, piece in enumerate(pieces) if piece.mark == "cite"), -1)
    broken = next((n for n in range(begin, -1, -1) if "\n" in pieces[n].text), None)
    if broken is None:
        yield passage
        return
    above, _, below = pieces[broken].text.rpartition("\n")
    yield replace(passage, pieces=(*pieces[:broken], replace(pieces[broken], text=above)))
    yield replace(passage, kind="text", pieces=(replace(pieces[broken], text=below), *pieces[broken + 1 :]))


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
