"""Does advice that is followed to the letter lose a word? Tried on very many spoilt files; by hand, it is no test.

    python tests/fuzz/fuzz_advice.py 5000 [SEED]

Each file is spoilt at random (tests/loader/losses.py), and a reader who does not think (tests/loader/following.py) does
what the first advice says, then the next. A word that this takes out of the files is printed, with the advice.
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from argmap.loader import read
from tests.loader.following import follow
from tests.loader.losses import WORD, damaged

MOST_STEPS = 6


def words(files: dict[str, str]) -> Counter[str]:
    """Every word of the files; one with a character in it that nobody sees is left out, since it becomes another."""
    return Counter(WORD.findall("\n".join(files.values()).replace("\\n", " ").replace("\ufeff", "_")))


def dropped(seed: int) -> tuple[str, str, set[str]] | None:
    """The file, the advice and the words that go by it; None where none do."""
    _, files = damaged(random.Random(seed).choice)
    for _ in range(MOST_STEPS):
        found = next(iter(read(files).diagnostics), None)
        after = follow(files, found) if found else None
        if found is None or after is None or found.rule in ("control-character", "hidden-character"):
            return None
        if gone := words(files) - words(after):
            return files[found.span.file], f"{found.span} {found.message}. {found.help}", {*gone}
        files = after
    return None


if __name__ == "__main__":
    count, first = int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 0
    lost = 0
    for number in range(first, first + count):
        if told := dropped(number):
            lost += 1
            print(f"--- seed {number}: {told[2]}\n{told[1]}\n{told[0]}")
    print(f"{lost} of {count} files lose a word")
