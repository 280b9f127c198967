"""Premises that hang elsewhere on a map are named on both cards."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from argmap.evaluation.evaluated import evaluate
from argmap.maps import View
from argmap.maps.scene import Links, Scene
from argmap.maps.scene_making import scenes
from argmap.model import Claim, Debate, Position, Rebuttal, Statement, Support
from tests.strategies import debates


def drawn(*arguments: Statement, view: View | None = None) -> Scene:
    position = Position(id="p", arguments=arguments)
    debate = Debate(id="d", title="D", resolutions=(Claim(id="r", text="R."),), positions=(position,))
    return scenes(evaluate(debate), view or View(), Links())[0]


def needing(steps: int) -> tuple[Statement, ...]:
    """A premise that is a support itself, and so many steps that need it."""
    uses = (Rebuttal(id=f"u{n}", of="r", text="U.", premises=("p",)) for n in range(steps))
    return (Support(id="p", of="r", text="P."), *uses)


@pytest.mark.parametrize(
    ("steps", "words"),
    [(1, "needed by u0"), (2, "needed by u0, u1"), (3, "needed by u0, u1, u2"), (5, "needed by u0, u1, 3 more")],
)
def test_both_cards_name_each_other(steps: int, words: str) -> None:
    scene = drawn(*needing(steps))
    assert words in scene.cards["p"].remarks
    assert all("needs → p" in scene.cards[f"u{n}"].remarks and scene.cards[f"u{n}"].needs for n in range(steps))
    assert not [wire for wire in scene.wires if wire.relation == "premise"]


def test_a_premise_that_hangs_from_its_step_keeps_its_line() -> None:
    scene = drawn(Claim(id="p", text="P."), Support(id="s", of="r", text="S.", premises=("p",)))
    assert [(w.tail, w.head) for w in scene.wires if w.relation == "premise"] == [("p", "s")]
    assert not scene.cards["s"].needs


def test_around_a_statement_lines_are_drawn() -> None:
    scene = drawn(*needing(1), view=View("focus", focus="p", depth=2))
    assert [(w.tail, w.head) for w in scene.wires if w.relation == "premise"] == [("p", "u0")]


@settings(max_examples=100, deadline=None)
@given(debates(max_statements=15))
def test_each_premise_is_met_by_a_line_by_name_or_on_one_card(debate: Debate) -> None:
    scene = scenes(evaluate(debate), View(), Links())[0]
    lines = {(wire.tail, wire.head) for wire in scene.wires if wire.relation == "premise"}
    place = {also: card for card in scene.cards.values() for also in (card.id, *card.also)}
    for step in (*debate.supports, *debate.rebuttals):
        for premise in step.premise_ids:
            one, other = place[step.id], place[premise]
            told = {f"needs → {other.id}", f"→ {other.id}", f"→ {premise}"} & set(one.remarks)
            assert told or one is other or (other.id, one.id) in lines, (step.id, premise)
