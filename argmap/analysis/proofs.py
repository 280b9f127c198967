"""Why an atom is true, false, not true or not false in a well-founded model, and what that rests on.

A *proof* of such a fact is a part of the network that is enough for it: whatever is changed elsewhere, the fact
remains. The parts, with *all* of what a conjunction or a failing disjunction needs and *one* of the rest:

    true(a)       a conjunction: all its literals are true          a disjunction: one option is true
    false(a)      a conjunction: one literal is false               a disjunction: all options are false
    not true(a)   a conjunction: one literal is not true            a disjunction: no option is true
    not false(a)  a conjunction: no literal is false                a disjunction: one option is not false

Why it is enough. The model is built in stages (Van Gelder, Ross & Schlipf 1991). Truth and falsehood: the one
literal that is chosen was decided at an earlier stage, or is a positive one that fell in the same unfounded set, so
that by induction over the stages all of the part is decided alike in the changed network. Not true and not false:
suppose the part were left for the first time where `a`, which it holds not true, becomes true: its chosen literal
would have been decided before. Or where some of those that it holds not false become false: then they are an
unfounded set, and the one among them that was founded first has its chosen option, or all of its positive literals,
outside of it. For that, an option is only chosen where it was founded before its disjunction (`Solved.founded`).

To settle a statement as not accepted makes its atom false. That cannot break what a proof says of atoms that are
false or not true; so only those that it holds true or not false, its *pillars*, need to be looked at by those who
want to break it.
"""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from argmap.evaluation.framework import Framework, Label
from argmap.evaluation.grounded import FALSE, OPEN, TRUE, Network, compiled

_LABELS = {OPEN: Label.UNDEC, TRUE: Label.IN, FALSE: Label.OUT}
_SWEEPS = 3


class Fact(Enum):
    """What may be proved of an atom."""

    TRUE = "true"
    FALSE = "false"
    NOT_TRUE = "not true"
    NOT_FALSE = "not false"

    @property
    def denial(self) -> Fact:
        """This fact as one about the denied atom."""
        return _DENIAL[self]

    @property
    def is_positive(self) -> bool:
        """Whether it can be broken by making the atom false."""
        return self is Fact.TRUE or self is Fact.NOT_FALSE


_DENIAL = {
    Fact.TRUE: Fact.FALSE, Fact.FALSE: Fact.TRUE, Fact.NOT_TRUE: Fact.NOT_FALSE, Fact.NOT_FALSE: Fact.NOT_TRUE,
}  # fmt: skip

Said = tuple[int, Fact]


class _Staged(Network):
    """A network that remembers its negative literals, and when each atom was decided."""

    def __init__(self, size: int) -> None:
        super().__init__(size)
        self.negative: dict[int, Sequence[int]] = {}
        self.stage: dict[int, int] = {}
        self._clock, self._together = 0, False

    def all_of(self, atom: int, positive: Sequence[int], negative: Sequence[int]) -> None:
        self.negative[atom] = negative
        super().all_of(atom, positive, negative)

    def settled(self, false: Iterable[int]) -> _Staged:
        """A copy, still to be solved, in which these atoms are false whatever they follow from."""
        new = copy.copy(self)
        new.value, new.waits, new.source = list(self.value), list(self.waits), list(self.source)
        new.unsourced, new.stage = [], dict(self.stage)
        gone = set(false)
        new.queue = [atom for atom in self.queue if atom not in gone]
        for atom in gone:
            new.value[atom] = OPEN
            new.stage.pop(atom, None)
            new._set(atom, FALSE)
        return new

    def _set(self, atom: int, value: int) -> None:
        if self.value[atom] == OPEN:
            self.stage[atom] = self._clock
            self._clock += not self._together
        super()._set(atom, value)

    def _refute_unfounded(self, atoms: Iterable[int]) -> None:
        """An unfounded set falls in one stage."""
        self._together = True
        super()._refute_unfounded(atoms)
        self._together = False
        self._clock += 1


class Compiled:
    """A framework as a network that can be solved again and again, with some statements settled as not accepted."""

    def __init__(self, framework: Framework) -> None:
        self.framework = framework
        self.network = _Staged(len(framework.statements))
        self.live, counts = compiled(framework, self.network)
        self.counts = counts or self.live

    def solve(self, refuted: frozenset[int] = frozenset()) -> Solved:
        """The well-founded model where the statements of these numbers are settled as not accepted."""
        network = self.network.settled(refuted)
        network.solve()
        return Solved(network, refuted, len(self.framework.statements), self)

    @cached_property
    def costs(self) -> dict[bool, list[int]]:
        """About how many pillars a proof of an atom has, of a positive fact (True) and of a negative one. An
        estimate from the network as it is, to choose between proofs; that a proof is one depends on none of it."""
        solved = self.solve()
        network, size = solved.network, len(solved.network.value)
        costs = {True: [1] * size, False: [1] * size}
        for _ in range(_SWEEPS):
            for atom in range(size - 1, -1, -1):
                self._estimate(network, costs, atom)
        return costs

    def _estimate(self, network: _Staged, costs: dict[bool, list[int]], atom: int) -> None:
        value, own = network.value, int(atom < len(self.framework.statements))
        flip = network.is_any[atom]
        positive = [(p, value[p] != FALSE, value[p] != TRUE) for p in network.positive[atom]]
        every = {fact: [costs[fact][p] for p, _, _ in positive] for fact in (True, False)}
        can_hold = [costs[True][p] for p, holds, _ in positive if holds]
        can_fail = [costs[False][p] for p, _, fails in positive if fails]
        for n in network.negative.get(atom, ()):
            every[True].append(costs[False][n])
            can_fail += [costs[True][n]] * (value[n] != FALSE)
        hold = min(can_hold, default=_MUCH) if flip else sum(every[True])
        fail = sum(every[False]) if flip else min(can_fail, default=_MUCH)
        costs[True][atom], costs[False][atom] = min(own + hold, _MUCH), min(fail, _MUCH)


_MUCH = 1_000_000


@dataclass(frozen=True)
class Solved:
    """A well-founded model, and proofs of what is so in it."""

    network: _Staged
    refuted: frozenset[int]
    statements: int
    of: Compiled

    def label(self, statement: int) -> Label:
        """How a statement stands."""
        return _LABELS[self.network.value[statement]]

    def pillars(self, statement: int, fact: Fact) -> set[int]:
        """The statements that a proof of this fact, which must be one, holds true or not false: its own included.

        Settling others as not accepted leaves the fact as it is.
        """
        return {atom for atom, said in self.proof(statement, fact) if said.is_positive and atom < self.statements}

    def proof(self, atom: int, fact: Fact) -> set[Said]:
        """All that a proof of this fact, which must be one, says of atoms: while each of them is defined as it is
        now, the fact remains, whatever else is changed."""
        todo: list[Said] = [(atom, fact)]
        seen = set(todo)
        while todo:
            for said in self._needs(*todo.pop()):
                if said not in seen:
                    seen.add(said)
                    todo.append(said)
        return seen

    def _needs(self, atom: int, fact: Fact) -> Iterable[Said]:
        network = self.network
        if atom in self.refuted:
            return ()
        if network.is_any[atom] != fact.is_positive:
            return self._literals(atom, fact)
        if network.is_any[atom]:
            choices = [(p, fact) for p in network.positive[atom] if self._founds(p, atom, fact)]
        else:
            choices = [said for said in self._literals(atom, fact) if self._holds(*said, atom)]
        return (min(choices, key=self._cost),)

    def _literals(self, atom: int, fact: Fact) -> Iterator[Said]:
        yield from ((p, fact) for p in self.network.positive[atom])
        yield from ((n, fact.denial) for n in self.network.negative.get(atom, ()))

    def _founds(self, option: int, atom: int, fact: Fact) -> bool:
        """Whether this option alone may make a disjunction true, or keep it from being false."""
        if fact is Fact.TRUE:
            stage = self.network.stage
            return self.network.value[option] == TRUE and stage[option] < stage[atom]
        return self.founded.get(option, _MUCH) < self.founded[atom]

    def _holds(self, literal: int, fact: Fact, atom: int) -> bool:
        """Whether this literal alone may make a conjunction false, or keep it from being true."""
        value, stage = self.network.value[literal], self.network.stage
        if fact is Fact.NOT_TRUE:
            return value != TRUE
        if fact is Fact.NOT_FALSE:
            return value != FALSE
        if fact is Fact.FALSE:
            return value == FALSE and stage[literal] <= stage[atom]
        return value == TRUE and stage[literal] < stage[atom]

    def _cost(self, said: Said) -> tuple[int, int]:
        atom, fact = said
        return (0 if atom in self.refuted else self.of.costs[fact.is_positive][atom]), atom

    @cached_property
    def founded(self) -> dict[int, int]:
        """The atoms that are not false, numbered so that each conjunction comes after its positive literals and
        each disjunction after one of its options."""
        network = self.network
        lacks = {atom: len(network.positive[atom]) for atom, value in enumerate(network.value) if value != FALSE}
        ready = [atom for atom, number in lacks.items() if not number]
        order: dict[int, int] = {}
        while ready:
            atom = ready.pop()
            if atom in order:
                continue
            order[atom] = len(order)
            for user in network.used[atom]:
                if user in lacks:
                    lacks[user] -= 1
                    if network.is_any[user] or not lacks[user]:
                        ready.append(user)
        return order
