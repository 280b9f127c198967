"""Open questions as text, Markdown and data."""

from __future__ import annotations

from dataclasses import replace

from syrupy.assertion import SnapshotAssertion

from argmap.evaluation import evaluate
from argmap.questions import examinations
from argmap.semantics.questions import manual, to_json, to_markdown, to_text
from tests.test_framework import con, cut, debate, pro

EV = evaluate(debate(pro("a", "r", scheme="sign"), con("b", "r", scheme="threat"), pro("c", "b", question="able")))
FOUND = list(examinations(EV))


def test_grouped_by_statement(snapshot: SnapshotAssertion) -> None:
    assert to_text(EV, FOUND, 72) == snapshot
    assert to_markdown(EV, FOUND) == snapshot
    assert to_json(EV, FOUND) == snapshot


def test_when_nothing_is_open_it_says_so() -> None:
    assert to_text(EV, [], 72) == "No critical question is open.\n"


FALLEN = evaluate(debate(con("a", "r", scheme="threat"), con("b", "a"), pro("c", "r", scheme="sign"), cut("d", "c")))
HIDDEN = list(examinations(FALLEN, fallen=True))


def test_where_only_what_is_not_live_has_open_questions_it_says_how_to_see_them() -> None:
    assert to_text(FALLEN, [], 90, HIDDEN[:1], "a") == "a is defeated; 3 questions with --all.\n"
    assert to_text(FALLEN, [], 90, HIDDEN[1:], "c") == "The step of c is not live; 3 questions with --all.\n"
    live = "No critical question is open about what is live"
    assert to_text(FALLEN, [], 90, HIDDEN) == f"{live}; 6 questions with --all.\n"
    said = to_text(EV, FOUND, 90, [replace(FOUND[0], step="r", open=FOUND[0].open[:1])], "r")
    assert said.endswith("5 open questions about 2 statements. The step of r is not live; 1 question with --all.\n")
    assert "a is defeated; 3 questions" in to_markdown(FALLEN, [], HIDDEN[:1], "a")


def test_the_manual_names_every_scheme() -> None:
    assert manual().count("So: ") >= 25
