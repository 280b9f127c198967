"""How the options of a decision compare, criterion by criterion.

A statement with `criterion:` judges the options that it bears on, a support or rebuttal by its own step, a claim by the
steps that use it; for an option where its side is the option's own. What several steps say, with or without words of
their own, judges an option once: by the step that is nearest to it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from argmap.evaluation.evaluated import Evaluation
from argmap.evaluation.force import Force, force
from argmap.evaluation.reasons import voice
from argmap.model import Claim, Criterion, Statement, Step


class Judgement(NamedTuple):
    """A statement that judges an option: the step from it to the option, and the force of that step."""

    id: str
    step: str
    force: Force


class Cell(NamedTuple):
    """What is said by one criterion for one option, and against it."""

    criterion: Criterion
    option: Claim
    pros: tuple[Judgement, ...] = ()
    cons: tuple[Judgement, ...] = ()


def judged(ev: Evaluation) -> tuple[Cell, ...]:
    """The table, row by row: each criterion with each option; empty where the debate has no criteria."""
    by_criterion: dict[str, list[Statement]] = {}
    near = {option.id: ev.graph.descendants([option.id]) for option in ev.debate.resolutions if ev.debate.criteria}
    for statement in ev.debate.statements.values() if ev.debate.criteria else ():
        if statement.criterion:
            by_criterion.setdefault(statement.criterion, []).append(statement)
    return tuple(
        _cell(ev, criterion, option, by_criterion.get(criterion.id, []), near[option.id])
        for criterion in ev.debate.criteria
        for option in ev.debate.resolutions
    )


def _cell(
    ev: Evaluation, criterion: Criterion, option: Claim, statements: list[Statement], near: Mapping[str, int]
) -> Cell:
    found: dict[str, dict[str, Judgement]] = {side: {} for side in ev.debate.sides}
    for statement in statements:
        for step in _steps(ev, statement):
            for side in ev.graph.reach.get(step.id, {}).get(option.id, ()):
                said, words = found[side], voice(statement)
                if words not in said or near[step.id] < near[said[words].step]:
                    said[words] = Judgement(statement.id, step.id, force(ev, step.id))
    own = option.side or ev.debate.pro
    return Cell(criterion, option, *(tuple(found[side].values()) for side in (own, ev.debate.other(own))))


def _steps(ev: Evaluation, statement: Statement) -> Iterator[Step]:
    if isinstance(statement, Claim):
        yield from ev.graph.uses(statement.id)
    else:
        yield statement
