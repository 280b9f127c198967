"""What stands in brackets on one line, merged piece by piece."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from argmap.loader.nodes import SequenceNode
from argmap.model.values import spaced
from argmap.writing.merge_sides import of_three, order_of
from argmap.writing.merge_units import REQUIRED, STATEMENTS, Unit, is_unordered, name_of, said_by
from argmap.writing.tree import Collection, Slot, Tree

_LINE_BREAK = re.compile(spaced(r"\n"))


@dataclass(slots=True, eq=False)
class _Piece:
    """A value in brackets, or what could stand there, with its key: its text, and what it is made of."""

    name: str
    key: str
    text: str
    data: Any
    ends: str = ""
    """The brackets around the pieces below it: `{}` or `[]`; nothing around a scalar."""
    divisible: bool = False
    below: dict[str, _Piece] = field(default_factory=dict)

    @property
    def written(self) -> str:
        """As it stands in brackets."""
        if self.ends:
            return _bracketed(self, [each.written for each in self.below.values()])
        return f"{self.key}: {self.text}".rstrip() if self.key else self.text


_DEEP = 20
"""How deep brackets stand in each other before they are taken for one piece."""


def merged_in_brackets(base: Unit | None, ours: Unit, theirs: Unit) -> str | None:
    """The text of an entry, at our column, whose value stands in brackets on some side, merged piece by piece; None
    where both changed the same piece, or a comment stands among the pieces."""
    if ours.name in STATEMENTS and any(unit.is_open for unit in (base, ours, theirs) if unit):
        return None
    old, mine, other = (_taken(unit) if unit else None for unit in (base, ours, theirs))
    if mine is None or other is None or (base is not None and old is None):
        return None
    tail = of_three(old[2] if old else None, mine[2], other[2])
    value = _of_pieces(old[1] if old else None, mine[1], other[1])
    if tail is None or value is None:
        return None
    if not value:
        return None if ours.is_item or ours.name in REQUIRED else ""
    return mine[0] + value + tail


def _taken(unit: Unit) -> tuple[str, _Piece, str] | None:
    """What stands before the value of an entry, the value in pieces, and what stands after it."""
    if unit.place is None:
        return None
    tree, slot, last = unit.place
    piece = _piece(tree, slot, {}, 0)
    body = slot.body
    if piece is None or body is None or _is_commented(tree, body, last):
        return None
    piece.key = ""
    head = unit.text[: len(unit.text) - (last - slot.value.start)]
    if not body.flow:  # its first entry stands on a line of its own, or after the dash
        return head.rstrip() + " ", piece, "\n"
    return head, piece, unit.text[len(unit.text) - (last - slot.value.end) :]


def _is_commented(tree: Tree, body: Collection, last: int) -> bool:
    return body.commented or (not body.flow and any(body.node.start <= each.start < last for each in tree.comments))


def _piece(tree: Tree, slot: Slot, taken: dict[str, int], depth: int) -> _Piece | None:
    """An entry as it may stand in brackets; None of what cannot, such as a text on lines of its own."""
    key = tree.text[slot.key.start : slot.key.end] if slot.key else ""
    made = _Piece(name_of(slot, taken), key, "", slot.value.data)
    if slot.body is None:
        text = _on_one_line(tree.text[slot.value.start : slot.value.end], slot)
        made.text = text or ""
        return None if text is None else made
    is_list = isinstance(slot.body.node, SequenceNode)
    made.ends, made.divisible = "[]" if is_list else "{}", not is_list or is_unordered(slot)
    names: dict[str, int] = {}
    for child in slot.body.children:
        below = _piece(tree, child, names, depth + 1) if depth < _DEEP else None
        if below is None:
            return None
        made.below[below.name] = below
    return made


def _on_one_line(text: str, slot: Slot) -> str | None:
    """The text of a scalar as it may stand in brackets."""
    if text[:1] in ("|", ">") or "\\\n" in text or re.search(r"\n[ ]*\n", text):
        return None
    joined = _LINE_BREAK.sub(" ", text.strip())
    if slot.parent.flow or joined[:1] in ("'", '"') or not re.search(r"[,\[\]{}]", joined):
        return joined
    return json.dumps(slot.value.data, ensure_ascii=False)


def _of_pieces(base: _Piece | None, ours: _Piece, theirs: _Piece) -> str | None:
    """Both sides of a value as one text, empty where nothing is left of it; None where they contradict each other."""
    said = [said_by(each.data) if each else None for each in (base, ours, theirs)]
    if said[1] == said[2] or said[0] == said[2]:
        return ours.written
    if said[0] == said[1]:
        return theirs.written
    if any(each.ends != ours.ends or not each.divisible for each in (base, ours, theirs) if each):
        return None
    parts = []
    for name in order_of(base.below if base else {}, ours.below, theirs.below):
        old, mine, other = ((each.below.get(name) if each else None) for each in (base, ours, theirs))
        kept = mine or other
        if mine and other:
            part = _of_pieces(old, mine, other)
        elif old and kept and said_by(old.data) != said_by(kept.data):
            return None
        else:
            part = kept.written if kept and not old else ""
        if part is None:
            return None
        parts.append(part)
    return _bracketed(ours, [part for part in parts if part])


def _bracketed(piece: _Piece, parts: Sequence[str]) -> str:
    """Pieces in the brackets of the value that they make up, after its key; nothing where there are none."""
    value = f"{piece.ends[0]}{', '.join(parts)}{piece.ends[1]}"
    return (f"{piece.key}: {value}" if piece.key else value) if parts or not piece.data else ""
