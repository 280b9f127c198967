"""Critical sets in words."""

from __future__ import annotations

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st
from syrupy.assertion import SnapshotAssertion

from argmap.critical import effort, families, turning
from argmap.evaluation import evaluate
from argmap.model import Evidence
from argmap.semantics.critical import to_json, to_text, unsearched
from tests.semantics.small_debate import ferries
from tests.test_framework import con, debate, pro

SETS = st.sets(st.frozensets(st.sampled_from("abcdefg"), min_size=1, max_size=3), max_size=25)


@given(SETS)
@settings(deadline=None)
def test_families_are_the_same_sets_each_once(sets: set[frozenset[str]]) -> None:
    given_sets = [tuple(sorted(each)) for each in sorted(sets, key=sorted)]
    found = [frozenset(choice) for family in families(given_sets) for choice in product(*family)]
    assert len(found) == len(set(found)) and set(found) == sets


def test_alternatives_are_told_as_alternatives() -> None:
    assert families([("a", "b"), ("a", "c"), ("d", "b"), ("d", "c")]) == [(("a", "d"), ("b", "c"))]


def test_what_is_said_of_resolutions(snapshot: SnapshotAssertion) -> None:
    ev = ferries()
    assert "\n".join(to_text(ev, turning(ev, claim.id), width=88) for claim in ev.debate.resolutions) == snapshot


def test_an_unanswered_rebuttal_whose_answer_wins_it_back_is_named() -> None:
    ev = evaluate(debate(pro("a", "r"), con("b", "a")))
    found = turning(ev, "r")
    assert [answer.rebuttal for answer in found.answers] == ["b"]
    assert "Nobody has answered b; an answer would make it stand." in to_text(ev, found)
    assert to_json(found)["answers"] == [{"rebuttal": "b", "label": "in", "how": "either"}]


def test_of_sets_of_one_size_the_weakly_supported_come_first() -> None:
    cited = {"evidence": (Evidence(source="source", grade="B2"),)}
    ev = evaluate(debate(pro("t", "s", **cited), pro("s", "a"), pro("a", "r")))
    assert [each.statements for each in turning(ev, "r", 1).sets] == [("s",), ("a",), ("t",)]


def test_what_was_not_searched_is_said() -> None:
    ev = evaluate(debate(pro("a", "r"), pro("b", "r"), pro("c", "r")))
    assert unsearched(turning(ev, "r", 3)) is None
    said = unsearched(turning(ev, "r", 3, left=effort(2)))
    assert said is not None and said.startswith("r: no size was searched")
