"""Random debates that speak the language of policy debate: roles, turns, kinds of positions."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, get_args

from hypothesis import strategies as st

from argmap.model import Debate, Position, PositionKind, Rebuttal, Role, Statement
from tests.strategies import Pick, debates, picking

ROLES = (None, *get_args(Role), "uniqueness", "link", "internal-link", "impact", "inherency", "net-benefit")
TURNS = (None, "link", "internal-link", "impact")


@st.composite
def dressed_debates(draw: st.DrawFn, max_statements: int = 12) -> Debate:
    """Valid debates of up to `max_statements` statements whose positions have kinds and whose statements have roles."""
    return dress(draw(debates(max_statements)), picking(draw))


def with_positions(debate: Debate, positions: Iterable[Position], **more: Any) -> Debate:
    """The debate with other positions. A copy by pydantic would keep what the debate has worked out about its own."""
    fields = {name: getattr(debate, name) for name in Debate.model_fields}
    return Debate(**fields | {"positions": tuple(positions)} | more)


def dress(debate: Debate, pick: Pick) -> Debate:
    """The debate with kinds, roles and turns chosen by `pick`."""
    sides = (None, "pro", "con")
    resolutions = tuple(
        claim.model_copy(update={"side": pick(sides), "status_quo": pick((False, False, True))})
        for claim in debate.resolutions
    )
    return with_positions(debate, [_position(position, pick) for position in debate.positions], resolutions=resolutions)


def _position(position: Position, pick: Pick) -> Position:
    kinds = (None, *get_args(PositionKind), "disadvantage", "disadvantage", "counterplan")
    arguments = tuple(_statement(statement, pick) for statement in position.arguments)
    return position.model_copy(update={"kind": pick(kinds), "arguments": arguments})


def _statement(statement: Statement, pick: Pick) -> Statement:
    turn = {"turn": pick(TURNS)} if isinstance(statement, Rebuttal) else {}
    return statement.model_copy(update={"role": pick(ROLES), **turn})
