"""Circles in which a statement contests itself, against walks through all that bears on what."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from argmap.evaluation.dispute_tree import contests_itself, if_settled
from argmap.evaluation.evaluated import evaluate
from argmap.evaluation.framework import Label
from argmap.evaluation.grounded import grounded
from argmap.model import Claim, Debate, Rebuttal
from tests.strategies import random_debate

Bearing = tuple[str, str, bool]
"""What bears on what, and whether it is against it; a step is `> ID`."""


def bearings(debate: Debate) -> Iterator[Bearing]:
    """Read off the statements, as the program of `argmap.evaluation.framework` has it, without what outweighs."""
    for id, s in debate.statements.items():
        for other in s.contradicts:
            yield from ((id, other, True), (other, id, True))
        if isinstance(s, Claim):
            continue
        against = isinstance(s, Rebuttal)
        yield f"> {id}", s.of or f"> {s.target}", against
        if s.text is not None:
            yield id, f"> {id}", False
        yield from ((premise, f"> {id}", False) for premise in s.needed)
        yield from ((f"> {step}", f"> {id}", False) for step in s.needed_steps)


def walked(debate: Debate, undecided: set[str]) -> set[str]:
    """The undecided nodes from which a walk through undecided ones leads back after an odd number of answers."""
    every = {each for each in bearings(debate) if each[0] in undecided and each[1] in undecided}
    walks = set(every)
    while new := {(a, d, s != t) for a, b, s in walks for c, d, t in every if b == c} - walks:
        walks |= new
    return {a for a, b, odd in walks if a == b and odd}


@pytest.mark.parametrize("few", range(8))
def test_a_statement_contests_itself_where_a_walk_of_odd_answers_leads_back(few: int) -> None:
    found = 0
    for seed in range(few * 100, few * 100 + 100):
        debate = random_debate(seed)
        ev = evaluate(debate)
        undecided = {id for id, label in ev.labelling.labels.items() if label is Label.UNDEC}
        steps = {f"> {id}" for id, label in ev.labelling.live.items() if label is Label.UNDEC}
        odd = walked(debate, undecided | steps)
        for id in ev.labelling.labels:
            circle = contests_itself(ev, id)
            assert bool(circle) == (id in odd), (seed, id)
            assert not circle or circle[-1] == id
            found += bool(circle)
    assert found


@pytest.mark.parametrize("few", range(4))
def test_what_one_statement_or_step_can_touch_is_found_as_in_the_whole_debate(few: int) -> None:
    for seed in range(few * 60, few * 60 + 60):
        ev = evaluate(random_debate(seed, 14))
        whole, labels = ev.framework, ev.labelling.labels
        for label in (Label.IN, Label.OUT):
            settled = {(id, False): whole.with_settled(n, label is Label.IN) for n, id in enumerate(whole.statements)}
            settled |= {(id, True): whole.with_settled_step(n, label is Label.IN) for n, id in enumerate(whole.steps)}
            for node, changed in settled.items():
                expected = grounded(changed).labels
                found = {**labels, **if_settled(ev, node, label)}
                assert all(found[id] is expected[id] for id in labels if (id, False) != node), (seed, node, label)
