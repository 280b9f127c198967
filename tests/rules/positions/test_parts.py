"""Who runs a position, and which of its parts are there."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given, settings

from argmap.evaluation.evaluated import Evaluation, evaluate
from argmap.evaluation.graph import Graph
from argmap.model import Claim, Debate, PositionKind, Role, Statement, Support
from argmap.rules.positions.position_parts import FAMILIES, reach, runner, shell_of, shells
from tests.rules.building import claim, debate, position, rebuttal, support
from tests.rules.dressed import dressed_debates

KINDS = tuple(FAMILIES)


def run_by(kind: str, *statements: Statement) -> str | None:
    ev = debate(position(kind, *statements))
    return runner(ev.graph, ev.debate.positions[0])


FOR, AGAINST = support("s", "plan"), rebuttal("r", "plan")


@pytest.mark.parametrize(
    ("kind", "statements", "side"),
    [
        ("disadvantage", (AGAINST, support("x", "r"), support("y", "r"), FOR), "con"),
        ("disadvantage", (FOR, support("t", "plan"), AGAINST), "con"),
        ("disadvantage", (AGAINST, rebuttal("a", "r"), rebuttal("b", "r"), rebuttal("c", "r")), "con"),
        ("disadvantage", (rebuttal("r", "other"),), "pro"),
        ("disadvantage", (FOR,), "pro"),
        ("advantage", (FOR, AGAINST, rebuttal("t", "plan")), "pro"),
        ("case", (support("s", "other"), rebuttal("r", "other"), rebuttal("t", "other")), "con"),
        ("counterplan", (support("s", "other"), rebuttal("r", "other"), rebuttal("t", "other")), "con"),
        ("counterplan", (AGAINST,), "con"),
        ("counterplan", (FOR, support("t", "other")), "con"),
        ("case", (FOR, support("t", "other")), "pro"),
        ("kritik", (AGAINST, rebuttal("t", "other")), "con"),
        ("kritik", (claim("c"),), None),
        ("kritik", (), None),
    ],
)
def test_a_position_is_run_by_the_side_that_opens_it(
    kind: str, statements: tuple[Statement, ...], side: str | None
) -> None:
    assert run_by(kind, *statements) == side
    assert run_by(kind, *statements[::-1]) == side


def test_a_part_may_stand_in_another_position_that_it_rests_on_or_bears_on() -> None:
    ev = debate(
        position("disadvantage", rebuttal("r", "plan", "link"), support("s", "r")),
        position(None, support("u", "s", "uniqueness"), id="below"),
        position(None, claim("i", "impact", contradicts=("u",)), id="beside"),
        position(None, rebuttal("all", "plan", "value", text=None, premises=("r", "i")), id="above"),
    )
    (shell,) = shells(ev.graph, "disadvantage")
    assert shell.has("uniqueness") and shell.has("value") and shell.has("impact")
    assert shell.named == "uniqueness, link and impact"


def test_what_only_the_other_side_uses_it_with_is_no_part_of_it() -> None:
    ev = debate(
        position("disadvantage", rebuttal("r", "plan", "link")),
        position(None, claim("i", "impact"), support("theirs", "plan", text=None, premises=("r", "i")), id="away"),
    )
    (shell,) = shells(ev.graph, "disadvantage")
    assert not shell.has("impact")


def test_no_way_leads_through_a_resolution() -> None:
    ev = debate(
        position("advantage", support("s", "plan", "harms")),
        position(None, support("t", "other", "solvency", premises=("plan",)), id="beyond"),
    )
    (shell,) = shells(ev.graph, "advantage")
    assert not shell.has("solvency") and shell.serves == shell.proposes == ("plan",)


def test_what_the_other_side_says_there_is_no_part_of_it() -> None:
    ev = debate(position("disadvantage", rebuttal("r", "plan", "link"), rebuttal("a", "r", "impact")))
    (shell,) = shells(ev.graph, "disadvantage")
    assert not shell.has("impact") and shell.own == ("r",)


def test_a_position_without_roles_of_its_kind_does_not_speak_of_parts() -> None:
    ev = debate(position("disadvantage", rebuttal("r", "plan", "value")))
    assert list(shells(ev.graph, "disadvantage")) == []
    assert shell_of(ev.graph, "r") is not None and shell_of(ev.graph, "plan") is None


@settings(max_examples=200)
@given(dressed_debates())
def test_the_parts_reached_are_those_found_by_walking(built: Debate) -> None:
    ev = evaluate(built)
    for shell in shells(ev.graph, *get_args(PositionKind)):
        uses = {s.id for s in built.statements.values() if {*getattr(s, "premise_ids", ())} & {*shell.own}}
        joint = {id for id in uses if ev.graph.sides[id] == shell.side}
        roles = {role for id in {*shell.own} | joint for role in _walked(ev, id)}
        assert {role for role in get_args(Role) if shell.has(role)} == roles
        assert shell.serves == tuple(r.id for r in built.resolutions if _serves(ev, shell.own, r.id))


def _walked(ev: Evaluation, id: str) -> set[Role]:
    """The roles of a statement and of all above and below it, one way at a time."""
    found = {*_all(id, lambda each: _up(ev.graph, each)), *_all(id, lambda each: _down(ev.graph, each))}
    return {role for each in found if (role := ev.debate.statements[each].role)}


def _serves(ev: Evaluation, own: tuple[str, ...], resolution: str) -> bool:
    return any(resolution in _all(id, lambda each: _up(ev.graph, each)) for id in own)


def _all(id: str, after: object) -> set[str]:
    found, todo = {id}, [id]
    while todo:
        new = set(after(todo.pop())) - found  # type: ignore[operator]
        found |= new
        todo += new
    return found


def _up(graph: Graph, id: str) -> list[str]:
    statement = graph.debate.statements[id]
    if id in graph.debate.resolution_ids:
        return []
    target = [statement.of] if isinstance(statement, Support) else []
    return target + [s.id for s in graph.debate.statements.values() if id in getattr(s, "premise_ids", ())]


def _down(graph: Graph, id: str) -> list[str]:
    statement, every = graph.debate.statements[id], graph.debate.statements.values()
    below = [s.id for s in every if isinstance(s, Support) and s.of == id]
    below += [] if isinstance(statement, Claim) else statement.premise_ids
    return [each for each in below if each not in graph.debate.resolution_ids]


def test_reach_takes_the_nearest_first_and_stops_at_its_bound() -> None:
    ways = {"a": "bc", "b": "d", "c": "de", "d": "a", "e": ""}
    assert reach("a", lambda id: ways[id]) == {"a": 0, "b": 1, "c": 1, "d": 2, "e": 2}
    assert list(reach("a", lambda id: ways[id], 3)) == ["a", "b", "c"]
