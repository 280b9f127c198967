"""Places: nothing overlaps, panels hold their cards, and there is always a picture."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from itertools import combinations, pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import argmap
from argmap.evaluation.evaluated import Evaluation, evaluate
from argmap.evaluation.force import force as force_of
from argmap.evaluation.framework import Label
from argmap.maps import LayoutError, Links, View, draw, views
from argmap.maps.connecting_lines import Line, tree_lines
from argmap.maps.drawing import _packed, lay_out, on_a_page
from argmap.maps.engine import engine
from argmap.maps.layout import TIME_LIMIT, Layout
from argmap.maps.outline import GAP, RADIUS
from argmap.maps.place import Placed
from argmap.maps.scene_making import scenes
from argmap.model import Claim, Debate, Position, Rebuttal, Support
from argmap.prose.relation import Relation, relation_of
from tests.benchmarks.map_shapes import shapes
from tests.maps.park import park, single
from tests.strategies import debates


class Broken:
    """An engine that fails as told."""

    name = "broken"

    def __init__(self, **how: bool) -> None:
        self.how = how

    def layout(self, dot: str, timeout: float = TIME_LIMIT) -> Layout:
        raise LayoutError("it took more than 1 s", **self.how)

    def version(self) -> str:
        return "0"


def _placed(evaluation: Evaluation, view: View, *, own: bool = False) -> list[Placed]:
    return [lay_out(scene, None if own else engine(), 30)[0] for scene in scenes(evaluation, view, Links())]


def _sound(placed: Placed) -> None:
    assert set(placed.spots) == set(placed.scene.cards), "every card has a place"
    spots = list(placed.spots.values())
    for a, b in combinations(spots, 2):
        beside = a.right <= b.x or b.right <= a.x
        gap = round(max(b.y - a.bottom, a.y - b.bottom), 1)
        assert beside or gap >= GAP, f"{a.face.card.id} and {b.face.card.id} overlap or touch"
    for floor in placed.floors:
        for spot in spots:
            clear = spot.right <= floor.x or floor.x + floor.width <= spot.x
            clear = clear or spot.bottom <= floor.y or floor.y + floor.height <= spot.y
            inside = floor.x < spot.x and spot.right < floor.x + floor.width
            inside = inside and floor.y + floor.plate.height <= spot.y and spot.bottom < floor.y + floor.height
            assert clear or inside, f"{spot.face.card.id} lies across the edge of {floor.key}"
    for one, other in combinations(placed.floors, 2):
        apart = (
            one.x + one.width <= other.x or other.x + other.width <= one.x
            or one.y + one.height <= other.y or other.y + other.height <= one.y
        )  # fmt: skip
        assert apart, f"panels {one.key} and {other.key} overlap"


@pytest.mark.parametrize("own", [False, True], ids=["engine", "own"])
@pytest.mark.parametrize(
    "view",
    [View(), View("overview"), View("position", position="air"), View("focus", focus="air-is-cleaner")],
    ids=lambda v: v.kind,
)
def test_cards_and_panels_do_not_overlap(view: View, own: bool) -> None:
    for placed in _placed(park(), view, own=own):
        _sound(placed)


@settings(max_examples=40)
@given(debates(max_statements=14))
def test_no_debate_makes_cards_overlap_or_lines_fail(debate: Debate) -> None:
    evaluation = evaluate(debate)
    for view in (View(), View("overview"), *(View("position", position=p.id) for p in debate.positions)):
        for placed in _placed(evaluation, view):
            _sound(placed)
            drawn = {line.wire for line in tree_lines(placed) if line.points}
            assert drawn == set(placed.scene.wires)


def _hits(line: Line, placed: Placed) -> list[str]:
    """The cards that a line runs through, other than at its ends."""
    found = []
    for (ax, ay), (bx, by) in zip(line.points, line.points[1:], strict=False):
        for id, spot in placed.spots.items():
            level = ay == by and spot.y < ay < spot.bottom and min(ax, bx) < spot.right and spot.x < max(ax, bx)
            upright = ax == bx and spot.x < ax < spot.right and min(ay, by) < spot.bottom and spot.y < max(ay, by)
            if level or upright:
                found.append(id)
    return found


@pytest.mark.parametrize("view", [View(), View("overview"), View("position", position="air")], ids=lambda v: v.kind)
def test_no_line_runs_through_a_card(view: View) -> None:
    for placed in _placed(park(), view):
        for line in tree_lines(placed):
            assert _hits(line, placed) == [], line.wire.id


def test_an_undercut_ends_at_the_sign_of_the_step_that_it_contests() -> None:
    (placed,) = _placed(park(), View())
    (line,) = [line for line in tree_lines(placed) if line.wire.tail == "deliveries-at-night"]
    x, y = placed.spots["cars-are-needed"].sign or (0, 0)
    assert line.points[-1] == (x, y + RADIUS)


def test_each_stretch_of_a_shared_line_is_drawn_once() -> None:
    steps = tuple(Support(id=f"s{n}", of="r", text="x") for n in range(3))
    part = Position(id="p", arguments=(*steps, Rebuttal(id="no", undercuts="s2", text="y")))
    debate = Debate(id="d", title="T", resolutions=(Claim(id="r", text="R"),), positions=(part,))
    (placed,) = _placed(evaluate(debate), View())
    lines = [line for line in tree_lines(placed) if line.wire.relation == "support"]
    assert len(lines) == 3
    segments = [s for line in lines for s in zip(line.points, line.points[1:], strict=False)]
    assert len(set(segments)) == len(segments)


def _wide(leaves: int) -> Evaluation:
    words = "A statement of ordinary length, as in a debate."
    steps = tuple(Support(id=f"s{n}", of="r", text=words) for n in range(leaves))
    part = Position(id="p", arguments=steps)
    return evaluate(Debate(id="d", title="T", resolutions=(Claim(id="r", text="R"),), positions=(part,)))


@pytest.mark.parametrize("leaves", [4, 12, 25, 60])
def test_many_answers_to_one_statement_make_no_ribbon(leaves: int) -> None:
    (placed,) = _placed(_wide(leaves), View())
    assert placed.width <= 2000 or placed.width < 2 * placed.height
    assert placed.height < 3 * placed.width


def _chain(length: int) -> Evaluation:
    steps = [Support(id="s0", of="r", text="x")]
    steps += [Support(id=f"s{n}", of=f"s{n - 1}", text="x") for n in range(1, length)]
    part = Position(id="p", arguments=tuple(steps))
    return evaluate(Debate(id="d", title="T", resolutions=(Claim(id="r", text="R"),), positions=(part,)))


def test_a_chain_of_3000_is_a_page_of_short_chains() -> None:
    (placed,) = _placed(_chain(3000), View())
    assert len(placed.spots) == 3001 and placed.width < 3 * placed.height < 6 * placed.width


def test_a_layout_that_takes_too_long_still_makes_a_map_and_says_so() -> None:
    drawing = draw(park(), engine=Broken(timed_out=True))
    assert drawing.notes == ("Laid out in plain columns, since it took more than 1 s.",)
    assert 'id="air-is-cleaner"' in drawing.svg


def test_an_engine_that_cannot_run_at_all_is_an_error() -> None:
    with pytest.raises(LayoutError):
        draw(park(), engine=Broken(unusable=True))


@settings(max_examples=60)
@given(debates(max_statements=20))
def test_no_line_of_the_tree_runs_through_a_card(debate: Debate) -> None:
    evaluation = evaluate(debate)
    for view in (View(), *(View("position", position=p.id) for p in debate.positions if p.arguments)):
        for placed in _placed(evaluation, view):
            for line in tree_lines(placed):
                assert _hits(line, placed) == [], line.wire.id


def _drawn(evaluation: Evaluation, view: View) -> Iterator[tuple[str, Relation, Label]]:
    """Each sign of a step on a map: whose, of which kind, with which force."""
    for placed in _placed(evaluation, view):
        for line in tree_lines(placed):
            if line.wire.relation in ("support", "rebuttal", "undercut"):
                tail = line.wire.tail
                if isinstance(evaluation.debate.statements[tail], Claim):  # it stands where its step stood
                    (tail,) = placed.scene.cards[tail].also
                yield tail, line.wire.relation, line.wire.force


@settings(max_examples=60)
@given(debates(max_statements=20), st.data())
def test_each_sign_on_a_map_is_that_of_its_step(debate: Debate, data: st.DataObject) -> None:
    evaluation = evaluate(debate)
    focus = data.draw(st.sampled_from(list(debate.statements)))
    positions = [View("position", position=p.id) for p in debate.positions if p.arguments]
    for view in (View(), View("overview"), View("focus", focus=focus, depth=data.draw(st.integers(0, 2))), *positions):
        for id, relation, force in _drawn(evaluation, view):
            step = debate.statements[id]
            assert not isinstance(step, Claim)
            assert (relation, force) == (relation_of(step), force_of(evaluation, id).label)


@pytest.mark.parametrize("kind", ["rebuttal", "undercut"])
def test_a_step_cut_off_at_the_edge_of_a_map_keeps_its_sign(kind: str) -> None:
    target = {"of": "far"} if kind == "rebuttal" else {"undercuts": "far"}
    arguments = (
        Support(id="far", of="r", text="F."), Rebuttal(id="cut", text="C.", **target),
        Rebuttal(id="seen", undercuts="cut", text="S."),
    )  # fmt: skip
    debate = Debate(
        id="d", title="D", resolutions=(Claim(id="r", text="R."),), positions=(Position(id="p", arguments=arguments),)
    )
    drawn = list(_drawn(evaluate(debate), View("focus", focus="seen", depth=1)))
    assert ("cut", kind, Label.OUT) in drawn and ("seen", "undercut", Label.IN) in drawn


def test_what_stands_alone_begins_below_the_title_and_has_room_for_its_text() -> None:
    svg = draw(single("A sentence that is much longer than an ordinary card is wide, as resolutions are.")).svg
    assert 'transform="translate(28 ' in svg and '<rect x="0" y="0" height=' in svg and 'width="560"' in svg
    assert 'width="344"' in draw(single("One."), fit=400).svg


def _page(svg: str) -> tuple[float, float]:
    found = re.search(r'viewBox="0 0 (\d+) (\d+)"', svg)
    assert found
    return float(found[1]), float(found[2])


def test_a_map_uses_the_column_of_text_that_it_has_and_is_no_wider() -> None:
    evaluation, view = shapes()["long and short texts"], View("position", position="p0")
    narrow, less, usual = (_page(draw(evaluation, view, fit=fit).svg) for fit in (360, 720, 900))
    assert narrow[0] <= 360 and less[0] == 720 and usual[0] == 900 and usual[1] < less[1]


def _through_titles(placed: Placed) -> list[str]:
    """The lines that pass through the title of a panel or the note below it."""
    found = []
    for line in tree_lines(placed):
        for floor in placed.floors:
            left, right = floor.title_x, floor.title_x + floor.plate.width
            top, bottom = floor.y + 6, floor.y + floor.plate.height - 8
            for (ax, ay), (bx, by) in pairwise(line.points):
                if min(ax, bx) < right and max(ax, bx) > left and min(ay, by) < bottom and max(ay, by) > top:
                    found.append(line.wire.tooltip)
            x, y = line.sign
            if left < x + RADIUS and x - RADIUS < right and top < y + RADIUS and y - RADIUS < bottom:
                found.append(f"the sign of {line.wire.tail}")
    return found


@settings(max_examples=60)
@given(debates(max_statements=20), st.data())
def test_no_line_passes_through_the_title_of_a_panel(debate: Debate, data: st.DataObject) -> None:
    evaluation = evaluate(debate)
    focus = data.draw(st.sampled_from(list(debate.statements)))
    positions = [View("position", position=p.id) for p in debate.positions if p.arguments]
    for view in (View(), View("overview"), View("focus", focus=focus, depth=1), *positions):
        for placed in _placed(evaluation, view):
            assert _through_titles(placed) == []


def test_no_line_passes_through_a_title_of_the_flagships_maps() -> None:
    evaluation = evaluate(argmap.load(Path(__file__).parents[2] / "arguments" / "nato-ukraine"))
    for view in views(evaluation):
        for placed in _placed(evaluation, view):
            assert _through_titles(placed) == [], view.name


def _meet(placed: Placed) -> list[str]:
    """Where lines that lead to different places cross, or run nearer to each other than 6 px."""
    found = []
    stretches = [(line, part) for line in tree_lines(placed) for part in pairwise(line.points)]
    for (one, a), (other, b) in combinations(stretches, 2):
        shared = one.wire.head == other.wire.head and one.wire.relation == other.wire.relation
        (ax, ay, aw, ah), (bx, by, bw, bh) = _box(a), _box(b)
        near = 0 if (aw == 0) != (bw == 0) else 5.9  # across, or beside each other
        if not shared and ax < bx + bw + near and bx < ax + aw + near and ay < by + bh + near and by < ay + ah + near:
            found.append(f"{one.wire.tooltip} / {other.wire.tooltip}")
    return found


def _box(part: tuple[tuple[float, float], tuple[float, float]]) -> tuple[float, float, float, float]:
    (ax, ay), (bx, by) = part
    return min(ax, bx), min(ay, by), abs(ax - bx), abs(ay - by)


@settings(max_examples=60)
@given(debates(max_statements=20), st.data())
def test_no_line_crosses_or_touches_another_of_another_kind(debate: Debate, data: st.DataObject) -> None:
    evaluation = evaluate(debate)
    focus = data.draw(st.sampled_from(list(debate.statements)))
    positions = [View("position", position=p.id) for p in debate.positions if p.arguments]
    for view in (View(), View("overview"), View("focus", focus=focus, depth=2), *positions):
        for placed in _placed(evaluation, view):
            assert _meet(placed) == []


def test_the_flagships_maps_have_no_crossing_and_little_line() -> None:
    evaluation = evaluate(argmap.load(Path(__file__).parents[2] / "arguments" / "nato-ukraine"))
    for view in views(evaluation):
        for placed in _placed(evaluation, view):
            assert _meet(placed) == [], view.name
            for line in tree_lines(placed):
                assert _hits(line, placed) == [], line.wire.id


def test_no_column_is_kept_free_for_a_tree_that_needs_one_alone() -> None:
    claims = [Claim(id=f"c{n}", text="A claim of ordinary length, as is found in a debate.") for n in range(15)]
    answers = [Support(id=f"s{n}", of="c0", text="Short.") for n in range(2)]
    debate = Debate(
        id="d",
        title="D",
        resolutions=(Claim(id="r", text="R."),),
        positions=(Position(id="p", arguments=(*claims, *answers)),),
    )
    (placed,) = _placed(evaluate(debate), View("position", position="p"))
    bottoms = dict[int, float]()
    for spot in placed.spots.values():
        bottoms[spot.column] = max(bottoms.get(spot.column, 0.0), spot.bottom)
    assert min(bottoms.values()) > 0.7 * placed.height


def test_a_section_has_fewer_columns_where_that_makes_the_page_smaller() -> None:
    claims = tuple(Claim(id=f"r{n}", text="Something should be done.") for n in range(4))
    arguments = tuple(Support(id=f"s{n}", of=f"r{max(0, n - 12)}", text="Words. " * 20) for n in range(16))
    debate = Debate(id="d", title="D", resolutions=claims, positions=(Position(id="p", arguments=arguments),))
    sections = _placed(evaluate(debate), View("tree"))
    plain, better = _packed(sections, None), on_a_page(sections, engine(), 60, None)
    assert better[0][0].width < plain[0][0].width and math.prod(_extent(better)) < math.prod(_extent(plain))


def _extent(packed: list[tuple[Placed, float, float]]) -> tuple[float, float]:
    return max(x + placed.width for placed, x, _ in packed), max(y + placed.height for placed, _, y in packed)
