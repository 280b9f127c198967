"""A text in the place of an id, everybody's first try: `- claim: The city should ban cars` without a `text:`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pydantic import BaseModel

from argmap.diagnostics import Edit
from argmap.loader.faults import Advice, write
from argmap.loader.nodes import MappingNode, ScalarNode
from argmap.loader.odd_keys import Said
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
    if text[node.start] == "{":
        return write(f"{id}, {key}: {source}", at=value.span)
    indent = ("\r\n" if "\r\n" in text else "\n") + " " * (node.document.place(first.start)[1] - 1)
    fix = (Edit(value.span, text=f"{id}{indent}{key}: {source}"),)
    return Advice(f"Write `{id}`, and below it `{key}: {source}`.", fix)
