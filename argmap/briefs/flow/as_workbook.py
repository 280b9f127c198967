"""A flow as an Excel workbook in the form of Verbatim Flow: scouting, a sheet a position, cross-examination."""

from __future__ import annotations

import datetime
import re
import textwrap
from collections.abc import Iterable
from io import BytesIO
from itertools import zip_longest
from typing import Any

from argmap.briefs.flow.sheets import Cell, Flow, Sheet, by_time
from argmap.documents.document import tidy
from argmap.wording.extras import MissingExtra

AFF, NEG, ASKING = "#405C79", "#BF5656", "#8BBF56"
"""The colours of the sides, and of the questions."""
_SCOUTING = ("Tournament", "Round", "Judges", "For", "Against", "Winner", "Positions", "Notes")
_FONT = {"font_name": "Arial", "font_size": 10}
"""Columns are as wide as its figures are: LibreOffice has one of the same widths, as it has not for Calibri."""
_WIDEST = 24
_SHEET_WIDE, _UNIT, _MARGIN = 752, 5.25, 3.75
"""In points: how wide a sheet across is between its margins, Letter as well as A4, so that its print is not made
smaller than it is; how wide a unit of a column is, and what comes to each column."""
_MOST_COLUMNS = 8
"""So many columns go on a sheet."""
_HEAD_HEIGHT = 28
_LINE, _LETTERS, _TALLEST = 11, 1.2, 400
"""How high a line is, in points, how many letters stand in a unit of its width at the least, and how high a row may
be."""
_MOST = 32_000
"""An Excel cell holds little more than as many letters."""
_LONGEST_NAME = 31
_RESERVED = {"history", "scouting info", "cx"}


def as_workbook(flow: Flow) -> bytes:
    """The workbook. Raises `MissingExtra` without XlsxWriter."""
    try:
        import xlsxwriter
    except ImportError:
        raise MissingExtra("A flow as a workbook", "documents") from None

    buffer = BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True, "default_format_properties": _FONT})
    book.set_properties({"title": tidy(flow.title), "created": datetime.datetime(1980, 1, 1)})
    writer = _Writer(flow, book)
    names = _sheet_names([sheet.name for sheet in flow.sheets])
    writer.scouting(names)
    for name, sheet in zip(names, flow.sheets, strict=True):
        writer.sheet(name, sheet)
    writer.questions()
    book.close()
    return buffer.getvalue()


def _sheet_names(names: list[str]) -> list[str]:
    """Names that Excel takes: at most 31 letters, some signs none of them, no two alike."""
    found: list[str] = []
    for name in names:
        plain = re.sub(r"[*?:\\/\[\]]", " ", tidy(name))
        plain = textwrap.shorten(plain, _LONGEST_NAME, placeholder="") or plain.strip()[:_LONGEST_NAME]
        plain = plain.strip(" '") or "Position"
        n, tried = 1, plain
        while tried.casefold() in _RESERVED or tried.casefold() in {each.casefold() for each in found}:
            n += 1
            tried = f"{plain[: _LONGEST_NAME - len(str(n)) - 1]} {n}"
        found.append(tried)
    return found


class _Writer:
    """What writes sheets; everything is written as text, so that no data becomes a formula or a link."""

    def __init__(self, flow: Flow, book: Any) -> None:
        self.flow, self.book = flow, book
        self._formats: dict[tuple[Any, ...], Any] = {}

    def format(self, **look: Any) -> Any:
        """A look of cells, made once."""
        key = tuple(sorted(look.items()))
        if key not in self._formats:
            usual = {**_FONT, "font_size": 8, "text_wrap": True, "valign": "top"}
            self._formats[key] = self.book.add_format({**usual, **look})
        return self._formats[key]

    def head(self, colour: str) -> Any:
        """The look of a column's head."""
        return self.format(
            bold=True, font_size=12, align="center", valign="vcenter", font_color="#FFFFFF", bg_color=colour
        )

    def scouting(self, names: list[str]) -> None:
        """The first sheet: what a round is known by, to be filled in, and where the positions are."""
        sheet = self.book.add_worksheet("Scouting Info")
        sheet.set_column(0, 0, 16)
        sheet.set_column(1, 1, 60)
        sheet.fit_to_pages(1, 0)
        known = {"For": self.flow.sides[0], "Against": self.flow.sides[1], "Notes": self.flow.title}
        line = 0
        for label in _SCOUTING:
            sheet.write_string(line, 0, label, self.format(bold=True, font_size=11))
            if label == "Positions":
                link = self.format(font_size=11, font_color=AFF, underline=1)
                for name, whole in zip(names, self.flow.sheets, strict=True):
                    place = "internal:'" + name.replace("'", "''") + "'!A1"
                    sheet.write_url(line, 1, place, link, _clean(whole.name))
                    line += 1
                line -= bool(names)
            else:
                sheet.write_string(line, 1, _clean(known.get(label, "")), self.format(font_size=11))
            line += 1

    def sheet(self, name: str, sheet: Sheet) -> None:
        """A position: heads that stay, its name below the first, then a row for each first argument."""
        page = self.book.add_worksheet(name)
        heads = self.flow.heads(sheet)
        page.set_row(0, _HEAD_HEIGHT)
        wide = _printed(page, len(heads))
        page.set_column(0, len(heads) - 1, wide)
        page.freeze_panes(1, 0)
        page.repeat_rows(0)
        for n, text in enumerate(heads):
            page.write_string(0, n, text, self.head(self._colour(sheet.first + n)))
        page.set_tab_color(self._colour(sheet.first))
        page.write_string(1, 0, _clean(sheet.name), self.format(bold=True, font_size=10, text_wrap=False))
        for line, row in enumerate(sheet.rows, 2):
            page.set_row(line, _height(map(_told, row.values()), wide))
            for column, cell in row.items():
                page.write_string(line, column - sheet.first, _told(cell), self._look(column, cell))

    def _colour(self, column: int) -> str:
        return "#7F7F7F" if column == self.flow.late else (AFF, NEG)[column % 2]

    def _look(self, column: int, cell: Cell) -> Any:
        look: dict[str, Any] = {"font_color": self._colour(column)}
        if cell.is_carded:
            look |= {"bold": True, "bottom": 5, "bottom_color": "#00B050"}
        if cell.is_grouped:
            look |= {"right": 5}
        if cell.id is None:
            look |= {"align": "center"}
        return self.format(**look)

    def questions(self) -> None:
        """The sheet of cross-examination: for each time a column of questions and one for what is said to them."""
        page = self.book.add_worksheet("CX")
        page.set_tab_color(ASKING)
        page.set_row(0, _HEAD_HEIGHT)
        page.freeze_panes(2, 0)
        page.repeat_rows(0, 1)
        wide = _printed(page, 2 * len(self.flow.format.questions))
        for n, (name, texts) in enumerate(by_time(self.flow)):
            page.merge_range(0, 2 * n, 0, 2 * n + 1, name, self.head(ASKING))
            page.set_column(2 * n, 2 * n + 1, wide)
            for at, label in enumerate(("Question", "Response")):
                page.write_string(1, 2 * n + at, label, self.format(bold=True, font_size=10))
            for line, text in enumerate(texts, 2):
                page.write_string(line, 2 * n, _clean(text), self.format())
        for line, together in enumerate(zip_longest(*(texts for _, texts in by_time(self.flow)), fillvalue=""), 2):
            page.set_row(line, _height(together, wide))


def _printed(page: Any, columns: int) -> float:
    """Set how a page of so many columns is printed, on sheets across; how wide each of them is, so that none is made
    smaller."""
    sheets = -(-columns // _MOST_COLUMNS)
    page.set_landscape()
    page.set_margins(left=0.25, right=0.25, top=0.5)
    page.fit_to_pages(sheets, 0)
    return min(_WIDEST, (_SHEET_WIDE * sheets / columns - _MARGIN) / _UNIT)


def _height(texts: Iterable[str], wide: float) -> int:
    """How high a row has to be, since not every program works it out when it opens a file."""
    lines = max((len(textwrap.wrap(text, int(_LETTERS * wide))) for text in texts), default=1)
    return min(_LINE * max(lines, 1) + 4, _TALLEST)


def _told(cell: Cell) -> str:
    return _clean(f"{cell.text} ({cell.cite})" if cell.cite else cell.text)


def _clean(text: str) -> str:
    text = tidy(text)
    return text if len(text) <= _MOST else f"{text[:_MOST]}…"
