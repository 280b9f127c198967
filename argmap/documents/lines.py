"""Data as sentences and parts of them, and lines of a document."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from argmap.documents.document import Inline, Line, Run, tidy
from argmap.model.csl.dates import CslDate
from argmap.model.csl.edtf import SEASONS, Moment
from argmap.wording.calendar_words import MONTHS


def shown(n: int, most: int) -> int:
    """How many of some things to name: up to `most`, and one above, which takes no more room than to count it."""
    return n if n <= most + 1 else most


def sentence(text: str) -> str:
    """Data as a sentence: with a full stop unless it ends in a mark of its own."""
    text = tidy(text)
    return text if text.rstrip("”’\"')»").endswith((".", "!", "?", "…", "。", "！", "？", "؟")) else text + "."


def phrase(text: str) -> str:
    """Data as part of a sentence: without its full stop."""
    text = tidy(text)
    return text[:-1] if text.endswith(".") and not text.endswith("..") else text


def when(written: CslDate) -> str:
    """A date of a bibliography: `28 February 2026`, `spring 2015`, `July 2004 to August 2004`, `about 1730`; no words
    where it has no date."""
    first, last = written.span[0] if written.span else None, written.span[-1] if written.span else None
    about = "about " if written.circa else ""
    if len(written.span) < 2:
        return about + _moment(first) if first else ""
    if first and last:
        return f"{about}{_moment(first)} to {_moment(last)}"
    return f"since {about}{_moment(first)}" if first else f"until {about}{_moment(last)}" if last else ""


def _moment(moment: Moment) -> str:
    season = SEASONS[moment.season - 1] if isinstance(moment.season, int) else moment.season
    year = f"{-moment.year} BCE" if moment.year < 0 else str(moment.year)
    if moment.month is None:
        return f"{season} {year}" if season else year
    return f"{moment.day or ''} {MONTHS[moment.month - 1]} {year}".strip()


def line(*parts: str | Inline | Iterable[Inline]) -> Line:
    """Strings, runs and lines put together; empty ones are left out."""
    out: list[Inline] = []
    for part in parts:
        if isinstance(part, str):
            out += [Run(part)] if part else []
        elif isinstance(part, Iterable):
            out += part
        else:
            out.append(part)
    return tuple(out)


def listed_lines(lines: Sequence[Line], last: str = "and") -> Line:
    """`a`, `a and b`, `a, b and c`."""
    out: list[Inline] = []
    for index, item in enumerate(lines):
        if index:
            out.append(Run(f" {last} " if index == len(lines) - 1 else ", "))
        out += item
    return tuple(out)


def joined(lines: Iterable[Line], by: str) -> Line:
    """Lines with a separator between them; empty lines are left out."""
    out: list[Inline] = []
    for item in lines:
        if item:
            out += [Run(by), *item] if out else item
    return tuple(out)
