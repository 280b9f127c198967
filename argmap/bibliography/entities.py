"""What is left of HTML and JATS in exports: entities, paragraphs, italics."""

from __future__ import annotations

import html
import re

from argmap.model.values import spaced

_ENTITY = re.compile(r"&(?:amp|lt|gt|quot|apos|nbsp|#\d+|#x[0-9A-Fa-f]+);")


_BLOCK = re.compile(spaced(r"</?(?:jats:)?(?:p|div|sec|title|br)\b[^<>]*>"))
_INLINE = {"italic": "i", "bold": "b", "sup": "sup", "sub": "sub", "em": "i", "strong": "b"}
_TAG = re.compile(r"<(/?)(?:jats:)?(italic|bold|sup|sub|em|strong)\b[^<>]*>")


def unescaped(text: str) -> str:
    """A text with `&` for `&amp;` and so on, line breaks for paragraphs, and CSL's tags for others'."""
    if "<" in text:
        text = _BLOCK.sub("\n", _TAG.sub(lambda found: f"<{found[1]}{_INLINE[found[2]]}>", text)).strip()
    return _ENTITY.sub(lambda found: html.unescape(found[0]), text)
