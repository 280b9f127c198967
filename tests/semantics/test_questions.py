"""Open questions as text, Markdown and data."""

from __future__ import annotations

from syrupy.assertion import SnapshotAssertion

from argmap.evaluation import evaluate
from argmap.questions import examinations
from argmap.semantics.questions import manual, to_json, to_markdown, to_text
from tests.test_framework import con, debate, pro

EV = evaluate(debate(pro("a", "r", scheme="sign"), con("b", "r", scheme="threat"), pro("c", "b", question="able")))
FOUND = list(examinations(EV))


def test_grouped_by_statement(snapshot: SnapshotAssertion) -> None:
    assert to_text(EV, FOUND, 72) == snapshot
    assert to_markdown(EV, FOUND) == snapshot
    assert to_json(EV, FOUND) == snapshot


def test_when_nothing_is_open_it_says_so() -> None:
    assert to_text(EV, [], 72) == "No critical question is open.\n"


def test_the_manual_names_every_scheme() -> None:
    assert manual().count("So: ") >= 25
