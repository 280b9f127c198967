"""The map of a dispute shows what was chosen, and marks the line of argument that decides."""

from __future__ import annotations

import re

from argmap.maps import THEMES, View, to_svg
from argmap.maps.theme import contrast
from tests.maps.park import park

CHOSEN = frozenset(list(park().debate.statements)[:6])


def ids(svg: str) -> set[str]:
    return set(re.findall(r'<g id="([a-z0-9-]+)" class="statement', svg))


def test_it_shows_what_was_chosen_and_nothing_else() -> None:
    focus = next(iter(park().debate.resolutions)).id
    svg = to_svg(park(), View("dispute", focus=focus, chosen=CHOSEN))
    assert ids(svg) <= CHOSEN | {focus} and focus in ids(svg) and "halo" not in svg


def test_what_is_marked_has_a_halo_and_the_legend_says_so() -> None:
    focus = next(iter(park().debate.resolutions)).id
    marked = frozenset(list(CHOSEN)[:1]) | {focus}
    svg = to_svg(park(), View("dispute", focus=focus, chosen=CHOSEN, marked=marked))
    assert svg.count('class="halo"') >= len(marked) and "the line of argument that decides" in svg


def test_cards_and_text_are_readable_on_a_halo() -> None:
    for theme in THEMES.values():
        assert contrast(theme.ink, theme.halo) >= 4.5
