"""Word: for debaters in the styles that their macros know (`documents/word/styles.py`), or plain, for analysts, with
contents, footnotes, tables.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from argmap.documents.document import Block, Document, Heading, Line, Link, Ref, Run, with_index
from argmap.documents.for_paper import needs_contents
from argmap.documents.word.body import Body, paragraph, sheet
from argmap.documents.word.package import NAMESPACES, packed
from argmap.documents.word.runs import Bookmarks, Inlines, field, run
from argmap.documents.word.styles import font_table, styles

NAME = "docx"
TITLE = "Word"
SUFFIXES = (".docx",)
IS_BUILT = False

_OFFICE = 'w:uri="http://schemas.microsoft.com/office/word"'


def write(document: Document) -> bytes:
    """A document as a Word file."""
    plain, blocks = document.plain, document.blocks
    places = Bookmarks(document.anchors)
    text = Inlines(places)
    paper = document.paper or ("a4" if plain else "letter")
    body = Body(text, plain, paper, document.png)
    content = [*body.title(document.title, document.subtitle), *_contents(blocks, places if plain else None)]
    content += [*body.blocks(with_index(blocks)), *([body.line(document.footer, "Note")] if document.footer else [])]
    below = Inlines(places)
    parts = {"footer": _footer(document.title), "styles": styles(plain), "settings": _settings(),
             "numbering": _numbering(body.lists), "fontTable": font_table(plain)}  # fmt: skip
    if document.notes:
        parts["footnotes"] = _footnotes(below, document.notes)
    parts["document"] = (
        f"<w:document {NAMESPACES}><w:body>{''.join(content)}{sheet(paper, plain)}</w:body></w:document>"
    )
    return packed(document.title, parts, {"document": _swapped(text), "footnotes": _swapped(below)}, body.pictures)


def _swapped(inlines: Inlines) -> dict[str, str]:
    return {id: address for address, id in inlines.addresses.items()}


def _contents(blocks: Sequence[Block], places: Bookmarks | None) -> Iterator[str]:
    """The sections with their pages, which LibreOffice fills in on opening and Word when its fields are updated.
    A file that wants that done on opening makes Word ask first."""
    headings = [block for block in blocks if isinstance(block, Heading) and block.level == 2]
    if places is None or not needs_contents(blocks):
        return
    for block in headings:
        name = places.names.get(block.anchor or "")
        if name is None:
            continue
        title = run("".join(part.text for part in block.line if isinstance(part, Run | Link | Ref)).strip())
        page = "<w:r><w:tab/></w:r>" + field(f"PAGEREF {name} \\h", "–")
        yield paragraph(f'<w:hyperlink w:anchor="{name}">{title}{page}</w:hyperlink>', "TOC1")


def _settings() -> str:
    compatible = f'<w:compatSetting w:name="compatibilityMode" {_OFFICE} w:val="15"/>'
    return f"<w:settings {NAMESPACES}><w:compat>{compatible}</w:compat></w:settings>"


def _numbering(lists: Sequence[bool]) -> str:
    """Two kinds of lists, and each list of the document as one of them that begins at one."""
    kinds = "".join(
        f'<w:abstractNum w:abstractNumId="{kind}"><w:multiLevelType w:val="multilevel"/>{_levels(kind == 1)}'
        "</w:abstractNum>" for kind in (0, 1)
    )  # fmt: skip
    restart = "".join(
        f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="1"/></w:lvlOverride>' for level in range(9)
    )
    nums = "".join(
        f'<w:num w:numId="{n}"><w:abstractNumId w:val="{int(numbered)}"/>{restart * numbered}</w:num>'
        for n, numbered in enumerate(lists, 1)
    )
    return f"<w:numbering {NAMESPACES}>{kinds}{nums}</w:numbering>"


def _levels(numbered: bool) -> str:
    form = "decimal" if numbered else "bullet"
    return "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{f"%{level + 1}." if numbered else "•"}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{360 * (level + 1)}" w:hanging="360"/></w:pPr></w:lvl>'
        for level in range(9)
    )


def _footer(title: str) -> str:
    inner = run(title if len(title) <= 80 else f"{title[:79]}…") + run(" · ") + field("PAGE", "1")
    return f"<w:ftr {NAMESPACES}>{paragraph(inner, 'Footer')}</w:ftr>"


def _footnotes(inlines: Inlines, notes: Sequence[Line]) -> str:
    lines = (("separator", -1), ("continuationSeparator", 0))
    usual = "".join(
        f'<w:footnote w:type="{kind}" w:id="{id}"><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>' for kind, id in lines
    )
    mark = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>'
    own = "".join(
        f'<w:footnote w:id="{n}">{paragraph(mark + run(" ") + inlines.line(note), "FootnoteText")}</w:footnote>'
        for n, note in enumerate(notes, 1)
    )
    return f"<w:footnotes {NAMESPACES}>{usual}{own}</w:footnotes>"
