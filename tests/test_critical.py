"""Critical sets are exactly those of the definition, tried by brute force."""

from __future__ import annotations

from itertools import combinations

import pytest

import argmap
from argmap.critical import turning
from argmap.evaluation import Evaluation, evaluate
from argmap.framework import Label
from argmap.grounded import grounded
from tests.conftest import ROOT
from tests.strategies import random_debate


def by_brute_force(ev: Evaluation, resolution: str, size: int) -> set[tuple[frozenset[str], Label]]:
    """Every minimal set of other statements whose refutation gives the resolution another label."""
    framework, now = ev.framework, ev.label(resolution)
    others = [n for n, id in enumerate(framework.statements) if id != resolution]
    found: set[tuple[frozenset[str], Label]] = set()
    for count in range(1, size + 1):
        for chosen in combinations(others, count):
            changed = framework
            for statement in chosen:
                changed = changed.with_settled(statement, accepted=False)
            label = grounded(changed).labels[resolution]
            names = frozenset(framework.statements[n] for n in chosen)
            if label is not now and not any(known < names and to is label for known, to in found):
                found.add((names, label))
    return found


@pytest.mark.parametrize("first", range(0, 2000, 250))
def test_every_minimal_set_is_found_and_nothing_else(first: int) -> None:
    sets = 0
    for seed in range(first, first + 250):
        ev = evaluate(random_debate(seed))
        for claim in ev.debate.resolutions:
            found = turning(ev, claim.id, 3)
            assert found.searched == 3 and found.label is ev.label(claim.id)
            listed = [(frozenset(each.statements), each.label) for each in found.sets]
            assert len(listed) == len(set(listed))
            assert set(listed) == by_brute_force(ev, claim.id, 3), seed
            sets += len(listed)
    assert sets > 50


def test_the_smallest_come_first() -> None:
    ev = argmap.evaluate(argmap.load(ROOT / "arguments" / "nato-ukraine"))
    for claim in ev.debate.resolutions:
        sizes = [len(each.statements) for each in turning(ev, claim.id, 2).sets]
        assert sizes == sorted(sizes)


def test_when_the_time_is_over_it_says_how_far_it_came() -> None:
    ev = argmap.evaluate(argmap.load(ROOT / "arguments" / "nato-ukraine"))
    assert turning(ev, "train-abroad", 3, lambda: -1.0).searched < 3
