"""Any text can be written, and reads back as itself, whatever it looks like."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from argmap.writing.scalars import WIDTH, double_quoted, is_plain, on_one_line, trimmed, written

TEXTS = st.text(
    st.one_of(
        st.sampled_from(" \n:#-'\"\\,[]{}?&*!|>%@`abc"),
        st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufeff\ufffe\uffff"),
    ),
    max_size=60,
).map(trimmed)  # fmt: skip


def read(text: str) -> object:
    return yaml.load(text, Loader=yaml.BaseLoader)


@settings(max_examples=400)
@given(TEXTS, st.booleans(), st.sampled_from(("", ">", "|", "'")))
@example("a" * 70 + " " + "b" * 70, False, "")
@example("one\n\n\ntwo " + "words " * 30 + "end", False, "")
@example("# no comment", True, "")
def test_a_text_reads_back_as_itself(text: str, quoted: bool, was: str) -> None:
    for indent in (2, 8):
        done = written(text, was, indent + 3, indent, quoted=quoted)
        margin = " " * indent
        lines = [f"k: {done.line}", *(margin + line if line else "" for line in done.below)]
        assert read("\n".join(lines) + "\nlast: x\n") == {"k": text, "last": "x"}


@settings(max_examples=400)
@given(TEXTS, st.booleans())
def test_so_it_does_between_brackets_and_as_a_key(text: str, quoted: bool) -> None:
    inside = on_one_line(text, "", inside=True, quoted=quoted)
    assert read(f"[{inside}, {{k: {inside}}}]\n") == [text, {"k": text}]
    assert read(f"{on_one_line(text, '')}: x\n") == {text: "x"}


@given(st.lists(st.text("abcdefgh", min_size=1, max_size=12), min_size=30, max_size=80))
def test_a_long_text_is_folded_within_the_width(words: list[str]) -> None:
    done = written(" ".join(words), "", 12, 6)
    assert all(6 + len(line) <= WIDTH for line in done.below)
    assert " ".join(done.below or [done.line]) == " ".join(words)


@pytest.mark.parametrize("text", ["a", "a, b", "it's so", "a:b", "(x)", "é", "50 %", "a - b", "a#b", "1.10", "x [y]"])
def test_what_needs_no_quotes(text: str) -> None:
    assert is_plain(text) and on_one_line(text, "") == text


@pytest.mark.parametrize(
    "text", ["", "a: b", "a:", "a #b", "- a", "'a", '"a', "[a]", "{a}", "*a", "&a", "!a", "@a", " a"]
)
def test_what_needs_them(text: str) -> None:
    assert not is_plain(text) and on_one_line(text, "") == double_quoted(text)


@pytest.mark.parametrize("text", ["2", "1e5", "yes", "No", "null", "~", "2024-05-08", "0x1F", ".inf", "12:30"])
def test_what_may_be_taken_for_something_else_keeps_the_quotes_it_has(text: str) -> None:
    assert on_one_line(text, f"'{text}'") == f'"{text}"'
    assert on_one_line(text, text) == text
