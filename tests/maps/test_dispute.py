"""The map of a dispute shows what was chosen, and marks the line of argument that decides."""

from __future__ import annotations

import re

from argmap.evaluation.evaluated import evaluate
from argmap.evaluation.framework import Label
from argmap.maps import THEMES, View, to_svg
from argmap.maps.captions import tooltip
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


def test_what_may_outweigh_a_step_is_not_said_to_outweigh_it() -> None:
    heavy = (pro("f", "r", weigh=True, **over("b")), con("b", "r"), pro("g", "f"))
    sure, open_ = evaluate(debate(*heavy)), evaluate(debate(*heavy, con("h", "f")))
    told = [tooltip(each, each.debate.statements["b"]) for each in (sure, open_)]
    assert ["outweighed by f" in each for each in told] == [True, False]


def test_cards_and_text_are_readable_on_a_halo() -> None:
    for theme in THEMES.values():
        assert contrast(theme.ink, theme.halo) >= 4.5
