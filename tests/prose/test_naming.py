"""What statements are called within a sentence: names keep their capitals, other words do not."""

from __future__ import annotations

import pytest

from argmap.evaluation.evaluated import evaluate
from argmap.model import Debate
from argmap.prose.naming import ToldDebate


@pytest.mark.parametrize(
    ("text", "within"),
    [
        ("Token forces deter few.", "token forces deter few"),
        ("Waiting costs lives.", "waiting costs lives"),
        ("Women vote.", "women vote"),
        ("Stopping is dear.", "stopping is dear"),
        ("NATO’s troops wait.", "NATO’s troops wait"),
        ("US troops help us.", "US troops help us"),
        ("Ankara objects.", "Ankara objects"),
        ("Article 5 binds.", "Article 5 binds"),
        ("NordTaxi pays.", "NordTaxi pays"),
        ("We should stop.", "“We should stop”"),
    ],
)
def test_a_name_keeps_its_capital_within_a_sentence(text: str, within: str) -> None:
    said = "An article on Article 4 and Article 5: us they stop."
    arguments = [
        {"support": "one", "of": "act", "text": text},
        {"support": "two", "of": "act", "text": said, "evidence": [{"source": "s", "says": "They wait: a token."}]},
    ]
    resolutions = [{"claim": "act", "text": "We should stop."}]
    debate = Debate.model_validate({
        "debate": "d", "title": "What now?", "resolutions": resolutions,
        "positions": [{"position": "p", "arguments": arguments}],
        "sources": {"s": {"id": "s", "type": "report", "title": "T", "issued": "2024"}},
    })  # fmt: skip
    assert ToldDebate(evaluate(debate)).within("act" if text == resolutions[0]["text"] else "one") == within
