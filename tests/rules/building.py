"""Debates in a few lines, for rules that look at several positions: statements as values, evaluated."""

from __future__ import annotations

from typing import Any

from argmap.evaluation.evaluated import Evaluation, evaluate
from argmap.model import Claim, Debate, Position, Rebuttal, Statement, Support
from argmap.rules import BY_NAME, Options


def claim(id: str, role: str | None = None, **more: Any) -> Claim:
    return Claim(id=id, text=f"{id} is so.", role=role, **more)


def support(id: str, of: str, role: str | None = None, **more: Any) -> Support:
    return Support(id=id, of=of, text=more.pop("text", f"{id} is so."), role=role, **more)


def rebuttal(id: str, of: str | None, role: str | None = None, **more: Any) -> Rebuttal:
    return Rebuttal(id=id, of=of, text=more.pop("text", f"{id} is so."), role=role, **more)


def undercut(id: str, step: str, role: str | None = None, **more: Any) -> Rebuttal:
    return rebuttal(id, None, role, undercuts=step, **more)


PLAN = Claim(id="plan", text="It should be done.")
OTHER = Claim(id="other", text="Another thing should be done.", side="con")


def position(kind: str | None, *statements: Statement, id: str = "here") -> Position:
    return Position(id=id, kind=kind, arguments=statements)  # type: ignore[arg-type]


def debate(*positions: Position, resolutions: tuple[Claim, ...] = (PLAN, OTHER)) -> Evaluation:
    return evaluate(Debate(id="d", title="D", resolutions=resolutions, positions=positions))


def said(rule: str, ev: Evaluation) -> list[tuple[str, str]]:
    """Of what a rule speaks, and what it says."""
    return [(str(f.at[1]), f.message) for f in BY_NAME[rule].check(ev, Options())]  # type: ignore[attr-defined]


def about(rule: str, *positions: Position, resolutions: tuple[Claim, ...] = (PLAN, OTHER)) -> list[str]:
    """Of what a rule speaks."""
    return [at for at, _ in said(rule, debate(*positions, resolutions=resolutions))]
