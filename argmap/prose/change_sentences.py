"""A change told in one line, and what readers call the fields of the format."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from argmap.model import ALL, Comparison, Evidence, StepPremise, Suppression
from argmap.model.change import Change, Kind
from argmap.model.csl.dates import CslDate
from argmap.model.csl.names import Name
from argmap.prose.relation import does
from argmap.wording.lists import listed
from argmap.wording.sentences import article

_NOUNS = {
    "short": "short name", "asks": "question put aloud", "excludes": "options excluded", "said_by": "speaker",
    "status_quo": "mark as today's practice", "criteria": "criteria", "as_of": "as-of date",
}  # fmt: skip
_IN_A_RISK = {"when": "if", "by": "rated by"}
PLURAL = frozenset({"sides", "terms", "values", "audiences", "facets", "resolutions", "criteria", "parties"})
"""Fields that hold several things."""


Naming = Callable[[str, str], str]
"""What a format calls a thing, by its kind and its id, such as a link; kind `id` is the id alone."""

_QUOTES = {
    "quote added": "now quotes {}", "quote removed": "no longer quotes {}", "quote altered": "quotes {} in other words"
}  # fmt: skip
_ELEMENTS = {
    Kind.PREMISES: ("now needs {} as a premise", "no longer needs {} as a premise"),
    Kind.CONTRADICTION: ("is said to contradict {}", "is no longer said to contradict {}"),
}


def noun(field: str) -> str:
    """The field in words: `said_by` is the speaker."""
    return _NOUNS.get(field, field.replace("_", " "))


def part(field: str) -> str:
    """A field inside of another, as it stands before its value: `if: not done`, `rated by: the editors`."""
    return _IN_A_RISK.get(field, noun(field))


def done(change: Change) -> str:
    """What was done, in the words of `Kind`; of a quote that came or went that it did."""
    if change.kind is Kind.QUOTE_ALTERED and not (change.before.quote and change.after.quote):
        return "quote added" if change.after.quote else "quote removed"
    return str(change.kind)


def by_id(kind: str, id: str) -> str:
    """`direct-clash` of a statement, `source article`, `the debate`."""
    return id if kind in ("statement", "id") else f"{kind} {id}" if id else f"the {kind}"


def headline(change: Change, naming: Naming = by_id) -> str:
    """One line: what is changed, and how. The texts and quotes themselves are `change.before` and `change.after`."""
    name, record = naming(change.subject, change.id), change.after or change.before
    if change.kind is Kind.REPLACED and change.subject == "source":
        return f"{name} is now another work: {change.after['title']}; it was {change.before['title']}"
    if change.kind is Kind.REPLACED:
        return f"{name} is now another statement: {_typed(change.after)}; it was {_typed(change.before)}"
    if change.kind not in (Kind.ADDED, Kind.REMOVED):
        return f"{name} {_what(change, naming)}"
    if change.subject == "statement" and isinstance(record, dict):
        name = f"{'' if 'text' in record else 'bare '}{record['type']} {name}"
    return f"{name} is {change.kind.value}{_where(change)}"


def _typed(record: Mapping[str, Any]) -> str:
    return article(record["type"])


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


def _what(change: Change, naming: Naming) -> str:
    before, after = change.before, change.after
    if change.kind is Kind.RENAMED:
        how = "" if change.score == 1 else f" (the texts are {change.score:.0%} alike)"
        return f"was called {naming('id', before)}{how}"
    if change.kind is Kind.REWORDED:
        return "is reworded"
    if change.kind is Kind.RETARGETED:
        return f"now {_aim(change, naming, after=True)}; it {_aim(change, naming, after=False)}"
    if change.kind is Kind.TURNED:
        return f"is now a {after}, no longer a {before}"
    if change.kind is Kind.MOVED:
        homes = (naming("position", id) if id else "the resolutions" for id in (before, after))
        return "is moved from {} to {}".format(*homes)
    if change.kind in _ELEMENTS:
        return _ELEMENTS[change.kind][after is None].format(element(after or before, naming))
    if change.kind is Kind.WEIGHING:
        return _weighing(before, after, naming)
    if isinstance(after or before, Suppression):
        done = "no longer accepts" if after is None else "accepts"
        again = "" if None in (before, after) else " on other terms"
        return f"{done} the finding {naming('id', (after or before).rule)}{again}"
    return _evidence(change) if isinstance(after or before, Evidence) else _field(change)


def _aim(change: Change, naming: Naming, *, after: bool) -> str:
    """What a step answered to, or does now: the same id may mean the statement or its step."""
    for edit in change.edits:
        id = edit.after if after else edit.before
        if id is not None:
            undercut = ("undercuts the step of", "undercut the step of")
            present, past = undercut if edit.field == "undercuts" else ("answers", "answered")
            return f"{present if after else past} {naming('statement', id)}"
    return "answers to nothing" if after else "answered to nothing"


def element(it: str | StepPremise, naming: Naming) -> str:
    """A premise, or what is outweighed: a statement or a step by its id, or all on the other side."""
    if isinstance(it, StepPremise):
        return f"the step of {naming('statement', it.step)}"
    return "all on the other side" if it == ALL else naming("statement", it)


def _weighing(before: Any, after: Any, naming: Naming) -> str:
    if not isinstance(before or after, Comparison):
        return (
            "is now weighed: no rebuttal settles it alone"
            if after
            else "is no longer weighed: a single rebuttal settles it"
        )
    what = element((after or before).over, naming)
    if before is not None and after is not None:
        return f"now outweighs {what} for another reason"
    return f"now outweighs {what}" if before is None else f"no longer outweighs {what}"


def _evidence(change: Change) -> str:
    before, after = change.before, change.after
    if before is None or after is None:
        return f"now cites {after.source}" if before is None else f"no longer cites {before.source}"
    if change.kind is Kind.SOURCE_CHANGED:
        return f"now cites {after.source} instead of {before.source}"
    if change.kind is Kind.QUOTE_ALTERED:
        return _QUOTES[done(change)].format(after.source)
    if change.kind is Kind.GRADE_CHANGED:
        return f"now grades what {after.source} says {after.grade or 'as its source'}, no longer {before.grade or 'so'}"
    return f"uses {after.source} otherwise: its {listed([noun(name) for name in edited_fields(before, after)])}"


def edited_fields(before: Evidence, after: Evidence) -> list[str]:
    """The fields in which two versions of a piece of evidence differ."""
    return [name for name in type(after).model_fields if getattr(before, name) != getattr(after, name)]


def _field(change: Change) -> str:
    if change.kind is Kind.GRADE_CHANGED:
        if "??" in (change.before, change.after):
            return f"is now graded {change.after}" if change.before == "??" else f"is no longer graded {change.before}"
        return f"is now graded {change.after}, no longer {change.before}"
    field = change.field or (change.edits[0].field or "").removeprefix("custom.")
    if field in _SENTENCES:
        return _SENTENCES[field](change.before, change.after)
    name = noun(field)
    if change.before is None or change.after is None:
        given = "now has" if change.before is None else "no longer has"
        return f"{given} {name}" + (f" {value_in_words(change.after)}" if change.before is None else "")
    return f"has {'other' if field in PLURAL else 'another'} {name}"


def _status_quo(_: Any, after: Any) -> str:
    if not after:
        return "is no longer marked as today's practice"
    return "now mends today's practice, without leaving it" if after == "reform" else "now keeps today's practice"


def _excludes(before: Any, after: Any) -> str:
    return f"now excludes {after}" if after else f"no longer excludes {before}"


_SENTENCES: Mapping[str, Callable[[Any, Any], str]] = {"status_quo": _status_quo, "excludes": _excludes}
"""Fields whose changes have sentences of their own."""


def value_in_words(value: Any) -> str:
    """A value in words, short: what a reader compares."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return value
    if isinstance(value, Mapping):
        return ", ".join(f"{key}: {value_in_words(held)}" for key, held in value.items())
    if isinstance(value, tuple | list):
        return ", ".join(": ".join(held) if isinstance(held, tuple) else value_in_words(held) for held in value)
    if hasattr(value, "model_dump") and not isinstance(value, CslDate | Name):
        held = value.model_dump(exclude_defaults=True)
        return value_in_words({part(name): each for name, each in held.items()})
    return str(value)
