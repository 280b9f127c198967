"""What hangs on a statement that nobody has weighed, or on arguments that each come first: it is named."""

from __future__ import annotations

from argmap.evaluation.evaluated import Evaluation, evaluate
from argmap.model import Debate, Statement
from argmap.reports.evaluation_report import why_undecided
from argmap.reports.explanation import explain, to_json, to_text
from tests.evaluation.test_framework import con, debate, over, pro


def counterplan() -> Evaluation:
    """A counterplan with a reason and a permutation that nobody has weighed."""
    cited = {"evidence": [{"source": "s"}]}
    arguments = [
        {"support": "works", "of": "plan", "text": "It works.", **cited},
        {"claim": "states", "text": "The states should do it.", "weigh": True},
        {"support": "able", "of": "states", "text": "They are able to.", **cited},
        {"rebuttal": "both", "of": "states", "text": "Both can be done.", **cited},
        {"rebuttal": "instead", "of": "plan", "premises": ["states"]},
    ]
    return evaluate(Debate.model_validate({
        "debate": "d", "title": "What to do?", "sides": {"pro": "For", "con": "Against"},
        "resolutions": [{"claim": "plan", "text": "The plan should be done."}],
        "sources": {"s": {"id": "s", "title": "A report"}},
        "positions": [{"position": "p", "arguments": arguments}],
    }))  # fmt: skip


def test_explain_names_the_few_that_nobody_has_weighed() -> None:
    told = " ".join(to_text(explain(counterplan(), "plan")).split())
    assert "instead needs states, which is undecided: nobody has weighed able against both." in told


def test_what_hangs_on_a_statement_that_nobody_has_weighed_is_of_that_kind() -> None:
    told = " ".join(to_text(explain(counterplan(), "plan"), 1000).split())
    assert "It hangs on states. Nobody has weighed able (ungraded) against both (ungraded)" in told
    assert "hangs on facts" not in told
    assert dict(why_undecided(counterplan())) == {"nobody has weighed": "plan hangs on states"}
    found = to_json(explain(counterplan(), "plan"))["undecided"]
    assert [(each["because"], each["hangs_on"], each["comparison"]) for each in found] == [
        ("nobody has weighed", "states", ["able", "both"])
    ]


def both_first(*more: Statement) -> Evaluation:
    """A resolution with an argument on each side that comes before all on the other."""
    return evaluate(debate(pro("a", "r", **over("all")), con("b", "r", **over("all")), pro("c", "r"), *more))


def test_of_two_that_come_first_nobody_has_said_which_is_settled_first() -> None:
    told = " ".join(to_text(explain(both_first(), "r"), 1000).split())
    assert "a and b both come before all on the other side (over: all): nobody has said which is settled first" in told
    assert "Neither has the better evidence: a (ungraded) against b (ungraded)." in told
    assert "weighed a" not in told
    found = dict(why_undecided(both_first()))["nobody has weighed"]
    assert found == "r: arguments on both sides come first (over: all), and nobody has said which of them"


def test_of_several_that_come_first_all_are_named() -> None:
    told = " ".join(to_text(explain(both_first(con("d", "r", **over("all"))), "r"), 1000).split())
    assert "a, b and d all come before all on the other side" in told
    assert "Nobody has settled which comes first, a (ungraded) or b (ungraded). Neither has the better evidence" in told


def test_one_that_comes_first_and_is_itself_open_leaves_nothing_to_settle() -> None:
    told = to_text(explain(both_first(con("not-b", "b")), "r"))
    assert "over: all" not in told
