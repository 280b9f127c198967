"""What a card, its sign and its line say of an argument is what the debate says."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.evaluation.evaluated import Evaluation, evaluate
from argmap.evaluation.force import Force, force
from argmap.evaluation.framework import Label
from argmap.maps import Links, View, to_svg
from argmap.maps.legend import FORCES
from argmap.maps.scene import READING, Card, Scene
from argmap.maps.scene_making import scenes
from argmap.maps.theme import LIGHT
from argmap.model import Claim, Comparison, Debate, Position, Rebuttal, Statement, Support
from argmap.prose.relation import SIGNS
from tests.strategies import debates

WORDS = {Force.COUNTS: "", Force.OUTWEIGHED: "outweighed", Force.OPEN: "open", Force.ANSWERED: "answered"}

SVG = "{http://www.w3.org/2000/svg}"
LINES = {Label.IN: "counts", Label.UNDEC: "open", Label.OUT: "idle"}


def _views(debate: Debate, focus: str) -> Iterator[View]:
    yield from (View(), View("tree"), View("focus", focus=focus, depth=1), View("focus", focus=focus, depth=3))
    yield from (View("position", position=each.id) for each in debate.positions if each.arguments)
    yield from (View(side=side) for side in debate.sides)
    yield from (View(label=label) for label in Label)


def _step_of(debate: Debate, card: Card) -> str | None:
    """The step whose place a card has; None for a claim."""
    return next((id for id in (card.id, *card.also) if not isinstance(debate.statements[id], Claim)), None)


def _assert_true(evaluation: Evaluation, scene: Scene, card: Card) -> None:
    debate = evaluation.debate
    step, is_claim = _step_of(debate, card), isinstance(debate.statements[card.id], Claim)
    standing = evaluation.label(card.id)
    if step is None:
        assert card.label is standing and card.step is None
        return
    found, asked = force(evaluation, step), bool(card.word)
    assert card.step and card.step[1] is found.label
    assert card.label is (standing if asked else found.label)
    if not (asked and found.label is standing):
        claim = is_claim and found.label is standing  # then the card says how the claim stands
        assert card.state.startswith("" if claim else WORDS[found]) and bool(card.state) is (found is not Force.COUNTS)
    wire = scene.parents.get(card.id)
    assert wire is None or wire.relation == "premise" or wire.force is found.label


@settings(max_examples=150)
@given(debates(max_statements=16), st.data())
def test_each_card_sign_and_line_has_the_force_of_its_argument(debate: Debate, data: st.DataObject) -> None:
    evaluation = evaluate(debate)
    for view in _views(debate, data.draw(st.sampled_from(list(debate.statements)))):
        for scene in scenes(evaluation, view, Links()):
            for card in scene.cards.values():
                _assert_true(evaluation, scene, card)


def _drawn(*arguments: Statement, focus: str | None = None) -> tuple[dict[str, Card], str]:
    position = Position(id="p", arguments=arguments)
    debate = Debate(id="d", title="D", resolutions=(Claim(id="r", text="R."),), positions=(position,))
    view = View("focus", focus=focus, depth=9) if focus else View()
    evaluation = evaluate(debate)
    return scenes(evaluation, view, Links())[0].cards, to_svg(evaluation, view)


STEP, CUT = Support(id="s", of="r", premises=("a",)), Rebuttal(id="u", undercuts="s", text="U.")
UNDECIDED = (
    Claim(id="a", text="A.", weigh=True), Support(id="y", of="a", text="Y."), Rebuttal(id="x", of="a", text="X."), STEP,
)  # fmt: skip


def test_an_argument_from_an_undecided_claim_whose_step_is_undercut_is_answered() -> None:
    assert (_drawn(*UNDECIDED)[0]["a"].label, _drawn(*UNDECIDED)[0]["a"].state) == (Label.UNDEC, "undecided")
    cards, svg = _drawn(*UNDECIDED, CUT)
    assert (cards["a"].label, cards["a"].state) == (Label.OUT, "answered")
    assert re.search(r'<g id="a" class="[^"]* out"', svg)


@pytest.mark.parametrize("focus", ["a", "w"])
def test_what_is_asked_about_stands_and_its_argument_fails_all_the_same(focus: str) -> None:
    words = (Support(id="w", of="r", text="W."), Rebuttal(id="v", undercuts="w", text="V."))
    cards, svg = _drawn(Claim(id="a", text="A."), STEP, CUT, *words, focus=focus)
    assert cards[focus].standing == "stands, answered" and cards[focus].label is Label.IN
    assert "stands, answered: " in svg


def test_a_step_without_words_that_is_asked_about_is_answered_and_not_defeated() -> None:
    position = Position(id="p", arguments=(Claim(id="a", text="A."), STEP, CUT))
    debate = Debate(id="d", title="D", resolutions=(Claim(id="r", text="R."),), positions=(position,))
    svg = to_svg(evaluate(debate), View("dispute", focus="s", chosen=frozenset({"s", "u"})))
    assert "Why s is answered" in svg and "defeated" not in svg.split("</desc>")[1]


def test_only_what_has_no_force_is_in_grey() -> None:
    """Not a step whose words stand on another card, nor what belongs to another map."""
    arguments = (
        Support(id="a", of="r", text="A."), Rebuttal(id="x", of="r", text="X."),
        Rebuttal(id="b", undercuts="x", premises=("a",)),
    )  # fmt: skip
    debate = Debate(
        id="d", title="D", resolutions=(Claim(id="r", text="R."),),
        positions=(Position(id="p", arguments=arguments[:2]), Position(id="q", arguments=arguments[2:])),
    )  # fmt: skip
    for view in (View(), View("position", position="q")):
        svg = to_svg(evaluate(debate), view, theme="light")
        inks = {id: set(re.findall(rf'id="{id}".*?font-size="14" fill="(.*?)"', svg, re.S)[:1]) for id in "xb"}
        assert inks == {"x": {LIGHT.quiet}, "b": {LIGHT.ink}}


def test_to_outweigh_what_nobody_weighs_takes_nothing_from_it() -> None:
    comparison = Comparison(over="y", because="It is worse.")
    debated = (Claim(id="a", text="A."), Support(id="y", of="a", text="Y."))
    cards, svg = _drawn(*debated, Rebuttal(id="x", of="a", text="X.", outweighs=(comparison,)))
    assert (cards["y"].label, cards["y"].step, cards["y"].state) == (Label.IN, ("support", Label.IN), "")
    assert "outweighed" not in svg and "does not count" not in svg.split('id="step-y"')[1].split("</g>")[0]


def _classes(drawing: ET.Element) -> Iterator[set[str]]:
    return (set((g.get("class") or "").split()) for g in drawing.iter(SVG + "g"))


@settings(max_examples=60)
@given(debates(max_statements=16), st.data())
def test_the_legend_has_each_mark_that_occurs_and_no_other(debate: Debate, data: st.DataObject) -> None:
    evaluation = evaluate(debate)
    for view in _views(debate, data.draw(st.sampled_from(list(debate.statements)))):
        drawing = ET.fromstring(to_svg(evaluation, view, theme="light"))
        marks = list(_classes(drawing))
        legends = [each for each in drawing.iter(SVG + "g") if each.get("class") == "legend"]
        told = {text.text for each in legends for text in each.iter(SVG + "text")}
        expected = {SIGNS[each] for each in READING if any({"line", each} <= mark for mark in marks)}
        expected |= {FORCES[force] for force, word in LINES.items() if any({"line", word} <= each for each in marks)}
        assert told & {*SIGNS.values(), *FORCES.values()} == expected
        cards = [card for scene in scenes(evaluation, view, Links()) for card in scene.cards.values()]
        assert ("stands elsewhere: follow it" in told) is any(card.chips for card in cards)
        assert ("from another map" in told) is any("portal" in each for each in marks)
        assert ("faded: no force" in told) is any(
            {"statement", "out"} <= each and "resolution" not in each for each in marks
        )
