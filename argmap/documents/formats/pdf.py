"""PDF, set by typst: contents with pages, a running head, footnotes; tagged (PDF/UA-1), fonts embedded, the same bytes
for the same document.

Every text is a string of typst's, never markup, so that nothing in the data becomes a command.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from importlib.resources import as_file, files
from typing import Any

from argmap.documents.document import (
    Block,
    Card,
    CardEvidence,
    Document,
    Figure,
    Heading,
    Index,
    Inline,
    Item,
    Items,
    Line,
    Link,
    NoteMark,
    Paragraph,
    Ref,
    Row,
    Run,
    Table,
    Tag,
    Terms,
    UnwritableError,
    tidy,
)  # fmt: skip
from argmap.documents.for_paper import (
    LONGEST_WORD,
    TO_WRITE_IN,
    bookmark_names,
    column_widths,
    is_short,
    is_to_write_in,
    needs_contents,
    part_text,
    size_on_paper,
    with_next,
)  # fmt: skip
from argmap.wording.extras import MissingExtra
from argmap.wording.lists import characters
from argmap.wording.markdown_text import address

NAME = "pdf"
TITLE = "PDF"
SUFFIXES = (".pdf",)
IS_BUILT = False

_MOST = 2_000_000
"""The letters that typst is given at most: it takes 220 bytes of memory for each."""
_WEIGHTS = {"[": 70, "#heading": 400}
"""What takes as much memory as so many letters: a part of the document, and a heading (measured)."""
_LONGEST_HEAD = 120
"""The letters of a title that stand at the head of each page."""
_NOT_SHOWN = re.compile(r'the text `"([^"]{1,40})"` could not be displayed with font')
_ESCAPE = re.compile(r"\\u\{([0-9a-f]+)\}")
"""What typst says of characters, and how it writes one that does not show by itself."""
_PLACE = "#metadata(none)"
_LETTER = 90
"""How wide a letter in a table is at most, in twentieths of a point."""
_PAPERS = {"a4": "a4", "letter": "us-letter", None: "a4"}
_LOOK = r"""
#set text(font: ("Libertinus Serif", "Liberation Sans", "DejaVu Sans Mono"), size: 10pt, lang: "en")
#set par(justify: false, leading: 0.6em, spacing: 0.8em)
#set list(indent: 0.4em, spacing: 0.6em)
#set enum(indent: 0.4em, spacing: 0.6em)
#set table(stroke: 0.5pt + luma(75%), inset: (x: 4pt, y: 3pt))
#show table: set text(size: 8.5pt)
#show table.cell.where(y: 0): strong
#show heading: set block(above: 1.2em, below: 0.6em, sticky: true)
#show heading.where(level: 1): set text(size: 14pt)
#show heading.where(level: 3): set text(style: "italic")
#show regex("\d+–\d+( %)?|\d %"): box
#show regex("\w{LONGEST,}"): it => it.text.clusters().chunks(8).map(part => part.join()).join("\u{200B}")
#show link: set text(fill: rgb("#0b5394"))
#let read(words) = highlight(fill: rgb("#c9f2ff"), underline(words))
#let small(it) = text(size: 9pt, fill: luma(30%), it)
#let set-off(it) = block(inset: (left: 8pt), stroke: (left: 2pt + luma(60%)), it)
""".replace("LONGEST", str(LONGEST_WORD + 1))


def write(document: Document) -> bytes:
    """A document as a PDF. Raises `MissingExtra` without typst, and `UnwritableError` for one that is too long or has
    characters that no font at hand has: the standard does not allow boxes in their place."""
    try:
        import typst
    except ImportError:
        raise MissingExtra("A brief as PDF", "documents") from None
    writer = _Writer(document)
    source = writer.source()
    if len(source) + sum(source.count(part) * weight for part, weight in _WEIGHTS.items()) > _MOST:
        raise UnwritableError(
            "This is too long for a PDF. Write a part of it, as with --position ID or --core, or choose Word or HTML."
        )
    sources: Any = {"main.typ": source.encode()} | writer.pictures
    with as_file(files("argmap").joinpath("maps", "fonts")) as fonts:
        try:
            made = typst.compile(sources, font_paths=[str(fonts)], ignore_system_fonts=True, pdf_standards=["ua-1"])
        except typst.TypstError as error:
            said = _ESCAPE.sub(lambda escape: chr(int(escape[1], 16)), error.diagnostic)
            missing = dict.fromkeys("".join(_NOT_SHOWN.findall(said)))
            if not missing:
                raise
            message = f"No font here has {characters(missing)}, so this cannot be a PDF. Choose Word or HTML."
            raise UnwritableError(message) from None
    return bytes(made)


def _string(text: str) -> str:
    """A text as a string of typst's, with the blanks at its ends."""
    inner = tidy(text).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{" " * text[:1].isspace()}{inner}{" " * (text[-1:].isspace() and bool(inner))}"'


class _Writer:
    def __init__(self, document: Document) -> None:
        self.document = document
        self.names = bookmark_names(document.anchors)
        self.pictures: dict[str, bytes] = {}
        self.placed: set[str] = set()
        self.noted: set[int] = set()
        self.level = 0

    def source(self) -> str:
        """The whole as a text of typst's."""
        title = _string(self.document.title or "Untitled")
        head = (
            f"{_LOOK}#set document(title: {title}, date: none)\n"
            f'#set page(paper: "{_PAPERS[self.document.paper]}", margin: (x: 20mm, y: 15mm), numbering: "1", '
            f"header: context if here().page() > 1 {{ small({self.running_head()}) }})\n"
            f"#block(text(size: 19pt, strong({title})))\n"
        )
        contents = "#outline(depth: 1)\n" if needs_contents(self.document.blocks) else ""
        under = f"#small({_string(self.document.subtitle)})\n" if self.document.subtitle else ""
        parts = [head, under, contents, *self.blocks(self.document.blocks)]
        foot = f"#small[{self.line(self.document.footer)}]" if self.document.footer else ""
        return "\n\n".join([*parts, *self._unplaced(), foot])

    def running_head(self) -> str:
        """The title as it stands on every page, cut to a line or two."""
        title = self.document.title or "Untitled"
        return _string(title if len(title) <= _LONGEST_HEAD else f"{title[:_LONGEST_HEAD].rstrip()}…")

    def _unplaced(self) -> Iterator[str]:
        """The places that were linked to and stand in nothing that is shown."""
        yield from (f"{_PLACE}<{name}>" for anchor, name in self.names.items() if anchor not in self.placed)

    def mark(self, anchor: str | None) -> str:
        """The label of an anchor at its first place."""
        if anchor is None or anchor in self.placed or anchor not in self.names:
            return ""
        self.placed.add(anchor)
        return f"{_PLACE}<{self.names[anchor]}>"

    def line(self, line: Line) -> str:
        """A line as content."""
        return "".join(map(self.inline, line))

    def inline(self, part: Inline) -> str:
        match part:
            case Run(text, "quote"):
                return f"#{_string(f'“{text}”')}"
            case Run(text, style):
                return _styled(_string(text), style)
            case Link(text, href):
                found = address(href)
                return f"#link({_string(found)}, {_string(text)})" if found else f"#{_string(text)}"
            case NoteMark(number):
                return self._note(number)
            case Ref(text, to, style):
                name, inner = self.names.get(to), _styled(_string(text), style)
                return f"#link(<{name}>)[{inner}]" if name else inner
            case Tag(id):
                return f"#raw({_string(id)})"
            case _:
                return f"#strong({_string(part_text(part))})"

    def _note(self, number: int) -> str:
        if number in self.noted:
            return f"#footnote(<_fn-{number}>)"
        self.noted.add(number)
        return f"#footnote[{self.line(self.document.notes[number - 1])}]<_fn-{number}>"

    def blocks(self, blocks: Iterable[Block]) -> Iterator[str]:
        for block, introduces in with_next(blocks):
            written = self.block(block)
            yield from (f"#block(sticky: true)[{each}]" for each in written) if introduces else written

    def block(self, block: Block) -> Iterator[str]:
        match block:
            case Heading(level, line, anchor, turns):
                yield from ["#pagebreak(weak: true)"] * turns
                self.level = min(level - 1, self.level + 1)
                label = self.mark(anchor).removeprefix(_PLACE)  # the contents say again what stands in a heading
                yield f"#heading(level: {self.level})[{self.line(line)}]{label}"
            case Paragraph(line, style, anchor):
                inner = self.mark(anchor) + self.line(line)
                yield f"#small[{inner}]" if style == "note" else f"#set-off[{inner}]" if style != "plain" else inner
            case Items():
                kind = "enum" if block.numbered else "list"
                loose = "spacing: 1em, " if any(each.below for each in block.items) else ""
                yield f"#{kind}({loose}{', '.join(map(self.item, block.items))})"
            case Index():
                yield '#outline(title: "Index", depth: 1)'
            case Table():
                yield self.table(block)
            case Card(tag, body, anchor):
                yield f"#block(above: 1.1em, sticky: true, strong[{self.mark(anchor)}{self.line(tag)}])"
                yield from self.blocks(body)
            case CardEvidence():
                yield f"#block(inset: (left: 8pt))[{self.evidence(block)}]"
            case Figure():
                yield from self.figure(block)
            case Terms(entries):
                yield from (f'#strong[{self.line(term)}]#": "{self.line(text)}' for term, text in entries)

    def figure(self, figure: Figure) -> Iterator[str]:
        """A picture with its caption above."""
        wide, high, _ = size_on_paper(figure)
        if wide:
            name = f"figure-{len(self.pictures) + 1}.svg"
            self.pictures[name] = figure.svg.encode()
            drawn = f'image("{name}", width: {wide / 20}pt, height: {high / 20}pt, alt: {_string(figure.alternative)})'
            yield f"#block(sticky: true)[{_caption(figure.caption)}]\n\n#{drawn}"

    def item(self, item: Item) -> str:
        return f"[{self.mark(item.anchor)}{self.line(item.line)}\n\n{chr(10).join(self.blocks(item.below))}]"

    def evidence(self, block: CardEvidence) -> str:
        quote = (Run(f"“{block.quote}”"),) if block.quote else ()
        lines = (block.cite, quote, block.passage, block.says)
        return "\n\n".join(self.line(line) for line in lines if line)

    def table(self, table: Table) -> str:
        columns = ", ".join(f"{width}fr" for width in column_widths(table, letter=_LETTER))
        head = ", ".join(f"[#{_string(text)}]" for text in table.head)
        rows = ", ".join(cell for row in table.rows for cell in self._cells(row))
        caption = f"#block(sticky: true)[{_caption(table.caption)}]"
        whole = str(not is_short(table)).lower()
        return f"{caption}\n\n#block(breakable: {whole}, table(columns: ({columns},), table.header({head}), {rows}))"

    def _cells(self, row: Row) -> Iterator[str]:
        """The cells of a row, with room to write in."""
        blank = f"#v({TO_WRITE_IN / 20}pt)" * is_to_write_in(row)
        for n, cell in enumerate(row.cells):
            yield f"[{self.mark(row.anchor) if n == 0 else blank}{self.line(cell)}]"


def _caption(text: str) -> str:
    return f"#small(emph({_string(text)}))"


def _styled(text: str, style: str) -> str:
    named = {"strong": "strong", "cite": "strong", "em": "emph", "code": "raw", "read": "read"}.get(style)
    return f"#{named}({text})" if named else f"#{text}"
