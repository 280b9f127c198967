"""What may change between two versions of a debate, by meaning and not by line.

A `RecordEdit` is exact: it adds or removes a record (a statement, a position, a source, the header), or takes one field
of it from one value to another. A list of edits can be applied and turned round (`argmap.reviews.apply`). A `Change` is
what a reader is told: its kind in the field's words, and the edits that it consists of.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Literal

Subject = Literal["debate", "position", "statement", "source", "criterion"]


@dataclass(frozen=True, slots=True)
class RecordEdit:
    """One record added (`before` is None), removed (`after` is None), renamed (field `id`), or one field of it set.

    Renames come first; all other edits use the new names. `id` is "" for the debate itself. `field` is None where the
    whole record is meant; of a field without an order (evidence, premises, …) an edit speaks of one element. Values are
    those of `argmap.reviews.records`; what is absent is None.
    """

    subject: Subject
    id: str
    field: str | None
    before: Any
    after: Any


class Kind(StrEnum):
    """What happened to a record, in the words of a reviewer."""

    ADDED = "added"
    REMOVED = "removed"
    REPLACED = "replaced"
    """Another statement has its id now: one of another type, in another place, with other words. Or another work has
    it: under another title, by somebody else."""
    RENAMED = "renamed"
    REWORDED = "reworded"
    RETARGETED = "retargeted"
    TURNED = "turned"
    """A support became a rebuttal or the other way round, or a statement another type."""
    MOVED = "moved"
    """To another position."""
    PREMISES = "premises changed"
    WEIGHING = "weighing changed"
    """`outweighs`, `weigh`."""
    CONTRADICTION = "contradictions changed"
    EVIDENCE_ADDED = "evidence added"
    EVIDENCE_REMOVED = "evidence removed"
    EVIDENCE_EDITED = "evidence edited"
    QUOTE_ALTERED = "quote altered"
    GRADE_CHANGED = "grade changed"
    SOURCE_CHANGED = "source changed"
    """A statement's evidence names another source, or the bibliography's entry itself changed."""
    SUPPRESSION_ADDED = "suppression added"
    SUPPRESSION_REMOVED = "suppression removed"
    ROLE_CHANGED = "role changed"
    SCHEME_CHANGED = "scheme changed"
    EDITED = "edited"
    """Any other field."""


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that a reader of the review is told."""

    kind: Kind
    subject: Subject
    id: str
    """As the record is called after the change; where it is removed, as it was called."""
    edits: tuple[RecordEdit, ...]
    before: Any = None
    """What a reader compares: a text, an id, a tuple of ids, a piece of evidence, a whole record."""
    after: Any = None
    score: float | None = None
    """For a rename: how alike the two are, from 0 to 1."""
    field: str | None = None
    """The field's name in the file, for EDITED."""
