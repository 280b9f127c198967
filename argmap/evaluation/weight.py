"""Which argument weighs most: the order in which briefs tell them and an overview chooses the one that it names."""

from __future__ import annotations

from argmap.evaluation.evaluated import Evaluation
from argmap.evaluation.framework import Label
from argmap.evaluation.reasons import voice
from argmap.model import LIKELIHOODS, Risk, Role, Step

UNGRADED = "Z9"
"""Sorts after every Admiralty grade."""

RANK = {Label.IN: 0, Label.UNDEC: 1, Label.OUT: 2}
"""What stands before what is undecided, and that before what is defeated."""

SEVERITIES = ("catastrophic", "high", "moderate", "low")


def strength(ev: Evaluation, id: str) -> tuple[str, int]:
    """A sort key, strongest first: the best grade, then the number of pieces of evidence."""
    statement = ev.debate.statements[id]
    return ev.debate.best_grade(statement) or UNGRADED, -len(statement.evidence)


def gravity(risk: Risk) -> tuple[int, int]:
    """A sort key: the worst first, and of these the likeliest."""
    severity = SEVERITIES.index(risk.severity) if risk.severity else len(SEVERITIES)
    return severity, -(LIKELIHOODS.index(risk.likelihood) if risk.likelihood in LIKELIHOODS else -1)


Weight = tuple[bool, tuple[int, int], bool, bool, tuple[str, int]]

_ENDS: frozenset[Role | None] = frozenset({"impact", "advantage", "harms", "net-benefit", "value"})
"""Roles of what a plan brings about; the others say how it comes about, and weigh by what they lead to."""


def weight(ev: Evaluation, id: str) -> Weight:
    """A sort key, weightiest first: what a plan brings about, the worse risk, a value at stake, what is in the core;
    the grade only between equals."""
    statement = ev.debate.statements[id]
    said = ev.debate.statements[voice(statement)]
    role, risk = statement.role or said.role, statement.risk or said.risk or Risk()
    at_stake, core = statement.values or said.values, statement.core or said.core
    return role not in _ENDS, gravity(risk), at_stake is None, not core, strength(ev, said.id)


def standing_order(ev: Evaluation, step: Step) -> tuple[int, int, int, Weight]:
    """What counts before what is only live, live before open, open before fallen; then by weight."""
    labelling = ev.labelling
    counts, live, label = labelling.counts[step.id], labelling.live[step.id], ev.label(step.id)
    return RANK[counts], RANK[live], RANK[label], weight(ev, step.id)


def considerations(ev: Evaluation, target: str, for_it: bool) -> list[Step]:
    """The pros or the cons of a statement, those that count first."""
    return [*ev.once(_considerations, target, for_it)]


def _considerations(ev: Evaluation, target: str, for_it: bool) -> list[Step]:
    steps: list[Step] = [*(ev.graph.supports(target) if for_it else ev.graph.rebuttals(target))]
    return sorted(steps, key=lambda step: standing_order(ev, step))
