"""Suggestions within a budget, ids made of words, and pieces of text inside sentences."""

from __future__ import annotations

import re
from collections.abc import Collection

from argmap.wording.latin_letters import unaccented
from argmap.wording.near_misses import nearest
from argmap.wording.patterns import pattern

_COMPARISONS = 20_000
"""Words compared in one reading, so that thousands of unknown ids among thousands of known ones stay quick."""
_GLANCES = 100
"""So many looks at the ends of a word cost as much as one comparison."""

_IN_FORM = re.compile("(?=.*[a-z])[a-z0-9]+(?:-[a-z0-9]+)*")
"""What is an id already."""
_ESCAPES = {
    "\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r", "\x85": "\\x85", "\u2028": "\\u2028",
    "\u2029": "\\u2029",
}  # fmt: skip
_ESCAPED = pattern("[" + "".join(re.escape(character) for character in _ESCAPES) + "]")


class Suggester:
    """Finds the nearest word, until it has compared enough."""

    def __init__(self) -> None:
        self._left = _COMPARISONS

    @property
    def left_out(self) -> str:
        """What to say of a word for which none is looked for any more."""
        return "" if self._left > 0 else " Too many ids are unknown to suggest one."

    def nearest(self, word: str, known: Collection[str]) -> str | None:
        """The known word most like `word`; None where none is like it."""
        if self._left <= 0:
            return None
        alike = [each for each in known if each[:1] == word[:1] or each[-3:] == word[-3:]]
        self._left -= len(alike) + len(known) // _GLANCES
        return nearest(word, alike)


_SMALL_WORDS = frozenset(
    ("a", "an", "and", "are", "as", "at", "be", "been", "but", "by", "do", "does", "for", "from", "had", "has", "have",
     "if", "in", "into", "is", "it", "its", "of", "on", "or", "so", "such", "than", "that", "the", "their", "then",
     "there", "these", "this", "those", "to", "was", "were", "which", "who", "will", "with")
)  # fmt: skip


def kebab(word: str) -> str | None:
    """The form of an id that says a word, None where there is none.

    None also where a letter would go: how other scripts are written in a to z is for the author to say.
    """
    if len(word) <= 80 and _IN_FORM.fullmatch(word):
        return word
    return _joined(_parts(re.sub(r"(?<=[a-z])(?=[A-Z])", "-", word[:400])))


def short_id(sentence: str) -> str | None:
    """An id for a sentence, of at most five words: the first that say something. None where `kebab` finds none."""
    words = _parts(sentence[:400])
    telling = [word for word in words if word not in _SMALL_WORDS]
    return _joined((telling if len(telling) > 1 else words)[:5])


def _parts(text: str) -> list[str]:
    """Its words in small letters a to z and digits; none where it has other letters."""
    plain = unaccented(re.sub(r"(?<=\d),(?=\d)", "", text))
    foreign = any(each.isalnum() and not each.isascii() for each in plain)
    return [] if foreign else re.findall(r"[a-z0-9]+", plain.lower())


def _joined(parts: list[str]) -> str | None:
    """As many of the words as an id has room for, with hyphens."""
    found = parts[0][:80] if parts else ""
    for part in parts[1:]:
        if len(found) + 1 + len(part) > 80:
            break
        found += f"-{part}"
    return found if re.search("[a-z]", found) else None


def plain_word(word: str) -> str:
    """A word in small letters, with hyphens for what parts it."""
    return re.sub(r"[\s_-]+", "-", word.strip().lower())


def quoted(text: str, most: int = 40) -> str:
    """A piece of text inside a sentence, on one line and cut where it is long."""
    line = " ".join(text[: most * 10].split())
    return code(line if len(line) <= most else line[: most - 1] + "…")


def code(text: str) -> str:
    """A text as it stands in a file, inside a sentence: between backticks, more of them than it has in a row itself."""
    if "`" not in text:
        return f"`{text}`"
    ticks = "`" * (max(map(len, re.findall("`+", text))) + 1)
    return f"{ticks} {text} {ticks}"


def double_quoted(text: str) -> str:
    """Between double quotes, on one line."""
    return '"' + _ESCAPED.sub(lambda found: _ESCAPES[found[0]], text) + '"'
