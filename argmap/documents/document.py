"""A document without a format: what all prose is made of and every writer reads.

Headings, paragraphs, lists, tables, cards and figures, each a frozen value. Text is plain text: escaping is the
writers' work, so that nothing in the data can become markup. `Document.anchors` are the places that links may name.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import ClassVar, Literal

from argmap.evaluation.framework import Label
from argmap.wording.markdown_text import tidy as tidy

SIGNS = {Label.IN: "✓", Label.OUT: "✗", Label.UNDEC: "?"}
"""A sign beside each word for a label, so that a list can be read down its edge."""

Style = Literal["plain", "strong", "em", "quote", "code", "cite", "read", "added", "removed"]


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one style; `cite` is the name and year of a source, `read` what is read aloud of a passage;
    `added` and `removed` are for two wordings in one."""

    kind: ClassVar[str] = "run"
    text: str
    style: Style = "plain"


@dataclass(frozen=True, slots=True)
class Link:
    """A link out of the document; only http and https addresses become one."""

    kind: ClassVar[str] = "link"
    text: str
    href: str


@dataclass(frozen=True, slots=True)
class Ref:
    """A link to an anchor of this document; plain text where the document has no such anchor."""

    kind: ClassVar[str] = "ref"
    text: str
    to: str
    style: Style = "plain"


@dataclass(frozen=True, slots=True)
class Pill:
    """The force of an argument, or the standing of a claim: a sign and a word, never colour alone."""

    kind: ClassVar[str] = "pill"
    label: Label
    force: str = ""
    """The word for an argument; without one it is that of a standing."""

    @property
    def word(self) -> str:
        """The word on the pill."""
        return self.force or self.label.word


@dataclass(frozen=True, slots=True)
class Meter:
    """The strength of a statement, from 0 to 1, as a figure and a bar; `value` is None where it did not settle."""

    kind: ClassVar[str] = "meter"
    value: float | None
    figure: str


@dataclass(frozen=True, slots=True)
class Tag:
    """A statement's id, small, so that people find it in the files; `href` leads there."""

    kind: ClassVar[str] = "tag"
    id: str
    href: str | None = None


@dataclass(frozen=True, slots=True)
class NoteMark:
    """The figure of a note: the note itself is the line of this number, from one, in `Document.notes`."""

    kind: ClassVar[str] = "note"
    number: int

    @property
    def text(self) -> str:
        """The figure, raised."""
        return str(self.number).translate(_RAISED)


_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")

Inline = Run | Link | Ref | Pill | Meter | Tag | NoteMark
Line = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 2 to 4; the document's title is level 1. Debaters call what stands on the levels pocket, hat,
    block and tag. On paper a page begins with it where it `turns`."""

    kind: ClassVar[str] = "heading"
    level: int
    line: Line
    anchor: str | None = None
    turns: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `lead` is the answer that a memo begins with, `note` is small print, `todo` is work to do, `words`
    are what a statement says."""

    kind: ClassVar[str] = "paragraph"
    line: Line
    style: Literal["plain", "lead", "note", "todo", "words"] = "plain"
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list: a line and what hangs below it."""

    line: Line
    below: tuple[Block, ...] = ()
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class Items:
    """A list, numbered or not; `are_cards` where each item is a tag, and what hangs below it its cites and passages;
    `signed` where each begins with a sign, which stands for the bullet."""

    kind: ClassVar[str] = "items"
    items: tuple[Item, ...]
    numbered: bool = False
    are_cards: bool = False
    signed: bool = False


@dataclass(frozen=True, slots=True)
class Index:
    """What a document consists of, in the place of the contents that a writer would make."""

    kind: ClassVar[str] = "index"
    entries: tuple[Ref, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table; its first cell is the row's header."""

    cells: tuple[Line, ...]
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a header row and a caption."""

    kind: ClassVar[str] = "table"
    caption: str
    head: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """A debate card: the tag says what it proves; `body` is cites, quotes and what each source says; answers below."""

    kind: ClassVar[str] = "card"
    tag: Line
    body: tuple[Block, ...] = ()
    anchor: str | None = None
    style: Literal["ours", "theirs"] = "ours"


@dataclass(frozen=True, slots=True)
class CardEvidence:
    """One source of a card: who says it, their words (a quote, or the passage as cut) and what they come to."""

    kind: ClassVar[str] = "evidence"
    cite: Line
    quote: str | None = None
    says: Line = ()
    passage: Line = ()

    @property
    def is_marked(self) -> bool:
        """Whether some of the passage is read aloud and the rest is not."""
        return any(isinstance(part, Run) and part.style == "read" for part in self.passage)


@dataclass(frozen=True, slots=True)
class Figure:
    """A map: SVG text that the maps layer made, shown where the format can."""

    kind: ClassVar[str] = "figure"
    svg: str
    caption: str

    @property
    def alternative(self) -> str:
        """What is said to those who do not see it: the caption, and how the picture describes itself."""
        described = re.search(r"<desc[^<>]*>([^<]*)</desc>", self.svg)
        return f"{self.caption}: {html.unescape(described[1])}" if described else self.caption


@dataclass(frozen=True, slots=True)
class Terms:
    """A list of words, each with what it means."""

    kind: ClassVar[str] = "terms"
    entries: tuple[tuple[Line, Line], ...]


Block = Heading | Paragraph | Items | Index | Table | Card | CardEvidence | Figure | Terms


class UnwritableError(Exception):
    """A document that a format cannot be made of: for want of memory, or of a font. The message says what to do."""


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document: title, subtitle, blocks in their order, footer and notes."""

    title: str
    subtitle: str
    blocks: tuple[Block, ...]
    footer: Line = ()
    notes: tuple[Line, ...] = ()
    """What the figures in the text lead to."""
    anchors: frozenset[str] = field(default_factory=frozenset)
    plain: bool = False
    """Whether it is for analysts, who have no use for the conventions of debaters."""
    paper: str | None = None
    """The sheet that it is to be printed on, `a4` or `letter`, where somebody has said it."""
    png: Callable[[str, float], bytes] | None = None
    """Makes a PNG of the SVG of a figure, with so many dots in a px; Word shows no figures without it."""


def blocks_of(document: Document) -> Iterator[Block | Item | Row]:
    """Every block, item and row in reading order."""
    stack: list[Block | Item | Row] = list(reversed(document.blocks))
    while stack:
        block = stack.pop()
        yield block
        stack.extend(reversed(_inside(block)))


def _inside(block: Block | Item | Row) -> tuple[Block | Item | Row, ...]:
    if isinstance(block, Items):
        return block.items
    if isinstance(block, Item):
        return block.below
    if isinstance(block, Table):
        return block.rows
    return block.body if isinstance(block, Card) else ()


def parts_of(document: Document) -> Iterator[Inline]:
    """What its lines are made of, in reading order."""
    return (part for block in blocks_of(document) for line in _lines(block) for part in line)


def words_of(blocks: Iterable[Block]) -> str:
    """The words of some blocks, without those of figures."""
    return " ".join(getattr(part, "text", "") for part in parts_of(Document("", "", tuple(blocks))))


def links(blocks: Iterable[Block]) -> set[str]:
    """The anchors that some blocks link to."""
    return {part.to for part in parts_of(Document("", "", tuple(blocks))) if isinstance(part, Ref)}


def _lines(block: Block | Item | Row) -> tuple[Line, ...]:
    if isinstance(block, Row):
        return block.cells
    if isinstance(block, Terms):
        return tuple(line for entry in block.entries for line in entry)
    if isinstance(block, Card):
        return (block.tag,)
    if isinstance(block, CardEvidence):
        return (block.cite, block.says)
    return (block.line,) if isinstance(block, Heading | Paragraph | Item) else ()


def anchor_of(block: Block | Item | Row) -> str | None:
    """The place that a block is, if it is one."""
    return getattr(block, "anchor", None)


def with_index(blocks: Iterable[Block]) -> Iterator[Block]:
    """Some blocks, an index as a list below a heading."""
    for block in blocks:
        if isinstance(block, Index):
            entries = tuple(Item((entry,)) for entry in block.entries)
            yield from (Heading(2, (Run("Index"),), "_index"), Items(entries, block.numbered))
        else:
            yield block


MOST_COLUMNS = 8
"""A table of more columns cannot be read on a sheet, or beside a text."""


def on_its_side(table: Table, corner: str) -> Table:
    """A table that has too many columns, and fewer rows, with its columns as rows below `corner`; else as it is."""
    if len(table.head) <= MOST_COLUMNS or len(table.rows) >= len(table.head):
        return table
    head = (corner, *("".join(getattr(part, "text", "") for part in row.cells[0]) for row in table.rows))
    columns = zip(table.head[1:], zip(*(row.cells[1:] for row in table.rows), strict=True), strict=True)
    return replace(table, head=head, rows=tuple(Row(((Run(name),), *cells)) for name, cells in columns))


def with_notes(document: Document) -> tuple[Block, ...]:
    """The blocks of a document for formats without footnotes: index and notes are lists below headings."""
    items = tuple(Item(note, (), f"_note-{number}") for number, note in enumerate(document.notes, 1))
    notes = (Heading(2, (Run("Notes"),), "_notes"), Items(items, numbered=True)) if items else ()
    return (*with_index(document.blocks), *notes)


def document(
    title: str, subtitle: str, blocks: Iterable[Block], footer: Line = (), notes: Iterable[Line] = ()
) -> Document:  # fmt: skip
    """A document with its anchors counted. Where a statement stands twice, its anchor is the first place."""
    drafted = Document(tidy(title), tidy(subtitle), tuple(blocks), footer, tuple(notes))
    anchors = frozenset(anchor for block in blocks_of(drafted) if (anchor := anchor_of(block)))
    return replace(drafted, anchors=anchors)
