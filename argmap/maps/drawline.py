"""Drawing lines and signs: colour is the side, the sign is what a step does, line and fill are its force."""

from __future__ import annotations

import math

from argmap.evaluation.framework import Label
from argmap.maps.connecting_lines import Line, Point
from argmap.maps.markup import class_name, number, tag, text_tag
from argmap.maps.outline import RADIUS
from argmap.maps.theme import Theme

_BEND = 6.0
_CLASSES = {Label.IN: "counts", Label.UNDEC: "open", Label.OUT: "idle"}


def stroke_of(side: int, force: Label, theme: Theme) -> dict[str, str | float | None]:
    """A line's colour, width and dashes: full where the step counts, dashed where it is open, thin and grey where it
    has no force."""
    return {
        "stroke": theme.idle if force is Label.OUT else theme.side(side),
        "stroke_width": {Label.IN: 2.4, Label.UNDEC: 2.0, Label.OUT: 1.2}[force],
        "stroke_dasharray": "6 4" if force is Label.UNDEC else None,
    }


def draw_line(line: Line, side: int, theme: Theme, prefix: str) -> str:
    """A line as a group with the wire's id and a tooltip; its sign is drawn later, above everything."""
    wire = line.wire
    parts = [text_tag("title", wire.tooltip)]
    if line.points:
        parts.append(tag("path", d=rounded(line.points), fill="none", **stroke_of(side, wire.force, theme)))
    return tag(
        "g", "".join(parts), id=prefix + wire.id, class_=f"line {class_name(wire.relation)} {_CLASSES[wire.force]}"
    )


def halos(paths: list[str], theme: Theme) -> str:
    """What is drawn below marked lines: all edges first, so that none runs across another's halo."""
    strokes = ((theme.halo_edge, 12.6), (theme.halo, 11.0))
    return "".join(
        tag("path", d=d, fill="none", stroke=colour, stroke_width=wide, stroke_linecap="round", class_="halo")
        for colour, wide in strokes for d in paths
    )  # fmt: skip


def rounded(points: tuple[Point, ...]) -> str:
    """A path through level and upright stretches with round corners."""
    n = number
    parts = [f"M{n(points[0][0])} {n(points[0][1])}"]
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        bend = min(_BEND, math.dist(before, corner) / 2, math.dist(corner, after) / 2)
        (ex, ey), (lx, ly) = _toward(corner, before, bend), _toward(corner, after, bend)
        parts.append(f"L{n(ex)} {n(ey)}Q{n(corner[0])} {n(corner[1])} {n(lx)} {n(ly)}")
    parts.append(f"L{n(points[-1][0])} {n(points[-1][1])}")
    return "".join(parts)


def _toward(a: Point, b: Point, far: float) -> Point:
    length = max(math.dist(a, b), 0.001)
    return a[0] + (b[0] - a[0]) * far / length, a[1] + (b[1] - a[1]) * far / length


def draw_sign(relation: str, side: int, force: Label, centre: Point, theme: Theme, ground: str | None = None) -> str:
    """What a step does, on a dot: plus, minus, a slash for an undercut, an ampersand for a premise; the dot is full
    where it counts, half full where it is open, hollow where it has no force."""
    (x, y), n = centre, number
    colour = theme.idle if force is Label.OUT else theme.side(side)
    full = force is Label.IN
    parts = [tag("circle", cx=x, cy=y, r=RADIUS, fill=colour if full else ground or theme.card, stroke=colour,
                 stroke_width=1.6)]  # fmt: skip
    if force is Label.UNDEC:
        half = f"M{n(x - RADIUS)} {n(y)}a{n(RADIUS)} {n(RADIUS)} 0 0 0 {n(2 * RADIUS)} 0z"
        parts.append(tag("path", d=half, fill=colour, fill_opacity=0.4))
    ink = theme.on_side if full else theme.quiet if force is Label.OUT else theme.ink
    parts.append(tag("path", d=_SHAPES[relation](x, y), fill="none", stroke=ink, stroke_width=1.9,
                     stroke_linecap="round"))  # fmt: skip
    return "".join(parts)


def _plus(x: float, y: float) -> str:
    return f"M{number(x - 4)} {number(y)}h8M{number(x)} {number(y - 4)}v8"


def _minus(x: float, y: float) -> str:
    return f"M{number(x - 4)} {number(y)}h8"


def _slash(x: float, y: float) -> str:
    return f"M{number(x - 3.2)} {number(y + 3.6)}l6.4 -7.2"


def _ampersand(x: float, y: float) -> str:
    n = number
    return (
        f"M{n(x + 4)} {n(y + 4)}l-5.6 -6.2c-1.6 -2 2.8 -3.6 2.6 -0.9c-0.2 1.6 -4.4 1.8 -4.4 4.6c0 3.4 5.4 2.6 6.6 -1.5"
    )


_SHAPES = {"support": _plus, "rebuttal": _minus, "undercut": _slash, "premise": _ampersand}
