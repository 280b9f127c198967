"""A map as DOT, which another program lays out and draws."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.maps.forms import Picture

NAME = "dot"
SUFFIXES = (".dot", ".gv")
HAS_THEME = True
IS_DRAWN = False
SETS_TEXT = False
HAS_DOTS = False


def write(picture: Picture) -> str:
    """The map as DOT."""
    from argmap.maps.dot import draw_dot

    return draw_dot(picture.evaluation, picture.view, picture.theme, picture.link)
