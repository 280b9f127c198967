"""How the maps of a debate are drawn, in numbers: `python -m tests.benchmarks.bench_map_geometry [FOLDER…]`.

For each debate, by default the flagship and twelve extreme shapes, over all maps that a build draws: crossings per
100 steps, length of line per step (in em of the text), lines through cards and through titles, the share of a card's
height that is not text, and the largest map. Below it the same of plain `dot` on the DOT that a build writes: how good
the map is of who has nothing else.
"""

from __future__ import annotations

import itertools
import math
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import argmap
from argmap.evaluation.evaluated import Evaluation, evaluate
from argmap.maps import Links, to_dot, views
from argmap.maps.card_text import HEAD_ROW, REMARK_ROW, TEXT_SIZE
from argmap.maps.connecting_lines import Line, Point, tree_lines
from argmap.maps.drawing import lay_out
from argmap.maps.engine import engine
from argmap.maps.layout import Box, read_plain
from argmap.maps.place import Placed
from argmap.maps.scene_making import scenes
from argmap.maps.wasi import _Session
from tests.benchmarks.map_shapes import shapes

Segment = tuple[Point, Point]
_DOT_EM = 13.0
"""The size of the type in the DOT, in points."""
FLAGSHIP = Path(__file__).parents[2] / "arguments" / "nato-ukraine"


@dataclass
class Figures:
    """Sums over some maps."""

    maps: int = 0
    steps: int = 0
    crossings: int = 0
    length: float = 0.0
    through_cards: int = 0
    through_titles: int = 0
    text: float = 0.0
    height: float = 0.0
    largest: tuple[float, float] = (0.0, 0.0)
    em: float = TEXT_SIZE

    @property
    def line_per_step(self) -> float:
        """The length of line for each step, in em of the text."""
        return self.length / self.em / max(self.steps, 1)

    def add(self, wide: float, high: float) -> None:
        """Count a map of that size."""
        self.maps += 1
        self.largest = max(self.largest, (wide, high), key=lambda size: size[0] * size[1])

    def told(self) -> str:
        """A line of figures."""
        steps = max(self.steps, 1)
        return (
            f"{self.maps} maps, {self.steps} steps: {100 * self.crossings / steps:.1f} crossings per 100 steps, "
            f"{self.line_per_step:.1f} em of line per step, {self.through_cards} lines through cards, "
            f"the largest map {self.largest[0]:.0f} × {self.largest[1]:.0f} px"
        ) + (
            f", {self.through_titles} lines through titles, {100 * (1 - self.text / self.height):.0f} % of a card is "
            "not text" if self.height else ""
        )  # fmt: skip


def segments(line: Line) -> list[Segment]:
    """The stretches of a line."""
    return list(itertools.pairwise(line.points))


def crosses(one: Segment, other: Segment) -> bool:
    """Whether a level and an upright stretch cross, not at their ends."""
    level, upright = (one, other) if one[0][1] == one[1][1] else (other, one)
    if level[0][1] != level[1][1] or upright[0][0] != upright[1][0]:
        return False
    (left, y), (right, _) = sorted(level)
    top, bottom = sorted((upright[0][1], upright[1][1]))
    return left + 1 < upright[0][0] < right - 1 and top + 1 < y < bottom - 1


def inside(segment: Segment, left: float, top: float, right: float, bottom: float) -> bool:
    """Whether a stretch runs through a rectangle."""
    (ax, ay), (bx, by) = segment
    return min(ax, bx) < right and max(ax, bx) > left and min(ay, by) < bottom and max(ay, by) > top


def measure(placed: Placed, found: Figures) -> None:
    """Add a map's figures."""
    lines = tree_lines(placed)
    found.steps += sum(wire.relation in ("support", "rebuttal", "undercut") for wire in placed.scene.wires)
    for one, other in itertools.combinations([(line, part) for line in lines for part in segments(line)], 2):
        found.crossings += one[0].wire != other[0].wire and crosses(one[1], other[1])
    for line in lines:
        found.length += sum(abs(a[0] - b[0]) + abs(a[1] - b[1]) for a, b in segments(line))
        ends = {line.wire.tail, line.wire.head}
        cards = [s for id, s in placed.spots.items() if id not in ends]
        found.through_cards += sum(
            inside(part, s.x + 2, s.y + 2, s.right - 2, s.bottom - 2) for part in segments(line) for s in cards
        )
        found.through_titles += sum(
            inside(part, f.title_x, f.y + 6, f.title_x + f.plate.width, f.y + f.plate.height - 8)
            for part in segments(line) for f in placed.floors
        )  # fmt: skip
    for spot in placed.spots.values():
        face = spot.face
        small = len(face.state) + len(face.remarks) + sum(len(rows) for _, rows in face.chips)
        found.text += len(face.lines) * face.leading + small * REMARK_ROW + len(face.title_rows) * HEAD_ROW + face.scale
        found.height += face.height


def maps(evaluation: Evaluation) -> Iterator[Placed]:
    """Every map of a debate, section by section."""
    for view in views(evaluation):
        for scene in scenes(evaluation, view, Links()):
            yield lay_out(scene, engine(), 60)[0]


def figures(evaluation: Evaluation) -> Figures:
    """Those of a debate."""
    found = Figures()
    for placed in maps(evaluation):
        found.add(placed.width, placed.height)
        measure(placed, found)
    return found


def figures_of_dot(evaluation: Evaluation) -> Figures:
    """Those of the same debate as plain `dot` draws it."""
    found = Figures(em=_DOT_EM)
    for view in views(evaluation):
        with _Session(None) as session:
            plain = session.render(to_dot(evaluation, view), "plain")
        layout = read_plain(plain)
        found.add(layout.width, layout.height)
        wires = (wire for scene in scenes(evaluation, view, Links()) for wire in scene.wires)
        found.steps += sum(wire.relation != "premise" for wire in wires)
        paths = {ends: path for ends, path in _paths(plain) if not ends[0].startswith("legend")}
        for (one, path), (other, beside) in itertools.combinations(paths.items(), 2):
            found.crossings += not {*one} & {*other} and any(itertools.starmap(meets, itertools.product(path, beside)))
        found.length += sum(math.dist(*part) for path in paths.values() for part in path)
        for ends, path in paths.items():
            boxes = [box for name, box in layout.boxes.items() if name not in ends and box.width > 20]
            found.through_cards += sum(any(_enters(part, box, layout.height) for part in path) for box in boxes)
    return found


def _paths(plain: str) -> Iterator[tuple[tuple[str, str], list[Segment]]]:
    """The edges of Graphviz's plain format, each curve as a few straight stretches, in points."""
    for words in (line.split() for line in plain.splitlines()):
        if words[0] == "edge":
            many = int(words[3])
            at = [72 * float(word) for word in words[4 : 4 + 2 * many]]
            knots = list(zip(at[::2], at[1::2], strict=True))
            points = [_bezier(knots[n : n + 4], t / 4) for n in range(0, many - 3, 3) for t in range(5)]
            yield (words[1], words[2]), list(itertools.pairwise(points))


def _bezier(knots: list[Point], t: float) -> Point:
    weights = ((1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t**2, t**3)
    x, y = (sum(w * knot[axis] for w, knot in zip(weights, knots, strict=True)) for axis in (0, 1))
    return x, y


def meets(one: Segment, other: Segment) -> bool:
    """Whether two stretches cross, not at their ends."""
    (a, b), (c, d) = one, other
    return _turn(a, b, c) * _turn(a, b, d) < 0 and _turn(c, d, a) * _turn(c, d, b) < 0


def _turn(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def _enters(part: Segment, box: Box, high: float) -> bool:
    """Whether the middle of a stretch lies in a card; y grows upwards in the one, downwards in the other."""
    x, y = (part[0][0] + part[1][0]) / 2, high - (part[0][1] + part[1][1]) / 2
    return abs(x - box.x) < box.width / 2 - 2 and abs(y - box.y) < box.height / 2 - 2


def main(folders: list[str]) -> None:
    """Print a line for each debate; without folders for the flagship and for each extreme shape."""
    debates = {folder.name: evaluate(argmap.load(folder)) for folder in map(Path, folders or [str(FLAGSHIP)])}
    for name, evaluation in (debates if folders else debates | shapes()).items():
        print(f"{name}: {figures(evaluation).told()}")
        print(f"    plain dot: {figures_of_dot(evaluation).told()}")


if __name__ == "__main__":
    main(sys.argv[1:])
