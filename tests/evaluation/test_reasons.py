"""Why claims stand or fall, and what would change that."""

from __future__ import annotations

from hypothesis import given, settings

from argmap.analysis import comparisons
from argmap.evaluation import dispute_tree, reasons
from argmap.evaluation.evaluated import evaluate
from argmap.evaluation.framework import Label
from argmap.evaluation.reasons import Weighing
from argmap.model import Debate
from tests.evaluation.test_framework import BARE, claim, con, cut, of, over, pro
from tests.strategies import debates


def test_a_tally_parts_the_steps_by_what_they_are_worth() -> None:
    ev = of(
        pro("a", "r"), pro("light", "r"), pro("fallen", "r"), pro("open", "r"),
        con("b", "r", **over("light")), cut("c", "fallen"), con("x", "open"), con("y", "x"), con("z", "y"),
        con("w", "z"), con("v", "w", premises=("v0",), **BARE), claim("v0", contradicts=("u",)), claim("u"),
    )  # fmt: skip
    found = reasons.tally(ev, "r")
    assert (found.supports.counting, found.supports.outweighed) == (("a",), ("light",))
    assert (found.supports.undecided, found.supports.dead) == (("open",), ("fallen",))
    assert found.rebuttals.counting == ("b",) and found.supports.live == ("a", "light")
    assert found.comparisons == (Weighing("b", "light", "It is worse.", live=True),)
    assert found.missing == (("a", "b"),)


def test_a_comparison_that_is_made_is_not_missing() -> None:
    ev = of(pro("a", "r", **over("b")), con("b", "r"), con("c", "r"))
    assert reasons.tally(ev, "r").missing == (("a", "c"),)


def test_what_brings_a_statement_down() -> None:
    ev = of(claim("x"), con("a", "x"), con("b", "x"), con("c", "b"), claim("y", contradicts=("x",)))
    assert reasons.brought_down_by(ev, "x") == ("a", "y")
    assert reasons.brought_down_by(ev, "b") == ("c",)
    assert reasons.brought_down_by(ev, "y") == () == reasons.brought_down_by(ev, "a")


def test_what_outweighs_brings_down_what_is_weighed() -> None:
    weighed = of(pro("a", "r"), con("b", "r", **over("a")), con("c", "r"))
    assert reasons.brought_down_by(weighed, "r") == ("b",)
    assert not reasons.lacks_ground(weighed, "r")


def test_lack_of_ground_is_told_from_defeat() -> None:
    ev = of(claim("x", undeveloped=True), claim("y"), pro("a", "y"), con("b", "a"), claim("z"), con("c", "z"))
    assert [id for id in ev.labelling.labels if reasons.lacks_ground(ev, id)] == ["r", "x", "y"]
    assert reasons.brought_down_by(ev, "x") == () and reasons.brought_down_by(ev, "z") == ("c",)


def test_unanswered_means_that_nobody_has_even_tried() -> None:
    ev = of(
        pro("a", "r"), con("tried", "a"), con("answer", "tried"), con("last", "answer"),
        con("weighing", "r"), pro("e", "r"), cut("cut", "e"), con("idle", "last"), con("idle2", "idle"),
    )  # fmt: skip
    assert reasons.unanswered(ev) == ("cut", "idle2")
    assert reasons.unanswered(ev, "con") == ("cut", "idle2")
    assert reasons.unanswered(ev, "pro") == ()
    assert reasons.answers_tried(ev, "tried") == (("answer", Label.OUT),)


def test_a_bare_rebuttal_is_answered_at_its_premises() -> None:
    ev = of(claim("x"), claim("y"), con("a", "y", premises=("x",), **BARE), con("b", "x"), con("c", "b"))
    assert reasons.answers_tried(ev, "a") == (("b", Label.OUT),)
    assert reasons.unanswered(ev) == ("c",)


def test_what_answers_a_step_answers_each_argument_that_needs_it() -> None:
    needs = {"text": None, "premises": ({"step": "a"},)}
    ev = of(claim("x"), pro("a", "r"), pro("b", "x", **needs), con("c", "a"), cut("d", "a"), cut("e", "b"))
    assert [each.id for each in reasons.answers(ev, "b")] == ["c", "e", "d"]


def test_what_depends_on_a_statement() -> None:
    ev = of(pro("a", "r"), con("b", "a"), con("c", "b"))
    assert set(comparisons.if_settled(ev, "c", accepted=False)) == {"r", "a", "b"}
    assert comparisons.if_settled(ev, "b", accepted=True) == {"r": Label.OUT, "a": Label.OUT}


def test_circles_of_support_are_found_and_others_are_not() -> None:
    ev = of(pro("a", "b"), pro("b", "c"), claim("c"), pro("d", "a", premises=("c",), **BARE), pro("e", "c"))
    assert dispute_tree.support_circle(ev, "c") == ()
    ev = of(pro("a", "b"), pro("b", "c"), claim("c"), pro("d", "a", premises=("c",), **BARE))
    assert set(dispute_tree.support_circle(ev, "c")) == {"a", "b", "c"}
    assert dispute_tree.support_circle(ev, "c")[-1] == "c"


def test_circles_of_attack_are_found() -> None:
    ev = of(con("a", "b"), con("b", "c"), con("c", "a"), claim("x"), con("d", "x", premises=("a",), **BARE))
    assert set(dispute_tree.undecided_circle(ev, "a")) == {"a", "b", "c"}
    assert dispute_tree.undecided_circle(ev, "x") == ()


@given(debates(7))
@settings(max_examples=60)
def test_what_does_not_stand_is_brought_down_or_lacks_ground_or_rests_on_the_undecided(debate: Debate) -> None:
    ev = evaluate(debate)
    for id, label in ev.labelling.labels.items():
        if label is Label.IN:
            assert not reasons.brought_down_by(ev, id) and not reasons.lacks_ground(ev, id)
        elif label is Label.OUT:
            killers = reasons.brought_down_by(ev, id)
            assert killers or reasons.lacks_ground(ev, id)
            assert all(Label.IN in (ev.label(killer), ev.labelling.live.get(killer)) for killer in killers)
        else:
            assert reasons.brought_down_by(ev, id) or reasons.ground(ev, id) is Label.UNDEC
