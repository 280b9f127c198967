"""The case for one resolution: the plan's text, a first speech within its minutes, and cards for later speeches."""

from __future__ import annotations

from argmap.briefs import queries
from argmap.briefs.room import Room
from argmap.briefs.selected_debate import SelectedDebate, SelectionError
from argmap.briefs.shared_parts import heading, of_side
from argmap.briefs.shells import own, sections
from argmap.documents.document import Block, Document, Paragraph, Run, document
from argmap.documents.lines import line, sentence
from argmap.model import Position, Statement
from argmap.wording.counts import counted

NAME = "case"
TITLE = "Case"
SUMMARY = "For one resolution: its text, a first speech within its minutes, and cards for later speeches."
BY = "resolution"

LATER = 4
"""How many more cards of each contention are kept for later speeches."""

Contention = tuple[Position, list[Statement]]


def compose(s: SelectedDebate) -> Document:
    """The case of the side that is for the resolution. Raises `SelectionError` where several could be meant."""
    if len(s.options) != 1:
        names = ", ".join(claim.id for claim in s.debate.resolutions)
        raise SelectionError(f"a case is for one resolution: choose one with --resolution; this debate has {names}.")
    plan, room = s.options[0], Room(s)
    side = s.ev.graph.sides[plan.id] or s.debate.pro
    mine = [(position, ours) for position, ours in own(s, s.positions, side) if position.kind != "background"]
    there = [(position, [x for x in ours if queries.has_words(x)]) for position, ours in mine]
    chosen, minutes = _chosen(room, there), room.delivery.limits.constructive
    read = room.told(id for ids in chosen.values() for id in ids)
    blocks: list[Block] = [
        heading(2, "Plan text", "_plan"),
        Paragraph(line(Run(sentence(s.words_of(plan.id)), "strong"))),
        heading(2, f"First speech: {read} of {counted(minutes, 'minute')}", "_speech"),
        *(_speech(room, there, chosen) if there else [Paragraph(line("This side has not put a case of its own yet."))]),
        *_later(room, there, chosen),
    ]
    return document(of_side(s, side, "the case"), room.subtitle(s.debate.title), blocks)


def _chosen(room: Room, there: list[Contention]) -> dict[str, set[str]]:
    """The cards of the first speech: from each contention in turn the weightiest for which there is time."""
    left = room.delivery.words_in(room.delivery.limits.constructive)
    waiting = {position.id: _ordered(room, ours) for position, ours in there}
    chosen: dict[str, set[str]] = {position.id: set() for position, _ in there}
    while any(waiting.values()):
        for id, ours in waiting.items():
            if ours and room.words(ours[0].id) <= left:
                left -= room.words(ours[0].id)
                chosen[id].add(ours[0].id)
            del ours[:1]
    return chosen


def _ordered(room: Room, ours: list[Statement]) -> list[Statement]:
    """What is documented before what is not; of each what argues for the plan itself first, each by its weight."""
    near = queries.distances(room.s.ev)
    return sorted(room.first(ours), key=lambda x: (not room.evidence(x.id), near.get(x.id, len(near))))


def _speech(room: Room, there: list[Contention], chosen: dict[str, set[str]]) -> list[Block]:
    blocks: list[Block] = []
    read = [(position, [x for x in ours if x.id in chosen[position.id]]) for position, ours in there]
    for number, (position, ours) in enumerate([each for each in read if each[1]], 1):
        blocks.append(heading(3, f"Contention {number}: {position.name}", f"position_{position.id}"))
        blocks += [room.card(x.id) for _, found in sections(position.kind, ours) for x in found]
    return blocks


def _later(room: Room, there: list[Contention], chosen: dict[str, set[str]]) -> list[Block]:
    """The next cards of each contention."""
    blocks: list[Block] = []
    for position, ours in there:
        more = [x for x in _ordered(room, ours) if x.id not in chosen[position.id] and room.evidence(x.id)][:LATER]
        if more:
            blocks += [heading(3, position.name), *(room.card(x.id) for x in more)]
    return [heading(2, "Cards for later speeches", "_later"), *blocks] if blocks else []
