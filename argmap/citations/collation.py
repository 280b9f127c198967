"""The order of texts in a bibliography: letters before accents, punctuation and capitals ignored."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_BASE = str.maketrans({"ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ŋ": "n"})
_WORDS = re.compile(r"[\s'’,ʾʿ]+")
_IGNORED = re.compile(r"[\W_]+")

Order = tuple[tuple[str, str, str], ...]


@lru_cache(maxsize=65536)
def order(text: str) -> Order:
    """What to compare instead of a text: its words, one after the other, each as bare letters, then with accents, and
    then with hyphens, which come before all letters."""
    folded = unicodedata.normalize("NFC", text.casefold())
    words = (word for word in _WORDS.split(folded) if word)
    return tuple((_bare(word), _IGNORED.sub("", word), _IGNORED.sub("", word.replace("-", "0"))) for word in words)


def _bare(word: str) -> str:
    letters = "".join(char for char in unicodedata.normalize("NFD", word) if not unicodedata.combining(char))
    return _IGNORED.sub("", letters.translate(_BASE))
