"""The force of an argument, a statement with its step, on what it answers to; and why something is undecided.

What a reader asks is whether an argument has force, not whether its sentence is true: one sentence may count here and
be answered there, where two steps use it. With the labels of `argmap.framework`, a step s at a target x

    counts           live(s), and where x is weighed counts(s)
    is outweighed    x is weighed, and not counts(s) whatever becomes of live(s), which is not false
    is answered      not live(s)
    is open          otherwise

An undecided statement is told by its kind: nobody has weighed what speaks for and against it, it hangs on facts, it
hangs on values (audiences decide it otherwise), or it stands against itself.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from argmap import reasons
from argmap.evaluation import Evaluation
from argmap.framework import Label
from argmap.model import Claim, Step


class Force(StrEnum):
    """What an argument does to its target."""

    COUNTS = "counts"
    OUTWEIGHED = "outweighed"
    ANSWERED = "answered"
    OPEN = "open"

    @property
    def phrase(self) -> str:
        """As a predicate: `counts`, `is outweighed`."""
        return self.value if self is Force.COUNTS else f"is {self.value}"


class Cause(StrEnum):
    """What takes an argument's force, or leaves it open."""

    STATEMENT = "statement"
    """Its own statement is defeated, or undecided: `by` what answers that."""
    GROUND = "ground"
    """Its own statement has no ground: `by` the supports that it lost, none where it never had any."""
    PREMISE = "premise"
    """`by` the premises that do not stand, and the steps that it needs and that have no force."""
    UNDERCUT = "undercut"
    """`by` its undercutters."""
    WEIGHT = "weight"
    """`by` what outweighs it."""


@dataclass(frozen=True)
class Argument:
    """The force of a step, why it is not that of one that counts, and the ids by which it is so."""

    id: str
    force: Force
    cause: Cause | None = None
    by: tuple[str, ...] = ()


def force(ev: Evaluation, step: str) -> Force:
    """The force of a step. Raises KeyError for what is not one."""
    live, counts = ev.labelling.live[step], ev.labelling.counts[step]
    if live is Label.OUT:
        return Force.ANSWERED
    if not _is_weighed(ev, step):
        return Force.COUNTS if live is Label.IN else Force.OPEN
    if counts is Label.OUT:
        return Force.OUTWEIGHED
    return Force.COUNTS if counts is Label.IN else Force.OPEN


def _is_weighed(ev: Evaluation, step: str) -> bool:
    statement = ev.debate.statements[step]
    return not isinstance(statement, Claim) and statement.of is not None and ev.graph.is_weighed(statement.of)


def argument(ev: Evaluation, step: str) -> Argument:
    """The force of a step, and why. Raises KeyError for what is not one."""
    found = force(ev, step)
    if found is Force.COUNTS:
        return Argument(step, found)
    if found is Force.OUTWEIGHED or ev.labelling.live[step] is Label.IN:
        return Argument(step, found, Cause.WEIGHT, _heavier(ev, step))
    cause, by = next(_causes(ev, step), (Cause.STATEMENT, ()))
    return Argument(step, found, cause, by)


def _heavier(ev: Evaluation, step: str) -> tuple[str, ...]:
    """What outweighs it; where nothing certain does, what may."""
    labels = {id: ev.labelling.live[id] for id in ev.outweighed_by.get(step, ())}
    best = Label.IN if Label.IN in labels.values() else Label.UNDEC
    return tuple(id for id, label in labels.items() if label is best)


def _causes(ev: Evaluation, step: str) -> Iterator[tuple[Cause, tuple[str, ...]]]:
    """What its step is not live for, as certain as that is: an undercutter first, since it is about this step alone."""
    live = ev.labelling.live[step]
    wanted = Label.IN if live is Label.OUT else Label.UNDEC
    cutters = tuple(each for each in reasons.undercut_by(ev, step) if ev.labelling.live[each] is wanted)
    if cutters:
        yield Cause.UNDERCUT, cutters
    if ev.labelling.labels.get(step) is live:
        supports = tuple(support.id for support in ev.graph.supports(step))
        by = reasons.brought_down_by(ev, step)
        yield (Cause.STATEMENT, by) if by else (Cause.GROUND, supports)
    if failing := reasons.failing_premises(ev, step, live):
        yield Cause.PREMISE, failing


@dataclass(frozen=True)
class Count:
    """How many arguments of each force, and how many of them are steps without words of their own."""

    by_force: Counter[Force]
    bare: int

    @property
    def total(self) -> int:
        """All of them."""
        return self.by_force.total()


def counted(ev: Evaluation, steps: Iterable[Step]) -> Count:
    """Count arguments by their force."""
    every = list(steps)
    return Count(Counter(force(ev, step.id) for step in every), sum(step.is_bare for step in every))
