"""The legend: each mark that occurs on the map, and no other."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from argmap.evaluation.framework import Label
from argmap.maps.card_text import pill_width
from argmap.maps.drawcard import balance, draw_gauge, pill, text
from argmap.maps.drawline import draw_badge, draw_end, halo, stroke_of
from argmap.maps.markup import tag
from argmap.maps.measure import width
from argmap.maps.place import Placed
from argmap.maps.scene import RELATIONS, Card, Gauge
from argmap.maps.theme import Theme
from argmap.maps.wiring import RANK
from argmap.prose.relation import SIGNS

_SIZE, _ROW, _SAMPLE = 12.5, 27.0, 46.0
Entry = tuple[float, str, Callable[[float, float], str]]
"""How wide a sample is, its words, and how to draw it."""


def draw_legend(sections: list[Placed], x: float, y: float, room: float, theme: Theme) -> tuple[float, str]:
    """The height that it takes and its markup, in as many rows as it needs."""
    parts = [tag("path", d=f"M{x:.0f} {y:.0f}h{room:.0f}", stroke=theme.panel_line, stroke_width=1.2, fill="none")]
    left, row = x, y + 25
    for sample, words, draw in _entries(sections, theme):
        wide = sample + (8 + width(words, _SIZE) if words else 0) + 26
        if left > x and left + wide > x + room + 26:
            left, row = x, row + _ROW
        parts.append(draw(left, row))
        if words:
            parts.append(text(words, left + sample + 8, row + 4.5, _SIZE, theme.quiet))
        left += wide
    return row + 12 - y, tag("g", "".join(parts), class_="legend")


def _entries(sections: list[Placed], theme: Theme) -> Iterator[Entry]:
    cards = [spot.face.card for placed in sections for spot in placed.spots.values()]
    wires = [wire for placed in sections for wire in placed.scene.wires]
    for relation in RELATIONS:
        if any(wire.relation == relation for wire in wires):
            forces = {wire.force for wire in wires if wire.relation == relation}
            yield _SAMPLE, SIGNS[relation], _line(relation, min(forces, key=RANK.__getitem__), theme)
    for force, told in ((Label.UNDEC, "thin: open"), (Label.OUT, "thin and grey: does not count")):
        if found := next((wire.relation for wire in wires if wire.force is force), None):
            yield _SAMPLE, told, _line(found, force, theme)
    words = {card.side: card.side_word for card in reversed(cards) if card.kind != "resolution"}
    for side in (1, -1, 0):
        if side in words:
            yield 14, words[side] or "neither side", _swatch(theme.side(side))
    for label in Label:
        for word in dict.fromkeys(card.word for card in cards if card.word and card.label is label):
            yield pill_width(word), "", _pill(label, word, theme)
    if any(card.label is Label.OUT for card in cards):
        yield 24, "dashed card: no force", lambda x, y: _dashed(x, y, theme)
    yield from _special(cards, theme)


def _special(cards: list[Card], theme: Theme) -> Iterator[Entry]:
    """What not every map has."""
    if any(" · " in card.evidence for card in cards):
        yield 0, "A1 · 2: best grade, pieces of evidence", lambda x, y: ""
    gauges = [card.gauge for card in cards if card.gauge]
    if gauges:
        tick = "; tick: before any answer" if any(gauge.base is not None for gauge in gauges) else ""
        yield _SAMPLE, f"strength, from 0 to 1{tick}", _gauge(Gauge(0.65, 0.4, ""), theme)
    if any(gauge.value is None for gauge in gauges):
        yield _SAMPLE, "no strength: a circle that does not settle", _gauge(Gauge(None, None, ""), theme)
    if any(card.marked for card in cards):
        changes = any(card.flags for card in cards)
        undecided = any(card.focused and card.label is Label.UNDEC for card in cards)
        words = "what leaves it undecided, and why that holds" if undecided else "the line of argument that decides"
        yield _SAMPLE, "stands differently in the other version" if changes else words, _marked(theme)
    if any(remark.startswith("Weighed") for card in cards for remark in card.remarks):
        yield 14, "pros and cons are weighed", lambda x, y: balance(x + 7, y, theme.quiet)
    if any(card.kind == "portal" for card in cards):
        yield 24, "dotted card: stands on another map", lambda x, y: _portal(x, y, theme)


def _line(relation: str, force: Label, theme: Theme) -> Callable[[float, float], str]:
    def draw(x: float, y: float) -> str:
        style = stroke_of(relation, force, theme)
        length = _SAMPLE - (8 if relation == "support" else 2)
        path = tag("path", d=f"M{x:.1f} {y:.1f}h{length:.0f}", fill="none", **style)
        end = draw_end(relation, (x, y), (x + _SAMPLE, y), force, theme)
        return path + end + draw_badge(relation, force, (x + 17, y), theme, ground=theme.ground)

    return draw


def _marked(theme: Theme) -> Callable[[float, float], str]:
    return lambda x, y: halo(f"M{x + 6:.1f} {y:.1f}h{_SAMPLE - 12:.0f}", theme)


def _gauge(gauge: Gauge, theme: Theme) -> Callable[[float, float], str]:
    return lambda x, y: draw_gauge(gauge, x, y, _SAMPLE, theme.neutral, theme)


def _swatch(colour: str) -> Callable[[float, float], str]:
    return lambda x, y: tag("rect", x=x, y=y - 6, width=14, height=12, rx=2.5, fill=colour)


def _pill(label: Label, word: str, theme: Theme) -> Callable[[float, float], str]:
    return lambda x, y: pill(label, word, x + pill_width(word), y, theme)


def _dashed(x: float, y: float, theme: Theme) -> str:
    return tag("rect", x=x, y=y - 7, width=24, height=14, rx=3, fill=theme.faded, stroke=theme.neutral,
               stroke_width=1.5, stroke_dasharray="5 3.5")  # fmt: skip


def _portal(x: float, y: float, theme: Theme) -> str:
    return tag("rect", x=x, y=y - 7, width=24, height=14, rx=5, fill=theme.card, stroke=theme.neutral,
               stroke_width=1.5, stroke_dasharray="1.5 3", stroke_linecap="round")  # fmt: skip
