"""A parliamentary pack: background, law, for and against, what states have said, questions, and what to read."""

from __future__ import annotations

from argmap.briefs.background import background
from argmap.briefs.memo_parts import decision
from argmap.briefs.notes import Notes, named_with_day
from argmap.briefs.reasons_told import reason
from argmap.briefs.selected_debate import SelectedDebate
from argmap.briefs.shared_parts import heading, subtitle, terms
from argmap.documents.document import Block, Document, Item, Items, Link, Paragraph, Run, document, tidy
from argmap.documents.lines import line, phrase, sentence
from argmap.evaluation.weight import UNGRADED
from argmap.model import Evidence, Source, Statement
from argmap.prose.settling import first_of
from argmap.wording.sentences import capital

NAME = "pack"
TITLE = "Parliamentary pack"
SUMMARY = "Background, law, for and against, what states and leaders have said, questions, what to read."
BY = None

LAW, WORDS, QUESTIONS, READING, REASONS = 6, 15, 10, 15, 2
"""How many statements of law, sayings, questions, titles and reasons of each side are given."""


def compose(s: SelectedDebate) -> Document:
    """For a member who has to speak on the matter: it takes no side."""
    notes = Notes(s, 1)
    blocks = [
        *decision(s),
        *background(s, notes),
        *_law(s, notes),
        *_both(s, notes),
        *_said(s, notes),
        *_questions(s),
        *_reading(s),
    ]
    blocks += terms(s, blocks)
    return document(s.debate.title, subtitle(s, TITLE), blocks, notes=notes.lines)


def _law(s: SelectedDebate, notes: Notes) -> list[Block]:
    """What treaties are cited for, and what judges the options by a criterion of law: what a treaty is quoted for and
    what defines before what argues."""
    found = [x for x in s.statements(s.scope) if x.text and _is_law(s, x)]
    found.sort(key=lambda x: (not any(e.quote and _is_treaty(s, e) for e in x.evidence), x.role != "definition"))
    items = tuple(Item(line(sentence(s.words_of(x.id)), notes.mark(x.id))) for x in found[:LAW])
    return [heading(2, "The law", "_law"), Items(items)] if items else []


def _is_law(s: SelectedDebate, statement: Statement) -> bool:
    return any(_is_treaty(s, each) for each in statement.evidence) or (
        statement.criterion is not None and "law" in statement.criterion.split("-") and bool(statement.evidence)
    )


def _is_treaty(s: SelectedDebate, evidence: Evidence) -> bool:
    source = s.debate.sources.get(evidence.source)
    return source is not None and source.custom.role == "treaty"


def _both(s: SelectedDebate, notes: Notes) -> list[Block]:
    blocks: list[Block] = []
    for option in s.options:
        blocks.append(heading(3, capital(s.name(option.id)), option.id))
        blocks += [Paragraph(line(sentence(s.words_of(option.id))))] if option.short else []
        for word, for_it in (("For", True), ("Against", False)):
            items = tuple(reason(s, step, notes) for step in first_of(s, option, for_it, REASONS))
            blocks += [heading(4, word), Items(items)] if items else []
    return [heading(2, "For and against", "_options"), *blocks]


def _said(s: SelectedDebate, notes: Notes) -> list[Block]:
    """The newest word of each state and leader, the newest first; of one day what does not lean on
    a quote."""
    every = [
        e
        for x in s.statements(s.scope)
        for e in x.evidence
        if e.said_by and e.says and not e.said_by.startswith("unnamed")
    ]
    every.sort(key=lambda e: (_day(s, e), not e.quote), reverse=True)
    newest: dict[str, Evidence] = {}
    for each in every:
        newest.setdefault(phrase(each.said_by or ""), each)
    items = tuple(
        Item(line(notes.by(each), ": ", capital(sentence(each.says or "")))) for each in list(newest.values())[:WORDS]
    )
    return [heading(2, "What states and leaders have said", "_said"), Items(items)] if items else []


def _day(s: SelectedDebate, evidence: Evidence) -> str:
    source = s.debate.sources.get(evidence.source)
    return (source.date if source else None) or ""


def _questions(s: SelectedDebate) -> list[Block]:
    """The questions that the debate itself puts."""
    asked = list(dict.fromkeys(tidy(x.asks) for x in s.statements(s.scope) if x.asks))[:QUESTIONS]
    items = tuple(Item(line(each)) for each in asked)
    return [heading(2, "Questions to put", "_questions"), Items(items, numbered=True)] if items else []


def _reading(s: SelectedDebate) -> list[Block]:
    """The best sources: studies, official papers, treaties and polls before news and opinion."""
    order = ("study", "official", "treaty", "poll", "history")
    found = [x for x in s.cited(s.scope).values() if x.title]
    found.sort(key=lambda x: (x.id in s.party_of, x.custom.role not in order, x.grade or UNGRADED))
    items = tuple(Item(_entry(s, x)) for x in found[:READING])
    return [heading(2, "What to read", "_reading"), Items(items)] if items else []


def _entry(s: SelectedDebate, source: Source) -> tuple[Run | Link, ...]:
    from argmap.citations.csl_markup import without_tags

    title = tidy(without_tags(source.title or ""))
    named = Link(title, source.URL) if source.URL else Run(title)
    why = f" {sentence(source.custom.why)}" if source.custom.why else ""
    return Run(f"{named_with_day(s, source)}: "), named, Run(f".{why}")
