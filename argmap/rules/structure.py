"""Cycles, and what stands at the head of a tangle: the graph questions that several rules ask. Linear, no recursion."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from argmap.evaluation.graph import Graph
from argmap.model import Support

Edges = Mapping[str, Sequence[str]]


def cycles(edges: Edges) -> Iterator[tuple[str, ...]]:
    """One shortest cycle for each strongly connected part that has one, from its first member in `edges`."""
    edges = _without_ends(edges)
    order = {id: place for place, id in enumerate(edges)}
    for part in sorted((sorted(part, key=order.__getitem__) for part in _components(edges)), key=lambda p: order[p[0]]):
        first = part[0]
        if len(part) > 1 or first in edges[first]:
            yield _shortest_cycle(first, edges, frozenset(part))


def _without_ends(edges: Edges) -> Edges:
    """The graph without what leads nowhere or only to such: what is left of most debates is nothing."""
    ways = {id: len(others) for id, others in edges.items()}
    before: dict[str, list[str]] = {}
    for id, others in edges.items():
        for other in others:
            before.setdefault(other, []).append(id)
    ends = [id for id, number in ways.items() if not number]
    for end in ends:
        for id in before.get(end, ()):
            ways[id] -= 1
            if not ways[id]:
                ends.append(id)
    gone = set(ends)
    return {id: tuple(o for o in others if o not in gone) for id, others in edges.items() if id not in gone}


def _components(edges: Edges) -> Iterator[list[str]]:
    """Strongly connected components (Tarjan 1972), with a stack of our own in place of recursion."""
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    done: set[str] = set()
    for root in edges:
        if root in index:
            continue
        work = [(root, iter(edges[root]))]
        while work:
            id, successors = work[-1]
            if id not in index:
                index[id] = low[id] = len(index)
                stack.append(id)
            new = next((other for other in successors if _seen(id, other, edges, index, low, done)), None)
            if new is not None:
                work.append((new, iter(edges[new])))
                continue
            work.pop()
            if work:
                above = work[-1][0]
                low[above] = min(low[above], low[id])
            if low[id] == index[id]:
                part = _pop_to(id, stack)
                done.update(part)
                yield part


def _seen(id: str, other: str, edges: Edges, index: dict[str, int], low: dict[str, int], done: set[str]) -> bool:
    """Whether `other` is still to be visited; where it is on the stack, `id` reaches as far back as it."""
    if other not in index:
        return other in edges
    if other not in done:
        low[id] = min(low[id], index[other])
    return False


def _pop_to(id: str, stack: list[str]) -> list[str]:
    part = []
    while True:
        part.append(stack.pop())
        if part[-1] == id:
            return part


def _shortest_cycle(first: str, edges: Edges, part: frozenset[str]) -> tuple[str, ...]:
    came_from: dict[str, str] = {}
    queue = deque([first])
    while queue:
        id = queue.popleft()
        for other in edges[id]:
            if other == first:
                path = [id]
                while path[-1] != first:
                    path.append(came_from[path[-1]])
                return tuple(reversed(path))
            if other in part and other not in came_from:
                came_from[other] = id
                queue.append(other)
    raise AssertionError("a strongly connected part has a cycle through each of its members")


def borne_up(graph: Graph, ids: Iterable[str]) -> set[str]:
    """The statements and steps given, and everything that they support or are a premise of, however far above."""
    found = set(ids)
    waiting = list(found)
    while waiting:
        id = waiting.pop()
        statement = graph.debate.statements[id]
        above = [step.id for step in graph.uses(id)]
        for other in (*above, statement.of) if isinstance(statement, Support) else above:
            if other not in found:
                found.add(other)
                waiting.append(other)
    return found


def heads(
    ids: Iterable[str], above: Callable[[str], Iterable[str]], below: Callable[[str], Iterable[str]]
) -> Iterator[tuple[str, int]]:
    """The fewest of `ids` below which all of them stand, each with how many stand below it.

    Where a tangle goes round in a circle and nothing stands above it, a statement on the circle is its head.
    """
    members = dict.fromkeys(ids)
    covered: set[str] = set()
    for id in members:
        if not any(other in members for other in above(id)):
            yield id, _cover(id, members, below, covered)
    for id in members:
        if id not in covered:
            head = _climb(id, members, above)
            yield head, _cover(head, members, below, covered)


def _cover(head: str, members: Mapping[str, None], below: Callable[[str], Iterable[str]], covered: set[str]) -> int:
    before, todo = len(covered), [head]
    covered.add(head)
    while todo:
        for other in below(todo.pop()):
            if other in members and other not in covered:
                covered.add(other)
                todo.append(other)
    return len(covered) - before - 1


def _climb(id: str, members: Mapping[str, None], above: Callable[[str], Iterable[str]]) -> str:
    seen: set[str] = set()
    while id not in seen:
        seen.add(id)
        id = next(other for other in above(id) if other in members)
    return id
