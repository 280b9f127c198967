"""A speech: cards in the order of a list of ids, with headings and words of one's own, and how long it takes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from argmap.briefs.room import Room
from argmap.briefs.selected_debate import SelectedDebate, SelectionError
from argmap.documents.document import Block, Card, CardEvidence, Document, Heading, Line, Run, document
from argmap.wording.counts import counted
from argmap.wording.markdown_text import tidy
from argmap.wording.near_misses import did_you_mean

_ENDS = 15
"""How many words of each end of a long card somebody who asks for the cites is sent."""
_LONG = 50


def speech(s: SelectedDebate, title: str, text: str, cites: bool = False, highlighted: bool = False) -> Document:
    """A speech from a list: an id a line; a line that begins with `#` is a heading, one of several words is said as it
    stands, and what would hide in it is shown. `cites` leaves the ends of long passages, `highlighted` what of each is
    read.

    Raises `SelectionError` for a line that is neither, saying which.
    """
    room = Room(s)
    blocks: list[Block] = []
    words = 0
    for number, each in enumerate(map(tidy, text.splitlines()), 1):
        if each.startswith("#"):
            blocks.append(Heading(2, (Run(each.lstrip("# ")),)))
        elif " " in each:
            blocks.append(Card((Run(each, "strong"),)))
            words += len(each.split())
        elif each:
            blocks.append(_card(room, each, number, cites, highlighted))
    total, limit = room.read + words, s.selection.delivery.limits.constructive
    over = total > s.selection.delivery.words_in(limit)
    told = f"{s.selection.delivery.told(total)}; {'more than' if over else 'of'} {counted(limit, 'minute')}"
    return document(tidy(title), told, blocks)


def _card(room: Room, id: str, number: int, cites: bool, highlighted: bool) -> Card:
    if id not in room.s.debate.statements:
        hint = did_you_mean(id, room.s.debate.statements) or "."
        raise SelectionError(f"line {number}: this debate has no statement {id!r}{hint}")
    card = room.card(id)
    body = (_cut(each, cites, highlighted) if isinstance(each, CardEvidence) else each for each in card.body)
    return replace(card, body=tuple(body), anchor=id)


def _cut(evidence: CardEvidence, cites: bool, highlighted: bool) -> CardEvidence:
    passage = evidence.passage
    if highlighted and evidence.is_marked:
        passage = _read(passage)
    words = "".join(part.text for part in passage if isinstance(part, Run)).split()
    if cites and len(words) > _LONG:
        passage = (Run(f"{' '.join(words[:_ENDS])} … AND … {' '.join(words[-_ENDS:])}"),)
    return replace(evidence, passage=passage)


def _read(passage: Line) -> Line:
    """What is read of a passage, with an ellipsis for what is not."""
    parts: Iterable[Run] = (part for part in passage if isinstance(part, Run) and part.style == "read")
    found: list[Run] = []
    for part in parts:
        found += [*([Run(" … ")] if found else []), Run(part.text.strip(), "read")]
    return tuple(found)
