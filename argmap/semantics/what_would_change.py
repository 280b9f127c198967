"""What would change how a statement fares under a semantics with several positions: nothing is guessed, each change is
made in the framework and the question decided again, over the whole of it.

The ways that are tried are the moves of `argmap.analysis.moves`, in all of the statement's dispute tree, nearest first,
as many as the effort allows.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import IntEnum

from argmap.analysis.moves import Aim, Remedy, Trial, merged, unsettled
from argmap.evaluation.evaluated import Evaluation
from argmap.evaluation.framework import Framework
from argmap.model import Claim
from argmap.semantics import ideal, semi_stable, stage
from argmap.semantics.solver.budget import FOREVER, Left, OutOfTime
from argmap.semantics.tasks import Semantics

EFFORT = 300_000
"""How many statements are decided upon in all, once for whether one is accepted and once for whether it is not, before
no more ways are tried: three or four seconds. It is counted and not timed, so that everybody is told the same."""

_COST = {semi_stable.CODE: 2, ideal.CODE: 4, stage.CODE: 60}
"""About how many times as long a statement takes as under the other semantics."""

_FOR_WAYS = 2 / 3
"""How much of the effort is for ways that would help; the rest is for what hangs on the statement."""


class AcceptedIn(IntEnum):
    """In how many positions a statement is accepted."""

    UNJUDGED = -1
    """There is no position."""
    NOWHERE = 0
    SOMEWHERE = 1
    EVERYWHERE = 2


def accepted_in(semantics: Semantics, framework: Framework, id: str, left: Left = FOREVER) -> AcceptedIn:
    """How a statement (or a bare step) fares. Raises KeyError for an unknown id, OutOfTime, and MissingExtra."""
    if left() <= 0:
        raise OutOfTime
    somewhere = semantics.accepting(framework, id, left) is not None
    everywhere = semantics.not_accepting(framework, id, left) is None
    if somewhere:
        return AcceptedIn.EVERYWHERE if everywhere else AcceptedIn.SOMEWHERE
    return AcceptedIn.UNJUDGED if everywhere else AcceptedIn.NOWHERE


@dataclass(frozen=True)
class Prospect:
    """What would change things. `remedies` are the single moves by which the statement would fare better, those that
    help most: they all lead to `reaches`. `tried` of `ways` were tried. `if_it_fell` and `if_it_stood` say how the
    resolutions, and what the statement answers to, would then fare, where that is otherwise than now; None where
    finding out would take too long."""

    remedies: tuple[Remedy, ...] = ()
    reaches: AcceptedIn = AcceptedIn.UNJUDGED
    tried: int = 0
    ways: int = 0
    if_it_fell: Mapping[str, AcceptedIn] | None = field(default_factory=dict)
    if_it_stood: Mapping[str, AcceptedIn] | None = field(default_factory=dict)


def prospect(ev: Evaluation, id: str, semantics: Semantics, now: AcceptedIn, left: Left = FOREVER) -> Prospect:
    """What would change how a statement fares, who fares so now. Raises OutOfTime: as much is told to everybody, or
    nothing."""
    effort = EFFORT // (_COST.get(semantics.CODE, 1) * len(ev.debate.statements))
    asked = _Asked(ev, semantics, left, int(effort * _FOR_WAYS))
    trial = _trial(ev, id, semantics)
    moves = [] if now is AcceptedIn.EVERYWHERE else list(trial.moves())
    found = _try(asked, trial, moves, now)
    asked.rest += effort - int(effort * _FOR_WAYS)
    fell = {} if now is AcceptedIn.NOWHERE else _settled(asked, id, accepted=False)
    stood = {} if now is AcceptedIn.EVERYWHERE else _settled(asked, id, accepted=True)
    return replace(found, if_it_fell=fell, if_it_stood=stood)


def _trial(ev: Evaluation, id: str, semantics: Semantics) -> Trial:
    """Where moves are tried. Of what is settled for every position no change need be tried, and that is what the
    grounded labelling says; but nothing for stage semantics, whose positions need not contain it."""
    seen = unsettled(ev) if semantics is stage else ev
    return Trial(seen, id, Aim.STAND if id in ev.labelling.labels else Aim.LIVE, whole=True)


def _try(asked: _Asked, trial: Trial, moves: Sequence[Remedy], now: AcceptedIn) -> Prospect:
    """The prospect with the moves that help most, of as many as the effort allows."""
    helpful: list[tuple[AcceptedIn, Remedy]] = []
    tried = 0
    for tried, move in enumerate(moves, start=1):
        if asked.rest < 2:
            tried -= 1
            break
        reached = asked.better(trial.changed(trial.framework, move), trial.id, now)
        if reached > max(now, AcceptedIn.NOWHERE):  # to be judged, and rejected, is no better than not to be judged
            helpful.append((reached, move))
    reaches = max((reached for reached, _ in helpful), default=now)
    best = merged(move for reached, move in helpful if reached is reaches)
    return Prospect(tuple(sorted(best, key=lambda move: len(move.over))), reaches, tried, len(moves))


def _settled(asked: _Asked, id: str, accepted: bool) -> Mapping[str, AcceptedIn] | None:
    """How others would fare if a statement were accepted, or rejected, whatever else is so; those that change. None
    where there are too many of them."""
    near, framework = _near(asked.ev, id), asked.ev.framework
    if asked.rest < 4 * len(near):
        return None
    if id in asked.ev.labelling.labels:
        changed = framework.with_settled(framework.statements.index(id), accepted)
    else:
        changed = framework.with_settled_step(framework.steps.index(id), accepted)
    pairs = ((other, asked.accepted_in(changed, other)) for other in near)
    return {other: new for other, new in pairs if new is not asked.now(other)}


@dataclass
class _Asked:
    """A debate of which questions are asked, and how many decisions are still allowed."""

    ev: Evaluation
    semantics: Semantics
    left: Left
    rest: int
    known: dict[str, AcceptedIn] = field(default_factory=dict)

    def now(self, id: str) -> AcceptedIn:
        """How a statement fares as it is."""
        if id not in self.known:
            self.known[id] = self.accepted_in(self.ev.framework, id)
        return self.known[id]

    def accepted_in(self, framework: Framework, id: str) -> AcceptedIn:
        """How a statement fares: two decisions."""
        self.rest -= 2
        return accepted_in(self.semantics, framework, id, self.left)

    def better(self, framework: Framework, id: str, now: AcceptedIn) -> AcceptedIn:
        """How a statement fares, where that is better than now: one decision mostly, since no better is soon seen."""
        if now is AcceptedIn.SOMEWHERE and self._is_somewhere(framework, id, accepted=False):
            return now
        if not self._is_somewhere(framework, id, accepted=True):
            return AcceptedIn.NOWHERE
        everywhere = now is AcceptedIn.SOMEWHERE or not self._is_somewhere(framework, id, accepted=False)
        return AcceptedIn.EVERYWHERE if everywhere else AcceptedIn.SOMEWHERE

    def _is_somewhere(self, framework: Framework, id: str, accepted: bool) -> bool:
        self.rest -= 1
        if self.left() <= 0:
            raise OutOfTime
        decide = self.semantics.accepting if accepted else self.semantics.not_accepting
        return decide(framework, id, self.left) is not None


def _near(ev: Evaluation, id: str) -> list[str]:
    """The resolutions, and what a statement answers to."""
    statement = ev.debate.statements[id]
    near = dict.fromkeys(claim.id for claim in ev.debate.resolutions)
    if not isinstance(statement, Claim):
        near[statement.target] = None
    near |= dict.fromkeys(step.target for step in ev.graph.uses(id))
    near.pop(id, None)
    return list(near)
