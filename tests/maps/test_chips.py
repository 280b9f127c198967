"""What does not stand beside a card is named on both cards."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from argmap.evaluation.evaluated import evaluate
from argmap.maps import View
from argmap.maps.chips import quoted
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
    uses = (Rebuttal(id=f"u{n}", of="r", text=f"U{n}.", premises=("p",)) for n in range(steps))
    return (Support(id="p", of="r", text="P."), *uses)


def words(scene: Scene, id: str) -> list[str]:
    return [chip.words for chip in scene.cards[id].chips]


@pytest.mark.parametrize(("steps", "more"), [(1, 0), (3, 0), (4, 0), (5, 2), (9, 6)])
def test_both_cards_name_each_other_and_a_hub_no_more_than_a_reader_looks_at(steps: int, more: int) -> None:
    scene = drawn(*needing(steps))
    named = [f"needed by “U{n}”" for n in range(steps - more)]
    assert words(scene, "p") == [*named, *([f"needed by {more} more"] if more else [])]
    assert all(words(scene, f"u{n}") == ["needs “P”"] for n in range(steps))
    assert scene.cards["u0"].chips[0].href == "#p" and scene.cards["p"].chips[0].href == "#u0"
    assert not [wire for wire in scene.wires if wire.relation == "premise"]


def test_a_premise_that_hangs_from_its_step_keeps_its_line() -> None:
    scene = drawn(Claim(id="p", text="P."), Support(id="s", of="r", text="S.", premises=("p",)))
    assert [(w.tail, w.head) for w in scene.wires if w.relation == "premise"] == [("p", "s")]
    assert not scene.cards["s"].chips and not scene.cards["p"].chips


def test_what_contradicts_says_so_on_both_cards() -> None:
    scene = drawn(Claim(id="a", text="A.", contradicts=("b",)), Claim(id="b", text="B."))
    assert (words(scene, "a"), words(scene, "b")) == (["≠ “B”"], ["≠ “A”"])


def test_a_chain_that_gets_too_long_goes_on_elsewhere() -> None:
    chain = [Support(id=f"s{n}", of=f"s{n - 1}" if n else "r", text=f"S{n}.") for n in range(12)]
    scene = drawn(*chain)
    assert words(scene, "s7") == ["goes on: “S8”"] and words(scene, "s8") == ["supports “S7”"]
    assert "s8" not in scene.parents and scene.parents["s11"].head == "s10"


def test_what_answers_in_a_circle_is_cut_once_and_named() -> None:
    scene = drawn(Support(id="a", of="b", text="A."), Support(id="b", of="a", text="B."))
    assert len(scene.parents) == 1
    assert words(scene, "a") + words(scene, "b") in (
        ["supports “B”", "goes on: “A”"],
        ["goes on: “B”", "supports “A”"],
    )


def test_a_long_statement_is_quoted_in_part_at_the_end_of_a_word() -> None:
    assert quoted("One two three four five six seven eight nine ten.") == "“One two three four five six seven eight…”"


def test_an_answer_from_another_position_stands_beside_its_target_and_says_where_it_comes_from() -> None:
    one = Position(id="one", title="One", arguments=(Support(id="a", of="r", text="A."),))
    two = Position(id="two", title="Two", arguments=(Rebuttal(id="b", of="a", text="B."),))
    debate = Debate(id="d", title="D", resolutions=(Claim(id="r", text="R."),), positions=(one, two))
    (scene,) = scenes(evaluate(debate), View(), Links())
    assert scene.parents["b"].head == "a" and scene.cards["b"].panel == "one"
    assert scene.cards["b"].role == "rebuttal · from Two"


@settings(max_examples=100)
@given(debates(max_statements=15))
def test_each_premise_is_met_by_a_line_by_name_or_on_one_card(debate: Debate) -> None:
    scene = scenes(evaluate(debate), View(), Links())[0]
    lines = {(wire.tail, wire.head) for wire in scene.wires if wire.relation == "premise"}
    place = {also: card for card in scene.cards.values() for also in (card.id, *card.also)}
    for step in (*debate.supports, *debate.rebuttals):
        for premise in step.premise_ids:
            one, other = place[step.id], place[premise]
            led = {chip.href for chip in (*one.chips, *other.chips)} & {f"#{one.id}", f"#{other.id}"}
            many = any(chip.words.endswith(" more") for chip in one.chips)
            assert led or many or one is other or (other.id, one.id) in lines, (step.id, premise)
