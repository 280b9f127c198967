"""SVG to PNG and PDF by typst, with the fonts that argmap brings, so that every machine gives the same bytes."""

from __future__ import annotations

import re
from typing import Any

from argmap.maps.errors import MapError
from argmap.maps.glyphs import typeset, with_fonts

_SIZE = re.compile(r'<svg[^>]*? width="([0-9.]+)" height="([0-9.]+)"')
_MOST_PIXELS = 250_000_000


def png(svg: str, scale: float, font_paths: tuple[str, ...]) -> bytes:
    """A picture of `scale` dots for each px."""
    wide, high = _size(svg)
    if wide * high * scale * scale > _MOST_PIXELS:
        size = f"{wide * scale:.0f} x {high * scale:.0f} px"
        raise MapError(f"a PNG of {size} is too large: choose SVG or PDF, or draw a part")
    return _compiled(svg, font_paths, format="png", ppi=96.0 * scale)


def pdf(svg: str, font_paths: tuple[str, ...]) -> bytes:
    """One page of the map's own size (96 px to the inch)."""
    return _compiled(svg, font_paths, format="pdf")


def _size(svg: str) -> tuple[float, float]:
    found = _SIZE.match(svg)
    if found is None:
        raise MapError("argmap did not draw this map: it has no width and height")
    return float(found[1]), float(found[2])


def _compiled(svg: str, font_paths: tuple[str, ...], **options: Any) -> bytes:
    wide, high = _size(svg)
    svg = with_fonts(svg, font_paths)
    page = (
        f"#set page(width: {wide * 0.75}pt, height: {high * 0.75}pt, margin: 0pt)\n"
        "#set document(date: none)\n"
        f'#image("map.svg", width: {wide * 0.75}pt, height: {high * 0.75}pt, alt: "Argument map")\n'
    )
    return typeset({"main.typ": page.encode(), "map.svg": svg.encode()}, font_paths, **options)[0]
