"""Debates at the edge of what there is: nothing argued, a passage of 50,000 words, scripts from the right."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from argmap import briefs
from argmap.evaluation.evaluated import Evaluation, evaluate
from argmap.model import Debate
from tests.briefs.test_flow import workbook
from tests.briefs.test_html import KINDS
from tests.briefs.tram import saying, written
from tests.documents.test_docx import faults
from tests.documents.test_pdf import pages

LONG = " ".join(f"word{n % 977}" for n in range(50_000))
READ = " ".join(LONG.split()[100:5_000])
WORD, WORD_OF_A_SOURCE = "w" * 1_000, "q" * 5_000
"""As long as a sentence may be; a passage may be longer."""
MARKUP = "</w:t><b>&amp;]]> **b** _em_ `code` #set text(red) $x$ @ref <r> | pipe {{7*7}} \\textbf{x} //c /*d"


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
    "from the right everywhere": saying("هذا ينجح 12% (שלום)."),
    "markup everywhere": saying(MARKUP),
    "one word everywhere": saying(WORD),
    "one word as passage": debate(
        {"support": "a", "of": "whole", "text": WORD,
         "evidence": [{"source": "s", "card": WORD_OF_A_SOURCE, "highlight": [WORD_OF_A_SOURCE]},
                      {"source": "s", "quote": WORD_OF_A_SOURCE, "says": WORD}]},
        {"rebuttal": "b", "of": "a", "text": WORD},
    ),
}  # fmt: skip


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "frontline"])
@pytest.mark.parametrize("extreme", EXTREMES)
def test_no_file_is_broken(extreme: str, kind: str, tmp_path: Path) -> None:
    ev = EXTREMES[extreme]
    assert faults(written(ev, kind, "docx"), tmp_path) == []
    assert pages(written(ev, kind, "pdf"))
    assert written(ev, kind, "html").rstrip().endswith("</html>") and written(ev, kind).startswith("# ")


@pytest.mark.parametrize("extreme", EXTREMES)
def test_no_flow_is_broken(extreme: str) -> None:
    ev = EXTREMES[extreme]
    assert workbook(briefs.flow_of(ev, "xlsx")).sheetnames[-1] == "CX"
    assert str(briefs.flow_of(ev, "html")).rstrip().endswith("</html>") and str(briefs.flow_of(ev, "md")).startswith(
        "# "
    )


@pytest.mark.parametrize("kind", ["policy", "case"])
def test_a_long_word_is_broken_at_the_edge_of_a_sheet(kind: str) -> None:
    for page in pypdfium2.PdfDocument(written(EXTREMES["one word as passage"], kind, "pdf")):
        text = page.get_textpage()
        assert all(text.get_charbox(n)[2] <= page.get_width() for n in range(text.count_chars()))
