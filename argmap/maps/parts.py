"""Parts of a page of rows and columns: each knows its height and draws itself where it is put."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from argmap.maps.markup import escape, number, tag, text_tag
from argmap.maps.measure import SOFT_HYPHEN, clamp, is_right_to_left, width, wrap
from argmap.maps.theme import Theme

MOST_LINES = 8
"""Longer texts end in an ellipsis: the tooltip has all of them."""
LEADING = 1.22
"""From line to line, in em."""


@dataclass(frozen=True)
class Part:
    """Something of a known height; `draw` takes its upper left corner and the height that it is given."""

    height: float
    draw: Callable[[float, float, float], str]
    fill: str | None = None
    """What it stands on, in a table."""


def paragraph(
    words: str,
    room: float,
    size: float,
    ink: str,
    *,
    bold: bool = False,
    most: int = MOST_LINES,
    leading: float = LEADING,
) -> Part:
    """Words in lines no wider than `room`, at most so many; those of a script that runs to the left end at the right
    edge."""
    lines = clamp(wrap(words, room, size, bold=bold), most, room, size, bold=bold)
    backwards, row = is_right_to_left(words), size * LEADING

    def draw(x: float, y: float, _: float) -> str:
        tops = [y + size * 0.97 + index * row for index in range(len(lines))]
        return tag("text", spans(words, lines, x, x + room, tops), font_size=size, fill=ink,
                   font_weight="bold" if bold else None, text_anchor="end" if backwards else None)  # fmt: skip

    return Part(len(lines) * row, draw)


def spans(words: str, lines: Sequence[str], left: float, right: float, tops: Sequence[float]) -> str:
    """The lines of a text, at the left edge, or at the right where its script runs to the left.

    Between words that a break parts stands a blank, so that they stay apart when the text is copied or read aloud.
    """
    backwards, found, blank = is_right_to_left(words), [], False
    rest, at = " ".join(words.split()).replace(SOFT_HYPHEN, ""), 0
    for line, top in zip(lines, tops, strict=True):
        at += len(line) if rest.startswith(line, at) else len(line) - 1  # it ends in a hyphen of its own
        after = rest[at : at + 1] == " "
        if backwards:  # typst knows no `direction`; a blank at the end would stand at the right edge
            found.append(tag("tspan", f"{' ' * blank}\u2067{escape(line)}\u2069", x=right, y=top))
        else:
            found.append(text_tag("tspan", line + " " * after, x=left, y=top))
        at, blank = at + after, after
    return "".join(found)


def name_with_note(name: str, note: str, room: float, size: float, theme: Theme) -> Part:
    """A bold name, and a quiet note: in the name's last line where there is room, else below."""
    lines = wrap(name, room, size, bold=True)
    above, below = paragraph(name, room, size, theme.ink, bold=True), paragraph(note, room, size, theme.quiet)
    used = width(lines[-1], size, bold=True) + 6 if lines and len(lines) <= MOST_LINES else room
    if used + width(note, size) > room or is_right_to_left(name):
        return stack([above, below])
    return beside([(0, above), (used, padded(below, 0, above.height - below.height, 0))])


def stack(parts: Sequence[Part], gap: float = 0.0) -> Part:
    """Parts below one another; the last one has the rest of the height."""
    tops = [0.0, *accumulate(part.height + gap for part in parts)]

    def draw(x: float, y: float, high: float) -> str:
        heights = [*(part.height for part in parts[:-1]), high - tops[len(parts) - 1]]
        return "".join(part.draw(x, y + top, h) for part, top, h in zip(parts, tops, heights, strict=False))

    return Part(tops[-1] - gap if parts else 0.0, draw)


def beside(parts: Sequence[tuple[float, Part]]) -> Part:
    """Parts next to one another, each at its distance from the left edge."""
    return Part(
        max(part.height for _, part in parts),
        lambda x, y, high: "".join(part.draw(x + at, y, high) for at, part in parts),
    )


def padded(part: Part, left: float, top: float, bottom: float | None = None) -> Part:
    """A part with space around it, in px."""
    bottom = top if bottom is None else bottom
    return Part(part.height + top + bottom, lambda x, y, high: part.draw(x + left, y + top, high - top - bottom))


def grouped(part: Part, wrapping: Callable[[str], str]) -> Part:
    """With its markup inside another element."""
    return Part(part.height, lambda x, y, high: wrapping(part.draw(x, y, high)), part.fill)


def rule(x: float, y: float, length: float, theme: Theme) -> str:
    """A level hairline from (x, y), of a length in px."""
    return tag("path", d=f"M{number(x)} {number(y)}h{number(length)}", stroke=theme.panel_line, stroke_width=1,
               fill="none")  # fmt: skip


def table(rows: Sequence[Sequence[Part]], widths: Sequence[float], theme: Theme) -> Part:
    """Rows of cells, each with its ground and a hairline around it; a row is as high as its highest cell."""
    lefts = [0.0, *accumulate(widths)]

    def line(row: Sequence[Part]) -> Part:
        def draw(x: float, y: float, high: float) -> str:
            cells = zip(row, lefts, widths, strict=False)
            return "".join(
                tag("rect", x=x + left, y=y, width=wide, height=high, fill=part.fill or theme.card,
                    stroke=theme.panel_line, stroke_width=1) + part.draw(x + left, y, high)
                for part, left, wide in cells
            )  # fmt: skip

        return Part(max(part.height for part in row), draw)

    return stack([line(row) for row in rows])


def flow(items: Sequence[tuple[float, Part]], room: float, between: float = 16.0, row: float = 16.0) -> Part:
    """Items of a known width one after the other, in as many rows as they need."""
    places, left, top = [], 0.0, 0.0
    for wide, part in items:
        if left and left + wide > room:
            left, top = 0.0, top + row
        places.append((left, top, part))
        left += wide + between
    return Part(
        top + row if items else 0.0,
        lambda x, y, _: "".join(part.draw(x + at, y + down, row) for at, down, part in places),
    )
