"""A flow as a document, for Markdown and HTML: a table a position."""

from __future__ import annotations

from argmap.briefs.flow.sheets import Cell, Flow, Sheet, by_time
from argmap.documents.document import Block, Document, Heading, Item, Items, Line, Row, Run, Table, document
from argmap.documents.lines import line


def as_document(flow: Flow) -> Document:
    """The sheets one below the other, then the questions. What has a card is bold."""
    blocks: list[Block] = []
    for n, sheet in enumerate(flow.sheets, 1):
        blocks += [Heading(2, (Run(sheet.name),), f"_sheet-{n}"), _table(flow, sheet)]
    asked = [(name, texts) for name, texts in by_time(flow) if texts]
    if asked:
        blocks.append(Heading(2, (Run("Questions"),), "_questions"))
    for name, texts in asked:
        blocks += [Heading(3, (Run(name),)), Items(tuple(Item(line(text)) for text in texts))]
    foot = line("Bold: there is a card. ✗ and →: dropped, so it is extended. Each answer stands one speech on.")
    return document(f"Flow: {flow.title}", flow.format.title, blocks, foot)


def _table(flow: Flow, sheet: Sheet) -> Table:
    heads = flow.heads(sheet)
    rows = (Row(tuple(_words(row.get(sheet.first + n)) for n in range(len(heads)))) for row in sheet.rows)
    return Table(f"{flow.sides[0]} and {flow.sides[1].lower()}, speech by speech", tuple(heads), tuple(rows))


def _words(cell: Cell | None) -> Line:
    if cell is None:
        return ()
    return line(Run(cell.text, "strong" if cell.is_carded else "plain"), f" ({cell.cite})" if cell.cite else "")
