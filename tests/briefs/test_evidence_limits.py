"""Recommendation, parties and evidence about something other than the plan, in the memo."""

from __future__ import annotations

from typing import Any

import pytest

from argmap import briefs
from argmap.briefs import Selection
from argmap.evaluation.evaluated import evaluate
from argmap.model import Debate
from tests.briefs.tram import SOURCES, carded, evaluated, tram, written


def memo(kind: str = "policy", **changes: Any) -> str:
    return written(evaluated(**changes), kind)


def recommending(option: str) -> list[str]:
    """The paragraphs before the options, without the question."""
    text = memo(recommendation={"option": option, "because": "it is ready"})
    return text.partition("## ")[0].split("\n\n")[3:]


def test_what_is_recommended_comes_first_with_its_reason_and_standing() -> None:
    first, second, third, *_ = recommending("build-tram")
    assert first == "> **Recommended:** “[The city should build the tram](#build-tram)” **✓ stands**. It is ready."
    assert second == "The argument bears this out."
    assert third.startswith("> **The answer.** “The city should build the tram” stands, because")


def test_what_is_recommended_and_does_not_stand_is_said_to_be_so() -> None:
    first, second, *_ = recommending("keep-buses")
    assert "**? undecided**. It is ready." in first
    assert second.startswith(
        "**The argument does not bear this out: on the arguments given here, the option is undecided.**"
    )
    assert second.endswith("What does stand: “[The city should build the tram](#build-tram)”.")


def test_a_defeated_recommendation_is_told_with_what_is_better_placed() -> None:
    buses = {"claim": "keep-buses", "text": "The city should keep its buses."}
    walk = {"claim": "walk", "text": "The city should walk."}
    text = memo(
        resolutions=[walk, buses], positions=[{"position": "p", "arguments": [
            {"support": "a", "of": "keep-buses", "text": "A."}, {"rebuttal": "b", "of": "keep-buses", "text": "B."},
        ]}], recommendation={"option": "walk", "because": "Legs are free."},
    )  # fmt: skip
    assert "on the arguments given here, the option is defeated.**" in text
    assert "Undecided, and so better placed: “[The city should keep its buses](#keep-buses)”." in text


def test_a_recommendation_that_is_no_option_is_said_to_be_none() -> None:
    assert "**The recommended option is not one of this debate's options.**" in recommending("frees-roads")


def test_a_memo_about_one_resolution_has_the_recommendation_without_a_dead_link() -> None:
    text = briefs.write(carded(), "policy", selection=Selection(resolution="build-tram"))
    assert "**Recommended:** “The city should keep its buses” **? undecided**" in text


def whose(parties: dict[str, list[str]]) -> str:
    return memo("argument", parties=parties).partition("## Whose word it is")[2].partition("\n## ")[0]


@pytest.mark.parametrize(("parties", "row"), [
    ({"City": ["City Institute"]}, "| City | 1 | 2 | [Doe 2024a](#source_doe) |"),
    ({"Press": ["The Herald"], "Drivers": ["Road Users"]}, "| Drivers | 1 | 1 | [Road Users, n.d.](#source_leaflet) |"),
    ({"The Herald": []}, "| The Herald | 1 | 4 | [The Herald 2025](#source_herald) |"),
    ({"Press": ["THE HERALD", "Herald"]}, "| Press | 1 | 4 | [The Herald 2025](#source_herald) |"),
    ({"Press": ["The Hıerald", "The HERALD"]}, "| Press | 1 | 4 | [The Herald 2025](#source_herald) |"),
    ({"Scholars": ["Doe"]}, "| Scholars | 2 | 4 | [Doe 2024a](#source_doe); [Doe 2024b](#source_doe-later) |"),
])  # fmt: skip
def test_each_party_has_its_sources(parties: dict[str, list[str]], row: str) -> None:
    assert row in whose(parties)


def test_the_caption_counts_the_sources_of_parties() -> None:
    assert "one of four sources cited comes from parties" in whose({"City": ["City Institute"]})
    assert "two of four sources cited come from parties" in whose({"S": ["Doe"]})


def test_parties_without_a_source_are_told_in_one_line() -> None:
    found = whose({"Cyclists": ["Wheel Weekly"], "Shops": []})
    assert "No cited source is a party to the matter (Cyclists and Shops)." in found and "| Party" not in found


def test_the_memo_counts_sources_of_parties_and_those_that_are_independent() -> None:
    quality = memo(parties={"City": ["City Institute"]}).partition("## How good the evidence is")[2]
    assert "| The city should build the tram | 3 | 3 | 1 | 0 | Not rated |" in quality
    assert "Sources of parties to the matter: City (1)." in quality
    relayed = {**SOURCES, "herald": SOURCES["herald"] | {"custom": {"via": "doe"}}}
    again = memo(sources=relayed).partition("## How good the evidence is")[2]
    assert "| The city should build the tram | 3 | 2 | 0 | 0 | Not rated |" in again


def plan(*evidence: dict[str, Any], **facets: str) -> str:
    """The part of the memo about evidence on something else, for a plan about this city now."""
    sources = [{"source": id, **each} for id, each in zip(("doe", "herald", "leaflet"), evidence, strict=False)]
    support: dict[str, Any] = {"support": "works", "of": "build-tram", "text": "It works.", "evidence": sources}
    support |= {"facets": facets} if facets else {}
    debate = tram(
        resolutions=[{"claim": "build-tram", "text": "Build.", "facets": {"place": "this city", "time": "now"}}],
        positions=[{"position": "p", "arguments": [support]}],
    )  # fmt: skip
    text = briefs.write(evaluate(debate), "argument").partition("### Evidence about something other than the plan")[2]
    return text.partition("\n\n<a id")[0].partition("about the plan:\n\n")[2]


DOE, HERALD = "[Doe 2024](#source_doe)", "[The Herald 2025](#source_herald)"
FOR = "for [works](#works)"


@pytest.mark.parametrize(("evidence", "said"), [
    ([{"facets": {"place": "this city"}}], ""),
    ([{"facets": {"actor": "mayors"}}], ""),
    ([{"facets": {"place": "London", "bridge": "cities are alike"}}],
     f"- **Place: London.** {DOE} {FOR}: Cities are alike."),
    ([{"facets": {"place": "London", "time": "now"}}], f"- **Place: London.** {DOE} {FOR}: *no reason is given.*"),
    ([{"facets": {"actor": "mayors", "bridge": "They decide."}}], f"- **Actor: mayors.** {DOE} {FOR}: They decide."),
    ([{"facets": {"bridge": "All is one."}}], f"- **Nothing says what it is about.** {DOE} {FOR}: All is one."),
    ([{"facets": {"place": "London", "bridge": "B."}}] * 2, f"- **Place: London.** {DOE} and {HERALD} {FOR}: B."),
    ([{"facets": {"place": "London", "bridge": "B."}}, {"facets": {"place": "London"}}],
     f"- **Place: London.**\n  - {HERALD} {FOR}: *no reason is given.*\n  - {DOE} {FOR}: B."),
    ([{"facets": {"place": "Rome", "time": "1900", "bridge": "B."}}],
     f"- **Place: Rome; time: 1900.** {DOE} {FOR}: B."),
])  # fmt: skip
def test_evidence_about_something_else_stands_with_its_reason(evidence: list[dict[str, Any]], said: str) -> None:
    assert plan(*evidence) == said


def test_a_statement_about_something_else_stands_there_too() -> None:
    assert plan(place="Rome", bridge="It was built there.") == "- **Place: Rome.** [works](#works): It was built there."


def test_what_is_not_selected_is_not_among_the_limits() -> None:
    text = briefs.write(carded(), "argument", selection=Selection(position="buses"))
    assert "other than the plan" not in text and "[frees-roads]" not in text


def test_a_debate_may_name_parties_and_cite_nothing() -> None:
    empty = Debate.model_validate(
        {"debate": "d", "title": "T", "resolutions": [{"claim": "x", "text": "X."}], "parties": {"A": ["B"]}}
    )
    assert "No cited source is a party" in briefs.write(evaluate(empty), "argument")
