"""What the value of a key means, however it is written."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from pydantic import TypeAdapter, ValidationError

from argmap.bibliography.date_fields import is_date
from argmap.bibliography.items import date_of
from argmap.bibliography.same_work import doi_of, same_address
from argmap.model.csl.dates import read_date
from argmap.model.csl.names import Name
from argmap.model.csl.variables import DATES, NAME_VARIABLES

NAMES = frozenset({"author", "editor", "translator", *NAME_VARIABLES})
_TAG = re.compile(r"</?(?:i|b|sup|sub|sc|span)\b[^<>]*>")
_MARKS = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‐": "-", "\xa0": " "})
_PEOPLE = TypeAdapter(tuple[Name, ...])


def is_no_news(key: str, ours: Any, theirs: Any) -> bool:
    """Whether another value of a key says no more than ours: it is the same in another form, or a less exact date."""
    if ours == theirs:
        return True
    one, other = _said(key, ours), _said(key, theirs)
    return one == other or (key in DATES and (str(one).startswith(f"{other}-") or _is_less(ours, theirs)))


def _is_less(ours: Any, theirs: Any) -> bool:
    """Whether theirs is what is left of our date in CSL-JSON: `1730~` of `1730?`."""
    try:
        one, other = read_date(ours), read_date(theirs)
    except (ValueError, ValidationError):
        return False
    return one is not None and other is not None and not other.more and date_of(one) == date_of(other)


def _said(key: str, value: Any) -> object:
    if key == "DOI":
        return doi_of({key: value}) or value
    if key == "URL":
        return same_address(str(value))
    if key in DATES:
        return date_text(value) or value
    if key in NAMES:
        return _people(value)
    if key in ("ISBN", "ISSN"):
        return re.sub(r"[^0-9A-Za-z]", "", str(value)).upper()
    if key == "keyword":
        return {word.strip() for word in re.split(r"[,;\n]", str(value))} - {""}
    return said_plainly(value) if isinstance(value, str) else value


def said_plainly(text: str) -> str:
    """A text without markup, with plain marks and single spaces."""
    return " ".join(_TAG.sub("", text).translate(_MARKS).split())


def date_text(value: Any) -> str | None:
    """A date as one text (EDTF); None where it is none, or would say less: EDTF has no season beside a month."""
    try:
        date = read_date(value)
    except (ValueError, ValidationError):
        return None
    if date is None or date.more or date.literal or any(each and each.month and each.season for each in date.span):
        return None
    text = str(date)
    return text if is_date(text) else None


def _people(value: Any) -> object:
    """Names without what kind of particles they have: programs do not agree on it."""
    try:
        names = _PEOPLE.validate_python([value] if isinstance(value, Mapping) else value)
    except ValidationError:
        return value
    return [
        (name.family, name.given, name.literal, name.suffix, name.non_dropping_particle or name.dropping_particle)
        for name in names
    ]
