"""A debate as nested lists, for readers without script: each statement once, below what it answers."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from argmap.evaluation.evaluated import Evaluation
from argmap.evaluation.force import force
from argmap.evaluation.framework import Label
from argmap.model import Claim, Statement
from argmap.prose.naming import ToldDebate
from argmap.prose.relation import Relation, relation_of
from argmap.prose.standing import doing, stands
from argmap.prose.verdict import verdict

_SIGNS: dict[Relation, str] = {"support": "For", "rebuttal": "Against", "undercut": "Against the step"}
DEEPEST = 40
"""How deep the lists nest at the most: what goes on below stands at this depth."""


def outline(ev: Evaluation) -> Markup:
    """The lists, the resolutions at the top, and after them what leads to none."""
    parts, depth = list[str](), -1
    for words, sign, level in _walk(ev):
        parts.append("<ul>" if level > depth else "</ul>" * (depth - level))
        parts.append(Markup("<li>{}{}").format(f"{sign}: " if sign else "", words))
        depth = level
    return Markup("".join([*parts, "</ul>" * (depth + 1)]))


def _walk(ev: Evaluation) -> Iterator[tuple[str, str, int]]:
    """Words, sign and depth of each statement, without recursion. What a bare step alone needs is told in its place."""
    seen, told, statements = set[str](), ToldDebate(ev), ev.debate.statements
    for root in statements:  # the resolutions are the first of them
        waiting = [(root, "", 0)]
        while waiting:
            id, way, level = waiting.pop()
            if id in seen:
                continue
            seen.add(id)
            needed = _needed(statements[id])
            follow = statements[id].text is None and seen.isdisjoint(needed)
            words = "These together:" if follow and len(needed) > 1 else told.words_of(id)
            yield words, ", ".join(filter(None, (way, _standing(ev, statements[id])))), level
            below = _below(ev, id)
            if follow and len(needed) == 1:
                seen.add(needed[0])
                below += _below(ev, needed[0])
            waiting += [(each, sign, min(level + 1, DEEPEST)) for each, sign in reversed(below)]


def _needed(statement: Statement) -> tuple[str, ...]:
    return () if isinstance(statement, Claim) else statement.premise_ids


def _below(ev: Evaluation, id: str) -> list[tuple[str, str]]:
    needed = [(premise, "Needed") for premise in _needed(ev.debate.statements[id])]
    return [*needed, *((step.id, _SIGNS[relation_of(step)]) for step in ev.graph.answers(id))]


def _standing(ev: Evaluation, statement: Statement) -> str:
    if statement.id in ev.debate.resolution_ids:
        return verdict(ev, statement.id).rstrip(".")
    if isinstance(statement, Claim):
        label = ev.label(statement.id)
        return "" if label is Label.IN else stands(label).badge
    return doing(force(ev, statement.id)).badge
