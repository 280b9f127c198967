"""The chain of reasons below a label: who brought it down, who tried to answer that, and what became of them.

Statements are followed `DEPTH` levels down, and each is explained once. Who wants more asks for one of those named.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from argmap.evaluation.dispute_tree import support_circle
from argmap.evaluation.evaluated import Evaluation
from argmap.evaluation.force import argument
from argmap.evaluation.framework import Label
from argmap.evaluation.reasons import (
    answers_tried,
    brought_down_by,
    come_first,
    failing_premises,
    lacks_ground,
    tally,
    undercut_by,
)
from argmap.model import Claim, Rebuttal
from argmap.prose.cited_sources import cited
from argmap.prose.reason import with_cause
from argmap.prose.relation import against, verb
from argmap.wording.lists import MOST, listed

DEPTH = 6
TOLD = 40
"""After how many statements, each explained once, an explanation breaks off."""

MOST_WEIGHED = 4
"""How many arguments are named that nobody has weighed against each other."""


@dataclass(frozen=True)
class Reason:
    """A sentence without its full stop, whom it is about, and the reasons for it in turn."""

    sentence: str
    about: tuple[str, ...] = ()
    because: tuple[Reason, ...] = ()


@dataclass(frozen=True)
class _Failure:
    """Why something does not stand: a clause, and what to follow from there."""

    clause: str
    killers: tuple[str, ...] = ()
    """Live (or undecided) rebuttals, whose answers failed."""
    grounds: tuple[str, ...] = ()
    """Supports that did not hold."""


_SETTLED = "is not accepted here, though no argument decides it"
"""Of what a labelling settles that goes further than the grounded one."""


class ReasonChains:
    """Tells why steps and statements do not stand, each once."""

    def __init__(self, ev: Evaluation) -> None:
        self.ev = ev
        self.told: set[str] = set()

    def failed(self, step: str, lead: str, depth: int = 1) -> Reason:
        """Why a step is not live: `lead` and a clause, with the reasons below it."""
        failure = self.step_failure(step)
        return Reason(f"{lead} {failure.clause}", (step,), self._once(step, failure, depth))

    def survived(self, killer: str, depth: int = 1) -> tuple[Reason, ...]:
        """What was tried against a live (or undecided) rebuttal, and why it did not help."""
        tried = [id for id, label in answers_tried(self.ev, killer) if label is not Label.IN and id != killer]
        return self._each(tried, depth, lambda id: f"{id} tried to answer {killer}, but")

    def fallen_supports(self, supports: Sequence[str], depth: int = 1) -> tuple[Reason, ...]:
        """Why supports do not hold."""
        return self._each(supports, depth, str)

    def _each(self, steps: Sequence[str], depth: int, lead: Callable[[str], str]) -> tuple[Reason, ...]:
        found = [self.failed(step, lead(step), depth) for step in steps[:MOST]]
        if len(steps) > MOST:
            found.append(Reason(f"and {len(steps) - MOST} more", tuple(steps[MOST:])))
        return tuple(found)

    def _once(self, id: str, failure: _Failure, depth: int) -> tuple[Reason, ...]:
        if id in self.told or not (failure.grounds or any(answers_tried(self.ev, k) for k in failure.killers)):
            return ()
        if depth >= DEPTH or len(self.told) >= TOLD:
            return (Reason("and so on"),)
        self.told.add(id)
        below = [reason for killer in failure.killers[:MOST] for reason in self._killer(killer, depth)]
        return (*below, *self.fallen_supports(failure.grounds, depth + 1))

    def _killer(self, killer: str, depth: int) -> tuple[Reason, ...]:
        if killer in self.told:
            return ()
        self.told.add(killer)
        return self.survived(killer, depth + 1)

    def step_failure(self, step: str) -> _Failure:
        """Why a step is not live: its statement, an undercutter, or a premise."""
        ev, label = self.ev, self.ev.labelling.live[step]
        if label is Label.IN:
            return _Failure(str(with_cause(argument(ev, step))))
        if ev.labelling.labels.get(step) is label:
            return self.statement_failure(step, down="is answered by")
        cutters = undercut_by(ev, step)
        if cutters and (label is Label.UNDEC or ev.labelling.live[cutters[0]] is Label.IN):
            does = "undercuts" if len(cutters) == 1 else "undercut"
            undecided = f"is undecided, like {self.named(cutters)}, which {does} it"
            return _Failure(f"is undercut by {self.named(cutters)}" if label is Label.OUT else undecided, cutters)
        premises = failing_premises(ev, step, label)
        return self._needed(step, premises) if premises else _Failure(_SETTLED)

    def _needed(self, step: str, premises: Sequence[str]) -> _Failure:
        """That a step needs what does not hold: `needs a, which is defeated by b, and c, which has lost its ground`."""
        failures = [self._premise_failure(step, premise) for premise in premises[:MOST]]
        named = [f"{id}, which {failure.clause}" for id, failure in zip(premises, failures, strict=False)]
        named += [f"{len(premises) - MOST} more"] if len(premises) > MOST else []
        killers = dict.fromkeys(killer for failure in failures for killer in failure.killers)
        grounds = dict.fromkeys(ground for failure in failures for ground in failure.grounds)
        return _Failure(f"needs {', and '.join(named)}", tuple(killers), tuple(grounds))

    def _premise_failure(self, step: str, premise: str) -> _Failure:
        """Why a premise does not hold; of a step that is needed the rest is told below."""
        statement, label = self.ev.debate.statements[step], self.ev.labelling.live[step]
        is_step = not isinstance(statement, Claim) and premise in statement.needed_steps
        if is_step and self.ev.labelling.labels.get(premise) is not label:
            return _Failure("is answered" if label is Label.OUT else "is open", (), (premise,))
        return self.statement_failure(premise)

    def statement_failure(self, id: str, down: str = "is defeated by") -> _Failure:
        """Why a statement is not accepted; `down` is what is said where something takes it down."""
        killers = brought_down_by(self.ev, id)
        if self.ev.label(id) is Label.UNDEC:
            return self._undecided(id, killers)
        if killers and self.ev.graph.is_weighed(id):
            outweigh = "outweighs" if len(killers) == 1 else "outweigh"
            return _Failure(f"{down.removesuffix(' by')}: {self.named(killers)} {outweigh} what is for it", killers)
        if killers:
            return _Failure(f"{down} {self.named(killers)}", killers)
        if lacks_ground(self.ev, id):
            return self._groundless(id)
        weighed = self.ev.graph.is_weighed(id)
        return _Failure("is weighed, and this position decides against it" if weighed else _SETTLED)

    def _undecided(self, id: str, killers: tuple[str, ...]) -> _Failure:
        found = tally(self.ev, id)
        if self.ev.graph.is_weighed(id) and found.rebuttals.counting:
            pros, cons = found.supports.counting, found.rebuttals.counting
            if not pros or len(pros) + len(cons) > MOST_WEIGHED:
                return _Failure("is undecided: nobody has weighed what speaks for and against it")
            if come_first(self.ev, pros, cons):
                return _Failure(f"is undecided: {first_on_both_sides(pros, cons)}")
            return _Failure(f"is undecided: nobody has weighed {listed(pros)} against {listed(cons)}")
        if killers:
            return _Failure(f"is undecided, like {against(self.ev, killers, id)}", killers)
        waiting = found.supports.undecided
        if not waiting:
            return _Failure("is left undecided")
        return _Failure(f"is undecided, like {listed(waiting)}, on which it rests", (), waiting)

    def _groundless(self, id: str) -> _Failure:
        supports = tuple(support.id for support in self.ev.graph.supports(id))
        circle = support_circle(self.ev, id)
        if circle == (id,):
            return _Failure("rests on nothing but itself")
        if circle:
            return _Failure(f"rests on itself by way of {listed(circle[:-1])}", (), tuple(beside(self.ev, id, circle)))
        if supports:
            return _Failure("has lost its ground", (), supports)
        return _Failure("has no ground of its own (undeveloped)")

    def named(self, killers: Sequence[str]) -> str:
        """The ids, each with a word where nobody has tried to answer it."""
        return listed([id if self._is_tried(id) else f"{id} (unanswered)" for id in killers])

    def _is_tried(self, id: str) -> bool:
        return not isinstance(self.ev.debate.statements[id], Rebuttal) or bool(answers_tried(self.ev, id))


def first_on_both_sides(pros: Sequence[str], cons: Sequence[str]) -> str:
    """Of what counts on either side where each of these comes before all else."""
    all_of = "both" if len(pros) + len(cons) == 2 else "all"
    return f"{listed((*pros, *cons))} {all_of} come before all on the other side (over: all)"


def sources_of(ev: Evaluation, id: str) -> str:
    """` (2 sources, best A2)`, of a bare step ` (from one-premise and another)`; nothing where nothing is cited."""
    statement = ev.debate.statements[id]
    if not isinstance(statement, Claim) and statement.is_bare:
        return f" (from {listed(statement.premise_ids)})"
    said = cited(ev.debate, statement).phrase
    return f" ({said})" if said else ""


def ring(ev: Evaluation, circle: Sequence[str]) -> Iterator[str]:
    """`b contests a` for each link of a circle, beginning with what bears on its last member."""
    before = circle[-1]
    for id in circle:
        yield f"{id} {verb(ev, id, before)} {before}"
        before = id


def beside(ev: Evaluation, id: str, circle: Sequence[str]) -> list[str]:
    """The supports of a statement other than those by which it rests on its circle."""
    named = _leading(ev, circle[0], id)
    return [support.id for support in ev.graph.supports(id) if support.id not in named]


def resting(ev: Evaluation, circle: Sequence[str]) -> Iterator[str]:
    """`b supports a`, or `a rests on b (by the-step)`, for each link of a circle of supports, the last one first."""
    links = zip(circle, (circle[-1], *circle), strict=False)
    for id, before in reversed(list(links)):
        by = _leading(ev, id, before)
        yield f"{id} supports {before}" if by == [id] else f"{before} rests on {id} (by {listed(by)})"


def _leading(ev: Evaluation, id: str, to: str) -> list[str]:
    """The supports by which one statement rests on another: that other itself, or the steps that have it as premise."""
    by = [support.id for support in ev.graph.supports(to) if id in (support.id, *support.needed)]
    return [id] if id in by else by
