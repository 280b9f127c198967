"""One lack, one finding: no two rules report the same thing, and what needs no source is asked for none."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given, settings

from argmap.evaluation.evaluated import evaluate
from argmap.model import Debate, Role
from argmap.model.diagnostics import SourceMap
from argmap.rules.analytics import BY_REASON, PROPOSED
from argmap.rules.runner import run
from tests.rules.dressed import dress
from tests.rules.examples import TODAY, findings
from tests.strategies import build, dressed, policy_debates

CITED = "evidence: [{source: report}]"
HEAD = f"""\
arguments:
  - {{support: a, of: send-trainers, text: Brigades are ready sooner., {CITED}}}
  - {{support: b, of: send-trainers, text: Nobody loses weeks on the road., {CITED}}}
  - {{rebuttal: c, of: send-trainers, text: Trainers would be targets., {CITED}}}
  - {{rebuttal: d, of: b, text: Few roads are open., {CITED}}}
"""
ABOUT_EVIDENCE = {"claim-no-evidence", "analytic-only-answer", "tag-overclaims", "evidence-predates-event"}


def said(text: str, *ids: str) -> list[tuple[str, str]]:
    """What the rules about evidence report of some statements."""
    found = ((d.rule, str(d.at[1])) for d in findings(text) if d.rule in ABOUT_EVIDENCE)
    return sorted(each for each in found if not ids or each[1] in ids)


@pytest.mark.parametrize("role", get_args(Role))
@pytest.mark.parametrize("key", ["of: a", "undercuts: a", "of: send-trainers"])
def test_what_is_argued_by_reason_or_only_proposed_is_asked_for_no_source(role: Role, key: str) -> None:
    text = f"{HEAD}  - {{rebuttal: r, {key}, role: {role}, text: Both can go on together.}}\n"
    rules = said(text, "r")
    if role in BY_REASON | PROPOSED:
        assert rules == []
    else:
        assert rules == [("analytic-only-answer" if key[-1] == "a" else "claim-no-evidence", "r")]


def test_a_permutation_needs_no_card() -> None:
    text = f"{HEAD}  - {{rebuttal: r, undercuts: c, role: permutation, text: Both can go on together.}}\n"
    assert {d.rule for d in findings(text) if "r" in d.at} == {"perm-unanswered"}


ANSWER = "  - {rebuttal: r, of: a, text: They are not.}\n"
REASON = "  - {support: s, of: r, text: Nobody has seen it.}\n"
FURTHER = "  - {support: t, of: s, text: Nobody was there.}\n"


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (ANSWER, [("analytic-only-answer", "r")]),
        (ANSWER + REASON, [("analytic-only-answer", "r")]),
        (ANSWER + REASON + FURTHER, [("analytic-only-answer", "r")]),
        (ANSWER + REASON + FURTHER.replace("}", f", {CITED}}}"), []),
        ("  - {rebuttal: r, of: a, text: No., premises: [p]}\n  - {claim: p, text: Few came.}\n",
         [("analytic-only-answer", "r")]),
        # What serves something else as well is asked for its own sake.
        ("  - {rebuttal: r, of: a, text: No., premises: [p]}\n  - {claim: p, text: Few came.}\n"
         "  - {rebuttal: q, of: send-trainers, premises: [p]}\n",
         [("analytic-only-answer", "r"), ("claim-no-evidence", "p")]),
        (f"{ANSWER}  - {{rebuttal: u, of: r, text: They are., {CITED}}}\n  - {{rebuttal: v, of: u, text: No.}}\n",
         [("analytic-only-answer", "r"), ("analytic-only-answer", "v")]),
        ("  - {rebuttal: r, of: send-trainers, text: It is dear.}\n", [("claim-no-evidence", "r")]),
        ("  - {support: r, of: a, text: It was so before.}\n", [("claim-no-evidence", "r")]),
    ],
)  # fmt: skip
def test_an_analytic_and_its_reasons_are_one_finding(arguments: str, expected: list[tuple[str, str]]) -> None:
    assert said(HEAD + arguments) == expected


def test_an_answer_that_puts_a_critical_question_needs_no_source_and_one_that_meets_it_does() -> None:
    head = HEAD.replace("of: send-trainers, text: Brig", "of: send-trainers, scheme: expert-opinion, text: Brig")
    assert said(f"{head}  - {{rebuttal: r, undercuts: a, question: expertise, text: She is no expert.}}\n") == []
    meets = f"{head}  - {{support: r, of: a, question: expertise, text: She taught for years.}}\n"
    assert said(meets) == [("claim-no-evidence", "r")]


OPTIONS = f"""\
resolutions:
  - {{claim: send-trainers, text: Trainers should be sent.}}
  - {{claim: train-abroad, text: Soldiers should be trained abroad.}}
{HEAD}  - {{support: e, of: train-abroad, text: It is safe., {CITED}}}
"""


def test_an_option_without_cons_is_reported_once() -> None:
    found = [d.rule for d in findings(OPTIONS) if "train-abroad" in d.at]
    assert found == ["option-no-cons"]


def test_a_position_under_a_wrong_kind_is_not_asked_for_the_parts_of_that_kind() -> None:
    text = f"kind: advantage\narguments:\n  - {{rebuttal: a, of: send-trainers, role: link, text: No., {CITED}}}\n"
    rules = {d.rule for d in findings(text)}
    assert "relation-type-mismatch" in rules and "advantage-no-solvency" not in rules


BARE = "references:\n  - {id: report, type: webpage, title: On training, issued: 2025, URL: 'https://example.org/a'}\n"
CARD = "evidence: [{source: report, card: Brigades were ready sooner.}]"


def test_who_stands_behind_a_card_is_asked_once_however_many_cards_are_cut_from_it() -> None:
    one, two = (f"  - {{support: s{n}, of: send-trainers, text: It is {n}., {CARD}}}\n" for n in (1, 2))
    found = [d for d in findings(f"{BARE}arguments:\n{one}{two}") if "report" in str(d.at) or "cite" in d.rule]
    assert [(d.rule, d.at[1]) for d in found] == [("card-cite-incomplete", "s1")]
    assert "an author" in found[0].message and "where it was published" in found[0].message
    uncut = f"{BARE}arguments:\n{one.replace(CARD, CITED)}"
    assert [d.rule for d in findings(uncut) if d.at[0] == "sources"] == ["source-incomplete"]


SAME_LACK = (
    {"claim-no-evidence", "analytic-only-answer"},
    {"one-sided-coverage", "option-no-cons"},
    {"unanswered-rebuttal", "perm-unanswered"},
)
"""Rules of which one at the most has something to say about one thing."""


@given(policy_debates(12))
@settings(max_examples=150)
def test_no_thing_is_reported_twice_for_the_same_lack(debate: Debate) -> None:
    check_once(debate)


@pytest.mark.parametrize("seed", range(60))
def test_nor_in_a_dressed_debate(seed: int) -> None:
    import random

    chosen = random.Random(seed)
    check_once(dress(dressed(build(chosen.choice, 14), chosen.choice), chosen.choice))


def check_once(debate: Debate) -> None:
    found = run(evaluate(debate), SourceMap(), today=TODAY)
    for at in {d.at[:2] for d in found}:
        here = [d.rule for d in found if d.at[:2] == at]
        for rules in SAME_LACK:
            assert sum(rule in rules for rule in {*here}) <= 1, (at, here)
    kinds = {d.at[1] for d in found if d.rule == "relation-type-mismatch" and d.at[0] == "positions"}
    parts = {d.at[1] for d in found if d.rule.startswith(("disad-no", "advantage-no"))}
    assert not kinds & parts


def test_comparisons_that_decide_nothing_are_no_circle_as_well() -> None:
    circle = """\
  - {support: s, of: a, text: It is so., outweighs: [{over: t, because: So.}]}
  - {rebuttal: t, of: a, text: It is not., outweighs: [{over: s, because: So.}]}
"""
    compared = {"key-without-effect", "outweighs-both-ways"}
    assert {d.rule for d in findings(HEAD + circle)} & compared == {"key-without-effect"}
    weighed = HEAD.replace("support: a,", "support: a, weigh: true,")
    assert {d.rule for d in findings(weighed + circle)} & compared == {"outweighs-both-ways"}
