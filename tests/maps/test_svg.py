"""The SVG: structure, safety, and the same bytes every time."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ET

import pytest

from argmap.evaluation.evaluated import evaluate
from argmap.evaluation.force import force
from argmap.maps import THEMES, Links, View, draw, to_svg
from argmap.maps.card_text import CARD, INSET, LEAST_CARD, SPINE, face
from argmap.maps.markup import escape, number, safe_href
from argmap.maps.measure import width
from tests.conftest import ROOT
from tests.evaluation.test_framework import con, debate, pro
from tests.maps.park import HOSTILE, LONG_ID, hostile, park, single

SVG = "{http://www.w3.org/2000/svg}"
LINKS = Links(lambda id: f"brief.html#{id}", lambda position: f"{position}.svg")
VIEWS = [View(), View("overview"), View("position", position="safety"), View("focus", focus="air-is-cleaner")]


def _root(view: View | None = None, **options: object) -> ET.Element:
    return ET.fromstring(to_svg(park(), view, **options))  # type: ignore[arg-type]


def test_the_picture_has_its_own_size_a_role_a_title_and_a_description() -> None:
    root = _root()
    assert root.get("role") == "graphics-document document"
    assert root.get("viewBox") == f"0 0 {root.get('width')} {root.get('height')}"
    title, desc = root.find(SVG + "title"), root.find(SVG + "desc")
    assert title is not None and title.text == "Should the road through the park be closed?"
    assert desc is not None and "as of 28 February 2026" in (desc.text or "")
    assert root.get("aria-labelledby") == f"{title.get('id')} {desc.get('id')}"


def test_each_statement_is_a_group_with_its_id_its_classes_its_link_and_its_whole_text() -> None:
    root = _root(link=LINKS)
    evaluation = park()
    for id, statement in evaluation.debate.statements.items():
        (group,) = [g for g in root.iter(SVG + "g") if g.get("id") == id]
        classes = (group.get("class") or "").split()
        has_force = force(evaluation, id).label if id in evaluation.labelling.live else evaluation.label(id)
        assert classes[0] == "statement" and has_force.value in classes
        assert type(statement).__name__.lower() in classes or "resolution" in classes
        assert f"brief.html#{id}" in {link.get("href") for link in group.iter(SVG + "a")}
        assert not [link for link in group.iter(SVG + "a") for inner in link.iter(SVG + "a") if inner is not link]
        tooltip = group.findtext(SVG + "title") or ""
        assert (statement.text or f"{id}: ") in tooltip
        cited = re.findall(r"Doe 2024[ab] \[(..)\]", tooltip)  # two works of one year
        assert cited == [evaluation.debate.grade(e) for e in statement.evidence]


AROUND = (("Overview", "overview.svg"), ("This debate", "../index.html"), ("All debates", "../../index.html"))


@pytest.mark.parametrize("view", VIEWS, ids=lambda v: v.kind)
def test_a_map_leads_to_the_pages_around_it_and_a_card_to_its_line_however_narrow_it_is(view: View) -> None:
    links = Links(LINKS.href, LINKS.map_href, lambda id: f"https://example.org/{id}.yaml", AROUND)
    root = _root(view, link=links, fit=400.0)
    found = {"".join(link.itertext()): link for link in root.iter(SVG + "a")}
    assert {name: found[name].get("href") for name, _ in AROUND} == dict(AROUND)
    wide = float(root.get("width", 0))
    for name, _ in AROUND:
        (text,) = found[name]
        assert text.get("text-anchor") == "end" and 150 < float(text.get("x", 0)) <= wide
    sources = [link for link in root.iter(SVG + "a") if (link.get("href") or "").endswith(".yaml")]
    told = {link.get("aria-label", "") for link in sources}
    assert view.kind == "overview" or (told and all(name.endswith(": its line in the files") for name in told))


def test_each_step_is_a_line_whose_class_says_what_it_is_and_whether_it_counts() -> None:
    groups = {g.get("id"): (g.get("class") or "").split() for g in _root().iter(SVG + "g")}
    assert groups["step-air-is-cleaner"] == ["line", "support", "idle"]
    assert groups["step-air-is-cleaner"][:2] == ["line", "support"]
    assert groups["step-deliveries-at-night"][1] == "undercut"
    assert groups["premise-children-cross-fewer-accidents"][1] == "premise"


@pytest.mark.parametrize("view", VIEWS, ids=lambda v: v.kind)
@pytest.mark.parametrize("theme", THEMES)
def test_ids_are_unique(view: View, theme: str) -> None:
    ids = [element.get("id") for element in _root(view, theme=theme).iter() if element.get("id")]
    assert len(ids) == len(set(ids))


def test_a_prefix_keeps_the_ids_of_two_maps_apart() -> None:
    one = {e.get("id") for e in _root(prefix="one-").iter() if e.get("id")}
    two = {e.get("id") for e in _root(prefix="two-").iter() if e.get("id")}
    assert one and all(str(id).startswith("one-") for id in one) and not one & two


@pytest.mark.parametrize("view", VIEWS, ids=lambda v: v.kind)
def test_nothing_in_a_debate_becomes_markup(view: View) -> None:
    svg = to_svg(hostile(), view, link=Links(lambda _: "javascript:alert(1)", lambda _: HOSTILE))
    root = ET.fromstring(svg)
    names = ("svg", "style", "title", "desc", "rect", "g", "a", "text", "tspan", "path", "circle")
    allowed = {SVG + name for name in names}
    assert {element.tag for element in root.iter()} <= allowed
    assert not [name for element in root.iter() for name in element.attrib if name.lower().startswith("on")]
    assert not [e for e in root.iter(SVG + "a") if "javascript" in (e.get("href") or "")]
    assert "\x1b" not in svg and "url(" not in svg and "<script" not in svg


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://example.org/a?b#c", "https://example.org/a?b#c"),
        ("HTTP://example.org", "HTTP://example.org"),
        ("brief.html#id", "brief.html#id"),
        ("#id", "#id"),
        ("../a.svg", "../a.svg"),
        ("javascript:alert(1)", None),
        (" JaVa\nscript:alert(1)", None),
        ("data:text/html,x", None),
        ("file:///etc/passwd", None),
        ("java\x00script:x", None),
        ("", None),
        (None, None),
    ],
)
def test_only_addresses_that_cannot_run_are_linked(address: str | None, expected: str | None) -> None:
    assert safe_href(address) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("<&>\"'", "&lt;&amp;&gt;&quot;&#39;"), ("a\x00b\x1bc\u3164", "a\ufffdb\ufffdc\ufffd"), ("plain", "plain")],
)
def test_escape(text: str, expected: str) -> None:
    assert escape(text) == expected


@pytest.mark.parametrize(
    ("value", "text"), [(1.0, "1"), (1.25, "1.2"), (-0.04, "0"), (-3.46, "-3.5"), (1e6, "1000000")]
)
def test_coordinates_have_one_decimal_at_most(value: float, text: str) -> None:
    assert number(value) == text


def test_the_bytes_do_not_depend_on_the_hash_seed() -> None:
    code = (
        "from tests.maps.park import park; from argmap.maps import *; import hashlib\n"
        "views = [View(), View('overview'), View('position', position='air'), View('focus', focus='air-is-cleaner')]\n"
        "text = ''.join(to_svg(park(), view) + to_dot(park(), view) for view in views)\n"
        "from tests.maps.test_views import cored; from argmap.evaluation.evaluated import evaluate\n"
        "text += to_svg(evaluate(cored(*park().debate.statements)), View('core'))\n"
        "print(hashlib.sha256(text.encode()).hexdigest())"
    )
    found = set()
    for seed in ("1", "2", "3"):
        environment = os.environ | {"PYTHONHASHSEED": seed}
        run = subprocess.run([sys.executable, "-c", code], env=environment, cwd=ROOT, capture_output=True, check=True)
        found.add(run.stdout)
    assert len(found) == 1


@pytest.mark.parametrize("view", VIEWS, ids=lambda v: v.kind)
def test_no_line_of_text_leaves_its_card(view: View) -> None:
    from argmap.maps.scene_making import scenes

    for scene in scenes(park(), view, Links()):
        for card in scene.cards.values():
            for wide in (LEAST_CARD, CARD, 900.0):
                set_ = face(card, wide)
                room = set_.width - SPINE - 2 * INSET
                assert all(width(line, set_.size, bold=card.large) <= room for line in set_.lines)
                assert all(width(row, 11, mono=True) <= room for row in set_.id_rows)
                assert all(width(row, 12, bold=True) <= room - 16 for row in set_.state)
                assert all(width(row, 12) <= room for row in set_.remarks)
                assert all(width(row, 12) <= room - 14 for _, rows in set_.chips for row in rows)


def test_around_a_statement_cards_show_their_ids_whole() -> None:
    from argmap.maps.scene_making import scenes

    cards = scenes(park(), View("focus", focus=LONG_ID, depth=1), Links())[0].cards
    long = face(cards[LONG_ID])
    assert len(long.id_rows) == 3 and "".join(long.id_rows) == LONG_ID
    assert face(cards["air-is-cleaner"]).id_rows == ("air-is-cleaner",)
    assert face(scenes(park(), View(), Links())[0].cards[LONG_ID]).id_rows == ()


def _legend(svg: str) -> set[str]:
    found = [g for g in ET.fromstring(svg).iter(SVG + "g") if g.get("class") == "legend"]
    return {text.text or "" for legend in found for text in legend.iter(SVG + "text")}


def test_the_legend_has_what_occurs_and_nothing_else() -> None:
    assert _legend(to_svg(single("Only this."))) == set()
    assert {
        "supports", "contests", "undercuts the step", "linked premise: the step needs all", "pro", "con", "counts",
        "no force: answered or outweighed", "stands elsewhere: follow it",
    } <= _legend(to_svg(park()))  # fmt: skip


def test_the_legend_has_the_sign_and_force_of_a_step_whose_target_is_not_on_the_map() -> None:
    answered = evaluate(debate(pro("a", "r"), con("b", "a"), con("c", "b")))
    found = _legend(to_svg(answered, View("focus", focus="b", depth=0)))
    assert {"contests", "no force: answered or outweighed"} <= found


@pytest.mark.parametrize("text", ["東京都は" * 40, "שלום " * 30, "x" * 900, "🎉👩‍👩‍👧 " * 20, "\u0301" * 50])
def test_any_script_makes_a_map(text: str) -> None:
    root = ET.fromstring(to_svg(single(text)))
    shown = "".join(t.text or "" for t in root.iter(SVG + "tspan"))
    assert "".join(shown.replace("\u2067", "").replace("\u2069", "").split()) == "".join(text.split())


def test_right_to_left_text_begins_at_the_right() -> None:
    (body,) = [t for t in ET.fromstring(to_svg(single("שלום עולם"))).iter(SVG + "text") if len(t)]
    assert body.get("text-anchor") == "end"


def test_drawing_twice_gives_the_same_and_no_notes() -> None:
    first, second = draw(park()), draw(park())
    assert first == second and first.notes == ()
