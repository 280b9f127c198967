"""A file taken apart into entries for a merge: what each is known by, what it says, and what is below it."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import Any

from argmap.loader.nodes import MappingNode, SequenceNode
from argmap.writing.tree import Collection, Slot, Tree, UnreadableError, grow

_NAMES = ("claim", "support", "rebuttal", "id", "over", "rule", "source", "step")

_LISTS = frozenset({
    "arguments", "resolutions", "references", "supports", "rebuttals", "undercutters", "evidence", "ignore",
    "outweighs", "premises", "criteria",
})  # fmt: skip
"""Lists of things with names of their own. In any other the order may mean something: it is one entry."""

_SETS = frozenset({"excludes", "contradicts", "promotes", "demotes"})
"""Lists of ids whose order means nothing."""

STATEMENTS = frozenset({"arguments", "resolutions", "references", "supports", "rebuttals", "undercutters"})
"""Lists too long to stand in brackets where one side has them on lines."""

REQUIRED = frozenset({"arguments", "resolutions", "references"})

IDS = frozenset({"claim", "support", "rebuttal", "id"})


@dataclass(slots=True, eq=False)
class Unit:
    """An entry as text, and what it is made of: its head, the entries below it, and the comments that close it."""

    name: str
    column: int
    file: str
    start: int
    end: int
    dash: int | None = None
    """How far after its start the dash of an item stands that it is the first entry of."""
    data: Any = None
    is_open: bool = False
    """Whether entries below it can be merged one by one."""
    is_empty: bool = False
    """Whether it is a list without anything in it."""
    is_item: bool = False
    head: str = ""
    tail: str = ""
    indent: int = 0
    """The column of the entries below it."""
    below: dict[str, Unit] = field(default_factory=dict)
    place: tuple[Tree, Slot, int] | None = None
    """Where it stands in its file, and where its text ends there; of a list or mapping only."""

    @property
    def text(self) -> str:
        """As it stands in its file, without that dash; not kept, since each entry has those below it again."""
        text = self.file[self.start : self.end]
        return text if self.dash is None else _blanked(text, self.dash)


_DOCUMENT = re.compile(r"^(?:---|\.\.\.|%)", re.MULTILINE)
"""Marks around a document, which must keep their place."""


def root(text: str) -> Unit | None:
    """A file as a unit; None where there is nothing in it."""
    if not text.strip():
        return None
    tree = grow("file", text)
    if not isinstance(tree, Tree) or tree.root.flow or _DOCUMENT.search(text):
        raise UnreadableError("no lines to merge")
    unit = Unit("", 0, text, 0, len(text), data=tree.root.node.data, indent=tree.root.column)
    waiting = [(tree.root, unit, 0, len(text))]
    while waiting:
        body, owner, start, end = waiting.pop()
        waiting += _take_apart(tree, body, owner, start, end)
    return unit


_Part = tuple[Collection, Unit, int, int]
"""A list or mapping, the unit whose value it is, and where that unit begins and ends."""


def _take_apart(tree: Tree, body: Collection, owner: Unit, start: int, end: int) -> list[_Part]:
    """Give a unit the entries of its list or mapping, which stands between two offsets; and say which are to follow."""
    begins = [_begin(tree, slot.first) for slot in body.children]
    if begins != sorted(set(begins)) or begins[0] < start:
        raise UnreadableError("two entries on one line")
    if any(tree.text[tree.line_start(slot.start) : slot.start].strip(" -") for slot in body.children):
        raise UnreadableError("a key after a question mark")
    foot = _begin(tree, body.foot[0].start) if body.foot else end
    owner.is_open, owner.indent = True, body.column
    owner.head, owner.tail = tree.text[start : begins[0]], tree.text[foot:end]
    if owner.is_item and body.holder is not None and start <= body.holder.start < begins[0]:
        owner.head = _blanked(owner.head, body.holder.start - start)
    more: list[_Part] = []
    taken: dict[str, int] = {}
    for slot, first, last in zip(body.children, begins, [*begins[1:], foot], strict=True):
        name = name_of(slot, taken)
        dash = _dash(slot, first) if owner.is_item and slot is body.children[0] else None
        unit = Unit(name, slot.column, tree.text, first, last, dash, slot.value.data, is_item=slot.key is None)
        unit.is_empty = (slot.body is not None and not slot.body.children) or slot.value.data is None
        owner.below[name] = unit
        if slot.body is not None:
            unit.place = tree, slot, last
            if _is_divisible(slot, slot.body):
                more.append((slot.body, unit, first, last))
    return more


def _begin(tree: Tree, offset: int) -> int:
    """Where the line of an offset begins, with the empty lines before it."""
    start = tree.line_start(offset)
    while start > 0:
        before = tree.line_start(start - 1)
        if tree.text[before:start].strip():
            break
        start = before
    return start


def _is_divisible(slot: Slot, body: Collection) -> bool:
    if body.flow or not body.children:
        return False
    return not isinstance(body.node, SequenceNode) or is_unordered(slot)


def is_unordered(slot: Slot) -> bool:
    """Of a list, whether it has entries of its own: what they are, and not where they stand, says something."""
    holder = slot.parent.holder
    return slot.name in _LISTS | _SETS or (holder is not None and holder.name == "parties")


def _dash(slot: Slot, first: int) -> int | None:
    """How far after the start of its text the dash stands of the item that it is the first entry of."""
    holder = slot.parent.holder
    return None if holder is None or holder.start < first else holder.start - first


def _blanked(text: str, at: int) -> str:
    """A text without the dash at a place, and without its line where nothing else stood there."""
    without = text[:at] + " " + text[at + 1 :]
    start, end = without.rfind("\n", 0, at) + 1, without.find("\n", at) + 1
    return without if without[start:end].strip() else without[:start] + without[end:]


def name_of(slot: Slot, taken: dict[str, int]) -> str:
    """What an entry is known by: its key, the name that it gives itself, or what it says; with a number where another
    has taken that. `taken` has the last number of each name, 1 for the plain name, and is kept up to date."""
    name = slot.name
    if name is None and isinstance(slot.value, MappingNode):
        name = next((f"{key} {slot.value.data[key]}" for key in _NAMES if slot.value.data.get(key)), None)
        if name and slot.value.data.get("id") is None and name.split(" ")[0] in ("claim", "support", "rebuttal"):
            name = f"statement {name.split(' ', 1)[1]}"  # one that turns from support to rebuttal is still the same
    name = said_by(slot.value.data) if name is None else name
    number, unique = taken.get(name, 0) + 1, name
    while number > 1 and (unique := f"{name} #{number}") in taken:
        number += 1
    taken[name] = number
    taken.setdefault(unique, 1)
    return unique


def said_by(data: Any) -> str:
    """The data as one text, the same for the same; empty where it nests too deep for that."""
    try:
        return json.dumps(data)
    except RecursionError:
        return ""
