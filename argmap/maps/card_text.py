"""How a card is set: its lines, wrapped by measured width, and so its size."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from argmap.maps.measure import clamp, width, wrap
from argmap.maps.scale import draw_scale
from argmap.maps.scene import Card, Chip, Panel
from argmap.maps.theme import LIGHT

CARD, LEAST_CARD = 272.0, 184.0
"""The usual width of a card, and the least, in px."""
INSET = 12.0
"""Between a card's edge and its text."""
SPINE, STRIP = 5.0, 3.0
"""The widths of the bar at a card's left edge and of its strength at the lower one."""
HEAD_SIZE, TEXT_SIZE, LARGE_SIZE, FOOT_SIZE = 12.0, 14.0, 17.0, 12.0
"""Sizes of type, in px."""
HEAD_ROW, LEADING, LARGE_LEADING, REMARK_ROW, ID_ROW, PILL_ROW = 15.0, 18.0, 22.0, 15.5, 15.0, 26.0
TOP, BOTTOM, REMARK_TOP, FLAG_PAD, CHIP_PAD, SCALE_TOP = 5.0, 7.0, 3.0, 6.0, 3.0, 8.0
PANEL_SIZE, PANEL_ROW, NOTE_SIZE, NOTE_ROW = 16.0, 21.0, 12.0, 16.0
MEASURE, LARGE_MEASURE = 560.0, 900.0
"""No line of a text, and none of a resolution, is longer, in px."""
ZOOM = 1.25
"""How much larger a scale is on a resolution's own card than in a table."""


@dataclass(frozen=True)
class Face:
    """A card with its text in lines; sizes in px."""

    card: Card
    width: float
    title: str
    """Side and role."""
    title_rows: tuple[str, ...]
    lines: tuple[str, ...]
    remarks: tuple[str, ...]
    state: tuple[str, ...] = ()
    """That it does not count, and why, above the remarks."""
    flags: tuple[str, ...] = ()
    """What a change does to it, above the title."""
    chips: tuple[tuple[Chip, tuple[str, ...]], ...] = ()
    """What it has to do with statements that stand elsewhere, in rows."""
    id_rows: tuple[str, ...] = ()
    """The id, where it is shown."""
    scale: float = 0.0
    """The height of a resolution's scale."""

    @property
    def top(self) -> float:
        """The height of what a change does, above the title."""
        return len(self.flags) * REMARK_ROW + FLAG_PAD if self.flags else 0.0

    @property
    def size(self) -> float:
        """The size of the text's type."""
        return LARGE_SIZE if self.card.large else TEXT_SIZE

    @property
    def leading(self) -> float:
        """From one line of text to the next."""
        return LARGE_LEADING if self.card.large else LEADING

    @property
    def body(self) -> float:
        """How far below its upper edge the text begins."""
        return self.top + TOP + len(self.title_rows) * HEAD_ROW

    @property
    def foot(self) -> float:
        """How far below its upper edge the small print begins."""
        return self.body + len(self.lines) * self.leading + REMARK_TOP

    @cached_property
    def height(self) -> float:
        """The height of the whole card."""
        rows = (len(self.state) + len(self.remarks)) * REMARK_ROW
        chips = sum(len(rows) * REMARK_ROW + 2 * CHIP_PAD for _, rows in self.chips)
        last = len(self.id_rows) * ID_ROW + (PILL_ROW if self.card.word and not self.scale else 0.0)
        scale = self.scale + SCALE_TOP if self.scale else 0.0
        return self.foot + rows + chips + last + scale + BOTTOM + (STRIP if self.card.gauge else 0.0)


def pill_width(word: str) -> float:
    """The width of the pill of a word."""
    return 32 + width(word, FOOT_SIZE, bold=True)


def face(card: Card, wide: float = CARD) -> Face:
    """Break the texts of a card into lines for a width in px."""
    room = wide - SPINE - 2 * INSET
    measure = min(room, LARGE_MEASURE if card.large else MEASURE)
    small = measure - 19
    beside = width(card.evidence, FOOT_SIZE) + 10 if card.evidence else 0.0
    size = LARGE_SIZE if card.large else TEXT_SIZE
    lines = wrap(card.text, measure, size, bold=card.large)
    if card.compact or card.kind == "step":
        lines = clamp(lines, 3, measure, size)
    state = wrap(card.state, small, FOOT_SIZE, bold=True) if card.state else ()
    title = title_of(card)
    return Face(
        card, wide, title, wrap(title, room - beside, HEAD_SIZE, bold=True), lines,
        remarks=tuple(row for remark in card.remarks for row in wrap(remark, measure, FOOT_SIZE)),
        state=clamp(state, 3, small, FOOT_SIZE, bold=True),
        flags=tuple(row for flag in card.flags for row in wrap(flag, room, FOOT_SIZE, bold=True)),
        chips=tuple((chip, clamp(wrap(chip.words, small, FOOT_SIZE), 3, small, FOOT_SIZE)) for chip in card.chips),
        id_rows=wrap(card.id, room, FOOT_SIZE, mono=True) if card.named else (),
        scale=draw_scale(card.tally, 0, 0, room / ZOOM, LIGHT)[0] * ZOOM if card.tally else 0.0,
    )  # fmt: skip


def title_of(card: Card) -> str:
    """`Con · impact`; of a resolution `Resolution · pro`."""
    words = (card.role, card.side_word) if card.large else (card.side_word, card.role)
    title = " · ".join(word for word in words if word)
    return title[:1].upper() + title[1:]


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
        return len(self.title) * PANEL_ROW + len(self.note) * NOTE_ROW + 16


def plate(panel: Panel, room: float) -> Plate:
    """Set a panel's title into `room` px."""
    return Plate(panel, wrap(panel.title, room, PANEL_SIZE, bold=True), wrap(panel.note, room, NOTE_SIZE))
