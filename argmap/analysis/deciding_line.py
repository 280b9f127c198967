"""The line of argument that decides: who has to be right for a statement to stand, or fall, as it does.

From the statement down one finds for each thing that stands one ground, and what met each attack on it; for each
thing that fell, what brought it down, and where it is weighed what outweighs each thing that is live for it. Those that
hold on this way are the line of argument that wins: no more of them than it takes, so that of several considerations
that would each be enough one is marked and the others are beside it. Whoever leaves the line alone leaves the label as
it is. Where nothing is decided, the line is what is live on both sides, and why it is.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from argmap.analysis.proofs import Compiled
from argmap.evaluation.evaluated import Evaluation
from argmap.evaluation.framework import Label
from argmap.evaluation.reasons import (
    Pile,
    Tally,
    brought_down_by,
    failing_premises,
    ground,
    lacks_ground,
    live_in,
    tally,
    undercut_by,
)
from argmap.model import Claim, Rebuttal, Support

Met = tuple[str, bool, bool]
"""An id, whether its step is meant rather than its statement, and whether it holds."""

MOST = 20
"""How many statements of a line are shown: as many as a picture has room for that can be read on one page."""


@dataclass(frozen=True)
class Line:
    """`wins`: what the line needs to hold, the statement itself included where it is not defeated. `met`: all that the
    line speaks of, what it beats as well. `more`: how many statements further away are left out of both."""

    wins: frozenset[str]
    met: frozenset[str]
    more: int = 0


class _Stages:
    """When each thing was decided in the grounded model: what came before another thing does not rest on it. So it is
    with the proofs of `argmap.analysis.proofs`."""

    def __init__(self, ev: Evaluation) -> None:
        solved = Compiled(ev.framework).solve()
        stage, self._never = solved.network.stage, len(solved.network.value)
        self._statement = {id: stage[atom] for atom, id in enumerate(ev.framework.statements) if atom in stage}
        live = zip(ev.framework.steps, solved.of.live, strict=True)
        self._step = {id: stage[atom] for id, atom in live if atom in stage}

    def first(self, found: Sequence[Met], than: tuple[str, bool]) -> Sequence[Met]:
        """Of some things those that were decided no later than another, (id, whether its step); all where there is
        none such."""
        return [each for each in found if not self.is_later(each, than)] or found

    def steps(self, ids: Iterable[str], than: str) -> list[str]:
        """The same of steps that speak for or against a statement, the first of them first."""
        found = self.first([(id, True, True) for id in ids], (than, False))
        return [id for id, _, _ in sorted(found, key=lambda each: self._at(each[0], True))]

    def is_later(self, met: Met, than: tuple[str, bool]) -> bool:
        """Whether the one was decided after the other."""
        return self._at(met[0], met[1]) > self._at(*than)

    def _at(self, id: str, is_step: bool) -> int:
        return (self._step if is_step else self._statement).get(id, self._never)


def line_of(ev: Evaluation, id: str, most: int = MOST) -> Line:
    """The line of argument that decides about a statement (or a bare step), in the labelling of the evaluation: the
    nearest `most` statements of it, so that what is shown always hangs together."""
    start: Met = (id, id not in ev.labelling.labels, ev.label(id) is not Label.OUT)
    todo, seen, order, stages = deque([start]), {start}, list[Met](), _Stages(ev)
    while todo:
        order.append(todo.popleft())
        below = [found for found in dict.fromkeys(_below(ev, stages, *order[-1])) if found not in seen]
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


def _below(ev: Evaluation, stages: _Stages, id: str, is_step: bool, holds: bool) -> Iterator[Met]:
    if is_step:
        yield from _below_step(ev, stages, id, holds)
    elif not holds:
        yield from _fallen(ev, stages, id)
    elif ev.label(id) is Label.UNDEC:
        yield from _undecided(ev, id)
    else:
        yield from _standing(ev, stages, id)


def _below_step(ev: Evaluation, stages: _Stages, id: str, holds: bool) -> Iterator[Met]:
    statement = ev.debate.statements[id]
    if holds:
        if id in ev.labelling.labels:
            yield id, False, True
        if not isinstance(statement, Claim):
            yield from ((premise, premise in statement.needed_steps, True) for premise in statement.premise_ids)
        yield from ((cutter.id, True, False) for cutter in ev.graph.undercutters(id) if _is_dead(ev, cutter.id))
        return
    label = ev.labelling.live[id]
    if label is Label.IN or _is_idle(ev, id):  # it is only outweighed: nothing else need be amiss with it
        return
    needed = Label.IN if label is Label.OUT else label
    cutters = [cutter for cutter in undercut_by(ev, id) if ev.labelling.live[cutter] is needed]
    steps = () if isinstance(statement, Claim) else statement.needed_steps
    own = [id] if ev.labelling.labels.get(id) is label else []
    failing = ((each, each in steps, False) for each in failing_premises(ev, id, label))
    reasons = [*((each, False, False) for each in own), *failing, *((cutter, True, True) for cutter in cutters)]
    yield from stages.first(reasons, (id, True))[:1]


def _is_idle(ev: Evaluation, step: str) -> bool:
    """Whether something outweighs it in any case, where that matters."""
    statement = ev.debate.statements[step]
    weighed = isinstance(statement, Rebuttal | Support) and bool(statement.of) and ev.graph.is_weighed(statement.target)
    return weighed and ev.labelling.counts[step] is Label.OUT and not _is_dead(ev, step)


def _is_dead(ev: Evaluation, step: str) -> bool:
    return ev.labelling.live[step] is Label.OUT


def _standing(ev: Evaluation, stages: _Stages, id: str) -> Iterator[Met]:
    found = tally(ev, id)
    weighed = ev.graph.is_weighed(id)
    holding = found.supports.counting if weighed else found.supports.live
    beaten = _beaten(found, found.rebuttals, stages, id)
    able = _outweighing(found, stages, beaten, id)
    needs_support = not ev.debate.statements[id].evidence and ground(ev, id) is Label.IN
    early = stages.steps(holding, id)
    grounds = [*(step for step in early if step in able), *early][: int(needs_support)]
    for step in dict.fromkeys((*grounds, *able)):
        yield step, True, True
    yield from ((support, True, False) for support in (holding if weighed else ()) if support not in (*grounds, *able))
    yield from ((rebuttal, True, False) for rebuttal in dict.fromkeys((*found.rebuttals.dead, *beaten)))
    yield from ((rival, False, False) for rival in ev.graph.contradictions.get(id, ()) if _is_out(ev, rival))


def _is_out(ev: Evaluation, id: str) -> bool:
    return ev.label(id) is Label.OUT


def _fallen(ev: Evaluation, stages: _Stages, id: str) -> Iterator[Met]:
    if ev.graph.is_weighed(id):
        yield from _outweighed(ev, stages, id)
        return
    killers = [(killer, _answers(ev, killer, id), True) for killer in brought_down_by(ev, id)]
    first = stages.first(killers, (id, False))[:1]
    if first and not (lacks_ground(ev, id) and stages.is_later(first[0], (id, False))):
        yield from first
    else:
        yield from ((support, True, False) for support in tally(ev, id).supports.dead)


def _outweighed(ev: Evaluation, stages: _Stages, id: str) -> Iterator[Met]:
    """What outweighs all that speaks for a weighed statement; or where something does count for it, what decides."""
    found, rivals = tally(ev, id), ev.graph.contradictions.get(id, ())
    pros, cons = found.supports, found.rebuttals
    beaten = _beaten(found, pros, stages, id)
    able = _outweighing(found, stages, beaten, id)
    decides = bool(pros.counting)
    yield from ((step, True, True) for step in able)
    yield from ((step, True, decides) for step in cons.counting if step not in able)
    yield from ((support, True, False) for support in dict.fromkeys((*beaten, *pros.counting, *pros.dead)))
    yield from ((rival, False, True) for rival in rivals if decides and ev.label(rival) is Label.IN)


def _beaten(found: Tally, pile: Pile, stages: _Stages, id: str) -> tuple[str, ...]:
    """What something has to outweigh: what is not dead, or was dead only after the statement was decided."""
    lighter = {made.lighter for made in found.comparisons if made.live}
    late = (step for step in pile.dead if step in lighter and stages.is_later((step, True, False), (id, False)))
    return (*pile.outweighed, *pile.idle, *late)


def _outweighing(found: Tally, stages: _Stages, lighter_ones: Sequence[str], id: str) -> list[str]:
    """A few live steps that outweigh all of these between them: first that which outweighs most, among equals one that
    counts itself."""
    counting = {*found.supports.counting, *found.rebuttals.counting}
    beats: dict[str, set[str]] = {}
    for made in found.comparisons:
        if made.live and made.lighter in lighter_ones:
            beats.setdefault(made.heavier, set()).add(made.lighter)
    left, chosen = {*lighter_ones}, list[str]()
    for able in (stages.steps(beats, id), [*beats]):
        while any(beats[each] & left for each in able):
            chosen.append(max(able, key=lambda each: (len(beats[each] & left), each in counting)))
            left -= beats[chosen[-1]]
    return chosen


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
