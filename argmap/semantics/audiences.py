"""Audiences: which resolutions stand for people who rank the values at stake in their own way.

Value-based argumentation (Bench-Capon, *Persuasion in practical argument using value-based argumentation frameworks*,
JLC 2003; Atkinson & Bench-Capon 2007): an attack succeeds for an audience unless the audience prefers the value of
what is attacked to that of the attacker. Here:

- A support or rebuttal **speaks for** every value that it names, promoted or demoted: who says that a plan costs
  soldiers' lives speaks for the soldiers' lives. A claim speaks for the values that it promotes. A bare step that names
  none speaks for those of its premises. With several values, the one that the audience ranks highest is meant.
- An audience prefers the value that it names earlier; values that it does not name rank equal, below all others.
- A rebuttal succeeds unless its target speaks for a value that the audience prefers to every one that the rebuttal
  speaks for. One that speaks for none always succeeds, since facts bind every audience, and so does every one against
  a target that speaks for none. The same holds between statements that contradict each other, each way by itself.
- An undercutter always succeeds: that a step does not follow is no matter of preference (Modgil & Prakken 2013).
- Where a statement is weighed, its supports and rebuttals are the ones that carry the values: one that speaks for a
  value outweighs one on the other side that speaks only for lower ones, unless the debate itself has compared the two.

That gives another framework, evaluated by grounded semantics.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from argmap.evaluation import Evaluation
from argmap.framework import Framework, Label, Labelling
from argmap.grounded import grounded
from argmap.model import Claim, Debate, Statement

Order = tuple[str, ...]
"""Values, the most important first."""


@dataclass(frozen=True)
class Shift:
    """What an audience would have to be convinced of, for a resolution to get another label.

    That `value` matters more than `over` (and all that ranks below it); None stands for the values that it does not
    rank. It is the smallest such move of this value.
    """

    value: str
    over: str | None
    label: Label


@dataclass(frozen=True)
class Reception:
    """How a resolution stands for an audience, and each move of one value that would change that."""

    audience: str
    resolution: str
    label: Label
    shifts: tuple[Shift, ...]


def values_of(debate: Debate, statement: Statement) -> frozenset[str]:
    """The values that a statement, or a bare step, speaks for."""
    stakes = statement.values
    if isinstance(statement, Claim):
        return frozenset(stakes.promotes if stakes else ())
    if stakes is None and statement.is_bare:
        return frozenset().union(*(values_of(debate, debate.statements[p]) for p in statement.premises))
    return frozenset((*stakes.promotes, *stakes.demotes) if stakes else ())


def for_audience(ev: Evaluation, audience: str) -> Evaluation:
    """The debate as it stands for an audience of debate.yaml. Raises KeyError for one that is not there.

    Only the labelling is another; a rebuttal that fails for want of an important value is live and does not count.
    """
    return ev.with_labelling(_Hearing(ev).labelling(ev.debate.audiences[audience]))


def receptions(ev: Evaluation) -> tuple[Reception, ...]:
    """How every resolution stands for every audience, and what each would have to be convinced of."""
    hearing, resolutions = _Hearing(ev), [claim.id for claim in ev.debate.resolutions]
    found: list[Reception] = []
    for audience, order in ev.debate.audiences.items():
        labels, moves = hearing.labelling(order).labels, list(_moves(hearing, order))
        for id in resolutions:
            shifts: dict[str, Shift] = {}
            for value, over, changed in moves:
                if changed.labels[id] is not labels[id] and value not in shifts:
                    shifts[value] = Shift(value, over, changed.labels[id])
            found.append(Reception(audience, id, labels[id], tuple(shifts.values())))
    return tuple(found)


def _moves(hearing: _Hearing, order: Order) -> Iterator[tuple[str, str | None, Labelling]]:
    """Every value moved up, by one place and by more: the value, what it comes to precede, and what follows."""
    for value in hearing.values:
        at = order.index(value) if value in order else None
        rest = tuple(each for each in order if each != value)
        places = range(len(rest) if at is None else at - 1, -1, -1)
        for place in places:
            over = rest[place] if place < len(rest) else None
            yield value, over, hearing.labelling((*rest[:place], value, *rest[place:]))


class _Hearing:
    """A debate before audiences: what each statement and step speaks for, and the labelling for each order."""

    def __init__(self, ev: Evaluation) -> None:
        self.ev, self.framework = ev, ev.framework
        statements = ev.debate.statements
        self.said = [values_of(ev.debate, statements[id]) for id in self.framework.statements]
        self.carried = [values_of(ev.debate, statements[id]) for id in self.framework.steps]
        self.known: dict[Order, Labelling] = {}

    @cached_property
    def values(self) -> tuple[str, ...]:
        """The values that something speaks for, in the debate's order."""
        used = frozenset().union(*self.said, *self.carried)
        return tuple(value for value in self.ev.debate.values if value in used)

    def labelling(self, order: Order) -> Labelling:
        """The grounded labelling for who ranks the values so."""
        if order not in self.known:
            self.known[order] = self._labelling({value: rank for rank, value in enumerate(order)})
        return self.known[order]

    def _labelling(self, ranks: Mapping[str, int]) -> Labelling:
        said, carried = _best(self.said, ranks), _best(self.carried, ranks)
        failed = set(_failing(self.framework, said, carried))
        framework = replace(
            self.framework,
            rebuttals=[[r for r in steps if r not in failed] if steps else () for steps in self.framework.rebuttals],
            contradicts=[
                [other for other in others if not _fails(said[other], said[x])] if others else ()
                for x, others in enumerate(self.framework.contradicts)
            ],
            outweighers=_outweighers(self.framework, carried),
        )
        found = grounded(framework)
        idle = {self.framework.steps[r]: Label.OUT for r in failed}
        return replace(found, counts={**found.counts, **idle})


Rank = int | None
"""Of the best value that something speaks for, 0 the highest; None where it speaks for none."""


def _best(spoken: Sequence[frozenset[str]], ranks: Mapping[str, int]) -> list[Rank]:
    return [min(ranks.get(value, len(ranks)) for value in values) if values else None for values in spoken]


def _fails(attacker: Rank, target: Rank) -> bool:
    """Whether the target's value is preferred to the attacker's."""
    return attacker is not None and target is not None and target < attacker


def _failing(framework: Framework, said: Sequence[Rank], carried: Sequence[Rank]) -> Iterator[int]:
    """The rebuttals whose target speaks for something more important."""
    for target, steps in zip(said, framework.rebuttals, strict=True):
        yield from (step for step in steps if _fails(carried[step], target))


def _outweighers(framework: Framework, carried: Sequence[Rank]) -> list[Sequence[int]]:
    """The debate's own comparisons, and those that the audience makes between the sides of what is weighed."""
    heavier: list[Sequence[int]] = list(framework.outweighers)
    for x, weighed in enumerate(framework.weighed):
        pairs = [(s, r) for s in framework.supports[x] for r in framework.rebuttals[x]] if weighed else []
        for s, r in pairs:
            if s in framework.outweighers[r] or r in framework.outweighers[s]:
                continue
            if _fails(carried[r], carried[s]):
                heavier[r] = (*heavier[r], s)
            elif _fails(carried[s], carried[r]):
                heavier[s] = (*heavier[s], r)
    return heavier
