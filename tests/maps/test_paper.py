"""A map on sheets: everything once, nothing cut off, and type that can be read."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

import argmap
from argmap.briefs import queries
from argmap.evaluation.evaluated import Evaluation, evaluate
from argmap.maps import Links, MapError, View
from argmap.maps.chips import MOST
from argmap.maps.engine import engine
from argmap.maps.outline import Planner
from argmap.maps.paper import PAPERS, draw_sheets, paper_named
from argmap.maps.scene_making import scenes
from argmap.model import Debate
from tests.benchmarks.map_shapes import shapes
from tests.conftest import ROOT
from tests.hostile.shapes import debate, each, rebuttal, support, write
from tests.maps.park import hostile, park
from tests.strategies import debates

SVG = "{http://www.w3.org/2000/svg}"


def sheets(evaluation: Evaluation, view: View, paper: str = "a4", *, slides: bool = False) -> list[ET.Element]:
    return [
        ET.fromstring(each.svg)
        for each in draw_sheets(evaluation, view, "light", PAPERS[paper], engine(), slides=slides)
    ]


def cards(sheet: ET.Element) -> list[str]:
    return [g.get("id") or "" for g in sheet.iter(SVG + "g") if (g.get("class") or "").startswith("statement")]


def smallest(sheet: ET.Element, paper: str) -> float:
    """The size of its smallest type, in points."""
    fit = [float(found[1]) for g in sheet if (found := re.search(r" scale\(([\d.]+)\)$", g.get("transform") or ""))]
    enlarged = {text for g in sheet.iter(SVG + "g") if g.get("class") == "scale" for text in g.iter(SVG + "text")}
    sizes = [float(text.get("font-size", 99)) for text in sheet.iter(SVG + "text") if text not in enlarged]
    pixel = PAPERS[paper].wide * 72 / 25.4 / float(sheet.get("width", 0))
    return min(sizes) * pixel * min([1.0, *fit])


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("name", ["300 in one position", "long and short texts", "star of 30", "undercuts of one"])
def test_every_card_is_on_one_sheet_within_its_edges(name: str, paper: str) -> None:
    evaluation = shapes()[name]
    view = View("position", position="p0")
    found = sheets(evaluation, view, paper)
    (scene,) = scenes(evaluation, view, Links())
    assert Counter(id for sheet in found for id in cards(sheet)) == Counter(list(scene.cards))
    wide, high = PAPERS[paper].size
    for sheet in found:
        assert float(sheet.get("width", 0)) / float(sheet.get("height", 0)) == pytest.approx(wide / high, abs=0.002)


PROMISED = {"a4": 8, "a3": 8, "letter": 8, "16:9": 14}


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("kind", ["whole", "tree"])
@pytest.mark.parametrize("name", shapes())
def test_no_type_is_smaller_than_its_paper_promises(name: str, kind: Any, paper: str) -> None:
    found = [smallest(sheet, paper) for sheet in sheets(shapes()[name], View(kind), paper)]
    assert min(found) >= PROMISED[paper] - 0.02  # a sheet is a whole number of px wide


@pytest.mark.parametrize("paper", PAPERS)
def test_nor_on_the_flagships_positions_or_around_a_statement(paper: str) -> None:
    evaluation = evaluate(argmap.load(ROOT / "arguments" / "nato-ukraine"))
    views = [View("position", position=id) for id in ("law-and-values", "after-ceasefire-or-now")]
    for view in (*views, View("focus", focus="direct-clash")):
        assert min(smallest(sheet, paper) for sheet in sheets(evaluation, view, paper)) >= PROMISED[paper] - 0.02


def test_the_title_of_a_position_stands_once_in_a_column_of_a_sheet() -> None:
    for sheet in sheets(shapes()["star of 30"], View()):
        titles = [g.find(SVG + "text") for g in sheet.iter(SVG + "g") if g.get("class") == "position-title"]
        assert len(titles) == len({title.get("x") for title in titles if title is not None}) <= 3


@pytest.mark.parametrize("paper", ["a4", "a3", "letter"])
def test_a_small_map_fills_one_sheet_with_its_legend(paper: str) -> None:
    evaluation = evaluate(argmap.load(ROOT / "arguments" / "tripwire"))
    view = View("position", position="deterrence")
    (sheet,) = sheets(evaluation, view, paper)
    assert smallest(sheet, paper) > 8.8


@settings(max_examples=40)
@given(debates(max_statements=20))
def test_no_debate_loses_a_card_on_paper_and_what_is_cut_names_its_sheet(debate: Debate) -> None:
    evaluation = evaluate(debate)
    found = sheets(evaluation, View(), "16:9")
    (scene,) = scenes(evaluation, View(), Links())
    assert Counter(id for sheet in found for id in cards(sheet)) == Counter(list(scene.cards))
    page = {id: number for number, sheet in enumerate(found, start=1) for id in cards(sheet)}
    cut: defaultdict[str, list[int]] = defaultdict(list)
    for id, wire in scene.parents.items():
        if page[id] != page[wire.head]:
            cut[wire.head].append(page[id])
    for head, pages in cut.items():
        if scene.cards[head].large:
            assert all(f"Continued from page {page[head]}: " in "".join(found[n - 1].itertext()) for n in pages)
        words = "\n".join("".join(text.itertext()) for text in found[page[head] - 1].iter(SVG + "text"))
        named = pages if len(pages) <= MOST + 1 else pages[:MOST]
        assert all(f"continued on page {number}" in words for number in named)
        assert len(named) == len(pages) or f": {len(pages) - MOST} more" in words
        back = [" ".join(text.text or "" for text in found[n - 1].iter(SVG + "text")) for n in pages]
        assert scene.cards[head].large or all(f", page {page[head]}" in words for words in back)


def test_a_card_names_a_few_of_thousands_that_are_cut_from_it_and_few_ways_are_tried(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dealt, plain = [0], Planner.deal

    def counting(*given: Any) -> Any:
        dealt[0] += 1
        return plain(*given)

    monkeypatch.setattr(Planner, "deal", counting)
    write(debate(each(1_200, lambda i: support(f"a{i}"))), tmp_path)
    evaluation = evaluate(argmap.load(tmp_path / "arguments" / "d"))
    found = sheets(evaluation, View("tree"))
    assert Counter(cards(found[0]))["plan"] == 1 and sum(len(cards(sheet)) for sheet in found) == 1_201
    assert len([text for text in found[0].itertext() if "continued on page" in text]) == MOST + 1
    assert 0 < dealt[0] < 120 * 1_200


def test_more_sheets_than_anybody_prints_end_in_advice(tmp_path: Path) -> None:
    write(debate(each(500, lambda i: support(f"a{i}"))), tmp_path)
    evaluation = evaluate(argmap.load(tmp_path / "arguments" / "d"))
    with pytest.raises(MapError, match="this map would take 500 sheets; the most is 200: draw a part"):
        sheets(evaluation, View(), slides=True)


def test_a_slide_has_an_argument_its_best_answer_and_the_best_reply() -> None:
    found = [cards(sheet) for sheet in sheets(park(), View(), "16:9", slides=True)]
    assert [id for id in found[2] if id][:2] == ["cars-are-needed", "deliveries-at-night"]
    shown = [id for slide in found for id in slide]
    assert {"fewer-accidents", "air-is-cleaner", "cars-are-needed", "tunnel-air"} <= set(shown)
    assert not {"close-road", "build-tunnel"} & set(shown)


def test_slides_of_a_large_debate_have_answers_too() -> None:
    evaluation = evaluate(argmap.load(ROOT / "arguments" / "nato-ukraine"))
    overview, whole = (sheets(evaluation, View(kind), "16:9", slides=True) for kind in ("overview", "whole"))
    assert [cards(slide) for slide in overview] == [cards(slide) for slide in whole]
    assert sum(len(cards(slide)) > 1 for slide in overview) > 60


def test_a_slide_says_what_its_argument_needs_where_that_stands_on_another() -> None:
    found = sheets(shapes()["premises shared by seven"], View(), "16:9", slides=True)[:-1]
    assert len(found) == 7
    assert all(len(cards(slide)) == 3 or "".join(slide.itertext()).count("needs “") == 2 for slide in found)


@pytest.mark.parametrize("against", ["of: a", "undercuts: a", "of: needed"])
def test_a_slide_and_a_brief_choose_the_same_answer(tmp_path: Path, against: str) -> None:
    steps = [
        support("a", more="premises: [needed]\n"), "claim: needed\ntext: It is needed.", rebuttal("first", "of: a"),
        rebuttal("worse", against, "role: impact\nrisk: {severity: catastrophic}\n", "Boats burn."),
    ]  # fmt: skip
    write(debate(steps), tmp_path)
    evaluation = evaluate(argmap.load(tmp_path / "arguments" / "d"))
    best = queries.best_answers(evaluation, "a")[0].id
    (slide, *_) = sheets(evaluation, View(), "16:9", slides=True)
    assert best == "worse" and cards(slide) == ["a", "needed", "worse"]


def test_a_slide_with_little_on_it_has_larger_type_and_none_has_smaller_than_14_points() -> None:
    found = sheets(park(), View(), "16:9", slides=True)[:-1]  # the last has the legend
    points = [smallest(sheet, "16:9") for sheet in found]
    assert min(points) >= 14 and max(points) >= 18
    assert len({round(float(sheet.get("width", 0)) / float(sheet.get("height", 0)), 1) for sheet in found}) == 1


@pytest.mark.parametrize("slides", [False, True])
@pytest.mark.parametrize("paper", PAPERS)
def test_the_number_of_a_page_stands_below_all_that_is_on_it(paper: str, slides: bool) -> None:
    for sheet in sheets(shapes()["long and short texts"], View(), paper, slides=slides):
        (number,) = [each for each in sheet.iter(SVG + "text") if re.fullmatch(r"page \d+ of \d+", each.text or "")]
        high = float(sheet.get("height", 0))
        margin = 9 * high / {"a4": 210, "a3": 297, "letter": 215.9, "16:9": 190.5}[paper]
        assert high - margin < float(number.get("y", 0)) - 9 < high


@pytest.mark.parametrize("slides", [False, True])
def test_hostile_text_stays_text(slides: bool) -> None:
    for sheet in sheets(hostile(), View(), "a4", slides=slides):
        assert not [each for each in sheet.iter() if each.tag == SVG + "script"]


def test_an_unknown_paper_names_those_that_there_are() -> None:
    with pytest.raises(MapError, match="a4, a3, letter, 16:9"):
        paper_named("a7")


def test_a_pdf_has_a_page_of_the_papers_size_for_each_sheet() -> None:
    import pypdfium2

    from argmap.maps.forms import Picture, form_named

    made = form_named("pdf").write(Picture(park(), View(), "light", engine(), paper="a4"))
    pages = pypdfium2.PdfDocument(made)
    assert len(pages) == len(sheets(park(), View()))
    assert [round(side / 72 * 25.4) for side in pages[0].get_size()] == [297, 210]


@pytest.mark.parametrize(("paper", "most"), [("a4", 14), ("16:9", 56)])
def test_small_positions_share_sheets(paper: str, most: int) -> None:
    assert len(sheets(shapes()["25 positions"], View(), paper)) <= most


def test_sections_of_a_map_share_sheets_and_lose_no_card() -> None:
    evaluation, view = evaluate(argmap.load(ROOT / "arguments" / "nato-ukraine")), View("core")
    found, sections = sheets(evaluation, view, "a3"), scenes(evaluation, view, Links())
    assert len(found) < len(sections)
    shown = [id for sheet in found for id in cards(sheet)]
    assert len(shown) == len(set(shown))
    assert Counter(id.split(".")[0] for id in shown) == Counter(id for section in sections for id in section.cards)


def test_what_an_earlier_sheet_says_of_the_map_or_a_position_is_not_said_again() -> None:
    lines = [text.text or "" for sheet in sheets(park(), View(), "16:9") for text in sheet.iter(SVG + "text")]
    assert sum("in 3 positions" in line for line in lines) == 1
    notes = [line for line in lines if "arguments in all: " in line]
    assert len(notes) == len(set(notes)) == 2 and lines.count("Safety") > 2


def test_a_map_without_a_resolution_has_slides_of_what_its_arguments_are_about() -> None:
    evaluation = evaluate(argmap.load(ROOT / "arguments" / "nato-ukraine"))
    view = View("position", position="what-would-settle-it")
    (scene,) = scenes(evaluation, view, Links())
    shown = {id for slide in sheets(evaluation, view, "16:9", slides=True) for id in cards(slide)}
    about = {wire.head for wire in scene.parents.values()} - set(scene.parents)
    assert about and {id for id, wire in scene.parents.items() if wire.head in about} <= shown


def test_where_nothing_is_about_anything_slides_end_in_advice(tmp_path: Path) -> None:
    write(debate(["claim: alone\ntext: Boats sink."]), tmp_path)
    with pytest.raises(MapError, match="draw it without --slides"):
        sheets(evaluate(argmap.load(tmp_path / "arguments" / "d")), View(), slides=True)
