"""The mechanics of English: lists, counts, dates, near misses, missing extras."""

from __future__ import annotations

import pickle

import pytest

from argmap.wording.calendar_words import long_date
from argmap.wording.counts import counted, in_words
from argmap.wording.extras import MissingExtra
from argmap.wording.lists import every_one, listed
from argmap.wording.near_misses import did_you_mean, nearest


@pytest.mark.parametrize(
    ("n", "words"),
    [(0, "no claims"), (1, "one claim"), (2, "two claims"), (10, "ten claims"), (11, "11 claims"),
     (1200, "1,200 claims")],
)  # fmt: skip
def test_a_count_agrees_with_its_noun(n: int, words: str) -> None:
    assert in_words(n, "claim") == words and in_words(n) == words.removesuffix(" claims").removesuffix(" claim")


@pytest.mark.parametrize(("n", "words"), [(0, "no claims"), (1, "1 claim"), (2, "2 claims"), (1200, "1,200 claims")])
def test_a_terminal_has_figures(n: int, words: str) -> None:
    assert counted(n, "claim") == words


def test_an_irregular_plural_is_given() -> None:
    assert in_words(2, "reply", "replies") == "two replies" and counted(0, "entry", "entries") == "no entries"


@pytest.mark.parametrize(("n", "words"), [(0, ""), (1, "0"), (2, "0 and 1"), (3, "0, 1 and 2"), (4, "0, 1, 2 and 3")])
def test_a_list_reads_as_one(n: int, words: str) -> None:
    assert listed(map(str, range(n)), most=4) == words


def test_a_long_list_says_how_many_more_there_are() -> None:
    assert listed("abcde", most=3) == "a, b, c and 2 more" and listed("abcde", "or", most=3) == "a, b, c or 2 more"


def test_whoever_has_to_choose_sees_every_choice() -> None:
    assert every_one("abcdefghij") == "a, b, c, d, e, f, g, h, i or j"


@pytest.mark.parametrize(
    ("iso", "words"), [("2026", "2026"), ("2026-02", "February 2026"), ("2026-02-08", "8 February 2026")]
)
def test_a_date_is_as_precise_as_it_is_known(iso: str, words: str) -> None:
    assert long_date(iso) == words


@pytest.mark.parametrize(
    ("word", "near"), [("brief", "briefs"), ("chek", "check"), ("xyz", None), ("check" * 40, None), ("", None)]
)
def test_a_misspelled_word_is_recognised(word: str, near: str | None) -> None:
    assert nearest(word, {"check", "briefs", "maps"}) == near
    assert did_you_mean(word, {"check", "briefs", "maps"}) == (f"; did you mean {near!r}?" if near else "")


def test_a_missing_extra_says_how_to_get_it_in_every_process() -> None:
    missing = MissingExtra("reading a.pdf", "snapshots")
    said = (
        "reading a.pdf needs the extra 'snapshots', which is not installed. Install it: pip install 'argmap[snapshots]'"
    )
    assert str(missing) == str(pickle.loads(pickle.dumps(missing))) == said
