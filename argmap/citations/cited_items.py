"""What is cited: an item of CSL-JSON, its variables by name in small letters."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from argmap.citations.persons import Person, person
from argmap.model.csl.variables import DATES

_LABELLED = ("author", "editor", "translator", "director", "composer", "interviewer")
"""Whose names make a label: the first of these."""
_RENAMED = {"shorttitle": "title-short", "journalabbreviation": "container-title-short"}


@dataclass(frozen=True, slots=True)
class Date:
    """A day, month or year, or two as a range; or words. Months 13 to 16 and 21 to 24 are seasons."""

    parts: tuple[tuple[int, ...], ...] = ()
    circa: bool = False
    literal: str = ""

    @property
    def sort_text(self) -> str:
        """Figures that sort as the date does, years before Christ first."""
        return "".join(sortable(part) for part in self.parts) or self.literal


def sortable(part: tuple[int, ...]) -> str:
    """A date as eight or more figures, so that dates sort as texts."""
    year, month, day = (*part, 0, 0)[:3]
    return (f"0{999999999 + year:09}" if year < 0 else f"1{year:09}") + f"{month:02}{day:02}"


Value = str | tuple[Person, ...] | Date


@dataclass(frozen=True, slots=True)
class Item:
    """A source: its id, its type and what is known of it."""

    id: str
    type: str
    values: Mapping[str, Value]

    @property
    def is_english(self) -> bool | None:
        """Whether it is in English; None where its language is not given."""
        language = self.values.get("language")
        return language.lower().startswith("en") if isinstance(language, str) and language else None


def item(data: Mapping[str, Any]) -> Item:
    """An item of CSL-JSON; what is empty or has another shape than its variable is left out."""
    values: dict[str, Value] = {}
    for key, raw in data.items():
        name = _RENAMED.get(key.lower(), key.lower())
        value = _value(name, raw)
        if value and name not in ("id", "type"):
            values[name] = value
    for name, other in (("event", "event-title"), ("event-title", "event")):  # the older name and that of CSL 1.0.2
        if name in values:
            values.setdefault(other, values[name])
    return Item(str(data["id"]), str(data.get("type", "")).lower(), values | _derived(values))


def _value(name: str, raw: object) -> Value | None:
    if name in DATES:
        return date(raw) if isinstance(raw, Mapping) else date({"literal": raw}) if isinstance(raw, str) else None
    if isinstance(raw, list | tuple):
        return tuple(person(entry) for entry in raw if isinstance(entry, Mapping) and any(entry.values()))
    return str(raw).strip() if isinstance(raw, str | int | float) and not isinstance(raw, bool) else None


def _derived(values: Mapping[str, Value]) -> dict[str, Value]:
    page, doi = values.get("page"), values.get("doi")
    out: dict[str, Value] = {}
    if isinstance(page, str) and "page-first" not in values:
        out["page-first"] = re.split(r"[\s,;&–-]", page, maxsplit=1)[0]
    if isinstance(doi, str):
        out["doi"] = re.sub(r"^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", "", doi, flags=re.IGNORECASE)
    return out if "citation-label" in values else out | {"citation-label": _label(values)}


def _label(values: Mapping[str, Value]) -> str:
    """The beginnings of up to four names and two figures of the year: Ames01, AmBeCo99."""
    people = next((value for name in _LABELLED if isinstance(value := values.get(name), tuple)), ())
    length = {1: 4, 2: 2, 3: 2}.get(len(people), 1)
    letters = "".join(
        (person.family or (person.literal or person.given).replace(" ", ""))[:length] for person in people[:4]
    )
    issued = values.get("issued")
    year = f"{issued.parts[0][0] % 100:02}" if isinstance(issued, Date) and issued.parts else ""
    return (letters or "Xyz") + year


def date(raw: Mapping[str, Any]) -> Date | None:
    """A date of CSL-JSON; None where nothing is known."""
    circa = raw.get("circa") not in (None, False, 0, "", "0", "false")
    parts = tuple(filter(None, map(_part, raw.get("date-parts") or ())))
    if not parts:
        words = str(raw.get("literal") or raw.get("raw") or "").strip()
        return Date((), circa, words) if words else None
    season = _number(raw.get("season"))
    if season and len(parts[0]) == 1:
        parts = ((parts[0][0], 12 + season), *parts[1:])
    return Date(parts[:2], circa)


def _part(raw: object) -> tuple[int, ...]:
    """Year, month and day, as far as they are given; a 0 in a month or day is unknown."""
    if not isinstance(raw, list | tuple):
        return ()
    numbers = tuple(number for number in map(_number, raw[:3]) if number is not None)
    known = next((i for i, number in enumerate(numbers) if i and not number), len(numbers))
    return numbers[:known]


def _number(raw: object) -> int | None:
    return int(str(raw)) if re.fullmatch(r"-?\d{1,9}", str(raw)) else None
