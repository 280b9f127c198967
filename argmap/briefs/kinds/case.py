"""The affirmative case: the resolutions, then each position in debate order, tags, cites and cards."""

from __future__ import annotations

from argmap.briefs import shared_parts
from argmap.briefs.selected_debate import Setting
from argmap.briefs.shells import index, own, resolutions, shell
from argmap.briefs.weighing import comparisons
from argmap.documents.document import Block, Document, Paragraph, Run, document

NAME = "case"
TITLE = "Affirmative case"
SUMMARY = "The positions in debate order, with tags, cites and cards."
BY_SIDE = False


def compose(s: Setting) -> Document:
    """The case of the side for the resolutions, or of the side selected."""
    side = s.selection.side or s.debate.pro
    there = own(s, s.positions, side)
    blocks: list[Block] = [*resolutions(s, side)]
    blocks += index(s, [(p.name, f"position_{p.id}", len(ours)) for p, ours in there])
    for position, ours in there:
        blocks += shell(s, position, ours, position.name)
    if not there:
        blocks.append(Paragraph((Run("This side has not put a case of its own yet."),)))
    blocks += comparisons(s)
    blocks += shared_parts.sources(s, blocks)
    return document(
        f"{s.debate.sides[side]}: the case", shared_parts.subtitle(s, s.debate.title), blocks, shared_parts.legend(s)
    )
