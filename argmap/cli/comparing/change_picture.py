"""The picture of a change: the debate before and after it, beside each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from argmap.cli.comparing.compared_debates import Compared
    from argmap.maps.layout import Engine
    from argmap.reviews import Review
    from argmap.reviews.change_map import Half


def drawn(each: Compared, review: Review, engine: Engine, theme: str = "auto") -> tuple[str, str]:
    """The two maps, as SVG. What could not be drawn as usual is said on standard error."""
    from argmap.reviews.change_map import halves

    before, after = halves(review)
    return (
        _half(before, _subject(before, f"was in {each.base}"), "before-", engine, theme),
        _half(after, _subject(after, f"is in {each.head}"), "after-", engine, theme),
    )


def _subject(half: Half, where: str) -> str:
    return f"What is changed, as it {where}" if half.chosen else f"No statement that is changed {where}"


def _half(half: Half, subject: str, prefix: str, engine: Engine, theme: str) -> str:
    from argmap.maps import View, draw

    more = f" ({half.left_out} more statements are changed and not shown)" if half.left_out else ""
    view = View("changes", chosen=half.chosen, marked=half.marked, flags=half.flags, subject=subject + more)
    drawing = draw(half.ev, view, theme=theme, engine=engine, prefix=prefix)
    for note in drawing.notes:
        click.echo(f"note: {note}", err=True)
    return drawing.svg


def picture(each: Compared, review: Review, engine: Engine, theme: str = "auto") -> str:
    """Both maps in one SVG."""
    from argmap.maps.two_maps import beside
    from argmap.reviews.verdict_told import verdict

    titles = (f"Before: {each.base}", f"After: {each.head}")
    return beside(drawn(each, review, engine, theme), titles, f"{each.name}: {verdict(review)}", theme)
