"""A coverage-guided fuzzer for the loader; by hand, it is no test.

    pip install atheris
    python tests/fuzz/fuzz_loader.py -runs=200000

The input is cut into the three files of a debate; without it they are those of a small valid one. A crash, or a
result that breaks what tests/loader/test_never_raises.py promises, ends the run with the input that did it.
"""

from __future__ import annotations

import sys
from pathlib import Path

import atheris

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

with atheris.instrument_imports(include=["argmap"]):
    from argmap.loader import read

from tests.loader.test_never_raises import FILES, WHOLE, check


def one_input(data: bytes) -> None:
    """The first byte says which file, and whether it is text that is cut into the valid one."""
    if not data:
        return
    choice, rest = data[0], data[1:]
    file = FILES[choice % 3]
    text: str | bytes = rest
    if choice & 8 and len(rest) > 2:
        whole, at = WHOLE[file], int.from_bytes(rest[:2], "big")
        at %= len(whole) + 1
        text = whole[:at] + rest[2:].decode("utf-8", errors="surrogateescape") + whole[at + choice // 16 :]
    check(read({**WHOLE, file: text}))


if __name__ == "__main__":
    atheris.Setup(sys.argv, one_input)
    atheris.Fuzz()
