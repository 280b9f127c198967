"""Which font has a character: typst is asked, and then told in the SVG, so that a box stands only for what none has.

By itself it ends its search for another font, for a whole line, at the first character that no font has.
"""

from __future__ import annotations

import html
import json
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import groupby
from pathlib import Path
from typing import Any

from argmap.maps.errors import MapError
from argmap.maps.glyph_widths import REGULAR
from argmap.maps.markup import escape, text_tag
from argmap.maps.measure import clusters, width
from argmap.wording.extras import MissingExtra

BUNDLED = str(Path(__file__).parent / "fonts")
"""Liberation Sans and Mono (SIL Open Font License)."""
_USUAL = frozenset(char for chars in REGULAR.values() for char in chars)
"""Characters that Liberation Sans is known to have."""
_TAG = re.compile(r"(<[^<>]*>)")
_SIZE, _X = re.compile(r' font-size="([\d.]+)"'), re.compile(r' x="([-\d.]+)"')
_GLYPH = re.compile(rb'<use xlink:href="#(\w+)"')
_BOX = "\u25a1"
_NO_CHARACTER = "\U0010ffff"
"""Unicode promises that this never is one, so a font draws its box for it."""


def missing(svg: str, font_paths: tuple[str, ...]) -> tuple[str, ...]:
    """The characters in the texts of a map that no font has: ours, typst's, and those in the folders `font_paths`."""
    unusual = _unusual(svg)
    homes = _homes(unusual, font_paths)
    return tuple(char for char in unusual if char not in homes and unicodedata.category(char) != "Cf")


def with_fonts(svg: str, font_paths: tuple[str, ...]) -> str:
    """The map with the font named beside each run of characters that Liberation Sans has not."""
    unusual = _unusual(svg)
    homes = _homes(unusual, font_paths)
    if not unusual:
        return svg

    return "".join(_in_fonts(part, attributes, homes) if attributes else part for part, attributes in _parts(svg))


def letters(svg: str) -> int:
    """How many characters are drawn in a map."""
    return sum(len(part) for part, attributes in _parts(svg) if attributes)


def _parts(svg: str) -> Iterator[tuple[str, str]]:
    """A map as tags and what is between them; with each text the tags of its element and line, which are otherwise
    empty."""
    element = line = ""
    for number, part in enumerate(_TAG.split(svg)):
        is_tag = number % 2 == 1
        yield part, "" if is_tag or not element else element + line
        if part.startswith(("<text ", "</text")) and is_tag:
            element, line = part if part[1] == "t" else "", ""
        elif part.startswith("<tspan") and is_tag:
            line = part


def _in_fonts(line: str, attributes: str, homes: Mapping[str, str]) -> str:
    """A line with its fonts; each run after the first has its place, since typst sets what stands in one piece in the
    font of its rarest character."""
    if not any(map(_is_unusual, html.unescape(line))):
        return line
    size, at = _SIZE.search(attributes), _X.findall(attributes)
    bold, placed = "bold" in attributes, bool(size and at and "text-anchor" not in attributes)
    x, parts = float(at[-1]) if at else 0.0, list[str]()
    drawn = [_drawable(cluster, homes) for cluster in clusters(html.unescape(line))]
    for family, run in groupby(drawn, lambda one: one[1]):
        words = "".join(text for text, _ in run)
        start = x + (width(" ", float(size[1]), bold=bold) if size and words[0] == " " else 0.0)
        if parts and placed:
            parts.append(text_tag("tspan", words.lstrip(), font_family=family, x=start))
        else:
            parts.append(text_tag("tspan", words, font_family=family) if family else escape(words))
        x += width(words, float(size[1]), bold=bold) if size else 0.0
    return "".join(parts)


def _drawable(cluster: str, homes: Mapping[str, str]) -> tuple[str, str | None]:
    """What can be drawn of what a reader takes for one character, and the font: one box where its first is in none. A
    mark that the font has not is left out, and so is what makes an emoji of a digit or a symbol: typst would look for a
    font that has both and set the whole line in it."""
    family = next((homes[char] for char in cluster if char in homes and not _makes_emoji(char)), None)
    has = (not _is_unusual(char) or homes.get(char) == family is not None for char in cluster)
    drawn = "".join(char for char, there in zip(cluster, has, strict=True) if there and not _makes_emoji(char))
    return (drawn, family) if drawn[:1] == cluster[0] else (_BOX, None)


def _makes_emoji(char: str) -> bool:
    return "\ufe00" <= char <= "\ufe0f" or char == "\u20e3"


def fonts_in(folder: str) -> list[str]:
    """The families of the fonts that typst finds in a folder."""
    return _families((folder,), embedded=False)


def typeset(files: Mapping[str, bytes], font_paths: tuple[str, ...], **options: Any) -> list[bytes]:
    """The pages that typst makes of `main.typ`; a PDF is one piece. Raises MissingExtra without typst."""
    try:
        import typst
    except ImportError:
        raise MissingExtra("a map as PNG or PDF", "documents") from None
    try:
        made = typst.compile(dict(files), font_paths=[BUNDLED, *font_paths], ignore_system_fonts=True, **options)
    except typst.TypstError as error:
        raise MapError(f"typst cannot draw this map: {error}") from None
    return made if isinstance(made, list) else [bytes(made)]


def _unusual(svg: str) -> tuple[str, ...]:
    """The characters drawn in a map that Liberation Sans is not known to have, in order."""
    texts = html.unescape("".join(part for part, attributes in _parts(svg) if attributes))
    return tuple(sorted(filter(_is_unusual, set(texts))))


def _is_unusual(char: str) -> bool:
    """Whether it is drawn and Liberation Sans is not known to have it."""
    return not (char in _USUAL or char.isspace())


@lru_cache(maxsize=8)
def _homes(characters: tuple[str, ...], font_paths: tuple[str, ...]) -> Mapping[str, str]:
    """The family that has a character, for those that some family has, in the order in which they are to be used.

    A character for private use is what the fonts that were given say; what ours have there means something else.
    """
    given = _families(font_paths, embedded=False) if font_paths and characters else []
    ours = ["Liberation Sans", *_families((), embedded=True)] if characters else []
    homes: dict[str, str] = {}
    for family in [*ours[:1], *given, *ours[1:]]:
        left = [
            char for char in characters if char not in homes and (family in given or unicodedata.category(char) != "Co")
        ]
        homes |= dict.fromkeys(_drawn(left, family, font_paths), family)
    return homes


def _families(font_paths: tuple[str, ...], *, embedded: bool) -> list[str]:
    try:
        from typst import Fonts
    except ImportError:
        raise MissingExtra("a map as PNG or PDF", "documents") from None
    found = Fonts(include_system_fonts=False, include_embedded_fonts=embedded, font_paths=list(font_paths))
    return list(found.families())


def _drawn(characters: Sequence[str], family: str, font_paths: tuple[str, ...]) -> list[str]:
    """Those of the characters that a family draws, and not the box that it has for what can be no character."""
    if not characters:
        return []
    font = json.dumps(family, ensure_ascii=False)
    setting = f"#set page(width: 2cm, height: 2cm, margin: 0pt)\n#set text(font: {font}, fallback: false)\n"
    pages = (f'#text("\\u{{{ord(char):x}}}")\n' for char in (*characters, _NO_CHARACTER))
    made = typeset({"main.typ": (setting + "#pagebreak()\n".join(pages)).encode()}, font_paths, format="svg")
    *found, box = (set(_GLYPH.findall(page)) for page in made)
    return [char for char, glyphs in zip(characters, found, strict=True) if glyphs != box]
