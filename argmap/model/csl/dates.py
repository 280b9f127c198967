"""A CSL date, in any of the ways in which programs write one.

Read are a text (`edtf`), a mapping with `date-parts`, `literal` or `raw`, a mapping with `year`, `month`, `day` or
`season`, and a list of one or two of these (a range). What is not understood is a fault at its place, never words.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Annotated, Any, NoReturn

from pydantic import BeforeValidator, Field, ValidationError, WithJsonSchema
from pydantic_core import InitErrorDetails, PydanticCustomError

from argmap.model.csl.edtf import SEASONS, Moment, Spoken, moment_of, read_text
from argmap.model.csl.name_slips import parted
from argmap.model.values import Frozen, Text

FAULT = "csl_date"
"""The type of pydantic's error: its context has the message and what to do about it."""

KEYS = ("date-parts", "literal", "raw", "edtf", "season", "circa", "year", "month", "day", "other")
_SAYING = ("edtf", "raw", "other")
_NO = ("false", "0", "no", "")
_ABOUT = ("true", "1", "yes", "c", "ca", "circa", "approximate", "about")
_SEASON_WORDS = {**{word: number for number, word in enumerate(SEASONS, 1)}, "fall": 3}
_At = tuple[str | int, ...]


class CslDate(Frozen):
    """A date, a range or words, however it was written.

    `span` has one moment; or two, the ends of a range, None where it is open; or none where there are words only.
    """

    span: tuple[Moment | None, ...] = ()
    circa: bool = False
    literal: Text | None = None
    more: dict[str, Any] = Field({}, description="What other programs note beside a date, as written.")

    @property
    def first(self) -> Moment | None:
        """The (first) moment; of a range without a beginning, its end."""
        return next((moment for moment in self.span if moment), None)

    @property
    def iso(self) -> str | None:
        """The (first) date as `2026`, `2026-02` or `2026-02-28`; None where it is words only."""
        return self.first.iso if self.first else None

    @property
    def latest(self) -> str | None:
        """The last date that is known, in the same form; None where there is none or the range has no end."""
        return self.span[-1].iso if self.span and self.span[-1] else None

    @property
    def year(self) -> str | None:
        """The (first) year as it is read: `2024`, `431 BCE`."""
        if not self.first:
            return None
        return f"{-self.first.year} BCE" if self.first.year < 0 else str(self.first.year)

    def __str__(self) -> str:
        """The words, or else EDTF: `2026-02`, `1938/1961`, `2015-21`, `1730~`, `2020/..`."""
        if self.literal:
            return self.literal
        ends = [(moment.edtf + ("~" if self.circa else "")) if moment else ".." for moment in self.span]
        return "/".join(ends)


def read_date(given: object) -> CslDate | None:
    """A date from data in which every number may be a text; None where nothing is given.

    Raises pydantic's `ValidationError` at the part that is wrong, or `ValueError` for a text that is not a date.
    """
    if given is None or isinstance(given, CslDate):
        return given
    if isinstance(given, str | int) and not isinstance(given, bool):
        return _of_text(str(given))
    if isinstance(given, Mapping):
        return CslDate.model_validate(given) if "span" in given else _of_mapping(given)
    if isinstance(given, Sequence):
        return _of_list(given)
    raise ValueError("is not a date of the form 2026, 2026-02 or 2026-02-28")


AnyDate = Annotated[CslDate | None, BeforeValidator(read_date), WithJsonSchema({"format": "csl-date"})]
"""A date in any form; the schema is filled in where schemas are made."""


def _of_text(text: str) -> CslDate:
    spoken = read_text(text)
    if spoken is None:
        raise ValueError("is not a date of the form 2026, 2026-02 or 2026-02-28")
    time = re.search(r"[T ](\d{2}(?::\d{2}.*|Z?\Z))", text, re.DOTALL)
    more = {"time": time[1]} if time else {"edtf": text} if spoken.finer else {}
    return CslDate(span=spoken.span, circa=spoken.circa, literal=spoken.words, more=more)


def _of_list(given: Sequence[Any]) -> CslDate | None:
    """One date, or the two ends of a range."""
    if not given:
        return None
    if not all(isinstance(each, Mapping) for each in given):
        _fault((), "a date is one text, or a list with a mapping for each", _as_text(given))
    if len(given) > 2:
        _fault((2,), "a range has two ends", "Keep the first and the last date.")
    dates = [_of_mapping(each, (place,)) for place, each in enumerate(given)]
    if len(dates) == 1 or not all(dates):
        return next((date for date in dates if date), None)
    first, last = (date for date in dates if date)
    words = " – ".join(date.literal for date in (first, last) if date.literal) or None
    return CslDate(
        span=_range([*first.span[:1], *last.span[:1]], (1,)),
        circa=first.circa or last.circa,
        literal=words,
        more=first.more | last.more | _second_season(last.span[:1]),
    )


def _second_season(ends: Sequence[Moment | None]) -> dict[str, Any]:
    """The season of the second end of a range where CSL has no place for it: in words, or beside a month."""
    season = ends[0].season if ends and ends[0] else None
    beside = ends[0].month if ends and ends[0] else None
    return {"season": season} if season is not None and (beside or isinstance(season, str)) else {}


def _as_text(given: Sequence[Any]) -> str:
    """What to write for `[2024, 5, 28]`, or for the two ends of a range `[2024-05, 2024-06]`."""
    while len(given) == 1 and isinstance(given[0], list):
        given = given[0]
    numbers = [int(each) for each in given if re.fullmatch(r"\d{1,4}", str(each).strip())]
    moment = moment_of(*numbers) if len(numbers) == len(given) else None
    ends = "/".join(str(each).strip() for each in given)
    text = moment.iso if moment and moment.season is None else ends if read_text(ends) else None
    return f"Write `{text}`." if text else "Put the date here as one text."


def _of_mapping(given: Mapping[str, Any], at: _At = ()) -> CslDate | None:
    some = {key: value for key, value in given.items() if value is not None or key not in KEYS}
    some, others = parted(some, (*KEYS, "more"))
    more = {key: value for key, value in others.items() if value is not None} | some.pop("more", {})
    for key in some.keys() - set(KEYS):
        _raise("extra_forbidden", (*at, key))
    circa, span, words = _circa(some, at), _span(some, at), _text(some, "literal", at)
    used, said = ("", Spoken()) if span or words else _said(some, at)
    span, circa, words = span or said.span, circa or said.circa, words or said.words
    more |= {key: some[key] for key in _SAYING if key in some and key != used}
    more |= {"edtf": str(some[used])} if said.finer else {}
    if more and not (span or words):
        ends = [str(value) for value in more.values() if read_text(str(value))]
        if len(ends) == len(more) and read_text(text := "/".join(ends)):
            _fault(at, "a date has no such keys; a range is one text", f"Write `{text}`.")
        _fault((*at, next(iter(more))), "a date needs a year", "Write `date-parts`, `year` or `literal`.")
    return CslDate(span=span, circa=circa, literal=words, more=more) if span or words else None


def _said(some: Mapping[str, Any], at: _At) -> tuple[str, Spoken]:
    """What is said in one text where there is nothing else, and under which key: a date where it is one, else words."""
    for key in _SAYING:
        if text := _text(some, key, at):
            spoken = read_text(text)
            if spoken is None and key == "edtf":
                _fault((*at, key), f"`{text[:40]}` is not a date", "Write it as 2026, 2026-02 or 2026-02-28.")
            return key, spoken or Spoken(words=text)
    return "", Spoken()


def _text(some: Mapping[str, Any], key: str, at: _At) -> str | None:
    value = some.get(key, "")
    if isinstance(value, Mapping | list):
        _fault((*at, key), f"`{key}` must be a text", "Write the words of the date.")
    return str(value).strip() or None


def _circa(some: Mapping[str, Any], at: _At) -> bool:
    word = str(some.get("circa", "")).strip().lower().rstrip(".")
    if word not in (*_NO, *_ABOUT):
        _fault((*at, "circa"), "`circa` is true or false", "Write `true`, or delete the line.")
    return word in _ABOUT


def _span(some: Mapping[str, Any], at: _At) -> tuple[Moment | None, ...]:
    season = _season(some, at)
    if "year" in some or "month" in some or "day" in some:
        numbers = [_number(some.get(key, 0), (*at, key)) for key in ("year", "month", "day")]
        return (_moment(numbers, season, at),) if numbers[0] else _no_year((*at, "month"))
    parts = some.get("date-parts", ())
    here = (*at, "date-parts")
    if not isinstance(parts, Sequence) or isinstance(parts, str):
        parts = (parts,)
    if parts and not any(isinstance(part, list | tuple) for part in parts):
        parts = [parts]  # flat: [2026, 2, 28]
    if len(parts) > 2:
        _fault((*here, 2), "a range has two ends", "Keep the first and the last date.")
    ends = [_end(part, season if place == 0 else None, (*here, place)) for place, part in enumerate(parts)]
    if season is not None and not any(ends):
        _no_year((*at, "season"))
    return _range(ends, (*here, 1)) if any(ends) else ()


def _no_year(at: _At) -> NoReturn:
    _fault(at, "a date needs a year", "Add the year, or write the words as `literal:`.")


def _end(part: Any, season: int | str | None, at: _At) -> Moment | None:
    if not isinstance(part, list | tuple):
        part = (part,)
    if len(part) > 3:
        _fault((*at, 3), "a date has a year, a month and a day", "Write [[year, month, day]].")
    numbers = [_number(each, (*at, place)) for place, each in enumerate(part)]
    if not any(numbers):
        return None
    return _moment(numbers, season, at) if numbers[0] else _no_year((*at, 0))


def _moment(numbers: Sequence[int], season: int | str | None, at: _At) -> Moment:
    year, month, day = (*numbers, 0, 0)[:3]
    found = moment_of(year, month, day, season)
    return found or _fault(at, "there is no such day", "Write year, month and day; month and day may be left out.")


def _number(value: object, at: _At) -> int:
    """A year, month or day; 0 where nothing is given."""
    text = str("" if value is None else value).strip()
    if not text:
        return 0
    if re.fullmatch(r"-?\d{1,12}(?:\.0)?", text) and not isinstance(value, bool):
        return int(float(text))
    _fault(at, f"`{text[:40]}` is not part of a date", "Write a number. Words belong to the key literal.")


def _season(some: Mapping[str, Any], at: _At) -> int | str | None:
    word = str(some.get("season", "")).strip()
    if word.isdecimal():
        found = moment_of(1, int(word)) if int(word) > 12 else None
        number = int(word) if 1 <= int(word) <= 4 else found.season if found else None
        return number or _fault((*at, "season"), f"there is no season {word[:20]}", "Write 1 (spring) to 4 (winter).")
    return _SEASON_WORDS.get(word.lower(), word or None)


def _range(ends: Sequence[Moment | None], at: _At) -> tuple[Moment | None, ...]:
    """The ends, the first not after the last."""
    if len(ends) == 2 and ends[0] and ends[1] and ends[1].is_before(ends[0]):
        _fault(at, "the range ends before it begins", "Put the earlier date first.")
    return tuple(ends)


def _fault(at: _At, message: str, help: str) -> NoReturn:
    _raise(PydanticCustomError(FAULT, "{message}", {"message": message, "help": help}), at)


def _raise(error: str | PydanticCustomError, at: _At) -> NoReturn:
    raise ValidationError.from_exception_data("date", [InitErrorDetails(type=error, loc=at, input=None)])
