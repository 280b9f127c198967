"""Answers by reasoning alone, in debates that cite."""

from __future__ import annotations

import pytest

from tests.rules.examples import found

CITED = "evidence: [{source: s}]"


def debate(*answers: str, carded: str = CITED) -> str:
    """Two statements with evidence, and what answers to the first."""
    lines = [f"support: a, of: send-trainers, text: It is a., {carded}", f"support: b, of: a, text: It is b., {CITED}"]
    return "arguments:\n" + "".join(f"  - {{{line}}}\n" for line in (*lines, *answers))


def reported(text: str) -> list[object]:
    return [d.at[1] for d in found(text, "analytic-only-answer")]


ANSWER = "rebuttal: r, of: a, text: It is not."


@pytest.mark.parametrize(
    ("answers", "ids"),
    [
        ([ANSWER], ["r"]),
        (["rebuttal: r, undercuts: a, text: It is not."], ["r"]),
        ([f"{ANSWER}, {CITED}"], []),
        ([ANSWER, f"support: s, of: r, text: It is s., {CITED}"], []),
        ([ANSWER, "support: s, of: r, text: It is s.", f"support: t, of: s, text: It is t., {CITED}"], []),
        ([f"{ANSWER}, premises: [b]"], []),
        ([ANSWER, "support: s, of: r, premises: [b]"], []),
        ([ANSWER, f"rebuttal: s, of: r, text: It is s., {CITED}"], ["r"]),
        ([f"{ANSWER}, undeveloped: true"], []),
        ([f"{ANSWER}, role: definition"], []),
        (["rebuttal: r, of: a, premises: [b]"], []),
        ([ANSWER, "rebuttal: t, of: r, text: It is t."], []),
    ],
)
def test_an_answer_without_a_source_to_an_argument_with_one(answers: list[str], ids: list[str]) -> None:
    assert reported(debate(*answers)) == ids


def test_what_has_no_card_needs_no_card_in_answer() -> None:
    more = [f"support: x{n}, of: send-trainers, text: It is x{n}., {CITED}" for n in range(2)]
    assert reported(debate(ANSWER, *more, carded="undeveloped: true")) == []
