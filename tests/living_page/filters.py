"""What the filters of the page keep, worked out in Python."""

from __future__ import annotations

from argmap.evaluation.evaluated import Evaluation
from argmap.evaluation.force import Force, force
from argmap.model import Claim


def having(ev: Evaluation, asked: Force) -> list[str]:
    return [id for id in ev.framework.steps if force(ev, id) is asked]


def lonely(ev: Evaluation) -> list[str]:
    answers = {id: [*ev.graph.rebuttals(id), *ev.graph.undercutters(id)] for id in ev.framework.steps}
    return [id for id in having(ev, Force.COUNTS) if not answers[id]]


def weak(ev: Evaluation) -> list[str]:
    return [s.id for s in ev.debate.statements.values() if s.evidence and (ev.debate.best_grade(s) or "F") >= "C"]


def often(ev: Evaluation) -> list[str]:
    every = ev.debate.statements.values()
    return [s.id for s in every if len(ev.graph.uses(s.id)) + (not isinstance(s, Claim)) >= 3]


def kept(ev: Evaluation) -> dict[str, set[str]]:
    """What each filter keeps, by how the address says it."""
    sides = [*ev.debate.sides]
    found = {f"side={1 - 2 * n}": {id for id in ev.debate.statements if ev.graph.sides.get(id) == each}
             for n, each in enumerate(sides)}  # fmt: skip
    found |= {f"force={each.value}": set(having(ev, each)) for each in Force}
    found |= {f"position={each.id}": {s.id for s in each.arguments} for each in ev.debate.positions}
    return found | {"only=lonely": set(lonely(ev)), "only=weak": set(weak(ev)), "only=often": set(often(ev))}
