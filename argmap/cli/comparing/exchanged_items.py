"""The statements and sources of a file, by its lines alone: which one a fault stands in, and the file with these as
another version has them. Nothing is read here: whoever exchanges them sees whether the file is sound afterwards."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

_DASH = re.compile(r"( *)- +(?:\{ *)?")
_NAMED = re.compile(r"(claim|support|rebuttal|id): *[\"']?([^\s\"',}#]+)")


class Item(NamedTuple):
    """An entry of a list: its id, the column of its dash and its first line, from 0."""

    id: str
    column: int
    start: int


def item_around(lines: Sequence[str], at: int) -> Item | None:
    """The statement, or the source, that a line stands in, by how far lines are indented."""
    room = len(lines[at]) - len(lines[at].lstrip(" -{"))
    for n in range(at, -1, -1):
        dash = _DASH.match(lines[n])
        if dash and dash.end() <= room:
            if found := _item(lines, n):
                return found
            room = len(dash[1])
        elif lines[n].strip() and not lines[n].startswith((" ", "-", "\t")):
            return None
    return None


def exchanged(own: bytes, other: bytes, faulty: Iterable[int]) -> tuple[bytes, tuple[str, ...], int] | None:
    """A file with the items around some lines (from 1) as another version has them, without those that it lacks; their
    ids, and how many statements that are. None where a line stands in no item."""
    lines, others = (text.decode("utf-8", "surrogateescape").split("\n") for text in (own, other))
    found = {_nearest(lines, min(n, len(lines)) - 1) for n in faulty}
    if None in found:
        return None
    outer, end = dict[Item, int](), 0
    for item in sorted((each for each in found if each), key=lambda each: each.start):
        if item.start >= end:
            outer[item] = end = _end(lines, item)
    there = {item.id: item for item in _items(others, range(len(others)))}
    number = 0
    for item, end in reversed(outer.items()):
        new = there.get(item.id)
        within = range(new.start, _end(others, new)) if new else range(0)
        number += sum(1 for _ in _items(others, within)) if new else 1
        taken = [others[n] for n in within]
        lines[item.start : end] = _moved(taken, item.column - new.column if new else 0)
    text = "\n".join(lines).encode("utf-8", "surrogateescape")
    return text, tuple(each.id for each in outer), number


def _nearest(lines: Sequence[str], at: int) -> Item | None:
    """The item around a line; of a line that is indented wrongly the one before it."""
    return item_around(lines, at) or next(_items(lines, range(at, -1, -1)), None)


def _items(lines: Sequence[str], places: Iterable[int]) -> Iterator[Item]:
    return (found for n in places if (found := _item(lines, n)))


def _item(lines: Sequence[str], at: int) -> Item | None:
    dash = _DASH.match(lines[at])
    named = dash and _NAMED.match(lines[at], dash.end())
    return Item(named[2], len(dash[1]), at) if dash and named else None


def _end(lines: Sequence[str], item: Item) -> int:
    """The line after the last one of an item: empty lines and comments between two belong to neither."""
    end = item.start + 1
    for n in range(end, len(lines)):
        text = lines[n].strip()
        if text and not text.startswith("#"):
            if len(lines[n]) - len(lines[n].lstrip(" ")) <= item.column:
                break
            end = n + 1
    return end


def _moved(lines: Iterable[str], by: int) -> list[str]:
    """Lines indented by so many columns more, or fewer."""
    return [" " * by + line if by > 0 and line.strip() else line[-by:] if by < 0 else line for line in lines]
