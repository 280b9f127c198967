"""One line of argument, and the answers to it: what the rules about turns and defence share.

What belongs to the same disadvantage as a statement: all that it rests on and all that rests on it, by supports and
premises; what stands beside it in the premises of one step; and, where its position has no more than one impact, the
other parts of that position. In a position with several impacts, uniqueness below the same head belongs to it as well.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from argmap.evaluation.evaluated import Evaluation
from argmap.evaluation.framework import Label
from argmap.evaluation.graph import Graph
from argmap.model import Claim, Rebuttal, Role
from argmap.rules.positions.position_parts import (
    CHAIN,
    Shell,
    grounds,
    reach,
    shell_of,
    stands,
    upward,
    whole_disadvantage,
)

MOST = 200
"""How many statements are looked at in each direction, the nearest first: keeps the time linear."""


def line(graph: Graph, id: str) -> Mapping[str, None]:
    """The statements of one line of argument, without the resolutions."""
    known = _lines(graph)
    if id not in known:
        known[id] = _line(graph, id)
    return known[id]


@lru_cache(maxsize=1)
def _lines(_: Graph) -> dict[str, dict[str, None]]:
    """The lines of a debate as far as some rule has asked: several ask about the same turns."""
    return {}


def _line(graph: Graph, id: str) -> dict[str, None]:
    above = _above(graph, id)
    here = [id, *(step.id for step in graph.uses(id))]
    below = reach(here, lambda each: grounds(graph, each), MOST)
    tree = reach(above, lambda each: grounds(graph, each), MOST)
    unique = [each for each in tree if graph.debate.statements[each].role == "uniqueness"]
    found = dict.fromkeys([*above, *below, *unique, *whole_disadvantage(graph, id)])
    return {each: None for each in found if each not in graph.debate.resolution_ids}


def _above(graph: Graph, id: str) -> list[str]:
    every = reach([id], lambda each: upward(graph, each), MOST)
    return [each for each in every if each not in graph.debate.resolution_ids]


def turns(ev: Evaluation) -> list[Rebuttal]:
    """The turns that have not been defeated, in file order."""
    return [rebuttal for rebuttal in ev.debate.rebuttals if rebuttal.turn and stands(ev, rebuttal.id)]


def other_turns(ev: Evaluation, turn: Rebuttal) -> list[Rebuttal]:
    """The turns of another kind by the same side on the same line of argument."""
    if ev.graph.sides[turn.id] is None:
        return []
    found = undefeated_answers(ev, line(ev.graph, turn.target), ev.graph.sides[turn.id])
    return [other for other in found if other.turn and other.turn != turn.turn]


def step_from(graph: Graph, id: str) -> str:
    """The step by which a statement bears on others: its own, or of a claim the first that needs it."""
    if not isinstance(graph.debate.statements[id], Claim):
        return id
    return next((step.id for step in graph.uses(id)), id)


def attacks(graph: Graph, id: str) -> list[Rebuttal]:
    """The rebuttals of a statement and the undercutters of its step."""
    return [*graph.rebuttals(id), *graph.undercutters(id)]


def undefeated_answers(ev: Evaluation, ids: Iterable[str], side: str | None) -> Iterator[Rebuttal]:
    """The rebuttals and undercutters by a side of any of some statements that have not been defeated."""
    sides, live = ev.graph.sides, ev.labelling.live
    for id in ids:
        for some in (ev.graph.rebuttals(id), ev.graph.undercutters(id)):
            for answer in some:
                if sides[answer.id] == side and live[answer.id] is not Label.OUT:
                    yield answer


def part(ev: Evaluation, answer: Rebuttal) -> Role | None:
    """The part of a disadvantage that an answer is about: as its own role says, or else that of what it answers."""
    own, target = answer.role, ev.debate.statements[answer.target].role
    return answer.turn or next((role for role in (own, target) if role in CHAIN), None)


def unprepared(ev: Evaluation, turn: Rebuttal) -> str | None:
    """The disadvantage of the other side that a link turn is on, where its side leaves the uniqueness alone."""
    side = ev.graph.sides[turn.id]
    if turn.turn == "impact" or side is None:
        return None
    argument = line(ev.graph, turn.target)
    position = _disadvantage(ev.graph, argument, side)
    unanswered = position and not any(
        part(ev, answer) == "uniqueness" for answer in undefeated_answers(ev, argument, side)
    )
    return position if unanswered else None


def _disadvantage(graph: Graph, argument: Iterable[str], side: str) -> str | None:
    """The disadvantage of the other side that a line of argument belongs to."""
    found = (shell_of(graph, id) for id in argument)
    return next((s.position.id for s in found if s and _is_theirs(s, side)), None)


def _is_theirs(shell: Shell, side: str) -> bool:
    return shell.kind == "disadvantage" and shell.speaks and shell.side != side
