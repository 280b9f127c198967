"""The page that links all debates of a build."""

from __future__ import annotations

import html
import os
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple
from urllib.parse import quote

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

    page: str = _template().render(style=style(), debates=[_listed(folder, text) for folder, text in pages])
    return page


def _listed(folder: str, page: str) -> _Listed:
    title, question = (html.unescape(page.partition(before)[2].partition(after)[0]) for before, after in _HEAD)
    # a name that is not UTF-8 leads to its folder all the same
    name = folder.encode(errors="replace").decode()
    return _Listed(f"{quote(os.fsencode(folder))}/index.html", title or name, question)


@cache
def _template() -> Any:
    from jinja2 import Environment, StrictUndefined

    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    return environment.from_string(files("argmap.cli.building").joinpath("site.html.jinja").read_text(encoding="utf-8"))
