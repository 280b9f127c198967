"""How the memo tells what has been weighed, and what that does."""

from __future__ import annotations

import re
from typing import Any

import pytest

from argmap import briefs
from argmap.evaluation.evaluated import Evaluation, evaluate
from argmap.model import Debate

PRO: dict[str, Any] = {"support": "pro", "of": "act", "text": "Pro.", "outweighs": [{"over": "con", "because": "So."}]}
CON = {"rebuttal": "con", "of": "act", "text": "Con."}


def against(id: str, target: str) -> dict[str, Any]:
    return {"rebuttal": id, "of": target, "text": f"{id} is so."}


QUO = {"claim": "act", "text": "Act.", "status_quo": "true"}

KEPT = (
    " To stand, even keeping things as they are needs a consideration for it that counts; if no other option stands, "
    "they stay as they are all the same."
)


@pytest.mark.parametrize("kind", ["policy", "policy-short"])
@pytest.mark.parametrize(("arguments", "why"), [
    ([], "Nothing has been said for it or against it."),
    ([CON], "Nothing has been said for it."),
    ([PRO, CON, against("no", "pro")], "The one consideration for it does not count, while one does against it."),
])  # fmt: skip
def test_when_the_case_for_things_as_they_are_falls_they_may_stay_all_the_same(
    kind: str, arguments: list[dict[str, Any]], why: str
) -> None:
    memo = briefs.write(evaluate(debate(QUO, *arguments)), kind)
    assert f"{why}{KEPT}" in memo and "presumption stays" not in memo and "whoever proposes" not in memo
    other = briefs.write(evaluate(debate(QUO | {"status_quo": "false"}, *arguments)), kind)
    assert KEPT not in other and why.removesuffix(".") in other


def debate(option: dict[str, Any], *arguments: dict[str, Any]) -> Debate:
    return Debate.model_validate({
        "debate": "d", "title": "T", "resolutions": [option], "positions": [{"position": "p", "arguments": arguments}],
    })  # fmt: skip


def made(*arguments: dict[str, Any]) -> Evaluation:
    return evaluate(Debate.model_validate({
        "debate": "d", "title": "T", "resolutions": [{"claim": "act", "text": "Act."}],
        "positions": [{"position": "p", "arguments": [PRO, CON, *arguments]}],
    }))  # fmt: skip


@pytest.mark.parametrize(("arguments", "effect", "cell"), [
    ([], "So.\n", "1 made"),
    ([against("no", "pro")], "*The first is answered, so this changes nothing.*", "none needed"),
    ([against("no", "con")], "*The second is answered anyway, so this changes nothing.*", "none needed"),
    ([against("no", "pro"), against("maybe", "no"), against("yes", "maybe"), against("no-again", "yes"),
      {"rebuttal": "round", "of": "no-again", "premises": ["maybe"]}],
     "*The first is open, and with it whether this changes anything.*", ""),
])  # fmt: skip
def test_what_a_comparison_does_is_said(arguments: list[dict[str, Any]], effect: str, cell: str) -> None:
    memo = briefs.write(made(*arguments), "policy")
    assert f"{effect}\n" in memo.replace(" So. *", " *") and (not cell or f"| {cell} |" in memo)


@pytest.mark.parametrize(("n", "named"), [
    (3, "“Reason 0”, “Reason 1” and “Reason 2”."), (4, "“Reason 0”, “Reason 1”, “Reason 2” and “Reason 3”."),
    (5, "“Reason 0”, “Reason 1”, “Reason 2” and two more."),
])  # fmt: skip
def test_the_rest_is_counted_only_where_that_is_shorter_than_to_name_it(n: int, named: str) -> None:
    reasons = [{"rebuttal": f"r{k}", "of": "act", "text": f"Reason {k}."} for k in range(n)]
    for_it = {"support": "for-it", "of": "act", "text": "For it."}
    memo = briefs.write(evaluate(debate({"claim": "act", "text": "Act."}, for_it, *reasons)), "policy")
    decides = memo.partition("## What decides")[2]
    told = decides.partition("It would stand if “[For it](#for-it)” outweighed ")[2].partition("\n")[0]
    assert re.sub(r"\[(.*?)\]\(#.*?\)", r"\1", told) == named


def test_of_a_conclusion_that_nothing_carries_no_claims_are_said_to_be_documented() -> None:
    ev = evaluate(debate({"claim": "act", "text": "Act."}, PRO | {"outweighs": []}, against("no", "pro")))
    memo = briefs.write(ev, "policy")
    assert "nothing carries this conclusion yet." in memo and "that carr" not in memo


def test_where_both_sides_are_heard_neither_is_called_the_other() -> None:
    option = {"claim": "act", "text": "Act."}
    memo = briefs.write(evaluate(debate(option, PRO | {"outweighs": []}, CON)), "policy")
    assert "For: no documented claim that is in play stands." in memo
    assert "Against: no documented claim that is in play stands." in memo and "the other side (" not in memo
