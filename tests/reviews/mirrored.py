"""Changes from the other side: by them `compare` is held to say the same in both directions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from argmap.model.change import Change, Kind, RecordEdit
from argmap.reviews.apply import names_in
from argmap.reviews.records import GRADES, UNORDERED, Names, follow, renamed_element, with_renamed_references

_INVERSE = {
    Kind.ADDED: Kind.REMOVED,
    Kind.EVIDENCE_ADDED: Kind.EVIDENCE_REMOVED,
    Kind.SUPPRESSION_ADDED: Kind.SUPPRESSION_REMOVED,
}
_INVERSE |= {other: one for one, other in _INVERSE.items()}


def mirrored(changes: Sequence[Change]) -> tuple[Change, ...]:
    """The same changes from the other side: what undoes them, in the order in which they were."""
    back: Names = {(key[0], new): key[1] for key, new in names_in(changes).items()}
    return tuple(_mirror(change, back) for change in changes)


def _mirror(change: Change, back: Names) -> Change:
    kind = _INVERSE.get(change.kind, change.kind)
    if change.kind in (Kind.SUPPRESSION_ADDED, Kind.SUPPRESSION_REMOVED) and None not in (change.before, change.after):
        kind = change.kind  # edited, not added: the same from both sides
    if change.kind is Kind.RENAMED:
        edit = RecordEdit(change.subject, change.after, "id", change.after, change.before)
        return Change(kind, change.subject, change.before, (edit,), change.after, change.before, change.score)
    id = back.get((change.subject, change.id), change.id)
    edits = tuple(_back(edit, back) for edit in change.edits)
    was, now = (_shown_back(change, value, back) for value in (change.after, change.before))
    return Change(kind, change.subject, id, edits, was, now, change.score, change.field)


def _back(edit: RecordEdit, back: Names) -> RecordEdit:
    id = back.get((edit.subject, edit.id), edit.id)
    before, after = (_value_back(edit.field, value, back) for value in (edit.after, edit.before))
    return RecordEdit(edit.subject, id, edit.field, before, after)


def _value_back(field: str | None, value: Any, back: Names) -> Any:
    if value is None:
        return None
    if field is None:
        return with_renamed_references(value, back)
    return renamed_element(field, value, back) if field in UNORDERED else follow(field, value, back)


def _shown_back(change: Change, value: Any, back: Names) -> Any:
    if value is None or change.kind is Kind.TURNED or change.edits[0].field in GRADES:
        return value
    return _value_back(change.edits[0].field, value, back)
