"""What would change how a statement fares under a semantics with several positions: nothing is guessed, each change is
made in the framework and the question decided again, over the whole of it.

The ways that are tried are those of `argmap.reasons`: answer a rebuttal or undercutter, support a statement, compare
the two sides of one that is weighed; all of the statement's dispute tree, nearest first, as many as the effort allows.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from itertools import islice

from argmap.evaluation import Evaluation
from argmap.framework import Framework, Label, Labelling
from argmap.model import Claim
from argmap.reasons import Remedy, Trial
from argmap.semantics import stage
from argmap.semantics.solver.budget import FOREVER, Left, OutOfTime
from argmap.semantics.tasks import Semantics

EFFORT = 25_000
"""How many statements are decided upon in all before no more ways are tried: a second or two."""


class Fare(IntEnum):
    """In how many positions a statement is accepted."""

    UNJUDGED = -1
    """There is no position."""
    NOWHERE = 0
    SOMEWHERE = 1
    EVERYWHERE = 2


def fare(semantics: Semantics, framework: Framework, id: str, left: Left = FOREVER) -> Fare:
    """How a statement (or a bare step) fares. Raises KeyError for an unknown id, OutOfTime, and SolverMissing."""
    if left() <= 0:
        raise OutOfTime
    somewhere = semantics.accepting(framework, id, left) is not None
    everywhere = semantics.not_accepting(framework, id, left) is None
    if somewhere:
        return Fare.EVERYWHERE if everywhere else Fare.SOMEWHERE
    return Fare.UNJUDGED if everywhere else Fare.NOWHERE


@dataclass
class Prospect:
    """What would change things. `remedies` are the single steps by which the statement would fare better, those that
    help most: they all lead to `reaches`. `tried` of `ways` were tried. `if_it_fell` and `if_it_stood` say how the
    resolutions, and what the statement answers to, would then fare, where that is otherwise than now; None where
    there was no time to find out."""

    remedies: tuple[Remedy, ...] = ()
    reaches: Fare = Fare.UNJUDGED
    tried: int = 0
    ways: int = 0
    if_it_fell: Mapping[str, Fare] | None = field(default_factory=dict)
    if_it_stood: Mapping[str, Fare] | None = field(default_factory=dict)


def prospect(ev: Evaluation, id: str, semantics: Semantics, now: Fare, left: Left = FOREVER) -> Prospect:
    """What would change how a statement fares, who fares so now. Where the time is over it says what it has found."""
    found = Prospect()
    if now is not Fare.EVERYWHERE:
        goal = (id, id not in ev.labelling.labels)
        _try(found, Trial(_unsettled(ev, semantics), goal, whole=True), semantics, now, left)
        found.if_it_stood = _settled(ev, id, semantics, True, left)
    if now is not Fare.NOWHERE:
        found.if_it_fell = _settled(ev, id, semantics, False, left)
    return found


def _unsettled(ev: Evaluation, semantics: Semantics) -> Evaluation:
    """What is settled for every position, so that no way of changing it need be tried: what the grounded labelling
    says; but nothing for stage semantics, whose positions need not contain it."""
    if semantics is not stage:
        return ev
    labels, steps = (dict.fromkeys(each, Label.UNDEC) for each in (ev.labelling.labels, ev.labelling.live))
    return ev.with_labelling(Labelling(labels, steps, steps))


def _try(found: Prospect, trial: Trial, semantics: Semantics, now: Fare, left: Left) -> None:
    ways = list(trial.ways())
    enough = EFFORT // len(trial.ev.debate.statements) + 1
    found.ways, found.reaches = len(ways), now
    helpful: list[tuple[Fare, Remedy]] = []
    try:
        for remedy, node in islice(ways, enough):
            reached = fare(semantics, trial.changed(trial.framework, remedy, node), trial.goal[0], left)
            found.tried += 1
            if reached > max(now, Fare.NOWHERE):  # to be judged, and rejected, is no better than not to be judged
                helpful.append((reached, remedy))
    except OutOfTime:
        pass
    if helpful:
        found.reaches = max(reached for reached, _ in helpful)
        best = dict.fromkeys(remedy for reached, remedy in helpful if reached is found.reaches)
        found.remedies = tuple(sorted(best, key=lambda remedy: len(remedy.over)))


def _settled(ev: Evaluation, id: str, semantics: Semantics, accepted: bool, left: Left) -> Mapping[str, Fare] | None:
    """How others would fare if a statement were accepted, or rejected, whatever else is so; those that change."""
    framework = ev.framework
    if id in ev.labelling.labels:
        changed = framework.with_settled(framework.statements.index(id), accepted)
    else:
        changed = framework.with_settled_step(framework.steps.index(id), accepted)
    try:
        pairs = ((other, fare(semantics, changed, other, left)) for other in _near(ev, id))
        return {other: new for other, new in pairs if new is not fare(semantics, framework, other, left)}
    except OutOfTime:
        return None


def _near(ev: Evaluation, id: str) -> list[str]:
    """The resolutions, and what a statement answers to."""
    statement = ev.debate.statements[id]
    near = dict.fromkeys(claim.id for claim in ev.debate.resolutions)
    if not isinstance(statement, Claim):
        near[statement.target] = None
    near |= dict.fromkeys(step.target for step in ev.graph.uses(id))
    near.pop(id, None)
    return list(near)
