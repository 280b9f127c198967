"""How the memo tells what has been weighed, and what that does."""

from __future__ import annotations

from typing import Any

import pytest

from argmap import briefs
from argmap.evaluation import Evaluation, evaluate
from argmap.model import Debate

PRO: dict[str, Any] = {"support": "pro", "of": "act", "text": "Pro.", "outweighs": [{"over": "con", "because": "So."}]}
CON = {"rebuttal": "con", "of": "act", "text": "Con."}


def against(id: str, target: str) -> dict[str, Any]:
    return {"rebuttal": id, "of": target, "text": f"{id} is so."}


def made(*arguments: dict[str, Any]) -> Evaluation:
    return evaluate(Debate.model_validate({
        "debate": "d", "title": "T", "resolutions": [{"claim": "act", "text": "Act."}],
        "positions": [{"position": "p", "arguments": [PRO, CON, *arguments]}],
    }))  # fmt: skip


@pytest.mark.parametrize(("arguments", "effect", "cell"), [
    ([], "So.\n", "1 made"),
    ([against("no", "pro")], "*Of no effect, since the first does not bear on it.*", "none needed"),
    ([against("no", "con")], "*Of no effect, since the second does not bear on it anyway.*", "none needed"),
    ([against("no", "pro"), against("maybe", "no"), against("yes", "maybe"), against("no-again", "yes"),
      {"rebuttal": "round", "of": "no-again", "premises": ["maybe"]}],
     "*Open, since it is undecided whether the first bears on it.*", ""),
])  # fmt: skip
def test_what_a_comparison_does_is_said(arguments: list[dict[str, Any]], effect: str, cell: str) -> None:
    memo = briefs.write(made(*arguments), "policy")
    assert f"{effect}\n" in memo.replace(" So. *", " *") and (not cell or f"| {cell} |" in memo)
