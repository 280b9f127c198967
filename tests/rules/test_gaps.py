"""What follows from a fault of the files is not reported beside it: no rule concludes from what could not be read."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from argmap.evaluation.evaluated import evaluate
from argmap.loader import Loaded, read
from argmap.loader.faults import fault
from argmap.rules.runner import in_part, run

DEBATE = """\
debate: d
title: T
resolutions:
  - claim: act
    text: We should act.
"""
SOURCES = "references:\n  - {id: paper, title: A paper, type: book, issued: 2026, publisher: P}\n"
ONE = """\
position: one
arguments:
  - support: first
    of: act
    text: It helps.
    evidence: [{source: paper}]
    rebuttals:
      - rebuttal: not-so
        text: It does not help.
        evidence: [{source: paper}]
"""
TWO = """\
position: two
arguments:
  - rebuttal: cost
    of: act
    text: It is dear.
    evidence: [{source: paper}]
    rebuttals:
      - rebuttal: cheap
        text: It is cheap.
        evidence: [{source: paper}]
"""
WHOLE = {"debate.yaml": DEBATE, "sources.yaml": SOURCES, "positions/1.yaml": ONE, "positions/2.yaml": TWO}


def load(file: str, *change: str) -> Loaded:
    return read({**WHOLE, file: WHOLE[file].replace(*change)})


def found(loaded: Loaded) -> set[str]:
    """What rules say, and of what."""
    assert loaded.debate is not None
    every = run(evaluate(loaded.debate), loaded.source_map, today=datetime.date(2026, 7, 31), gaps=loaded.gaps)
    return {f"{each.rule} {each.at[1] if each.at[1:] else ''}" for each in every}


UNANSWERED = {"unanswered-rebuttal not-so", "unanswered-rebuttal cheap"}


def test_where_everything_was_read_every_rule_is_heard() -> None:
    loaded = load("debate.yaml", "", "")
    assert not loaded.gaps and not in_part(loaded.gaps)
    assert found(loaded) == UNANSWERED


@pytest.mark.parametrize(
    ("file", "was", "wrong"),
    [
        ("positions/1.yaml", "text: It helps.", "text: It helps: a lot."),
        ("positions/1.yaml", "    of: act", "\tof: act"),
        ("positions/1.yaml", "position: one", "position: One and only"),
        ("positions/1.yaml", "arguments:", "argument:"),
        ("positions/1.yaml", "- support: first", "- support: cost"),
        ("positions/1.yaml", "of: act", "of: something-else"),
        ("positions/1.yaml", "- support: first", "- first: of all"),
        ("debate.yaml", "title: T", "title: T\ndate: 2026"),
        ("sources.yaml", "references:\n  - {", "references:\n  - {id: b, title: It is: so}\n  - {"),
        ("sources.yaml", "references:", "- references"),
    ],
)
def test_nothing_is_concluded_where_anything_may_be_missing(file: str, was: str, wrong: str) -> None:
    loaded = load(file, was, wrong)
    assert not loaded.ok and loaded.gaps.everywhere
    assert found(loaded) == set()


@pytest.mark.parametrize(
    ("file", "was", "wrong", "left"),
    [
        # an id that is nearly right says what the statement is meant to answer
        ("positions/2.yaml", "of: act", "of: acct", {"unanswered-rebuttal not-so"}),
        ("positions/1.yaml", "text: It helps.", "txt: It helps.", {"unanswered-rebuttal cheap"}),
        ("positions/1.yaml", "[{source: paper}]\n    rebuttals", "paper\n    rebuttals", UNANSWERED),
        ("positions/1.yaml", "text: It does not help.", "text: It does not help.\n        rebuttals: No.",
         {"unanswered-rebuttal cheap"}),
        ("positions/1.yaml", "text: It does not help.", "text: It does not help.\n        rebuttals:\n          - No.",
         {"unanswered-rebuttal cheap"}),
        ("sources.yaml", "issued: 2026", "issued: soon", set()),
    ],
)  # fmt: skip
def test_what_is_missing_in_one_place_keeps_nobody_from_speaking_of_another(
    file: str, was: str, wrong: str, left: set[str]
) -> None:
    loaded = load(file, was, wrong)
    assert not loaded.ok and loaded.gaps and not loaded.gaps.everywhere
    assert found(loaded) == left


def test_what_a_rule_sees_is_reported_however_much_is_missing() -> None:
    long = "quote: one two three four five six seven eight nine ten eleven twelve thirteen"
    loaded = load("positions/1.yaml", "[{source: paper}]", f"[{{source: paper, {long}}}]")
    text = loaded.source_map.texts["positions/1.yaml"]
    broken = read({**WHOLE, "positions/1.yaml": text, "positions/3.yaml": "a: b: c"})
    assert found(broken) == {"quote-too-long first", "quote-too-long not-so"}


def test_an_ignore_is_not_called_useless_by_what_was_not_looked_for() -> None:
    accepted = "    ignore: [{rule: unanswered-rebuttal, reason: So.}, {rule: compound-claim, reason: So.}]\n"
    text = ONE.replace("        text: It does", f"    {accepted}        text: It does")
    whole = found(read({**WHOLE, "positions/1.yaml": text}))
    assert whole == {"unanswered-rebuttal cheap", "suppression-unused not-so"}
    broken = {**WHOLE, "positions/1.yaml": text, "positions/3.yaml": "a: b: c"}
    assert found(read(broken)) == {"suppression-unused not-so"}


def test_a_file_that_cannot_be_opened_is_missing_as_well() -> None:
    loaded = load("debate.yaml", "", "")
    unread = replace(loaded, diagnostics=(fault("unreadable-file", "positions/3.yaml", "cannot be read"),))
    assert unread.gaps.everywhere and found(unread) == set()


def test_two_versions_of_a_statement_around_a_conflict_are_not_called_duplicates() -> None:
    words = "text: The trainers would be safe and sound in Kyiv."
    first, second = (f"  - claim: {name}\n    {words}\n" for name in "ab")
    apart = {**WHOLE, "positions/1.yaml": f"position: one\narguments:\n{first}{second}"}
    said = "duplicate-claim b"
    assert said in found(read(apart))
    conflict = f"position: one\narguments:\n<<<<<<< ours\n{first}=======\n>>>>>>> theirs\n{second}"
    assert said not in found(read({**WHOLE, "positions/1.yaml": conflict}))
