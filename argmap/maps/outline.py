"""The outline of a map: which columns a card and all that hangs from it stand in.

A page has as many columns of one card's width as give it the shape of a page. What hangs from a card stands below it,
indented, as in an outline. A card with more below it than one column should hold spans several: it is as wide as
these, and what hangs from it is dealt out to them, so that an answer always stands below what it answers to and no
line has to run from one column to another.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from argmap.evaluation.weight import RANK
from argmap.maps.card_text import LEAST_CARD
from argmap.maps.scene import READING, Scene

GAP = 14.0
"""Between one card and the next below it, in px."""
APART = 34.0
"""Between trees in one column."""
BETWEEN = 30.0
"""Between two columns."""
COLUMN = 296.0
"""The least width of a column."""
SHAPE = 1.35
"""Width over height that a map aims at: about that of a sheet of paper laid across."""
FIRST, LANE, SIGN, ARM = 4.0, 7.0, 17.0, 13.0
"""From a card's left edge to the first line below it; from line to line; from the last line to the middle of a sign;
and from there to its card."""
RADIUS = 8.0
"""Of a sign."""
FLOOR_EDGE = 12.0
"""From a floor's edge to the middle of a sign on it."""
TITLE = 60.0
"""About the height of a panel's title."""
MANY = 400
"""For more cards than this fewer pages are tried."""
_MORE, _MORE_OF_MANY = 4, 2
"""How many columns more than usual are tried: a tree may need them to come out less tall."""
_LOOSE = (1.0, 1.15, 1.35, 1.7)
"""How much taller than its share a tree may be before it has another column: what makes the best page is taken."""
_LEAST_SHARE = 260.0
"""What is not taller than this in one column is not dealt out to two."""
_UNEVEN = 1.2
"""How much taller than its share what stands first may be, where that makes the whole less tall."""
_FEW = 10
"""Of more cards in each column equal parts are as good."""
_BIG = 1.5
"""What is so many times as tall as its share has columns of its own."""


@dataclass(eq=False)
class Node:
    """A card, or a panel without a card of its own, and all that hangs from it."""

    id: str | None
    panel: str | None
    below: list[Node] = field(default_factory=list)
    tall: float = 0.0
    """The height of everything in it in one column, in px."""
    leaves: int = field(init=False)
    """How many columns it could fill at most."""
    column: int = 0
    """Its first column."""
    span: int = 1
    edge: float = 0.0
    """How far it begins to the right of its first column's edge."""
    sign: float = 0.0
    """The same of the middle of its sign."""
    lane: float | None = None
    """The same of the line that leads up from its sign; None where nothing stands above it."""
    runs: list[Run] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.leaves = max(1, sum(each.leaves for each in self.below))


@dataclass
class Run:
    """Some of what hangs from a card, one below the other, in columns of their own."""

    column: int
    span: int
    nodes: list[Node]


class _Dealt(NamedTuple):
    """A tree in columns: how tall it is, how many columns it takes and what stands in them."""

    tall: float
    span: int
    runs: list[Run]


@dataclass
class Plan:
    """The trees of a scene, and how wide each column has to be."""

    roots: list[Node]
    widths: list[float]

    @property
    def width(self) -> float:
        """Of all columns with the room between them, in px."""
        return sum(self.widths) + BETWEEN * (len(self.widths) - 1)

    def widen(self, room: float) -> None:
        """Deal out to the columns what is left of the room, in equal parts."""
        extra = max(0.0, room - self.width) / max(1, len(self.widths))
        self.widths = [each + extra for each in self.widths]


def plan(scene: Scene, heights: Mapping[str, float], most: int | None = None) -> Plan:
    """Deal a scene out to columns, at most so many. `heights` are those of cards of ordinary width."""
    roots = trees(scene, heights)
    planner = Planner(scene, heights)
    total = sum(root.tall for root in roots)
    usual = round(math.sqrt(total * SHAPE / (COLUMN + BETWEEN)))
    many, leaves = len(heights) > MANY, sum(root.leaves for root in roots)
    most = min(most or leaves, usual + (_MORE_OF_MANY if many else _MORE), leaves) or 1
    counts = range(max(1, min(usual if many else usual - 1, most)), most + 1)
    packed = (planner.pack(roots, count, loose) for count in counts for loose in _LOOSE)
    best = min(packed, key=lambda each: each.cost, default=_Packed([], 1, 0.0))
    for root, (column, wide) in zip(roots, best.places, strict=True):
        root.column = column
        planner.settle(root, wide)
    planner.place(roots, best.count)
    return Plan(roots, planner.widths)


@dataclass(frozen=True)
class _Packed:
    """Trees in columns: of each its first column and how many it has; how many columns there are, how tall the
    tallest is."""

    places: list[tuple[int, int]]
    count: int
    tall: float

    @property
    def cost(self) -> float:
        """The room that it takes, and how far it is from the shape of a page."""
        wide = self.count * (COLUMN + BETWEEN)
        return wide * self.tall * (1 + abs(math.log(wide / max(self.tall, 1.0) / SHAPE)))


def trees(scene: Scene, heights: Mapping[str, float]) -> list[Node]:
    """The trees, top to bottom: what stands above panels by itself, then each panel."""
    below: defaultdict[str, list[str]] = defaultdict(list)
    for id, wire in scene.parents.items():
        below[wire.head].append(id)
    order = {id: number for number, id in enumerate(scene.cards)}
    panels = {key: number for number, key in enumerate(scene.panels)}

    def rank(id: str) -> tuple[int, int, bool, int, int]:
        wire, card = scene.parents[id], scene.cards[id]
        return (
            READING.index(wire.relation),
            panels.get(card.panel or "", -1),
            not card.core,
            RANK[wire.force],
            order[id],
        )

    def tree(id: str) -> Node:
        node = Node(id, scene.cards[id].panel, [tree(child) for child in sorted(below[id], key=rank)])
        if node.panel is None:
            node.below = list(_grouped(node.below, scene))
        node.tall = heights[id] + GAP + sum(each.tall for each in node.below)
        return node

    return list(_grouped([tree(id) for id in scene.cards if id not in scene.parents], scene, roots=True))


def _grouped(nodes: list[Node], scene: Scene, *, roots: bool = False) -> Iterator[Node]:
    """What one panel says about one card, as one node with the panel's floor; about the card's step, as another."""
    groups: dict[tuple[object, ...], list[Node]] = {}
    for number, node in enumerate(nodes):
        to_step = not roots and scene.parents[node.id or ""].relation == "undercut"
        groups.setdefault((node.panel, to_step) if node.panel else (number,), []).append(node)
    for ones in groups.values():
        panel = ones[0].panel
        yield Node(None, panel, ones, TITLE + sum(each.tall for each in ones)) if panel else ones[0]


class Planner:
    """Gives trees their columns; `heights` are those of cards of ordinary width, in px."""

    def __init__(self, scene: Scene, heights: Mapping[str, float]) -> None:
        self.scene, self.heights = scene, heights
        self.widths: list[float] = []
        self._dealt: defaultdict[int, dict[int, _Dealt]] = defaultdict(dict)

    def pack(self, roots: list[Node], count: int, loose: float) -> _Packed:
        """Each tree where the columns are lowest, in as many of them as it needs to be no taller than the rest."""
        share = sum(root.tall for root in roots) / count
        bottoms, places = [0.0] * count, list[tuple[int, int]]()
        for root in roots:
            wide = self._wide(root, share * loose, count)
            dealt = self.deal(root, wide)
            column = min(range(count - dealt.span + 1), key=lambda at: (max(bottoms[at : at + dealt.span]), at))
            bottom = max(bottoms[column : column + dealt.span]) + dealt.tall + APART - GAP
            bottoms[column : column + dealt.span] = [bottom] * dealt.span
            places.append((column, wide))
        return _Packed(places, sum(bottom > 0 for bottom in bottoms), max(bottoms))

    def _wide(self, root: Node, share: float, count: int) -> int:
        least = 2 if root.id is not None and root.panel is None and len(root.below) > 1 else 1
        options = range(min(least, count), max(1, min(count, root.leaves)) + 1)
        fits = (wide for wide in options if self.deal(root, wide).tall <= share)
        return next(fits, min(options, key=lambda wide: self.deal(root, wide).tall))

    def deal(self, node: Node, wide: int) -> _Dealt:
        """How tall a tree is in so many columns, and how it is dealt out to them."""
        wide = max(1, min(wide, node.leaves, round(node.tall / _LEAST_SHARE)))
        dealt = self._dealt[id(node)]
        if wide not in dealt:
            own = TITLE if node.id is None else self.heights[node.id] + GAP
            if wide == 1 or not node.below:
                dealt[wide] = _Dealt(node.tall, 1, [Run(0, 1, node.below)] if node.below else [])
            else:
                ways = (self._dealt_so(own, runs) for runs in self._ways(node.below, wide))
                dealt[wide] = min(ways, key=lambda way: way[:2])
        return dealt[wide]

    def _dealt_so(self, own: float, runs: list[Run]) -> _Dealt:
        dealt = [(run.column, [self.deal(each, run.span) for each in run.nodes]) for run in runs]
        tall = max(sum(each.tall for each in ones) for _, ones in dealt)
        return _Dealt(own + tall, max(column + each.span for column, ones in dealt for each in ones), runs)

    def _ways(self, nodes: list[Node], wide: int) -> Iterator[list[Run]]:
        """One below the other or side by side, in equal parts or the first ones larger; in all columns or one fewer."""
        for most in range(max(wide - 1, 2), wide + 1):
            yield [Run(0, most, nodes)]
            yield self._runs(nodes, most)
            if len(nodes) < _FEW * most:
                yield self._runs(nodes, most, _UNEVEN)

    def narrowest(self, node: Node, high: float, most: int) -> int:
        """The fewest columns, up to `most`, with which a tree is at most `high` px high; `most` if none do."""
        return next((wide for wide in range(1, most) if self.deal(node, wide).tall <= high), most)

    def fits(self, node: Node, high: float, most: int) -> bool:
        """Whether a tree fits into that height with so many columns. It is dealt out only if its area could fit."""
        return node.tall <= high * most and self.deal(node, most).tall <= high

    def measure(self, node: Node) -> None:
        """Add up a tree again after something was taken from it."""
        own = TITLE if node.id is None else self.heights[node.id] + GAP
        node.tall = own + sum(each.tall for each in node.below)
        self._dealt.pop(id(node), None)

    @staticmethod
    def on_floor(node: Node) -> Node:
        """A card taken from its tree, on a floor of its own."""
        return Node(None, node.panel, [node], TITLE + node.tall)

    def settle(self, node: Node, wide: int) -> None:
        """Deal a tree out for good."""
        node.runs = [Run(run.column, run.span, run.nodes) for run in self.deal(node, wide).runs]
        for run in node.runs:
            for each in run.nodes:
                self.settle(each, run.span)
            run.span = max(each.span for each in run.nodes)
        node.span = max((run.column + run.span for run in node.runs), default=1)

    def _runs(self, nodes: list[Node], wide: int, loose: float = 1.0) -> list[Run]:
        """Answers to the step stand in the first columns, below its sign; all the rest where there is most room."""
        if wide == 1:
            return [Run(0, 1, nodes)]
        share = loose * sum(each.tall for each in nodes) / wide
        to_step = [each for each in nodes if self.relation(each) == "undercut"]
        rest = [each for each in nodes if self.relation(each) != "undercut"]
        tall = sum(each.tall for each in to_step)
        if not to_step or not rest:
            return _cut(nodes, wide, share)
        if tall < share * 0.7:
            first: list[Node] = []
            while len(rest) > 1 and tall + rest[0].tall / 2 < share:
                tall += rest[0].tall
                first.append(rest.pop(0))
            return [Run(0, 1, [*first, *to_step]), *_cut(rest, wide - 1, share, 1)]
        left = _cut(to_step, min(max(1, round(tall / share)), wide - 1), share)
        start = left[-1].column + left[-1].span
        return [*left, *_cut(rest, wide - start, share, start)]

    def relation(self, node: Node) -> str:
        """How a node hangs from what is above it; a panel as its first card does."""
        id = node.id if node.id is not None else node.below[0].id
        wire = self.scene.parents.get(id or "")
        return wire.relation if wire else ""

    def place(self, roots: list[Node], count: int) -> None:
        """Find how far everything is indented, and so how wide the columns are."""
        self.widths = [COLUMN] * count
        for root in roots:
            if root.id is None:
                self._hang(None, [root], root.column, beneath=True)
            else:
                self._indent(root, root.column, RADIUS if self._is_signed(root) else 0.0)

    def _is_signed(self, node: Node) -> bool:
        return node.id in self.scene.parents or self.scene.cards[node.id or ""].step is not None

    def _indent(self, node: Node, column: int, sign: float, lane: float | None = None) -> None:
        node.column, node.sign, node.lane = column, sign, lane
        node.edge = sign + ARM * self._is_signed(node)
        if node.span == 1:
            self.widths[column] = max(self.widths[column], node.edge + LEAST_CARD)
        for run in node.runs:
            run.column += column
            self._hang(node, run.nodes, run.column, beneath=run.column == column)

    def _hang(self, head: Node | None, nodes: list[Node], column: int, *, beneath: bool) -> None:
        """Give what hangs from a card in one column its lanes; a panel has those of the cards on it."""
        lanes = _lanes([self.relation(each) for each in _cards(nodes)])
        begin = (head.edge if head and beneath else 0.0) + FIRST
        last = begin + LANE * max(lanes, default=0)
        cards = _cards(nodes)
        for each, number in zip(cards, lanes, strict=True):
            if head is None:
                each.sign, each.lane = FLOOR_EDGE, None
            elif number < 0:
                each.lane = head.sign if beneath else FIRST
                each.sign = each.lane + SIGN
            else:
                each.sign, each.lane = last + SIGN, last - LANE * number
        for each in nodes:
            if each.id is not None:
                self._indent(each, column, each.sign, each.lane)
            else:
                self._panel(head, each, column)

    def _panel(self, head: Node | None, panel: Node, column: int) -> None:
        """The cards on a floor hang from what is above it."""
        panel.column, first = column, _cards([panel])[0].sign
        panel.sign, panel.edge = first, first - FLOOR_EDGE
        for run in panel.runs:
            further = run.column > 0
            run.column += column
            if further:
                self._hang(head, run.nodes, run.column, beneath=False)
            else:
                for each in run.nodes:
                    self._indent(each, run.column, each.sign, each.lane)


def _cards(nodes: list[Node]) -> list[Node]:
    """The cards in one column, those on floors included, from top to bottom."""
    found: list[Node] = []
    for node in nodes:
        found += [node] if node.id is not None else [each for run in node.runs[:1] for each in run.nodes]
    return found


def _lanes(relations: list[str]) -> list[int]:
    """Which lane each has, counted from the right: a new one where the kind changes, so that none crosses another;
    -1 for answers to the step, whose lane leads to the sign."""
    found: list[int] = []
    lane, before = -1, ""
    for relation in relations:
        if relation == "undercut":
            found.append(-1)
            continue
        lane, before = lane + (relation != before), relation
        found.append(lane)
    return found


def _cut(nodes: list[Node], wide: int, share: float, start: int = 0) -> list[Run]:
    """Nodes in order dealt out to at most so many columns, from `start` on; what is big has several."""
    runs: list[Run] = []
    end, tall = start + wide, 0.0
    for node in nodes:
        column = runs[-1].column + runs[-1].span if runs else start
        span = min(round(node.tall / share) if node.tall > _BIG * share else 1, end - column, node.leaves)
        if runs and (column == end or (span < 2 and runs[-1].span == 1 and tall + node.tall / 2 <= share)):
            runs[-1].nodes.append(node)
            tall += node.tall
        else:
            runs.append(Run(column, max(span, 1), [node]))
            tall = node.tall
    return runs
