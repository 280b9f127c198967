"""How diagnostics are shown: the two forms, the excerpt, the closing line."""

from __future__ import annotations

import json

import click
import pytest
from syrupy.assertion import SnapshotAssertion

from argmap.cli.printing.excerpt import columns, excerpt
from argmap.cli.printing.findings_text import as_text
from argmap.cli.printing.report import Checked, as_json, summary
from argmap.cli.printing.terminal import printable
from argmap.model.diagnostics import Diagnostic, Note, Severity, Span

TEXT = """\
position: escalation
arguments:
  - rebuttal: direct-clash
    of: send-troops
    text: Soldiers of two nuclear powers would be firing at each other.
    rebuttals:
      - rebuttal: lines-crossed-before
        of: direct-clsh
        text: >-
          Earlier red lines were crossed
          without the threatened answer.
"""
FILE = "positions/escalation.yaml"


def place(needle: str, text: str = TEXT, file: str = FILE, size: int | None = None) -> Span:
    """The place of a piece of text."""
    start = text.index(needle)
    end = start + (len(needle) if size is None else size)
    return Span(file, *_line(text, start), *_line(text, end), start, end)


def _line(text: str, offset: int) -> tuple[int, int]:
    before = text[:offset]
    return before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1


UNKNOWN = Diagnostic(
    "unknown-target",
    Severity.ERROR,
    place("direct-clsh"),
    "no statement has this id; did you mean direct-clash (escalation.yaml:3)?",
)
UNANSWERED = Diagnostic(
    "unanswered-rebuttal",
    Severity.WARNING,
    place("lines-crossed-before"),
    "takes down direct-clash, and nothing answers it.",
    "Answer it with a rebuttal, undercut its step, or concede it: ignore: [{rule: unanswered-rebuttal, reason: …}]",
    at=("statements", "lines-crossed-before"),
)
DUPLICATE = Diagnostic(
    "duplicate-claim",
    Severity.INFO,
    place(">-\n          Earlier red lines were crossed\n          without the threatened answer."),
    "says the same as direct-clash.",
    "Keep one.",
    (Note(place("Soldiers"), "is said here first"),),
    ("statements", "lines-crossed-before", "text"),
)
ELSEWHERE = Diagnostic("unreadable", Severity.ERROR, Span("sources.yaml"), "is a folder, not a file.")
CHECKED = Checked([UNKNOWN, UNANSWERED, DUPLICATE, ELSEWHERE], "arguments/nato-ukraine", {FILE: TEXT}, 171, 9, 64)


def test_text(snapshot: SnapshotAssertion) -> None:
    assert as_text([CHECKED]) == snapshot


def test_text_in_colour_is_the_same_text(snapshot: SnapshotAssertion) -> None:
    coloured = as_text([CHECKED], colour=True)
    assert coloured == snapshot
    assert click.unstyle(coloured) == as_text([CHECKED])
    assert "\x1b" not in as_text([CHECKED])


def test_json(snapshot: SnapshotAssertion) -> None:
    text = as_json([CHECKED, Checked(statements=1)])
    assert text == snapshot
    assert json.loads(text)["summary"] == {
        "debates": 2, "statements": 172, "bare_steps": 0, "positions": 9, "sources": 64, "error": 2,
        "warning": 1, "info": 1, "fixable": 0,
    }  # fmt: skip


def test_nothing_found_is_nothing_shown() -> None:
    assert as_text([Checked()]) == ""


@pytest.mark.parametrize(
    ("every", "seconds", "line"),
    [
        ([CHECKED], 0.2, "171 statements in 9 positions, 64 sources: 2 errors, 1 warning, 1 info. (0.2 s)"),
        ([Checked([UNKNOWN, UNANSWERED], "", {}, 1, 1, 1)], None,
         "1 statement in 1 position, 1 source: 1 error, 1 warning."),
        ([Checked([DUPLICATE] * 2, "", {}, 2, 0, 0)], None, "2 statements, no positions, no sources: 2 info."),
        ([Checked()] * 2, 12.34, "2 debates, no statements, no positions, no sources: nothing to report. (12.3 s)"),
    ],
)  # fmt: skip
def test_the_closing_line_counts_what_was_read_and_found(
    every: list[Checked], seconds: float | None, line: str
) -> None:
    assert summary(every, seconds) == line


def shown(text: str, needle: str, *, width: int = 80, message: str = "wrong") -> list[str]:
    return excerpt(text, place(needle, text), message, width)


@pytest.mark.parametrize(
    ("text", "needle"),
    [
        ("key: wert", "wert"),
        ("key: 军事教官 value", "value"),
        ("key: 军事教官 value", "教官"),
        ("\tkey:\tvalue", "value"),
        ("a\tb", "b"),
        ("key: e\u0301te\u0301 value", "value"),
        ("key: 👩‍🏫 value", "value"),
        ("😀😀: x", "x"),
        ("key: a\x07b value", "value"),
        ("k: " + "x" * 300 + " value " + "y" * 300, "value"),
        ("k: " + "军" * 300 + " value " + "y" * 300, "value"),
        ("k: value" + "y" * 300, "value"),
        ("y" * 300 + "value", "value"),
    ],
)
def test_the_caret_stands_under_what_is_meant(text: str, needle: str) -> None:
    line, caret = shown(text, needle)
    marks = caret.index("^"), caret.rindex("^") + 1
    under = ""
    column = 0
    for character in line:
        if marks[0] <= column < marks[1] and columns(character):
            under += character
        column += columns(character)
    assert under == needle
    assert columns(line) <= 80


def test_a_very_long_value_is_marked_as_far_as_it_is_shown() -> None:
    line, caret, message = shown("text: " + "word " * 100, "word " * 100)
    assert line.endswith("…") and columns(line) <= 80
    assert caret.count("^") > 40 and columns(caret) <= 80
    assert message == "    | wrong"


@pytest.mark.parametrize(
    ("span", "text"),
    [
        (Span("f", 1, 1, 1, 1), ""), (Span("f", 1, 1, 1, 1), None), (Span("f", 7, 1, 7, 2), "one line"),
        (Span("f", 1, 99, 1, 120), "short"), (Span("f", 2, 1, 2, 1), "a\n"), (Span("f", 1, 3, 5, 1), "a: b\r\nc\rd"),
        (Span("f", 0, 0, 0, 0), "a"),
    ],
)  # fmt: skip
def test_no_place_is_too_odd_to_show(span: Span, text: str | None) -> None:
    lines = excerpt(text, span, "wrong", 80)
    assert lines[-1].endswith("wrong")
    assert all("\n" not in line and "\r" not in line for line in lines)


def test_the_line_before_is_shown_where_it_says_something() -> None:
    assert shown("a: 1\nb: 2", "2") == ["  1 | a: 1", "  2 | b: 2", "    |    ^ wrong"]
    assert shown("a: 1\n\nb: 2", "2") == ["  3 | b: 2", "    |    ^ wrong"]


def test_nothing_in_a_file_can_steer_the_terminal() -> None:
    text = "a: \x1b[31mred\u202e \x9b1m"
    diagnostic = Diagnostic("r", Severity.ERROR, place("red", text, "f\x1b.yaml"), "says \x1b[2J", "do \x1b]0;x\x07")
    out = as_text([Checked([diagnostic], "", {"f\x1b.yaml": text})])
    assert all(character.isprintable() or character == "\n" for character in out)
    assert printable("a\nb\tc") == "a b c"
