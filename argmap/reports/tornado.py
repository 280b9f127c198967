"""A tornado chart of a sensitivity, as SVG: the evidence that a resolution's strength hangs on most, at the top.

Two bars for each piece, from the strength as it is to what it would be: a light one without the piece and a dark one
with its grade one step down. `tornado.svg.jinja` is the drawing; here are its words and measures.
"""

from __future__ import annotations

import math
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from argmap.documents.templates import templates
from argmap.strength.effect_of_evidence import NOTICED, EvidenceEffect, Sensitivity, not_tried, why_nothing_moves
from argmap.strength.gradual import BY_NAME
from argmap.wording.lists import listed

if TYPE_CHECKING:
    pass

_HELD_UP, _HELD_DOWN = ("#9cc3e6", "#0b5c99"), ("#f3b59b", "#a83c09")
"""Light and dark: of evidence without which the resolution is weaker, and of that without which it is stronger."""
_WIDE, _LETTER = 960, 7.2
"""Pixels: of the chart, and of a letter of a label, which most are narrower than."""
_LONGEST = 64
_LEAST_SPAN = 0.05
"""Of the scale from 0 to 1."""
_NAMED = 5
_MOST_TICKS = 8


class Undrawable(Exception):  # noqa: N818 - it says why there is no chart
    """There is nothing to draw."""


def tornado(found: Sensitivity, shown: int = 20) -> str:
    """The chart of the first so many pieces that move the strength at all, and says of how many.

    Raises Undrawable where there are none or the strength did not settle.
    """
    every = [move for move in found.noticed if move.removed is not None and move.lowered is not None]
    moves = every[:shown]
    if found.strength is None:
        raise Undrawable(f"{found.resolution} has no strength: it did not settle.")
    if not found.noticed:
        raise Undrawable(f"{found.resolution} has a strength of {found.strength:.3f}. {why_nothing_moves(found)}")
    if not moves:
        raise Undrawable(f"{found.resolution}: {_unsettled(found)}.")
    semantics = BY_NAME[found.semantics].TITLE
    scale = f"Strength of {found.resolution} ({semantics}); now {found.strength:.3f}, at the line"
    notes = [scale, *_notes(found, every, moves)]
    template = templates("argmap.reports").get_template("tornado.svg.jinja")
    return template.render(chart=_Chart(found.resolution, found.strength, moves, notes)) + "\n"


@dataclass(frozen=True)
class _Chart:
    """What is drawn, in pixels."""

    resolution: str
    strength: float
    moves: Sequence[EvidenceEffect]
    notes: Sequence[str]
    wide: int = _WIDE

    @cached_property
    def left(self) -> float:
        """Where the scale begins, right of the labels."""
        return 24 + _LETTER * max(len(_label(move)) for move in self.moves)

    @cached_property
    def _span(self) -> tuple[float, float]:
        return _span(self.strength, self.moves)

    def x(self, value: float) -> float:
        """Where a strength stands."""
        low, high = self._span
        return self.left + (value - low) / (high - low) * (self.wide - 28 - self.left)

    @property
    def ticks(self) -> list[tuple[float, str]]:
        """Round strengths and how they are written."""
        low, high = self._span
        step = next(
            size * 10**power
            for power in range(-4, 1)
            for size in (1, 2, 5)
            if (high - low) / (size * 10**power) <= _MOST_TICKS
        )
        digits = max(0, -math.floor(math.log10(step)))
        first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
        return [(self.x(number * step), f"{number * step:.{digits}f}") for number in range(first, last + 1)]

    @property
    def rows(self) -> list[tuple[str, list[tuple[float, float, str]]]]:
        """For each piece its label and its bars, the light one first: where it begins, how wide it is, its colour."""
        return [(_label(move), [*self._bars(move)]) for move in self.moves]

    def _bars(self, move: EvidenceEffect) -> list[tuple[float, float, str]]:
        at, shades = self.x(self.strength), _HELD_DOWN if (move.removed or 0.0) > 0 else _HELD_UP
        ends = [self.x(self.strength + (change or 0.0)) for change in (move.removed, move.lowered)]
        return [(min(at, end), abs(end - at), shade) for end, shade in zip(ends, shades, strict=True)]

    @property
    def legend(self) -> list[list[tuple[str, str]]]:
        """Which colours occur, and what they mean."""
        up = any((move.removed or 0.0) <= 0 for move in self.moves)
        down = any((move.removed or 0.0) > 0 for move in self.moves)
        kinds = [("weaker", _HELD_UP)] * up + [("stronger", _HELD_DOWN)] * down
        cases = ("without it", "with its grade one step down")
        return [
            [(shade, f"{word} {case}") for shade, case in zip(shades, cases, strict=True)] for word, shades in kinds
        ]


def _notes(found: Sensitivity, every: Sequence[EvidenceEffect], moves: Sequence[EvidenceEffect]) -> list[str]:
    """What the bars do not say: how many there are, how large the largest is, and what has none."""
    largest = max((change for move in moves for change in (move.removed or 0.0, move.lowered or 0.0)), key=abs)
    which = f"{len(moves)} of {len(every)} pieces of evidence that move it by {NOTICED} or more"
    notes = [f"Shown: {which}. Largest move: {largest:+.3f}", *not_tried(found)]
    return [*notes, *textwrap.wrap(_unsettled(found), 120)] if len(every) < len(found.noticed) else notes


def _unsettled(found: Sensitivity) -> str:
    """The pieces of evidence without which, or with a lower grade of which, the strength does not settle."""
    names = [f"{m.statement} [{m.evidence.source}]" for m in found.noticed if None in (m.removed, m.lowered)]
    named = listed(names, most=_NAMED)
    return f"Not drawn, as without them, or with them at a lower grade, it does not settle: {named}"


def _span(strength: float, moves: Sequence[EvidenceEffect]) -> tuple[float, float]:
    """What the axis reaches from and to: all that is drawn with a margin, and never less than `_LEAST_SPAN`, so that
    small moves look small."""
    drawn = [strength, *(strength + (change or 0.0) for move in moves for change in (move.removed, move.lowered))]
    low, high = min(drawn), max(drawn)
    more = max((high - low) * 0.08, (_LEAST_SPAN - (high - low)) / 2)
    low, high = max(low - more, 0.0), min(high + more, 1.0)
    short = max(0.0, _LEAST_SPAN - (high - low))  # at an end of the scale it grows the other way
    return max(low - short, 0.0), min(high + short, 1.0)


def _label(move: EvidenceEffect) -> str:
    """The statement, the source and the grade, not longer than a line of the margin."""
    text = f"{move.statement} [{move.evidence.source}]"
    short = text if len(text) <= _LONGEST else text[: _LONGEST - 2].rstrip() + " …"
    return f"{short}  {move.grade or '--'}"
