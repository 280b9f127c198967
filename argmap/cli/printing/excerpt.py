"""The lines of a file around a place, with a caret under what is meant and the message beside it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate, takewhile
from typing import NamedTuple

import click

from argmap.cli.printing.terminal import printable, steady
from argmap.model.diagnostics import Span

_BREAK = re.compile(r"\r\n|\n|\r")
TAB = 4
LEAST = 30
"""Columns that an excerpt has, however narrow the screen; a caret no wider keeps the message beside it."""


class Cut(NamedTuple):
    """The part of a line that is shown, and the columns of the caret in it."""

    line: str
    start: int
    end: int


def excerpt(text: str | None, span: Span, message: str, width: int, shade: str | None = None) -> list[str]:
    """The line before (where it says something), the line itself, and the caret with the message.

    `width` is that of the screen in columns; a long line is cut around the caret. Of a place that goes over several
    lines the first is shown. Where the text is not known, the message stands alone.
    """
    message = printable(message)
    lines = _two_lines(text, span.line) if text is not None else None
    if lines is None:
        return [f"  {message}"]
    gutter = len(str(span.line)) + 2
    room = max(width - gutter - 3, LEAST)
    before, line = lines
    end_column = span.end_column if span.end_line == span.line else len(line) + 1
    cut = _cut(line, span.column - 1, max(end_column - 1, span.column), room)
    shown = [f"{span.line - 1:{gutter}} | {_cut(before, 0, 0, room).line}"] if before.strip() else []
    shown.append(f"{span.line:{gutter}} | {cut.line}")
    return [*shown, *_caret(cut, message, room, " " * gutter + " | ", shade)]


def _two_lines(text: str, number: int) -> tuple[str, str] | None:
    """The line before and the line of that number; None where the text has no such line."""
    lines = _lines(text)
    if not 1 <= number <= len(lines):
        return None
    return (lines[number - 2] if number > 1 else ""), lines[number - 1]


@lru_cache(maxsize=8)
def _lines(text: str) -> list[str]:
    return _BREAK.split(text)


def _caret(cut: Cut, message: str, room: int, gutter: str, shade: str | None) -> list[str]:
    """Under what is meant: carets, then the message, on a line of its own where it does not fit beside them."""
    carets = "^" * max(cut.end - cut.start, 1)
    marked = click.style(carets, fg=shade, bold=True) if shade else carets
    beside = cut.start + len(carets) + 1 + columns(message) <= room or len(carets) <= LEAST
    if beside:
        return [f"{gutter}{' ' * cut.start}{marked} {message}"]
    return [f"{gutter}{' ' * cut.start}{marked}", f"{gutter}{message}"]


def _cut(line: str, start: int, end: int, room: int) -> Cut:
    """A line as it looks on a screen, from `start` to `end` (characters) at least in part, within `room` columns."""
    if line.isascii() and line.isprintable() and len(line) <= room:  # the ordinary line, which needs no measuring
        return Cut(line.rstrip(), min(start, len(line)), min(end, len(line)))
    cells = list(_cells(line))
    places = [0]
    for cell in cells:
        places.append(places[-1] + columns(cell))
    start, end = min(start, len(cells)), min(end, len(cells))
    if places[-1] <= room:
        return Cut("".join(cells).rstrip(), places[start], places[end])
    seen = min(places[end] - places[start], room // 2)
    left = 0
    if places[start] + seen > room - 1:
        left = next(i for i, place in enumerate(places) if place >= places[start] - room // 4)
    last = next((i for i, place in enumerate(places) if place - places[left] > room - 2), len(places)) - 1
    opening, closing = "…" if left else "", "…" if last < len(cells) else ""
    shift = len(opening) - places[left]
    return Cut(
        opening + "".join(cells[left:last]) + closing, places[start] + shift, places[min(max(end, start), last)] + shift
    )


def _cells(line: str) -> Iterator[str]:
    """Each character as it is shown: a tab as spaces, what would steer the terminal as a replacement character."""
    column = 0
    for character in steady(line):
        cell = " " * (TAB - column % TAB) if character == "\t" else character
        column += columns(cell)
        yield cell


def columns(text: str) -> int:
    """How many columns of a terminal a text takes: two for wide characters (UAX 11), none for combining ones."""
    if text.isascii():
        return len(text)
    return sum(_width(character) for character in text)


def shortened(text: str, room: int) -> str:
    """The text, or as much of it as fits into so many columns of a terminal before an ellipsis."""
    if columns(text) <= room:
        return text
    fitting = takewhile(lambda used: used < room, accumulate(map(columns, text)))
    return f"{text[: len(list(fitting))]}…"


def _width(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Me", "Mn", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
