"""Schemes, their critical questions, and which of them are open."""

from __future__ import annotations

from typing import get_args

import pytest

from argmap.evaluation import Evaluation, evaluate
from argmap.model import Evidence, SchemeName, Statement, Support
from argmap.questions import asked, examinations, examine, lead
from argmap.schemes import SCHEMES, Scheme
from tests.test_framework import BARE, claim, con, cut, debate, pro


def of(*arguments: Statement) -> Evaluation:
    return evaluate(debate(*arguments))


def open_keys(ev: Evaluation, id: str) -> list[str]:
    step = ev.debate.statements[id]
    found = examine(ev, step)  # type: ignore[arg-type]
    return [question.key for question in found.open] if found else []


def test_the_model_and_the_manual_know_the_same_schemes() -> None:
    assert get_args(SchemeName) == tuple(SCHEMES) and len(SCHEMES) >= 25


@pytest.mark.parametrize("scheme", SCHEMES.values(), ids=SCHEMES)
def test_a_scheme_says_what_it_is_and_asks_in_sentences(scheme: Scheme) -> None:
    keys = [question.key for question in scheme.questions]
    assert len(set(keys)) == len(keys) >= 2 and scheme.premises
    assert all(text[0].isupper() and text.endswith(".") for text in (*scheme.premises, scheme.conclusion))
    assert all(question.ask[0].isupper() and question.ask.endswith("?") for question in scheme.questions)


def test_an_answer_that_names_a_question_closes_it_whatever_becomes_of_the_answer() -> None:
    threat = pro("t", "r", scheme="threat")
    assert open_keys(of(threat), "t") == ["able", "willing", "yielding"]
    fallen = (con("a", "t", question="able"), con("b", "a"))
    assert open_keys(of(threat, *fallen, cut("c", "t", question="yielding")), "t") == ["willing"]


def test_a_question_for_evidence_is_closed_by_a_source_and_by_a_support() -> None:
    assert "evidence" in open_keys(of(pro("a", "r", scheme="expert-opinion")), "a")
    cited = pro("a", "r", scheme="expert-opinion", evidence=(Evidence(source="source"),))
    assert "evidence" not in open_keys(of(cited), "a")
    assert "evidence" not in open_keys(of(pro("a", "r", scheme="expert-opinion"), pro("b", "a")), "a")


def test_a_question_that_asks_to_weigh_is_closed_by_the_other_side_of_the_target() -> None:
    good = pro("a", "r", scheme="consequences-positive")
    assert "costs" in open_keys(of(good, pro("b", "r")), "a")
    assert "costs" not in open_keys(of(good, con("b", "r")), "a")


def test_what_has_fallen_and_what_states_no_scheme_is_not_examined() -> None:
    ev = of(pro("a", "r", scheme="threat"), con("b", "a"), pro("c", "r"), con("d", "r", scheme="sign"))
    assert [each.step for each in examinations(ev)] == ["d"]
    assert [each.step for each in examinations(ev, fallen=True)] == ["a", "d"]
    assert [each.step for each in examinations(ev, "pro", fallen=True)] == ["a"]


def test_the_lead_names_the_source_or_says_what_was_said() -> None:
    ev = of(
        claim("x"),
        Support(id="a", of="r", text="It pays.", evidence=(Evidence(source="source"),)),
        Support(id="b", of="r", text="It pays."),
        pro("c", "r", premises=("x",), **BARE),
    )
    assert lead(ev, "b") == "You say: It pays" and lead(ev, "c") == "You argue from x"
    assert lead(ev, "a").startswith("You rest on ") or "source" not in ev.debate.sources
    question = SCHEMES["sign"].questions[0]
    assert asked(ev, "b", question).startswith("You say: It pays: how often")
