"""Where everything lies: cards below what they hang from, floors around the cards of a position."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from argmap.maps.card_text import Face, Plate, face, plate
from argmap.maps.outline import APART, GAP, Node, Plan
from argmap.maps.scene import Scene

_TITLE_PAD, _FLOOR_PAD = 12.0, 10.0
_INSIDE = 7.0
"""Between a card and the right edge of its floor."""
SIGN_DROP = 15.0
"""From a card's upper edge to the middle of its sign."""


@dataclass(frozen=True)
class Spot:
    """A card in its place, in px from the map's upper left corner."""

    face: Face
    x: float
    y: float
    sign: tuple[float, float] | None
    """The middle of its sign; None for what hangs from nothing and does nothing."""
    lane: float | None
    """The x of the line that leads up from its sign."""
    column: int

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.x + self.face.width

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.y + self.face.height


@dataclass(frozen=True)
class Floor:
    """A panel in its place, in px from the map's upper left corner."""

    key: str
    """A name unique in the map."""
    plate: Plate
    x: float
    y: float
    width: float
    height: float

    @property
    def title_x(self) -> float:
        """Where its title begins."""
        return self.x + _TITLE_PAD


@dataclass
class Placed:
    """A scene with places, from (0, 0) on."""

    scene: Scene
    spots: dict[str, Spot] = field(default_factory=dict)
    floors: list[Floor] = field(default_factory=list)
    width: float = 0.0
    height: float = 0.0


def place(scene: Scene, plan: Plan, lefts: list[float]) -> Placed:
    """Place everything; `lefts` are the left edges of the columns."""
    placer = _Placer(scene, plan, lefts)
    bottoms = [0.0] * len(plan.widths)
    for root in plan.roots:
        columns = slice(root.column, root.column + root.span)
        top = max(bottoms[columns])
        bottom = placer.put(root, top + APART if top else 0.0)
        bottoms[columns] = [bottom] * root.span
    placed = placer.placed
    placed.width = max((a + b for a, b in zip(lefts, plan.widths, strict=True)), default=0.0)
    placed.height = max(bottoms, default=0.0)
    return placed


class _Placer:
    def __init__(self, scene: Scene, plan: Plan, lefts: list[float]) -> None:
        self.placed, self.lefts = Placed(scene), lefts
        self.rights = [left + wide for left, wide in zip(lefts, plan.widths, strict=True)]
        self.seen: dict[str, int] = {}

    def put(self, node: Node, y: float) -> float:
        """Place a node and all below it from `y` on; how far down that reaches."""
        left, right = self.lefts[node.column], self.rights[node.column + node.span - 1]
        if node.id is None:
            return self._floor(node, left + node.edge, y, right)
        if node.panel is not None:
            right -= _INSIDE
        x = left + node.edge
        set_ = face(self.placed.scene.cards[node.id], round(right - x, 1))
        sign = (left + node.sign, y + SIGN_DROP) if node.edge > node.sign else None
        lane = None if node.lane is None else left + node.lane
        self.placed.spots[node.id] = Spot(set_, x, round(y, 1), sign, lane, node.column)
        return self._below(node, round(y + set_.height, 1))

    def _below(self, node: Node, y: float) -> float:
        return max([y, *(self._run(run.nodes, y + GAP) for run in node.runs)])

    def _run(self, nodes: Iterable[Node], y: float) -> float:
        for node in nodes:
            y = self.put(node, y) + GAP
        return y - GAP

    def _floor(self, node: Node, x: float, y: float, right: float) -> float:
        key = node.panel or ""
        first = self.rights[node.column] - x - 2 * _TITLE_PAD
        sign = plate(self.placed.scene.panels[key], first)
        bottom = self._below(node, y + sign.height - GAP) + _FLOOR_PAD
        self.seen[key] = self.seen.get(key, 0) + 1
        name = key if self.seen[key] == 1 else f"{key}-{self.seen[key]}"
        self.placed.floors.append(Floor(name, sign, x, y, right - x, bottom - y))
        return bottom
