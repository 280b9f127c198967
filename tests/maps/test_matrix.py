"""The overview as a matrix: its counts are the debate's, every position is there once, no two texts overlap."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings

import argmap
from argmap.evaluation.evaluated import Evaluation, evaluate
from argmap.evaluation.force import Force, force
from argmap.evaluation.framework import Label
from argmap.maps import LARGEST_WHOLE, Links, View, to_dot, to_svg
from argmap.maps.matrix import Matrix, in_few_words, matrix
from argmap.maps.matrix_drawing import MOST_COLUMNS, PAGE
from argmap.maps.measure import width
from argmap.maps.scene_making import scenes
from argmap.model import Claim, Comparison, Debate, Position, Rebuttal, Risk, Statement, Support
from argmap.strength.gradual import strengths
from tests.conftest import ROOT
from tests.maps.park import HOSTILE, hostile, park
from tests.strategies import debates

SVG = "{http://www.w3.org/2000/svg}"
LINKS = Links(lambda id: f"brief.html#{id}", lambda position: f"{position}.svg")
OVERVIEW = View("overview")
LONG = "This is a sentence that goes on for so long that nobody could be glad of it in a narrow cell. "
HEBREW = "יש לשלוח מאמנים לפני הפסקת אש כי כך ילמדו מהר יותר"
Box = tuple[float, float, float, float, str]


def _debate(resolutions: int, positions: int, text: str = "Words of an ordinary length, as one has them.") -> Debate:
    """Each position says something to every third resolution or so, for it, against it, or both."""
    claims = tuple(Claim(id=f"r{n}", text=f"{n}. {text}") for n in range(resolutions))
    made = []
    for p in range(positions):
        steps: list[Statement] = []
        for n in range(resolutions):
            if (p + n) % 3 == 0:
                steps += [Support(id=f"s{p}-{n}-{k}", of=f"r{n}", text=text) for k in range(1 + (p * n) % 7)]
            if (p * 2 + n) % 5 == 0:
                steps += [Rebuttal(id=f"b{p}-{n}-{k}", of=f"r{n}", text=text, undeveloped=k == 1) for k in range(1 + n)]
        steps.append(Claim(id=f"c{p}", text=text))
        made.append(Position(id=f"p{p}", title=f"{p}. {text}", kind="advantage", arguments=tuple(steps)))
    return Debate(id="d", title=text, resolutions=claims, positions=tuple(made))


def _root(evaluation: Evaluation, theme: str = "light", view: View = OVERVIEW, fit: float | None = None) -> ET.Element:
    return ET.fromstring(to_svg(evaluation, view, theme, link=LINKS, fit=fit))


def _texts(root: ET.Element) -> Iterator[Box]:
    """Each line of text: left, top, right, bottom, by the widths of the font; and the line."""
    for element in root.iter(SVG + "text"):
        size, bold = float(element.get("font-size", 0)), element.get("font-weight") == "bold"
        for line in (element, *element.iter(SVG + "tspan")):
            if said := (line.text or "").strip():
                x, y, wide = float(line.get("x", 0)), float(line.get("y", 0)), width(said, size, bold=bold)
                left = x - wide if element.get("text-anchor") == "end" else x
                yield left, y - 0.74 * size, left + wide, y + 0.22 * size, said


def _overlaps(boxes: list[Box]) -> list[tuple[str, str]]:
    """Pairs of lines that lie on one another by more than rounding."""
    by_top = sorted(boxes, key=lambda box: box[1])
    found = []
    for index, (left, _, right, bottom, said) in enumerate(by_top):
        for other_left, top, other_right, _, other in by_top[index + 1 :]:
            if top >= bottom - 0.3:
                break
            if left < other_right - 0.3 and other_left < right - 0.3:
                found.append((said, other))
    return found


def _sound(root: ET.Element, page: float = PAGE) -> None:
    boxes = list(_texts(root))
    assert boxes and _overlaps(boxes) == []
    wide, high = float(root.get("width", 0)), float(root.get("height", 0))
    assert wide == page
    assert all(left >= 0 and top >= 0 and right <= wide and bottom <= high for left, top, right, bottom, _ in boxes)


def _cells(found: Matrix) -> Iterator[tuple[str, str, tuple[int, ...], str]]:
    """Every cell as (position, resolution, numbers, strongest argument)."""
    rows = [*found.rows, *{row.position: row for _, row in found.others if row}.values()]
    for row in {row.position: row for row in rows}.values():
        for resolution, entries in row.cells.items():
            for entry in entries:
                yield row.position, resolution, tuple(entry.pile), entry.id


def _counted(evaluation: Evaluation, steps: list[Support | Rebuttal]) -> tuple[int, ...]:
    forces = [force(evaluation, step.id) for step in steps]
    gone = forces.count(Force.ANSWERED) + forces.count(Force.OUTWEIGHED)
    return forces.count(Force.COUNTS), forces.count(Force.OPEN), gone


@given(debates(max_statements=14))
def test_the_counts_are_those_of_the_debate(debate: Debate) -> None:
    evaluation = evaluate(debate)
    found = matrix(evaluation, OVERVIEW, LINKS)
    expected = []
    for position in debate.positions:
        for claim in debate.resolutions:
            for kind in (Support, Rebuttal):
                steps = [s for s in position.arguments if isinstance(s, kind) and s.of == claim.id]
                if steps:
                    expected.append((position.id, claim.id, _counted(evaluation, steps)))
    assert sorted(cell[:3] for cell in _cells(found)) == sorted(expected)
    for column in (*found.columns, *(column for column, _ in found.others)):
        cells = [numbers for _, resolution, numbers, _ in _cells(found) if resolution == column.id]
        both = [sum(pair) for pair in zip(column.tally.for_, column.tally.against, strict=True)]
        assert [sum(each) for each in zip(*cells, (0, 0, 0), strict=True)] == both


@given(debates(max_statements=14))
def test_every_position_with_arguments_is_there_once_and_every_resolution(debate: Debate) -> None:
    evaluation = evaluate(debate)
    found, root = matrix(evaluation, OVERVIEW, LINKS), _root(evaluation)
    rows = [row.position for row in (*found.rows, *found.silent)]
    below = {row.position for _, row in found.others if row} - set(rows)
    assert sorted([*rows, *below]) == sorted(p.id for p in debate.positions if p.arguments)
    ids = [group.get("id") for group in root.iter(SVG + "g")]
    assert all(ids.count(f"position-{position}") == 1 for position in rows)
    assert all(ids.count(id) == 1 for id in debate.resolution_ids)


@settings(max_examples=60)
@given(debates(max_statements=14))
def test_no_debate_makes_texts_overlap(debate: Debate) -> None:
    _sound(_root(evaluate(debate)))


@pytest.mark.parametrize("positions", [0, 1, 3, 25])
@pytest.mark.parametrize("resolutions", [1, 2, MOST_COLUMNS, MOST_COLUMNS + 1, 12])
def test_any_number_of_positions_and_resolutions_stays_on_the_page(resolutions: int, positions: int) -> None:
    evaluation = evaluate(_debate(resolutions, positions))
    for fit in (320, 500, 900):
        _sound(_root(evaluation, fit=fit), min(PAGE, fit))


@pytest.mark.parametrize("resolutions", [1, 4, 7])
@pytest.mark.parametrize("text", [HOSTILE, LONG * 3, "W" * 300, HEBREW, "東京都は明日までに" * 9, "x"])
def test_any_text_stays_in_its_cell(text: str, resolutions: int) -> None:
    _sound(_root(evaluate(_debate(resolutions, 6, text))))


def test_without_a_resolution_there_is_a_page_all_the_same() -> None:
    debate = _debate(1, 2).model_copy(update={"resolutions": ()})
    positions = (Position(id="p", arguments=(Claim(id="c", text="Something."),)),)
    _sound(_root(evaluate(debate.model_copy(update={"positions": positions}))))


def test_words_that_run_to_the_left_end_at_the_right_edge() -> None:
    root = _root(evaluate(_debate(2, 3, HEBREW)))
    ends = [text for text in root.iter(SVG + "text") if text.get("text-anchor") == "end"]
    assert ends and all((span.text or "").strip().startswith("\u2067") for text in ends for span in text)


def test_hostile_texts_stay_texts() -> None:
    svg = to_svg(hostile(), OVERVIEW, link=Links(lambda _: "javascript:alert(1)", lambda _: HOSTILE))
    root = ET.fromstring(svg)
    assert "<script" not in svg and "\x1b" not in svg
    assert not [a for a in root.iter(SVG + "a") if "javascript" in (a.get("href") or "")]


def test_positions_lead_to_their_maps_and_arguments_to_their_cards_there() -> None:
    evaluation = park()
    root = _root(evaluation)
    parents = {child: parent for parent in root.iter() for child in parent}
    hrefs = {g.get("id"): parents[g].get("href") for g in root.iter(SVG + "g") if g.get("id")}
    assert hrefs["position-safety"] == "safety.svg" and hrefs["close-road"] == "brief.html#close-road"
    assert hrefs["fewer-accidents"] == "safety.svg#fewer-accidents"
    inside = [a for a in root.iter(SVG + "a") if list(a.iter(SVG + "a")) != [a]]
    assert inside == []


@given(debates(max_statements=14))
def test_every_argument_has_a_card_on_the_map_that_it_leads_to(debate: Debate) -> None:
    evaluation = evaluate(debate)
    for position, _, _, id in _cells(matrix(evaluation, OVERVIEW, LINKS)):
        (scene,) = scenes(evaluation, View("position", position=position), LINKS)
        assert id in {each for card in scene.cards.values() for each in (card.id, *card.also)}


def _strongest(*arguments: Support) -> Evaluation:
    resolution = Claim(id="r", text="R.")
    over = (Comparison(over="light", because="So."),) if any(each.id == "light" for each in arguments) else ()
    other = Position(id="q", arguments=(Rebuttal(id="heavy", of="r", text="H.", outweighs=over),))
    part = Position(id="p", arguments=arguments)
    return evaluate(Debate(id="d", title="T", resolutions=(resolution,), positions=(part, other)))


WEAK = Support(id="weak", of="r", text="W.")
STRONG = Support(id="strong", of="r", text="S.")
LIGHT = Support(id="light", of="r", text="L.")


def _best(evaluation: Evaluation) -> str:
    return matrix(evaluation, OVERVIEW, LINKS).rows[0].cells["r"][0].id


def test_the_weightiest_argument_is_found_by_force_then_core_then_weight_then_in_file_order() -> None:
    evaluation = _strongest(LIGHT, WEAK, STRONG)
    assert force(evaluation, "light") is Force.OUTWEIGHED
    assert _best(evaluation) == "weak"
    grave = STRONG.model_copy(update={"role": "impact", "risk": Risk(severity="high")})
    assert _best(_strongest(LIGHT, WEAK, grave)) == "strong"
    assert _best(_strongest(LIGHT, WEAK.model_copy(update={"core": True}), grave)) == "weak"
    assert _best(_strongest(LIGHT.model_copy(update={"core": True}), WEAK)) == "weak"
    assert _best(_strongest(LIGHT)) == "light"


def test_what_has_no_force_is_grey_and_the_legend_says_so() -> None:
    root = _root(_strongest(LIGHT))
    group = next(g for g in root.iter(SVG + "g") if g.get("id") == "light")
    assert (group.get("class") or "").split()[-1] == Label.OUT.value
    assert "grey words: no force" in [box[4] for box in _texts(root)]
    assert "grey words: no force" not in [box[4] for box in _texts(_root(_strongest(WEAK)))]


def test_a_bare_step_says_what_its_premises_say_and_no_id() -> None:
    claims = (Claim(id="one", text="One holds"), Claim(id="two", text="Two holds, too.", tag="Two"))
    step = Support(id="bare", of="r", premises=("one", "two"))
    part = Position(id="p", arguments=(*claims, step))
    debate = Debate(id="d", title="T", resolutions=(Claim(id="r", text="R."),), positions=(part,))
    assert in_few_words(debate, step) == "One holds. And: Two."
    assert "bare" not in [word for box in _texts(_root(evaluate(debate))) for word in re.findall(r"[\w-]+", box[4])]


def test_a_resolution_argued_in_one_position_stands_below_and_names_it() -> None:
    claims = (Claim(id="r", text="R."), Claim(id="lone", text="Lone.", short="Lone plan"), Claim(id="idle", text="I."))
    parts = (
        Position(id="p", title="Pea", arguments=(Support(id="a", of="r", text="A."),)),
        Position(id="q", title="Queue", arguments=(Support(id="b", of="r", text="B."),)),
        Position(id="t", title="Tea", arguments=(Rebuttal(id="c", of="lone", text="C."),)),
    )
    evaluation = evaluate(Debate(id="d", title="T", resolutions=claims, positions=parts))
    found = matrix(evaluation, OVERVIEW, LINKS)
    assert [column.id for column in found.columns] == ["r"]
    assert [(column.words, row and row.position) for column, row in found.others] == [("Lone plan", "t"), ("I", None)]
    assert "All in: Tea" in [box[4] for box in _texts(_root(evaluation))]


def test_sides_leave_out_the_arguments_of_the_other() -> None:
    found = matrix(park(), View("overview", side="con"), LINKS)
    sides = {entry.side for row in found.rows for entries in row.cells.values() for entry in entries}
    assert sides == {-1}
    whole, part = (matrix(park(), view, LINKS) for view in (OVERVIEW, View("overview", side="pro")))
    assert [column.id for column in part.columns] == [column.id for column in whole.columns]
    assert [row.position for row in part.silent] == [row.position for row in whole.silent]
    _sound(_root(park(), view=View("overview", side="pro")))


def test_as_dot_an_overview_is_the_tree() -> None:
    assert to_dot(park(), OVERVIEW) == to_dot(park(), View("tree"))
    assert to_svg(park(), OVERVIEW) != to_svg(park(), View("tree"))


def test_the_flagships_overview_fits_a_page_of_a4_with_type_of_8_points() -> None:
    """190 by 277 mm lie within margins of 10 mm."""
    evaluation = evaluate(argmap.load(ROOT / "arguments" / "nato-ukraine"))
    evaluation = replace(evaluation, strengths=strengths(evaluation, "quadratic-energy"))
    assert len(evaluation.debate.statements) > LARGEST_WHOLE
    root = _root(evaluation, "print")
    _sound(root)
    mm = min(190 / float(root.get("width", 0)), 277 / float(root.get("height", 0)))
    smallest = min(float(text.get("font-size", 0)) for text in root.iter(SVG + "text"))
    assert smallest * mm / 25.4 * 72 >= 8
