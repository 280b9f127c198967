"""The order of texts in a bibliography: that of Unicode's collation (UTS 10) for what titles and names hold.

Letters count first, then accents, then punctuation and symbols, which are ignored before ("shifted"). Words are
compared one after the other, each in all respects before the next; capitals do not count.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_WORDS = re.compile(r"[\s'’,ʾʿ]+")
_MARKS = "_-–—,;:!¡?¿.…·'‘’\"“”«»()[]{}§¶@*/\\&#%‰†‡•`´¨^¯°©®+±÷×<=>|¦~"
"""Punctuation and symbols in their order; others stand after."""
_CURRENCIES = "¤¢$£¥€"
"""In their order, before digits and letters: signs that count."""
_SPREAD = {chr(97 + place): chr(0x100 + 2 * place) for place in range(26)}
"""The letters a to z with room for one more after each."""
_BEHIND = {"ð": "d", "ə": "e", "ı": "i", "ŋ": "n", "þ": "z"}
_LETTERS = str.maketrans(
    _SPREAD
    | {letter: chr(ord(_SPREAD[before]) + 1) for letter, before in _BEHIND.items()}
    | {sign: chr(1 + place) for place, sign in enumerate(_CURRENCIES)}
)
_STROKE, _TIED, _BASE, _LETTER = "\u0338", "\u0361", "\x01", "\uffff"
_TAKEN_APART = str.maketrans({
    "ø": f"o{_STROKE}", "ł": f"l{_STROKE}", "đ": f"d{_STROKE}", "ħ": f"h{_STROKE}", "ŧ": f"t{_STROKE}",
    "æ": f"a{_TIED}e", "œ": f"o{_TIED}e",
})  # fmt: skip

Order = tuple[tuple[str, str, str], ...]


@lru_cache(maxsize=65536)
def order(text: str) -> Order:
    """What to compare instead of a text: for each word its letters, their accents, and where its punctuation stands."""
    return tuple(_word(word) for word in _WORDS.split(unicodedata.normalize("NFC", text).casefold()) if word)


def _word(word: str) -> tuple[str, str, str]:
    letters, accents, marks = "", "", ""
    for char in unicodedata.normalize("NFD", word.translate(_TAKEN_APART)):
        kind = unicodedata.category(char)
        if kind[0] == "M":
            accents += char
        elif kind[0] in "PZS" and kind != "Sc":
            marks += chr(1 + _MARKS.find(char) % 1000)
        elif kind[0] != "C":
            letters, accents, marks = letters + char, accents + _BASE, marks + _LETTER
    return letters.translate(_LETTERS), accents, marks
