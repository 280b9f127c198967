"""What an option hangs on, in the memo."""

from __future__ import annotations

from argmap import briefs
from tests.evaluation.test_framework import con, over, pro
from tests.semantics.test_hanging import both_first, counterplan


def test_the_memo_names_what_an_option_hangs_on() -> None:
    memo = briefs.write(counterplan(), "policy")
    assert "It hangs on “[The states should do it](#states)”, which nobody has settled." in memo
    assert "*Best answer, not yet weighed:* Both can be done." in memo


def test_the_memo_says_that_what_comes_first_on_both_sides_is_not_settled() -> None:
    memo = briefs.write(both_first(), "policy")
    assert "It turns on what nobody has settled: which comes first, " in memo
    assert "and nobody has said which of these, each to be settled before all else, comes first." in memo
    assert "Not settled yet: which comes first, “[a](#a)” or “[b](#b)”." in memo


def test_of_what_comes_first_the_memo_leaves_out_what_has_been_settled() -> None:
    settled = {"outweighs": over("all")["outweighs"] + over("b")["outweighs"]}
    memo = briefs.write(both_first(con("d", "r", **over("all")), pro("e", "r", **settled)), "policy")
    assert "It turns on what nobody has settled: which comes first, “[a](#a)”, “[e](#e)” or “[d](#d)”." in memo
