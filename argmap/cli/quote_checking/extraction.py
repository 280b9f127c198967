"""The texts of snapshots taken out in a process of its own, within a limit of time and memory.

A PDF of 640 bytes can draw itself without end, and the libraries that read such files are not ours. What they do is
therefore done where it can be ended. The process is asked for one file after the other and lives as long as it answers;
one that had to be ended is started anew for the next file.
"""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic
from typing import IO, Any

from argmap.evidence.snapshots import Unreadable, extract
from argmap.wording.extras import MissingExtra

MOST_MEMORY = 1_500_000_000
"""Bytes that the process may use, where the system can be asked to see to it (not on Windows and macOS)."""
SECONDS, SECONDS_PER_MB = 5.0, 20.0
"""What all files of a command together may take: so long, and so much more for each MB that they have."""

_START = (
    "import sys; sys.path[:] = sys.argv[1:]; "
    "from argmap.cli.quote_checking.extraction import answer_requests as run; run()"
)
_ADVICE = "Save the text of the pages that are quoted as a .txt."


@dataclass
class Reader:
    """Takes texts out of files; to be closed in the end."""

    seconds: float = SECONDS
    _process: subprocess.Popen[bytes] | None = field(default=None, init=False)

    def extract(self, name: str, content: bytes) -> str:
        """As `snapshots.extract`; Unreadable also where a limit was reached."""
        self.seconds += SECONDS_PER_MB * len(content) / 1e6
        process = self._process or self._start()
        allowed, begun = max(self.seconds, 0.0), monotonic()
        watch = threading.Timer(allowed, process.kill)
        watch.start()
        try:
            answer = _ask(process, name, content, allowed)
        finally:
            watch.cancel()
            self.seconds -= monotonic() - begun
        if answer is None:
            self.close()
            raise Unreadable(_why(name, self.seconds <= 0))
        return _result(answer)

    def _start(self) -> subprocess.Popen[bytes]:
        path = [entry for entry in sys.path if Path(entry).is_absolute()]
        command = [sys.executable, "-P", "-c", _START, *path]
        process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, bufsize=-1
        )
        self._process = process
        _pipe(process.stdout).readline()  # it is there; importing is no part of what a file takes
        return process

    def close(self) -> None:
        """End the process."""
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
            self._process = None


@contextlib.contextmanager
def reading() -> Iterator[Reader]:
    """A reader for the time of a block."""
    reader = Reader()
    try:
        yield reader
    finally:
        reader.close()


def _pipe(pipe: IO[bytes] | None) -> IO[bytes]:
    assert pipe is not None  # Popen was asked for it
    return pipe


def _ask(process: subprocess.Popen[bytes], name: str, content: bytes, seconds: float) -> dict[str, Any] | None:
    """What the process answers; None where it ended instead."""
    head = json.dumps({"name": name, "size": len(content), "seconds": seconds})
    try:
        _pipe(process.stdin).write(head.encode() + b"\n" + content)
        _pipe(process.stdin).flush()
        line = _pipe(process.stdout).readline()
    except OSError:
        return None
    return json.loads(line) if line.endswith(b"\n") else None


def _why(name: str, is_out_of_time: bool) -> str:
    if is_out_of_time:
        return (
            f"{name} takes too long to read: the snapshots have {SECONDS:g} s together, and {SECONDS_PER_MB:g} s more "
            f"for each MB. {_ADVICE}"
        )
    return f"{name} needs more than {MOST_MEMORY / 1e9:g} GB of memory to read, or is damaged. {_ADVICE}"


def _result(answer: dict[str, Any]) -> str:
    if "missing" in answer:
        raise MissingExtra(*answer["missing"])
    if "unreadable" in answer:
        raise Unreadable(answer["unreadable"])
    return str(answer["text"])


def answer_requests() -> None:
    """The process's own work: for each file on standard input a line on standard output, until the input ends."""
    answers = sys.stdout.buffer
    _limit_memory()
    answers.write(b"ready\n")
    answers.flush()
    for line in sys.stdin.buffer:
        asked = json.loads(line)
        _limit_time(asked["seconds"])
        answers.write(json.dumps(_answer(asked["name"], sys.stdin.buffer.read(asked["size"]))).encode() + b"\n")
        answers.flush()


def _answer(name: str, content: bytes) -> dict[str, Any]:
    try:
        return {"text": extract(name, content)}
    except MissingExtra as missing:
        return {"missing": missing.args}
    except Unreadable as error:
        return {"unreadable": str(error)}
    except MemoryError:
        return {"unreadable": _why(name, is_out_of_time=False)}


def _limit_memory() -> None:
    with contextlib.suppress(ImportError, ValueError, OSError):  # not on every system
        import resource

        most = resource.getrlimit(resource.RLIMIT_AS)[1]
        if most == resource.RLIM_INFINITY or most > MOST_MEMORY:
            resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _limit_time(seconds: float) -> None:
    """End this process by itself where nobody is left to end it."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        used = resource.getrusage(resource.RUSAGE_SELF)
        most = resource.getrlimit(resource.RLIMIT_CPU)[1]
        resource.setrlimit(resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime + seconds) + 2, most))
