"""Audiences: which resolutions stand for people who rank the values at stake in their own way.

What a ranking does to the debate is worked out in `value_rankings`; here is a debate as an audience hears it, and which
moves of values would give it another verdict.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from functools import cached_property
from itertools import chain
from typing import TypeVar

from argmap.evaluation.audience_verdicts import AudienceVerdict as AudienceVerdict
from argmap.evaluation.audience_verdicts import Shift as Shift
from argmap.evaluation.evaluated import Evaluation
from argmap.evaluation.framework import Framework, Label, Labelling
from argmap.evaluation.graph import Graph
from argmap.evaluation.value_rankings import Hearing, Order, Pair, Preference, Ruling
from argmap.model import Comparison, Rebuttal, Step, Support

S = TypeVar("S", Support, Rebuttal)


BUDGET = 400_000
"""How many statements, steps and values are looked at in all before no more moves of values are tried: some seconds.
Every audience has its share."""


@dataclass(frozen=True)
class AudienceEvaluation(Evaluation):
    """A debate as it stands for an audience.

    Its graph is without the attacks that fail, each supporting or rebutting step outweighs what it outweighs for this
    audience, and its framework says the same, so that whatever explains it need not know of audiences.
    """

    audience: str = ""
    ranking: Order = ()
    failed: Mapping[Pair, Preference] = field(default_factory=dict)
    """The attacks that do not succeed, (attacker, attacked), and why."""
    heavier: Mapping[Pair, Preference] = field(default_factory=dict)
    """What the audience itself weighs, beside the debate's comparisons: (heavier step, lighter one), and why."""
    compiled: Framework | None = None

    @cached_property
    def framework(self) -> Framework:
        """The debate compiled as this audience hears it."""
        return self.compiled or Framework.of(self.debate, self.graph)

    @property
    def presumed(self) -> Collection[Pair]:
        """What the audience itself weighs: a comparison of the debate goes before it."""
        return self.heavier.keys()

    def unheard(self, step: str) -> Preference | None:
        """Why a rebuttal does not succeed with this audience against what it contests; None where that is not so."""
        statement = self.debate.statements[step]
        return self.failed.get((step, statement.of)) if isinstance(statement, Rebuttal) and statement.of else None

    def failing(self, attacked: str, every: bool = False) -> Iterator[tuple[str, Preference]]:
        """What is live against a statement (with `every`: or not), and fails with this audience; with why."""
        for (attacker, target), why in self.failed.items():
            standing = self.labelling.live.get(attacker) or self.label(attacker)
            if target == attacked and (every or standing is not Label.OUT):
                yield attacker, why


def for_audience(ev: Evaluation, audience: str) -> AudienceEvaluation:
    """The debate as it stands for an audience of debate.yaml. Raises KeyError for one that is not there.

    A rebuttal that fails for want of an important value is live and does not count.
    """
    order, hearing = ev.debate.audiences[audience], Hearing(ev)
    ruling = hearing.ruling(order)
    own = {each.name: getattr(ev, each.name) for each in fields(Evaluation)}
    own |= {"graph": _HeardGraph(ev.graph, ruling), "labelling": hearing.labelling(order)}
    return AudienceEvaluation(**own, audience=audience, ranking=order, failed=ruling.failed, heavier=ruling.heavier,
                 compiled=ruling.framework)  # fmt: skip


def standings(ev: Evaluation) -> tuple[AudienceVerdict, ...]:
    """How every resolution stands for every audience, and no more than that; nothing where one of them hears the debate
    already."""
    if isinstance(ev, AudienceEvaluation):
        return ()
    known = ev.once(_as_ranked)
    return tuple(AudienceVerdict(audience, claim.id, known[order].labels[claim.id], ())
                 for audience, order in ev.debate.audiences.items() for claim in ev.debate.resolutions)  # fmt: skip


def labels_heard(ev: Evaluation) -> Mapping[str, Mapping[str, Label]]:
    """Each resolution's label for every audience, by the resolution's id."""
    found: defaultdict[str, dict[str, Label]] = defaultdict(dict)
    for each in ev.once(standings):
        found[each.resolution][each.audience] = each.label
    return found


def _as_ranked(ev: Evaluation) -> Mapping[Order, Labelling]:
    """The labelling for each order in which an audience ranks the values."""
    hearing = Hearing(ev)
    return {order: hearing.labelling(order) for order in ev.debate.audiences.values()}


def audience_verdicts(ev: Evaluation) -> tuple[AudienceVerdict, ...]:
    """How every resolution stands for every audience, and what each would have to be convinced of; nothing where one of
    them hears the debate already."""
    if isinstance(ev, AudienceEvaluation):
        return ()
    hearing, resolutions = Hearing(ev), [claim.id for claim in ev.debate.resolutions]
    hearing.known |= ev.once(_as_ranked)
    found: list[AudienceVerdict] = []
    audiences, left = ev.debate.audiences, BUDGET
    for n, (audience, order) in enumerate(audiences.items()):
        labels, before = hearing.labelling(order).labels, hearing.spent
        shifts, every = _shifts(hearing, order, resolutions, left // (len(audiences) - n))
        left -= hearing.spent - before
        found += [AudienceVerdict(audience, id, labels[id], shifts[id], every) for id in resolutions]
    return tuple(found)


def shifts(ev: AudienceEvaluation, id: str) -> tuple[tuple[Shift, ...], bool]:
    """Each move of one value by which a statement would get another label with this audience, none for a bare step; and
    whether every move was tried."""
    if id not in ev.labelling.labels:
        return (), True
    whole = Evaluation(ev.debate, Graph(ev.debate), ev.labelling)  # as nobody in particular hears it
    found, every = _shifts(Hearing(whole), ev.ranking, [id], BUDGET)
    return found[id], every


def _shifts(hearing: Hearing, order: Order, ids: Sequence[str], most: int) -> tuple[dict[str, tuple[Shift, ...]], bool]:
    """What changes each of these labels, and whether every move was tried within the effort."""
    labels, most = hearing.labelling(order).labels, hearing.spent + most
    found: dict[str, list[Shift]] = {id: [] for id in ids}
    done: set[tuple[str, str, bool]] = set()
    every = True
    for value, over, less, moved in chain(_raised(hearing, order), _lowered(hearing, order)):
        hearing.spent += len(moved) + len(ids)
        if not (every := hearing.spent <= most):
            break
        for id in ids:
            label = hearing.labelling(moved).labels[id]
            if label is not labels[id] and (id, value, less) not in done:
                done.add((id, value, less))
                if not (less and any(_same(each, value, over, label) for each in found[id])):
                    found[id].append(Shift(value, over, label, less, moved))
    return {id: tuple(each) for id, each in found.items()}, every


def _same(raised: Shift, value: str, over: str | None, label: Label) -> bool:
    """Whether it was said already that the second value matters more than the first: this move says it of the same two,
    with the same effect, by moving the first."""
    return (raised.value, raised.over, raised.label) == (over, value, label)


Move = tuple[str, str | None, bool, Order]
"""A value, what it comes to precede (or with True, to follow), and the order then."""


def _raised(hearing: Hearing, order: Order) -> Iterator[Move]:
    """Every value moved up, by one place and by more."""
    for value in hearing.values:
        at = order.index(value) if value in order else None
        rest = tuple(each for each in order if each != value)
        places = range(len(rest) if at is None else at - 1, -1, -1)
        for place in places:
            over = rest[place] if place < len(rest) else None
            yield value, over, False, (*rest[:place], value, *rest[place:])


def _lowered(hearing: Hearing, order: Order) -> Iterator[Move]:
    """Every value moved down, by one place and by more, and at last among those that are not ranked."""
    for value in (each for each in hearing.values if each in order):
        rest = tuple(each for each in order if each != value)
        for place in range(order.index(value) + 1, len(rest) + 1):
            yield value, rest[place - 1], True, (*rest[:place], value, *rest[place:])
        if not {*hearing.values} <= {*order}:
            yield value, None, True, rest


class _HeardGraph(Graph):
    """A debate's graph without the attacks that fail with an audience, and with the comparisons that it makes. What
    side a statement is on is not for an audience to say."""

    def __init__(self, whole: Graph, ruling: Ruling) -> None:
        super().__init__(whole.debate)
        self._whole, self._failed = whole, ruling.failed
        made: defaultdict[str, list[Comparison]] = defaultdict(list)
        for (heavier, lighter), why in ruling.heavier.items():
            made[heavier].append(Comparison(over=lighter, because=str(why)))
        self._supports = {x: [_weighing(s, made) for s in steps] for x, steps in self._supports.items()}
        self._rebuttals = {
            x: [_weighing(r, made) for r in steps if (r.id, x) not in ruling.failed]
            for x, steps in self._rebuttals.items()
        }
        supports, rebuttals = self._supports.values(), self._rebuttals.values()
        heard: list[Step] = [*chain.from_iterable(supports), *chain.from_iterable(rebuttals)]
        self._weighing = [step for step in heard if step.outweighs]

    @cached_property
    def contradictions(self) -> Mapping[str, tuple[str, ...]]:
        """For each statement those that contradict it and succeed with the audience."""
        every = self._whole.contradictions.items()
        return {x: tuple(other for other in others if (other, x) not in self._failed) for x, others in every}

    @property
    def written(self) -> Sequence[Pair]:
        """As in the whole debate."""
        return self._whole.written

    @cached_property
    def sides(self) -> Mapping[str, str | None]:
        """As in the whole debate."""
        return self._whole.sides

    @cached_property
    def reach(self) -> Mapping[str, Mapping[str, frozenset[str]]]:
        """As in the whole debate."""
        return self._whole.reach


def _weighing(step: S, made: Mapping[str, Sequence[Comparison]]) -> S:
    more: Sequence[Comparison] = made.get(step.id) or ()
    return step.model_copy(update={"outweighs": (*step.outweighs, *more)}) if more else step
