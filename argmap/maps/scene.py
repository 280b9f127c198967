"""What a map says, before anyone knows where it goes: cards, wires between them, panels around them.

This is the only part of the maps that reads the debate; the rest is typography and geometry.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Literal

from argmap.evaluation.framework import Label
from argmap.prose.relation import Relation

CardKind = Literal["resolution", "claim", "support", "rebuttal", "step", "portal"]

RELATIONS: tuple[Relation, ...] = ("support", "rebuttal", "premise", "contradicts", "undercut")
"""The order of siblings, left to right and top to bottom: what speaks for it, what speaks against it, the rest."""


def _nowhere(_: str) -> str | None:
    return None


@dataclass(frozen=True)
class Links:
    """Where a click leads: `href` for a statement's own card, `map_href` for a position's map."""

    href: Callable[[str], str | None] = _nowhere
    map_href: Callable[[str], str | None] = _nowhere


@dataclass(frozen=True)
class Gauge:
    """How strong a statement is, from 0 to 1, and the base score that it had before anything answered it."""

    value: float | None
    """None where the strength did not settle."""
    base: float | None
    """None for a bare step, which has none."""
    figure: str
    """The value as people read it."""


@dataclass(frozen=True)
class Card:
    """One statement as a map shows it."""

    id: str
    kind: CardKind
    role: str
    """Its role in the position, or else its type, in words."""
    text: str
    side: int
    """1 for, -1 against, 0 neither."""
    side_word: str
    label: Label
    """Whether an argument has force; of a claim, and of the statement asked about, whether it stands."""
    word: str
    """How a resolution stands, or a statement that is asked about: `stands`, `defeated`, `undecided`. Of the others
    nothing: a card says only what is not as usual."""
    panel: str | None
    """The key of the panel that it lies in."""
    evidence: str
    """The best grade and how many pieces of evidence: `B1 · 3`."""
    state: str = ""
    """Where its argument does not count, or it does not stand: `answered by x`, `open: it needs y, …`."""
    remarks: tuple[str, ...] = ()
    """Short lines above the foot, such as how many count where pros and cons are weighed."""
    href: str | None = None
    tooltip: str = ""
    classes: tuple[str, ...] = ()
    focused: bool = False
    marked: bool = False
    """Drawn with a halo."""
    flags: tuple[str, ...] = ()
    """What a change does to it: lines that begin with `+`, `-` or `~`."""
    compact: bool = False
    """A portal, or a consideration of the overview: at most a few lines of its text."""
    gauge: Gauge | None = None
    """Drawn as a bar, where strengths were asked for."""
    also: tuple[str, ...] = ()
    """The ids of steps that have no card of their own: this one says what they say."""
    needs: bool = False
    """Whether its step needs premises that are named on it, where no line shows them."""
    step: tuple[Relation, Label] | None = None
    """What it does to its target, and whether that counts or is open; None for a claim."""

    @property
    def large(self) -> bool:
        """Whether it is a resolution's own card."""
        return self.kind == "resolution"


@dataclass(frozen=True)
class Wire:
    """A line between two cards: from what answers to what it answers to."""

    tail: str
    head: str
    relation: Relation
    force: Label
    """Whether its step counts, or it is open whether it does; a premise's line follows the step that needs it."""
    tooltip: str
    to_step: bool = False
    """Whether it ends at the step of `head` rather than at its card."""
    marked: bool = False

    @property
    def id(self) -> str:
        """A name unique in the map: a step has its statement's, another line both ends'."""
        plain = self.relation in ("support", "rebuttal", "undercut")
        return f"step-{self.tail}" if plain else f"{self.relation}-{self.tail}-{self.head}"


@dataclass(frozen=True)
class Panel:
    """The floor of a position."""

    key: str
    position: str
    title: str
    note: str
    href: str | None = None


@dataclass(frozen=True)
class Scene:
    """A map, or one section of an overview."""

    cards: dict[str, Card]
    wires: tuple[Wire, ...]
    panels: dict[str, Panel]
    stacked_panels: bool = False
    """Whether panels may share a column, as in an overview."""
    parents: dict[str, Wire] = field(default_factory=dict)
    """For each card that hangs below another the wire by which it does; the other wires run across."""
    note: str = ""
    """What is left out."""

    def with_parents(self) -> Scene:
        """The scene with its tree chosen: each card hangs by its own step where that stays inside its panel."""
        parents: dict[str, Wire] = {}
        rank = {"support": 0, "rebuttal": 0, "undercut": 0, "premise": 1, "contradicts": 2}
        for wire in sorted(self.wires, key=lambda w: rank[w.relation]):
            if wire.tail not in parents and self._may_hang(wire):
                parents[wire.tail] = wire
        _cut_circles(parents)
        return replace(self, parents=parents)

    def _may_hang(self, wire: Wire) -> bool:
        tail, head = self.cards[wire.tail], self.cards[wire.head]
        if tail.kind == "resolution" or (wire.relation == "contradicts" and tail.kind != "portal"):
            return False
        return head.panel is None or tail.panel == head.panel

    @property
    def across(self) -> tuple[Wire, ...]:
        """The wires that the tree does not carry."""
        return tuple(wire for wire in self.wires if self.parents.get(wire.tail) is not wire)


def _cut_circles(parents: dict[str, Wire]) -> None:
    """Where cards hang from one another in a circle, take the first one down."""
    settled: set[str] = set()
    for start in list(parents):
        path: dict[str, None] = {}
        id = start
        while id in parents and id not in settled and id not in path:
            path[id] = None
            id = parents[id].head
        if id in path:
            del parents[id]
        settled.update(path)
