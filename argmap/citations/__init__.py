"""A processor for CSL 1.0.2, the Citation Style Language: from items of CSL-JSON to citations and a bibliography.

`cite` takes the text of a style, `named` finds the text by the style's name. What comes back is `rich.Rich`: text with
marks, links and nothing else. The oracle is pandoc's citeproc with the same style file (`tests/citations/`); where the
two differ on purpose, `tests/citations/accepted.py` says why.

Read in this order: `style_xml` → `vetting` → `style` (elements, macros, options) → `state` and `elements`, `naming`,
`dating` (what each comes to for an item) → `processing` (sorting, `disambiguation`, entries) → `finishing`; `telling`
says where a style names no work. Each citation stands for itself, so that positions and collapsing are left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from argmap.citations.collection import OWN, language, named, near
from argmap.citations.processing import Cited, Place, process
from argmap.citations.style import Style, parent_of, parse
from argmap.citations.style_xml import StyleError
from argmap.citations.terms import Locale, merged

__all__ = ["OWN", "Cited", "Place", "StyleError", "cite", "named", "near"]


def cite(items: Iterable[Mapping[str, Any]], style_text: str) -> Cited:
    """The citation of each item, cited alone and in this order, and the bibliography, by the text of a style.

    A style that is an alias needs the style that it stands for to be installed. Raises `StyleError` where a style
    cannot be used.
    """
    return process(items, *_ready(style_text))


@lru_cache(maxsize=8)
def _ready(text: str) -> tuple[Style, Locale]:
    parent = parent_of(text)
    try:
        style = parse(named(parent) if parent is not None else text)
    except StyleError as fault:
        if parent is None:
            raise
        raise StyleError(f"it is an alias of another style, and {fault}") from fault
    return style, merged(language(style.lang), style.locales, style.lang)
