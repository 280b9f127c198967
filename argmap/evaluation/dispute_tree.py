"""What bears on a statement, all the way down; and the circles in which it rests on itself or contests itself."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from argmap.evaluation.evaluated import Evaluation
from argmap.evaluation.framework import Framework, Label
from argmap.evaluation.grounded import LABELS, Network, compiled
from argmap.evaluation.reasons import lacks_ground
from argmap.model import Claim, Rebuttal

N = TypeVar("N")


Node = tuple[str, bool]
"""An id, and whether its step is meant (True) or its statement (False)."""


def dispute_tree(ev: Evaluation, goal: Node) -> Iterator[Node]:
    """All that bears on whether a statement stands or a step is live, nearest first: rebuttals, supports,
    contradictions, premises, undercutters, what outweighs them, and so on down."""
    queue, seen = deque([goal]), {goal}
    while queue:
        node = queue.popleft()
        yield node
        for below in _bears_on(ev, node, ev.outweighed_by):
            if below not in seen:
                seen.add(below)
                queue.append(below)


def bearing_on(ev: Evaluation, id: str) -> Framework:
    """The framework with no more than what a statement's label can depend on."""
    nodes = list(dispute_tree(ev, (id, False)))
    return ev.framework.restricted(*({id for id, is_step in nodes if is_step is wanted} for wanted in (False, True)))


def if_settled(ev: Evaluation, goal: Node, label: Label) -> dict[str, Label]:
    """The labels of the statements that can depend on a node, if that had this label whatever else is so."""
    network, live = ev.once(_solved)
    (id, is_step), names = goal, ev.framework.statements
    atom = live[ev.framework.step_numbers[id]] if is_step else ev.framework.statement_numbers[id]
    values = network.if_settled(atom, LABELS.index(label))
    return {names[n]: LABELS[value] for n, value in sorted(values.items()) if n < len(names) and n != atom}


def _solved(ev: Evaluation) -> tuple[Network, list[int]]:
    """The debate as a solved network, and the atom of each step."""
    network = Network(len(ev.framework.statements))
    live, _ = compiled(ev.framework, network, apart=True)
    network.solve()
    return network, live


def _bears_on(ev: Evaluation, node: Node, heavier: Mapping[str, Sequence[str]]) -> Iterator[Node]:
    id, is_step = node
    if not is_step:
        yield from ((rebuttal.id, True) for rebuttal in ev.graph.rebuttals(id))
        yield from ((support.id, True) for support in ev.graph.supports(id))
        yield from ((other, False) for other in ev.graph.contradictions.get(id, ()))
        return
    statement = ev.debate.statements[id]
    yield from ((undercutter.id, True) for undercutter in ev.graph.undercutters(id))
    if id in ev.labelling.labels:
        yield (id, False)
    if not isinstance(statement, Claim):
        yield from ((premise, False) for premise in statement.needed)
        yield from ((step, True) for step in statement.needed_steps)
    yield from ((above, True) for above in heavier.get(id, ()))


def support_circle(ev: Evaluation, id: str) -> tuple[str, ...]:
    """Where a statement lacks ground because it rests on itself: the shortest such circle, from what supports it
    back to it; empty where there is none."""

    def rests_on(id: str) -> Iterator[str]:
        for support in ev.graph.supports(id):
            asserted = () if support.is_bare else (support.id,)
            yield from (each for each in (*asserted, *support.needed) if lacks_ground(ev, each))

    return _way_back(id, rests_on) if lacks_ground(ev, id) else ()


def undecided_circle(ev: Evaluation, id: str) -> tuple[str, ...]:
    """Where a statement is undecided in a circle with others: the shortest, from what bears on it back to it; empty
    where there is none."""
    if ev.labelling.labels.get(id) is not Label.UNDEC:
        return ()
    return _names(_way_back((id, False), lambda node: undecided_below(ev, node)))


def contests_itself(ev: Evaluation, id: str) -> tuple[str, ...]:
    """Where an undecided statement contests itself by way of others: the shortest circle with an odd number of
    answers. In one with an even number either of two may be so, and a fact would tell which."""
    if ev.labelling.labels.get(id) is not Label.UNDEC:
        return ()
    start: Node = (id, False)

    def below(at: tuple[Node, bool]) -> Iterator[tuple[Node, bool]]:
        node, odd = at
        for each in undecided_below(ev, node):
            yield from ((each, odd != against) for against in _ways(ev, node, each))

    return _names(node for node, _ in _way_back((start, False), below, (start, True)))


def _ways(ev: Evaluation, node: Node, below: Node) -> set[bool]:
    """Whether what bears on a statement or step answers it (True) or backs it: one step may undercut another, which
    needs it."""
    id, is_step = below
    if not is_step:
        return {not node[1]}  # a statement that contradicts it; of a step its own statement, or a premise
    statement, above = ev.debate.statements[id], ev.debate.statements[node[0]]
    answers = isinstance(statement, Rebuttal) and statement.target == node[0]
    needed = node[1] and not isinstance(above, Claim) and id in above.needed_steps
    return {answers, not needed} if answers else {False}


def _names(circle: Iterable[Node]) -> tuple[str, ...]:
    path = [name for name, _ in circle]
    return tuple(name for n, name in enumerate(path) if n == 0 or name != path[n - 1])


def undecided_below(ev: Evaluation, node: Node) -> Iterator[Node]:
    """What bears directly on a statement or step and is undecided itself."""
    for below, is_step in _bears_on(ev, node, {}):
        if (ev.labelling.live if is_step else ev.labelling.labels)[below] is Label.UNDEC:
            yield (below, is_step)


def _way_back(start: N, below: Callable[[N], Iterator[N]], goal: N | None = None) -> tuple[N, ...]:
    """The shortest way from a node back to itself, or to what stands for it, without the node at its beginning."""
    goal = start if goal is None else goal
    came_from: dict[N, N] = {}
    queue = deque([start])
    while queue and goal not in came_from:
        node = queue.popleft()
        for next_node in below(node):
            if next_node not in came_from:
                came_from[next_node] = node
                queue.append(next_node)
    if goal not in came_from:
        return ()
    path = [goal]
    while (node := came_from[path[-1]]) != start:
        path.append(node)
    return tuple(reversed(path))
