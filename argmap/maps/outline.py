"""Columns: how a tree of cards is folded so that a map has the shape of a page rather than of a ribbon.

A card with one answer has it straight below. A card with several either hangs them in its own column, indented like
an outline, or spreads them over columns of their own below it. Everything starts folded; the tallest column is
spread, again and again, until the picture is as wide as it should be.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from argmap.maps.card_text import CARD, LARGE
from argmap.maps.scene import RELATIONS, Scene

PAD, INDENT = 18.0, 46.0
"""Beside each column; and from a card to what hangs from it."""
WIDEST = 1900.0
"""The width that an ordinary map keeps to."""
SHAPE = 1.5
"""Width over height that a map aims at."""
_ROUNDS = 400
_TITLE = 90.0
"""About the height of a panel's title, where panels stand in one column."""


@dataclass
class Slot:
    """A card's place in a column: how far it is indented, and whether its step leaves at the top or to the left."""

    id: str
    indent: int
    exit: Literal["top", "left"]


@dataclass
class Column:
    """Cards one below the other. `parent` is the card whose answers stand here, None for what answers to nothing."""

    parent: str | None
    slots: list[Slot] = field(default_factory=list)
    children: list[int] = field(default_factory=list)
    """The columns below its last card, left to right."""
    depth: int = 0
    """How many cards stand above it."""

    @property
    def width(self) -> float:
        """The room that it takes, with what is indented and the space on both sides."""
        return CARD + 2 * PAD + INDENT * max(slot.indent for slot in self.slots)


@dataclass
class Plan:
    """The columns of a scene; `tops` are those that answer to nothing."""

    columns: list[Column]
    tops: list[int]


def plan(scene: Scene, heights: Mapping[str, float]) -> Plan:
    """Fold a scene."""
    answers = _answers(scene)
    groups = _Groups(scene, answers, heights)
    best = groups.columns()
    for _ in range(_ROUNDS):
        if not groups.wants_more(best) or not groups.spread(best):
            break
        best = groups.columns()
    return best


def _answers(scene: Scene) -> dict[str | None, list[str]]:
    """What hangs from each card, in reading order; under None what hangs from nothing."""
    order = {relation: index for index, relation in enumerate(RELATIONS)}
    below: dict[str | None, list[str]] = {None: []}
    for id in scene.cards:
        wire = scene.parents.get(id)
        below.setdefault(wire.head if wire else None, []).append(id)
    for head, ids in below.items():
        if head is not None:
            ids.sort(key=lambda id: order[scene.parents[id].relation])
    return below


class _Groups:
    """How many columns each card's answers are spread over: 1 for none of its own."""

    def __init__(self, scene: Scene, answers: dict[str | None, list[str]], heights: Mapping[str, float]) -> None:
        self.scene, self.answers, self.heights = scene, answers, heights
        self.spread_over: dict[str, int] = {}
        self._parts: dict[str, list[list[str]]] = {}
        self.tall = _subtree_heights(answers, heights)
        total = sum(heights.values()) * (CARD + 2 * PAD + INDENT / 2)
        self.goal = max(WIDEST, math.sqrt(total * SHAPE))

    def wants_more(self, plan: Plan) -> bool:
        """Whether the picture is still too tall for its width."""
        wide = sum(column.width for column in plan.columns if not column.children and self._in_panel(column))
        return wide + CARD + 2 * PAD <= self.goal and wide < SHAPE * max(self._bottoms(plan).values(), default=0)

    def _in_panel(self, column: Column) -> bool:
        return self.scene.cards[column.slots[0].id].panel is not None or not self.scene.panels

    def _bottoms(self, plan: Plan) -> dict[int, float]:
        """How far down each column reaches, by what stands above it and in it."""
        bottoms: dict[int, float] = {}
        stack = [(index, 0.0) for index in plan.tops]
        while stack:
            index, start = stack.pop()
            column = plan.columns[index]
            bottoms[index] = start + sum(self.heights[slot.id] + 24 for slot in column.slots)
            stack.extend((child, bottoms[index] + 40) for child in column.children)
        return bottoms

    def spread(self, plan: Plan) -> bool:
        """Give the tallest column that can be spread one more column. False where none can."""
        bottoms = self._bottoms(plan)
        for index in sorted(bottoms, key=lambda i: (-bottoms[i], i)):
            column = plan.columns[index]
            if not column.children and self._divide(column):
                return True
        return False

    def _divide(self, column: Column) -> bool:
        heads = [slot.id for slot in column.slots if slot.indent == column.slots[0].indent and slot.exit == "left"]
        if column.parent is not None and len(heads) > 1 and column.slots[0].exit == "left":
            self.spread_over[column.parent] = len(self.parts(column.parent)) + 1
            return True
        if sum(slot.id not in self.scene.parents for slot in column.slots) > 1:
            return False
        id = column.slots[0].id
        while len(self.answers.get(id, ())) == 1:
            id = self.answers[id][0]
        if self._count(id) == 1 and len(self.answers.get(id, ())) > 1:
            self.spread_over[id] = 2
            return True
        return False

    def _count(self, id: str) -> int:
        return self.spread_over.get(id, 1)

    def columns(self) -> Plan:
        """The columns as they are now."""
        plan = Plan([], [])
        stack: list[tuple[str | None, list[str], int | None, int]] = [
            (None, group, None, int(bool(self.scene.cards[group[0]].panel))) for group in reversed(self._tops())
        ]
        while stack:
            parent, group, above, depth = stack.pop()
            index = len(plan.columns)
            (plan.tops if above is None else plan.columns[above].children).append(index)
            column, last = self._fill(parent, group, depth)
            plan.columns.append(column)
            if last is not None:
                below = depth + len(column.slots)
                stack.extend((last, part, index, below) for part in reversed(self.parts(last)))
        return plan

    def _tops(self) -> list[list[str]]:
        """What hangs from nothing: each card above the panels by itself, then what each panel has, in columns."""
        panels: dict[str, list[str]] = {key: [] for key in self.scene.panels}
        found = []
        for id in self.answers[None]:
            panel = self.scene.cards[id].panel
            if panel is None:
                found.append([id])
            else:
                panels[panel].append(id)
        for ids in panels.values():
            found += self._shelved(ids)
        return found

    def _shelved(self, ids: list[str]) -> list[list[str]]:
        """Cards without a target in as many columns as make a block of about the shape of a page; one whose answers
        have columns of their own stands by itself."""
        apart = [[id] for id in ids if self._count(id) > 1]
        rest = [id for id in ids if self._count(id) == 1]
        count = max(1, round(math.sqrt(self._tall(rest) / (CARD + 2 * PAD + INDENT) * SHAPE)))
        return apart + (self._divided([rest], count) if rest else [])

    def _fill(self, parent: str | None, group: list[str], depth: int) -> tuple[Column, str | None]:
        """A column with all that hangs in it, and its last card where that one's answers have columns of their own."""
        column = Column(parent, depth=depth)
        stacked = len(group) > 1 and parent is not None
        stack: list[tuple[str, int, Literal["top", "left"]]] = [
            (id, int(stacked), "left" if stacked else "top") for id in reversed(group)
        ]
        while stack:
            id, indent, exit = stack.pop()
            column.slots.append(Slot(id, indent, exit))
            below = self.answers.get(id, [])
            if below and (self._count(id) > 1 or self._leaves_panel(id, below)):
                return column, id
            if len(below) == 1:
                stack.append((below[0], indent, "top"))
            else:
                stack.extend((child, indent + 1, "left") for child in reversed(below))
        return column, None

    def _leaves_panel(self, id: str, below: list[str]) -> bool:
        panel = self.scene.cards[id].panel
        return any(self.scene.cards[child].panel != panel for child in below)

    def parts(self, id: str) -> list[list[str]]:
        """The answers of a card in as many runs as it may spread them over: equal in height as far as may be."""
        if id not in self._parts:
            self._parts[id] = self._runs(self.answers[id])
        return self._divided(self._parts[id], self._count(id))  # never fewer than before: goes on where it ended

    def _divided(self, runs: list[list[str]], count: int) -> list[list[str]]:
        """The tallest run cut in two, until there are `count`."""
        while len(runs) < count:
            index = max(range(len(runs)), key=lambda i: (len(runs[i]) > 1, self._tall(runs[i]), -i))
            if len(runs[index]) < 2:
                break
            runs[index : index + 1] = self._halves(runs[index])
        return runs

    def _runs(self, ids: list[str]) -> list[list[str]]:
        """Runs that must not be broken up further: a panel each, or in an overview each side."""
        cards, parents = self.scene.cards, self.scene.parents

        def key(id: str) -> str:
            return parents[id].relation if self.scene.stacked_panels else cards[id].panel or ""

        order = {panel: index for index, panel in enumerate(self.scene.panels)}
        if self.scene.stacked_panels:
            rank = {relation: index for index, relation in enumerate(RELATIONS)}
            ids = sorted(ids, key=lambda id: (rank[parents[id].relation], order.get(cards[id].panel or "", -1)))
        else:
            ids = sorted(ids, key=lambda id: order.get(cards[id].panel or "", -1))
        runs: dict[str, list[str]] = {}
        for id in ids:
            runs.setdefault(key(id), []).append(id)
        return list(runs.values())

    def _halves(self, run: list[str]) -> tuple[list[str], list[str]]:
        """Cut a run where its halves are most alike in height; in an overview rather between panels."""
        total, above, best, cut = self._tall(run), 0.0, math.inf, 1
        for index in range(1, len(run)):
            above += self.tall[run[index - 1]]
            same = self.scene.cards[run[index]].panel == self.scene.cards[run[index - 1]].panel
            cost = abs(total - 2 * above) + (200 if same and self.scene.stacked_panels else 0)
            if cost < best:
                best, cut = cost, index
        return run[:cut], run[cut:]

    def _tall(self, run: list[str]) -> float:
        titles = len({self.scene.cards[id].panel for id in run}) if self.scene.stacked_panels else 0
        return sum(self.tall[id] for id in run) + titles * _TITLE


def _subtree_heights(answers: dict[str | None, list[str]], heights: Mapping[str, float]) -> dict[str, float]:
    """The height of each card with all that hangs from it, one below the other."""
    order: list[str] = []
    stack = list(answers[None])
    while stack:
        id = stack.pop()
        order.append(id)
        stack.extend(answers.get(id, ()))
    tall: dict[str, float] = {}
    for id in reversed(order):
        tall[id] = heights[id] + 24 + sum(tall[child] for child in answers.get(id, ()))
    return tall


def width_of(scene: Scene, column: Column) -> float:
    """A column's width; that of a resolution is larger."""
    wide = LARGE + 2 * PAD if any(scene.cards[slot.id].large for slot in column.slots) else 0.0
    return max(wide, column.width)
