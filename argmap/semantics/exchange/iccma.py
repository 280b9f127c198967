"""`iccma`, the format of the competition of 2023: `p af N`, then an attack `A B` a line; `#` begins a comment.

Arguments are the numbers 1 to N.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from argmap.semantics.exchange.abstract import Abstract, Wrong, not_an_attack, shown

NAME = "iccma"
EXTENSIONS = ("af", "i23", "iccma")

MOST_ARGUMENTS = 10_000_000
"""More are refused: a number that large is a slip, and would fill the memory."""


def is_begun_by(words: Sequence[bytes]) -> bool:
    """`p af …`, and a file of comments alone."""
    return list(words[:2]) == [b"p", b"af"] or not words


def read(lines: list[str]) -> Abstract:
    """The framework in the lines of a file. Raises Wrong."""
    rows = ((n, line.split()) for n, line in enumerate(lines, 1) if line and not line.lstrip().startswith("#"))
    rows = ((n, words) for n, words in rows if words)
    line, head = next(rows, (1, []))
    found = Abstract()
    for name in range(1, _size(line, head) + 1):
        found.places[str(name)] = name - 1
    if not _all_at_once(found, lines[line:]):
        for line, words in rows:
            if len(words) != 2:
                raise Wrong(line, _not_an_attack(words))
            found.attack(line, *words)
    return found


_PLAIN = re.compile("(?:[0-9]+ [0-9]+\n)*")


_BATCH = 50_000
"""Lines taken at a time: many, since that is what makes it quick, but not so many that it could not be interrupted."""


def _all_at_once(found: Abstract, lines: list[str]) -> bool:
    """Take a million plain attacks in a fraction of a second. False, and nothing done, where there is anything else
    among them: a comment, or a fault whose line is wanted."""
    attacks: list[int] = []
    for at in range(0, len(lines), _BATCH):
        text = "\n".join([*lines[at : at + _BATCH], ""])
        if not _PLAIN.fullmatch(text):
            return False
        try:
            attacks += list(map(found.places.__getitem__, text.split()))
        except KeyError:
            return False
    found.attacks += attacks
    return True


def _size(line: int, head: list[str]) -> int:
    if head[:2] != ["p", "af"]:
        raise Wrong(line, f"the first line must be 'p af N', not {shown(' '.join(head))}")
    if len(head) != 3 or not re.fullmatch("[0-9]+", head[2]):
        raise Wrong(line, f"'p af' needs one number, that of the arguments: {shown(' '.join(head))}")
    if len(head[2]) > 12 or int(head[2]) > MOST_ARGUMENTS:
        raise Wrong(line, f"{shown(head[2])} arguments are too many; at most {MOST_ARGUMENTS:,} are read")
    return int(head[2])


def _not_an_attack(words: list[str]) -> str:
    return "there is a second 'p' line" if words[0] == "p" else not_an_attack(words)


def write(arguments: Sequence[str], attacks: Iterable[tuple[str, str]]) -> str:
    """A framework as a file: arguments become the numbers from 1 in their order."""
    number = {name: n for n, name in enumerate(arguments, 1)}
    return "".join([f"p af {len(arguments)}\n", *[f"{number[a]} {number[b]}\n" for a, b in attacks]])
