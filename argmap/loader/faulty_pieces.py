"""A file cut into its top entries and statements, so that a fault of syntax is looked for where it is; and the repair
that most such faults want: quotes around a text.

YAML's parser gives up where it can go on no longer, which may be lines after what is wrong. A piece that cannot be
read by itself has its fault in itself.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

import yaml

from argmap.loader.forms import in_quotes, takes_brackets
from argmap.loader.mapping_kinds import known_keys, takes_word
from argmap.loader.vocabulary import TYPES, every_key
from argmap.model import DebateHeader, PositionHeader, Rebuttal
from argmap.model.values import spaced

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_MOST_JOINED = 3
"""Pieces that are read as one where the first cannot be read alone, such as a quoted text over several lines."""
_DASH = rf"-(?: |(?=(?:{'|'.join(TYPES)}):))"
"""What begins an item; before the type of a statement also without the space that it needs."""
_OF_STATEMENTS = known_keys(Rebuttal) - known_keys(DebateHeader) - known_keys(PositionHeader)
"""Keys that never stand in the first column: there they belong to the item above."""
_FIRST_ITEM = re.compile(rf"^([ ]*){_DASH}", re.MULTILINE)


class Repair(NamedTuple):
    """A stretch of a text, what to write in its place, and what is wrong there."""

    start: int
    end: int
    text: str
    message: str
    help: str = ""
    """What to do, where it is said in other words than *write*."""
    mark: tuple[int, int] | None = None
    """What is pointed at, where it is not the stretch itself."""
    rule: str = "yaml-syntax"
    safe: bool = True
    """Whether it says beyond doubt what was meant."""


def error_in(text: str) -> yaml.YAMLError | None:
    """The error of syntax in a text by itself; None where it can be read."""
    loader = _LOADER(text)
    try:
        while loader.get_event() is not None:
            pass
    except yaml.YAMLError as error:
        return error
    finally:
        loader.dispose()
    return None


def place_of(error: yaml.YAMLError) -> int:
    """The offset at which the parser gave up."""
    mark = error.problem_mark or error.context_mark if isinstance(error, yaml.MarkedYAMLError) else None
    return mark.index if mark else 0


def faulty(text: str, error: yaml.YAMLError) -> tuple[int, int]:
    """The first piece that cannot be read by itself, from its start to just after its end, of those around an error.

    Where each can be read, the fault is between two: the piece in which the parser gave up and the one before.
    """
    starts, at = [*_starts(text), len(text)], place_of(error)
    context = error.context_mark if isinstance(error, yaml.MarkedYAMLError) else None
    last = bisect_right(starts, at, hi=len(starts) - 1) - 1
    number = bisect_right(starts, min(at, context.index if context else at), hi=len(starts) - 1) - 1
    while number <= last:
        joined = range(number + 1, min(number + _MOST_JOINED, last + 1) + 1)
        end = next((n for n in joined if error_in(text[starts[number] : starts[n]]) is None), None)
        if end is None:
            return starts[number], starts[number + 1]
        number = end
    return starts[max(last - 1, 0)], starts[last + 1]


def _starts(text: str) -> Iterator[int]:
    """Where the pieces begin: keys and items of the first column, and items of the outermost list."""
    item = _FIRST_ITEM.search(text)
    outer = f"|^[ ]{{{len(item[1])}}}{_DASH}" if item else ""
    entry = r"^(?:[\[{\"']|-|[^\s#\]}\n][^\n:]*:)"
    starts = list(re.compile(entry + outer, re.MULTILINE).finditer(text))
    yield 0
    yield from (each.start() for each in starts if each.start() and each[0].rstrip(":") not in _OF_STATEMENTS)


_CLIPPED = re.compile(r"'(?:\d\ds?|[Tt]is|[Tt]was|em|til|cause|n)\b")
"""Words that begin with an apostrophe, which is not a quote."""

_KEY = re.compile(r"(?<![\w-])([\w-]+):(?=\s|$)")
_OPENS_ENTRIES = re.compile(rf"\{{[ ]*(?:{'|'.join((*TYPES, 'id', 'source', 'rule', 'over'))}):")
_SEVERAL = re.compile(r"[,;][^,;:\n]*:")
"""What cannot stand in an id, even in one with words too many: more entries."""

_EMPTY_KEY = re.compile(r",\s*[A-Za-z_-]+:$")
"""What may be a key without a value, and no piece of the text."""


def may_be_text(key: str, raw: str) -> bool:
    """Whether a value, or an item where there is no key, can be meant as a text: not brackets in the place of some, nor
    a word with keys after it.
    """
    if (raw[0] in "[{" and takes_brackets(key)) or (not key and _OPENS_ENTRIES.match(raw)):
        return False
    if not takes_word(key) or (key in TYPES and not any(found[1] in every_key() for found in _KEY.finditer(raw))):
        return True
    return key not in TYPES and not _SEVERAL.search(raw)


def quoted_text(piece: str, start: int, end: int) -> Repair:
    """A stretch of a text between quotes."""
    raw = piece[start:end]
    is_sure = not _EMPTY_KEY.search(raw)
    return Repair(start, end, in_quotes(re.sub(spaced(r"\n"), " ", meant(raw))), _reason(raw), safe=is_sure)


def _reason(raw: str) -> str:
    first = raw[0]
    if "\\" in raw and first == '"':
        return "a backslash stands between double quotes"
    if first in "\"'":
        return "this quote is never closed" if raw.count(first) == 1 else "text goes on after a closing quote"
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
        return raw[1:].rstrip("\"'" if " " not in raw else "") if raw.count(sign) == 1 else raw
    first = inner.find(sign)
    if first < 0 or inner[:first][-1:] in ("", " ", "(") or inner[first + 1 :][:1].isalpha():
        return inner  # a quote that opens, or an apostrophe: the outer ones belong together
    return raw
