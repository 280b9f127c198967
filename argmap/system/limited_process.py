"""A process of its own, within a limit of time and memory, for files that somebody else made.

A PDF of 640 bytes can draw itself without end, a Word file of 400 kB can hold 200 MB, and the libraries that read such
files are not ours. What they do is therefore done where it can be ended. The process is asked one thing after the other
and lives as long as it answers; one that had to be ended is started anew for the next.
"""

from __future__ import annotations

import contextlib
import importlib
import json
import subprocess
import sys
import threading
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic
from typing import IO, Any

MOST_MEMORY = 1_500_000_000
"""Bytes that the process may use, where the system can be asked to see to it (not on Windows and macOS)."""
SECONDS, SECONDS_PER_MB = 5.0, 20.0
"""What all that a command asks may take together: so long, and so much more for each MB that is given."""

_START = (
    "import sys; sys.path[:] = sys.argv[2:]; "
    "from argmap.system.limited_process import answer_requests as run; run(sys.argv[1])"
)


class OutOfTimeError(Exception):
    """The process had to be ended since it took too long. The message says how long it may take."""

    def __init__(self) -> None:
        super().__init__(f"{SECONDS:g} s together, and {SECONDS_PER_MB:g} s more for each MB")


class OutOfMemoryError(Exception):
    """The process needed more memory than it may have, or broke off. The message says how much it may have."""

    def __init__(self) -> None:
        super().__init__(f"{MOST_MEMORY / 1e9:g} GB")


@dataclass
class LimitedProcess:
    """Asks the function `answer(asked, content)` of a module; to be closed in the end."""

    module: str
    seconds: float = SECONDS
    _process: subprocess.Popen[bytes] | None = field(default=None, init=False)

    def ask(self, asked: Any, content: bytes) -> Any:
        """What the function answers; both are such as JSON has. Raises OutOfTimeError and OutOfMemoryError."""
        self.seconds += SECONDS_PER_MB * len(content) / 1e6
        process = self._process or self._start()
        allowed, begun = max(self.seconds, 0.0), monotonic()
        watch = threading.Timer(allowed, process.kill)
        watch.start()
        try:
            answer = _exchanged(process, asked, content, allowed)
        finally:
            watch.cancel()
            self.seconds -= monotonic() - begun
        if answer is None:
            self.close()
            raise OutOfTimeError if self.seconds <= 0 else OutOfMemoryError
        if "memory" in answer:
            raise OutOfMemoryError
        return answer["answer"]

    def _start(self) -> subprocess.Popen[bytes]:
        path = [entry for entry in sys.path if Path(entry).is_absolute()]
        command = [sys.executable, "-P", "-c", _START, self.module, *path]
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


def _pipe(pipe: IO[bytes] | None) -> IO[bytes]:
    assert pipe is not None  # Popen was asked for it
    return pipe


def _exchanged(process: subprocess.Popen[bytes], asked: Any, content: bytes, seconds: float) -> dict[str, Any] | None:
    """What the process answers; None where it ended instead."""
    head = json.dumps({"asked": asked, "size": len(content), "seconds": seconds})
    try:
        _pipe(process.stdin).write(head.encode() + b"\n" + content)
        _pipe(process.stdin).flush()
        line = _pipe(process.stdout).readline()
    except OSError:
        return None
    return json.loads(line) if line.endswith(b"\n") else None


def answer_requests(module: str) -> None:
    """The process's own work: for each request on standard input a line on standard output, until the input ends."""
    answer = importlib.import_module(module).answer
    answers = sys.stdout.buffer
    _limit_memory()
    answers.write(b"ready\n")
    answers.flush()
    for line in sys.stdin.buffer:
        request = json.loads(line)
        _limit_time(request["seconds"])
        try:
            said = json.dumps({"answer": answer(request["asked"], sys.stdin.buffer.read(request["size"]))})
        except MemoryError:
            said = json.dumps({"memory": True})
        answers.write(said.encode() + b"\n")
        answers.flush()


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
