"""Stretches of text as WordprocessingML: runs, links, bookmarks, footnotes, pictures in a line."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from argmap.documents.document import Inline, Line, Link, NoteMark, Ref, Run, Tag
from argmap.documents.for_paper import bookmark_names, part_text
from argmap.documents.word.package import xml_text
from argmap.documents.word.styles import HIGHLIGHT
from argmap.wording.markdown_text import address

_TO_THE_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]")

UNDERLINED = '<w:rStyle w:val="StyleUnderline"/>'
READ = f'{UNDERLINED}<w:highlight w:val="{HIGHLIGHT}"/>'
CITE = '<w:rStyle w:val="Style13ptBold"/>'
STRONG, EMPHASIS, CODE = '<w:rStyle w:val="Strong"/>', "<w:i/><w:iCs/>", '<w:rStyle w:val="Code"/>'
_LOOKS = {"strong": STRONG, "em": EMPHASIS, "code": CODE, "cite": CITE, "read": READ}


def run(text: str, look: str = "") -> str:
    """A run of text with properties, in the order of the schema; nothing for no text."""
    if not text:
        return ""
    right = "<w:rtl/>" if _TO_THE_LEFT.search(text) else ""
    properties = f"<w:rPr>{look}{right}</w:rPr>" if look or right else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{xml_text(text)}</w:t></w:r>'


def is_right_to_left(line: Line) -> bool:
    """Whether a line begins in a script that is written from right to left."""
    ways = (unicodedata.bidirectional(each) for part in line for each in part_text(part)[:200])
    return next((way for way in ways if way in ("L", "R", "AL")), "L") != "L"


class Bookmarks:
    """The bookmarks of a document: each anchor once."""

    def __init__(self, anchors: Iterable[str]) -> None:
        self.names = bookmark_names(anchors)
        self._placed: set[str] = set()

    def mark(self, anchor: str | None) -> str:
        """The bookmark of an anchor at its first place, nothing afterwards."""
        if anchor is None or anchor in self._placed or anchor not in self.names:
            return ""
        self._placed.add(anchor)
        id = len(self._placed)
        return f'<w:bookmarkStart w:id="{id}" w:name="{self.names[anchor]}"/><w:bookmarkEnd w:id="{id}"/>'


class Inlines:
    """Lines of one part of a package (the text, or its footnotes), with the addresses that they link to."""

    def __init__(self, places: Bookmarks) -> None:
        self.places = places
        self.noted: list[int] = []
        self.addresses: dict[str, str] = {}

    def line(self, line: Line, look: str = "") -> str:
        """A line; `look` is what all of it looks like."""
        return "".join(self._inline(part, look) for part in line)

    def _inline(self, part: Inline, look: str) -> str:
        match part:
            case Run(text, "quote"):
                return run(f"“{text}”", look)
            case Run(text, style):
                return run(text, _LOOKS.get(style) or look)
            case Link(text, href):
                return self._linked(text, href, look)
            case NoteMark(number):
                return self._noted(number)
            case Ref(text, to, style):
                name, own = self.places.names.get(to), _LOOKS.get(style) or look
                return f'<w:hyperlink w:anchor="{name}">{run(text, own)}</w:hyperlink>' if name else run(text, own)
            case Tag():
                return run(part.id, CODE)
            case _:
                return run(part_text(part), look or STRONG)

    def _linked(self, text: str, href: str, look: str) -> str:
        if (found := address(href)) is None:
            return run(text, look)
        id = self.addresses.setdefault(found, f"rIdL{len(self.addresses) + 1}")
        return f'<w:hyperlink r:id="{id}">{run(text, look or _LINKED)}</w:hyperlink>'

    def _noted(self, number: int) -> str:
        """The figure of a footnote; the second time it is named, a field that says the figure again."""
        if number not in self.noted:
            self.noted.append(number)
            name = f"_Fn{number}"
            return (
                f'<w:bookmarkStart w:id="{_NOTE_IDS + number}" w:name="{name}"/><w:r><w:rPr>{_RAISED}</w:rPr>'
                f'<w:footnoteReference w:id="{number}"/></w:r><w:bookmarkEnd w:id="{_NOTE_IDS + number}"/>'
            )
        return field(f"NOTEREF _Fn{number} \\h", str(self.noted.index(number) + 1), _RAISED)


_LINKED = '<w:rStyle w:val="Hyperlink"/>'
_RAISED = '<w:rStyle w:val="FootnoteReference"/>'
_NOTE_IDS = 1_000_000
"""Bookmarks of footnotes are counted from here."""


def field(code: str, shown: str, look: str = "") -> str:
    """A field with what it showed last."""
    own = f"<w:rPr>{look}</w:rPr>" if look else ""
    parts = (
        '<w:fldChar w:fldCharType="begin"/>', f'<w:instrText xml:space="preserve"> {code} </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>', f"<w:t>{xml_text(shown)}</w:t>", '<w:fldChar w:fldCharType="end"/>',
    )  # fmt: skip
    return "".join(f"<w:r>{own}{part}</w:r>" for part in parts)


_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"


def picture(relation: str, number: int, alternative: str, wide: int, high: int) -> str:
    """A picture of the package in a line, in units of 914,400 to the inch, with what is said to those who do not see
    it."""
    named = f'id="{number}" name="Figure {number}" descr="{xml_text(alternative)}"'
    size = f'cx="{wide}" cy="{high}"'
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/><wp:docPr {named}/>'
        f'<a:graphic xmlns:a="{_DRAWING}/main"><a:graphicData uri="{_DRAWING}/picture">'
        f'<pic:pic xmlns:pic="{_DRAWING}/picture"><pic:nvPicPr><pic:cNvPr {named}/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        "</pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
