"""A map as SVG: title, cards, lines, legend; real text, no script, nothing from elsewhere, never scaled down."""

from __future__ import annotations

from argmap.evaluation.weight import RANK
from argmap.maps.connecting_lines import tree_lines
from argmap.maps.drawcard import draw_card, draw_floor, draw_title
from argmap.maps.drawline import draw_line, draw_sign, halos, rounded
from argmap.maps.heading import Heading
from argmap.maps.legend import draw_legend
from argmap.maps.markup import attributes, number, tag, text_tag
from argmap.maps.place import Placed
from argmap.maps.theme import AUTO, FONT, Theme, adapting

EDGE = 28.0
"""The margin of the page."""


def draw_page(
    sections: list[tuple[Placed, float, float]], heading: Heading, theme: Theme, prefix: str, fit: float | None = None
) -> str:
    """The whole document; each section with the place of its upper left corner. The heading does not make it wider than
    `fit` px."""
    body_width = max([placed.width + x for placed, x, _ in sections], default=0.0)
    for_words = min(heading.least_width, fit - 2 * EDGE) if fit else heading.least_width
    wide = max(body_width, for_words) + 2 * EDGE
    top, title = heading.draw(EDGE, EDGE, wide - 2 * EDGE, theme)
    parts = [title]
    bottom = top
    for placed, x, y in sections:
        shape = f"translate({number(round(EDGE + x))} {number(round(top + y))})"
        parts.append(tag("g", draw_section(placed, theme, prefix), transform=shape))
        bottom = max(bottom, top + y + placed.height)
    high, legend = draw_legend([placed for placed, _, _ in sections], EDGE, bottom + 26, wide - 2 * EDGE, theme)
    parts.append(legend)
    return document("".join(parts), wide, bottom + 26 + high + EDGE - 8, heading, theme, prefix)


def document(content: str, wide: float, high: float, heading: Heading, theme: Theme, prefix: str) -> str:
    """What is drawn, as a document of its own, with a title and a description for those who hear it."""
    wide, high = float(round(wide)), float(round(high))
    head = attributes({
        "xmlns": "http://www.w3.org/2000/svg", "width": wide, "height": high,
        "viewBox": f"0 0 {number(wide)} {number(high)}", "role": "graphics-document document",
        "aria-labelledby": f"{prefix}map-title {prefix}map-desc", "font-family": FONT, "class": f"argmap {theme.name}",
    })  # fmt: skip
    title = text_tag("title", heading.title, id=f"{prefix}map-title")
    desc = text_tag("desc", heading.description, id=f"{prefix}map-desc")
    ground = tag("rect", width=wide, height=high, fill=theme.ground)
    return f"<svg{head}>{title}{desc}{style(theme)}{ground}{content}</svg>\n"


def style(theme: Theme) -> str:
    """The style sheet of a map, where its theme needs one."""
    return f"<style>{adapting()}</style>" if theme is AUTO else ""


def draw_section(placed: Placed, theme: Theme, prefix: str) -> str:
    """Floors, halos, then lines without force, open ones, those that count, cards, signs."""
    lines = sorted(tree_lines(placed), key=lambda line: -RANK[line.wire.force])
    sides = {id: spot.face.card.side for id, spot in placed.spots.items()}
    parts = [draw_floor(floor, theme, prefix) + draw_title(floor, theme) for floor in placed.floors]
    parts.append(halos([rounded(line.points) for line in lines if line.wire.marked and line.points], theme))
    parts += [draw_line(line, sides[line.wire.tail], theme, prefix) for line in lines]
    parts += [draw_card(spot, theme, prefix) for spot in placed.spots.values()]
    parts += [draw_sign(line.wire.relation, sides[line.wire.tail], line.wire.force, line.sign, theme) for line in lines]
    return "\n".join(parts)
