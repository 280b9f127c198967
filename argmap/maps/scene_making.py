"""From an evaluated debate and a view to scenes: the one place where the maps read the debate."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cached_property

from argmap.evaluation.evaluated import Evaluation
from argmap.evaluation.force import force
from argmap.evaluation.framework import Label
from argmap.evaluation.graph import Graph
from argmap.maps.captions import (
    called,
    counts_below,
    evidence_note,
    panel_note,
    reasons,
    remarks,
    state,
    statement_text,
    tooltip,
)
from argmap.maps.chips import FAR, with_chips
from argmap.maps.merging import merged
from argmap.maps.position_branches import map_of, tops
from argmap.maps.scale import tally
from argmap.maps.scene import Card, CardKind, Chip, Gauge, Links, Panel, Scene, Wire
from argmap.maps.views import View, in_file_order, roots, selected
from argmap.model import Claim, Position, Statement, Step, Support
from argmap.prose.relation import VERBS, Relation, does, relation_of
from argmap.prose.standing import stands

MOST_ACROSS = 3_000
"""Premises and contradictions that one map shows."""


Link = tuple[str, str, Relation]
"""A line before it is drawn: from what, to what, and how."""


def scenes(evaluation: Evaluation, view: View, links: Links, prefix: str = "") -> list[Scene]:
    """The sections of a map: one; for an overview one for each resolution and one for what answers to none; for the
    core one for each resolution. `prefix` goes before the ids to which chips lead."""
    view.checked(evaluation.debate)
    composer = _Composer(evaluation, view, links)
    several = {"overview": composer.overview, "tree": composer.overview, "core": composer.core}
    found = several[view.kind]() if view.kind in several else [composer.single()]
    return [
        with_chips(merged(scene, composer.premise_of, prefix).with_parents(), prefix) for scene in found if scene.cards
    ]


def _premise_of(evaluation: Evaluation) -> dict[str, str]:
    """The statement that says what a step without words of its own does, where that is one alone."""
    steps: list[Step] = [*evaluation.debate.supports, *evaluation.debate.rebuttals]
    return {s.id: s.needed[0] for s in steps if s.is_bare and len(s.premises) == len(s.needed) == 1}


class _Composer:
    """Makes cards, wires and panels; holds what every one of them needs."""

    def __init__(self, evaluation: Evaluation, view: View, links: Links) -> None:
        self.evaluation, self.view, self.links = evaluation, view, links
        self.debate, self.graph = evaluation.debate, evaluation.graph
        self.statements = self.debate.statements
        self.premise_of = evaluation.once(_premise_of)

    def single(self) -> Scene:
        """All that the view selects, with portals to what lies outside."""
        kept = selected(self.evaluation, self.view)
        shown = set(kept)
        links, note = _few_across(self._links(kept))
        inside = [self.wire(*found) for found in links if found[0] in shown and found[1] in shown]
        portals = [] if self.view.is_local else list(self._portal_wires(links, kept, shown))
        heads = {wire.head for wire in portals if wire.head not in shown}
        cards = {id: self.card(id) for id in in_file_order(self.evaluation, heads)}
        cards |= {id: self._with_uses(self.card(id), shown) for id in kept}
        for wire in portals:
            if wire.tail not in cards:
                cards[wire.tail] = self.portal(wire.tail, cards[wire.head].panel)
        cards |= {id: self.portal(id, None) for id in self._first_tops() if id not in cards}
        if not self.view.is_local:
            cards = self._with_far(cards, [link for link in links if not {link[0], link[1]} <= shown])
        if self.view.is_local:
            cards |= {id: self._with_hidden(card, shown) for id, card in cards.items()}
        panels = self._panels(cards)
        wires = dict.fromkeys([*inside, *portals])
        return Scene(self._drop_idle_resolutions(cards, tuple(wires)), tuple(wires), panels, note=note)

    def _drop_idle_resolutions(self, cards: dict[str, Card], wires: tuple[Wire, ...]) -> dict[str, Card]:
        """A position's map shows the resolutions that it leads to; the whole map shows all."""
        if not self.view.is_local or self.view.focus in self.debate.resolution_ids:
            return cards
        met = {end for wire in wires for end in (wire.tail, wire.head)} | {self.view.focus}
        return {id: card for id, card in cards.items() if card.kind != "resolution" or id in met}

    def _links(self, ids: Iterable[str]) -> Iterator[Link]:
        """Every line that begins or ends at one of these: (from, to, how), from what answers to what is answered."""
        for id in ids:
            statement = self.statements[id]
            if not isinstance(statement, Claim):
                yield id, statement.target, relation_of(statement)
                yield from ((premise, id, "premise") for premise in statement.premise_ids)
            for other in self.graph.contradictions.get(id, ()):
                yield (*sorted((id, other)), "contradicts")  # type: ignore[misc]

    def _portal_wires(self, links: list[Link], kept: tuple[str, ...], shown: set[str]) -> Iterator[Wire]:
        """The steps that lead out of the view, and in a position's map those that come in."""
        for tail, head, relation in links:
            if relation not in ("premise", "contradicts") and head not in shown:
                yield self.wire(tail, head, relation)
        if self.view.kind == "position":
            for id in kept:
                yield from (
                    self.wire(step.id, id, relation_of(step)) for step in self.graph.answers(id) if step.id not in shown
                )
        for id in self._first_tops():
            if not isinstance(step := self.statements[id], Claim):
                yield self.wire(id, step.target, relation_of(step))

    def _first_tops(self) -> list[str]:
        """On the first map of a large position the tops of parts that hang from nothing in it."""
        if self.view.part != "":
            return []
        position = self._positions[self.view.position or ""]
        inside = set(roots(self.evaluation, position.id))
        return [id for id in tops(self.evaluation, position) if id in inside]

    def _with_far(self, cards: dict[str, Card], links: list[Link]) -> dict[str, Card]:
        """The premises and contradictions that lie outside the view, on the cards that have to do with them."""
        for tail, head, relation in links:
            if relation == "premise" and head in cards:
                cards[head] = self._with_chip(cards[head], "needs", tail)
            elif relation == "contradicts":
                here, there = (tail, head) if tail in cards else (head, tail)
                cards[here] = self._with_chip(cards[here], "≠", there)
        return cards

    def _with_chip(self, card: Card, word: str, other: str) -> Card:
        """A card with what it has to do with a statement on another map; its position is named where it is another."""
        position = self.debate.position_of.get(other)
        elsewhere = position.name if position and position.id != self.view.position else ""
        href = self.links.on_map(map_of(self.evaluation, other), other)
        if self.premise_of.get(card.id) == other:
            words = f"from {elsewhere or 'another map'}"
        else:
            name = called(self.debate, other, FAR)
            words = f"{word} {name}{elsewhere and f', {elsewhere}'}"
        return replace(card, chips=(*card.chips, Chip(words, href)))

    def core(self) -> list[Scene]:
        """For each resolution what is nearest to it of the core; what stands with another is met as a portal."""
        kept = selected(self.evaluation, self.view)
        graph = Graph(self.debate.narrowed(kept))  # what leads elsewhere only through what is left out, does not
        near = {claim.id: graph.descendants([claim.id]) for claim in self.debate.resolutions}
        sections: dict[str, list[str]] = {claim.id: [claim.id] for claim in self.debate.resolutions}
        for id in kept:
            if id not in sections:
                sections[min(near, key=lambda r: near[r].get(id, len(self.statements)))].append(id)
        return [self._core_section(ids, kept) for ids in sections.values()]

    def _core_section(self, ids: list[str], core: tuple[str, ...]) -> Scene:
        shown = set(core)
        cards = {id: self._with_hidden(self.card(id), shown) for id in ids}
        wires = dict[Wire, None]()
        for found in self._links(core):
            tail, head, _ = found
            if tail not in ids and self.premise_of.get(head) == tail and head in cards:  # its card says the same
                cards[head] = self._with_chip(cards[head], "needs", tail)
            elif head in ids and tail in shown:
                wires[self.wire(*found)] = None
                if tail not in cards:
                    cards[tail] = self.portal(tail, cards[head].panel)
        return Scene(cards, tuple(wires), self._panels(cards))

    def overview(self) -> list[Scene]:
        """For each resolution what answers directly to it, grouped by position; then what answers to none."""
        kept = set(selected(self.evaluation, self.view))
        found = [
            self._section(claim.id, [step for step in self.graph.answers(claim.id) if step.id in kept])
            for claim in self.debate.resolutions
        ]
        return [*found, self._others(kept)]

    def _section(self, resolution: str, steps: list[Step]) -> Scene:
        cards = {resolution: self.card(resolution)}
        wires, panels = [], {}
        for step in steps:
            position = self.debate.position_of[step.id]
            panel = self._panel(position.id, f"{position.id}-{relation_of(step)}-{resolution}")
            panels[panel.key] = panel
            cards[step.id] = self.consideration(step, panel.key)
            wires.append(self.wire(step.id, resolution, relation_of(step)))
        return Scene(cards, tuple(wires), panels)

    def _others(self, kept: set[str]) -> Scene:
        """Positions that answer to no resolution directly, each by what it says first."""
        cards: dict[str, Card] = {}
        panels: dict[str, Panel] = {}
        there = {self.debate.position_of[id].id for id in kept if id in self.debate.position_of}
        for position in self.debate.positions:
            if position.id in there or not position.arguments:
                continue
            panel = self._panel(position.id, f"{position.id}-apart")
            panels[panel.key] = panel
            first = [self.statements[id] for id in roots(self.evaluation, position.id)][:3]
            cards |= {statement.id: self.consideration(statement, panel.key) for statement in first}
        return Scene(cards, (), panels)

    def card(self, id: str) -> Card:
        """A statement in full if it belongs to the view, otherwise a portal."""
        if id not in self._shown and id not in self.debate.resolution_ids:
            return self.portal(id, None, "← continued from here")
        statement = self.statements[id]
        position = self.debate.position_of.get(id)
        floor = position.id if position and self.view.kind != "position" else None
        return self._card(statement, self._kind(statement), floor)

    @cached_property
    def _shown(self) -> frozenset[str]:
        return frozenset(selected(self.evaluation, self.view))

    def portal(self, id: str, panel: str | None, there: str = "") -> Card:
        """A statement that lies elsewhere: small, and a link to the map on which it lies. Of a map of the same position
        it says `there`, or how much there is on it."""
        position = self.debate.position_of.get(id)
        card = self._card(self.statements[id], "portal", panel)
        where = f"→ {position.name if position else 'Resolution'}"
        if position and position.id == self.view.position:
            where = there or f"→ continued on its own map · {counts_below(self.evaluation, id)}"
        href = self.links.on_map(map_of(self.evaluation, id), id)
        return _changed(card, href=href, compact=True, remarks=(where,), evidence="")

    def consideration(self, statement: Statement, panel: str) -> Card:
        """A statement of the overview, with what lies below it counted."""
        card = self._card(statement, self._kind(statement), panel)
        href = self.links.on_map(map_of(self.evaluation, statement.id), statement.id)
        return _changed(card, compact=True, href=href, evidence=counts_below(self.evaluation, statement.id), remarks=())

    def _kind(self, statement: Statement) -> CardKind:
        if statement.id in self.debate.resolution_ids:
            return "resolution"
        if isinstance(statement, Claim):
            return "claim"
        if statement.is_bare:
            return "step"
        return "support" if isinstance(statement, Support) else "rebuttal"

    def _card(self, statement: Statement, kind: CardKind, panel: str | None) -> Card:
        id, (label, word, unusual) = statement.id, self._state(statement)
        brief, because = reasons(self.evaluation, statement) if unusual else ("", frozenset())
        side_id = self.graph.sides.get(id)
        side = 0 if side_id is None else 1 if side_id == self.debate.pro else -1
        type_word = "resolution" if id in self.debate.resolution_ids else type(statement).__name__.lower()
        return Card(
            id=id,
            kind=kind,
            role=(statement.role or type_word).replace("-", " "),
            text=statement_text(self.debate, statement),
            side=side,
            side_word=side_id or "",
            label=label,
            word=word,
            panel=panel,
            state=unusual,
            brief=brief,
            because=because,
            evidence=evidence_note(self.debate, statement),
            remarks=() if kind == "resolution" else remarks(self.evaluation, statement),
            href=self.links.href(id),
            source=self.links.source(id),
            tooltip=tooltip(self.evaluation, statement),
            called=called(self.debate, id),
            classes=(kind, type_word, {1: "pro", -1: "con"}.get(side, "neutral")),
            focused=self.view.is_local and id == self.view.focus,
            marked=id in self.view.marked,
            flags=self.view.flags.get(id, ()),
            gauge=self._gauge(id),
            step=self._step(statement),
            named=self.view.is_local,
            core=id in self.debate.core,
            tally=self.evaluation.once(tally, id) if kind == "resolution" else None,
        )

    def _state(self, statement: Statement) -> tuple[Label, str, str]:
        """Whether an argument has force, or a claim stands; the word for the card of what is asked about; and what is
        not as usual, there only if its argument fares otherwise than it does itself."""
        asked = self.view.is_local and statement.id == self.view.focus
        if statement.id in self.debate.resolution_ids or (asked and statement.text is not None):
            label = self.evaluation.label(statement.id)
            differs = not isinstance(statement, Claim) and force(self.evaluation, statement.id).label is not label
            return label, stands(label).badge, state(self.evaluation, statement) if differs else ""
        if isinstance(statement, Claim):
            label = self.evaluation.label(statement.id)
        else:
            label = force(self.evaluation, statement.id).label
        return label, "", state(self.evaluation, statement)

    def _gauge(self, id: str) -> Gauge | None:
        """None for a resolution: its strength would follow how many arguments were listed."""
        found = self.evaluation.strengths
        if found is None or id in self.debate.resolution_ids:
            return None
        return Gauge(found.worth(id), found.base.get(id), found.figure(id))

    def _with_uses(self, card: Card, shown: set[str]) -> Card:
        """A card that is a premise of steps on other maps names them."""
        for step in self.graph.uses(card.id) if self.view.kind == "position" else ():
            if step.id not in shown and self.premise_of.get(step.id) == card.id:
                card = self._with_chip(card, f"also {VERBS[relation_of(step)]}", step.target)
            elif step.id not in shown:
                card = self._with_chip(card, "needed by", step.id)
        return card

    def _with_hidden(self, card: Card, shown: set[str]) -> Card:
        hidden = len({id for id in self.graph.neighbours(card.id) if id not in shown})
        if not hidden or card.large:
            return card
        words, home = f"{hidden} more not shown", map_of(self.evaluation, card.id)
        if self.view.kind == "core" and home:
            return replace(card, chips=(*card.chips, Chip(words, self.links.on_map(home, card.id))))
        return replace(card, remarks=(*card.remarks, words))

    def _panels(self, cards: dict[str, Card]) -> dict[str, Panel]:
        """The floors; on the map of one position the whole page is its floor."""
        keys = dict.fromkeys(card.panel for card in cards.values() if card.panel)
        return {key: self._panel(key, key) for key in keys}

    @cached_property
    def _positions(self) -> dict[str, Position]:
        return {position.id: position for position in self.debate.positions}

    @cached_property
    def _notes(self) -> dict[str, str]:
        of, where = (self.debate.core, " in the core") if self.view.kind == "core" else (None, " in all")
        return {
            position.id: panel_note(self.evaluation, position, of, where * self._is_in_parts(position, of))
            for position in self.debate.positions
        }

    def _is_in_parts(self, position: Position, of: frozenset[str] | None) -> bool:
        """Whether it is about several resolutions, so that a part of it stands below each."""
        steps = (each for each in position.arguments if of is None or each.id in of)
        about = {step.target for step in steps if not isinstance(step, Claim)}
        return len(about & self.debate.resolution_ids) > 1

    def _panel(self, position: str, key: str) -> Panel:
        found = self._positions[position]
        href = self.links.map_href(position) if self.view.kind != "position" else None
        return Panel(key, position, found.name, self._notes[position], href)

    def wire(self, tail: str, head: str, relation: Relation) -> Wire:
        """The line from `tail` to `head`."""
        if relation == "contradicts":
            labels = {self.evaluation.label(tail), self.evaluation.label(head)}
            label = next(label for label in (Label.IN, Label.UNDEC, Label.OUT) if label in labels)
            step = head
        else:
            step = tail if relation in ("support", "rebuttal", "undercut") else head
            label = force(self.evaluation, step).label
        to_step, marked = relation in ("undercut", "premise"), label is not Label.OUT and step in self.view.marked
        return Wire(tail, head, relation, label, f"{tail} {does(relation, head)}{_NOTES[label]}", to_step, marked)

    def _step(self, statement: Statement) -> tuple[Relation, Label] | None:
        if isinstance(statement, Claim):
            return None
        return relation_of(statement), force(self.evaluation, statement.id).label


_NOTES = {Label.IN: "", Label.UNDEC: " (open)", Label.OUT: " (does not count)"}


def _few_across(links: Iterable[Link]) -> tuple[list[Link], str]:
    """Each link once, without the premises and contradictions that are too many; and a note on these."""
    every = list(dict.fromkeys(links))
    across = [link for link in every if link[2] in ("premise", "contradicts")]
    if len(across) <= MOST_ACROSS:
        return every, ""
    left_out = set(across[MOST_ACROSS:])
    note = f"{MOST_ACROSS:,} of {len(across):,} premises and contradictions are shown."
    return [link for link in every if link not in left_out], note


def _changed(card: Card, **changes: object) -> Card:
    return replace(card, **changes)  # type: ignore[arg-type]
