"""What would change how a statement stands: single moves, and where none will do, the fewest together.

A *move* is what a debater can add to a debate: a rebuttal of a statement, an undercutter of a step, a support, or a
comparison of the two sides of what is weighed; the new statement is accepted and unanswered. Nobody is told to answer
what he wants to stand, nor to turn round a comparison that is written. No effect is guessed: each move is made in the
framework and the framework evaluated again.

Which moves need not be tried. Those outside of the dispute tree, on which the statement does not depend. Those that
take from what is out, or give ground to what has it: the well-founded model does not change where rules are weakened
whose heads are false in it, or added whose heads are true (it is cumulative: Dix 1995). And, of comparisons, those of
one step with a few of the other side: the one with all of them that are in play, and that it may be said to outweigh,
decides whatever they decide.

How several together are found: as critical sets are (`argmap.analysis.critical_sets`). Where some moves are not enough,
there is a proof of what stands in the way (`argmap.analysis.proofs`), and whoever touches none of it leaves it as it
is.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from itertools import product
from typing import Literal

from argmap.analysis.proofs import Compiled, Fact
from argmap.evaluation.dispute_tree import dispute_tree
from argmap.evaluation.evaluated import Evaluation
from argmap.evaluation.framework import Framework, Label, Labelling
from argmap.evaluation.grounded import grounded
from argmap.evaluation.reasons import Order, brought_down_by, ground

BUDGET = 400_000
"""How many statements and steps are re-evaluated in all before no more single moves are tried: a second or two. As
many again are spent on several moves together."""

TOGETHER = 3
"""How many moves together are looked for."""

_MOST_EITHER = 6
"""Of how many moves together it is tried whether each may be a rebuttal or an undercutter as well: in all ways."""

_PROOF = 10
"""A proof takes about as long as so many evaluations."""


class Aim(Enum):
    """What is wanted of a statement, or of its step."""

    STAND = "make it stand"
    FALL = "defeat it"
    LIVE = "make it hold"
    COUNT = "make its step count"

    @property
    def is_of_step(self) -> bool:
        """Whether it is of the step that something is wanted."""
        return self in (Aim.LIVE, Aim.COUNT)

    @property
    def label(self) -> Label:
        """The label that a move is to bring about."""
        return Label.OUT if self is Aim.FALL else Label.IN


@dataclass(frozen=True)
class Remedy:
    """One move that would do what is wanted.

    `answer`: with `how`, a rebuttal of what `target` says, an undercutter of its step, or either of the two.
    `support`: a live support for `target`. `compare`: `target` outweighs each of `over`. `revives` are the statements,
    beside `target`, that come to stand by it, whichever way it is made.
    """

    kind: Literal["answer", "support", "compare"]
    target: str
    over: tuple[str, ...] = ()
    revives: tuple[str, ...] = ()
    how: Literal["rebut", "undercut", "either"] | None = None


def rebut(target: str) -> Remedy:
    """The move of rebutting what a statement says."""
    return Remedy("answer", target, how="rebut")


def undercut(target: str) -> Remedy:
    """The move of undercutting a step."""
    return Remedy("answer", target, how="undercut")


def compared(move: Remedy) -> Iterator[tuple[str, str]]:
    """The comparisons, (heavier, lighter), of a move."""
    return ((move.target, lighter) for lighter in move.over)


@dataclass(frozen=True)
class Outlook:
    """What would do what is wanted.

    `remedies` are the single moves, smallest first, of which `tried` of `ways` were tried. Where there is none,
    `together` are moves that do it all together and not with one of them less; `least` says that no smaller number of
    moves would, and, where `together` is empty, that no `TOGETHER` moves do. `spent` says how many statements and steps
    were looked at for it.
    """

    aim: Aim
    remedies: tuple[Remedy, ...] = ()
    tried: int = 0
    ways: int = 0
    together: tuple[Remedy, ...] = ()
    least: bool = False
    spent: int = field(default=0, compare=False)


def outlook(ev: Evaluation, id: str, aim: Aim) -> Outlook:
    """What would bring it about; nothing where it is so. Raises KeyError for what the debate has not."""
    trial = Trial(ev, id, aim)
    if trial.reached(ev.labelling):
        return Outlook(aim)
    moves = list(trial.moves())
    tried = moves[: BUDGET // trial.size + 1]
    single_moves = merged(verified for move in tried if (verified := trial.verified(move)))
    ranked = sorted(single_moves, key=lambda remedy: max(1, len(remedy.over)) + len(remedy.revives))
    single = Outlook(aim, tuple(ranked), len(tried), len(moves))
    found = single if ranked else _several(trial, single)
    return replace(found, spent=trial.spent)


def merged(moves: Iterable[Remedy]) -> list[Remedy]:
    """The same moves, with a rebuttal and an undercutter of the same taken together as one answer of either kind."""
    found: dict[tuple[str, str, tuple[str, ...]], Remedy] = {}
    for move in moves:
        key = (move.kind, move.target, move.over)
        other = found.get(key)
        if other and other.how != move.how:
            both = tuple(id for id in other.revives if id in move.revives)
            move = replace(other, how="either", revives=both)
        found[key] = move
    return list(found.values())


def reached(labelling: Labelling, id: str, aim: Aim) -> bool:
    """Whether a labelling reaches the aim for a statement."""
    if aim is Aim.COUNT:
        return labelling.counts[id] is Label.IN
    return (labelling.live if aim is Aim.LIVE else labelling.labels)[id] is aim.label


def links(framework: Framework) -> int:
    """How many premises, contradictions and comparisons are looked at when it is evaluated: a few lines make many."""
    every = (framework.conditions, framework.needs, framework.contradicts, framework.outweighers)
    return sum(sum(map(len, one)) for one in every)


class Trial:
    """The dispute tree of a statement or step, in which moves are tried: cut out of the debate, or with `whole` in
    the whole of it, for semantics under which what does not bear on a statement may still decide about it."""

    def __init__(self, ev: Evaluation, id: str, aim: Aim, whole: bool = False) -> None:
        self.ev, self.id, self.aim = ev, id, aim
        self.written = Order(ev.graph.written)
        self.tree = list(dispute_tree(ev, (id, aim.is_of_step)))
        self.framework = ev.framework if whole else ev.framework.restricted(
            {name for name, is_step in self.tree if not is_step}, {name for name, is_step in self.tree if is_step}
        )  # fmt: skip
        self.statement = {name: n for n, name in enumerate(self.framework.statements)}
        self.step = {name: n for n, name in enumerate(self.framework.steps)}
        self.size = max(len(self.tree), links(self.framework))
        """What it costs to evaluate the tree again."""
        self.spent = 4 * self.size
        """Statements and steps looked at and evaluated again so far."""

    def reached(self, labelling: Labelling) -> bool:
        """Whether what is wanted is so."""
        return reached(labelling, self.id, self.aim)

    def moves(self) -> Iterator[Remedy]:
        """All single moves that might help, nearest first."""
        if self.aim is Aim.COUNT and (over := tuple(self._presumed_over_it())):
            yield Remedy("compare", self.id, over)
        for id, is_step in self.tree:
            yield from self._about_step(id) if is_step else self._about_statement(id)

    def _about_step(self, id: str) -> Iterator[Remedy]:
        if id != self.id and self.ev.labelling.live[id] is not Label.OUT:
            yield undercut(id)

    def _about_statement(self, id: str) -> Iterator[Remedy]:
        ev = self.ev
        if ground(ev, id) is not Label.IN:
            yield Remedy("support", id)
        if id != self.id and ev.label(id) is not Label.OUT:
            yield rebut(id)
        if ev.graph.is_weighed(id):
            yield from self._comparisons(id)

    def _comparisons(self, id: str) -> Iterator[Remedy]:
        """Each step with all of the other side that is in play, or that an audience finds heavier, unless what is
        written says otherwise."""
        live, counts, presumed = self.ev.labelling.live, self.ev.labelling.counts, self.ev.presumed
        pros, cons = ([s.id for s in side(id)] for side in (self.ev.graph.supports, self.ev.graph.rebuttals))
        for heavier, lighter in ((pros, cons), (cons, pros)):
            there = [each for each in lighter if live[each] is not Label.OUT]
            in_play = tuple(each for each in there if counts[each] is not Label.OUT)
            for step in heavier:
                if presumed:
                    in_play = tuple(e for e in there if counts[e] is not Label.OUT or (e, step) in presumed)
                over = self.written.open_to(step, in_play)
                if over and live[step] is not Label.OUT:
                    yield Remedy("compare", step, over)

    def _presumed_over_it(self) -> Iterator[str]:
        """What an audience finds heavier than the step by its own values."""
        heavier = (self.framework.steps[n] for n in self.framework.outweighers[self.step[self.id]])
        presumed = (each for each in heavier if (each, self.id) in self.ev.presumed)
        return (each for each in presumed if self.written.leaves_open(self.id, each))

    def verified(self, move: Remedy) -> Remedy | None:
        """The move with what it revives, if it does what is wanted."""
        self.spent += self.size
        labelling = grounded(self.changed(self.framework, move))
        if not self.reached(labelling):
            return None
        standing = (id for id in self.framework.statements if labelling.labels[id] is Label.IN)
        others = (id for id in standing if id not in (self.id, move.target))
        return replace(move, revives=tuple(id for id in others if self.ev.label(id) is not Label.IN))

    def changed(self, framework: Framework, move: Remedy) -> Framework:
        """A framework numbered like this one, with the move made."""
        if move.kind == "support":
            return framework.with_support(self.statement[move.target])
        if move.kind == "compare":
            return self._compared(framework, move.target, move.over)
        if move.how == "rebut":
            return framework.with_rebuttal(self.statement[move.target])
        return framework.with_undercutter(self.step[move.target])

    def _compared(self, framework: Framework, heavier: str, over: Sequence[str]) -> Framework:
        """With a comparison, which takes the place of an audience's own between the same two."""
        outweighers, presumed = list(framework.outweighers), self.ev.presumed
        replaced = {self.step[each] for each in over if (each, heavier) in presumed}
        at = self.step[heavier]
        outweighers[at] = [each for each in outweighers[at] if each not in replaced]
        changed = replace(framework, outweighers=outweighers)
        return changed.with_comparison(at, [self.step[lighter] for lighter in over])

    def changed_by(self, moves: Iterable[Remedy]) -> Framework:
        """The framework with all of these made."""
        framework = self.framework
        for move in moves:
            framework = self.changed(framework, move)
        return framework

    def does(self, moves: Iterable[Remedy]) -> bool:
        """Whether what is wanted is so when all of these are made."""
        self.spent += self.size
        return self.reached(grounded(self.changed_by(moves)))


def unsettled(ev: Evaluation) -> Evaluation:
    """The same where nothing is settled as yet, so that no move is passed over for what is."""
    labels, steps = (dict.fromkeys(each, Label.UNDEC) for each in (ev.labelling.labels, ev.labelling.live))
    return ev.with_labelling(Labelling(labels, steps, steps))


class _Spent(Exception):  # noqa: N818 - not a fault, only an end
    """There is no effort left."""


def _several(trial: Trial, single: Outlook) -> Outlook:
    """The outlook with the fewest moves together, where they are few and found within the budget; else with answers
    to all that brings it down."""
    search = _Search(trial)
    try:
        found, every = search.fewest(), single.tried == single.ways
    except _Spent:
        found, every = [], False
    found = found or search.answers()
    if len(found) == 1:  # one of those that were too many to try
        return replace(single, remedies=tuple(found))
    return replace(single, together=tuple(found), least=every and len(found) <= TOGETHER + 1)


class _Search:
    """The tree of sets of moves, smaller sets before larger ones: each is widened by the moves that touch a proof of
    what still stands in the way."""

    def __init__(self, trial: Trial) -> None:
        self.trial, self.left = trial, BUDGET // trial.size
        blank = Trial(unsettled(trial.ev), trial.id, trial.aim)
        self.moves = list(blank.moves())
        self.order = {move: n for n, move in enumerate(self.moves)}

    def fewest(self) -> list[Remedy]:
        """The fewest moves that do it together: of these rather answers; nothing where no `TOGETHER` do. Raises
        _Spent."""
        level: list[frozenset[int]] = [frozenset()]
        for _ in range(TOGETHER):
            wider: dict[frozenset[int], None] = {}
            for chosen in level:
                for move in self._touching(chosen):
                    if self._goes_with(chosen, self.moves[move]):
                        wider[chosen | {move}] = None
            found = [chosen for chosen in wider if self._does(chosen)]
            if found:
                return self._either(self._trimmed([self.moves[n] for n in sorted(self._best(found))]))
            level = list(wider)
        return []

    def _goes_with(self, chosen: frozenset[int], move: Remedy) -> bool:
        """Whether no comparison of it turns one of the others round. None is missed that would be needed: see
        `argmap.analysis.comparisons.Settling`."""
        made = [pair for n in sorted(chosen) for pair in compared(self.moves[n])]
        if not made or move.kind != "compare":
            return True
        order = self.trial.written.with_pairs(made)
        return all(pair in made or order.leaves_open(*pair) for pair in compared(move))

    def _best(self, found: Iterable[frozenset[int]]) -> frozenset[int]:
        """That with the most answers, and of these the nearest."""
        return min(found, key=lambda each: (sum(self.moves[n].kind != "answer" for n in each), sorted(each)))

    def _does(self, chosen: frozenset[int]) -> bool:
        self._spend(1)
        return self.trial.does(self.moves[n] for n in chosen)

    def _spend(self, amount: int) -> None:
        self.left -= amount
        if self.left < 0:
            raise _Spent

    def _touching(self, chosen: frozenset[int]) -> Iterator[int]:
        """The moves that touch a proof of what stands in the way when these are made."""
        self._spend(_PROOF)
        trial, aim = self.trial, self.trial.aim
        trial.spent += _PROOF * trial.size
        solved = Compiled(trial.changed_by(self.moves[n] for n in sorted(chosen))).solve()
        atom = trial.statement.get(trial.id, -1)
        if aim.is_of_step:
            atom = (solved.of.counts if aim is Aim.COUNT else solved.of.live)[trial.step[trial.id]]
        proof = solved.proof(atom, Fact.NOT_FALSE if aim is Aim.FALL else Fact.NOT_TRUE)
        held = {atom for atom, fact in proof if fact.is_positive}
        failing = {atom for atom, fact in proof if not fact.is_positive}
        for n, move in enumerate(self.moves):
            if n not in chosen and self._touches(solved.of, move, held, failing):
                yield n

    def _touches(self, compiled: Compiled, move: Remedy, held: set[int], failing: set[int]) -> bool:
        """Whether a move weakens what a proof holds true or not false, or strengthens what it holds false or not
        true."""
        statement, step = self.trial.statement, self.trial.step
        if move.kind == "support":
            return statement[move.target] in failing
        if move.kind == "compare":
            weakened = any(compiled.counts[step[each]] in held for each in move.over)
            return weakened or compiled.counts[step[move.target]] in failing
        return (statement[move.target] if move.how == "rebut" else compiled.live[step[move.target]]) in held

    def _trimmed(self, moves: list[Remedy]) -> list[Remedy]:
        """The same without comparisons over what does not count anyway once the other moves are made."""
        for move in [move for move in moves if move.kind == "compare"]:
            counts = grounded(self.trial.changed_by(other for other in moves if other != move)).counts
            over = tuple(each for each in move.over if counts[each] is not Label.OUT or self._is_presumed(each, move))
            shorter = [replace(move, over=over) if other == move else other for other in moves]
            if over and self.trial.does(shorter):
                moves = shorter
        return moves

    def _is_presumed(self, lighter: str, move: Remedy) -> bool:
        return (lighter, move.target) in self.trial.ev.presumed

    def answers(self) -> list[Remedy]:
        """Answers to what brings the statement down, none too many where these are few; nothing where they do not do,
        or are too many to be tried."""
        trial, most = self.trial, BUDGET // self.trial.size
        if trial.aim is not Aim.STAND:
            return []
        against = {rebuttal.id for rebuttal in trial.ev.graph.rebuttals(trial.id)}
        killers = brought_down_by(trial.ev, trial.id)
        moves = [undercut(each) if each in against else rebut(each) for each in killers]
        if len(moves) > most or not trial.does(moves):
            return []
        for move in reversed(moves if len(moves) ** 2 <= most else []):
            fewer = [other for other in moves if other != move]
            moves = fewer if trial.does(fewer) else moves
        return self._either(moves)

    def _either(self, moves: list[Remedy]) -> list[Remedy]:
        """The same, where it may be a rebuttal or an undercutter as well, with `how` saying so, as far as the effort
        goes."""
        options, rest = [[move] for move in moves], BUDGET // self.trial.size
        for n, move in enumerate(moves if len(moves) <= _MOST_EITHER else ()):
            other = {"rebut": undercut, "undercut": rebut}.get(move.how or "")
            if other and other(move.target) in self.order:
                wider = [*options[:n], [move, other(move.target)], *options[n + 1 :]]
                rest -= math.prod(map(len, wider))
                options = wider if rest >= 0 and all(map(self.trial.does, product(*wider))) else options
        return [replace(each[0], how="either") if len(each) > 1 else each[0] for each in options]
