"""Pydantic's errors in the words of a debater: what is wrong, what to do, and where."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from pydantic import BaseModel

from argmap.csl.dates import FAULT
from argmap.csl.slips import slip_of
from argmap.diagnostics import Fix, Note, Span
from argmap.loader.commas import whole_text
from argmap.loader.faults import MOST_FAULTS, Faults
from argmap.loader.mend import mended_key, mended_value
from argmap.loader.nodes import AnyNode, MappingNode, ScalarNode, SequenceNode, is_damaged
from argmap.loader.vocabulary import key_help, keys, keys_at, model_at, noun
from argmap.loader.words import article, kebab, nearest, one_of, quoted
from argmap.model import Claim, Evidence, Rebuttal, Support
from argmap.values import DATE_PATTERN, ID_PATTERN, SOURCE_ID_PATTERN, source_id

Said = tuple[str, Span, str, str, tuple[Note, ...]]
"""Rule, place, message, help, notes."""


def translate(model: type[BaseModel], errors: Sequence[Any], node: MappingNode, faults: Faults) -> None:
    """Report each of pydantic's errors at its place; one for each place."""
    errors = errors[:MOST_FAULTS]
    seen, misspelled = set(), _misspelled(model, errors)
    for error in errors:
        if faults.full(node.document.file):
            return
        at = _walk(node, error["loc"])
        if _is_known(error, at):
            continue
        if error["type"] == "missing" and error["loc"] in misspelled:
            continue
        said = _say(model, error, node)
        if said is None or (key := said[:3]) in seen:
            continue
        seen.add(key)
        rule, span, message, help, notes = said
        faults.add(rule, span, message, help, notes, fix=_fix(model, error, node, at))


def _fix(model: type[BaseModel], error: Any, node: MappingNode, at: AnyNode) -> Fix:
    if error["type"] != "extra_forbidden":
        return mended_value(error, at)
    *around, key = error["loc"]
    return mended_key(_walk(node, tuple(around)), str(key), keys_at(model, tuple(around)))


def _walk(node: MappingNode, loc: tuple[str | int, ...]) -> AnyNode:
    """The node at the end of a route; steps that are pydantic's own (branches of a union) lead nowhere."""
    found: AnyNode = node
    for step in loc:
        found = found.child(step) or found
    return found


def _misspelled(model: type[BaseModel], errors: Iterable[Any]) -> set[tuple[str | int, ...]]:
    """The keys that unknown ones are meant for: that they are missing is no second fault."""
    found: set[tuple[str | int, ...]] = set()
    if all(error["type"] != "missing" for error in errors):
        return found
    for error in errors:
        *around, key = error["loc"] or ("",)
        if error["type"] == "extra_forbidden" and len(str(key)) <= 200:
            near = nearest(str(key), keys_at(model, tuple(around)))
            found.add((*around, near or ""))
    return found


def _is_known(error: Any, at: AnyNode) -> bool:
    """Whether it follows from a fault of YAML that is reported already."""
    if error["type"] == "value_error" and not error["loc"] and is_damaged(at.child("text")):
        return True  # a statement whose text is there, and has a fault of its own
    lacks = error["type"] in ("missing", "value_error", "too_short")
    return is_damaged(at) and (isinstance(at, ScalarNode) or lacks)


def _say(model: type[BaseModel], error: Any, node: MappingNode) -> Said | None:
    kind: str = error["type"]
    if kind == "missing":
        return _missing(model, error["loc"], node)
    if kind == "extra_forbidden":
        return _unknown_key(model, error["loc"], node)
    if kind == "value_error" and not error["loc"]:
        return _whole(model, error, node)
    if error["loc"][-1:] == ("[key]",):
        return _bad_key(error, node)
    at = _walk(node, error["loc"])
    rule, message, help = _value(model, error, at)
    return rule, _short(at), message, help, ()


def _bad_key(error: Any, node: MappingNode) -> Said:
    """A key that names something, such as a value or an audience, in another form than names have."""
    *around, key, _ = error["loc"]
    found = _walk(node, tuple(around))
    rule, message, help = _VALUES.get(error["type"], _empty)(str(key), str(key), error)
    return rule, found.key_span(str(key)) or _short(found), message, help, ()


def _short(node: AnyNode) -> Span:
    """The value itself, or the first key of a mapping: a caret below twenty lines helps nobody."""
    if isinstance(node, MappingNode) and node.entries:
        return next(iter(node.entries.values()))[0].span
    return node.span


def _named(node: MappingNode) -> Span:
    """Where a mapping says what it is: its first value, or its first key where that is no text."""
    if not node.entries:
        return node.span
    key, value = next(iter(node.entries.values()))
    return value.span if isinstance(value, ScalarNode) and value.data is not None else key.span


def _missing(model: type[BaseModel], loc: tuple[str | int, ...], node: MappingNode) -> Said | None:
    key, around = str(loc[-1]), _walk(node, loc[:-1])
    what = noun(model, loc[:-1])
    if isinstance(around, MappingNode) and key in around.entries:
        return "missing-key", around.entries[key][0].span, f"`{key}` is empty", key_help(model, loc, key), ()
    span = _named(around) if isinstance(around, MappingNode) else _short(around)
    if model is Support and "undercuts" in node.entries:
        return None
    if model is Support and key == "of":
        help = "Name what it supports with `of: ID`, or nest it below that statement's `supports:`."
        return "no-target", span, "a support of nothing", help, ()
    return "missing-key", span, f"{article(what)} needs `{key}`", key_help(model, loc, key), ()


def _unknown_key(model: type[BaseModel], loc: tuple[str | int, ...], node: MappingNode) -> Said:
    key, around = str(loc[-1]), _walk(node, loc[:-1])
    span = around.key_span(key) or _short(around)
    if len(loc) == 1 and model is Support and key == "undercuts":
        help = "Make it a rebuttal, or name with `of:` the statement that it supports."
        return "support-undercuts", span, "only a rebuttal contests a step; this is a support", help, ()
    if len(loc) == 1 and model is Claim and key in ("of", "undercuts"):
        help = "Make it a support or a rebuttal, or delete this line."
        return "claim-with-target", span, f"a claim answers to nothing, so it has no `{key}`", help, ()
    message = f"{article(noun(model, loc[:-1]))} has no key {quoted(key)}"
    return "unknown-key", span, message, _meant(around, model_at(model, loc[:-1]), key), ()


def _meant(around: AnyNode, model: type[BaseModel], key: str) -> str:
    """What to do about a key that is not one of the model's: which one is meant, where it belongs, or to which text."""
    if key == "<<":
        return "Merge keys are not part of the format: write the keys out."
    known = keys(model)
    near = slip_of(key, frozenset(known)) or nearest(key, known) if len(key) <= 200 else None
    # a key of another kind of statement is no misspelling, however like one of ours it is
    meant = f"Did you mean `{near}`?" if near and not (model in _STATEMENTS and _elsewhere(key)) else _elsewhere(key)
    whole = whole_text(around, key, model) if isinstance(around, MappingNode) else None
    if whole is None:
        return meant or f"Its keys are {one_of(known, 'and')}."
    return f"{meant or 'Inside { } a comma begins the next key.'} If it belongs to the text, write `{whole}`."


_STATEMENTS: dict[type[BaseModel], str] = {Claim: "claims", Support: "supports", Rebuttal: "rebuttals"}


def _elsewhere(key: str) -> str:
    """Where a key belongs; nothing where it belongs nowhere."""
    owners = [name for model, name in _STATEMENTS.items() if key in keys(model)]
    if owners:
        return f"It is a key of {one_of(owners, 'and')}."
    return "It belongs to a piece of evidence, below `evidence:`." if key in keys(Evidence) else ""


def _whole(model: type[BaseModel], error: Any, node: MappingNode) -> Said:
    """What is wrong with a statement as a whole."""
    span = _named(node)
    if model is Rebuttal and "exactly one" in error["msg"]:
        of, undercuts = (node.entries.get(key) for key in ("of", "undercuts"))
        if of and undercuts and of[1].data is not None and undercuts[1].data is not None:
            first, second = sorted((of[0], undercuts[0]), key=lambda key: key.start)
            help = "Keep `of` to contest what the target says, or `undercuts` to contest its step."
            note = (Note(first.span, "and this is the other"),)
            return "two-targets", second.span, "a rebuttal has one target, and this has two", help, note
        help = "Name what it contests with `of: ID` (what is said) or `undercuts: ID` (the step), or nest it there."
        return "no-target", span, "a rebuttal of nothing", help, ()
    help = "Write `text:`, or `premises: [IDS]` to make it a step between statements that exist."
    if "text" in node.entries:
        return "missing-key", node.entries["text"][0].span, "`text` is empty", help, ()
    return "says-nothing", span, f"{article(noun(model, ()))} must say something", help, ()


def _value(model: type[BaseModel], error: Any, at: AnyNode) -> tuple[str, str, str]:
    kind, loc = error["type"], error["loc"]
    key = next((str(step) for step in reversed(loc) if isinstance(step, str) and "[" not in step), "")
    given = at.data if isinstance(at, ScalarNode) else None
    if kind == FAULT:
        return "bad-date", error["ctx"]["message"], error["ctx"]["help"]
    if at.data is None:
        return "wrong-type", f"`{key}` is empty", "Write its value, or delete the line."
    if isinstance(at, SequenceNode) and kind in ("string_type", "literal_error") and (words := _several(at)):
        return _one_of_several(key, words)
    if words_for := _VALUES.get(kind):
        return words_for(key, given or "", error)
    if kind == "value_error":
        return _value_error(key, given or "", error)
    return "bad-value", f"`{key}` cannot be read: {error['msg']}", "Look it up in the format reference."


def _several(at: SequenceNode) -> list[str]:
    """The words of a list of words; none where there is a text or anything else among them."""
    words = [item.data for item in at.items if isinstance(item, ScalarNode) and item.data is not None]
    return words if len(words) == len(at.items) and not any(re.search(r"\s", word) for word in words) else []


def _one_of_several(key: str, words: list[str]) -> tuple[str, str, str]:
    if key in ("text", "quote", "says", "card", "title"):
        return _text(key, "", None)
    if len(words) == 1:
        return "wrong-type", f"`{key}` takes one, without brackets", f"Write `{key}: {quoted(words[0])[1:-1]}`."
    shown = [quoted(word)[1:-1] for word in words[:5]]
    more = " For another target add a step with `premises:` and no text." if key == "of" else ""
    return "wrong-type", f"`{key}` takes one, and this is a list", f"Keep one: {one_of(shown)}.{more}"


def _pattern(key: str, given: str, error: Any) -> tuple[str, str, str]:
    pattern = error.get("ctx", {}).get("pattern", "")
    if pattern == ID_PATTERN:
        return _bad_id(key, given, error)
    if pattern == "^[A-F][1-6]$":
        help = "Write the source's reliability A-F and the information's credibility 1-6, such as B2."
        return "bad-value", f"{quoted(given)} is no Admiralty grade", help
    if pattern == "^[A-F]$":
        return "bad-value", f"{quoted(given)} is no reliability", "Write a letter from A (reliable) to F (unknown)."
    if pattern == "^[1-6]$":
        return "bad-value", f"{quoted(given)} is no credibility", "Write a number from 1 (confirmed) to 6 (unknown)."
    better = re.sub(r"[\s,;{}\[\]\"'@\\]+", "-", source_id(given)).strip("-!#$%&()*+./:<=>?^`|~")
    help = "Use letters, digits and marks such as - _ : . without spaces, commas, quotes, brackets or @."
    usable = better and re.search(SOURCE_ID_PATTERN, better) and len(better) <= 120
    return "bad-id", f"{quoted(given)} cannot be a source's id", f"Write {better}." if usable else help


def _bad_id(key: str, given: str, error: Any) -> tuple[str, str, str]:
    better = kebab(given)
    help = f"Write {better}." if better and better != given else "Write small letters and digits, joined by hyphens."
    if len(given) > 80:
        return "bad-id", f"an id has at most 80 characters, and this has {len(given)}", help
    return "bad-id", f"{quoted(given)} is no id: small letters, digits and single hyphens, a letter first", help


def _literal(key: str, given: str, error: Any) -> tuple[str, str, str]:
    allowed = re.findall(r"'([^']*)'", error.get("ctx", {}).get("expected", ""))
    near = nearest(given.lower(), allowed) if len(given) <= 200 else None
    elsewhere = {"scheme": "'argmap questions --schemes' lists them", "type": f"CSL has {len(allowed)} of them"}
    list_ = elsewhere.get(key, f"{key} is {one_of(allowed)}")
    return "bad-value", f"{quoted(given)} is no {key}", f"Did you mean {near}?" if near else f"{list_}."


def _text(key: str, given: str, error: Any) -> tuple[str, str, str]:
    help = "Write one text; put it in quotes where it begins with [ or {."
    return "wrong-type", f"`{key}` must be a text", help


def _list(key: str, given: str, error: Any) -> tuple[str, str, str]:
    example = f"`{key}: [{given.strip()}]`" if given and len(given) < 60 else "a line with `- ` for each item"
    return "wrong-type", f"`{key}` must be a list", f"Write {example}."


def _with_point(given: str) -> str:
    """A number with a point for its decimal comma; anything else as it is."""
    return given.replace(",", ".") if re.fullmatch(r"\d+,\d+", given) else given


def _mapping(key: str, given: str, error: Any) -> tuple[str, str, str]:
    if key == "weight":
        value = _with_point(given)
        return "wrong-type", f"`{key}` needs a value and a reason", f"Write `weight: {{value: {value}, because: …}}`."
    return "wrong-type", f"`{key}` must be a mapping", "Write `name: value` below it, one to a line."


def _empty(key: str, given: str, error: Any) -> tuple[str, str, str]:
    return "empty-text", f"`{key}` has no words in it", "Write them, or delete the line."


def _few(key: str, given: str, error: Any) -> tuple[str, str, str]:
    return "missing-key", f"`{key}` has nothing in it", "A debate has at least one resolution: `- claim: ID`."


def _number(key: str, given: str, error: Any) -> tuple[str, str, str]:
    if (better := _with_point(given)) != given:
        return "bad-value", f"{quoted(given)} is no number", f"Write {better}: a number has a point."
    return "bad-value", f"{quoted(given)} is no {key}", "Write a number from 0 to 1, such as 0.7."


def _value_error(key: str, given: str, error: Any) -> tuple[str, str, str]:
    message = error["msg"].removeprefix("Value error, ")
    if message == "is no number":
        return _number(key, given, error)
    if "is not a date" in message:
        return "bad-date", f"{quoted(given)} is no date", _date_help(given)
    if "true or false" in message:
        return "bad-value", f"`{key}` is true or false", "Write `true`, or delete the line."
    if "two sides" in message:
        help = "Name two, first the one for the resolutions: {pro: For, con: Against}."
        return "bad-value", "a debate has two sides", help
    if "family" in message:
        return "bad-value", "a name without a name", "Write family and given for a person, literal for an organisation."
    return "bad-value", f"`{key}` {message}", "Look it up in the format reference."


def _date_help(given: str) -> str:
    numbers = re.findall(r"\d+", given)
    if 2 <= len(numbers) <= 3 and len(given) < 20 and not re.search("[A-Za-z]", given):
        year, *rest = numbers if len(numbers[0]) == 4 else reversed(numbers)
        better = "-".join([year, *(part.zfill(2) for part in rest)])
        if re.match(DATE_PATTERN, better):
            return f"Write {better}."
    return "Write it as 2026, 2026-02 or 2026-02-28."


_NUMBERS = frozenset({
    "int_parsing", "int_type", "int_parsing_size", "float_parsing", "float_type",
    "greater_than_equal", "less_than_equal",
})  # fmt: skip
_Words = Callable[[str, str, Any], tuple[str, str, str]]
_WORDS: tuple[tuple[frozenset[str], _Words], ...] = (
    (frozenset({"string_pattern_mismatch"}), _pattern),
    (frozenset({"string_too_long"}), _bad_id),
    (frozenset({"literal_error"}), _literal),
    (frozenset({"string_type"}), _text),
    (frozenset({"tuple_type", "list_type"}), _list),
    (frozenset({"dict_type", "model_type", "model_attributes_type"}), _mapping),
    (frozenset({"string_too_short"}), _empty),
    (frozenset({"too_short"}), _few),
    (_NUMBERS, _number),
)
_VALUES: dict[str, _Words] = {kind: words for kinds, words in _WORDS for kind in kinds}
