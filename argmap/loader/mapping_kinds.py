"""What a mapping of a file is, by the keys that lead to it; and which of its keys hold free text."""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from inspect import get_annotations
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel

from argmap.loader.synonyms import meant_by
from argmap.loader.vocabulary import HELD, csl_keys, every_key, keys, model_at
from argmap.model import Claim, DebateHeader, PositionHeader, Rebuttal, Source, SourceNotes, StepPremise, Support
from argmap.model.csl.dates import CslDate
from argmap.model.csl.name_slips import OTHERS, slip_of
from argmap.model.csl.names import Name
from argmap.model.csl.variables import CARRIED
from argmap.model.values import Flag, Id, Passage, SourceId

Kind = type[BaseModel] | None
"""The model of a mapping; None where nothing is known of it."""


class Bibliography(BaseModel):
    """What stands at the top of sources.yaml."""

    references: tuple[Source, ...] = ()


class Carried(BaseModel):
    """What a source carries along unread: it stays to the last space."""


class Meanings(BaseModel):
    """Names of the debater's own and a text for each: `terms`, `values`."""


class Sides(BaseModel):
    """Two of these: `sides`."""


class Groups(BaseModel):
    """Names of the debater's own and a list of texts for each: `parties`."""


class Rankings(BaseModel):
    """Names of the debater's own and a list of ids for each: `audiences`."""


OWN_KEYS: tuple[Kind, ...] = (Carried, Meanings, Sides, Groups, Rankings)
"""Mappings whose keys are not the format's."""
_TEXTS: tuple[Kind, ...] = (Carried, Meanings, Sides)
_OPEN: dict[str, type[BaseModel]] = {
    "sides": Sides, "terms": Meanings, "values": Meanings, "parties": Groups, "audiences": Rankings,
}  # fmt: skip
_LISTS: dict[str, type[BaseModel]] = {
    "arguments": Rebuttal,
    "resolutions": Rebuttal,
    "references": Source,
    **dict.fromkeys(HELD, Rebuttal),
}
_STATEMENTS = (Claim, Support, Rebuttal, StepPremise)
"""What `Rebuttal` stands for as a kind: any statement, and where premises stand also `{step: ID}`."""
_OPEN_TO_OTHERS: tuple[Kind, ...] = (Source, SourceNotes, Name, CslDate)
"""Where keys of other programs may stand."""
_ADDRESSES = frozenset({"URL", "DOI"})
_NO_PROSE = frozenset({"rule", "likelihood"}) | _ADDRESSES
"""Texts by their type, of which the words are given."""
_FIELDS = OTHERS | frozenset(
    ("annotation", "archiveprefix", "attachments", "bibtex", "citekey", "crossref", "eid", "entrysubtype", "eprint",
     "eprinttype", "extra", "file", "fulltext", "groups", "howpublished", "institution", "keywords", "langid",
     "mendeley", "month", "orcid", "organization", "owner", "pagetotal", "primaryclass", "pubstate", "rights",
     "series", "sortkey", "tag", "timestamp", "venue", "zotero")
)  # fmt: skip
"""Words that programs have for keys of a source, beside those that argmap knows under another name."""
_STRIPPED = get_args(Passage)[1]
"""By this a text is known, also one of so many words at most, or with a check of its own."""


@cache
def below(kind: Kind, key: str) -> Kind:
    """The kind of what stands below a key, or of each item of the list there."""
    if is_carried(kind, key):
        return Carried
    if kind is None or kind in OWN_KEYS:
        return None
    if kind is DebateHeader and key in _OPEN:
        return _OPEN[key]
    if key in _LISTS:
        return _LISTS[key]
    found = model_at(kind, (key,))
    return None if found is kind else found


def is_carried(kind: Kind, key: str | None) -> bool:
    """Whether the model takes over a value as it is written."""
    return kind is Carried or (kind in _OPEN_TO_OTHERS and key is not None and key not in _own(kind))


@cache
def _own(kind: Kind) -> frozenset[str]:
    return frozenset(key for key in keys(kind) if kind is not Source or key not in CARRIED) if kind else frozenset()


def is_from_programs(kind: Kind) -> bool:
    """Whether other programs write such a mapping: they have `null` where they know nothing."""
    return kind is Carried or kind in _OPEN_TO_OTHERS


def kind_of(file: str, top: Iterable[str]) -> Kind:
    """The kind of a file by its name or, where that says nothing, by the keys at its top; None for anything else."""
    if file in ("debate.yaml", "sources.yaml"):
        return DebateHeader if file == "debate.yaml" else Bibliography
    top = [*top]
    if "debate" in top or "resolutions" in top:
        return DebateHeader
    if file.startswith("positions/") or "position" in top or "arguments" in top:
        return PositionHeader
    return Bibliography if "references" in top else None


def kind_at(kind: Kind, path: Sequence[str]) -> Kind:
    """The kind of what stands at the end of a path of keys."""
    for key in path:
        kind = below(kind, key)
    return kind


def is_known(kind: Kind, key: str) -> bool:
    """Whether a mapping may have this key, by its kind; a source also those of other programs."""
    return kind in OWN_KEYS or key in known_keys(kind) or (is_carried(kind, key) and " " not in key)


@cache
def known_keys(kind: Kind) -> frozenset[str]:
    """The keys that a mapping may have, by its kind; none where they are the debater's own, or nothing is known."""
    if kind is None or kind in OWN_KEYS:
        return frozenset()
    return frozenset(key for model in (_STATEMENTS if kind is Rebuttal else (kind,)) for key in keys(model))


@cache
def is_word_of_text(kind: Kind, word: str) -> bool:
    """Whether a key between braces, where other programs have theirs, is more likely a word of the text before it."""
    if kind is not Source or not re.fullmatch(r"[^\W\d_][^\W\d_A-Z]*|\d{2,}", word):
        return False  # `dateAdded`, `zotero-key`, `k1` are names that programs make
    plain = word.lower()
    known = {*every_key(), *csl_keys(), *_FIELDS}
    return not (known & {word, plain} or meant_by(kind, word) or slip_of(word, frozenset(keys(kind))))


@cache
def is_text(kind: Kind, key: str) -> bool:
    """Whether the value of a key is one text, with whatever there is in it."""
    return kind in _TEXTS or is_carried(kind, key) or any(map(_is_text, _types(kind, key)))


def _is_text(hint: Any) -> bool:
    return _STRIPPED in getattr(hint, "__metadata__", ())


def is_word(kind: Kind, key: str) -> bool:
    """Whether the value of a key is an id, or true or false."""
    return any(each in (Id, SourceId, Flag) for each in _types(kind, key))


@cache
def is_prose(kind: Kind, key: str) -> bool:
    """Whether the value of a key, or each item of the list there, is in the writer's own words."""
    if kind is Groups or (is_text(kind, key) and key not in _NO_PROSE) or below(kind, key) is Name:
        return True
    return any(any(map(_is_text, get_args(each))) for each in _types(kind, key) if get_origin(each) is tuple)


def is_address(kind: Kind, key: str) -> bool:
    """Whether the value of a key is an address, after which a remark is a comment unless it can be a piece of it."""
    return key in _ADDRESSES and is_text(kind, key)


def _types(kind: Kind, key: str) -> tuple[Any, ...]:
    """What the value of a key may be: the members of a union, else the one type; empty for a key that is unknown."""
    return _every_type(kind).get(key, ()) if kind else ()


def has_fixed_words(kind: Kind, key: str) -> bool:
    """Whether the words are given that the value of a key may be, such as `very likely`."""
    return key in _NO_PROSE or any(get_origin(each) is Literal for each in _types(kind, key))


@cache
def takes_word(key: str) -> bool:
    """Whether the value of a key is a word or id wherever it stands, so that no text goes on there."""
    top = (Rebuttal, DebateHeader, PositionHeader, Source)
    kinds = {*top, *(below(kind, name) for kind in top for name in known_keys(kind))} - {None, *OWN_KEYS}
    word = any(is_word(kind, key) or has_fixed_words(kind, key) for kind in kinds)
    return word and not any(_is_text(each) for kind in kinds for each in _types(kind, key))


@cache
def _every_type(kind: type[BaseModel]) -> dict[str, tuple[Any, ...]]:
    found: dict[str, tuple[Any, ...]] = {}
    for model in _STATEMENTS if kind is Rebuttal else (kind,):
        hints = {name: hint for each in reversed(model.__mro__) for name, hint in get_annotations(each).items()}
        found |= {field.alias or name: _members(hints[name]) for name, field in model.model_fields.items()}
    return found


def _members(hint: Any) -> tuple[Any, ...]:
    one = get_origin(hint) in (tuple, dict) or hasattr(hint, "__metadata__") or not get_args(hint)
    return (hint,) if one else get_args(hint)
