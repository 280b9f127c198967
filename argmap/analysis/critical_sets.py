"""Critical sets: the smallest sets of statements on whose refutation a resolution turns.

A set is *critical* for a label where the resolution gets that label once every statement of the set is settled as
not accepted, and no smaller part of the set would do. Only other statements count, not the resolution itself.

How they are found without trying every set. Where a set does not yet bring the label about, there is a proof of what
stands in the way (`argmap.analysis.proofs`), and whoever refutes none of its pillars leaves it as it is. So every
critical set that contains this one contains one of those pillars as well, and it is enough to go on with each of them
in turn: the tree of conflicts and hitting sets of Reiter (1987). Reiter's conflicts are given; here refuting a
statement may also bring others back, so that the proof is made anew for each set. Nothing is passed over by it:
whatever critical set there is, the way to it leads through parts of it that do not bring the label about, each with
such a proof.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from argmap.analysis.proofs import Compiled, Fact
from argmap.evaluation.dispute_tree import bearing_on
from argmap.evaluation.evaluated import Evaluation
from argmap.evaluation.framework import Framework, Label
from argmap.evaluation.grounded import grounded
from argmap.evaluation.reasons import unanswered

Left = Callable[[], float]
"""Says how much is left, asked before each evaluation; zero or less means nothing. The clock is the caller's."""


def effort(amount: int) -> Left:
    """A limit without a clock, for those whose result has to be the same everywhere: so many evaluations in all."""
    rest = iter(range(amount, -1, -1))
    return lambda: next(rest, 0)


Refuted = frozenset[int]
"""Statements by number, all of them settled as not accepted."""

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

_BETTER = (Label.OUT, Label.UNDEC, Label.IN)


@dataclass(frozen=True)
class CriticalSet:
    """Statements, in file order, and how the resolution would stand if all of them were refuted."""

    statements: tuple[str, ...]
    label: Label


Family = tuple[tuple[str, ...], ...]
"""One statement of each of these: as many sets as there are ways to choose."""

How = Literal["rebut", "undercut", "either"]


@dataclass(frozen=True)
class AnswerEffect:
    """An unanswered rebuttal, and how the resolution would stand if somebody rebutted it, undercut its step, or did
    either of the two."""

    rebuttal: str
    label: Label
    how: How = "either"


@dataclass(frozen=True)
class Turning:
    """What a resolution turns on.

    `sets` are all critical sets of up to `searched` statements, and some larger ones where the time was over before
    `size` was reached: the smallest first, among these the most weakly supported. `answers` is empty until `answered`
    has looked for them, and has not all of them unless it was `finished`.
    """

    resolution: str
    label: Label
    sets: tuple[CriticalSet, ...]
    searched: int
    size: int
    answers: tuple[AnswerEffect, ...] = ()
    finished: bool = True
    spent: int = field(default=0, compare=False)
    """How many sets were tried."""

    def leading_to(self, label: Label) -> tuple[CriticalSet, ...]:
        """The sets whose refutation would give it a label."""
        return tuple(each for each in self.sets if each.label is label)

    def families(self, label: Label) -> list[Family]:
        """The sets that lead to a label; sets that differ in one place only are taken together."""
        return families([each.statements for each in self.leading_to(label)])


def _forever() -> float:
    return math.inf


def turning(ev: Evaluation, resolution: str, size: int = LARGEST, left: Left = _forever) -> Turning:
    """What a resolution, or any statement, turns on, under grounded semantics.

    Raises KeyError for an id that is not a statement's (a bare step's neither).
    """
    ev.labelling.labels[resolution]
    framework = bearing_on(ev, resolution)
    search = _Search(framework, framework.statements.index(resolution), left)
    now = search.label(frozenset())
    found: list[CriticalSet] = []
    searched = size
    for label in Label:
        if label is not now:
            sets, done = search.critical(label, size)
            searched = min(searched, done)
            found += [CriticalSet(tuple(framework.statements[n] for n in sorted(each)), label) for each in sets]
    found.sort(key=lambda each: _rank(ev, each))
    return Turning(resolution, now, tuple(found), searched, size, spent=search.spent)


class _Search:
    """The tree of sets for one statement, smaller sets before larger ones."""

    def __init__(self, framework: Framework, goal: int, left: Left) -> None:
        self.compiled, self.goal, self.left = Compiled(framework), goal, left
        self.spent = 0
        self._labels: dict[Refuted, Label] = {}

    def label(self, refuted: Refuted) -> Label:
        """How the statement stands where these are refuted."""
        if refuted not in self._labels:
            self._labels[refuted] = self.compiled.solve(refuted).label(self.goal)
        return self._labels[refuted]

    def critical(self, label: Label, size: int) -> tuple[list[Refuted], int]:
        """Every critical set for a label, of up to `size` statements; and the size up to which that is all of them,
        less where the time was over."""
        found: list[Refuted] = []
        level: list[Refuted] = [frozenset()]
        for reached in range(size):
            wider: dict[Refuted, None] = {}
            for refuted in level:
                for pillar in sorted(self._pillars(refuted, label)):
                    if self.left() <= 0:
                        return found, reached
                    self.spent += 1
                    self._try(refuted | {pillar}, label, found, wider)
            level = list(wider)
        return found, size

    def _pillars(self, refuted: Refuted, label: Label) -> set[int]:
        solved = self.compiled.solve(refuted)
        obstacle = _OBSTACLE[label, solved.label(self.goal)]
        return solved.pillars(self.goal, obstacle) - {self.goal}

    def _try(self, refuted: Refuted, label: Label, found: list[Refuted], wider: dict[Refuted, None]) -> None:
        """Look at a set, unless it has been looked at or a part of it does already."""
        if refuted in wider or any(each <= refuted for each in found):
            return
        if self.label(refuted) is label:
            found.append(refuted)
        else:
            wider[refuted] = None


def _rank(ev: Evaluation, each: CriticalSet) -> tuple[int, list[tuple[int, ...]]]:
    """Small sets first; of one size those whose best supported statement is the most weakly supported."""
    return len(each.statements), sorted((_strength(ev, id) for id in each.statements), reverse=True)


def _strength(ev: Evaluation, id: str) -> tuple[int, ...]:
    """How well a statement is supported: its best grade, the number of its sources, of its live supports."""
    statement = ev.debate.statements[id]
    grade = ev.debate.best_grade(statement)
    worth = (ord("F") - ord(grade[0]) + 1, 6 - int(grade[1])) if grade else (0, 0)
    live = sum(ev.labelling.live[support.id] is Label.IN for support in ev.graph.supports(id))
    return *worth, len({evidence.source for evidence in statement.evidence}), live


_HINDRANCE = {Label.OUT: Fact.FALSE, Label.UNDEC: Fact.NOT_TRUE}
"""What has to be broken for a statement to stand better than so."""


def answered(ev: Evaluation, found: Turning, left: Left = _forever) -> Turning:
    """The same, with the rebuttals that nobody has tried to answer, and an answer to which would help the statement.

    Only one that a proof of what hinders it holds true, or not false, can be one of them (`argmap.analysis.proofs`):
    the others leave the proof as it is. Not finished where nothing was `left` before all were tried.
    """
    if found.label is Label.IN:
        return found
    framework = bearing_on(ev, found.resolution)
    compiled, goal = Compiled(framework), framework.statements.index(found.resolution)
    proof = compiled.solve().proof(goal, _HINDRANCE[found.label])
    held = {atom for atom, fact in proof if fact.is_positive}
    answers: list[AnswerEffect] = []
    for rebuttal, ways in _answerable(ev, compiled, held):
        if left() <= 0:
            return replace(found, answers=tuple(answers), finished=False)
        if rebuttal != found.resolution:
            answers += _helping(found, rebuttal, {how: grounded(each).labels for how, each in ways.items()})
    return replace(found, answers=tuple(answers))


def _answerable(ev: Evaluation, compiled: Compiled, held: set[int]) -> Iterator[tuple[str, Mapping[How, Framework]]]:
    """Unanswered rebuttals, each with the debate as it would be by each kind of answer that touches what is held."""
    framework = compiled.framework
    steps = {id: n for n, id in enumerate(framework.steps)}
    statements = {id: n for n, id in enumerate(framework.statements)}
    for rebuttal in unanswered(ev):
        ways: dict[How, Framework] = {}
        if statements.get(rebuttal) in held:
            ways["rebut"] = framework.with_rebuttal(statements[rebuttal])
        if rebuttal in steps and compiled.live[steps[rebuttal]] in held:
            ways["undercut"] = framework.with_undercutter(steps[rebuttal])
        if ways:
            yield rebuttal, ways


def _helping(found: Turning, rebuttal: str, labels: Mapping[How, Mapping[str, Label]]) -> list[AnswerEffect]:
    """The kinds of answer that would make the statement stand better than now."""
    reached = {how: each[found.resolution] for how, each in labels.items()}
    if len(reached) == 2 and len({*reached.values()}) == 1:
        reached = {"either": reached["rebut"]}
    now = _BETTER.index(found.label)
    return [AnswerEffect(rebuttal, label, how) for how, label in reached.items() if _BETTER.index(label) > now]


def families(sets: Sequence[tuple[str, ...]]) -> list[Family]:
    """The same sets, with those taken together that differ in one place only, in the order of their first sets."""
    found: list[Family] = [tuple((id,) for id in each) for each in sets]
    while len(merged := _merged(found)) < len(found):
        found = merged
    return found


def _merged(found: list[Family]) -> list[Family]:
    """Take together, at one place, the families that are the same elsewhere; of these places the most useful."""
    groups: dict[tuple[Family, int], list[int]] = {}
    for number, family in enumerate(found):
        for at in range(len(family)):
            groups.setdefault((family[:at] + family[at + 1 :], len(family)), []).append(number)
    best = max(groups.values(), key=len, default=[])
    if len(best) < 2:
        return found
    alike = set(found[best[0]]).intersection(*(found[number] for number in best))
    choice = tuple(dict.fromkeys(id for number in best for part in found[number] if part not in alike for id in part))
    whole = tuple(part if part in alike else choice for part in found[best[0]])
    return [whole if number == best[0] else each for number, each in enumerate(found) if number not in best[1:]]
