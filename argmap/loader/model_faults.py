"""What pydantic says of data, put into the words of a debater: what is wrong, what to do, and where.

Everybody's first tries make several errors of one mistake, which is told as one: a text in the place of an id
(`- claim: The city should ban cars` without a `text:`), and citations as they stand in a text (`evidence: [Smith 2020,
p. 4]`). Imported where there is an error, since it takes a while.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from pydantic import BaseModel

from argmap.loader.faults import MOST_FAULTS, Advice, Faults, beside, write
from argmap.loader.forms import NAMED_BY, as_pair, flow
from argmap.loader.library import Library, is_address, is_locator
from argmap.loader.near_words import quoted, short_id
from argmap.loader.nodes import AnyNode, MappingNode, ScalarNode, SequenceNode, is_damaged, with_nothing
from argmap.loader.odd_keys import Said, meant_by_gap, meant_key, missing, named, short, unknown
from argmap.loader.outdented import without_outdented
from argmap.loader.refused_values import Value, refuse
from argmap.loader.reshape import cited
from argmap.loader.vocabulary import key_help, keys, model_at, noun
from argmap.model import Claim, DebateHeader, PositionHeader, Rebuttal, Support
from argmap.model.diagnostics import Note, Span
from argmap.model.values import ID_PATTERN
from argmap.wording.sentences import article

_TEXT: dict[type[BaseModel], tuple[str, ...]] = {
    **dict.fromkeys((Claim, Support, Rebuttal), ("text",)),
    PositionHeader: ("title",),
    DebateHeader: ("title", "question"),
}
"""Where the text belongs that a debater writes for the id: the first of these keys that is not there."""


def without_text(model: type[BaseModel], errors: Sequence[Any], node: MappingNode) -> tuple[Said | None, Sequence[Any]]:
    """The text that stands for an id, as a fault; and the errors that do not follow from it."""
    name = model.model_fields["id"].alias if "id" in model.model_fields else None
    value = node.child(name) if name else None
    key = next((key for key in _TEXT.get(model, ()) if key not in node.entries), None)
    if name is None or key is None or not isinstance(value, ScalarNode) or "premises" in node.entries:
        return None, errors
    if " " not in (value.data or "").strip() or not any(_is_of_id(error, name) for error in errors):
        return None, errors
    rest = [error for error in errors if not _is_of_id(error, name) and error["loc"] != (key,)]
    return (
        "bad-id",
        value.span,
        f"an id is a short name; this is the `{key}`",
        _moved(node, name, value, key),
        (),
    ), rest


def _is_of_id(error: Any, name: str) -> bool:
    return error["loc"] == (name,) and error["type"] in ("string_pattern_mismatch", "string_too_long")


def _moved(node: MappingNode, name: str, value: ScalarNode, key: str) -> Advice:
    """To give it a short id, and the text a key of its own."""
    text, id = node.document.text, short_id(value.data or "")
    if id is None:
        return Advice(f"Give it a short name of small letters a to z, and move this below it, after `{key}:`.")
    source, first = text[value.start : value.end], node.entries[name][0]
    if "\n" in source or text[first.end : value.start].strip(" ") != ":":
        return Advice(f"Give it a short name, such as {id}, and move this below it, after `{key}:`.")
    return beside(node, name, id, f"{key}: {source}")


_SAYS = re.compile(
    r"(.+?)[,;]?(?<!\s)\s+(?:(quote)s?|says?|argues?|finds?|found|shows?|writes?|claims?|notes?)", re.DOTALL
)
_YEAR = re.compile(r"\d{4}[a-z]?")


def without_citations(errors: Sequence[Any], node: MappingNode, library: Library) -> tuple[list[Said], Sequence[Any]]:
    """Citations in the place of evidence that commas or colons have torn, as faults; and the errors beside them."""
    listed, said = node.child("evidence"), list[Said]()
    if not isinstance(listed, SequenceNode) or all(error["loc"][:1] != ("evidence",) for error in errors):
        return said, errors
    if (citations := _together(listed)) is not None:
        message = "inside [ ] a comma begins the next item, and evidence is a list of mappings"
        forms = [library.form(text) for text in citations]
        said.append(("wrong-type", listed.span, message, cited(forms, library), ()))
        return said, [error for error in errors if error["loc"][:1] != ("evidence",)]
    told = set[int]()
    for number, item in enumerate(listed.items):
        if isinstance(item, MappingNode) and (form := _with_words(item, library)) is not None:
            message = "a citation stands where the key of a piece of evidence should"
            said.append(("unknown-key", item.span, message, cited(form, library), ()))
            told.add(number)
    return said, [error for error in errors if not (error["loc"][:1] == ("evidence",) and told & {*error["loc"][1:2]})]


def without_braces(
    model: type[BaseModel], errors: Sequence[Any], node: MappingNode
) -> tuple[list[Said], Sequence[Any]]:
    """Lists between whose brackets the keys of one item stand: `evidence: [source: article, at: p. 4]`."""
    said, told = list[Said](), set[str]()
    for key in dict.fromkeys(str(error["loc"][0]) for error in errors if error["type"] == "missing" and error["loc"]):
        listed = node.child(key)
        items = listed.items if isinstance(listed, SequenceNode) and key in NAMED_BY else []
        source = listed.document.text[listed.start : listed.end] if listed is not None else ""
        names = [name for item in items if isinstance(item, MappingNode) for name in item.entries]
        is_one = (
            len(items) > 1
            and len(items) == len(names) == len({*names})
            and {*names} <= {*keys(model_at(model, (key,)))}
        )
        if listed is not None and is_one and source.startswith("[") and "{" not in source:
            message = f"the keys of an item of `{key}` stand between braces"
            said.append(("wrong-type", listed.span, message, write(f"[{{{source[1:-1]}}}]"), ()))
            told.add(key)
    return said, [error for error in errors if not told & {*map(str, error["loc"][:1])}]


def without_pairs(
    model: type[BaseModel], errors: Sequence[Any], node: MappingNode, library: Library
) -> tuple[list[Said], Sequence[Any]]:
    """Mappings whose only key is the value of another: `{last: It is sure.}` for `{over: last, because: …}`."""
    said, told = list[Said](), set[_At]()
    for error in errors:
        *around, _ = error["loc"] or ("",)
        at, key = (
            _walk(node, tuple(around)),
            next((str(step) for step in reversed(around) if isinstance(step, str)), ""),
        )
        if error["type"] != "extra_forbidden" or not isinstance(at, MappingNode) or not around or tuple(around) in told:
            continue
        kind = model_at(model, tuple(around))
        form, meant = as_pair(key, at.data, keys(kind)), meant_key(kind, str(error["loc"][-1]))
        if key == "evidence" and form is not None and is_address(str(form.get("at"))):
            message = "the source of a piece of evidence is named by its id"
            said.append(("unknown-key", at.span, message, cited(library.form(str(form["at"])), library), ()))
            told.add(tuple(around))
            continue
        if form is not None and (
            meant is None
            or next(iter(form.values())) in library.statements
            or (meant == next(iter(form)) and not re.fullmatch(ID_PATTERN, str([*form.values()][-1])))
        ):
            message = (
                f"{quoted(str(error['loc'][-1]))} stands where a key of {article(noun(model, tuple(around)))} should"
            )
            said.append(("unknown-key", at.span, message, write(flow(form)), ()))
            told.add(tuple(around))
    return said, [error for error in errors if tuple(error["loc"][:-1]) not in told]


def _together(listed: SequenceNode) -> list[str] | None:
    """The citations of a list whose commas part one of them: after each its place; None where none is parted."""
    found, items = list[str](), [item.data if isinstance(item, ScalarNode) else None for item in listed.items]
    for text in items:
        if text is None:
            return None
        if found and (is_locator(text) or _YEAR.fullmatch(text)):
            found[-1] += f", {text}"
        else:
            found.append(text)
    return found if len(found) < len(items) else None


def _with_words(item: MappingNode, library: Library) -> dict[str, Any] | None:
    """The form of `Smith 2020, p. 4, says: it works`, or of `Smith 2020: it works`."""
    if "source" in item.entries or not item.entries:
        return None
    key, said = next(iter(item.data.items()))
    words = _SAYS.fullmatch(key)
    text = words[1] if words else key
    if not isinstance(said, str) or not (" " in text or library.find(text)) or item.entries[key][1].data is None:
        return None
    name = "quote" if words and words[2] else "at" if is_locator(said) else "says"
    return {**library.form(text), name: said, **dict(list(item.data.items())[1:])}


_At = tuple[str | int, ...]


def translate(
    model: type[BaseModel], errors: Sequence[Any], node: MappingNode, faults: Faults, library: Library
) -> None:
    """Report each of pydantic's errors at its place; one for each place."""
    first, errors = without_text(model, errors[:MOST_FAULTS], node)
    outdented, errors = without_outdented(model, errors, node)
    unbraced, errors = without_braces(model, errors, node)
    citations, errors = without_citations(errors, node, library)
    pairs, errors = without_pairs(model, errors, node, library)
    for fault in (first, *outdented, *unbraced, *citations, *pairs):
        if fault is not None:
            faults.add(*fault)
    seen, misspelled = set(), _misspelled(model, errors, node, library)
    for error in errors:
        if faults.full(node.document.file):
            return
        at = _walk(node, error["loc"])
        if _is_known(error, at) or (error["type"] == "missing" and error["loc"] in misspelled):
            continue
        said = _say(model, error, node, library)
        if said is None or (key := said[:3]) in seen:
            continue
        seen.add(key)
        if said[0] in _OF_A_WORD and _is_garbled(said[1], node, faults):
            continue
        if (error["type"] in ("missing", "value_error") or _is_nothing(at)) and faults.sharpen(said[1]):
            continue
        rule, span, message, advice, notes = said
        if error["type"] == "extra_forbidden":
            notes += faults.given_again(_walk(node, error["loc"][:-1]).key_span(error["loc"][-1]))
        faults.add(rule, span, message, advice, notes)


_OF_A_WORD = frozenset({"bad-id", "bad-value", "unknown-key"})
_GARBLED = frozenset({"hidden-character", "control-character"})


def _is_garbled(span: Span, node: MappingNode, faults: Faults) -> bool:
    """Whether a word is wrong since it has a character in it that is reported already."""
    if {"\ufffd", "\\"}.isdisjoint(node.document.text[span.start : span.end]):
        return False
    places = (each.span for each in faults.found if each.rule in _GARBLED and each.span.file == span.file)
    return any(span.start <= place.start < span.end for place in places)


def _walk(node: MappingNode, loc: _At) -> AnyNode:
    """The node at the end of a route; steps that are pydantic's own (branches of a union) lead nowhere."""
    found: AnyNode = node
    for step in loc:
        found = found.child(step) or found
    return found


def _is_nothing(at: AnyNode) -> bool:
    return isinstance(at, ScalarNode) and at.data is None


def _misspelled(model: type[BaseModel], errors: Iterable[Any], node: MappingNode, library: Library) -> set[_At]:
    """The keys that unknown ones are meant for: that they are missing is not a second fault."""
    found: set[_At] = set()
    if all(error["type"] != "missing" for error in errors):
        return found
    for error in errors:
        *around, key = error["loc"] or ("",)
        if error["type"] == "extra_forbidden" and len(str(key)) <= 200:
            mapping = _walk(node, tuple(around))
            taken = mapping.entries if isinstance(mapping, MappingNode) else ()
            kind = model_at(model, tuple(around))
            found.add(
                (*around, meant_key(kind, str(key), taken) or meant_by_gap(kind, str(key), mapping, library) or "")
            )
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
        return missing(model, loc, _walk(node, loc[:-1]), node, library)
    if kind == "extra_forbidden":
        return unknown(model, loc, _walk(node, loc[:-1]), library)
    if kind == "value_error" and not loc:
        return _whole(model, error, node)
    if loc[-1:] == ("[key]",):
        return _bad_key(model, error, node, library)
    at = _walk(node, loc)
    key = next((str(step) for step in reversed(loc) if isinstance(step, str) and "[" not in step), "")
    given = at.data if isinstance(at, ScalarNode) and at.data is not None else ""
    above = _walk(node, loc[:-1])
    around = above if isinstance(above, MappingNode) else None
    rule, message, advice, span = refuse(Value(model, key, at, error, library, given, around))
    return rule, span or short(at), message, advice, ()


def _bad_key(model: type[BaseModel], error: Any, node: MappingNode, library: Library) -> Said:
    """A key that names something, such as a value or an audience, in another form than names have."""
    *around, key, _ = error["loc"]
    found = _walk(node, tuple(around))
    name = found.entries[str(key)][0] if isinstance(found, MappingNode) and str(key) in found.entries else found
    rule, message, advice, _ = refuse(Value(model, str(key), name, error, library, str(key)))
    return rule, name.span, message, advice, ()


def _whole(model: type[BaseModel], error: Any, node: MappingNode) -> Said | None:
    """What is wrong with a statement as a whole; None where another fault says so."""
    span = named(node)
    if model is Rebuttal and "exactly one" in error["msg"]:
        of, undercuts = (node.entries.get(key) for key in ("of", "undercuts"))
        if of and undercuts and of[1].data is not None and undercuts[1].data is not None:
            first, second = sorted((of[0], undercuts[0]), key=lambda key: key.start)
            help = "Delete one of the two: `of` contests what the target says, `undercuts` its step."
            note = (Note(first.span, "and this is the other"),)
            return "two-targets", second.span, "a rebuttal has one target, and this has two", Advice(help), note
        empty = next((key for key in ("of", "undercuts") if key in node.entries), None)
        if empty is not None:
            if is_damaged(node.entries[empty][1]):
                return None
            return "no-target", with_nothing(node, empty), f"`{empty}` is empty", Advice(f"Write `{empty}: ID`."), ()
        help = "Add `of: ID` to contest what a statement says, or `undercuts: ID` to contest a step; or nest it there."
        return "no-target", span, "this rebuttal has no target", Advice(help), ()
    if "text" in node.entries:
        advice = Advice(f"Write {key_help('text')}.")
        return "missing-key", with_nothing(node, "text"), "`text` is empty", advice, ()
    help = "Add `text: …`, or `premises: [IDS]` to make it a step between statements that exist."
    return "says-nothing", span, f"{article(noun(model, ()))} must say something", Advice(help), ()
