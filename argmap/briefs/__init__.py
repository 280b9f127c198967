"""Debate briefs: from an evaluated debate to a document, and from the document to Markdown or HTML.

A brief is a file in `kinds/` and a line in `BRIEFS`; a format is a file in `documents/formats/` and a line in
`FORMATS`: the
command, the build and the index page ask these. Between the two stands `document.Document`, which knows neither debate
nor markup.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol, TypeVar

from argmap.briefs.kinds import (
    argument,
    balance,
    blocks,
    case,
    classroom,
    frontline,
    judgements,
    negative,
    onepager,
    pack,
    policy,
    short,
)
from argmap.briefs.selected_debate import SelectedDebate, Selection, SelectionError, check
from argmap.documents.document import Document
from argmap.documents.formats import html, markdown
from argmap.evaluation.evaluated import Evaluation
from argmap.wording.lists import every_one

__all__ = ["BRIEFS", "EVERY_STATEMENT", "FORMATS", "Brief", "Format", "Selection", "SelectionError", "compose", "write"]


class Brief(Protocol):
    """A kind of brief: a module of `kinds/`."""

    NAME: str
    """Its name on the command line and as a file; the short form of `NAME` is called `NAME-short`."""
    TITLE: str
    SUMMARY: str
    """What a reader finds in it."""

    @property
    def BY(self) -> str | None:  # noqa: N802 - a constant of each module
        """`side`, `resolution` or `of` where each side, each resolution or each argument has one of its own."""

    def compose(self, s: SelectedDebate, /) -> Document:
        """The brief as a document."""


class Format(Protocol):
    """A format of briefs: a module of `documents/formats/`."""

    NAME: str
    TITLE: str

    @property
    def SUFFIXES(self) -> tuple[str, ...]:  # noqa: N802 - a constant; as an attribute it would have to be of one length
        """How a file of it may end, the usual ending first."""

    def write(self, document: Document, /) -> str | bytes:
        """A document as a text, or where the format is binary as bytes."""


BRIEFS: tuple[Brief, ...] = (
    policy, short, argument, onepager, pack, classroom, case, negative, blocks, frontline, balance, judgements,
)  # fmt: skip
"""The kinds of brief, in the order in which `argmap brief --help` names them."""

EVERY_STATEMENT: str = argument.NAME
"""The brief that has every statement: maps and pages link to it."""

FORMATS: tuple[Format, ...] = (markdown, html)
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
    selection = check(ev.debate, selection or Selection())
    places = {(e.source, e.at or "") for statement in ev.debate.statements.values() for e in statement.evidence}
    named = {source for source, _ in places}
    citations = cite([source for id, source in ev.debate.sources.items() if id in named], style, places)
    return chosen.compose(SelectedDebate(ev, citations, selection, maps or {}, source_href))


def write(
    ev: Evaluation,
    kind: str,
    format: str = "markdown",
    selection: Selection | None = None,
    style: str | None = None,
    maps: Mapping[str, str] | None = None,
    source_href: Callable[[str], str | None] = lambda id: None,
) -> str | bytes:
    """A brief in a format: a text, or bytes where the format is binary. Arguments and errors as for `compose`."""
    return _named(FORMATS, format, "format").write(compose(ev, kind, selection, style, maps, source_href))


N = TypeVar("N", Brief, Format)


def _named(modules: tuple[N, ...], name: str, what: str) -> N:
    for module in modules:
        if name == module.NAME:
            return module
    raise ValueError(f"there is no {what} {name!r}; choose {every_one(m.NAME for m in modules)}")
