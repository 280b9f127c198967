"""What is no difference between two texts, and what is one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.evidence.quotes.normal import normal, normal_text

SAME = [
    ("white  space\n and\tlines", "white space and lines"),
    ("no\u00a0break", "no break"),
    ("“double”", '"double"'),
    ("the mayor’s", "the mayor's"),
    ("she said — and left", "she said -- and left"),
    ("she said—and left", "she said - and left"),
    ("1914–18", "1914-18"),
    ("eﬃcient ofﬁces", "efficient offices"),
    ("sof\u00adtly", "softly"),
    ("sof¬\ntly", "sof- tly"),
    ("¬ sure", "¬ sure"),
    ("zero\u200bwidth", "zerowidth"),
    ("cafe\u0301", "caf\u00e9"),
    ("\ufeffmark", "mark"),
    ("ｗｉｄｅ", "wide"),
]
OTHER = [
    ("no", "not"),
    ("1,250", "1,520"),
    ("10⁶", "106"),
    ("1½", "11/2"),
    ("H₂O", "H2O"),
    ("recreation", "re-creation"),
    ("well known", "well-known"),
    ("any one", "anyone"),
    ("The", "the"),
    ("first, second", "first second"),
    ("-5", "5"),
    ('"so-called"', "so-called"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_what_a_printer_changes_is_no_difference(one: str, other: str) -> None:
    assert normal_text(one) == normal_text(other)


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_what_changes_words_is_a_difference(one: str, other: str) -> None:
    assert normal_text(one) != normal_text(other)


CHARACTERS = st.text(
    st.one_of(
        st.characters(codec="utf-8", max_codepoint=0x2FF),
        st.sampled_from(" \n\t\u00a0\u00ad\u200b\ufeff-‐‑–—−’‘“”«»…ﬁﬀﬆ.,:%'\"\u0301\u0308éｗ½²\f"),
    ),
    max_size=60,
)


@given(CHARACTERS)
def test_normalising_twice_is_normalising_once(text: str) -> None:
    assert normal_text(normal_text(text)) == normal_text(text)


@given(CHARACTERS)
def test_every_character_has_a_gap_and_a_place(text: str) -> None:
    found = normal(text)
    assert len(found.chars) == len(found.gaps) == len(found.offsets)
    assert list(found.offsets) == sorted(found.offsets)
    assert all(0 <= offset < len(found.text) for offset in found.offsets)
    assert not any(char.isspace() for char in found.chars)


@given(st.lists(st.sampled_from(["not", "re", "5", "mayor’s", "a-b", "1,250", "“so”", "–", "x."]), max_size=8))
def test_other_white_space_is_no_other_text(words: list[str]) -> None:
    assert normal_text("\n   ".join(words)) == normal_text(" ".join(words)) == normal_text("\t".join(words) + "\n")
