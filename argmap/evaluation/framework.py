"""What stands against what, compiled for evaluation; labels and labellings.

A `Framework` is a debate without its words. It stands for this normal logic program, where *own(s)* is the
statement of step s (a bare step has none) and *Sup(x)*, *Att(x)* are the supports of and rebuttals `of` x:

    live(s)   ← accepted(own(s)), accepted(p) for every statement p that s needs, live(t) for every step t that s
                needs, not live(u) for every undercutter u of s
    counts(s) ← live(s), not live(t) for every step t that outweighs s

A step *comes first* where it outweighs all (`over: all`): what it is about is settled before anything is weighed. It
outweighs every step on the other side of its target that does not come first, and none of these outweighs it.
Otherwise t outweighs s where t says so. Only a step whose target is weighed outweighs anything.

    ground(x)                  where x is no resolution, and cites evidence or has no supports and is developed
    ground(x) ← live(s)        for each s in Sup(x), x contested
    ground(x) ← counts(s)      for each s in Sup(x), x weighed

    accepted(x) ← ground(x), not live(r) for every r in Att(x),
                  not accepted(y) for every y that contradicts x          (x contested)
    accepted(x) ← ground(x), not rejected(x)                              (x weighed)
    rejected(x) ← counts(r), not accepted(x)      for each r in Att(x)    (x weighed)
    rejected(x) ← accepted(y), not accepted(x)    for each y that contradicts x   (x weighed)

Resolutions, and statements marked `weigh: true`, are weighed; all others are contested. Contradiction is
symmetric, whichever of the two says so. Undercutters are steps like any other: they can be undercut in turn.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # abstract frameworks need no model, and pydantic takes twice as long to start as all the rest
    from argmap.evaluation.graph import Graph
    from argmap.model import Debate, Statement, Step


class Label(StrEnum):
    """Three-valued standing (Caminada 2006): accepted, rejected, or neither."""

    IN = "in"
    OUT = "out"
    UNDEC = "undec"

    @property
    def word(self) -> str:
        """The label in a debater's words."""
        return {"in": "stands", "out": "defeated", "undec": "undecided"}[self.value]


@dataclass(frozen=True)
class Labelling:
    """Which statements are accepted, which steps are live, and which of the live ones count.

    All three map ids to labels: IN where it is so, OUT where it is not, UNDEC where it is neither. `labels` has
    every statement, bare steps excepted; `live` and `counts` have every support and rebuttal, bare or not.
    """

    labels: Mapping[str, Label]
    live: Mapping[str, Label]
    counts: Mapping[str, Label]


Links = list[Sequence[int]]
"""For each statement or step, by number, the numbers of those that it is linked to."""


@dataclass(frozen=True)
class Framework:
    """A debate as numbers. Statements and steps are numbered apart, each in file order.

    `statements` and `steps` are their ids. By statement: `given` (it has ground without a support), `weighed`,
    `supports` and `rebuttals` (steps), `contradicts` (statements). By step: `conditions` (its own statement, if
    any, and the statements that it needs), `needs` (the steps that it needs), `undercutters` and `outweighers` (steps).
    `first` are the steps that come first.
    """

    statements: tuple[str, ...]
    steps: tuple[str, ...]
    given: list[bool]
    weighed: list[bool]
    supports: Links
    rebuttals: Links
    contradicts: Links
    conditions: Links
    needs: Links
    undercutters: Links
    outweighers: Links
    first: frozenset[int] = frozenset()

    @staticmethod
    def of(debate: Debate, graph: Graph) -> Framework:
        """Compile a debate. An id that names nothing, or the wrong thing, raises KeyError: the loader refuses such."""
        from argmap.model import Rebuttal, Support

        number, step = dict[str, int](), dict[str, int]()
        own: list[Statement] = []
        steps: list[Step] = []
        for id, s in debate.statements.items():  # isinstance is slow on models, and each look at one counts
            if type(s) is Support or type(s) is Rebuttal:
                step[id] = len(steps)
                steps.append(s)
            if s.text is not None:
                number[id] = len(own)
                own.append(s)
        wiring = _Wiring(len(own), len(steps))
        wiring.follow(steps, number, step)
        resolutions = {number[id] for id in debate.resolution_ids}
        return Framework(
            statements=tuple(number),
            steps=tuple(step),
            given=[n not in resolutions and _has_ground(s, wiring.supports[n]) for n, s in enumerate(own)],
            weighed=[n in resolutions or s.weigh for n, s in enumerate(own)],
            supports=wiring.supports,
            rebuttals=wiring.rebuttals,
            contradicts=grouped(_contradictions(graph, number), len(number)),
            conditions=wiring.conditions,
            needs=wiring.needs,
            undercutters=wiring.undercutters,
            outweighers=grouped(((step[lighter], step[heavier]) for heavier, lighter in graph.comparisons), len(steps)),
            first=frozenset(step[id] for id in graph.first),
        )

    @cached_property
    def statement_numbers(self) -> Mapping[str, int]:
        """The number of each statement."""
        return {id: n for n, id in enumerate(self.statements)}

    @cached_property
    def step_numbers(self) -> Mapping[str, int]:
        """The number of each step, by its id."""
        return {id: n for n, id in enumerate(self.steps)}

    def restricted(self, statements: Set[str], steps: Set[str]) -> Framework:
        """Only these; exact for whatever depends on nothing outside of them."""
        kept = sorted(n for id in statements if (n := self.statement_numbers.get(id)) is not None)
        kept_steps = sorted(n for id in steps if (n := self.step_numbers.get(id)) is not None)
        new, new_step = {old: n for n, old in enumerate(kept)}, {old: n for n, old in enumerate(kept_steps)}
        return Framework(
            statements=tuple(self.statements[n] for n in kept),
            steps=tuple(self.steps[n] for n in kept_steps),
            given=[self.given[n] for n in kept],
            weighed=[self.weighed[n] for n in kept],
            supports=_renumbered(self.supports, kept, new_step),
            rebuttals=_renumbered(self.rebuttals, kept, new_step),
            contradicts=_renumbered(self.contradicts, kept, new),
            conditions=_renumbered(self.conditions, kept_steps, new),
            needs=_renumbered(self.needs, kept_steps, new_step),
            undercutters=_renumbered(self.undercutters, kept_steps, new_step),
            outweighers=_renumbered(self.outweighers, kept_steps, new_step),
            first=frozenset(new_step[step] for step in self.first if step in new_step),
        )

    def with_undercutter(self, step: int) -> Framework:
        """This framework with one more undercutter of a step, accepted and unanswered."""
        wider, new = self._with_step()
        return replace(wider, undercutters=_linked(wider.undercutters, step, new))

    def with_rebuttal(self, statement: int) -> Framework:
        """This framework with one more rebuttal of a statement, accepted and unanswered."""
        wider, new = self._with_step(self.supports[statement])
        return replace(wider, rebuttals=_linked(wider.rebuttals, statement, new))

    def with_support(self, statement: int) -> Framework:
        """This framework with one more support of a statement, accepted and unanswered."""
        wider, new = self._with_step(self.rebuttals[statement])
        return replace(wider, supports=_linked(wider.supports, statement, new))

    def with_settled(self, statement: int, accepted: bool) -> Framework:
        """This framework with a statement accepted, or rejected, whatever speaks for or against it."""
        given, supports = list(self.given), list(self.supports)
        rebuttals, contradicts, weighed = list(self.rebuttals), list(self.contradicts), list(self.weighed)
        given[statement], weighed[statement] = accepted, False
        supports[statement] = rebuttals[statement] = contradicts[statement] = ()
        return replace(
            self, given=given, supports=supports, rebuttals=rebuttals, contradicts=contradicts, weighed=weighed
        )

    def with_settled_step(self, step: int, live: bool) -> Framework:
        """This framework with a step live, or dead, whatever speaks for or against it."""
        if not live:
            return self.with_undercutter(step)
        conditions, needs, undercutters = list(self.conditions), list(self.needs), list(self.undercutters)
        conditions[step] = needs[step] = undercutters[step] = ()
        return replace(self, conditions=conditions, needs=needs, undercutters=undercutters)

    def with_comparison(self, step: int, over: Iterable[int]) -> Framework:
        """This framework with a step that outweighs each of `over`."""
        outweighers = list(self.outweighers)
        for lighter in over:
            outweighers[lighter] = (*outweighers[lighter], step)
        return replace(self, outweighers=outweighers)

    def _with_step(self, rivals: Sequence[int] = ()) -> tuple[Framework, int]:
        """A new statement that stands unchallenged, with a step that leads nowhere as yet; the step's number. Those of
        its `rivals` that come first outweigh it."""
        wider = replace(
            self,
            statements=(*self.statements, NEW),
            steps=(*self.steps, NEW),
            given=[*self.given, True],
            weighed=[*self.weighed, False],
            supports=[*self.supports, ()],
            rebuttals=[*self.rebuttals, ()],
            contradicts=[*self.contradicts, ()],
            conditions=[*self.conditions, (len(self.statements),)],
            needs=[*self.needs, ()],
            undercutters=[*self.undercutters, ()],
            outweighers=[*self.outweighers, [step for step in rivals if step in self.first]],
        )
        return wider, len(self.steps)


NEW = "+"
"""The id of a statement that nobody has written yet; no id of a debate looks like it."""


def grouped(pairs: Iterable[tuple[int, int]], size: int) -> Links:
    """For each of `size` numbers those paired with it, in order."""
    links: Links = [()] * size
    for at, other in pairs:
        _link(links, at, other)
    return links


def _link(links: Links, at: int, other: int) -> None:
    """Link one more. A single one is a tuple, which the garbage collector need not track."""
    link = links[at]
    if isinstance(link, list):
        link.append(other)
    else:
        links[at] = [*link, other] if link else (other,)


class _Wiring:
    """Who answers whom, by number, found in one pass over the statements."""

    def __init__(self, statements: int, steps: int) -> None:
        self.supports: Links = [()] * statements
        self.rebuttals: Links = [()] * statements
        self.conditions: Links = []
        self.needs: Links = [()] * steps
        self.undercutters: Links = [()] * steps

    def follow(self, steps: Iterable[Step], number: Mapping[str, int], step: Mapping[str, int]) -> None:
        """Enter each step where it leads, and what it needs; by the numbers of statements and of steps."""
        from argmap.model import Support

        for n, s in enumerate(steps):
            if type(s) is Support:
                _link(self.supports, number[s.of], n)
            elif s.of:
                _link(self.rebuttals, number[s.of], n)
            else:
                _link(self.undercutters, step[s.target], n)
            own = (number[s.id],) if s.text is not None else ()
            if not s.premises:
                self.conditions.append(own)
                continue
            self.conditions.append((*own, *[number[each] for each in s.premises if isinstance(each, str)]))
            if len(self.conditions[n]) < len(own) + len(s.premises):
                self.needs[n] = tuple([step[id] for id in s.needed_steps])


def _has_ground(statement: Statement, supports: Sequence[int]) -> bool:
    """Whether it has ground without a support: evidence, or nothing that it would need."""
    return bool(statement.evidence) or not (supports or statement.undeveloped)


def _contradictions(graph: Graph, number: Mapping[str, int]) -> Iterator[tuple[int, int]]:
    for id, others in graph.contradictions.items():
        yield from ((number[id], number[other]) for other in others)


def _renumbered(links: Links, kept: Iterable[int], new: Mapping[int, int]) -> Links:
    return [[new[other] for other in links[n] if other in new] for n in kept]


def _linked(links: Links, at: int, new: int) -> Links:
    return [*links[:at], (*links[at], new), *links[at + 1 :]]
