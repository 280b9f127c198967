"""Debates as they are after a check, with findings of every kind of place."""

from __future__ import annotations

from argmap.cli.printing.report import Checked
from argmap.model.diagnostics import Diagnostic, Note, Severity, Span
from tests.cli.printing.test_report import CHECKED, DUPLICATE, ELSEWHERE, FILE, TEXT, UNANSWERED, UNKNOWN, place

__all__ = ["CHECKED", "DUPLICATE", "ELSEWHERE", "FILE", "TEXT", "UNANSWERED", "UNKNOWN", "place"]

ODD = "a\x00b\x1b[2J ]]> <b>&\"' \u2028 \ufffe %0A ::error::x ##[error]y](https://example.org) 教官 😀"
"""What means something in XML, in Markdown, in workflow commands or on a terminal."""


def many(
    number: int, severity: Severity = Severity.WARNING, rule: str = "rule-a", file: str = FILE
) -> list[Diagnostic]:
    """Findings of one rule, one a line."""
    return [
        Diagnostic(rule, severity, Span(file, line, 1, line, 2), f"message {line}", at=("statements", f"s{line}"))
        for line in range(1, number + 1)
    ]


def odd() -> Checked:
    """A debate whose names and messages are as odd as they can be."""
    span = Span("positions/a, b:c%.yaml", 2, 1, 2, 4)
    found = Diagnostic("odd-rule", Severity.ERROR, span, ODD, f"{ODD}\nsecond line", (Note(span, f"[{ODD}]"),))
    return Checked([found], "arguments/<odd> & é")
