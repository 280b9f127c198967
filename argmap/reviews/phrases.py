"""What a reader is told of a change, in a line of plain text; every report says it in these words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from argmap.model import ALL, Comparison, Evidence, Suppression
from argmap.model.csl.dates import CslDate
from argmap.model.csl.names import Name
from argmap.prose.relation import does
from argmap.reviews.change import Change, Kind
from argmap.reviews.nouns import PLURAL, noun, part
from argmap.wording.lists import listed

_SUBJECTS = {"position": "position", "source": "source", "criterion": "criterion", "debate": "the debate"}
_ELEMENTS = {
    Kind.PREMISES: ("needs {} as a premise now", "no longer needs {} as a premise"),
    Kind.CONTRADICTION: ("is said to contradict {}", "is no longer said to contradict {}"),
}


def headline(change: Change) -> str:
    """One line: what is changed, and how. The texts and quotes themselves are `change.before` and `change.after`."""
    if change.kind in (Kind.ADDED, Kind.REMOVED):
        return f"{_named(change)} is {change.kind.value}{_where(change)}"
    return f"{_named(change)} {_what(change)}"


def _named(change: Change) -> str:
    """The record with its type, where it has one: `rebuttal direct-clash`, `source article`, `the debate`."""
    if change.subject != "statement":
        return f"{_SUBJECTS[change.subject]} {change.id}".rstrip()
    record = change.after or change.before
    if change.kind in (Kind.ADDED, Kind.REMOVED) and isinstance(record, dict):
        bare = "bare " if "text" not in record else ""
        return f"{bare}{record['type']} {change.id}"
    return change.id


def _where(change: Change) -> str:
    record = change.after or change.before
    if change.subject != "statement" or not isinstance(record, dict):
        return ""
    home = f" in {record['position']}" if record["position"] else " as a resolution"
    if record["type"] == "claim":
        return home
    undercuts = record.get("undercuts")
    step = does("undercut", undercuts) if undercuts else does(record["type"], record["of"])
    return f": it {step}{home}"


def _what(change: Change) -> str:
    before, after = change.before, change.after
    if change.kind is Kind.RENAMED:
        how = "" if change.score == 1 else f" (the texts are {change.score:.0%} alike)"
        return f"was called {before}{how}"
    if change.kind is Kind.REWORDED:
        return "is reworded"
    if change.kind is Kind.RETARGETED:
        return f"{_aim(change, after=True)} now, where it {_aim(change, after=False)}"
    if change.kind is Kind.TURNED:
        return f"is a {after} now, no longer a {before}"
    if change.kind is Kind.MOVED:
        return f"is moved from {before or 'the resolutions'} to {after or 'the resolutions'}"
    if change.kind in _ELEMENTS:
        return _ELEMENTS[change.kind][after is None].format(after or before)
    if change.kind is Kind.WEIGHING:
        return _weighing(before, after)
    return _evidence(change) if _is_evidence(change) else _field(change)


def _aim(change: Change, *, after: bool) -> str:
    """What a step answered to, or does now: the same id may mean the statement or its step."""
    for edit in change.edits:
        id = edit.after if after else edit.before
        if id is not None:
            present, past = ("undercuts", "undercut") if edit.field == "undercuts" else ("answers", "answered")
            return f"{present if after else past} {id}"
    return "answers to nothing" if after else "answered to nothing"


def _weighing(before: Any, after: Any) -> str:
    if not isinstance(before or after, Comparison):
        return "is weighed now: no rebuttal settles it alone" if after else "is no longer weighed"
    over = (after or before).over
    what = "all on the other side" if over == ALL else over
    if before is not None and after is not None:
        return f"outweighs {what} for another reason now"
    return f"outweighs {what} now" if before is None else f"no longer outweighs {what}"


def _is_evidence(change: Change) -> bool:
    return isinstance(change.before or change.after, Evidence | Suppression)


def _evidence(change: Change) -> str:
    before, after = change.before, change.after
    element = after or before
    if isinstance(element, Suppression):
        done = "no longer accepts" if after is None else "accepts"
        return f"{done} the finding {element.rule}" + (" on other terms" if None not in (before, after) else "")
    if before is None or after is None:
        return f"cites {element.source} now" if before is None else f"no longer cites {element.source}"
    if change.kind is Kind.SOURCE_CHANGED:
        return f"cites {after.source} now, where it cited {before.source}"
    if change.kind is Kind.QUOTE_ALTERED:
        return f"quotes {after.source} in other words"
    if change.kind is Kind.GRADE_CHANGED:
        return f"grades what {after.source} says {after.grade or 'as its source'} now, no longer {before.grade or 'so'}"
    return f"uses {after.source} otherwise: its {listed([noun(name) for name in edited_fields(before, after)])}"


def edited_fields(before: Evidence, after: Evidence) -> list[str]:
    """The fields in which two versions of a piece of evidence differ."""
    return [name for name in type(after).model_fields if getattr(before, name) != getattr(after, name)]


def _field(change: Change) -> str:
    if change.kind is Kind.GRADE_CHANGED:
        if "??" in (change.before, change.after):
            return f"is graded {change.after} now" if change.before == "??" else f"is no longer graded {change.before}"
        return f"is graded {change.after} now, no longer {change.before}"
    field = change.field or (change.edits[0].field or "").removeprefix("custom.")
    if field in _SENTENCES:
        return _SENTENCES[field](change.before, change.after)
    name = noun(field)
    if change.before is None or change.after is None:
        given = "is given" if change.before is None else "no longer has"
        return f"{given} {name}" + (f" {plain(change.after)}" if change.before is None else "")
    return f"has {'other' if field in PLURAL else 'another'} {name}"


def _status_quo(_: Any, after: Any) -> str:
    if not after:
        return "is no longer marked as today's practice"
    return "mends today's practice now, without leaving it" if after == "reform" else "keeps today's practice now"


def _excludes(before: Any, after: Any) -> str:
    return f"excludes {after} now" if after else f"no longer excludes {before}"


_SENTENCES: Mapping[str, Callable[[Any, Any], str]] = {"status_quo": _status_quo, "excludes": _excludes}
"""Fields of which is told in words of their own."""


def plain(value: Any) -> str:
    """A value in words, short: what a reader compares."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return value
    if isinstance(value, Mapping):
        return ", ".join(f"{key}: {plain(held)}" for key, held in value.items())
    if isinstance(value, tuple | list):
        return ", ".join(plain(held) for held in value)
    if hasattr(value, "model_dump") and not isinstance(value, CslDate | Name):
        held = value.model_dump(exclude_defaults=True)
        return plain({part(name): each for name, each in held.items()})
    return str(value)
