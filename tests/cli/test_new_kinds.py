"""`argmap new --kind`: each pattern is in the right form, and evaluated as a judge would."""

from __future__ import annotations

import json

import pytest

from argmap.cli.commands.new import KINDS
from tests.cli.run import Program

FORCES = {
    "policy": {
        "the-case": "counts", "tried-in-vain": "answered", "spending-da": "answered", "plan-averts-crisis": "counts",
        "same-for-less": "answered", "do-both": "counts", "cheaper-way-competes": "answered",
        "management-kritik": "answered", "not-topical": "answered",
    },
    "decision": {"acting-solves": "counts", "pilot-teaches": "counts", "pilot-delays": "outweighed"},
    "class": {"it-helps": "counts", "few-need-it": "answered", "it-is-dear": "answered", "it-takes-time": "answered"},
}  # fmt: skip
LABELS = {
    "policy": {"plan": "in", "cheaper-way-first": "out"},
    "decision": {"act-now": "undec", "pilot-first": "in", "keep-as-is": "undec"},
    "class": {"we-should": "in"},
}


@pytest.mark.parametrize("kind", KINDS)
def test_a_pattern_has_no_error_and_is_formatted_as_fmt_does(argmap: Program, kind: str) -> None:
    assert argmap("new", "mine", "--kind", kind).code == 0
    assert argmap("check", "mine", "--severity", "error").code == 0
    assert argmap("fmt", "--check", "mine").code == 0
    assert argmap("build", "mine", "-j", "1").code == 0


@pytest.mark.parametrize("kind", FORCES)
def test_it_is_evaluated_as_a_judge_would(argmap: Program, kind: str) -> None:
    argmap("new", "mine", "--kind", kind)
    found = json.loads(argmap("evaluate", "mine", "-f", "json").out)
    assert {id: found["arguments"][id]["force"] for id in FORCES[kind]} == FORCES[kind]
    assert {id: found["statements"][id]["label"] for id in LABELS[kind]} == LABELS[kind]


@pytest.mark.parametrize(("brief", "cards"), [("argument", 3), ("case", 2), ("negative", 1)])
@pytest.mark.parametrize("form", ["md", "html"])
def test_the_policy_pattern_shows_cards_in_full_that_are_marked_as_samples(
    argmap: Program, brief: str, cards: int, form: str
) -> None:
    argmap("new", "mine", "--kind", "policy")
    told = argmap("brief", brief, "mine", "-f", form).out
    assert told.count("Sample text, written for this pattern.") == cards
    assert "an author made up for this pattern" in told


def test_a_class_hears_nothing_of_sources(argmap: Program) -> None:
    argmap("new", "mine", "--kind", "class")
    assert "evidence" not in argmap("check", "mine").out
    assert len(json.loads(argmap("evaluate", "mine", "-f", "json").out)["statements"]) == 11
