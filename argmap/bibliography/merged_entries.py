"""Imported entries put beside those that are there: the same work is filled in, another is added."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, NamedTuple

from argmap.bibliography.entry_ids import has_own_id, id_for, variants, why_not_own
from argmap.bibliography.items import Item
from argmap.bibliography.record import Entry
from argmap.bibliography.same_work import (
    address_of,
    doi_of,
    is_other_work,
    is_same_of_one_id,
    marks_of,
    may_be_one,
    title_of,
)
from argmap.bibliography.value_meanings import is_no_news
from argmap.model.values import source_id

MOST_COMPARED = 10
"""Sources of one id, DOI, address or title that an entry is compared with, beside those that say just what it says:
where thousands share one, all with all would take hours."""


class Difference(NamedTuple):
    """A key of which the imported entry says something else than the one that is there."""

    key: str
    ours: Any
    theirs: Any


@dataclass
class Outcome:
    """What became of an imported entry."""

    entry: Entry
    id: str
    """The id of the source that it is now."""
    added: bool = False
    because: str = ""
    """Why it is the same work as the source that was there; or, where it was added, why under another id."""
    filled: list[str] = field(default_factory=list)
    """Keys that the source did not have."""
    differences: list[Difference] = field(default_factory=list)
    updated: list[str] = field(default_factory=list)
    """Keys among them whose value was replaced."""
    others: list[str] = field(default_factory=list)
    """Further sources that may be the same work."""


@dataclass(eq=False)
class _Known:
    """A source that is there, or was added just now (then without a place)."""

    id: str
    item: Item
    place: int | None
    order: int
    said: set[str] = field(default_factory=set)
    """Keys of which an imported entry has spoken: where several do, the first counts."""
    marks: tuple[object, ...] = ()
    """What tells it from others of its id, DOI or address, as it was noted last."""


@dataclass
class Merging:
    """The sources of a debate while entries are put beside them."""

    items: Sequence[Item]
    outcomes: list[Outcome] = field(default_factory=list)
    filled: dict[int, Item] = field(default_factory=dict)
    """New keys by the place of the source."""
    replaced: dict[int, Item] = field(default_factory=dict)
    """Keys that have another value now, by the place of the source."""
    may_replace: Callable[[int, str], bool] | None = None
    """Whether a key of the source at a place may get another value; None where no source may."""

    def __post_init__(self) -> None:
        ids = [source_id(str(item.get("id", ""))) for item in self.items]
        self.known = [
            _Known(id, dict(item), place, place) for place, (id, item) in enumerate(zip(ids, self.items, strict=True))
        ]
        self.index: dict[tuple[object, ...], dict[_Known, None]] = {}
        self.free: dict[str, Iterator[str]] = {}
        """By a wanted id what it may become, from the first that was not taken when it was last wanted."""
        for each in self.known:
            self._note(each)
        for id in dict.fromkeys(ids):
            self._note_family(id)

    @property
    def added(self) -> list[Item]:
        """The sources that are new, in the order of the import."""
        return [each.item for each in self.known if each.place is None]

    def take(self, entry: Entry) -> None:
        """Put one entry beside the sources."""
        found, because = self._same(entry.item)
        if found:
            self._fill(found[0], Outcome(entry, found[0].id, because=because, others=[each.id for each in found[1:]]))
            if has_own_id(entry.item):
                self._find_by_id(id_for(entry.item), found[0])
        else:
            self._add(entry)

    def _same(self, item: Item) -> tuple[list[_Known], str]:
        """The sources that are the same work, the likeliest first, and what tells it.

        One of the same id goes before all; then one that has every key of the item: it is where an import put it.
        """
        stages = [(because, sorted(found, key=lambda each: self._unlikeness(each, item)))
                  for because, found in self._candidates(item) if found]  # fmt: skip
        whole = [stage for stage in stages if stage[1][0].item.keys() >= item.keys()]
        by_id = [stage for stage in stages if stage[0] == "the same id"]
        because, found = next(iter(by_id or whole or stages), ("", []))
        return found, because

    def _unlikeness(self, known: _Known, item: Item) -> tuple[bool, bool, int, int]:
        """Order of sources that may be the same work: by id, keys that are missing, what they agree on, place."""
        shared = [key for key in item if key in known.item and key != "id"]
        agreement = sum(1 if is_no_news(key, known.item[key], item[key]) else -1 for key in shared)
        missing = bool(item.keys() - known.item.keys())
        return known.id != id_for(item), missing, -agreement, known.order

    def _candidates(self, item: Item) -> Iterator[tuple[str, list[_Known]]]:
        """What may be the same work, by one thing after the other."""
        marks = marks_of(item)
        family = self._noted("family", id_for(item), marks)
        by_id = [each for each in family if is_same_of_one_id(item, each.item)]
        yield "the same id", by_id if has_own_id(item) else []
        by_doi = self._noted("doi", doi_of(item), marks)
        yield "the same DOI", [each for each in by_doi if not is_other_work(item, each.item)]
        by_address = self._noted("address", address_of(item), marks)
        yield "the same URL", [each for each in by_address if not is_other_work(item, each.item)]
        by_title = self._noted("title", title_of(item), marks)
        yield "the same title, author and year", [each for each in by_title if may_be_one(item, each.item)]
        alike = [each for each in by_id if may_be_one(item, each.item)]
        yield "the same author and year, and a similar title", alike

    def _noted(self, kind: str, value: str | None, marks: tuple[object, ...]) -> list[_Known]:
        """The first sources of which a thing is noted, and the first that also have the item's title, number and so
        on."""
        keys = ((kind, value), (kind, value, marks)) if value else ()
        return list(dict.fromkeys(each for key in keys for each in islice(self.index.get(key, ()), MOST_COMPARED)))

    def _find_by_id(self, id: str, known: _Known) -> None:
        """Let what else comes under an id be that work too. Where nothing had the id, an import that took it from
        another work may have left that one there as the next of its family (`doe2021a`)."""
        is_new = ("id", id) not in self.index
        for kind in ("id", "family"):
            self._find_by(kind, id, known)
        if is_new:
            self._note_family(id)

    def _note_family(self, id: str) -> None:
        """Let the sources of an id, and of what it became where it was taken, be found by it."""
        for each in variants(id):
            if ("id", each) not in self.index:
                return
            for known in list(self.index["id", each]):
                self._find_by("family", id, known)

    def _add(self, entry: Entry) -> None:
        wanted = id_for(entry.item)
        free = self.free.setdefault(wanted, variants(wanted))
        id = next(each for each in free if ("id", each) not in self.index)
        because = ""
        if id != wanted:
            because = f"{wanted} is taken by another work"
        elif entry.item.get("id") and id != entry.item["id"]:
            because = why_not_own(entry.item)
        item = {"id": id, **{key: value for key, value in entry.item.items() if key != "id"}}
        known = _Known(id, item, None, len(self.known), set(item))
        self.known.append(known)
        self._note(known)
        self._find_by("family", wanted, known)
        self._find_by("family", id, known)
        self.outcomes.append(Outcome(entry, id, added=True, because=because))

    def _fill(self, known: _Known, outcome: Outcome) -> None:
        for key, value in outcome.entry.item.items():
            if key == "id":
                continue
            if key not in known.item:
                known.item[key] = value
                outcome.filled.append(key)
                if known.place is not None:
                    self.filled.setdefault(known.place, {})[key] = value
            elif not self._is_no_news(known, key, value):
                self._differ(known, Difference(key, known.item[key], value), outcome)
            known.said.add(key)
        self._note(known)
        self.outcomes.append(outcome)

    def _is_no_news(self, known: _Known, key: str, value: Any) -> bool:
        """Whether a source says this already; the address of its DOI goes without saying."""
        resolver = doi_of({key: value}) if key == "URL" else None
        return is_no_news(key, known.item[key], value) or (resolver is not None and resolver == doi_of(known.item))

    def _differ(self, known: _Known, difference: Difference, outcome: Outcome) -> None:
        outcome.differences.append(difference)
        key, value = difference.key, difference.theirs
        if self.may_replace is None or known.place is None or key in known.said:
            return
        if self.may_replace(known.place, key):
            known.item[key] = value
            outcome.updated.append(key)
            self.replaced.setdefault(known.place, {})[key] = value

    def _note(self, known: _Known) -> None:
        """Let a source be found by what it says now."""
        item, known.marks = known.item, marks_of(known.item)
        for kind, value in (("doi", doi_of(item)), ("address", address_of(item)), ("title", title_of(item))):
            self._find_by(kind, value, known)
        self._find_by("id", known.id, known)

    def _find_by(self, kind: str, value: str | None, known: _Known) -> None:
        for key in ((kind, value), (kind, value, known.marks)):
            self.index.setdefault(key, {})[known] = None
