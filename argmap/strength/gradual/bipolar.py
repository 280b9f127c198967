"""A debate as a weighted bipolar graph: what weighs for and against each statement, and in which order to work it out.

Statements have pros and cons; the published semantics say what follows from these. The rest is defined here, and is the
same under each of them:

- The pros of a statement are the steps of its supports, its cons those of its rebuttals, and each statement that
  contradicts it is a con of it, so that the two attack each other.
- A step carries **the weakest** of its own statement and its premises: linked premises are all needed, and a chain is
  as strong as its weakest link (Pollock 1995, *Cognitive Carpentry*). So a premise that repeats what is said takes
  nothing away, and a bare step carries the weakest of its premises. A step that it needs is worth what that carries.
  One that needs itself, directly or by way of others, carries nothing: as in the labels, it is never live.
- An undercutter **scales** the step that it contests: `carries = weakest × (1 − u1) × (1 − u2) …` over what its
  undercutters carry. It says that the step does not go through even if what it rests on is true: so it takes a share of
  the step and leaves the statement alone. A certain undercutter stops the step and a worthless one does nothing,
  as a live and a dead one in the labels; under DF-QuAD it is what an attack on the step as an argument would do.
- `outweighs:` has no part in it. It is a verdict on how two steps compare, and the labels apply it; the strengths
  measure how they compare where nobody has passed one. Who wants a verdict to be felt here gives the statement a
  `weight:`.
- Whether a statement is contested or weighed makes no difference: all are weighed.

A statement in a circle of supports lends itself strength, in every published semantics; the rule `circular-support`
finds these.

*Atoms* are numbers for what has a strength: first the statements, numbered as in the framework, then the steps that
rest on more than one statement, need a step or are undercut. Any other step carries what its one statement is worth,
and is that atom.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from argmap.evaluation.framework import Framework, Links


class Bipolar(NamedTuple):
    """The graph. `pros` and `cons` are atoms by statement; `rests` and `undercut` atoms by step atom, counted from
    `size`, the number of statements. `carriers` is the atom of each step of the framework, `users` by atom the atoms
    that depend on it. `order` is what depends on no circle, each atom after all that it needs; `circles` is the rest,
    as strongly connected components in such an order."""

    size: int
    pros: Links
    cons: Links
    rests: Links
    undercut: Links
    carriers: list[int]
    users: list[list[int]]
    order: list[int]
    circles: list[list[int]]

    @staticmethod
    def of(framework: Framework) -> Bipolar:
        """The graph of pros and cons of a framework."""
        size = len(framework.statements)
        carriers, contingent = _carriers(framework, size)
        pros = [_at(carriers, steps) for steps in framework.supports]
        cons = [
            [*_at(carriers, steps), *others] if others else _at(carriers, steps)
            for steps, others in zip(framework.rebuttals, framework.contradicts, strict=True)
        ]
        void = _needing_themselves(framework.needs)
        rests: Links = [
            () if step in void else [*framework.conditions[step], *_at(carriers, framework.needs[step])]
            for step in contingent
        ]
        undercut = [_at(carriers, framework.undercutters[step]) for step in contingent]
        needs = [[*p, *c] if p or c else () for p, c in zip([*pros, *rests], [*cons, *undercut], strict=True)]
        users = _users(needs)
        order = _order(needs, users)
        circles = _components(needs, order) if len(order) < len(needs) else []
        return Bipolar(size, pros, cons, rests, undercut, carriers, users, order, circles)

    def needs(self, atom: int) -> int:
        """How many others its strength is worked out from."""
        one, other = (self.pros, self.cons) if atom < self.size else (self.rests, self.undercut)
        at = atom if atom < self.size else atom - self.size
        return len(one[at]) + len(other[at])

    def depending_on(self, atoms: Iterable[int]) -> frozenset[int]:
        """These and all that depends on them."""
        found = set(atoms)
        waiting = list(found)
        while waiting:
            for user in self.users[waiting.pop()]:
                if user not in found:
                    found.add(user)
                    waiting.append(user)
        return frozenset(found)


def _carriers(framework: Framework, size: int) -> tuple[list[int], list[int]]:
    """The atom of each step, and the steps that have an atom of their own."""
    carriers: list[int] = []
    contingent: list[int] = []
    every = zip(framework.conditions, framework.needs, framework.undercutters, strict=True)
    for step, (conditions, needs, undercutters) in enumerate(every):
        if len(conditions) == 1 and not (needs or undercutters):
            carriers.append(conditions[0])
        else:
            carriers.append(size + len(contingent))
            contingent.append(step)
    return carriers, contingent


def _needing_themselves(needs: Links) -> frozenset[int]:
    """The steps that need themselves, directly or by way of others."""
    if not any(needs):
        return frozenset()
    circles = _components(needs, ())
    return frozenset(step for circle in circles for step in circle if len(circle) > 1 or step in needs[step])


def _at(carriers: Sequence[int], steps: Sequence[int]) -> Sequence[int]:
    return [carriers[step] for step in steps] if steps else ()


def _users(needs: Sequence[Sequence[int]]) -> list[list[int]]:
    users: list[list[int]] = [[] for _ in needs]
    for atom, needed in enumerate(needs):
        for each in needed:
            users[each].append(atom)
    return users


def _order(needs: Sequence[Sequence[int]], users: Sequence[Sequence[int]]) -> list[int]:
    """Every atom that depends on no circle, after all that it needs (Kahn 1962)."""
    waits = [len(needed) for needed in needs]
    order = [atom for atom, count in enumerate(waits) if not count]
    for atom in order:  # grows while it is read
        for user in users[atom]:
            waits[user] -= 1
            if not waits[user]:
                order.append(user)
    return order


def _components(needs: Sequence[Sequence[int]], settled: Iterable[int]) -> list[list[int]]:
    """The strongly connected components of what is not settled, each after those that it needs (Tarjan 1972)."""
    index: list[int] = [0] * len(needs)
    """0 is unseen; an atom whose component is known has a number above every other."""
    low, done, seen = [0] * len(needs), len(needs) + 1, 0
    for atom in settled:
        index[atom] = done
    found: list[list[int]] = []
    stack: list[int] = []
    for root in range(len(needs)):
        path = [] if index[root] else [(root, iter(needs[root]))]
        while path:
            atom, rest = path[-1]
            if not index[atom]:
                seen += 1
                index[atom] = low[atom] = seen
                stack.append(atom)
            for each in rest:
                if not index[each]:
                    path.append((each, iter(needs[each])))
                    break
                low[atom] = min(low[atom], index[each])
            else:
                path.pop()
                if path:
                    low[path[-1][0]] = min(low[path[-1][0]], low[atom])
                if low[atom] == index[atom]:
                    cut = stack.index(atom) if stack[-1] != atom else len(stack) - 1
                    found.append(sorted(stack[cut:]))
                    for each in stack[cut:]:
                        index[each] = done
                    del stack[cut:]
    return found
