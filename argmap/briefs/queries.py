"""What briefs look up in an evaluated debate, in debaters' terms; no sentences yet.

Where evaluation knows three values, a brief asks in this order: what counts, what is live, what is open, what fell.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator

from argmap.evaluation import reasons
from argmap.evaluation.evaluated import Evaluation
from argmap.evaluation.framework import Label
from argmap.evaluation.weight import UNGRADED, standing_order
from argmap.model import Claim, Debate, Evidence, Rebuttal, Statement, Step


def has_words(statement: Statement) -> bool:
    """Whether something can be read aloud for it; of a bare step of several premises each says its own."""
    return isinstance(statement, Claim) or statement.text is not None or len(statement.premises) < 2


def ranked(debate: Debate, statement: Statement) -> list[Evidence]:
    """The evidence of a statement, the best first: by grade; what was only said after it, since the paper vouches for
    no more than that it was said."""
    return sorted(statement.evidence, key=lambda e: (e.said_by is not None, debate.grade(e) or UNGRADED))


def best_answers(ev: Evaluation, id: str) -> list[Rebuttal]:
    """What contests a statement, its step or a premise of that, the answers that hold first."""
    return sorted(reasons.answers(ev, id), key=lambda step: standing_order(ev, step))


def carriers(ev: Evaluation, roots: Iterable[str]) -> list[str]:
    """The claims that carry the standing of some statements.

    Under a statement that is not defeated: its live or open supports with their premises, and for a weighed one the
    cons as well. Under one that is defeated: what is live or open against it. The roots are not among them.
    """
    seen = dict.fromkeys(roots)
    queue, found = deque(seen), dict[str, None]()
    while queue:
        for id in _carried_by(ev, queue.popleft()):
            if id not in seen:
                seen[id] = None
                queue.append(id)
                found[id] = None
    statements = ev.debate.statements
    return [id for id in statements if id in found and statements[id].text is not None]


def _carried_by(ev: Evaluation, id: str) -> Iterator[str]:
    fallen = ev.label(id) is Label.OUT
    statement = ev.debate.statements[id]
    if ev.graph.is_weighed(id):
        yield from _effective(ev, ev.graph.supports(id))
        yield from _effective(ev, ev.graph.rebuttals(id))
    else:
        yield from _effective(ev, ev.graph.rebuttals(id) if fallen else ev.graph.supports(id))
    if isinstance(statement, Claim):
        return
    yield from statement.premise_ids
    if ev.labelling.live[id] is Label.OUT:
        yield from _effective(ev, ev.graph.undercutters(id))


def _effective(ev: Evaluation, steps: Iterable[Step]) -> Iterator[str]:
    return (step.id for step in steps if ev.labelling.live[step.id] is not Label.OUT)


def reliability(ev: Evaluation, evidence: Evidence) -> str | None:
    """The letter of a piece of evidence's grade, A to F."""
    grade = ev.debate.grade(evidence)
    return grade[0] if grade else None


def offence(ev: Evaluation, side: str, options: Iterable[Claim]) -> dict[str, Statement]:
    """A side's own case on some options: its steps on these and what supports them, premises included, in file order.
    What it says for another option may speak against these."""
    sides = ev.graph.sides
    queue: deque[str] = deque()
    for claim in options:
        on_it: list[Step] = [*ev.graph.supports(claim.id), *ev.graph.rebuttals(claim.id)]
        queue += [step.id for step in on_it if sides[step.id] == side]
    found = set(queue)
    while queue:
        for id in _under(ev, queue.popleft()):
            if id not in found and sides[id] in (side, None):
                found.add(id)
                queue.append(id)
    return {id: s for id, s in ev.debate.statements.items() if id in found and id not in ev.debate.resolution_ids}


def _under(ev: Evaluation, id: str) -> Iterator[str]:
    statement = ev.debate.statements[id]
    yield from (support.id for support in ev.graph.supports(id))
    if not isinstance(statement, Claim):
        yield from statement.premise_ids


def arguments_of(ev: Evaluation, side: str) -> list[Step]:
    """A side's arguments against the other: its considerations on resolutions, its answers, and those of its supports
    that have been answered. Supports that nobody contests belong to what they support."""
    sides = ev.graph.sides
    found: list[Step] = []
    for statement in ev.debate.statements.values():
        if isinstance(statement, Claim) or sides[statement.id] != side:
            continue
        direct = isinstance(statement, Rebuttal) or statement.of in ev.debate.resolution_ids
        if direct or best_answers(ev, statement.id):
            found.append(statement)
    return found


def distances(ev: Evaluation) -> dict[str, int]:
    """How many steps each statement is away from the nearest resolution."""
    return ev.once(_distances)


def _distances(ev: Evaluation) -> dict[str, int]:
    return ev.graph.descendants([claim.id for claim in ev.debate.resolutions])
