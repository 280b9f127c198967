"""A framework as a normal logic program over numbered atoms: the rules of `argmap.evaluation.framework`, made small.

Atoms that would only repeat another are not made: live(s) is accepted(x) where step s rests on x alone and has no
undercutters, counts(s) is live(s) where nothing outweighs s, and a disjunction of one is that one. A Dung framework
so becomes one rule for each argument: accepted(x) ← not accepted(y) for every attacker y.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from argmap.evaluation.framework import Framework


@dataclass(frozen=True, slots=True)
class ProgramRule:
    """head ← positive, not negative. `stated` says that the head is a statement that someone puts forward."""

    head: int
    positive: Sequence[int]
    negative: Sequence[int] = ()
    stated: bool = False


@dataclass
class Program:
    """Rules over the atoms 0 to `size` - 1. `accepted` by statement, `live` and `counts` by step are atoms.

    No head has a rule with negative literals beside another rule.
    """

    size: int
    rules: list[ProgramRule] = field(default_factory=list)
    accepted: Sequence[int] = ()
    live: list[int] = field(default_factory=list)
    counts: list[int] = field(default_factory=list)

    @staticmethod
    def of(framework: Framework) -> Program:
        """Compile the framework."""
        program = Program(len(framework.statements), accepted=range(len(framework.statements)))
        program._define_live(framework)
        program._define_counts(framework)
        for statement, weighed in enumerate(framework.weighed):
            define = program._define_weighed if weighed else program._define_contested
            define(framework, statement)
        return program

    @property
    def shown(self) -> list[int]:
        """The atoms that a labelling speaks of, each once."""
        return list(dict.fromkeys([*self.accepted, *self.live, *self.counts]))

    @property
    def denied(self) -> list[int]:
        """The atoms that occur under a negation, each once. What they are decides everything else."""
        return list(dict.fromkeys(atom for rule in self.rules for atom in rule.negative))

    def _atom(self) -> int:
        self.size += 1
        return self.size - 1

    def _add(self, head: int, positive: Sequence[int], negative: Sequence[int] = (), *, stated: bool = False) -> int:
        self.rules.append(ProgramRule(head, positive, negative, stated))
        return head

    def _any_of(self, options: Sequence[int]) -> int:
        if len(options) == 1:
            return options[0]
        atom = self._atom()
        for option in options:
            self._add(atom, (option,))
        return atom

    def _define_live(self, framework: Framework) -> None:
        every = list(zip(framework.conditions, framework.needs, framework.undercutters, strict=True))
        self.live = [
            conditions[0] if len(conditions) == 1 and not (needs or undercutters) else self._atom()
            for conditions, needs, undercutters in every
        ]
        for atom, (conditions, needs, undercutters) in zip(self.live, every, strict=True):
            if len(conditions) != 1 or needs or undercutters:
                needed = (*conditions, *[self.live[each] for each in needs])
                self._add(atom, needed, [self.live[each] for each in undercutters])

    def _define_counts(self, framework: Framework) -> None:
        self.counts = list(self.live)
        for step, outweighers in enumerate(framework.outweighers):
            if outweighers:
                heavier = [self.live[each] for each in outweighers]
                self.counts[step] = self._add(self._atom(), (self.live[step],), heavier)

    def _ground(self, framework: Framework, statement: int, steps: Sequence[int]) -> Sequence[int]:
        """What must hold for the statement to have ground: nothing where it is given."""
        if framework.given[statement]:
            return ()
        return (self._any_of([steps[each] for each in framework.supports[statement]]),)

    def _define_contested(self, framework: Framework, statement: int) -> None:
        rebuttals = [self.live[each] for each in framework.rebuttals[statement]]
        ground = self._ground(framework, statement, self.live)
        self._add(statement, ground, [*rebuttals, *framework.contradicts[statement]], stated=True)

    def _define_weighed(self, framework: Framework, statement: int) -> None:
        rebuttals = [self.counts[each] for each in framework.rebuttals[statement]]
        ground = self._ground(framework, statement, self.counts)
        against = [*rebuttals, *framework.contradicts[statement]]
        if not against:
            self._add(statement, ground, stated=True)
            return
        rejected = self._add(self._atom(), (self._any_of(against),), (statement,))
        self._add(statement, ground, (rejected,), stated=True)
