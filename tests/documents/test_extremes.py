"""Debates at the edge of what there is: nothing argued, a passage of 50,000 words, scripts from the right."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from argmap.evaluation.evaluated import Evaluation, evaluate
from argmap.model import Debate
from tests.briefs.tram import written
from tests.documents.test_docx import faults
from tests.documents.test_pdf import pages

LONG = " ".join(f"word{n % 977}" for n in range(50_000))
READ = " ".join(LONG.split()[100:5_000])


def debate(*arguments: dict[str, Any], title: str = "Should we act?", text: str = "We should act.") -> Evaluation:
    position = [{"position": "p", "arguments": arguments}] if arguments else []
    sources = {"s": {"id": "s", "title": "S", "issued": "2024"}}
    return evaluate(Debate.model_validate(
        {"debate": "d", "title": title, "resolutions": [{"claim": "whole", "text": text}], "positions": position,
         "sources": sources}
    ))  # fmt: skip


EXTREMES = {
    "nothing argued": debate(),
    "a long passage": debate(
        {"support": "a", "of": "whole", "text": "It works.",
         "evidence": [{"source": "s", "card": LONG, "highlight": [READ]}]}
    ),
    "from the right": debate(
        {"support": "a", "of": "whole", "text": "هذا ينجح.",
         "evidence": [{"source": "s", "card": "שלום לכולם זה עובד", "highlight": ["זה עובד"]}]},
        {"rebuttal": "b", "of": "a", "text": "لا ينجح 12%."},
        title="هل ينبغي أن نتصرف؟", text="ينبغي أن نتصرف.",
    ),
}  # fmt: skip


@pytest.mark.parametrize("kind", ["policy", "argument", "case", "negative"])
@pytest.mark.parametrize("extreme", EXTREMES)
def test_no_file_is_broken(extreme: str, kind: str, tmp_path: Path) -> None:
    ev = EXTREMES[extreme]
    assert faults(written(ev, kind, "docx"), tmp_path) == []
    assert pages(written(ev, kind, "pdf"))
    assert written(ev, kind, "html").rstrip().endswith("</html>") and written(ev, kind).startswith("# ")
