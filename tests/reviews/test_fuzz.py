"""Debates broken at random and compared with the sound one: a short run of `tests.fuzz.fuzz_reviews`."""

from __future__ import annotations

import pytest

from tests.conftest import ROOT
from tests.fuzz.fuzz_reviews import trials


@pytest.mark.parametrize(("debate", "number"), [("tripwire", 60), ("nato-ukraine", 6)])
def test_no_mutation_crashes_a_comparison_and_nothing_unread_is_told_as_removed(debate: str, number: int) -> None:
    outcomes, wrong = trials(ROOT / "arguments" / debate, number, seed=3)
    assert wrong == []
    assert outcomes["unread"] and outcomes.total() == 2 * number
