"""A Word document as paragraphs, each with what it is in a speech document: pocket, hat, block, tag, undertag, item of
a list or text.

Styles are known by the names that Verbatim and older templates give them, by their aliases, by what they are based on,
and headings by their level in the outline. Nothing of the file is run or fetched.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Literal
from xml.etree import ElementTree
from xml.parsers.expat import errors as expat

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_VML = "{urn:schemas-microsoft-com:vml}"
_GONE = (f"{_W}del", f"{_W}moveFrom")
_INSTEAD = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
CONTENTS = "line of the contents"
_LARGEST = 200_000_000
"""Bytes of a part, unpacked; a speech document has a few millions."""
MOST_CHARACTERS = 5_000_000
"""More text than any speech document has."""
_GENERATIONS = 50
"""So many styles may be based one on the other; Word makes a few."""
_NOT_WORD = (
    zipfile.BadZipFile,
    zlib.error,
    ElementTree.ParseError,
    LookupError,
    ValueError,
    EOFError,
    OSError,
    RuntimeError,
)
_NO_MEMORY = expat.codes[expat.XML_ERROR_NO_MEMORY]

Kind = Literal["pocket", "hat", "block", "tag", "undertag", "item", "text", "table"]
Mark = Literal["cite", "underline", "emphasis"]

_PARAGRAPHS: dict[str, Kind] = {
    "pocket": "pocket", "heading 1": "pocket", "hat": "hat", "heading 2": "hat", "block": "block", "heading 3": "block",
    "block title": "block", "block heading": "block", "tag": "tag", "tags": "tag", "heading 4": "tag",
    "analytic": "tag", "analytics": "tag", "undertag": "undertag", "title": "pocket",
}  # fmt: skip
_LEVELS: dict[str, Kind] = {"0": "pocket", "1": "hat", "2": "block", "3": "tag"}
_LETTERS: dict[str, Mark] = {
    "cite": "cite", "style 13 pt bold": "cite", "style style bold + 12 pt": "cite", "style style bold + 13 pt": "cite",
    "stylestylebold12pt": "cite", "author-date": "cite", "underline": "underline", "style underline": "underline",
    "style bold underline": "underline", "styleboldunderline": "underline", "emphasis": "emphasis",
}  # fmt: skip


class NotWordError(Exception):
    """A file that is not a Word document, and why."""


@dataclass(frozen=True)
class Piece:
    """A stretch of a paragraph in one look."""

    text: str
    mark: Mark | None = None
    is_bold: bool = False
    is_highlighted: bool = False


@dataclass(frozen=True)
class Passage:
    """A paragraph: what it is, its pieces, where it stands, and the addresses that it links to."""

    kind: Kind
    pieces: tuple[Piece, ...]
    number: int
    links: tuple[str, ...] = ()
    anchor: str | None = None
    """The bookmark at its beginning: an id, in documents that argmap wrote."""
    size: int = 0
    """How large its first letters are set by hand, in half points; 0 where nobody set it."""

    @property
    def text(self) -> str:
        """What it says."""
        return " ".join("".join(piece.text for piece in self.pieces).split())


@dataclass(frozen=True)
class Word:
    """A document as read: the paragraphs that say anything, in order; and how many things of which kind were not read,
    by what one of them is called."""

    passages: list[Passage]
    unread: Counter[str]


def read(content: bytes) -> Word:
    """What a Word document says. Raises `NotWordError`."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            called = {found[1]: found[0] for name in archive.namelist() if (found := _PART.fullmatch(name))}
            main, look = called["document"], called.get("styles")
            document, styles = _part(archive, main), _styles(_part(archive, look)) if look else {}
            rels = f"word/_rels/{main.removeprefix('word/')}.rels"
            targets = _targets(_part(archive, rels)) if rels in archive.namelist() else {}
            unread = _beside(archive) + _within(document)
    except _NOT_WORD as error:
        if isinstance(error, ElementTree.ParseError) and error.code == _NO_MEMORY:
            raise MemoryError from error
        raise NotWordError("is not a Word document (.docx)") from error
    body = document.find(f"{_W}body")
    passages, characters = [], 0
    for number, (element, in_table) in enumerate(_paragraphs(body) if body is not None else (), 1):
        if _is_contents(element):
            unread[CONTENTS] += 1
        elif (passage := _passage(element, in_table, number, styles, targets)).text:
            passages.append(passage)
            characters += len(passage.text)
            if characters > MOST_CHARACTERS:
                raise NotWordError(f"has more than {MOST_CHARACTERS:,} characters: save it in parts")
    return Word(passages, unread)


_PART = re.compile(r"word/(document|styles|footnotes|endnotes|comments|header|footer)\d*\.xml")
"""The parts that say anything; Word in a browser puts numbers to their names."""
_NOTES = {"footnotes": "footnote", "endnotes": "endnote", "comments": "comment"}
"""Parts that say something beside the text, and what one of them is called."""


def _beside(archive: zipfile.ZipFile) -> Counter[str]:
    """What stands beside the text, on no place of its own in a debate."""
    found: Counter[str] = Counter()
    for name in archive.namelist():
        part = _PART.fullmatch(name)
        if part and (called := _NOTES.get(part[1])):
            found[called] += sum(each.get(f"{_W}type") is None for each in _part(archive, name).iter(f"{_W}{called}"))
        elif part and part[1] in ("header", "footer"):
            found["header or footer"] += any(each.text for each in _part(archive, name).iter(f"{_W}t"))
    return +found


def _within(document: ElementTree.Element) -> Counter[str]:
    """Pictures, charts, equations, symbols, other documents, deleted words and those struck out: how many of each stand
    in the text."""
    tags = Counter(each.tag for each in document.iter() if each.tag not in _GONE or len(each))
    struck = sum(_is_on(each) for name in ("strike", "dstrike") for each in document.iter(f"{_W}{name}"))
    return +Counter({
        "line through words": struck, "shape made of letters": tags[f"{_VML}textpath"],
        "deleted stretch": sum(tags[gone] for gone in _GONE), "equation": tags[f"{_MATH}oMath"],
        "picture": sum(tag.endswith("}pic") for tag in tags.elements()) + tags[f"{_VML}imagedata"],
        "chart": sum(tag.endswith(("/chart}chart", "/diagram}relIds")) for tag in tags.elements()),
        "symbol": tags[f"{_W}sym"], "embedded document": tags[f"{_W}altChunk"] + tags[f"{_W}subDoc"],
    })  # fmt: skip


def _part(archive: zipfile.ZipFile, name: str) -> ElementTree.Element:
    if archive.getinfo(name).file_size > _LARGEST:
        raise NotWordError(f"holds more than {_LARGEST // 1_000_000} MB")
    text = archive.read(name)
    if b"<!DOCTYPE" in text or b"<!ENTITY" in text or b"\0" in text:  # UTF-16 would hide the words
        raise NotWordError("defines entities, which no Word document does")
    return ElementTree.fromstring(_STRICT.sub(rb'="http://schemas.openxmlformats.org/\1/2006/\2"', text))


_STRICT = re.compile(rb'="http://purl\.oclc\.org/ooxml/(\w+)/(\w+)"')
"""What a document that Word saved as strict calls the same names."""


@dataclass(frozen=True)
class _Style:
    names: tuple[str, ...]
    based_on: str | None
    level: Kind | None
    is_bold: bool
    is_underlined: bool = False
    is_highlighted: bool = False


def _styles(root: ElementTree.Element) -> dict[str, _Style]:
    found = {}
    for element in root.iter(f"{_W}style"):
        id = element.get(f"{_W}styleId", "")
        names = [_value(element, "name"), *_value(element, "aliases").split(","), id]
        look = element.find(f"{_W}rPr")
        found[id] = _Style(
            tuple(name.strip().casefold() for name in names if name.strip()), _value(element, "basedOn") or None,
            _LEVELS.get(_value(element, "pPr/outlineLvl")), _is_bold(look) or False,
            _is_underlined(look) or False, _is_highlighted(look) or False,
        )  # fmt: skip
    return found


def _value(element: ElementTree.Element, path: str) -> str:
    found = element.find("/".join(f"{_W}{each}" for each in path.split("/")))
    return found.get(f"{_W}val", "") if found is not None else ""


def _is_on(element: ElementTree.Element | None) -> bool:
    return element is not None and element.get(f"{_W}val", "1") not in ("0", "false", "none", "off")


def _of_look(look: ElementTree.Element | None, name: str) -> bool | None:
    """Whether a look has something; None where it does not say."""
    found = look.find(f"{_W}{name}") if look is not None else None
    return _is_on(found) if found is not None else None


def _is_bold(look: ElementTree.Element | None) -> bool | None:
    return _of_look(look, "b")


def _is_underlined(look: ElementTree.Element | None) -> bool | None:
    return _of_look(look, "u")


def _is_highlighted(look: ElementTree.Element | None) -> bool | None:
    """As Word says it, or as LibreOffice and Google Docs do, by a colour behind the letters; white is none."""
    lit, shade = (look.find(f"{_W}{name}") if look is not None else None for name in ("highlight", "shd"))
    if lit is not None:
        return lit.get(f"{_W}val") not in ("none", "white")
    if shade is None:
        return None
    colour = shade.get(f"{_W}color" if shade.get(f"{_W}val") == "solid" else f"{_W}fill", "auto")
    return colour.lower() not in ("auto", "ffffff")


def _targets(root: ElementTree.Element) -> dict[str, str]:
    return {each.get("Id", ""): each.get("Target", "") for each in root if each.get("TargetMode") == "External"}


def _paragraphs(body: ElementTree.Element) -> Iterator[tuple[ElementTree.Element, bool]]:
    """Every paragraph, and whether it stands in a table; those in boxes come after the one that holds the box."""
    waiting = [(each, False) for each in reversed(body)]
    while waiting:
        element, in_table = waiting.pop()
        if element.tag == f"{_W}p":
            yield element, in_table
            waiting += [(each, True) for box in _boxes(element) for each in reversed(box)]
        elif element.tag != f"{_W}sectPr":
            is_table = in_table or element.tag == f"{_W}tbl"
            waiting += [(each, is_table) for each in reversed(element)]


def _boxes(paragraph: ElementTree.Element) -> Iterator[ElementTree.Element]:
    """The boxes of a paragraph, not those in its boxes: these belong to paragraphs there. What is there a second time,
    for programs that know no other way, is left out."""
    waiting = [*reversed(paragraph)]
    while waiting:
        each = waiting.pop()
        if each.tag == f"{_W}txbxContent":
            yield each
        elif each.tag != _INSTEAD:
            waiting += reversed(each)


def _is_contents(element: ElementTree.Element) -> bool:
    """Whether a paragraph only leads to a place of the document, as tables of contents do."""
    inner = [each for each in element if each.tag not in (f"{_W}pPr", f"{_W}bookmarkStart", f"{_W}bookmarkEnd")]
    return bool(inner) and all(each.tag == f"{_W}hyperlink" and each.get(f"{_W}anchor") for each in inner)


_LINK = re.compile(r'HYPERLINK\s+"([^"]+)"')
"""A link as a field says it, in documents of older programs."""


def _passage(
    element: ElementTree.Element, in_table: bool, number: int, styles: dict[str, _Style], targets: dict[str, str]
) -> Passage:  # fmt: skip
    kind: Kind = "table" if in_table else _kind(element, styles)
    links = [targets.get(each.get(f"{_R}id", ""), "") for each in element.iter(f"{_W}hyperlink")]
    codes = [each.get(f"{_W}instr", "") for each in element.iter(f"{_W}fldSimple")]
    links += _LINK.findall(" ".join([*codes, "".join(each.text or "" for each in element.iter(f"{_W}instrText"))]))
    start = element.find(f"{_W}bookmarkStart")
    anchor = start.get(f"{_W}name") if start is not None else None
    size = _value(element, "r/rPr/sz")
    return Passage(kind, tuple(_pieces(element, styles)), number, tuple(filter(None, links)), anchor,
                   int(size) if size.isdecimal() else 0)  # fmt: skip


def _lineage(id: str, styles: dict[str, _Style]) -> Iterator[_Style]:
    """A style and those that it is based on, nearest first."""
    seen: set[str] = set()
    while id in styles and id not in seen and len(seen) < _GENERATIONS:
        seen.add(id)
        yield styles[id]
        id = styles[id].based_on or ""


def _kind(element: ElementTree.Element, styles: dict[str, _Style]) -> Kind:
    for style in _lineage(_value(element, "pPr/pStyle"), styles):
        for name in style.names:
            if name in _PARAGRAPHS:
                return _PARAGRAPHS[name]
        if style.level is not None:
            return style.level
    if element.find(f"{_W}pPr/{_W}numPr") is not None:
        return "item"
    return _LEVELS.get(_value(element, "pPr/outlineLvl")) or _kind_of_letters(element, styles) or "text"


def _kind_of_letters(element: ElementTree.Element, styles: dict[str, _Style]) -> Kind | None:
    """What all letters are by the style that is linked to a heading, as Word gives it to a part of a paragraph."""
    found: set[Kind | None] = set()
    for run in _runs(element):
        if any(map(_said, run)):
            names = (name for look in _lineage(_value(run, "rPr/rStyle"), styles) for name in look.names)
            linked = (_PARAGRAPHS.get(name.removesuffix(" char")) for name in names if name.endswith(" char"))
            found.add(next(filter(None, linked), None))
    return found.pop() if len(found) == 1 else None


def _pieces(element: ElementTree.Element, styles: dict[str, _Style]) -> Iterator[Piece]:
    whole = any(look.is_bold for look in _lineage(_value(element, "pPr/pStyle"), styles))
    for run in _runs(element):
        text = "".join(_said(each) for each in run)
        if not text:
            continue
        looks, own = [*_lineage(_value(run, "rPr/rStyle"), styles)], run.find(f"{_W}rPr")
        marks = (_LETTERS[name] for look in looks for name in look.names if name in _LETTERS)
        is_link = any("hyperlink" in name for look in looks for name in look.names)
        lined = _said_first(_is_underlined(own), any(look.is_underlined for look in looks) and not is_link)
        yield Piece(
            text, next(marks, "underline" if lined else None),
            _said_first(_is_bold(own), whole or any(look.is_bold for look in looks)),
            _said_first(_is_highlighted(own), any(look.is_highlighted for look in looks)),
        )  # fmt: skip


def _said_first(own: bool | None, of_style: bool) -> bool:
    return of_style if own is None else own


def _runs(element: ElementTree.Element) -> Iterator[ElementTree.Element]:
    """The runs of a paragraph, those in links and insertions as well; not what was deleted or stands in a box."""
    waiting = [*reversed(element)]
    while waiting:
        each = waiting.pop()
        if each.tag == f"{_W}r":
            yield each
        elif each.tag not in (*_GONE, _INSTEAD, f"{_W}pPr"):
            waiting += reversed(each)


def _said(element: ElementTree.Element) -> str:
    if element.tag == f"{_W}t":
        return element.text or ""
    if element.tag == f"{_W}ruby":  # a word with its pronunciation above
        return "".join(each.text or "" for each in element.iterfind(f"{_W}rubyBase//{_W}t"))
    return {f"{_W}tab": " ", f"{_W}ptab": " ", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}.get(
        element.tag, ""
    )
