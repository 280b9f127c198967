"""The standing of a whole debate in a few lines."""

from __future__ import annotations

from hypothesis import given, settings
from syrupy.assertion import SnapshotAssertion

from argmap.evaluation import evaluate
from argmap.model import Debate
from argmap.semantics import Row, evaluation_json, summary_line, table
from tests.semantics.small_debate import ferries
from tests.strategies import debates
from tests.test_framework import claim, con, cut, debate, over, pro


def test_a_line_for_each_resolution(snapshot: SnapshotAssertion) -> None:
    ev = ferries()
    assert {claim.id: summary_line(ev, claim.id) for claim in ev.debate.resolutions} == snapshot


def test_summary_lines() -> None:
    cases = {
        "nobody has supported it": debate(con("a", "r")),
        "1 live for, none against": debate(pro("a", "r")),
        "1 live for; the one against fell": debate(pro("a", "r"), con("b", "r"), cut("c", "b")),
        "1 live for, 2 live against, not weighed": debate(pro("a", "r"), con("b", "r"), con("c", "r")),
        "1 live for, 2 live against, weighed in part": debate(pro("a", "r", **over("b")), con("b", "r"), con("c", "r")),
        "1 live for, outweighing the 1 live against": debate(pro("a", "r", **over("b")), con("b", "r")),
        "1 live for, outweighed by the 1 live against": debate(pro("a", "r"), con("b", "r", **over("a"))),
        "no live support: a fell to b (unanswered)": debate(pro("a", "r"), con("b", "a")),
    }
    assert {expected: summary_line(evaluate(made), "r") for expected, made in cases.items()} == {c: c for c in cases}


def test_the_table_counts_by_side() -> None:
    ev = evaluate(debate(pro("a", "r"), con("b", "a"), claim("x")))
    assert table(ev) == (
        Row("pro", "For", stand=0, fall=2, undecided=0, unanswered=0),
        Row("con", "Against", stand=1, fall=0, undecided=0, unanswered=1),
        Row(None, "On neither side", stand=1, fall=0, undecided=0, unanswered=0),
    )


@given(debates())
@settings(max_examples=60, deadline=None)
def test_the_table_and_the_data_have_every_statement_once(debate: Debate) -> None:
    ev = evaluate(debate)
    assert sum(row.stand + row.fall + row.undecided for row in table(ev)) == len(ev.labelling.labels)
    data = evaluation_json(ev)
    assert list(data["statements"]) == list(ev.labelling.labels)
    assert all({"label", "side", "position"} == set(entry) for entry in data["statements"].values())
    assert set(data["resolutions"]) == debate.resolution_ids
