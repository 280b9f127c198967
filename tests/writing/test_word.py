"""Speech documents read from Word: our own and those of others' templates; what has no place is told, never dropped."""

from __future__ import annotations

import re
import subprocess
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_COLOR_INDEX
from docx.oxml import OxmlElement
from docx.shared import Pt
from hypothesis import given, settings

from argmap.briefs.citations import Citations
from argmap.briefs.selected_debate import SelectedDebate
from argmap.briefs.speech_text import speech
from argmap.documents.formats import docx as docx_format
from argmap.evaluation.evaluated import evaluate
from argmap.model import Debate
from argmap.writing.imports.word.document_reading import NotWordError, read
from argmap.writing.imports.word.speeches import Speeches, understood
from tests.briefs.tram import PASSAGE, READ, carded, written
from tests.conftest import needs
from tests.strategies import policy_debates

CITE = "Jane Doe 24 (professor, Sample University, “Three Years,” 12 March 2024, https://example.org/doe)"
BODY = "Since the invasion analysts have announced it. It has not come, and it will not."


def document(cite_style: str = "Style 13 pt Bold", underline: str = "Style Underline", **names: str) -> Any:
    """A speech document made by another program, in the styles of a template."""
    made = docx.Document()
    for name in (cite_style, underline):
        if name not in made.styles:
            made.styles.add_style(name, WD_STYLE_TYPE.CHARACTER)
    for name in names.values():
        if name not in made.styles:
            made.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    return made


def card(made: Any, tag: str, cite_style: str = "Style 13 pt Bold", underline: str = "Style Underline",
         heading: str = "Heading 4") -> None:  # fmt: skip
    made.add_paragraph(tag, style=heading)
    cite = made.add_paragraph("Jane ")
    cite.add_run("Doe 24", style=cite_style)
    cite.add_run(CITE.removeprefix("Jane Doe 24"))
    body = made.add_paragraph("Since the invasion analysts have announced it. ")
    read_aloud = body.add_run("It has not come", style=underline)
    read_aloud.font.highlight_color = WD_COLOR_INDEX.YELLOW
    body.add_run(", and it ", style=underline)
    body.add_run("will not.")


def packed(made: Any) -> bytes:
    buffer = BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def taken(*contents: bytes, file: str = "speech.docx") -> Speeches:
    return understood([(file, read(content)) for content in contents], "the-resolution")


def loaded(found: Speeches) -> Debate:
    """What was understood as a debate: it is one."""
    resolutions = [{"claim": "the-resolution", "text": "We should."}]
    sources = {id: {"id": id, **source} for id, source in found.sources.items()}
    for position in found.positions:
        for each in position["arguments"]:
            if "undeveloped" in each:
                each["undeveloped"] = "true"
    return Debate.model_validate(
        {"debate": "d", "title": "T", "resolutions": resolutions, "positions": found.positions, "sources": sources}
    )


def words(debate: Debate) -> str:
    """All that a debate says, as one text."""
    said: list[str] = []
    for position in debate.positions:
        said += [position.title or "", position.summary or ""]
        for x in position.arguments:
            said += [x.text or "", x.tag or "", x.asks or "", x.role or "", str(x.risk or "")]
            for e in x.evidence:
                said += [debate.sources[e.source].note or "", e.card or "", e.quote or "", e.says or ""]
    return " ".join(" ".join(said).replace("¶", " ").split())


@pytest.mark.parametrize(("cite", "underline", "heading"), [
    ("Style 13 pt Bold", "Style Underline", "Heading 4"),
    ("Style Style Bold + 12 pt", "StyleBoldUnderline", "Heading 4"),
    ("Cite", "Underline", "Tag"), ("Author-Date", "Style Bold Underline", "Tags"),
])  # fmt: skip
def test_a_card_of_any_template_is_understood(cite: str, underline: str, heading: str) -> None:
    made = document(cite, underline, heading=heading)
    made.add_paragraph("1NC", style="Heading 1")
    made.add_paragraph("Escalation DA", style="Heading 2")
    made.add_paragraph("Uniqueness", style="Heading 3")
    card(made, "1. No clash so far.", cite, underline, heading)
    found = taken(packed(made))
    (position,), (source,) = found.positions, found.sources.values()
    assert (position["position"], position["kind"]) == ("escalation-da", "disadvantage")
    (argument,) = position["arguments"]
    assert argument["rebuttal"] == "no-clash-so-far" and argument["of"] == "the-resolution"
    assert (argument["text"], argument["role"]) == ("No clash so far.", "uniqueness")
    assert argument["evidence"] == [{"source": "doe-2024", "card": BODY, "highlight": ["It has not come"]}]
    assert source == {"author": [{"literal": "Doe"}], "title": "Three Years", "issued": "2024",
                      "URL": "https://example.org/doe", "note": CITE}  # fmt: skip
    assert found.underlined == 1 and not found.left and loaded(found)


def _by_hand(*lines: tuple[str, int | None], cite: str = "Doe 24") -> bytes:
    """Lines, each bold in a size of its own or, without one, followed by a cite and a card."""
    made = docx.Document()
    for text, size in lines:
        if size is None:
            made.add_heading(text, 2)
            continue
        run = made.add_paragraph().add_run(text)
        run.bold, run.font.size = True, Pt(size)
        if text.startswith("Tag"):
            paragraph = made.add_paragraph()
            paragraph.add_run(cite).bold = cite == "Doe 24" or "," in cite
            paragraph.add_run(" (professor, https://example.org/doe)").bold = "," in cite
            made.add_paragraph("Lenders watch. It stays.")
    return packed(made)


TAGS = (("Tag one of 2024.", 13), ("Tag two.", 13))
SECTIONS: tuple[tuple[str, int | None], ...] = (("1NC", 26), ("Spending DA", 22), ("Link", 16))


@pytest.mark.parametrize(("content", "title", "role"), [
    (_by_hand(*SECTIONS, *TAGS), "Spending DA", "link"), (_by_hand(*SECTIONS[1:], *TAGS), "Spending DA", "link"),
    (_by_hand(SECTIONS[1], *TAGS), "Spending DA", None), (_by_hand(*TAGS), "speech", None),
    (_by_hand(("Link", 13), *TAGS), "speech", "link"), (_by_hand(("Spending DA", None), *TAGS), "Spending DA", None),
    (_by_hand(*SECTIONS, *TAGS, cite="Doe 24,"), "Spending DA", "link"),
    (_by_hand(*SECTIONS, *TAGS, cite="Doe 2024"), "Spending DA", "link"),
])  # fmt: skip
def test_bold_paragraphs_are_tags_where_no_style_says_so(content: bytes, title: str, role: str | None) -> None:
    found = taken(content)
    (position,) = found.positions
    assert (position["title"], found.cards, found.left) == (title, 2, [])
    assert [(x["text"], x.get("role"), len(x["evidence"])) for x in position["arguments"]] == [
        ("Tag one of 2024.", role, 1), ("Tag two.", role, 1),
    ]  # fmt: skip


@pytest.mark.parametrize("levels", [(1, 2), (2, 3), (1, 4)])
def test_headings_above_cites_are_tags_where_nothing_else_is(levels: tuple[int, int]) -> None:
    made = docx.Document()
    for text, level in (("Spending DA", levels[0]), ("It costs.", levels[1])):
        made.add_heading(text, level)
    made.add_paragraph().add_run("Doe 24").bold = True
    made.add_paragraph("Lenders watch.")
    (position,) = taken(packed(made)).positions
    assert position["title"] == "Spending DA" and position["arguments"][0]["evidence"][0]["card"] == "Lenders watch."


def test_what_answers_stands_against_what_they_say() -> None:
    made = document()
    made.add_paragraph("Case", style="Heading 2")
    made.add_paragraph("AT: Red lines were crossed", style="Heading 3")
    card(made, "Those were about weapons.")
    claim, answer = taken(packed(made)).positions[0]["arguments"]
    assert claim == {"claim": "red-lines-were-crossed", "text": "Red lines were crossed", "undeveloped": True}
    assert answer["of"] == "red-lines-were-crossed" and "rebuttal" in answer


@pytest.mark.parametrize(("file", "pocket", "hat", "kind"), [
    ("speech.docx", "1AC", "Advantage one", "support"), ("speech.docx", "1NC", "On the case", "rebuttal"),
    ("speech.docx", "", "Politics DA", "rebuttal"), ("Neg file.docx", "", "Something", "rebuttal"),
    ("speech.docx", "", "Something", "support"), ("speech.docx", "1AC", "", "support"),
])  # fmt: skip
def test_a_tag_speaks_for_or_against_by_where_it_stands(file: str, pocket: str, hat: str, kind: str) -> None:
    made = document()
    for text, style in ((pocket, "Heading 1"), (hat, "Heading 2")):
        if text:
            made.add_paragraph(text, style=style)
    card(made, "A tag.")
    assert kind in taken(packed(made), file=file).positions[0]["arguments"][0]


def test_without_highlights_what_is_underlined_is_read() -> None:
    made = document()
    made.add_paragraph("A tag.", style="Heading 4")
    made.add_paragraph().add_run("Doe 1998", style="Style 13 pt Bold")
    body = made.add_paragraph("Before ")
    body.add_run("under").underline = True
    body.add_run("lined", style="Style Underline")
    found = taken(packed(made))
    (evidence,) = found.positions[0]["arguments"][0]["evidence"]
    assert evidence["highlight"] == ["underlined"] and found.sources["doe-1998"]["issued"] == "1998"


def test_what_has_no_place_is_told_with_its_text() -> None:
    made = document()
    made.add_paragraph("Read this first.")
    card(made, "A tag.")
    made.add_table(1, 1).cell(0, 0).text = "In a table."
    made.add_paragraph("Analytic words.", style="Heading 4")
    made.add_paragraph("More words, no cite.")
    made.add_paragraph("x" * 1001, style="Heading 4")
    left = [(each.text[:20], each.why) for each in taken(packed(made)).left]
    assert [text for text, _ in left] == ["Read this first.", "In a table.", "More words, no cite.", "x" * 20]


def test_links_insertions_and_deletions_are_read_as_they_stand() -> None:
    made = document()
    made.add_paragraph("A tag.", style="Heading 4")
    cite = made.add_paragraph()
    cite.add_run("Doe 24", style="Style 13 pt Bold")
    for name, text in (("w:ins", " (added)"), ("w:del", " (gone)")):
        change = OxmlElement(name)
        change.append(cite.add_run(text)._r)
        cite._p.append(change)
    content = read(packed(made))
    assert [p.text for p in content.passages] == ["A tag.", "Doe 24 (added)"]
    assert content.unread == {"deleted stretch": 1}


def test_our_own_document_comes_back_with_its_cards_and_nothing_is_dropped() -> None:
    content = written(carded(), "case", "docx")
    found = taken(content)
    cards = [e for p in found.positions for x in p["arguments"] for e in x.get("evidence", ()) if "card" in e]
    assert cards[0]["card"] == PASSAGE
    assert " ".join(cards[0]["highlight"]).replace(" ¶ ", " ").split() == " ".join(READ).split()
    assert evaluate(loaded(found))


def _run(properties: str, text: str) -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


SHADED = '<w:u w:val="single"/><w:shd w:val="clear" w:fill="FFFF00"/>'
"""What LibreOffice and Google Docs write for a highlight."""


@pytest.mark.parametrize(("runs", "read_aloud"), [
    (_run(SHADED, "It came."), ["It came."]),
    (_run(SHADED, "It ") + _run(SHADED + "<w:smallCaps/>", "came."), ["It came."]),
    (f'<w:hyperlink w:anchor="a">{_run(SHADED, "It")}</w:hyperlink>{_run(SHADED, " came.")}', ["It came."]),
    (_run('<w:highlight w:val="none"/>', "Not this. ") + _run('<w:rStyle w:val="Lit"/>', "It came."), ["It came."]),
    (_run('<w:u w:val="single"/><w:shd w:val="clear" w:fill="auto"/>', "It came."), ["It came."]),
    (_run('<w:rStyle w:val="Lined"/>', "It came.") + _run('<w:rStyle w:val="Lined"/><w:u w:val="none"/>', " Not."),
     ["It came."]),
    (_run('<w:rStyle w:val="InternetLink"/>', "https://a.example ") + _run('<w:u w:val="single"/>', "It came."),
     ["It came."]),
    (f"<w:r><w:rPr>{SHADED}<w:rFonts w:asciiTheme='minorHAnsi'/></w:rPr><w:t>It</w:t><w:br/><w:t>came</w:t>"
     "<w:noBreakHyphen/><w:t>back.</w:t></w:r>", ["It came-back."]),
])  # fmt: skip
def test_what_other_editors_write_for_highlighted_and_underlined_is_known(runs: str, read_aloud: list[str]) -> None:
    styles = (
        f'<w:styles {W}><w:style w:styleId="T"><w:name w:val="heading 4"/></w:style>'
        '<w:style w:styleId="Lit"><w:name w:val="Yellow"/><w:rPr><w:highlight w:val="yellow"/></w:rPr></w:style>'
        '<w:style w:styleId="Lined"><w:name w:val="Mine"/><w:rPr><w:u w:val="single"/></w:rPr></w:style>'
        '<w:style w:styleId="InternetLink"><w:name w:val="Hyperlink"/><w:rPr><w:u w:val="single"/></w:rPr></w:style>'
        "</w:styles>"
    )
    body = (
        '<w:p><w:pPr><w:pStyle w:val="T"/></w:pPr><w:r><w:t>A tag.</w:t></w:r></w:p>'
        f"<w:p>{_run('<w:b/>', 'Doe 24')}{_run('', ' (a cite)')}</w:p><w:p>{runs}</w:p>"
    )
    document = f"<w:document {W}><w:body>{body}</w:body></w:document>"
    (argument,) = taken(_zip(document=document.encode(), styles=styles.encode())).positions[0]["arguments"]
    assert argument["evidence"][0]["highlight"] == read_aloud


@pytest.mark.parametrize(("inner", "card"), [
    ("<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>", "It came."),
    ("<w:smartTag>{}</w:smartTag>", "It came."), ("<w:fldSimple w:instr='X'>{}</w:fldSimple>", "It came."),
    ("<w:moveFrom>{0}</w:moveFrom><w:moveTo>{0}</w:moveTo>", "It came."), ("<w:bdo>{}</w:bdo>", "It came."),
    ("<m:AlternateContent><m:Choice>{0}</m:Choice><m:Fallback>{0}</m:Fallback></m:AlternateContent>", "It came."),
    ("<w:r><w:ruby><w:rt>{0}</w:rt><w:rubyBase>{0}</w:rubyBase></w:ruby></w:r>", "It came."),
    ("<w:r><w:t>It</w:t><w:tab/><w:t>came</w:t><w:ptab/><w:t>back</w:t><w:br/><w:t>soon.</w:t></w:r>",
     "It came back soon."),
    ("{}<w:r><w:footnoteReference/></w:r>", "It came."), ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>It.</w:t></w:r>", "It."),
])  # fmt: skip
def test_a_passage_is_read_once_however_an_editor_wraps_it(inner: str, card: str) -> None:
    said = inner.format(_run("", "It came."))
    body = (
        '<w:p><w:pPr><w:outlineLvl w:val="3"/></w:pPr><w:r><w:t>A tag.</w:t></w:r></w:p>'
        f"<w:p>{_run('<w:b/>', 'Doe 24')}{_run('', ' (a cite)')}</w:p><w:p>{said}</w:p>"
    )
    m = 'xmlns:m="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    content = _zip(document=f"<w:document {W} {m}><w:body>{body}</w:body></w:document>".encode())
    (argument,) = taken(content).positions[0]["arguments"]
    assert argument["evidence"][0]["card"] == card


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TAG = '<w:p><w:pPr><w:pStyle w:val="658"/></w:pPr><w:r><w:t>A tag.</w:t></w:r></w:p>'
DOE = "<w:p>" + _run('<w:rStyle w:val="C"/>', "Doe 24") + _run("", " (a cite)") + "</w:p>"
IT_CAME = "<w:p>" + _run('<w:highlight w:val="yellow"/>', "It came.") + "</w:p>"
STYLES = (
    f'<w:styles {W}><w:style w:styleId="658"><w:name w:val="heading 4"/></w:style>'
    '<w:style w:styleId="659"><w:name w:val="Heading 4 Char"/></w:style>'
    '<w:style w:styleId="E"><w:name w:val="Emphasis"/><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:styleId="C"><w:name w:val="Style 13 pt Bold"/></w:style></w:styles>'
)


def _of_editor(body: str, document: str = "document", styles: str = "styles", strict: bool = False) -> Speeches:
    """A document as an editor packs it, with its styles and a link."""
    main = f"<w:document {W} xmlns:r='{OFFICE}'><w:body>{body}</w:body></w:document>"
    if strict:
        main, look = (re.sub(r"schemas\.openxmlformats\.org/(\w+)/2006/", r"purl.oclc.org/ooxml/\1/", x)
                      for x in (main, STYLES))  # fmt: skip
    else:
        look = STYLES
    link = "<a><b Id='rId9' Target='https://c.example/study' TargetMode='External'/></a>"
    content = BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name, text in ((document, main), (styles, look)):
            archive.writestr(f"word/{name}.xml", text)
        archive.writestr(f"word/_rels/{document}.xml.rels", link)
    return taken(content.getvalue())


@pytest.mark.parametrize(("body", "read_aloud"), [
    (TAG + DOE + IT_CAME, "It came."),
    (TAG + DOE + "<w:p>" + _run('<w:highlight w:val="white"/>', "First. ") + _run(SHADED, "It came.") + "</w:p>",
     "It came."),
    (TAG + DOE + "<w:p>" + _run('<w:shd w:val="solid" w:color="FFFF00" w:fill="auto"/>', "It came.") + "</w:p>",
     "It came."),
    (TAG + DOE + "<w:p>" + _run('<w:rStyle w:val="E"/>', "It came") + _run("", " in 2022.") + "</w:p>", "It came"),
    (TAG + DOE + "<w:p>" + _run('<w:b/><w:u w:val="single"/>', "It came") + _run("", " in 2022.") + "</w:p>",
     "It came"),
    ("<w:p>" + _run('<w:rStyle w:val="659"/>', "A ") + _run('<w:rStyle w:val="659"/>', "tag.") + "</w:p>" + DOE
     + IT_CAME, "It came."),
    (TAG.replace("</w:r></w:p>", "<w:br/></w:r>") + DOE.removeprefix("<w:p>") + IT_CAME, "It came."),
    (TAG + "<w:p>" + _run('<w:rStyle w:val="C"/>', "Doe 24") + "</w:p><w:p>" + _run("", "[a cite of 2024]") + "</w:p>"
     + IT_CAME, "It came."),
])  # fmt: skip
def test_a_card_is_one_card_whatever_an_editor_makes_of_it(body: str, read_aloud: str) -> None:
    found = _of_editor(body)
    (argument,) = found.positions[0]["arguments"]
    (evidence,) = argument["evidence"]
    assert (argument["text"], evidence["source"], evidence["highlight"]) == ("A tag.", "doe-2024", [read_aloud])
    assert found.sources["doe-2024"]["note"].startswith("Doe 24 ") and not found.left and not found.unread


@pytest.mark.parametrize("packing", [{"strict": True}, {"document": "document2", "styles": "styles2"}])
def test_a_document_is_read_however_an_editor_packs_it(packing: Any) -> None:
    found = _of_editor(TAG + DOE + IT_CAME, **packing)
    assert found.positions == _of_editor(TAG + DOE + IT_CAME).positions and found.cards == 1


FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "https://c.ex</w:instrText></w:r>'
    '<w:r><w:instrText>ample/study" </w:instrText></w:r><w:r><w:t>here</w:t></w:r>'
)


@pytest.mark.parametrize(("link", "words"), [
    ('<w:hyperlink r:id="rId9"><w:r><w:t>here</w:t></w:r></w:hyperlink>', "here"), (FIELD, "here"),
    ("<w:fldSimple w:instr='HYPERLINK \"https://c.example/study\"'><w:r><w:t>here</w:t></w:r></w:fldSimple>", "here"),
    ('<w:hyperlink r:id="rId9"><w:r><w:t>https://c.example/study</w:t></w:r></w:hyperlink>', ""),
])  # fmt: skip
def test_the_address_behind_words_is_kept_with_a_cite_and_told_elsewhere(link: str, words: str) -> None:
    cited = _of_editor(TAG + DOE.replace("</w:p>", f"{link}</w:p>") + IT_CAME)
    assert cited.sources["doe-2024"]["URL"] == "https://c.example/study" and not cited.unread
    carded = _of_editor(TAG + DOE + IT_CAME.replace("</w:p>", f"{link}</w:p>"))
    assert carded.unread == ({"address behind words": 1} if words else {})


def test_words_struck_out_stay_and_their_line_is_told() -> None:
    found = _of_editor(
        TAG + DOE + "<w:p>" + _run("<w:strike/>", "It ") + _run('<w:strike w:val="0"/>', "came.") + "</w:p>"
    )
    assert found.positions[0]["arguments"][0]["evidence"][0]["card"] == "It came."
    assert found.unread == {"line through words": 1}


def test_what_is_not_read_is_counted_by_kind() -> None:
    note = f"<w:{{0}}s {W}><w:{{0}} w:type='separator'/><w:{{0}}/></w:{{0}}s>"
    box = "<w:txbxContent><w:p><w:r><w:t>In a box.</w:t></w:r></w:p></w:txbxContent>"
    body = (
        f"<w:document {W} xmlns:m='http://schemas.openxmlformats.org/officeDocument/2006/math' "
        "xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'><w:body><w:altChunk/><w:p><m:oMath/><w:r><w:sym/>"
        f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
        "</w:r></w:p></w:body></w:document>"
    )
    content = read(_zip(
        document=body.encode(), footnotes=note.format("footnote").encode(), comments=note.format("comment").encode(),
        header1=f"<w:hdr {W}><w:t>Head</w:t></w:hdr>".encode(), footer1=f"<w:ftr {W}/>".encode(),
    ))  # fmt: skip
    assert content.unread == {"footnote": 1, "comment": 1, "header or footer": 1, "equation": 1, "symbol": 1,
                              "embedded document": 1}  # fmt: skip
    assert [passage.text for passage in content.passages] == ["In a box."]


@pytest.mark.real
@pytest.mark.slow
def test_what_libreoffice_saves_is_understood_as_what_it_opened(tmp_path: Path) -> None:
    needs("soffice")
    content = written(carded(), "case", "docx")
    (tmp_path / "case.docx").write_bytes(content)
    command = ["soffice", f"-env:UserInstallation={tmp_path.as_uri()}/profile", "--headless", "--convert-to", "docx",
               "--outdir", "saved", "case.docx"]  # fmt: skip
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=300)
    ours, theirs = taken(content), taken((tmp_path / "saved" / "case.docx").read_bytes())
    assert theirs.positions == ours.positions and theirs.sources == ours.sources and theirs.left == ours.left


@pytest.mark.parametrize("kind", ["case", "negative", "blocks"])
@given(policy_debates(max_statements=10))
@settings(max_examples=15)
def test_every_word_of_our_own_documents_is_in_the_debate_or_told(kind: str, debate: Debate) -> None:
    content = written(evaluate(debate), kind, "docx")
    document = read(content)
    passages = document.passages
    found = understood([("file.docx", document)], "the-resolution")
    if not found.positions:
        return
    kept = words(loaded(found)) + " ".join(" ".join(each.text.split()) for each in found.left)
    for passage in passages:
        if passage.kind in ("text", "undertag") and "words read" not in passage.text:
            of_it = set(passage.text.replace("¶", " ").split()) - LEADS
            assert all(word.strip("“”.:?") in kept for word in of_it)


LEADS = {"They", "will", "say:", "Then", "say", "Ask:", "Magnitude:", "Probability:", "Time:", "Reversible:"}
"""Words that say what a line is."""


def test_ids_of_our_own_documents_come_back() -> None:
    ev = carded()
    found = taken(written(ev, "blocks", "docx"))
    ids = {x.get("support") or x.get("rebuttal") for p in found.positions for x in p["arguments"]}
    assert len(ids & set(ev.debate.statements)) >= 2


def test_what_is_said_between_cards_of_a_speech_is_an_argument_of_its_own() -> None:
    ev = carded()
    card = next(x.id for x in ev.debate.statements.values() if any(e.card for e in x.evidence))
    made = speech(SelectedDebate(ev, Citations({}, ())), "S", f"{card}\nThey never answered it.")
    (position,) = taken(docx_format.write(made)).positions
    assert [x["text"] for x in position["arguments"]][1:] == ["They never answered it."]
    assert position["arguments"][0]["evidence"][0]["card"] == PASSAGE


def test_a_line_that_counts_words_is_no_part_of_a_tag() -> None:
    made = document()
    made.add_paragraph("Trams free roads. 29 words read, 7 seconds", style="Heading 4")
    made.add_paragraph("29 words read, 7 seconds.")
    found = taken(packed(made))
    assert found.positions[0]["arguments"][0]["text"] == "Trams free roads." and not found.left
    assert found.recounted == {"reading time": 2}


def _zip(**parts: bytes) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in parts.items():
            archive.writestr(f"word/{name}.xml", content)
    return buffer.getvalue()


@pytest.mark.parametrize("content", [
    b"", b"PK", b"not a zip", _zip(styles=b"<a/>"), _zip(document=b"<a"),
    _zip(document=b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'), _zip(document=b"\xff\xfe<a/>"),
])  # fmt: skip
def test_what_is_no_word_document_is_refused(content: bytes) -> None:
    with pytest.raises(NotWordError):
        read(content)


def test_a_hat_that_holds_nothing_reading_times_and_accents_leave_no_trace() -> None:
    made = document()
    made.add_paragraph("Blocks", style="Heading 1")
    made.add_paragraph("Trams? · in all 1,062 words read, 5 minutes; a rebuttal has 5 minutes")
    made.add_paragraph("Index", style="Heading 2")
    made.add_paragraph("AT: Größe zählt", style="Heading 2")
    card(made, "It does not. 31 words read, 8 seconds")
    made.add_paragraph("First speech: 79 words read, 19 seconds of 8 minutes", style="Heading 2")
    card(made, "Size is nothing.")
    found = taken(packed(made))
    assert [position["title"] for position in found.positions] == ["Blocks", "First speech"]
    assert found.positions[0]["arguments"][0]["claim"] == "grosse-zahlt"
    assert found.left == [] and found.recounted["reading time"] == 3


def test_another_place_of_a_source_is_no_other_source() -> None:
    made = document()
    made.add_paragraph("Blocks", style="Heading 2")
    card(made, "Nobody expects it.")
    for tag, place in (("Nor later.", "p. 58"), ("Nor ever.", "a professor")):
        made.add_paragraph(tag, style="Heading 4")
        cite = made.add_paragraph("Jane ")
        cite.add_run("Doe 24", style="Style 13 pt Bold")
        cite.add_run(f" ({place})")
    found = taken(packed(made))
    cited = [each["evidence"][0] for each in found.positions[0]["arguments"]]
    assert cited[1] == {"source": cited[0]["source"], "at": "p. 58"}
    assert len(found.sources) == 2
