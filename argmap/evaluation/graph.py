"""Who answers whom: the debate as a graph, with what is derived from it (sides, kinds, reach).

Built once per debate in linear time and without recursion, so that a chain of 100,000 answers is nothing special.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from argmap.model import ALL, Claim, Comparison, Debate, Rebuttal, Statement, Step, Support


class Graph:
    """Indices over a debate; every list is in file order."""

    def __init__(self, debate: Debate) -> None:
        self.debate = debate
        supports: defaultdict[str, list[Support]] = defaultdict(list)
        rebuttals: defaultdict[str, list[Rebuttal]] = defaultdict(list)
        undercutters: defaultdict[str, list[Rebuttal]] = defaultdict(list)
        uses: defaultdict[str, list[Step]] = defaultdict(list)
        self._weighing: list[Step] = []
        for statement in debate.statements.values():
            if type(statement) is Support:  # isinstance is slow on models
                supports[statement.of].append(statement)
            elif type(statement) is not Rebuttal:
                continue
            elif statement.of:
                rebuttals[statement.of].append(statement)
            else:
                undercutters[statement.target].append(statement)
            if statement.outweighs:
                self._weighing.append(statement)
            for id in statement.premise_ids if statement.premises else ():
                uses[id].append(statement)
        self._supports, self._rebuttals = dict(supports), dict(rebuttals)
        self._undercutters, self._uses = dict(undercutters), dict(uses)

    def supports(self, of: str) -> list[Support]:
        """The supports of a statement."""
        return self._supports.get(of, [])

    def rebuttals(self, of: str) -> list[Rebuttal]:
        """The rebuttals that contest what a statement says."""
        return self._rebuttals.get(of, [])

    def undercutters(self, step: str) -> list[Rebuttal]:
        """The rebuttals that contest a step."""
        return self._undercutters.get(step, [])

    def uses(self, premise: str) -> list[Step]:
        """The steps that need a statement, or its step, as a premise beside their own statement."""
        return self._uses.get(premise, [])

    def answers(self, target: str) -> list[Step]:
        """Everything that answers to a statement or to its step: supports, rebuttals, undercutters."""
        return [*self.supports(target), *self.rebuttals(target), *self.undercutters(target)]

    @cached_property
    def contradictions(self) -> Mapping[str, tuple[str, ...]]:
        """For each statement those that contradict it; symmetric, whichever of the two says so."""
        pairs: defaultdict[str, dict[str, None]] = defaultdict(dict)
        for statement in self.debate.statements.values():
            for other in statement.contradicts:
                pairs[statement.id][other] = None
                pairs[other][statement.id] = None
        return {id: tuple(others) for id, others in pairs.items()}

    @cached_property
    def weighings(self) -> Mapping[str, tuple[Comparison, ...]]:
        """For each step that outweighs something what it outweighs, step by step, as `argmap.evaluation.framework`
        defines it: `over: all` is every rival that does not come first, and a step that does is outweighed by none of
        these. Where the target is contested nothing outweighs, and nothing outweighs an undercutter."""
        return {step.id: found for step in self._weighing if (found := tuple(self._weighed(step)))}

    @cached_property
    def first(self) -> frozenset[str]:
        """The steps that come first."""
        return frozenset(step.id for step in self._weighing if comes_first(step))

    @cached_property
    def comparisons(self) -> Sequence[tuple[str, str]]:
        """What outweighs what: (heavier step, lighter one)."""
        return [(heavier, each.over) for heavier, found in self.weighings.items() for each in found]

    @property
    def written(self) -> Sequence[tuple[str, str]]:
        """The comparisons that the debate itself makes, without those that follow from an audience's ranking."""
        return self.comparisons

    def comes_too_late(self, step: Step, over: str) -> bool:
        """Whether a comparison has no effect, since what it names comes first and the step does not."""
        return over in self.first and step.id not in self.first

    def _weighed(self, step: Step) -> Iterator[Comparison]:
        if not self.is_weighed(step.target):
            return
        named = {comparison.over for comparison in step.outweighs}
        for comparison in step.outweighs:
            if comparison.over != ALL:
                if self.counts_by_weight(comparison.over) and not self.comes_too_late(step, comparison.over):
                    yield comparison
                continue
            for rival in self.rivals(step):
                if rival.id not in named and rival.id not in self.first:
                    yield Comparison.model_construct(over=rival.id, because=comparison.because)

    def rivals(self, step: Step) -> Sequence[Step]:
        """The steps on the other side of a step's target; an undercutter has none."""
        if step.of is None:
            return ()
        return self.rebuttals(step.of) if isinstance(step, Support) else self.supports(step.of)

    def counts_by_weight(self, id: str) -> bool:
        """Whether it is a step that is weighed against others: an undercutter is not, nor what is about a statement
        that is contested."""
        step = self.debate.statements.get(id)
        return isinstance(step, (Support, Rebuttal)) and step.of is not None and self.is_weighed(step.of)

    def is_weighed(self, id: str) -> bool:
        """Whether pros and cons of a statement are weighed rather than each settling it."""
        return id in self.debate.resolution_ids or self.debate.statements[id].weigh

    @cached_property
    def reach(self) -> Mapping[str, Mapping[str, frozenset[str]]]:
        """For each statement the resolutions that it bears on, each with the sides on which it does.

        A support keeps the side of its target, a rebuttal turns it, an undercutter turns that of the step; a
        premise, be it a statement or a step, takes the sides of the steps that use it. A resolution is on its own side
        (the first unless it says otherwise).
        """
        debate, found = self.debate, dict[str, dict[str, set[str]]]()
        queue: deque[tuple[str, str, str]] = deque()
        for claim in debate.resolutions:
            queue.append((claim.id, claim.id, claim.side or debate.pro))
        while queue:
            id, resolution, side = queue.popleft()
            sides = found.setdefault(id, {}).setdefault(resolution, set())
            if side in sides:
                continue
            sides.add(side)
            for below, turned in self._below[id]:
                queue.append((below, resolution, debate.other(side) if turned else side))
        return {id: {r: frozenset(s) for r, s in sides.items()} for id, sides in found.items()}

    @cached_property
    def _below(self) -> Mapping[str, tuple[tuple[str, bool], ...]]:
        """What answers to each statement or to its step, and what it needs; and whether it turns the side."""
        return {
            id: (
                *((support.id, False) for support in self.supports(id)),
                *((rebuttal.id, True) for rebuttal in (*self.rebuttals(id), *self.undercutters(id))),
                *((premise, False) for premise in (() if isinstance(statement, Claim) else statement.premise_ids)),
            )
            for id, statement in self.debate.statements.items()
        }

    @cached_property
    def sides(self) -> Mapping[str, str | None]:
        """The side of each statement: that of its own step; for a claim that of the steps that use it, and None
        where these disagree or where nothing leads to a resolution. That a turn keeps a part of what it turns round
        makes it no part of the other side."""
        debate, sides = self.debate, dict[str, str | None]()
        queue: deque[str] = deque()
        for claim in debate.resolutions:
            sides[claim.id] = claim.side or debate.pro
            queue.append(claim.id)
        self._spread(sides, queue)
        for claim in debate.claims:
            if claim.id not in sides:
                users = {sides.get(step.id) for step in self.uses(claim.id) if not self.argues_from_turn(step)}
                alike = len(users) == 1 and None not in users
                sides[claim.id] = users.pop() if alike else self._only_side(claim)
                queue.append(claim.id)
        self._spread(sides, queue)
        return {id: sides.get(id) for id in debate.statements}

    def _spread(self, sides: dict[str, str | None], queue: deque[str]) -> None:
        while queue:
            target = queue.popleft()
            side = sides[target]
            for step in self.answers(target):
                if step.id not in sides:
                    turned = isinstance(step, Rebuttal) and side is not None
                    sides[step.id] = self.debate.other(side) if turned and side else side
                    queue.append(step.id)

    def argues_from_turn(self, step: Step) -> bool:
        """Whether a step is what a turn makes count for its own side, with the parts that it keeps (see
        `double-turn` and `turn-with-own-defence` for what is wrong with these)."""
        return step.id in self._from_turns

    @cached_property
    def _from_turns(self) -> frozenset[str]:
        turns = {rebuttal.id for rebuttal in self.debate.rebuttals if rebuttal.turn}
        return frozenset(step.id for turn in turns for step in self.uses(turn))

    def _only_side(self, claim: Statement) -> str | None:
        reached = {side for sides in self.reach.get(claim.id, {}).values() for side in sides}
        return next(iter(reached)) if len(reached) == 1 else None

    def descendants(self, roots: Iterable[str]) -> dict[str, int]:
        """All that answers to the roots, directly or through others, premises included: id to distance."""
        distance = dict.fromkeys(roots, 0)
        queue = deque(distance)
        while queue:
            id = queue.popleft()
            for below, _ in self._below[id]:
                if below not in distance:
                    distance[below] = distance[id] + 1
                    queue.append(below)
        return distance

    def neighbours(self, id: str) -> Iterator[str]:
        """What stands one step away from a statement, in either direction."""
        statement = self.debate.statements[id]
        if not isinstance(statement, Claim):
            yield statement.target
        yield from (below for below, _ in self._below[id])
        yield from (step.id for step in self.uses(id))
        yield from self.contradictions.get(id, ())


def comes_first(step: Step) -> bool:
    """Whether a step is settled before anything is weighed (`over: all`)."""
    return any(comparison.over == ALL for comparison in step.outweighs)
