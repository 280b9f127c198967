"""Two promises of the loader, tried on very many spoilt files; by hand, it is no test.

    python tests/fuzz/fuzz_loader.py 200000 [SEED]           # files spoilt at random
    pip install atheris
    python tests/fuzz/fuzz_loader.py -runs=200000            # led by what code they reach

No file makes it raise, or break what tests/loader/test_never_raises.py asks of a result; and no word of a text file is
lost: it is in the model, or a finding points at it (tests/loader/losses.py). Each file that breaks one of the two is
printed, and at the end how many were tried. Led by coverage the first one ends the run, with the input that did it.
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from argmap.loader import read
from tests.loader.losses import damaged, lost
from tests.loader.test_never_raises import FILES, WHOLE, check

tried: Counter[str] = Counter()


def broken(file: str, files: Mapping[str, str]) -> list[str]:
    """The words of a file that nobody told of; what else is promised is asserted."""
    check(read(files))
    words = lost(file, dict(files))
    tried["files spoilt"] += 1
    tried["in which words are lost"] += bool(words)
    return words


def at_random(count: int, seed: int) -> None:
    """So many files; those that lose words are printed."""
    for number in range(seed, seed + count):
        file, files = damaged(random.Random(number).choice)
        if words := broken(file, files):
            print(f"--- seed {number}, {file}: {words}\n{files[file]}")
        if (number - seed + 1) % 10_000 == 0:
            print(dict(tried), flush=True)
    print(dict(tried))


def one_input(data: bytes) -> None:
    """The first byte says what is made of the rest: a spoilt debate, or the text of a file or of a part of one."""
    if not data:
        return
    choice, rest = data[0], data[1:]
    if choice & 16:
        numbers = iter(rest)
        file, files = damaged(lambda options: options[next(numbers, 0) * len(options) // 256])
        assert not broken(file, files), files[file]
        return
    file, text = FILES[choice % 3], rest
    tried["texts of any kind"] += 1
    if choice & 8 and len(rest) > 2:
        whole, at = WHOLE[file], int.from_bytes(rest[:2], "big")
        at %= len(whole) + 1
        spliced = whole[:at] + rest[2:].decode("utf-8", errors="surrogateescape") + whole[at + choice // 16 :]
        check(read({**WHOLE, file: spliced}))
    else:
        check(read({**WHOLE, file: text}))


def led_by_coverage() -> None:
    """With atheris, until it is told to stop."""
    import atexit

    import atheris

    atheris.instrument_all()
    atexit.register(lambda: print(dict(tried)))
    atheris.Setup(sys.argv, one_input)
    atheris.Fuzz()


if __name__ == "__main__":
    if len(sys.argv) > 1 and sys.argv[1].isdigit():
        at_random(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 0)
    else:
        led_by_coverage()
