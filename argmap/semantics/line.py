"""The line of argument that decides: who has to be right for a statement to stand, or fall, as it does.

From the statement down one finds for each thing that stands one ground, and what met each attack on it; for each
thing that fell, what brought it down, and what that was stronger than. Those that are live on this way, and count, are
the line of argument that wins; where nothing is decided, the line is what is live on both sides, and why it is.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from argmap.evaluation import Evaluation
from argmap.framework import Label
from argmap.model import Rebuttal
from argmap.reasons import Tally, brought_down_by, failing_premises, ground, tally, undercut_by
from argmap.semantics.report import live_in

Met = tuple[str, bool, bool]
"""An id, whether its step is meant rather than its statement, and whether it holds."""

MOST = 20
"""How many statements of a line are shown: as many as a picture has room for that can be read on one page."""


@dataclass(frozen=True)
class Line:
    """`wins`: what is live on the line and counts, the statement itself included where it is not defeated. `met`: all
    that the line speaks of, what it beats as well. `more`: how many statements further away are left out of both."""

    wins: frozenset[str]
    met: frozenset[str]
    more: int = 0


def line_of(ev: Evaluation, id: str, most: int = MOST) -> Line:
    """The line of argument that decides about a statement (or a bare step), in the labelling of the evaluation: the
    nearest `most` statements of it, so that what is shown always hangs together."""
    start: Met = (id, id not in ev.labelling.labels, ev.label(id) is not Label.OUT)
    todo, seen, order = deque([start]), {start}, list[Met]()
    while todo:
        order.append(todo.popleft())
        below = [found for found in dict.fromkeys(_below(ev, *order[-1])) if found not in seen]
        seen.update(below)
        if order[-1][2]:
            todo.extend(below)
        else:  # what brought a thing down is shown beside it, or neither
            todo.extendleft(reversed(below))
    every = list(dict.fromkeys(each for each, _, _ in order))
    met = frozenset(_whole(order, every[:most]) if len(every) > most else every)
    return Line(frozenset(each for each, _, holds in order if holds and each in met), met, len(every) - len(met))


def _whole(order: Sequence[Met], ids: list[str]) -> list[str]:
    """The ids without those at the end that fell, where it would be left out why."""
    fell = {id for id, _, holds in order if not holds} - {id for id, _, holds in order if holds}
    while len(ids) > 1 and ids[-1] in fell:
        ids = ids[:-1]
    return ids


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
    if label is Label.IN:  # it is only outweighed: nothing is amiss with it
        return
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
    for heavier, lighter in _outweighing(found, found.rebuttals.outweighed):
        yield from ((heavier, True, _counts(ev, heavier)), (lighter, True, False))
    yield from ((rival, False, False) for rival in ev.graph.contradictions.get(id, ()) if _is_out(ev, rival))


def _is_out(ev: Evaluation, id: str) -> bool:
    return ev.label(id) is Label.OUT


def _fallen(ev: Evaluation, id: str) -> Iterator[Met]:
    if ev.graph.is_weighed(id):
        yield from _outweighed(ev, id)
        return
    killers = brought_down_by(ev, id)[:1]
    yield from ((killer, _answers(ev, killer, id), True) for killer in killers)
    if not killers:
        yield from ((support, True, False) for support in tally(ev, id).supports.dead)


def _outweighed(ev: Evaluation, id: str) -> Iterator[Met]:
    """What counts against a weighed statement, and what speaks for it and did not help."""
    found, rivals = tally(ev, id), ev.graph.contradictions.get(id, ())
    pros = found.supports
    yield from ((rebuttal, True, True) for rebuttal in found.rebuttals.counting)
    for heavier, lighter in _outweighing(found, pros.outweighed):
        yield from ((lighter, True, False), (heavier, True, _counts(ev, heavier)))
    yield from ((support, True, False) for support in (*pros.counting, *([] if pros.live else pros.dead)))
    yield from ((rival, False, True) for rival in rivals if ev.label(rival) is Label.IN)


def _outweighing(found: Tally, lighter_ones: Sequence[str]) -> Iterator[tuple[str, str]]:
    """For each of these steps one live step that outweighs it, (heavier, lighter); one that counts itself, if any."""
    counting = {*found.supports.counting, *found.rebuttals.counting}
    for lighter in lighter_ones:
        able = [w.heavier for w in found.comparisons if w.live and w.lighter == lighter]
        yield from ((heavier, lighter) for heavier in sorted(able, key=lambda each: each not in counting)[:1])


def _counts(ev: Evaluation, step: str) -> bool:
    return ev.labelling.counts[step] is Label.IN


def _undecided(ev: Evaluation, id: str) -> Iterator[Met]:
    found = tally(ev, id)
    piles: Sequence[str] = (*found.supports.undecided, *found.rebuttals.undecided)
    if ev.graph.is_weighed(id):
        sides = zip_longest(live_in(ev, found.supports), live_in(ev, found.rebuttals))  # so that both get their room
        live = (step for pair in sides for step in pair if step)
        piles = [step for step in live if ev.labelling.counts[step] is not Label.OUT] or piles
    yield from ((step, True, True) for step in piles)
    may = (w.heavier for w in found.comparisons if w.lighter in piles and ev.labelling.live[w.heavier] is Label.UNDEC)
    yield from ((heavier, True, True) for heavier in may)
    rivals = (rival for rival in ev.graph.contradictions.get(id, ()) if not _is_out(ev, rival))
    yield from ((rival, False, True) for rival in rivals)


def _answers(ev: Evaluation, killer: str, id: str) -> bool:
    """Whether it is by its step, rather than by contradicting it, that one statement is against another."""
    statement = ev.debate.statements[killer]
    return isinstance(statement, Rebuttal) and statement.of == id
