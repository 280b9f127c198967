"""A tornado chart of a sensitivity, as SVG: the evidence that a resolution's strength hangs on most, at the top.

Two bars for each piece, from the strength as it is to what it would be: a light one without the piece and a dark one
with its grade one step down. matplotlib draws it (the extra `charts`) and is imported only here. The same sensitivity
gives the same bytes with the same version of matplotlib: no date, no random ids, its own font for measuring.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from argmap.semantics.gradual import BY_NAME
from argmap.semantics.sensitivity import Move, Sensitivity

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_INK, _QUIET, _LINE = "#1b1b1b", "#5b5b5b", "#8a8a8a"
_HELD_UP, _HELD_DOWN = ("#9cc3e6", "#0b5c99"), ("#f3b59b", "#a83c09")
"""Light and dark: of evidence without which the resolution is weaker, and of that without which it is stronger."""
_ROW, _HEAD_AND_FOOT, _WIDTH = 0.34, 1.75, 10.0
"""Inches."""
_SETTINGS: dict[Any, Any] = {
    "svg.hashsalt": "argmap",
    "svg.fonttype": "none",
    "font.family": ["DejaVu Sans"],
    "font.size": 9,
    "text.parse_math": False,
}
_LONGEST = 64


class Undrawable(Exception):  # noqa: N818 - it says why there is no chart
    """There is nothing to draw."""


def tornado(found: Sensitivity, shown: int = 20) -> str:
    """The chart of the first so many pieces that move the strength at all.

    Raises Undrawable where there are none or the strength did not settle, ModuleNotFoundError without matplotlib.
    """
    moves = [move for move in found.noticed if move.removed is not None and move.lowered is not None][:shown]
    if found.strength is None:
        raise Undrawable(f"{found.resolution} has no strength to draw: it did not settle.")
    if not moves:
        raise Undrawable(f"no piece of evidence moves {found.resolution}: there is nothing to draw.")
    import matplotlib
    from matplotlib.backends.backend_svg import FigureCanvasSVG
    from matplotlib.figure import Figure

    with matplotlib.rc_context(_SETTINGS):
        figure = Figure(figsize=(_WIDTH, _HEAD_AND_FOOT + _ROW * len(moves)), layout="constrained")
        _draw(figure.add_subplot(), found, found.strength, moves)
        written = io.StringIO()
        title = f"Sensitivity of {found.resolution} to its evidence"
        canvas: Any = FigureCanvasSVG(figure)
        canvas.print_svg(written, metadata={"Date": None, "Creator": None, "Title": title})
    return written.getvalue().replace("'DejaVu Sans'", "'DejaVu Sans', Verdana, sans-serif")


def _draw(axes: Axes, found: Sensitivity, strength: float, moves: Sequence[Move]) -> None:
    rows = range(len(moves))
    for which, thickness, shade in ((0, 0.72, 0), (1, 0.36, 1)):
        changes = [(move.removed or 0.0, move.lowered or 0.0)[which] for move in moves]
        colours = [(_HELD_DOWN if (move.removed or 0.0) > 0 else _HELD_UP)[shade] for move in moves]
        axes.barh(rows, changes, left=strength, height=thickness, color=colours)
    axes.axvline(strength, color=_INK, linewidth=1)
    axes.set_yticks(rows, [_label(move) for move in moves], color=_INK)
    axes.invert_yaxis()
    axes.margins(x=0.08, y=0.02)
    axes.xaxis.grid(True, color="#e4e4e4")
    axes.set_axisbelow(True)
    axes.tick_params(axis="y", length=0)
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)
    axes.spines["bottom"].set_color(_LINE)
    semantics = BY_NAME[found.semantics].TITLE
    axes.set_xlabel(f"Strength of {found.resolution} ({semantics}); now {strength:.3f}, at the line", color=_QUIET)
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
