"""Options that exclude each other: what `evaluate`, the memo and the rule say where both stand."""

from __future__ import annotations

import pytest

from argmap import briefs
from argmap.evaluation.evaluated import Evaluation, evaluate
from argmap.model import Debate
from argmap.reports.evaluation_report import evaluation_json


def options(recommended: str = "b", against: str | None = None, **keys: object) -> Evaluation:
    """Two options of which the first excludes the second; both stand, unless something is said against one."""
    arguments = [
        {"support": f"for-{id}", "of": id, "text": f"There is a reason for {id}.", "evidence": [{"source": "s"}]}
        for id in ("a", "b")
    ]
    if against:
        arguments = [arguments["ab".index(against) - 1]]
    return evaluate(Debate.model_validate({
        "debate": "d", "title": "What to do?", "sides": {"pro": "For", "con": "Against"},
        "resolutions": [{"claim": "a", "text": "A should be done.", "excludes": ["b"], **keys},
                        {"claim": "b", "text": "B should be done."}],
        "sources": {"s": {"id": "s", "title": "A report"}},
        "recommendation": {"option": recommended, "because": "It is better"},
        "positions": [{"position": "p", "arguments": arguments}],
    }))  # fmt: skip


def test_exclusion_holds_both_ways_and_a_clash_needs_both_to_stand() -> None:
    ev = options()
    assert (ev.excluded("a"), ev.excluded("b")) == (("b",), ("a",))
    assert (ev.clashes("a"), ev.clashes("b")) == (("b",), ("a",))
    assert options(against="a").clashes("b") == ()
    found = evaluation_json(ev)["resolutions"]
    assert (found["a"]["clashes"], found["b"]["clashes"]) == (["b"], ["a"])


@pytest.mark.parametrize("kind", ["policy", "policy-short"])
def test_the_memo_says_that_the_argument_bears_the_other_out_as_well(kind: str) -> None:
    assert "The argument bears this out, and it bears out “" in briefs.write(options(), kind)
    assert "The argument bears this out.\n" in briefs.write(options(against="a"), kind)


def test_the_memo_says_at_each_option_what_it_excludes() -> None:
    memo = briefs.write(options(), "policy")
    assert "It excludes “B should be done”. Both stand" in memo and "It excludes “A should be done”. Both stand" in memo
    assert "Both stand" not in briefs.write(options(against="a"), "policy")


SURE = {"answer": {"stands": "a is worth doing", "defeated": "A is not."},
        "confidence": {"level": "low", "because": "one report says so"}}  # fmt: skip


def test_the_short_memo_gives_the_answers_that_hold_and_how_sure_they_are() -> None:
    memo = briefs.write(options(**SURE), "policy-short")
    assert "**The answer.** A is worth doing. " in memo
    assert "| A should be done | Low | One report says so. |" in memo
    stale = briefs.write(options(against="b", **SURE | {"answer": {"undecided": "Who knows"}}), "policy-short")
    assert "Who knows" not in stale and "How sure" not in stale


@pytest.mark.parametrize(
    "quo, said", [(True, "It is today’s practice."), ("reform", "It is a reform of today’s practice.")]
)
def test_the_memo_says_what_an_option_does_to_todays_practice(quo: bool | str, said: str) -> None:
    assert said in briefs.write(options(status_quo=quo), "policy")
