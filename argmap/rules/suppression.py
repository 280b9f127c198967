"""Findings accepted in place: which `ignore:` covers which finding, and which of them did."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from argmap.model import Debate, Suppression
from argmap.model.diagnostics import Address


class Placed(NamedTuple):
    """A suppression and where it stands: on the debate, a position, a statement or a source."""

    scope: Address
    number: int
    suppression: Suppression

    @property
    def at(self) -> Address:
        """Its address in the model."""
        key: Address = ("custom", "ignore") if self.scope[:1] == ("sources",) else ("ignore",)
        return (*self.scope, *key, self.number)

    def is_expired(self, today: datetime.date) -> bool:
        """Whether its day, or the last day of its month or year, is over."""
        until = self.suppression.until
        return until is not None and until < today.isoformat()[: len(until)]


def placed(debate: Debate) -> tuple[Placed, ...]:
    """Every suppression of a debate: its own, then those of positions, statements and sources."""
    return tuple(
        Placed(scope, number, suppression)
        for scope, suppressions in _scopes(debate)
        for number, suppression in enumerate(suppressions)
    )


def _scopes(debate: Debate) -> Iterator[tuple[Address, Iterable[Suppression]]]:
    yield (), debate.ignore
    yield from ((("positions", position.id), position.ignore) for position in debate.positions)
    yield from ((("statements", statement.id), statement.ignore) for statement in debate.statements.values())
    yield from ((("sources", source.id), source.custom.ignore) for source in debate.sources.values())


def _around(at: Address, debate: Debate) -> Iterator[Address]:
    """The scopes that hold an address: the debate, the thing itself, its position, the source of its evidence."""
    yield ()
    match at:
        case ("statements", str(id), *rest):
            yield ("statements", id)
            if id in debate.position_of:
                yield ("positions", debate.position_of[id].id)
            match rest:
                case ["evidence", int(number), *_]:
                    yield ("sources", debate.statements[id].evidence[number].source)
        case ("positions" | "sources", _, *_):
            yield at[:2]


class Ledger:
    """The suppressions that hold today, by rule and scope, and a record of those that covered something."""

    def __init__(self, debate: Debate, today: datetime.date) -> None:
        self._debate = debate
        self.all = placed(debate)
        self._by_rule: defaultdict[str, dict[Address, list[Placed]]] = defaultdict(dict)
        for one in self.all:
            if not one.is_expired(today):
                self._by_rule[one.suppression.rule].setdefault(one.scope, []).append(one)
        self._used: set[Address] = set()

    def covers(self, rule: str, at: Address) -> bool:
        """Whether a finding is suppressed; every suppression that covers it counts as used."""
        scopes: Mapping[Address, list[Placed]] | None = self._by_rule.get(rule)
        if scopes is None:
            return False
        found = [one for scope in _around(at, self._debate) for one in scopes.get(scope, ())]
        self._used.update(one.at for one in found)
        return bool(found)

    def is_used(self, one: Placed) -> bool:
        """Whether a suppression has covered anything."""
        return one.at in self._used


class Applied(NamedTuple):
    """What came of the suppressions, for the rules about them."""

    ledger: Ledger
    today: datetime.date
    run: frozenset[str]
    """The rules that ran."""
    known: frozenset[str]
    """The rules that can be suppressed."""
