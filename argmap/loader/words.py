"""Suggestions: the nearest of the known words, and pieces of text inside sentences."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Collection, Iterable

_COMPARISONS = 20_000
"""Words compared in one reading, so that thousands of unknown ids among thousands of known ones stay quick."""


_ESCAPES = {
    "\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r", "\x85": "\\N", "\u2028": "\\L", "\u2029": "\\P",
}  # fmt: skip
_ESCAPED = re.compile("[" + "".join(re.escape(character) for character in _ESCAPES) + "]")


class Suggester:
    """Finds the nearest word, until it has compared enough."""

    def __init__(self) -> None:
        self._left = _COMPARISONS

    def nearest(self, word: str, known: Collection[str]) -> str | None:
        """The known word most like `word`; None where none is like it."""
        if self._left <= 0 or len(word) > 200:
            return None
        alike = [each for each in known if each[:1] == word[:1] or each[-3:] == word[-3:]]
        self._left -= len(alike)
        return nearest(word, alike)


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word most like `word`; None where none is like it."""
    found = difflib.get_close_matches(word, list(known), n=1, cutoff=0.7)
    return found[0] if found else None


def one_of(words: Iterable[str], last: str = "or") -> str:
    """`a, b or c`."""
    every = list(words)
    return every[0] if len(every) == 1 else f"{', '.join(every[:-1])} {last} {every[-1]}"


def kebab(word: str) -> str | None:
    """The kebab-case form of a word, None where nothing is left of it."""
    spaced = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "-", word[:400])
    plain = unicodedata.normalize("NFKD", spaced).encode("ascii", "ignore").decode().lower()
    parts = re.findall(r"[a-z0-9]+", plain)
    while parts and not parts[0][0].isalpha():
        parts[0] = parts[0].lstrip("0123456789")
        if not parts[0]:
            del parts[0]
    return "-".join(parts)[:80].rstrip("-") or None


def quoted(text: str, most: int = 40) -> str:
    """A piece of text inside a sentence, on one line and cut where it is long."""
    line = " ".join(text[: most * 10].split())
    return f"`{line if len(line) <= most else line[: most - 1] + '…'}`"


def article(noun: str) -> str:
    """The noun with `a` or `an`."""
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


def double_quoted(text: str) -> str:
    """Between double quotes, on one line."""
    return '"' + _ESCAPED.sub(lambda found: _ESCAPES[found[0]], text) + '"'
