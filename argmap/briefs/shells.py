"""A side's positions as debaters read them out: sections in the order of each kind of position, then the answers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from argmap.briefs import queries
from argmap.briefs.selected_debate import Setting
from argmap.briefs.shared_parts import card, exchanges, heading, reading_order, voice
from argmap.documents.document import Block, Item, Items, Line, Paragraph, Ref, Run, tidy
from argmap.documents.lines import line, shown
from argmap.model import Claim, Position, PositionKind, Rebuttal, Role, Statement, Step
from argmap.wording.counts import in_words
from argmap.wording.sentences import capital

_TOGETHER = 8
"""More premises of one step than this are counted, not named, beside each of them."""

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


def _head(role: Role | None) -> str:
    return "Thesis" if role is None else HEADS.get(role, capital(role.replace("-", " ")))


def shell(s: Setting, position: Position, ours: Sequence[Statement], title: str) -> list[Block]:
    """One position of ours: its cards by section, and what they will say to it with our answers."""
    blocks: list[Block] = [heading(2, title, f"position_{position.id}")]
    blocks += [Paragraph((Run(tidy(position.summary)),))] if position.summary else []
    blocks += s.figure(position.id, position.name)
    parted = sections(position.kind, ours)
    for name, statements in parted:
        blocks += [heading(3, name)] if len(parted) > 1 else []
        blocks += [card(s, x.id, _serves(s, x)) for x in statements]
    return [*blocks, *_preempted(s, position, ours)]


def _serves(s: Setting, statement: Statement) -> list[Block]:
    """What a card is for; not said where there is only the one resolution that it can be for."""
    uses = s.ev.graph.uses(statement.id)
    named = uses[: shown(len(uses), s.most_named)]
    needs = [_needed_for(s, step, statement.id) for step in named]
    rest = len(uses) - len(named)
    more = [Paragraph(line(f"A premise of {in_words(rest)} more."), "note")] if rest else []
    return [*_for(s, statement), *needs, *more]


def _needed_for(s: Setting, step: Step, id: str) -> Paragraph:
    said = _premise_of(s, step, id)
    return Paragraph(line(said, " ", s.tag(step.id)), "note", step.id) if _is_echo(s, step) else Paragraph(said, "note")


def _premise_of(s: Setting, step: Step, id: str) -> Line:
    """What a premise is needed for, and together with what; of a bare step, which has no words of its own, for what
    that is."""
    others = [premise for premise in step.premise_ids if premise != id]
    together = line(", together with ", s.few(others, min(_TOGETHER, s.most_named))) if others else ()
    if step.text is not None:
        return line("A premise of ", s.mention(step.id), together, ".")
    return line("Against " if isinstance(step, Rebuttal) else "For ", s.mention(step.target), together, ".")


def _for(s: Setting, statement: Statement) -> list[Block]:
    if isinstance(statement, Claim):
        return []
    direct = statement.target in s.debate.resolution_ids
    if direct and len(s.debate.resolutions) == 1:
        return []
    word = "Against " if isinstance(statement, Rebuttal) else "For " if direct else "Supports "
    return [Paragraph(line(word, s.mention(statement.target), "."), "note")]


def _preempted(s: Setting, position: Position, ours: Sequence[Statement]) -> list[Block]:
    theirs: dict[str, Step] = {}
    for statement in ours:
        theirs |= {answer.id: answer for answer in queries.answers(s.ev, statement.id) if s.tells(answer.id)}
    if not theirs:
        return []
    blocks: list[Block] = [heading(3, "What they will say, and what we answer")]
    return [*blocks, *exchanges(s, theirs.values())]


def resolutions(s: Setting, side: str) -> list[Block]:
    """What this side argues for, in its exact words."""
    chosen = [c for c in s.debate.resolutions if s.selection.resolution in (None, c.id)]
    ours = [c for c in chosen if s.ev.graph.sides[c.id] == side]
    theirs = [c for c in chosen if s.ev.graph.sides[c.id] != side]
    blocks: list[Block] = []
    for name, claims in (("We uphold", ours), ("We oppose", theirs)):
        if claims:
            blocks += [heading(3, name), Items(tuple(Item(s.full(c.id, strong=True), (), c.id) for c in claims))]
    return [heading(2, "The resolutions" if len(chosen) > 1 else "The resolution", "_resolutions"), *blocks]


def index(s: Setting, rows: Sequence[tuple[str, str, int]]) -> list[Block]:
    """What the file holds: title, anchor and number of cards of each part."""
    items = tuple(Item(line(Ref(title, anchor), f", {in_words(n, 'card')}")) for title, anchor, n in rows)
    return [heading(2, "Index", "_index"), Items(items)] if items else []


def own(s: Setting, positions: Iterable[Position], side: str) -> list[tuple[Position, list[Statement]]]:
    """A side's own case in each of some positions, those without any left out; without bare steps whose one premise
    is there and says what it is for."""
    mine = queries.offence(s.ev, side).keys() & s.scope
    held = [(position, [x for x in position.arguments if x.id in mine]) for position in positions]
    there = {x.id for _, ours in held for x in ours}
    once = ((position, [x for x in ours if voice(x) not in there or not _is_echo(s, x)]) for position, ours in held)
    return [(position, ours) for position, ours in once if ours]


def _is_echo(s: Setting, statement: Statement) -> bool:
    """Whether a bare step says what its one premise says, and nothing more: nothing is said of itself."""
    said, graph = voice(statement), s.ev.graph
    if said == statement.id or graph.undercutters(statement.id) or graph.uses(statement.id):
        return False
    weighed = s.weighed_above.get(statement.id) or s.weighed_below.get(statement.id)
    return not weighed and s.ev.labelling.labels.get(said) is s.ev.labelling.live[statement.id]
