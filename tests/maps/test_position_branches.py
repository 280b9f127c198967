"""A large position in parts: everything once, each part of its own making, and a way on at both ends."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings

from argmap.evaluation.evaluated import Evaluation, evaluate
from argmap.maps import Links, MapError, View, position_branches, to_svg, views
from argmap.maps.engine import engine
from argmap.maps.paper import PAPERS, draw_sheets
from argmap.maps.views import position_view, selected
from argmap.model import Claim, Debate, Position, Rebuttal, Statement, Support
from tests.benchmarks.map_shapes import debate, mixed
from tests.cli.run import Program
from tests.hostile.shapes import debate as written
from tests.hostile.shapes import each, support, write
from tests.strategies import debates

LINKS = Links(lambda id: f"brief.html#{id}", lambda name: f"{name}.svg")


def _maps(evaluation: Evaluation) -> dict[str, str]:
    return {view.name: to_svg(evaluation, view, link=LINKS) for view in views(evaluation)}


def _cards(svg: str) -> set[str]:
    """Those that stand on a map in full."""
    return set(re.findall(r'<g id="([^"]+)" class="statement (?!portal)', svg))


@pytest.fixture(autouse=True, scope="module")
def _small(request: pytest.FixtureRequest) -> None:
    patch = pytest.MonkeyPatch()
    patch.setattr(position_branches, "MOST", 12)
    request.addfinalizer(patch.undo)


def _large(*more: Statement) -> Evaluation:
    return debate([*mixed(60), *more])


def test_what_fits_stays_on_one_map() -> None:
    assert [view.name for view in views(debate(mixed(12), mixed(60, 100)))][:2] == ["overview", "p0"]


@settings(max_examples=60)
@given(debates(max_statements=40))
def test_every_statement_of_a_position_stands_on_one_of_its_maps(made: Debate) -> None:
    evaluation = evaluate(made)
    for position in made.positions:
        views_of = [view for view in _all(evaluation) if view.position == position.id]
        found = Counter(id for view in views_of for id in selected(evaluation, view) if id not in made.resolution_ids)
        assert found == Counter(each.id for each in position.arguments)
        assert all(
            position_branches.map_of(evaluation, id) == v.name for v in views_of for id in selected(evaluation, v)
        )


def _all(evaluation: Evaluation) -> Sequence[View]:
    """The maps of all positions, however small the debate is."""
    found = []
    for position in evaluation.debate.positions:
        first = position_view(evaluation, position.id)
        tops = position_branches.tops(evaluation, position)
        found += [first, *(position_view(evaluation, f"{position.id}.{top}") for top in tops)]
    return found


def test_a_part_is_no_larger_than_a_map_and_each_link_leads_to_a_card_on_the_map_that_it_names() -> None:
    maps = _maps(_large())
    assert len(maps) > 5
    assert all(len(selected(_large(), view)) <= 12 for view in views(_large())[1:])
    for name, svg in maps.items():
        for target, id in re.findall(r'href="([^"#]+)\.svg#([^"]+)"', svg):
            assert id in _cards(maps[target]), f"{name} leads to {target}#{id}"


def test_both_ends_of_a_cut_name_the_other() -> None:
    evaluation = _large()
    maps = _maps(evaluation)
    for name, svg in maps.items():
        top = name.partition(".")[2]
        if not top:
            continue
        target = evaluation.debate.statements[top].target  # type: ignore[union-attr]
        home = position_branches.map_of(evaluation, target) or "p0"
        assert f'id="{top}" class="statement portal' in maps[home] and f'href="{name}.svg#{top}"' in maps[home]
        assert "→ continued on its own map" in maps[home]
        if target not in evaluation.debate.resolution_ids:
            assert f'href="{home}.svg#{target}"' in svg and "← continued from here" in svg


def test_a_change_in_one_part_changes_no_other_but_the_count_on_the_map_above_it() -> None:
    before = _maps(_large())
    (leaf,) = [id for id in ("s59",) if position_branches.map_of(_large(), id)]
    home = position_branches.map_of(_large(), leaf) or ""
    after = _maps(_large(Support(id="new", of=leaf, text="One more reason.")))
    changed = {name for name in before if before[name] != after[name]}
    above = {name for name in before if f"{home}.svg#" in before[name]}
    assert set(before) == set(after) and home in changed
    assert changed <= {home, "overview", "p0"} | above


def test_many_beside_each_other_stay_together() -> None:
    star = debate([Support(id=f"s{n}", of="r0", text="One of many.") for n in range(70)])
    assert [view.name for view in views(star)] == ["overview", "p0"]


def test_a_claim_at_the_top_of_a_part_is_named_where_it_is_needed() -> None:
    claim = Claim(id="top", text="Everything hangs from this.")
    below = [Support(id=f"b{n}", of=f"b{n - 1}" if n else "top", text="A reason.") for n in range(40)]
    step = Support(id="step", of="r0", text="A step.", premises=("top",))
    other = [Rebuttal(id=f"o{n}", of="step", text="An objection.") for n in range(9)]
    maps = _maps(debate([step, *other, claim, *below]))
    assert any('href="p0.' in svg for svg in maps.values())
    for svg in maps.values():
        for target, id in re.findall(r'href="(p0[^"#]*)\.svg#([^"]+)"', svg):
            assert id in _cards(maps[target])


def test_a_circle_of_answers_is_no_obstacle() -> None:
    circle = [Rebuttal(id=f"c{n}", of=f"c{(n + 1) % 40}", text="Against the next one.") for n in range(40)]
    maps = _maps(evaluate(_of(circle, mixed(30))))
    assert set().union(*map(_cards, maps.values())) >= {each.id for each in circle}


def _of(*positions: Sequence[Statement]) -> Debate:
    made = tuple(Position(id=f"p{n}", arguments=tuple(each)) for n, each in enumerate(positions))
    return Debate(id="d", title="D", resolutions=(Claim(id="r0", text="R."),), positions=made)


def test_a_name_that_there_is_not_is_refused_with_the_nearest() -> None:
    top = position_branches.tops(_large(), _large().debate.positions[0])[0]
    with pytest.raises(MapError, match=f"no map of 'p0' begins at '{top}x'; did you mean '{top}'"):
        position_view(_large(), f"p0.{top}x")
    with pytest.raises(MapError, match="there is no position 'q'"):
        position_view(_large(), "q.s1")


def test_build_and_map_draw_the_parts_and_lead_from_one_to_the_other(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write(written(each(70, lambda i: support(f"a{i}", f"a{i - 1}" if i else "plan"))), tmp_path)
    argmap = Program(tmp_path, capsys, monkeypatch)
    assert argmap("build", "-j", "1").code == 0
    maps = tmp_path / "output" / "d" / "maps"
    parts = sorted(path.stem for path in maps.glob("p.*.svg"))
    assert len(parts) == 6 and {path.stem for path in maps.glob("*.dot")} == {"overview", "p", *parts}
    index = (maps.parent / "index.html").read_text("utf-8")
    assert all(f"maps/{name}.svg" in index for name in parts)
    assert "Top of the position" in (maps / f"{parts[0]}.svg").read_text("utf-8")
    drawn = argmap("map", "--position", "p")
    assert parts[0] in drawn.err and "continued on its own map" in drawn.out
    assert "← continued from here" in argmap("map", "--position", parts[0]).out
    assert "begins at" in argmap("map", "--position", "p.plan").err


def test_on_paper_a_position_is_split_by_sheets_alone() -> None:
    sheets = draw_sheets(_large(), View("position", position="p0"), "light", PAPERS["a4"], engine())
    assert len(set().union(*(_cards(each.svg) for each in sheets))) == 61
