"""What is marked on the map of a dispute, and what is shown beside it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings

from argmap.evaluation import Evaluation, evaluate
from argmap.files import load_folder
from argmap.framework import Label
from argmap.model import Debate, Statement
from argmap.reasons import tally
from argmap.semantics.audiences import for_audience
from argmap.semantics.line import MOST, line_of
from tests.strategies import debates
from tests.test_framework import CITED, claim, con, cut, debate, over, pro

CASES: dict[str, tuple[str, tuple[Statement, ...], str, str]] = {
    "what is outweighed is shown and not marked": (
        "r", (pro("a", "r"), con("b", "r", **over("a"))), "b", "r a b",
    ),
    "a con that is itself outweighed is not marked": (
        "r", (pro("a", "r", **over("b")), con("b", "r", **over("a")), con("c", "r")), "c", "r a b c",
    ),
    "of several that outweigh the same one that counts is enough": (
        "r", (pro("a", "r", **over("b")), con("b", "r", **over("a")), con("c", "r", **over("a"))), "c", "r a c",
    ),
    "what stands is marked with what it outweighs unmarked": (
        "r", (pro("a", "r", **over("b")), con("b", "r")), "r a", "r a b",
    ),
    "where no pro is live those that fell are shown, and why": (
        "r", (pro("a", "r"), con("b", "a"), con("c", "r")), "b c", "r a b c",
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


@given(debates())
@settings(max_examples=100, deadline=None)
def test_against_what_fell_only_what_counts_is_marked_and_all_that_is_outweighed_is_shown(made: Debate) -> None:
    ev = evaluate(made)
    for id in ev.labelling.labels:
        if not ev.graph.is_weighed(id) or ev.label(id) is not Label.OUT:
            continue
        line, found = line_of(ev, id, most=1000), tally(ev, id)
        marked = {step.id for step in ev.graph.rebuttals(id)} & line.wins
        assert set(found.rebuttals.counting) <= marked
        assert set(found.supports.outweighed) <= line.met


@given(debates())
@settings(max_examples=100, deadline=None)
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
    assert len(line.met) <= MOST and line.more > 0
    found = tally(decided, "send-trainers")
    assert {*found.supports.counting, *found.rebuttals.counting} <= line.wins
    treasury = for_audience(decided, "treasury")
    against = {step.id for step in treasury.graph.rebuttals("send-troops")}
    assert line_of(treasury, "send-troops").wins & against == {"europe-lacks-means"}
