"""A side's positions as debaters read them out: sections in the order of each kind of position, then the answers."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from argmap.briefs import queries
from argmap.briefs.selected_debate import SelectedDebate
from argmap.briefs.shared_parts import reading_order
from argmap.model import Claim, Position, PositionKind, Role, Statement
from argmap.wording.sentences import capital

ORDERS: Mapping[PositionKind | None, tuple[Role, ...]] = {
    "case": (
        "plan", "definition", "inherency", "harms", "advantage", "uniqueness", "link", "internal-link", "impact",
        "solvency",
    ),
    "advantage": ("uniqueness", "harms", "link", "internal-link", "impact", "solvency"),
    "disadvantage": ("uniqueness", "link", "internal-link", "impact"),
    "counterplan": ("plan", "solvency", "net-benefit"),
    "kritik": ("framework", "link", "impact", "alternative"),
    "topicality": ("definition", "interpretation", "violation", "standards", "voters"),
}  # fmt: skip
"""The sections of each kind of position, in the order in which they are read; other roles follow in file order."""

THESIS = "Thesis"
"""The part of what has no role."""

HEADS: Mapping[Role, str] = {
    "harms": "Harms", "link": "Link", "internal-link": "Internal link", "net-benefit": "Net benefit",
    "advantage": "Advantage", "value": "Values", "question": "Open questions", "precedent": "Precedents",
    "definition": "Definitions", "plan": "Text",
}  # fmt: skip

KINDS: Mapping[PositionKind, str] = {
    "case": "Case", "advantage": "Advantage", "disadvantage": "Disadvantage", "counterplan": "Counterplan",
    "kritik": "Kritik", "topicality": "Topicality", "background": "Background",
}  # fmt: skip


def sections(kind: PositionKind | None, statements: Sequence[Statement]) -> list[tuple[str, list[Statement]]]:
    """Statements by role, titled, in the order of the position's kind; what has no role stands with what it supports.

    Those that have none to stand with come first, under `Thesis`.
    """
    order = ORDERS.get(kind, ())
    by_role: dict[Role | None, list[Statement]] = {}
    inherited: dict[str, Role | None] = {}
    for statement in reading_order(statements):
        target = None if isinstance(statement, Claim) else statement.target
        role = statement.role or inherited.get(target or "")
        inherited[statement.id] = role
        by_role.setdefault(role, []).append(statement)
    roles: list[Role | None] = [None, *order, *(role for role in by_role if role and role not in order)]
    return [(_head(role), by_role[role]) for role in roles if role in by_role]


def parts_of(kind: PositionKind | None) -> set[str]:
    """The titles of the parts that a shell of this kind has; none where the kind has no order of its own."""
    return {_head(role) for role in ORDERS.get(kind, ())}


def _head(role: Role | None) -> str:
    return THESIS if role is None else HEADS.get(role, capital(role.replace("-", " ")))


def titled(position: Position) -> str:
    """`Disadvantage: Escalation`; the title alone where it says so itself, or the position is of no kind."""
    kind = KINDS.get(position.kind) if position.kind else None
    if kind is None or position.name.casefold().startswith((kind.casefold(), f"the {kind.casefold()}")):
        return position.name
    return f"{kind}: {position.name}"


def own(s: SelectedDebate, positions: Iterable[Position], side: str) -> list[tuple[Position, list[Statement]]]:
    """A side's own case in each of some positions, those without any left out; without bare steps whose premises are
    there: they say nothing more."""
    mine = queries.offence(s.ev, side, s.options).keys() & s.scope
    held = [(position, [x for x in position.arguments if x.id in mine]) for position in positions]
    there = {x.id for _, ours in held for x in ours}
    told = ((position, [x for x in ours if not _is_told(x, there)]) for position, ours in held)
    return [(position, ours) for position, ours in told if ours]


def _is_told(statement: Statement, there: Collection[str]) -> bool:
    return not isinstance(statement, Claim) and statement.is_bare and all(id in there for id in statement.premise_ids)
