"""What lays a map out: one small interface, three engines behind it, each with a time limit.

`wasi` (the default, comes with the install) is Graphviz compiled to WebAssembly; `pygraphviz` is the library of that
name, run in a process of its own; anything else is a `dot` program, by name or path.
"""

from __future__ import annotations

import math
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from argmap.maps.errors import LayoutError

DEFAULT = "wasi"
TIME_LIMIT = 60.0
"""Seconds that one layout may take unless the caller says otherwise."""


@dataclass(frozen=True)
class Box:
    """Where a node lies: its centre, y growing downwards, and its size, all in px."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class Layout:
    """What an engine found: the size of the picture and the box of each node by its name."""

    width: float
    height: float
    boxes: dict[str, Box]


class Engine(Protocol):
    """Turns DOT into coordinates."""

    @property
    def name(self) -> str:
        """How the user calls it."""

    def layout(self, dot: str, timeout: float = TIME_LIMIT) -> Layout:
        """Lay out within `timeout` seconds. Raises LayoutError, with `timed_out` set where time ran out."""

    def version(self) -> str:
        """The version of Graphviz behind it, such as `16.1.0`. Raises LayoutError where it cannot be run."""


def engine(name: str | None = None, cache: str | None = None) -> Engine:
    """The engine of that name: `wasi` (default), `pygraphviz`, or a `dot` program by name or path.

    `cache` is a configuration file for wasmtime's cache of compiled code; without it that of the user's account.
    Nothing is started before the first layout.
    """
    if name in (None, "", DEFAULT):
        from argmap.maps.wasi import Wasi

        return Wasi(cache)
    if name == "pygraphviz":
        return PyGraphviz()
    return Dot(str(name))


@dataclass(frozen=True)
class Dot:
    """A `dot` program of the system."""

    program: str = "dot"

    @property
    def name(self) -> str:
        """The program's name or path."""
        return self.program

    def layout(self, dot: str, timeout: float = TIME_LIMIT) -> Layout:
        """Run `dot -Tplain`. A status other than 0 is an error even where something was written (dot 2.43 does so)."""
        return read_plain(self._run(["-Tplain"], dot, timeout).stdout)

    def version(self) -> str:
        """What `dot -V` says."""
        found = re.search(r"version (\S+)", self._run(["-V"], "", TIME_LIMIT).stderr)
        return found[1] if found else "unknown"

    def _run(self, options: Sequence[str], text: str, timeout: float) -> subprocess.CompletedProcess[str]:
        return _run([self.program, *options], text, timeout, self.program)


@dataclass(frozen=True)
class PyGraphviz:
    """The Python package pygraphviz, in a process of its own, so that a crash or a long run ends only that."""

    name: str = "pygraphviz"

    def layout(self, dot: str, timeout: float = TIME_LIMIT) -> Layout:
        """Lay out with the Graphviz library in pygraphviz's wheel."""
        code = (
            "import sys, pygraphviz\n"
            "graph = pygraphviz.AGraph(string=sys.stdin.buffer.read().decode())\n"
            "sys.stdout.buffer.write(graph.draw(format='plain', prog='dot'))"
        )
        return read_plain(_run([sys.executable, "-c", code], dot, timeout, self.name).stdout)

    def version(self) -> str:
        """The package's version."""
        code = "import pygraphviz; print(pygraphviz.__version__)"
        return _run([sys.executable, "-c", code], "", TIME_LIMIT, self.name).stdout.strip()


def _run(command: Sequence[str], text: str, timeout: float, name: str) -> subprocess.CompletedProcess[str]:
    advice = f"choose another engine (--engine {DEFAULT})"
    try:
        done = subprocess.run(
            command, input=text, capture_output=True, timeout=timeout, encoding="utf-8", errors="replace", check=False
        )
    except FileNotFoundError:
        raise LayoutError(f"there is no program {name!r}: install Graphviz or {advice}", unusable=True) from None
    except OSError as error:
        raise LayoutError(f"{name!r} cannot be started ({error.strerror}): {advice}", unusable=True) from None
    except subprocess.TimeoutExpired:
        raise LayoutError(f"{name!r} took more than {timeout:g} s", timed_out=True) from None
    if done.returncode:
        complaint = (done.stderr.strip().splitlines() or ["no message"])[-1]
        missing = "No module named" in complaint
        raise LayoutError(f"{name!r} failed with status {done.returncode} ({complaint}): {advice}", unusable=missing)
    return done


def read_plain(text: str) -> Layout:
    """Read Graphviz's `plain` format: inches and y upwards become px and y downwards. Raises LayoutError."""
    try:
        lines = [line.split() for line in text.splitlines()]
        _, scale, width, height = next(line for line in lines if line and line[0] == "graph")
        points = 72 * float(scale)
        size = float(width) * points, float(height) * points
        boxes = dict(_boxes(lines, points, size[1]))
    except (ValueError, StopIteration, IndexError) as error:
        raise LayoutError(f"the layout engine's answer cannot be read ({error}): choose another engine") from None
    if not all(math.isfinite(v) for box in boxes.values() for v in (box.x, box.y)):
        raise LayoutError("the layout engine gave a place that is no number: choose another engine")
    return Layout(*size, boxes)


def _boxes(lines: list[list[str]], points: float, height: float) -> Iterator[tuple[str, Box]]:
    for line in lines:
        if line and line[0] == "node":
            x, y, w, h = (float(value) * points for value in line[2:6])
            yield line[1].strip('"'), Box(x, height - y, w, h)
