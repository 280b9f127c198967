"""Each kind of change in a line: what happened, to what, and what a reader compares."""

from __future__ import annotations

from dataclasses import replace

import pytest

from argmap.evidence.lock import Lock, Quote
from argmap.evidence.verification import quote_digest
from argmap.reviews.comment.consequence_text import ReviewLines
from argmap.reviews.comment.places import Places
from argmap.reviews.result import LockChanges
from tests.platforms import shown
from tests.reviews.comment.cases import CASE, FILES, SOURCES, files, part

CHEAP = CASE[CASE.index("  - support: cheap") :]
REBUTTAL = """\
  - rebuttal: dear
    of: build
    text: It is dear.
    evidence: [{source: audit}]
"""
RICH = files((CHEAP, CHEAP + REBUTTAL))
BARE = "  - support: both\n    of: build\n    premises: [cheap, dear]\n"
WEIGHED = files(
    (
        CHEAP,
        CHEAP.replace("    text:", "    outweighs: [{over: dear, because: Money is not all.}]\n    text:") + REBUTTAL,
    )
)


def told(before: dict[str, str], after: dict[str, str]) -> list[str]:
    """The lines of the changes, as a reader sees them."""
    review = part(after, before).review
    assert review is not None
    writer = ReviewLines(review, Places())
    return [shown(f"x {writer.told(change)}").removeprefix("x ") for change in review.changes]


def exchanged(texts: dict[str, str], old: str, new: str) -> dict[str, str]:
    assert any(old in text for text in texts.values()), old
    return {name: text.replace(old, new) for name, text in texts.items()}


@pytest.mark.parametrize(
    ("before", "old", "new", "lines"),
    [
        (FILES, CHEAP, "", ["Removed support cheap for build: “It is cheap to run.” (cites The Herald 2025 (herald))"]),
        (FILES, CHEAP, CHEAP + REBUTTAL,
         ["Added rebuttal dear of build: “It is dear.” (cites Doe 2024 (audit), grade A2)"]),
        (RICH, REBUTTAL, REBUTTAL + BARE, ["Added support both for build: a step from cheap, dear"]),
        (RICH, REBUTTAL, REBUTTAL + "  - claim: c\n    text: So it is.\n", ["Added claim c: “So it is.”"]),
        (RICH, "of: build\n    text: It is dear", "undercuts: cheap\n    text: It is dear",
         ["dear now undercuts the step of cheap; it answered build"]),
        (RICH, "of: build\n    text: It is dear", "of: cheap\n    text: It is dear",
         ["dear now answers cheap; it answered build"]),
        (RICH, "rebuttal: dear", "support: dear",
         ["dear is now a support, no longer a rebuttal; it supports build: “It is dear.”"]),
        (RICH, "text: It is dear.", "premises: [cheap]\n    text: It is dear.",
         ["dear now needs cheap as a premise: “It is cheap to run.”"]),
        (RICH, "text: It is dear.", "contradicts: [cheap]\n    text: It is dear.",
         ["dear is said to contradict cheap: “It is cheap to run.”"]),
        (RICH, "text: It is dear.", "weigh: true\n    text: It is dear.",
         ["dear is now weighed: no rebuttal settles it alone"]),
        (WEIGHED, "    outweighs: [{over: dear, because: Money is not all.}]\n", "",
         ["cheap no longer outweighs dear (it did, because “Money is not all.”)"]),
        (WEIGHED, "Money is not all", "Money is little",
         ["cheap now outweighs dear for another reason: Money is not all little."]),
        (RICH, "rebuttal: dear", "rebuttal: costly", ["costly was called dear"]),
        (RICH, "rebuttal: dear\n    of: build\n    text: It is dear.",
         "rebuttal: costly\n    of: build\n    text: It is very dear.",
         ["costly was called dear (the texts are 67% alike)", "Reworded costly: It is very dear."]),
        (RICH, "text: It is dear.", "role: impact\n    scheme: sign\n    undeveloped: true\n    text: It is dear.",
         ["Changed role of dear: none → impact", "Changed scheme of dear: none → sign",
          "Changed undeveloped of dear: none → true"]),
        (RICH, "text: It is dear.", "risk: {severity: high, timeframe: years}\n    text: It is dear.",
         ["Changed risk of dear: none → severity: high, timeframe: years"]),
        (RICH, "text: It is dear.", "ignore: [{rule: x}]\n    text: It is dear.",
         ["dear accepts the finding x, without a reason"]),
        (RICH, "position: case", "position: case\ntitle: The case\nkind: case",
         ["Changed kind of position case: none → case", "Changed title of position case: none → The case"]),
        (RICH, "Should the city build a tram?", "Should our city build trams?",
         ["Reworded the debate, its title: Should the our city build a tram trams?"]),
        (FILES, "{source: herald, says: Reports it too.}", "{source: herald, says: Reports it now.}",
         ["Evidence edited of frees-roads, The Herald 2025 (herald): says: Reports it too now."]),
        (FILES, "{source: herald, says: Reports it too.}", "{source: audit, says: Reports it too.}",
         ["Source changed at frees-roads: The Herald 2025 (herald) → Doe 2024 (audit)"]),
        (FILES, "{source: herald, says: Reports it too.}",
         "{source: herald, says: Reports it too., grade: B2, why: So.}",
         ["Grade changed at frees-roads, The Herald 2025 (herald): that of its source → B2"]),
        (FILES, "quote: a fifth fewer cars", "quote: a tenth fewer cars",
         ["Quote altered at frees-roads, Doe 2024 (audit): a fifth tenth fewer cars"]),
        (FILES, "at: p. 4, quote: a fifth fewer cars", "at: p. 5, quote: a tenth fewer cars",
         ["Quote altered at frees-roads, Doe 2024 (audit): a fifth tenth fewer cars (and its at)"]),
        (FILES, ", quote: a fifth fewer cars", "",
         ["Quote removed at frees-roads, Doe 2024 (audit): “a fifth fewer cars”"]),
        (FILES, "reliability: A", "reliability: B", ["Grade changed of source Doe 2024 (audit): A2 → B2"]),
        (FILES, "title: An audit", "title: The audit", ["Source edited: Doe 2024 (audit), its title: An The audit"]),
        (FILES, "2024-03-01", "2024-03-02",
         ["Source edited: Doe 2024 (audit), its issued: 2024-03-01 → 2024-03-02"]),
        (FILES, "  - {id: herald", "  - {id: post, title: A post}\n  - {id: herald",
         ["Added source “A post,” n.d. (post): “A post”"]),
    ],
)  # fmt: skip
def test_a_line_for_each_change(before: dict[str, str], old: str, new: str, lines: list[str]) -> None:
    assert told(before, exchanged(before, old, new)) == lines


def test_added_evidence_is_told_with_its_quote_its_grade_with_the_reason_and_whether_it_is_verified() -> None:
    why = 'credibility: "2", why: The state\'s own auditors.'
    cited = "    evidence: [{source: herald}, {source: audit, quote: a tenth less noise}]"
    review = part(
        exchanged(exchanged(FILES, 'credibility: "2"', why), "    evidence: [{source: herald}]", cited)
    ).review
    assert review is not None
    line = "Evidence added to cheap: Doe 2024 (audit), grade A2 (The state's own auditors): “a tenth less noise”"
    words = "a tenth less noise"
    cases = [
        (words, LockChanges(), "verified"), ("other words", LockChanges(), "not verified"),
        (words, LockChanges(unchecked=("audit",)), "not verified"),
        (words, LockChanges(arrived=("audit",)), "found in a copy that arrives with it"),
    ]  # fmt: skip
    for digest, change_of_lock, verified in cases:
        lock = Lock(quotes=frozenset({Quote("cheap", "audit", quote_digest(digest), "0" * 16, 0, 9)}))
        known = replace(review, after=replace(review.after, lock=lock), lock=change_of_lock)
        lines = [shown(f"x {ReviewLines(known, Places()).told(change)}") for change in known.changes]
        assert f"x {line}, {verified}" in lines


def test_two_values_that_read_alike_are_no_arrow() -> None:
    before, after = (exchanged(FILES, "{family: Doe, given: Jane}", f"{{{key}: Doe}}") for key in ("family", "literal"))
    (line,) = told(before, after)
    assert line.endswith("its author: Doe (the same words in another form)")


def test_of_a_mapping_only_the_entries_that_differ_are_shown() -> None:
    header = FILES["debate.yaml"] + "terms: {tram: A train on a street., bus: A bus.}\n"
    before = {**FILES, "debate.yaml": header}
    (line,) = told(before, exchanged(before, "A bus.", "A coach."))
    assert line == "Changed terms of the debate: bus: A bus. → bus: A coach."


def test_moved_between_positions() -> None:
    more = {"positions/more.yaml": "position: more\narguments:\n" + REBUTTAL}
    lines = told({**RICH, "positions/more.yaml": "position: more\narguments: []\n"}, {**FILES, **more})
    assert lines == ["dear is moved from position case to position more"]


def test_the_other_way_round_is_told_too() -> None:
    assert told(exchanged(RICH, "text: It is dear.", "premises: [cheap]\n    text: It is dear."), RICH) == [
        "dear no longer needs cheap as a premise: “It is cheap to run.”"
    ]
    assert told(exchanged(RICH, "text: It is dear.", "weigh: true\n    text: It is dear."), RICH) == [
        "dear is no longer weighed: a single rebuttal settles it"
    ]
    assert told(RICH, WEIGHED) == ["cheap now outweighs dear, because “Money is not all.”"]


def test_the_bibliography_has_sources_by_their_short_names() -> None:
    assert "Doe" in SOURCES
    assert told({**FILES, "sources.yaml": SOURCES.replace("Doe", "Roe")}, FILES)[0].startswith(
        "Source edited: Doe 2024"
    )


def test_a_bare_step_is_told_by_what_its_premises_say() -> None:
    review = part(exchanged(RICH, REBUTTAL, REBUTTAL + BARE)).review
    assert review is not None
    assert ReviewLines(review, Places()).quoted("both") == "a step from “It is cheap to run.” and “It is dear.”"
