"""Word diffs: joined, they give both texts back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.reviews.word_diff import word_diff

CASES = [
    ("It helps.", "It helps.", "It helps."),
    ("It helps.", "It hurts.", "It [helps|hurts]."),
    ("It does not help.", "It does help.", "It does [not |]help."),
    ("Allies send troops", "Allies will not send troops", "Allies[| will not] send troops"),
    ("one two three", "uno dos three", "[one two|uno dos] three"),
    ("", "new", "[|new]"),
    ("NATO's 1,000 men", "NATO's 2,000 men", "NATO's [1|2],000 men"),
]


def shown(before: str, after: str) -> str:
    found = ""
    pieces = list(word_diff(before, after))
    while pieces:
        piece = pieces.pop(0)
        if piece.kind == "same":
            found += piece.text
            continue
        removed = piece.text if piece.kind == "removed" else ""
        added = piece.text if piece.kind == "added" else ""
        if removed and pieces and pieces[0].kind == "added":
            added = pieces.pop(0).text
        found += f"[{removed}|{added}]"
    return found


@pytest.mark.parametrize(("before", "after", "expected"), CASES)
def test_words(before: str, after: str, expected: str) -> None:
    assert shown(before, after) == expected


@given(st.text("ab '.\n-", max_size=30), st.text("ab '.\n-", max_size=30))
def test_the_pieces_give_both_texts_back(before: str, after: str) -> None:
    pieces = word_diff(before, after)
    assert "".join(piece.text for piece in pieces if piece.kind != "added") == before
    assert "".join(piece.text for piece in pieces if piece.kind != "removed") == after


def test_very_long_texts_are_shown_one_after_the_other() -> None:
    before, after = "one two " * 5_000, "two one " * 5_000
    assert [piece.kind for piece in word_diff(before, after)] == ["removed", "added"]
