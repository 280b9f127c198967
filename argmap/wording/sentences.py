"""How a sentence begins, and its marks."""

from __future__ import annotations

import re


def capital(text: str) -> str:
    """With a capital at the beginning."""
    return text[:1].upper() + text[1:]


def curly(text: str) -> str:
    """With the quotation marks of print: `"so"` as `“so”`."""
    return re.sub(r'"([^"]*)"', r"“\1”", text)
