"""Names in the order in which people count."""

from __future__ import annotations

import random

import pytest

from argmap.wording.natural_order import natural


@pytest.mark.parametrize(
    "names",
    [
        ["0-terms", "1-case", "2-cost", "10-law"],
        ["10-case.yaml", "20-cost.yaml", "100-law.yaml"],
        ["a", "a1", "a1b", "a2", "a10", "b"],
        ["01-x", "1-x", "1-y"],
        ["case", "cost", "law"],
        ["1", "-1", "é1", "٣"],
    ],
)
def test_numbers_go_by_their_value(names: list[str]) -> None:
    mixed = random.Random(7).sample(names, len(names))
    assert sorted(mixed, key=natural) == names
