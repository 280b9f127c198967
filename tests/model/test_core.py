"""The core of a debate: what a reader meets first."""

from __future__ import annotations

import pytest
from hypothesis import given

from argmap.evaluation.evaluated import evaluate
from argmap.model import Claim, Debate, Position, Rebuttal, Support
from argmap.model.statement import ALL, Comparison, StepPremise
from tests.strategies import debates


def debate(*arguments: Claim | Support | Rebuttal) -> Debate:
    """A debate of one resolution and one position."""
    return Debate(
        id="d", title="T", resolutions=(Claim(id="r", text="R."),), positions=(Position(id="p", arguments=arguments),)
    )


def test_without_a_mark_there_is_no_core() -> None:
    assert debate(Support(id="a", of="r", text="A.")).core == frozenset()


def test_a_marked_statement_brings_what_it_answers_and_what_it_needs() -> None:
    found = debate(
        Claim(id="known", text="K."),
        Support(id="other", of="r", text="O."),
        Support(id="a", of="r", text="A.", premises=("known", StepPremise(step="other"))),
        Rebuttal(id="b", of="a", text="B.", core=True),
        Rebuttal(id="c", undercuts="a", text="C."),
    )
    assert found.core == {"r", "a", "b", "known", "other"}


def test_the_core_says_nothing_of_what_it_leaves_out() -> None:
    heavier = (Comparison(over="b", because="So."), Comparison(over=ALL, because="First."))
    whole = debate(
        Support(id="a", of="r", text="A.", core=True, contradicts=("b",), outweighs=heavier),
        Rebuttal(id="b", of="r", text="B."),
    )
    kept = whole.narrowed(whole.core).statements["a"]
    assert isinstance(kept, Support)
    assert kept.contradicts == ()
    assert [each.over for each in kept.outweighs] == [ALL]


@given(debates())
def test_all_that_a_core_speaks_of_is_in_it_and_the_core_of_everything_is_the_debate(whole: Debate) -> None:
    assert whole.narrowed(whole.statements) == whole
    for id in whole.statements:
        part = whole.narrowed(whole.rooted([id]))
        assert set(part.statements) == whole.rooted([id])
        evaluate(part)  # a reference to what is left out would raise


@pytest.mark.parametrize("marked", [("a", "c"), ("c",)])
def test_what_comes_with_a_marked_statement_need_not_be_marked(marked: tuple[str, ...]) -> None:
    found = debate(
        Support(id="a", of="r", text="A.", core="a" in marked), Rebuttal(id="c", of="a", text="C.", core=True)
    )
    assert found.core == {"r", "a", "c"}
