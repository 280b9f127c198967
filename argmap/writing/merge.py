"""A three-way merge of a file of the format, entry by entry: what git calls as a merge driver.

Lines are a poor unit for a list of statements: two branches that each add one after the last conflict, and git's
`merge=union` drops lines that both additions share. Here the units are entries: statements and sources by their id,
evidence by its source, suppressions by their rule, and the keys of mappings. What one side left alone is as the other
side has it; what both added is kept, ours first; what both changed, each otherwise, is a conflict, with git's markers
around that entry alone. The text of an entry is taken over as it stands, with its comments. What stands in brackets
is merged key by key, too; where both changed the same key there, all of it is the conflict. An entry that one side only
gave another name is still the same. What would be a conflict is put together line by line where git can do that, so
that there are never more conflicts than git's own merge has.

Nothing recurses over the depth of the data: each step is a generator that asks for the next one.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Generator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from argmap.loader.nodes import MappingNode, ScalarNode, SequenceNode
from argmap.model.values import spaced
from argmap.writing.tree import Collection, Slot, Tree, UnreadableError, grow

_LINE_BREAK = re.compile(spaced(r"\n"))

_NAMES = ("claim", "support", "rebuttal", "id", "over", "rule", "source", "step")
_LISTS = frozenset({
    "arguments", "resolutions", "references", "supports", "rebuttals", "undercutters", "evidence", "ignore",
    "outweighs", "premises", "criteria",
})  # fmt: skip
"""Lists of things with names of their own. In any other the order may mean something: it is one entry."""
_SETS = frozenset({"excludes", "contradicts", "promotes", "demotes"})
"""Lists of ids whose order means nothing."""
_STATEMENTS = frozenset({"arguments", "resolutions", "references", "supports", "rebuttals", "undercutters"})
"""Lists too long to stand in brackets where one side has them on lines."""
_REQUIRED = frozenset({"arguments", "resolutions", "references"})
_IDS = frozenset({"claim", "support", "rebuttal", "id"})
MARKER = 7
"""How many characters a conflict marker has where nobody says otherwise."""

_Step = Generator["_Step", str, str]
Lines = Callable[[str, str, str], str | None]
"""A merge line by line of base, ours and theirs: what git makes of them, None where they conflict."""


@dataclass(frozen=True, slots=True)
class Merged:
    """The merged text, how many conflicts it has, and why it is not to be trusted where there is no marker in it."""

    text: str
    conflicts: int
    trouble: str | None = None


@dataclass(slots=True, eq=False)
class _Unit:
    """An entry as text, and what it is made of: its head, the entries below it, and the comments that close it."""

    name: str
    column: int
    text: str
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
    below: dict[str, _Unit] = field(default_factory=dict)
    place: tuple[Tree, Slot, int] | None = None
    """Where it stands in its file, and where its text ends there; of a list or mapping only."""


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


def merge(
    base: str,
    ours: str,
    theirs: str,
    marker: int = MARKER,
    labels: tuple[str, str] = ("ours", "theirs"),
    lines: Lines | None = None,
) -> Merged | None:
    """Put two descendants of one text together; None where one of the three cannot be taken apart into entries.

    `labels` stand after the marks of a conflict; what `lines` can put together is none.
    """
    texts = [_plain(text) for text in (base, ours, theirs)]
    signs = (f"{'<' * marker} {labels[0]}\n", "=" * marker + "\n", f"{'>' * marker} {labels[1]}\n")
    done = _merged(texts, signs, lines)
    if done is not None and lines is not None and (done.conflicts or done.trouble):
        whole = lines(*texts)
        if whole is not None and _trouble(whole, texts[1:]) is None:
            done = Merged(whole, 0)
        elif done.trouble is not None:
            done = _merged(texts, signs, None)
    return None if done is None else replace(done, text=_like(ours, done.text))


def _merged(texts: Sequence[str], signs: tuple[str, str, str], lines: Lines | None) -> Merged | None:
    try:
        old, mine, other = (_root(text) for text in texts)
    except UnreadableError:
        return None
    if mine is None or other is None or (old is None and texts[0].strip()):
        return None
    merger = _Merger(*signs, lines)
    text = merger.run(merger.merged(old, mine, other))
    return Merged(text, merger.conflicts, None if merger.conflicts else _trouble(text, texts[1:]))


def _plain(text: str) -> str:
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return text if text.endswith("\n") or not text else text + "\n"


def _like(ours: str, text: str) -> str:
    """With the byte order mark and the line ends of our side."""
    crlf = re.match(r"[^\n]*\r\n", ours) is not None
    return "\ufeff" * ours.startswith("\ufeff") + (text.replace("\n", "\r\n") if crlf else text)


def _trouble(text: str, sides: Sequence[str]) -> str | None:
    """What is wrong with a merge without conflicts, None where all is well."""
    tree = grow("merged", text)
    if not isinstance(tree, Tree):
        return "the two versions do not fit together line by line"
    twice = [id for id, count in _ids(tree).items() if count > 1]
    before = [_ids(side_tree) for side in sides if isinstance(side_tree := grow("side", side), Tree)]
    new = [id for id in twice if all(ids[id] < 2 for ids in before)]
    return f"{new[0]} would be in it twice: both versions have one, in different places" if new else None


def _ids(tree: Tree) -> Counter[str]:
    return Counter(
        slot.value.data
        for slot in tree.slots
        if slot.name in _IDS and isinstance(slot.value, ScalarNode) and slot.value.data and slot.parent.holder
    )


_DOCUMENT = re.compile(r"^(?:---|\.\.\.|%)", re.MULTILINE)
"""Marks around a document, which must keep their place."""


def _root(text: str) -> _Unit | None:
    """A file as a unit; None where there is nothing in it."""
    if not text.strip():
        return None
    tree = grow("file", text)
    if not isinstance(tree, Tree) or tree.root.flow or _DOCUMENT.search(text):
        raise UnreadableError("no lines to merge")
    unit = _Unit("", 0, text, tree.root.node.data, indent=tree.root.column)
    waiting = [(tree.root, unit, 0, len(text))]
    while waiting:
        body, owner, start, end = waiting.pop()
        waiting += _take_apart(tree, body, owner, start, end)
    return unit


_Part = tuple[Collection, _Unit, int, int]
"""A list or mapping, the unit whose value it is, and where that unit begins and ends."""


def _take_apart(tree: Tree, body: Collection, owner: _Unit, start: int, end: int) -> list[_Part]:
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
    more = []
    for slot, first, last in zip(body.children, begins, [*begins[1:], foot], strict=True):
        name = _name(slot, owner.below)
        text = tree.text[first:last]
        if owner.is_item and slot is body.children[0]:
            text = _without_dash(tree, slot, first, text)
        unit = _Unit(name, slot.column, text, slot.value.data, is_item=slot.key is None)
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
    return not isinstance(body.node, SequenceNode) or _is_unordered(slot)


def _is_unordered(slot: Slot) -> bool:
    """Of a list, whether it has entries of its own: what they are, and not where they stand, says something."""
    holder = slot.parent.holder
    return slot.name in _LISTS | _SETS or (holder is not None and holder.name == "parties")


def _without_dash(tree: Tree, slot: Slot, first: int, text: str) -> str:
    """The first entry of an item, with a space for the dash before it."""
    holder = slot.parent.holder
    return text if holder is None or holder.start < first else _blanked(text, holder.start - first)


def _blanked(text: str, at: int) -> str:
    """A text without the dash at a place, and without its line where nothing else stood there."""
    without = text[:at] + " " + text[at + 1 :]
    start, end = without.rfind("\n", 0, at) + 1, without.find("\n", at) + 1
    return without if without[start:end].strip() else without[:start] + without[end:]


def _name(slot: Slot, taken: Mapping[str, Any]) -> str:
    """What an entry is known by: its key, the name that it gives itself, or what it says."""
    name = slot.name
    if name is None and isinstance(slot.value, MappingNode):
        name = next((f"{key} {slot.value.data[key]}" for key in _NAMES if slot.value.data.get(key)), None)
        if name and slot.value.data.get("id") is None and name.split(" ")[0] in ("claim", "support", "rebuttal"):
            name = f"statement {name.split(' ', 1)[1]}"  # one that turns from support to rebuttal is still the same
    name = _said(slot.value.data) if name is None else name
    number = 1
    while (unique := name if number == 1 else f"{name} #{number}") in taken:
        number += 1
    return unique


def _said(data: Any) -> str:
    try:
        return json.dumps(data)
    except RecursionError:
        return ""


class _Merger:
    """One merge, with its markers and the count of its conflicts."""

    def __init__(self, opening: str, middle: str, closing: str, lines: Lines | None) -> None:
        self.opening, self.middle, self.closing, self.lines = opening, middle, closing, lines
        self.conflicts = 0

    def run(self, step: _Step) -> str:
        """Follow a step and all that it asks for."""
        stack, value = [step], ""
        start = True
        while stack:
            try:
                stack.append(next(stack[-1]) if start else stack[-1].send(value))
                start = True
            except StopIteration as stop:
                stack.pop()
                value, start = stop.value, False
        return value

    def merged(self, base: _Unit | None, ours: _Unit, theirs: _Unit) -> _Step:
        """The text of an entry that both sides have, at our column."""
        if _same(ours, theirs) or (base is not None and _same(base, theirs)):
            return ours.text
        if base is not None and _same(base, ours):
            return _moved(theirs.text, ours.column - theirs.column)
        shift = ours.column - theirs.column
        other, old = _moved(theirs.text, shift), _moved(base.text, ours.column - base.column) if base else ""
        if not all(_can_open(unit) for unit in (base, ours, theirs) if unit is not None):
            in_brackets = _merged_in_brackets(base, ours, theirs)
            return self.conflict(ours.text, other, old) if in_brackets is None else in_brackets
        if not (ours.is_open and theirs.is_open):
            return (
                self.conflict(ours.text, other, old)
                if base or ours.is_open == theirs.is_open
                else (ours.text if ours.is_open else other)
            )
        head = _of_three(base.head if base else None, ours.head, _moved(theirs.head, shift))
        tail = _of_three(base.tail if base else "", ours.tail, _moved(theirs.tail, ours.indent - theirs.indent))
        if head is None or tail is None:
            return self.conflict(ours.text, other, old)
        for side in (ours, theirs):
            side.below = _named_as_before(base, side)
        parts = []
        for name in _order(base.below if base else {}, ours.below, theirs.below):
            parts.append((yield self.entry(name, base, ours, theirs)))
        body = "".join(parts)
        return _assembled(ours, head, body, tail)

    def entry(self, name: str, base: _Unit | None, ours: _Unit, theirs: _Unit) -> _Step:
        """The text of an entry below, empty where it is gone."""
        old = base.below.get(name) if base else None
        mine, other = ours.below.get(name), theirs.below.get(name)
        if mine is not None and other is not None:
            return (yield self.merged(old, mine, other))
        kept = mine if mine is not None else other
        if kept is None:
            return ""
        text = kept.text if mine is not None else _moved(kept.text, ours.indent - theirs.indent)
        if old is None:
            return text
        if _same(old, kept):
            return ""
        return self.conflict(text, "") if mine is not None else self.conflict("", text)

    def conflict(self, ours: str, theirs: str, base: str = "") -> str:
        """Both texts between markers, unless they fit together line by line."""
        if base and self.lines is not None and (together := self.lines(base, ours, theirs)) is not None:
            return together
        self.conflicts += 1
        return self.opening + ours + self.middle + theirs + self.closing


def _named_as_before(base: _Unit | None, side: _Unit) -> dict[str, _Unit]:
    """The entries of a side by the names that they had, where it did no more than give them others."""
    before, now = base.below if base else {}, side.below
    new = {_but_for_name(unit): name for name, unit in now.items() if name not in before}
    gone = {_but_for_name(unit): name for name, unit in before.items() if name not in now}
    old = {new[said]: name for said, name in gone.items() if said and said in new}
    return {old.get(name, name): unit for name, unit in now.items()}


def _but_for_name(unit: _Unit) -> str:
    """What an item says besides its name and what is nested below it; empty of what has no name of its own."""
    if not (unit.is_item and isinstance(unit.data, dict) and _IDS & unit.data.keys()):
        return ""
    rest = {key: value for key, value in unit.data.items() if key not in _IDS | _STATEMENTS}
    return _said(rest) if rest.keys() - {"of", "undercuts"} else ""


def _can_open(unit: _Unit) -> bool:
    return unit.is_open or unit.is_empty


def _of_three(base: str | None, ours: str, theirs: str) -> str | None:
    """One of three texts; None where both sides differ from the first and from each other."""
    if ours == theirs or base is None or base.strip() == theirs.strip():
        return ours
    return theirs if base.strip() == ours.strip() else None


def _assembled(ours: _Unit, head: str, body: str, tail: str) -> str:
    """An entry from its parts: the dash before the first, and no list without anything in it."""
    if not body.strip():
        if ours.name in _REQUIRED:
            return head.rstrip().removesuffix(":") + ": []\n" + tail
        return tail if not ours.is_item else ""
    if not ours.is_item:
        return head + body + tail
    gap = len(body) - len(body.lstrip("\n"))
    at = gap + ours.column
    line = body[gap : body.index("\n", gap)]
    if line.startswith(" " * (ours.column + 2)) and not line.lstrip().startswith("#"):
        return head + body[:at] + "-" + body[at + 1 :] + tail
    return f"{head}{' ' * ours.column}-\n{body}{tail}"


def _same(one: _Unit, other: _Unit) -> bool:
    """Whether two entries say the same, with the same comments."""
    if one.text == other.text or _moved(other.text, one.column - other.column).rstrip() == one.text.rstrip():
        return True
    if _comments(one.text) != _comments(other.text):
        return False
    said = _said(one.data)
    return said != "" and said == _said(other.data)


def _comments(text: str) -> list[str]:
    """What may be the comments of a text: more than they are, but the same for texts that differ in white space."""
    return re.findall(r"(?:^|\s)(#[^\n]*\S)", text) if "#" in text else []


_MARGIN = re.compile(r"^[ ]*(?=[^ \n])", re.MULTILINE)


def _moved(text: str, columns: int) -> str:
    """A text so many columns further to the right."""
    if columns == 0:
        return text
    move: Callable[[re.Match[str]], str] = lambda found: " " * max(0, len(found[0]) + columns)  # noqa: E731
    return _MARGIN.sub(move, text)


def _order(base: Mapping[str, Any], ours: Mapping[str, Any], theirs: Mapping[str, Any]) -> list[str]:
    """The names of all entries: in our order, or in theirs where only they changed it; additions after what they
    stand after, ours first.
    """
    common = [name for name in base if name in ours and name in theirs]
    mine = [name for name in ours if name in common]
    first, second = (theirs, ours) if mine == common else (ours, theirs)
    if [name for name in theirs if name in common] == common:
        first, second = ours, theirs
    order = list(first)
    before: str | None = None
    added = {name for name in first if name not in base}
    for name in second:
        if name not in first:
            at = order.index(before) + 1 if before is not None else 0
            if first is ours:
                while at < len(order) and order[at] in added and order[at] not in second:
                    at += 1
            order.insert(at, name)
        before = name
    return order


_DEEP = 20
"""How deep brackets stand in each other before they are taken for one piece."""


def _merged_in_brackets(base: _Unit | None, ours: _Unit, theirs: _Unit) -> str | None:
    """The text of an entry, at our column, whose value stands in brackets on some side, merged piece by piece; None
    where both changed the same piece, or a comment stands among the pieces."""
    if ours.name in _STATEMENTS and any(unit.is_open for unit in (base, ours, theirs) if unit):
        return None
    old, mine, other = (_taken(unit) if unit else None for unit in (base, ours, theirs))
    if mine is None or other is None or (base is not None and old is None):
        return None
    tail = _of_three(old[2] if old else None, mine[2], other[2])
    value = _of_pieces(old[1] if old else None, mine[1], other[1])
    if tail is None or value is None:
        return None
    if not value:
        return None if ours.is_item or ours.name in _REQUIRED else ""
    return mine[0] + value + tail


def _taken(unit: _Unit) -> tuple[str, _Piece, str] | None:
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


def _piece(tree: Tree, slot: Slot, taken: Mapping[str, Any], depth: int) -> _Piece | None:
    """An entry as it may stand in brackets; None of what cannot, such as a text on lines of its own."""
    key = tree.text[slot.key.start : slot.key.end] if slot.key else ""
    made = _Piece(_name(slot, taken), key, "", slot.value.data)
    if slot.body is None:
        text = _on_one_line(tree.text[slot.value.start : slot.value.end], slot)
        made.text = text or ""
        return None if text is None else made
    is_list = isinstance(slot.body.node, SequenceNode)
    made.ends, made.divisible = "[]" if is_list else "{}", not is_list or _is_unordered(slot)
    for child in slot.body.children:
        below = _piece(tree, child, made.below, depth + 1) if depth < _DEEP else None
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
    said = [_said(each.data) if each else None for each in (base, ours, theirs)]
    if said[1] == said[2] or said[0] == said[2]:
        return ours.written
    if said[0] == said[1]:
        return theirs.written
    if any(each.ends != ours.ends or not each.divisible for each in (base, ours, theirs) if each):
        return None
    parts = []
    for name in _order(base.below if base else {}, ours.below, theirs.below):
        old, mine, other = ((each.below.get(name) if each else None) for each in (base, ours, theirs))
        kept = mine or other
        if mine and other:
            part = _of_pieces(old, mine, other)
        elif old and kept and _said(old.data) != _said(kept.data):
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
