"""What formats for paper make of a document: contents where it is long, columns as wide as
their words need, pictures as large as a sheet allows, names for the places that links lead to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from zlib import crc32

from argmap.documents.document import (
    SIGNS,
    Block,
    Figure,
    Heading,
    Index,
    Inline,
    Items,
    Meter,
    Paragraph,
    Pill,
    Row,
    Table,
    Tag,
    words_of,
)  # fmt: skip

_FEWEST_HEADINGS, _FEWEST_WORDS = 3, 2000
"""A document with fewer sections or words has no contents."""
_LONGEST_NAME = 40
"""How many characters Word allows the name of a bookmark."""
WIDE = 9638
"""How wide the text is, in twentieths of a point, on A4 with the margins of a memo; others differ a little."""
WIDE_ACROSS = 14570
_NARROWEST = 620
LONGEST_WORD = 25
"""A word of more letters is broken: it would run off the sheet, and leave other columns no room."""
_LETTER = 100
"""How wide a letter in a table is at most in Word, in twentieths of a point."""
_BOLD = 1.15
"""How much wider the letters of a first column are."""
_BITS = 24
"""In so many parts the room is dealt out that no column needs for its longest word."""
_MANY_COLUMNS = 7
"""A table with so many columns gets a landscape page of its own …"""
_MANY_LETTERS = 500
"""… if its rows have as many letters."""
_FEW_LETTERS = 700
"""A table of no more letters is not parted between pages."""
TO_WRITE_IN = 800
"""How high a row to write in is at least, in twentieths of a point."""
_HIGHEST = 12800
"""How high a picture may be below a heading, in twentieths of a point, on A4 and Letter."""
_PX = 15
"""Twentieths of a point in a px."""
_SIZE = re.compile(r'<svg[^<>]*? width="([0-9.]+)" height="([0-9.]+)"')


def part_text(part: Inline) -> str:
    """What a part of a line says."""
    if isinstance(part, Pill):
        return f"{SIGNS[part.label]}\u00a0{part.word}"
    if isinstance(part, Meter):
        return "no strength" if part.value is None else f"strength {part.figure}"
    return part.id if isinstance(part, Tag) else part.text


def bookmark_names(anchors: Iterable[str]) -> dict[str, str]:
    """A name for each anchor that Word and typst take for a bookmark, no two alike whatever their case."""
    names: dict[str, str] = {}
    taken: set[str] = set()
    for anchor in sorted(anchors):
        name = re.sub(r"\W", "_", anchor, flags=re.ASCII)
        name = name if name[:1].isalpha() or name[:1] == "_" else f"_{name}"
        if len(name) > _LONGEST_NAME or name.casefold() in taken:
            name = f"{name[:31]}_{crc32(anchor.encode()):08x}"
        taken.add(name.casefold())
        names[anchor] = name
    return names


def needs_contents(blocks: Sequence[Block]) -> bool:
    """Whether a document needs contents: a long one that has no index of its own."""
    if any(isinstance(block, Index) for block in blocks):
        return False
    sections = sum(isinstance(block, Heading) and block.level == 2 for block in blocks)
    return sections >= _FEWEST_HEADINGS and len(words_of(blocks).split()) >= _FEWEST_WORDS


def is_wide(table: Table) -> bool:
    """Whether a table needs a sheet across to itself: many columns of many words."""
    letters = sum(len(part_text(part)) for row in table.rows for cell in row.cells for part in cell)
    return len(table.head) >= _MANY_COLUMNS and letters >= _MANY_LETTERS * len(table.rows) > 0


def is_short(table: Table) -> bool:
    """Whether a table is so short that it is not parted between pages."""
    return sum(len(part_text(part)) for row in table.rows for cell in row.cells for part in cell) <= _FEW_LETTERS


def is_to_write_in(row: Row) -> bool:
    """Whether a row has nothing but its header: it is to be written in."""
    return len(row.cells) > 1 and not any(row.cells[1:])


def with_next(blocks: Iterable[Block]) -> Iterator[tuple[Block, bool]]:
    """Some blocks, each with whether it is a paragraph that introduces a list of cards, and so stays with it."""
    every = list(blocks)
    for block, following in zip_longest(every, every[1:]):
        yield block, isinstance(block, Paragraph) and isinstance(following, Items) and following.are_cards


def column_widths(table: Table, wide: int = WIDE, letter: int = _LETTER) -> list[int]:
    """How wide each column is: none narrower than its longest word needs, as far as that goes; what is left goes, bit
    by bit, to the column that makes most rows high; a column without text is to be written in. `letter` is how wide a
    letter is at most."""
    texts = [table.head, *(["".join(map(part_text, cell)) for cell in row.cells] for row in table.rows)]
    columns = (" ".join(column).split(" ") for column in zip(*texts, strict=True))
    longest = [min(LONGEST_WORD, max(map(len, column), default=0)) for column in columns]
    widths = [max(_NARROWEST, 160 + letter * letters) for letters in longest]
    room = wide - sum(widths)
    if room <= 0:
        return [wide * each // sum(widths) for each in widths]
    blank = {n for n, column in enumerate(zip(*texts[1:], strict=True)) if not any(column)}
    rows = [[len(max(row, key=len) if n in blank else text) * (_BOLD if n == 0 else 1) for n, text in enumerate(row)]
            for row in texts]  # fmt: skip
    for _ in range(_BITS):
        needed = [0.0] * len(widths)
        for row in rows:
            heights = [letters / width for letters, width in zip(row, widths, strict=True)]
            needed[heights.index(max(heights))] += max(heights)
        widths[needed.index(max(needed))] += room // _BITS
    return widths


def size_on_paper(figure: Figure) -> tuple[int, int, float]:
    """How wide and high a picture is, in twentieths of a point, and by how much it was made smaller to fit on a sheet;
    nothing for a picture that does not say its size."""
    if (found := _SIZE.search(figure.svg)) is None:
        return 0, 0, 0.0
    wide, high = float(found[1]) * _PX, float(found[2]) * _PX
    scale = min(1, WIDE / wide, _HIGHEST / high)
    return int(wide * scale), int(high * scale), scale
