"""Everybody's first tries: a text in the place of an id, `- claim: The city should ban cars` without a `text:`; and
citations as they stand in a text, `evidence: [Smith 2020, p. 4]`. One mistake, which makes several errors.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from pydantic import BaseModel

from argmap.diagnostics import Edit
from argmap.loader.faults import Advice, write
from argmap.loader.library import Library, is_locator
from argmap.loader.nodes import MappingNode, ScalarNode, SequenceNode
from argmap.loader.odd_keys import Said
from argmap.loader.reshape import cited
from argmap.loader.words import short_id
from argmap.model import Claim, DebateHeader, PositionHeader, Rebuttal, Support

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
        f"an id is a short name, and this is the `{key}`",
        _moved(node, name, value, key),
        (),
    ), rest


def _is_of_id(error: Any, name: str) -> bool:
    return error["loc"] == (name,) and error["type"] in ("string_pattern_mismatch", "string_too_long")


def _moved(node: MappingNode, name: str, value: ScalarNode, key: str) -> Advice:
    """To give it a short id, and the text a key of its own."""
    text, id = node.document.text, short_id(value.data or "")
    if id is None:
        return Advice(f"Give it a short name of small letters a to z, and move this below it, behind `{key}:`.")
    source, first = text[value.start : value.end], node.entries[name][0]
    if "\n" in source or text[first.end : value.start].strip(" ") != ":":
        return Advice(f"Give it a short name, such as {id}, and move this below it, behind `{key}:`.")
    if node.is_flow:
        return write(f"{id}, {key}: {source}", at=value.span)
    indent = ("\r\n" if "\r\n" in text else "\n") + " " * (node.document.place(first.start)[1] - 1)
    fix = (Edit(value.span, text=f"{id}{indent}{key}: {source}"),)
    return Advice(f"Write `{id}`, and below it `{key}: {source}`.", fix)


_SAYS = re.compile(r"(.+?)[,;]?\s+(?:(quote)s?|says?|argues?|finds?|found|shows?|writes?|claims?|notes?)", re.DOTALL)
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


def _together(listed: SequenceNode) -> list[str] | None:
    """The citations of a list whose commas part one of them: behind each its place; None where none is parted."""
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
