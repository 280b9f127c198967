"""How a card is set: its lines, wrapped by measured width, and so its size."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from argmap.maps.measure import clamp, width, wrap
from argmap.maps.scene import Card, Panel

CARD, LARGE = 256.0, 380.0
"""Widths of a card and of a resolution's card, in px."""
INSET = 13.0
"""Between a card's edge and its text."""
HEAD_SIZE, ID_SIZE, TEXT_SIZE, LARGE_SIZE, FOOT_SIZE = 11.0, 11.0, 14.0, 16.5, 12.0
"""Sizes of type, in px."""
HEAD_ROW, LEADING, LARGE_LEADING, REMARK_ROW, GAUGE_ROW = 15.0, 18.5, 22.0, 16.0, 12.0
ID_ROW, FOOT_ROW, PILL_ROW = 14.0, 25.0, 32.0
HEAD_PAD, TEXT_TOP, REMARK_TOP, FLAG_PAD = 9.0, 7.0, 4.0, 6.0
PANEL_SIZE, PANEL_ROW, NOTE_SIZE, NOTE_ROW = 16.0, 21.0, 12.0, 16.0


@dataclass(frozen=True)
class Face:
    """A card with its lines."""

    card: Card
    width: float
    title: str
    """Side and role, in capitals."""
    title_rows: tuple[str, ...]
    id_rows: tuple[str, ...]
    """The id: in the foot, at its end where there is room, otherwise above it, broken where it must."""
    lines: tuple[str, ...]
    remarks: tuple[str, ...]
    state: tuple[str, ...] = ()
    """That it does not count, and why, above the remarks."""
    flags: tuple[str, ...] = ()
    """What a change does to it, below the header."""

    @cached_property
    def beside(self) -> bool:
        """Whether the id stands in the foot's own row."""
        if len(self.id_rows) > 1 or (self.card.word and self.card.evidence):
            return False
        other = pill_width(self.card.word) if self.card.word else width(self.card.evidence, FOOT_SIZE)
        return other + width(self.id_rows[0], ID_SIZE, mono=True) + 14 <= self.width - 2 * INSET

    @property
    def head(self) -> float:
        """The height of the header."""
        return len(self.title_rows) * HEAD_ROW + HEAD_PAD

    @property
    def foot(self) -> float:
        """The height of the foot: the strength, the id where it has rows of its own, evidence and standing."""
        ids = 0.0 if self.beside else len(self.id_rows) * ID_ROW
        last = PILL_ROW if self.card.word else FOOT_ROW if self.beside or self.card.evidence else 8.0
        return (GAUGE_ROW if self.card.gauge else 0.0) + ids + last

    @property
    def top(self) -> float:
        """The height of the header and of what a change does, above the text."""
        return self.head + (len(self.flags) * REMARK_ROW + FLAG_PAD if self.flags else 0)

    @property
    def size(self) -> float:
        """The size of the text's type."""
        return LARGE_SIZE if self.card.large else TEXT_SIZE

    @property
    def leading(self) -> float:
        """From one line of text to the next."""
        return LARGE_LEADING if self.card.large else LEADING

    @cached_property
    def height(self) -> float:
        """The height of the whole card."""
        rows = len(self.state) + len(self.remarks)
        remarks = rows * REMARK_ROW + (REMARK_TOP if rows else 0)
        return self.top + TEXT_TOP + len(self.lines) * self.leading + remarks + self.foot


def pill_width(word: str) -> float:
    """The width of the pill of a word."""
    return 32 + width(word, FOOT_SIZE, bold=True)


def face(card: Card) -> Face:
    """Set a card."""
    wide = LARGE if card.large else CARD
    room = wide - 2 * INSET
    title = " · ".join(word for word in (card.side_word, card.role) if word).upper()
    if card.large:
        title = card.role.upper() if not card.side_word else f"{card.role} · {card.side_word}".upper()
    size = LARGE_SIZE if card.large else TEXT_SIZE
    lines = wrap(card.text, room, size, bold=card.large)
    if card.compact or card.kind == "step":
        lines = clamp(lines, 3 if card.kind in ("portal", "step") else 4, room, size)
    remarks = tuple(row for remark in card.remarks for row in wrap(remark, room - 19, FOOT_SIZE))
    state = wrap(card.state, room - 19, FOOT_SIZE, bold=True) if card.state else ()
    state = clamp(state, 2, room - 19, FOOT_SIZE, bold=True)
    title_rows = wrap(title, room / 1.07, HEAD_SIZE, bold=True)
    flags = tuple(row for flag in card.flags for row in wrap(flag, room, FOOT_SIZE, bold=True))
    ids = wrap(card.id, room, ID_SIZE, mono=True)
    return Face(card, wide, title, title_rows, ids, lines, remarks, state, flags)


@dataclass(frozen=True)
class Plate:
    """A panel's title, set for the width that it will have at least."""

    panel: Panel
    title: tuple[str, ...]
    note: tuple[str, ...]

    @property
    def width(self) -> float:
        """The width of the longest row."""
        titles = [width(row, PANEL_SIZE, bold=True) for row in self.title]
        return max([*titles, *(width(row, NOTE_SIZE) for row in self.note)], default=0.0)

    @cached_property
    def height(self) -> float:
        """The height of the title and the note below it."""
        return len(self.title) * PANEL_ROW + len(self.note) * NOTE_ROW + 14


def plate(panel: Panel, room: float) -> Plate:
    """Set a panel's title into `room` px."""
    return Plate(panel, wrap(panel.title, room, PANEL_SIZE, bold=True), wrap(panel.note, room, NOTE_SIZE))
