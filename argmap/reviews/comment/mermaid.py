"""Data in a Mermaid flowchart: labels in which nothing is read as Mermaid, Markdown or HTML.

Mermaid reads a quoted label several times over: its own entity codes (`#35;`), Markdown (a label that begins "1. "
becomes "Unsupported markdown: list"), icons (`fa:fa-ban`), formulas (`$$`), HTML. So every ASCII sign that is no
letter, digit, blank or comma is written as an entity code by number, which Mermaid resolves last of all. A quotation
mark cannot end the label, a back-tick cannot end the fence, and `%%{init}`, `click` or `end` are words in a label like
any other.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable

from argmap.wording.markdown_text import tidy

_SIGNS = re.compile(r"[!-+\--/:-@\[-`{-~]")


def label(lines: Iterable[str]) -> str:
    """Lines of data as one quoted label."""
    return '"' + "<br/>".join(map(encoded, lines)) + '"'


def encoded(text: str) -> str:
    """Data with every sign as an entity code."""
    return _SIGNS.sub(lambda sign: f"#{ord(sign[0])};", tidy(text))


def cut(text: str, most: int, word: int = 26) -> str:
    """A text of at most so many characters, for a box that wraps at blanks; a longer word is broken."""
    text = textwrap.shorten(tidy(text), most, placeholder=" …") if len(text) > most else tidy(text)
    text = text if text.strip(" …") else tidy(text)[:most]  # one word that is longer than all
    return " ".join(part for whole in text.split() for part in textwrap.wrap(whole, word, break_on_hyphens=False))
