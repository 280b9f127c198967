"""A synthetic library: every type of CSL 1.0.2 with every value of every factor, and crowds that are hard to tell apart.

Each type has `PER_TYPE` items. Over them every factor runs through its values in an order of that type's own, so that
values of two factors meet in most pairs; what each item is made of is kept beside it. Nothing is drawn at random.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import sha256
from typing import Any

from tests.citations.crowds import crowds
from tests.citations.factors import FACTORS
from tests.citations.invented import Invented
from tests.citations.kinds import KINDS

PER_TYPE = 20


@dataclass(frozen=True)
class Work:
    """An item in CSL-JSON and what it is made of: for each factor the name of its value."""

    item: dict[str, Any]
    made_of: dict[str, str] = field(default_factory=dict)


@lru_cache(maxsize=1)
def library() -> tuple[Work, ...]:
    """All works: crossed ones first, then as people write them, then crowds."""
    new = Invented()
    return tuple([*_crossed(new), *_as_written(new), *(Work(item, {"crowd": crowd}) for crowd, item in crowds())])


def items() -> list[dict[str, Any]]:
    """The library as CSL-JSON."""
    return [work.item for work in library()]


def _crossed(new: Invented) -> Iterator[Work]:
    for kind in KINDS:
        orders = {factor: _order(kind, factor) for factor in FACTORS}
        for number in range(PER_TYPE):
            made_of = {factor: order[number % len(order)] for factor, order in orders.items()}
            fields = KINDS[kind] if number % 2 else {}
            for factor, value in made_of.items():
                fields = fields | FACTORS[factor][value](new)
            yield Work({"id": f"{kind}-{number:02}", "type": kind, **fields}, made_of)


def _order(kind: str, factor: str) -> list[str]:
    return sorted(FACTORS[factor], key=lambda value: sha256(f"{kind}/{factor}/{value}".encode()).digest())


_USUAL = {"author": "two", "title": "plain", "date": "day"}


def _as_written(new: Invented) -> Iterator[Work]:
    """One of each type with what such a work has, and the same without an author, without a date, without both."""
    for kind, fields in KINDS.items():
        for missing in ((), ("author",), ("date",), ("author", "date")):
            made_of = {factor: "none" if factor in missing else value for factor, value in _USUAL.items()}
            item = {"id": f"usual-{kind}{''.join('-no-' + each for each in missing)}", "type": kind, **fields}
            for factor, value in made_of.items():
                item |= FACTORS[factor][value](new)
            yield Work(item, made_of)
