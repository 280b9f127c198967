"""Flow sheets: every statement is on one, each answer one speech after what it answers; workbooks are read back."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings

from argmap import briefs
from argmap.briefs.citations import Citations
from argmap.briefs.flow.sheets import DROPPED, EXTENDED, Flow, by_time, flow
from argmap.briefs.flow.speech_order import FORMATS
from argmap.briefs.selected_debate import SelectedDebate, Selection
from argmap.evaluation.evaluated import Evaluation, evaluate
from argmap.model import Debate, Rebuttal
from tests.briefs.test_html import HOSTILE
from tests.briefs.tram import evaluated, saying
from tests.strategies import policy_debates

EVENTS = list(FORMATS)


def flowing(ev: Evaluation, event: str = "policy", selection: Selection | None = None) -> Flow:
    return flow(SelectedDebate(ev, Citations({}, ()), selection or Selection()), FORMATS[event])


def places(found: Flow) -> dict[str, list[int]]:
    """The columns in which each statement stands."""
    out: dict[str, list[int]] = {}
    for column, cell in (
        (column, cell) for sheet in found.sheets for row in sheet.rows for column, cell in row.items()
    ):
        if cell.id:
            out.setdefault(cell.id, []).append(column)
    return out


def workbook(content: str | bytes) -> Any:
    assert isinstance(content, bytes)
    return openpyxl.load_workbook(BytesIO(content))


@pytest.mark.parametrize("event", EVENTS)
@given(policy_debates(max_statements=12))
@settings(max_examples=20)
def test_every_statement_is_on_a_sheet_and_each_answer_one_speech_on(event: str, debate: Debate) -> None:
    found = flowing(evaluate(debate), event)
    at = places(found)
    said = {x.id for position in debate.positions for x in position.arguments}
    assert set(at) == said
    for id in said:
        x = debate.statements[id]
        if isinstance(x, Rebuttal) and x.target in at and debate.statements[x.target].id not in debate.resolution_ids:
            on = [a - b for a in at[id] for b in at[x.target]]
            assert 1 in on or found.late in at[id] or at[id] == [0] or at[id] == [1]


def test_an_answer_stands_beside_what_it_answers_and_what_nobody_answers_is_extended() -> None:
    rows = {sheet.name: sheet.rows for sheet in flowing(evaluated()).sheets}
    row = next(row for row in rows["What it costs"] if any(cell.id == "takes-years" for cell in row.values()))
    assert [row[column].id or row[column].text for column in sorted(row)] == [
        "takes-years",
        "reserve-fund",
        DROPPED,
        EXTENDED,
    ]
    assert sorted(row) == [1, 2, 3, 4] and row[1].is_carded and not row[2].is_carded and row[1].cite


def test_a_negative_sheet_begins_with_the_first_speech_against() -> None:
    found = flowing(evaluated())
    heads = {sheet.name: found.heads(sheet)[0] for sheet in found.sheets}
    assert heads["Room on the roads"] == "1AC" and heads["What it costs"] == "1NC"


def test_what_has_no_speech_left_comes_too_late() -> None:
    chain = [{"support": "a0", "of": "whole", "text": "A0."}]
    chain += [{"rebuttal": f"a{n}", "of": f"a{n - 1}", "text": f"A{n}."} for n in range(1, 8)]
    debate = {"debate": "d", "title": "T", "resolutions": [{"claim": "whole", "text": "W."}],
              "positions": [{"position": "p", "arguments": chain}]}  # fmt: skip
    found = flowing(evaluate(Debate.model_validate(debate)), "ld")
    assert found.heads(found.sheets[0]) == ["AC", "NC", "1AR", "NR", "2AR", "Too late"]
    assert [places(found)[f"a{n}"] for n in range(8)] == [[0], [1], [2], [3], [4], [5], [5], [5]]


def test_a_card_read_before_is_cross_applied_and_what_gets_one_answer_is_a_group() -> None:
    arguments = [
        {"claim": "known", "text": "The cost is known.", "evidence": [{"source": "s"}]},
        *({"support": id, "of": "whole", "text": f"{id}."} for id in ("a", "b", "c")),
        *({"rebuttal": f"not-{id}", "of": id, "premises": ["known"]} for id in ("a", "b")),
    ]
    debate = {"debate": "d", "title": "T", "resolutions": [{"claim": "whole", "text": "W."}],
              "sources": {"s": {"id": "s", "title": "S"}},
              "positions": [{"position": "p", "arguments": arguments}]}  # fmt: skip
    (sheet,) = flowing(evaluate(Debate.model_validate(debate))).sheets
    cells = {cell.id: cell for row in sheet.rows for cell in row.values() if cell.id}
    assert cells["known"].is_carded and cells["known"].text == "The cost is known"
    again = [(cells[id].text, cells[id].is_carded) for id in ("not-a", "not-b")]
    assert again == [("Cross-apply: the cost is known", False)] * 2
    assert [cells[id].is_grouped for id in ("a", "b", "c")] == [True, True, False]


def test_questions_are_put_to_whom_they_are_about() -> None:
    arguments = [
        {"support": "first", "of": "whole", "text": "A.", "asks": "What are we to do?"},
        {"rebuttal": "second", "of": "first", "text": "B.", "scheme": "analogy",
         "asks": "Which of them concerned soldiers?"},
    ]  # fmt: skip
    debate = {"debate": "d", "title": "T", "resolutions": [{"claim": "whole", "text": "W."}],
              "positions": [{"position": "p", "arguments": arguments}]}  # fmt: skip
    asked = dict(by_time(flowing(evaluate(Debate.model_validate(debate)))))
    assert asked["1AC CX"] == ["Which of them concerned soldiers?"] and asked["2AC CX"] == []
    assert asked["1NC CX"][0] == "What are we to do?" and len(asked["1NC CX"]) == 2
    assert asked["1NC CX"][1].startswith('You say: "B." ')


@pytest.mark.parametrize("event", EVENTS)
def test_a_workbook_is_read_back(event: str) -> None:
    ev = evaluated()
    found, book = flowing(ev, event), workbook(briefs.flow_of(ev, "xlsx", event))
    assert book.sheetnames == ["Scouting Info", *(sheet.name for sheet in found.sheets), "CX"]
    for sheet in found.sheets:
        page = book[sheet.name]
        assert [cell.value for cell in page[1]] == found.heads(sheet) and page.freeze_panes == "A2"
        assert page["A2"].value == sheet.name and page.row_dimensions[1].height > 27
        for n, row in enumerate(sheet.rows, 3):
            for column, cell in row.items():
                there = page.cell(n, column - sheet.first + 1)
                assert there.value.startswith(cell.text) and there.data_type == "s"
                assert (there.border.bottom.style == "thick") is cell.is_carded
    heads = [cell.value for cell in book["CX"][1] if cell.value]
    assert heads == [name for name, _ in FORMATS[event].questions]


@pytest.mark.parametrize(
    "text", [*HOSTILE, "=1+1", "+cmd|' /C calc'!A0", "@SUM(A1)", "https://example.org", "'x'", "[a]:*?/\\b"]
)
def test_hostile_text_stays_text(text: str) -> None:
    book = workbook(briefs.flow_of(saying(text), "xlsx"))
    for page in book:
        for cell in (cell for row in page.iter_rows() for cell in row):
            assert cell.data_type in ("s", "n") and (cell.data_type == "s" or cell.value is None)
            assert cell.hyperlink is None or cell.hyperlink.location
    assert briefs.flow_of(saying(text), "html") and briefs.flow_of(saying(text), "md")


def test_sheets_that_would_be_called_alike_are_numbered() -> None:
    arguments = [{"support": f"s{n}", "of": "whole", "text": "S."} for n in range(4)]
    titles = ("History", "The same long name of a position, one", "The same long name of a position, two", "???")
    debate = {"debate": "d", "title": "T", "resolutions": [{"claim": "whole", "text": "W."}],
              "positions": [{"position": f"p{n}", "title": title, "arguments": [arguments[n]]}
                            for n, title in enumerate(titles)]}  # fmt: skip
    names = workbook(briefs.flow_of(evaluate(Debate.model_validate(debate)), "xlsx")).sheetnames[1:-1]
    assert names == ["History 2", "The same long name of a", "The same long name of a 2", "Position"]


def test_the_same_debate_gives_the_same_bytes() -> None:
    assert briefs.flow_of(evaluated(), "xlsx") == briefs.flow_of(evaluated(), "xlsx")


@pytest.mark.parametrize("event", EVENTS)
def test_a_sheet_fits_on_letter_across_so_that_its_print_is_no_smaller_than_it_is(event: str) -> None:
    """A unit of a column is 7 dots of 96 to the inch; Letter is 11 inches across."""
    for sheet in workbook(briefs.flow_of(evaluated(), "xlsx", event)).worksheets[1:]:
        dots = sum(7 * each.width * (each.max - each.min + 1) for each in sheet.column_dimensions.values())
        assert sheet.page_setup.orientation == "landscape" and sheet.page_margins.left == 0.25
        assert dots <= 96 * 10.5 * (sheet.page_setup.fitToWidth or 1)
