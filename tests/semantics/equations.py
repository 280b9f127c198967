"""Gradual strengths from the definitions: the papers' formulas, and the equations of a framework, brought to rest.

Shares nothing with `argmap.strength.gradual` but its stated definition: a step carries the weakest that it rests on,
scaled by its undercutters; what is in no circle follows from what it needs; a circle starts from its base scores and
moves half of the way in each round. Circles are found by reachability, in whatever time that takes.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from argmap.evaluation.framework import Framework

MOST_ROUNDS, TOLERANCE = 2_000, 1e-9

Atom = tuple[str, int]
"""("x", n) for a statement, ("s", n) for a step that rests on several or is undercut."""


class Answer(NamedTuple):
    """The strength of statements and what steps carry, by number; None where nothing comes to rest."""

    statements: list[float | None]
    steps: list[float | None]
    circular: bool


def published(name: str, b: float, pros: Sequence[float], cons: Sequence[float]) -> float:
    """The papers' formulas, case by case."""
    energy = math.fsum(pros) - math.fsum(cons)
    va, vs = 1 - math.prod(1 - c for c in cons), 1 - math.prod(1 - p for p in pros)
    if name == "df-quad":
        return b - b * abs(vs - va) if va >= vs else b + (1 - b) * abs(vs - va)
    if name == "euler-based":
        return 1 - (1 - b**2) / (1 + b * math.exp(energy))

    if name not in ("quadratic-energy", "squared-df-quad"):
        raise LookupError(f"write the paper's formula for {name} here")

    def h(x: float, p: int) -> float:
        return max(0.0, x) ** p / (1 + max(0.0, x) ** p)

    x, p = (energy, 2) if name == "quadratic-energy" else (vs - va, 1)
    return b - b * h(-x, p) + (1 - b) * h(x, p)


class Equations:
    """What each atom of a framework is made of, and which atoms need each other."""

    def __init__(self, framework: Framework) -> None:
        self.framework = framework
        self.needs = {("x", x): self._of_statement(x) for x in range(len(framework.statements))}
        for s in range(len(framework.steps)):
            if self.atom(s) == ("s", s):
                self.needs["s", s] = [*self._rests(s), *map(self.atom, framework.undercutters[s])]
        self.reached = {atom: self._reachable(atom) for atom in self.needs}

    def atom(self, s: int) -> Atom:
        """What a step carries: of one statement and not undercut, what that is worth."""
        conditions = self.framework.conditions[s]
        alone = not (self.framework.undercutters[s] or self.framework.needs[s])
        return ("x", conditions[0]) if len(conditions) == 1 and alone else ("s", s)

    def _rests(self, s: int) -> list[Atom]:
        if self._needs_itself(s):
            return []
        own: list[Atom] = [("x", x) for x in self.framework.conditions[s]]
        return [*own, *map(self.atom, self.framework.needs[s])]

    def _needs_itself(self, s: int) -> bool:
        """Directly or by way of other steps: then it carries nothing."""
        reached, waiting = set[int](), list(self.framework.needs[s])
        while waiting:
            step = waiting.pop()
            if step not in reached:
                reached.add(step)
                waiting += self.framework.needs[step]
        return s in reached

    def _cons(self, x: int) -> list[Atom]:
        rivals: list[Atom] = [("x", y) for y in self.framework.contradicts[x]]
        return [*map(self.atom, self.framework.rebuttals[x]), *rivals]

    def _of_statement(self, x: int) -> list[Atom]:
        return [*map(self.atom, self.framework.supports[x]), *self._cons(x)]

    def _reachable(self, start: Atom) -> set[Atom]:
        found: set[Atom] = set()
        waiting = list(self.needs[start])
        while waiting:
            atom = waiting.pop()
            if atom not in found:
                found.add(atom)
                waiting += self.needs[atom]
        return found

    def circle(self, atom: Atom) -> set[Atom]:
        """What needs it and is needed by it; nothing where it does not need itself."""
        return {other for other in self.reached[atom] if atom in self.reached[other]}

    def wanted(self, atom: Atom, now: dict[Atom, float], base: Sequence[float], name: str) -> float:
        """What an atom should be worth, as the others stand."""
        kind, n = atom
        if kind == "x":
            pros = [now[self.atom(s)] for s in self.framework.supports[n]]
            return published(name, base[n], pros, [now[a] for a in self._cons(n)])
        return self._weakest(n, now) * math.prod(1 - now[self.atom(u)] for u in self.framework.undercutters[n])

    def _weakest(self, s: int, now: dict[Atom, float]) -> float:
        return min((now[atom] for atom in self._rests(s)), default=0.0)

    def _at_first(self, s: int, now: dict[Atom, float], part: set[Atom]) -> float:
        rests = self._rests(s)
        known = [now[atom] for atom in rests if atom[0] == "x" or atom not in part]
        return min(known, default=1.0 if rests else 0.0)

    def solved(self, base: Sequence[float], name: str) -> Answer:
        """Every strength."""
        now: dict[Atom, float | None] = {}
        waiting = set(self.needs)
        while waiting:
            ready = next(a for a in waiting if not (self.reached[a] - self.circle(a) - {a}) & waiting)
            part = self.circle(ready) | {ready}
            now |= self._at_rest(part, now, base, name)
            waiting -= part
        steps = [now[self.atom(s)] for s in range(len(self.framework.steps))]
        statements = [now["x", x] for x in range(len(self.framework.statements))]
        return Answer(statements, steps, any(self.circle(atom) for atom in self.needs))

    def _at_rest(
        self, part: set[Atom], before: dict[Atom, float | None], base: Sequence[float], name: str
    ) -> dict[Atom, float | None]:
        outside = {need: before[need] for atom in part for need in self.needs[atom] if need not in part}
        nothing: dict[Atom, float | None] = dict.fromkeys(part)
        if None in outside.values():
            return nothing
        now: dict[Atom, float] = {atom: value for atom, value in outside.items() if value is not None}
        if not any(need in part for atom in part for need in self.needs[atom]):
            return {atom: self.wanted(atom, now, base, name) for atom in part}
        now |= {(kind, n): base[n] for kind, n in part if kind == "x"}
        now |= {(kind, n): self._at_first(n, now, part) for kind, n in part if kind == "s"}
        for _ in range(MOST_ROUNDS):
            found = {atom: self.wanted(atom, now, base, name) for atom in part}
            rests = all(abs(found[atom] - now[atom]) <= TOLERANCE for atom in part)
            now |= {atom: (now[atom] + value) / 2 for atom, value in found.items()}
            if rests:
                return {atom: now[atom] for atom in part}
        return nothing
