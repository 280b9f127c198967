"""Every semantics against its definition, on more than ten thousand frameworks that Hypothesis makes."""

from __future__ import annotations

from collections import Counter
from zlib import crc32

import pytest
from hypothesis import assume, given, settings

from argmap.evaluation.framework import Framework
from argmap.evaluation.graph import Graph
from argmap.semantics import complete
from argmap.semantics.registry import SEMANTICS
from tests.conftest import blocks_of_the_day, seed_of_the_day
from tests.oracle import partial_stable_models, well_founded
from tests.semantics.brute import Brute, key
from tests.semantics.compare import (
    MOST_ASSUMPTIONS,
    Compared,
    compare_decisions,
    compare_labellings,
    compare_one,
    compare_tasks,
)
from tests.semantics.frameworks import different, features, frameworks, random_framework
from tests.strategies import random_debate

BLOCKS, BLOCK = 32, 340
"""10,880 frameworks in CI, all different within a block; about one in thirty is in another block as well."""


@pytest.mark.parametrize("block", blocks_of_the_day(BLOCKS))
def test_every_semantics_is_its_definition_on_10_000_frameworks(block: int) -> None:
    """Every labelling once, on all of them; on one in eight also finding one, counting and both decisions."""
    done, seen = Compared(), Counter[str]()

    def check(framework: Framework) -> bool:
        chosen = crc32(repr(framework).encode())
        compared = compare_one(framework, done, None if chosen % 8 else chosen // 8)
        seen.update(features(framework) if compared else ())
        return compared

    different(BLOCK, frameworks(), check, seed_of_the_day(block))
    assert done.frameworks >= BLOCK and done.undecided > 80 and done.decisions > 300
    assert len(seen) == 8 and min(seen.values()) > 25, seen


@given(frameworks())
@settings(max_examples=150)
def test_labellings_tasks_and_decisions_are_right_on_what_hypothesis_finds(framework: Framework) -> None:
    brute = Brute(framework)
    assume(len(brute.denies) <= MOST_ASSUMPTIONS)
    expected = brute.labellings()
    compare_labellings(framework, expected)
    compare_tasks(framework, expected)
    for statement in range(len(framework.statements)):
        compare_decisions(framework, expected, statement)


def test_the_complete_labellings_of_debates_are_the_partial_stable_models_of_their_program() -> None:
    """The other road: Przymusinski's definition, tried on all sets of facts, from the debate itself."""
    tried = 0
    for seed in range(120):
        debate = random_debate(seed, 4)
        if len(well_founded(debate)[1]) > 8:
            continue
        framework = Framework.of(debate, Graph(debate))
        found = {
            (
                frozenset(("accepted", id) for id, label in one.labels.items() if label == "in")
                | frozenset(("live", id) for id, label in one.live.items() if label == "in")
                | frozenset(("counts", id) for id, label in one.counts.items() if label == "in")
            )
            for one in complete.labellings(framework)
        }
        models = partial_stable_models(debate)
        assert found == {frozenset(fact for fact in true if fact[0] != "rejected") for true, _ in models}
        tried += 1
    assert tried > 25


@pytest.mark.parametrize("semantics", SEMANTICS, ids=lambda semantics: semantics.NAME)
def test_a_bare_step_can_be_asked_about_and_an_unknown_id_is_an_error(semantics) -> None:
    framework = random_framework(12)
    labellings = list(semantics.labellings(framework))
    step = framework.steps[0]
    live = {one.live[step].value for one in labellings}
    assert (semantics.accepting(framework, step) is not None) == ("in" in live)
    assert (semantics.not_accepting(framework, step) is not None) == bool(live - {"in"})
    with pytest.raises(KeyError):
        semantics.accepting(framework, "nobody")


def test_the_brute_force_can_tell_semantics_apart() -> None:
    """An oracle that finds the same for all of them would prove nothing."""
    differ: set[tuple[str, str]] = set()
    for seed in range(300):
        brute = Brute(random_framework(seed))
        if len(brute.denies) <= MOST_ASSUMPTIONS:
            found = brute.labellings()
            differ |= {(a, b) for a in found for b in found if found[a] != found[b]}
    assert len(differ) == 7 * 6


def test_labels_are_equal_to_plain_ones_and_have_every_id() -> None:
    framework = random_framework(12)
    for found in complete.labellings(framework):
        assert dict(found.labels) == found.labels and len(found.live) == len(framework.steps)
        assert key(framework, found)
