"""A document as a command was asked to write it: for a terminal, as Markdown or as an HTML page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from argmap.cli.printing.terminal import terminal_width

if TYPE_CHECKING:
    from argmap.documents.document import Document


def written(document: Document, form: str, *, coloured: bool = False) -> str:
    """The document as `text`, `md` or `html`; as text, with the words of labels in colour where that is wanted."""
    from argmap.documents.formats import html, markdown, text
    from argmap.evaluation.framework import Label

    if form == "html":
        return html.write(document)
    if form == "md":
        return markdown.write(document)
    colours = {Label.IN: "green", Label.OUT: "red", Label.UNDEC: "yellow"}
    paint = (lambda words, label: click.style(words, fg=colours[label])) if coloured else None
    return text.write(document, terminal_width(), paint)
