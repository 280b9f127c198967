"""Quotes around a text that YAML cannot read without, and the reason why it cannot."""

from __future__ import annotations

import re

from argmap.loader.forms import in_quotes
from argmap.loader.pieces import Repair

_CLIPPED = re.compile(r"'(?:\d\ds?|[Tt]is|[Tt]was|em|til|cause|n)\b")
"""Words that begin with an apostrophe, which is no quote."""

_EMPTY_KEY = re.compile(r",\s*[A-Za-z_-]+:$")
"""What may be a key without a value, and no piece of the text."""


def quoted_text(piece: str, start: int, end: int) -> Repair:
    """A stretch of a text between quotes."""
    raw = piece[start:end]
    is_sure = not _EMPTY_KEY.search(raw)
    return Repair(start, end, in_quotes(re.sub(r"\s*\n\s*", " ", meant(raw))), _reason(raw), safe=is_sure)


def _reason(raw: str) -> str:
    first = raw[0]
    if "\\" in raw and first == '"':
        return "a backslash stands between double quotes"
    if first in "\"'":
        return (
            "a quote is opened here and never closed"
            if raw.count(first) == 1
            else "text goes on behind a closing quote"
        )
    if first in "@`%*&!|>?-,[]{}:#":
        return f"a text that begins with `{first}` must stand in quotes"
    if re.search(r":(?:\s|$)", raw):
        return "a text with a colon before a space must stand in quotes"
    if re.search(r"\s#", raw):
        return "a text with a space before `#` must stand in quotes"
    if not re.search(r"[\[\]{}]", raw):
        return "inside brackets a text with a comma must stand in quotes"
    return "inside brackets a text with brackets must stand in quotes"


def meant(raw: str) -> str:
    """The text that somebody meant by something with quotes in the wrong places."""
    sign, inner = raw[0], raw[1:-1]
    if sign not in "\"'" or _CLIPPED.match(raw):
        return raw
    if len(raw) < 2 or raw[-1] != sign:
        return raw[1:] if raw.count(sign) == 1 else raw
    first = inner.find(sign)
    if first < 0 or inner[:first][-1:] in ("", " ", "(") or inner[first + 1 :][:1].isalpha():
        return inner  # a quote that opens, or an apostrophe: the outer ones belong together
    return raw
