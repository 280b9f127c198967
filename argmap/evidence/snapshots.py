"""The text of a source from the bytes of a file: plain text, Markdown, HTML or PDF. Pure; reads no disk.

PDF by pypdfium2 (Chromium's engine: of the ones compared it joins hyphenated lines best, and is the fastest), HTML by
inscriptis on lxml (the one that leaves words with a tag inside whole), Markdown as the HTML that markdown-it-py makes
of it. All three come with the extra `snapshots`, and are imported when such a file is met.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from pathlib import PurePath
from typing import Any

from argmap.evidence.lock import digest
from argmap.evidence.quotes.marks import KEY, NOTE
from argmap.evidence.verification import ENDINGS, Snapshot
from argmap.system.file_kinds import file_kind_of
from argmap.wording.extras import MissingExtra

_UNSEEN_TAGS = ("script", "style", "noscript", "template", "head")
_BLOCKS = ("table", "tbody", "thead", "tfoot", "tr", "td", "th", "ul", "ol", "li", "dl", "dt", "dd", "figure")
"""Laid out as a grid or with bullets, their text would be mixed with what stands beside it."""


_PAGES = (".html", ".htm", ".xhtml")
_ENDINGS_OF = {"a PDF": (".pdf",), "a web page": _PAGES, "XML": (*_PAGES, ".txt", ".text")}
"""The endings of snapshots that are not plain text."""


class Unreadable(Exception):  # noqa: N818 - it says what is wrong with the file
    """The text cannot be taken out of the file; the message says why and what to do."""


MOST_CHARACTERS = 5_000_000
"""More text than the longest books have is refused."""
DEEPEST = 500
"""How deep elements of a page may be nested: browsers stop at 512."""


def snapshot(name: str, content: bytes, take: Callable[[str, bytes], str] | None = None) -> Snapshot:
    """The text of a file, by its name's ending, with line ends as `\n` and accents composed (NFC).

    Its digest is that of the bytes, with `\r\n` as `\n` in all but PDF, so that git's line ends make no difference.
    `take` takes the text out of what is not plain text, by default here and now. Raises `Unreadable`, and
    `MissingExtra` where its package is not there.
    """
    ending = PurePath(name).suffix.lower()
    if (kind := file_kind_of(content)) and ending not in (right := _ENDINGS_OF.get(kind.title, ())):
        help = f"Give it the ending {right[0]}." if right else "Save its text as a .txt."
        raise Unreadable(f"{name} is {kind.title}. {help}")
    found = (take or extract)(name, content) if ending in _READERS else _plain(name, content)
    if len(found) > MOST_CHARACTERS:
        raise Unreadable(
            f"{name} has more than {MOST_CHARACTERS:,} characters of text. Keep the pages that are quoted."
        )
    text = unicodedata.normalize("NFC", found.replace("\r\n", "\n").replace("\r", "\n"))
    if not text.strip():
        hint = " If it is a scan, save its text as a .txt." if ending == ".pdf" else ""
        raise Unreadable(f"{name} has no text in it.{hint}")
    return Snapshot(name, digest(content if ending == ".pdf" else content.replace(b"\r\n", b"\n")), text)


def extract(name: str, content: bytes) -> str:
    """The text of a PDF, a page or Markdown, as its library gives it."""
    return _READERS[PurePath(name).suffix.lower()](name, content)


def _plain(name: str, content: bytes) -> str:
    encoding = "utf-16" if content.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise Unreadable(f"{name} is not UTF-8 (byte {error.start}). Save it as UTF-8.") from None


def _markdown(name: str, content: bytes) -> str:
    try:
        from markdown_it import MarkdownIt
    except ImportError:
        raise MissingExtra(f"reading {name}", "snapshots") from None
    text = _NOTES.sub(lambda found: found[1] or f"\\{found[2]}", _plain(name, content))
    return _html(name, MarkdownIt().enable("table").render(text).encode())


_NOTES = re.compile(r"(`[^`\n]+`)|(\[\^[\w.:-]{1,40}\](?!\())")
"""Code, and marks of notes: CommonMark has no notes, and takes the address of one for that of a link."""


def _html(name: str, content: bytes) -> str:
    try:
        import inscriptis
        from lxml import etree, html
    except ImportError:
        raise MissingExtra(f"reading {name}", "snapshots") from None
    parser = html.HTMLParser(encoding=_encoding(content), remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        tree = html.document_fromstring(content, parser=parser)
    except (etree.ParserError, ValueError):
        raise Unreadable(f"{name} cannot be read as HTML.") from None
    if _is_too_deep(tree, parser.error_log):
        raise Unreadable(
            f"{name} has elements nested more than {DEEPEST} deep, which no browser shows. Save its text as a .txt."
        )
    _simplify(tree)
    return str(inscriptis.Inscriptis(tree).get_text())


def _is_too_deep(tree: Any, log: Any) -> bool:
    if any("depth" in error.message for error in log):  # the parser gave up itself, at 2,048
        return True
    from lxml.etree import iterwalk

    depth = 0
    for event, _ in iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > DEEPEST:
            return True
    return False


def _encoding(content: bytes) -> str | None:
    """UTF-8 where it is that; otherwise what the page says of itself."""
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return "utf-8"


def _simplify(tree: Any) -> None:
    """Take out what a reader does not see, and marks of notes that link to them; set what is high in characters that
    are (`10⁶`, not `106`); lay out everything as blocks."""
    raised = set[Any]()
    for element in list(tree.iter()):
        if element.tag in _UNSEEN_TAGS or element.get("hidden") is not None or _is_note(element):
            if element.getparent() is not None:
                element.drop_tree()
        elif element.tag in _BLOCKS:
            element.tag = "div"
        elif _is_high(element) and element not in raised:
            element.tag = "sup"
            for part in element.iter():
                raised.add(part)
                part.text = _high(part.text)
                part.tail = part.tail if part is element else _high(part.tail)
        elif element.tag == "span":
            element.tag = "font"  # inscriptis sets spaces around a span, which may stand inside a word


_HIGH = str.maketrans("0123456789-+()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺⁽⁾")
_NOTE = re.compile(r"foot-?note|end-?note|note-?ref|(?<![a-z])(?:fn|note|cite|ref)(?![a-z])", re.I)
_MARK = re.compile(rf"\s*[\[({{]{{0,2}}(?:{KEY}|{NOTE})[\])}}]{{0,2}}\s*")
_BEFORE = re.compile(r"[\w.,;:!?)'’\"”»]\Z")
_BEFORE_LETTER = re.compile(r"(?:[.,;:!?)'’\"”»]|(?<!\w)[^\W\dA-Z_]{3,})\Z")
"""After a small word or a stop, a high letter is a mark; after a figure or a numeral, an ending (`1er`, `XIXe`)."""


def _high(text: str | None) -> str | None:
    return text.strip().translate(_HIGH) if text and re.fullmatch(r"[\d\s,;+–-]+", text) else text


def _is_high(element: Any) -> bool:
    return element.tag == "sup" or (element.tag == "span" and re.search(r"\bsup", element.get("class", "")) is not None)


def _is_note(element: Any) -> bool:
    """A link that is set high; a letter that is, behind a word or a stop; or a mark written to what it is a mark of,
    which says itself that it is of a note, or leads to one on the page."""
    if element.tag == "sup":
        letter = re.fullmatch(r"\s*(?:[a-z]|[ivx]{2,5})\s*", element.text_content()) is not None
        return element.find(".//a") is not None or (letter and _is_glued(element, _BEFORE_LETTER))
    if (
        element.tag not in ("a", "span")
        or not _MARK.fullmatch(element.text_content())
        or not _is_glued(element, _BEFORE)
    ):
        return False
    address = element.get("href", "")
    told = filter(None, map(element.get, ("class", "rel", "role", "id", "epub:type")))
    return bool(_NOTE.search(" ".join([*told, *([address] if address.startswith("#") else [])])))


def _is_glued(element: Any, pattern: re.Pattern[str]) -> bool:
    """Whether what stands right before it is as the pattern says."""
    before, parent = element.getprevious(), element.getparent()
    text = before.tail or before.text_content() if before is not None else parent.text if parent is not None else ""
    return pattern.search(text or "") is not None


def _pdf(name: str, content: bytes) -> str:
    try:
        import pypdfium2
    except ImportError:
        raise MissingExtra(f"reading {name}", "snapshots") from None
    try:
        document = pypdfium2.PdfDocument(content)
        try:
            pages = [_page(page) for page in document]
        finally:
            document.close()
    except pypdfium2.PdfiumError as error:
        hint = " It has a password." if "password" in str(error).lower() else ""
        raise Unreadable(f"{name} cannot be read as PDF.{hint} Save its text as a .txt.") from None
    return "\n\f".join(pages)


def _page(page: Any) -> str:
    """The text of a page. PDFium writes U+FFFE for a hyphen at the end of a line, and drops the line's end; after what
    is set high it ends a line that goes on."""
    words = page.get_textpage()
    text = re.sub("\ufffe|\x02", "-\n", _raised(words, str(words.get_text_range())))
    return re.sub(r"(?<=[⁰¹²³⁴⁵⁶⁷⁸⁹])\r?\n(?=[.,;:!?)])", "", text)


def _raised(words: Any, text: str) -> str:
    """The text with digits that are set high in characters that are: a mark of a note is not part of a number."""
    chars = list(text)
    for found in re.finditer(r"(?<!\S)\S+[0-9]", text):  # up to a word's last digit: where that is not high, none is
        base = _baseline(words, found.start())
        for at in range(found.end() - 1, found.start(), -1):
            if base is None or (chars[at] in "0123456789" and not _is_above(words, at, base)):
                break
            chars[at] = chars[at].translate(_HIGH) if chars[at].isdecimal() else chars[at]
    return "".join(chars)


def _baseline(words: Any, at: int) -> float | None:
    """The line on which the character at an index of the text stands."""
    import ctypes

    from pypdfium2 import raw

    x, y = ctypes.c_double(), ctypes.c_double()
    char = raw.FPDFText_GetCharIndexFromTextIndex(words, at)
    return y.value if char >= 0 and raw.FPDFText_GetCharOrigin(words, char, x, y) else None


def _is_above(words: Any, at: int, base: float) -> bool:
    """Whether a digit stands above a line by more than a third of its height."""
    import ctypes

    from pypdfium2 import raw

    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    char = raw.FPDFText_GetCharIndexFromTextIndex(words, at)
    if char < 0 or not raw.FPDFText_GetCharBox(words, char, left, right, bottom, top):
        return False
    return bottom.value - base > (top.value - bottom.value) / 3 > 0


_READERS: dict[str, Callable[[str, bytes], str]] = {
    ".pdf": _pdf, ".md": _markdown, **dict.fromkeys(ENDINGS[2:5], _html)
}  # fmt: skip
