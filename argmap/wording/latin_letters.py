"""Letters of Latin scripts as a to z, for ids."""

from __future__ import annotations

import unicodedata

_PLAIN = str.maketrans({
    "ß": "ss", "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "đ": "d", "Đ": "d",
    "ð": "d", "Ð": "d", "þ": "th", "Þ": "th", "ı": "i", "'": "", "’": "", "\u00ad": "",
})  # fmt: skip
"""Letters of Latin scripts that Unicode does not take apart, and marks inside a word."""


def unaccented(text: str) -> str:
    """Latin letters without their accents, words without apostrophes; letters of other scripts stay."""
    apart = unicodedata.normalize("NFKD", text.translate(_PLAIN))
    return "".join(each for each in apart if not unicodedata.combining(each))  # an accent parts no word
