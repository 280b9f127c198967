"""Explanations by any semantics, and the line of argument that decides."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from syrupy.assertion import SnapshotAssertion

from argmap.analysis.deciding_line import line_of
from argmap.documents.formats import markdown, text
from argmap.evaluation.evaluated import evaluate
from argmap.evaluation.framework import Label
from argmap.model import Debate
from argmap.reports.acceptance import Acceptance, acceptance, to_document, to_json
from argmap.reports.explanation import explain, to_markdown
from argmap.semantics.registry import BY_CODE, SEMANTICS
from argmap.semantics.what_would_change import AcceptedIn, Prospect
from argmap.wording.markdown_text import escape
from tests.evaluation.test_framework import claim, con, debate, pro
from tests.semantics.small_debate import ferries
from tests.strategies import debates


def to_text(found: Acceptance, width: int = 80) -> str:
    return text.write(to_document(found), width)


@given(debates(6), st.sampled_from(SEMANTICS))
@settings(max_examples=80)
def test_every_statement_is_explained_under_every_semantics(made: Debate, semantics: object) -> None:
    ev = evaluate(made)
    for id in made.statements:
        found = acceptance(ev, id, semantics)  # type: ignore[arg-type]
        assert all(account.because for account in found.accounts)
        assert (found.accepting is None) or found.accepting.label is Label.IN
        assert (found.other is None) or found.other.label is not Label.IN
        assert to_text(found, 70).startswith(id) and to_json(found)["credulous"] is found.credulous
        assert markdown.write(to_document(found)).startswith(f"# {id}\n")


@given(debates())
@settings(max_examples=80)
def test_what_is_on_the_winning_line_is_not_defeated(made: Debate) -> None:
    ev = evaluate(made)
    for id in made.statements:
        line = line_of(ev, id)
        assert line.wins <= line.met and id in line.met
        if ev.label(id) is not Label.UNDEC:
            assert (id in line.wins) is (ev.label(id) is Label.IN)
            assert all(ev.label(each) is Label.IN for each in line.wins)


def test_two_that_contradict_each_other_stand_in_some_preferred_positions() -> None:
    ev = evaluate(debate(claim("x", contradicts=("y",)), claim("y")))
    found = acceptance(ev, "x", BY_CODE["PR"])
    assert found.verdict == "x stands in some preferred positions and not in others"
    assert not acceptance(ev, "x", BY_CODE["GR"]).credulous


def test_without_a_stable_position_nothing_is_judged() -> None:
    ev = evaluate(debate(claim("x"), con("a", "x"), con("b", "a"), con("c", "b"), pro("d", "r")))
    assert acceptance(ev, "x", BY_CODE["ST"]).accounts
    odd = evaluate(debate(claim("x"), con("a", "x", premises=("x",), text=None)))
    found = acceptance(odd, "x", BY_CODE["ST"])
    assert found.accounts == () and "no stable position" in to_text(found)


def test_to_be_judged_and_rejected_is_not_to_fare_better() -> None:
    """An answer to x would give the debate a stable position, in which z falls to c."""
    odd = (claim("x"), con("a", "x", premises=("x",), text=None))
    ev = evaluate(debate(claim("z"), con("b", "z", premises=("x",), text=None), con("c", "z"), *odd))
    found = acceptance(ev, "z", BY_CODE["ST"])
    assert found.accepted_in is AcceptedIn.UNJUDGED and found.prospect.tried and not found.prospect.remedies
    assert "would make it stand in any stable position" in " ".join(to_text(found).split())


def test_of_the_one_ideal_position_nobody_says_every_or_such_a() -> None:
    ev = evaluate(debate(claim("x", contradicts=("y",)), claim("y"), claim("z")))
    found = acceptance(ev, "x", BY_CODE["ID"])
    assert found.verdict == "x does not stand in the ideal position"
    assert "There it is undecided:" in to_text(found) and "every" not in to_text(found)
    assert acceptance(ev, "z", BY_CODE["ID"]).verdict == "z stands in the ideal position"
    raised = evaluate(debate(claim("x"), con("a", "x", text=None, premises=("y",)), claim("y")))
    assert "To make it stand in the ideal position, do " in to_text(acceptance(raised, "x", BY_CODE["ID"]))


def test_when_one_way_was_tried_it_says_one() -> None:
    ev = evaluate(debate(claim("x", contradicts=("y",)), claim("y")))
    found = acceptance(ev, "x", BY_CODE["PR"])
    cut = replace(found, prospect=Prospect(ways=40, tried=1))
    assert "Of 40 ways that might help, only the nearest was tried; it does not make it stand" in " ".join(
        to_text(cut).split()
    )
    helped = replace(
        found, prospect=replace(cut.prospect, remedies=found.prospect.remedies, reaches=AcceptedIn.EVERYWHERE)
    )
    assert not found.prospect.remedies or "only the nearest was tried." in to_text(helped)


@pytest.mark.parametrize("id", ["build-bridge", "dig-tunnel"])
def test_as_markdown(id: str, snapshot: SnapshotAssertion) -> None:
    assert to_markdown(explain(ferries(), id)) == snapshot
    assert markdown.write(to_document(acceptance(ferries(), id, BY_CODE["PR"]))) == snapshot


def test_markup_in_the_data_stays_text() -> None:
    assert escape("*a* <b> [c](d) `e`") == "\\*a\\* &lt;b&gt; \\[c\\](d) \\`e\\`"


def test_an_argument_counts_or_is_answered_in_a_position_and_a_claim_is_defeated() -> None:
    circle = (claim("x"), con("not-x", "x"), con("yes-x", "not-x", premises=("x",), text=None))
    ev = evaluate(debate(*circle))
    told = {id: " ".join(to_text(acceptance(ev, id, BY_CODE["PR"]), 1000).split()) for id in ("x", "not-x")}
    assert "In one of them it counts against x:" in told["not-x"]
    assert "In another it is answered by yes-x:" in told["not-x"]
    assert "In another it is defeated:" in told["x"]
