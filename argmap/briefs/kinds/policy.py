"""The decision memo: what the short one says, a page for each option, risks, evidence, what to watch, dissent."""

from __future__ import annotations

from argmap.briefs.audience_section import acceptance_table
from argmap.briefs.background import background
from argmap.briefs.evidence_quality import quality
from argmap.briefs.memo_parts import answer, decision, missing, option_table, parting, questions, sure
from argmap.briefs.notes import Notes
from argmap.briefs.option_section import dissent, section, watch
from argmap.briefs.risks import by_option
from argmap.briefs.selected_debate import SelectedDebate
from argmap.briefs.shared_parts import subtitle
from argmap.documents.document import Document, document

NAME = "policy"
TITLE = "Decision memo"
SUMMARY = "The answer first, then a page for each option, the risks, the evidence, what to watch, and dissent."
BY = None

GAPS = 6
"""How many things that nobody has settled are named."""


def compose(s: SelectedDebate) -> Document:
    """The memo for whoever decides: at most 12 pages where there are six options."""
    notes = Notes(s)
    blocks = [*decision(s), *answer(s), *option_table(s, notes), *parting(s), *acceptance_table(s), *questions(s),
              *background(s, notes)]  # fmt: skip
    for option in s.first_options:
        blocks += section(s, option, notes)
    blocks += [*by_option(s), *sure(s), *quality(s), *watch(s), *dissent(s, notes), *missing(s, GAPS)]
    told = f"{subtitle(s, TITLE)} · the full argument and its sources are in a file of their own"
    return document(s.debate.title, told, blocks, notes=notes.lines)
