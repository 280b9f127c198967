"""A map as a PDF: one page of its own size, or sheets of paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.maps.forms import Picture

NAME = "pdf"
SUFFIXES = (".pdf",)
HAS_THEME = True
IS_DRAWN = True
SETS_TEXT = True
HAS_DOTS = False


def write(picture: Picture) -> bytes:
    """The map as PDF. Raises MissingExtra without typst."""
    from argmap.maps.raster import book, pdf

    if picture.paper or picture.slides:
        return book(picture.pages(), picture.font_paths)
    return pdf(picture.drawing.svg, picture.font_paths)
