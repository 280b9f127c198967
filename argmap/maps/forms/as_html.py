"""A debate as a page that can be folded, searched and asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.maps.errors import MapError

if TYPE_CHECKING:
    from argmap.maps.forms import Picture

NAME = "html"
SUFFIXES = (".html", ".htm")
HAS_THEME = False
IS_DRAWN = False
SETS_TEXT = False
HAS_DOTS = False


def write(picture: Picture) -> str:
    """The page; with a focus it opens at that statement. Raises MapError for another part of a debate."""
    from argmap.living_page import to_page

    view = picture.view
    if view.kind not in ("whole", "overview", "focus") or view.side or view.label:
        raise MapError("the page always holds the whole debate: select nothing but --focus ID, where it opens")
    return to_page(picture.evaluation, picture.around, view.focus)
