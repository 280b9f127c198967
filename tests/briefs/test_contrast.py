"""Contrast of the page's colours, computed from its style sheet by WCAG 2.2's formula."""

from __future__ import annotations

import re

import pytest

from argmap.documents.formats import html
from tests.contrast import contrast

AA = 4.5
LINES = 3.0

TEXT = [("ink", "paper"), ("quiet", "paper"), ("link", "paper"),
        ("ink", "panel"), ("quiet", "panel"), ("link", "panel"),
        ("in", "in-back"), ("out", "out-back"), ("undec", "undec-back"), ("todo", "todo-back"), ("link", "todo-back"),
        ("ink", "todo-back"), ("quiet", "todo-back"), ("paper", "ink")]  # fmt: skip


def palettes() -> dict[str, dict[str, str]]:
    found = re.findall(r":root \{(.*?)\}", html.style(), re.S)
    named = [dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6})", block)) for block in found]
    return dict(zip(("light", "dark", "print"), named, strict=True))


@pytest.mark.parametrize("theme", ["light", "dark", "print"])
@pytest.mark.parametrize(("front", "back"), TEXT)
def test_every_text_has_wcag_aa_contrast(theme: str, front: str, back: str) -> None:
    palette = palettes()[theme]
    assert contrast(palette[front], palette[back]) >= AA


@pytest.mark.parametrize("theme", ["light", "dark", "print"])
def test_the_edges_that_tell_cards_apart_can_be_seen(theme: str) -> None:
    palette = palettes()[theme]
    assert min(contrast(palette["edge"], palette[back]) for back in ("paper", "panel")) >= LINES


def test_the_formula_is_right() -> None:
    assert contrast("#fff", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_all_three_palettes_define_the_same_colours() -> None:
    light, dark, printed = palettes().values()
    assert set(light) == set(dark) == set(printed)
