"""What we show is written as it should be: a text in brackets stands in quotes, where the next comma is safe."""

from __future__ import annotations

import pytest

from argmap.loader import read
from tests.loader.debates import DEBATE, SOURCES
from tests.taught import bare_prose, shown

CUT = {"text-cut-by-comma"}
"""Pages whose bad example is just that."""


def test_no_text_of_two_words_stands_in_brackets_without_quotes() -> None:
    pieces = list(shown())
    assert len(pieces) > 300
    found = [(place, text) for place, piece in pieces for text in bare_prose(piece) if place not in CUT]
    assert found == []


@pytest.mark.parametrize(
    ("piece", "found"),
    [
        ("a: {b: c d, e: f}", ["c d"]),
        ("- {b: [c, d e]}", ["d e"]),
        ("{b: 'c d', e f: g, h: \"i j\"}", []),
        ("b: c d\ne: [f, {g: h i}, k l]", ["h i", "k l"]),
        ("risk: {likelihood: very likely}", []),
        ("{a: b c, d: [e", ["b c"]),
    ],
)
def test_how_they_are_found(piece: str, found: list[str]) -> None:
    assert list(bare_prose(piece)) == found


def test_what_we_show_behind_a_text_is_no_comment() -> None:
    """Arrows of the manual stand in its margin; the files that `argmap new` writes have no comment behind a text."""
    for place, piece in shown():
        if place.startswith(("argmap/cli/template", "arguments")) and "\n" not in place:
            file = "positions/p.yaml" if "positions" in place else place.rpartition("/")[2]
            found = read({"debate.yaml": DEBATE, "sources.yaml": SOURCES, file: piece}).diagnostics
            assert not [each for each in found if each.rule.startswith("text-cut")], place
