"""What lays a map out: one small interface, three engines behind it, each with a time limit.

`wasi` (the default, comes with the install) is Graphviz compiled to WebAssembly; `pygraphviz` is the library of that
name, run in a process of its own; anything else is a `dot` program, by name or path.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from argmap.maps.errors import LayoutError
from argmap.maps.layout import TIME_LIMIT, Engine, Layout, read_plain

DEFAULT = "wasi"
_ADVICE = f"choose another engine (--engine {DEFAULT})"


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
        """The version that `dot -V` names. Raises LayoutError where it cannot be run."""
        found = re.search(r"version (\S+)", self._run(["-V"], "", TIME_LIMIT).stderr)
        return found[1] if found else "unknown"

    def _run(self, options: Sequence[str], text: str, timeout: float) -> subprocess.CompletedProcess[str]:
        is_path = Path(self.program).name != self.program  # whoever gives a path means that file
        return _run([self.program if is_path else _found(self.program), *options], text, timeout, self.program)


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
        return read_plain(_run([*_PYTHON, code], dot, timeout, self.name).stdout)

    def version(self) -> str:
        """The package's version."""
        code = "import pygraphviz; print(pygraphviz.__version__)"
        return _run([*_PYTHON, code], "", TIME_LIMIT, self.name).stdout.strip()


_PYTHON = (sys.executable, "-P", "-c")
"""A Python that imports nothing from the folder that it is started in."""


def _found(program: str) -> str:
    from argmap.system.programs import find_program

    found = find_program(program)
    if found is None:
        raise LayoutError(f"there is no program {program!r}: install Graphviz or {_ADVICE}", unusable=True)
    return found


def _run(command: Sequence[str], text: str, timeout: float, name: str) -> subprocess.CompletedProcess[str]:
    try:
        done = subprocess.run(
            command, input=text, capture_output=True, timeout=timeout, encoding="utf-8", errors="replace", check=False
        )
    except FileNotFoundError:
        raise LayoutError(f"there is no program {name!r}: install Graphviz or {_ADVICE}", unusable=True) from None
    except OSError as error:
        raise LayoutError(f"{name!r} cannot be started ({error.strerror}): {_ADVICE}", unusable=True) from None
    except subprocess.TimeoutExpired:
        raise LayoutError(f"{name!r} took more than {timeout:g} s", timed_out=True) from None
    if done.returncode:
        complaint = (done.stderr.strip().splitlines() or ["no message"])[-1]
        missing = "No module named" in complaint
        raise LayoutError(f"{name!r} failed with status {done.returncode} ({complaint}): {_ADVICE}", unusable=missing)
    return done
