"""Where things stand, as prose with notes."""

from __future__ import annotations

from argmap.briefs.notes import Notes
from argmap.briefs.selected_debate import SelectedDebate
from argmap.briefs.shared_parts import heading
from argmap.documents.document import Block, Paragraph, tidy
from argmap.documents.lines import joined, line, sentence
from argmap.evaluation.framework import Label
from argmap.evaluation.weight import strength
from argmap.model import Statement

FACTS = 8
"""How many statements of fact are told."""


def background(s: SelectedDebate, notes: Notes) -> list[Block]:
    """The debate's own background, then the facts of it that stand; nothing where there is neither."""
    texts = [tidy(text) for text in (s.debate.background or "").split("\n\n") if text.strip()]
    told = [line(sentence(s.words_of(x.id)), notes.mark(x.id)) for x in _first(s)]
    paragraphs = [*map(line, texts), *([joined(told, " ")] if told else [])]
    title = heading(2, "Background", "_background")
    return [title, *(Paragraph(each) for each in paragraphs)] if paragraphs else []


def facts(s: SelectedDebate) -> list[Statement]:
    """The statements of fact of background positions that stand."""
    return [
        x for p in s.positions if p.kind == "background" for x in p.arguments
        if x.id in s.scope and x.text and x.role == "background" and s.ev.label(x.id) is Label.IN
    ]  # fmt: skip


def _first(s: SelectedDebate) -> list[Statement]:
    """The best documented of the facts, in the author's order."""
    every = facts(s)
    best = sorted(every, key=lambda x: (not x.core, strength(s.ev, x.id)))[:FACTS]
    return [x for x in every if x in best]
