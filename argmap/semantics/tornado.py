"""A tornado chart of a sensitivity, as SVG: the evidence that a resolution's strength hangs on most, at the top.

Two bars for each piece, from the strength as it is to what it would be: a light one without the piece and a dark one
with its grade one step down. matplotlib draws it (the extra `charts`) and is imported only here. The same sensitivity
gives the same bytes with the same version of matplotlib: no date, no random ids, its own font for measuring.
"""

from __future__ import annotations

import io
import textwrap
import warnings
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from argmap.semantics.gradual import BY_NAME
from argmap.semantics.sensitivity import NOTICED, Move, Sensitivity, why_nothing_moves

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_INK, _QUIET, _LINE = "#1b1b1b", "#5b5b5b", "#8a8a8a"
_HELD_UP, _HELD_DOWN = ("#9cc3e6", "#0b5c99"), ("#f3b59b", "#a83c09")
"""Light and dark: of evidence without which the resolution is weaker, and of that without which it is stronger."""
_ROW, _HEAD_AND_FOOT, _WIDTH = 0.34, 2.05, 10.0
"""Inches."""
_SETTINGS: dict[Any, Any] = {
    "svg.hashsalt": "argmap",
    "svg.fonttype": "none",
    "font.family": ["DejaVu Sans"],
    "font.size": 9,
    "text.parse_math": False,
}
_LONGEST = 64
_LEAST_SPAN = 0.05
"""Of the scale from 0 to 1."""
_NAMED = 5


class Undrawable(Exception):  # noqa: N818 - it says why there is no chart
    """There is nothing to draw."""


def tornado(found: Sensitivity, shown: int = 20) -> str:
    """The chart of the first so many pieces that move the strength at all, and says of how many.

    Raises Undrawable where there are none or the strength did not settle, ModuleNotFoundError without matplotlib.
    """
    every = [move for move in found.noticed if move.removed is not None and move.lowered is not None]
    moves = every[:shown]
    if found.strength is None:
        raise Undrawable(f"{found.resolution} has no strength: it did not settle.")
    if not found.noticed:
        raise Undrawable(f"{found.resolution} has a strength of {found.strength:.3f}. {why_nothing_moves(found)}")
    if not moves:
        raise Undrawable(f"{found.resolution}: {_unsettled(found)}.")
    import matplotlib
    from matplotlib.backends.backend_svg import FigureCanvasSVG
    from matplotlib.figure import Figure

    with matplotlib.rc_context(_SETTINGS), warnings.catch_warnings():
        warnings.filterwarnings("ignore", "Glyph")  # its font is for measuring: the reader's own draws the texts
        figure = Figure(figsize=(_WIDTH, _HEAD_AND_FOOT + _ROW * len(moves)), layout="constrained")
        _draw(figure.add_subplot(), found, found.strength, moves, _notes(found, every, moves))
        written = io.StringIO()
        title = f"Sensitivity of {found.resolution} to its evidence"
        canvas: Any = FigureCanvasSVG(figure)
        canvas.print_svg(written, metadata={"Date": None, "Creator": None, "Title": title})
    return written.getvalue().replace("'DejaVu Sans'", "'DejaVu Sans', Verdana, sans-serif")


def _notes(found: Sensitivity, every: Sequence[Move], moves: Sequence[Move]) -> list[str]:
    """What the bars do not say: how many there are, how large the largest is, and what has none."""
    largest = max((change for move in moves for change in (move.removed or 0.0, move.lowered or 0.0)), key=abs)
    which = f"{len(moves)} of {len(every)} pieces of evidence that move it by {NOTICED} or more"
    notes = [f"Shown: {which}. Largest move: {largest:+.3f}"]
    return [*notes, *textwrap.wrap(_unsettled(found), 120)] if len(every) < len(found.noticed) else notes


def _unsettled(found: Sensitivity) -> str:
    """The pieces of evidence without which, or with a lower grade of which, the strength does not settle."""
    names = [f"{m.statement} [{m.evidence.source}]" for m in found.noticed if None in (m.removed, m.lowered)]
    named = ", ".join(names[:_NAMED]) + (f" and {len(names) - _NAMED} more" if len(names) > _NAMED else "")
    return f"Not drawn, as without them, or with them at a lower grade, it does not settle: {named}"


def _span(strength: float, moves: Sequence[Move]) -> tuple[float, float]:
    """What the axis reaches from and to: all that is drawn with a margin, and never less than `_LEAST_SPAN`, so that
    small moves look small."""
    drawn = [strength, *(strength + (change or 0.0) for move in moves for change in (move.removed, move.lowered))]
    low, high = min(drawn), max(drawn)
    more = max((high - low) * 0.08, (_LEAST_SPAN - (high - low)) / 2)
    low, high = max(low - more, 0.0), min(high + more, 1.0)
    short = max(0.0, _LEAST_SPAN - (high - low))  # at an end of the scale it grows the other way
    return max(low - short, 0.0), min(high + short, 1.0)


def _draw(axes: Axes, found: Sensitivity, strength: float, moves: Sequence[Move], notes: Sequence[str]) -> None:
    rows = range(len(moves))
    for which, thickness, shade in ((0, 0.72, 0), (1, 0.36, 1)):
        changes = [(move.removed or 0.0, move.lowered or 0.0)[which] for move in moves]
        colours = [(_HELD_DOWN if (move.removed or 0.0) > 0 else _HELD_UP)[shade] for move in moves]
        axes.barh(rows, changes, left=strength, height=thickness, color=colours)
    axes.axvline(strength, color=_INK, linewidth=1)
    axes.set_yticks(rows, [_label(move) for move in moves], color=_INK)
    axes.invert_yaxis()
    axes.margins(y=0.02)
    axes.set_xlim(*_span(strength, moves))
    axes.xaxis.grid(True, color="#e4e4e4")
    axes.set_axisbelow(True)
    axes.tick_params(axis="y", length=0)
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)
    axes.spines["bottom"].set_color(_LINE)
    semantics = BY_NAME[found.semantics].TITLE
    scale = f"Strength of {found.resolution} ({semantics}); now {strength:.3f}, at the line"
    axes.set_xlabel("\n".join([scale, *notes]), color=_QUIET)
    axes.set_title(f"What {found.resolution} hangs on", loc="left", fontweight="bold", color=_INK, pad=42)
    _legend(axes, moves)


def _legend(axes: Axes, moves: Sequence[Move]) -> None:
    """Which colours and shades occur, and what they mean."""
    from matplotlib.patches import Patch

    up = any((move.removed or 0.0) <= 0 for move in moves)
    down = any((move.removed or 0.0) > 0 for move in moves)
    kinds = [("weaker", _HELD_UP)] * up + [("stronger", _HELD_DOWN)] * down
    patches = [
        Patch(color=colour, label=f"{word} {case}")
        for word, shades in kinds
        for colour, case in zip(shades, ("without it", "with its grade one step down"), strict=True)
    ]
    axes.legend(
        handles=patches, loc="lower left", bbox_to_anchor=(0, 1), ncols=len(kinds), frameon=False, fontsize=8,
        borderaxespad=0.3, handlelength=1.2, columnspacing=1.4,
    )  # fmt: skip


def _label(move: Move) -> str:
    """The statement, the source and the grade, not longer than a line of the margin."""
    text = f"{move.statement} [{move.evidence.source}]"
    short = text if len(text) <= _LONGEST else text[: _LONGEST - 2].rstrip() + " …"
    return f"{short}  {move.grade or '--'}"
