"""A debate as nested lists, for readers without script: each statement once, below what it answers."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from argmap.evaluation.evaluated import Evaluation
from argmap.evaluation.force import force
from argmap.evaluation.framework import Label
from argmap.model import Claim, Statement
from argmap.prose.relation import Relation, relation_of
from argmap.prose.standing import doing, stands
from argmap.prose.verdict import verdict

_SIGNS: dict[Relation, str] = {
    "support": "For", "rebuttal": "Against", "undercut": "Against the step", "premise": "Needed",
}  # fmt: skip
DEEPEST = 40
"""How deep the lists nest at the most: what goes on below stands at this depth."""


def outline(ev: Evaluation) -> Markup:
    """The lists, the resolutions at the top, and after them what leads to none."""
    parts, depth = list[str](), -1
    for id, sign, level in _walk(ev):
        parts.append("<ul>" if level > depth else "</ul>" * (depth - level))
        parts.append(_entry(ev, ev.debate.statements[id], sign))
        depth = level
    return Markup("".join([*parts, "</ul>" * (depth + 1)]))


def _entry(ev: Evaluation, statement: Statement, sign: str) -> str:
    told = ", ".join(filter(None, (sign, _standing(ev, statement))))
    return Markup("<li>{}{}").format(f"{told}: " if told else "", statement.text or "These together:")


def _walk(ev: Evaluation) -> Iterator[tuple[str, str, int]]:
    """Id, sign and depth of each statement, without recursion."""
    seen = set[str]()
    for root in ev.debate.statements:  # the resolutions are the first of them
        waiting = [(root, "", 0)]
        while waiting:
            id, sign, level = waiting.pop()
            if id in seen:
                continue
            seen.add(id)
            yield id, sign, level
            waiting += [(below, _SIGNS[way], min(level + 1, DEEPEST)) for below, way in reversed(_below(ev, id))]


def _below(ev: Evaluation, id: str) -> list[tuple[str, Relation]]:
    statement = ev.debate.statements[id]
    needed: list[tuple[str, Relation]] = []
    if not isinstance(statement, Claim):
        needed = [(premise, "premise") for premise in statement.premise_ids]
    return [*needed, *((step.id, relation_of(step)) for step in ev.graph.answers(id))]


def _standing(ev: Evaluation, statement: Statement) -> str:
    if statement.id in ev.debate.resolution_ids:
        return verdict(ev, statement.id).rstrip(".")
    if isinstance(statement, Claim):
        label = ev.label(statement.id)
        return "" if label is Label.IN else stands(label).badge
    return doing(force(ev, statement.id)).badge
