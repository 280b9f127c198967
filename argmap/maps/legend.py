"""The legend: each mark that occurs on the map, and no other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from argmap.evaluation.framework import Label
from argmap.maps.card_text import pill_width
from argmap.maps.connecting_lines import tree_lines
from argmap.maps.drawcard import draw_gauge, pill
from argmap.maps.drawline import draw_sign, halos, stroke_of
from argmap.maps.markup import tag, text
from argmap.maps.measure import width
from argmap.maps.place import Placed
from argmap.maps.scene import READING, Card, Gauge, Wire
from argmap.maps.theme import Theme
from argmap.prose.relation import SIGNS

_SIZE, _ROW, _SAMPLE, _INDENT = 12.5, 25.0, 36.0, 160.0
_NARROW = 500.0
"""In less room the marks stand below what they show, not beside it."""
Entry = tuple[float, str, Callable[[float, float], str]]
"""How wide a sample is, its words, and how to draw it."""
FORCES = {Label.IN: "counts", Label.UNDEC: "open", Label.OUT: "no force: answered or outweighed"}


def draw_legend(sections: list[Placed], x: float, y: float, room: float, theme: Theme) -> tuple[float, str]:
    """The height that it takes and its markup: a row for each kind of mark, or more where it needs them."""
    groups = dict(_groups(sections, theme))
    if not groups:
        return 0.0, ""
    parts = [tag("path", d=f"M{x:.0f} {y:.0f}h{room:.0f}", stroke=theme.panel_line, stroke_width=1.2, fill="none")]
    row, indent = y, _INDENT if room >= _NARROW else 0.0
    for title, entries in groups.items():
        row, left = row + _ROW, x + indent
        parts.append(text(title, x, row + 4.5, _SIZE, theme.ink, bold=True))
        row += 0.0 if indent else _ROW
        for sample, words, draw in entries:
            wide = sample + (8 + width(words, _SIZE) if words else 0) + 24
            if left > x + indent and left + wide > x + room + 24:
                left, row = x + indent, row + _ROW
            parts.append(draw(left, row))
            if words:
                parts.append(text(words, left + sample + 8, row + 4.5, _SIZE, theme.quiet))
            left += wide
    return row + 12 - y, tag("g", "".join(parts), class_="legend")


def _groups(sections: list[Placed], theme: Theme) -> Iterator[tuple[str, list[Entry]]]:
    cards = [spot.face.card for placed in sections for spot in placed.spots.values()]
    wires = [line.wire for placed in sections for line in tree_lines(placed)]
    sides = {card.side: card.side_word for card in reversed(cards) if card.kind != "resolution"}
    groups: dict[str, list[Entry]] = {
        "Colour is the side": [(14, sides[side] or "neither side", _swatch(theme.side(side)))
                               for side in (1, -1, 0) if side in sides],
        "The sign is what it does": list(_signs(wires, theme)),
        "The line is the force": list(_forces(wires, theme)),
        "Also": list(_special(cards, theme)),
    }  # fmt: skip
    return ((title, entries) for title, entries in groups.items() if entries)


def _signs(wires: Iterable[Wire], theme: Theme) -> Iterator[Entry]:
    there = {wire.relation for wire in wires}
    for relation in READING:
        if relation in there:
            yield 16, SIGNS[relation], _sign(relation, theme)


def _sign(relation: str, theme: Theme) -> Callable[[float, float], str]:
    return lambda x, y: draw_sign(relation, 0, Label.IN, (x + 8, y), theme)


def _forces(wires: Iterable[Wire], theme: Theme) -> Iterator[Entry]:
    there = {wire.force for wire in wires}
    for force, words in FORCES.items():
        if force in there:
            yield _SAMPLE, words, _line(force, theme)


def _line(force: Label, theme: Theme) -> Callable[[float, float], str]:
    def draw(x: float, y: float) -> str:
        path = tag("path", d=f"M{x:.1f} {y:.1f}h{_SAMPLE - 16:.0f}", fill="none", **stroke_of(0, force, theme))
        return path + draw_sign("support", 0, force, (x + _SAMPLE - 8, y), theme, ground=theme.ground)

    return draw


def _special(cards: list[Card], theme: Theme) -> Iterator[Entry]:
    """What not every map has."""
    if any(card.label is Label.OUT and not card.large for card in cards):
        yield 24, "faded: no force", lambda x, y: _faded(x, y, theme)
    if any(" · " in card.evidence for card in cards):
        yield 0, "A1 · 2: best grade, pieces of evidence", _nothing
    gauges = [card.gauge for card in cards if card.gauge]
    if gauges:
        yield _SAMPLE, "strength, from 0 to 1", _gauge(Gauge(0.65, 0.4, ""), theme)
    if any(gauge.value is None for gauge in gauges):
        yield _SAMPLE, "no strength: a circle that does not settle", _gauge(Gauge(None, None, ""), theme)
    if any(card.chips for card in cards):
        yield 24, "stands elsewhere: follow it", lambda x, y: _box(x, y, theme.panel, theme)
    if any(card.kind == "portal" for card in cards):
        yield 24, "from another map", lambda x, y: _box(x, y, theme.card, theme, "2 3")
    if any(card.marked for card in cards):
        yield _SAMPLE, _marked_words(cards), lambda x, y: halos([f"M{x + 7:.1f} {y:.1f}h{_SAMPLE - 14:.0f}"], theme)
    for label in Label:
        for word in dict.fromkeys(card.word for card in cards if card.word and not card.tally and card.label is label):
            yield pill_width(word), "", _pill(label, word, theme)


def _marked_words(cards: list[Card]) -> str:
    if any(card.flags for card in cards):
        return "stands differently in the other version"
    undecided = any(card.focused and card.label is Label.UNDEC for card in cards)
    return "what leaves it undecided, and why that holds" if undecided else "the line of argument that decides"


def _nothing(x: float, y: float) -> str:
    return ""


def _gauge(gauge: Gauge, theme: Theme) -> Callable[[float, float], str]:
    return lambda x, y: draw_gauge(gauge, x, y - 1.5, _SAMPLE, theme.neutral, theme)


def _swatch(colour: str) -> Callable[[float, float], str]:
    return lambda x, y: tag("rect", x=x, y=y - 7, width=6, height=14, fill=colour)


def _pill(label: Label, word: str, theme: Theme) -> Callable[[float, float], str]:
    return lambda x, y: pill(label, word, x + pill_width(word), y, theme)


def _faded(x: float, y: float, theme: Theme) -> str:
    return _box(x, y, theme.faded, theme) + tag("rect", x=x, y=y - 7, width=5, height=14, fill=theme.neutral,
                                                fill_opacity=0.4)  # fmt: skip


def _box(x: float, y: float, fill: str, theme: Theme, dashes: str | None = None) -> str:
    return tag("rect", x=x, y=y - 7, width=24, height=14, rx=3, fill=fill, stroke=theme.idle, stroke_width=1,
               stroke_dasharray=dashes)  # fmt: skip
