"""The DOT that other people's tools draw."""

from __future__ import annotations

import re

import pytest
from syrupy.assertion import SnapshotAssertion

from argmap.maps import Links, View, to_dot
from argmap.maps.engine import engine
from tests.maps.park import hostile, park, single

LINKS = Links(lambda id: f"brief.html#{id}", lambda position: f"{position}.svg")


def test_dot_of_a_position(snapshot: SnapshotAssertion) -> None:
    assert to_dot(park(), View("position", position="air"), link=LINKS) == snapshot


@pytest.mark.parametrize(
    "view", [View(), View("overview"), View("focus", focus="air-is-cleaner")], ids=lambda v: v.kind
)
def test_graphviz_reads_it_and_finds_every_card(view: View) -> None:
    text = to_dot(park(), view, link=LINKS)
    boxes = engine().layout(text).boxes
    cards = set(re.findall(r"^\t+(s\d+n\d+) \[", text, re.MULTILINE))
    assert cards and cards <= set(boxes)


def test_hostile_strings_stay_text() -> None:
    text = to_dot(hostile(), link=Links(lambda _: "javascript:alert(1)"))
    assert "javascript" not in text and "\x1b" not in text
    names = engine().layout(text).boxes
    assert all(re.fullmatch(r"s\d+n\d+(step)?|legend_\w+", name) for name in names)
    assert "\\\\N" in text and not re.search(r"(?<!\\)\\N", text)


@pytest.mark.parametrize("text", ["<b>bold</b>", "\\", 'ends with "', "a:b:c", "{x|y}", "%"])
def test_a_text_of_special_characters_is_one_node(text: str) -> None:
    assert len(engine().layout(to_dot(single(text))).boxes) == 1


def test_an_undercut_goes_to_a_tiny_node_on_the_step() -> None:
    text = to_dot(park())
    assert re.search(r"s0n2step -> s0n3 \[.*arrowtail=vee", text)
    assert re.search(r"s0n2step \[.*shape=point", text)
