"""A file as it is written: every entry with the comments that stand at it, and every byte accounted for.

The composer's nodes know their places in the text; what lies between them is white space, punctuation and comments.
A comment at the end of a line belongs to what begins last on that line. A comment on lines of its own belongs to the
entry that follows; where it is indented deeper than that, it closes the list or mapping at whose column it stands.
Nothing recurses over the depth of the data.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from argmap.loader.compose import compose
from argmap.loader.decode import decode
from argmap.loader.faults import Faults
from argmap.loader.nodes import AnyNode, FileText, MappingNode, ScalarNode, SequenceNode
from argmap.model.diagnostics import Diagnostic, Severity

_MARK = re.compile(r"^(?:---|\.\.\.)(?=\s|\Z)|^%[^\r\n]*|#[^\r\n]*|-", re.MULTILINE)
_HEADER_COMMENT = re.compile(r"[|>][-+0-9]*[ \t]+(#[^\r\n]*)")


@dataclass(slots=True, eq=False)
class Comment:
    """A comment from its `#` to the end of its line."""

    start: int
    text: str
    column: int
    own_line: bool
    blank: bool
    """Whether an empty line stands before it."""


@dataclass(slots=True, eq=False)
class Slot:
    """An entry of a mapping, or an item of a list."""

    start: int
    """Where its key or its dash begins; in a list in brackets, its value."""
    column: int
    key: ScalarNode | None
    value: AnyNode
    parent: Collection
    body: Collection | None = None
    """The value where it is a list or a mapping."""
    lead: list[Comment] = field(default_factory=list)
    """Comments on the lines before it."""
    beside: list[Comment] = field(default_factory=list)
    """Comments at the end of its line."""
    blank: bool = False
    """Whether an empty line stands before it, after its leading comments."""

    @property
    def name(self) -> str | None:
        """The key, None for an item of a list."""
        return self.key.data if self.key else None

    @property
    def first(self) -> int:
        """Where its leading comments begin, or it itself."""
        return self.lead[0].start if self.lead else self.start


@dataclass(slots=True, eq=False)
class Collection:
    """A list or a mapping, in brackets (`flow`) or on lines."""

    node: SequenceNode | MappingNode
    holder: Slot | None
    flow: bool
    column: int
    children: list[Slot] = field(default_factory=list)
    foot: list[Comment] = field(default_factory=list)
    """Comments after its last entry, still at its column."""
    commented: bool = False
    """Whether a comment stands inside its brackets."""

    def child(self, key: str | int) -> Slot | None:
        """The entry of a key, or the item at an index."""
        if isinstance(key, int):
            return self.children[key] if isinstance(self.node, SequenceNode) and key < len(self.children) else None
        return next((slot for slot in self.children if slot.name == key), None)


@dataclass(frozen=True, slots=True)
class Tree:
    """A file that was read to its end without a fault of YAML."""

    document: FileText
    root: Collection
    slots: tuple[Slot, ...]
    """Every entry, in the order of the text."""
    comments: tuple[Comment, ...]
    """Every comment, in the order of the text."""
    warnings: tuple[Diagnostic, ...] = ()
    """What is likely not meant as it is read."""

    @property
    def text(self) -> str:
        """The text, without byte order mark."""
        return self.document.text

    def line_start(self, offset: int) -> int:
        """Where the line of an offset begins."""
        return offset - self.document.place(offset)[1] + 1

    def line_end(self, offset: int) -> int:
        """Where the line of an offset ends, before its line break."""
        found = _BREAK.search(self.text, offset)
        return found.start() if found else len(self.text)

    def line_start_after(self, offset: int) -> int:
        """Where the line after that of an offset begins, or where the text ends."""
        found = _BREAK.search(self.text, offset)
        return found.end() if found else len(self.text)

    def slot_at(self, start: int, end: int) -> Slot | None:
        """The outermost entry whose value stands exactly there."""
        number = bisect_left(self.slots, start, key=lambda slot: slot.value.start)
        for slot in self.slots[number : number + 10]:
            if (slot.value.start, slot.value.end) == (start, end):
                return slot
        return None


_BREAK = re.compile(r"\r\n|\n|\r")


class UnreadableError(Exception):
    """The text is not what its nodes say; the reason is a fault of ours."""


def grow(file: str, content: str | bytes) -> Tree | tuple[Diagnostic, ...]:
    """The tree of a file; or the errors that prevent one. Empty where there is nothing in the file."""
    faults = Faults()
    document = decode(file, content, faults)
    root, whole = compose(document, faults) if document is not None else (None, False)
    errors = tuple(each for each in faults.found if each.severity is Severity.ERROR)
    if document is None or errors or not whole or isinstance(root, ScalarNode) or root is None:
        return errors
    return replace(_Grower(document).grow(root), warnings=tuple(faults.found))


class _Grower:
    def __init__(self, document: FileText) -> None:
        self.document, self.text = document, document.text
        self.slots: list[Slot] = []
        self.scalars: list[ScalarNode] = []
        self.items: list[Slot] = []
        """The items of lists on lines, each with a dash of its own."""
        self.comments: list[Comment] = []

    def grow(self, node: SequenceNode | MappingNode) -> Tree:
        """Entries first, then what lies between them."""
        root = Collection(node, None, self.text[node.start] in "[{", 0)
        self._walk(root)
        dashes = self._scan()
        if len(dashes) != len(self.items):
            raise UnreadableError(f"{len(dashes)} dashes for {len(self.items)} items in {self.document.file}")
        for slot, dash in zip(self.items, dashes, strict=True):
            slot.start = dash
        self._measure(root)
        self._attach(root)
        return Tree(self.document, root, tuple(self.slots), tuple(self.comments))

    def _walk(self, root: Collection) -> None:
        stack = [self._entries(root)]
        while stack:
            slot = next(stack[-1], None)
            if slot is None:
                stack.pop()
            elif slot.body is not None:
                stack.append(self._entries(slot.body))

    def _entries(self, parent: Collection) -> Iterator[Slot]:
        node = parent.node
        if isinstance(node, MappingNode):
            for key, value in node.entries.values():
                self.scalars.append(key)
                yield self._slot(key.start, key, value, parent)
            return
        for item in node.items:
            slot = self._slot(item.start, None, item, parent)
            if not parent.flow:
                self.items.append(slot)
            yield slot

    def _slot(self, start: int, key: ScalarNode | None, value: AnyNode, parent: Collection) -> Slot:
        slot = Slot(start, 0, key, value, parent)
        if isinstance(value, ScalarNode):
            self.scalars.append(value)
        else:
            flow = parent.flow or self.text[value.start : value.start + 1] in ("[", "{")
            slot.body = Collection(value, slot, flow, 0)
        parent.children.append(slot)
        self.slots.append(slot)
        return slot

    def _scan(self) -> list[int]:
        """The dashes of the lists; and every comment, on the way."""
        dashes: list[int] = []
        before = 0
        for node in self.scalars:
            self._gap(before, node.start, dashes)
            if self.text[node.start : node.start + 1] in ("|", ">") and node.end > node.start:
                found = _HEADER_COMMENT.match(self.text, node.start, node.end)
                if found:
                    self._comment(found.start(1), found[1])
            before = max(before, node.end)
        self._gap(before, len(self.text), dashes)
        return dashes

    def _gap(self, start: int, end: int, dashes: list[int]) -> None:
        if end - start < 2:
            return
        for found in _MARK.finditer(self.text, start, end):
            mark = found[0]
            if mark == "-":
                dashes.append(found.start())
            elif mark[0] == "#":
                self._comment(found.start(), mark)

    def _comment(self, start: int, text: str) -> None:
        column = self.document.place(start)[1] - 1
        indent = self.text[start - column : start]
        own_line = not indent.strip(" \t")
        self.comments.append(Comment(start, text.rstrip(), column, own_line, self._is_after_blank(start)))

    def _is_after_blank(self, start: int) -> bool:
        at = start
        while at > 0 and self.text[at - 1] in " \t\r\n":
            at -= 1
        return at < start - 1 and len(_BREAK.findall(self.text, at, start)) > 1

    def _measure(self, root: Collection) -> None:
        """Columns, and the empty lines before entries."""
        for slot in self.slots:
            slot.column = self.document.place(slot.start)[1] - 1
            if not slot.parent.flow:
                slot.blank = self._is_after_blank(slot.start)
            if slot.body is not None and not slot.body.flow and not slot.body.children:
                raise UnreadableError(f"a list on no line in {self.document.file}")
        for slot in self.slots:
            if slot.body is not None:
                first = slot.body.children[0] if slot.body.children else slot
                slot.body.column = first.column

    def _attach(self, root: Collection) -> None:
        starts = [slot.start for slot in self.slots]
        closing: tuple[int, Collection | None] = (-1, None)
        for comment in self.comments:
            number = bisect_right(starts, comment.start)
            before = self.slots[number - 1] if number else None
            after = self.slots[number] if number < len(self.slots) else None
            if before is None:
                (after.lead if after else root.foot).append(comment)
                continue
            flow = _flow_around(before, comment.start)
            if flow is not None:
                _mark(flow)
            if not comment.own_line:
                _begun_last(before, flow, comment.start).beside.append(comment)
            elif comment.start < before.value.start and (before.body is None or before.body.flow):
                before.lead.append(comment)  # between a key and its value
            elif flow is not None:
                inside = after is not None and after.start < flow.node.end
                (after.lead if inside and after else flow.foot).append(comment)
            else:
                limit = closing[1] if closing[0] == number else None
                end = self._closed(comment, before, after, limit, root)
                closing = (number, end)
                (end.foot if end is not None else after.lead if after else root.foot).append(comment)

    def _closed(
        self, comment: Comment, before: Slot, after: Slot | None, limit: Collection | None, root: Collection
    ) -> Collection | None:
        """What a comment on its own line closes; None where it belongs to what follows."""
        if after is not None and (after.parent.holder is before or after.lead or comment.column <= after.column):
            return None
        column = after.column if after is not None else -1
        here: Collection | None = limit or before.parent
        while here is not None and (here.flow or here.column > comment.column):
            here = here.holder.parent if here.holder else None
        if here is not None and here.column > column:
            return here
        return root if after is None else None


def _flow_around(slot: Slot, offset: int) -> Collection | None:
    """The innermost brackets around an offset that lies after an entry's beginning."""
    if slot.body is not None and slot.body.flow and slot.body.node.start < offset < slot.body.node.end:
        return slot.body
    here = slot.parent
    while here.flow and offset >= here.node.end and here.holder is not None:
        here = here.holder.parent
    return here if here.flow and offset < here.node.end else None


def _mark(flow: Collection) -> None:
    here: Collection | None = flow
    while here is not None and here.flow and not here.commented:
        here.commented = True
        here = here.holder.parent if here.holder else None


def _begun_last(slot: Slot, flow: Collection | None, offset: int) -> Slot:
    """The entry that a comment at the end of a line stands at: not one inside brackets that are closed."""
    while slot.parent.flow and slot.parent is not flow and slot.parent.holder is not None:
        if slot.parent.node.end > offset:
            break
        slot = slot.parent.holder
    return slot
