"""Where stretches stand in a card, and what is left out around them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.model import Evidence
from argmap.rules.cards.card_passages import gaps, locate, read_aloud, sentences_read, straightened

CARD = "They will come. U.S. trainers do not fight, Gen. Doe said in May, unless attacked. Others left."
WORDS = st.lists(st.sampled_from(["not", "they", "come.", "If", "Doe", "(so)", "and", "it's"]), min_size=1, max_size=12)


def left_out(card: str, *highlight: str) -> list[tuple[str, str, str, int]]:
    found = read_aloud(Evidence(source="s", card=card, highlight=highlight))
    return [(g.words.strip(), g.before, g.after, g.stretch) for g in gaps(*found)] if found else []


def test_the_words_around_and_between_stretches_are_its_gaps_sentence_by_sentence() -> None:
    assert left_out(CARD, "trainers", "fight") == [
        ("U.S.", "", "trainers", 0),
        ("do not", "trainers", "fight", 0),
        (", Gen. Doe said in May, unless attacked.", "fight", "", 1),
    ]
    assert left_out(CARD, "They will come", "Others") == [("left.", "Others", "", 1)]
    assert left_out(CARD, CARD) == []


def test_a_stretch_may_go_on_over_the_end_of_a_sentence() -> None:
    assert left_out(CARD, "come. U.S. trainers") == [
        ("They will", "", "come. U.S. trainers", 0),
        ("do not fight, Gen. Doe said in May, unless attacked.", "come. U.S. trainers", "", 0),
    ]


@pytest.mark.parametrize(
    ("stretches", "places"),
    [
        (["they", "others"], [(0, 4), (83, 89)]),
        (["others", "they"], [(83, 89), None]),
        (["do  not\nfight"], [(30, 42)]),
        (["do fight"], [None]),
        (["ther"], [(84, 88)]),
    ],
)
def test_stretches_are_found_one_behind_the_other(stretches: list[str], places: list[tuple[int, int] | None]) -> None:
    assert locate(CARD, stretches) == places


def test_typographic_marks_and_line_ends_make_no_difference() -> None:
    assert straightened("“It’s so”,\n¶ he\u00a0said") == '"It\'s so", he said'
    assert read_aloud(Evidence(source="s", card="It’s\nso.", highlight=("It's so",))) == ("It's so.", [(0, 7)])


def test_the_sentences_of_which_something_is_read() -> None:
    assert sentences_read(Evidence(source="s", card=CARD, highlight=("left",))) == "Others left."
    assert sentences_read(Evidence(source="s", card=CARD)) == CARD
    assert sentences_read(Evidence(source="s")) == ""


@given(WORDS, st.data())
def test_what_is_read_and_what_is_not_make_up_the_sentences(words: list[str], data: st.DataObject) -> None:
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first + 1, len(words)))
    card, read = " ".join(words), " ".join(words[first:last])
    found = read_aloud(Evidence(source="s", card=card, highlight=(read,)))
    assert found is not None
    (start, end), every = found[1][0], list(gaps(*found))
    before = "".join(gap.words for gap in every if gap.after)
    behind = "".join(gap.words for gap in every if not gap.after)
    assert card[:start].endswith(before) and card[end:].startswith(behind)
    assert all(gap.stretch == 0 for gap in every)
