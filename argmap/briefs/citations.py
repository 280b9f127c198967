"""How briefs cite sources: `Doe 2024` in the text, and an entry in the bibliography, by a citation style.

The bridge between `argmap.citations`, which sets them, and the lines of a document; imported when a brief is written.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TypeVar

from argmap.bibliography.citable import as_json, cited_in
from argmap.citations import OWN, Cited, Place, StyleError, named, rich_text
from argmap.documents.document import Inline, Line, Link, Run, tidy
from argmap.model import Source

_Key = TypeVar("_Key")
_RAISED = str.maketrans("0123456789+-()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿ")
_LOWERED = str.maketrans("0123456789+-()", "₀₁₂₃₄₅₆₇₈₉₊₋₍₎")


@dataclass(frozen=True)
class Citations:
    """What a text says of each source: `Doe 2024` in the text, and an entry in the bibliography."""

    in_text: Mapping[str, Line]
    entries: tuple[tuple[str, Line], ...]
    """Source id and entry, in the order of the style."""
    located: Mapping[Place, Line] = field(default_factory=dict)
    """`Doe 2024, 4` by source and the words for the place, where these are a locator such as `p. 4`."""


def cite(sources: Iterable[Source], style: str | None = None, places: Iterable[Place] = ()) -> Citations:
    """The citations of these sources, and with these places in them, in a CSL style: its name, or the text of a `.csl`
    file; argmap's own for None.

    Raises `StyleError` where there is no such style or it cannot be used.
    """
    places = sorted({(id, tidy(words)) for id, words in places})
    return _cite(as_json(sources), OWN if style is None else style, tuple(places))


@lru_cache(maxsize=8)
def _cite(items: str, style: str, places: tuple[Place, ...]) -> Citations:
    given = style.lstrip("\ufeff \t\r\n").startswith("<")
    text = style if given else named(style)
    try:
        cited = cited_in(items, text)
        located = cited.located(places)
    except StyleError as fault:
        name = "given as a file" if given else f"“{tidy(style)[:80]}”"
        raise StyleError(f"the citation style {name} cannot be used: {fault}", fault.near) from fault
    if cited.vague or cited.blank or not cited.entries:
        own = cited_in(items, named(OWN))
        located = {**located, **own.located(place for place in places if place[0] in cited.vague)}
        cited = _filled(cited, own)
    return Citations(_lines(cited.in_text), tuple((id, _line(text)) for id, text in cited.entries), _lines(located))


def _filled(cited: Cited, own: Cited) -> Cited:
    """With what argmap's own style says of a work, which it always names, where a style says nothing of it. A style for
    notes may have no list at all; whoever reads a brief needs it all the same."""
    entries = dict(own.entries)
    return replace(
        cited,
        in_text={**cited.in_text, **{id: own.in_text[id] for id in cited.vague}},
        entries=[
            (id, (*_number(text, place), *entries[id]) if id in cited.blank else text)
            for place, (id, text) in enumerate(cited.entries, 1)
        ] or own.entries,
    )  # fmt: skip


def _number(blank: rich_text.Rich, place: int) -> rich_text.Rich:
    """What an entry that names nothing begins with, where that is its place in the list."""
    found = re.match(rf"\W*{place}\b[^\w(]*", rich_text.text_of(blank))
    return rich_text.unmarked(f"{found[0].strip()} ") if found else ()


def _lines(texts: Mapping[_Key, rich_text.Rich]) -> dict[_Key, Line]:
    return {key: _line(text) for key, text in texts.items()}


def _line(text: rich_text.Rich) -> Line:
    return tuple(map(_inline, text))


def _inline(piece: rich_text.Piece) -> Inline:
    """Marks that a document has; raised and lowered figures by characters of their own."""
    if piece.href:
        return Link(piece.text, piece.href)
    table = {rich_text.SUPER: _RAISED, rich_text.SUB: _LOWERED}.get(piece.marks & (rich_text.SUPER | rich_text.SUB), {})
    text = piece.text.translate(table)
    if piece.marks & rich_text.BOLD:
        return Run(text, "strong")
    return Run(text, "em" if piece.marks & rich_text.ITALIC else "plain")
