"""Schemes, their critical questions, and which of them are open."""

from __future__ import annotations

import re
from typing import get_args

import pytest

from argmap.analysis.open_questions import asked, examinations, examine, lead
from argmap.evaluation.evaluated import Evaluation
from argmap.model import Evidence, SchemeName, Support
from argmap.model.schemes import SCHEMES, Scheme
from tests.evaluation.test_framework import BARE, claim, con, cut, of, pro


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


def cites(*sources: str) -> dict[str, object]:
    return {"evidence": tuple(Evidence(source=source) for source in sources)}


def test_a_question_for_evidence_is_closed_by_a_source_and_by_a_support() -> None:
    good = {"scheme": "consequences-positive"}
    assert "evidence" in open_keys(of(pro("a", "r", **good)), "a")
    assert "evidence" not in open_keys(of(pro("a", "r", **good, **cites("s"))), "a")
    assert "evidence" not in open_keys(of(pro("a", "r", **good), pro("b", "a")), "a")


def test_what_an_expert_goes_by_is_not_shown_by_citing_the_expert() -> None:
    expert = {"scheme": "expert-opinion"}
    assert "evidence" in open_keys(of(pro("a", "r", **expert, **cites("s"))), "a")
    assert "evidence" in open_keys(of(pro("a", "r", **expert, **cites("s", "s"))), "a")
    assert "evidence" not in open_keys(of(pro("a", "r", **expert, **cites("s", "t"))), "a")
    assert "evidence" not in open_keys(of(pro("a", "r", **expert, **cites("s")), pro("b", "a")), "a")
    assert "evidence" not in open_keys(of(pro("a", "r", **expert), con("b", "a", question="evidence")), "a")


@pytest.mark.parametrize("scheme", SCHEMES.values(), ids=SCHEMES)
def test_a_question_about_a_source_is_not_closed_by_citing_it(scheme: Scheme) -> None:
    cited = of(pro("a", "r", scheme=scheme.name, **cites("s")))
    about = {q.key for q in scheme.questions if "expert" in q.ask or "your source" in q.ask or "witness" in q.ask}
    assert about <= set(open_keys(cited, "a"))


def test_a_question_that_asks_to_weigh_is_closed_by_the_other_side_of_the_target() -> None:
    good = pro("a", "r", scheme="consequences-positive")
    assert "costs" in open_keys(of(good, pro("b", "r")), "a")
    assert "costs" not in open_keys(of(good, con("b", "r")), "a")
    bad = con("a", "r", scheme="consequences-negative")
    assert "benefits" in open_keys(of(bad, con("b", "r")), "a")
    assert "benefits" not in open_keys(of(bad, pro("b", "r")), "a")


def test_what_has_fallen_and_what_states_no_scheme_is_not_examined() -> None:
    ev = of(pro("a", "r", scheme="threat"), con("b", "a"), pro("c", "r"), con("d", "r", scheme="sign"))
    assert [each.step for each in examinations(ev)] == ["d"]
    assert [each.step for each in examinations(ev, fallen=True)] == ["a", "d"]
    assert [each.step for each in examinations(ev, "pro", fallen=True)] == ["a"]


SAID = of(
    claim("x"),
    Support(id="a", of="r", text="It pays.", evidence=(Evidence(source="source"),)),
    Support(id="b", of="a", text="Does it not?"),
    pro("c", "r", premises=("x", "a"), **BARE),
    con("d", "r"),
    cut("e", "c"),
)


@pytest.mark.parametrize(
    ("id", "said"),
    [
        ("a", f'For "r" you say, citing {SAID.called["source"]}: "It pays."'),
        ("b", 'For "It pays" you say: "Does it not?"'),
        ("c", 'For "r" you argue from "x" and "It pays."'),
        ("d", 'Against "r" you say: "d."'),
        ("e", 'To take away the force of "x" and "It pays" you say: "e."'),
        ("x", 'You say: "x."'),
    ],
)
def test_a_lead_says_for_what_by_whom_and_last_the_words_that_the_questions_call_this(id: str, said: str) -> None:
    assert lead(SAID, id) == said


def test_a_lead_begins_with_the_question_that_the_step_answers_put_aloud() -> None:
    ev = of(pro("a", "r", asks="Does it work?"))
    assert lead(ev, "a") == 'You are asked: "Does it work?" For "r" you say: "a."'


def test_a_question_as_put_has_all_that_it_needs() -> None:
    put = asked(SAID, "d", SCHEMES["consequences-negative"].questions[0])
    assert put == 'Against "r" you say: "d." How likely is this to come about?'


@pytest.mark.parametrize("scheme", SCHEMES.values(), ids=SCHEMES)
def test_no_question_opens_with_a_pronoun_that_nothing_before_it_explains(scheme: Scheme) -> None:
    assert not [
        q.ask
        for q in scheme.questions
        if re.match(r"(Does|Was|Would|Could|Can|Is|Has|Will|Do|Did) (it|they)\b(?! really)", q.ask)
    ]
