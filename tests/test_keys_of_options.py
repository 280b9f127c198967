"""The keys of options and of what speaks of them go the whole way: fmt keeps them, merge merges them, diff tells of
them in a sentence, rename follows what they name. One row a key."""

from __future__ import annotations

import pytest

from argmap.loader import read
from argmap.model import Debate
from argmap.model.change import Kind
from argmap.prose.change_sentences import headline
from argmap.reviews import compare
from argmap.reviews.apply import apply
from argmap.reviews.records import records_of
from argmap.writing.format import formatted
from argmap.writing.renaming import rename
from argmap.writing.three_way_merge import merge
from tests.reviews.mirrored import mirrored

HEADER = """\
debate: d
title: Shall we act?
criteria:
  - id: cost
    name: Cost
  - id: speed
    name: Speed
resolutions:
  - claim: act
    text: We should act.
  - claim: wait
    text: We should wait.
"""
POSITION = """\
position: p
arguments:
  - rebuttal: dear
    of: act
    text: It is dear.
"""
SOURCES = "references:\n  - id: report\n    title: A report\n"

OPTION, ARGUMENT = "  - claim: act\n", "  - rebuttal: dear\n"
ROWS = {
    # where it stands, the key, and what the difference says of it when it comes, and when it goes
    "short": (OPTION, "short: Act", "act now has short name Act", "act no longer has short name"),
    "excludes": (OPTION, "excludes: [wait]", "act now excludes wait", "act no longer excludes wait"),
    "status_quo": (
        OPTION, "status_quo: true", "act now keeps today's practice", "act is no longer marked as today's practice",
    ),
    "reform": (
        OPTION, "status_quo: reform", "act now mends today's practice, without leaving it",
        "act is no longer marked as today's practice",
    ),
    "answer": (
        OPTION, "answer: {undecided: Nobody knows.}", "act now has answer undecided: Nobody knows.",
        "act no longer has answer",
    ),
    "confidence": (
        OPTION, "confidence: {level: low, because: Few studies.}",
        "act now has confidence level: low, because: Few studies.", "act no longer has confidence",
    ),
    "tag": (ARGUMENT, "tag: Too dear", "dear now has tag Too dear", "dear no longer has tag"),
    "asks": (
        ARGUMENT, "asks: Who pays?", "dear now has question put aloud Who pays?",
        "dear no longer has question put aloud",
    ),
    "criterion": (ARGUMENT, "criterion: cost", "dear now has criterion cost", "dear no longer has criterion"),
    "risk": (
        ARGUMENT, "risk: {option: wait, when: not done, by: The editors}",
        "dear now has risk option: wait, if: not done, rated by: The editors", "dear no longer has risk",
    ),
    "said_by": (
        ARGUMENT, "evidence: [{source: report, said_by: The minister}]", "dear now cites report",
        "dear no longer cites report",
    ),
}  # fmt: skip
CASES = pytest.mark.parametrize("key", ROWS)


def files(key: str | None = None) -> dict[str, str]:
    every = {"debate.yaml": HEADER, "positions/p.yaml": POSITION, "sources.yaml": SOURCES}
    if key is None:
        return every
    at, entry, *_ = ROWS[key]
    return {name: text.replace(at, f"{at}    {entry}\n") for name, text in every.items()}


def loaded(texts: dict[str, str]) -> Debate:
    found = read(texts)
    assert found.debate and found.ok, [each.message for each in found.diagnostics]
    return found.debate


@CASES
def test_fmt_keeps_it(key: str) -> None:
    given = files(key)
    written = {name: formatted(name, text).text for name, text in given.items()}
    assert loaded({name: text or "" for name, text in written.items()}) == loaded(given)


@CASES
def test_merge_takes_it_with_what_the_other_side_wrote(key: str) -> None:
    base, ours = files(), files(key)
    theirs = {name: text.replace("text: ", "role: value\n    text: ") for name, text in base.items()}
    done = {name: merge(base[name], ours[name], theirs[name]) for name in base}
    assert all(each and not each.conflicts for each in done.values())
    both = {name: text.replace("text: ", "role: value\n    text: ") for name, text in ours.items()}
    assert loaded({name: each.text for name, each in done.items() if each}) == loaded(both)


@CASES
def test_diff_tells_of_it_in_a_sentence(key: str) -> None:
    one, other = loaded(files()), loaded(files(key))
    come, gone = compare(one, other), compare(other, one)
    assert [headline(each) for each in (*come, *gone)] == [*ROWS[key][2:]]
    assert records_of(apply(come, one)) == records_of(other)
    assert mirrored(come) == gone


@pytest.mark.parametrize(("key", "kind", "old"), [
    ("excludes", "statement", "wait"), ("risk", "statement", "wait"), ("criterion", "criterion", "cost"),
    ("said_by", "source", "report"),
])  # fmt: skip
def test_rename_follows_it_and_diff_tells_of_the_renaming_alone(key: str, kind: str, old: str) -> None:
    given = files(key)
    done = rename(dict(given), kind, old, "new-name")
    after = loaded({**given, **{name: text.decode() for name, text in done.files.items()}})
    (change,) = compare(loaded(given), after)
    assert (change.kind, change.subject, change.before, change.id) == (Kind.RENAMED, kind, old, "new-name")
    assert records_of(apply([change], loaded(given))) == records_of(after)
    assert mirrored([change]) == compare(after, loaded(given))
    assert headline(change).endswith(f"new-name was called {old}")


def test_a_speaker_a_risk_and_a_criterion_that_change_are_told_in_words() -> None:
    rows = {
        ("said_by", "The minister", "The king"): "dear uses report otherwise: its speaker",
        ("risk", "not done", "done"): "dear has another risk",
        ("criterion", "cost", "speed"): "dear has another criterion",
    }
    for (key, old, new), told in rows.items():
        given = files(key)
        after = {**given, "positions/p.yaml": given["positions/p.yaml"].replace(old, new)}
        assert [headline(each) for each in compare(loaded(given), loaded(after))] == [told]
