"""Word files: what debaters' macros and Word itself look for in them, and that the data cannot break them."""

from __future__ import annotations

import subprocess
import zipfile
from base64 import b64decode
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import docx as python_docx
import pytest
from docx.document import Document as Opened
from docx.enum.text import WD_COLOR_INDEX
from hypothesis import given, settings
from hypothesis import strategies as st
from openxml_audit import OpenXmlValidator

from argmap import briefs
from argmap.documents.document import (
    Block,
    Card,
    CardEvidence,
    Document,
    Figure,
    Heading,
    Index,
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
    Terms,
    document,
    tidy,
)
from argmap.documents.formats import docx
from tests.briefs.test_html import HOSTILE, KINDS
from tests.briefs.tram import PASSAGE, READ, carded, evaluated, saying, selected, written
from tests.conftest import needs

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

NO_THEME = "relationships/theme' is missing"
"""The one thing that the schema's judge wants besides the schema; no style of ours refers to a theme."""

FIGURE = Figure(
    '<svg xmlns="http://www.w3.org/2000/svg" width="1900" height="950"><desc>Trams &amp; buses</desc></svg>', "Glance"
)

CARD = Card(
    (Run("Trams free roads.", "strong"),),
    (
        Paragraph((Run("For the plan."),), "note"),
        CardEvidence((Run("Doe 24", "cite"), Run(" (Jane Doe, "), Link("a report", "https://example.org/r"), Run(")")),
                 passage=(Run("Before "), Run("what is read", "read"), Run(" and after.")), says=(Run("In short."),)),
    ),
    "frees-roads",
)  # fmt: skip


def made(*blocks: Block, plain: bool = False, notes: tuple[Line, ...] = ()) -> bytes:
    return docx.write(replace(document("T", "", blocks, notes=notes), plain=plain))


def opened(content: bytes) -> Opened:
    return python_docx.Document(BytesIO(content))


def part(content: bytes, name: str = "document") -> ElementTree.Element:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return ElementTree.fromstring(archive.read(f"word/{name}.xml"))


def parts(content: bytes) -> Iterator[ElementTree.Element]:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        yield from (ElementTree.fromstring(archive.read(name)) for name in archive.namelist())


def text_of(root: ElementTree.Element) -> str:
    lines = ("".join(each.text or "" for each in p.iter(f"{W}t")) for p in root.iter(f"{W}p"))
    return " ".join(" ".join(lines).split())


def test_a_card_is_a_tag_a_cite_and_a_passage_in_the_styles_that_macros_know() -> None:
    made_of = opened(made(CARD)).paragraphs[1:]
    assert [p.style.name for p in made_of] == ["Heading 4", "Normal", "Normal", "Undertag", "Note"]
    tag, cite, passage = made_of[:3]
    assert (tag.text, passage.text) == ("Trams free roads.", "Before what is read and after.")
    assert [(r.text, r.style.name) for r in cite.runs][:2] == [
        ("Doe 24", "Style 13 pt Bold"), (" (Jane Doe, ", "Default Paragraph Font"),
    ]  # fmt: skip
    read = [(r.text, r.style.name) for r in passage.runs if r.font.highlight_color == WD_COLOR_INDEX.TURQUOISE]
    assert read == [("what is read", "Style Underline")]


@pytest.mark.parametrize(("alias", "id", "kind"), [
    ("Pocket", "Heading1", "paragraph"), ("Hat", "Heading2", "paragraph"), ("Block", "Heading3", "paragraph"),
    ("Tag", "Heading4", "paragraph"), ("Cite", "Style13ptBold", "character"),
    ("Underline", "StyleUnderline", "character"), ("Card", "Normal", "paragraph"),
])  # fmt: skip
def test_styles_have_the_names_that_macros_call(alias: str, id: str, kind: str) -> None:
    found = {
        each.find(f"{W}aliases").get(f"{W}val"): (each.get(f"{W}styleId"), each.get(f"{W}type"))  # type: ignore[union-attr]
        for each in part(made(CARD), "styles").iter(f"{W}style") if each.find(f"{W}aliases") is not None
    }  # fmt: skip
    assert found[alias] == (id, kind)


def test_the_navigation_pane_has_pocket_hats_blocks_and_tags() -> None:
    styles = [p.style.name for p in opened(written(carded(), "case", "docx")).paragraphs]
    assert styles[0] == "Heading 1" and {"Heading 2", "Heading 4"} <= set(styles)


def test_answers_of_which_one_has_cards_are_numbered_tags() -> None:
    answers = Items((Item((Run("Not so."),), CARD.body), Item((Run("Nor that."),))), numbered=True, are_cards=True)
    found = {p.text: p.style.name for p in opened(made(CARD, answers)).paragraphs}
    assert (found["1. Not so."], found["2. Nor that."]) == ("Heading 4", "Analytic")


def test_what_belongs_together_stays_on_a_page() -> None:
    """What introduces cards stays with them, the rows of a short table with each other."""
    cards = Items((Item((Run("Not so."),)),), are_cards=True)
    rows = tuple(Row(((Run(word),), ())) for word in ("first", "last"))
    found = made(Paragraph((Run("They say so."),)), cards, Table("", ("Reason", "Reply"), rows))
    kept = {
        "".join(t.text or "" for t in p.iter(f"{W}t")): p.find(f"{W}pPr/{W}keepNext") is not None
        for p in part(found, "document").iter(f"{W}p")
    }  # fmt: skip
    assert kept["They say so."] and kept["first"] and not kept["last"]
    assert len([*part(found, "document").iter(f"{W}trHeight")]) == 2


def test_each_passage_is_whole_with_what_is_read_of_it() -> None:
    found = opened(written(carded(), "case", "docx"))
    passages = [p for p in found.paragraphs if p.text.startswith("We counted cars")]
    assert passages and passages[0].text.split(" ¶ ") == PASSAGE.split("\n\n")
    read = "".join(r.text for r in passages[0].runs if r.font.highlight_color)
    assert all(words.split(". ")[0] in read for words in READ)


def test_a_memo_is_for_analysts_with_contents_and_without_the_styles_of_debaters() -> None:
    memo = opened(written(evaluated(), "argument", "docx"))
    styles = [p.style.name for p in memo.paragraphs]
    assert styles[0] == "Title" and "Style 13 pt Bold" not in {s.name for s in memo.styles}
    asked = opened(briefs.write(carded(), "case", "docx", selected(carded(), "case"), plain=True))
    assert "Tag" in [p.style.name for p in asked.paragraphs]


@pytest.mark.parametrize("n", [10, 700])
def test_a_long_memo_has_contents_that_lead_to_its_sections(n: int) -> None:
    sections = [(Heading(2, (Run(name),), name), Paragraph((Run("word " * n),))) for name in ("one", "two", "three")]
    root = part(made(*(block for section in sections for block in section), plain=True))
    fields = [each.text for each in root.iter(f"{W}instrText")]
    assert fields == ([f" PAGEREF {name} \\h " for name in ("one", "two", "three")] if n > 100 else [])


@pytest.mark.parametrize(("plain", "paper", "wide"), [
    (False, None, 12240), (True, None, 11906), (False, "a4", 11906), (True, "letter", 12240),
])  # fmt: skip
def test_the_sheet_is_the_one_asked_for(plain: bool, paper: str | None, wide: int) -> None:
    content = docx.write(Document("T", "", (CARD,), plain=plain, paper=paper))
    assert [each.get(f"{W}w") for each in part(content).iter(f"{W}pgSz")] == [str(wide)]


def test_a_wide_table_of_many_words_has_sheets_across_to_itself() -> None:
    short, long = (Row(tuple((Run("word " * n),) for _ in range(8))) for n in (1, 20))
    around = (Paragraph((Run("Before"),)), Paragraph((Run("After"),)))
    content = made(
        around[0], *(Table("Wide", tuple("abcdefgh"), (row,)) for row in (short, long)), around[1], plain=True
    )
    assert [each.get(f"{W}orient") for each in part(content).iter(f"{W}pgSz")] == [None, "landscape", None]


def test_notes_are_footnotes_for_analysts_and_one_named_twice_is_one() -> None:
    said = Paragraph((Run("So."), NoteMark(1), Run(" And."), NoteMark(2), Run(" So."), NoteMark(1)))
    content = made(said, plain=True, notes=((Run("Doe."),), (Run("Roe."),)))
    references = [each.get(f"{W}id") for each in part(content).iter(f"{W}footnoteReference")]
    assert references == ["1", "2"] and text_of(part(content)) == "T So. And. So.1"
    assert text_of(part(content, "footnotes")).split() == ["Doe.", "Roe."]


def test_an_index_leads_to_what_it_names_and_takes_the_place_of_contents() -> None:
    sections = [(Heading(2, (Run(name),), name), Paragraph((Run("word " * 700),))) for name in ("one", "two", "three")]
    blocks = [block for section in sections for block in section]
    root = part(made(Index((Ref("The first", "one"),)), *blocks, plain=True))
    assert [text_of(each) for each in root.iter(f"{W}hyperlink")] == [""] and not list(root.iter(f"{W}instrText"))
    assert text_of(root).startswith("T Index The first one")


def test_each_list_begins_at_one() -> None:
    one = Items((Item((Run("a"),)),), numbered=True)
    numbers = [each.get(f"{W}val") for each in part(made(one, one)).iter(f"{W}numId")]
    assert numbers == ["1", "2"]
    nums = part(made(one, one), "numbering").findall(f"{W}num")
    assert all(each.find(f"{W}lvlOverride/{W}startOverride") is not None for each in nums)


def test_what_begins_from_the_right_is_set_from_the_right() -> None:
    root = part(made(Paragraph((Run("שלום לכולם"),)), Paragraph((Run("Peace: שלום"),))))
    assert [p.find(f"{W}pPr/{W}bidi") is not None for p in root.iter(f"{W}p")] == [False, True, False]


def faults(content: bytes, folder: Path, name: str = "made.docx") -> list[str]:
    (folder / name).write_bytes(content)
    found = OpenXmlValidator().validate(folder / name).errors
    return [f"{each.part_uri}{each.path}: {each.description}" for each in found if NO_THEME not in each.description]


@pytest.mark.parametrize("kind", KINDS)
def test_the_schema_holds_and_links_lead_somewhere(kind: str, tmp_path: Path) -> None:
    content = written(carded(), kind, "docx")
    assert faults(content, tmp_path) == []
    names = [each.get(f"{W}name") for each in part(content).iter(f"{W}bookmarkStart")]
    assert len(set(names)) == len(names) and all(len(name or "") <= 40 for name in names)
    leading = {each.get(f"{W}anchor") for each in part(content).iter(f"{W}hyperlink")} - {None}
    assert leading <= set(names)


@pytest.mark.parametrize("plain", [False, True])
def test_the_schema_holds_for_whatever_a_document_has(plain: bool, tmp_path: Path) -> None:
    said = Paragraph((Run("So."), NoteMark(1), Link("l", "https://example.org/?a=1&b=2"), Run("שלום", "em")))
    inner = Items((Item((Run("a"),), (CARD,)), Item((Run("b", "code"),), (said,), "b")), numbered=True)
    wide = Table("Wide", tuple("abcdefgh"), (Row(tuple((Run("word " * 20),) for _ in range(8)), "row"),))
    blocks = (Index((Ref("H", "h"),)), Heading(2, (Run("H"),), "h"), said, inner, wide, CARD, FIGURE,
              Terms((((Run("t"),), (Run("m"),)),)))  # fmt: skip
    whole = document("T", "S", blocks, (Run("foot"),), notes=((Run("Doe."),),))
    content = docx.write(replace(whole, plain=plain, png=lambda svg, dense: PNG))
    assert faults(content, tmp_path) == []


PNG = b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")


def test_a_figure_is_as_large_as_the_sheet_allows_and_says_what_it_shows() -> None:
    asked: list[float] = []

    def png(svg: str, dense: float) -> bytes:
        asked.append(dense)
        return PNG

    shape = opened(docx.write(Document("T", "", (FIGURE,), plain=True, png=png))).inline_shapes[0]
    assert (round(shape.width.cm), round(shape.height.cm, 1)) == (17, 8.5)
    assert shape._inline.docPr.get("descr") == "Glance: Trams & buses"
    assert asked == [pytest.approx(3 * 9638 / (1900 * 15))]
    assert not opened(made(FIGURE)).inline_shapes


def test_anchors_that_word_would_not_take_have_names_of_their_own() -> None:
    anchors = ("a-b", "a_b", "A-b", "x" * 60, "x" * 59 + "y", "1st")
    blocks = [Heading(2, (Run(a),), a) for a in anchors] + [Paragraph(tuple(Ref(a, a) for a in anchors))]
    root = part(made(*blocks))
    names = [each.get(f"{W}name", "") for each in root.iter(f"{W}bookmarkStart")]
    assert len({name.casefold() for name in names}) == len(anchors)
    assert [each.get(f"{W}anchor") for each in root.iter(f"{W}hyperlink")][-len(anchors) :] == names


def elements(content: bytes) -> list[list[str]]:
    return [[each.tag for each in root.iter()] for root in parts(content)]


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("kind", ["policy", "case", "blocks"])
def test_hostile_text_stays_text(kind: str, text: str) -> None:
    content, tame = (written(saying(words), kind, "docx") for words in (f"x {text} y", "x z y"))
    assert [[tag for tag in each if tag not in (f"{W}rtl", f"{W}rPr")] for each in elements(content)] == [
        [tag for tag in each if tag not in (f"{W}rtl", f"{W}rPr")] for each in elements(tame)
    ]
    assert tidy(f"x {text} y") in text_of(part(content))


@given(st.text(min_size=1))
@settings(max_examples=30)
def test_any_text_can_be_opened(text: str) -> None:
    blocks = (Paragraph((Run(text),)), Table(text, (text,), (Row(((Run(text),),)),)), Heading(2, (Run(text),)), CARD)
    assert opened(docx.write(Document(text, text, blocks, (Run(text),)))).paragraphs


def test_nothing_in_the_file_is_of_this_day() -> None:
    with zipfile.ZipFile(BytesIO(made(CARD))) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.real
@pytest.mark.slow
def test_libreoffice_opens_it(tmp_path: Path) -> None:
    needs("soffice")
    content = written(carded(), "case", "docx")
    (tmp_path / "case.docx").write_bytes(content)
    command = [
        "soffice",
        f"-env:UserInstallation={tmp_path.as_uri()}/profile",
        "--headless",
        "--convert-to",
        "txt:Text",
    ]
    subprocess.run([*command, "case.docx"], cwd=tmp_path, check=True, capture_output=True, timeout=180)
    assert " ".join(PASSAGE.split()[:12]) in (tmp_path / "case.txt").read_text(encoding="utf-8-sig")


@pytest.mark.parametrize("plain", [True, False])
def test_a_memo_begins_a_page_where_a_heading_says_so_and_debaters_by_their_styles(plain: bool) -> None:
    blocks = [Heading(2, (Run("One"),)), Heading(2, (Run("Two"),), turns=True)]
    breaks = [each.get(f"{W}val", "1") for each in part(made(*blocks, plain=plain)).iter(f"{W}pageBreakBefore")]
    assert breaks == (["1"] if plain else ["0", "0"])


def test_no_line_parts_a_band_of_likelihood() -> None:
    text = " ".join(each.text or "" for each in part(written(carded(), "policy", "docx")).iter(f"{W}t"))
    assert "(55\u00a0to\u00a080\u00a0%)" in text
