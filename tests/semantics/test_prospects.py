"""What would change how a statement fares: each change made by hand, and the question decided by brute force."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from argmap.evaluation import Evaluation, evaluate
from argmap.framework import Framework, Label
from argmap.model import Rebuttal
from argmap.reasons import Trial, dispute_tree
from argmap.semantics.acceptance import acceptance, to_json, to_text
from argmap.semantics.prospects import Fare, Prospect, fare, prospect
from argmap.semantics.registry import BY_CODE, SEMANTICS
from argmap.semantics.solver import OutOfTime
from tests.semantics.brute import Brute
from tests.strategies import random_debate
from tests.test_framework import CITED, claim, con, cut, debate, pro

CODES = tuple(each.CODE for each in SEMANTICS)
MOST_ASSUMPTIONS = 8


def by_hand(code: str, framework: Framework, id: str) -> Fare:
    found = Brute(framework).labellings()[code]
    names = framework.statements if id in framework.statements else framework.steps
    part, at = (0 if id in framework.statements else 1), names.index(id)
    accepting = sum(each[part][at] == "i" for each in found)
    if not found:
        return Fare.UNJUDGED
    return Fare.EVERYWHERE if accepting == len(found) else Fare.SOMEWHERE if accepting else Fare.NOWHERE


def small_debates(count: int) -> Iterator[Evaluation]:
    seed = 0
    while count:
        seed += 1
        ev = evaluate(random_debate(seed, 6))
        if len(Brute(ev.framework).denies) <= MOST_ASSUMPTIONS and Label.UNDEC in ev.labelling.labels.values():
            count -= 1
            yield ev


@pytest.mark.parametrize("code", CODES)
def test_a_statement_fares_as_the_definition_says(code: str) -> None:
    seen = set()
    for ev in small_debates(25):
        for id in ev.debate.statements:
            found = fare(BY_CODE[code], ev.framework, id)
            assert found is by_hand(code, ev.framework, id)
            seen.add(found)
    assert {Fare.NOWHERE, Fare.EVERYWHERE} <= seen


@pytest.mark.parametrize("code", CODES)
def test_each_remedy_does_what_is_said_and_none_that_does_is_left_out(code: str) -> None:
    helped = 0
    for ev in small_debates(12):
        for id in ev.debate.statements:
            now = by_hand(code, ev.framework, id)
            found = prospect(ev, id, BY_CODE[code], now)
            assert found.tried == found.ways
            assert {remedy for remedy in found.remedies if reaches(ev, id, code, remedy) is not found.reaches} == set()
            if now is not Fare.EVERYWHERE:
                better = max(now, Fare.NOWHERE)  # where it could not be judged before, to be rejected is no help
                expected = {way: reached for way, reached in others_reach(ev, id, code) if reached > better}
                assert max([now, *expected.values()]) <= found.reaches, id
                named = {(remedy.kind, remedy.target) for remedy in found.remedies}
                assert {way for way, reached in expected.items() if reached >= found.reaches} <= named, id
            helped += bool(found.remedies)
    assert helped > 5


def reaches(ev: Evaluation, id: str, code: str, remedy: object) -> Fare:
    trial = Trial(ev, (id, id not in ev.labelling.labels), whole=True)
    nodes = {node for way, node in everything(trial) if way == remedy}  # to answer is to contest it, or its step
    return max(by_hand(code, trial.changed(trial.framework, remedy, node), id) for node in nodes)  # type: ignore[arg-type]


def everything(trial: Trial) -> Iterator[tuple[object, tuple[str, bool]]]:
    """The ways of the trial, and those that it leaves out since what they would change is settled anyway."""
    undecided = dict.fromkeys(trial.ev.labelling.labels, Label.UNDEC)
    live = dict.fromkeys(trial.ev.labelling.live, Label.UNDEC)
    blank = trial.ev.with_labelling(replace(trial.ev.labelling, labels=undecided, live=live, counts=live))
    yield from dict.fromkeys([*trial.ways(), *Trial(blank, trial.goal, whole=True).ways()])


def others_reach(ev: Evaluation, id: str, code: str) -> Iterator[tuple[tuple[str, str], Fare]]:
    """What any answer to the step of a rebuttal, any support, and any comparison with all of the other side, anywhere
    in the dispute, would lead to."""
    framework, tree = ev.framework, set(dispute_tree(ev, (id, id not in ev.labelling.labels)))
    for step, name in enumerate(framework.steps):
        if isinstance(ev.debate.statements[name], Rebuttal) and (name, True) in tree:
            yield ("answer", name), by_hand(code, framework.with_undercutter(step), id)
    for statement, name in enumerate(framework.statements):
        if (name, False) not in tree:
            continue
        if not framework.given[statement]:
            yield ("support", name), by_hand(code, framework.with_support(statement), id)
        pros, cons = framework.supports[statement], framework.rebuttals[statement]
        for steps, others in ((pros, cons), (cons, pros)) if framework.weighed[statement] else ():
            for step in steps if others else ():
                changed = framework.with_comparison(step, others)
                yield ("compare", framework.steps[step]), by_hand(code, changed, id)


@pytest.mark.parametrize("code", CODES)
def test_what_would_change_if_it_fell_or_stood_is_what_does(code: str) -> None:
    for ev in small_debates(12):
        framework = ev.framework
        for id in framework.statements:
            found = prospect(ev, id, BY_CODE[code], by_hand(code, framework, id))
            for accepted, changes in ((False, found.if_it_fell), (True, found.if_it_stood)):
                settled = framework.with_settled(framework.statements.index(id), accepted)
                assert changes is not None
                assert all(by_hand(code, settled, other) is new for other, new in changes.items())
                assert all(by_hand(code, framework, other) is not new for other, new in changes.items())


def test_two_that_contradict_each_other() -> None:
    ev = evaluate(debate(claim("x", contradicts=("y",)), claim("y"), pro("s", "r", text=None, premises=("x",))))
    text = to_text(acceptance(ev, "x", BY_CODE["PR"]), 200)
    assert "To make it stand in every preferred position, do this:\n  answer y\n" in text
    assert "If it stood: r would stand in every preferred position." in text
    assert "If it fell: r would stand in none." in text


def test_where_nothing_helps_it_says_so() -> None:
    ev = evaluate(debate(claim("x", undeveloped=True), con("a", "x"), con("b", "x"), pro("s", "r")))
    found = acceptance(ev, "x", BY_CODE["PR"])
    assert (
        "No single answer, support or comparison in its dispute would make it stand in any preferred position."
        in to_text(found, 200)
    )
    assert to_json(found)["remedies"] == [] and to_json(found)["reaches"] is None


def test_who_has_no_patience_is_told_what_was_not_looked_at() -> None:
    ev = evaluate(debate(claim("x", contradicts=("y",)), claim("y"), pro("s", "r", text=None, premises=("x",))))
    found = acceptance(ev, "x", BY_CODE["PR"], patience=lambda: 0)
    text = to_text(found, 200)
    assert found.verdict == "x stands in some preferred positions and not in others"
    assert "There was no time to try the" in text and "no time to find out what would change" in text
    assert to_json(found)["if_it_fell"] is None
    with pytest.raises(OutOfTime):
        fare(BY_CODE["GR"], ev.framework, "x", left=lambda: 0)


def test_a_large_debate_is_tried_as_far_as_the_effort_goes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("argmap.semantics.prospects.EFFORT", 0)
    ev = evaluate(debate(claim("x", contradicts=("y",)), claim("y", contradicts=("z",)), claim("z"), pro("s", "r")))
    found: Prospect = prospect(ev, "x", BY_CODE["PR"], Fare.SOMEWHERE)
    assert found.tried == 1 < found.ways


def test_under_stage_semantics_what_is_settled_elsewhere_may_still_help() -> None:
    """The grounded labelling accepts x, which has its ground; a stage position may give the ground up, to have less
    undecided of the step that contests itself. So another support helps x there."""
    ground = (cut("a", "g"), cut("b", "a", **CITED), pro("g", "x", text=None, premises=("b",)))
    ev = evaluate(debate(*ground, cut("c", "x", premises=("x",), weigh=True), pro("x", "c")))
    assert ev.label("x") is Label.IN and by_hand("STG", ev.framework, "x") is Fare.SOMEWHERE
    found = prospect(ev, "x", BY_CODE["STG"], Fare.SOMEWHERE)
    assert [(remedy.kind, remedy.target) for remedy in found.remedies] == [("support", "x")]
    assert found.reaches is Fare.EVERYWHERE
