"""One page: the question, the answer, three reasons each way, and what would settle it."""

from __future__ import annotations

from argmap.briefs.memo_parts import answer, answered, decision, first_of, settles
from argmap.briefs.notes import Notes
from argmap.briefs.selected_debate import Setting
from argmap.briefs.shared_parts import heading, subtitle
from argmap.documents.document import Block, Document, Item, Items, Paragraph, Run, document
from argmap.documents.lines import line, sentence
from argmap.model import Claim
from argmap.wording.sentences import capital

NAME = "onepager"
TITLE = "One page"
SUMMARY = "One page: the question, the answer, three reasons each way, what would settle it."
BY = None

REASONS = 3


def compose(s: Setting) -> Document:
    """Of several options the weightiest reasons of each; of one its answer as well."""
    notes = Notes(s, 1)
    most = REASONS if len(s.options) == 1 else 1
    opening = answer(s) if len(s.options) > 1 else [Paragraph(line(answered(s, s.options[0])), "lead")]
    blocks: list[Block] = [*decision(s), *opening]
    for option in s.options:
        blocks += _option(s, option, most, notes)
    blocks += notes.section(heading(2, "Notes", "_notes"))
    return document(s.debate.title, subtitle(s, TITLE), blocks)


def _option(s: Setting, option: Claim, most: int, notes: Notes) -> list[Block]:
    reasons = [
        Item(line(Run(f"{word}: ", "em"), capital(sentence(s.name(step.id))), notes.mark(step.id)))
        for word, for_it in (("For", True), ("Against", False)) for step in first_of(s, option, for_it, most)
    ]  # fmt: skip
    asked = Item(line(Run("What would settle it: ", "em"), sentence(settles(s, option))))
    return [heading(2, capital(s.name(option.id)), option.id), Items((*reasons, asked))]
