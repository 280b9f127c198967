"""The map of a dispute shows what was chosen, and marks the line of argument that decides."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

from argmap.analysis.deciding_line import line_of
from argmap.evaluation.evaluated import evaluate
from argmap.evaluation.framework import Label
from argmap.files import load_folder
from argmap.maps import THEMES, Links, View, to_svg, views
from argmap.maps.captions import heavier
from argmap.maps.crossing import cross_lines
from argmap.maps.drawing import lay_out
from argmap.maps.engine import engine
from argmap.maps.scene_making import scenes
from tests.contrast import contrast
from tests.evaluation.test_framework import con, debate, over, pro
from tests.maps.park import park

CHOSEN = frozenset(list(park().debate.statements)[:6])


def ids(svg: str) -> set[str]:
    return set(re.findall(r'<g id="([a-z0-9-]+)" class="statement', svg))


def test_it_shows_what_was_chosen_and_nothing_else() -> None:
    focus = next(iter(park().debate.resolutions)).id
    svg = to_svg(park(), View("dispute", focus=focus, chosen=CHOSEN))
    assert ids(svg) <= CHOSEN | {focus} and focus in ids(svg) and "halo" not in svg


def test_what_is_marked_has_a_halo_and_the_legend_says_so() -> None:
    focus = next(id for id in sorted(CHOSEN) if park().label(id) is not Label.UNDEC)
    marked = frozenset(list(CHOSEN)[:1]) | {focus}
    svg = to_svg(park(), View("dispute", focus=focus, chosen=CHOSEN, marked=marked))
    assert svg.count('class="halo"') >= len(marked) and "the line of argument that decides" in svg


def test_where_nothing_is_decided_the_legend_says_what_is_marked() -> None:
    undecided = next(claim.id for claim in park().debate.resolutions if park().label(claim.id) is Label.UNDEC)
    svg = to_svg(park(), View("dispute", focus=undecided, chosen=CHOSEN, marked=frozenset({undecided})))
    assert "what leaves it undecided, and why that holds" in svg and "the line of argument" not in svg


def test_no_line_is_cut_off_from_the_sign_to_which_it_leads(flagship: Path) -> None:
    """A lane within the sign at a line's end once barred its way, and the line ran straight through the cards."""
    loaded = load_folder(flagship).debate
    assert loaded is not None
    ev, found = evaluate(loaded), 0
    lines = {id: line_of(ev, id) for id in loaded.resolution_ids}
    disputes = [View("dispute", focus=id, chosen=line.met, marked=line.wins) for id, line in lines.items()]
    around = [View("focus", focus=id) for id in list(loaded.statements)[::8]]
    for scene in (scene for view in (*views(ev), *disputes, *around) for scene in scenes(ev, view, Links())):
        placed, _ = lay_out(scene, engine(), 60.0)
        for line in cross_lines(placed):
            found += 1
            assert all(a[0] == b[0] or a[1] == b[1] for a, b in pairwise(line.points)), line.wire.tooltip
    assert found > 20


def test_what_may_outweigh_a_step_is_not_said_to_outweigh_it() -> None:
    heavy = (pro("f", "r", weigh=True, **over("b")), con("b", "r"), pro("g", "f"))
    assert heavier(evaluate(debate(*heavy)), "b") == ["f"]
    assert heavier(evaluate(debate(*heavy, con("h", "f"))), "b") == []


def test_cards_and_text_are_readable_on_a_halo() -> None:
    for theme in THEMES.values():
        assert contrast(theme.ink, theme.halo) >= 4.5
