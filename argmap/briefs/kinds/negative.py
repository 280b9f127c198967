"""The negative file: topicality, disadvantages, counterplans and kritiks of its own, then answers to their case."""

from __future__ import annotations

from argmap.briefs import queries, shared_parts
from argmap.briefs.selected_debate import Setting
from argmap.briefs.shared_parts import exchanges, heading
from argmap.briefs.shells import KINDS, index, own, resolutions, shell
from argmap.briefs.weighing import comparisons
from argmap.documents.document import Block, Document, Paragraph, Run, document
from argmap.model import Position, PositionKind, Step

NAME = "negative"
TITLE = "Negative file"
SUMMARY = "What is said against, in debate order, with tags, cites and cards."
BY_SIDE = False

ORDER: tuple[PositionKind | None, ...] = ("topicality", "disadvantage", "counterplan", "kritik", None)
"""What the file begins with; positions of other kinds follow."""


def compose(s: Setting) -> Document:
    """The file of the side against the resolutions, or of the side selected."""
    side = s.selection.side or s.debate.con
    there = own(s, sorted(s.positions, key=_rank), side)
    to_case = _case_answers(s, side, {x.id for _, ours in there for x in ours})
    rows = [(_title(p), f"position_{p.id}", len(ours)) for p, ours in there]
    rows += [(f"Case answers: {p.name}", f"answers_{p.id}", len(shared_parts.voiced(s, steps))) for p, steps in to_case]
    blocks: list[Block] = [*index(s, rows), *resolutions(s, side)]
    for position, ours in there:
        blocks += shell(s, position, ours, _title(position))
    for position, steps in to_case:
        blocks.append(heading(2, _under("Case answers", position), f"answers_{position.id}"))
        blocks += exchanges(s, steps)
    if not rows:
        blocks.append(Paragraph((Run("This side has put no argument yet."),)))
    blocks += comparisons(s)
    blocks += shared_parts.sources(s, blocks)
    title = f"{s.debate.sides[side]}: the file"
    return document(title, shared_parts.subtitle(s, s.debate.title), blocks, shared_parts.legend(s))


def _rank(position: Position) -> int:
    return ORDER.index(position.kind) if position.kind in ORDER else len(ORDER)


def _title(position: Position) -> str:
    return _under(KINDS[position.kind], position) if position.kind in ORDER and position.kind else position.name


def _under(head: str, position: Position) -> str:
    """`Disadvantage: Attacks`; the head alone where the position is called nothing else."""
    alone = position.kind is not None and position.name.casefold() == KINDS[position.kind].casefold()
    return head if alone else f"{head}: {position.name}"


def _case_answers(s: Setting, side: str, shown: set[str]) -> list[tuple[Position, list[Step]]]:
    """By position, what the other side's case says that we answer, or that stands unanswered on a resolution; not what
    answers something `shown`, and stands below that."""
    other = s.debate.other(side)
    wanted = queries.offence(s.ev, other).keys() & s.scope - shown
    steps = [x for x in queries.arguments_of(s.ev, other) if x.id in wanted and x.target not in shown]
    held = ((p, [x for x in steps if s.debate.position_of[x.id] is p]) for p in s.positions)
    return [(position, there) for position, there in held if there]
