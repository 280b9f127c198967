"""The force of an argument, a statement with its step, on what it answers to; and why something is undecided.

What a reader asks is whether an argument has force, not whether its sentence is true: one sentence may count here and
be answered there, where two steps use it. With the labels of `argmap.evaluation.framework`, a step s at a target x

    counts           live(s), and where x is weighed counts(s)
    is outweighed    x is weighed, and not counts(s) whatever becomes of live(s), which is not false
    is answered      not live(s)
    is open          otherwise

An undecided statement is told by its kind: nobody has weighed what speaks for and against it, it hangs on facts, it
hangs on values (audiences decide it otherwise), or it stands against itself, in a circle with an odd number of answers.
Of what it hangs on, the same is said.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from argmap.evaluation import dispute_tree, reasons
from argmap.evaluation.evaluated import Evaluation
from argmap.evaluation.framework import Label


class Force(StrEnum):
    """What an argument does to its target."""

    COUNTS = "counts"
    OUTWEIGHED = "outweighed"
    OPEN = "open"
    ANSWERED = "answered"

    @property
    def label(self) -> Label:
        """In three values: whether it has force, has none, or may have."""
        return {Force.COUNTS: Label.IN, Force.OPEN: Label.UNDEC}.get(self, Label.OUT)


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


class Argument(NamedTuple):
    """The force of a step; where it does not count, why not, and the ids of what keeps it from counting."""

    id: str
    force: Force
    cause: Cause | None = None
    by: tuple[str, ...] = ()


def force(ev: Evaluation, step: str) -> Force:
    """The force of a step. Raises KeyError for what is not one."""
    live, counts = ev.labelling.live[step], ev.labelling.counts[step]
    if live is Label.OUT:
        return Force.ANSWERED
    if not ev.graph.counts_by_weight(step):
        return Force.COUNTS if live is Label.IN else Force.OPEN
    if counts is Label.OUT:
        return Force.OUTWEIGHED
    return Force.COUNTS if counts is Label.IN else Force.OPEN


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


class Doubt(StrEnum):
    """What an undecided statement waits for."""

    WEIGHING = "nobody has weighed"
    """`ids` are the arguments on both sides that count, first those for it."""
    FACTS = "hangs on facts"
    """`ids` are what is undecided and what its open arguments hang on, that of most arguments first."""
    VALUES = "hangs on values"
    """Audiences that rank the values differently decide it otherwise; `ids` are the audiences, first those for whom it
    stands."""
    ITSELF = "stands against itself"
    """`ids` are a circle of statements with an odd number of answers, by which one contests itself."""


class Undecided(NamedTuple):
    """One thing that an undecided statement waits for."""

    doubt: Doubt
    ids: tuple[str, ...]
    about: str
    """The statement itself or, where it hangs on another that nobody has weighed or that contests itself, that one."""


def doubts(ev: Evaluation, id: str) -> tuple[Undecided, ...]:
    """What an undecided statement waits for, as far as it can be told apart; empty where it is decided.

    That it hangs on values is told only where the evaluation carries how the audiences receive the debate.
    """
    if ev.labelling.labels.get(id) is not Label.UNDEC:
        return ()
    circle = dispute_tree.contests_itself(ev, id)
    below = [each for each, _ in open_below(ev, id) if each not in circle]
    others = {each: dispute_tree.contests_itself(ev, each) for each in below if not _unweighed(ev, each)}
    found = (
        *(Undecided(Doubt.WEIGHING, _unweighed(ev, each), each) for each in dict.fromkeys([id, *below])),
        Undecided(Doubt.FACTS, tuple(each for each, itself in others.items() if not itself), id),
        Undecided(Doubt.VALUES, _parting(ev, id), id),
        Undecided(Doubt.ITSELF, circle, id),
        *(Undecided(Doubt.ITSELF, itself, each) for each, itself in others.items()),
    )
    return tuple(each for each in found if each.ids)


def _unweighed(ev: Evaluation, id: str) -> tuple[str, ...]:
    """What counts for a weighed statement, itself where it has ground of its own, and what stands against it."""
    if not ev.graph.is_weighed(id):
        return ()
    found, statement = reasons.tally(ev, id), ev.debate.statements[id]
    rivals = [other for other in ev.graph.contradictions.get(id, ()) if ev.label(other) is Label.IN]
    against = (*found.rebuttals.counting, *rivals)
    own = reasons.ground(ev, id) is Label.IN and (statement.evidence or not found.supports.counting)
    pros = found.supports.counting or ((id,) if own else ())
    return (*pros, *against) if pros and against else ()


def open_facts(ev: Evaluation, id: str) -> list[tuple[str, int]]:
    """As `open_below`, without what waits for a weighing and what contests itself."""
    found = ((each, n) for each, n in open_below(ev, id) if not _unweighed(ev, each))
    return [(each, n) for each, n in found if not dispute_tree.contests_itself(ev, each)]


def open_below(ev: Evaluation, id: str) -> list[tuple[str, int]]:
    """The undecided statements on which the open arguments about a statement hang, each with how many of them do: those
    at which the doubt begins, not those to which it spreads."""
    found = Counter[str]()
    for other, is_step in dispute_tree.undecided_below(ev, (id, False)):
        if not is_step or force(ev, other) is Force.OPEN:
            found.update(_roots(ev, (other, is_step), without=id))
    return found.most_common()


def _roots(ev: Evaluation, start: dispute_tree.Node, without: str) -> Iterator[str]:
    """From something undecided down to the statements at which that begins: nobody has weighed them, or nothing else
    that is undecided bears on them; of a circle the first of the file, of one of steps alone the step."""
    seen, waiting, found = dict.fromkeys([start]), [start], False
    while waiting:
        node = waiting.pop()
        below = [each for each in dispute_tree.undecided_below(ev, node) if each[0] != without]
        if not node[1] and (not below or _unweighed(ev, node[0])):
            found = True
            yield node[0]
            continue
        new = [each for each in below if each not in seen]
        seen |= dict.fromkeys(new)
        waiting += new
    if not found:
        circle = _circle(ev, start, without) or seen
        said = [id for id, is_step in circle if not is_step]
        yield min(said, key=ev.framework.statement_numbers.__getitem__) if said else start[0]


def _circle(ev: Evaluation, start: dispute_tree.Node, without: str) -> list[dispute_tree.Node]:
    """The circle to which what is undecided leads; empty where it leads to what is left out."""
    passed, node = dict[dispute_tree.Node, int](), start
    while node not in passed:
        passed[node] = len(passed)
        below = next((each for each in dispute_tree.undecided_below(ev, node) if each[0] != without), None)
        if below is None:
            return []
        node = below
    return list(passed)[passed[node] :]


def _parting(ev: Evaluation, id: str) -> tuple[str, ...]:
    """The audiences that decide it, where they do not all decide alike."""
    if id not in ev.debate.resolution_ids:
        return ()
    from argmap.evaluation.audiences import labels_heard

    labels = ev.once(labels_heard).get(id, {})
    if not {Label.IN, Label.OUT} <= set(labels.values()):
        return ()
    return tuple(name for wanted in (Label.IN, Label.OUT) for name, label in labels.items() if label is wanted)
