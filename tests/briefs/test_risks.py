"""Whose risk it is: that of doing what it speaks against, or of not doing what it speaks for."""

from __future__ import annotations

from typing import Any

import pytest

from argmap.briefs.citations import Citations
from argmap.briefs.risks import belonging, told
from argmap.briefs.selected_debate import SelectedDebate
from argmap.evaluation.evaluated import evaluate
from argmap.model import Debate

RISK: dict[str, Any] = {"severity": "high"}


def setting(*arguments: dict[str, Any]) -> SelectedDebate:
    """A debate of three options of which the last is on the other side."""
    options = [
        {"claim": "go", "short": "Go", "text": "We should go."},
        {"claim": "run", "short": "Run", "text": "We should run."},
        {"claim": "stay", "short": "Stay", "text": "We should stay.", "side": "con"},
    ]
    positions = [{"position": "p", "arguments": arguments}]
    debate = Debate.model_validate({"debate": "d", "title": "T", "resolutions": options, "positions": positions})
    return SelectedDebate(evaluate(debate), Citations({}, ()))


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([{"rebuttal": "x", "of": "go"}], "doing: Go"),
        ([{"support": "x", "of": "go"}], "not doing: Go"),
        ([{"support": "x", "of": "stay"}], "not doing: Stay"),
        ([{"rebuttal": "x", "of": "stay"}], "doing: Stay"),
        ([{"rebuttal": "a", "of": "go", "text": "A."}, {"support": "x", "of": "a"}], "doing: Go"),
        ([{"support": "a", "of": "go", "text": "A."}, {"rebuttal": "x", "undercuts": "a"}], "doing: Go"),
        ([{"claim": "x"}, {"rebuttal": "a", "of": "go", "premises": ["x"]},
          {"support": "b", "of": "stay", "premises": ["x"]}], "doing: Go; not doing: Stay"),
        ([{"claim": "x"}, {"rebuttal": "a", "of": "go", "premises": ["x"]},
          {"support": "b", "of": "go", "premises": ["x"]}], ""),
        ([{"claim": "x"}, *({"rebuttal": f"a{o}", "of": o, "premises": ["x"]} for o in ("go", "run", "stay"))],
         "doing: Go, Run and Stay"),
        ([{"claim": "x"}], ""),
    ],
)  # fmt: skip
def test_it_follows_from_the_place(arguments: list[dict[str, Any]], words: str) -> None:
    made = [each | ({"text": "X.", "risk": RISK} if "x" in each.values() else {}) for each in arguments]
    s = setting(*made)
    assert told(s, s.debate.statements["x"]) == words


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ({"option": "stay"}, {"stay": None}),
        ({"option": "stay", "when": "not done"}, {"stay": "not done"}),
        ({"option": "go"}, {"go": "done"}),
        ({"when": "not done"}, {"go": "not done"}),
    ],
)
def test_what_is_stated_holds(stated: dict[str, str], expected: dict[str, str | None]) -> None:
    s = setting({"rebuttal": "x", "of": "go", "text": "X.", "risk": RISK | stated})
    assert belonging(s, s.debate.statements["x"]) == expected
