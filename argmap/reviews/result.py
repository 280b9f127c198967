"""A review: two evaluated versions of a debate, what changed between them and what follows from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from argmap.evaluation.evaluated import Evaluation
from argmap.evaluation.force import Force
from argmap.evaluation.framework import Label
from argmap.model.change import Change, Kind
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
class StrengthMove:
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
        """The pairs (before, after), in the order of `COLUMNS`."""
        return self.statements, self.bare_steps, self.standing, self.evidenced


COLUMNS = ("statements", "of them steps without words", "that stand or count", "with evidence")
"""What the numbers of a side are of."""


@dataclass(frozen=True)
class Diagnoses:
    """What the checks newly report, and what they no longer report."""

    new: tuple[Diagnostic, ...] = ()
    fixed: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True)
class UnreadFile:
    """A file that could not be read to the end in one of the versions, so that it, or a part of it, is not compared."""

    file: str
    faults: tuple[Diagnostic, ...]
    """Why, those of the later version first."""
    before: bool
    after: bool
    """In which of the versions it could not be read."""
    statements: int = 0
    """How many statements of it are not compared, as far as one of the versions shows."""
    within: str = ""
    """The statement in which the first fault stands; nothing where that is not known."""
    excerpt: tuple[str, ...] = ()
    """The lines of the file around the first fault, with carets under what is meant."""
    parts: tuple[str, ...] = ()
    """What alone could not be read, statements or sources, by id; nothing where it is the whole file."""


@dataclass(frozen=True)
class LockChanges:
    """What a change does to the lock; ids are those of statements after the change."""

    accepted: tuple[str, ...] = ()
    """The steps whose words were accepted."""
    edited: tuple[str, ...] = ()
    """Statements of which an entry fits no words of theirs, or is gone although the words are there."""
    is_removed: bool = False
    """Whether there was a lock and there is none."""
    by: tuple[str, ...] = ()
    """Who wrote the lock meanwhile, as git says."""
    unchecked: tuple[str, ...] = ()
    """Of each quote newly entered as found, in a text that is not opened here, the source."""
    arrived: tuple[str, ...] = ()
    """The same of those found in a copy of the source that comes with the change."""

    @property
    def is_changed(self) -> bool:
        """Whether there is something to tell."""
        return bool(self.accepted or self.edited or self.is_removed or self.unchecked or self.arrived)


@dataclass(frozen=True)
class AudienceFlip:
    """A resolution that stands otherwise for an audience than before; None where the one or the other was not there."""

    audience: str
    resolution: str
    before: Label | None
    after: Label | None


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
    moves: tuple[StrengthMove, ...] = ()
    coverage: tuple[Coverage, ...] = ()
    diagnoses: Diagnoses = field(default_factory=Diagnoses)
    renamed: Mapping[str, str] = field(default_factory=dict)
    """New id -> old id."""
    conceded: tuple[str, ...] = ()
    """Rebuttals that nothing answers, newly conceded with a reason."""
    audiences: tuple[AudienceFlip, ...] = ()
    lock: LockChanges = field(default_factory=LockChanges)
    unreviewed: tuple[str, ...] = ()
    """New steps that nobody has accepted."""
    snapshots: tuple[str, ...] = ()
    """Quoted sources whose snapshot is another than before, or is gone."""
    unread: tuple[UnreadFile, ...] = ()
    """The files that are not compared."""
    was: str | None = None
    """The name of the debate's folder before, where it has another one now."""
    name: str = ""
    """The name that it has now."""
    born: bool = False
    gone: bool = False
    """Whether the version before, or the one after, has no such debate."""

    @property
    def is_empty(self) -> bool:
        """Whether the two versions say the same."""
        return not self.changes and not self.unread and not self.was

    @property
    def says_nothing(self) -> bool:
        """Whether there is nothing to tell."""
        return self.is_empty and not (self.diagnoses.new or self.diagnoses.fixed or self.alters_checks)

    @property
    def alters_checks(self) -> bool:
        """Whether the lock changes, or a text in which quotes are looked for."""
        return self.lock.is_changed or bool(self.snapshots)

    @property
    def moves_shown(self) -> tuple[StrengthMove, ...]:
        """The moves of strength that people see, the widest first. That of a resolution is for programs and policies:
        it follows how many reasons were listed.
        """
        found = (move for move in self.moves if move.id not in self.after.debate.resolution_ids)
        return tuple(sorted(found, key=lambda move: -abs(move.after - move.before)))

    @property
    def statements_renamed(self) -> Mapping[str, str]:
        """As `renamed`, of statements alone."""
        return {c.id: c.before for c in self.changes if c.kind is Kind.RENAMED and c.subject == "statement"}

    @property
    def is_readable(self) -> bool:
        """Whether all of the later version was read."""
        return not any(each.after for each in self.unread)
