"""The flagship debate with a part taken out of it: what is missing is noticed, in each position that had it."""

from __future__ import annotations

import pytest

import argmap
from argmap.evaluation.evaluated import evaluate
from argmap.model import Debate, Position, PositionKind, Role
from argmap.rules import BY_NAME, Options
from argmap.rules.positions.position_parts import shells
from tests.conftest import ROOT
from tests.rules.dressed import with_positions

FLAGSHIP = argmap.load(ROOT / "arguments" / "nato-ukraine")


def without(debate: Debate, role: Role) -> Debate:
    """The debate as if nobody had marked what has this role."""
    return with_positions(debate, [_unmarked(position, role) for position in debate.positions])


def _unmarked(position: Position, role: Role) -> Position:
    roles = (role, "advantage") if role == "net-benefit" else (role,)  # an advantage of its own is one, too
    arguments = (s.model_copy(update={"role": "background"}) if s.role in roles else s for s in position.arguments)
    return position.model_copy(update={"arguments": tuple(arguments)})


@pytest.mark.parametrize(
    ("role", "kind", "rule"),
    [
        ("uniqueness", "disadvantage", "disad-no-uniqueness"),
        ("link", "disadvantage", "disad-no-link"),
        ("impact", "disadvantage", "disad-no-impact"),
        ("solvency", "advantage", "advantage-no-solvency"),
        ("solvency", "counterplan", "counterplan-no-solvency"),
        ("net-benefit", "counterplan", "counterplan-no-net-benefit"),
    ],
)
def test_a_part_that_is_taken_out_is_missed(role: Role, kind: PositionKind, rule: str) -> None:
    cut = evaluate(without(FLAGSHIP, role))
    found = [finding.at for finding in BY_NAME[rule].check(cut, Options())]  # type: ignore[attr-defined]
    assert found == [shell.at for shell in shells(cut.graph, kind)] != []
