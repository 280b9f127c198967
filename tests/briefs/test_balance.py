"""The balance of a debate: what is counted adds up, and is counted of what is selected."""

from __future__ import annotations

from hypothesis import given

from argmap import briefs
from argmap.briefs import Selection
from argmap.documents.document import Document, Table
from argmap.evaluation.evaluated import evaluate
from argmap.model import Claim, Debate
from tests.briefs.test_short import table, words
from tests.briefs.tram import evaluated
from tests.strategies import policy_debates

FORCES = ("of them count", "of them are outweighed", "of them are open", "of them are answered")


def measured(document: Document) -> dict[str, list[str]]:
    """What the table of the sides says, by what is counted."""
    return {words(row.cells[0]): [words(cell) for cell in row.cells[1:]] for row in sides(document).rows}


def sides(document: Document) -> Table:
    return table(document, "What each side has said")


@given(policy_debates())
def test_each_argument_is_counted_once_and_has_one_force(debate: Debate) -> None:
    found = measured(briefs.compose(evaluate(debate), "balance"))
    numbers = {name: [int(cell) for cell in cells] for name, cells in found.items() if name != "Newest source"}
    arguments = numbers.get("Arguments", [0])
    assert sum(arguments) == sum(not isinstance(each, Claim) for each in debate.statements.values())
    assert [sum(column) for column in zip(*(numbers[f] for f in FORCES if f in numbers), strict=True)] in (
        arguments, [],
    )  # fmt: skip


def test_the_sides_of_a_small_debate() -> None:
    found = measured(briefs.compose(evaluated(), "balance"))
    assert found == {
        "Arguments": ["6", "4"],
        "of them count": ["4", "2"],
        "of them are outweighed": ["0", "1"],
        "of them are answered": ["2", "1"],
        "Arguments that nobody has answered": ["5", "2"],
        "Citations": ["5", "4"],
        "of them graded A or B": ["3", "1"],
        "Sources": ["3", "3"],
        "of them undated": ["0", "1"],
        "Newest source": ["2025", "2025"],
        "Risks rated": ["0", "1"],
    }


def test_a_position_alone_is_measured() -> None:
    whole = briefs.compose(evaluated(), "balance")
    part = briefs.compose(evaluated(), "balance", Selection(position="buses"))
    assert len(table(part, "What each position has").rows) < len(table(whole, "What each position has").rows)
