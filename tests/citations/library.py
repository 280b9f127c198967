"""A synthetic library: every type of CSL 1.0.2 with every value of every factor, and crowds hard to tell apart.

Each type has an item for each value of each factor, in orders of that type's own; more items follow until every two
values of two factors have met. What each item is made of is kept beside it. Nothing is drawn at random.

The library stands on shelves, each cited as a bibliography of its own (see `pandoc` for why).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import sha256
from itertools import combinations, cycle, product
from typing import Any

from tests.citations.crowds import crowds
from tests.citations.factors import FACTORS
from tests.citations.invented import Invented
from tests.citations.kinds import KINDS

MadeOf = dict[str, str]
"""For each factor the name of its value."""

ON_A_SHELF = 150


@dataclass(frozen=True)
class Work:
    """An item in CSL-JSON and what it is made of: for each factor the name of its value."""

    item: dict[str, Any]
    made_of: MadeOf = field(default_factory=dict)


@lru_cache(maxsize=1)
def shelves() -> tuple[tuple[Work, ...], ...]:
    """The library: crossed works, works as people have them, and crowds."""
    new = Invented()
    crossed = [*_by_type(new), *_remaining_pairs(new)]
    crowded = tuple(Work(item, {"crowd": crowd}) for crowd, item in crowds())
    cut = (tuple(crossed[start : start + ON_A_SHELF]) for start in range(0, len(crossed), ON_A_SHELF))
    return (*cut, tuple(_usual(new)), crowded)


def library() -> list[Work]:
    """All works of all shelves."""
    return [work for shelf in shelves() for work in shelf]


def _by_type(new: Invented) -> Iterator[Work]:
    for kind in KINDS:
        for number, made_of in enumerate(_rows(kind)):
            yield made(f"{kind}-{number:02}", kind, made_of, new, with_usual=number % 2 == 1)


def _rows(kind: str) -> list[MadeOf]:
    orders = {factor: sorted(FACTORS[factor], key=_order(f"{kind}/{factor}")) for factor in FACTORS}
    longest = max(len(order) for order in orders.values())
    return [{factor: order[number % len(order)] for factor, order in orders.items()} for number in range(longest)]


def _order(salt: str) -> Callable[[object], bytes]:
    """A shuffle that is the same on every machine."""
    return lambda value: sha256(f"{salt}/{value}".encode()).digest()


def made(id: str, kind: str, made_of: MadeOf, new: Invented, *, with_usual: bool) -> Work:
    """A work of this type with these values, with or without what such a work usually has beside."""
    fields = dict(KINDS[kind]) if with_usual else {}
    for factor, value in made_of.items():
        fields |= FACTORS[factor][value](new)
    return Work({"id": id, "type": kind, **fields}, made_of)


def _remaining_pairs(new: Invented) -> Iterator[Work]:
    """Works that bring together what has not met yet, as much as possible in each."""
    met = {pair for kind in KINDS for made_of in _rows(kind) for pair in combinations(made_of.items(), 2)}
    every = (product([(f, v) for v in FACTORS[f]], [(g, v) for v in FACTORS[g]]) for f, g in combinations(FACTORS, 2))
    missing = {pair: None for pairs in every for pair in pairs if pair not in met}
    for number, kind in enumerate(cycle(KINDS)):
        if not missing:
            return
        made_of = _covering(missing)
        for pair in combinations(made_of.items(), 2):
            missing.pop(pair, None)
        yield made(f"pair-{number:03}", kind, made_of, new, with_usual=number % 2 == 0)


def _covering(missing: Collection[tuple[tuple[str, str], tuple[str, str]]]) -> MadeOf:
    """The first pair that is missing, and for each other factor the value that brings most missing pairs with it."""
    made_of = dict(next(iter(missing)))
    for factor in FACTORS:
        if factor not in made_of:
            made_of[factor] = max(FACTORS[factor], key=lambda value: _brought(factor, value, made_of, missing))
    return {factor: made_of[factor] for factor in FACTORS}


def _brought(factor: str, value: str, made_of: MadeOf, missing: Collection[object]) -> int:
    new = (factor, value)
    return sum((old, new) in missing or (new, old) in missing for old in made_of.items())


_AS_USUAL = {"author": "two", "title": "plain", "date": "day"}


def _usual(new: Invented) -> Iterator[Work]:
    """One of each type with what such a work has, and the same without an author, without a date, without both."""
    for kind in KINDS:
        for missing in ((), ("author",), ("date",), ("author", "date")):
            made_of = {factor: "none" if factor in missing else value for factor, value in _AS_USUAL.items()}
            id = f"usual-{kind}{''.join('-no-' + each for each in missing)}"
            yield made(id, kind, made_of, new, with_usual=True)
