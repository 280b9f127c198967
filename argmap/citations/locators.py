"""Where in a source something stands, as people write it: `p. 4`, `pp. 12–14`, `ch. 3`, `§ 5`, `12`.

What CSL calls a locator has a label, one of the terms below, and a value that begins with a number. Other words, such
as `Conclusion, sentence 4`, are none: a style would not know how to set them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from argmap.citations.english import english
from argmap.citations.terms import Locale

LABELS = (
    "page", "article-locator", "book", "canon", "chapter", "column", "elocation", "equation", "figure", "folio",
    "issue", "line", "note", "opus", "paragraph", "part", "rule", "section", "sub-verbo", "supplement", "table",
    "timestamp", "title-locator", "verse", "volume",
)  # fmt: skip
_MORE = {
    "pg": "page", "pgs": "page", "ch": "chapter", "chs": "chapter", "par": "paragraph", "pars": "paragraph",
    "fn": "note", "min": "timestamp",
}  # fmt: skip
"""Ways to write a label that are not an English term of CSL."""
_WRITTEN = re.compile(r"\s*+([^\W\d]+(?:\.[^\W\d]+)*\.?|§{1,2}|¶{1,2}|)\s*+(\S.*)", re.DOTALL)
_ROMAN = r"(?=[ivxlcdm])m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})\b"
_FRONT = r"(?=[ivxl])(?:xl|l?x{0,3})(?:ix|iv|v?i{0,3})"
_PAGE = re.compile(rf"\d+[a-z]?(?:\s*[,;&–-]\s*\d+[a-z]?)*(?:\s*f{{1,2}}\.)?|{_FRONT}(?:\s*[–-]\s*{_FRONT})?")
_NUMBER = rf"(?:[A-Za-z]{{0,2}}\d[\w.:()/]*|{_ROMAN})"
_NUMBERS = re.compile(
    rf"({_NUMBER}(?:\s*[,;&–-]\s*{_NUMBER})*(?:\s*f{{1,2}}\.)?)(?:\s*[,;]\s*(\S.*))?", re.IGNORECASE | re.DOTALL
)
_TIME = re.compile(r"\d{1,2}(?::\d\d){1,2}(?:\s*[–-]\s*\d{1,2}(?::\d\d){1,2})?")


class Locator(NamedTuple):
    """A place in a source."""

    label: str
    """The name of a term: `page`, `chapter`."""
    value: str


def labels(locale: Locale) -> Mapping[str, str]:
    """By each way of writing a label, in English and in a language, in small letters without its full stop: the term
    that it is."""
    written = dict(_MORE)
    for name in reversed(LABELS):  # where a short form is that of two, the more usual one is last
        for (term, form), texts in (*english("en-US").terms.items(), *locale.terms.items()):
            if term == name and form in ("long", "short", "symbol"):
                written |= {text.casefold().rstrip("."): name for text in texts if text}
    return written


def parted(text: str, labels: Mapping[str, str]) -> tuple[Locator | None, str]:
    """The place that a text names, by the labels of a language, and what else it says: `ch. 3, p. 12` is chapter 3,
    with more words after it. A bare number is a page, `12:30` a time; all of `Conclusion, sentence 4` is words."""
    bare = text.strip()
    if _PAGE.fullmatch(bare):
        return Locator("page", bare), ""
    if _TIME.fullmatch(bare):
        return Locator("timestamp", bare), ""
    found = _WRITTEN.fullmatch(bare)
    label = labels.get(found[1].casefold().rstrip(".")) if found and found[1] else None
    numbers = _NUMBERS.fullmatch(found[2]) if found and label else None
    return (Locator(label, numbers[1]), numbers[2] or "") if label and numbers else (None, bare)
