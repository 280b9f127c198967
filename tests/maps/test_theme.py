"""Every colour can be read: computed from the tables, and from the drawings themselves."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from itertools import combinations

import pytest

from argmap.maps import THEMES, MapError, View, to_dot, to_png, to_svg
from argmap.maps.theme import COLOURS, Theme, adapting, theme_named
from argmap.maps.two_maps import beside
from tests.contrast import contrast
from tests.maps.park import park

SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize(("one", "other", "ratio"), [("#000000", "#ffffff", 21), ("#777777", "#ffffff", 4.478)])
def test_contrast_is_that_of_wcag(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.01) == contrast(other, one)


def text_pairs(theme: Theme) -> Iterator[tuple[str, str]]:
    """Every (text, ground) that the drawing may put together."""
    for ground in (theme.ground, theme.panel, theme.card, theme.faded):
        yield from ((ink, ground) for ink in (theme.ink, theme.quiet, theme.pro_ink, theme.con_ink, theme.neutral_ink))
        yield theme.resolution, ground
    yield theme.on_stands, theme.stands
    yield theme.ink, theme.halo


def line_pairs(theme: Theme) -> Iterator[tuple[str, str]]:
    """Every (line, ground) that the drawing may put together, and every sign on its dot."""
    lines = (theme.pro, theme.con, theme.neutral, theme.idle, theme.undecided, theme.resolution, theme.halo_edge)
    for ground in (theme.ground, theme.panel, theme.card, theme.faded):
        yield from ((line, ground) for line in lines)
    yield from ((theme.on_side, side) for side in (theme.pro, theme.con, theme.neutral))


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_every_text_has_4_5_to_1_and_every_line_3_to_1(theme: Theme) -> None:
    assert [pair for pair in text_pairs(theme) if contrast(*pair) < 4.5] == []
    assert [pair for pair in line_pairs(theme) if contrast(*pair) < 3] == []


def test_print_has_no_colour() -> None:
    print_theme = THEMES["print"]
    colours = [getattr(print_theme, name) for name in COLOURS]
    assert [c for c in colours if not c[1:3] == c[3:5] == c[5:7]] == []


@pytest.mark.parametrize(("name", "least"), [("print", 1.8), ("light", 1.4), ("dark", 1.3)])
def test_in_grey_the_sides_and_neither_are_three_shades(name: str, least: float) -> None:
    greys = (THEMES[name].pro, THEMES[name].neutral, THEMES[name].con)
    assert [pair for pair in combinations(greys, 2) if contrast(*pair) < least] == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_sides_differ_in_blue_and_red_which_colour_blind_people_tell_apart(theme: str) -> None:
    pro, con = THEMES[theme].pro, THEMES[theme].con
    assert int(pro[5:7], 16) > int(con[5:7], 16) + 80
    assert int(con[1:3], 16) > int(pro[1:3], 16) + 80


def test_an_unknown_theme_names_those_that_there_are() -> None:
    with pytest.raises(MapError, match="auto, light, dark, print"):
        theme_named("pink")


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("view", [View(), View("overview"), View("position", position="air")], ids=lambda v: v.kind)
def test_every_text_of_a_drawing_can_be_read_on_what_lies_behind_it(name: str, view: View) -> None:
    root = ET.fromstring(to_svg(park(), view, theme=name))
    painted: list[tuple[float, float, float, float, str]] = []
    checked = 0
    for element, x, y in _in_order(root, 0.0, 0.0):
        if element.tag in (SVG + "rect", SVG + "path") and element.get("fill", "none") != "none":
            painted.append((*_extent(element, x, y), element.get("fill", "")))
        if element.tag in (SVG + "text", SVG + "tspan") and (element.text or "").strip():
            at_x, at_y = float(element.get("x", 0)) + x, float(element.get("y", 0)) + y - 3
            at_x += -2 if element.get("text-anchor") == "end" else 2
            ground = next(p[4] for p in reversed(painted) if p[0] <= at_x <= p[2] and p[1] <= at_y <= p[3])
            assert contrast(element.get("fill", ""), ground) >= 4.5, ET.tostring(element)
            checked += 1
    assert checked > 30


MEDIA = {"dark": "@media screen and (prefers-color-scheme: dark)", "print": "@media print"}


@pytest.mark.parametrize("name", MEDIA)
@pytest.mark.parametrize("view", [View(), View("overview")], ids=lambda v: v.kind)
def test_auto_by_its_style_sheet_is_the_fixed_theme(name: str, view: View) -> None:
    found = re.search(re.escape(MEDIA[name]) + r" \{((?:[^{}]*\{[^{}]*\})*)\}", adapting())
    assert found
    rules = {(attribute, light): colour for attribute, light, colour in RULE.findall(found[1])}
    svg = to_svg(park(), view).replace(f"<style>{adapting()}</style>", "")
    turned = re.sub(
        r'(fill|stroke)="(#\w{6})"', lambda m: f'{m[1]}="{rules.get((m[1], m[2]), m[2])}"', svg
    )  # fmt: skip
    assert turned.replace('class="argmap auto"', f'class="argmap {name}"') == to_svg(park(), view, name)


RULE = re.compile(r'\.auto \[(fill|stroke)="(#\w{6})"\]\{\1:(#\w{6})\}')


def test_a_fixed_theme_needs_no_style_sheet_and_pictures_in_auto_are_light() -> None:
    assert not [name for name in MEDIA if "<style" in to_svg(park(), theme=name)]
    assert to_png(to_svg(park())) == to_png(to_svg(park(), theme="light"))
    assert to_dot(park()) == to_dot(park(), theme="light")


def test_two_maps_in_one_picture_follow_the_reader_together() -> None:
    maps = tuple(to_svg(park(), prefix=prefix) for prefix in ("before-", "after-"))
    root = ET.fromstring(beside(maps, ("Before", "After"), "Both"))
    assert root.findtext(SVG + "style") == adapting()


def _in_order(element: ET.Element, x: float, y: float) -> Iterator[tuple[ET.Element, float, float]]:
    shift = re.match(r"translate\(([-\d.]+) ([-\d.]+)\)", element.get("transform", ""))
    if shift:
        x, y = x + float(shift[1]), y + float(shift[2])
    yield element, x, y
    for child in element:
        if child.tag == SVG + "tspan":
            child.set("fill", element.get("fill", ""))
        yield from _in_order(child, x, y)


def _extent(element: ET.Element, x: float, y: float) -> tuple[float, float, float, float]:
    if element.tag == SVG + "rect":
        left, top = float(element.get("x", 0)) + x, float(element.get("y", 0)) + y
        return left, top, left + float(element.get("width", 0)), top + float(element.get("height", 0))
    start = re.match(r"M([-\d.]+) ([-\d.]+)v([-\d.]+)a([\d.]+).*?h([-\d.]+)", element.get("d", ""))
    if start is None:
        return 0, 0, -1, -1
    left, bottom, up, radius, wide = (float(value) for value in start.groups())
    return left + x, bottom + up - radius + y, left + x + wide + 2 * radius, bottom + y


def test_what_an_address_leads_to_shines_on_a_dark_page_too() -> None:
    light, dark = (
        re.search(rf"{before}.auto g:target{{filter:drop-shadow\(0 0 2px (#\w+)\)", adapting())
        for before in ("^", r"dark\) {")
    )
    assert light and contrast(light[1], THEMES["light"].ground) >= 3
    assert dark and contrast(dark[1], THEMES["dark"].ground) >= 3
