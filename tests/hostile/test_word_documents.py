"""Speech documents that somebody else packed: whatever is in the archive, `import` ends with a sentence."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from argmap.cli.commands import import_
from argmap.system.limited_process import LimitedProcess
from argmap.writing.imports.word import document_reading, speeches
from argmap.writing.imports.word.document_reading import NotWordError, read
from argmap.writing.imports.word.speeches import understood
from tests.cli.run import Program

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
STYLES = "".join(f'<w:style w:styleId="{name}"><w:name w:val="{name}"/></w:style>' for name in ("Hat", "Tag"))


def paragraph(text: str, style: str = "", more: str = "") -> str:
    look = f'<w:pPr><w:pStyle w:val="{style}"/>{more}</w:pPr>'
    return f"<w:p>{look}<w:r><w:t>{text}</w:t></w:r></w:p>"


def whole(body: str, before: str = "") -> str:
    return f"{before}<w:document {W} {MC}><w:body>{paragraph('DA Boats', 'Hat')}{body}</w:body></w:document>"


def archive(document: str | bytes, styles: str = STYLES, **more: bytes) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("word/document.xml", document)
        packed.writestr("word/styles.xml", f"<w:styles {W}>{styles}</w:styles>")
        for name, content in more.items():
            packed.writestr(name, content)
    return buffer.getvalue()


ENTITIES = '<!DOCTYPE d [<!ENTITY a "boats"><!ENTITY b SYSTEM "file:///etc/passwd">]>'
TAG = paragraph("Boats sink.", "Tag")
REFUSED = {
    "entities": whole(TAG, ENTITIES),
    "entities in UTF-16": whole(TAG, f'<?xml version="1.0" encoding="utf-16"?>{ENTITIES}').encode("utf-16"),
    "an encoding that nobody knows": whole(TAG, '<?xml version="1.0" encoding="x-y"?>'),
    "an encoding of several bytes": whole(TAG, '<?xml version="1.0" encoding="utf-7"?>'),
    "a byte that is no text": whole(TAG).encode() + b"\0",
    "an end that is missing": whole(TAG)[:-3],
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_no_word_document_has_is_refused(name: str) -> None:
    with pytest.raises(NotWordError, match=r"is not a Word document|defines entities"):
        read(archive(REFUSED[name]))


@pytest.mark.parametrize("at", range(0, 700, 7))
def test_an_archive_with_a_wrong_byte_is_read_or_refused(at: int) -> None:
    content = bytearray(archive(whole(TAG)))
    content[at % len(content)] ^= 0xFF
    try:
        read(bytes(content))
    except NotWordError as error:
        assert str(error).startswith(("is not", "holds more", "defines"))


@pytest.mark.parametrize("level", ["²", "9" * 5_000, "-1", "4", ""])
def test_a_level_of_the_outline_that_is_none_makes_text(level: str) -> None:
    outline = f'<w:outlineLvl w:val="{level}"/>'
    style = f'{STYLES}<w:style w:styleId="x"><w:name w:val="x"/><w:pPr>{outline}</w:pPr></w:style>'
    found = read(archive(whole(paragraph("Boats", "x") + paragraph("Boats", "", outline)), style)).passages
    assert [each.kind for each in found] == ["hat", "text", "text"]


def test_a_long_line_of_styles_is_followed_so_far() -> None:
    line = "".join(
        f'<w:style w:styleId="s{n}"><w:name w:val="n{n}"/><w:basedOn w:val="s{n + 1}"/></w:style>' for n in range(3_000)
    )
    found = read(archive(whole(paragraph("Boats", "s0") * 3_000), STYLES + line)).passages
    assert len(found) == 3_001


def test_a_box_in_a_box_is_read_once() -> None:
    body = f"<w:p><w:r>{'<w:txbxContent><w:p><w:r>' * 40}<w:t>x</w:t>{'</w:r></w:p></w:txbxContent>' * 40}</w:r></w:p>"
    assert [each.text for each in read(archive(whole(body))).passages] == ["DA Boats", "x"]


def test_a_box_that_is_written_twice_is_read_once() -> None:
    box = f"<w:txbxContent>{paragraph('in the box')}</w:txbxContent>"
    both = f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    found = read(archive(whole(f"<w:p><w:r><w:t>beside</w:t>{both}</w:r></w:p>"))).passages
    assert [each.text for each in found] == ["DA Boats", "beside", "in the box"]


def test_more_text_than_a_speech_document_has_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(document_reading, "MOST_CHARACTERS", 100)
    with pytest.raises(NotWordError, match="more than 100 characters"):
        read(archive(whole(TAG * 20)))


def test_an_id_that_many_would_have_is_looked_up_a_few_times_each(monkeypatch: pytest.MonkeyPatch) -> None:
    looked = [0]

    class Taken(set[str]):
        def __contains__(self, id: object) -> bool:
            looked[0] += 1
            return super().__contains__(id)

    plain = speeches._Names
    monkeypatch.setattr(speeches, "_Names", lambda taken: plain(Taken(taken)))
    found = understood([("a.docx", read(archive(whole(TAG * 300))))], "the-resolution")
    assert len({each["rebuttal"] for each in found.positions[0]["arguments"]}) == 300
    assert 300 < looked[0] < 1_000


@pytest.fixture
def argmap(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Program:
    return Program(tmp_path, capsys, monkeypatch)


def test_documents_that_take_too_long_say_so_and_nothing_is_written(
    argmap: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    (argmap.folder / "a.docx").write_bytes(archive(whole(TAG)))
    monkeypatch.setattr(import_, "LimitedProcess", lambda module: LimitedProcess(module, -100))
    result = argmap("import", "docx", "a.docx", "--name", "e")
    assert result.code == 2 and "have 5 s together, and 20 s more for each MB. Import fewer" in result.err
    assert not (argmap.folder / "arguments").exists()


def answer(asked: object, content: bytes) -> None:
    """As a document has it answered that needs more than there is."""
    raise MemoryError


def test_documents_that_need_too_much_memory_say_so(argmap: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    (argmap.folder / "a.docx").write_bytes(archive(whole(TAG)))
    monkeypatch.setattr(import_, "LimitedProcess", lambda _: LimitedProcess(__name__))
    result = argmap("import", "docx", "a.docx", "--name", "e")
    assert result.code == 2 and "more than 1.5 GB of memory, or are damaged. Import fewer" in result.err


def test_what_a_document_says_steers_no_terminal(argmap: Program) -> None:
    said = "&#x202e;&#x9b;31m&#xA;::error::x&#x2028;"
    box = f"<w:tbl>{paragraph(said)}</w:tbl>"
    (argmap.folder / "a.docx").write_bytes(archive(whole(paragraph(f"Boats {said}", "Tag") + box)))
    result = argmap("import", "docx", "a.docx", "--name", "e")
    assert result.code == 1
    assert result.err.replace("\n", "").isprintable() and "\n::" not in result.err
    assert argmap("check", "e").code == 1  # what is not seen is an error of the debate
