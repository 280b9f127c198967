"""What one statement does to another: support, contest or undercut it, be a premise of it, contradict it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from argmap.evaluation.evaluated import Evaluation
from argmap.model import Claim, Rebuttal, Step
from argmap.wording.lists import listed

Relation = Literal["support", "rebuttal", "undercut", "premise", "contradicts"]

VERBS: Mapping[Relation, str] = {
    "support": "supports", "rebuttal": "contests", "undercut": "undercuts", "premise": "is a premise of",
    "contradicts": "contradicts",
}  # fmt: skip
SIGNS = {**VERBS, "undercut": "undercuts the step", "premise": "linked premise: the step needs all"}
"""What a legend says beside the line of each relation."""


def relation_of(step: Step) -> Relation:
    """What a step is to its target."""
    if isinstance(step, Rebuttal):
        return "undercut" if step.undercuts else "rebuttal"
    return "support"


def does(found: Relation, name: str) -> str:
    """`contests x`, `undercuts the step of x`, by the name that a format has for x."""
    return f"{VERBS[found]} {'the step of ' if found == 'undercut' else ''}{name}"


def aim(step: Step) -> str:
    """`for x`, `against x`, `against the step of x`."""
    way = {"support": "for", "rebuttal": "against", "undercut": "against the step of"}[relation_of(step)]
    return f"{way} {step.target}"


def verb(ev: Evaluation, id: str, other: str) -> str:
    """What one statement does to another, or to its step.

    Raises ValueError where it does nothing to it, or only by way of another step.
    """
    statement, step = ev.debate.statements[id], ev.debate.statements[other]
    if not isinstance(statement, Claim) and statement.target == other:
        return VERBS[relation_of(statement)]
    contradictions = ev.graph.contradictions  # not both ways for an audience that hears one of the two only
    if other in contradictions.get(id, ()) or id in contradictions.get(other, ()):
        return VERBS["contradicts"]
    if not isinstance(step, Claim) and id in step.premise_ids:
        return VERBS["premise"]
    raise ValueError(f"{id} does nothing to {other}")


def against(ev: Evaluation, killers: Sequence[str], id: str) -> str:
    """`a and b, which contest it`; where they do not all do the same, `a, which contradicts it, and b, which
    contests it`."""
    groups: dict[str, list[str]] = {}
    for killer in killers:
        groups.setdefault(verb(ev, killer, id), []).append(killer)
    parts = [f"{listed(ids)}, which {verb if len(ids) == 1 else verb[:-1]} it" for verb, ids in groups.items()]
    return ", and ".join(parts)
