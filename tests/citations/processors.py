"""argmap's own processor in the form that the oracle compares."""

from __future__ import annotations

from argmap.citations import cite, rich
from argmap.citations.style import parse
from tests.citations.pandoc import Item, Rendered
from tests.citations.runs import Run

_STYLES = {
    rich.ITALIC: "i", rich.BOLD: "b", rich.SMALL_CAPS: "sc", rich.SUPER: "sup", rich.SUB: "sub", rich.UNDERLINE: "u",
}  # fmt: skip


def argmap(items: list[Item], style_text: str) -> Rendered:
    """Citations with what the style sets around them, which argmap itself leaves out, and the entries."""
    cited, layout = cite(items, style_text), parse(style_text).citation.formatting
    in_text = {
        id: runs(rich.joined((rich.plain(layout.prefix), text, rich.plain(layout.suffix))))
        for id, text in cited.in_text.items()
    }
    return Rendered(in_text, [(id, runs(text)) for id, text in cited.entries])


def runs(text: rich.Rich) -> list[Run]:
    """Our pieces as the oracle's runs."""
    return [
        Run(piece.text, frozenset(name for mark, name in _STYLES.items() if piece.marks & mark), piece.href)
        for piece in text
    ]
