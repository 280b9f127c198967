"""Drawing cards and panels."""

from __future__ import annotations

from argmap.evaluation.framework import Label
from argmap.maps.card_text import (
    FLAG_PAD,
    FOOT_ROW,
    FOOT_SIZE,
    GAUGE_ROW,
    HEAD_PAD,
    HEAD_ROW,
    HEAD_SIZE,
    ID_ROW,
    ID_SIZE,
    INSET,
    NOTE_ROW,
    NOTE_SIZE,
    PANEL_ROW,
    PANEL_SIZE,
    PILL_ROW,
    REMARK_ROW,
    REMARK_TOP,
    TEXT_TOP,
    Face,
    pill_width,
)  # fmt: skip
from argmap.maps.markup import class_name, number, safe_href, tag, text_tag
from argmap.maps.measure import is_right_to_left, width
from argmap.maps.place import Floor, Spot
from argmap.maps.scene import Gauge
from argmap.maps.theme import MONO, Theme

_RADIUS = 7.0


def text(
    words: str, x: float, y: float, size: float, fill: str, *, bold: bool = False, mono: bool = False,
    anchor: str | None = None, spacing: float | None = None,
) -> str:  # fmt: skip
    """One line of text; `x` is its beginning unless `anchor` says otherwise."""
    return text_tag(
        "text", words, x=x, y=y, font_size=size, fill=fill, font_weight="bold" if bold else None,
        font_family=MONO if mono else None, text_anchor=anchor, letter_spacing=spacing,
    )  # fmt: skip


def linked(content: str, href: str | None) -> str:
    """The content inside a link, where there is a safe address."""
    address = safe_href(href)
    return tag("a", content, href=address) if address else content


def draw_card(spot: Spot, theme: Theme, prefix: str) -> str:
    """A card as a group with its id, classes, tooltip and link."""
    face, card = spot.face, spot.face.card
    parts = [text_tag("title", card.tooltip), *_frame(spot, theme), *_head(spot, theme)]
    parts += _flags(spot, theme)
    parts += _body(spot, theme)
    parts += _foot(spot, theme)
    classes = " ".join(class_name(word) for word in ("statement", *dict.fromkeys(card.classes)))
    for id in face.card.also:
        parts = [tag("g", "".join(parts), id=prefix + id)]
    group = tag("g", "".join(parts), id=prefix + face.card.id, class_=classes)
    return linked(group, card.href)


def _colour(face: Face, theme: Theme) -> str:
    return theme.resolution if face.card.large else theme.side(face.card.side)


def _frame(spot: Spot, theme: Theme) -> list[str]:
    face, colour = spot.face, _colour(spot.face, theme)
    out = face.card.label is Label.OUT
    radius = 9.0 if face.card.large else _RADIUS
    if face.card.kind == "portal":
        radius = 12.0
    line = 2.4 if face.card.large else 3.6 if face.card.focused else 1.5
    halo = tag("rect", x=spot.x - 7, y=spot.y - 7, width=face.width + 14, height=face.height + 14, rx=radius + 6,
               fill=theme.halo, class_="halo")  # fmt: skip
    return [
        *([halo] if face.card.marked else []),
        tag(
            "rect", x=spot.x, y=spot.y, width=face.width, height=face.height, rx=radius,
            fill=theme.faded if out else theme.card, stroke=colour, stroke_width=max(line, 3.0 * face.card.marked),
            stroke_dasharray="5 3.5" if out else "1.5 3" if face.card.kind == "portal" else None,
            stroke_linecap="round" if face.card.kind == "portal" and not out else None,
        )
    ]  # fmt: skip


def _head(spot: Spot, theme: Theme) -> list[str]:
    """Side and role in capitals; filled with the side's colour where the statement is not defeated."""
    face, colour = spot.face, _colour(spot.face, theme)
    filled = face.card.label is not Label.OUT and face.card.kind not in ("portal", "step")
    parts = []
    if filled:
        parts.append(_cap(spot, colour))
        ink = theme.on_resolution if face.card.large else theme.on_side
    else:
        ink = colour
        y = spot.y + face.head
        parts.append(tag("path", d=f"M{number(spot.x)} {number(y)}h{number(face.width)}", stroke=colour,
                         stroke_width=1, fill="none"))  # fmt: skip
    y = spot.y + HEAD_PAD / 2 + 11
    for row in face.title_rows:
        parts.append(text(row, spot.x + INSET, y, HEAD_SIZE, ink, bold=True, spacing=0.6))
        y += HEAD_ROW
    return parts


def _cap(spot: Spot, colour: str) -> str:
    """The header's floor: round at the top, square below."""
    radius = 9.0 if spot.face.card.large else _RADIUS
    wide, high = spot.face.width - 2 * radius, spot.face.head - radius
    n = number
    d = (
        f"M{n(spot.x)} {n(spot.y + spot.face.head)}v{n(-high)}a{n(radius)} {n(radius)} 0 0 1 {n(radius)} {n(-radius)}"
        f"h{n(wide)}a{n(radius)} {n(radius)} 0 0 1 {n(radius)} {n(radius)}v{n(high)}z"
    )
    return tag("path", d=d, fill=colour)


def _flags(spot: Spot, theme: Theme) -> list[str]:
    """What a change does to the statement: words with a sign on a band across the card."""
    face = spot.face
    if not face.flags:
        return []
    y = spot.y + face.head
    band = tag("rect", x=spot.x + 1, y=y, width=face.width - 2, height=face.top - face.head, fill=theme.halo)
    rows = [
        text(row, spot.x + INSET, y + FLAG_PAD / 2 + 12 + n * REMARK_ROW, FOOT_SIZE, theme.ink, bold=True)
        for n, row in enumerate(face.flags)
    ]
    return [tag("g", band + "".join(rows), class_="change")]


def _body(spot: Spot, theme: Theme) -> list[str]:
    face = spot.face
    quiet = face.card.label is Label.OUT or face.card.kind in ("portal", "step")
    rtl = is_right_to_left(face.card.text)
    x = spot.right - INSET if rtl else spot.x + INSET
    # typst knows no `direction`: an isolate says the same to it and to browsers
    begin, end = ("\u2067", "\u2069") if rtl else ("", "")
    y = spot.y + face.top + TEXT_TOP + face.size
    ink = theme.quiet if quiet else theme.ink
    lines = [
        tag_line(begin + line + end, x, y + index * face.leading, last=index == len(face.lines) - 1)
        for index, line in enumerate(face.lines)
    ]
    body = tag("text", "".join(lines), font_size=face.size, fill=ink, text_anchor="end" if rtl else None,
               font_weight="bold" if face.card.large else None)  # fmt: skip
    y = spot.y + face.top + TEXT_TOP + len(face.lines) * face.leading + REMARK_TOP + 12
    parts = [body]
    if face.state:
        parts.append(_sign(face.card.label, spot.x + INSET + 7, y - 4, theme.quiet))
    for row in face.state:
        parts.append(text(row, spot.x + INSET + 19, y, FOOT_SIZE, theme.quiet, bold=True))
        y += REMARK_ROW
    for index, row in enumerate(face.remarks):
        parts.append(_remark(row, spot.x + INSET, y + index * REMARK_ROW, theme))
    return parts


def tag_line(line: str, x: float, y: float, *, last: bool) -> str:
    """A line of a paragraph; the blank at its end keeps words apart when the text is copied or read aloud."""
    return text_tag("tspan", line if last else line + " ", x=x, y=y)


def _remark(row: str, x: float, y: float, theme: Theme) -> str:
    """A short line above the foot, with a balance before it where something is weighed."""
    if not row.startswith(("outweighed", "Weighed")):
        return text(row, x, y, FOOT_SIZE, theme.quiet)
    return balance(x + 7, y - 4, theme.quiet) + text(row, x + 19, y, FOOT_SIZE, theme.quiet)


def balance(x: float, y: float, colour: str) -> str:
    """A pair of scales, 14 px wide."""
    n = number
    d = (
        f"M{n(x)} {n(y - 5)}v10M{n(x - 3)} {n(y + 5)}h6M{n(x - 5.5)} {n(y - 4)}l11 2"
        f"M{n(x - 7.5)} {n(y + 0.5)}a2 2 0 0 0 4 0zM{n(x + 3.5)} {n(y + 2.5)}a2 2 0 0 0 4 0z"
    )
    return tag("path", d=d, fill="none", stroke=colour, stroke_width=1.1)


def _foot(spot: Spot, theme: Theme) -> list[str]:
    face, middle = spot.face, spot.bottom - (PILL_ROW if spot.face.card.word else FOOT_ROW) / 2
    parts = [_gauge_row(spot, face.card.gauge, theme)] if face.card.gauge else []
    if face.card.evidence:
        parts.append(text(face.card.evidence, spot.x + INSET, middle + 4.5, FOOT_SIZE, theme.quiet))
    if face.card.word:
        parts.append(pill(face.card.label, face.card.word, spot.right - INSET + 3, middle, theme))
    return [*parts, *_ids(spot, middle, theme)]


def _ids(spot: Spot, middle: float, theme: Theme) -> list[str]:
    """The id: in the foot, at its end or before the pill, or in rows above it."""
    face = spot.face
    if face.beside and face.card.word:
        return [text(face.id_rows[0], spot.x + INSET, middle + 4.5, ID_SIZE, theme.quiet, mono=True)]
    if face.beside:
        return [text(face.id_rows[0], spot.right - INSET, middle + 4.5, ID_SIZE, theme.quiet, mono=True, anchor="end")]
    y = spot.bottom - face.foot + (GAUGE_ROW if face.card.gauge else 0.0) + ID_ROW - 1
    return [
        text(row, spot.x + INSET, y + index * ID_ROW, ID_SIZE, theme.quiet, mono=True)
        for index, row in enumerate(face.id_rows)
    ]


def _gauge_row(spot: Spot, gauge: Gauge, theme: Theme) -> str:
    """The strength as a strip above the foot; its figure is in the tooltip."""
    middle = spot.bottom - spot.face.foot + GAUGE_ROW - 4
    wide = spot.face.width - 2 * INSET
    bar = draw_gauge(gauge, spot.x + INSET, middle, wide, _colour(spot.face, theme), theme)
    return tag("g", bar, class_="strength")


def draw_gauge(gauge: Gauge, x: float, middle: float, wide: float, colour: str, theme: Theme) -> str:
    """A bar from 0 to 1, filled up to the strength, with a tick at the base score; dashed where there is no number."""
    high, settled = 3.0, gauge.value is not None
    parts = [
        tag("rect", x=x, y=middle - high / 2, width=wide, height=high, rx=high / 2, fill="none", stroke=theme.idle,
            stroke_width=1, stroke_dasharray=None if settled else "3 2.5")
    ]  # fmt: skip
    filled = wide * (gauge.value or 0.0)
    if filled >= 0.5:
        parts.append(tag("rect", x=x, y=middle - high / 2, width=filled, height=high, rx=min(high, filled) / 2,
                         fill=colour))  # fmt: skip
    if settled and gauge.base is not None:
        at = x + wide * gauge.base
        parts.append(tag("path", d=f"M{number(at)} {number(middle - 4)}v8", fill="none", stroke=theme.ink,
                         stroke_width=1.6))  # fmt: skip
    return "".join(parts)


def pill(label: Label, word: str, right: float, middle: float, theme: Theme) -> str:
    """Force or standing as a word with a sign: a tick, a cross or a question mark."""
    wide, high = pill_width(word), 19.0
    x, y = right - wide, middle - high / 2
    stands = label is Label.IN
    ink = theme.on_stands if stands else theme.quiet
    box = tag(
        "rect", x=x, y=y, width=wide, height=high, rx=high / 2, fill=theme.stands if stands else "none",
        stroke=None if stands else theme.undecided, stroke_width=None if stands else 1.2,
        stroke_dasharray="3 2.5" if label is Label.UNDEC else None,
    )  # fmt: skip
    return box + _sign(label, x + 13, middle, ink) + text(word, x + 22, middle + 4, FOOT_SIZE, ink, bold=True)


def _sign(label: Label, x: float, y: float, ink: str) -> str:
    n = number
    if label is Label.UNDEC:
        return text("?", x, y + 4, FOOT_SIZE, ink, bold=True, anchor="middle")
    tick, cross = f"M{n(x - 4)} {n(y + 0.3)}l2.8 3l5 -6", f"M{n(x - 3)} {n(y - 3)}l6 6m0 -6l-6 6"
    d = tick if label is Label.IN else cross
    return tag("path", d=d, fill="none", stroke=ink, stroke_width=1.8, stroke_linecap="round")


def draw_floor(floor: Floor, theme: Theme, prefix: str) -> str:
    """A panel's floor, behind everything."""
    rect = tag("rect", x=floor.x, y=floor.y, width=floor.width, height=floor.height, rx=10, fill=theme.panel,
               stroke=theme.panel_line, stroke_width=1.2)  # fmt: skip
    return tag("g", rect, id=f"{prefix}position-{floor.key}", class_="position")


def draw_title(floor: Floor, theme: Theme) -> str:
    """A panel's title, on a ground of its own, so that lines pass behind it."""
    sign, x = floor.plate, floor.title_x
    y = floor.y + 8 + PANEL_SIZE
    rows = []
    for row in sign.title:
        rows.append(_ground(x, y - PANEL_SIZE + 2, width(row, PANEL_SIZE, bold=True), PANEL_ROW - 1, theme))
        rows.append(text(row, x, y, PANEL_SIZE, theme.ink, bold=True))
        y += PANEL_ROW
    for row in sign.note:
        rows.append(_ground(x, y - NOTE_SIZE - 3, width(row, NOTE_SIZE), NOTE_ROW - 1, theme))
        rows.append(text(row, x, y - 3, NOTE_SIZE, theme.quiet))
        y += NOTE_ROW
    return linked(tag("g", "".join(rows), class_="position-title"), sign.panel.href)


def _ground(x: float, y: float, wide: float, high: float, theme: Theme) -> str:
    return tag("rect", x=x - 3, y=y, width=wide + 6, height=high, fill=theme.panel)
