"""A map as PNG."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.maps.forms import Picture

NAME = "png"
SUFFIXES = (".png",)
HAS_THEME = True
IS_DRAWN = True
SETS_TEXT = True
HAS_DOTS = True


def write(picture: Picture) -> bytes:
    """The map as PNG. Raises MissingExtra without typst."""
    from argmap.maps.raster import png

    return png(picture.drawing.svg, picture.scale, picture.font_paths)
