"""A proof is enough: whatever is refuted beside its pillars, what it proves remains so."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.analysis.proofs import Compiled, Fact
from argmap.evaluation.framework import Framework, Label
from argmap.evaluation.grounded import grounded
from tests.semantics.frameworks import frameworks, random_framework

FACTS = {
    Label.IN: (Fact.TRUE, Fact.NOT_FALSE),
    Label.OUT: (Fact.FALSE, Fact.NOT_TRUE),
    Label.UNDEC: (Fact.NOT_TRUE, Fact.NOT_FALSE),
}


def holds(fact: Fact, label: Label) -> bool:
    return fact in FACTS[label]


@given(frameworks(), st.data())
@settings(max_examples=300)
def test_compiled_and_settled_is_grounded_and_settled(framework: Framework, data: st.DataObject) -> None:
    refuted = data.draw(st.frozensets(st.sampled_from(range(len(framework.statements)))))
    changed = framework
    for statement in sorted(refuted):
        changed = changed.with_settled(statement, accepted=False)
    labels, solved = grounded(changed).labels, Compiled(framework).solve(refuted)
    assert [solved.label(n) for n in range(len(labels))] == list(labels.values())


@pytest.mark.parametrize("first", range(0, 6000, 1500))
def test_refuting_others_leaves_what_is_proved(first: int) -> None:
    proved = 0
    for seed in range(first, first + 1500):
        framework, pick = random_framework(seed, 7, 12), random.Random(seed)
        compiled = Compiled(framework)
        everything = range(len(framework.statements))
        before = frozenset(pick.sample(everything, min(len(everything), pick.choice((0, 0, 1, 2)))))
        solved = compiled.solve(before)
        statement = pick.choice(everything)
        for fact in FACTS[solved.label(statement)]:
            pillars = solved.pillars(statement, fact)
            assert not fact.is_positive or statement in pillars or statement in before
            others = [n for n in everything if n not in pillars]
            after = compiled.solve(before | frozenset(pick.sample(others, pick.randint(0, len(others)))))
            assert holds(fact, after.label(statement)), (seed, fact)
            proved += 1
    assert proved >= 1500
