"""One page: the question, the answer, three reasons each way, and what would settle it."""

from __future__ import annotations

from argmap.briefs.memo_parts import answer, decision, other_options
from argmap.briefs.notes import Notes
from argmap.briefs.selected_debate import SelectedDebate
from argmap.briefs.shared_parts import heading, subtitle
from argmap.documents.document import Block, Document, Item, Items, Line, Paragraph, Row, Run, Table, document
from argmap.documents.lines import joined, line, sentence
from argmap.model import Claim, Step
from argmap.prose.settling import first_of, settles
from argmap.wording.sentences import capital

NAME = "onepager"
TITLE = "One page"
SUMMARY = "One page: the question, the answer, three reasons each way, what would settle it."
BY = None

REASONS = 3
"""How many reasons each way an option has at most."""
IN_ALL = 12
"""How many reasons each way all options have together: more would not go on one page."""


def compose(s: SelectedDebate) -> Document:
    """Of one option three reasons each way; of several as many as there is room for."""
    notes = Notes(s, 1)
    blocks = [*decision(s), *answer(s), *(_table(s, notes) if len(s.options) > 1 else _lists(s, s.options[0], notes))]
    return document(s.debate.title, subtitle(s, TITLE), blocks, notes=notes.lines)


def _table(s: SelectedDebate, notes: Notes) -> list[Block]:
    """The options with their weightiest reasons each way."""
    most = min(REASONS, max(1, IN_ALL // len(s.options)))
    rows = tuple(Row(_cells(s, option, notes, most), option.id) for option in s.first_options)
    return [Table("The options", ("Option", "For", "Against", "What would settle it"), rows), *other_options(s)]


def _cells(s: SelectedDebate, option: Claim, notes: Notes, most: int) -> tuple[Line, ...]:
    both = (joined((_said(s, step, notes) for step in first_of(s, option, way, most)), " ") for way in (True, False))
    return line(capital(s.name(option.id))), *both, line(settles(s, option))


def _lists(s: SelectedDebate, option: Claim, notes: Notes) -> list[Block]:
    """Three reasons each way, and what would settle it."""
    blocks: list[Block] = []
    for word, for_it in (("For", True), ("Against", False)):
        items = tuple(Item(_said(s, step, notes)) for step in first_of(s, option, for_it, REASONS))
        blocks += [heading(2, word), Items(items, numbered=True)] if items else []
    settled = Paragraph(line(Run("What would settle it: ", "strong"), sentence(settles(s, option))))
    return [*blocks, settled]


def _said(s: SelectedDebate, step: Step, notes: Notes) -> Line:
    return line(capital(sentence(s.name(step.id))), notes.mark(step.id))
