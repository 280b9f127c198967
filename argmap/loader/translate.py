"""Pydantic's errors in the words of a debater: what is wrong, what to do, and where."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from pydantic import BaseModel

from argmap.diagnostics import Note
from argmap.loader.faults import MOST_FAULTS, Advice, Faults
from argmap.loader.library import Library
from argmap.loader.nodes import AnyNode, MappingNode, ScalarNode, is_damaged, with_colon
from argmap.loader.odd_keys import Said, meant_key, missing, named, short, unknown
from argmap.loader.refused import Value, refuse
from argmap.loader.unnamed import without_citations, without_text
from argmap.loader.vocabulary import key_help, model_at, noun
from argmap.loader.words import article
from argmap.model import Rebuttal

_READ_AS_NOTHING = frozenset({"null-as-text", "text-cut-by-comment"})
"""Warnings about a text that say why it is missing, where it has to be there."""

_At = tuple[str | int, ...]


def translate(
    model: type[BaseModel], errors: Sequence[Any], node: MappingNode, faults: Faults, library: Library
) -> None:
    """Report each of pydantic's errors at its place; one for each place."""
    first, errors = without_text(model, errors[:MOST_FAULTS], node)
    citations, errors = without_citations(errors, node, library)
    for fault in (first, *citations):
        if fault is not None:
            faults.add(*fault)
    seen, misspelled = set(), _misspelled(model, errors, node)
    for error in errors:
        if faults.full(node.document.file):
            return
        at = _walk(node, error["loc"])
        if _is_known(error, at):
            continue
        if error["type"] == "missing" and error["loc"] in misspelled:
            continue
        said = _say(model, error, node, library)
        if said is None or (key := said[:3]) in seen:
            continue
        seen.add(key)
        if error["type"] in ("missing", "value_error") and faults.sharpen(said[1], _READ_AS_NOTHING):
            continue
        rule, span, message, advice, notes = said
        faults.add(rule, span, message, advice, notes)


def _walk(node: MappingNode, loc: _At) -> AnyNode:
    """The node at the end of a route; steps that are pydantic's own (branches of a union) lead nowhere."""
    found: AnyNode = node
    for step in loc:
        found = found.child(step) or found
    return found


def _misspelled(model: type[BaseModel], errors: Iterable[Any], node: MappingNode) -> set[_At]:
    """The keys that unknown ones are meant for: that they are missing is no second fault."""
    found: set[_At] = set()
    if all(error["type"] != "missing" for error in errors):
        return found
    for error in errors:
        *around, key = error["loc"] or ("",)
        if error["type"] == "extra_forbidden" and len(str(key)) <= 200:
            mapping = _walk(node, tuple(around))
            taken = mapping.entries if isinstance(mapping, MappingNode) else ()
            found.add((*around, meant_key(model_at(model, tuple(around)), str(key), taken) or ""))
    return found


def _is_known(error: Any, at: AnyNode) -> bool:
    """Whether it follows from a fault of YAML that is reported already."""
    if error["type"] == "value_error" and not error["loc"] and is_damaged(at.child("text")):
        return True  # a statement whose text is there, and has a fault of its own
    lacks = error["type"] in ("missing", "value_error", "too_short", "tuple_type", "list_type")
    return is_damaged(at) and (isinstance(at, ScalarNode) or lacks)


def _say(model: type[BaseModel], error: Any, node: MappingNode, library: Library) -> Said | None:
    kind, loc = error["type"], error["loc"]
    if kind == "missing":
        return missing(model, loc, _walk(node, loc[:-1]), node)
    if kind == "extra_forbidden":
        return unknown(model, loc, _walk(node, loc[:-1]), library)
    if kind == "value_error" and not loc:
        return _whole(model, error, node)
    if loc[-1:] == ("[key]",):
        return _bad_key(model, error, node, library)
    at = _walk(node, loc)
    key = next((str(step) for step in reversed(loc) if isinstance(step, str) and "[" not in step), "")
    given = at.data if isinstance(at, ScalarNode) and at.data is not None else ""
    rule, message, advice, span = refuse(Value(model, key, at, error, library, given))
    return rule, span or short(at), message, advice, ()


def _bad_key(model: type[BaseModel], error: Any, node: MappingNode, library: Library) -> Said:
    """A key that names something, such as a value or an audience, in another form than names have."""
    *around, key, _ = error["loc"]
    found = _walk(node, tuple(around))
    name = found.entries[str(key)][0] if isinstance(found, MappingNode) and str(key) in found.entries else found
    rule, message, advice, _ = refuse(Value(model, str(key), name, error, library, str(key)))
    return rule, name.span, message, advice, ()


def _whole(model: type[BaseModel], error: Any, node: MappingNode) -> Said:
    """What is wrong with a statement as a whole."""
    span = named(node)
    if model is Rebuttal and "exactly one" in error["msg"]:
        of, undercuts = (node.entries.get(key) for key in ("of", "undercuts"))
        if of and undercuts and of[1].data is not None and undercuts[1].data is not None:
            first, second = sorted((of[0], undercuts[0]), key=lambda key: key.start)
            help = "Delete one of the two: `of` contests what the target says, `undercuts` its step."
            note = (Note(first.span, "and this is the other"),)
            return "two-targets", second.span, "a rebuttal has one target, and this has two", Advice(help), note
        help = "Add `of: ID` to contest what a statement says, or `undercuts: ID` to contest a step; or nest it there."
        return "no-target", span, "a rebuttal of nothing", Advice(help), ()
    if "text" in node.entries:
        advice = Advice(f"Write {key_help('text')}.")
        return "missing-key", with_colon(node.entries["text"][0]), "`text` is empty", advice, ()
    help = "Add `text: …`, or `premises: [IDS]` to make it a step between statements that exist."
    return "says-nothing", span, f"{article(noun(model, ()))} must say something", Advice(help), ()
