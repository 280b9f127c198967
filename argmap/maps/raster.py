"""SVG to PNG and PDF by typst, with the fonts that argmap brings, so that every machine gives the same bytes."""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from argmap.maps.errors import MapError
from argmap.maps.glyphs import letters, typeset, with_fonts

_SIZE = re.compile(r'<svg[^>]*? width="([0-9.]+)" height="([0-9.]+)"')
_MM = 25.4 / 96
_HEADER = 33
"""Of a PNG, in bytes: its signature and the chunk with its size."""
_MOST_PIXELS, _MOST_ENLARGED = 40_000_000, 250_000_000
"""Of a PNG in the map's own size, or smaller; and of a larger one, which somebody has asked for: ten bytes each."""
_MOST_BYTES, _LETTER = 10_000_000, 20
"""Of all its SVG, in which a letter that is drawn counts as so many; typst takes forty times as much memory
(measured)."""


def png(svg: str, scale: float, font_paths: tuple[str, ...]) -> bytes:
    """A picture of `scale` dots for each px, which prints at the map's own size (96 px to the inch)."""
    wide, high = _size(svg)
    if wide * high * min(scale, 1.0) ** 2 > _MOST_PIXELS or wide * high * scale**2 > _MOST_ENLARGED:
        size = f"{wide * scale:.0f} x {high * scale:.0f} px"
        raise MapError(f"a PNG of {size} is too large: choose SVG or PDF, or draw a part")
    made = _compiled(_natural(svg), font_paths, format="png", ppi=96.0 * scale)
    return made[:_HEADER] + _resolution(scale) + made[_HEADER:]


def _resolution(scale: float) -> bytes:
    """The chunk of a PNG that says how many dots there are to the metre; typst writes none."""
    dots = round(1000 * scale / _MM)
    named = b"pHYs" + struct.pack(">IIB", dots, dots, 1)
    return struct.pack(">I", len(named) - 4) + named + struct.pack(">I", zlib.crc32(named))


def pdf(svg: str, font_paths: tuple[str, ...]) -> bytes:
    """One page of the map's own size (96 px to the inch)."""
    return book(_natural(svg), font_paths)


@dataclass(frozen=True)
class Page:
    """A picture on a sheet of a size in mm, as large as its margins allow."""

    svg: str
    wide: float
    high: float
    margin: float = 0.0


def book(pages: Sequence[Page], font_paths: tuple[str, ...]) -> bytes:
    """A PDF of these pages. Raises MissingExtra without typst."""
    return _compiled(pages, font_paths, format="pdf")


def _size(svg: str) -> tuple[float, float]:
    found = _SIZE.match(svg)
    if found is None:
        raise MapError("argmap did not draw this map: it has no width and height")
    return float(found[1]), float(found[2])


def _natural(svg: str) -> list[Page]:
    wide, high = _size(svg)
    return [Page(svg, wide * _MM, high * _MM)]


def _compiled(pages: Sequence[Page], font_paths: tuple[str, ...], **options: Any) -> bytes:
    if sum(len(page.svg) + _LETTER * letters(page.svg) for page in pages) > _MOST_BYTES:
        raise MapError(
            "this map is too large for a PDF or PNG: choose SVG, or draw a part of the debate (--position, --focus, "
            "--core), or its overview (--view overview)"
        )
    main, files = "#set document(date: none)\n", dict[str, bytes]()
    for number, page in enumerate(pages):
        main += (
            f"#page(width: {page.wide}mm, height: {page.high}mm, margin: {page.margin}mm, "
            f'image("{number}.svg", width: 100%, height: 100%, fit: "contain", alt: "Argument map"))\n'
        )
        files[f"{number}.svg"] = with_fonts(page.svg, font_paths).encode()
    return typeset({"main.typ": main.encode(), **files}, font_paths, **options)[0]
