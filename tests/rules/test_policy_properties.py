"""Promises of the rules about positions and clash, for every debate that speaks the language of policy debate."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings

from argmap.evaluation.evaluated import evaluate
from argmap.model import Claim, Debate, Position, Rebuttal, Statement, Support
from argmap.rules.clash import CLASH_RULES
from argmap.rules.positions import POSITION_RULES
from argmap.rules.rule_protocol import Options, Rule, name_of
from tests.conftest import ends
from tests.rules.dressed import dress, dressed_debates, with_positions
from tests.strategies import random_debate

RULES = (*POSITION_RULES, *CLASH_RULES)
PLAIN = {"own-side-contradiction", "relation-type-mismatch"}
"""What is judged without roles: contradictions of one side, and kinds of positions."""
many = settings(max_examples=300)


def reported(debate: Debate, rules: tuple[Rule, ...] = RULES) -> set[str]:
    ev = evaluate(debate)
    return {name_of(rule) for rule in rules if list(rule.check(ev, Options()))}


@many
@given(dressed_debates())
def test_a_finding_points_at_what_exists_and_says_what_to_do(debate: Debate) -> None:
    ev = evaluate(debate)
    for rule in RULES:
        for finding in rule.check(ev, Options()):
            assert finding.message.endswith(".") and finding.help, name_of(rule)
            for at in (finding.at, *(related.at for related in finding.related)):
                root, id, *rest = at
                thing = debate.statements[str(id)] if root == "statements" else _positions(debate)[str(id)]
                assert all(getattr(thing, str(key)) for key in rest), (name_of(rule), at)


def _positions(debate: Debate) -> dict[str, Position]:
    return {position.id: position for position in debate.positions}


@many
@given(dressed_debates())
def test_without_roles_and_turns_a_debate_is_not_judged_by_them(debate: Debate) -> None:
    bare = _changed(debate, role=None, turn=None)
    assert reported(bare) <= PLAIN
    assert reported(_without_kinds(bare)) <= {"own-side-contradiction"}


@many
@given(dressed_debates())
def test_without_kinds_no_position_is_judged_by_its_parts(debate: Debate) -> None:
    plain = _without_kinds(debate)
    assert reported(plain, POSITION_RULES) <= {"perm-unanswered"}
    assert not reported(plain) & {"link-turn-no-nonunique", "defence-only-block"}


@many
@given(dressed_debates())
def test_without_turns_nothing_is_said_about_turns(debate: Debate) -> None:
    rules = {"double-turn", "link-turn-no-nonunique", "turn-with-own-defence", "defence-only-block"}
    assert not reported(_changed(debate, turn=None)) & rules


@many
@given(dressed_debates())
def test_the_order_of_positions_and_statements_does_not_matter(debate: Debate) -> None:
    turned = [p.model_copy(update={"arguments": p.arguments[::-1]}) for p in debate.positions[::-1]]
    assert reported(with_positions(debate, turned)) == reported(debate)


def _changed(debate: Debate, **values: None) -> Debate:
    return with_positions(
        debate,
        [p.model_copy(update={"arguments": tuple(_without(s, values) for s in p.arguments)}) for p in debate.positions],
    )


def _without(statement: Statement, values: dict[str, None]) -> Statement:
    return statement.model_copy(update={k: v for k, v in values.items() if k in type(statement).model_fields})


def _without_kinds(debate: Debate) -> Debate:
    return with_positions(debate, [position.model_copy(update={"kind": None}) for position in debate.positions])


@pytest.mark.parametrize("shape", ["chain", "fan", "circle"])
def test_long_chains_and_wide_fans_of_parts_are_judged_in_time(shape: str) -> None:
    roles = ("impact", "internal-link", "link", "uniqueness", "inherency")
    above = {
        "chain": lambda n: f"s{n - 1}" if n else "r",
        "fan": lambda n: "s0" if n else "r",
        "circle": lambda n: f"s{(n - 1) % 4_000}",
    }[shape]
    made = [Support(id=f"s{n}", of=above(n), text="It is so.", role=roles[n % 5]) for n in range(4_000)]
    turns = [
        Rebuttal(id=f"t{n}", of=f"s{n}", text="It is not.", turn=("link", "impact")[n % 2]) for n in range(0, 4_000, 7)
    ]
    debate = Debate(
        id="large",
        title="Large",
        resolutions=(Claim(id="r", text="It should be done."),),
        positions=(Position(id="p", kind="disadvantage", arguments=(*made, *turns)),),
    )
    ev = evaluate(debate)
    with ends():
        for rule in RULES:
            list(rule.check(ev, Options()))


def test_nearly_every_rule_speaks_in_some_random_debate() -> None:
    """Otherwise the promises above would be empty."""
    spoke = set[str]()
    for seed in range(1_500):
        spoke |= reported(dress(random_debate(seed, 14), random.Random(seed).choice))
    assert {name_of(rule) for rule in RULES} - spoke <= {"defence-only-block", "counterplan-links-to-net-benefit"}
