"""The lines of the tree: from each card's sign to what it answers to, along shared lanes.

What hangs from a card's left edge is about the card: premises, supports and rebuttals, each kind in a lane of its own.
What hangs from its sign is about its step. Lanes of one card end from right to left, so that none crosses another;
each stretch is drawn once, by the step with most force that uses it.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from argmap.evaluation.weight import RANK
from argmap.maps.outline import GAP, RADIUS
from argmap.maps.place import Placed, Spot
from argmap.maps.scene import Wire

Point = tuple[float, float]


@dataclass(frozen=True)
class Line:
    """A wire as drawn: its corners, from its sign on; none where it leads to nothing on the map."""

    wire: Wire
    points: tuple[Point, ...]
    sign: Point


def tree_lines(placed: Placed) -> list[Line]:
    """The lines of everything that hangs, and the signs of steps whose target is not on the map."""
    buses: defaultdict[tuple[str, float], list[tuple[Wire, Spot]]] = defaultdict(list)
    lines: list[Line] = []
    for id, spot in placed.spots.items():
        wire, step = placed.scene.parents.get(id), spot.face.card.step
        if wire is not None and spot.lane is not None:
            buses[wire.head, spot.lane].append((wire, spot))
        elif step is not None and spot.sign is not None:
            lines.append(Line(Wire(id, id, *step, f"the step of {id}, drawn elsewhere"), (), spot.sign))
    for (head, lane), ones in buses.items():
        lines += _bus(placed.spots[head], lane, ones)
    return lines


def _bus(head: Spot, lane: float, ones: list[tuple[Wire, Spot]]) -> list[Line]:
    """Lines in one lane: those with most force first, the farthest first; the others end where they join it."""
    end = _arrival(head, lane, ones[0][0])
    reached, lines = end[0][1], list[Line]()
    for wire, spot in sorted(ones, key=lambda one: (RANK[one[0].force], -one[1].y)):
        x, y = spot.sign or (spot.x, spot.y)
        points: tuple[Point, ...] = ((x - RADIUS, y), (lane, y))
        if not lines:
            points = (*points, *end)
        elif y > reached:
            points = (*points, (lane, reached))
        reached = max(reached, y)
        lines.append(Line(wire, points, (x, y)))
    return lines


def _arrival(head: Spot, lane: float, wire: Wire) -> tuple[Point, ...]:
    """From a lane to the card, or to the sign of its step."""
    if wire.relation != "undercut" or head.sign is None:
        return ((lane, head.bottom),)
    x, y = head.sign
    if lane == x:
        return ((x, y + RADIUS),)
    level = head.bottom + GAP / 2
    return (lane, level), (x, level), (x, y + RADIUS)
