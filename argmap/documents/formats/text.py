"""Plain text for a terminal: wrapped paragraphs, and lists indented by their depth. The caller shows the title."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence

from argmap.documents.document import (
    SIGNS,
    Block,
    Card,
    Document,
    Evidence,
    Heading,
    Inline,
    Item,
    Items,
    Line,
    Meter,
    Paragraph,
    Pill,
    Table,
    Tag,
    Terms,
)  # fmt: skip

NAME = "text"
SUFFIX = ".txt"


def write(document: Document, width: int = 80) -> str:
    """A document's blocks as text; a heading and a note stand after an empty line."""
    return "\n".join([*_blocks(document.blocks, 0, width), *_footer(document, width)]).lstrip("\n") + "\n"


def wrapped(text: str, depth: int, width: int) -> list[str]:
    """The lines of a paragraph at a depth of indentation."""
    indent = "  " * depth
    return textwrap.wrap(
        text, max(width, 20 + len(indent)), initial_indent=indent, subsequent_indent=indent + "    " * bool(depth),
        break_long_words=False, break_on_hyphens=False,
    )  # fmt: skip


def _footer(document: Document, width: int) -> list[str]:
    return ["", *wrapped(_line(document.footer), 0, width)] if document.footer else []


def _blocks(blocks: Iterable[Block], depth: int, width: int) -> Iterator[str]:
    for block in blocks:
        yield from _block(block, depth, width)


def _block(block: Block, depth: int, width: int) -> Iterator[str]:
    match block:
        case Heading(_, line):
            yield from ("", *wrapped(_line(line), depth, width))
        case Paragraph():
            yield from _paragraph(block, depth, width)
        case Items():
            for item in block.items:
                yield from _item(item, depth + 1, width)
        case Table():
            yield from _table(block)
        case Card(tag, body):
            yield from ("", *wrapped(_line(tag), depth, width), *_blocks(body, depth + 1, width))
        case Evidence():
            yield from _evidence(block, depth, width)
        case Terms(entries):
            for term, meaning in entries:
                yield from wrapped(f"{_line(term)}: {_line(meaning)}", depth + 1, width)


def _paragraph(block: Paragraph, depth: int, width: int) -> Iterator[str]:
    if block.style == "words":
        yield from wrapped(f"It says: {_line(block.line)}", depth + 1, width)
    else:
        yield from ([""] if block.style == "note" else [])
        yield from wrapped(_line(block.line), depth, width)


def _evidence(block: Evidence, depth: int, width: int) -> Iterator[str]:
    quote = f"“{block.quote}”" if block.quote else ""
    for text in (_line(block.cite), quote, _line(block.passage), _line(block.says)):
        yield from wrapped(text, depth, width)


def _item(item: Item, depth: int, width: int) -> Iterator[str]:
    yield from wrapped(_line(item.line), depth, width)
    yield from _blocks(item.below, depth, width)


def _table(table: Table) -> Iterator[str]:
    rows = [list(table.head), *([_line(cell) for cell in row.cells] for row in table.rows)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    yield from ("", *(_row(row, widths) for row in rows))


def _row(cells: Sequence[str], widths: Sequence[int]) -> str:
    return "  ".join(f"{cell:<{width}}" for cell, width in zip(cells, widths, strict=True)).rstrip()


def _line(line: Line) -> str:
    return "".join(map(_inline, line)).strip()


def _inline(part: Inline) -> str:
    if isinstance(part, Pill):
        return f"{SIGNS[part.label]} {part.word}"
    if isinstance(part, Meter):
        return "(no strength)" if part.value is None else f"(strength {part.figure})"
    return f"({part.id})" if isinstance(part, Tag) else part.text
