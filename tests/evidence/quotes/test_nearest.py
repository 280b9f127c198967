"""What a near miss shows: the nearest words of the source, and the difference word by word."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.evidence.quotes.nearest import Index, nearest
from argmap.evidence.quotes.normal import normal
from tests.evidence.quotes.test_finding import SOURCE, TEXT

INDEX = Index(TEXT)


@pytest.mark.parametrize(
    ("quote", "difference"),
    [
        ("lights were ready before winter", "lights were {+not in any way+} ready before winter"),
        ("lights were not ready before spring", "lights were not {+in any way+} ready before [-spring-]{+winter+}"),
        ("small fires were likely to spread", "small ﬁres were [-likely-]{+unlikely+} to spread"),
        ("effective repairs", "[-effective-]{+Ineffective+} repairs"),
        ("Nobody knows why, she said", "Nobody knows why, {+”+} she said"),
        ("a rise of 2.5%", "a rise of [-2.5-]{+1.5+}%"),
        ("cost 6 million crowns", "cost [-6-]{+5+} million crowns"),
        ("The mayor cannot leave", "The mayor [-cannot-]{+can't+} leave"),
        ("wintre", "[-wintre-]{+winter+}"),
    ],
)
def test_the_difference_is_shown_word_by_word(quote: str, difference: str) -> None:
    miss = nearest(quote, INDEX)
    assert miss is not None and miss.difference == difference
    assert miss.is_different


@pytest.mark.parametrize(
    ("quote", "source", "difference"),
    [
        ("were shut. The harbour", "The lights were open.³ The harbour slept.", "were [-shut-]{+open+}. The harbour"),
        ("were shut.[1] The harbour", "The lights were open. The harbour slept.", "were [-shut-]{+open+}. The harbour"),
        ("shut, and the harbour slept", "It was open [12, 13], and the harbour slept.",
         "[-shut-]{+open+}, and the harbour slept"),
        ("in 2020, ships sank here", "It was in 2020, 4 ships sank here.", "in 2020, {+4+} ships sank here"),
    ],
)  # fmt: skip
def test_a_mark_of_a_note_is_no_difference_but_a_number_is(quote: str, source: str, difference: str) -> None:
    miss = nearest(quote, Index(normal(source)))
    assert miss is not None and miss.difference == difference


def test_the_place_is_that_of_the_nearest_words() -> None:
    miss = nearest("lights were ready before winter", INDEX)
    assert miss is not None
    assert SOURCE[miss.start : miss.end] == "lights were not in any way ready before winter"


def test_an_ellipsis_is_proposed_where_words_are_missing_but_never_for_a_negation() -> None:
    miss = nearest("the self-evident difficulties cost", INDEX)
    assert miss is None or not miss.may_be_left_out  # "of 2022" is missing; the hyphens differ, too
    miss = nearest("fires were unlikely, and [sic] the keepers", INDEX)
    assert miss is not None and miss.left_out == ("to spread",) and miss.may_be_left_out
    miss = nearest("lights were ready", INDEX)
    assert miss is not None and miss.left_out == ("not in any way",) and not miss.may_be_left_out


@pytest.mark.parametrize("quote", ["", "?!", "zebra crossings everywhere", "xylophone"])
def test_nothing_is_shown_where_nothing_is_near(quote: str) -> None:
    assert nearest(quote, INDEX) is None


@given(st.text(max_size=60), st.text(max_size=100))
def test_any_text_may_be_compared_with_any_other(quote: str, source: str) -> None:
    miss = nearest(quote, Index(normal(source)))
    if miss is not None:
        assert 0 <= miss.start < miss.end <= len(normal(source).text)
        assert "\n" not in miss.difference


@given(st.integers(0, 999), st.integers(1, 10))
def test_one_changed_word_of_twelve_is_pointed_at_wherever_it_is(start: int, place: int) -> None:
    rng = random.Random(7)
    words = [f"{rng.choice('bcdfgl')}{rng.choice('aeiou')}{rng.randrange(400)}x" for _ in range(1100)]
    quote = words[start : start + 12]
    changed = [*quote[:place], "changed", *quote[place + 1 :]]
    miss = nearest(" ".join(changed), Index(normal(" ".join(words))))
    assert miss is not None
    assert miss.difference == " ".join([*quote[:place], f"[-changed-]{{+{quote[place]}+}}", *quote[place + 1 :]])
