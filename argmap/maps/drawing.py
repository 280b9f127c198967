"""From a view to a finished picture: the order in which the parts of a map are made."""

from __future__ import annotations

import math
from dataclasses import dataclass

from argmap.evaluation.evaluated import Evaluation
from argmap.maps.card_text import face
from argmap.maps.column_layout import lefts
from argmap.maps.engine import engine as engine_named
from argmap.maps.heading import heading
from argmap.maps.layout import Engine
from argmap.maps.matrix_drawing import draw_matrix
from argmap.maps.outline import SHAPE, plan
from argmap.maps.place import Placed, place
from argmap.maps.scene import Links, Scene
from argmap.maps.scene_making import scenes
from argmap.maps.svg import draw_page
from argmap.maps.theme import Theme, theme_named
from argmap.maps.views import View

_BETWEEN = 46.0
"""Between the sections of an overview."""
_WIDEST = 1700.0
"""The width that an ordinary map of several sections keeps to, in px."""


@dataclass(frozen=True)
class Drawing:
    """A map as SVG, and what is to be said about how it was made."""

    svg: str
    notes: tuple[str, ...] = ()


def draw_map(
    evaluation: Evaluation, view: View, theme: str | Theme, engine: Engine | None, links: Links, timeout: float,
    prefix: str,
) -> Drawing:  # fmt: skip
    """See `argmap.maps.draw`."""
    if view.kind == "overview":
        return Drawing(draw_matrix(evaluation, view, theme_named(theme), links, prefix))
    engine = engine or engine_named()
    sections, notes = [], list[str]()
    for scene in scenes(evaluation, view, links, prefix):
        placed, note = lay_out(scene, engine, timeout)
        sections.append(placed)
        notes += filter(None, (scene.note, note))
    said = tuple(dict.fromkeys(notes))
    words = heading(evaluation, view, said)
    return Drawing(draw_page(_shelves(sections), words, theme_named(theme), prefix), said)


def lay_out(scene: Scene, engine: Engine | None, timeout: float) -> tuple[Placed, str | None]:
    """Give everything in a scene its place; with no engine in columns of our own."""
    folded = plan(scene, {id: face(card).height for id, card in scene.cards.items()})
    found, note = lefts(folded.widths, engine, timeout)
    return place(scene, folded, found), note


def _shelves(sections: list[Placed]) -> list[tuple[Placed, float, float]]:
    """Sections in rows, as many beside each other as the page is wide."""
    area = sum((placed.width + _BETWEEN) * (placed.height + _BETWEEN) for placed in sections)
    room = max([_WIDEST, math.sqrt(area * SHAPE) * 1.08, *(placed.width for placed in sections)])
    found, x, y, high = [], 0.0, 0.0, 0.0
    for placed in sections:
        if x and x + placed.width > room:
            x, y, high = 0.0, y + high + _BETWEEN, 0.0
        found.append((placed, x, y))
        x, high = x + placed.width + _BETWEEN, max(high, placed.height)
    return found
