"""Critical sets: the smallest sets of statements on whose refutation a resolution turns.

A set is *critical* for a label where the resolution gets that label once every statement of the set is settled as
not accepted, and no smaller part of the set would do. Only other statements count, not the resolution itself.

How they are found without trying every set. Where a set does not yet bring the label about, there is a proof of what
stands in the way (`argmap.proofs`), and whoever refutes none of its pillars leaves it as it is. So every critical set
that contains this one contains one of those pillars as well, and it is enough to go on with each of them in turn:
the tree of conflicts and hitting sets of Reiter (1987). Reiter's conflicts are given; here refuting a statement may
also bring others back, so that the proof is made anew for each set. Nothing is passed over by it: whatever critical
set there is, the way to it leads through parts of it that do not bring the label about, each with such a proof.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from argmap.evaluation import Evaluation
from argmap.framework import Framework, Label
from argmap.proofs import Compiled, Fact, Solved
from argmap.reasons import dispute_tree

Left = Callable[[], float]
"""Says how many seconds are left; zero or less means none. The clock is the caller's."""

Set = frozenset[int]

LARGEST = 3
"""The size of the sets that are looked for unless one says otherwise."""

_OBSTACLE = {
    (Label.IN, Label.UNDEC): Fact.NOT_TRUE,
    (Label.IN, Label.OUT): Fact.NOT_TRUE,
    (Label.OUT, Label.UNDEC): Fact.NOT_FALSE,
    (Label.OUT, Label.IN): Fact.NOT_FALSE,
    (Label.UNDEC, Label.IN): Fact.TRUE,
    (Label.UNDEC, Label.OUT): Fact.FALSE,
}
"""What stands in the way of the first label where the second is so."""


@dataclass(frozen=True)
class CriticalSet:
    """Statements, in file order, and how the resolution would stand if all of them were refuted."""

    statements: tuple[str, ...]
    label: Label


@dataclass(frozen=True)
class Answer:
    """An unanswered rebuttal, and how the resolution would stand if its step were answered."""

    rebuttal: str
    label: Label


@dataclass(frozen=True)
class Turning:
    """What a resolution turns on.

    `sets` are all critical sets of up to `searched` statements, and some larger ones where the time was over before
    `size` was reached: the smallest first, among these the most weakly supported.
    """

    resolution: str
    label: Label
    sets: tuple[CriticalSet, ...]
    answers: tuple[Answer, ...]
    searched: int
    size: int

    def leading_to(self, label: Label) -> tuple[CriticalSet, ...]:
        """The sets by which it would get a label."""
        return tuple(each for each in self.sets if each.label is label)


def _forever() -> float:
    return math.inf


def turning(ev: Evaluation, resolution: str, size: int = LARGEST, left: Left = _forever) -> Turning:
    """What a resolution, or any statement, turns on, under grounded semantics.

    Raises KeyError for an id that is not a statement's (a bare step's neither).
    """
    ev.labelling.labels[resolution]
    tree = list(dispute_tree(ev, (resolution, False)))
    statements = {id for id, is_step in tree if not is_step}
    framework = ev.framework.restricted(statements, {id for id, is_step in tree if is_step})
    search = _Search(framework, framework.statements.index(resolution), left)
    now = search.at(frozenset()).label
    found: list[CriticalSet] = []
    searched = size
    for label in Label:
        if label is not now:
            sets, done = search.critical(label, size)
            searched = min(searched, done)
            found += [CriticalSet(tuple(framework.statements[n] for n in sorted(each)), label) for each in sets]
    found.sort(key=lambda each: _rank(ev, each))
    return Turning(resolution, now, tuple(found), tuple(_answers(ev, framework, resolution, now)), searched, size)


@dataclass(frozen=True)
class _Tried:
    """What became of a set: the label of the resolution, and the pillars of what stands in the way of another."""

    label: Label
    solved: Solved | None


class _Search:
    """The tree of sets, smaller before larger."""

    def __init__(self, framework: Framework, goal: int, left: Left) -> None:
        self.compiled, self.goal, self.left = Compiled(framework), goal, left
        self._labels: dict[Set, Label] = {}

    def at(self, refuted: Set) -> _Tried:
        solved = self.compiled.solve(refuted)
        return _Tried(solved.label(self.goal), solved)
