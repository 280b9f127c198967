"""The words of a text, for comparing what texts say."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

NEGATIONS = frozenset({
    "not", "no", "never", "nor", "none", "neither", "without", "nothing", "nobody", "hardly", "scarcely",
})  # fmt: skip
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_PUNCTUATION = {mark: " " for mark in range(128) if chr(mark).isprintable() and not chr(mark).isalnum()}
_STOP_WORDS = frozenset({
    "a", "an", "the", "of", "and", "is", "are", "was", "were", "be", "been", "being", "has", "have", "had",
    "that", "this", "these", "those", "it", "its", "their", "there", "as", "also",
})  # fmt: skip


@lru_cache(maxsize=8192)  # several rules ask about the same texts
def lower_words(text: str) -> tuple[str, ...]:
    """The words of a text without case and punctuation; `isn't` gives `is`, `not`."""
    if text.isascii() and "'" not in text and "annot" not in text:
        return tuple(text.lower().translate(_PUNCTUATION).split())  # the usual case, three times as fast
    plain = unicodedata.normalize("NFKC", text).replace("’", "'").casefold()
    if "'" in plain or "cannot" in plain:
        for short, long in (("cannot", "can not"), ("can't", "can not"), ("won't", "will not"), ("n't", " not")):
            plain = plain.replace(short, long)
        plain = plain.replace("'s", "")
    return tuple(_WORD.findall(plain))


def content_words(text: str) -> tuple[str, ...]:
    """The words that carry what a statement says; all of them where it has none but stop words."""
    every = lower_words(text)
    return tuple(word for word in every if word not in _STOP_WORDS) or every
