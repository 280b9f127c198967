"""Blocks: they say, we say. What is not answered comes first, as work to do."""

from __future__ import annotations

from argmap.briefs import queries, shared_parts
from argmap.briefs.selected_debate import Setting
from argmap.briefs.shared_parts import exchange, heading
from argmap.documents.document import Block, Document, Paragraph, Run, document
from argmap.model import Step
from argmap.wording.counts import in_words
from argmap.wording.sentences import capital

NAME = "blocks"
TITLE = "Blocks"
SUMMARY = "They say, we say: every answer to every opposing argument, and what is still to do."
BY_SIDE = True


def compose(s: Setting) -> Document:
    """The blocks of the side for the resolutions, or of the side selected."""
    side = s.selection.side or s.debate.pro
    made = [x for x in queries.arguments_of(s.ev, s.debate.other(side)) if x.id in s.scope]
    near = queries.distances(s.ev)
    theirs = shared_parts.voiced(s, made)
    open_ = [x for x in theirs if queries.is_unanswered(s.ev, x[0])]
    open_.sort(key=lambda x: min((near.get(step.id, len(near)), queries.strength(s.ev, step.id)) for step in x))
    untouched = [x for x in open_ if not _tried(s, x)]
    failing = [x for x in open_ if _tried(s, x)]
    done = [x for x in theirs if not queries.is_unanswered(s.ev, x[0])]
    summary = Paragraph((Run(_summary(theirs, untouched, failing)),))
    blocks: list[Block] = [summary, *_work(s, untouched, failing), *_answered(s, done)]
    blocks += shared_parts.sources(s, blocks)
    return document(
        f"{s.debate.sides[side]}: blocks", shared_parts.subtitle(s, s.debate.title), blocks, shared_parts.legend(s)
    )


Voiced = tuple[Step, ...]
"""What is argued with one text."""


def _tried(s: Setting, steps: Voiced) -> bool:
    """Whether anything has been said against it."""
    return any(
        queries.answers(s.ev, step.id) or queries.opponents(s.ev, step.id) or s.weighed_below.get(step.id)
        for step in steps
    )


def _summary(theirs: list[Voiced], untouched: list[Voiced], failing: list[Voiced]) -> str:
    if not theirs:
        return "The other side has no argument here."
    if len(theirs) == 1:
        return f"The other side makes one argument. {_only(untouched, failing)}"
    said = f"The other side makes {in_words(len(theirs), 'argument')}."
    if not (untouched or failing):
        return f"{said} None of them counts as things stand: each is answered, outweighed or still open."
    work = [f"nothing is said against {in_words(len(untouched))} of them yet"] if untouched else []
    work += [f"what is said against {in_words(len(failing))} of them does not hold"] if failing else []
    n = len(untouched) + len(failing)
    these = "It comes" if n == 1 else f"These {in_words(n)} come"
    return f"{said} {capital(', and '.join(work))}. {these} first."


def _only(untouched: list[Voiced], failing: list[Voiced]) -> str:
    if untouched or failing:
        return "Nothing is said against it yet." if untouched else "What is said against it does not hold."
    return "It does not count as things stand: it is answered, outweighed or still open."


def _work(s: Setting, untouched: list[Voiced], failing: list[Voiced]) -> list[Block]:
    blocks: list[Block] = []
    if untouched:
        blocks += [heading(2, "Work to do: nothing said against it", "_todo"), *(exchange(s, x) for x in untouched)]
    if failing:
        title = heading(2, "Work to do: what is said against it does not hold", "_todo-failing")
        blocks += [title, *(exchange(s, x) for x in failing)]
    return blocks


def _answered(s: Setting, done: list[Voiced]) -> list[Block]:
    blocks: list[Block] = []
    for position in s.positions:
        here = [x for x in done if s.debate.position_of[x[0].id].id == position.id]
        if here:
            blocks += [heading(2, position.name, f"position_{position.id}"), *(exchange(s, x) for x in here)]
    return blocks
