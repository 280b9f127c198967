"""Debate briefs: from an evaluated debate to a document, and from the document to Markdown, HTML or Word.

A brief is a file in `kinds/` and a line in `BRIEFS`; a format is a file in `documents/formats/` and a line in
`FORMATS`: the
command, the build and the index page ask these. Between the two stands `document.Document`, which knows neither debate
nor markup.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol, TypeVar

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
from argmap.documents.formats import docx, html, markdown, pdf
from argmap.evaluation.evaluated import Evaluation
from argmap.wording.lists import every_one

if TYPE_CHECKING:
    from argmap.briefs.citations import Citations

__all__ = [
    "BRIEFS", "EVERY_STATEMENT", "FORMATS", "Brief", "Format", "Selection", "SelectionError", "compose", "flow_of",
    "speech_of", "write",
]  # fmt: skip


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
    IS_BUILT: bool
    """Whether a build writes it; every format can be asked for."""

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

FOR_DEBATERS: tuple[Brief, ...] = (case, negative, blocks, frontline)
"""Briefs that in Word have the styles of debaters; all others are for analysts."""

FORMATS: tuple[Format, ...] = (markdown, html, docx, pdf)
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
    chosen = _named(BRIEFS, kind, "brief")
    selection = check(ev.debate, selection or Selection())
    return chosen.compose(SelectedDebate(ev, citations_of(ev, style), selection, maps or {}, source_href))


def citations_of(ev: Evaluation, style: str | None = None) -> Citations:
    """What the briefs of a debate say of its sources, worked out once; arguments and errors as for `compose`."""
    return ev.once(_citations, style)


def _citations(ev: Evaluation, style: str | None) -> Citations:
    from argmap.briefs.citations import cite  # brings in the citation processor

    places = {(e.source, e.at or "") for statement in ev.debate.statements.values() for e in statement.evidence}
    named = {source for source, _ in places}
    return cite([source for id, source in ev.debate.sources.items() if id in named], style, places)


def write(
    ev: Evaluation,
    kind: str,
    format: str = "markdown",
    selection: Selection | None = None,
    style: str | None = None,
    maps: Mapping[str, str] | None = None,
    source_href: Callable[[str], str | None] = lambda id: None,
    plain: bool = False,
    paper: str | None = None,
    png: Callable[[str, float], bytes] | None = None,
) -> str | bytes:
    """A brief in a format: a text, or bytes where the format is binary. Arguments and errors as for `compose`; `paper`
    and `png` are those of a `Document`, and `plain` sets one for debaters as one for analysts."""
    composed = compose(ev, kind, selection, style, maps, source_href)
    plain = plain or _named(BRIEFS, kind, "brief") not in FOR_DEBATERS
    return _named(FORMATS, format, "format").write(replace(composed, plain=plain, paper=paper, png=png))


def flow_of(ev: Evaluation, format: str, event: str = "policy", selection: Selection | None = None) -> str | bytes:
    """The flow sheets of a debate as `md`, `html` or `xlsx`; `event` names a format of `flow.speech_order`.

    Raises `SelectionError` for a selection that the debate does not have, `MissingExtra` where a workbook cannot be
    written.
    """
    from argmap.briefs.citations import Citations
    from argmap.briefs.flow import as_document, as_workbook, sheets, speech_order

    setting = SelectedDebate(ev, Citations({}, ()), check(ev.debate, selection or Selection()))
    found = sheets.flow(setting, speech_order.FORMATS[event])
    if format == "xlsx":
        return as_workbook.as_workbook(found)
    document = as_document.as_document(found)
    return html.write(document) if format == "html" else markdown.write(document)


def speech_of(
    ev: Evaluation, title: str, text: str, format: str, selection: Selection, cites: bool = False,
    highlighted: bool = False,
) -> str | bytes:  # fmt: skip
    """A speech from a list of ids, as `argmap.briefs.speech_text` reads it, in a format. Raises `SelectionError`."""
    from argmap.briefs.citations import Citations
    from argmap.briefs.speech_text import speech

    setting = SelectedDebate(ev, Citations({}, ()), check(ev.debate, selection))
    return _named(FORMATS, format, "format").write(speech(setting, title, text, cites, highlighted))


N = TypeVar("N", Brief, Format)


def _named(modules: tuple[N, ...], name: str, what: str) -> N:
    for module in modules:
        if name == module.NAME:
            return module
    raise ValueError(f"there is no {what} {name!r}; choose {every_one(m.NAME for m in modules)}")
