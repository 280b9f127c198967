"""Critical sets are exactly those of the definition, tried by brute force."""

from __future__ import annotations

from itertools import combinations

import pytest

from argmap.analysis.critical_sets import CriticalSet, _rank, turning
from argmap.evaluation.evaluated import Evaluation, evaluate
from argmap.evaluation.framework import Label
from argmap.evaluation.grounded import grounded
from argmap.model import Claim, Debate, Evidence, Position, Source, SourceNotes, Support
from tests.conftest import evaluated_flagship
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
    ev = evaluated_flagship()
    for claim in ev.debate.resolutions:
        sizes = [len(each.statements) for each in turning(ev, claim.id, 2).sets]
        assert sizes == sorted(sizes)


SUPPORTS = {
    "graded-well": ("good", "poor"), "graded-well-once": ("good",), "likely": ("likelier",), "graded-poorly": ("poor",),
    "supported": (), "bare": (),
}  # fmt: skip
"""By what evidence the supports of a claim are backed, the best backed first; one is itself supported."""


def supported() -> Evaluation:
    """A claim with these supports."""
    sources = {
        id: Source(id=id, title=id, custom=SourceNotes(reliability=grade[0], credibility=grade[1]))
        for id, grade in (("good", "A1"), ("likelier", "A3"), ("poor", "D4"))
    }
    chain = [
        Support(id=id, of="act", text=id, evidence=tuple(Evidence(source=source) for source in cited))
        for id, cited in SUPPORTS.items()
    ]
    helper = Support(id="helper", of="supported", text="It is supported.")
    return evaluate(Debate(
        id="d", title="D", sources=sources, resolutions=(Claim(id="act", text="Act."),),
        positions=(Position(id="p", arguments=(*chain, helper)),),
    ))  # fmt: skip


def test_the_weakest_come_first_by_grade_then_sources_then_live_supports() -> None:
    ev = supported()
    found = sorted(SUPPORTS, key=lambda id: _rank(ev, CriticalSet((id,), Label.OUT)))
    assert found == list(reversed(SUPPORTS))


def test_of_sets_of_one_size_that_comes_first_whose_best_supported_statement_is_weaker() -> None:
    ev = supported()
    sets = [("graded-well", "bare"), ("likely", "graded-poorly"), ("bare", "supported"), ("graded-poorly", "bare")]
    found = sorted(sets, key=lambda each: _rank(ev, CriticalSet(each, Label.OUT)))
    assert found == [sets[2], sets[3], sets[1], sets[0]]


def test_when_the_time_is_over_it_says_how_far_it_came() -> None:
    ev = evaluated_flagship()
    assert turning(ev, "train-abroad", 3, lambda: -1.0).searched < 3
