"""Lines that run across the tree, routed level and upright round the cards."""

from __future__ import annotations

import heapq
import itertools
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from argmap.maps.drawline import BADGE
from argmap.maps.place import Placed, Spot
from argmap.maps.scene import Wire
from argmap.maps.wiring import Line, Point

_CLEAR = 6.0
"""How near a line may come to a card."""
_BEND_COST = 60.0
MOST_CARDS = 300
"""On larger maps a line goes straight: finding a way round so many cards takes longer than anyone looks at it."""


def cross_lines(placed: Placed) -> list[Line]:
    """The lines that the tree does not carry, in file order."""
    wires = [w for w in placed.scene.across if w.tail in placed.spots and w.head in placed.spots and w.tail != w.head]
    if len(placed.spots) > MOST_CARDS:
        return [_straight(placed, wire) for wire in wires]
    grid = _Grid(placed) if wires else None
    return [_routed(placed, wire, grid, index) for index, wire in enumerate(wires) if grid]


def _straight(placed: Placed, wire: Wire) -> Line:
    """A line without a search: from side to side, or round the right of both where one stands above the other."""
    tail, head = placed.spots[wire.tail], placed.spots[wire.head]
    (left, y), (right, _) = _sides(tail, 0)
    (head_left, head_y), (head_right, _) = _sides(head, 1)
    if tail.right < head.x:
        return Line(wire, ((right, y), (head_left, head_y)), True, None)
    if head.right < tail.x:
        return Line(wire, ((left, y), (head_right, head_y)), True, None)
    lane = max(right, head_right) + 22
    return Line(wire, ((right, y), (lane, y), (lane, head_y), (head_right, head_y)), True, None)


def _routed(placed: Placed, wire: Wire, grid: _Grid, index: int) -> Line:
    tail, head = placed.spots[wire.tail], placed.spots[wire.head]
    ends = [head.badge] if wire.to_step and wire.head in placed.scene.parents else list(_sides(head, index + 1))
    starts = list(_sides(tail, index))
    points = grid.way(starts, ends, index)
    if points is None:
        return _straight(placed, wire)
    own = wire.relation in ("support", "rebuttal", "undercut", "contradicts")
    return Line(wire, points, True, _sign_place(points) if own else None)


def _sides(spot: Spot, index: int) -> Iterator[Point]:
    """Where a line may leave a card: left and right, at a height of its own so that lines do not lie on each other."""
    y = spot.y + spot.face.head + 12 + 10 * (index % 4)
    yield spot.x, y
    yield spot.right, y


def _sign_place(points: tuple[Point, ...]) -> Point:
    """The middle of the longest stretch."""
    a, b = max(itertools.pairwise(points), key=lambda s: abs(s[0][0] - s[1][0]) + abs(s[0][1] - s[1][1]))
    return (a[0] + b[0]) / 2, (a[1] + b[1]) / 2


class _Grid:
    """The level and upright lines beside and between cards on which a way may run."""

    def __init__(self, placed: Placed) -> None:
        spots = placed.spots.values()
        self.blocks = [(s.x - _CLEAR, s.y - _CLEAR, s.right + _CLEAR, s.bottom + _CLEAR) for s in spots]
        signs = [s.badge for id, s in placed.spots.items() if id in placed.scene.parents]
        self.blocks += [(x - BADGE - 2, y - BADGE - 2, x + BADGE + 2, y + BADGE + 2) for x, y in signs]
        sign = BADGE + 5  # a line beside a title may bear one
        self.blocks += [
            (f.x + 1, f.y + 1, f.title_x + f.plate.width + sign, f.y + f.plate.height + sign - 6) for f in placed.floors
        ]
        self.xs = {x for s in spots for x in (s.x - 22, s.right + 22)} | {
            f.x + 6 for f in placed.floors
        }  # its gutter, too
        highest = min(s.y for s in spots)  # above it stands the heading, where no line may run
        self.ys = {y for s in spots for y in (s.y - 36, s.bottom + 11) if y >= highest}

    def way(self, starts: list[Point], ends: list[Point], index: int) -> tuple[Point, ...] | None:
        """The way with the fewest bends and the least length, or None."""
        off = 4.0 * (index % 4) - 6
        xs = sorted({*_apart((x + off for x in self.xs), [x for x, _ in ends]), *(x for x, _ in (*starts, *ends))})
        ys = sorted({*_apart((y + off / 2 for y in self.ys), [y for _, y in ends]), *(y for _, y in (*starts, *ends))})
        return _Search(self.blocks, xs, ys, starts, ends).run()


def _apart(lanes: Iterable[float], ends: list[float]) -> Iterator[float]:
    """The lanes that do not run through the sign at an end: such a one would cut the sign off from the next lane, as
    the way to an end may pass through its sign, and no other."""
    return (lane for lane in lanes if all(abs(lane - end) > BADGE + 2 for end in ends))


class _Search:
    """A* over the crossings of the grid; a state is a crossing and the direction of arrival (1 level, 0 upright)."""

    def __init__(
        self, blocks: list[tuple[float, float, float, float]], xs: list[float], ys: list[float],
        starts: list[Point], ends: list[Point],
    ) -> None:  # fmt: skip
        self.xs, self.ys, self.starts, self.goals = xs, ys, starts, set(ends)
        self.blocks = blocks
        self.level: dict[float, list[tuple[float, float]]] = {}
        self.upright: dict[float, list[tuple[float, float]]] = {}

    def run(self) -> tuple[Point, ...] | None:
        """The corners of the cheapest way."""
        queue: list[tuple[float, int, float, Point, int, tuple[Point, ...]]] = []
        for number, start in enumerate(self.starts):
            heapq.heappush(queue, (self._left(start), number, 0.0, start, 1, (start,)))
        done: set[tuple[Point, int]] = set()
        counter = len(queue)
        while queue:
            _, _, cost, point, heading, path = heapq.heappop(queue)
            if point in self.goals and len(path) > 1:
                return path
            if (point, heading) in done:
                continue
            done.add((point, heading))
            for after, turned in self._moves(point):
                bend = _BEND_COST if turned != heading else 0.0
                paid = cost + abs(after[0] - point[0]) + abs(after[1] - point[1]) + bend
                longer = (*path[:-1], after) if turned == heading and len(path) > 1 else (*path, after)
                counter += 1
                heapq.heappush(queue, (paid + self._left(after), counter, paid, after, turned, longer))
        return None

    def _left(self, point: Point) -> float:
        """The least that is still to go."""
        return min(abs(point[0] - x) + abs(point[1] - y) for x, y in self.goals)

    def _moves(self, point: Point) -> Iterator[tuple[Point, int]]:
        """The neighbouring crossings that can be reached."""
        (x, y), column, row = point, bisect_left(self.xs, point[0]), bisect_left(self.ys, point[1])
        for other in (column - 1, column + 1):
            if 0 <= other < len(self.xs) and self._free(self._beside(y), x, self.xs[other], point, (self.xs[other], y)):
                yield (self.xs[other], y), 1
        for other in (row - 1, row + 1):
            if 0 <= other < len(self.ys) and self._free(self._above(x), y, self.ys[other], point, (x, self.ys[other])):
                yield (x, self.ys[other]), 0

    def _beside(self, y: float) -> list[tuple[float, float]]:
        if y not in self.level:
            self.level[y] = [(left, right) for left, top, right, bottom in self.blocks if top < y < bottom]
        return self.level[y]

    def _above(self, x: float) -> list[tuple[float, float]]:
        if x not in self.upright:
            self.upright[x] = [(top, bottom) for left, top, right, bottom in self.blocks if left < x < right]
        return self.upright[x]

    def _free(self, blocks: list[tuple[float, float]], a: float, b: float, start: Point, end: Point) -> bool:
        """Whether nothing lies between; the ends of the whole way stand on the rim of their own card."""
        low, high = min(a, b), max(a, b)
        rim = start in self.starts or end in self.goals
        clear = BADGE + 3 if rim else 0.0
        return not any(first + clear < high and low < last - clear for first, last in blocks)
