"""Sensitivity: by how much each piece of evidence moves the strength of a resolution.

One at a time: the strength is worked out again without the piece, and with its grade one step down, letter and digit
both (B2 becomes C3); everything else stays as it is. What the labels would do is another question, which `argmap
critical` answers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import prod
from typing import Any

from argmap.evaluation.base_scores import Weights, base_scores, varied_scores
from argmap.evaluation.evaluated import Evaluation
from argmap.model import Evidence, Statement
from argmap.strength.gradual import BY_NAME, DEFAULT, df_quad, squared_df_quad
from argmap.strength.gradual.bipolar import Bipolar
from argmap.strength.gradual.iteration import Settled, resettle, settle

_GATHERING = (df_quad.NAME, squared_df_quad.NAME)
_FULL = 0.995
"""From here on a side is 1.00 as it is printed."""

MOST_EFFORT = 20_000_000
"""Of all pieces together, counted as that of an iteration is, and each statement once for each piece: its strength is
kept. Then no further piece is tried."""

NOTICED = 0.0005
"""A move below this is 0.000 as it is printed."""


@dataclass(frozen=True)
class EvidenceEffect:
    """What a piece of evidence does to the strength of a resolution: by how much that changes if the piece is
    `removed`, and if its grade is one step down (`lowered`). None where the strength then does not settle."""

    statement: str
    index: int
    """Which of the statement's pieces of evidence, from 0."""
    evidence: Evidence
    grade: str | None
    removed: float | None
    lowered: float | None

    @property
    def size(self) -> float:
        """The larger of the two moves; one without a number is the largest of all."""
        return max(2.0 if move is None else abs(move) for move in (self.removed, self.lowered))

    @property
    def name(self) -> str:
        """The statement, the source and the place in it."""
        place = f", {self.evidence.at}" if self.evidence.at else ""
        return f"{self.statement} [{self.evidence.source}{place}]"


@dataclass(frozen=True)
class Sensitivity:
    """The strength of a resolution (None where it did not settle) and what every piece of evidence does to it, the
    one that moves it most first; equal ones in the debate's order."""

    resolution: str
    semantics: str
    strength: float | None
    moves: tuple[EvidenceEffect, ...]
    full: bool = False
    """Whether what speaks for it and what speaks against it both come to 1 already, as far as two digits show, by a
    semantics that gathers each side as independent doubts: then nothing below can move it."""
    left_out: int = 0
    """How many pieces of evidence were not tried, as that would have taken too long."""

    @property
    def noticed(self) -> tuple[EvidenceEffect, ...]:
        """The moves that can be told from none."""
        return tuple(move for move in self.moves if move.size >= NOTICED)


def sensitivity(
    ev: Evaluation, ids: Sequence[str], semantics: str = DEFAULT, weights: Weights | None = None
) -> tuple[Sensitivity, ...]:
    """The sensitivity of each of these statements to every piece of evidence of the debate, under a gradual semantics.

    Raises KeyError for an unknown semantics, and for an id that is no statement (a bare step is none).
    """
    scale = _Scale(ev, semantics, weights or Weights())
    at = [scale.number[id] for id in ids]
    moves: list[list[EvidenceEffect]] = [[] for _ in ids]
    left_out = 0
    for statement in ev.debate.statements.values():
        if scale.spent > MOST_EFFORT:
            left_out += len(statement.evidence)
            continue
        for index, bases in enumerate(scale.bases(statement) if statement.text is not None else ()):
            piece = statement.evidence[index]
            removed, lowered = (scale.settled(statement.id, base) for base in bases)
            grade = ev.debate.grade(piece)
            for each, found in zip(at, moves, strict=True):
                change = (scale.change(each, removed), scale.change(each, lowered))
                found.append(EvidenceEffect(statement.id, index, piece, grade, *change))
    return tuple(
        Sensitivity(
            id,
            semantics,
            scale.strength(each),
            tuple(sorted(found, key=lambda move: -round(move.size, 9))),
            full=semantics in _GATHERING and scale.is_full(each),
            left_out=left_out,
        )
        for id, each, found in zip(ids, at, moves, strict=True)
    )


class _Scale:
    """A debate whose strengths are worked out again and again, with one base score changed."""

    def __init__(self, ev: Evaluation, semantics: str, weights: Weights) -> None:
        self.ev, self.weights, self.combine = ev, weights, BY_NAME[semantics].strength
        self.number = {id: n for n, id in enumerate(ev.framework.statements)}
        scores = base_scores(ev.debate, weights)
        self.base = [scores[id] for id in ev.framework.statements]
        self.graph = Bipolar.of(ev.framework)
        self.before = settle(self.graph, self.base, self.combine)
        self.known: dict[tuple[str, float], Settled] = {}
        self.spent = 0

    def bases(self, statement: Statement) -> Iterator[tuple[float, float]]:
        """For each piece of its evidence the base score of a statement without it, and with its grade one step down."""
        return varied_scores(self.ev.debate, statement, self.weights)

    def settled(self, id: str, base: float) -> Settled:
        """All strengths, where this statement has that base score."""
        n = self.number[id]
        if base == self.base[n]:
            return self.before
        if (id, base) not in self.known:
            changed = [*self.base[:n], base, *self.base[n + 1 :]]
            self.known[id, base] = resettle(self.graph, changed, self.combine, self.before, n)
            self.spent += self.known[id, base].effort + len(self.base)
        return self.known[id, base]

    def strength(self, at: int) -> float | None:
        return None if at in self.before.unsettled else self.before.values[at]

    def is_full(self, at: int) -> bool:
        """Whether each side of a statement comes to 1, gathered as independent doubts."""
        values = self.before.values
        sides = (self.graph.pros[at], self.graph.cons[at])
        return all(1 - prod(1 - values[atom] for atom in side) >= _FULL for side in sides)

    def change(self, at: int, after: Settled) -> float | None:
        if at in self.before.unsettled or at in after.unsettled:
            return None
        return after.values[at] - self.before.values[at]


def to_json(found: Sensitivity) -> dict[str, Any]:
    """The strength and the semantics, and the moves as `evidence`, with numbers of six digits."""
    return {
        "strength": rounded(found.strength),
        "semantics": found.semantics,
        "left_out": found.left_out,
        "evidence": [
            {
                "statement": move.statement,
                "index": move.index,
                "source": move.evidence.source,
                "at": move.evidence.at,
                "grade": move.grade,
                "removed": rounded(move.removed),
                "lowered": rounded(move.lowered),
            }
            for move in found.moves
        ],
    }


def rounded(number: float | None) -> float | None:
    """A strength as JSON gives it: six digits after the point, null where it did not settle."""
    return None if number is None else round(number, 6) + 0.0  # no -0.0


def to_text(found: Sensitivity, shown: int) -> str:
    """A table of the first so many pieces of evidence that move the strength at all."""
    if found.strength is None:
        return f"{found.resolution} has no strength under {BY_NAME[found.semantics].TITLE}: it did not settle.\n"
    title = f"{found.resolution} has a strength of {found.strength:.3f} ({BY_NAME[found.semantics].TITLE})."
    untried = not_tried(found)
    if not found.noticed:
        return "\n".join([title, why_nothing_moves(found), *untried]) + "\n"
    lines = [title, "", f"  {'removed':>8}  {'one down':>8}  {'grade':<5}  evidence"]
    for move in found.noticed[:shown]:
        lines.append(f"  {_signed(move.removed):>8}  {_signed(move.lowered):>8}  {move.grade or '-':<5}  {move.name}")
    rest, silent = len(found.noticed[shown:]), len(found.moves) - len(found.noticed)
    said = [f"{rest} more {_moves(rest)} it by less"] if rest else []
    said += [f"{silent} {_moves(silent)} it by less than {NOTICED}, or not at all"] if silent else []
    notes = [*([f"{'; '.join(said)}."] if said else []), *untried]
    if any(None in (move.removed, move.lowered) for move in found.noticed[:shown]):
        notes.append("A dash: the strength would then go round in a circle and not settle.")
    if found.full:
        notes.append(_full(found, "little"))
    return "\n".join([*lines, *([""] if notes else []), *(f"  {note}" for note in notes)]) + "\n"


def not_tried(found: Sensitivity) -> list[str]:
    """A sentence on the pieces of evidence that were not tried, if there are any."""
    many = found.left_out
    return [f"{many:,} more pieces of evidence were not tried: that would take too long."] if many else []


def why_nothing_moves(found: Sensitivity) -> str:
    """A sentence on a statement that no piece of evidence moves as far as it is printed."""
    if not found.moves:
        return "No statement of this debate cites evidence."
    if found.full:
        return _full(found, "nothing")
    return f"No piece of evidence moves it: every move is below {NOTICED}."


def _full(found: Sensitivity, how_much: str) -> str:
    title = BY_NAME[found.semantics].TITLE
    return f"Under {title} both sides come to 1.00, so that {how_much} below moves it: try --strength {DEFAULT}."


def _moves(number: int) -> str:
    return "moves" if number == 1 else "move"


def _signed(number: float | None) -> str:
    if number is None:
        return "-"
    return f"{number:+.3f}" if abs(number) >= NOTICED else "0"
