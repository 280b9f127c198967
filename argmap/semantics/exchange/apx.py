"""`apx`: facts `arg(a).` and `att(a,b).`; `%` begins a comment."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from argmap.semantics.exchange.abstract import Abstract, Wrong, shown

NAME = "apx"
EXTENSIONS = ("apx",)

_APX = re.compile(r"\s*(?:(arg)\s*\(\s*([^\s(),.;]+)\s*\)|(att)\s*\(\s*([^\s(),.;]+)\s*,\s*([^\s(),.;]+)\s*\))\s*\.\s*")


def is_begun_by(words: Sequence[bytes]) -> bool:
    """`arg(…` or `att(…`."""
    return bool(re.match(rb"(arg|att)\s*(\(|$)", b" ".join(words)))


def read(lines: list[str]) -> Abstract:
    """The framework in the lines of a file. Raises Wrong.

    Facts stand in any order, several to a line allowed: attacks wait until all arguments are known.
    """
    found, attacks = Abstract(), list[tuple[int, str, str]]()
    for line, text in enumerate(lines, 1):
        for is_argument, first, second in _facts(line, text.partition("%")[0]):
            if is_argument:
                found.add(line, first)
            else:
                attacks.append((line, first, second))
    for line, first, second in attacks:
        found.attack(line, first, second)
    return found


def _facts(line: int, text: str) -> Iterator[tuple[bool, str, str]]:
    at, text = 0, text.strip()
    while at < len(text):
        fact = _APX.match(text, at)
        if not fact:
            raise Wrong(line, f"this is neither 'arg(a).' nor 'att(a,b).': {shown(text[at : at + 100].strip())}")
        at = fact.end()
        yield (True, fact[2], "") if fact[1] else (False, fact[4], fact[5])


def write(arguments: Sequence[str], attacks: Iterable[tuple[str, str]]) -> str:
    """A framework as a file."""
    return "".join([*[f"arg({name}).\n" for name in arguments], *[f"att({a},{b}).\n" for a, b in attacks]])
