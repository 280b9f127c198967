"""Undecided is told by its kind, with what that kind has to tell, in text and as JSON."""

from __future__ import annotations

from typing import Any

import pytest

from argmap.evaluation.evaluated import Evaluation, evaluate
from argmap.evaluation.force import open_below
from argmap.maps.captions import evidence_note
from argmap.model import Debate, Evidence, Source, SourceNotes
from argmap.reports.evaluation_report import evaluation_json, why_undecided
from argmap.reports.explanation import explain, to_json, to_text
from tests.evaluation.test_audiences import made, says
from tests.evaluation.test_framework import claim, con, debate, pro


def graded(*, pro_cites: str | None, con_cites: str | None, said_by: str | None = None) -> Evaluation:
    """One argument for and one against, each with evidence of a grade or without any; what is for it may be relayed."""
    both = ((pro_cites, said_by), (con_cites, None))
    cited = [(Evidence(source=each, said_by=speaker),) if each else () for each, speaker in both]
    made = debate(pro("a", "r", evidence=cited[0]), con("b", "r", evidence=cited[1]))
    sources = {
        id: Source(id=id, custom=SourceNotes(reliability=id[0].upper(), credibility=id[1])) for id in ("a1", "c3")
    }
    return evaluate(Debate(**{**dict(made), "sources": sources}))


def values() -> Evaluation:
    return made(
        pro("lives", "act", **{k: v for k, v in says("lives", "life").items() if k == "values"}),
        con("goods", "act", **{k: v for k, v in says("goods", "property").items() if k == "values"}),
        audiences={"carers": ("life", "property"), "owners": ("property", "life")},
    )


def facts() -> Evaluation:
    doubted = con("b", "r"), con("b-not", "b"), con("b-yes", "b-not", premises=("b",), text=None)
    return evaluate(debate(pro("a", "r"), *doubted))


def itself() -> Evaluation:
    step = con("no", "r", premises=("x",), text=None)
    return evaluate(debate(claim("x"), con("not-x", "x", premises=("x",), text=None), pro("a", "r"), step))


WEIGHING = "nobody has weighed"
CASES: dict[str, tuple[Evaluation, str, dict[str, Any], str]] = {
    "nobody has weighed, the better evidence for it": (
        graded(pro_cites="a1", con_cites="c3"), "r",
        {"because": WEIGHING, "ids": ["a", "b"], "comparison": ["a", "b"], "better_evidence": "for"},
        "The better evidence is for it: a (A1) against b (C3).",
    ),
    "nobody has weighed, the better evidence against it": (
        graded(pro_cites=None, con_cites="c3"), "r",
        {"because": WEIGHING, "ids": ["a", "b"], "comparison": ["a", "b"], "better_evidence": "against"},
        "The better evidence is against it: a (ungraded) against b (C3).",
    ),
    "nobody has weighed, the evidence alike": (
        graded(pro_cites=None, con_cites=None), "r",
        {"because": WEIGHING, "ids": ["a", "b"], "comparison": ["a", "b"], "better_evidence": None},
        "Neither has the better evidence: a (ungraded) against b (ungraded).",
    ),
    "facts": (
        facts(), "r", {"because": "hangs on facts", "ids": ["b"], "open_arguments": {"b": 1}},
        "It hangs on facts: b (1 open argument).",
    ),
    "values": (
        values(), "act",
        {"because": "hangs on values", "ids": ["carers", "owners"], "order": ["life", "property"]},
        "It hangs on values: it stands for carers and is defeated for owners, above all life against property.",
    ),
    "itself": (
        itself(), "x", {"because": "stands against itself", "ids": ["not-x", "x"]},
        "Nothing from outside decides this circle: not-x contests x, x is a premise of not-x.",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_undecided_is_told_by_its_kind(name: str) -> None:
    ev, id, data, said = CASES[name]
    explanation = explain(ev, id)
    assert data in to_json(explanation)["undecided"]
    assert said in " ".join(to_text(explanation, 1000).split())
    if id in ev.debate.resolution_ids:
        assert data in evaluation_json(ev)["resolutions"][id]["undecided"]
        assert data["because"] in dict(why_undecided(ev))


def test_what_is_decided_waits_for_nothing() -> None:
    assert to_json(explain(evaluate(debate(pro("a", "r"))), "r"))["undecided"] == []


@pytest.mark.parametrize(("con_cites", "told"), [
    ("c3", "The better evidence is against it: a (testimony) against b (C3)."),
    (None, "The better evidence is for it: a (testimony) against b (ungraded)."),
])  # fmt: skip
def test_the_grade_of_a_paper_that_relays_what_somebody_said_does_not_count(con_cites: str | None, told: str) -> None:
    ev = graded(pro_cites="a1", con_cites=con_cites, said_by="The minister")
    assert told in " ".join(to_text(explain(ev, "r"), 1000).split())
    assert "It cites 1 source, testimony only." in to_text(explain(ev, "a"), 1000)
    assert evidence_note(ev.debate, ev.debate.statements["a"]) == "testimony · 1"


def test_of_a_circle_one_statement_is_named_and_not_what_hangs_on_it() -> None:
    ev = evaluate(debate(
        pro("learns", "r"), con("teaches-nothing", "learns", contradicts=("it-does",)), claim("it-does"),
        con("so", "r", text=None, premises=("it-does",)),
    ))  # fmt: skip
    assert open_below(ev, "r") == [("teaches-nothing", 2)]
