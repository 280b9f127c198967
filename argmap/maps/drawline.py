"""Drawing lines: each relation by its stroke, its end and its sign, so that it survives greyscale."""

from __future__ import annotations

import math

from argmap.evaluation.framework import Label
from argmap.maps.markup import class_name, number, tag, text_tag
from argmap.maps.theme import Theme
from argmap.maps.wiring import Line, Point

_BEND = 9.0
BADGE = 8.0
"""The radius of a sign."""
_CLASSES = {Label.IN: "counts", Label.UNDEC: "open", Label.OUT: "idle"}


def stroke_of(relation: str, force: Label, theme: Theme) -> dict[str, str | float | None]:
    """Colour, width and dashes of a relation's line: thin where it is open whether the step counts, grey as well where
    it does not."""
    dashes = {"rebuttal": "7 4.5", "undercut": "0.1 5", "contradicts": "7 4.5"}.get(relation)
    wide = {"undercut": 3.0, "premise": 1.8}.get(relation, 2.2)
    return {
        "stroke": _colour(relation, force, theme),
        "stroke_width": wide if force is Label.IN else wide * 0.62,
        "stroke_dasharray": dashes,
        "stroke_linecap": "round" if relation == "undercut" else None,
    }


def _colour(relation: str, force: Label, theme: Theme) -> str:
    return theme.idle if force is Label.OUT else theme.line(relation)


def draw_line(line: Line, theme: Theme, prefix: str) -> str:
    """A line with its end, as a group with the wire's id and a tooltip; its sign is drawn later, above everything."""
    wire = line.wire
    points = _short_of_badge(line)
    style = stroke_of(wire.relation, wire.force, theme)
    parts = [text_tag("title", wire.tooltip)]
    if len(points) > 1:
        ended = _short_of_end(points, wire.relation) if line.arrives else points
        if wire.marked:
            parts.append(halo(rounded(points), theme))
            style["stroke_width"] = 3.4
        parts.append(tag("path", d=rounded(ended), fill="none", **style))
        if line.arrives:
            parts.append(draw_end(wire.relation, points[-2], points[-1], wire.force, theme))
            if wire.relation == "contradicts":
                parts.append(draw_end(wire.relation, points[1], points[0], wire.force, theme))
    classes = f"line {class_name(wire.relation)} {_CLASSES[wire.force]}"
    return tag("g", "".join(parts), id=prefix + wire.id, class_=classes)


def halo(d: str, theme: Theme) -> str:
    """What is drawn below a marked line."""
    return tag("path", d=d, fill="none", stroke=theme.halo, stroke_width=13, stroke_linecap="round", class_="halo")


def _short_of_badge(line: Line) -> tuple[Point, ...]:
    """A line to a step ends at the rim of its sign."""
    points = line.points
    if not line.wire.to_step or not line.arrives or len(points) < 2:
        return points
    (ax, ay), (bx, by) = points[-2], points[-1]
    gap = BADGE + 1.5
    if ax == bx:
        return (*points[:-1], (bx, by + (gap if ay > by else -gap)))
    return (*points[:-1], (bx + (gap if ax > bx else -gap), by))


def _short_of_end(points: tuple[Point, ...], relation: str) -> tuple[Point, ...]:
    """So that a stroke does not show through the tip of its arrow."""
    (ax, ay), (bx, by) = points[-2], points[-1]
    gap = {"support": 7.0, "rebuttal": 1.5, "undercut": 2.0}.get(relation, 0.0)
    length = max(math.hypot(ax - bx, ay - by), 0.1)
    return (*points[:-1], (bx + (ax - bx) / length * gap, by + (ay - by) / length * gap))


def rounded(points: tuple[Point, ...]) -> str:
    """A path through level and upright stretches with round corners."""
    n = number
    parts = [f"M{n(points[0][0])} {n(points[0][1])}"]
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        bend = min(_BEND, _distance(before, corner) / 2, _distance(corner, after) / 2)
        (ex, ey), (lx, ly) = _toward(corner, before, bend), _toward(corner, after, bend)
        parts.append(f"L{n(ex)} {n(ey)}Q{n(corner[0])} {n(corner[1])} {n(lx)} {n(ly)}")
    parts.append(f"L{n(points[-1][0])} {n(points[-1][1])}")
    return "".join(parts)


def _distance(a: Point, b: Point) -> float:
    return math.hypot(a[0] - b[0], a[1] - b[1])


def _toward(a: Point, b: Point, far: float) -> Point:
    length = max(_distance(a, b), 0.001)
    return a[0] + (b[0] - a[0]) * far / length, a[1] + (b[1] - a[1]) * far / length


def draw_end(relation: str, before: Point, tip: Point, force: Label, theme: Theme) -> str:
    """The end of a line: a filled arrow for support, a bar for rebuttal, an open arrow for undercut, a knot for a
    linked premise, a double bar for contradiction."""
    colour = _colour(relation, force, theme)
    (x, y), length = tip, max(_distance(before, tip), 0.001)
    ux, uy = (before[0] - x) / length, (before[1] - y) / length
    px, py = -uy, ux

    def at(along: float, beside: float) -> str:
        return f"{number(x + ux * along + px * beside)} {number(y + uy * along + py * beside)}"

    if relation == "support":
        return tag("path", d=f"M{at(0.5, 0)}L{at(10, 5.2)}L{at(10, -5.2)}z", fill=colour)
    if relation == "premise":
        return tag("circle", cx=x + ux * 2, cy=y + uy * 2, r=3.6, fill=colour)
    wide = 2.6 if force is Label.IN else 1.8
    if relation == "undercut":
        d = f"M{at(8, 5)}L{at(0.5, 0)}L{at(8, -5)}"
        return tag("path", d=d, fill="none", stroke=colour, stroke_width=wide - 0.4)
    d = f"M{at(2.5, 6)}L{at(2.5, -6)}"
    if relation == "contradicts":
        d += f"M{at(6.5, 6)}L{at(6.5, -6)}"
    return tag("path", d=d, fill="none", stroke=colour, stroke_width=wide)


def draw_badge(
    relation: str, force: Label, centre: Point, theme: Theme, *, needs_all: bool = False, ground: str | None = None
) -> str:
    """The sign of a step: plus, minus, or a slash for an undercut; with an ampersand where it needs linked premises."""
    x, y = centre
    colour = _colour(relation, force, theme)
    ground = ground or theme.card
    parts = [tag("circle", cx=x, cy=y, r=BADGE, fill=ground, stroke=colour, stroke_width=1.6)]
    n = number
    d = {
        "support": f"M{n(x - 4)} {n(y)}h8M{n(x)} {n(y - 4)}v8",
        "rebuttal": f"M{n(x - 4)} {n(y)}h8",
        "undercut": f"M{n(x - 3.4)} {n(y + 3.4)}l6.8 -6.8",
        "contradicts": f"M{n(x - 4)} {n(y - 2)}h8M{n(x - 4)} {n(y + 2)}h8M{n(x - 2)} {n(y + 5)}l4 -10",
        "premise": f"M{n(x - 2.4)} {n(y)}h4.8M{n(x)} {n(y - 2.4)}v4.8",
    }[relation]
    parts.append(tag("path", d=d, fill="none", stroke=colour, stroke_width=1.8))
    if needs_all:
        parts.append(tag("circle", cx=x, cy=y, r=BADGE + 3, fill="none", stroke=colour, stroke_width=1.4))
    return "".join(parts)
