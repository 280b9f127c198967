"""The standing of a whole debate in a few lines."""

from __future__ import annotations

import re

from hypothesis import given, settings
from syrupy.assertion import SnapshotAssertion

from argmap.evaluation import evaluate
from argmap.framework import Label
from argmap.model import Debate, Statement
from argmap.semantics.report import Row, evaluation_json, summary_line, table
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


def test_what_is_open_is_said_to_be_open_and_what_is_live_is_counted_as_live() -> None:
    weighed = (pro("f", "r", weigh=True, **over("b")), pro("g", "f"), con("h", "f"))  # f is undecided: not weighed
    cases = {
        "none live for, 1 live against; undecided: 1 for, and whether b is outweighed": (*weighed, con("b", "r")),
        "1 live for, 2 live against, not weighed; undecided: 1 for, and whether b is outweighed": (
            *weighed, pro("a", "r"), con("b", "r"), con("c", "r"),
        ),
        "1 live for, 1 live against; undecided: 1 for, and whether b is outweighed": (
            *weighed, pro("a", "r"), con("b", "r"),
        ),
        "1 live for, outweighed by 1 of the 2 live against; undecided: 1 for, and whether b is outweighed": (
            *weighed, pro("a", "r"), con("b", "r"), con("c", "r", **over("a")),
        ),
        "none live: 1 undecided for, 2 against": (
            *circle("a", pro("a", "r")), *circle("b", con("b", "r")), *circle("c", con("c", "r")),
        ),
        "none live: 1 undecided for; the one against fell": (
            *circle("a", pro("a", "r")), con("b", "r"), con("c", "b"),
        ),
        "none live: 1 undecided for, none against": circle("a", pro("a", "r")),
        "1 live for, none live against; undecided: 1 against": (pro("a", "r"), *circle("b", con("b", "r"))),
    }  # fmt: skip
    found = {expected: summary_line(evaluate(debate(*made)), "r") for expected, made in cases.items()}
    assert found == {expected: expected for expected in cases}


def test_outweighed_is_by_those_that_do_it() -> None:
    made = debate(pro("a", "r", **over("b")), con("b", "r"), con("c", "r", **over("a")))
    assert summary_line(evaluate(made), "r") == "1 live for, outweighed by 1 of the 2 live against"


def test_what_contradicts_a_resolution_is_named() -> None:
    rival = claim("x", contradicts=("r",))
    assert summary_line(evaluate(debate(pro("a", "r"), rival)), "r") == "1 live for, none against; contradicts x"
    fallen = debate(pro("a", "r"), rival, con("b", "x"))
    assert summary_line(evaluate(fallen), "r") == "1 live for, none against"


@given(debates())
@settings(max_examples=60, deadline=None)
def test_a_line_counts_what_is_live(debate: Debate) -> None:
    ev = evaluate(debate)
    for id, entry in evaluation_json(ev)["resolutions"].items():
        steps = [(s.id, "live_for") for s in ev.graph.supports(id)]
        steps += [(r.id, "live_against") for r in ev.graph.rebuttals(id)]
        for step, pile in steps:
            assert (step in entry[pile]) == (ev.labelling.live[step] is Label.IN)
        said = re.search(r"(\d+|none) live for", entry["summary"])
        assert said is None or int(said[1].replace("none", "0")) == len(entry["live_for"])


def circle(id: str, made: Statement) -> tuple[Statement, ...]:
    """A step whose statement nothing decides: it and another contest each other."""
    return made, con(f"{id}-not", id), con(f"{id}-yes", f"{id}-not", premises=(id,), text=None)


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
