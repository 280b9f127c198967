"""The parliamentary pack: whose word comes first."""

from __future__ import annotations

from typing import Any

from argmap.evaluation.evaluated import evaluate
from tests.briefs.tram import tram, written


def section(name: str, arguments: list[dict[str, Any]]) -> list[str]:
    """The points below a heading of the pack of a debate with two news reports and a treaty."""
    sources = {
        "old": {"id": "old", "title": "Old", "issued": "2024"},
        "new": {"id": "new", "title": "New", "issued": "2025"},
        "treaty": {"id": "treaty", "title": "T", "issued": "1949", "custom": {"role": "treaty"}},
    }
    debate = tram(positions=[{"position": "p", "arguments": arguments}], sources=sources)
    text = written(evaluate(debate), "pack").partition(f"## {name}")[2].partition("##")[0]
    return [row[2:] for row in text.splitlines() if row.startswith("- ")]


def word(who: str, source: str, says: str, **more: str) -> dict[str, str]:
    return {"source": source, "said_by": who, "says": says, **more}


def test_the_newest_word_of_each_comes_first() -> None:
    said = [
        word("the mayor", "old", "Wants buses."),
        word("the minister", "old", "Has no money."),
        word("the mayor", "new", "Argues from this.", quote="trams it is"),
        word("the mayor", "new", "Wants trams."),
    ]
    rows = section("What states", [{"support": "a", "of": "build-tram", "text": "A.", "evidence": said}])
    assert [row.rpartition(": ")[2] for row in rows] == ["Wants trams.", "Has no money."]


def test_law_begins_with_what_a_treaty_is_quoted_for_and_what_defines() -> None:
    cited, quoted = [{"source": "treaty"}], [{"source": "treaty", "quote": "as it deems necessary"}]
    rows = section("The law", [
        {"support": "a", "of": "build-tram", "text": "It is owed.", "evidence": cited},
        {"support": "b", "of": "build-tram", "role": "definition", "text": "It lasts.", "evidence": cited},
        {"support": "c", "of": "build-tram", "text": "Each decides.", "evidence": quoted},
    ])  # fmt: skip
    assert [row.partition(".")[0] for row in rows] == ["Each decides", "It lasts", "It is owed"]


def test_a_title_is_printed_without_the_marks_of_a_bibliography() -> None:
    marked = 'Trams in <span class="nocase">Bern</span>: <i>Two</i> of 3 < 4 lines'
    sources = {"s": {"id": "s", "title": marked, "author": [{"family": "Doe"}], "issued": "2024"}}
    cited = [{"support": "a", "of": "build-tram", "text": "A.", "evidence": [{"source": "s"}]}]
    ev = evaluate(tram(positions=[{"position": "p", "arguments": cited}], sources=sources))
    for kind in ("pack", "case"):
        text = written(ev, kind, **({"resolution": "build-tram"} if kind == "case" else {}))
        assert "Trams in Bern: Two of 3" in text and "span" not in text
