"""Dates of bibliographies in words and numbers, as EDTF texts such as `2004-07-12` or `2004-07/2004-08`."""

from __future__ import annotations

import re

from argmap.model.csl.edtf import read_text

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SEASONS = {"spr": "21", "sum": "22", "aut": "23", "fal": "23", "win": "24"}
_WORD = re.compile(r"[^\W\d_]{3,}|\d+")


def is_date(text: str) -> bool:
    """Whether a text is a date that one can reckon with, not words such as `in press`."""
    spoken = read_text(text)
    return spoken is not None and bool(spoken.span)


def of_parts(year: str, month: str = "", day: str = "") -> str | None:
    """A year with a month in words or figures, a season, a day, or two of them; None where that is no date.

    Zeros are what is not known.
    """
    if not re.fullmatch(r"-?\d{4}", year) or re.search(r"\d{5}", f"{month} {day}"):
        return None
    month, day = ("" if re.fullmatch(r"\s*0{1,2}\s*", part) else part for part in (month, day))
    if not month:
        return None if _known(day) else year
    words = [word.lower() for word in _WORD.findall(month)]
    months = [each for each in map(_month, words) if each]
    figures = [word for word in words if word.isdigit()]
    if not months and len(figures) in (1, 2):
        months, figures = [f"{int(each):02d}" for each in figures], []
    if len(months) + len(figures) != len(words) or not months:
        return None
    days = figures or ([day] if _known(day) else [])
    return _joined(year, months, days)


def _known(day: str) -> bool:
    return day.strip().isdecimal()


def _month(word: str) -> str | None:
    head = word[:3]
    return f"{_MONTHS.index(head) + 1:02d}" if head in _MONTHS else _SEASONS.get(head)


def _joined(year: str, months: list[str], days: list[str]) -> str | None:
    """`2004-07`, `2004-07/2004-08`, `2004-07-12`, `2004-07-12/2004-07-14`, `2004-07-30/2004-08-02`."""
    if len(months) > 2 or len(days) > 2 or (days and len(days) < len(months)):
        return None
    if any(int(month) > 24 or 12 < int(month) < 21 or month == "00" for month in months):
        return None
    if not days:
        return "/".join(f"{year}-{month}" for month in months)
    if any(int(month) > 12 for month in months) or any(not 1 <= int(day) <= 31 for day in days):
        return None
    pairs = zip(months * (3 - len(months)), days, strict=False)
    return "/".join(f"{year}-{month}-{int(day):02d}" for month, day in pairs)
