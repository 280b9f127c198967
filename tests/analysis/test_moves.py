"""What would change how a statement stands: tables by hand; then each move really made, and all others tried."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations

import pytest
from hypothesis import given, settings

from argmap.analysis import moves as remedies
from argmap.analysis.moves import Aim, Outlook, Remedy, outlook, rebut, undercut
from argmap.evaluation.audiences import for_audience
from argmap.evaluation.evaluated import Evaluation, evaluate
from argmap.evaluation.framework import Framework, Label
from argmap.evaluation.grounded import grounded
from argmap.model import Debate, Statement
from argmap.reports.explanation import explain, to_text
from tests.evaluation.test_audiences import valued_debates
from tests.evaluation.test_framework import BARE, CITED, claim, con, cut, of, over, pro
from tests.moves import all_written, every_move, is_clean, is_so, written
from tests.strategies import debates, random_debate

Hear = Callable[[Evaluation], Evaluation]


def single(ev: Evaluation, id: str, step: bool = False) -> tuple[Remedy, ...]:
    """Every single move that would make a statement stand, or its step count; a bare step live."""
    aim = Aim.LIVE if id not in ev.labelling.labels else Aim.STAND
    return outlook(ev, id, Aim.COUNT if step else aim).remedies


def found(ev: Evaluation, id: str, step: bool = False) -> list[tuple[str, str]]:
    """The remedies in short: what is to be done, to what."""
    return [(r.how or r.kind, r.target) for r in single(ev, id, step)]


def test_remedies_are_every_single_move_smallest_first() -> None:
    ev = of(claim("x"), con("a", "x"), con("b", "a"), con("c", "b"))
    assert ev.label("x") is Label.OUT
    assert single(ev, "x") == (
        Remedy("answer", "a", how="either"),
        Remedy("answer", "c", revives=("b",), how="either"),
    )
    assert single(ev, "c") == ()


def test_a_remedy_for_want_of_ground_is_a_support() -> None:
    ev = of(claim("x", undeveloped=True), pro("a", "r"), con("b", "a"))
    assert single(ev, "x") == (Remedy("support", "x"),)
    assert single(ev, "r") == (
        Remedy("support", "r"),
        Remedy("answer", "b", revives=("a",), how="either"),
    )


def test_a_remedy_where_things_are_weighed_is_a_comparison() -> None:
    ev = of(pro("a", "r"), con("b", "r"), con("c", "r"))
    assert single(ev, "r") == (Remedy("compare", "a", over=("b", "c")),)
    assert found(of(pro("a", "r"), con("b", "r")), "r") == [("compare", "a"), ("either", "b")]


WAYS: dict[str, tuple[list[Statement], str, list[tuple[str, str]]]] = {
    "a rebuttal that is weighed is not brought down by rebutting it": (
        [pro("build", "r"), pro("pays", "build"), con("dear", "pays", weigh=True, **CITED)],
        "pays",
        [("undercut", "dear")],
    ),
    "of two that contradict each other one has to be rebutted": (
        [pro("helps", "r", contradicts=("hurts",)), con("hurts", "r")],
        "helps",
        [("rebut", "hurts")],
    ),
    "the warrant of an opponent may be taken out": (
        [claim("pays"), con("dear", "pays"), pro("audit", "dear")],
        "pays",
        [("either", "dear"), ("either", "audit")],
    ),
    "to rebut a statement that serves twice does more than to undercut its step": (
        [claim("x"), con("a", "x"), con("b", "x", premises=("a",), **BARE)],
        "x",
        [("rebut", "a")],
    ),
    "a bare step is undercut, its premise rebutted": (
        [claim("x"), claim("p"), con("b", "x", premises=("p",), **BARE)],
        "x",
        [("undercut", "b"), ("rebut", "p")],
    ),
    "nobody is told to undercut himself": ([con("grows", "shrinks"), con("shrinks", "grows")], "grows",
                                           [("either", "shrinks")]),
    "nor to give up the premise of the same": ([claim("x"), con("a", "x", premises=("x",), **BARE)], "x",
                                               [("undercut", "a")]),
}  # fmt: skip


@pytest.mark.parametrize("name", WAYS)
def test_which_answer_helps(name: str) -> None:
    arguments, id, expected = WAYS[name]
    assert found(of(*arguments), id) == expected


def test_a_step_is_to_count_and_not_only_to_be_live() -> None:
    """Were a to outweigh b as well as b it, neither would count."""
    assert found(of(pro("a", "r"), cut("b", "a")), "a", step=True) == [("either", "b")]
    assert found(of(pro("a", "r"), con("b", "r", **over("a"))), "a", step=True) == [("either", "b")]


def test_what_would_make_it_fall() -> None:
    ahead = outlook(of(pro("a", "r"), con("b", "r")), "r", Aim.FALL)
    assert [(r.how or r.kind, r.target) for r in ahead.remedies] == [("compare", "b"), ("either", "a")]


ROUND: dict[str, tuple[list[Statement], Aim, tuple[Remedy, ...], tuple[Remedy, ...]]] = {
    "what is written is not turned round": (
        [pro("a", "r", **over("x")), con("x", "r"), con("y", "r")], Aim.FALL,
        (Remedy("compare", "y", ("a",)), Remedy("answer", "a", how="either")), (),
    ),
    "nor by way of others, so that nobody is told to compare": (
        [pro("a", "r", **over("x")), pro("b", "r", **over("y")), con("x", "r"), con("y", "r"),
         con("z", "r", weigh=True), pro("z1", "z", **CITED), con("z2", "z", **CITED)], Aim.FALL,
        (), (Remedy("answer", "a", how="either"), Remedy("answer", "b", how="either")),
    ),
    "nor is it said again what is written already": (
        [pro("a", "r", weigh=True, **over("x")), pro("a1", "a"), con("a2", "a"), con("x", "r")], Aim.STAND,
        (Remedy("compare", "a1", ("a2",), ("a",)), Remedy("answer", "a2", revives=("a",), how="either")), (),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", ROUND)
def test_no_comparison_goes_against_one_that_is_written(name: str) -> None:
    arguments, aim, single, together = ROUND[name]
    ahead = outlook(of(*arguments), "r", aim)
    assert (ahead.remedies, ahead.together) == (single, together)


def either(target: str) -> Remedy:
    return Remedy("answer", target, how="either")


TOGETHER: dict[str, tuple[list[Statement], str, tuple[Remedy, ...]]] = {
    "both have to be answered": ([claim("x"), con("a", "x"), con("b", "x")], "x", (either("a"), either("b"))),
    "what both rest on has to be answered alone": (
        [claim("x"), claim("p"), con("a", "x", premises=("p",)), con("b", "x", premises=("p",)), con("c", "x")],
        "x",
        (either("c"), rebut("p")),
    ),
    "an answer and a support": (
        [claim("x", undeveloped=True), con("a", "x")], "x", (Remedy("support", "x"), either("a")),
    ),
    "a support and a comparison": (
        [con("a", "r"), con("b", "r"), pro("s", "r", undeveloped=True)], "r",
        (Remedy("support", "s"), Remedy("compare", "s", over=("a", "b"))),
    ),
    "all four of them, where three would not do": (
        [claim("x"), *[con(f"a{n}", "x") for n in range(4)]], "x", tuple(either(f"a{n}") for n in range(4)),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", TOGETHER)
def test_where_no_single_move_will_do_the_fewest_together(name: str) -> None:
    arguments, id, expected = TOGETHER[name]
    ahead = outlook(of(*arguments), id, Aim.STAND)
    assert not ahead.remedies and ahead.least
    assert set(ahead.together) == set(expected)


def test_nothing_helps_a_step_that_is_in_its_own_way() -> None:
    """It needs what it contests."""
    ev = of(claim("c"), con("odd", "c", premises=("c",)))
    assert outlook(ev, "odd", Aim.COUNT) == Outlook(Aim.COUNT, tried=1, ways=1, least=True)
    assert "would make its step count, nor would two or three of them together." in to_text(explain(ev, "odd"), 200)


def test_where_the_effort_ends_the_answers_to_all_that_brings_it_down(monkeypatch: pytest.MonkeyPatch) -> None:
    ev = of(claim("x"), con("a", "x"), con("b", "x"), claim("y", contradicts=("x",)))
    monkeypatch.setattr(remedies, "BUDGET", 20)
    ahead = outlook(ev, "x", Aim.STAND)
    assert [move.target for move in ahead.together] == ["a", "b", "y"]
    assert not ahead.least and ahead.tried < ahead.ways
    said = to_text(explain(ev, "x"), 200)
    assert "do all three of these (fewer may do):" in said and "were tried; none by itself would bring it back." in said


def test_one_answer_that_was_too_far_off_to_be_tried_is_told_as_one(monkeypatch: pytest.MonkeyPatch) -> None:
    names = [f"p{n}" for n in range(8)]
    ev = of(
        *[pro(name, "r") for name in names],
        con("heavy", "r", outweighs=[each for name in names for each in over(name)["outweighs"]]),
    )
    monkeypatch.setattr(remedies, "BUDGET", 40)
    said = to_text(explain(ev, "r"), 200)
    assert "do this:\n  undercut the step of heavy against r\nOf 19 ways that might help," in said


def plain(ev: Evaluation) -> Evaluation:
    return ev


def ways(remedy: Remedy) -> set[tuple[str, str]]:
    """What is to be done, and to what: two things where either does."""
    how = ("rebut", "undercut") if remedy.how == "either" else (remedy.how or remedy.kind,)
    return {(each, remedy.target) for each in how}


def keeps_its_promises(debate: Debate, id: str, ahead: Outlook, hear: Hear) -> bool:
    """Each remedy, really made in any way that it leaves open, does what is wanted and revives what it says; every
    other single move that there is does not; what is to be done together does it together; and no comparison turns a
    written one round. Returns whether anything was promised."""
    assert ahead.tried == ahead.ways
    for remedy in ahead.remedies:
        assert remedy.kind != "answer" or remedy.target != id
        assert not {id, remedy.target} & {*remedy.revives}
        assert is_clean(debate, written(debate, remedy))
        for made in written(debate, remedy):
            after = hear(evaluate(made))
            assert is_so(after, id, ahead.aim), (id, remedy)
            assert all(after.label(each) is Label.IN for each in remedy.revives), (id, remedy)
    named = {way for remedy in ahead.remedies for way in ways(remedy)}
    for move in every_move(debate, id):
        if not ways(move) <= named:
            (made,) = written(debate, move)
            assert not is_so(hear(evaluate(made)), id, ahead.aim), (id, move)
    assert is_clean(debate, all_written(debate, ahead.together))
    for made in all_written(debate, ahead.together) if ahead.together else ():
        assert is_so(hear(evaluate(made)), id, ahead.aim), (id, ahead.together)
    return bool(ahead.remedies or ahead.together)


@given(debates(7))
@settings(max_examples=60)
def test_each_remedy_really_made_does_what_is_said_and_no_other_single_move_does(debate: Debate) -> None:
    ev = evaluate(debate)
    for id in debate.statements:
        for ahead in explain(ev, id).outlooks:
            keeps_its_promises(debate, id, ahead, plain)


@given(valued_debates())
@settings(max_examples=30)
def test_so_it_does_to_an_audience_that_hears_the_changed_debate(debate: Debate) -> None:
    ev = evaluate(debate)
    for audience in debate.audiences:
        for id in debate.statements:
            for ahead in explain(for_audience(ev, audience), id).outlooks:
                keeps_its_promises(debate, id, ahead, lambda changed: for_audience(changed, audience))  # noqa: B023


def test_the_same_of_hundreds_of_debates_and_something_is_promised() -> None:
    promised = sum(
        keeps_its_promises(ev.debate, id, ahead, plain)
        for ev in (evaluate(random_debate(seed, 7)) for seed in range(250))
        for id in ev.debate.statements
        for ahead in explain(ev, id).outlooks
    )
    assert promised > 500


def test_no_fewer_moves_than_are_named_together_do_it() -> None:
    """By trying all pairs."""
    pairs = {True: 0, False: 0}
    for seed in range(400):
        ev = evaluate(random_debate(seed, 6))
        for id in ev.labelling.labels:
            ahead = outlook(ev, id, Aim.STAND)
            if ev.label(id) is not Label.IN and not ahead.remedies and len(ahead.together) != 2:
                assert ahead.least
                pairs[bool(ahead.together)] += 1
                pairs_of = combinations(every_move(ev.debate, id), 2)
                doing = [pair for pair in pairs_of if does(ev.framework, id, pair)]
                assert not [pair for pair in doing if is_clean(ev.debate, all_written(ev.debate, pair))]
    assert min(pairs.values()) > 10


def does(framework: Framework, id: str, moves: tuple[Remedy, ...]) -> bool:
    statement, step = framework.statements.index, framework.steps.index
    for move in moves:
        if move.kind == "compare":
            framework = framework.with_comparison(step(move.target), [step(each) for each in move.over])
        elif move.kind == "support":
            framework = framework.with_support(statement(move.target))
        elif move == undercut(move.target):
            framework = framework.with_undercutter(step(move.target))
        else:
            framework = framework.with_rebuttal(statement(move.target))
    return grounded(framework).labels[id] is Label.IN


@given(debates())
@settings(max_examples=60)
def test_what_nobody_weighs_counts_where_it_is_live(debate: Debate) -> None:
    ev = evaluate(debate)
    for step in (*debate.supports, *debate.rebuttals):
        if step.of is None or not ev.graph.is_weighed(step.of):
            assert ev.labelling.counts[step.id] is ev.labelling.live[step.id]


def test_an_undercutter_is_outweighed_by_nothing() -> None:
    ev = of(con("a", "r"), cut("c", "a"), pro("b", "r", **over("c")))
    assert outlook(ev, "c", Aim.COUNT) == Outlook(Aim.COUNT)
    assert "outweighed" not in to_text(explain(ev, "c"))
