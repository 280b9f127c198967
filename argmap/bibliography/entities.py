"""Characters that a web page wrote as entities, and that publishers leave so in their exports."""

from __future__ import annotations

import html
import re

_ENTITY = re.compile(r"&(?:amp|lt|gt|quot|apos|nbsp|#\d+|#x[0-9A-Fa-f]+);")


def unescaped(text: str) -> str:
    """A text with `&` for `&amp;`, and so on."""
    return _ENTITY.sub(lambda found: html.unescape(found[0]), text).replace("\xa0", " ")
