"""The lines of a piece of a file, and what of them belongs together."""

from __future__ import annotations

import re
from typing import NamedTuple

from argmap.loader.vocabulary import csl_keys, every_key


class Line(NamedTuple):
    """A line with its break, and where it starts in the piece."""

    start: int
    text: str

    @property
    def indent(self) -> int:
        """The columns before its first character."""
        return len(self.text) - len(self.text.lstrip(" "))

    @property
    def end(self) -> int:
        """Where it ends, without white space."""
        return self.start + len(self.text.rstrip())


def lines_of(piece: str) -> list[Line]:
    """The lines of a piece that are neither blank nor comments."""
    found, start = [], 0
    for text in piece.splitlines(keepends=True):
        if text.strip() and not text.lstrip().startswith("#"):
            found.append(Line(start, text))
        start += len(text)
    return found


_BLOCK_TEXT = re.compile(r"[:-][ ]+[|>][-+0-9]*[ \t]*(?:#.*)?$")


def outside_texts(lines: list[Line]) -> list[Line]:
    """The lines, given and returned the last first, without those of a text below `|` or `>`: nothing begins there."""
    kept, text = list[Line](), None
    for line in reversed(lines):
        if text is None or line.indent <= text:
            kept.append(line)
            text = line.indent if _BLOCK_TEXT.search(line.text.rstrip()) else None
    return kept[::-1]


def block_of(piece: str, line: Line, least: int) -> list[str]:
    """A line and those below it that are indented at least so far."""
    block = [line.text]
    for text in piece[line.start + len(line.text) :].splitlines(keepends=True):
        if text.strip() and len(text) - len(text.lstrip(" ")) < least:
            break
        block.append(text)
    return block


def begins(line: Line, as_item: bool) -> int | None:
    """The column, from 0, in which an item or a key of a line begins."""
    found = re.match(r"[ ]*((?:- +|-$)*)", line.text.rstrip())
    if found is None or (as_item and not found[1]):
        return None
    return line.indent if as_item else line.indent + len(found[1]) + found[1].endswith("-")


def end_of_entry(piece: str, line: Line) -> int:
    """Where the lines end below a line that are indented further; its own end where one of them is an entry."""
    end = line.end
    for found in re.compile(r"\n([ ]*)(\S[^\n]*)").finditer(piece, line.end):
        if found[2].startswith("#"):
            continue
        if len(found[1]) <= line.indent:
            break
        if _is_entry(found[2]):
            return line.end
        end = found.start(2) + len(found[2].rstrip())
    return end


def _is_entry(line: str) -> bool:
    """Whether a line is an item, or a key of the format or of CSL with its value."""
    key = re.match(r"([a-zA-Z][\w-]*):(?:\s|$)", line)
    return line.startswith("- ") or (key is not None and key[1] in every_key() | csl_keys())
