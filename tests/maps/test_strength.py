"""Strengths on a map: a strip along each card, and figures in the tooltip."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest

from argmap.evaluation.evaluated import Evaluation, evaluate
from argmap.maps import THEMES, View, to_dot, to_svg
from argmap.maps.card_text import STRIP, face
from argmap.maps.engine import engine
from argmap.maps.scene import Links
from argmap.maps.scene_making import scenes
from argmap.model import Claim, Debate, Weight
from argmap.strength.gradual import strengths
from tests.contrast import contrast
from tests.maps.park import hostile, park

SVG = "{http://www.w3.org/2000/svg}"


def measured(ev: Evaluation | None = None) -> Evaluation:
    ev = ev or park()
    return replace(ev, strengths=strengths(ev, "df-quad"))


def card(root: ET.Element, id: str) -> ET.Element:
    return next(g for g in root.iter(SVG + "g") if g.get("id") == id)


def gauge(root: ET.Element, id: str) -> ET.Element:
    return next(g for g in card(root, id).iter(SVG + "g") if g.get("class") == "strength")


@pytest.mark.parametrize("view", [View(), View("tree"), View("position", position="air")], ids=lambda v: v.kind)
def test_every_card_has_a_bar_as_long_as_its_strength_and_the_figure_in_its_tooltip(view: View) -> None:
    ev = measured()
    root = ET.fromstring(to_svg(ev, view))
    assert ev.strengths is not None
    shown = [g.get("id") or "" for g in root.iter(SVG + "g") if (g.get("class") or "").startswith("statement")]
    assert len(shown) > 3
    options = ev.debate.resolution_ids
    for id in shown:
        if id in options:  # its strength would follow how many arguments were listed
            assert "strength" not in [g.get("class") for g in card(root, id).iter(SVG + "g")]
            continue
        track, *rest = gauge(root, id).iter(SVG + "rect")
        filled = float(rest[0].get("width", 0)) if rest else 0.0
        worth = ev.strengths.worth(id)
        assert worth is not None
        assert filled / float(track.get("width", 1)) == pytest.approx(worth, abs=0.005), id
        assert f"strength {worth:.2f}" in (card(root, id).findtext(SVG + "title") or "")


def test_cards_grow_by_the_strip_and_no_other_way() -> None:
    plain, more = (scenes(ev, View(), Links())[0].cards for ev in (park(), measured()))
    assert {id: face(card).height + STRIP * (more[id].gauge is not None) for id, card in plain.items()} == {
        id: face(card).height for id, card in more.items()
    }


def test_without_strengths_nothing_says_strength() -> None:
    assert "strength" not in to_svg(park()) and "strength" not in to_dot(park())


def test_the_legend_the_heading_and_the_tooltip_say_what_it_is() -> None:
    svg = to_svg(measured())
    assert "strength, from 0 to 1" in svg and "did not" not in svg
    desc = ET.fromstring(svg).findtext(SVG + "desc") or ""
    assert "strengths from 0 to 1 by DF-QuAD. Undecided: close-road, build-tunnel." in desc
    tooltip = card(ET.fromstring(svg), "tunnel-air").findtext(SVG + "title") or ""
    assert "(counts, strength 0.30, 0.30 before any answer)" in tooltip


def test_a_weight_set_by_hand_gives_its_reason() -> None:
    weight = Weight(value=0.4, because="Nobody was there.")
    rain = Claim(id="rain", text="It rains.", weight=weight)
    ev = evaluate(Debate(id="d", title="D", resolutions=(rain,)))
    svg = to_svg(replace(ev, strengths=strengths(ev, "df-quad")))
    assert "strength 0.40, 0.40 before any answer, as set by hand: Nobody was there.)" in svg


def test_what_did_not_settle_has_an_empty_bar() -> None:
    ev = measured()
    assert ev.strengths is not None
    known = {id: value for id, value in ev.strengths.of.items() if id != "tunnel-air"}
    steps = {id: value for id, value in ev.strengths.steps.items() if id != "tunnel-air"}
    ev = replace(ev, strengths=replace(ev.strengths, of=known, steps=steps, unsettled=("tunnel-air",)))
    svg = to_svg(ev)
    (track,) = gauge(ET.fromstring(svg), "tunnel-air").iter(SVG + "path")
    assert track.get("stroke-dasharray") and "no strength: a circle that does not settle" in svg


def test_dot_has_it_as_an_attribute_and_in_words() -> None:
    text = to_dot(measured())
    assert re.search(r"strength 0\.\d\d\\l.*id=\"tunnel-air\".*strength=\"0\.\d\d\"", text)
    debate = park().debate
    assert len(re.findall(r" strength=\"[01]\.\d\d\"", text)) == len(debate.statements) - len(debate.resolutions)


def test_bars_can_be_seen_in_every_theme() -> None:
    """By its length, not by its colour."""
    for theme in THEMES.values():
        for ground in (theme.card, theme.faded):
            assert contrast(theme.idle, ground) >= 3 and contrast(theme.ink, ground) >= 4.5
            assert all(contrast(theme.side(side), ground) >= 3 for side in (-1, 0, 1))


def test_hostile_text_stays_text_beside_a_bar() -> None:
    assert "<script" not in to_svg(measured(hostile()))


def test_graphviz_takes_the_attribute_that_it_does_not_know() -> None:
    text = to_dot(measured())
    assert set(engine().layout(text).boxes) == set(engine().layout(to_dot(park())).boxes)
