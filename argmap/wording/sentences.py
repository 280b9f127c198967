"""How a sentence begins, articles, and the marks of print."""

from __future__ import annotations

import re


def capital(text: str) -> str:
    """With a capital at the beginning."""
    return text[:1].upper() + text[1:]


def curly(text: str) -> str:
    """With the quotation marks of print: `"so"` as `“so”`."""
    return re.sub(r'"([^"]*)"', r"“\1”", text)


def article(noun: str) -> str:
    """The noun with `a` or `an`."""
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"
