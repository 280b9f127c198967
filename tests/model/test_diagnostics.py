"""Findings: what each is about stands before its message."""

from __future__ import annotations

import pytest

from argmap.model.diagnostics import Address, Diagnostic, Severity, Span


@pytest.mark.parametrize(("at", "told"), [
    (("statements", "dear", "evidence", 0), "dear: says little."), (("sources", "audit"), "audit: says little."),
    (("decision",), "decision: says little."), (("recommendation", "option"), "recommendation: says little."),
    (("criteria", 0), "criteria: says little."), ((), "says little."),
])  # fmt: skip
def test_a_message_is_told_with_what_it_is_about(at: Address, told: str) -> None:
    assert Diagnostic("a-rule", Severity.WARNING, Span("debate.yaml"), "says little.", at=at).told == told
