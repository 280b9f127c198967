"""Two maps beside each other in one picture, such as a debate before and after a change."""

from __future__ import annotations

import re

from argmap.maps.markup import attributes, number, tag, text, text_tag
from argmap.maps.svg import style
from argmap.maps.theme import FONT, Theme, theme_named

_GAP, _TOP, _SIZE, _EDGE = 24.0, 52.0, 20.0, 28.0
_ROOT = re.compile(r'<svg[^<>]*? width="([0-9.]+)" height="([0-9.]+)"')


def beside(maps: tuple[str, ...], titles: tuple[str, ...], description: str, theme: str | Theme = "auto") -> str:
    """The maps as one SVG, each below its title. They must have been drawn with different prefixes."""
    theme = theme_named(theme)
    sizes = [_size(svg) for svg in maps]
    wide, high = sum(width for width, _ in sizes) + _GAP * (len(maps) - 1), max(height for _, height in sizes) + _TOP
    head = attributes({
        "xmlns": "http://www.w3.org/2000/svg", "width": wide, "height": high, "role": "graphics-document document",
        "viewBox": f"0 0 {number(wide)} {number(high)}", "aria-labelledby": "beside-title", "font-family": FONT,
        "class": f"argmap {theme.name}",
    })  # fmt: skip
    ground = tag("rect", width=wide, height=high, fill=theme.ground)
    parts = [text_tag("title", description, id="beside-title"), style(theme), ground]
    x = 0.0
    for svg, title, (width, _) in zip(maps, titles, sizes, strict=True):
        parts.append(text(title, x + _EDGE, _TOP - 18, _SIZE, theme.ink, bold=True))
        parts.append(svg.rstrip("\n").replace("<svg", f'<svg x="{number(x)}" y="{number(_TOP)}"', 1))
        x += width + _GAP
        if x < wide:
            parts.append(tag("path", d=f"M{number(x - _GAP / 2)} 0v{number(high)}", stroke=theme.panel_line,
                             stroke_width=1.5, fill="none"))  # fmt: skip
    return f"<svg{head}>{''.join(parts)}</svg>\n"


def _size(svg: str) -> tuple[float, float]:
    found = _ROOT.search(svg)
    assert found is not None, "a map begins with its size"
    return float(found[1]), float(found[2])
