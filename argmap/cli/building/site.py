"""The page that links all debates of a build."""

from __future__ import annotations

import os
from functools import cache
from importlib.resources import files
from typing import Any
from urllib.parse import quote


def all_debates_page(debates: list[tuple[str, str]]) -> str:
    """The index page of everything: the debates by folder and title."""
    from argmap.documents.formats.html import style

    # a name that is not UTF-8 leads to its folder all the same
    listed = [(quote(os.fsencode(folder)), title.encode(errors="replace").decode()) for folder, title in debates]
    page: str = _template().render(style=style(), debates=listed)
    return page


@cache
def _template() -> Any:
    from jinja2 import Environment, StrictUndefined

    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    return environment.from_string(files("argmap.cli.building").joinpath("site.html.jinja").read_text(encoding="utf-8"))
