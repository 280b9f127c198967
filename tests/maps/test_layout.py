"""Places: nothing overlaps, panels hold their cards, and there is always a picture."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import argmap
from argmap.evaluation.evaluated import Evaluation, evaluate
from argmap.evaluation.framework import Label
from argmap.maps import LayoutError, Links, View, draw, views
from argmap.maps.columns import Column, Plan, Slot
from argmap.maps.crossing import cross_lines
from argmap.maps.drawing import lay_out
from argmap.maps.engine import engine
from argmap.maps.layout import TIME_LIMIT, Layout
from argmap.maps.place import HANG_GAP, LANE, STUB, Placed, Spot, _Rows, _Standing
from argmap.maps.scene import Card, Scene
from argmap.maps.scene_making import scenes
from argmap.maps.wiring import Line, _Lane, tree_lines, with_stubs
from argmap.model import Claim, Debate, Position, Rebuttal, Support
from argmap.prose.relation import Relation, relation_of
from tests.maps.park import park
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
        assert beside or gap >= HANG_GAP, f"{a.face.card.id} and {b.face.card.id} overlap or touch"
    for floor in placed.floors:
        inside = [s for s in spots if s.face.card.panel == floor.plate.panel.key]
        assert not placed.scene.stacked_panels or inside
        if not placed.scene.stacked_panels:
            for s in inside:
                assert floor.x < s.x and s.right < floor.x + floor.width
                assert floor.y + floor.plate.height <= s.y and s.bottom < floor.y + floor.height
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


@settings(max_examples=40, deadline=None)
@given(debates(max_statements=14))
def test_no_debate_makes_cards_overlap_or_lines_fail(debate: Debate) -> None:
    evaluation = evaluate(debate)
    for view in (View(), View("overview"), *(View("position", position=p.id) for p in debate.positions)):
        for placed in _placed(evaluation, view):
            _sound(placed)
            drawn = {line.wire for line in (*tree_lines(placed), *cross_lines(placed))}
            assert drawn == set(placed.scene.wires) - {w for w in placed.scene.wires if w.tail == w.head}


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
        for line in (*tree_lines(placed), *cross_lines(placed)):
            assert _hits(line, placed) == [], line.wire.id


def test_an_undercut_ends_at_the_sign_of_the_step_that_it_contests() -> None:
    (placed,) = _placed(park(), View())
    (line,) = [line for line in tree_lines(placed) if line.wire.tail == "deliveries-at-night"]
    assert line.points[-1] == placed.spots["cars-are-needed"].badge


def test_each_stretch_of_a_shared_line_is_drawn_once() -> None:
    steps = tuple(Support(id=f"s{n}", of="r", text="x") for n in range(3))
    part = Position(id="p", arguments=(*steps, Rebuttal(id="no", undercuts="s2", text="y")))
    debate = Debate(id="d", title="T", resolutions=(Claim(id="r", text="R"),), positions=(part,))
    (placed,) = _placed(evaluate(debate), View())
    lines = [line for line in tree_lines(placed) if line.wire.relation == "support"]
    assert len(lines) == 3 and sum(line.arrives for line in lines) == 1
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


def test_a_chain_of_3000_is_drawn_in_our_own_columns_and_says_so() -> None:
    drawing = draw(_chain(3000))
    assert drawing.notes == ("More than 2,000 statements: laid out in plain columns.",)
    assert drawing.notes[0] in drawing.svg


def test_a_layout_that_takes_too_long_still_makes_a_map_and_says_so() -> None:
    drawing = draw(park(), engine=Broken(timed_out=True))
    assert drawing.notes == ("Laid out in plain columns, since it took more than 1 s.",)
    assert 'id="air-is-cleaner"' in drawing.svg


def test_an_engine_that_cannot_run_at_all_is_an_error() -> None:
    with pytest.raises(LayoutError):
        draw(park(), engine=Broken(unusable=True))


def _on_titles(placed: Placed) -> list[str]:
    """The signs that lie on the title of a panel or the note below it: a sign with its ring has a radius of 12."""
    found = []
    for line in (*tree_lines(placed), *with_stubs(placed), *cross_lines(placed)):
        for floor in placed.floors if line.badge else ():
            (x, y), sign = line.badge or (0, 0), floor.plate
            beside = x + 12 < floor.title_x or x - 12 > floor.title_x + sign.width
            if not beside and floor.y < y + 12 and y - 12 < floor.y + sign.height - 6:
                found.append(line.wire.tail)
    return found


@settings(max_examples=60, deadline=None)
@given(debates(max_statements=20), st.data())
def test_no_sign_lies_on_the_title_of_a_panel(debate: Debate, data: st.DataObject) -> None:
    evaluation = evaluate(debate)
    focus = data.draw(st.sampled_from(list(debate.statements)))
    for view in (View(), View("overview"), View("focus", focus=focus, depth=data.draw(st.integers(0, 2)))):
        for placed in _placed(evaluation, view):
            assert _on_titles(placed) == []


def test_a_step_that_leads_out_of_the_map_has_room_for_its_sign() -> None:
    many = tuple(Claim(id=f"c{n}", text=f"C{n}.") for n in range(30))
    away = Support(id="away", of="c0", text="So there.", premises=("here",))
    positions = (
        Position(id="one", title="One", arguments=(Support(id="here", of="act", text="Here."),)),
        Position(id="two", title="Two words of a title that is far too long for a row", arguments=(*many, away)),
    )
    debate = Debate(id="d", title="D", resolutions=(Claim(id="act", text="Act."),), positions=positions)
    (placed,) = _placed(evaluate(debate), View("focus", focus="here", depth=1))
    assert {"away", "here"} <= set(placed.spots) and "c0" not in placed.spots
    assert _on_titles(placed) == []
    level = {placed.floors[0].y}
    assert {floor.y for floor in placed.floors} == level, "panels begin on one line"


@settings(max_examples=60, deadline=None)
@given(debates(max_statements=20))
def test_no_line_of_the_tree_runs_through_a_card(debate: Debate) -> None:
    evaluation = evaluate(debate)
    for view in (View(), *(View("position", position=p.id) for p in debate.positions if p.arguments)):
        for placed in _placed(evaluation, view):
            for line in tree_lines(placed):
                assert _hits(line, placed) == [], line.wire.id


_COLUMN = st.tuples(
    st.integers(0, 6), st.integers(1, 3), st.integers(-40, 40).map(lambda at: at * 50.0), st.integers(0, 3)
)


@given(st.lists(_COLUMN, min_size=1, max_size=10))
def test_a_column_has_room_up_to_the_nearest_of_its_ranks(made: list[tuple[int, int, float, int]]) -> None:
    columns = [Column(None, [Slot("a", 0, "top")] * length, depth=depth) for depth, length, _, _ in made]
    widths = [100.0 + 30 * wide for *_, wide in made]
    rows = _Rows(Plan(columns, []), [centre for *_, centre, _ in made], widths)
    for index, (depth, length, _, _) in enumerate(made):
        low, high = float("-inf"), float("inf")
        for other, (start, number, *_) in enumerate(made):
            if other != index and start < depth + length and depth < start + number:
                distance = (widths[index] + widths[other]) / 2 + 6
                if rows.centres[other] < rows.centres[index]:
                    low = max(low, rows.centres[other] + distance)
                else:
                    high = min(high, rows.centres[other] - distance)
        assert rows.room(index) == (low, high)
        rows.move(index, rows.centres[index] + 30.0)


def test_a_column_begins_a_gap_below_what_stands_above_it_and_a_lane_below_what_its_family_reaches_over() -> None:
    """A card `top`, to which the second and the last column answer, and strangers above one and between both."""
    scene = Scene({id: _card(id) for id in ("top", "stranger", "between", "left", "right")}, (), {})
    columns = [
        Column(parent, [Slot(id, 0, "top")], depth=depth)
        for id, parent, depth in (
            ("top", None, 0), ("left", "top", 1), ("stranger", None, 0), ("between", None, 0), ("right", "top", 1)
        )
    ]  # fmt: skip
    edges = [(100.0, 200.0), (0.0, 90.0), (40.0, 95.0), (100.0, 190.0), (210.0, 300.0)]
    placed = Placed(scene, Plan(columns, [0, 2, 3]), {"top": Spot(None, 100, 0, "top", 0, 0)}, [], edges)
    standing, bottoms = _Standing(placed), {0: 80.0, 2: 400.0, 3: 300.0}
    for index, bottom in bottoms.items():
        standing.add(index, bottom)
    lane = STUB + 3 * LANE
    assert [standing.above(index, bottoms) for index in (1, 4)] == [400 + lane, 400 + lane]
    assert _Standing(placed).above(2, {}) == float("-inf")
    scene.cards["top"] = _card("top", panel=None)
    assert [standing.above(index, bottoms) for index in (1, 4)] == [400 + HANG_GAP, float("-inf")]


def _card(id: str, panel: str | None = "p") -> Card:
    return Card(id, "claim", "", "", 0, "", Label.IN, "", panel, "")


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(0, 6))))
def test_a_lane_takes_what_overlaps_nothing_on_it(stretches: list[tuple[int, int]]) -> None:
    lane, taken = _Lane(), list[tuple[int, int]]()
    for left, right in ((left, left + length) for left, length in stretches):
        is_free = not any(left < high and right > low for low, high in taken)
        assert lane.takes(left, right) == is_free
        taken += [(left, right)] if is_free else []


def _drawn(evaluation: Evaluation, view: View) -> Iterator[tuple[str, Relation, Label]]:
    """Each sign of a step on a map: whose, of which kind, with which force."""
    for placed in _placed(evaluation, view):
        for line in (*tree_lines(placed), *with_stubs(placed), *cross_lines(placed)):
            if line.wire.relation in ("support", "rebuttal", "undercut"):
                (step,) = placed.scene.cards[line.wire.tail].also or (line.wire.tail,)
                yield step, line.wire.relation, line.wire.force


@settings(max_examples=60, deadline=None)
@given(debates(max_statements=20), st.data())
def test_each_sign_on_a_map_is_that_of_its_step(debate: Debate, data: st.DataObject) -> None:
    evaluation = evaluate(debate)
    focus = data.draw(st.sampled_from(list(debate.statements)))
    positions = [View("position", position=p.id) for p in debate.positions if p.arguments]
    for view in (View(), View("overview"), View("focus", focus=focus, depth=data.draw(st.integers(0, 2))), *positions):
        for id, relation, force in _drawn(evaluation, view):
            step = debate.statements[id]
            assert not isinstance(step, Claim)
            assert (relation, force) == (relation_of(step), evaluation.labelling.counts[id])


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


def _through_titles(placed: Placed) -> list[str]:
    """The lines that pass through the title of a panel or the note below it."""
    found = []
    for line in (*tree_lines(placed), *with_stubs(placed), *cross_lines(placed)):
        for floor in placed.floors:
            left, right = floor.title_x, floor.title_x + floor.plate.width
            top, bottom = floor.y + 6, floor.y + floor.plate.height - 8
            for (ax, ay), (bx, by) in pairwise(line.points):
                if min(ax, bx) < right and max(ax, bx) > left and min(ay, by) < bottom and max(ay, by) > top:
                    found.append(line.wire.tooltip)
    return found


@settings(max_examples=60, deadline=None)
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
