"""Explanations: the sentences of each case, and what they promise."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from syrupy.assertion import SnapshotAssertion

from argmap import remedies
from argmap.evaluation import evaluate
from argmap.framework import Label
from argmap.model import Debate, Rebuttal
from argmap.semantics import explain, to_json, to_text
from tests.semantics.small_debate import ferries
from tests.strategies import debates
from tests.test_framework import claim, con, debate


@pytest.mark.parametrize("id", list(ferries().debate.statements))
def test_what_is_said_of(id: str, snapshot: SnapshotAssertion) -> None:
    assert to_text(explain(ferries(), id), 88) == snapshot


def test_as_data(snapshot: SnapshotAssertion) -> None:
    assert to_json(explain(ferries(), "dig-tunnel")) == snapshot


def test_an_unknown_id_is_the_callers_fault() -> None:
    with pytest.raises(KeyError):
        explain(ferries(), "nobody-said-this")


@given(debates())
@settings(max_examples=60, deadline=None)
def test_every_statement_of_every_debate_has_an_explanation(debate: Debate) -> None:
    ev = evaluate(debate)
    for id, statement in debate.statements.items():
        explanation = explain(ev, id)
        assert explanation.because and explanation.label is ev.label(id)
        assert json.loads(json.dumps(to_json(explanation)))["label"] == ev.label(id)
        lines = to_text(explanation, 60).splitlines()
        assert lines[0].startswith(statement.id) and all(len(line) <= 60 for line in lines)


def chain(length: int) -> Debate:
    answers = [Rebuttal(id=f"a{n}", text="x", of=f"a{n - 1}") for n in range(1, length)]
    return debate(claim("a0"), *answers)


def test_a_long_chain_is_told_some_levels_deep_and_so_on() -> None:
    said = to_text(explain(evaluate(chain(40)), "a0"))
    assert "and so on." in said and "a39" not in said
    assert said.count("\n") < 40


def test_a_debate_of_thousands_is_explained_within_its_budget(monkeypatch: pytest.MonkeyPatch) -> None:
    evaluations: list[int] = []
    solve = remedies.grounded
    monkeypatch.setattr(remedies, "grounded", lambda framework: evaluations.append(1) or solve(framework))  # type: ignore[func-returns-value]
    monkeypatch.setattr(remedies, "BUDGET", 10_000)
    explanation = explain(evaluate(chain(2000)), "a0")
    assert explanation.label is Label.OUT and len(evaluations) <= 10
    assert "Of 2000 ways that might help, the nearest 3 were tried." in to_text(explanation)


def test_where_none_of_the_nearest_ways_helps_it_does_not_say_that_none_would(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remedies, "BUDGET", 0)
    ev = evaluate(debate(claim("x", undeveloped=True), con("a", "x"), con("b", "x"), con("c", "x"), con("d", "x")))
    said = to_text(explain(ev, "x"), 200)
    assert "Of 9 ways that might help, only the nearest was tried; it would not bring it back." in said
    assert "No single" not in said


def test_a_debate_that_branches_everywhere_is_not_told_in_full() -> None:
    answers = [Rebuttal(id=f"a{n}", text="x", of=f"a{n // 3}") for n in range(1, 3000)]
    said = to_text(explain(evaluate(debate(claim("a0"), *answers)), "a0"))
    assert "and so on." in said and said.count("\n") < 300


def test_no_statement_is_explained_twice() -> None:
    said = to_text(explain(ferries(), "build-bridge"))
    assert said.count("tried to answer jobs-elsewhere") == 1
