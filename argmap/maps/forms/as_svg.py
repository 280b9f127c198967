"""A map as SVG, as argmap draws it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.maps.forms import Picture

NAME = "svg"
SUFFIXES = (".svg",)
HAS_THEME = True
IS_DRAWN = True
SETS_TEXT = False
HAS_DOTS = False


def write(picture: Picture) -> str:
    """The map as SVG."""
    return picture.drawing.svg
