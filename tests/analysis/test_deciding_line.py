"""What is marked on the map of a dispute, and what is shown beside it."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given, settings

from argmap.analysis.deciding_line import MOST, line_of
from argmap.evaluation.audiences import for_audience
from argmap.evaluation.evaluated import Evaluation, evaluate
from argmap.evaluation.framework import Framework, Label, Labelling
from argmap.evaluation.grounded import grounded
from argmap.evaluation.reasons import tally
from argmap.files import load_folder
from argmap.model import Debate, Statement
from tests.evaluation.test_framework import CITED, claim, con, cut, debate, over, pro
from tests.reports.test_critical_report import half_weighed
from tests.strategies import debates

CASES: dict[str, tuple[str, tuple[Statement, ...], str, str]] = {
    "what is outweighed is shown and not marked": (
        "r", (pro("a", "r"), con("b", "r", **over("a"))), "b", "r a b",
    ),
    "a con that is itself outweighed is marked for what it outweighs, and one that counts and is not needed is not": (
        "r", (pro("a", "r", **over("b")), con("b", "r", **over("a")), con("c", "r")), "b", "r a b c",
    ),
    "of several that outweigh the same one that counts is enough": (
        "r", (pro("a", "r", **over("b")), con("b", "r", **over("a")), con("c", "r", **over("a"))), "c", "r a c",
    ),
    "and rather one that outweighs more of them": (
        "r", (pro("a", "r"), pro("b", "r"), con("x", "r", **over("a")), con("y", "r", **over("a")),
              con("z", "r", outweighs=(*over("a")["outweighs"], *over("b")["outweighs"]))), "z", "r a b x y z",
    ),
    "of several that count for what stands one is enough": (
        "r", (pro("a", "r"), pro("b", "r", **over("c")), con("c", "r")), "r b", "r a b c",
    ),
    "what is undecided and outweighed in any case is met": (
        "r", (pro("a", "r", **over("b")), con("b", "r", weigh=True), pro("c", "b"), con("d", "b")), "r a", "r a b",
    ),
    "what stands is marked with what it outweighs unmarked": (
        "r", (pro("a", "r", **over("b")), con("b", "r")), "r a", "r a b",
    ),
    "where no pro is live those that fell are shown, and why": (
        "r", (pro("a", "r"), con("b", "a"), con("c", "r")), "b", "r a b c",
    ),
    "one unanswered rebuttal brings down what is contested": (
        "x", (claim("x"), con("a", "x"), con("b", "x")), "a", "x a",
    ),
    "where nobody has weighed it is what counts on both sides": (
        "r", (pro("a", "r"), con("b", "r"), con("c", "r"), con("d", "c")), "r a b", "r a b",
    ),
    "and not what is outweighed": (
        "r", (pro("a", "r", **over("c")), con("b", "r"), con("c", "r")), "r a b", "r a b",
    ),
    "nor what is undecided, unless it may outweigh what is live": (
        "r", (pro("a", "r"), pro("f", "r", weigh=True, **over("b")), pro("g", "f"), con("h", "f"), con("b", "r")),
        "r a b f g h", "r a b f g h",
    ),
    "a contested statement hangs on what is undecided against it": (
        "x", (claim("x", contradicts=("y",), **CITED), claim("y"), con("a", "x", premises=("y",)), pro("b", "x")),
        "x y a", "x y a",
    ),
    "what stands has met each attack": (
        "x", (claim("x"), con("a", "x"), con("b", "a"), con("c", "x"), cut("d", "c")), "x b d", "x a b c d",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("id", "arguments", "wins", "met"), CASES.values(), ids=CASES)
def test_who_is_on_the_line(id: str, arguments: tuple[Statement, ...], wins: str, met: str) -> None:
    line = line_of(evaluate(debate(*arguments)), id)
    assert (set(wins.split()), set(met.split()), 0) == (line.wins, line.met, line.more)


def _refuted(framework: Framework, ids: list[str]) -> Labelling:
    """How what is in a framework stands if all of these are settled as not accepted, or undercut where they say
    nothing of their own."""
    for id in ids:
        if id in framework.statement_numbers:
            framework = framework.with_settled(framework.statement_numbers[id], accepted=False)
        else:
            framework = framework.with_undercutter(framework.step_numbers[id])
    return grounded(framework)


@given(debates())
@settings(max_examples=100)
def test_whoever_leaves_the_line_alone_leaves_the_label(made: Debate) -> None:
    ev = evaluate(made)
    for id, label in ev.labelling.labels.items():
        if label is not Label.UNDEC:
            line = line_of(ev, id, most=1000)
            assert (
                _refuted(ev.framework, [other for other in made.statements if other not in line.met]).labels[id]
                is label
            )


def test_of_what_is_marked_for_or_against_what_is_weighed_nothing_could_be_spared() -> None:
    """Each outweighs something that none of the others does, or is the only ground."""
    marked = 0
    for seed in range(300):
        ev = half_weighed(random.Random(seed))
        label, found = ev.label("r"), tally(ev, "r")
        if label is not Label.UNDEC:
            stands = label is Label.IN
            other_side = found.rebuttals if stands else found.supports
            steps = (ev.graph.supports if stands else ev.graph.rebuttals)("r")
            chosen = {step.id for step in steps} & line_of(ev, "r").wins
            beaten = {*other_side.outweighed, *other_side.idle}
            over = {one: {w.lighter for w in found.comparisons if w.heavier == one} & beaten for one in chosen}
            needed = [one for one in chosen if over[one] - set().union(*(over[o] for o in chosen if o != one))]
            assert len(chosen) - len(needed) <= stands
            marked += len(needed)
    assert marked > 50


@given(debates())
@settings(max_examples=100)
def test_what_is_shown_hangs_together_and_what_is_not_is_counted(made: Debate) -> None:
    ev = evaluate(made)
    for id in made.statements:
        whole = line_of(ev, id, most=1000)
        for most in (1, 3, 6):
            line = line_of(ev, id, most)
            assert id in line.met and len(line.met) <= most and line.met <= whole.met and line.wins <= line.met
            assert line.more == len(whole.met) - len(line.met)
            assert all(set(ev.graph.neighbours(each)) & line.met for each in line.met - {id})


def test_what_fell_is_not_shown_without_what_brought_it_down() -> None:
    ev = evaluate(debate(claim("x"), con("a", "x"), con("b", "a"), con("c", "x"), con("d", "c")))
    assert {most: line_of(ev, "x", most).met for most in (2, 3, 4, 5)} == {
        2: {"x"}, 3: {"x", "a", "b"}, 4: {"x", "a", "b"}, 5: {"x", "a", "b", "c", "d"},
    }  # fmt: skip


@pytest.fixture
def decided(flagship: Path) -> Evaluation:
    made = load_folder(flagship).debate
    assert made is not None
    return evaluate(made)


def test_the_flagship_has_both_sides_on_one_page(decided: Evaluation) -> None:
    line = line_of(decided, "send-trainers")
    assert len(line.met) <= MOST and line_of(decided, "send-troops").more > 0
    found = tally(decided, "send-trainers")
    assert {*found.supports.counting, *found.rebuttals.counting} <= line.wins
    treasury = for_audience(decided, "treasury")
    against = {step.id for step in treasury.graph.rebuttals("send-troops")}
    assert line_of(treasury, "send-troops").wins & against == {"europe-lacks-means"}
