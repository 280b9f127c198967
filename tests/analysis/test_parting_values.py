"""The two values on which audiences part."""

from __future__ import annotations

from typing import Any

from argmap.analysis.parting_values import parting
from argmap.evaluation.evaluated import Evaluation, evaluate
from argmap.model import Debate


def valued(audiences: dict[str, list[str]]) -> Evaluation:
    arguments: list[dict[str, Any]] = [
        {"support": "saves", "of": "act", "text": "Saves.", "values": {"promotes": ["life"]}},
        {"rebuttal": "dear", "of": "act", "text": "Dear.", "values": {"promotes": ["thrift"]}},
    ]
    return evaluate(Debate.model_validate({
        "debate": "d", "title": "T", "resolutions": [{"claim": "act", "text": "Act."}],
        "values": {"calm": "C.", "life": "L.", "thrift": "T."}, "audiences": audiences,
        "positions": [{"position": "p", "arguments": arguments}],
    }))  # fmt: skip


def test_the_pair_that_sorts_most_verdicts_is_named_with_who_accepts_what() -> None:
    found = parting(valued({
        "nurse": ["life", "thrift", "calm"], "owner": ["calm", "thrift", "life"], "monk": ["calm", "life", "thrift"],
    }))  # fmt: skip
    assert found is not None and (found.higher, found.lower) == ("life", "thrift")
    assert found.with_higher == ("nurse", "monk") and found.with_lower == ("owner",)
    assert found.common(found.with_higher) == ("act",) and found.common(found.with_lower) == ()


def test_audiences_of_one_mind_do_not_part() -> None:
    assert parting(valued({"nurse": ["life", "thrift", "calm"], "monk": ["life", "calm", "thrift"]})) is None
    assert parting(valued({})) is None
