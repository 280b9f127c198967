"""What follows from a ranking of values: attacks that fail, comparisons that are made, and how all stands then.

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
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain, product

from argmap.evaluation.evaluated import Evaluation
from argmap.evaluation.framework import NEW, Framework, Label, Labelling, Links
from argmap.evaluation.grounded import grounded
from argmap.model import Claim, Debate, Statement

Pair = tuple[str, str]

Order = tuple[str, ...]
"""Values, the most important first."""


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
class Ruling:
    """What follows from an order of the values: the framework without the attacks that fail; these, (attacker,
    attacked), with why; and the value that each step speaks for."""

    heard: Framework
    failed: Mapping[Pair, Preference]
    carried: Sequence[Voice]

    @cached_property
    def framework(self) -> Framework:
        """The framework with the comparisons that the ranking makes."""
        return replace(self.heard, outweighers=_with(self.heard.outweighers, self.compared))

    @cached_property
    def compared(self) -> Mapping[Numbers, Preference]:
        """What is compared beside the debate's own comparisons, by number (heavier step, lighter one), with why: only
        where somebody asks, since there may be very many."""
        return dict(_compared(self.heard, self.carried))

    @cached_property
    def heavier(self) -> Mapping[Pair, Preference]:
        """The comparisons that the ranking makes, by id (heavier step, lighter one), with why."""
        steps = self.heard.steps
        return {(steps[heavier], steps[lighter]): why for (heavier, lighter), why in self.compared.items()}

    def heavier_pairs(self, most: int) -> list[Pair] | None:
        """What is compared, by id; None where it is more than so many pairs, which are then not gone through."""
        if _fewest(self.heard, self.carried) > most or len(self.compared) > most:
            return None
        return [*self.heavier]


class Hearing:
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

    def ruling(self, order: Order) -> Ruling:
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
        return Ruling(framework, failed, carried)

    def _voices(self, spoken: Sequence[frozenset[str]], order: Order) -> list[Voice]:
        """The value that is meant where something speaks for several: the highest, and its rank."""
        ranks = {value: rank for rank, value in enumerate(order)}
        meant = {values: min(((ranks.get(v, len(ranks)), v) for v in values), default=None) for values in {*spoken}}
        return [meant[values] for values in spoken]


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


def _fewest(framework: Framework, carried: Sequence[Voice]) -> int:
    """At least how many comparisons `_compared` finds: as many as if the debate's own were all between these sides."""
    found = -sum(map(len, framework.outweighers))
    for x, weighed in enumerate(framework.weighed):
        if weighed:
            ours, theirs = (
                Counter(voice[0] for step in side[x] if (voice := carried[step]))
                for side in (framework.supports, framework.rebuttals)
            )
            found += ours.total() * theirs.total() - sum(ours[rank] * theirs[rank] for rank in ours)
    return found


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
