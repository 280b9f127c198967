"""Making the changes of a comparison in a debate, all or some of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from argmap.model import Debate
from argmap.model.change import Change, Kind, RecordEdit
from argmap.reviews.records import UNORDERED, Key, Record, Records, debate_of, in_order, records_of, renamed


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


def edits_of(changes: Iterable[Change]) -> list[RecordEdit]:
    """The edits of changes beside the renames, which come first and whose new names the others use."""
    return [edit for change in changes if change.kind is not Kind.RENAMED for edit in change.edits]


def edited(records: Records, edits: Iterable[RecordEdit]) -> Records:
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


def _with(record: Record, edit: RecordEdit) -> Record:
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
