"""The pages that link what a build has made: one for each debate, one for all of them."""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

if TYPE_CHECKING:
    from argmap.evaluation.evaluated import Evaluation


def debate_page(ev: Evaluation, views: list[str], briefs: Mapping[str, tuple[str, str | None]]) -> str:
    """The index page of one debate: how the resolutions stand, its maps, its briefs (by name, with their kind and what
    they are about)."""
    from argmap.briefs import BRIEFS, FORMATS
    from argmap.model.values import size_told
    from argmap.reports.evaluation_report import summary_line, table

    debate = ev.debate
    names = {position.id: position.name for position in debate.positions}
    names |= {"overview": "Overview", "core": "The core", "map": "The whole map"}
    maps = [(view, names.get(view, view)) for view in views]
    standing = [(claim, ev.label(claim.id), summary_line(ev, claim.id)) for claim in debate.resolutions]
    size = size_told(len(debate.statements), debate.bare_steps, len(debate.positions))
    return _rendered(
        debate=debate, size=size, standing=standing, rows=table(ev), maps=maps, title=debate.title,
        memo=BRIEFS[0].NAME,
        briefs=[(brief, *_titled(kind, about)) for brief, (kind, about) in briefs.items()],
        formats=[(format.TITLE, format.SUFFIXES[0]) for format in FORMATS if format.NAME != "html"],
    )  # fmt: skip


def all_debates_page(debates: list[tuple[str, str]]) -> str:
    """The index page of everything: the debates by folder and title."""
    # a name that is not UTF-8 leads to its folder all the same
    listed = [(quote(os.fsencode(folder)), title.encode(errors="replace").decode()) for folder, title in debates]
    return _rendered(debates=listed, title="Debates")


def _titled(kind: str, about: str | None) -> tuple[str, str]:
    """What a reader is told about a brief."""
    from argmap.briefs import BRIEFS

    brief = next(each for each in BRIEFS if kind == each.NAME)
    return f"{brief.TITLE}: {about}" if about else brief.TITLE, brief.SUMMARY


def _rendered(**values: Any) -> str:
    from argmap.documents.formats.html import style

    page: str = _template().render(style=style(), **values)
    return page


@cache
def _template() -> Any:
    from jinja2 import Environment, StrictUndefined

    from argmap.documents.document import SIGNS
    from argmap.wording.calendar_words import long_date

    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    environment.globals |= {"signs": SIGNS, "day": long_date}
    return environment.from_string(files("argmap.cli.building").joinpath("site.html.jinja").read_text(encoding="utf-8"))
