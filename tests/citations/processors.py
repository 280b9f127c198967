"""Processors in the form in which they are compared with pandoc."""

from __future__ import annotations

from tests.citations import pandoc
from tests.citations.pandoc import Item, Rendered
from tests.citations.runs import plain


def pandoc_in_plain_text(items: list[Item], style_text: str) -> Rendered:
    """Pandoc itself, without styles: agrees with pandoc, whatever the library."""
    rendered = pandoc.cite(items, style_text)
    in_text = {id: plain(text) for id, text in rendered.in_text.items()}
    return Rendered(in_text, [(id, plain(text)) for id, text in rendered.entries])
