"""What a side still has to do: arguments against it that count, ranked by what an answer to each would turn."""

from __future__ import annotations

from dataclasses import dataclass

from argmap.analysis.comparisons import Settling, if_settled, settlings
from argmap.evaluation import reasons
from argmap.evaluation.evaluated import Evaluation
from argmap.evaluation.force import Force, force
from argmap.evaluation.framework import Label
from argmap.model import Claim

MOST = 400
"""How many arguments are tried, those nearest to a resolution first."""


@dataclass(frozen=True)
class Unanswered:
    """An argument that counts against a side, and what would change for the side if it were answered."""

    id: str
    tried: bool
    """Whether something has been said against it, which does not hold."""
    turns: dict[str, Label]
    """The resolutions that would stand otherwise, with how."""
    revives: tuple[str, ...]
    """The statements of the side that would stand again."""


@dataclass(frozen=True)
class Todo:
    """The work of one side, what turns most first."""

    side: str
    answers: tuple[Unanswered, ...]
    comparisons: tuple[tuple[str, Settling], ...]
    """Resolutions that comparisons alone would settle in the side's favour, the fewest comparisons first."""
    left_out: int = 0
    """How many arguments beyond `MOST` were not tried."""


def todo(ev: Evaluation, side: str) -> Todo:
    """What a side has not answered, and what an answer would do."""
    counting = _counting(ev, side)
    found = [_tried(ev, side, id) for id in counting[:MOST]]
    found.sort(key=lambda each: (not each.turns, not each.revives, each.tried))
    wanted = [
        (claim.id, each) for claim in ev.debate.resolutions for each in ev.once(settlings, claim.id)
        if each.label is (Label.IN if ev.graph.sides[claim.id] == side else Label.OUT)
    ]  # fmt: skip
    wanted.sort(key=lambda pair: len(pair[1].lighter))
    return Todo(side, tuple(found), tuple(wanted), len(counting[MOST:]))


def _counting(ev: Evaluation, side: str) -> list[str]:
    """The other side's arguments that count, nearest to a resolution first; what is only a ground of another is left
    to that."""
    near = ev.graph.descendants([claim.id for claim in ev.debate.resolutions])
    other, resolutions = ev.debate.other(side), ev.debate.resolution_ids
    steps = [x for x in ev.debate.statements.values() if not isinstance(x, Claim) and ev.graph.sides[x.id] == other]
    direct = [x.id for x in steps if x.target in resolutions or ev.graph.sides.get(x.target) == side]
    counting = [id for id in direct if force(ev, id) is Force.COUNTS]
    return sorted(counting, key=lambda id: near.get(id, len(near)))


def _tried(ev: Evaluation, side: str, id: str) -> Unanswered:
    changed = ev.once(if_settled, id, False)
    turns = {other: label for other, label in changed.items() if other in ev.debate.resolution_ids}
    own = [other for other, label in changed.items() if label is Label.IN and ev.graph.sides.get(other) == side]
    revives = tuple(other for other in own if other not in turns)
    return Unanswered(id, any(reasons.answers(ev, id)), turns, revives)
