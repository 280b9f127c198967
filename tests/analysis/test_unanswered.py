"""What a side has to do: ranked by what an answer would turn, each found by making the change."""

from __future__ import annotations

import pytest
from hypothesis import given

from argmap.analysis import unanswered
from argmap.analysis.comparisons import if_settled
from argmap.analysis.unanswered import todo
from argmap.evaluation.evaluated import evaluate
from argmap.evaluation.force import Force, force
from argmap.evaluation.framework import Label
from argmap.model import Debate
from argmap.reports.todo_report import to_json, to_text
from tests.evaluation.test_framework import con, debate, pro
from tests.strategies import debates

EV = evaluate(debate(
    pro("helps", "r"), con("dear", "r"), con("not-so", "helps"), con("no-harm", "not-so"), con("harm-seen", "no-harm"),
))  # fmt: skip


def test_an_answer_that_turns_a_resolution_comes_first() -> None:
    found = todo(evaluate(debate(pro("helps", "r"), con("dear", "r"), con("old", "helps"))), "pro")
    assert [each.id for each in found.answers] == ["old", "dear"]
    first, second = found.answers
    assert first.turns == {"r": Label.UNDEC} and first.revives == ("helps",) and not first.tried
    assert second.turns == {}


def test_what_was_tried_in_vain_is_said_to_be_so() -> None:
    found = {each.id: each.tried for each in todo(EV, "pro").answers}
    assert found["not-so"] and not found["dear"]


def test_comparisons_are_those_that_favour_the_side() -> None:
    ev = evaluate(debate(pro("helps", "r"), con("dear", "r")))
    assert [(id, each.label, each.heavier) for id, each in todo(ev, "pro").comparisons] == [("r", Label.IN, "helps")]
    assert [(id, each.label, each.heavier) for id, each in todo(ev, "con").comparisons] == [("r", Label.OUT, "dear")]


@given(debates())
def test_all_that_is_named_counts_and_turns_what_is_said(debate: Debate) -> None:
    ev = evaluate(debate)
    for side in debate.sides:
        for each in todo(ev, side).answers:
            assert force(ev, each.id) is Force.COUNTS and ev.graph.sides[each.id] != side
            changed = if_settled(ev, each.id, False)
            assert each.turns == {id: label for id, label in changed.items() if id in debate.resolution_ids}
            assert all(changed[id] is Label.IN for id in each.revives)


def test_it_is_told_for_a_terminal_and_as_data() -> None:
    ev = evaluate(debate(pro("helps", "r"), con("dear", "r"), con("old", "helps")))
    found = todo(ev, "pro")
    assert to_text(ev, found) == (
        "What pro (For) can do\n"
        "an answer would turn a resolution\n"
        "  old  no answer yet  r: defeated → undecided\n"
        "1 more turn nothing by themselves: argmap todo --all\n"
    )
    assert "an answer would turn nothing by itself\n  dear  no answer yet\n" in to_text(ev, found, every=True)
    assert to_json(ev, found)["answers"][0] == {
        "id": "old", "tried": False, "turns": {"r": "undec"}, "revives": ["helps"],
    }  # fmt: skip
    done = evaluate(debate(pro("helps", "r")))
    assert to_text(done, todo(done, "pro")).endswith("Nothing that counts against this side is unanswered.\n")


def test_how_many_arguments_were_not_tried_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unanswered, "MOST", 2)
    ev = evaluate(debate(*(con(f"c{number}", "r") for number in range(5))))
    found = todo(ev, "pro")
    assert "3 more, further from a resolution, were not tried." in to_text(ev, found)
    assert to_json(ev, found)["left_out"] == 3
