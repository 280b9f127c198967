"""Abstract frameworks as files, in the formats of the competitions on computational models of argumentation.

A format is a file here and a line in `FORMATS`; the command asks these.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from argmap.evaluation.framework import Framework
from argmap.semantics.exchange import apx, iccma, tgf
from argmap.semantics.exchange.abstract import Abstract, FaultyLine, Wrong, framework

__all__ = ["BY_NAME", "FORMATS", "Exchange", "FaultyLine", "detect", "parse"]


class Exchange(Protocol):
    """A format: a module as described above."""

    NAME: str

    @property
    def EXTENSIONS(self) -> tuple[str, ...]:  # noqa: N802 - a constant; as an attribute it would have to be of one length
        """How the name of a file of it may end."""

    def is_begun_by(self, words: Sequence[bytes], /) -> bool:
        """Whether these may be the words of the first line that is no comment."""

    def read(self, lines: list[str], /) -> Abstract:
        """The framework in the lines of a file. Raises Wrong."""

    def write(self, arguments: Sequence[str], attacks: Iterable[tuple[str, str]], /) -> str | bytes:
        """A framework as a file."""


# tgf has no sign of its own, so it is asked last what a file looks like
FORMATS: tuple[Exchange, ...] = (iccma, apx, tgf)

BY_NAME: dict[str, Exchange] = {each.NAME: each for each in FORMATS}
"""Every format by its name on the command line."""


def parse(content: bytes, form: str | None = None) -> Framework | FaultyLine:
    """Read a file of that format; where none is named, of the one that its content looks like."""
    try:
        lines = _lines(content)
        found = BY_NAME[form or detect(content)].read(lines)
    except Wrong as wrong:
        return wrong.fault
    return framework(found)


def detect(content: bytes, name: str = "") -> str:
    """The format by the file's extension, or else by its first line that is no comment."""
    extension = name.lower().rpartition(".")[2]
    for each in BY_NAME.values():
        if "." in name and extension in each.EXTENSIONS:
            return each.NAME
    head = content[:100_000].removeprefix(b"\xef\xbb\xbf")
    rows = (line.split() for line in head.splitlines() if line.strip())
    words = next((row for row in rows if not row[0].startswith((b"#", b"%"))), [])
    return next(each.NAME for each in BY_NAME.values() if each.is_begun_by(words))


def _lines(content: bytes) -> list[str]:
    if not content.strip():
        raise Wrong(1, "the file is empty")
    if b"\0" in content[:100_000]:
        raise Wrong(content[: content.index(b"\0")].count(b"\n") + 1, "this is not a text file")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Wrong(content[: error.start].count(b"\n") + 1, "this is not UTF-8 text") from None
    # not splitlines(), which breaks at characters that no editor counts as the end of a line
    return text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n").split("\n")
