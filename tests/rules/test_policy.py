"""Promises of the rules about cards and decisions: they never fail, point at what is there, and know silence."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from pydantic import BaseModel

from argmap.evaluation.evaluated import evaluate
from argmap.model import Debate
from argmap.model.diagnostics import Address, Finding
from argmap.rules.cards import CARD_RULES
from argmap.rules.decision import DECISION_RULES
from argmap.rules.rule_protocol import Options, Rule, name_of
from tests.strategies import debates, policy_debates

EVERY: tuple[Rule, ...] = (*CARD_RULES, *DECISION_RULES)
SPEAKS_OF_ANY_DEBATE = {"option-no-cons", "analytic-only-answer"}
"""What a generated debate without any of the new words uses all the same: resolutions, answers, evidence."""


def findings(rule: Rule, debate: Debate) -> list[Finding]:
    return list(rule.check(evaluate(debate), Options()))


def at(debate: Debate, address: Address) -> Any:
    """What stands at an address; fails where nothing does."""
    place: Any = debate
    for step in address:
        if isinstance(place, BaseModel):
            place = getattr(place, str(step))
        elif isinstance(place, dict) or isinstance(step, int):
            place = place[step]
        else:
            raise AssertionError(f"{address} leads nowhere at {step}")
    return place


@pytest.mark.parametrize("rule", EVERY, ids=name_of)
@settings(max_examples=60)
@given(debate=policy_debates())
def test_a_rule_never_fails_and_points_at_what_is_there(rule: Rule, debate: Debate) -> None:
    for finding in findings(rule, debate):
        assert at(debate, finding.at) is not None
        assert finding.message[-1] in ".?" and finding.help
        for related in finding.related:
            assert at(debate, related.at) is not None


@given(debate=debates())
def test_a_debate_without_their_words_hears_nothing_from_them(debate: Debate) -> None:
    for rule in EVERY:
        if name_of(rule) not in SPEAKS_OF_ANY_DEBATE:
            assert findings(rule, debate) == []


@given(debate=policy_debates())
def test_without_cards_facets_parties_risks_and_recommendation_their_rules_are_silent(debate: Debate) -> None:
    bare = debate.model_copy(
        update={
            "parties": {}, "recommendation": None, "decision": type(debate.decision)(),
            "resolutions": tuple(map(_bare, debate.resolutions)),
            "positions": tuple(
                position.model_copy(update={"arguments": tuple(map(_bare, position.arguments))})
                for position in debate.positions
            ),
        }
    )  # fmt: skip
    loud = {name_of(rule) for rule in EVERY if findings(rule, bare)}
    assert loud <= SPEAKS_OF_ANY_DEBATE | {"tag-overclaims", "loaded-language", "evidence-predates-event"}


def _bare(statement: Any) -> Any:
    kept = {"card": None, "highlight": (), "facets": None, "quote": None}
    evidence = tuple(each.model_copy(update=kept) for each in statement.evidence)
    changes = {"evidence": evidence, "facets": None, "risk": None, "role": None}
    return statement.model_copy(update=changes | ({"scheme": None} if hasattr(statement, "scheme") else {}))
