"""A source as an item of CSL-JSON, the form that citation processors and reference managers read; and back.

An item has dates as `date-parts`, `literal` or both; names with their particles apart; every other variable as text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from argmap.model import Source, SourceNotes
from argmap.model.csl.dates import CslDate
from argmap.model.csl.edtf import SEASONS, Moment
from argmap.model.csl.names import Name

Item = dict[str, Any]
"""An item of CSL-JSON: nothing but texts, numbers, truth values, lists and dicts."""

ALIASES = {"journalAbbreviation": "container-title-short", "shortTitle": "title-short", "event": "event-title"}
"""Variables by the names that they had before CSL 1.0.2, and that programs write to this day."""

_TEXTS = {"title": "title", "publisher": "publisher", "container-title": "container_title", "issue": "issue",
          "URL": "URL", "DOI": "DOI", "note": "note"}  # fmt: skip


def item_of(source: Source, *, notes: bool = False) -> Item:
    """The CSL-JSON item of a source; with argmap's own notes as `custom`, and a day beside the words of a date,
    where they are asked for.

    What other programs noted beside CSL is left out, except variables under an older name.
    """
    item: Item = {"id": source.id, "type": source.type}
    item |= {key: value for key, name in _TEXTS.items() if (value := getattr(source, name))}
    held = {"author": source.author, "editor": source.editor, "translator": source.translator,
            "issued": source.issued, "accessed": source.accessed, **source.more}  # fmt: skip
    item |= {key: written for key, value in held.items() if (written := _written(value, whole=notes))}
    for old, new in ALIASES.items():
        value = item.pop(old, None) or _plain(source.foreign.get(old))
        if value:
            item.setdefault(new, value)
    if notes and (custom := _notes(source.custom)):
        item["custom"] = custom
    return item


def left_out(source: Source) -> Iterator[str]:
    """The keys of other programs that its item does not have: not those that say what a variable of CSL does."""
    item = item_of(source)
    for key, value in source.foreign.items():
        if key not in ALIASES or item.get(ALIASES[key]) != _plain(value):
            yield key


def _written(value: Any, *, whole: bool) -> Any:
    if isinstance(value, CslDate):
        words = date_of(value)
        return words | date_of(value.model_copy(update={"literal": None})) if whole else words
    if isinstance(value, tuple):
        return [name_of(name) for name in value if isinstance(name, Name)]
    return _plain(value)


def _plain(value: Any) -> str | None:
    """A variable as a text; of a list its texts, since CSL has no lists there."""
    if isinstance(value, Mapping) or value is None:
        return None
    if isinstance(value, Sequence) and not isinstance(value, str):
        return ", ".join(filter(None, map(_plain, value))) or None
    return str(value)


def name_of(name: Name) -> Item:
    """A name as CSL-JSON has it."""
    texts = {"family": name.family, "given": name.given, "literal": name.literal, "suffix": name.suffix}
    particles = {"dropping-particle": name.dropping_particle, "non-dropping-particle": name.non_dropping_particle}
    flags = {"comma-suffix": name.comma_suffix, "static-ordering": name.static_ordering}
    written = {key: value for key, value in {**texts, **particles, **flags}.items() if value}
    return written if name.parse_names else {**written, "parse-names": False}


def date_of(date: CslDate) -> Item:
    """A date as CSL-JSON has it; the season of a single date under `season`, those of a range as months 21 to 24.

    Of words and a day, the words: they are what is printed.
    """
    circa = {"circa": True} if date.circa else {}
    if date.literal or not date.first:
        return {"literal": date.literal, **circa} if date.literal else {}
    single, season = len(date.span) == 1, date.span[0].season if date.span[0] else None
    written: Item = {"date-parts": [_parts(moment, seasonal=not single) for moment in date.span]}
    if season is not None and (single or isinstance(season, str) or date.first.month):
        written["season"] = season
    return written | circa


def _parts(moment: Moment | None, *, seasonal: bool) -> list[int]:
    if moment is None:
        return [0]
    season = moment.season if isinstance(moment.season, int) and 1 <= moment.season <= len(SEASONS) else 0
    month = moment.month or (20 + season if seasonal and season else None)
    return [part for part in (moment.year, month, moment.day) if part is not None]


def _notes(notes: SourceNotes) -> Item:
    return notes.model_dump(mode="json", exclude_defaults=True, exclude={"foreign"}) | notes.foreign
