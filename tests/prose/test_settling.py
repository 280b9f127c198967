"""What would settle a resolution."""

from __future__ import annotations

from argmap import briefs
from argmap.evaluation.evaluated import evaluate
from argmap.model import Debate

CITED = {"evidence": [{"source": "s"}]}


def memo(*arguments: dict[str, object]) -> str:
    return briefs.write(
        evaluate(Debate.model_validate({
            "debate": "d", "title": "What to do?", "resolutions": [{"claim": "a", "text": "A should be done."}],
            "sources": {"s": {"id": "s", "title": "A report"}},
            "positions": [{"position": "p", "arguments": list(arguments)}],
        })),
        "policy",
    )  # fmt: skip


def test_what_stands_hangs_on_what_alone_would_turn_it_and_not_on_one_of_two_reasons() -> None:
    said = memo(
        {"support": "one", "of": "a", "text": "It is cheap.", **CITED},
        {"support": "two", "of": "a", "text": "It is quick.", **CITED},
        {"rebuttal": "harm", "of": "a", "text": "It does harm."},
        {"rebuttal": "none", "of": "harm", "text": "Nobody was harmed."},
    )
    assert "**What would settle it:** Whether nobody was harmed." in said


def test_a_reason_that_nothing_backs_yet_is_missing_and_not_a_reason() -> None:
    said = memo(
        {"support": "one", "of": "a", "text": "It is cheap.", **CITED},
        {"support": "two", "of": "a", "text": "It is quick.", "undeveloped": True},
    )
    assert "**It is quick.**" not in said and "Not argued yet: it is quick." in said
