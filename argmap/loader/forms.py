"""What a value would be in the form that its key wants: a list for a text, a mapping for an id, and so on."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

from argmap.loader.library import Library
from argmap.loader.near_words import double_quoted, kebab, short_id
from argmap.loader.synonyms import meant_by
from argmap.loader.vocabulary import HOLDERS, NAME_KEYS, NESTS, TYPES
from argmap.model import LIKELIHOODS, Stakes
from argmap.model.csl.names import Name
from argmap.model.values import ID_PATTERN, spaced
from argmap.wording.patterns import pattern

LONGEST = 400
"""Characters of a form that is shown; what is longer is said in words."""

_RANKED = pattern(spaced("[>≻]"))
_PLAIN = pattern(r"[^\s\-?:,\[\]{}#&*!|>'\"%@`~][^,\[\]{}#:?\"'\s]*")
_AND = pattern(spaced(r"(?:[,;>&]|\band\b)"))
_RISK = {
    **dict.fromkeys(LIKELIHOODS, "likelihood"),
    **dict.fromkeys(("low", "moderate", "high", "catastrophic"), "severity"),
    **dict.fromkeys(("days", "weeks", "months", "years"), "timeframe"),
}
_DATE = pattern(r"(?:\S+\s+){0,3}\d{4}\S*|\d{1,2}\D+\d{1,2}\D+\d{2}")
"""A date, perhaps with a word before it; not a sentence in which one stands."""
_SIDES = {"pro": "For", "con": "Against", "aff": "Affirmative", "neg": "Negative"}
CONFIDENCE = ("low", "moderate", "high")
NUMBER = pattern(r"(?:0?\.\d+|[01](?:\.0*)?)")


def flow(data: Any) -> str:
    """Data as YAML between brackets, on one line; what has a blank in it is a text, and stands in quotes."""
    if isinstance(data, Mapping):
        return "{" + ", ".join(f"{flow(key)}: {flow(value)}" for key, value in data.items()) + "}"
    if isinstance(data, list | tuple):
        return "[" + ", ".join(map(flow, data)) + "]"
    if data is None:
        return "null"
    text = str(data)
    return text if _PLAIN.fullmatch(text) and text.lower() != "null" else in_quotes(text)


def in_quotes(text: str) -> str:
    """A text between quotes: double ones, or single ones where it has double ones or backslashes in it."""
    if re.search(r'["\\]', text) and not re.search("['\n\t]", text):
        return f"'{text}'"
    return double_quoted(text)


def as_list(key: str, given: Any, is_known: Callable[[str], bool], library: Library) -> Sequence[Any] | None:
    """What a list would be for a text or a mapping in its place; `is_known` tells the keys of an item."""
    of_text = _ITEM.get(key)
    if key in NAME_KEYS and isinstance(given, str | Mapping):
        return _as_people(given)
    if isinstance(given, str):
        parts = _AND.split(given.strip()) if key in NESTS else []
        if len(parts) > 1 and all(part in library.statements for part in parts):
            return [_ITEM[key](part, library) for part in parts]
        if key == "premises" and max(len(part.split()) for part in _AND.split(given)) > 2 and not library.words(given):
            return [_statement("claim")(given, library)]
        several = library.citations(given) if key == "evidence" else [given]
        return [of_text(each, library) for each in several] if of_text else library.words(given) or _words(key, given)
    if not isinstance(given, Mapping):
        return None
    if of_text is None:
        return [given] if key == "premises" and not given.keys().isdisjoint(("claim", "step")) else _named_in(given)
    if key not in _PAIR or any(map(is_known, given)):
        return [_completed(key, given, library)]
    if key == "evidence" and [value for value in given.values() if isinstance(value, str) and value in library.sources]:
        return [{"source": value} for value in given.values()] if len(given) == 1 else None
    name, value = _PAIR[key]
    ids = {id: library.free(id) if key in NESTS else id for id in given}
    return [{name: ids[id], **(each if isinstance(each, Mapping) else {value: each})} for id, each in given.items()]


def _as_people(given: str | Mapping[str, Any]) -> list[dict[str, Any]]:
    """The names of a text, or of a mapping whose keys may have other words."""
    if isinstance(given, str):
        return [*as_names(given)]
    if len(given) == 1 and isinstance(name := given.get("name"), str):
        return [*as_names(name)]
    return [{meant_by(Name, str(word)) or word: said for word, said in given.items()}]


def _completed(key: str, item: Mapping[str, Any], library: Library) -> Mapping[str, Any]:
    """An item of a list with the key that it needs beside those it has, and with a source by its id."""
    cited = library.form(item["source"]) if key == "evidence" and isinstance(item.get("source"), str) else {}
    if cited.get("source") in library.sources and cited.keys().isdisjoint(item.keys() - {"source"}):
        return {**cited, **{each: value for each, value in item.items() if each != "source"}}
    if key == "outweighs" and "over" in item and "because" not in item:
        return {**item, "because": "…"}
    return {"source": "ID", **item} if key == "evidence" and "source" not in item else item


def _named_in(given: Mapping[str, Any]) -> list[Any] | None:
    """The words of a list that was written as a mapping: its keys, or the one list in it."""
    values = [value for value in given.values() if value is not None]
    if len(given) == 1 and values and isinstance(values[0], list):
        return values[0]
    numbered = values and all(key.strip().isdigit() and isinstance(value, str) for key, value in given.items())
    return [*given.values()] if numbered else [*given] if not values else None


def as_mapping(key: str, given: Any, library: Library) -> Mapping[str, Any] | None:
    """What a mapping, or an item of a list of them, would be for a text or a list in its place."""
    nested = False
    while isinstance(given, list) and len(given) == 1 and isinstance(given[0], list):
        given, nested = given[0], True
    listed = given if isinstance(given, list) else [given]
    if listed and all(isinstance(each, Mapping) for each in listed):
        return _together(key, listed)
    if not listed or not all(isinstance(each, str) for each in listed):
        return None
    if key == "audiences" and (nested or all(map(_RANKED.search, listed))):
        return _rankings([listed] if nested else [ranked(text) for text in listed])
    if key in _NAMES:
        return {name: value for each in listed for name, value in _NAMES[key](each).items()}
    if key == "stakes":
        return _stakes(", ".join(listed))
    of_text = _ITEM.get(key) or _WHOLE.get(key)
    return of_text(given if isinstance(given, str) else given[0], library) if of_text and len(listed) == 1 else None


def ranked(text: str) -> list[str]:
    """The values of a text that ranks them: `peace > security`; the text alone where it ranks nothing."""
    parts = [kebab(part) for part in _RANKED.split(text.strip()) if part]
    return [part for part in parts if part] if len(parts) > 1 and all(parts) else [text]


def _rankings(rankings: Sequence[list[str]]) -> dict[str, list[str]]:
    """Audiences without names, whose names are for the author to say."""
    names = ["NAME"] if len(rankings) == 1 else [f"audience-{number}" for number in range(1, len(rankings) + 1)]
    return dict(zip(names, rankings, strict=True))


_NAMING = ("id", "name", "label", "key")
_MEANING = {
    "sides": ("title", "name", "label"), "values": ("title", "name", "label", "meaning"),
    "audiences": ("ranking", "values", "ranks", "order", "value"), "terms": ("meaning", "definition", "means", "text"),
    "parties": ("names", "members", "people", "title", "name", "label"),
}  # fmt: skip
"""What people call what a name stands for, in a list of the debater's own names."""


def _by_names(key: str, listed: Sequence[Mapping[str, Any]]) -> dict[str, Any] | None:
    """The mapping that a list is meant for whose items say their own names: `[{value: peace, title: Peace}]`."""
    found, naming = dict[str, Any](), ("party" if key == "parties" else key[:-1], *_NAMING)
    for item in listed:
        said = next((each for each in naming if isinstance(item.get(each), str)), None)
        rest = [value for each, value in item.items() if each != said]
        if said is None or len(rest) > 1 or not item.keys() <= {said, *_MEANING[key]}:
            return None
        named = _NAMES[key](item[said])
        found |= dict.fromkeys(named, rest[0]) if rest else named
    return found if len(found) == len(listed) else None


def _together(key: str, listed: Sequence[Mapping[str, Any]]) -> Mapping[str, Any] | None:
    """The mapping that a list of mappings is meant for."""
    found = _by_names(key, listed) if key in _NAMES else None
    if found is None and _is_one(key, listed):
        found = {name: value for each in listed for name, value in each.items()}
        found = (as_stakes(found) if key == "stakes" else None) or found
    if found is None or key not in ("audiences", "parties"):
        return found
    words = ranked if key == "audiences" else lambda text: _words(key, text)
    return {name: words(value) if isinstance(value, str) else value for name, value in found.items()}


def _is_one(key: str, listed: Sequence[Mapping[str, Any]]) -> bool:
    """Whether mappings can be put into one: none of their keys is in two of them."""
    return len({name for each in listed for name in each}) == sum(map(len, listed)) and (
        key in _NAMES or key in _WHOLE or key == "stakes" or len(listed) < 2
    )


def _words(key: str, text: str) -> list[str]:
    """The ids or names of a list that was written as one text."""
    if key == "highlight":
        return [text]
    parts = [part for part in _AND.split(text.strip()) if part] or [text]
    if key == "parties":
        return parts
    return [part if re.fullmatch(ID_PATTERN, part) else kebab(unnumbered(part)) or part for part in parts]


def unnumbered(text: str) -> str:
    """An item of a list without the number that somebody gave it: `2. peace`."""
    return re.sub(r"^\(?\d{1,3}[.):]\s+", "", text)


def _statement(type: str) -> Callable[[str, Library], dict[str, Any]]:
    return lambda text, library: {type: library.free(short_id(text) or "ID"), "text": text}


def _answer(type: str) -> Callable[[str, Library], dict[str, Any]]:
    """A statement below another; a step from a statement that is written elsewhere, where the text is its id."""

    def form(text: str, library: Library) -> dict[str, Any]:
        known = library.named(text)
        return _statement(type)(text, library) if known is None else step_from(known, type, library)

    return form


def step_from(id: str, type: str, library: Library) -> dict[str, Any]:
    """A step to the statement it stands below, from one that is written elsewhere."""
    return {type: library.free(f"from-{id}"[:80].rstrip("-")), "premises": [id]}


def as_person(text: str) -> dict[str, str] | None:
    """The name of a person from two or three words, if that is what they are."""
    words = text.split()
    is_name = 2 <= len(words) <= 3 and all(word[:1].isupper() for word in words) and not re.search(r"[,\d]", text)
    return {"family": words[-1], "given": " ".join(words[:-1])} if is_name else None


_BETWEEN_NAMES = pattern(spaced(r"(?:;|,\s+(?:and|&)\s)") + r"|(?<!\s)\s+(?:and|&)\s+")
AND_MORE = re.compile(r"(\S.*?),? (et al\.?|(?:and|&) others)", re.IGNORECASE)
_INITIALS = pattern(r"[A-Z]\.?|(?:[A-Z]\.[ -]?){2,3}|[A-Z]{2}")


def as_names(text: str) -> list[dict[str, str]]:
    """The names of a text: `Smith, John and Doe, Jane`, `Smith, J., Doe, A.`; one where more are not sure."""
    if found := AND_MORE.fullmatch(text.strip()):
        return [*as_names(found[1]), {"literal": found[2]}]
    parts = [part.strip(" ,") for part in _BETWEEN_NAMES.split(text.strip()) if part.strip(" ,")]
    pieces = [[piece.strip() for piece in part.split(",")] for part in parts]
    if parts and all(len(each) % 2 == 0 and all(map(_INITIALS.fullmatch, each[1::2])) for each in pieces):
        return [
            _author(f"{family}, {given}")
            for each in pieces
            for family, given in zip(each[::2], each[1::2], strict=True)
        ]
    is_sure = ";" in text or all(as_person(part) or "family" in _author(part) for part in parts)
    return [_author(part) for part in parts] if is_sure and len(parts) > 1 else [_author(text)]


def _author(text: str) -> dict[str, str]:
    """A name as it is printed: which of its words are the family's is for the author to say."""
    family, comma, given = (part.strip() for part in text.partition(","))
    is_person = comma and len(family.split()) <= 2 and 0 < len(given.split()) <= 3 and not _BETWEEN_NAMES.search(given)
    return {"family": family, "given": given} if is_person else {"literal": text.strip()}


def _risk(text: str, _: Library) -> dict[str, Any]:
    plain = " ".join(text.lower().split())
    return {_RISK[plain]: plain} if plain in _RISK else {"likelihood": "likely", "severity": "high"}


def _custom(text: str, _: Library) -> dict[str, Any]:
    found = re.fullmatch(r"([A-Fa-f])([1-6])", text.strip())
    return {"reliability": found[1].upper(), "credibility": found[2]} if found else {"why": text}


def _weight(text: str, _: Library) -> dict[str, Any]:
    said, because = _with_reason(text)
    number = as_number(said)
    return {"value": number if NUMBER.fullmatch(number) else "NUMBER", "because": because}


def as_number(text: str) -> str:
    """A number with a point for its comma, or one from 0 to 1 for a percentage or a fraction."""
    share = re.fullmatch(r"(\d{1,3})\s*(?:%|/\s*(\d{1,3}))", text.strip())
    return f"{int(share[1]) / (int(share[2] or 100) or 1):g}" if share else text.strip().replace(",", ".")


def _with_reason(text: str) -> tuple[str, str]:
    """What stands before `because` in a text, and what after it."""
    said, *because = re.split(r"[,;:]?(?<!\s)\s+(?:because|since)\s+", text.strip(), maxsplit=1)
    return said, because[0] if because else "…"


def _reasoned(key: str, name: str, reason: str) -> Callable[[str, Library], dict[str, Any]]:
    """A word that names something, and the reason for it where the text has one."""

    def form(text: str, _: Library) -> dict[str, Any]:
        said, because = _with_reason(text)
        if because == "…" and len(said.split()) > 5:  # that is the reason, not a name
            return {name: "NAME" if key == "ignore" else "ID", reason: said}
        return {name: _words(key, said)[0], reason: because}

    return form


def _level(text: str) -> dict[str, Any]:
    """How sure the editors are: a level, or the reason for one."""
    level, because = _with_reason(text)
    return (
        {"level": level.lower(), "because": because}
        if level.lower() in CONFIDENCE
        else {
            "level": "moderate",
            "because": text.strip(),
        }
    )


_STAKES = ("promotes", "demotes")


def _stakes(text: str) -> dict[str, Any]:
    """The values that a text names, each with what is done to it before it: `promotes peace, harms security`."""
    found, key = dict[str, list[str]](), "promotes"
    for part in filter(None, _AND.split(text.strip())):
        said = re.fullmatch(r"(?:([A-Za-z]+):?\s+|([+-])\s*)(\S.*)", part)
        meant = _at_stake(said[1] or said[2]) if said else None
        key = meant or key
        found.setdefault(key, []).extend(_words("stakes", said[3] if said and meant else part))
    return found


def _at_stake(word: object) -> str | None:
    """What a word says is done to a value."""
    plain = str(word).strip().lower()
    return plain if plain in _STAKES else meant_by(Stakes, plain)


def as_stakes(given: Mapping[str, Any]) -> dict[str, Any] | None:
    """The mapping that `{peace: promotes}` is meant for, by value; None where it says something else."""
    done = {value: _at_stake(word) for value, word in given.items() if isinstance(word, str)}
    if not done or len(done) < len(given) or None in done.values():
        return None
    return {key: [value for value in done if done[value] == key] for key in _STAKES if key in done.values()}


def as_pair(key: str, given: Mapping[str, Any], known: Collection[str]) -> dict[str, Any] | None:
    """The mapping that `{last: It is sure.}` is meant for: what names it, and what stands after it."""
    if key == "values" and [*known] == [*_STAKES]:
        return as_stakes(given)
    pair = _PAIR.get(key) or _OF_MAPPING.get(key)
    if pair is None or len(given) != 1 or not given.keys().isdisjoint(known):
        return None
    name, value = next(iter(given.items()))
    if (key, name) == ("criteria", "criterion") and isinstance(value, str):
        return {"id": kebab(value) or "ID", "name": value}
    if isinstance(value, Mapping) and value and value.keys() <= {*known} - {pair[0]}:
        return {pair[0]: name, **value}
    if key == "evidence" and value is None:
        return {pair[0]: name}
    if pair[1] == "because" and str(value).lower() in ("yes", "true"):
        value = "…"
    return {pair[0]: name, pair[1]: value} if isinstance(value, str) else None


_ITEM: dict[str, Callable[[str, Library], dict[str, Any]]] = {
    "evidence": lambda text, library: library.form(text),
    "outweighs": _reasoned("outweighs", "over", "because"),
    "ignore": _reasoned("ignore", "rule", "reason"),
    "supports": _answer("support"),
    "rebuttals": _answer("rebuttal"),
    "undercutters": _answer("rebuttal"),
    "resolutions": _statement("claim"),
    "arguments": _statement("claim"),
    "criteria": lambda text, _: {"id": short_id(text) or "ID", "name": text},
    "references": lambda text, _: {"id": short_id(text) or "ID", "title": text},
    **dict.fromkeys(NAME_KEYS, lambda text, _: _author(text)),
}
"""An item of the list below a key, from a text that stands in its place."""

_PAIR = {
    "evidence": ("source", "at"),
    "outweighs": ("over", "because"),
    "ignore": ("rule", "reason"),
    "supports": ("support", "text"),
    "rebuttals": ("rebuttal", "text"),
    "undercutters": ("rebuttal", "text"),
    "resolutions": ("claim", "text"),
    "arguments": ("claim", "text"),
    "references": ("id", "title"),
    "criteria": ("id", "name"),
}
"""The two keys of an item, where the list was written as a mapping: of the name, and of what stands after it."""

_OF_MAPPING = {
    "confidence": ("level", "because"),
    "weight": ("value", "because"),
    "recommendation": ("option", "because"),
}


def pair_as_list(key: str, text: str) -> str | None:
    """The list that `rebuttals: b: They do not.` is meant for, as it is written; None where no id begins the text."""
    found = re.fullmatch(r"([a-z0-9-]+):[ ]+(\S.*)", text.strip())
    names = _PAIR.get(key)
    if found and names and found[1] == names[0]:
        return flow([{found[1]: found[2]}]) if re.fullmatch(ID_PATTERN, found[2]) else None
    return flow([{names[0]: found[1], names[1]: found[2]}]) if found and names and '"' not in text else None


NAMED_BY = {key: name for key, (name, _) in _PAIR.items()}
"""The key that names an item of a list."""
FIRST_KEYS = dict.fromkeys(HOLDERS, TYPES) | {key: (name,) for key, name in NAMED_BY.items() if key not in HOLDERS}
"""By which key an item of a list begins."""

_WHOLE: dict[str, Callable[[str, Library], dict[str, Any]]] = {
    "weight": _weight,
    "risk": _risk,
    "facets": lambda text, _: {"place": text},
    "decision": lambda text, _: {"deadline" if _DATE.fullmatch(text.strip()) else "maker": text},
    "recommendation": _reasoned("recommendation", "option", "because"),
    "custom": _custom,
    "confidence": lambda text, _: _level(text),
}
"""The mapping below a key, from a text that stands in its place."""


def _named(meaning: Callable[[str], Any], sign: str = "[,;]") -> Callable[[str], dict[str, Any]]:
    """Ids for the words of a text, each with its meaning."""
    return lambda text: {kebab(part) or part: meaning(part) for part in re.split(spaced(sign), text.strip()) if part}


def _term(text: str) -> dict[str, Any]:
    """A term, with what it means where the text says that: `force is a push or a pull`."""
    parted = re.fullmatch(r"(.{1,60}?)\s+(?:is|are|means?|=|[-–—])\s+(.+)", text.strip(), re.DOTALL)
    return {parted[1]: parted[2]} if parted else {text.strip(): "…"}


def _title(name: str) -> str:
    return _SIDES.get(name.lower()) or name[:1].upper() + name[1:].replace("-", " ")


_NAMES: dict[str, Callable[[str], dict[str, Any]]] = {
    "sides": _named(_title, r"(?:[,;/]|\b(?:and|vs?|versus)\b\.?)"),
    "values": _named(_title),
    "audiences": _named(lambda _: []),
    "terms": _term,
    "parties": lambda text: {part: [] for part in _words("parties", text)},
}
"""Mappings of the debater's own names, from the names alone."""


_LISTS = frozenset({*_ITEM, "contradicts", "excludes", "premises", "highlight", "promotes", "demotes"})


def is_list(key: str) -> bool:
    """Whether a key holds a list."""
    return key in _LISTS


def takes_brackets(key: str) -> bool:
    """Whether a key holds a list or a mapping, so that a bracket after it is not part of a text."""
    return key in _LISTS or key in _WHOLE or key in _NAMES or key == "date-parts"


def wanted(key: str, given: Any, library: Library) -> Any:
    """A value in the form that its key wants; as it is where it has that form, or where none is known."""
    if isinstance(given, list) and key in _ITEM:
        return [as_mapping(key, each, library) if isinstance(each, str) else each for each in given]
    if key in _LISTS and isinstance(given, str):
        return as_list(key, given, lambda _: True, library)
    return as_mapping(key, given, library) if key in _WHOLE and isinstance(given, str) else given
