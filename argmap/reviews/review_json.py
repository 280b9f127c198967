"""A review as plain data, and the JSON Schema of it: what `argmap diff --format json` writes.

The models below are the documentation of the format. Keys stay; new ones may come.
"""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from argmap.evaluation.force import Force
from argmap.model.change import Change, Kind, RecordEdit, Subject
from argmap.model.csl.dates import CslDate
from argmap.model.diagnostics import Diagnostic
from argmap.prose.change_sentences import headline
from argmap.reviews.result import AudienceFlip, Flip, LockChanges, Review, UnreadFile
from argmap.reviews.verdict_told import verdict

LabelWord = Literal["in", "out", "undec"]


class _Form(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class EditForm(_Form):
    """One field set, or one element of a field without an order exchanged; `field` is null for a whole record."""

    subject: Subject
    id: str = Field(description="The record's id; after a rename the new one. Empty for the debate itself.")
    field: str | None
    before: Any = Field(description="The value before, null where there was none.")
    after: Any = Field(description="The value after, null where there is none.")


class ChangeForm(_Form):
    """One thing that a reader is told."""

    kind: Kind = Field(description="What happened.")
    subject: Subject = Field(description="What it happened to.")
    id: str = Field(description="As it is called after the change; where it is removed, as it was called.")
    headline: str = Field(description="The change in a line of English.")
    before: Any = Field(description="What a reader compares: a text, an id, a piece of evidence, a whole record.")
    after: Any = Field(description="The same after the change.")
    score: float | None = Field(description="For a rename: how alike the two texts are, from 0 to 1.")
    edits: list[EditForm] = Field(description="Exactly what is changed; all edits applied give the new version.")


class FlipForm(_Form):
    """A statement that stands otherwise than before, or an argument that has another force."""

    id: str
    resolution: bool = Field(description="Whether it is a resolution of the debate.")
    before: LabelWord
    after: LabelWord
    forces: tuple[Force, Force] | None = Field(
        description="Of an argument its force before and after; where the labels are the same, this is what flips."
    )
    causes: list[int] = Field(description="The changes, by their place in `changes` from 0, that together make it so.")
    smallest: bool = Field(description="Whether it is certain that no smaller set of changes does.")
    irreducible: bool = Field(description="Whether it is certain that none of them can be spared.")


class MoveForm(_Form):
    """A statement whose strength, in [0, 1], moved by more than the threshold."""

    id: str
    before: float
    after: float


class CoverageForm(_Form):
    """One side's numbers, before and after."""

    side: str
    name: str
    statements: tuple[int, int]
    bare_steps: tuple[int, int] = Field(description="Of the statements the steps without words of their own.")
    standing: tuple[int, int] = Field(description="Claims that stand and arguments that count.")
    evidenced: tuple[int, int]


class FindingForm(_Form):
    """What `argmap check` newly reports, or no longer reports."""

    rule: str
    severity: Literal["error", "warning", "info"]
    message: str
    file: str = Field(description="Inside the debate's folder.")
    line: int = Field(description="From 1.")
    column: int = Field(description="From 1.")
    at: list[str | int] = Field(description="The address in the model.")


class UnreadForm(_Form):
    """A file that could not be read to its end, so that it, or a part of it, is not compared."""

    file: str
    before: bool = Field(description="Whether it could not be read in the version before.")
    after: bool = Field(description="Whether it could not be read in the version after.")
    parts: list[str] = Field(description="What of it could not be read, by id; empty where it is the whole file.")
    statements: int = Field(description="How many statements of it are not compared, as far as that is known.")
    faults: list[FindingForm]


class HeardForm(_Form):
    """A resolution that stands otherwise for an audience; null where the audience was not there."""

    audience: str
    resolution: str
    before: LabelWord | None
    after: LabelWord | None


class LockForm(_Form):
    """What the change does to argmap.lock; ids of statements."""

    accepted: list[str]
    edited: list[str] = Field(description="Those whose entry does not fit their words, or is gone though they stand.")
    removed: bool
    by: list[str] = Field(description="Who wrote the lock meanwhile, as git says.")
    unchecked: list[str] = Field(description="Sources of quotes newly entered as found, in texts not opened here.")
    arrived: list[str] = Field(description="Sources of quotes newly entered as found, in copies that come with them.")


class ReviewForm(_Form):
    """What a change does to one debate. `argmap diff --format json` writes an object of these by debate."""

    verdict: str = Field(description="Whether a resolution changes its standing, in a sentence.")
    flips: list[FlipForm] = Field(description="Resolutions first, then in file order.")
    newly_unanswered: list[str] = Field(description="Rebuttals that take something down and that nothing answers.")
    newly_answered: list[str] = Field(description="Rebuttals that were so before and are no longer.")
    conceded: list[str] = Field(description="Rebuttals that nothing answers, newly conceded with a reason.")
    unread: list[UnreadForm] = Field(description="The files that are not compared.")
    was: str | None = Field(description="The name of the debate's folder before, where it had another one.")
    audiences: list[HeardForm]
    lock: LockForm
    unreviewed: list[str] = Field(description="New steps that nobody has accepted.")
    snapshots_changed: list[str] = Field(description="Quoted sources whose snapshot is another than before, or gone.")
    changes: list[ChangeForm]
    strengths: list[MoveForm]
    coverage: list[CoverageForm]
    new_findings: list[FindingForm]
    fixed_findings: list[FindingForm]
    renamed: dict[str, str] = Field(description="New id -> old id, of statements, positions and sources.")


def to_json(review: Review) -> dict[str, Any]:
    """The review as `ReviewForm` says, ready for `json.dumps`."""
    place = {id(change): n for n, change in enumerate(review.changes)}
    form = ReviewForm(
        verdict=verdict(review),
        flips=[_flip(flip, place) for flip in review.flips],
        newly_unanswered=list(review.newly_unanswered),
        newly_answered=list(review.newly_answered),
        conceded=list(review.conceded),
        unread=[_unread(each) for each in review.unread],
        was=review.was,
        audiences=[_heard(each) for each in review.audiences],
        lock=_lock(review.lock),
        unreviewed=list(review.unreviewed),
        snapshots_changed=list(review.snapshots),
        changes=[_change(change) for change in review.changes],
        strengths=[MoveForm(id=m.id, before=round(m.before, 6), after=round(m.after, 6)) for m in review.moves],
        coverage=[CoverageForm.model_validate(each, from_attributes=True) for each in review.coverage],
        new_findings=[_finding(each) for each in review.diagnoses.new],
        fixed_findings=[_finding(each) for each in review.diagnoses.fixed],
        renamed=dict(review.renamed),
    )
    return form.model_dump(mode="json")


def schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of what `argmap diff --format json` writes."""
    found = TypeAdapter(dict[str, ReviewForm]).json_schema(mode="serialization")
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "argmap review",
        "description": "What a change does to the debates of a repository, by the debate's name.",
    }
    return {**head, **found}


def _flip(flip: Flip, place: dict[int, int]) -> FlipForm:
    return FlipForm(
        id=flip.id,
        resolution=flip.is_resolution,
        before=flip.before.value,
        after=flip.after.value,
        forces=flip.forces,
        causes=sorted(place[id(change)] for change in flip.causes),
        smallest=flip.smallest,
        irreducible=flip.irreducible,
    )


def _unread(each: UnreadFile) -> UnreadForm:
    faults = [_finding(fault) for fault in each.faults]
    return UnreadForm(
        file=each.file, before=each.before, after=each.after, parts=list(each.parts), statements=each.statements,
        faults=faults,
    )  # fmt: skip


def _heard(each: AudienceFlip) -> HeardForm:
    before, after = (label and label.value for label in (each.before, each.after))
    return HeardForm(audience=each.audience, resolution=each.resolution, before=before, after=after)


def _lock(lock: LockChanges) -> LockForm:
    return LockForm(
        accepted=list(lock.accepted), edited=list(lock.edited), removed=lock.is_removed, by=list(lock.by),
        unchecked=list(lock.unchecked), arrived=list(lock.arrived),
    )  # fmt: skip


def _change(change: Change) -> ChangeForm:
    return ChangeForm(
        kind=change.kind,
        subject=change.subject,
        id=change.id,
        headline=headline(change),
        before=_plain(change.before),
        after=_plain(change.after),
        score=change.score,
        edits=[_edit(edit) for edit in change.edits],
    )


def _edit(edit: RecordEdit) -> EditForm:
    return EditForm(
        subject=edit.subject, id=edit.id, field=edit.field, before=_plain(edit.before), after=_plain(edit.after)
    )


def _plain(value: Any) -> Any:
    """Values of the model as JSON has them."""
    if isinstance(value, CslDate):
        return str(value)
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json", exclude_defaults=True, by_alias=True)
    if isinstance(value, dict):
        return {key: _plain(held) for key, held in value.items()}
    return [_plain(held) for held in value] if isinstance(value, tuple | list) else value


def _finding(diagnostic: Diagnostic) -> FindingForm:
    span = diagnostic.span
    return FindingForm(
        rule=diagnostic.rule,
        severity=diagnostic.severity.value,
        message=diagnostic.message,
        file=span.file,
        line=span.line,
        column=span.column,
        at=list(diagnostic.at),
    )
