"""The short memo: two pages, and every number in it that of the long one."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings

import argmap
from argmap import briefs
from argmap.analysis.comparisons import settlings
from argmap.documents.document import Document, Heading, Line, Meter, Pill, Ref, Run, Table
from argmap.evaluation.evaluated import Evaluation, evaluate
from argmap.model import Debate
from argmap.strength.gradual import strengths
from tests.briefs.tram import evaluated
from tests.strategies import policy_debates

FLAGSHIP = Path(__file__).parents[2] / "arguments" / "nato-ukraine"


def whole(debate: Debate) -> Evaluation:
    ev = evaluate(debate)
    return replace(ev, strengths=strengths(ev))


def words(line: Line) -> str:
    return "".join(part.text for part in line if isinstance(part, Run | Ref))


def table(document: Document, caption: str) -> Table:
    return next(b for b in document.blocks if isinstance(b, Table) and b.caption.startswith(caption))


def numbers(text: str) -> set[str]:
    return set(re.findall(r"\b\d+(?:\.\d+)?\b", re.sub(r"\]\(#.*?\)|<.*?>", "", text)))


@settings(deadline=None)
@given(policy_debates())
def test_each_option_has_the_standing_strength_and_counts_of_the_long_memo(debate: Debate) -> None:
    ev = whole(debate)
    short, long = briefs.compose(ev, "policy-short"), briefs.compose(ev, "policy")
    rows = zip(table(short, "With the weightiest").rows, table(long, "The options side").rows, strict=True)
    for (name, standing, pro, con), (ref, *rest) in ((a.cells, b.cells) for a, b in rows):
        assert words(name).startswith(words(ref)) and standing == rest[0]
        assert [words(cell).partition(" count")[0] for cell in (pro, con)] == [words(cell) for cell in rest[1:3]]
        needed = re.findall(r"\d+ to \w+", words(rest[3]))
        found = settlings(ev, next(part.to for part in ref if isinstance(part, Ref)))
        assert len(needed) == len(found) and ("Needs" in words(name)) is bool(found)


def test_the_flagships_fits_on_two_pages_and_has_no_number_that_the_long_one_has_not() -> None:
    ev = whole(argmap.load(FLAGSHIP))
    short, long = briefs.write(ev, "policy-short"), briefs.write(ev, "policy")
    assert numbers(short) <= numbers(long)
    assert len(re.sub(r"\]\(#.*?\)|<.*?>", "", short).split()) < 1400 < len(long.split()) / 20
    assert [b.anchor for b in briefs.compose(ev, "policy-short").blocks if isinstance(b, Heading)] == [
        "_bottom-line", "_options", "_decides", "_audiences", "_risks", "_sure",
    ]  # fmt: skip


def test_the_risks_are_the_worst_and_the_rest_are_counted() -> None:
    ev = whole(argmap.load(FLAGSHIP))
    rows = table(briefs.compose(ev, "policy-short"), "What could go wrong").rows
    severe = [words(row.cells[2]) for row in rows]
    assert severe == sorted(severe, key=["Catastrophic", "High", "Moderate", "Low"].index) and len(rows) == 4
    assert len(table(briefs.compose(ev, "policy"), "What could go wrong").rows) == 26
    assert "the worst first, four of 26" in briefs.write(ev, "policy-short")


@pytest.mark.parametrize(("recommendation", "words"), [
    (None, "What stands is “[The city should build the tram](#build-tram)”. The editors of this debate recommend "),
    ({"option": "build-tram", "because": "it frees roads"}, "**Recommended:** “[The city should build the tram]"),
])  # fmt: skip
def test_what_is_recommended(recommendation: dict[str, str] | None, words: str) -> None:
    memo = briefs.write(evaluated(recommendation=recommendation), "policy-short")
    assert words in memo and ("recommend nothing" in memo) is not bool(recommendation)


def test_an_option_that_is_outweighed_for_says_what_it_beats() -> None:
    memo = briefs.write(evaluated(), "policy-short")
    assert "0 of 2 count, 1 outweighed: “The line costs more than the city has” (C3)." in memo
    assert "One comparison made." in memo and "Needs one comparison to stand, one to be defeated." in memo


def test_each_option_has_its_sign_and_no_bar() -> None:
    for row in table(briefs.compose(whole(evaluated().debate), "policy-short"), "With the weightiest").rows:
        kinds = {type(part) for part in row.cells[1]}
        assert Pill in kinds and Meter not in kinds


def test_a_short_name_has_a_colon_only_where_something_follows_it() -> None:
    names = {"build-tram": "Tram", "keep-buses": "Buses", "do-nothing": "Nothing"}
    options = [{"claim": id, "short": short, "text": f"The city should {id}."} for id, short in names.items()]
    rows = table(briefs.compose(evaluated(resolutions=options), "policy-short"), "With the weightiest").rows
    said = [words(row.cells[0]) for row in rows]
    assert said[0] == "Tram: One comparison made." and said[2] == "Nothing"
