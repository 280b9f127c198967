"""argmap's own processor in the form that the oracle compares."""

from __future__ import annotations

from argmap.bibliography.items import item_of
from argmap.citations import cite, rich_text
from argmap.citations.style import parse
from argmap.model import Source
from argmap.model.csl.variables import CARRIED
from tests.citations.pandoc import Item, Rendered
from tests.citations.runs import Run

_KNOWN = {field.alias or name for name, field in Source.model_fields.items()}
_STYLES = {
    rich_text.ITALIC: "i",
    rich_text.BOLD: "b",
    rich_text.SMALL_CAPS: "sc",
    rich_text.SUPER: "sup",
    rich_text.SUB: "sub",
    rich_text.UNDERLINE: "u",
}


def argmap(items: list[Item], style_text: str) -> Rendered:
    """Sources read as from a bibliography and cited: with what the style sets around a citation, which argmap itself
    leaves out."""
    read = [item_of(source(item)) for item in items]
    cited, layout = cite(read, style_text), parse(style_text).citation.formatting
    before, after = (
        rich_text.marked(rich_text.unmarked(affix), layout.marks) for affix in (layout.prefix, layout.suffix)
    )
    in_text = {id: runs(rich_text.joined((before, text, after)) if text else ()) for id, text in cited.in_text.items()}
    return Rendered(in_text, [(id, runs(text)) for id, text in cited.entries])


def source(item: Item) -> Source:
    """The source that the loader makes of an item: what is empty left out, what CSL does not know carried along."""
    given = {key: value for key, value in item.items() if value not in ("", [], {}, None)}
    more = {key: given.pop(key) for key in [*given] if key in CARRIED}
    foreign = {key: given.pop(key) for key in [*given] if key not in _KNOWN}
    return Source.model_validate(given | {"more": more, "foreign": foreign})


def runs(text: rich_text.Rich) -> list[Run]:
    """Our pieces as the oracle's runs."""
    return [
        Run(piece.text, frozenset(name for mark, name in _STYLES.items() if piece.marks & mark), piece.href)
        for piece in text
    ]
