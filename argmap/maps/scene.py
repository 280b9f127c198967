"""What a map says, before anyone knows where it goes: cards, wires between them, panels around them.

This is the only part of the maps that reads the debate; the rest is typography and geometry.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

from argmap.evaluation.framework import Label
from argmap.prose.relation import Relation

if TYPE_CHECKING:
    from argmap.maps.scale import Scale

CardKind = Literal["resolution", "claim", "support", "rebuttal", "step", "portal"]

READING: tuple[Relation, ...] = ("premise", "support", "rebuttal", "undercut")
"""The order of what hangs from a card: what its step needs, what speaks for it, what against it, what against its
step."""
FOLD = 8
"""A chain longer than this goes on elsewhere on the map."""


def _nowhere(_: str) -> str | None:
    return None


@dataclass(frozen=True)
class Links:
    """Where a click leads: `href` for a statement's own card, `source` for its line in the files, `map_href` for a map
    by its name; and the names and addresses of the pages around the map."""

    href: Callable[[str], str | None] = _nowhere
    map_href: Callable[[str], str | None] = _nowhere
    source: Callable[[str], str | None] = _nowhere
    around: tuple[tuple[str, str], ...] = ()

    def on_map(self, name: str | None, id: str) -> str | None:
        """The card of a statement on the map of that name; its own page where there is none."""
        map_ = self.map_href(name) if name else None
        return f"{map_}#{id}" if map_ else self.href(id)


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
class Chip:
    """What a card has to do with a statement that is not beside it, in words, and where that is."""

    words: str
    href: str | None = None


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
    brief: str = ""
    """The state in one word: enough where all that makes it so hangs from the card."""
    because: frozenset[str] = frozenset()
    """The ids of what makes it so."""
    remarks: tuple[str, ...] = ()
    """Short lines above the foot, such as how many count where pros and cons are weighed."""
    href: str | None = None
    source: str | None = None
    """Its line in the files."""
    tooltip: str = ""
    called: str = ""
    """What chips call it; where it is empty, they quote its text."""
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
    chips: tuple[Chip, ...] = ()
    named: bool = False
    """Whether its id stands on it."""
    core: bool = False
    """Whether it belongs to what a reader should meet first: it stands before its like."""
    tally: Scale | None = None
    """Of a resolution: its arguments on both sides, drawn as a scale."""
    step: tuple[Relation, Label] | None = None
    """What it does to its target, and whether that counts or is open; None for a claim."""

    @property
    def standing(self) -> str:
        """Its word and its state."""
        return ", ".join(filter(None, (self.word, self.state)))

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
    """The ground that marks out a position, with its title."""

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
    parents: dict[str, Wire] = field(default_factory=dict)
    """For each card that hangs below another the wire by which it does; no other wire is drawn."""
    note: str = ""
    """What is left out."""

    def with_parents(self) -> Scene:
        """The scene with its tree chosen: each card hangs by its own step, or else from the first step that needs
        it; it lies in the panel of what it hangs from. Where a chain is too long, it begins anew."""
        parents: dict[str, Wire] = {}
        for wire in sorted(self.wires, key=lambda w: w.relation == "premise"):
            if wire.tail not in parents and self.cards[wire.tail].kind != "resolution" and wire.relation in READING:
                parents[wire.tail] = wire
        for id in circles({id: wire.head for id, wire in parents.items()}):
            del parents[id]
        _fold(parents, self.cards)
        return replace(self, parents=parents, cards=self._beside_targets(parents))

    def _beside_targets(self, parents: Mapping[str, Wire]) -> dict[str, Card]:
        """An answer from another position stands with what it answers to, and says where it comes from."""
        cards = dict(self.cards)
        for id in downwards({id: wire.head for id, wire in parents.items()}, cards):
            wire, card = parents.get(id), cards[id]
            panel = cards[wire.head].panel if wire else None
            if wire and panel is not None and card.panel is not None and card.panel != panel:
                name = self.panels[card.panel].title
                cards[id] = replace(card, panel=panel, role=f"{card.role} · from {name}")
        return cards

    @property
    def across(self) -> tuple[Wire, ...]:
        """The wires that the tree does not carry."""
        return tuple(wire for wire in self.wires if self.parents.get(wire.tail) is not wire)


def downwards(above: Mapping[str, str], ids: Iterable[str]) -> list[str]:
    """The ids, each after the one that it hangs from."""
    below: dict[str, list[str]] = {}
    for id, head in above.items():
        below.setdefault(head, []).append(id)
    found = [id for id in ids if id not in above]
    for id in found:
        found.extend(below.get(id, ()))
    return found


def _fold(parents: dict[str, Wire], cards: Iterable[str]) -> None:
    """Take down every card at which a chain gets too long."""
    depth: dict[str, int] = {}
    for id in downwards({id: wire.head for id, wire in parents.items()}, cards):
        depth[id] = depth[parents[id].head] + 1 if id in parents else 0
        if depth[id] > FOLD:
            del parents[id]
            depth[id] = 0


def circles(above: Mapping[str, str]) -> list[str]:
    """Of each circle of ids that hang from one another the first one that is met."""
    found: list[str] = []
    settled: set[str] = set()
    for start in above:
        path: dict[str, None] = {}
        id = start
        while id in above and id not in settled and id not in path:
            path[id] = None
            id = above[id]
        if id in path:
            found.append(id)
        settled.update(path)
    return found
