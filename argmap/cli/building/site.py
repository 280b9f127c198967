"""The page that links all debates of a build."""

from __future__ import annotations

import html
import os
from typing import NamedTuple
from urllib.parse import quote

from argmap.documents.templates import templates

_HEAD = (("<title>", "</title>"), ('<meta name="description" content="', '">'))
"""Before and after a page's title, and the question of its debate."""


class _Listed(NamedTuple):
    """A debate in the list: where its page stands, and what that page says of itself."""

    address: str
    title: str
    question: str


def all_debates_page(pages: list[tuple[str, str]]) -> str:
    """The list of debates: title and question of each, from its folder and its page."""
    from argmap.documents.formats.html import style

    template = templates("argmap.cli.building").get_template("site.html.jinja")
    return template.render(style=style(), debates=[_listed(folder, text) for folder, text in pages])


def _listed(folder: str, page: str) -> _Listed:
    title, question = (html.unescape(page.partition(before)[2].partition(after)[0]) for before, after in _HEAD)
    # a name that is not UTF-8 leads to its folder all the same
    name = folder.encode(errors="replace").decode()
    return _Listed(f"{quote(os.fsencode(folder))}/index.html", title or name, question)
