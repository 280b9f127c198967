"""A resolution's scale: a block for each argument, left of the bar for it, right of it against it, and the verdict.

Colour is the side; the fill is the force: full counts, half is open, hollow has none. What counts stands at the bar.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from argmap.evaluation.evaluated import Evaluation
from argmap.evaluation.force import force
from argmap.evaluation.framework import Label
from argmap.maps.markup import tag, text, text_tag
from argmap.maps.measure import wrap
from argmap.maps.theme import Theme
from argmap.model import Step
from argmap.prose.standing import number_by_force
from argmap.prose.verdict import verdict

BLOCK, GAP = 8.5, 1.0
"""How wide a block is and the space after it, in px, where there is room."""
HIGH = 10.0
"""How high a block is."""
SMALL = 11.0
"""The size of the verdict's type: above 8 pt where a page of 760 px is printed on A4."""
_LEADING = 14.0
_LINE = 1.4
_BAR, _BESIDE_BAR, _ROW = 2.0, 3.0, 18.0
_FIVES_FROM, _FIVES_GAP = 20, 3.0
_MOST_ROWS = 3
_LABELS = (Label.IN, Label.UNDEC, Label.OUT)
"""What counts, what is open, what has no force: the order from the bar outwards."""
_LEAST = 3.5
"""Blocks narrower than this cannot be told apart: a stretch for each force instead."""


class SideCounts(NamedTuple):
    """How many arguments of one side count, are open, and have no force (answered or outweighed)."""

    counts: int = 0
    open: int = 0
    without: int = 0

    @property
    def total(self) -> int:
        """How many arguments the side has."""
        return sum(self)


@dataclass(frozen=True)
class Scale:
    """What speaks for and against a resolution, and what follows."""

    for_: SideCounts
    against: SideCounts
    sides: tuple[int, int]
    """The numbers of the sides' colours, as `Theme.side` takes them: that for this resolution, that against it."""
    verdict: str
    """One sentence: how it stands, and what decides it."""
    told: str = ""
    """The numbers in words."""


def pile(evaluation: Evaluation, steps: Iterable[Step]) -> SideCounts:
    """How many steps have which force."""
    labels = [force(evaluation, step.id).label for step in steps]
    return SideCounts(*(labels.count(label) for label in _LABELS))


def tally(evaluation: Evaluation, resolution_id: str) -> Scale:
    """The scale of a resolution."""
    graph = evaluation.graph
    pros, cons = graph.supports(resolution_id), graph.rebuttals(resolution_id)
    told = f"For: {number_by_force(evaluation, pros)}. Against: {number_by_force(evaluation, cons)}."
    side = side_for(evaluation, resolution_id)
    piles = pile(evaluation, pros), pile(evaluation, cons)
    return Scale(*piles, (side, -side), verdict(evaluation, resolution_id), told)


def side_for(evaluation: Evaluation, resolution_id: str) -> int:
    """The side that a resolution belongs to: 1, or -1 where it is the other side's plan."""
    return 1 if evaluation.debate.statements[resolution_id].side in (None, evaluation.debate.pro) else -1


def draw_scale(tally: Scale, x: float, y: float, room: float, theme: Theme) -> tuple[float, str]:
    """The height that it takes and its markup: a row of blocks with the bar, and below it the verdict."""
    parts, row = [text_tag("title", tally.told)], 0.0
    if tally.for_.total + tally.against.total:
        parts.append(_blocks_and_bar(tally, x, y, room, theme))
        row = _ROW
    lines = wrap(tally.verdict, room, SMALL)
    for number, line in enumerate(lines):
        parts.append(text(line, x, y + row + SMALL + number * _LEADING, SMALL, theme.ink))
    return row + len(lines) * _LEADING, tag("g", "".join(parts), class_="scale")


def _blocks_and_bar(tally: Scale, x: float, y: float, room: float, theme: Theme) -> str:
    """Blocks as wide as the room allows; what is for it ends at the bar."""
    sides = [(tally.for_, theme.side(tally.sides[0])), (tally.against, theme.side(tally.sides[1]))]
    fives = sum(pile.total for pile, _ in sides) > _FIVES_FROM
    left, right = (_Row(pile, colour, fives) for pile, colour in sides)
    pitch = min(BLOCK + GAP, (room - _BAR - 2 * _BESIDE_BAR - left.gaps - right.gaps) / max(1, left.many + right.many))
    if pitch < _LEAST:
        least = math.ceil((left.many + right.many) / 40)
        left, right = left.merged(least), right.merged(least)
        pitch = (room - _BAR - 2 * _BESIDE_BAR) / (left.many + right.many)
    middle = x + left.many * pitch + left.gaps + _BESIDE_BAR
    bar = tag("rect", x=middle, y=y, width=_BAR, height=_ROW - 3, fill=theme.ink)
    top = y + (_ROW - 3 - HIGH) / 2
    drawn = left.draw(middle - _BESIDE_BAR, top, -pitch, theme)
    return drawn + bar + right.draw(middle + _BAR + _BESIDE_BAR, top, pitch, theme)


@dataclass(frozen=True)
class _Row:
    """The blocks of one side, from the bar outwards."""

    pile: SideCounts
    colour: str
    fives: bool
    is_merged: bool = False

    @property
    def many(self) -> int:
        return self.pile.total

    @property
    def gaps(self) -> float:
        """The space between groups of five, in px."""
        return _FIVES_GAP * (max(0, self.many - 1) // 5) if self.fives else 0.0

    def merged(self, least: int) -> _Row:
        """A stretch for each force, as long as its share, and as `least` arguments."""
        shares = SideCounts(*(max(number, least) if number else 0 for number in self.pile))
        return _Row(shares, self.colour, fives=False, is_merged=True)

    def draw(self, x: float, y: float, pitch: float, theme: Theme) -> str:
        """From `x`, to the left where `pitch` is negative."""
        away = 1 if pitch > 0 else -1
        parts = []
        for start, length, label in self._stretches():
            gap = _FIVES_GAP * (start // 5) if self.fives else 0.0
            near = x + start * pitch + away * gap
            wide = length * abs(pitch) - GAP
            parts.append(block(label, near if away > 0 else near - wide, y, self.colour, theme, max(wide, _LINE)))
        return "".join(parts)

    def _stretches(self) -> Iterator[tuple[int, int, Label]]:
        start = 0
        for number, label in zip(self.pile, _LABELS, strict=True):
            step = number if self.is_merged and number else 1
            for first in range(start, start + number, step):
                yield first, step, label
            start += number


def block(label: Label, x: float, y: float, colour: str, theme: Theme, wide: float = HIGH) -> str:
    """One argument: full where it counts, half where it is open, hollow where it has no force."""
    if label is Label.IN:
        return tag("rect", x=x, y=y, width=wide, height=HIGH, fill=colour)
    line = min(_LINE, wide / 6)
    edge = tag("rect", x=x + line / 2, y=y + line / 2, width=max(wide - line, 0.1), height=HIGH - line, fill="none",
               stroke=theme.idle if label is Label.OUT else colour, stroke_width=line)  # fmt: skip
    half = tag("rect", x=x, y=y + HIGH / 2, width=wide, height=HIGH / 2, fill=colour)
    return edge + (half if label is Label.UNDEC else "")


def draw_pile(pile: SideCounts, colour: str, x: float, y: float, room: float, theme: Theme) -> tuple[float, str]:
    """The height and markup of one side's blocks alone, in rows; of more than three rows a stretch for each force."""
    pitch = HIGH + 2
    abreast = max(1, int((room + 2) // pitch))
    rows = math.ceil(pile.total / abreast)
    if rows > _MOST_ROWS:
        merged = _Row(pile, colour, fives=False).merged(math.ceil(pile.total / 10))
        return HIGH, merged.draw(x, y, room / merged.many, theme)
    labels = [label for number, label in zip(pile, _LABELS, strict=True) for _ in range(number)]
    parts = [
        block(label, x + index % abreast * pitch, y + index // abreast * pitch, colour, theme)
        for index, label in enumerate(labels)
    ]
    return rows * pitch - 2, "".join(parts)
