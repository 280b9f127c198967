"""A step without words of its own and its one premise are one card."""

from __future__ import annotations

from argmap.evaluation.evaluated import evaluate
from argmap.maps import View, to_svg
from argmap.maps.scene import Links, Scene
from argmap.maps.scene_making import scenes
from argmap.model import Claim, Debate, Position, Rebuttal, Statement, Support
from tests.maps.test_chips import words

STEP = Support(id="step", of="r", premises=("p",))


def drawn(*arguments: Statement, view: View | None = None) -> Scene:
    positions = (
        Position(id="one", arguments=arguments),
        Position(id="two", arguments=(Support(id="b", of="r", text="B."),)),
    )
    return scenes(evaluate(debate(positions)), view or View(), Links())[0]


def debate(positions: tuple[Position, ...]) -> Debate:
    return Debate(id="d", title="D", resolutions=(Claim(id="r", text="R."),), positions=positions)


def wires(scene: Scene) -> set[tuple[str, str, str]]:
    return {(wire.tail, wire.relation, wire.head) for wire in scene.wires}


def test_a_claim_that_does_nothing_else_takes_the_place_of_its_step() -> None:
    scene = drawn(Claim(id="p", text="P."), STEP, Rebuttal(id="cut", undercuts="step", text="C."))
    assert set(scene.cards) == {"r", "p", "cut", "b"} and scene.cards["p"].also == ("step",)
    assert wires(scene) == {("p", "support", "r"), ("cut", "undercut", "p"), ("b", "support", "r")}
    assert scene.cards["p"].state == "answered"


def test_both_ids_can_be_linked_to() -> None:
    svg = to_svg(evaluate(debate((Position(id="one", arguments=(Claim(id="p", text="P."), STEP)),))))
    assert 'id="p"' in svg and 'id="step"' in svg


def test_a_statement_with_a_place_of_its_own_keeps_it_and_is_named() -> None:
    scene = drawn(Support(id="p", of="r", text="P."), Rebuttal(id="step", of="b", premises=("p",)))
    assert set(scene.cards) == {"r", "p", "step", "b"} and words(scene, "step") == ["more on its own card"]
    assert words(scene, "p") == ["also contests “B”"]
    assert ("p", "premise", "step") not in wires(scene)


def test_an_argument_whose_target_is_not_on_the_map_leaves_its_place_to_the_step() -> None:
    p, step = Rebuttal(id="p", of="b", text="P."), Support(id="step", of="r", premises=("p",))
    view = View("dispute", focus="r", chosen=frozenset({"p", "step", "no"}), marked=frozenset({"p"}))
    scene = drawn(p, step, Rebuttal(id="no", of="p", text="N."), view=view)
    assert set(scene.cards) == {"r", "step", "no"} and scene.cards["step"].also == ("p",)
    assert wires(scene) == {("step", "support", "r"), ("no", "rebuttal", "step")} and scene.cards["step"].marked
    cut = drawn(p, step, Rebuttal(id="no", undercuts="p", text="N."), view=view)
    assert set(cut.cards) == {"r", "p", "step", "no"} and ("no", "undercut", "p") in wires(cut)


def test_a_claim_of_two_steps_stands_with_the_first_and_the_other_names_it() -> None:
    scene = drawn(Claim(id="p", text="P."), STEP, Support(id="again", of="b", premises=("p",)))
    assert set(scene.cards) == {"r", "p", "again", "b"} and scene.cards["p"].also == ("step",)
    assert words(scene, "again") == ["more on its own card"] and words(scene, "p") == ["also supports “B”"]


def test_several_premises_and_steps_as_premises_have_cards_of_their_own() -> None:
    two = Support(id="step", of="r", premises=("p", "q"))
    scene = drawn(Claim(id="p", text="P."), Claim(id="q", text="Q."), two)
    assert {("p", "premise", "step"), ("q", "premise", "step")} <= wires(scene)


def test_a_premise_from_another_map_is_named_with_its_place() -> None:
    positions = (
        Position(id="one", title="One", arguments=(Claim(id="p", text="P."), Rebuttal(id="no", of="p", text="N."))),
        Position(id="two", arguments=(STEP,)),
    )
    scene = scenes(evaluate(debate(positions)), View("position", position="two"), Links())[0]
    assert set(scene.cards) == {"r", "step"} and words(scene, "step") == ["from One"]
    other = scenes(evaluate(debate(positions)), View("position", position="one"), Links())[0]
    assert words(other, "p") == ["also supports “R”"]
