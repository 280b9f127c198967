"""Messages escaped on their way out, so that no name in one can steer a terminal or a CI service."""

from __future__ import annotations

import contextlib
import re
from typing import Any, TextIO

from argmap.cli.printing.terminal import steady
from argmap.wording.patterns import pattern

_COLOUR = pattern(r"(\x1b\[[0-9;]*m)")
_COMMAND = pattern(r"^([^\S\n]*)(?=::|##\[|##vso)", re.MULTILINE)
"""What makes a line a command to a runner of GitHub (`::error::`) or Azure (`##vso[`)."""

_LONG_WORD, _LONG_LINE = pattern(r"(\S{200})\S{800,}"), re.compile(r"([^\n]{4000})[^\n]+")
"""What no reader looks at to its end, and what is kept of it."""


class Guarded:
    """Standard error, with lines that end where ours end, in characters that are seen, none of them endless. Where it
    takes nothing more, the command goes on without it."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        """Write a message; colours are left to a terminal."""
        pieces = _COLOUR.split(text) if self._stream.isatty() else [text]
        safe = "".join(
            piece if index % 2 else steady(piece.replace("\r\n", "\n")) for index, piece in enumerate(pieces)
        )
        short = _LONG_LINE.sub(r"\1…", _LONG_WORD.sub(r"\1…", safe))
        with contextlib.suppress(OSError):
            self._stream.write(_COMMAND.sub(r"\1| ", short))
        return len(text)

    def flush(self) -> None:
        """Write what has been kept back."""
        with contextlib.suppress(OSError):
            self._stream.flush()

    def __getattr__(self, name: str) -> Any:
        """Everything else is the stream's."""
        return getattr(self._stream, name)
