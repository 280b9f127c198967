"""Every semantics against brute force written from the definitions, and the theorems that tie them together."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from argmap.framework import Framework, Label, Labelling
from argmap.semantics import complete, grounded, ideal, preferred, semi_stable, stable
from argmap.semantics.registry import SEMANTICS
from tests.conftest import ROOT
from tests.semantics.brute import Brute
from tests.semantics.compare import MOST_ASSUMPTIONS, compare_all, compare_tasks
from tests.semantics.frameworks import frameworks, random_framework


@pytest.mark.parametrize("first", range(0, 1200, 300))
def test_labellings_and_decisions_are_those_of_the_definitions(first: int) -> None:
    done = compare_all(range(first, first + 300))
    assert done.frameworks > 250 and done.undecided > 60


def test_finding_one_and_counting_agree_with_the_definitions() -> None:
    for seed in range(5_000, 5_100):
        framework = random_framework(seed)
        brute = Brute(framework)
        if len(brute.denies) <= MOST_ASSUMPTIONS:
            compare_tasks(framework, brute.labellings(), seed)


def accepted(labelling: Labelling) -> frozenset[str]:
    return frozenset(id for id, label in labelling.labels.items() if label is Label.IN)


@settings(max_examples=60, deadline=None)
@given(frameworks())
def test_grounded_is_contained_in_every_complete_labelling(framework: Framework) -> None:
    (least,) = grounded.labellings(framework)
    assert all(accepted(least) <= accepted(each) for each in complete.labellings(framework))


@settings(max_examples=60, deadline=None)
@given(frameworks())
def test_stable_is_preferred_and_semi_stable_is_preferred(framework: Framework) -> None:
    largest = {accepted(each) for each in preferred.labellings(framework)}
    assert {accepted(each) for each in stable.labellings(framework)} <= largest
    assert {accepted(each) for each in semi_stable.labellings(framework)} <= largest


@settings(max_examples=60, deadline=None)
@given(frameworks())
def test_ideal_lies_between_grounded_and_the_intersection_of_preferred(framework: Framework) -> None:
    (least,), (found,) = grounded.labellings(framework), ideal.labellings(framework)
    common = frozenset.intersection(*(accepted(each) for each in preferred.labellings(framework)))
    assert accepted(least) <= accepted(found) <= common


def test_the_tuple_names_every_semantics_in_the_folder() -> None:
    described = {module.__name__.rpartition(".")[2] for module in SEMANTICS}
    folder = ROOT / "argmap" / "semantics"
    files = {path.stem for path in folder.glob("*.py") if "\nCODE = " in path.read_text(encoding="utf-8")}
    assert files == described
