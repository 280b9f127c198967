"""Which models of a program are meant, said in rules that the solver takes.

A three-valued model is a pair of sets of atoms: those that are *true*, and those that are *possible* (true or
undecided). The doubling translation of Janhunen, Niemelä, Seipel, Simons & You (2006) writes both as one program,
with an atom a for "a is true" and an atom a* for "a is possible":

    a  ← B, not C*        a* ← B*, not C        for each rule a ← B, not C,        and never a without a*.

Its stable models are the partial stable models of the program (Przymusinski 1990), one for one. "Never a without a*"
need only be said of atoms that occur negated: it follows for the others. The solver sees to it that nothing is
true, or possible, by a loop of positive conditions alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.semantics.solver.program import Program

if TYPE_CHECKING:
    import clingo


@dataclass(frozen=True)
class Literals:
    """The solver's literals: for each atom of the program that it is true, and that it is possible."""

    true: Sequence[int]
    possible: Sequence[int]


def stable(program: Program, backend: clingo.backend.Backend) -> Literals:
    """The two-valued models: the program as it stands (Gelfond & Lifschitz 1988)."""
    atoms = [backend.add_atom() for _ in range(program.size)]
    for rule in program.rules:
        body = [*[atoms[each] for each in rule.positive], *[-atoms[each] for each in rule.negative]]
        backend.add_rule([atoms[rule.head]], body)
    return Literals(atoms, atoms)


def partial_stable(program: Program, backend: clingo.backend.Backend) -> Literals:
    """The partial stable models, by doubling."""
    found = _doubled(program, backend)
    true, possible = found.true, found.possible
    for rule in program.rules:
        body = [*[true[each] for each in rule.positive], *[-possible[each] for each in rule.negative]]
        backend.add_rule([true[rule.head]], body)
    for atom in program.denied:
        backend.add_rule([], [true[atom], -possible[atom]])
    return found


def conflict_free(program: Program, backend: clingo.backend.Backend) -> Literals:
    """The conflict-free sets of assumptions, as `argmap.semantics.stage` defines them: for each statement, and for
    each other rule with negative literals, one may assume that none of these holds, and then none of them may follow.
    Possible is what follows when everything is assumed that nothing true speaks against."""
    found = _doubled(program, backend)
    true = found.true
    for rule in program.rules:
        body = [true[each] for each in rule.positive]
        if rule.negative or rule.stated:
            assumed = backend.add_atom()
            backend.add_rule([assumed], choice=True)
            for each in rule.negative:
                backend.add_rule([], [assumed, true[each]])
            body.append(assumed)
        backend.add_rule([true[rule.head]], body)
    return found


def _doubled(program: Program, backend: clingo.backend.Backend) -> Literals:
    """Both sets of atoms, and the rules for what is possible."""
    true = [backend.add_atom() for _ in range(program.size)]
    possible = [backend.add_atom() for _ in range(program.size)]
    for rule in program.rules:
        body = [*[possible[each] for each in rule.positive], *[-true[each] for each in rule.negative]]
        backend.add_rule([possible[rule.head]], body)
    return Literals(true, possible)


def undecided(program: Program, literals: Literals, backend: clingo.backend.Backend) -> list[int]:
    """Literals that say of each shown atom that it is undecided."""
    found = []
    for atom in program.shown:
        is_open = backend.add_atom()
        backend.add_rule([is_open], [literals.possible[atom], -literals.true[atom]])
        found.append(is_open)
    return found
