"""Cycles and heads, against what follows from the definition directly."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from argmap.evaluation.graph import Graph as DebateGraph
from argmap.model import Claim, Debate, Support
from argmap.rules.structure import borne_up, cycles, heads
from tests.strategies import debates

IDS = tuple("abcdef")
GRAPHS = st.fixed_dictionaries({id: st.lists(st.sampled_from(IDS), unique=True, max_size=3) for id in IDS})
Graph = dict[str, list[str]]


def reachable(graph: Graph, start: str) -> set[str]:
    found: set[str] = set()
    todo = list(graph[start])
    while todo:
        if (id := todo.pop()) not in found:
            found.add(id)
            todo += graph[id]
    return found


@given(GRAPHS)
def test_each_part_that_goes_round_gives_one_real_cycle(graph: Graph) -> None:
    below = {id: reachable(graph, id) for id in graph}
    parts = {frozenset(o for o in graph if o in below[id] and id in below[o]) for id in graph if id in below[id]}
    found = list(cycles(graph))
    assert len(found) == len(parts)
    assert {next(part for part in parts if cycle[0] in part) for cycle in found} == parts
    for cycle in found:
        assert len(set(cycle)) == len(cycle)
        assert all(after in graph[id] for id, after in zip(cycle, (*cycle[1:], cycle[0]), strict=True))
        part = next(part for part in parts if cycle[0] in part)
        assert cycle[0] == next(id for id in graph if id in part)


@given(GRAPHS)
def test_heads_stand_above_everything(graph: Graph) -> None:
    def above(id: str) -> list[str]:
        return [other for other in graph if id in graph[other]]

    found = dict(heads(graph, above, graph.__getitem__))
    assert set(found).union(*(reachable(graph, head) for head in found)) == set(graph)
    assert sum(found.values()) + len(found) == len(graph)


def test_a_circle_of_twenty_thousand_is_no_trouble() -> None:
    size = 20_000
    (cycle,) = cycles({str(n): [str((n + 1) % size)] for n in range(size)})
    assert len(cycle) == size and cycle[0] == "0"


@given(debates(), st.data())
def test_what_is_borne_up_is_the_least_set_closed_under_supports_and_premises(
    debate: Debate, data: st.DataObject
) -> None:
    given_ids = data.draw(st.sets(st.sampled_from(sorted(debate.statements))))
    found = borne_up(DebateGraph(debate), given_ids)
    closed = set(given_ids)
    for _ in debate.statements:
        for id, statement in debate.statements.items():
            if not isinstance(statement, Claim) and closed & set(statement.premise_ids):
                closed.add(id)
            if isinstance(statement, Support) and id in closed:
                closed.add(statement.of)
    assert found == closed
