"""Debates of extreme shapes keep the promises of the maps: no crossing, little line, a page rather than a ribbon."""

from __future__ import annotations

import pytest

from tests.benchmarks.bench_map_geometry import figures
from tests.benchmarks.map_shapes import shapes


@pytest.mark.parametrize("name", shapes())
def test_no_shape_makes_lines_cross_or_run_through_anything(name: str) -> None:
    found = figures(shapes()[name])
    assert (found.crossings, found.through_cards, found.through_titles) == (0, 0, 0)


@pytest.mark.parametrize("name", shapes())
def test_every_shape_is_a_page_of_mostly_text(name: str) -> None:
    found = figures(shapes()[name])
    wide, high = found.largest
    assert 1 / 2 < wide / high < 3
    assert found.text >= 0.76 * found.height
    assert found.line_per_step <= 20
