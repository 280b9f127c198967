"""The overview's matrix as SVG: a page as wide as A4 less its margins, where the smallest type has 8 pt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product

from argmap.evaluation.evaluated import Evaluation
from argmap.evaluation.framework import Label
from argmap.maps.heading import heading
from argmap.maps.markup import linked, tag, text_tag
from argmap.maps.matrix import Column, Entry, Matrix, Row, matrix
from argmap.maps.measure import width
from argmap.maps.parts import Part, beside, flow, grouped, name_with_note, padded, paragraph, rule, stack, table
from argmap.maps.scale import HIGH, SMALL, block, draw_pile, draw_scale
from argmap.maps.scene import Links
from argmap.maps.svg import document
from argmap.maps.theme import Theme
from argmap.maps.views import View

PAGE, EDGE = 740.0, 14.0
"""The width of the page and its margin, in px: on A4 with 10 mm around it, 11 px are 8 pt."""
HEAD, TITLE = 12.5, 13.5
LABEL = 150.0
"""The width of a position's label, unless another makes the matrix shorter."""
MOST_COLUMNS = 5
"""Above so many columns nothing can be read in one: each position is a block of rows instead."""
ABREAST, _BESIDE = 4, 150.0
"""How many resolutions stand beside each other where they are not columns of the matrix, and the least width of one."""
_WIDE = 200.0
"""A cell of this width has its blocks beside the words, a narrower one above them."""
_LINKS = "Titles lead to maps."
_STRIP, _PAD, _COUNTS, _NAME = 5.0, 6.0, 60.0, 160.0
_ON_A_PAGE = 40
"""More rows than this are longer than a page, however wide their columns are."""
_LEAST = 90.0
"""No column is narrower."""


def draw_matrix(
    evaluation: Evaluation, view: View, theme: Theme, links: Links, prefix: str, fit: float | None = None
) -> str:
    """The overview of a debate as an SVG document, no wider than `fit` px."""
    wide = min(PAGE, fit or PAGE)
    room = wide - 2 * EDGE
    view = view.checked(evaluation.debate)
    found, above = (
        matrix(evaluation, view, links),
        replace(heading(evaluation, view, (), links.around), sides="", standing=""),
    )
    top, title = above.draw(EDGE, EDGE, room, theme)
    body = stack([*_Setter(evaluation, theme, prefix, room).sections(found)], gap=7)
    high = top - 12 + body.height + EDGE
    return document(title + body.draw(EDGE, top - 12, body.height), wide, high, above, theme, prefix)


class _Setter:
    """Sets the parts of a matrix in type."""

    def __init__(self, evaluation: Evaluation, theme: Theme, prefix: str, room: float) -> None:
        self.debate, self.theme, self.prefix, self.room = evaluation.debate, theme, prefix, room
        self.says = "What it says to each resolution: how many arguments, and the weightiest."

    def sections(self, found: Matrix) -> Iterator[Part]:
        """The matrix, the resolutions without a column, the legend."""
        columns = found.columns
        if len(columns) > min(MOST_COLUMNS, (self.room - LABEL) // _LEAST):
            yield self._grid([(column, None) for column in columns])
            heads = [self._corner("Position", _LINKS, LABEL), self._corner("Resolution", self.says, self.room - LABEL)]
            rows = [[self._label(row), self._lines(row, columns)] for row in found.rows]
            yield table([heads, *rows], [LABEL, self.room - LABEL], self.theme)
        elif found.rows:
            yield min(
                (self._matrix(found, *widths) for widths in _widths(found, self.room)), key=lambda part: part.height
            )
        elif columns:
            yield self._grid([(column, None) for column in columns])
        if found.others:
            words = "The other resolutions, each argued in one position at most"
            yield paragraph(words, self.room, TITLE, self.theme.ink, bold=True)
            yield self._grid(found.others)
        yield self._legend(found)

    def _matrix(self, found: Matrix, first: float, *widths: float) -> Part:
        heads = [self._corner("Position", f"{self.says} {_LINKS}", first), *map(self._head, found.columns, widths)]
        cells = [
            [self._cell(row.cells.get(column.id, ()), wide) for column, wide in zip(found.columns, widths, strict=True)]
            for row in found.rows
        ]
        rows = [[self._label(row, first), *each] for row, each in zip(found.rows, cells, strict=True)]
        return table([heads, *rows], [first, *widths], self.theme)

    def _grid(self, columns: Sequence[tuple[Column, Row | None]]) -> Part:
        """Resolutions side by side, each with what is said to it below its head."""
        most = max(1, min(ABREAST, int(self.room // _BESIDE)))
        wide = self.room / min(most, len(columns))
        rows = [columns[start : start + most] for start in range(0, len(columns), most)]
        return stack([self._shelf(row, wide) for row in rows], gap=8)

    def _shelf(self, columns: Sequence[tuple[Column, Row | None]], wide: float) -> Part:
        heads = [self._head(column, wide, row) for column, row in columns]
        cells = [self._cell(row.cells.get(column.id, ()) if row else (), wide) for column, row in columns]
        return table([heads, cells] if any(row for _, row in columns) else [heads], [wide] * len(columns), self.theme)

    def _corner(self, title: str, note: str, wide: float) -> Part:
        """What a row or a column of the table is."""
        above = paragraph(title, wide - 2 * _PAD, HEAD, self.theme.ink, bold=True)
        below = paragraph(note, wide - 2 * _PAD, SMALL, self.theme.quiet)
        return replace(padded(stack([above, below]), _PAD, 4), fill=self.theme.panel)

    def _head(self, column: Column, wide: float, row: Row | None = None) -> Part:
        """A resolution: its name, its scale, and the position where it is argued if there is one alone."""
        room, theme = wide - 2 * _PAD, self.theme
        words = paragraph(column.words, room, HEAD, theme.ink, bold=True)
        name = grouped(words, lambda inner: self._resolution(column, inner))
        high, _ = draw_scale(column.tally, 0, 0, room, theme)
        scale = Part(high, lambda x, y, _: draw_scale(column.tally, x, y, room, theme)[1])
        parts = [name, scale, *([self._where(row, room)] if row else [])]
        return replace(padded(stack(parts, gap=2), _PAD, 4), fill=theme.panel)

    def _resolution(self, column: Column, inner: str) -> str:
        title = text_tag("title", column.tooltip)
        classes = f"statement resolution {column.label.value}"
        return linked(tag("g", title + inner, id=self.prefix + column.id, class_=classes), column.href)

    def _where(self, row: Row, room: float) -> Part:
        """The position in which alone a resolution is argued."""
        said = paragraph(f"All in: {row.name}", room, SMALL, self.theme.quiet)
        return grouped(said, lambda inner: self._position(row, inner, None))

    def _label(self, row: Row, wide: float = LABEL) -> Part:
        """A position with its kind and size, leading to its map."""
        inner = padded(name_with_note(row.name, row.note, wide - 2 * _PAD, SMALL, self.theme), _PAD, 2.5)
        return replace(grouped(inner, lambda inner: self._position(row, inner, self.prefix)), fill=self.theme.panel)

    def _position(self, row: Row, inner: str, prefix: str | None) -> str:
        id = None if prefix is None else f"{prefix}position-{row.position}"
        group = tag("g", text_tag("title", row.tooltip) + inner, id=id, class_="position")
        return linked(group, row.href)

    def _lines(self, row: Row, columns: Sequence[Column]) -> Part:
        """What a position says, a line for each resolution that it speaks to."""
        wide, parts = self.room - LABEL, list[Part]()
        for column in columns:
            if column.id in row.cells:
                line = self._line(column, row.cells[column.id], wide)
                parts.append(self._ruled(line, wide) if parts else line)
        return stack(parts)

    def _line(self, column: Column, entries: Sequence[Entry], wide: float) -> Part:
        """What it says to one, beside its name; below that where there is little room."""
        beneath = wide < _NAME + _WIDE
        name = padded(paragraph(column.words, (wide if beneath else _NAME) - 2 * _PAD, SMALL, self.theme.ink), _PAD, 4)
        if beneath:
            return stack([name, self._cell(entries, wide)])
        return beside([(0, name), (_NAME, self._cell(entries, wide - _NAME))])

    def _cell(self, entries: Sequence[Entry], wide: float) -> Part:
        """What a position says to a resolution: for it, and against it."""
        if not entries:
            return Part(0, lambda x, y, high: "", self.theme.panel)
        first, *rest = (self._entry(entry, wide) for entry in entries)
        return stack([first, *(self._ruled(part, wide) for part in rest)])

    def _ruled(self, part: Part, wide: float) -> Part:
        return Part(part.height, lambda x, y, high: rule(x, y, wide, self.theme) + part.draw(x, y, high))

    def _entry(self, entry: Entry, wide: float) -> Part:
        colour, room = self.theme.side(entry.side), wide - _STRIP - 2 * _PAD
        if wide >= _WIDE:
            first = _COUNTS * (2 if wide > 2 * _WIDE else 1)
            inner = beside([(0, self._counts(entry, first)), (first, self._weightiest(entry, room - first))])
        else:
            inner = stack([self._counts_above(entry, room), self._weightiest(entry, room)], gap=1)
        body = padded(inner, _STRIP + _PAD, 2.5)
        return Part(body.height, lambda x, y, high: tag(
            "rect", x=x, y=y, width=_STRIP, height=high, fill=colour) + body.draw(x, y, high))  # fmt: skip

    def _weightiest(self, entry: Entry, room: float) -> Part:
        """The words of the weightiest argument, grey where it has no force."""
        ink = self.theme.quiet if entry.force is Label.OUT else self.theme.ink
        classes = " ".join(("statement", "pro" if entry.side > 0 else "con", entry.force.value))

        def group(inner: str) -> str:
            title = text_tag("title", entry.tooltip)
            return linked(tag("g", title + inner, id=self.prefix + entry.id, class_=classes), entry.href)

        return grouped(paragraph(entry.words, room, SMALL, ink, most=6), group)

    def _counts(self, entry: Entry, wide: float) -> Part:
        """The blocks, and below them how many count, are open and have no force."""
        numbers = paragraph(_numbers(entry), wide - _PAD, SMALL, self.theme.quiet)
        return _told(entry, stack([self._blocks(entry, wide - 2 * _PAD), numbers]))

    def _counts_above(self, entry: Entry, room: float) -> Part:
        """The same in one row, in a narrow cell."""
        wide, numbers = _in_a_row(_numbers(entry), room, self.theme.quiet)
        across = room - wide - 8
        used = min(across, entry.pile.total * (HIGH + 2) - 2)
        return _told(entry, beside([(0, self._blocks(entry, across)), (used + 8, numbers)]))

    def _blocks(self, entry: Entry, room: float) -> Part:
        theme, colour = self.theme, self.theme.side(entry.side)
        high, _ = draw_pile(entry.pile, colour, 0, 0, room, theme)
        return padded(Part(high, lambda x, y, _: draw_pile(entry.pile, colour, x, y, room, theme)[1]), 0, 2, 1.5)

    def _legend(self, found: Matrix) -> Part:
        """What the marks mean, each that occurs; and the positions that say nothing to a resolution."""
        line = Part(7, lambda x, y, _: rule(x, y, self.room, self.theme))
        parts = [line, flow([*self._marks(found)], self.room)]
        if found.silent:
            lead = self._mark("No argument to a resolution:")
            parts.append(flow([lead, *map(self._silent, found.silent)], self.room, between=8))
        return grouped(stack(parts), lambda inner: tag("g", inner, class_="legend"))

    def _silent(self, row: Row) -> tuple[float, Part]:
        wide, part = _in_a_row(f"{row.name} ({row.size})", self.room, self.theme.ink)
        return wide, grouped(part, lambda inner: self._position(row, inner, self.prefix))

    def _marks(self, found: Matrix) -> Iterator[tuple[float, Part]]:
        theme, debate = self.theme, self.debate
        tallies = [column.tally for column in (*found.columns, *(column for column, _ in found.others))]
        piles = [pair for tally in tallies for pair in zip(tally.sides, (tally.for_, tally.against), strict=True)]
        for side, name in ((1, debate.pro), (-1, debate.con)):
            if any(pile.total for number, pile in piles if number == side):
                yield self._mark(debate.sides[name], Label.IN, theme.side(side))
        forces = ((Label.IN, "counts"), (Label.UNDEC, "open"), (Label.OUT, "answered or outweighed"))
        for number, (label, words) in enumerate(forces):
            if any(tally.for_[number] or tally.against[number] for tally in tallies):
                yield self._mark(words, label, theme.neutral)
        yield self._mark("left of the bar: for that resolution; right: against it")
        yield self._mark("after a position: its kind and number of statements")
        yield self._mark("2 · 1 · 0 = count · open · answered or outweighed")
        if any(entry.force is Label.OUT for row in found.rows for entries in row.cells.values() for entry in entries):
            yield self._mark("grey words: no force")

    def _mark(self, words: str, label: Label | None = None, colour: str = "") -> tuple[float, Part]:
        """Words of the legend, behind a block if there is one."""
        start = 0.0 if label is None else HIGH + 5
        wide, said = _in_a_row(words, self.room - start, self.theme.quiet)

        def draw(x: float, y: float, high: float) -> str:
            sample = "" if label is None else block(label, x, y + 2, colour, self.theme)
            return sample + said.draw(x + start, y, high)

        return start + wide, Part(SMALL, draw)


def _numbers(entry: Entry) -> str:
    """How many count, are open and have no force: `2 · 1 · 0`."""
    return " · ".join(f"{number:,}" for number in entry.pile)


def _told(entry: Entry, part: Part) -> Part:
    """With the numbers in words as a tooltip."""
    return grouped(part, lambda inner: tag("g", text_tag("title", entry.told) + inner, class_="counts"))


def _in_a_row(words: str, most: float, ink: str) -> tuple[float, Part]:
    """Words as one line, with its width."""
    wide = min(most, width(words, SMALL) + 0.1)
    return wide, paragraph(words, wide, SMALL, ink, most=1)


def _widths(found: Matrix, room: float) -> Iterator[tuple[float, ...]]:
    """Widths to choose from: of labels, and of columns that are wider the more positions speak to them."""
    filled = [sum(column.id in row.cells for row in found.rows) for column in found.columns]
    several = product((LABEL, 160.0, 175.0), (0.0, 0.5, 0.75, 0.9))
    for first, power in several if len(found.rows) <= _ON_A_PAGE else ((LABEL, 0.5),):
        free = room - first - _LEAST * len(filled)
        total = sum(number**power for number in filled)
        yield first, *(_LEAST + free * number**power / total for number in filled)
