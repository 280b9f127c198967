"""A sheet for a class: the thesis, three reasons of each side with the best reply, a worksheet, questions, words."""

from __future__ import annotations

from argmap.briefs import queries
from argmap.briefs.selected_debate import SelectedDebate
from argmap.briefs.shared_parts import heading, subtitle, terms
from argmap.documents.document import Block, Document, Item, Items, Paragraph, Row, Run, Table, document, tidy
from argmap.documents.lines import line, phrase, sentence
from argmap.evaluation.reasons import voice
from argmap.model import Claim, Step
from argmap.prose.settling import first_of
from argmap.wording.sentences import capital

NAME = "class"
TITLE = "For a class"
SUMMARY = "The thesis, three reasons of each side with the best reply, a worksheet with blanks, questions, words."
BY = None

REASONS = 3
QUESTIONS = 8
BLANK = "…" * 12


def compose(s: SelectedDebate) -> Document:
    """A lesson on the first option, or on the one selected."""
    thesis = s.options[0]
    steps = {for_it: first_of(s, thesis, for_it, REASONS) for for_it in (True, False)}
    blocks: list[Block] = [
        heading(2, "Thesis", "_thesis"), Paragraph(line(Run(sentence(s.words_of(thesis.id)), "strong"))),
        *_reasons(s, steps), *_worksheet(s, steps), *_questions(s, thesis),
    ]  # fmt: skip
    blocks += terms(s, blocks)
    return document(s.debate.title, subtitle(s, TITLE), blocks)


def _reasons(s: SelectedDebate, steps: dict[bool, list[Step]]) -> list[Block]:
    blocks: list[Block] = []
    for for_it, word in ((True, "Three reasons for"), (False, "Three reasons against")):
        items = tuple(_reason(s, step) for step in steps[for_it])
        title = word if len(items) == REASONS else word.replace("Three reasons", "Reasons")
        blocks += [heading(2, title), Items(items, numbered=True)] if items else []
    return blocks


def _reason(s: SelectedDebate, step: Step) -> Item:
    found = queries.best_answers(s.ev, step.id)
    reply = Paragraph(line(Run("Reply: ", "em"), capital(sentence(s.words_of(found[0].id))))) if found else None
    return Item(line(Run(capital(sentence(s.words_of(voice(step)))))), (reply,) if reply else ())


def _worksheet(s: SelectedDebate, steps: dict[bool, list[Step]]) -> list[Block]:
    """A table to fill in: for each reason why it might be true, and what could be said against it."""
    names = [step for found in steps.values() for step in found]
    rows = tuple(Row((line(capital(s.name(step.id))), line(), line(), line())) for step in names)
    table = Table(
        "Fill in the blanks", ("Reason", "What backs it", "What one could reply", "How strong, and why"), rows
    )
    mine = Paragraph(line(f"I think {BLANK}, because {BLANK}. I would change my mind if {BLANK}."))
    return [heading(2, "Worksheet", "_worksheet"), table, mine] if rows else []


def _questions(s: SelectedDebate, thesis: Claim) -> list[Block]:
    below = s.ev.graph.descendants([thesis.id])
    asked = list(dict.fromkeys(tidy(x.asks) for x in s.statements(below) if x.asks))[:QUESTIONS]
    asked = asked or [f"What would show that “{phrase(s.words_of(claim.id))}” is wrong?" for claim in s.options]
    return [heading(2, "Questions", "_questions"), Items(tuple(Item(line(x)) for x in asked), numbered=True)]
