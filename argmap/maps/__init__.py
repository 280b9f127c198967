"""Argument maps: an evaluated debate and a view become DOT, SVG, PNG or PDF.

The way of a map: `views` (which statements) - `scene_making` (cards, wires, panels: a `Scene`) - `merging` and `chips`
(its tree) - `card_text` (text set by measured width) - `outline` (which columns a card spans) - `column_layout` and
`engine` (where columns stand) - `place` (where cards stand) - `lines` - `svg`. Everything is a pure function of its
input, byte for byte.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.maps.errors import LayoutError, MapError
from argmap.maps.scene import Links
from argmap.maps.theme import THEMES, Theme
from argmap.maps.views import LARGEST_WHOLE, View, views

if TYPE_CHECKING:
    from argmap.evaluation.evaluated import Evaluation
    from argmap.maps.drawing import Drawing
    from argmap.maps.layout import Engine

__all__ = [
    "LARGEST_WHOLE", "THEMES", "LayoutError", "Links", "MapError", "Theme", "View", "draw", "draw_with_dot", "has_font",
    "missing_characters", "to_dot", "to_pdf", "to_png", "to_svg", "views",
]  # fmt: skip

_NO_LINKS = Links()


def draw(
    evaluation: Evaluation, view: View | None = None, *, theme: str | Theme = "auto", engine: Engine | None = None,
    link: Links = _NO_LINKS, timeout: float = 60.0, prefix: str = "", fit: float | None = None,
) -> Drawing:  # fmt: skip
    """Draw a map as SVG, with notes on what could not be done as usual (a layout that took too long, for one).

    `engine` comes from `argmap.maps.engine.engine`, by default the one that argmap brings; `timeout` is in seconds;
    `prefix` goes before each id, so that several maps fit into one HTML page; a map is no wider than `fit` px, where
    that can be. Raises MapError where the view names
    what the debate has not, and LayoutError where the engine cannot run at all.
    """
    from argmap.maps.drawing import draw_map

    return draw_map(evaluation, view or View(), theme, engine, link, timeout, prefix, fit)


def draw_with_dot(
    evaluation: Evaluation, view: View, engine: Engine | None, link: Links, timeout: float
) -> tuple[Drawing, str]:
    """The same map as SVG and as DOT: the debate is read once for both."""
    from argmap.maps.dot import draw_dot
    from argmap.maps.drawing import draw_map
    from argmap.maps.scene_making import scenes

    made = scenes(evaluation, view, link)
    return draw_map(evaluation, view, "auto", engine, link, timeout, "", None, made), draw_dot(
        evaluation, view, "auto", link, made
    )


def to_svg(
    evaluation: Evaluation, view: View | None = None, theme: str | Theme = "auto", engine: Engine | None = None,
    link: Links = _NO_LINKS, timeout: float = 60.0, prefix: str = "", fit: float | None = None,
) -> str:  # fmt: skip
    """`draw`, without the notes."""
    return draw(evaluation, view, theme=theme, engine=engine, link=link, timeout=timeout, prefix=prefix, fit=fit).svg


def to_dot(
    evaluation: Evaluation, view: View | None = None, theme: str | Theme = "auto", link: Links = _NO_LINKS
) -> str:
    """The map as DOT that plain `dot` draws decently by itself."""
    from argmap.maps.dot import draw_dot

    return draw_dot(evaluation, view or View(), theme, link)


def to_png(svg: str, *, scale: float = 1.0, font_paths: tuple[str, ...] = ()) -> bytes:
    """A map as PNG, `scale` times its size in px. Raises MissingExtra without typst; same bytes from run to run.

    `font_paths` are folders of fonts to use beside those that come with argmap and typst.
    """
    from argmap.maps.raster import png

    return png(svg, scale, font_paths)


def to_pdf(svg: str, *, font_paths: tuple[str, ...] = ()) -> bytes:
    """A map as a PDF of one page of its own size, as vectors. Raises MissingExtra without typst."""
    from argmap.maps.raster import pdf

    return pdf(svg, font_paths)


def missing_characters(svg: str, *, font_paths: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The characters of a map that no font at hand has, in order: PNG and PDF show a box for each."""
    from argmap.maps.glyphs import missing

    return missing(svg, font_paths)


def has_font(folder: str) -> bool:
    """Whether there is a font in a folder that PNG and PDF can use."""
    from argmap.maps.glyphs import fonts_in

    return bool(fonts_in(folder))
