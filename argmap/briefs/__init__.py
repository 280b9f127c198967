"""Debate briefs: from an evaluated debate to a document, and from the document to Markdown or HTML.

A brief is a file in `kinds/` and a line in `BRIEFS`; a format is a file in `formats/` and a line in `FORMATS`. Between
the two stands `document.Document`, which knows neither debate nor markup.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from argmap.briefs.kinds import blocks, case, negative, policy, short
from argmap.briefs.setting import Selection, SelectionError, Setting, check
from argmap.documents.document import Document
from argmap.documents.formats import html, markdown
from argmap.evaluation import Evaluation
from argmap.wording.lists import every_one

__all__ = ["BRIEFS", "FORMATS", "Selection", "SelectionError", "compose", "write"]

BRIEFS = (policy, short, case, negative, blocks)
"""The kinds of brief, in the order in which `argmap brief --help` names them."""

FORMATS = (markdown, html)
"""The formats, the default first."""


def compose(
    ev: Evaluation,
    kind: str,
    selection: Selection | None = None,
    style: str | None = None,
    maps: Mapping[str, str] | None = None,
    source_href: Callable[[str], str | None] = lambda id: None,
) -> Document:
    """A brief as a document, for a writer of any format.

    `style` is the name of a CSL style or the text of one, argmap's own where none is given; `maps` holds SVG texts by
    view (`overview`, or a position's id) and is asked only for those that the brief shows; `source_href` gives the
    address of a statement in the files. Raises `ValueError` for an unknown kind, `SelectionError` for a selection that
    the debate does not have, `argmap.citations.StyleError` for a bad style.
    """
    from argmap.briefs.citations import cite  # brings in the citation processor

    chosen = _named(BRIEFS, kind, "brief")
    selection = selection or Selection()
    check(ev.debate, selection)
    places = {(e.source, e.at or "") for statement in ev.debate.statements.values() for e in statement.evidence}
    named = {source for source, _ in places}
    citations = cite([source for id, source in ev.debate.sources.items() if id in named], style, places)
    document: Document = chosen.compose(Setting(ev, citations, selection, maps or {}, source_href))
    return document


def write(
    ev: Evaluation,
    kind: str,
    format: str = "markdown",
    selection: Selection | None = None,
    style: str | None = None,
    maps: Mapping[str, str] | None = None,
    source_href: Callable[[str], str | None] = lambda id: None,
) -> str:
    """A brief as text in a format. Arguments and errors as for `compose`."""
    writer = _named(FORMATS, format, "format")
    text: str = writer.write(compose(ev, kind, selection, style, maps, source_href))
    return text


def _named(modules: tuple[Any, ...], name: str, what: str) -> Any:
    for module in modules:
        if name == module.NAME:
            return module
    raise ValueError(f"there is no {what} {name!r}; choose {every_one(m.NAME for m in modules)}")
