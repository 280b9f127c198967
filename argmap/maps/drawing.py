"""From a view to a finished picture: the order in which the parts of a map are made."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from argmap.evaluation.evaluated import Evaluation
from argmap.maps.card_text import face
from argmap.maps.column_layout import lefts
from argmap.maps.engine import engine as engine_named
from argmap.maps.heading import heading
from argmap.maps.layout import Engine
from argmap.maps.matrix_drawing import draw_matrix
from argmap.maps.outline import BETWEEN, COLUMN, MANY, SHAPE, plan
from argmap.maps.place import Placed, place
from argmap.maps.scene import Links, Scene
from argmap.maps.scene_making import scenes
from argmap.maps.svg import EDGE, draw_page
from argmap.maps.theme import Theme, theme_named
from argmap.maps.views import View

_BETWEEN = 46.0
"""Between the sections of an overview."""
_TWENTIETHS = range(12, 40)
"""How wide a page of several sections is tried, in parts of the width at which they would fill it."""
_ALONE = 560.0
"""The least width of a map's only column, in px: what stands alone has room for its text."""


@dataclass(frozen=True)
class Drawing:
    """A map as SVG, and what is to be said about how it was made."""

    svg: str
    notes: tuple[str, ...] = ()


def draw_map(
    evaluation: Evaluation, view: View, theme: str | Theme, engine: Engine | None, links: Links, timeout: float,
    prefix: str, fit: float | None = None, made: Sequence[Scene] | None = None,
) -> Drawing:  # fmt: skip
    """See `argmap.maps.draw`; `made` are the scenes, where the caller has them already."""
    if view.kind == "overview":
        return Drawing(draw_matrix(evaluation, view, theme_named(theme), links, prefix, fit))
    engine = engine or engine_named()
    every = scenes(evaluation, view, links, prefix) if made is None else made
    alone = _ALONE if len(every) == 1 else 0.0
    found = [lay_out(scene, engine, timeout, fit, alone) for scene in every]
    said = tuple(dict.fromkeys(filter(None, (note for placed, late in found for note in (placed.scene.note, late)))))
    words = heading(evaluation, view, said, links.around)
    page = on_a_page([placed for placed, _ in found], engine, timeout, fit)
    return Drawing(draw_page(page, words, theme_named(theme), prefix, fit), said)


def on_a_page(
    sections: list[Placed], engine: Engine | None, timeout: float, fit: float | None
) -> list[tuple[Placed, float, float]]:
    """Sections packed, each with fewer columns where that makes the page better."""
    best = _packed(sections, fit)
    if len(sections) == 1 or sum(len(placed.spots) for placed in sections) > MANY:
        return best
    for number, placed in enumerate(sections):
        while (room := placed.width - COLUMN - BETWEEN) >= COLUMN:
            placed, _ = lay_out(placed.scene, engine, timeout, room + 2 * EDGE)
            tried = _packed([*sections[:number], placed, *sections[number + 1 :]], fit)
            if _cost(tried) < _cost(best):
                best, sections = tried, [each for each, *_ in tried]
    return best


def lay_out(
    scene: Scene, engine: Engine | None, timeout: float, fit: float | None = None, alone: float = 0.0
) -> tuple[Placed, str | None]:
    """Give everything in a scene its place, on a page no wider than `fit` px if that is given and may be: its
    columns then have all the room; with no engine in columns of our own. A single column is at least
    `alone` px wide."""
    heights = {id: face(card).height for id, card in scene.cards.items()}
    room = fit - 2 * EDGE if fit else math.inf
    most = max(1, int((room + BETWEEN) // (COLUMN + BETWEEN))) if fit else None
    folded = plan(scene, heights, most)
    while len(folded.widths) > 1 and folded.width > room:
        folded = plan(scene, heights, len(folded.widths) - 1)
    if len(folded.widths) == 1:
        folded.widen(min(alone, room))
    elif len(folded.widths) == most:
        folded.widen(room)
    found, note = lefts(folded.widths, engine, timeout)
    return place(scene, folded, found), note


def _packed(sections: list[Placed], fit: float | None) -> list[tuple[Placed, float, float]]:
    """Sections each where there is room highest up: on as wide a page as makes the best shape with the least room."""
    least = max((placed.width for placed in sections), default=0.0)
    area = sum((placed.width + _BETWEEN) * (placed.height + _BETWEEN) for placed in sections)
    rooms = {max(least, math.sqrt(area * SHAPE) * times / 20) for times in _TWENTIETHS}
    if fit:
        rooms = {max(least, min(room, fit - 2 * EDGE)) for room in rooms}
    return min((_within(sections, room) for room in sorted(rooms)), key=_cost, default=[])


def _cost(shelves: list[tuple[Placed, float, float]]) -> float:
    wide = max((x + placed.width for placed, x, _ in shelves), default=1.0)
    high = max((y + placed.height for placed, _, y in shelves), default=1.0)
    return wide * high * (1 + abs(math.log(max(wide, 1.0) / max(high, 1.0) / SHAPE)))


def _within(sections: list[Placed], room: float) -> list[tuple[Placed, float, float]]:
    """Sections on a page so wide. The lower edge of what is filled has steps: where each begins, how far down it is."""
    steps, found = [(0.0, 0.0)], []
    for placed in sections:
        y, x = min(
            (max(y for at, y in steps[n:] if at < x + placed.width), x)
            for n, (x, _) in enumerate(steps) if not x or x + placed.width <= room
        )  # fmt: skip
        found.append((placed, x, y))
        end, bottom = x + placed.width + _BETWEEN, y + placed.height + _BETWEEN
        after = (end, next(down for at, down in reversed(steps) if at <= end))
        steps = sorted({**{at: down for at, down in steps if not x <= at < end}, x: bottom, after[0]: after[1]}.items())
    return found
