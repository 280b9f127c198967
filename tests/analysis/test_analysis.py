"""What is asked of an evaluation is worked out once; whoever tells it evaluates nothing."""

from __future__ import annotations

from typing import Any

import pytest

import argmap
from argmap import briefs, maps
from argmap.analysis.analysis import Analysis
from argmap.evaluation.evaluated import Evaluation
from argmap.evaluation.framework import Label
from argmap.evaluation.grounded import Network
from tests.briefs.tram import evaluated, written
from tests.conftest import FLAGSHIP, evaluated_flagship


def ask_all(ev: Evaluation) -> None:
    """All that a document may tell of a debate."""
    analysis, options = Analysis(ev), [claim.id for claim in ev.debate.resolutions]
    _ = analysis.audience_verdicts, analysis.standings, analysis.parting, analysis.criteria
    for id in options:
        analysis.turned_by(id)
    for id in ev.debate.statements:
        analysis.if_settled(id, False)
        if ev.graph.is_weighed(id):
            analysis.settlings(id)


@pytest.mark.parametrize("ev", [evaluated_flagship(), evaluated()], ids=lambda ev: ev.debate.id)
def test_rendering_does_not_evaluate(ev: Evaluation, monkeypatch: pytest.MonkeyPatch) -> None:
    def evaluating(_: Network) -> Any:
        raise AssertionError("a document evaluates")

    ask_all(ev)
    monkeypatch.setattr(Network, "solve", evaluating)
    for brief in briefs.BRIEFS:
        for format in briefs.FORMATS:
            assert written(ev, brief.NAME, format.NAME)
    for view in maps.views(ev):
        assert maps.to_dot(ev, view)


def test_what_one_document_has_asked_another_does_not_ask_again(monkeypatch: pytest.MonkeyPatch) -> None:
    ev, solved, solve = argmap.evaluate(argmap.load(FLAGSHIP)), [0], Network.solve

    def counting(network: Network) -> list[int]:
        solved[0] += 1
        return solve(network)

    monkeypatch.setattr(Network, "solve", counting)
    argmap.brief(ev, "policy")
    first = solved[0]
    argmap.brief(ev, "policy-short")
    argmap.brief(ev, "policy", format="html")
    assert 0 < first == solved[0]


def test_a_question_is_asked_once_of_each_evaluation() -> None:
    ev, asked = evaluated(), list[str]()

    def question(ev: Evaluation, id: str) -> Label:
        asked.append(id)
        return ev.label(id)

    one, other = list(ev.labelling.labels)[:2]
    assert [ev.once(question, each) for each in (one, other, one)] == [ev.label(each) for each in (one, other, one)]
    assert asked == [one, other]
    ev.with_labelling(ev.labelling).once(question, one)
    assert asked == [one, other, one], "an answer does not outlive the labelling that it was asked of"
