"""The decision memo on two pages: the answer, the options, what parts and decides, the worst risks."""

from __future__ import annotations

from argmap.briefs.memo_parts import answer, decision, missing, option_table, parting, questions, sure
from argmap.briefs.notes import Notes
from argmap.briefs.risks import acting
from argmap.briefs.selected_debate import SelectedDebate
from argmap.briefs.shared_parts import subtitle
from argmap.documents.document import Document, document

NAME = "policy-short"
TITLE = "Decision memo in short"
SUMMARY = "Two pages: the answer, the options, what parts audiences, what decides, the worst risks."
BY = None

GAPS = 2
"""How many things that nobody has settled are named."""


def compose(s: SelectedDebate) -> Document:
    """The memo for who has five minutes."""
    notes = Notes(s, 1)
    blocks = [*decision(s), *answer(s), *option_table(s, notes), *parting(s), *questions(s, hanging=False),
              *acting(s), *sure(s), *missing(s, GAPS)]  # fmt: skip
    return document(s.debate.title, subtitle(s, TITLE), blocks, notes=notes.lines)
