"""Dates written as one text: our own `2026-02`, and EDTF (ISO 8601-2) as pandoc and Better BibTeX write it."""

from __future__ import annotations

import datetime
import re
from typing import NamedTuple

SEASONS = ("spring", "summer", "autumn", "winter")


class Moment(NamedTuple):
    """A year, month or day as CSL counts them: 431 BCE is the year -431, and there is no year 0.

    A `season` is 1 (spring) to 4 (winter), or a word such as `Michaelmas`.
    """

    year: int
    month: int | None = None
    day: int | None = None
    season: int | str | None = None

    @property
    def iso(self) -> str:
        """`2026`, `2026-02` or `2026-02-28`; 431 BCE is `-0430`, as in ISO 8601, and long years are `Y-17000`.

        A season is known to the year.
        """
        year = self.year if self.year > 0 else self.year + 1
        parts = (f"{'Y' * (abs(year) > 9999)}{'-' * (year < 0)}{abs(year):04d}", self.month, self.day)
        return "-".join(part if isinstance(part, str) else f"{part:02d}" for part in parts if part is not None)

    @property
    def edtf(self) -> str:
        """The same with a season, `2015-21`; a season in words stands before the year."""
        if self.season is None or self.month is not None:
            return self.iso
        return f"{self.iso}-{20 + self.season}" if isinstance(self.season, int) else f"{self.season} {self.iso}"

    @property
    def order(self) -> tuple[int, int, int]:
        """What moments are sorted by: the earliest day that each can be."""
        month = self.month or (3 * self.season if isinstance(self.season, int) else 0)
        return self.year, month, self.day or 0

    def is_before(self, other: Moment) -> bool:
        """Whether all of it is over when the other begins: July 2004 is not before 5 July 2004."""
        month = self.month or (3 * self.season + 2 if isinstance(self.season, int) else 12)
        return (self.year, month, self.day or 31) < other.order


class Spoken(NamedTuple):
    """What a text says: no moment (words), one, or the two ends of a range, None where it is open."""

    span: tuple[Moment | None, ...] = ()
    circa: bool = False
    words: str | None = None
    finer: bool = False
    """Whether the text says more than this, as `1730?` (uncertain) and `[1667, 1668]` (one of them) do."""


_ABOUT = re.compile(r"^\s*(?:circa|ca|c)\.?\s*(?=[-\d])", re.IGNORECASE)
STATUS = (
    "in press|forthcoming|in preparation|in production|submitted|accepted|to appear|under review|preprint|unpublished"
)
"""Words that stand in the place of a date, as Pandoc writes them where BibTeX has them as a year."""
_DECADE = re.compile(r"(\d{3})(?:[XxUu]|0s)|(\d{2})(?:[XxUu]{2})")
_OPEN = ("", "..", "open", "unknown")
"""An end that is not known; the words are those of EDTF before it became ISO 8601-2."""
_LONG = re.compile(r"[Yy](-?\d{1,12})(?:[Ee](\d))?")
_SET = re.compile(r"([\[{])([^\[\]{}]+)[\]}]")
_UNSURE = re.compile(r"(?:^|(?<=[-/]))[~?%]|[~?%](?=[-/]|$)")
_INSIDE = re.compile(r"[~?%](?=[^/])|[?%]")
_ROUGH = re.compile(r"(?<=\d)S\d{1,2}(?=/|$)")
_HALF = re.compile(r"(?<=-2[1-4])\^\w+(?=/|$)")
"""The half of the world that a season is of."""
_UNKNOWN = re.compile(r"([1-9]\d{0,2})([XxUu]{1,3})(-.+)?")
_DAY = re.compile(
    r"(?P<year>[-−]?\d{4})(?:-(?P<month>\d{2}|XX|uu)(?:-(?P<day>\d{2}|XX|uu))?)?(?P<time>T\d{2}Z?|[T ]\d{2}:\d{2}.*)?"
)


def read_text(text: str) -> Spoken | None:
    """What a text says as a date; None where it is none."""
    plain = text.strip().replace("\\", "")
    if plain.lower() in STATUS.split("|"):
        return Spoken(words=plain)
    if found := _SET.fullmatch(plain):
        return _set(found[1], re.split(r",|\.\.", found[2]))
    about, plain = bool(_ABOUT.match(plain)), _ABOUT.sub("", plain)
    parts = [_UNSURE.sub("", part) for part in _ROUGH.sub("", _HALF.sub("", plain)).replace(" / ", "/").split("/")]
    ends = [_decade(part) or _end(part) for part in parts]
    read = [end for end in ends if end is not None]
    if len(read) != len(parts) or len(parts) > 2 or not any(any(end.span) for end in read):
        return None
    marks = [bool(_UNSURE.search(part)) for part in plain.split("/") if re.search(r"\d", part)]
    circa = about or any(marks) or bool(_ROUGH.search(plain))
    finer = (
        any(end.finer for end in read)
        or any(marks) != all(marks)
        or any(each.search(plain) for each in (_INSIDE, _ROUGH, _HALF))
    )
    if len(read) == 1:
        return read[0]._replace(circa=circa, finer=finer)
    first, last = read[0].span[0], read[1].span[-1]
    if first and last and last.is_before(first):
        return None
    words = "–".join(end.words or part for end, part in zip(read, parts, strict=True))
    return Spoken((first, last), circa, words if any(end.words for end in read) else None, finer)


def _set(bracket: str, parts: list[str]) -> Spoken | None:
    """From the first to the last of a set: one of them, `[1667,1668]`, or all, `{1667..1670}`."""
    parts = [part.strip() for part in parts]
    spoken = [read_text(part) for part in parts if part]
    ends = read_text("/".join(parts[:: max(1, len(parts) - 1)])) if all(spoken) else None
    return ends and ends._replace(circa=ends.circa or bracket == "[", finer=True)


def _decade(text: str) -> Spoken | None:
    """The first and the last day that `199X`, `19XX` or `15XX-12-25` can be; None where the text is none of these."""
    if found := _DECADE.fullmatch(text):
        first, years = (int(found[1]) * 10, 10) if found[1] else (int(found[2]) * 100, 100)
        return Spoken((Moment(first), Moment(first + years - 1)), words=f"{first}s") if first else None
    if not (found := _UNKNOWN.fullmatch(text)) or len(found[1] + found[2]) != 4:
        return None
    ends = [_end(found[1] + digit * len(found[2]) + (found[3] or "")) for digit in "09"]
    return Spoken(tuple(end.span[0] for end in ends if end), finer=True) if all(ends) else None


def _end(text: str) -> Spoken | None:
    """A moment, or an open end (None); None where the text is neither."""
    if text.lower() in _OPEN:
        return Spoken((None,))
    if found := _LONG.fullmatch(text):
        year = int(found[1]) * 10 ** int(found[2] or 0)
        return Spoken((Moment(_csl_year(year)),)) if abs(year) > 9999 else None
    if not (found := _DAY.fullmatch(text)):
        return None
    year = int(found["year"].replace("−", "-"))
    numbers = [0 if part is None or not part.isdigit() else int(part) for part in (found["month"], found["day"])]
    if year == 0 and not any(numbers) and found["month"]:
        return Spoken((None,))  # pandoc's `2020/0000-00-00` has no end
    moment = moment_of(_csl_year(year), *numbers) if numbers[0] not in _NUMBERED_SEASONS else None
    return Spoken((moment,)) if moment else None


_ZEROS = re.compile(r"(?<!\d)((?!0000)\d{4}(?:-(?!00)\d\d)?)(?:-00){1,2}(?!\d)")


def without_zeros(text: str) -> str:
    """`2024` for `2024-00-00`, `2024-05` for `2024-05-00`: zeros stand for what is not known."""
    return _ZEROS.sub(r"\1", text)


def _csl_year(year: int) -> int:
    """From the years of ISO 8601, which has a year 0, to those of CSL."""
    return year if year > 0 else year - 1


def moment_of(year: int, month: int = 0, day: int = 0, season: int | str | None = None) -> Moment | None:
    """A moment from numbers, 0 for what is not known; None where there is no such day.

    Months 13 to 16 and 21 to 24 are seasons.
    """
    if month in _SEASON_OF and not day:
        return Moment(year, season=_SEASON_OF[month])
    if not month:
        return None if day else Moment(year, season=season)
    try:
        datetime.date((year if year > 0 else year + 1) % 400 + 400, month, day or 1)  # leap years come again after 400
    except ValueError:
        return None
    return Moment(year, month, day or None, season)


_NUMBERED_SEASONS = (13, 14, 15, 16)
"""How CSL-JSON writes seasons among its numbers; as a text `2026-13` is a slip."""
_SEASON_OF = {number: (number - 1) % 4 + 1 for number in (13, 14, 15, 16, 21, 22, 23, 24)}
