"""What can be asked of a semantics: to decide, find one, enumerate, count.

A semantics is a module with

- `CODE`, its letters in the ICCMA competitions, and `NAME`;
- `labellings(framework, left)`: every labelling of it, as they are found;
- `count(framework, left)`: one None for each of them, for those who only count;
- `find(framework, left)`: one of them, or None where there is none;
- `accepting(framework, id, left)`: one that accepts a statement (in which a bare step is live), or None: whether some
  labelling accepts it (DC), with the one that shows it;
- `not_accepting(framework, id, left)`: one that does not, or None: whether every labelling accepts it (DS), with the
  one that shows that not all do.

Its docstring is the definition. `left` says how many seconds are left; OutOfTime is raised when none is, and
MissingExtra where a solver is needed and not installed. An unknown id raises KeyError.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Protocol, TypeVar

from argmap.evaluation.framework import Framework, Labelling
from argmap.semantics.solver.budget import FOREVER, Left, OutOfTime

T = TypeVar("T")


class Semantics(Protocol):
    """A module as described above."""

    CODE: str
    NAME: str

    def labellings(self, framework: Framework, left: Left = FOREVER) -> Iterator[Labelling]:
        """Every labelling, as they are found. Raises OutOfTime."""

    def count(self, framework: Framework, left: Left = FOREVER) -> Iterator[None]:
        """One None for each labelling, as they are found. Raises OutOfTime."""

    def find(self, framework: Framework, left: Left = FOREVER) -> Labelling | None:
        """One labelling; None if there is none. Raises OutOfTime."""

    def accepting(self, framework: Framework, id: str, left: Left = FOREVER) -> Labelling | None:
        """A labelling that accepts the statement; None if there is none. Raises OutOfTime."""

    def not_accepting(self, framework: Framework, id: str, left: Left = FOREVER) -> Labelling | None:
        """A labelling that does not accept it; None if there is none. Raises OutOfTime."""


@dataclass(frozen=True)
class Count:
    """How many there are; `at_least` where the counting stopped at a limit."""

    number: int
    at_least: bool


class CountedSoFar(OutOfTime):
    """The time was over before all were counted; `number` were."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


def enumerate_all(
    semantics: Semantics, framework: Framework, left: Left = FOREVER, limit: int | None = None
) -> Iterator[Labelling]:
    """Every labelling (EE), or the first `limit` of them, as they are found."""
    return _first(semantics.labellings(framework, left), limit)


def count(semantics: Semantics, framework: Framework, left: Left = FOREVER, limit: int | None = None) -> Count:
    """How many labellings there are (CE), counting no further than to `limit`. Raises CountedSoFar, which is an
    OutOfTime, with the number reached when the time is over."""
    number = 0
    try:
        for _ in _first(semantics.count(framework, left), None if limit is None else limit + 1):
            number += 1
    except OutOfTime:
        raise CountedSoFar(number) from None
    return Count(number, False) if limit is None or number <= limit else Count(limit, True)


def _first(found: Iterable[T], limit: int | None) -> Iterator[T]:
    return islice(found, None if limit is None else min(limit, sys.maxsize))
