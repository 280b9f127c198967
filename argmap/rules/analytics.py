"""Analytics: arguments that are made by reasoning and need no card. What the rules about evidence share."""

from __future__ import annotations

from argmap.evaluation.evaluated import Evaluation
from argmap.model import Rebuttal, Role, Statement
from argmap.rules.positions.position_parts import grounds, served
from argmap.rules.structure import borne_up

BY_REASON: frozenset[Role] = frozenset({
    "question", "value", "definition", "framework", "interpretation", "violation", "standards", "voters", "permutation",
})  # fmt: skip
"""Roles of statements that are argued by reason and not by sources."""

PROPOSED: frozenset[Role] = frozenset({"plan", "alternative"})
"""Roles of texts that say what should be done: what argues for them is their ground, as for a resolution."""


def needs_no_source(statement: Statement) -> bool:
    """Whether a statement is argued by reason, only proposes something, or puts a critical question."""
    puts_a_question = isinstance(statement, Rebuttal) and statement.question is not None
    return puts_a_question or statement.role in BY_REASON | PROPOSED


def analytic_answers(ev: Evaluation) -> list[Rebuttal]:
    """The rebuttals and undercutters that cite nothing, nor does anything that they rest on, of statements that cite;
    none in debates in which most statements do not cite, nor such as need no source or are marked undeveloped."""
    if not _cites_mostly(ev):
        return []
    statements = ev.debate.statements
    backed = borne_up(ev.graph, (id for id, statement in statements.items() if statement.evidence))
    return [
        answer
        for answer in ev.debate.rebuttals
        if answer.text and answer.id not in backed and statements[answer.target].evidence
        and not (answer.undeveloped or needs_no_source(answer))
    ]  # fmt: skip


def _cites_mostly(ev: Evaluation) -> bool:
    """Whether more than half of what is said beside the resolutions cites evidence."""
    said = [bool(s.evidence) for id, s in ev.debate.statements.items() if s.text and id not in ev.debate.resolution_ids]
    return 2 * sum(said) > len(said)


def analytic(ev: Evaluation) -> set[str]:
    """The analytic answers, and what serves nothing but them: their reasons, the reasons for these, and so on."""
    found = {answer.id for answer in analytic_answers(ev)}
    waiting = list(found)
    while waiting:
        for ground in grounds(ev.graph, waiting.pop()):
            answers = type(ev.debate.statements[ground]) is Rebuttal
            if ground not in found and not answers and all(each in found for each in served(ev.graph, ground)):
                found.add(ground)
                waiting.append(ground)
    return found
