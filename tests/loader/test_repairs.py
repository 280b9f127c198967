"""A repair that is made unasked changes a text that is certainly meant, and nothing beside it."""

from __future__ import annotations

import pytest

from argmap.loader import read
from argmap.writing.fix import fix
from tests.loader.debates import DEBATE, EMPTY, SOURCES, load
from tests.loader.test_commas import diagnose

HEAD = "  - rebuttal: b\n    of: send-trainers\n"
TWO_TEXTS = (
    f"{HEAD}    text: Note: it is bad.\n    evidence:\n      - source: article\n        says: They found: nothing.\n"
)
LEFT_ALONE = {
    "a text that goes on in the column of its key": HEAD + "    text: It is so\n    and so on\n",
    "the same further in": HEAD
    + "    text: A.\n    rebuttals:\n      - rebuttal: c\n        text: one\n        and two\n",
    "a block that loses a column": HEAD + "    text: |\n      It is good\n     and cheap\n",
    "a comment behind a text": HEAD + "    text: Note: it is bad. # TODO check\n",
    "words behind a brace": "  - {rebuttal: b, of: send-trainers, text: one} two\n",
    "a key without a value": HEAD + "    text: A.\n    evidence: [{source: article, at: p. 4, quote:}]\n",
}


@pytest.mark.parametrize("text", LEFT_ALONE.values(), ids=LEFT_ALONE)
def test_what_may_be_meant_otherwise_is_left_to_the_author(text: str) -> None:
    assert not load(text).ok
    files = {"debate.yaml": DEBATE, "sources.yaml": SOURCES, "positions/p.yaml": f"position: p\narguments:\n{text}"}
    assert fix(files, diagnose).files == {}


def test_each_of_several_texts_is_pointed_at_by_itself() -> None:
    first = load(TWO_TEXTS).diagnostics[0]
    assert first.help == 'Write `"Note: it is bad."`.'


def test_a_text_on_two_lines_is_quoted_whole() -> None:
    files = {"debate.yaml": DEBATE, "sources.yaml": SOURCES}
    files["positions/p.yaml"] = f"position: p\narguments:\n{HEAD}    text: Note: it is\n      bad, they say\n"
    mended = fix(files, diagnose).files["positions/p.yaml"].decode()
    assert mended.endswith('    text: "Note: it is bad, they say"\n')


def test_a_comment_before_a_text_may_be_its_beginning() -> None:
    (found,) = load(HEAD + "    text: #3 is wrong\n      and so on\n").diagnostics
    assert (found.rule, found.fix) == ("text-cut-by-comment", ())


ONE_LINE = {
    "stands: Yes, because: it works": 'stands: "Yes, because: it works"',
    "stands: A, text: b": 'stands: "A, text: b"',
    "stands: A, outweighs: b": 'stands: "A, outweighs: b"',
    "stands: A, defeated: b": "{stands: A, defeated: b}",
}


@pytest.mark.parametrize(("given", "wanted"), ONE_LINE.items())
def test_keys_on_one_line_stand_between_braces_where_one_mapping_has_them_all(given: str, wanted: str) -> None:
    debate = DEBATE + "    answer:\n      "
    files = {"sources.yaml": SOURCES, "debate.yaml": f"{debate}{given}\n"}
    assert fix(files, diagnose).files["debate.yaml"].decode() == f"{debate}{wanted}\n"


@pytest.mark.parametrize("text", ["No space here", "No", 'A "b" c', "It is so, and so on"])
@pytest.mark.parametrize("key", ["text", "tag"])
def test_the_advice_of_a_missing_space_shows_the_whole_text(key: str, text: str) -> None:
    lead = "" if key == "text" else "    text: A.\n"
    (found,) = load(f"{HEAD}{lead}    {key}:{text}\n").diagnostics
    assert (found.help, found.span.column) == (f"Write `{key}: {text}`.", 5)
    assert found.span.end - found.span.start == len(f"{key}:{text}")


LEFT_OUT = {
    "the resolution": ("debate.yaml", DEBATE.replace("Trainers should be sent.", "[sic] so, x")),
    "its answer": ("debate.yaml", DEBATE + "    answer: [a\n"),
    "what its answer says": ("debate.yaml", DEBATE + "    answer:\n      stands: [sic] so\n"),
    "what stands below a list": (
        "positions/p.yaml",
        "position: p\narguments:\n  - support: b\n    of: send-trainers\n    text: B.\n    evidence:\n"
        "      - source: article\n    facets:\n      place: [sic] so, x\n      time: now\n",
    ),
    "the only answer": (
        "positions/p.yaml",
        "position: p\narguments:\n  - support: b\n    of: send-trainers\n    text: B.\n    rebuttals:\n"
        "      - rebuttal: c\n        text: [sic] so\n",
    ),
}


@pytest.mark.parametrize(("file", "text"), LEFT_OUT.values(), ids=LEFT_OUT)
def test_nothing_is_said_of_what_a_text_leaves_empty_that_cannot_be_read(file: str, text: str) -> None:
    files = {"debate.yaml": DEBATE, "sources.yaml": SOURCES, "positions/p.yaml": EMPTY}
    assert [found.rule for found in read({**files, file: text}).diagnostics] == ["yaml-syntax"]


TABS = {
    "an item": ("\t- support: a1\n    of: send-trainers\n", '    text: "Unclosed\n', 2),
    "all of an item": ("\t- support: a1\n\t  of: send-trainers\n", '\t  text: "Unclosed\n', 4),
    "items below it": (
        "\t- support: a1\n\t  of: send-trainers\n\t  text: Good\n",
        '\t- support: a2\n\t  of: send-trainers\n\t  text: "Unclosed\n\t- support: a3\n',
        4,
    ),
    "a fault on its line": ("  - support: a1\n    of: send-trainers\n", "\ttext: a: b\n", 4),
    "a key": ("  - support: a1\n    of: send-trainers\n\ttag: so\n", '    text: "Unclosed\n', 4),
}


@pytest.mark.parametrize(("above", "below", "width"), TABS.values(), ids=TABS)
def test_a_tab_is_named_and_mended_though_another_fault_stands_below(above: str, below: str, width: int) -> None:
    text = f"position: p\narguments:\n{above}{below}"
    files = {"debate.yaml": DEBATE, "sources.yaml": SOURCES, "positions/p.yaml": text}
    found = read(files).diagnostics[0]
    assert (found.rule, found.help) == (
        "tab-indentation",
        f"Put {width} spaces for each tab that begins a line.",
    )
    assert [edit.text for edit in found.fix] == [" " * width] * text.count("\t")
    assert "\t" not in fix(files, diagnose).files["positions/p.yaml"].decode()


def test_of_several_dashes_without_a_space_each_is_told_in_words_that_mend_it() -> None:
    text = "position: p\narguments:\n  -claim: a\n    text: A.\n    supports:\n      -support: b\n       text: B.\n"
    found = read({"debate.yaml": DEBATE, "sources.yaml": SOURCES, "positions/p.yaml": text}).diagnostics
    assert [(each.span.line, each.help) for each in found] == [
        (3, "Write `- claim: a`."),
        (6, "Put a space after its dash, and one more before each line that belongs to it."),
    ]
