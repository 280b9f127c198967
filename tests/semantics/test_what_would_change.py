"""What would change how a statement fares: each change made by hand, and the question decided by brute force."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from argmap.analysis.moves import Remedy
from argmap.documents.formats import text
from argmap.evaluation.dispute_tree import dispute_tree
from argmap.evaluation.evaluated import Evaluation, evaluate
from argmap.evaluation.framework import Framework, Label
from argmap.reports.acceptance import acceptance, to_document, to_json
from argmap.semantics.registry import BY_CODE, SEMANTICS
from argmap.semantics.solver import OutOfTime
from argmap.semantics.what_would_change import AcceptedIn, Prospect, accepted_in, prospect
from tests.evaluation.test_framework import CITED, claim, con, cut, debate, pro
from tests.moves import every_move, written
from tests.semantics.brute import Brute
from tests.strategies import random_debate

CODES = tuple(each.CODE for each in SEMANTICS)
MOST_ASSUMPTIONS = 8


def by_hand(code: str, framework: Framework, id: str) -> AcceptedIn:
    found = Brute(framework).labellings()[code]
    names = framework.statements if id in framework.statements else framework.steps
    part, at = (0 if id in framework.statements else 1), names.index(id)
    accepting = sum(each[part][at] == "i" for each in found)
    if not found:
        return AcceptedIn.UNJUDGED
    return (
        AcceptedIn.EVERYWHERE if accepting == len(found) else AcceptedIn.SOMEWHERE if accepting else AcceptedIn.NOWHERE
    )


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
            found = accepted_in(BY_CODE[code], ev.framework, id)
            assert found is by_hand(code, ev.framework, id)
            seen.add(found)
    assert {AcceptedIn.NOWHERE, AcceptedIn.EVERYWHERE} <= seen


@pytest.mark.parametrize("code", CODES)
def test_each_remedy_really_made_does_what_is_said_and_no_move_that_does_is_left_out(code: str) -> None:
    helped = 0
    for ev in small_debates(12):
        for id in ev.debate.statements:
            now = by_hand(code, ev.framework, id)
            found = prospect(ev, id, BY_CODE[code], now)
            assert found.tried == found.ways
            for remedy in found.remedies:
                reached = {by_hand(code, evaluate(made).framework, id) for made in written(ev.debate, remedy)}
                assert reached == {found.reaches}, (id, remedy)
            if now is not AcceptedIn.EVERYWHERE:
                better = max(now, AcceptedIn.NOWHERE)  # where it could not be judged before, to be rejected is no help
                expected = {way: reached for way, reached in others_reach(ev, id, code) if reached > better}
                assert max([now, *expected.values()]) <= found.reaches, id
                named = {way for remedy in found.remedies for way in ways(remedy)}
                assert {way for way, reached in expected.items() if reached >= found.reaches} <= named, id
            helped += bool(found.remedies)
    assert helped > 5


Way = tuple[str, str]


def ways(remedy: Remedy) -> list[Way]:
    """What is to be done, and to what: two things where either does."""
    how = ("rebut", "undercut") if remedy.how == "either" else (remedy.how or remedy.kind,)
    return [(each, remedy.target) for each in how]


def others_reach(ev: Evaluation, id: str, code: str) -> Iterator[tuple[Way, AcceptedIn]]:
    """What any move at all, anywhere in the dispute, would lead to."""
    tree = set(dispute_tree(ev, (id, id not in ev.labelling.labels)))
    for move in every_move(ev.debate, id):
        if (move.target, move.kind == "compare" or move.how == "undercut") in tree:
            (made,) = written(ev.debate, move)
            yield ways(move)[0], by_hand(code, evaluate(made).framework, id)


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
    told = text.write(to_document(acceptance(ev, "x", BY_CODE["PR"])), 200)
    assert "To make it stand in every preferred position, do this:\n  rebut y\n" in told
    assert "If it stood: r would stand in every preferred position." in told
    assert "If it were defeated: r would stand in none." in told


def test_where_nothing_helps_it_says_so() -> None:
    ev = evaluate(debate(claim("x", undeveloped=True), con("a", "x"), con("b", "x"), pro("s", "r")))
    found = acceptance(ev, "x", BY_CODE["PR"])
    assert (
        "No single support, comparison or answer to another statement in its dispute would make it stand in any "
        "preferred position." in text.write(to_document(found), 200)
    )
    assert to_json(found)["remedies"] == [] and to_json(found)["reaches"] is None


@pytest.mark.parametrize("looks", [0, 3, 6])
def test_within_a_time_that_is_over_nothing_is_told_rather_than_less(looks: int) -> None:
    ev = evaluate(debate(claim("x", contradicts=("y",)), claim("y"), pro("s", "r", text=None, premises=("x",))))
    left = iter([1.0] * looks)
    with pytest.raises(OutOfTime):
        acceptance(ev, "x", BY_CODE["PR"], left=lambda: next(left, 0.0))


def test_a_large_debate_is_tried_as_far_as_the_effort_goes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("argmap.semantics.what_would_change.EFFORT", 0)
    ev = evaluate(debate(claim("x", contradicts=("y",)), claim("y", contradicts=("z",)), claim("z"), pro("s", "r")))
    found: Prospect = prospect(ev, "x", BY_CODE["PR"], AcceptedIn.SOMEWHERE)
    assert found.tried == 0 < found.ways and found.if_it_fell is None is found.if_it_stood
    monkeypatch.setattr("argmap.semantics.what_would_change.EFFORT", 20)
    found = prospect(ev, "x", BY_CODE["PR"], AcceptedIn.SOMEWHERE)
    assert 0 < found.tried < found.ways


def test_under_stage_semantics_what_is_settled_elsewhere_may_still_help() -> None:
    """The grounded labelling accepts x, which has its ground; a stage position may give the ground up, to have less
    undecided of the step that contests itself. So another support helps x there."""
    ground = (cut("a", "g"), cut("b", "a", **CITED), pro("g", "x", text=None, premises=("b",)))
    ev = evaluate(debate(*ground, cut("c", "x", premises=("x",), weigh=True), pro("x", "c")))
    assert ev.label("x") is Label.IN and by_hand("STG", ev.framework, "x") is AcceptedIn.SOMEWHERE
    found = prospect(ev, "x", BY_CODE["STG"], AcceptedIn.SOMEWHERE)
    assert [(remedy.kind, remedy.target) for remedy in found.remedies] == [("support", "x")]
    assert found.reaches is AcceptedIn.EVERYWHERE
