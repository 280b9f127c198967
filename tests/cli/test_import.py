"""`argmap import docx`."""

from __future__ import annotations

from tests.cli.run import Program


def test_a_brief_in_word_becomes_a_debate_that_checks(small: Program) -> None:
    assert small("brief", "negative", "-o", "Neg file.docx").code == 0
    made = small("import", "docx", "Neg file.docx", "--resolution", "We should do this.")
    assert made.err.startswith("Made arguments/neg-file/ with") and "argmap check neg-file" in made.err
    assert made.code == int("Put each where it belongs" in made.err)
    assert (
        "argmap works it out: 1 line of the contents and 2 reading times." in made.err
        and "Not read: 1 header or footer." in made.err
    )
    checked = small("check", "neg-file")
    assert "error" not in checked.out + checked.err
    header = small.folder / "arguments" / "neg-file" / "debate.yaml"
    assert "text: We should do this." in header.read_text(encoding="utf-8")


def test_a_debate_that_is_there_is_not_written_over(small: Program) -> None:
    small("brief", "negative", "-o", "n.docx")
    refused = small("import", "docx", "n.docx", "--name", "school-start")
    assert refused.code == 2 and "already exists" in refused.err


def test_what_is_no_speech_document_is_refused_with_what_to_do(small: Program) -> None:
    small.write("a.doc", "old")
    small.write("b.docx", "no zip")
    assert "Save it as .docx in Word." in small("import", "docx", "a.doc").err
    assert "b.docx is not a Word document (.docx). Nothing was written." in small("import", "docx", "b.docx").err
    small("brief", "policy", "-o", "memo.docx")
    assert "a tag has the style Tag or Heading 4" in small("import", "docx", "memo.docx").err
    for name in ("A b", "con", "nul", "lpt1"):
        assert "cannot name a debate" in small("import", "docx", "memo.docx", "--name", name).err
        assert "cannot name a debate" in small("new", name).err
    assert small("import", "docx", "none.docx").code == 2
