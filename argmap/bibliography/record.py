"""What is read from a bibliography in any format: items in the words of CSL-JSON, and what they have no place for."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from argmap.bibliography.items import Item


class Entry(NamedTuple):
    """A work, and the line on which it begins in its file. Its id is empty where the file gives none."""

    item: Item
    """Its dates are EDTF texts, or `{literal: …}`."""
    line: int


class Loss(NamedTuple):
    """Something of an entry that CSL has no place for: left behind, and said."""

    line: int
    entry: str
    what: str
    """Such as ``field `file` ``; alike losses of several entries have the same."""
    value: str
    """What it said."""


class UnreadStretch(NamedTuple):
    """A stretch of a file that is no entry that can be read, and what to do about it."""

    line: int
    message: str
    help: str


@dataclass
class Reading:
    """The entries read from a file, what was lost, and what could not be read."""

    entries: list[Entry] = field(default_factory=list)
    losses: list[Loss] = field(default_factory=list)
    unread: list[UnreadStretch] = field(default_factory=list)
