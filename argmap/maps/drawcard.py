"""Drawing cards and panels."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.evaluation.framework import Label
from argmap.maps.card_text import (
    BOTTOM,
    CHIP_PAD,
    FLAG_PAD,
    FOOT_SIZE,
    HEAD_ROW,
    HEAD_SIZE,
    ID_ROW,
    INSET,
    NOTE_ROW,
    NOTE_SIZE,
    PANEL_ROW,
    PANEL_SIZE,
    PILL_ROW,
    REMARK_ROW,
    SCALE_TOP,
    SPINE,
    STRIP,
    TOP,
    ZOOM,
    Face,
    pill_width,
)  # fmt: skip
from argmap.maps.markup import class_name, linked, number, tag, text, text_tag
from argmap.maps.measure import is_right_to_left
from argmap.maps.parts import spans
from argmap.maps.place import Floor, Spot
from argmap.maps.scale import draw_scale
from argmap.maps.scene import Chip, Gauge
from argmap.maps.theme import Theme

_RADIUS = 3.0
_FADED = 0.4
"""How much of its side's colour an argument without force keeps at its edge."""


def draw_card(spot: Spot, theme: Theme, prefix: str) -> str:
    """A card as a group with its id, classes and tooltip; its words are a link, and each chip is one of its own."""
    card = spot.face.card
    parts = [text_tag("title", card.tooltip), *_frame(spot, theme)]
    head, body = ("".join(drawn(spot, theme)) for drawn in (_head, _body))
    if card.source and card.source != card.href:
        parts += [linked(head, card.source, f"{spot.face.title}: its line in the files"), linked(body, card.href)]
    else:
        parts.append(linked(head + body, card.href))
    parts += _flags(spot, theme)
    parts += _foot(spot, theme)
    for id in card.also:
        parts = [tag("g", "".join(parts), id=prefix + id)]
    classes = " ".join(class_name(word) for word in ("statement", *dict.fromkeys(card.classes), card.label.value))
    return tag("g", "".join(parts), id=prefix + card.id, class_=classes, role="group", aria_label=_label(spot.face))


def _label(face: Face) -> str:
    """What a card is and says, for those who hear it: `Con · impact, answered: …`."""
    return f"{', '.join(filter(None, (face.title, face.card.standing)))}: {face.card.text}"


def _frame(spot: Spot, theme: Theme) -> Iterator[str]:
    face, card = spot.face, spot.face.card
    box = {"x": spot.x, "y": spot.y, "height": face.height}
    if card.marked:
        yield tag("rect", x=spot.x - 6, y=spot.y - 6, width=face.width + 12, height=face.height + 12, rx=_RADIUS + 5,
                  fill=theme.halo, stroke=theme.halo_edge, stroke_width=0.8, class_="halo")  # fmt: skip
    out = card.label is Label.OUT
    yield tag("rect", **box, width=face.width, rx=_RADIUS, fill=theme.faded if out else theme.card,
              stroke=theme.resolution if card.large or card.focused else theme.panel_line,
              stroke_width=2.4 if card.focused else 1.6 if card.large else 1.0,
              stroke_dasharray="2 3" if card.kind == "portal" else None)  # fmt: skip
    if not card.large:
        yield tag("rect", **box, width=SPINE, fill=theme.side(card.side), fill_opacity=_FADED if out else None)
        if card.gauge:
            yield _strip(spot, card.gauge, theme)


def _strip(spot: Spot, gauge: Gauge, theme: Theme) -> str:
    """The strength along the lower edge; its figure is in the tooltip."""
    x, wide = spot.x + SPINE, spot.face.width - SPINE
    return tag("g", draw_gauge(gauge, x, spot.bottom - STRIP, wide, theme.side(spot.face.card.side), theme,
                               faded=spot.face.card.label is Label.OUT), class_="strength")  # fmt: skip


def draw_gauge(gauge: Gauge, x: float, y: float, wide: float, colour: str, theme: Theme, *, faded: bool = False) -> str:
    """A bar from 0 to 1, filled up to the strength; dashed if the strength did not settle."""
    if gauge.value is None:
        return tag("path", d=f"M{number(x)} {number(y + STRIP / 2)}h{number(wide)}", fill="none", stroke=theme.idle,
                   stroke_width=1, stroke_dasharray="3 2.5")  # fmt: skip
    ground = tag("rect", x=x, y=y, width=wide, height=STRIP, fill=theme.panel_line, fill_opacity=0.5)
    return ground + tag("rect", x=x, y=y, width=wide * gauge.value, height=STRIP, fill=colour,
                        fill_opacity=_FADED if faded else None)  # fmt: skip


def _head(spot: Spot, theme: Theme) -> Iterator[str]:
    """Side and role, and at the right the evidence."""
    face, card = spot.face, spot.face.card
    y = spot.y + face.top + TOP + HEAD_SIZE
    ink = theme.resolution if card.large else theme.side_ink(card.side)
    for index, row in enumerate(face.title_rows):
        yield text(row, spot.x + SPINE + INSET, y + index * HEAD_ROW, HEAD_SIZE, ink, bold=True)
    if card.evidence:
        yield text(card.evidence, spot.right - INSET, y, FOOT_SIZE, theme.quiet, anchor="end")


def _flags(spot: Spot, theme: Theme) -> Iterator[str]:
    """What a change does to the statement: words with a sign on a band across the card."""
    face = spot.face
    if face.flags:
        band = tag("rect", x=spot.x + SPINE, y=spot.y + 0.5, width=face.width - SPINE - 0.5, height=face.top,
                   fill=theme.halo)  # fmt: skip
        rows = [
            text(
                row,
                spot.x + SPINE + INSET,
                spot.y + FLAG_PAD / 2 + 12 + n * REMARK_ROW,
                FOOT_SIZE,
                theme.ink,
                bold=True,
            )
            for n, row in enumerate(face.flags)
        ]
        yield tag("g", band + "".join(rows), class_="change")


def _body(spot: Spot, theme: Theme) -> Iterator[str]:
    face, card = spot.face, spot.face.card
    y = spot.y + face.body + face.size
    tops = [y + index * face.leading for index in range(len(face.lines))]
    yield tag("text", spans(card.text, face.lines, spot.x + SPINE + INSET, spot.right - INSET, tops),
              font_size=face.size, fill=theme.quiet if card.label is Label.OUT else theme.ink,
              text_anchor="end" if is_right_to_left(card.text) else None,
              font_weight="bold" if card.large else None)  # fmt: skip


def _foot(spot: Spot, theme: Theme) -> Iterator[str]:
    """State, remarks, chips, the scale of a resolution, the id and the word of what is asked about."""
    face, card, x = spot.face, spot.face.card, spot.x + SPINE + INSET
    y = spot.y + face.foot
    if face.state:
        yield _dot(card.step[1] if card.step else card.label, x + 5, y + 7, theme, theme.side(card.side))
    for row in face.state:
        yield text(row, x + 16, y + 11.5, FOOT_SIZE, theme.ink, bold=True)
        y += REMARK_ROW
    for row in face.remarks:
        yield text(row, x, y + 11.5, FOOT_SIZE, theme.quiet)
        y += REMARK_ROW
    for chip, rows in face.chips:
        yield _chip(chip, rows, x, y + 1.5, spot.right - INSET - x, theme)
        y += len(rows) * REMARK_ROW + 2 * CHIP_PAD
    if card.tally:
        drawn = draw_scale(card.tally, 0, 0, (face.width - SPINE - 2 * INSET) / ZOOM, theme)[1]
        yield tag("g", drawn, transform=f"translate({number(x)} {number(y + SCALE_TOP)}) scale({ZOOM})")
    elif card.word:
        yield pill(card.label, card.word, x + pill_width(card.word), y + PILL_ROW / 2 + 2, theme)
    y = spot.bottom - BOTTOM - (STRIP if card.gauge else 0.0) - len(face.id_rows) * ID_ROW + 11
    for index, row in enumerate(face.id_rows):
        yield text(row, x, y + index * ID_ROW, FOOT_SIZE, theme.quiet, mono=True)


def _chip(chip: Chip, rows: tuple[str, ...], x: float, y: float, wide: float, theme: Theme) -> str:
    """Words on a ground of their own, which lead to what they name."""
    high = len(rows) * REMARK_ROW + CHIP_PAD
    box = tag(
        "rect", x=x, y=y, width=wide, height=high, rx=3, fill=theme.panel, stroke=theme.panel_line, stroke_width=1
    )
    words = [text(row, x + 7, y + 12.5 + n * REMARK_ROW, FOOT_SIZE, theme.ink) for n, row in enumerate(rows)]
    return linked(tag("g", box + "".join(words), class_="chip"), chip.href)


def _dot(label: Label, x: float, y: float, theme: Theme, colour: str) -> str:
    """The force again, beside the words that tell it: half full where it is open, hollow where there is none."""
    ring = theme.idle if label is Label.OUT else colour
    half = tag("path", d=f"M{number(x - 4)} {number(y)}a4 4 0 0 0 8 0z", fill=colour) if label is Label.UNDEC else ""
    return tag("circle", cx=x, cy=y, r=4, fill=theme.card, stroke=ring, stroke_width=1.5) + half


def pill(label: Label, word: str, right: float, middle: float, theme: Theme) -> str:
    """Standing as a word with a sign: a tick, a cross or a question mark."""
    wide, high = pill_width(word), 19.0
    x, y = right - wide, middle - high / 2
    stands = label is Label.IN
    ink = theme.on_stands if stands else theme.quiet
    box = tag(
        "rect", x=x, y=y, width=wide, height=high, rx=high / 2, fill=theme.stands if stands else "none",
        stroke=None if stands else theme.undecided, stroke_width=None if stands else 1.2,
        stroke_dasharray="3 2.5" if label is Label.UNDEC else None,
    )  # fmt: skip
    return box + _mark(label, x + 13, middle, ink) + text(word, x + 22, middle + 4, FOOT_SIZE, ink, bold=True)


def _mark(label: Label, x: float, y: float, ink: str) -> str:
    n = number
    if label is Label.UNDEC:
        return text("?", x, y + 4, FOOT_SIZE, ink, bold=True, anchor="middle")
    tick, cross = f"M{n(x - 4)} {n(y + 0.3)}l2.8 3l5 -6", f"M{n(x - 3)} {n(y - 3)}l6 6m0 -6l-6 6"
    return tag("path", d=tick if label is Label.IN else cross, fill="none", stroke=ink, stroke_width=1.8,
               stroke_linecap="round")  # fmt: skip


def draw_floor(floor: Floor, theme: Theme, prefix: str) -> str:
    """A panel's floor, behind everything."""
    rect = tag("rect", x=floor.x, y=floor.y, width=floor.width, height=floor.height, rx=6, fill=theme.panel,
               stroke=theme.panel_line, stroke_width=1)  # fmt: skip
    return tag("g", rect, id=f"{prefix}position-{floor.key}", class_="position")


def draw_title(floor: Floor, theme: Theme) -> str:
    """A panel's title."""
    x, y, rows = floor.title_x, floor.y + 6 + PANEL_SIZE, list[str]()
    for row in floor.plate.title:
        rows.append(text(row, x, y, PANEL_SIZE, theme.ink, bold=True))
        y += PANEL_ROW
    for row in floor.plate.note:
        rows.append(text(row, x, y - 3, NOTE_SIZE, theme.quiet))
        y += NOTE_ROW
    return linked(tag("g", "".join(rows), class_="position-title"), floor.plate.panel.href)
