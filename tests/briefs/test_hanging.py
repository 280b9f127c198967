"""What an option hangs on, in the memo."""

from __future__ import annotations

from argmap import briefs
from tests.semantics.test_hanging import both_first, counterplan


def test_the_memo_names_what_an_option_hangs_on() -> None:
    memo = briefs.write(counterplan(), "policy")
    assert "It hangs on “[The states should do it](#states)”, which nobody has settled." in memo


def test_the_memo_says_that_what_comes_first_on_both_sides_is_not_settled() -> None:
    memo = briefs.write(both_first(), "policy")
    assert "It turns on what nobody has settled: which comes first, " in memo
    assert "each is to be settled before all else, and nobody has said which of them comes first." in memo
