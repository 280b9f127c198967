"""The DOT that other people's tools draw."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from html.entities import html5
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from syrupy.assertion import SnapshotAssertion

from argmap.evaluation.evaluated import evaluate
from argmap.maps import Links, View, to_dot
from argmap.maps.engine import engine
from argmap.maps.wasi import _Session
from argmap.model import Claim, Debate, Position, Rebuttal
from argmap.wording.unseen_characters import seen
from tests.benchmarks.map_shapes import shapes
from tests.conftest import needs
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


@pytest.mark.parametrize("name", ["undercuts of one", "300 in one position", "two positions that answer each other"])
def test_plain_dot_draws_a_page_and_no_ribbon(name: str) -> None:
    """Cards are much wider than high: what answers one stands to its right, one below the other."""
    found = engine().layout(to_dot(shapes()[name], View()))
    assert found.width < 2.5 * found.height


def test_no_card_of_the_dot_is_wider_than_a_resolutions() -> None:
    """Ids and small print are wrapped as texts are."""
    found = engine().layout(to_dot(park(), View()))
    assert max(box.width for name, box in found.boxes.items() if name.startswith("s")) < 1.2 * 340


def test_an_overview_of_many_resolutions_is_a_page() -> None:
    found = engine().layout(to_dot(shapes()["12 resolutions"], View("overview")))
    assert 0.4 < found.width / found.height < 2.5


def test_dashes_mean_open_and_only_lines_have_them() -> None:
    dashed = [line for line in to_dot(park(), View("tree")).splitlines() if "dashed" in line]
    assert dashed and all(" -> " in line for line in dashed)


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
    assert re.search(r"s0n2step -> s0n3 \[.*arrowtail=\"vee\"", text)
    assert re.search(r"s0n2step \[.*shape=point", text)


class TestTheTextDrawnIsTheTextWritten:
    """Graphviz reads entities and escapes in what it draws; texts of a debate have none of its making."""

    HOSTILE = (
        "&lt;", "A &lt; B &amp; C", "&amp;lt;", "&copy;", "&#60;b&#62;", "&#x3c;", "&nbsp;", "&", "&;", "&lt", "AT&T",
        "&amp;amp;amp;", "\\N", "\\G", "\\E", "\\T", "\\H", "\\L", "\\l", "\\n", "\\r", "line\\nbreak", "\\", "\\\\",
        'a "quote"', '\\"', "<b>bold</b>", "<", "<<TABLE></TABLE>>", "{a|b}", "<port>", "%3", "a -> b;", "]", "/* */",
        "# no", "-- \u2212", "caf\u00e9 \u4e2d \U0001f600 \ue000", "\\&lt;", "&lt;\\l", "&\\amp;",
    )  # fmt: skip
    PIECES = ("&", ";", "\\", "lt", "amp", "#60", "#x3C", '"', "<", ">", "l", "N", "n", "G", " ", "{|}", "\u00e9")

    @pytest.mark.parametrize("text", HOSTILE)
    def test_hostile_texts(self, text: str) -> None:
        _assert_drawn(text, _by_the_bundled_graphviz)

    @pytest.mark.parametrize("text", HOSTILE)
    def test_hostile_texts_by_the_systems_dot(self, text: str) -> None:
        needs("dot")
        _assert_drawn(text, _by_dot)

    @given(st.lists(st.sampled_from((*PIECES, *sorted(html5)[::40])), min_size=1, max_size=12).map("".join))
    @settings(max_examples=60)
    def test_any_text(self, text: str) -> None:
        _assert_drawn(f"x{text}", _by_the_bundled_graphviz)


def _by_the_bundled_graphviz(dot: str) -> str:
    with _Session(None) as session:
        return session.render(dot, "svg")


def _by_dot(dot: str) -> str:
    return subprocess.run(["dot", "-Tsvg"], input=dot, capture_output=True, text=True, check=True, timeout=60).stdout


def _assert_drawn(text: str, draw: Callable[[str], str]) -> None:
    """A statement, a position and a debate of that text show it, in labels, tooltips and addresses."""
    rebuttal = Rebuttal(id="r", of="top", text=f"card {text}")
    position = Position(id="p", title=f"panel {text}", arguments=(rebuttal,))
    resolution = Claim(id="top", text=f"top {text}")
    debate = Debate(id="x", title=f"title {text}", resolutions=(resolution,), positions=(position,))
    links = Links(lambda _: "brief.html?a=1&lt=2&copy;3", lambda _: None)
    page = ElementTree.fromstring(draw(to_dot(evaluate(debate), link=links)))
    shown = ["".join("".join(part.itertext()).split()) for part in page.iter() if part.tag.endswith("}g")]
    titles = [word for part in page.iter() for key, word in part.attrib.items() if key.endswith("}title")]
    for place in ("title", "top", "panel", "card"):
        assert any(_bare(f"{place} {text}") in each for each in shown), f"{place}: {shown}"
    assert any(_bare(f"card {text}") in _bare(title) for title in titles), titles
    hrefs = {word for part in page.iter() for key, word in part.attrib.items() if key.endswith("}href")}
    assert hrefs == {"brief.html?a=1&lt=2&copy;3"}


def _bare(text: str) -> str:
    return "".join(seen(text).split())
