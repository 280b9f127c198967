"""A review: two evaluated versions of a debate, what changed between them and what follows from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from argmap.evaluation.evaluated import Evaluation
from argmap.evaluation.force import Force
from argmap.evaluation.framework import Label
from argmap.model.change import Change
from argmap.model.diagnostics import Diagnostic


@dataclass(frozen=True)
class Flip:
    """A statement whose label is another than before, or whose force is, where it is an argument, with the smallest
    set of changes that makes it so.

    Applied to the version before, `causes` alone give the statement its new label (where that is the old one, its new
    force), and no part of them does.
    `smallest` is False where the search for a smaller set was given up: no part of the set does, but a set of other
    changes that is smaller may. Where it is not `irreducible` either, there are so many changes that even that was
    given up: together they do it, and some of them may be spared.
    """

    id: str
    """As the statement is called after the change."""
    before: Label
    after: Label
    causes: tuple[Change, ...]
    smallest: bool = True
    irreducible: bool = True
    is_resolution: bool = False
    forces: tuple[Force, Force] | None = None
    """Of an argument, a step in both versions: its force before and after."""


@dataclass(frozen=True)
class Move:
    """A statement whose gradual strength moved by more than the threshold; strengths are in [0, 1]."""

    id: str
    before: float
    after: float


@dataclass(frozen=True)
class Coverage:
    """One side's numbers, before and after: statements, the steps without words of their own among them, those that
    stand or as arguments count, those with evidence."""

    side: str
    name: str
    statements: tuple[int, int]
    bare_steps: tuple[int, int]
    standing: tuple[int, int]
    evidenced: tuple[int, int]

    @property
    def numbers(self) -> tuple[tuple[int, int], ...]:
        """The numbers, in the order of `COLUMNS`."""
        return self.statements, self.bare_steps, self.standing, self.evidenced


COLUMNS = ("statements", "of them steps without words", "that stand or count", "with evidence")
"""What the numbers of a side are of."""


@dataclass(frozen=True)
class Diagnoses:
    """What the checks newly report, and what they no longer report."""

    new: tuple[Diagnostic, ...] = ()
    fixed: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True)
class Review:
    """Everything that a reviewer is told. Ids are those after the change, unless a statement is gone."""

    before: Evaluation
    after: Evaluation
    changes: tuple[Change, ...]
    """In the order of `Kind`, then of the file."""
    flips: tuple[Flip, ...] = ()
    """Resolutions first, then in file order."""
    newly_unanswered: tuple[str, ...] = ()
    """Rebuttals that take something down after the change and that nothing answers, and were not so before."""
    newly_answered: tuple[str, ...] = ()
    moves: tuple[Move, ...] = ()
    coverage: tuple[Coverage, ...] = ()
    diagnoses: Diagnoses = field(default_factory=Diagnoses)
    renamed: Mapping[str, str] = field(default_factory=dict)
    """New id -> old id."""

    @property
    def is_empty(self) -> bool:
        """Whether the two versions say the same."""
        return not self.changes
