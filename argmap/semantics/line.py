"""The line of argument that decides: who has to be right for a statement to stand, or fall, as it does.

From the statement down one finds for each thing that stands one ground, and what met each attack on it; for each
thing that fell, one that brought it down. Those that are live on this way are the line of argument that wins; where
nothing is decided, the line is what counts on both sides.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from argmap.evaluation import Evaluation
from argmap.framework import Label
from argmap.model import Rebuttal
from argmap.reasons import brought_down_by, failing_premises, ground, tally, undercut_by

Met = tuple[str, bool, bool]
"""An id, whether its step is meant rather than its statement, and whether it holds."""


@dataclass(frozen=True)
class Line:
    """`wins`: what is live on the line, the statement itself included where it is not defeated. `met`: all that the
    line speaks of, what it beats as well."""

    wins: frozenset[str]
    met: frozenset[str]


def line_of(ev: Evaluation, id: str) -> Line:
    """The line of argument that decides about a statement (or a bare step), in the labelling of the evaluation."""
    start: Met = (id, id not in ev.labelling.labels, ev.label(id) is not Label.OUT)
    todo, seen = [start], {start}
    while todo:
        for found in _below(ev, *todo.pop()):
            if found not in seen:
                seen.add(found)
                todo.append(found)
    return Line(frozenset(id for id, _, holds in seen if holds), frozenset(id for id, _, _ in seen))


def _below(ev: Evaluation, id: str, is_step: bool, holds: bool) -> Iterator[Met]:
    if is_step:
        yield from _below_step(ev, id, holds)
    elif not holds:
        yield from _fallen(ev, id)
    elif ev.label(id) is Label.UNDEC:
        yield from _undecided(ev, id)
    else:
        yield from _standing(ev, id)


def _below_step(ev: Evaluation, id: str, holds: bool) -> Iterator[Met]:
    statement = ev.debate.statements[id]
    if holds:
        if id in ev.labelling.labels:
            yield id, False, True
        yield from ((premise, False, True) for premise in getattr(statement, "premises", ()))
        yield from ((cutter.id, True, False) for cutter in ev.graph.undercutters(id) if _is_dead(ev, cutter.id))
        return
    label = ev.labelling.live[id]
    needed = Label.IN if label is Label.OUT else label
    cutters = [cutter for cutter in undercut_by(ev, id) if ev.labelling.live[cutter] is needed]
    premises = [premise for premise in failing_premises(ev, id) if ev.label(premise) is label]
    if ev.labelling.labels.get(id) is label:
        yield id, False, False
    elif premises:
        yield premises[0], False, False
    elif cutters:
        yield cutters[0], True, True


def _is_dead(ev: Evaluation, step: str) -> bool:
    return ev.labelling.live[step] is Label.OUT


def _standing(ev: Evaluation, id: str) -> Iterator[Met]:
    found = tally(ev, id)
    weighed = ev.graph.is_weighed(id)
    holding = found.supports.counting if weighed else found.supports.live
    needs_support = not ev.debate.statements[id].evidence and ground(ev, id) is Label.IN
    yield from ((support, True, True) for support in (holding if weighed else holding[: int(needs_support)]))
    yield from ((rebuttal, True, False) for rebuttal in found.rebuttals.dead)
    for weighing in found.comparisons:
        if weighing.live and weighing.lighter in found.rebuttals.outweighed:
            yield from ((weighing.heavier, True, True), (weighing.lighter, True, False))
    yield from ((rival, False, False) for rival in ev.graph.contradictions.get(id, ()) if _is_out(ev, rival))


def _is_out(ev: Evaluation, id: str) -> bool:
    return ev.label(id) is Label.OUT


def _fallen(ev: Evaluation, id: str) -> Iterator[Met]:
    killers = brought_down_by(ev, id)
    if killers and not ev.graph.is_weighed(id):
        killers = killers[:1]
    yield from ((killer, _answers(ev, killer, id), True) for killer in killers)
    if not killers:
        found = tally(ev, id)
        yield from ((support, True, False) for support in found.supports.dead)
        yield from ((rebuttal, True, True) for rebuttal in found.rebuttals.counting)


def _undecided(ev: Evaluation, id: str) -> Iterator[Met]:
    found = tally(ev, id)
    piles: Sequence[str] = (*found.supports.counting, *found.rebuttals.counting)
    yield from ((step, True, True) for step in piles or (*found.supports.undecided, *found.rebuttals.undecided))
    rivals = (rival for rival in ev.graph.contradictions.get(id, ()) if not _is_out(ev, rival))
    yield from ((rival, False, True) for rival in rivals)


def _answers(ev: Evaluation, killer: str, id: str) -> bool:
    """Whether it is by its step, rather than by contradicting it, that one statement is against another."""
    statement = ev.debate.statements[killer]
    return isinstance(statement, Rebuttal) and statement.of == id
