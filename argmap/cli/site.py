"""The pages that link what a build has made: one for each debate, one for all of them."""

from __future__ import annotations

import os
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

if TYPE_CHECKING:
    from argmap.evaluation import Evaluation

BRIEF_TITLES = {
    "policy": ("Decision memo", "The answer first, then the options, the risks, the evidence, and every argument."),
    "policy-short": ("Decision memo in short", "Two pages: the answer, the options, what decides, the worst risks."),
    "case": ("Affirmative case", "The positions in debate order, with tags, cites and cards."),
    "negative": ("Negative file", "What is said against, in debate order, with tags, cites and cards."),
}
"""What a reader is told about each brief."""


def debate_page(ev: Evaluation, views: list[str], briefs: list[str]) -> str:
    """The index page of one debate: how the resolutions stand, its maps, its briefs."""
    from argmap.semantics.report import summary_line, table
    from argmap.values import size_told

    debate = ev.debate
    names = {position.id: position.name for position in debate.positions}
    maps = [
        (view, names.get(view) or {"overview": "Overview", "map": "The whole map"}.get(view, view)) for view in views
    ]
    standing = [(claim, ev.label(claim.id), summary_line(ev, claim.id)) for claim in debate.resolutions]
    size = size_told(len(debate.statements), debate.bare_steps, len(debate.positions))
    return _rendered(
        debate=debate, size=size, standing=standing, rows=table(ev), maps=maps, title=debate.title,
        briefs=[(brief, *_titled(brief, debate.sides)) for brief in briefs],
    )  # fmt: skip


def all_debates_page(debates: list[tuple[str, str]]) -> str:
    """The index page of everything: the debates by folder and title."""
    # a name that is not UTF-8 leads to its folder all the same
    listed = [(quote(os.fsencode(folder)), title.encode(errors="replace").decode()) for folder, title in debates]
    return _rendered(debates=listed, title="Debates")


def _titled(brief: str, sides: dict[str, str]) -> tuple[str, str]:
    if brief in BRIEF_TITLES:
        return BRIEF_TITLES[brief]
    side = brief.partition("-")[2]
    return (
        f"Blocks: {sides[side]}",
        "They say, we say: every answer to every opposing argument, and what is still to do.",
    )


def _rendered(**values: Any) -> str:
    from argmap.documents.formats.html import style

    page: str = _template().render(style=style(), **values)
    return page


@cache
def _template() -> Any:
    from jinja2 import Environment, StrictUndefined

    from argmap.documents.document import SIGNS

    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    environment.globals |= {"signs": SIGNS}
    return environment.from_string(files("argmap.cli").joinpath("site.html.jinja").read_text(encoding="utf-8"))
