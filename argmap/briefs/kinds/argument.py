"""The argument in full: every statement under what it answers to, whom it convinces, and every source."""

from __future__ import annotations

from argmap.briefs import shared_parts
from argmap.briefs.audience_section import audiences
from argmap.briefs.evidence_limits import elsewhere, parties
from argmap.briefs.selected_debate import SelectedDebate
from argmap.documents.document import Block, Document, Item, Items, Paragraph, Run, document, tidy

NAME = "argument"
TITLE = "The argument in full"
SUMMARY = "Every statement under what it answers to, how each stands, and every source with its grade."
BY = None


def compose(s: SelectedDebate) -> Document:
    """The options, each position as an outline, the audiences, the terms, and the sources."""
    options = Items(tuple(Item(s.full(option.id, strong=True), (), option.id) for option in s.options))
    blocks: list[Block] = [
        shared_parts.heading(2, "The options", "_options"), options,
        *(s.figure("overview", "The argument at a glance") or s.figure("map", "The argument at a glance")),
        *_positions(s), *audiences(s), *_evidence(s), *shared_parts.terms(s),
    ]  # fmt: skip
    blocks += shared_parts.sources(s, blocks)
    return document(s.debate.title, shared_parts.subtitle(s, TITLE), blocks, shared_parts.legend(s))


def _positions(s: SelectedDebate) -> list[Block]:
    blocks: list[Block] = []
    for position in s.positions:
        there = [x for x in position.arguments if x.id in s.scope]
        title = shared_parts.heading(2, position.name, f"position_{position.id}")
        summary = [Paragraph((Run(tidy(position.summary)),))] if position.summary else []
        blocks += [title, *summary, shared_parts.in_full(s, there)]
    return blocks


def _evidence(s: SelectedDebate) -> list[Block]:
    found = [*parties(s), *elsewhere(s)]
    return [shared_parts.heading(2, "Whose word it is, and of what", "_evidence"), *found] if found else []
