"""Audiences: which resolutions stand for people who rank the values at stake in their own way.

Value-based argumentation (Bench-Capon, *Persuasion in practical argument using value-based argumentation frameworks*,
JLC 2003; Atkinson & Bench-Capon 2007): an attack succeeds for an audience unless the audience prefers the value of
what is attacked to that of the attacker. Here:

- A support or rebuttal **speaks for** every value that it names, promoted or demoted: who says that a plan costs
  soldiers' lives speaks for the soldiers' lives. A claim speaks for the values that it promotes. A bare step that names
  none speaks for those of its premises. With several values, the one that the audience ranks highest is meant.
- An audience prefers the value that it names earlier; values that it does not name rank equal, below all others.
- A rebuttal succeeds unless its target speaks for a value that the audience prefers to every one that the rebuttal
  speaks for. One that speaks for none always succeeds, since facts bind every audience, and so does every one against
  a target that speaks for none: unlike in Bench-Capon's example, where facts rank above every value, to name no value
  is no claim to be one. The same holds between statements that contradict each other, each way by itself.
- An undercutter always succeeds: that a step does not follow is no matter of preference (Modgil & Prakken 2013).
- Where a statement is weighed, its supports and rebuttals are the ones that carry the values: one that speaks for a
  value outweighs one on the other side that speaks only for lower ones, unless the debate itself has compared the two.
  A rebuttal that fails outweighs nothing.

That gives another framework, evaluated by grounded semantics. Strengths are worked out over it too, where they are
asked for: an attack that fails weighs nothing.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from functools import cached_property
from itertools import chain, product
from typing import TypeVar

from argmap.evaluation.audience_verdicts import AudienceVerdict as AudienceVerdict
from argmap.evaluation.audience_verdicts import Shift as Shift
from argmap.evaluation.evaluated import Evaluation
from argmap.evaluation.framework import NEW, Framework, Label, Labelling, Links
from argmap.evaluation.graph import Graph
from argmap.evaluation.grounded import grounded
from argmap.model import Claim, Comparison, Debate, Rebuttal, Statement, Step, Support

S = TypeVar("S", Support, Rebuttal)

Pair = tuple[str, str]

Order = tuple[str, ...]
"""Values, the most important first."""

BUDGET = 400_000
"""How many statements, steps and values are looked at in all before no more moves of values are tried: some seconds.
Every audience has its share."""


def values_of(debate: Debate, statement: Statement) -> frozenset[str]:
    """The values that a statement, or a bare step, speaks for."""
    stakes = statement.values
    if isinstance(statement, Claim):
        return frozenset(stakes.promotes if stakes else ())
    if stakes is None and statement.is_bare:
        premises = (debate.statements[id] for id in statement.premise_ids)
        return frozenset().union(*(values_of(debate, each) for each in premises if each.text is not None))
    return frozenset((*stakes.promotes, *stakes.demotes) if stakes else ())


@dataclass(frozen=True)
class Preference:
    """That an audience puts one value before another, for which something else speaks at best."""

    value: str
    over: str

    def __str__(self) -> str:
        return f"{self.value} comes before {self.over}"


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
    order, hearing = ev.debate.audiences[audience], _Hearing(ev)
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
    hearing = _Hearing(ev)
    labels = {audience: hearing.labelling(order).labels for audience, order in ev.debate.audiences.items()}
    return tuple(AudienceVerdict(name, claim.id, found[claim.id], ()) for name, found in labels.items()
                 for claim in ev.debate.resolutions)  # fmt: skip


def audience_verdicts(ev: Evaluation) -> tuple[AudienceVerdict, ...]:
    """How every resolution stands for every audience, and what each would have to be convinced of; nothing where one of
    them hears the debate already."""
    if isinstance(ev, AudienceEvaluation):
        return ()
    hearing, resolutions = _Hearing(ev), [claim.id for claim in ev.debate.resolutions]
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
    found, every = _shifts(_Hearing(whole), ev.ranking, [id], BUDGET)
    return found[id], every


def _shifts(
    hearing: _Hearing, order: Order, ids: Sequence[str], most: int
) -> tuple[dict[str, tuple[Shift, ...]], bool]:
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


def _raised(hearing: _Hearing, order: Order) -> Iterator[Move]:
    """Every value moved up, by one place and by more."""
    for value in hearing.values:
        at = order.index(value) if value in order else None
        rest = tuple(each for each in order if each != value)
        places = range(len(rest) if at is None else at - 1, -1, -1)
        for place in places:
            over = rest[place] if place < len(rest) else None
            yield value, over, False, (*rest[:place], value, *rest[place:])


def _lowered(hearing: _Hearing, order: Order) -> Iterator[Move]:
    """Every value moved down, by one place and by more, and at last among those that are not ranked."""
    for value in (each for each in hearing.values if each in order):
        rest = tuple(each for each in order if each != value)
        for place in range(order.index(value) + 1, len(rest) + 1):
            yield value, rest[place - 1], True, (*rest[:place], value, *rest[place:])
        if not {*hearing.values} <= {*order}:
            yield value, None, True, rest


@dataclass(frozen=True)
class _Ruling:
    """What follows from an order of the values: the framework without the attacks that fail; these, (attacker,
    attacked), with why; and the value that each step speaks for."""

    heard: Framework
    failed: Mapping[Pair, Preference]
    carried: Sequence[Voice]

    @cached_property
    def framework(self) -> Framework:
        """With what is compared."""
        return replace(self.heard, outweighers=_with(self.heard.outweighers, self.compared))

    @cached_property
    def compared(self) -> Mapping[Numbers, Preference]:
        """What is compared beside the debate's own comparisons, by number (heavier step, lighter one), with why: only
        where somebody asks, since there may be very many."""
        return dict(_compared(self.heard, self.carried))

    @cached_property
    def heavier(self) -> Mapping[Pair, Preference]:
        """What is compared, by id."""
        steps = self.heard.steps
        return {(steps[heavier], steps[lighter]): why for (heavier, lighter), why in self.compared.items()}


class _Hearing:
    """A debate before audiences: what each statement and step speaks for, and what follows from each order."""

    def __init__(self, ev: Evaluation) -> None:
        self.framework, self.debate = ev.framework, ev.debate
        statements = ev.debate.statements
        self.said = [values_of(ev.debate, statements[id]) for id in self.framework.statements]
        self.carried = [values_of(ev.debate, statements[id]) for id in self.framework.steps]
        self.rebuttals = {(each.id, each.of) for each in ev.debate.rebuttals}
        self.known: dict[Order, Labelling] = {}
        self.spent = 0
        """Statements, steps and values looked at so far."""

    @cached_property
    def values(self) -> tuple[str, ...]:
        """The values that something speaks for, in the debate's order."""
        used = frozenset().union(*self.said, *self.carried)
        return tuple(value for value in self.debate.values if value in used)

    def labelling(self, order: Order) -> Labelling:
        """The grounded labelling for who ranks the values so."""
        if order not in self.known:
            ruling, whole = self.ruling(order), self.framework
            self.spent += len(whole.statements) + len(whole.steps)
            found = grounded(_laddered(ruling.heard, ruling.carried))
            labels, live, counts = (
                dict(zip(ids, labels.values(), strict=False))  # without the rungs, which come last
                for ids, labels in (
                    (whole.statements, found.labels),
                    (whole.steps, found.live),
                    (whole.steps, found.counts),
                )
            )
            idle = {
                attacker: Label.OUT for attacker, attacked in ruling.failed if (attacker, attacked) in self.rebuttals
            }
            self.known[order] = Labelling(labels, live, counts | idle)
        return self.known[order]

    def ruling(self, order: Order) -> _Ruling:
        """What follows for who ranks the values so."""
        said, carried = self._voices(self.said, order), self._voices(self.carried, order)
        whole, names, steps = self.framework, self.framework.statements, self.framework.steps
        rebuttals = dict(_failing(whole.rebuttals, said, carried))
        contradicts = dict(_failing(whole.contradicts, said, said))
        idle = {r for r, _ in rebuttals}
        framework = replace(
            whole,
            rebuttals=_without(whole.rebuttals, rebuttals),
            contradicts=_without(whole.contradicts, contradicts),
            outweighers=[[h for h in heavier if h not in idle] if heavier else () for heavier in whole.outweighers],
        )
        failed = {(steps[r], names[x]): why for (r, x), why in rebuttals.items()}
        failed |= {(names[y], names[x]): why for (y, x), why in contradicts.items()}
        return _Ruling(framework, failed, carried)

    def _voices(self, spoken: Sequence[frozenset[str]], order: Order) -> list[Voice]:
        """The value that is meant where something speaks for several: the highest, and its rank."""
        ranks = {value: rank for rank, value in enumerate(order)}
        return [min(((ranks.get(v, len(ranks)), v) for v in values), default=None) for values in spoken]


Voice = tuple[int, str] | None
"""The best value that something speaks for, and its rank, 0 the highest; None where it speaks for none."""

Numbers = tuple[int, int]


def _prefers(one: Voice, other: Voice) -> Preference | None:
    """Why the audience prefers what the one speaks for; None where it does not."""
    if one is None or other is None or one[0] >= other[0]:
        return None
    return Preference(one[1], other[1])


def _failing(attacks: Links, said: Sequence[Voice], voices: Sequence[Voice]) -> Iterator[tuple[Numbers, Preference]]:
    """The attacks, (attacker, attacked), whose target speaks for something more important; with why."""
    for x, attackers in enumerate(attacks):
        for attacker in attackers if said[x] else ():
            if why := _prefers(said[x], voices[attacker]):
                yield (attacker, x), why


def _compared(framework: Framework, carried: Sequence[Voice]) -> Iterator[tuple[Numbers, Preference]]:
    """The comparisons, (heavier, lighter), that the audience makes between the two sides of what is weighed, where
    the debate has made none; with why."""
    made = framework.outweighers
    for x, weighed in enumerate(framework.weighed):
        for pair in product(framework.supports[x], framework.rebuttals[x]) if weighed else ():
            for heavier, lighter in (pair, pair[::-1]):
                why = _prefers(carried[heavier], carried[lighter])
                if why and heavier not in made[lighter] and lighter not in made[heavier]:
                    yield (heavier, lighter), why


def _laddered(framework: Framework, carried: Sequence[Voice]) -> Framework:
    """The same as with all that `_compared` finds, in as much room as there are steps: the steps of a side are the
    rungs of a ladder, by rank, and what is outweighed is so by the rung above it, which is live where any step there or
    higher is. The rungs are statements after all others, each with a step."""
    ladders = _Ladders(framework, carried)
    for x, weighed in enumerate(framework.weighed):
        if weighed:
            ladders.lean(framework.supports[x], framework.rebuttals[x])
            ladders.lean(framework.rebuttals[x], framework.supports[x])
    return ladders.framework()


class _Ladders:
    """A framework to which rungs are added."""

    def __init__(self, framework: Framework, carried: Sequence[Voice]) -> None:
        self.plain, self.carried = framework, carried
        self.written = {(h, s) for s, heavier in enumerate(framework.outweighers) for h in heavier}
        self.has_written = {step for pair in self.written for step in pair}
        self.outweighers = list(framework.outweighers)
        self.rungs: list[Sequence[int]] = []
        """For each rung the steps on it, and the step of the rung above."""

    def lean(self, heavier: Sequence[int], lighter: Sequence[int]) -> None:
        """Lean the steps of one side against those of the other, except where the debate has compared the two."""
        by_rank: defaultdict[int, list[int]] = defaultdict(list)
        for step in heavier:
            if (voice := self.carried[step]) is not None:
                by_rank[voice[0]].append(step)
        ranks = sorted(by_rank)
        rungs = self._climb([by_rank[rank] for rank in ranks]) if lighter else []
        for step in lighter:
            voice = self.carried[step]
            above = bisect_left(ranks, voice[0]) if voice else 0
            if step in self.has_written:
                higher = chain.from_iterable(by_rank[rank] for rank in ranks[:above])
                over = [h for h in higher if not {(h, step), (step, h)} & self.written]
            else:
                over = rungs[above - 1 : above] if above else []
            self.outweighers[step] = (*self.outweighers[step], *over)

    def _climb(self, ranked: Iterable[Sequence[int]]) -> list[int]:
        """A rung for each rank, the highest first: their steps."""
        first = len(self.plain.steps) + len(self.rungs)
        for n, steps in enumerate(ranked):
            self.rungs.append([*steps, first + n - 1] if n else steps)
        return list(range(first, len(self.plain.steps) + len(self.rungs)))

    def framework(self) -> Framework:
        """The framework with the rungs."""
        plain, n = self.plain, len(self.rungs)
        none: Links = [()] * n
        return replace(
            plain,
            statements=(*plain.statements, *[NEW] * n),
            steps=(*plain.steps, *[NEW] * n),
            given=[*plain.given, *[False] * n],
            weighed=[*plain.weighed, *[False] * n],
            supports=[*plain.supports, *self.rungs],
            rebuttals=[*plain.rebuttals, *none],
            contradicts=[*plain.contradicts, *none],
            conditions=[*plain.conditions, *((len(plain.statements) + rung,) for rung in range(n))],
            needs=[*plain.needs, *none],
            undercutters=[*plain.undercutters, *none],
            outweighers=[*self.outweighers, *none],
        )


def _without(attacks: Links, failing: Container[Numbers]) -> Links:
    return [
        [each for each in attackers if (each, x) not in failing] if attackers else ()
        for x, attackers in enumerate(attacks)
    ]


def _with(outweighers: Links, compared: Iterable[Numbers]) -> Links:
    more: dict[int, list[int]] = {}
    for heavier, lighter in compared:
        more.setdefault(lighter, []).append(heavier)
    return [(*found, *more[n]) if n in more else found for n, found in enumerate(outweighers)]


class _HeardGraph(Graph):
    """A debate's graph without the attacks that fail with an audience, and with the comparisons that it makes. What
    side a statement is on is not for an audience to say."""

    def __init__(self, whole: Graph, ruling: _Ruling) -> None:
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
