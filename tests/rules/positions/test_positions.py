"""What the rules about positions say in cases that their examples leave open."""

from __future__ import annotations

import pytest

from argmap.model import Claim, Position
from argmap.rules import BY_NAME, Options
from tests.rules.building import OTHER, PLAN, about, claim, debate, position, rebuttal, said, support, undercut
from tests.rules.examples import findings, found, reported

LINK, IMPACT = support("l", "i", "link"), rebuttal("i", "plan", "impact")


def test_each_part_that_a_disadvantage_lacks_is_its_own_finding_with_the_place_to_add_it() -> None:
    only = position("disadvantage", rebuttal("w", "plan", "internal-link"), id="war")
    help = [
        (said("disad-no-uniqueness", debate(only)), "has internal link, and no uniqueness"),
        (said("disad-no-link", debate(only)), "has internal link, and no link"),
        (said("disad-no-impact", debate(only)), "has internal link, and no impact"),
    ]
    for each, words in help:
        ((at, message),) = each
        assert at == "war" and message.startswith(words)


@pytest.mark.parametrize("rule", ["disad-no-uniqueness", "disad-no-link", "disad-no-impact"])
def test_a_part_that_the_other_side_says_does_not_fill_a_gap(rule: str) -> None:
    role = rule.removeprefix("disad-no-")
    mine = [rebuttal("w", "plan", "internal-link"), rebuttal("a", "w", role)]
    assert about(rule, position("disadvantage", *mine)) == ["here"]
    assert about(rule, position("disadvantage", *mine, support("b", "w", role))) == []


def test_a_part_that_was_refuted_is_still_a_part() -> None:
    parts = [IMPACT, LINK, support("u", "i", "uniqueness"), rebuttal("n", "u", "uniqueness")]
    assert about("disad-no-uniqueness", position("disadvantage", *parts)) == []


@pytest.mark.parametrize("kind", [None, "advantage", "case", "kritik", "background"])
def test_only_disadvantages_need_uniqueness(kind: str | None) -> None:
    assert about("disad-no-uniqueness", position(kind, IMPACT, LINK)) == []


@pytest.mark.parametrize(
    ("statements", "gap"),
    [
        ((rebuttal("i", "plan", "impact"), rebuttal("l", "plan", "link")), True),
        ((rebuttal("i", "plan", "impact"), support("l", "i", "link")), False),
        ((rebuttal("l", "plan", "link"), support("i", "l", "impact")), False),
        ((rebuttal("i", "plan", "impact", premises=("l",)), claim("l", "link")), False),
        ((rebuttal("h", "plan"), support("i", "h", "impact"), support("l", "h", "link")), False),
        ((rebuttal("h", "plan", premises=("i", "l"), text=None), claim("i", "impact"), claim("l", "link")), False),
        ((rebuttal("i", "plan", "impact"), support("m", "i"), support("l", "m", "link")), False),
        ((rebuttal("i", "plan", "impact"), rebuttal("j", "plan", "impact"), support("l", "j", "link")), False),
        ((rebuttal("i", "plan", "impact"), rebuttal("x", "i"), rebuttal("l", "x", "link")), True),
        ((rebuttal("i", "plan", "impact"), rebuttal("m", "plan", "internal-link")), True),
        ((rebuttal("i", "plan", "impact"), rebuttal("v", "plan", "value")), False),
    ],
)
def test_a_way_from_a_link_to_an_impact_closes_the_gap(statements: tuple[Claim, ...], gap: bool) -> None:
    expected = ["i"] if gap else []
    assert about("internal-link-gap", position("disadvantage", *statements)) == expected
    assert about("internal-link-gap", position("disadvantage", *statements[::-1])) == expected


def test_the_way_from_link_to_impact_may_lead_through_other_positions() -> None:
    here = position("disadvantage", rebuttal("l", "plan", "link"), rebuttal("i", "plan", "impact"))
    there = position(None, support("j", "plan", "impact", premises=("l",)), id="there")
    assert about("internal-link-gap", here) == ["i"]
    assert about("internal-link-gap", here, there) == []


def test_in_an_advantage_the_advantage_is_what_a_link_leads_to() -> None:
    apart = [support("l", "plan", "link"), support("a", "plan", "advantage")]
    assert about("internal-link-gap", position("advantage", *apart)) == ["a"]
    assert about("internal-link-gap", position("disadvantage", *apart)) == []


ADVANTAGE = position("advantage", support("h", "plan", "harms"), id="adv")


@pytest.mark.parametrize(
    ("elsewhere", "lacks"),
    [
        ([], True),
        ([position("case", support("s", "plan", "solvency"))], False),
        ([position(None, support("s", "plan", "solvency"))], False),
        ([position("advantage", support("s", "plan", "solvency"), id="adv2")], True),
        ([position("case", support("s", "other", "solvency"))], True),
        ([position("case", rebuttal("s", "plan", "solvency"))], True),
        ([position("disadvantage", support("s", "h", "solvency"))], False),
    ],
)
def test_solvency_may_be_a_section_of_the_whole_case(elsewhere: list[Position], lacks: bool) -> None:
    assert about("advantage-no-solvency", ADVANTAGE, *elsewhere) == (["adv"] if lacks else [])


CASE = position("case", support("s", "plan", "solvency"), id="case")


@pytest.mark.parametrize(
    ("elsewhere", "lacks"),
    [
        ([], True),
        ([position("background", support("i", "s", "inherency"))], False),
        ([position("disadvantage", rebuttal("d", "plan"), rebuttal("i", "d", "inherency"))], False),
        ([position(None, rebuttal("i", "plan", "inherency"))], True),
        ([position(None, support("i", "other", "inherency"))], True),
    ],
)
def test_inherency_may_stand_anywhere_on_the_side_of_the_case(elsewhere: list[Position], lacks: bool) -> None:
    assert about("case-no-inherency", CASE, *elsewhere) == (["case"] if lacks else [])


def test_the_status_quo_needs_no_inherency_and_a_case_without_stock_issues_is_not_asked_for_it() -> None:
    keep = PLAN.model_copy(update={"status_quo": True})
    assert about("case-no-inherency", CASE, resolutions=(keep,)) == []
    assert about("case-no-inherency", position("case", support("v", "plan", "value"))) == []
    assert about("case-no-inherency", position("case", support("l", "plan", "link"))) == []
    assert about("case-no-inherency", position("case", support("l", "plan", "link")), ADVANTAGE) == ["here"]


def test_a_case_for_two_resolutions_is_one_finding_and_two_sections_of_a_case_are_one_case() -> None:
    both = position("case", support("s", "plan", "solvency"), support("t", "second", "solvency"), id="both")
    again = position("case", support("u", "plan", "solvency"), id="again")
    second = Claim(id="second", text="That too.")
    ((at, message),) = said("case-no-inherency", debate(both, again, resolutions=(PLAN, second)))
    assert at == "both" and "argues for plan and second without inherency" in message


@pytest.mark.parametrize(
    ("roles", "missing"),
    [
        (("violation",), "interpretation, standards or voters"),
        (("violation", "definition"), "standards or voters"),
        (("interpretation", "violation", "standards"), "voters"),
        (("definition", "violation", "standards", "voters"), ""),
        (("value",), ""),
    ],
)
def test_a_topicality_shell_names_what_is_missing(roles: tuple[str, ...], missing: str) -> None:
    shell = position("topicality", *(rebuttal(f"s{n}", "plan", role) for n, role in enumerate(roles)))
    found = said("topicality-incomplete", debate(shell))
    assert [message.partition("and no ")[2] for _, message in found] == [f"{missing}."] * bool(missing)


@pytest.mark.parametrize(
    ("statements", "lacks"),
    [
        ((rebuttal("n", "plan", "net-benefit"),), True),
        ((support("n", "other", "net-benefit"),), False),
        ((rebuttal("n", "plan", "net-benefit"), claim("t", "plan")), False),
        ((rebuttal("n", "plan", "net-benefit", premises=("t",)), claim("t", "plan")), False),
        ((rebuttal("n", "plan", "net-benefit"), support("s", "other", "solvency")), False),
        ((rebuttal("n", "plan"),), False),
    ],
)
def test_the_text_of_a_counterplan_is_a_plan_or_a_resolution_of_its_side(
    statements: tuple[Claim, ...], lacks: bool
) -> None:
    assert about("counterplan-no-text", position("counterplan", *statements)) == (["here"] if lacks else [])


def test_the_net_benefit_of_a_counterplan_may_stand_where_the_disadvantage_is() -> None:
    plan = position("counterplan", support("s", "other", "solvency"), id="cp")
    assert about("counterplan-no-net-benefit", plan) == ["cp"]
    away = position("disadvantage", support("n", "s", "net-benefit"), id="da")
    assert about("counterplan-no-net-benefit", plan, away) == []


def links(*statements: Claim) -> list[str]:
    both = (rebuttal("i", "plan", "impact"), support("n", "other", "net-benefit", text=None, premises=("i",)))
    return about("counterplan-links-to-net-benefit", position("counterplan", *both, *statements))


def test_a_counterplan_links_where_its_text_is_contested_by_what_its_net_benefit_rests_on() -> None:
    assert links() == []
    assert links(rebuttal("r", "other", text=None, premises=("i",))) == ["n"]
    assert links(support("l", "i", "link"), rebuttal("r", "other", premises=("l",))) == ["n"]
    assert links(support("u", "i", "uniqueness"), rebuttal("r", "other", premises=("u",))) == []
    assert links(rebuttal("r", "other", premises=("i",)), undercut("x", "r")) == []
    assert links(rebuttal("r", "plan", premises=("i",))) == []


def test_parts_of_one_disadvantage_make_the_same_net_benefit() -> None:
    parts = (
        rebuttal("d", "plan"),
        support("l", "d", "link"),
        support("i", "d", "impact"),
        support("u", "d", "uniqueness"),
    )
    benefit = support("n", "other", "net-benefit", text=None, premises=("i",))

    def found(kind: str, *against: Claim) -> list[str]:
        counterplan = position("counterplan", benefit, *against, id="cp")
        return about("counterplan-links-to-net-benefit", position(kind, *parts), counterplan)

    by_link, by_uniqueness = (rebuttal("r", "other", premises=(part,)) for part in "lu")
    assert found("disadvantage", by_link) == ["n"]
    assert found("disadvantage", by_uniqueness) == []
    assert found("background", by_link) == []


def test_a_net_benefit_belongs_to_the_text_that_it_supports() -> None:
    third = Claim(id="third", text="A third thing.", side="con")
    statements = (
        rebuttal("i", "plan", "impact"),
        support("s", "third", "solvency"),
        support("n", "other", "net-benefit", text=None, premises=("i",)),
        rebuttal("r", "third", text=None, premises=("i",)),
    )
    found = about(
        "counterplan-links-to-net-benefit", position("counterplan", *statements), resolutions=(PLAN, OTHER, third)
    )
    assert found == []


@pytest.mark.parametrize(
    ("statements", "open"),
    [
        ((undercut("p", "n", "permutation"),), True),
        ((undercut("p", "n", "permutation"), undercut("x", "p")), False),
        ((undercut("p", "n", "permutation"), rebuttal("x", "p")), False),
        ((undercut("p", "n", "permutation"), support("x", "p")), True),
        ((rebuttal("p", "other", "permutation"),), True),
        ((undercut("p", "n", "permutation"), undercut("x", "p"), undercut("y", "x", "permutation")), True),
        ((undercut("p", "n", "permutation", undeveloped=True),), False),
        ((undercut("p", "n", "permutation", text=None, premises=("c",)), claim("c"), rebuttal("x", "c")), False),
    ],
)
def test_a_permutation_needs_an_answer_wherever_it_is_made(statements: tuple[Claim, ...], open: bool) -> None:
    benefit = rebuttal("n", "plan", "net-benefit")
    found = about("perm-unanswered", position("counterplan", benefit, *statements))
    assert bool(found) is open
    assert "p" not in about("unanswered-rebuttal", position("counterplan", benefit, *statements))


def test_what_is_no_permutation_is_left_to_the_rule_about_rebuttals() -> None:
    here = position("counterplan", rebuttal("n", "plan", "net-benefit"), undercut("p", "n"))
    assert about("perm-unanswered", here) == [] and about("unanswered-rebuttal", here) == ["p"]


def test_a_kritik_that_argues_for_something_else_has_its_alternative() -> None:
    link = rebuttal("l", "plan", "link")
    assert about("kritik-no-alternative", position("kritik", link)) == ["here"]
    assert about("kritik-no-alternative", position("kritik", link, support("a", "other"))) == []
    assert about("kritik-no-alternative", position("kritik", rebuttal("v", "plan", "value"))) == []


@pytest.mark.parametrize(
    ("weigh", "then"),
    [("true", "it no longer counts against instead"), ("false", "what it alone takes down counts again")],
)
def test_of_a_permutation_it_is_said_what_its_answer_brings(weigh: str, then: str) -> None:
    text = f"""\
arguments:
  - {{claim: instead, weigh: {weigh}, text: Do this instead.}}
  - {{support: cheap, of: instead, text: It is cheap.}}
  - {{rebuttal: both, of: instead, role: permutation, text: Do both.}}
  - {{rebuttal: competes, of: send-trainers, premises: [instead]}}
"""
    (help,) = [found.help for found in findings(text) if found.rule == "perm-unanswered"]
    assert f"and {then};" in (help or "")


def test_a_part_that_no_step_uses_is_to_be_a_premise_of_the_step_that_argues() -> None:
    apart = position("disadvantage", rebuttal("d", "plan"), claim("i", "impact"), claim("u", "uniqueness"))
    (found,) = BY_NAME["disad-no-link"].check(debate(apart), Options())
    assert found.help.startswith("To the premises: of d, add i, which no step uses yet, and a claim with role: link")


@pytest.mark.parametrize(
    ("steps", "words"),
    [
        (
            (rebuttal("u", "plan", "uniqueness"), rebuttal("l", "plan", "link")),
            "uniqueness and link are rebuttals of plan",
        ),
        ((rebuttal("x", "plan", "impact"), rebuttal("l", "plan", "link")), None),
        ((rebuttal("u", "plan", "uniqueness"), rebuttal("m", "plan", "uniqueness")), None),
        ((IMPACT, support("u", "i", "uniqueness"), LINK), "uniqueness and link of i are supports: either"),
    ],
)
def test_parts_are_no_alternatives(steps: tuple[Claim, ...], words: str | None) -> None:
    found = said("parts-as-alternatives", debate(position("disadvantage", *steps)))
    assert [words is not None and message.startswith(words) for _, message in found] == [True] * (words is not None)


def test_of_parts_it_is_said_where_an_argument_counts_without_any() -> None:
    (told,) = found(reported("parts-as-alternatives")[0], "parts-as-alternatives")
    assert told.message.endswith("are supports: it cites evidence, and counts without them.")
