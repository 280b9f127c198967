"""Ideal: the most that can be accepted without ruling out any preferred position (Dung, Mancarella & Toni 2007).

The ideal labelling is the maximal one of the complete labellings that agree with every preferred labelling: what is in
(out) is in (out) in all of them. There is exactly one (Caminada 2011 for argumentation frameworks, Caminada & Schulz
2017 for flat assumption-based ones). It lies between the grounded labelling and what all preferred ones have in
common.

It is found without enumerating these: a complete labelling agrees with every preferred one iff nothing that it
rejects is accepted in a complete labelling (Dunne 2009). So all that is accepted in some complete labelling is
gathered, a few large labellings at a time; then the maximal complete labelling that rejects none of it is the
ideal one.
"""

from __future__ import annotations

from argmap.evaluation.framework import Framework, Labelling
from argmap.semantics.single_labelling import SingleLabelling
from argmap.semantics.solver.budget import Left
from argmap.semantics.solver.encoding import partial_stable
from argmap.semantics.solver.search import Search

CODE = "ID"
NAME = "ideal"


def _ideal(framework: Framework, left: Left) -> Labelling:
    contestable = _accepted_somewhere(framework, left)
    search = Search(framework, partial_stable, left)
    true, possible = search.literals.true, search.literals.possible
    for atom in contestable:
        search.at_least_one([possible[atom]])
    search.prefer([true[atom] for atom in search.program.denied])
    found = search.first()
    assert found is not None  # the grounded labelling agrees with every other
    return found.labelling()


def _accepted_somewhere(framework: Framework, left: Left) -> list[int]:
    """The negated atoms that are true in some partial stable model."""
    search = Search(framework, partial_stable, left)
    true = search.literals.true
    sought = search.program.denied
    search.prefer([true[atom] for atom in sought])
    while found := search.first():
        sought = [atom for atom in sought if not found.has(true[atom])]
        search.at_least_one(true[atom] for atom in sought)
    unreached = set(sought)
    return [atom for atom in search.program.denied if atom not in unreached]


_answers = SingleLabelling(_ideal)
labellings, count, find = _answers.labellings, _answers.count, _answers.find
accepting, not_accepting = _answers.accepting, _answers.not_accepting
