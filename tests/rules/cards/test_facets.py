"""Facets: what agrees, and what is measured against what."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.analysis.facets import agree
from tests.rules.examples import found

PLAN = (
    "resolutions:\n  - {claim: send-trainers, text: Send trainers., facets: {place: Ukraine, time: before a truce}}\n"
)


@pytest.mark.parametrize(
    ("one", "other", "agrees"),
    [
        ("Ukraine", "ukraine", True), ("in Ukraine", "western Ukraine", True), ("Ukraine", "Poland", False),
        ("NATO members", "NATO member states", True), ("NATO members", "members of the EU", False),
        ("before a truce", "before the truce", True), ("before a truce", "after a truce", False),
        ("during the war", "war", True), ("combat", "non-combat", False), ("Ukraine", "outside Ukraine", False),
        ("2015 to 2021", "2016", True), ("2015-2021", "2021 to 2025", True), ("2015-2021", "2022", False),
        ("the", "the", True), ("—", "—", True),
    ],
)  # fmt: skip
def test_facets_agree_where_one_is_the_other_or_narrower(one: str, other: str, agrees: bool) -> None:
    assert agree(one, other) == agree(other, one) == agrees


@given(st.text(min_size=1))
def test_every_facet_agrees_with_itself(facet: str) -> None:
    assert agree(facet, facet)


def mismatches(arguments: str) -> list[tuple[object, ...]]:
    return [(*d.at[1:2], *d.at[-1:]) for d in found(f"{PLAN}arguments:\n{arguments}", "plan-evidence-mismatch")]


def support(id: str, of: str, facets: str = "", evidence: str = "", more: str = "") -> str:
    parts = [f"support: {id}", f"of: {of}", f"text: It is {id}.", more]
    parts += [f"facets: {{{facets}}}" if facets else "", f"evidence: [{{source: s, facets: {{{evidence}}}}}]"]
    return "  - {" + ", ".join(part for part in parts if part) + "}\n"


def test_evidence_is_measured_against_the_plan_through_what_states_nothing() -> None:
    assert mismatches(support("a", "send-trainers") + support("b", "a", evidence="place: Poland")) == [("b", "place")]
    assert mismatches(support("a", "send-trainers", evidence="actor: France")) == []


def test_what_a_statement_says_of_itself_holds_below_it() -> None:
    text = support("a", "send-trainers", "place: Poland, bridge: The same army teaches.")
    assert mismatches(text + support("b", "a", evidence="place: Poland")) == []
    assert mismatches(text + support("b", "a", evidence="place: Ukraine")) == [("b", "place")]


def test_a_bridge_or_an_argument_from_another_case_needs_no_more() -> None:
    assert mismatches(support("a", "send-trainers", "time: after a truce")) == [("a", "time")]
    assert mismatches(support("a", "send-trainers", "time: after a truce, bridge: It makes no difference.")) == []
    assert mismatches(support("a", "send-trainers", "time: after a truce", more="role: precedent")) == []
    assert mismatches(support("a", "send-trainers", "time: after a truce", more="scheme: analogy")) == []
    assert mismatches(support("a", "send-trainers", evidence="time: after a truce", more="role: precedent")) == []


def test_a_premise_is_measured_against_the_plan_that_it_serves() -> None:
    claim = "  - {claim: c, text: It is so., evidence: [{source: s, facets: {place: Poland}}]}\n"
    assert mismatches(claim) == []
    assert mismatches(claim + "  - {support: b, of: send-trainers, premises: [c]}\n") == [("c", "place")]


def test_the_message_names_both_sides_and_shows_the_other() -> None:
    (one,) = found(
        f"{PLAN}arguments:\n{support('a', 'send-trainers', evidence='place: Poland')}", "plan-evidence-mismatch"
    )
    assert one.message == 'is about another place than send-trainers: "Poland", not "Ukraine".'
    assert [note.message for note in one.notes] == ["what it is measured against"]


def test_a_long_chain_is_walked_once() -> None:
    chain = "".join(
        support(f"s{n}", f"s{n - 1}" if n else "send-trainers", evidence="place: Poland") for n in range(1500)
    )
    assert len(mismatches(chain)) == 1500
