"""The lines of the tree: from each card's step to what it answers, along shared trunks and lanes.

Answers that hang in a column run to the left into a trunk below their target; answers in columns of their own run up
into a lane and along it. Lines of the same kind share a trunk, and each stretch of it is drawn once: in full colour
where a step that counts uses it, thin where at best it is open, grey where none has force.
"""

from __future__ import annotations

import itertools
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from argmap.evaluation.framework import Label
from argmap.maps.place import LANE, STUB, TRUNK, Placed, Spot
from argmap.maps.scene import RELATIONS, Wire
from argmap.prose.relation import Relation

Point = tuple[float, float]
RANK = {Label.IN: 0, Label.UNDEC: 1, Label.OUT: 2}
"""What is drawn above what: lines that count, those of which it is open, those without force."""


@dataclass(frozen=True)
class Line:
    """A wire as drawn: its corners from tail to head, whether it reaches the head, and where its sign is."""

    wire: Wire
    points: tuple[Point, ...]
    arrives: bool
    badge: Point | None


def tree_lines(placed: Placed) -> list[Line]:
    """The lines of everything that hangs."""
    buses: defaultdict[tuple[str, Relation], list[Wire]] = defaultdict(list)
    for id in placed.spots:
        wire = placed.scene.parents.get(id)
        if wire is not None:
            buses[wire.head, wire.relation].append(wire)
    lanes = _lanes(placed, buses)
    kinds: defaultdict[str, set[Relation]] = defaultdict(set)
    for head, relation in buses:
        kinds[head].add(relation)
    lines: list[Line] = []
    for (head, relation), wires in buses.items():
        routes = [(wire, _route(placed, wire, lanes.get((head, relation)), kinds[head])) for wire in wires]
        lines += _shared(routes, placed)
    return lines


def _lanes(placed: Placed, buses: dict[tuple[str, Relation], list[Wire]]) -> dict[tuple[str, Relation], float]:
    """The height at which each bus crosses to its columns: one lane for each, nearest its target those that go
    to its sign, the others so that they cross as little as may be."""
    found: dict[tuple[str, Relation], float] = {}
    lanes: defaultdict[int, _Lane] = defaultdict(_Lane)
    for head in dict.fromkeys(head for head, _ in buses):
        if head not in placed.tops:
            continue
        kinds: list[Relation] = [kind for kind in RELATIONS if (head, kind) in buses]
        for order, kind in enumerate(_lane_order(placed, head, kinds, buses)):
            ends = [placed.spots[wire.tail] for wire in buses[head, kind]]
            xs = [*(spot.port for spot in ends), placed.spots[head].middle]
            free, left, right = order, min(xs), max(xs)
            if placed.spots[head].face.card.panel is None:
                free = next(lane for lane in itertools.count(order) if lanes[lane].takes(left, right))
            found[head, kind] = _lane_height(placed, head, free)
    return found


class _Lane:
    """The stretches of a lane that are taken, from left to right; none overlaps another."""

    def __init__(self) -> None:
        self.lefts: list[float] = []
        self.rights: list[float] = []

    def takes(self, left: float, right: float) -> bool:
        """Whether a stretch was free; then it is taken."""
        at = bisect_right(self.rights, left)
        if at < len(self.lefts) and self.lefts[at] < right:
            return False
        self.lefts.insert(at, left)
        self.rights.insert(at, right)
        return True


def _lane_height(placed: Placed, head: str, lane: int) -> float:
    """Lanes count from the lowest, which passes above the titles and signs of what is below."""
    spot = placed.spots[head]
    if spot.face.card.panel is not None:
        return placed.tops[head] - STUB - LANE * lane
    floors = [f.y for f in placed.floors] or [placed.tops[head] - STUB + 8]
    top = min([min(floors), placed.tops[head]])
    return max(top - 8 - LANE * lane, spot.bottom + 12)


def _lane_order(
    placed: Placed, head: str, kinds: list[Relation], buses: dict[tuple[str, Relation], list[Wire]]
) -> list[Relation]:
    """Lowest lane first: supports, unless they stay to the left of where the rebuttals arrive."""
    arrival = placed.spots[head].middle + 18
    supports = [placed.spots[wire.tail].port for wire in buses.get((head, "support"), [])]
    if "support" in kinds and "rebuttal" in kinds and max(supports) <= arrival:
        kinds = ["rebuttal", "support", *(kind for kind in kinds if kind not in ("support", "rebuttal"))]
    return kinds


def _route(placed: Placed, wire: Wire, lane: float | None, kinds: set[Relation]) -> tuple[Point, ...]:
    tail, head = placed.spots[wire.tail], placed.spots[wire.head]
    start, x = _leave(tail, wire.relation)
    if lane is None:
        return (*start, *_arrive_inside(placed, tail, head, wire.relation, x))
    if wire.relation in ("support", "rebuttal"):
        aim = _landing(head, wire.relation, kinds)
        return (*start, (x, lane), (aim, lane), (aim, head.bottom))
    side = head.right + 11
    return (*start, (x, lane), (side, lane), (side, head.badge[1]), (head.badge[0], head.badge[1]))


def _leave(tail: Spot, relation: Relation) -> tuple[tuple[Point, ...], float]:
    """From a card to its trunk: the corners, and the x along which it goes on."""
    if tail.exit == "top":
        return ((tail.port, tail.y),), tail.port
    x = tail.base + TRUNK.get(relation, -13.0)
    y = tail.badge[1]
    return ((tail.x, y), (x, y)), x


def _landing(head: Spot, relation: Relation, kinds: set[Relation]) -> float:
    """Where on the lower edge of its target a kind of line arrives."""
    if "support" in kinds and "rebuttal" in kinds:
        return head.middle + (-18 if relation == "support" else 18)
    return head.middle


def _arrive_inside(placed: Placed, tail: Spot, head: Spot, relation: Relation, x: float) -> tuple[Point, ...]:
    """Within one column: straight up to the target's lower edge, or round its side to its sign."""
    if relation in ("support", "rebuttal"):
        return ((x, head.bottom),)
    bx, by = head.badge
    if tail.exit == "top":
        turn = tail.y - 30
        side = bx if head.exit == "left" else head.right + 11
        way: tuple[Point, ...] = ((tail.port, turn), (side, turn))
    else:
        side, way = x, ()
    return (*way, (side, by)) if side == bx else (*way, (side, by), (bx, by))


def _shared(routes: list[tuple[Wire, tuple[Point, ...]]], placed: Placed) -> list[Line]:
    """Each stretch once: the steps with most force first, the farthest first; every other line ends where it joins."""
    drawn = _Drawn()
    lines: list[Line] = []
    for wire, points in sorted(routes, key=lambda r: (RANK[r[0].force], -_length(r[1]))):
        points = _clean(points)
        joined = drawn.until_joined(points)
        lines.append(Line(wire, joined, joined[-1] == points[-1] and not lines, placed.spots[wire.tail].badge))
        drawn.add(joined)
    return lines


def _length(points: tuple[Point, ...]) -> float:
    return sum(abs(a[0] - b[0]) + abs(a[1] - b[1]) for a, b in itertools.pairwise(points))


def _clean(points: Iterable[Point]) -> tuple[Point, ...]:
    """Without points that repeat the one before or lie on a straight line between their neighbours."""
    found: list[Point] = []
    for point in points:
        if found and point == found[-1]:
            continue
        if len(found) > 1 and (found[-2][0] == found[-1][0] == point[0] or found[-2][1] == found[-1][1] == point[1]):
            found.pop()
        found.append(point)
    return tuple(found)


_Spans = defaultdict[float, list[tuple[float, float]]]


class _Drawn:
    """What is drawn already, all of it level or upright, by the line on which it lies: thousands of answers to one
    statement share a few trunks, and none is compared with all the others."""

    def __init__(self) -> None:
        self.levels: _Spans = defaultdict(list)
        self.uprights: _Spans = defaultdict(list)

    def add(self, points: Iterable[Point]) -> None:
        """Remember the stretches between these points."""
        for (ax, ay), (bx, by) in itertools.pairwise(points):
            if ax == bx:
                self.uprights[ax].append((min(ay, by), max(ay, by)))
            else:
                self.levels[ay].append((min(ax, bx), max(ax, bx)))

    def until_joined(self, points: tuple[Point, ...]) -> tuple[Point, ...]:
        """The points up to the first place where the line meets what is drawn."""
        for index, ((ax, ay), (bx, by)) in enumerate(itertools.pairwise(points)):
            if ax == bx:
                met = _first_met(ay, by, self.uprights.get(ax, ()), self.levels, ax)
                place = None if met is None else (ax, met)
            else:
                met = _first_met(ax, bx, self.levels.get(ay, ()), self.uprights, ay)
                place = None if met is None else (met, ay)
            if place is not None:
                return (*points[: index + 1], place)
        return points


def _first_met(
    start: float, end: float, along: Iterable[tuple[float, float]], across: _Spans, line: float
) -> float | None:
    """Where a stretch of a line first touches what lies along it, or crosses it."""
    low, high = min(start, end), max(start, end)
    met = [min(max(start, least), most) for least, most in along]
    met += [at for at in across if low <= at <= high and any(least <= line <= most for least, most in across[at])]
    return min((at for at in met if low <= at <= high), key=lambda at: abs(at - start), default=None)


def with_stubs(placed: Placed) -> list[Line]:
    """The beginnings of steps that lead out of the map and are contested on it, each of its own kind and force."""
    lines = []
    for id in dict.fromkeys(wire.head for wire in placed.scene.wires if wire.to_step):
        spot = placed.spots[id]
        step = spot.face.card.step
        if step is not None and id not in placed.scene.parents and spot.exit == "top":
            wire = Wire(id, id, *step, f"the step of {id}, drawn elsewhere")
            lines.append(Line(wire, ((spot.port, spot.y), (spot.port, spot.y - STUB + 2)), False, spot.badge))
    return lines
