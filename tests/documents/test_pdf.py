"""PDF briefs: tagged, the same bytes for the same document, the text of the data as it is."""

from __future__ import annotations

import re
from dataclasses import replace

import pypdfium2
import pytest

from argmap.documents.document import (
    Block,
    Figure,
    Heading,
    Index,
    NoteMark,
    Paragraph,
    Ref,
    Row,
    Run,
    Table,
    UnwritableError,
    document,
)  # fmt: skip
from argmap.documents.formats import pdf
from tests.briefs.test_html import HOSTILE, KINDS
from tests.briefs.tram import PASSAGE, carded, saying, written


def pages(content: bytes) -> list[str]:
    made = pypdfium2.PdfDocument(content)
    return [" ".join(page.get_textpage().get_text_range().split()) for page in made]


def made(*blocks: Block, paper: str | None = None) -> bytes:
    return pdf.write(replace(document("The title", "", blocks), paper=paper))


@pytest.mark.parametrize("kind", KINDS)
def test_every_brief_is_a_tagged_pdf_with_its_fonts(kind: str) -> None:
    content = written(carded(), kind, "pdf")
    assert content.startswith(b"%PDF-") and b"/StructTreeRoot" in content and b"/MarkInfo" in content
    assert b"pdfuaid" in content and b"/FontFile" in content


def test_the_same_document_gives_the_same_bytes() -> None:
    assert written(carded(), "negative", "pdf") == written(carded(), "negative", "pdf")


def test_a_passage_is_whole() -> None:
    text = " ".join(pages(written(carded(), "case", "pdf"))).replace("\ufffe", "")
    assert " ".join(PASSAGE.split()[:10]) in text


@pytest.mark.parametrize(("paper", "size"), [(None, (595, 842)), ("a4", (595, 842)), ("letter", (612, 792))])
def test_the_sheet_is_the_one_asked_for(paper: str | None, size: tuple[int, int]) -> None:
    wide, high = pypdfium2.PdfDocument(made(Paragraph((Run("x"),)), paper=paper))[0].get_size()
    assert (round(wide), round(high)) == size


def test_a_long_document_has_contents_with_pages_and_a_running_head() -> None:
    sections = [(Heading(2, (Run(name),), name), Paragraph((Run("word " * 900),))) for name in ("One", "Two", "Three")]
    first, *rest = pages(made(*(block for section in sections for block in section)))
    assert "Contents One" in first and all(page.startswith("The title") for page in rest)
    assert "Contents" not in pages(made(*sections[0]))[0]


def test_an_index_has_the_pages_of_what_it_names() -> None:
    sections = [(Heading(2, (Run(name),), name), Paragraph((Run("word " * 900),))) for name in ("One", "Two", "Three")]
    first = pages(made(Index((Ref("One", "One"),)), *(block for section in sections for block in section)))[0]
    assert re.search(r"Index One [. ]*\d Two [. ]*\d Three [. ]*\d", first) and "Contents" not in first


def test_of_a_long_title_the_running_head_has_the_beginning() -> None:
    content = pdf.write(document("Boats " * 800, "", (Paragraph((Run("word " * 900),)),)))
    assert pages(content)[-1].count("Boats") == 20


LINE = (Run("boats"),)
TOO_LONG = {
    "text": (Paragraph((Run("boats " * 350_000),)),),
    "rows": (Table("So", ("a",) * 3, tuple(Row((LINE,) * 3) for _ in range(9_000))),),
    "headings": tuple(Heading(2, LINE, None) for _ in range(4_000)),
}


@pytest.mark.parametrize("name", TOO_LONG)
def test_what_would_take_gigabytes_is_refused_before_it_is_set(name: str) -> None:
    with pytest.raises(UnwritableError, match="too long for a PDF"):
        made(*TOO_LONG[name])


def test_characters_that_no_font_has_are_named() -> None:
    with pytest.raises(
        UnwritableError, match="No font here has U\\+6BDB 毛, U\\+302A and U\\+1F600 😀, so this cannot be a PDF"
    ):
        made(Paragraph((Run("毛\u302a wrote 😀, 毛 said."),)))


def test_notes_are_footnotes_and_one_named_twice_is_one() -> None:
    said = Paragraph((Run("So."), NoteMark(1), Run(" Again."), NoteMark(1)))
    (page,) = pages(pdf.write(document("The title", "", (said,), notes=((Run("Doe, whose word it is."),),))))
    assert page.count("Doe, whose word it is.") == 1 and "Notes" not in page


def test_a_figure_says_what_it_shows() -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="60"><desc>Trams</desc><rect/></svg>'
    content = made(Figure(svg, "Glance"), Figure("<svg/>", "None"))
    assert pages(content) == ["The title Glance 1"] and b"(Glance: Trams)" in content


MARKUP = ('"#panic("x")', '#import "x"', "\\u{41}", "$x$ *y* _z_ `raw` <label> @ref //")


@pytest.mark.parametrize("text", [*HOSTILE, *MARKUP])
def test_hostile_text_stays_text(text: str) -> None:
    row = Row(((Run(f"x {text} y"),), (Run(text, "code"),)))
    content = made(Heading(2, (Run(text),)), Table(text, (text, "b"), (row,)), Paragraph((Run(text, "read"),)))
    assert pages(content)
    assert pages(written(saying(f"x {text} y"), "case", "pdf"))


def test_text_is_shown_as_it_is() -> None:
    assert 'a *b* #c $d$ \\e "f" <g> @h' in pages(made(Paragraph((Run('a *b* #c $d$ \\e "f" <g> @h'),))))[0]
