"""What the memo says would change a conclusion."""

from __future__ import annotations

import pytest

from argmap import brief, remedies
from argmap.evaluation import evaluate
from argmap.model import Statement
from tests.test_framework import BARE, CITED, con, debate, pro

HOW: dict[str, tuple[list[Statement], str]] = {
    "a rebuttal that is weighed is not brought down by rebutting it": (
        [pro("pays", "r"), con("dear", "pays", weigh=True, **CITED)],
        "(#source_source)); it has to say that this does not count here",
    ),
    "one that is also a premise not by an undercutter": (
        [pro("pays", "r"), con("hurts", "pays"), con("so", "pays", premises=("hurts",), **BARE)],
        "[hurts](#hurts)”; it has to say that this is not so",
    ),
    "any answer does": ([pro("pays", "r"), con("dear", "pays")], "[dear](#dear)”; one other statement"),
}


@pytest.mark.parametrize("name", HOW)
def test_what_an_answer_has_to_say(name: str) -> None:
    arguments, expected = HOW[name]
    assert expected in memo(*arguments)


def test_that_it_needs_several_is_only_said_where_all_was_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    arguments = [con("a", "r"), con("b", "r"), pro("c", "r", undeveloped=True)]
    assert "No answer to a single statement, no single support and no single comparison would make it stand." in memo(
        *arguments
    )
    monkeypatch.setattr(remedies, "BUDGET", 0)
    assert "None of the steps nearest to it would make it stand by itself." in memo(*arguments)


def memo(*arguments: Statement) -> str:
    return brief(evaluate(debate(*arguments)), "policy")
