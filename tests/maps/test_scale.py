"""The scale of a resolution: as many blocks as arguments, filled by their force, inside its room."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from itertools import pairwise

import pytest
from hypothesis import given

from argmap.evaluation.evaluated import evaluate
from argmap.evaluation.force import force
from argmap.evaluation.framework import Label
from argmap.maps.measure import width
from argmap.maps.scale import SMALL, Scale, SideCounts, draw_scale, tally
from argmap.maps.theme import LIGHT
from argmap.model import Debate
from tests.strategies import debates


def _drawn(made: Scale, room: float = 300.0) -> tuple[float, ET.Element]:
    height, markup = draw_scale(made, 10, 20, room, LIGHT)
    return height, ET.fromstring(markup)


def _fills(root: ET.Element) -> dict[str, int]:
    """How many blocks are full, half and hollow: a half one is an outline and a half of the height."""
    rects = [(rect.get("fill"), rect.get("height"), rect.get("stroke")) for rect in root.iter("rect")]
    half = sum(height == "5" for _, height, _ in rects)
    full = sum(height == "10" for _, height, _ in rects)
    return {"full": full, "half": half, "hollow": sum(fill == "none" for fill, _, _ in rects) - half}


@given(debates())
def test_each_argument_is_counted_once_by_its_force(debate: Debate) -> None:
    evaluation = evaluate(debate)
    for claim in debate.resolutions:
        made = tally(evaluation, claim.id)
        for pile, steps in ((made.for_, debate.supports), (made.against, debate.rebuttals)):
            labels = [force(evaluation, step.id).label for step in steps if step.of == claim.id]
            assert pile == tuple(labels.count(label) for label in (Label.IN, Label.UNDEC, Label.OUT))
        found = _fills(_drawn(made)[1])
        both = [sum(numbers) for numbers in zip(made.for_, made.against, strict=True)]
        assert list(found.values()) == both


@pytest.mark.parametrize("room", [120.0, 300.0, 700.0])
@pytest.mark.parametrize(
    ("for_", "against"),
    [
        ((), ()), ((1,), ()), ((), (0, 0, 1)), ((4, 3, 1), (5, 2, 4)), ((20, 3, 1), (9, 0, 14)),
        ((400, 1, 3), (2, 90, 0)), ((), (3000, 1, 1)),
    ],
)  # fmt: skip
def test_a_scale_stays_in_its_room_with_what_is_for_it_on_the_left(
    for_: tuple[int, ...], against: tuple[int, ...], room: float
) -> None:
    told = "Undecided: this is said in words that take some room."
    height, root = _drawn(Scale(SideCounts(*for_), SideCounts(*against), (-1, 1), told), room)
    edges = [(float(r.get("x", 0)), float(r.get("width", 0)), r.get("fill")) for r in root.iter("rect")]
    assert all(x >= 10 - 0.11 and x + wide <= 10 + room + 0.11 for x, wide, _ in edges)
    assert all(width(line.text or "", SMALL) <= room for line in root.iter("text"))
    assert all(20 <= float(line.get("y", 0)) <= 20 + height for line in root.iter("text"))
    bar = next((x for x, _, fill in edges if fill == LIGHT.ink), 0.0)
    assert all(x < bar for x, _, fill in edges if fill == LIGHT.side(-1))
    assert all(x > bar for x, _, fill in edges if fill == LIGHT.side(1))


def test_above_twenty_blocks_stand_in_fives() -> None:
    _, root = _drawn(Scale(SideCounts(), SideCounts(21), (1, -1), "Defeated."))
    left = [float(rect.get("x", 0)) for rect in root.iter("rect")][1:]
    wide = [index for index, (a, b) in enumerate(pairwise(left), 1) if b - a > 10]
    assert wide == [5, 10, 15, 20]
