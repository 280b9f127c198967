"""The decision memo in short: what it says of each option, and that the editors' words and the data agree."""

from __future__ import annotations

from typing import Any

import pytest

from argmap import briefs
from argmap.briefs.memo_parts import first_sentence
from argmap.documents.document import Document, Line, NoteMark, Ref, Run, Table
from tests.briefs.tram import evaluated, written


def words(line: Line) -> str:
    return "".join(part.text for part in line if isinstance(part, Run | Ref | NoteMark))


def table(document: Document, caption: str) -> Table:
    return next(b for b in document.blocks if isinstance(b, Table) and b.caption.startswith(caption))


def row(name: str, **changes: Any) -> list[str]:
    rows = table(briefs.compose(evaluated(**changes), "policy-short"), "The options").rows
    return next(found for each in rows if (found := [words(cell) for cell in each.cells])[0] == name)


def test_an_option_has_its_weightiest_reason_each_way_and_what_settles_it() -> None:
    assert row("The city should build the tram") == [
        "The city should build the tram", "No", "Nothing", "Stands", "A tram line frees road space¹",
        "The line costs more than the city has² (outweighed)", "Whether works can be built in stages",
    ]  # fmt: skip
    assert row("The city should keep its buses") == [
        "The city should keep its buses", "Yes", "Nothing", "Undecided", "Buses run already²", "Buses are full²",
        "Which of the two weighs more",
    ]  # fmt: skip


def test_a_question_argued_with_both_reasons_settles_an_option() -> None:
    plain = evaluated().debate.model_dump(by_alias=True, exclude_defaults=True)["positions"]
    plain[2]["arguments"] = [
        *plain[2]["arguments"],
        {"claim": "worth-it", "role": "question", "text": "Full buses are worth it.", "asks": "Are they worth it?"},
        {"support": "run", "of": "worth-it", "premises": ["buses-are-here"]},
        {"rebuttal": "full", "of": "worth-it", "premises": ["buses-are-full"]},
    ]
    assert row("The city should keep its buses", positions=plain)[-1] == "Are they worth it?"


def test_each_note_has_the_best_source_and_its_day() -> None:
    memo = written(evaluated(), "policy-short")
    assert "Doe, 1 March 2024" in memo and "Doe, September 2024" not in memo
    assert "Doe, September 2024" in written(evaluated(), "policy")


def test_risks_of_acting_and_of_not_acting_have_their_option_and_who_rated_them() -> None:
    found = table(briefs.compose(evaluated(), "policy-short"), "Risks of acting")
    assert found.caption == "Risks of acting, rated by nobody named"
    assert [words(cell) for cell in found.rows[0].cells] == [
        "The city should build the tram", "The line costs more than the city has", "Likely", "High",
    ]  # fmt: skip


def test_without_ids_and_figures_of_strength() -> None:
    memo = written(evaluated(), "policy-short")
    assert "<sub>" not in memo and "strength" not in memo


VALUES = {"life": "People should live.", "thrift": "Money should be kept."}


def test_the_value_that_sorts_the_audiences_is_named() -> None:
    arguments = [
        {"support": "saves", "of": "act", "text": "It saves lives.", "values": {"promotes": ["life"]}},
        {"rebuttal": "dear", "of": "act", "text": "It is dear.", "values": {"promotes": ["thrift"]}},
    ]
    memo = written(evaluated(
        values=VALUES, audiences={"nurse": ["life", "thrift"], "treasury": ["thrift", "life"]},
        resolutions=[{"claim": "act", "text": "We should act."}],
        positions=[{"position": "p", "arguments": arguments}],
    ), "policy-short")  # fmt: skip
    assert (
        "Life against thrift. The audience that ranks life higher (the nurse) accepts “We should act”. The "
        "treasury accepts none of these."
    ) in memo
    assert "| 1 of 2 |" in memo


@pytest.mark.parametrize(("text", "first"), [
    ("It may. It may not.", "It may."), ("Dr. Roe asked. Then he left.", "Dr. Roe asked."), ("So it is", "So it is"),
    ("By 2024. Then more.", "By 2024."), ("Both will do. Now choose.", "Both will do."),
    ("No. 7 runs empty. Stop it.", "No. 7 runs empty."), ("Say “no.” Then go.", "Say “no.”"),
])  # fmt: skip
def test_a_first_sentence_does_not_end_at_a_title(text: str, first: str) -> None:
    assert first_sentence(text) == first
