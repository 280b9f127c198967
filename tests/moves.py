"""Moves really made: a rebuttal, an undercutter, a support or a comparison written into a debate as an author would."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from argmap.analysis.moves import Aim, Remedy, rebut, undercut
from argmap.evaluation.evaluated import Evaluation
from argmap.evaluation.framework import Label
from argmap.model import Claim, Comparison, Debate, Evidence, Position, Rebuttal, Statement, Support

MOST_COMPARED = 4


def written(debate: Debate, move: Remedy) -> list[Debate]:
    """The debate with the move as an author would write it: twice where it may be a rebuttal or an undercutter."""
    if move.kind == "support":
        return [_widened(debate, Support(id=_new(debate), of=move.target, text="New.", evidence=_cited(debate)))]
    if move.kind == "compare":
        return [_compared(debate, move)]
    answer = {"id": _new(debate), "text": "New.", "evidence": _cited(debate)}
    made = []
    if move.how in ("rebut", "either"):
        made.append(_widened(debate, Rebuttal.model_validate({**answer, "of": move.target})))
    if move.how in ("undercut", "either"):
        made.append(_widened(debate, Rebuttal.model_validate({**answer, "undercuts": move.target})))
    return made


def all_written(debate: Debate, moves: Sequence[Remedy]) -> list[Debate]:
    """The debate with all of them, in every way in which they may be made."""
    found = [debate]
    for move in moves:
        found = [after for before in found for after in written(before, move)]
    return found


def every_move(debate: Debate, id: str) -> Iterator[Remedy]:
    """Every single move that there is, but to answer the statement itself or its step, and to compare what would make
    the weighing go round in a circle; of comparisons also those with some of the other side alone."""
    for other in debate.statements.values():
        if not isinstance(other, Claim) and other.id != id:
            yield undercut(other.id)
        if other.text is not None:
            yield Remedy("support", other.id)
            if other.id != id:
                yield rebut(other.id)
        if other.id in debate.resolution_ids or other.weigh:
            every = _every_comparison(debate, other.id)
            yield from (move for move in every if is_clean(debate, written(debate, move)))


def is_clean(debate: Debate, made: Iterable[Debate]) -> bool:
    """Whether none of the changed debates has more comparisons that go round in a circle."""
    return all(circles(each) == circles(debate) for each in made)


def circles(debate: Debate) -> set[tuple[str, str]]:
    """The comparisons, (heavier, lighter), that go round in a circle: by following each as far as it leads."""
    steps = (*debate.supports, *debate.rebuttals)
    pairs = {(step.id, comparison.over) for step in steps for comparison in step.outweighs}
    below = pairs
    while more := {(one, two) for one, middle in below for other, two in pairs if middle == other} - below:
        below = below | more
    return {(heavier, lighter) for heavier, lighter in pairs if (lighter, heavier) in below}


def _every_comparison(debate: Debate, id: str) -> Iterator[Remedy]:
    pros = [each.id for each in debate.supports if each.of == id]
    cons = [each.id for each in debate.rebuttals if each.of == id]
    for heavier, lighter in ((pros, cons), (cons, pros)):
        for size in range(1, min(len(lighter), MOST_COMPARED) + 1):
            for over in combinations(lighter, size):
                yield from (Remedy("compare", step, over) for step in heavier)


def is_so(ev: Evaluation, id: str, aim: Aim) -> bool:
    """Whether what is wanted is so."""
    if aim is Aim.COUNT:
        return ev.labelling.counts[id] is Label.IN
    if aim is Aim.LIVE:
        return ev.labelling.live[id] is Label.IN
    return ev.labelling.labels[id] is (Label.OUT if aim is Aim.FALL else Label.IN)


def _new(debate: Debate) -> str:
    return f"new{len(debate.statements)}"


def _cited(debate: Debate) -> tuple[Evidence, ...]:
    return tuple(Evidence(source=source) for source in list(debate.sources)[:1])


def _widened(debate: Debate, *more: Statement) -> Debate:
    name = f"more{len(debate.positions)}"
    return _with_positions(debate, (*debate.positions, Position(id=name, arguments=more)))


def _compared(debate: Debate, move: Remedy) -> Debate:
    old = debate.statements[move.target]
    assert not isinstance(old, Claim)
    more = tuple(Comparison(over=other, because="New.") for other in move.over)
    new = old.model_copy(update={"outweighs": old.outweighs + more})
    return _with_positions(
        debate,
        [
            Position(id=each.id, arguments=tuple(new if s.id == new.id else s for s in each.arguments))
            for each in debate.positions
        ],
    )


def _with_positions(debate: Debate, positions: Iterable[Position]) -> Debate:
    fields = {name: getattr(debate, name) for name in Debate.model_fields}
    return Debate(**{**fields, "positions": tuple(positions)})
