"""The forms of a map. To add one, write a module as `Form` describes it and name it in `FORMS`: `argmap.draw` and the
commands that draw ask these."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from argmap.maps.errors import MapError
from argmap.maps.forms import as_dot, as_html, as_pdf, as_png, as_svg
from argmap.maps.scene import Links
from argmap.maps.theme import Theme
from argmap.maps.views import View

if TYPE_CHECKING:
    from argmap.evaluation.evaluated import Evaluation
    from argmap.living_page import Surroundings
    from argmap.maps.drawing import Drawing
    from argmap.maps.layout import Engine
    from argmap.maps.raster import Page


@dataclass(frozen=True)
class Picture:
    """What is to be drawn, and how."""

    evaluation: Evaluation
    view: View
    theme: str | Theme
    engine: Engine | None = None
    link: Links = field(default_factory=Links)
    timeout: float = 60.0
    scale: float = 1.0
    """Dots for each px, in a form that has dots."""
    font_paths: tuple[str, ...] = ()
    """Folders of fonts, for a form that sets text itself."""
    fit: float | None = None
    """The width that the map may have, in px."""
    paper: str | None = None
    """The sheets, by name, for a form that has pages; otherwise one page of the map's own size."""
    slides: bool = False
    """One argument on each sheet."""
    around: Surroundings | None = None
    """Where an HTML page finds each statement's line."""

    @property
    def on_sheets(self) -> bool:
        """Whether it is split; the table of an overview never is."""
        return self.slides or (self.paper is not None and self.view.kind != "overview")

    @cached_property
    def drawings(self) -> Sequence[Drawing]:
        """The map as SVG, or each of its sheets, drawn when a form first asks for it.

        Raises MapError for paper that there is not, and for too many sheets.
        """
        from argmap.maps.drawing import draw_map
        from argmap.maps.paper import draw_sheets, paper_named

        if not self.on_sheets:
            link, fit = self.link, self.fit
            return [draw_map(self.evaluation, self.view, self.theme, self.engine, link, self.timeout, "", fit)]
        paper = paper_named(self.paper or "16:9")
        return draw_sheets(self.evaluation, self.view, self.theme, paper, self.engine, self.timeout, slides=self.slides)

    @property
    def drawing(self) -> Drawing:
        """The map as SVG, in one piece; the first of its sheets."""
        return self.drawings[0]

    def pages(self) -> list[Page]:
        """The map on sheets of paper; the table of an overview on one that stands upright."""
        from argmap.maps.paper import MARGIN, paper_named
        from argmap.maps.raster import Page

        paper = paper_named(self.paper or "16:9")
        if not self.on_sheets:
            wide, high = sorted((paper.wide, paper.high))
            return [Page(self.drawing.svg, wide, high, MARGIN)]
        return [Page(each.svg, paper.wide, paper.high) for each in self.drawings]


class Form(Protocol):
    """A form of a map: a module here."""

    NAME: str
    HAS_THEME: bool
    """Whether a theme chooses its colours; otherwise it follows its reader."""
    IS_DRAWN: bool
    """Whether it shows the map as argmap draws it, rather than leave that to another program."""
    SETS_TEXT: bool
    """Whether its text is set here, with the fonts that there are."""
    HAS_DOTS: bool

    @property
    def SUFFIXES(self) -> tuple[str, ...]:  # noqa: N802 - a constant; as an attribute it would have to be of one length
        """How a file of it may end, the usual ending first."""

    def write(self, picture: Picture, /) -> str | bytes:
        """The map in this form. Raises MapError for what cannot be drawn."""


FORMS: tuple[Form, ...] = (as_svg, as_dot, as_png, as_pdf, as_html)
"""The forms, the default first."""


def form_named(name: str) -> Form:
    """The form of that name. Raises MapError for an unknown name."""
    for form in FORMS:
        if name == form.NAME:
            return form
    *others, last = (form.NAME for form in FORMS)
    raise MapError(f"draw: cannot write {name!r}; choose {', '.join(others)} or {last}")
