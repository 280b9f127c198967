"""Blocks: a frontline for each argument of the other side, those that count and turn an option first."""

from __future__ import annotations

from argmap.briefs import queries
from argmap.briefs.frontlines import by_what_turns, frontline
from argmap.briefs.room import Room
from argmap.briefs.selected_debate import SelectedDebate
from argmap.briefs.shared_parts import of_side
from argmap.documents.document import Block, Document, Index, Paragraph, Ref, document
from argmap.documents.lines import line, phrase
from argmap.model import Step
from argmap.wording.counts import in_words
from argmap.wording.sentences import capital

NAME = "blocks"
TITLE = "Blocks"
SUMMARY = "For one side: numbered answers with cards to each argument of the other side, those that count first."
BY = "side"

MOST = 36
"""How many arguments of theirs are answered: one a page, some on two, with the index 40 pages that one can carry."""


def compose(s: SelectedDebate) -> Document:
    """The frontlines of the side for the resolutions, or of the side selected."""
    side = s.selection.side or s.debate.pro
    made = [x for x in queries.arguments_of(s.ev, s.debate.other(side)) if x.id in s.scope]
    chosen = by_what_turns(s, [x for x in made if queries.best_answers(s.ev, x.id)], MOST)
    room = Room(s)
    blocks: list[Block] = [*_index(s, chosen), *(block for x in chosen for block in frontline(room, x, turns=True))]
    blocks += _left_out(made, chosen)
    return document(of_side(s, side, "blocks"), room.subtitle(s.debate.title), blocks)


def _index(s: SelectedDebate, chosen: list[Step]) -> list[Block]:
    if not chosen:
        return [Paragraph(line("The other side has no argument here that we have answered."))]
    return [Index(tuple(Ref(capital(phrase(s.name(x.id))), x.id) for x in chosen), numbered=True)]


def _left_out(made: list[Step], chosen: list[Step]) -> list[Block]:
    """How many of their arguments have no page here, and where they are."""
    rest = len(made) - len(chosen)
    if not rest:
        return []
    said = (f"{capital(in_words(rest, 'more argument'))} of theirs: “argmap brief frontline --of ID” makes the page of "
            "one, “argmap todo” lists those without an answer.")  # fmt: skip
    return [Paragraph(line(said), "note")]
