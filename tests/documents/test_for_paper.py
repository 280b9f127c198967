"""What formats for paper share: how wide columns are, and how large pictures."""

from __future__ import annotations

import pytest

from argmap.documents.document import Figure, Pill, Row, Run, Table, on_its_side
from argmap.documents.for_paper import WIDE, column_widths, is_short, is_to_write_in, size_on_paper
from argmap.evaluation.framework import Label


def table(*rows: tuple[str, ...]) -> Table:
    return Table("", rows[0], tuple(Row(tuple((Run(cell),) for cell in row)) for row in rows[1:]))


def test_a_column_of_long_texts_gets_the_room_that_short_ones_leave() -> None:
    option, today, settled = column_widths(table(("Option", "Today", "Settled by"), ("Trams", "No", "word " * 30)))
    assert settled > WIDE * 0.7 and option > 620 < today


def test_a_column_to_write_in_is_as_wide_as_the_longest() -> None:
    reason, backed, reply = column_widths(
        table(("Reason", "Backed by", "Reply"), ("word " * 9, "", ""), ("No", "", ""))
    )
    assert min(backed, reply) > WIDE / 4 < reason


@pytest.mark.parametrize("rows", [
    [("a",)], [("a", "b")], [("x" * 300, "y" * 900)], [("a", "b"), ("", "")], [("a", "b"), ("w " * 9000, "w")],
])  # fmt: skip
def test_columns_are_never_wider_than_the_text_and_none_is_without_width(rows: list[tuple[str, ...]]) -> None:
    found = column_widths(table(*rows))
    assert sum(found) <= WIDE and min(found) > 0


def test_only_a_short_table_stays_on_one_page() -> None:
    assert is_short(table(("a", "b"), ("w " * 300, ""))) and not is_short(table(("a", "b"), ("w " * 300, "w " * 300)))


def test_a_sign_stays_with_its_word() -> None:
    pills = tuple((Pill(Label.UNDEC),) for _ in range(3))
    _, *judged = column_widths(Table("", ("Option", "A", "B", "C"), (Row(((Run("word " * 40),), *pills)),)), wide=5000)
    assert min(judged) >= 160 + 100 * len("? undecided")


def columns_of(columns: int, rows: int) -> tuple[tuple[str, ...], list[str], list[str]]:
    """A table put on its side: its head, its row headers, and what stands in its first row."""
    made = on_its_side(table(*(tuple(f"{row}.{n}" for n in range(columns)) for row in range(rows + 1))), "Corner")
    cells = [[each.text for cell in row.cells for each in cell if isinstance(each, Run)] for row in made.rows]
    return made.head, [row[0] for row in cells], cells[0]


@pytest.mark.parametrize(("columns", "rows"), [(8, 2), (9, 9), (3, 50)])
def test_a_table_that_fits_stays_as_it_is(columns: int, rows: int) -> None:
    head, first, _ = columns_of(columns, rows)
    assert head == tuple(f"0.{n}" for n in range(columns)) and first == [f"{n}.0" for n in range(1, rows + 1)]


def test_a_table_of_too_many_columns_is_put_on_its_side() -> None:
    head, first, row = columns_of(51, 2)
    assert head == ("Corner", "1.0", "2.0") and first == [f"0.{n}" for n in range(1, 51)]
    assert row == ["0.1", "1.1", "2.1"]


@pytest.mark.parametrize(("cells", "blank"), [
    (("A reason", "", ""), True), (("", "Done", "War"), False), (("A", ""), True), (("A",), False), (("", ""), True),
])  # fmt: skip
def test_only_a_row_without_words_beside_its_header_is_to_write_in(cells: tuple[str, ...], blank: bool) -> None:
    assert is_to_write_in(Row(tuple((Run(cell),) if cell else () for cell in cells))) is blank


@pytest.mark.parametrize(("wide", "high", "found"), [
    (100, 50, (1500, 750, 1.0)), (1285, 100, (9638, 750, 0.5)), (100, 1707, (749, 12800, 0.5)),
])  # fmt: skip
def test_a_picture_keeps_its_shape(wide: int, high: int, found: tuple[int, int, float]) -> None:
    shown = size_on_paper(Figure(f'<svg width="{wide}" height="{high}"></svg>', ""))
    assert shown == (*found[:2], pytest.approx(found[2], rel=0.01))
