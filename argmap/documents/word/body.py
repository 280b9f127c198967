"""The blocks of a document as WordprocessingML, in the two looks that a Word document can have.

For debaters, by the conventions that their macros know: the title is a pocket, sections are hats and blocks, the words
of a card are a tag; then its cite in one paragraph, with name and year in the style Cite, and its passage in another,
with what is read underlined and highlighted. For analysts: title, contents, headings, quotations, footnotes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from argmap.documents.document import (
    Block,
    Card,
    CardEvidence,
    Figure,
    Heading,
    Item,
    Items,
    Line,
    Paragraph,
    Row,
    Run,
    Table,
    Terms,
)  # fmt: skip
from argmap.documents.for_paper import (
    TO_WRITE_IN,
    WIDE,
    WIDE_ACROSS,
    column_widths,
    is_short,
    is_to_write_in,
    is_wide,
    part_text,
    size_on_paper,
    with_next,
)  # fmt: skip
from argmap.documents.word.package import FOOTER
from argmap.documents.word.runs import STRONG, Inlines, is_right_to_left, picture, run

_EMU = 635
"""So many of the units of pictures are a twentieth of a point."""
_DENSE = 3.0
"""Dots of a picture in a px of 96 to the inch: what a printer shows."""
_DEEPEST = 8
"""Word's lists have nine levels."""
_LONG_CELL = 400
"""A row with a cell of as many letters may be parted between pages."""

PAPERS = {"letter": (12240, 15840), "a4": (11906, 16838)}
"""Wide and high, in twentieths of a point."""
_KEPT = "<w:keepNext/>"
_STYLES = {"lead": "Lead", "words": "Lead", "todo": "Lead", "note": "Note"}


@dataclass
class Body:
    """What writes blocks: the look, the lines of its part of the package, and the lists it has begun."""

    inlines: Inlines
    plain: bool
    paper: str
    png: Callable[[str, float], bytes] | None = None
    pictures: dict[str, bytes] = field(default_factory=dict)
    lists: list[bool] = field(default_factory=list)
    """Of each list of the document, whether it is numbered: each counts from one."""
    _begun: int = 0
    """The level of the heading that the page began with, while no heading of its own level or above has followed."""

    def blocks(self, blocks: Iterable[Block], depth: int = 0) -> Iterator[str]:
        """Some blocks; `depth` is how many lists they stand in."""
        for block, introduces in with_next(blocks):
            if introduces and isinstance(block, Paragraph):
                yield self.line(block.line, _STYLES.get(block.style, ""), block.anchor, _KEPT, depth=depth)
            else:
                yield from self._block(block, depth)

    def title(self, title: str, subtitle: str) -> Iterator[str]:
        """What the document is called."""
        yield paragraph(run(title), "Title" if self.plain else "Heading1", self._placed(1))
        if subtitle:
            yield paragraph(run(subtitle), "Subtitle")

    def line(
        self, line: Line, style: str = "", anchor: str | None = None, more: str = "", look: str = "", depth: int = 0
    ) -> str:  # fmt: skip
        """A paragraph of one line; `depth` is how many lists it stands in."""
        bidi = "<w:bidi/>" if is_right_to_left(line) else ""
        return paragraph(
            self.inlines.places.mark(anchor) + self.inlines.line(line, look), style, more + bidi + _indented(depth)
        )

    def _placed(self, level: int) -> str:
        """Where a heading begins no page although its style says so: the first hat below its pocket, the first block
        below its hat."""
        is_first, self._begun = level > self._begun, level
        return '<w:pageBreakBefore w:val="0"/>' if is_first and not self.plain and level <= 3 else ""

    def _block(self, block: Block, depth: int) -> Iterator[str]:
        match block:
            case Heading():
                yield self._heading(block)
            case Paragraph(line, style, anchor):
                yield self.line(line, _STYLES.get(style, ""), anchor, depth=depth)
            case Items():
                yield from self._items(block, depth)
            case Table():
                yield from self._table(block)
            case Card():
                yield from self._card(block)
            case CardEvidence():
                yield from self._evidence(block)
            case Terms(entries):
                for term, text in entries:
                    yield self.line((*(Run(part_text(part), "strong") for part in term), Run(": "), *text))
            case Figure():
                yield from self._figure(block)

    def _heading(self, block: Heading) -> str:
        level = block.level - 1 if self.plain else block.level
        turned = "<w:pageBreakBefore/>" * (self.plain and block.turns)
        return self.line(block.line, f"Heading{level}", block.anchor, self._placed(block.level) + turned)

    def _card(self, card: Card) -> Iterator[str]:
        """Tag, cites and passages; for debaters these come first, since their programs look for them there."""
        tag = "Heading4" if any(isinstance(block, CardEvidence) for block in card.body) else "Analytic"
        yield self.line(card.tag, "Tag" if self.plain else tag, card.anchor)
        body: Sequence[Block] = card.body
        if not self.plain:
            body = sorted(body, key=lambda block: not isinstance(block, CardEvidence))
        yield from self.blocks(body)

    def _evidence(self, block: CardEvidence) -> Iterator[str]:
        yield self.line(block.cite, "Undertag" if self.plain else "", more=_KEPT)
        if block.passage:
            yield self.line(block.passage, "Quote" if self.plain else "")
        if block.quote:
            quoted = (Run("“"), Run(block.quote, "plain" if self.plain else "read"), Run("”"))
            yield self.line(quoted, "Quote" if self.plain else "")
        if block.says:
            yield self.line(block.says, "Undertag")

    def _items(self, items: Items, depth: int) -> Iterator[str]:
        self.lists.append(items.numbered)
        number = len(self.lists)
        for n, item in enumerate(items.items, 1):
            if items.are_cards and not self.plain:
                yield from self._answer(item, f"{n}. " if items.numbered else "")
                continue
            level = min(depth, _DEEPEST)
            listed = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
            yield self.line(item.line, "ListParagraph", item.anchor, listed)
            yield from self.blocks(item.below, depth + 1)

    def _answer(self, item: Item, number: str) -> Iterator[str]:
        """A card of a list: a tag of its own, which is found in the navigation pane."""
        yield from self._card(Card((Run(number), *item.line) if number else item.line, item.below, item.anchor))

    def _table(self, table: Table) -> Iterator[str]:
        across = self.plain and is_wide(table)
        if across:
            yield section(self.paper)
        yield self.line((Run(table.caption),), "Caption")
        widths = column_widths(table, WIDE_ACROSS if across else WIDE)
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        heads = (paragraph(run(text, STRONG), "TableText") for text in table.head)
        head = "".join(_cell(text, width, True) for text, width in zip(heads, widths, strict=True))
        kept = len(table.rows) - 1 if is_short(table) else 0
        rows = "".join(self._row(row, widths, _KEPT * (n < kept)) for n, row in enumerate(table.rows))
        yield (
            f'<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>{_BORDERS}</w:tblBorders>'
            f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{_CELL_MARGINS}</w:tblCellMar><w:tblLook w:firstRow="1" '
            f'w:firstColumn="1" w:noVBand="1"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
            f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{head}</w:tr>{rows}</w:tbl>"
        )
        yield section(self.paper, across=True) if across else paragraph("", "Gap")

    def _figure(self, figure: Figure) -> Iterator[str]:
        """A picture with its caption above, where there is somebody who draws it."""
        wide, high, scale = size_on_paper(figure)
        if self.png is None or not wide:
            return
        yield self.line((Run(figure.caption),), "Caption")
        id = f"rIdP{len(self.pictures) + 1}"
        self.pictures[id] = self.png(figure.svg, _DENSE * scale)
        yield paragraph(picture(id, len(self.pictures), figure.alternative, wide * _EMU, high * _EMU))

    def _row(self, row: Row, widths: Sequence[int], kept: str) -> str:
        cells = (
            _cell(self.line(cell, "TableText", row.anchor if n == 0 else None, kept, "" if n else STRONG), width)
            for n, (cell, width) in enumerate(zip(row.cells, widths, strict=True))
        )
        whole = max(sum(len(part_text(part)) for part in cell) for cell in row.cells) < _LONG_CELL
        high = f'<w:trHeight w:val="{TO_WRITE_IN}"/>' * is_to_write_in(row)
        return f"<w:tr><w:trPr>{'<w:cantSplit/>' * whole}{high}</w:trPr>{''.join(cells)}</w:tr>"


_BORDERS = "".join(
    f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="BFBFBF"/>'
    for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_CELL_MARGINS = "".join(f'<w:{edge} w:w="{w}" w:type="dxa"/>' for edge, w in (("top", 20), ("left", 80), ("bottom", 20),
                                                                              ("right", 80)))  # fmt: skip


def paragraph(inner: str, style: str = "", more: str = "") -> str:
    """A paragraph in a style, with properties of its own in the order of the schema."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    properties = f"<w:pPr>{named}{more}</w:pPr>" if named or more else ""
    return f"<w:p>{properties}{inner}</w:p>"


_MEMO, _MEMO_HIGH, _INCH = 1134, 850, 1440
"""Margins: two centimetres beside a memo, one and a half above and below; an inch for debaters."""


def section(paper: str, across: bool = False) -> str:
    """A paragraph that ends a section of sheets, upright or across."""
    return paragraph("", "Note", sheet(paper, True, across))


def sheet(paper: str, plain: bool, across: bool = False) -> str:
    """The properties of a section: its sheets with their margins, and their foot."""
    wide, high = PAPERS[paper][::-1] if across else PAPERS[paper]
    turned = ' w:orient="landscape"' if across else ""
    beside, above = (_MEMO, _MEMO_HIGH) if plain else (_INCH, _INCH)
    sides = f'w:top="{above}" w:right="{beside}" w:bottom="{above}" w:left="{beside}"'
    return (
        f'<w:sectPr><w:footerReference w:type="default" r:id="{FOOTER}"/><w:pgSz w:w="{wide}" w:h="{high}"{turned}/>'
        f'<w:pgMar {sides} w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>'
    )


def _indented(depth: int) -> str:
    return f'<w:ind w:left="{360 * min(depth, _DEEPEST)}"/>' if depth else ""


def _cell(inner: str, width: int, is_head: bool = False) -> str:
    shade = '<w:shd w:val="clear" w:color="auto" w:fill="EDEDED"/>' if is_head else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shade}</w:tcPr>{inner}</w:tc>'
