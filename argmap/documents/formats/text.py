"""Plain text for a terminal: wrapped paragraphs, and lists indented by their depth. The caller shows the title."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Iterable, Iterator, Sequence

from argmap.documents.document import (
    SIGNS,
    Block,
    Card,
    CardEvidence,
    Document,
    Heading,
    Inline,
    Item,
    Items,
    Line,
    Meter,
    Paragraph,
    Pill,
    Run,
    Table,
    Tag,
    Terms,
    with_notes,
)  # fmt: skip
from argmap.evaluation.framework import Label
from argmap.wording.unseen_characters import seen

NAME = "text"
CHANGES = {"removed": "[-{}-]", "added": "{{+{}+}}"}
_FIGURE = re.compile(r"[0-9.,]+|-")


Paint = Callable[[str, Label], str]
"""Gives the words of a label its colour on a terminal."""


def write(document: Document, width: int = 80, paint: Paint | None = None) -> str:
    """A document's blocks as text; a heading, a table and a note stand after an empty line. In tables, labels are
    painted."""
    lines = [*_blocks(with_notes(document), 0, width, paint), *_footer(document, width)]
    return "\n".join(lines).lstrip("\n") + "\n"


def wrapped(text: str, depth: int, width: int) -> list[str]:
    """The lines of a paragraph at a depth of indentation."""
    indent = "  " * depth
    return textwrap.wrap(
        text, max(width, 20 + len(indent)), initial_indent=indent, subsequent_indent=indent + "    " * bool(depth),
        break_long_words=False, break_on_hyphens=False,
    )  # fmt: skip


def _footer(document: Document, width: int) -> list[str]:
    return ["", *wrapped(_line(document.footer), 0, width)] if document.footer else []


def _blocks(blocks: Iterable[Block], depth: int, width: int, paint: Paint | None = None) -> Iterator[str]:
    for block in blocks:
        yield from _table(block, paint) if isinstance(block, Table) else _block(block, depth, width)


def _block(block: Block, depth: int, width: int) -> Iterator[str]:
    match block:
        case Heading(_, line):
            yield from ("", *wrapped(_line(line), depth, width))
        case Paragraph():
            yield from _paragraph(block, depth, width)
        case Items():
            for item in block.items:
                yield from _item(item, depth + 1, width)
        case Card(tag, body):
            yield from ("", *wrapped(_line(tag), depth, width), *_blocks(body, depth + 1, width))
        case CardEvidence():
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


def _evidence(block: CardEvidence, depth: int, width: int) -> Iterator[str]:
    quote = f"“{block.quote}”" if block.quote else ""
    for text in (_line(block.cite), quote, _line(block.passage), _line(block.says)):
        yield from wrapped(text, depth, width)


def _item(item: Item, depth: int, width: int) -> Iterator[str]:
    yield from wrapped(_line(item.line), depth, width)
    yield from _blocks(item.below, depth, width)


def _table(table: Table, paint: Paint | None) -> Iterator[str]:
    """Columns below their heads, figures to the right; colour takes room that nobody sees."""
    columns = list(zip(table.head, *(map(_line, row.cells) for row in table.rows), strict=True))
    padded = list(zip(*map(_column, columns), strict=True))
    yield from ("", "  ".join(padded[0]).rstrip())
    for row, cells in zip(table.rows, padded[1:], strict=True):
        labels = [next((part.label for part in cell if isinstance(part, Pill)), None) for cell in row.cells]
        painted = (paint(cell, of) if paint and of else cell for cell, of in zip(cells, labels, strict=True))
        yield "  ".join(painted).rstrip()


def _column(cells: Sequence[str]) -> list[str]:
    width, to_the_right = max(map(len, cells)), all(map(_FIGURE.fullmatch, cells[1:]))
    return [f"{cell:>{width}}" if to_the_right else f"{cell:<{width}}" for cell in cells]


def _line(line: Line) -> str:
    return "".join(map(_inline, line)).strip()


def _inline(part: Inline) -> str:
    return seen(_words(part))


def _words(part: Inline) -> str:
    if isinstance(part, Pill):
        return f"{SIGNS[part.label]} {part.word}"
    if isinstance(part, Meter):
        return "(no strength)" if part.value is None else f"(strength {part.figure})"
    if isinstance(part, Run) and part.style in CHANGES:
        return CHANGES[part.style].format(part.text)
    return f"({part.id})" if isinstance(part, Tag) else part.text
