"""Edits of a text that leave every other byte as it is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

_MARK = b"\xef\xbb\xbf"


class Splice(NamedTuple):
    """What is to stand in place of a stretch of a text, given in characters from 0."""

    start: int
    end: int
    text: str


def spliced(text: str, splices: Iterable[Splice]) -> str:
    """The text after all edits; of two at one place the first comes first. Raises ValueError where two overlap."""
    parts: list[str] = []
    at = 0
    for splice in sorted(splices, key=lambda each: each[:2]):
        if splice.start < at:
            raise ValueError("two edits of one place")
        parts += [text[at : splice.start], splice.text]
        at = splice.end
    return "".join([*parts, text[at:]])


def as_bytes(text: str, was: str | bytes) -> bytes:
    """The bytes of a text that was read without its byte order mark, with the mark where there was one."""
    marked = was.startswith(_MARK) if isinstance(was, bytes) else was.startswith("\ufeff")
    return _MARK * marked + text.encode()
