"""A value that its key cannot have, in words: what is wrong, and what to write instead."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, NamedTuple

from pydantic import BaseModel

from argmap.loader.faults import Advice, beside, write
from argmap.loader.forms import as_number, flow, ranked, unnumbered
from argmap.loader.grades import half_of, regraded
from argmap.loader.library import Library, is_address, is_locator
from argmap.loader.near_words import code, kebab, plain_word, quoted, short_id
from argmap.loader.nodes import AnyNode, MappingNode, ScalarNode, SequenceNode
from argmap.loader.reshape import Reshaped, as_evidence, cited_items, has_gap, to_list, to_mapping, to_text
from argmap.loader.spoken_dates import date_advice, month_of
from argmap.loader.synonyms import meant_by
from argmap.loader.vocabulary import TYPES, item_keys, model_at
from argmap.model.csl.dates import FAULT
from argmap.model.csl.names import Name
from argmap.model.diagnostics import Span
from argmap.model.values import ID_PATTERN, LONGEST_SENTENCE, LONGEST_TEXT, SOURCE_ID_PATTERN, source_id, spaced
from argmap.wording.lists import every_one
from argmap.wording.near_misses import nearest
from argmap.wording.sentences import article


class Value(NamedTuple):
    """What was refused, and what pydantic says of it."""

    model: type[BaseModel]
    key: str
    at: AnyNode
    error: Any
    library: Library
    given: str
    """The text that was refused, or the key that names something; empty for a list or a mapping."""
    around: MappingNode | None = None
    """What the value is a part of."""


class Refusal(NamedTuple):
    """The fault: its name, what is wrong, what to do; and its place, where it is not that of the value."""

    rule: str
    message: str
    advice: Advice
    span: Span | None = None


def refuse(value: Value) -> Refusal:
    """Put into words what pydantic says of a value."""
    if value.error["type"] == FAULT:
        said = value.error["ctx"]
        span = value.at.span if "Write `" in said["help"] or isinstance(value.error["loc"][-1], int) else None
        month = month_of(value.given) if value.error["loc"][-1] in ("month", 1) else None
        return Refusal("bad-date", said["message"], write(str(month)) if month else Advice(said["help"]), span)
    if value.at.data is None and not value.given and isinstance(value.error["loc"][-1], int):
        return Refusal("wrong-type", f"an item of `{value.key}` is empty", Advice("Write what it says, or delete it."))
    if value.at.data is None and not value.given:
        return Refusal("wrong-type", f"`{value.key}` is empty", Advice("Give it a value, or delete it."))
    words_for = _VALUES.get(value.error["type"], _unknown)
    return words_for(value)


def _reshaped(found: Reshaped) -> Refusal:
    return Refusal("wrong-type", found.message, found.advice, found.span)


def _pattern(value: Value) -> Refusal:
    pattern, given = value.error.get("ctx", {}).get("pattern", ""), value.given
    if pattern == ID_PATTERN:
        return _bad_id(value)
    if half := half_of(pattern):
        return _mark(value, half)
    if value.key == "source" and (whole := _cited(value)):
        return Refusal("bad-id", f"{quoted(given)} cannot be a source's id", whole)
    better = value.library.find(given) if value.key == "source" else None
    written = re.sub(r"[\s,;{}\[\]\"'@\\]+", "-", source_id(given)).strip("-!#$%&()*+./:<=>?^`|~")
    better = better or (written if re.match(SOURCE_ID_PATTERN, written) else kebab(written))
    help = "Use letters, digits and marks such as - _ : . without spaces, commas, quotes, brackets or @."
    return Refusal("bad-id", f"{quoted(given)} cannot be a source's id", write(better) if better else Advice(help))


def _cited(value: Value) -> Advice | None:
    """To write a citation as two entries: the source, and the place in it or the words after it; None where there is
    neither, or its key is there.
    """
    several = [value.library.cited(each).source for each in value.library.citations(value.given)]
    if len(several) > 1:
        return Advice(f"Keep one: {every_one(f'`{id}`' for id in several)}; give the other an item of its own.")
    source, at, says = value.library.cited(value.given)
    key, text = ("at", at) if at else ("says", says)
    if text is None or source == "ID" or value.around is None or key in value.around.entries:
        return None
    return beside(value.around, "source", source, f"{key}: {flow(text)}")._replace(fix=())


def _mark(value: Value, half: str) -> Refusal:
    """A grade, or a half of one."""
    assert isinstance(value.at, ScalarNode)
    said, advice = regraded(half, value.given, value.at, value.around)
    noun = "an Admiralty grade" if half == "grade" else f"a {half}"
    return Refusal("bad-value", f"{quoted(value.given)} {said or f'is not {noun}'}", advice)


_REFERENCES = frozenset({"of", "undercuts", "premises", "step", "contradicts", "excludes", "over", "option"})
"""Keys that name a statement."""


def _bad_id(value: Value) -> Refusal:
    given = value.given
    if not given.strip():
        help = "Write a short name of small letters a to z, such as `first-reason`; it need not say everything."
        return Refusal("bad-id", "an id has at least one letter; this is empty", Advice(help))
    if value.key in _REFERENCES:
        return _bad_reference(value)
    if value.error["loc"][:1] == ("audiences",) and len(values := ranked(given)) > 1:
        return Refusal("bad-id", "an audience ranks values in a list, the highest first", _each(value, values))
    if is_address(given) and value.key in TYPES:
        message = f"{quoted(given)} is not an id"
        return Refusal("bad-id", message, as_evidence(given, value.library, "Give it a short name here"))
    long = len(given.split()) > 5 or len(given) > 80
    better = short_id(given) if long else kebab(given if value.key in TYPES else unnumbered(given))
    message = f"{quoted(given)} is not an id: use small letters a to z, digits and single hyphens"
    if re.search("[a-z]", given) and len(given) > 80:
        message = f"an id has at most 80 characters; this has {len(given)}"
    elif given.strip("0123456789- ") == "":
        message = f"{quoted(given)} is not an id: use at least one letter"
        better = kebab(f"{value.key}-{given}")
    if better is None:
        help = "Write a short name of small letters a to z, such as `first-reason`; it need not say everything."
        return Refusal("bad-id", message, Advice(help))
    respelt = not long and better.replace("-", "") == re.sub(r"[\s_-]", "", given.lower())
    return Refusal("bad-id", message, write(better, at=value.at.span if respelt else None))


def _bad_reference(value: Value) -> Refusal:
    """A text in the place of the id of a statement: which one is meant."""
    given, found = value.given, value.library.statement(value.given)
    message = f"{quoted(given)} is not an id; `{value.key}` names a statement by its id"
    if is_address(given):
        return Refusal("bad-id", message, as_evidence(given, value.library))
    if several := None if re.search("[:{}]", given) else _several(value):
        return Refusal("bad-id", message, several)
    better = found or (kebab(given) if len(given.split()) < 4 and given.strip()[-1] not in ".!?" else None)
    if better is None and value.key == "premises" and " " in given.strip():
        form = {"claim": value.library.free(short_id(given) or "ID"), "text": given}
        return Refusal("bad-id", message, write(flow(form), "Write {}, or name the statement that you mean by its id."))
    if better is None:
        help = "Name the statement that you mean by its id, the word after `claim:`, `support:` or `rebuttal:`."
        return Refusal("bad-id", message, Advice(help))
    if found and re.search(r"[:,{}\[\]]", given.rstrip(" ,")):
        return Refusal("bad-id", message, Advice(f"Keep `{found}` here, and give what follows it a key of its own."))
    respelt = found and found.replace("-", "") == re.sub(r"[\s_-]", "", given.lower())
    return Refusal("bad-id", message, write(better, at=value.at.span if respelt else None))


def _several(value: Value) -> Advice | None:
    """The statements that a text names with `and` or blanks between them; None where it does not name two or more."""
    parts = [part for part in re.split(r",|&|\band\b", value.given[:200]) if part.strip()]
    parts = value.library.words(value.given) or parts
    ids = [id for part in parts if (id := value.library.statement(part))]
    if len(ids) < max(len(parts), 2) or len(set(ids)) < len(ids):
        return None
    is_item = isinstance(value.error["loc"][-1], int) if value.error["loc"] else False
    return _each(value, ids) if is_item else Advice(f"Keep one: {every_one(f'`{id}`' for id in ids)}.")


def _each(value: Value, ids: list[str]) -> Advice:
    """To write several ids as items of the list in which a text of them stands."""
    before = value.at.document.text[: value.at.start].rstrip()
    if before.endswith(("[", ",")):
        return write(", ".join(ids))
    return Advice(f"Put each on a line of its own: {', '.join(f'`- {id}`' for id in ids)}.")


_WORDS_FOR = {
    "da": "disadvantage", "disad": "disadvantage", "adv": "advantage", "cp": "counterplan", "k": "kritik",
    "critique": "kritik", "t": "topicality", "aff": "case", "ac": "case", "uq": "uniqueness", "il": "internal-link",
    "il-link": "internal-link", "perm": "permutation", "alt": "alternative", "fw": "framework",
    "critical": "catastrophic", "severe": "catastrophic", "huge": "catastrophic", "extreme": "catastrophic",
    "big": "high", "large": "high", "serious": "high", "medium": "moderate", "middling": "moderate",
    "small": "low", "minor": "low", "little": "low",
}  # fmt: skip
"""Debaters' short forms, and words that people use for those of the format."""


def _literal(value: Value) -> Refusal:
    key, given = value.key, value.given
    if isinstance(value.at, SequenceNode):
        return _reshaped(to_text(key, value.at))
    allowed = re.findall(r"'([^']*)'", value.error.get("ctx", {}).get("expected", ""))
    message = f"{quoted(given)} is not {article(key)}" if given else f"`{key}` takes one word"
    if not given:
        return Refusal("bad-value", message, Advice(f"Write {_choice(allowed)}."), value.at.span)
    several = [word for word in re.split(spaced(r"(?:,|/|\band\b)"), given[:200]) if word in allowed]
    if len(several) > 1:
        return Refusal("bad-value", message, Advice(f"Keep one: {_choice(several)}."))
    if meant := _meant(given, allowed):
        safe = plain_word(given) == plain_word(meant)
        return Refusal("bad-value", message, write(meant, "Did you mean {}?", at=value.at.span if safe else None))
    if key == "scheme":
        return Refusal("bad-value", message, Advice("Delete it, or write one that 'argmap questions --schemes' lists."))
    says_more = len(given.split()) > max(len(word.split()) for word in allowed) or re.search(r"[:,{}\[\]]", given)
    kept = "Keep what stands here as a comment, and w" if says_more else "W"
    return Refusal("bad-value", message, Advice(f"{kept}rite {_choice(allowed)}."))


def _choice(words: list[str]) -> str:
    return every_one(f"`{word}`" for word in words)


def _meant(given: str, allowed: list[str]) -> str | None:
    """The one of some words that is meant: by its spelling, by a word for it, or as the only one that has it in it."""
    plain = plain_word(given)
    if len(plain) > 200:
        return None
    same = [word for word in allowed if plain_word(word) == plain or word == _WORDS_FOR.get(plain)]
    parts = [word for word in allowed if len(plain) > 2 and plain in plain_word(word)]
    return next(iter(same), None) or nearest(plain, allowed) or (parts[0] if len(parts) == 1 else None)


def _text(value: Value) -> Refusal:
    if value.at.document.text[value.at.start : value.at.end] in ("[]", "{}") and isinstance(
        value.error["loc"][-1], str
    ):
        return _empty(value)
    return _reshaped(to_text(value.key, value.at, is_item=isinstance(value.error["loc"][-1], int)))


def _list(value: Value) -> Refusal:
    loc, known = value.error["loc"], item_keys(value.model, value.error["loc"])
    key = loc[0] if loc[0] in ("parties", "audiences") else value.key
    found = to_list(key, value.at, known.__contains__, value.library)
    return Refusal("wrong-type", f"`{value.key}` must be a list", found.advice, found.span)


def _mapping(value: Value) -> Refusal:
    loc = value.error["loc"]
    is_item = bool(loc) and isinstance(loc[-1], int)
    if is_item and value.key == "evidence" and is_locator(value.given):
        help = f"Move it into the item before it, as `at: {value.given.strip()}`."
        return Refusal("wrong-type", "a place in a source belongs beside its `source:`", Advice(help))
    if is_item and value.key == "evidence" and len(several := value.library.citations(value.given)) > 1:
        forms = [value.library.form(each) for each in several]
        advice = _each(value, [*map(flow, forms)])
        if advice.help.startswith("Write"):
            advice = cited_items(forms, value.library)
        return Refusal("wrong-type", "an item of `evidence` is one source", advice)
    if value.key == "decision" and (asked := _question(value)) is not None:
        return asked
    key = "stakes" if value.key == "values" and value.error["type"] != "dict_type" else value.key
    known = [] if value.error["type"] == "dict_type" else item_keys(value.model, loc)
    return _reshaped(to_mapping(key, value.at, value.library, known, is_item=is_item))


_ASKS = re.compile(r"\S.*\?|[Ww]hether\s.+", re.DOTALL)


def _question(value: Value) -> Refusal | None:
    """What is asked, in the place of who decides it and when."""
    given = value.at.data[0] if isinstance(value.at, SequenceNode) and value.at.data else value.at.data
    text, around = str(given).strip(), value.around
    if not _ASKS.fullmatch(text) or around is None:
        return None
    message, key = "`decision` says who decides and when; this is asked", around.entries["decision"][0]
    if "question" in around.entries:
        help = "Move what it asks to `question`, which is there already, or delete it."
        return Refusal("wrong-type", message, Advice(help))
    span = key.document.span(key.start, value.at.end)
    return Refusal("wrong-type", message, write(f"question: {flow(text)}"), span)


def _long(value: Value) -> Refusal:
    most = value.error["ctx"]["max_length"]
    if most not in (LONGEST_SENTENCE, LONGEST_TEXT):
        return _bad_id(value)
    help = "Shorten it; the words of a source belong in a `card`."
    if most == LONGEST_SENTENCE:
        help = "Keep its point, and give each reason a statement of its own; the words of a source belong in a `card`."
    return Refusal(
        "bad-value", f"`{value.key}` has {len(value.given):,} characters; the limit is {most:,}", Advice(help)
    )


def _empty(value: Value) -> Refusal:
    around = model_at(value.model, value.error["loc"][:-1])
    field = next((each for name, each in around.model_fields.items() if (each.alias or name) == value.key), None)
    if value.key == "text" or (field is not None and field.is_required()):
        return Refusal("empty-text", f"`{value.key}` is empty", write("…", "Write {}: what it says."))
    return Refusal("empty-text", f"`{value.key}` is empty", Advice(f"Delete it, or write what `{value.key}` says."))


def _few(value: Value) -> Refusal:
    help = "Write `[{claim: ID, text: …}]`: a debate has one resolution or more."
    return Refusal("missing-key", f"`{value.key}` is empty", Advice(help))


def _many(value: Value) -> Refusal:
    most, help = value.error["ctx"]["max_length"], "Keep those that differ most, and delete the others."
    return Refusal("bad-value", f"`{value.key}` has more than {most:,} entries", Advice(help))


def _number(value: Value) -> Refusal:
    better = as_number(value.given)
    message = f"{quoted(value.given)} is not a number from 0 to 1"
    if better != value.given and re.fullmatch(r"0?\.\d+|[01]\.\d+", better):
        return Refusal("bad-value", message, write(better, "Write {}: a number has a point.", at=value.at.span))
    if re.search(r"[:{}\[\]]|\S\s+\S", value.given):
        return Refusal("bad-value", message, Advice("Leave the number alone here: what follows it needs its own key."))
    return Refusal("bad-value", message, Advice("Write a number such as `0.7`."))


_TRUTH = {**dict.fromkeys(("yes", "on", "true", "y"), "true"), **dict.fromkeys(("no", "off", "false", "n"), "false")}


def _value_error(value: Value) -> Refusal:
    message = value.error["msg"].removeprefix("Value error, ")
    if message == "is not a number":
        return _number(value)
    if "is not a date" in message:
        return _date(value)
    if found := re.fullmatch(r"has (\d+) words, and at most (\d+) fit", message):
        help = f"Shorten it to {found[2]} words or fewer; keep the whole sentence in `text`."
        return Refusal("bad-value", f"`{value.key}` has {found[1]} words", Advice(help))
    if "reform" in message:
        meant = _TRUTH.get(value.given.strip().lower())
        advice = write(meant, at=value.at.span) if meant else Advice("Write `true` or `reform`, or delete it.")
        return Refusal("bad-value", f"`{value.key}` is true, false or reform", advice)
    if "true or false" in message:
        return _truth(value)
    if "two sides" in message:
        return Refusal("bad-value", "a debate has two sides", _two_sides(value.at), value.at.span)
    if "family" in message and (renamed := _called_otherwise(value)):
        return renamed
    if "family" in message:
        return Refusal("bad-value", "a name has to name somebody", _named(value.at), value.at.span)
    return _unknown(value)


def _named(at: AnyNode) -> Advice:
    """What to write for a name that names nobody: whatever it says is kept."""
    said = at.data.values() if isinstance(at, MappingNode) else ()
    if whole := " ".join(each for each in said if isinstance(each, str)).strip():
        return Advice(f"Write {code(flow({'literal': whole}))}, or `{{family: Doe, given: Jane}}` for a person.")
    if any(said):
        return Advice("Give it a `family:`, or a `literal:` with the whole name.")
    return Advice("Write `{family: Doe, given: Jane}` for a person, `{literal: …}` for an organisation.")


def _two_sides(at: AnyNode) -> Advice:
    """The sides that are there, with a second one; where there are more, which two are meant is for the author."""
    named = dict(at.data) if isinstance(at, MappingNode) else {}
    if len(named) > 2 or has_gap(at):
        return Advice("Keep the two that the debate has: first the side for the resolutions.")
    first, second = {"pro": "For"}, {"con": "Against"}
    pair = first | named if "con" in named else (named or first) | second
    return write(flow(pair), "Write {}, or other names: first the side for the resolutions.")


def _called_otherwise(value: Value) -> Refusal | None:
    """A name whose keys have other names."""
    if not isinstance(value.at, MappingNode):
        return None
    name = {meant_by(Name, key) or key: given for key, given in value.at.data.items()}
    if name == value.at.data or not (name.get("family") or name.get("literal")) or len(name) < len(value.at.data):
        return None
    return Refusal("bad-value", "a name has to name somebody", write(flow(name)), value.at.span)


def _date(value: Value) -> Refusal:
    if isinstance(value.at, SequenceNode) and len(value.at.items) == 1:
        return _text(value)
    message, advice = date_advice(value.key, value.given, value.at.span)
    return Refusal("bad-date", message, advice)


def _truth(value: Value) -> Refusal:
    data = value.at.data
    given = data[0] if isinstance(data, list) and len(data) == 1 and isinstance(data[0], str) else value.given
    meant = _TRUTH.get(given.strip().lower())
    kept = "Keep what stands here as a comment, and write `true`" if " " in given.strip() else "Write `true`"
    advice = write(meant, at=value.at.span) if meant else Advice(f"{kept}, or delete `{value.key}`.")
    return Refusal("bad-value", f"`{value.key}` is true or false", advice)


def _unknown(value: Value) -> Refusal:
    message = f"`{value.key}` cannot be read: {value.error['msg']}"
    return Refusal("bad-value", message, Advice(f"Delete it, or look up `{value.key}` in the format reference."))


_NUMBERS = frozenset({
    "int_parsing", "int_type", "int_parsing_size", "float_parsing", "float_type",
    "greater_than_equal", "less_than_equal",
})  # fmt: skip
_Words = Callable[[Value], Refusal]
_WORDS: tuple[tuple[frozenset[str], _Words], ...] = (
    (frozenset({"string_pattern_mismatch"}), _pattern),
    (frozenset({"string_too_long"}), _long),
    (frozenset({"literal_error"}), _literal),
    (frozenset({"string_type"}), _text),
    (frozenset({"tuple_type", "list_type"}), _list),
    (frozenset({"dict_type", "model_type", "model_attributes_type"}), _mapping),
    (frozenset({"string_too_short"}), _empty),
    (frozenset({"too_short"}), _few),
    (frozenset({"too_long"}), _many),
    (frozenset({"value_error"}), _value_error),
    (_NUMBERS, _number),
)
_VALUES: dict[str, _Words] = {kind: words for kinds, words in _WORDS for kind in kinds}
