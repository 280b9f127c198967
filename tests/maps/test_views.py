"""Which statements a map shows."""

from __future__ import annotations

import pytest

from argmap.evaluation.evaluated import evaluate
from argmap.evaluation.framework import Label
from argmap.maps import LARGEST_WHOLE, MapError, View, views
from argmap.maps.drawing import lay_out
from argmap.maps.scene import Card, Links, Scene
from argmap.maps.scene_making import scenes
from argmap.maps.views import selected
from argmap.model import Claim, Comparison, Debate, Position, Rebuttal, Statement, Support
from tests.maps.park import LONG_ID, park


def _scene(view: View) -> Scene:
    return scenes(park(), view, Links())[0]


def test_up_to_sixty_statements_a_build_draws_one_map() -> None:
    def debate(count: int) -> Debate:
        steps = tuple(Support(id=f"s{n}", of="r", text="x") for n in range(count - 1))
        parts = (Position(id="p", arguments=steps), Position(id="empty"))
        return Debate(id="d", title="T", resolutions=(Claim(id="r", text="R"),), positions=parts)

    assert views(evaluate(debate(LARGEST_WHOLE))) == [View()]
    assert views(evaluate(debate(LARGEST_WHOLE + 1))) == [View("overview"), View("position", position="p")]


def test_the_whole_map_shows_every_statement_once() -> None:
    scene = _scene(View())
    assert list(scene.cards) == list(park().debate.statements)
    assert not [card for card in scene.cards.values() if card.kind == "portal"]


def test_a_positions_map_shows_its_statements_its_targets_and_who_answers_from_elsewhere() -> None:
    scene = _scene(View("position", position="safety"))
    assert [id for id, card in scene.cards.items() if card.kind == "portal"] == ["shops-can-walk"]
    assert {id for id, card in scene.cards.items() if card.kind == "resolution"} == {"close-road", "build-tunnel"}
    assert {s.id for s in park().debate.positions[0].arguments} <= set(scene.cards)
    other = _scene(View("position", position="air"))
    assert other.cards["cars-are-needed"].kind == "portal"
    assert other.cards["cars-are-needed"].panel is None


def test_a_portal_links_to_its_own_map_and_a_card_to_its_place() -> None:
    links = Links(lambda id: f"brief.html#{id}", lambda position: f"{position}.svg")
    scene = scenes(park(), View("position", position="air"), links)[0]
    assert scene.cards["cars-are-needed"].href == "safety.svg#cars-are-needed"
    assert scene.cards["tunnel-air"].href == "brief.html#tunnel-air"


def test_an_overview_shows_what_answers_to_the_resolutions_by_position_with_counts() -> None:
    first, second = scenes(park(), View("overview"), Links())[:2]
    assert list(first.cards) == ["close-road", "fewer-accidents", "air-is-cleaner", "cars-are-needed"]
    assert list(second.cards) == ["build-tunnel", "by-accidents", "tunnel-air"]
    assert first.cards["cars-are-needed"].evidence == "3 below: 0 for, 2 against"
    assert {panel.position for panel in first.panels.values()} == {"safety", "air"}
    assert first.panels["safety-support-close-road"].note == (
        "Advantage · 5 arguments in all: 2 count, 1 open, 2 answered · 3 claims"
    )


@pytest.mark.parametrize(("depth", "count"), [(0, 1), (1, 3), (2, 5)])
def test_focus_shows_a_neighbourhood_and_says_what_it_leaves_out(depth: int, count: int) -> None:
    view = View("focus", focus="air-is-cleaner", depth=depth)
    assert len(selected(park(), view)) == count
    scene = _scene(view)
    assert scene.cards["air-is-cleaner"].focused
    if depth == 0:
        assert "2 more not shown" in scene.cards["air-is-cleaner"].remarks


def test_sides_and_labels_leave_out_the_rest_but_never_the_resolutions() -> None:
    evaluation = park()
    con = selected(evaluation, View(side="con"))
    assert {"close-road", "build-tunnel", "cars-are-needed"} <= set(con)
    assert "air-is-cleaner" not in con
    out = [id for id in selected(evaluation, View(label=Label.OUT)) if id not in evaluation.debate.resolution_ids]
    assert out and all(evaluation.label(id) is Label.OUT for id in out)


@pytest.mark.parametrize(
    ("view", "message"),
    [
        (View("position", position="safty"), "did you mean 'safety'"),
        (View("focus", focus="air-is-cleane"), "did you mean 'air-is-cleaner'"),
        (View(side="left"), "the sides are pro and con"),
        (View("focus", focus="close-road", depth=-1), "0 or more"),
    ],
)
def test_a_view_of_what_is_not_there_says_what_may_be_meant(view: View, message: str) -> None:
    with pytest.raises(MapError, match=message):
        scenes(park(), view, Links())


def test_siblings_stand_supports_first_then_rebuttals_then_undercutters() -> None:
    from argmap.maps.card_text import face
    from argmap.maps.outline import plan

    scene = _scene(View("overview"))
    (tree,) = plan(scene, {id: face(card).height for id, card in scene.cards.items()}).roots
    assert [[card.id for card in panel.below] for panel in tree.below] == [
        ["fewer-accidents"], ["air-is-cleaner"], ["cars-are-needed"],
    ]  # fmt: skip


def test_what_many_outweigh_names_some_and_counts_the_rest() -> None:
    resolution = Claim(id="r", text="R")
    over = (Comparison(over="light", because="It is heavier."),)

    def light(rivals: int) -> Card:
        heavy = tuple(Support(id=f"h{n}", of="r", text="x", outweighs=over) for n in range(rivals))
        part = Position(id="p", arguments=(*heavy, Rebuttal(id="light", of="r", text="y")))
        debate = Debate(id="d", title="T", resolutions=(resolution,), positions=(part,))
        return scenes(evaluate(debate), View(), Links())[0].cards["light"]

    assert light(3).state == "outweighed by “x”, “x” and “x”"
    assert light(8).state == "outweighed by “x”, “x” and 6 more"
    assert "outweighed by h7: It is heavier." in light(8).tooltip


def test_what_is_outweighed_names_its_winner_and_what_is_weighed_its_balance() -> None:
    resolution = Claim(id="r", text="R")
    heavy = Support(id="heavy", of="r", text="x", outweighs=(Comparison(over="light", because="It is heavier."),))
    part = Position(id="p", arguments=(heavy, Rebuttal(id="light", of="r", text="y")))
    debate = Debate(id="d", title="T", resolutions=(resolution,), positions=(part,))
    cards = scenes(evaluate(debate), View(), Links())[0].cards
    assert cards["light"].state == "outweighed by “x”" and cards["light"].remarks == ()
    assert "It is heavier." in cards["light"].tooltip
    assert cards["heavy"].remarks == () and cards["heavy"].state == ""
    assert cards["r"].remarks == () and cards["r"].tally is not None


def cored(*marked: str) -> Debate:
    """The park with some statements marked `core: true`."""
    whole = park().debate
    positions = tuple(
        position.model_copy(
            update={
                "arguments": tuple(s.model_copy(update={"core": s.id in marked}) for s in position.arguments),
            }
        )
        for position in whole.positions
    )
    return Debate(**{**whole.narrowed(whole.statements).model_dump(), "positions": positions})


def test_the_core_has_its_own_map_which_says_what_it_leaves_out() -> None:
    evaluation = evaluate(cored("air-is-cleaner"))
    links = Links(map_href=lambda position: f"{position}.svg")
    scene, other = scenes(evaluation, View("core"), links)
    assert scene.cards["air-is-cleaner"].chips[0].href == "air.svg#air-is-cleaner"
    assert (set(scene.cards), set(other.cards)) == ({"close-road", "air-is-cleaner"}, {"build-tunnel"})
    assert [chip.words for chip in scene.cards["air-is-cleaner"].chips] == ["1 more not shown"]
    assert [panel.note for panel in scene.panels.values()] == ["1 argument: 1 answered"]
    assert [view.name for view in views(evaluation)] == ["map", "core"]


def test_of_a_kind_the_core_is_drawn_first() -> None:
    """Whatever counts: what the editors would have read first stands first among its like."""
    debate = cored("shops-can-walk")
    position = next(each for each in debate.positions if each.id == "air")
    more = tuple(Rebuttal(id=id, of="air-is-cleaner", text="Not so.", core=id == "z") for id in ("x", "y", "z"))
    changed = position.model_copy(update={"arguments": (*position.arguments, *more)})
    ev = evaluate(debate.model_copy(update={"positions": (debate.positions[0], changed)}))
    (placed, *_) = [lay_out(scene, None, 1)[0] for scene in scenes(ev, View("position", position="air"), Links())]
    rebuttals = [id for id in placed.spots if id in ("x", "y", "z", LONG_ID)]
    assert rebuttals[0] == "z"


def test_a_change_may_name_what_one_version_has_not() -> None:
    assert selected(park(), View("changes", chosen=frozenset({"air-is-cleaner", "of-the-other-version"}))) == (
        "air-is-cleaner",
    )


def test_a_statement_of_the_core_stands_with_the_option_to_which_it_leads_there() -> None:
    said: tuple[Statement, ...] = (
        Support(id="a", of="q", text="A.", core=True), Rebuttal(id="b", of="a", text="B.", core=True),
        Rebuttal(id="left-out", of="r", premises=("b",)),
    )  # fmt: skip
    options = (Claim(id="r", text="R"), Claim(id="q", text="Q"))
    debate = Debate(id="d", title="T", resolutions=options, positions=(Position(id="p", arguments=said),))
    assert [set(scene.cards) for scene in scenes(evaluate(debate), View("core"), Links())] == [{"r"}, {"q", "a", "b"}]


def test_a_bare_step_of_the_core_says_what_its_premise_says_which_stands_with_another_option() -> None:
    said: tuple[Statement, ...] = (
        Support(id="a", of="r", text="A.", core=True), Rebuttal(id="b", of="q", premises=("a",), core=True)
    )  # fmt: skip
    options = (Claim(id="r", text="R"), Claim(id="q", text="Q"))
    debate = Debate(id="d", title="T", resolutions=options, positions=(Position(id="p", arguments=said),))
    other = scenes(evaluate(debate), View("core"), Links())[1]
    assert set(other.cards) == {"q", "b"} and other.cards["b"].text == "A."
    assert "from P" in [chip.words for chip in other.cards["b"].chips]


def test_without_a_core_its_map_says_how_to_make_one() -> None:
    with pytest.raises(MapError, match="no statement is marked core: true"):
        View("core").checked(park().debate)


def test_a_panel_of_the_core_that_stands_in_several_parts_says_that_it_counts_all_of_them() -> None:
    found = scenes(evaluate(cored("air-is-cleaner", "tunnel-air")), View("core"), Links())
    notes = [panel.note for scene in found for panel in scene.panels.values()]
    assert notes == ["2 arguments in the core: 1 counts, 1 answered"] * 2
