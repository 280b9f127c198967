"""Where everything lies: cards packed down their columns, parents over the middle of their answers, panels that hug."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from argmap.maps.card_text import CARD, Face, Plate, plate
from argmap.maps.columns import INDENT, PAD, Column, Plan, width_of
from argmap.maps.scene import Scene

HANG_GAP, BELOW_GAP = 16.0, 42.0
"""Between cards of a column: one that hangs to the left of its line, and one that stands straight below."""
STUB, LANE, LANDING = 32.0, 9.0, 20.0
"""Above a card, for its sign; between lines that run side by side; and below a card, for the ends of lines."""
MARGIN = 14.0
"""Inside a panel."""
TRUNK = {"support": 20.0, "rebuttal": 9.0}
"""How far right of its target's left edge a trunk runs; the other kinds go to the target's sign."""
PORT, CLEAR = 34.0, 12.0
"""Where a step leaves a card below a title, from its right edge; and between a line and a title."""


@dataclass
class Spot:
    """A card in its place."""

    face: Face
    x: float
    y: float
    exit: str
    """Where its own step leaves: `top` or `left`."""
    base: float
    """The left edge of what it hangs from."""
    column: int
    enters: bool = False
    """Whether its step leads out of its panel, straight up: then it leaves at the right, past the panel's title."""

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.x + self.face.width

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.y + self.face.height

    @property
    def middle(self) -> float:
        """Its centre line."""
        return self.x + self.face.width / 2

    @property
    def port(self) -> float:
        """Where on its upper edge its own step leaves."""
        return self.right - PORT if self.enters else self.middle

    @property
    def badge(self) -> tuple[float, float]:
        """Where the sign of its step is: above it, or beside its header."""
        return (self.port, self.y - 15) if self.exit == "top" else (self.x - 13, self.y + 13)


@dataclass
class Floor:
    """A panel in its place."""

    key: str
    """A name unique in the map."""
    plate: Plate
    x: float
    y: float
    width: float
    height: float
    title_x: float
    """Where its title begins."""


@dataclass
class Placed:
    """A scene with places, from (0, 0) on."""

    scene: Scene
    plan: Plan
    spots: dict[str, Spot]
    floors: list[Floor]
    columns: list[tuple[float, float]]
    """The left and right edge of each column."""
    tops: dict[str, float] = field(default_factory=dict)
    """For each card whose answers have columns of their own the height at which the first of these begins."""
    width: float = 0.0
    height: float = 0.0

    @cached_property
    def kinds(self) -> Mapping[str, set[str]]:
        """The kinds of lines that lead to each card on which something hangs."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for wire in self.scene.parents.values():
            found[wire.head].add(wire.relation)
        return found

    @cached_property
    def signed(self) -> set[str]:
        """The cards with the sign of their step on them: those that hang on the map, and those whose step is met
        there."""
        return {*self.scene.parents, *(wire.head for wire in self.scene.wires if wire.to_step)}


def place(scene: Scene, plan: Plan, faces: Mapping[str, Face], centres: list[float]) -> Placed:
    """Place everything; `centres` are those of the columns."""
    widths = [width_of(scene, column) for column in plan.columns]
    centres = _centred(plan, centres, widths)
    left = min((c - w / 2 for c, w in zip(centres, widths, strict=True)), default=0) - MARGIN
    edges = [(c - w / 2 - left, c + w / 2 - left) for c, w in zip(centres, widths, strict=True)]
    placed = Placed(scene, plan, {}, [], edges)
    plates = _plates(scene, plan, widths)
    _stack(placed, faces, plates)
    placed.floors = list(_floors(placed, plates))
    placed.width = max([right for _, right in edges] + [f.x + f.width for f in placed.floors], default=0)
    placed.height = max([s.bottom for s in placed.spots.values()] + [f.y + f.height for f in placed.floors], default=0)
    return placed


def _plates(scene: Scene, plan: Plan, widths: list[float]) -> dict[str, Plate]:
    room: dict[str, float] = {}
    for column, wide in zip(plan.columns, widths, strict=True):
        for key in dict.fromkeys(scene.cards[slot.id].panel for slot in column.slots):
            if key is not None and not column.children:
                indent = INDENT * min(slot.indent for slot in column.slots)
                room[key] = wide - indent if scene.stacked_panels else room.get(key, 0) + wide
    crossed = {scene.cards[c.slots[0].id].panel for c in plan.columns if _enters(scene, plan, c)}
    beside = CARD - PORT - 2 * CLEAR  # of the first card, as far as the line from it
    return {
        key: plate(scene.panels[key], beside if key in crossed else max(wide, CARD + PAD) - 2 * CLEAR)
        for key, wide in room.items()
    }


def _enters(scene: Scene, plan: Plan, column: Column) -> bool:
    """Whether a column's first step leads straight up out of its panel."""
    first = column.slots[0]
    panel = scene.cards[first.id].panel
    outside = column.parent is None or scene.cards[column.parent].panel != panel
    return panel is not None and first.exit == "top" and outside


def _centred(plan: Plan, centres: list[float], widths: list[float]) -> list[float]:
    """Each parent over the middle of its columns, as far as its neighbours in the same ranks leave room."""
    rows = _Rows(plan, centres, widths)
    for index in range(len(plan.columns) - 1, -1, -1):
        column = plan.columns[index]
        if column.children:
            wish = (rows.centres[column.children[0]] + rows.centres[column.children[-1]]) / 2
            low, high = rows.room(index)
            if low <= high:
                rows.move(index, float(round(min(max(wish, low), high))))
    return rows.centres


class _Rows:
    """The columns of each rank from left to right: a column looks at its neighbours there, not at all columns."""

    def __init__(self, plan: Plan, centres: list[float], widths: list[float]) -> None:
        self.centres, self.widths, self.widest = list(centres), widths, max(widths, default=0.0)
        self.ranks = [range(column.depth, column.depth + len(column.slots)) for column in plan.columns]
        self.rows: defaultdict[int, list[tuple[float, int]]] = defaultdict(list)
        for index, centre in enumerate(centres):
            for rank in self.ranks[index]:
                self.rows[rank].append((centre, index))
        for row in self.rows.values():
            row.sort()

    def room(self, index: int) -> tuple[float, float]:
        """How far a column may be moved before it meets another of the same ranks."""
        low, high, middle = float("-inf"), float("inf"), self.centres[index]
        farthest = self._distance(self.widths[index], self.widest)
        for row in (self.rows[rank] for rank in self.ranks[index]):
            begin = bisect_left(row, (middle,))
            for centre, other in (row[at] for at in range(begin - 1, -1, -1)):
                if centre + farthest <= low:
                    break
                low = max(low, centre + self._distance(self.widths[index], self.widths[other]))
            for centre, other in (row[at] for at in range(begin, len(row))):
                if centre - farthest >= high:
                    break
                if other != index:
                    high = min(high, centre - self._distance(self.widths[index], self.widths[other]))
        return low, high

    @staticmethod
    def _distance(width: float, other: float) -> float:
        return (width + other) / 2 + 6

    def move(self, index: int, centre: float) -> None:
        """Put a column elsewhere."""
        for row in (self.rows[rank] for rank in self.ranks[index]):
            del row[bisect_left(row, (self.centres[index], index))]
            insort(row, (centre, index))
        self.centres[index] = centre


def _stack(placed: Placed, faces: Mapping[str, Face], plates: Mapping[str, Plate]) -> None:
    """Pack the cards of each column, columns in order of rank, below whatever already stands there."""
    plan, scene = placed.plan, placed.scene
    bottoms: dict[int, float] = {}
    level = _top_row(placed, faces, bottoms)
    standing = _Standing(placed)
    for index, bottom in bottoms.items():
        standing.add(index, bottom)
    order = sorted(range(len(plan.columns)), key=lambda i: (plan.columns[i].depth, i))
    for index in order:
        if index in bottoms:
            continue
        column = plan.columns[index]
        panel = scene.cards[column.slots[0].id].panel
        start = level if column.parent is None or scene.cards[column.parent].panel is None else _below(placed, column)
        start = max(start, standing.above(index, bottoms))
        enters = column.parent is None or scene.cards[column.parent].panel != panel
        y = start + (plates[panel].height + MARGIN if panel in plates and enters and panel else 0.0)
        bottoms[index] = standing.add(index, _fill(placed, index, faces, y, plates))
    for column in plan.columns:
        if column.parent is not None:
            y = placed.spots[column.slots[0].id].y
            placed.tops[column.parent] = min(y, placed.tops.get(column.parent, y))


class _Standing:
    """What stands already: looked up by where on the page it is, since a wide map has thousands of columns."""

    def __init__(self, placed: Placed) -> None:
        self.placed = placed
        self.strips: defaultdict[int, list[tuple[float, int]]] = defaultdict(list)
        """The lower edge of each column, in each strip of the page that it touches."""
        self.spans: dict[str, list[tuple[float, float]]] = defaultdict(list)
        """The columns that answer to each card."""
        self.lanes: dict[str, float] = {}
        for edges, column in zip(placed.columns, placed.plan.columns, strict=True):
            if column.parent is not None:
                self.spans[column.parent].append(edges)

    def add(self, index: int, bottom: float) -> float:
        """Remember a column; gives its lower edge back."""
        for strip in self._strips(index):
            self.strips[strip].append((bottom, index))
        return bottom

    def _strips(self, index: int) -> range:
        left, right = self.placed.columns[index]
        return range(int(left // CARD), int(right // CARD) + 1)

    def above(self, index: int, bottoms: Mapping[int, float]) -> float:
        """How far down the columns above this one reach, and those of earlier ranks above the lane to its
        neighbours."""
        parent, (left, right) = self.placed.plan.columns[index].parent, self.placed.columns[index]
        own = self.placed.spots[parent].column if parent is not None else -1
        reached = float("-inf")
        for strip in self._strips(index):
            for bottom, other in self.strips[strip]:
                start, end = self.placed.columns[other]
                if other != own and start < right and end > left:
                    reached = max(reached, bottom + HANG_GAP)
        if parent is None or self.placed.scene.cards[parent].panel is None:
            return reached
        return max(reached, self._above_lane(index, parent, bottoms))

    def _above_lane(self, index: int, parent: str, bottoms: Mapping[int, float]) -> float:
        """The same for all columns that answer to one card: none of their own rank counts."""
        if parent not in self.lanes:
            columns, depth = self.placed.plan.columns, self.placed.plan.columns[index].depth
            low, high = self._family_span(parent)
            own, found = self.placed.spots[parent].column, float("-inf")
            for other, bottom in bottoms.items():
                start, end = self.placed.columns[other]
                earlier = columns[other].depth + len(columns[other].slots) <= depth
                if earlier and start < high and end > low and other != own:
                    found = max(found, bottom + STUB + LANE * 3)
            self.lanes[parent] = found
        return self.lanes[parent]

    def _family_span(self, parent: str) -> tuple[float, float]:
        """From the first to the last column that answers to a card, that card included."""
        spans = [*self.spans[parent], self.placed.columns[self.placed.spots[parent].column]]
        return min(left for left, _ in spans), max(right for _, right in spans)


def _top_row(placed: Placed, faces: Mapping[str, Face], bottoms: dict[int, float]) -> float:
    """Place the cards above all panels; they end on one line, so that theirs run level. Where the rest may begin."""
    plan, cards = placed.plan, placed.scene.cards
    tops = [index for index in plan.tops if cards[plan.columns[index].slots[0].id].panel is None]
    stubs = {wire.head for wire in placed.scene.wires if wire.to_step}
    y = STUB if any(plan.columns[index].slots[0].id in stubs for index in tops) else 0.0
    for index in tops:
        bottoms[index] = _fill(placed, index, faces, y, {})
    lanes = sum(len(_kinds(placed, plan.columns[index])) for index in tops if plan.columns[index].children)
    low = max(bottoms.values(), default=0.0)
    panels = any(card.panel for card in cards.values())
    return low + LANDING + LANE * max(lanes, 1) + (8 if panels else STUB) if tops else 0.0


def _kinds(placed: Placed, column: Column) -> set[str]:
    last = column.slots[-1].id
    return placed.kinds.get(last, set())


def _below(placed: Placed, column: Column) -> float:
    """Where the columns below a card begin: past the ends of lines, the lanes, and the room for signs."""
    parent = placed.spots[column.parent or ""]
    return parent.bottom + LANDING + LANE * len(placed.kinds[column.parent or ""]) + STUB


def _fill(placed: Placed, index: int, faces: Mapping[str, Face], y: float, plates: Mapping[str, Plate]) -> float:
    """Set the cards of a column from `y` down; the lower edge of the last."""
    column, (left, right) = placed.plan.columns[index], placed.columns[index]
    scene, signed, before = placed.scene, placed.signed, None
    alone = all(slot.indent == 0 for slot in column.slots)
    for row, slot in enumerate(column.slots):
        face, panel = faces[slot.id], scene.cards[slot.id].panel
        if row:
            y += HANG_GAP if slot.exit == "left" else BELOW_GAP
            if panel != before and panel in plates and panel:
                y += plates[panel].height + 2 * MARGIN
        elif slot.exit == "top" and panel and (column.parent or slot.id in signed):
            y += STUB - 10
        x = (left + right - face.width) / 2 if alone else left + PAD + INDENT * slot.indent
        base = left + PAD + INDENT * (slot.indent - 1)
        enters = row == 0 and _enters(scene, placed.plan, column)
        placed.spots[slot.id] = Spot(face, round(x, 1), round(y, 1), slot.exit, round(base, 1), index, enters)
        y, before = y + face.height, panel
    return y


def _floors(placed: Placed, plates: Mapping[str, Plate]) -> Iterator[Floor]:
    """A floor for each panel; where panels share columns one for each column that a panel has cards in."""
    groups: dict[tuple[str, int], list[Spot]] = {}
    for spot in placed.spots.values():
        if spot.face.card.panel is not None:
            column = spot.column if placed.scene.stacked_panels else 0
            groups.setdefault((spot.face.card.panel, column), []).append(spot)
    seen: dict[str, int] = {}
    for (panel, _), spots in groups.items():
        seen[panel] = seen.get(panel, 0) + 1
        key = panel if seen[panel] == 1 else f"{panel}-{seen[panel]}"
        yield _floor(placed, key, plates[panel], spots)


def _entrances(placed: Placed, spots: list[Spot]) -> Iterator[float]:
    """Where lines from above a panel pass beside its title."""
    for spot in spots:
        wire = placed.scene.parents.get(spot.face.card.id)
        if spot.enters:
            yield spot.port
        elif spot.exit == "left" and wire and placed.scene.cards[wire.head].panel != spot.face.card.panel:
            yield spot.base + TRUNK.get(wire.relation, -13.0)


def _floor(placed: Placed, key: str, sign: Plate, spots: list[Spot]) -> Floor:
    """The panel around its cards, their signs and the lines beside them."""
    left = min(min(spot.x - 12, spot.base if spot.exit == "left" else spot.x - 12) for spot in spots) - MARGIN + 4
    right = max(spot.right for spot in spots) + MARGIN + 8
    signed = placed.signed
    head = min(spot.y - (STUB - 10 if spot.exit == "top" and spot.face.card.id in signed else 0) for spot in spots)
    top = head - sign.height - 2
    title_x = min(spot.x for spot in spots) if placed.scene.stacked_panels else left + 16
    for line in sorted(_entrances(placed, spots)):
        if title_x - CLEAR < line < title_x + sign.width + CLEAR:
            title_x = line + CLEAR
    return Floor(key, sign, left, top, right - left, max(spot.bottom for spot in spots) + MARGIN - top, title_x)
