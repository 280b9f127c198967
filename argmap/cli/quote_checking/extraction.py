"""The texts of snapshots taken out in a process of its own, within a limit of time and memory."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from argmap.evidence.snapshots import Unreadable, extract
from argmap.system.limited_process import LimitedProcess, OutOfMemoryError, OutOfTimeError
from argmap.wording.extras import MissingExtra

_ADVICE = "Save the text of the pages that are quoted as a .txt."


@dataclass
class Reader(LimitedProcess):
    """Takes texts out of files; to be closed in the end."""

    module: str = __name__

    def extract(self, name: str, content: bytes) -> str:
        """As `snapshots.extract`; Unreadable also where a limit was reached."""
        try:
            found = self.ask(name, content)
        except OutOfTimeError as limit:
            raise Unreadable(f"{name} takes too long to read: the snapshots have {limit}. {_ADVICE}") from None
        except OutOfMemoryError as limit:
            said = f"{name} needs more than {limit} of memory to read, or is damaged. {_ADVICE}"
            raise Unreadable(said) from None
        if "missing" in found:
            raise MissingExtra(*found["missing"])
        if "unreadable" in found:
            raise Unreadable(found["unreadable"])
        return str(found["text"])


@contextlib.contextmanager
def reading() -> Iterator[Reader]:
    """A reader for the time of a block."""
    reader = Reader()
    try:
        yield reader
    finally:
        reader.close()


def answer(asked: str, content: bytes) -> dict[str, Any]:
    """The text of a file of this name, or what is wrong with it, for the process."""
    try:
        return {"text": extract(asked, content)}
    except MissingExtra as missing:
        return {"missing": missing.args}
    except Unreadable as error:
        return {"unreadable": str(error)}
