"""Making the changes of a comparison in a debate, all or some of them, and turning them round."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from argmap.model import Debate
from argmap.model.change import Change, Edit, Kind
from argmap.reviews.records import (
    GRADES,
    UNORDERED,
    Key,
    Names,
    Record,
    Records,
    debate_of,
    follow,
    in_order,
    records_of,
    renamed,
    renamed_element,
    with_renamed_references,
)

_INVERSE = {
    Kind.ADDED: Kind.REMOVED,
    Kind.EVIDENCE_ADDED: Kind.EVIDENCE_REMOVED,
    Kind.SUPPRESSION_ADDED: Kind.SUPPRESSION_REMOVED,
}
_INVERSE |= {other: one for one, other in _INVERSE.items()}


def apply(changes: Iterable[Change], debate: Debate) -> Debate:
    """The debate with changes made in it: with all those of `compare(a, b)` in `a`, what `b` says.

    The order of what has no order in the argument is not kept.
    """
    changes = tuple(changes)
    records = renamed(records_of(debate), names_in(changes))
    return debate_of(edited(records, edits_of(changes)))


def names_in(changes: Iterable[Change]) -> dict[Key, str]:
    """New ids by what is renamed among changes."""
    return {(c.subject, c.before): c.after for c in changes if c.kind is Kind.RENAMED}


def edits_of(changes: Iterable[Change]) -> list[Edit]:
    """The edits of changes beside the renames, which come first and whose new names the others use."""
    return [edit for change in changes if change.kind is not Kind.RENAMED for edit in change.edits]


def edited(records: Records, edits: Iterable[Edit]) -> Records:
    """The records with edits made in them; an edit of a record that is not there is passed over."""
    found = dict(records)
    for edit in edits:
        key = (edit.subject, edit.id)
        if edit.field is None:
            found.pop(key, None)
            if edit.after is not None:
                found[key] = dict(edit.after)
        elif key in found:
            found[key] = _with(found[key], edit)
    return found


def _with(record: Record, edit: Edit) -> Record:
    field, value = edit.field or "", edit.after
    if field in UNORDERED:
        value = _exchanged(record.get(field, ()), edit.before, edit.after)
    rest = {name: held for name, held in record.items() if name != field}
    return rest if value is None or value == () else {**rest, field: value}


def _exchanged(elements: Sequence[Any], old: Any, new: Any) -> tuple[Any, ...]:
    kept = list(elements)
    if old is not None and old in kept:
        kept.remove(old)
    return in_order([*kept, new] if new is not None else kept)


def mirrored(changes: Sequence[Change]) -> tuple[Change, ...]:
    """The same changes from the other side: what undoes them, in the order in which they were."""
    back: Names = {(key[0], new): key[1] for key, new in names_in(changes).items()}
    return tuple(_mirror(change, back) for change in changes)


def _mirror(change: Change, back: Names) -> Change:
    kind = _INVERSE.get(change.kind, change.kind)
    if change.kind in (Kind.SUPPRESSION_ADDED, Kind.SUPPRESSION_REMOVED) and None not in (change.before, change.after):
        kind = change.kind  # edited, not added: the same from both sides
    if change.kind is Kind.RENAMED:
        edit = Edit(change.subject, change.after, "id", change.after, change.before)
        return Change(kind, change.subject, change.before, (edit,), change.after, change.before, change.score)
    id = back.get((change.subject, change.id), change.id)
    edits = tuple(_back(edit, back) for edit in change.edits)
    was, now = (_shown_back(change, value, back) for value in (change.after, change.before))
    return Change(kind, change.subject, id, edits, was, now, change.score, change.field)


def _back(edit: Edit, back: Names) -> Edit:
    id = back.get((edit.subject, edit.id), edit.id)
    before, after = (_value_back(edit.field, value, back) for value in (edit.after, edit.before))
    return Edit(edit.subject, id, edit.field, before, after)


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
