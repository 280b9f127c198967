"""YAML as composed here: every scalar is text or nothing, and every node knows its place in the file.

Nodes hold offsets only; lines and columns are worked out when somebody asks. Values are built along the way
(`data`), so that validation needs no second walk.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from functools import cached_property
from typing import Any

from argmap.model.diagnostics import Span
from argmap.wording.patterns import pattern

_BREAK = re.compile(r"\r\n|\n|\r")


class FileText:
    """The text of one file, with its lines."""

    def __init__(self, file: str, text: str) -> None:
        self.file, self.text = file, text

    @cached_property
    def _lines(self) -> list[int]:
        """The offset at which each line starts."""
        return [0, *(match.end() for match in _BREAK.finditer(self.text))]

    def place(self, offset: int) -> tuple[int, int]:
        """The line and column, both from 1, of an offset."""
        line = bisect_right(self._lines, offset)
        return line, offset - self._lines[line - 1] + 1

    def span(self, start: int, end: int | None = None) -> Span:
        """The stretch from `start` to after `end`, kept within the text."""
        size = len(self.text)
        start = min(max(start, 0), size)
        end = start if end is None else min(max(end, start), size)
        return Span(self.file, *self.place(start), *self.place(end), start, end)


class ScalarNode:
    """A piece of text; `data` is None for plain `null`, `~` and nothing at all."""

    __slots__ = ("broken", "data", "document", "end", "start")

    def __init__(self, document: FileText, start: int, end: int, data: str | None, broken: bool = False) -> None:
        self.document, self.start, self.end, self.data, self.broken = document, start, end, data, broken

    @property
    def span(self) -> Span:
        """Where the value stands."""
        return self.document.span(self.start, self.end)

    def child(self, key: str | int) -> AnyNode | None:
        """Nothing: a scalar has no parts."""
        return None

    def key_span(self, key: str | int) -> Span | None:
        """Nothing: a scalar has no keys."""
        return None


class SequenceNode:
    """A list; `cut` where the file could not be read to its end."""

    __slots__ = ("cut", "data", "document", "end", "items", "start")

    def __init__(self, document: FileText, start: int) -> None:
        self.document, self.start, self.end, self.cut = document, start, start, False
        self.items: list[AnyNode] = []
        self.data: list[Any] = []

    @property
    def last(self) -> AnyNode | None:
        """The last item."""
        return self.items[-1] if self.items else None

    @property
    def span(self) -> Span:
        """From the first item to the end of the last."""
        return self.document.span(self.start, self.end)

    def child(self, key: str | int) -> AnyNode | None:
        """The item at an index."""
        return self.items[key] if isinstance(key, int) and 0 <= key < len(self.items) else None

    def key_span(self, key: str | int) -> Span | None:
        """Nothing: a list has no keys."""
        return None


class MappingNode:
    """Keys and their values, in file order; of a key given twice the first counts. `cut` as for a list; `second` is
    the entry with which a second statement begins, where that is of the same type as the first.
    """

    __slots__ = ("cut", "data", "document", "end", "entries", "second", "start")

    def __init__(self, document: FileText, start: int) -> None:
        self.document, self.start, self.end, self.cut = document, start, start, False
        self.entries: dict[str, tuple[ScalarNode, AnyNode]] = {}
        self.second: tuple[ScalarNode, AnyNode] | None = None
        self.data: dict[str, Any] = {}

    @property
    def is_flow(self) -> bool:
        """Whether it stands between braces."""
        return self.document.text.startswith("{", self.start)

    @property
    def last(self) -> AnyNode | None:
        """The value of the last key."""
        return self.entries[next(reversed(self.entries))][1] if self.entries else None

    @property
    def span(self) -> Span:
        """From the first key to the end of the last value."""
        return self.document.span(self.start, self.end)

    def child(self, key: str | int) -> AnyNode | None:
        """The value of a key, written as in the file or as in the model (`container_title`, `URL` for `url`)."""
        entry = self._entry(key)
        return entry[1] if entry else None

    def key_span(self, key: str | int) -> Span | None:
        """Where the key itself stands."""
        entry = self._entry(key)
        return entry[0].span if entry else None

    def _entry(self, key: str | int) -> tuple[ScalarNode, AnyNode] | None:
        if not isinstance(key, str):
            return None
        return self.entries.get(key) or self.entries.get(key.replace("_", "-")) or self.entries.get(key.lower())


AnyNode = ScalarNode | SequenceNode | MappingNode


def descend(node: AnyNode, steps: Iterable[str | int]) -> AnyNode | None:
    """The node at the end of a route, None where the route leads out of the file."""
    found: AnyNode | None = node
    for step in steps:
        found = found.child(step) if found is not None else None
    return found


def is_damaged(node: AnyNode | None) -> bool:
    """Whether a fault of YAML in or after the node is reported already: what it lacks is not reported again."""
    return node is not None and (node.broken if isinstance(node, ScalarNode) else node.cut)


def with_colon(key: ScalarNode) -> Span:
    """Where a key stands, with the colon after it."""
    return key.document.span(key.start, key.document.text.find(":", key.end) + 1 or key.end)


EMPTY = pattern(r"[ \t]*:[ \t]+(?=#)")
"""What leads from a key to a comment that stands where its value should be."""


def has_comment(key: ScalarNode) -> bool:
    """Whether a comment stands where a key should have its value."""
    return EMPTY.match(key.document.text, key.end) is not None


def with_nothing(node: MappingNode, key: str) -> Span:
    """Where a key stands that has no value, with the `null` or `~` after it if there is one."""
    (name, value), colon = node.entries[key], with_colon(node.entries[key][0])
    return name.document.span(name.start, max(colon.end, value.end if value.start < value.end else 0))


def goes_on(item: AnyNode, above: AnyNode) -> bool:
    """Whether an item of a list may be the rest of the one above: a mapping with no key that is there already."""
    if not isinstance(item, MappingNode) or not isinstance(above, MappingNode) or item.is_flow:
        return False
    return bool(item.entries) and item.entries.keys().isdisjoint(above.entries)


def without(node: MappingNode, key: str, dropped: set[int]) -> MappingNode:
    """The mapping with some items of the list below a key left out, so that indices agree with the model."""
    items = node.child(key)
    if not isinstance(items, SequenceNode):
        return node
    shorter, copy = SequenceNode(items.document, items.start), MappingNode(node.document, node.start)
    shorter.end, copy.end = items.end, node.end
    shorter.items = [item for index, item in enumerate(items.items) if index not in dropped]
    shorter.data = [item.data for item in shorter.items]
    copy.entries = {**node.entries, key: (node.entries[key][0], shorter)}
    copy.data = {**node.data, key: shorter.data}
    return copy


def as_key(name: ScalarNode, word: str) -> str:
    """A word in the place of a key: in its quotes where these let its colon do without a space, as JSON has it."""
    text = name.document.text
    mark, behind = text[name.start : name.start + 1], text[name.end : name.end + 2]
    return f"{mark}{word}{mark}" if mark in ('"', "'") and behind[:1] == ":" and not behind[1:].isspace() else word
