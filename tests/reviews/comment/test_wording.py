"""Two wordings as one: both can be read out of it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.reviews.comment.comment_wording import marked, said, shortened
from argmap.wording.markdown_text import tidy
from tests.platforms import HOSTILE, RENDERERS, ZERO_WIDTH, elements, noticed, shown

SAMPLES = ["a", "few", "words,", "of", "one", "text:", "more.", "and", "(other)", "ones", "@you", "#1", "<b>", "end's"]
WORDS = st.lists(st.sampled_from(SAMPLES), max_size=14).map(" ".join)


def _without(element: str, text: str) -> str:
    return re.sub(rf"<{element}>.*?</{element}>", "", text)


def _bare(text: str) -> str:
    return "".join(tidy(text).replace(ZERO_WIDTH, "").split())


@pytest.mark.parametrize(
    ("before", "after", "written"),
    [
        ("Small forces deter.", "Small forces do not deter.", "Small forces <ins>do not</ins> deter."),
        ("It costs 5 euros.", "It costs 6 euros.", "It costs <del>5</del> <ins>6</ins> euros."),
        ("Now, it is so.", "Now: it is so.", "Now<del>,</del> <ins>:</ins> it is so."),
        ("a b", "a  b", "a b (white space only)"),
        ("old words", "new sense", "<del>old words</del> <ins>new sense</ins>"),
        ("x @a y", "x @b y", "x @<del>a</del> <ins>b</ins> y"),
    ],
)
def test_differences(before: str, after: str, written: str) -> None:
    assert marked(before, after) == written


@given(WORDS, WORDS)
@settings(max_examples=200)
def test_both_wordings_can_be_read(before: str, after: str) -> None:
    page = marked(before, after)
    if tidy(before) == tidy(after):
        return
    assert _bare(shown("x " + _without("ins", page))) == _bare("x" + before)
    assert _bare(shown("x " + _without("del", page))) == _bare("x" + after)


@given(st.sampled_from(HOSTILE), st.sampled_from(HOSTILE), WORDS)
def test_nothing_comes_of_hostile_wordings(before: str, after: str, more: str) -> None:
    page = f"- x {marked(f'{more} {before}', f'{after} {more}')}"
    assert noticed(page) == set()
    for service in RENDERERS:
        assert set(elements(page, service)) <= {"body", "ul", "li", "del", "ins", "span"}


def test_long_stretches_that_stayed_are_cut() -> None:
    same = " ".join(f"word{n}" for n in range(200))
    page = marked(f"{same} old {same}", f"{same} new {same}")
    assert "[…]" in page and len(page) < 400 and "<del>old</del> <ins>new</ins>" in page


def test_texts_too_long_to_compare_are_shown_one_after_the_other() -> None:
    page = marked("a " * 20_000, "b " * 20_000)
    assert page.count("more characters") == 2 and len(page) < 3_000


@pytest.mark.parametrize("length", [1, 299, 300, 301, 5000])
def test_what_is_left_out_of_a_text_is_counted(length: int) -> None:
    text = ("word " * 2000)[:length].strip()
    short = shortened(text)
    kept, _, more = short.partition(" … (")
    assert len(kept) + (int(more.split()[0].replace(",", "")) if more else 0) == len(text)


def test_quotation_marks() -> None:
    assert said("it's @me") == "“it's @&#8203;me”"
