"""The standing of a whole debate in a few lines."""

from __future__ import annotations

from hypothesis import given, settings
from syrupy.assertion import SnapshotAssertion

from argmap.evaluation.evaluated import evaluate
from argmap.evaluation.force import Doubt, Undecided, doubts
from argmap.evaluation.framework import Label
from argmap.model import Debate, Statement
from argmap.reports.evaluation_report import evaluation_json, summary_line, table, why_undecided
from argmap.reports.undecided import undecided_json, undecided_reasons
from tests.evaluation.test_framework import claim, con, cut, debate, over, pro
from tests.semantics.small_debate import ferries
from tests.strategies import debates


def test_a_line_for_each_resolution(snapshot: SnapshotAssertion) -> None:
    ev = ferries()
    assert {claim.id: summary_line(ev, claim.id) for claim in ev.debate.resolutions} == snapshot


def test_summary_lines() -> None:
    cases = {
        "nobody has supported it": debate(con("a", "r")),
        "for it 1 counts; against it none": debate(pro("a", "r")),
        "for it 1 counts; against it 1 answered": debate(pro("a", "r"), con("b", "r"), cut("c", "b")),
        "for it 1 counts; against it 2 count": debate(pro("a", "r"), con("b", "r"), con("c", "r")),
        "for it 1 counts; against it 1 counts, 1 outweighed": debate(
            pro("a", "r", **over("b")), con("b", "r"), con("c", "r")
        ),
        "for it 1 outweighed; against it 1 counts": debate(pro("a", "r"), con("b", "r", **over("a"))),
        "no argument for it counts: a is answered by b (unanswered)": debate(pro("a", "r"), con("b", "a")),
    }
    assert {expected: summary_line(evaluate(made), "r") for expected, made in cases.items()} == {c: c for c in cases}


def test_what_is_open_is_counted_as_open() -> None:
    weighed = (pro("f", "r", weigh=True, **over("b")), pro("g", "f"), con("h", "f"))  # f is undecided: not weighed
    ev = evaluate(debate(*weighed, pro("a", "r"), con("b", "r"), con("c", "r")))
    assert summary_line(ev, "r") == "for it 1 counts, 1 open; against it 1 counts, 1 open"


def test_what_contradicts_a_resolution_is_named() -> None:
    rival = claim("x", contradicts=("r",))
    assert summary_line(evaluate(debate(pro("a", "r"), rival)), "r").endswith("against it none; contradicts x")
    fallen = debate(pro("a", "r"), rival, con("b", "x"))
    assert summary_line(evaluate(fallen), "r").endswith("against it none")


@given(debates())
@settings(max_examples=60)
def test_every_argument_has_its_force_and_a_cause_where_it_does_not_count(debate: Debate) -> None:
    ev = evaluate(debate)
    found = evaluation_json(ev)
    assert set(found["arguments"]) == set(ev.labelling.live)
    for id, entry in found["arguments"].items():
        live, counts = ev.labelling.live[id], ev.labelling.counts[id]
        weighed = bool(getattr(debate.statements[id], "of", None)) and ev.graph.is_weighed(entry["target"])
        assert (entry["force"] == "answered") == (live is Label.OUT)
        assert (entry["force"] == "counts") == (live is Label.IN and (counts is Label.IN or not weighed))
        assert (entry["because"] is None) == (entry["force"] == "counts")
        assert entry["by"] or entry["because"] in (None, "ground", "statement"), entry


@given(debates())
@settings(max_examples=60)
def test_arguments_are_counted_alike_everywhere(debate: Debate) -> None:
    ev = evaluate(debate)
    assert sum(sum(row.forces.values()) for row in table(ev)) == len(ev.labelling.live)
    for id, entry in evaluation_json(ev)["resolutions"].items():
        assert sum(map(len, entry["for"].values())) == len(ev.graph.supports(id))
        assert sum(map(len, entry["against"].values())) == len(ev.graph.rebuttals(id))


@given(debates())
@settings(max_examples=80)
def test_an_undecided_resolution_waits_for_something(debate: Debate) -> None:
    ev = evaluate(debate)
    for id, label in ev.labelling.labels.items():
        found = doubts(ev, id)
        assert bool(found) == (label is Label.UNDEC), (id, found)


def circle(id: str, made: Statement) -> tuple[Statement, ...]:
    """A step whose statement nothing decides: it and another contest each other."""
    return made, con(f"{id}-not", id), con(f"{id}-yes", f"{id}-not", premises=(id,), text=None)


def test_what_undecided_means_is_told_by_its_kind() -> None:
    unweighed = evaluate(debate(pro("a", "r"), con("b", "r")))
    assert [each.doubt for each in doubts(unweighed, "r")] == [Doubt.WEIGHING]
    facts = evaluate(debate(pro("a", "r"), *circle("b", con("b", "r"))))
    assert [each.doubt for each in doubts(facts, "r")] == [Doubt.FACTS]
    assert [(each.doubt, each.ids) for each in doubts(facts, "b")] == [(Doubt.FACTS, ("b-not",))]
    itself = evaluate(debate(claim("x"), con("no", "x", premises=("x",), text=None)))
    assert doubts(itself, "x") == (Undecided(Doubt.ITSELF, ("no", "x"), "x"),)
    hangs = evaluate(debate(pro("x", "r"), con("no", "x", premises=("x",), text=None)))
    assert doubts(hangs, "r") == (Undecided(Doubt.ITSELF, ("no", "x"), "x"),)
    assert list(why_undecided(hangs)) == [("stands against itself", "x, on which r hangs")]
    assert undecided_json(hangs, "r") == [{"because": "stands against itself", "ids": ["no", "x"], "hangs_on": "x"}]
    (why,) = undecided_reasons(hangs, "r")
    assert why.sentence == "It hangs on x, which stands against itself by way of no"


def test_the_table_counts_arguments_by_side() -> None:
    ev = evaluate(debate(pro("a", "r"), con("b", "a"), claim("x")))
    rows = {row.side: ({force.value: n for force, n in row.forces.items() if n}, row.unanswered) for row in table(ev)}
    assert rows == {"pro": ({"answered": 1}, 0), "con": ({"counts": 1}, 1)}


@given(debates())
@settings(max_examples=60)
def test_the_data_have_every_statement_once(debate: Debate) -> None:
    ev = evaluate(debate)
    data = evaluation_json(ev)
    assert list(data["statements"]) == list(ev.labelling.labels)
    assert all({"label", "side", "position"} == set(entry) for entry in data["statements"].values())
    assert set(data["resolutions"]) == debate.resolution_ids
