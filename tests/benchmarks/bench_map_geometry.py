"""How the maps of a debate are drawn, in numbers: `python -m tests.benchmarks.bench_map_geometry [FOLDER…]`.

For each debate, by default the flagship and twelve extreme shapes, over all maps that a build draws: crossings per
100 steps, length of line per step (in em of the text), lines through cards and through titles, the share of a card's
height that is not text, and the largest map.
"""

from __future__ import annotations

import itertools
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import argmap
from argmap.evaluation.evaluated import Evaluation, evaluate
from argmap.maps import Links, views
from argmap.maps.card_text import HEAD_ROW, REMARK_ROW, TEXT_SIZE
from argmap.maps.connecting_lines import Line, Point, tree_lines
from argmap.maps.drawing import lay_out
from argmap.maps.engine import engine
from argmap.maps.place import Placed
from argmap.maps.scene_making import scenes
from tests.benchmarks.map_shapes import shapes

Segment = tuple[Point, Point]
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

    @property
    def line_per_step(self) -> float:
        """The length of line for each step, in em of the text."""
        return self.length / TEXT_SIZE / max(self.steps, 1)

    def told(self) -> str:
        """A line of figures."""
        steps = max(self.steps, 1)
        return (
            f"{self.maps} maps, {self.steps} steps: {100 * self.crossings / steps:.1f} crossings per 100 steps, "
            f"{self.line_per_step:.1f} em of line per step, {self.through_cards} lines through cards, "
            f"{self.through_titles} through titles, {100 * (1 - self.text / max(self.height, 1)):.0f} % of a card is "
            f"not text, the largest map {self.largest[0]:.0f} × {self.largest[1]:.0f} px"
        )


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
    found.largest = max(found.largest, (placed.width, placed.height), key=lambda size: size[0] * size[1])


def maps(evaluation: Evaluation) -> Iterator[Placed]:
    """Every map of a debate, section by section."""
    for view in views(evaluation):
        for scene in scenes(evaluation, view, Links()):
            yield lay_out(scene, engine(), 60)[0]


def figures(evaluation: Evaluation) -> Figures:
    """Those of a debate."""
    found = Figures()
    for placed in maps(evaluation):
        found.maps += 1
        measure(placed, found)
    return found


def main(folders: list[str]) -> None:
    """Print a line for each debate; without folders for the flagship and for each extreme shape."""
    debates = {folder.name: evaluate(argmap.load(folder)) for folder in map(Path, folders or [str(FLAGSHIP)])}
    for name, evaluation in (debates if folders else debates | shapes()).items():
        print(f"{name}: {figures(evaluation).told()}")


if __name__ == "__main__":
    main(sys.argv[1:])
