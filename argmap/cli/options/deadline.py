"""A limit on the time that a command may take, whatever it is doing: reading, compiling, searching, printing.

The search asks for itself how much time is left. Everything else is interrupted: a timer of the system raises
OutOfTime in the main thread, between two steps of the interpreter, so that no loop has to look at the clock. Where
there is no such timer (on Windows, or outside of the main thread), the time is looked at between the phases only.
"""

from __future__ import annotations

import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from argmap.semantics.solver.budget import Left, OutOfTime

_LONGEST = 1e8
"""Seconds, three years: more than a timer of the system takes."""


@contextmanager
def deadline(seconds: float) -> Iterator[Left]:
    """Raise OutOfTime within the block once so many seconds are over; infinity is no limit. Gives what says how much
    is left."""
    end = time.monotonic() + seconds

    def left() -> float:
        return end - time.monotonic()

    timed = seconds < _LONGEST and hasattr(signal, "setitimer")
    if not timed or threading.current_thread() is not threading.main_thread():
        yield left
        return
    before = signal.signal(signal.SIGALRM, _over)
    signal.setitimer(signal.ITIMER_REAL, max(left(), 0.001))
    try:
        yield left
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before or signal.SIG_DFL)


def _over(*_: object) -> None:
    raise OutOfTime


def check(left: Left) -> None:
    """Raise OutOfTime where nothing is left, between two phases."""
    if left() <= 0:
        raise OutOfTime
