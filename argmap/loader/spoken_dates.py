"""Dates as people write them, and what to write instead: `5 Jan 2026`, `02/13/2026`, `spring 2026`, `n.d.`."""

from __future__ import annotations

import calendar
import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from argmap.bibliography.date_fields import of_parts
from argmap.loader.faults import Advice, write
from argmap.loader.forms import flow
from argmap.loader.near_words import quoted
from argmap.model.csl.edtf import read_text
from argmap.model.csl.variables import DATES
from argmap.model.diagnostics import Edit, Span
from argmap.wording.calendar_words import MONTHS, long_date

_MONTHS = {name.lower(): number for number, name in enumerate(MONTHS, 1)}
_MONTHS |= {name[:3]: number for name, number in _MONTHS.items()} | {"sept": 9}
_OTHERS = """
januar janner janvier enero gennaio januari janeiro января ocak
februar feber fevrier febrero febbraio februari fevereiro февраля subat
marz mars marzo maart marco марта mart|avril abril aprile апреля nisan|mai mayo maggio mei maio мая mayıs
juni juin junio giugno junho июня haziran|juli juillet julio luglio julho июля temmuz
aout agosto augustus augusti августа agustos|septembre septiembre settembre setembro сентября eylul
oktober octobre octubre ottobre outubro октября ekim|novembre noviembre novembro ноября kasım
dezember decembre diciembre dicembre dezembro декабря aralık
"""
_MONTHS |= {name: month for month, names in enumerate(re.split(r"[|\n]", _OTHERS.strip()), 1) for name in names.split()}
_NAME = "|".join(sorted(_MONTHS, key=len, reverse=True))
_SEASONS = {"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4}
_SEASONS |= {"frühjahr": 1, "frühling": 1, "sommer": 2, "herbst": 3, "printemps": 1, "été": 2, "automne": 3, "hiver": 4}
_NONE = frozenset({
    "nd", "no date", "undated", "unknown", "none", "na", "n/a", "?", "??", "tbd", "date unknown", "-",
    "oj", "od", "sd", "sa", "ty", "бг",
})  # fmt: skip
"""Also as German, French, Latin, Turkish and Russian have it: `o. J.`, `s. d.`, `s. a.`, `t. y.`, `б. г.`."""


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    """Compiled when a date is first in doubt: that takes longer than reading a file, and few debates need it."""
    return tuple(
        re.compile(form, re.IGNORECASE)
        for form in (
            r"(?P<y>\d{4})(?P<m>\d{2})(?P<d>\d{2})?",
            r"(?P<y>\d{4})\s*([-/.–])\s*(?P<m>\d{1,2})(?:\s*\2\s*(?P<d>\d{1,2}))?(?:[T ]\d{1,2}:?\d{2}.*)?",
            rf"(?:[a-z]+,? +)?(?P<d>\d{{1,2}})(?:st|nd|rd|th|er)?(?: of| de)?[ .-]*(?P<m>{_NAME})\.?,?(?: de)?[ -]*"
            r"(?P<y>\d{4})",
            rf"(?:[a-z]+day,? +)?(?P<m>{_NAME})\.?[ -]*(?:(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,? +)?,?[ -]*(?P<y>\d{{4}})",
            rf"(?P<y>\d{{4}}),?[ -]*(?P<m>{_NAME})\.?(?:[ -]+(?P<d>\d{{1,2}}))?",
            r"(?P<m>\d{1,2})\s*[-/.]\s*(?P<y>\d{4})",
        )
    )


_LAST = re.compile(r"(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{4})")
_SEASON = re.compile(rf"({'|'.join(_SEASONS)})(?: of)?,? +(\d{{4}})", re.IGNORECASE)
_ABOUT = re.compile(r"(?:c|ca|circa|about|around|approx)?\.?\s*+~?\s*+(\d{4})\s*[~?]?", re.IGNORECASE)
_TO = re.compile(r" ?(?:/|–|—|\bto\b|\bbis\b|(?<= )-(?= )|(?<=^\d{4})-(?=\d{4}$)) ?")
_ERA = r"(?:ad|a\. ?d\.|ce|c\. ?e\.)"
_BEFORE = r"(?:bce?|b\. ?c\.(?: ?e\.)?|v\. ?chr\.)"
_ANCIENT = re.compile(
    rf"(?P<about>(?:c|ca|circa|about)\b\.? ?)?(?:{_ERA} ?)?(?P<minus>[-−])?(?P<first>\d{{1,4}})"
    rf"(?: ?(?:{_ERA}|{_BEFORE})? ?[-–/] ?(?P<last>\d{{1,4}}))? ?(?:{_ERA}|(?P<bc>{_BEFORE}))?",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d{2}(?![\ds])")
_FORM = "a date has the form 2026-02-28"
_EXAMPLE = "Write it as `2026`, `2026-02` or `2026-02-28`."


def readings(text: str) -> list[str]:
    """Every date that a text may mean, as `2026-01-12`; two where day and month may be either way round."""
    plain = unicodedata.normalize("NFKD", " ".join(text.split())[:60])
    text = "".join(each for each in plain if not unicodedata.combining(each))
    if found := _LAST.fullmatch(text):
        one, two, year = found.groups()
        both = (_date(year, month, day) for month, day in ((two, one), (one, two)))
        return list(dict.fromkeys(filter(None, both)))
    numbers = (found.groupdict() for form in _forms() if (found := form.fullmatch(text)))
    return list(dict.fromkeys(date for each in numbers if (date := _date(each["y"], each["m"], each.get("d")))))


def month_of(name: str) -> int | None:
    """The number of a month, by its name or the beginning of it; None where it is none."""
    return _MONTHS.get(name.strip().rstrip(".").lower())


def _date(year: str, month: str, day: str | None) -> str | None:
    number = _MONTHS.get(month.lower()) or (int(month) if month.isdigit() else 0)
    if not 1 <= number <= 12 or int(year) == 0:
        return None
    if day is None:
        return f"{year}-{number:02}"
    return f"{year}-{number:02}-{int(day):02}" if 1 <= int(day) <= calendar.monthrange(int(year), number)[1] else None


def date_advice(key: str, given: str, at: Span) -> tuple[str, Advice]:
    """What is wrong with a date at a place, and what to do. Those of CSL take its forms as well."""
    said, meant = f"{quoted(given)} is not a date", readings(given)
    found = re.fullmatch(r"(\d\d)(\d\d)\s*[/–]\s*(\d\d)", given.strip())
    if found and key in DATES and meant and int(found[3]) == int(found[2]) + 1:
        month, years = long_date(meant[0]), f"{found[1]}{found[2]}/{found[1]}{found[3]}"
        words = f"Write `{meant[0]}` for {month}, or `{years}` for the two years."
        return f"{quoted(given)} may be {month} or two years", Advice(words)
    if len(meant) == 1:
        return _FORM, write(meant[0], at=at)
    if meant:
        day, month = (long_date(date) for date in meant)
        words = f"Write `{meant[0]}` for {day}, or `{meant[1]}` for {month}."
        return f"{quoted(given)} may be {day} or {month}", Advice(words)
    plain = given.strip().strip(".()[]").lower().replace(".", "")
    if plain in _NONE or plain.replace(" ", "") in _NONE:
        help = f"Delete it: without `{key}` the date is unknown."
        return said, Advice(help, (Edit(at),))
    return next(_less_sure(key, " ".join(given.split()), at), (said, _otherwise(key, given)))


def _less_sure(key: str, given: str, at: Span) -> Iterator[tuple[str, Advice]]:
    is_csl = key in DATES
    if found := re.fullmatch(r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?", given):
        yield _no_such(found, is_csl)
    if found := _SEASON.fullmatch(given):
        season = f"{{date-parts: [[{found[2]}]], season: {_SEASONS[found[1].lower()]}}}"
        words = "Write {}." if is_csl else "Write {}, or the month as well."
        yield _FORM, write(season if is_csl else found[2], words)
    if found := _ABOUT.fullmatch(given):
        about = f"{{date-parts: [[{found[1]}]], circa: true}}"
        yield _FORM, write(about if is_csl else found[1])
    if span := _range(given):
        message = _FORM if span[0] <= span[1] else "the range ends before it begins"
        words = "Write {}." if is_csl else "Write one date, such as {}."
        yield message, write("/".join(sorted(span)) if is_csl else max(span), words)
    if is_csl and (found := _ANCIENT.fullmatch(given)) and (len(found["first"]) < 4 or re.search("[a-z]", given, re.I)):
        yield _FORM, _ancient(found)
    if found := re.fullmatch(r"(\d{4})\.0+", given):  # a spreadsheet made a number of it
        yield _FORM, write(found[1], at=at)


def _range(given: str) -> tuple[str, str] | None:
    """The ends of a range, where the second may leave out what the first has said, and names of months the year:
    `2020–21`, `2004-06-11/13`, `May 2004 to June 2004`, `5–7 May 2004`, `May/June 2004`."""
    if len(years := re.findall(r"(?<!\d)\d{4}(?!\d)", given)) == 1 and re.search(r"[^\W\d_]{3}", given):
        first, _, last = (of_parts(years[0], given.replace(years[0], " ")) or "").partition("/")
        return (first, last) if last else None
    first, *others = (one[0] if len(one := readings(end)) == 1 else end.strip() for end in _TO.split(given))
    if len(others) != 1:
        return None
    known, last = first.split("-"), others[0]
    parts = [part.zfill(2) for part in last.split("-")]
    if re.fullmatch(r"\d{1,2}(-\d{1,2})?", last) and len(parts) <= len(known):
        last = "-".join([*known[: -len(parts)], *parts]) if known[1:] else first[: -len(last)] + last
    return (first, last) if read_text(f"{first}/{last}") or read_text(f"{last}/{first}") else None


def _ancient(found: re.Match[str]) -> Advice:
    """A year of fewer than four digits, or before the common era, and perhaps a second one."""
    is_before = bool(found["minus"] or found["bc"])
    years = sorted((-1 if is_before else 1) * int(year) for year in (found["first"], found["last"]) if year)
    parts, circa = [[year] for year in years], ", circa: true" if found["about"] else ""
    meant = f" for {'–'.join(str(abs(year)) for year in years)} {'BC' if is_before else 'AD'}"
    return write(f"{{date-parts: {parts}{circa}}}", f"Write {{}}{meant}.")


def _no_such(found: re.Match[str], may_be_range: bool) -> tuple[str, Advice]:
    """A month that no year has, or a day that a month does not have."""
    year, month = found[1], int(found[2])
    if 1 <= month <= 12:
        message = f"{MONTHS[month - 1]} {year} has {calendar.monthrange(int(year), month)[1]} days"
        return message, write(f"{year}-{month:02}", "Write the day that is meant, or {}.")
    advice = write(year, "Write the month that is meant, or {}.")
    if may_be_range and not found[3] and (last := f"{year[:2]}{found[2]}") > year:
        advice = write(f"{year}/{last}", "Write the month that is meant, or {} for a range of years.")
    return f"a year has no month {found[2]}", advice


def _otherwise(key: str, given: str) -> Advice:
    years = _YEAR.findall(given)
    if len(years) == 1 and re.search(r"(?<!\d)\d{1,2}(?!\d)", given) and re.search(r"[^\W\d_]{3}", given):
        help = "Put it in numbers, the year first: 2026-02-28 is the last day of February 2026."
        return Advice(help)
    if len(years) == 1:
        return write(years[0], "Write {}, or as much more as is known: `2026-02` or `2026-02-28`.")
    if key in DATES and given.strip() and len(given) <= 60:
        return write(flow({"literal": given.strip()}), f"{_EXAMPLE[:-1]}; and words as {{}}.")
    return Advice(_EXAMPLE)
