"""Words of statements, compared and joined: what rules that read the text share."""

from __future__ import annotations

import re
import string
import unicodedata
from collections.abc import Iterable, Sequence

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_PUNCTUATION = {ord(mark): " " for mark in string.punctuation}
_STOP_WORDS = frozenset({
    "a", "an", "the", "of", "and", "is", "are", "was", "were", "be", "been", "being", "has", "have", "had",
    "that", "this", "these", "those", "it", "its", "their", "there", "as", "also",
})  # fmt: skip
NEGATIONS = frozenset({
    "not", "no", "never", "nor", "none", "neither", "without", "nothing", "nobody", "hardly", "scarcely",
})  # fmt: skip


def words(text: str) -> list[str]:
    """The words of a text without case and punctuation; `isn't` gives `is`, `not`."""
    if text.isascii() and "'" not in text and "annot" not in text:
        return text.lower().translate(_PUNCTUATION).split()  # the usual case, three times as fast
    plain = unicodedata.normalize("NFKC", text).replace("’", "'").casefold()
    if "'" in plain or "cannot" in plain:
        for short, long in (("cannot", "can not"), ("can't", "can not"), ("won't", "will not"), ("n't", " not")):
            plain = plain.replace(short, long)
        plain = plain.replace("'s", "")
    return _WORD.findall(plain)


def content_words(text: str) -> tuple[str, ...]:
    """The words that carry what a statement says; all of them where it has none but stop words."""
    every = words(text)
    return tuple(word for word in every if word not in _STOP_WORDS) or tuple(every)


def listed(items: Sequence[str], joint: str = "and") -> str:
    """`a`, `a and b`, `a, b and c`."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {joint} {items[-1]}"


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word most like a misspelled one; None where none is like it."""
    from difflib import get_close_matches  # costs 5 ms, and is needed for mistakes only

    return next(iter(get_close_matches(word, sorted(known), n=1, cutoff=0.6)), None)


def counted(number: int, one: str, many: str | None = None) -> str:
    """`1 statement`, `2 statements`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
