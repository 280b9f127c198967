"""Cutting: never more than the length, never silently, the least important first, no more than needed."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from argmap.reviews.comment.fit import Section, fitted, joined

SECTIONS = st.lists(
    st.builds(
        Section,
        head=st.just("### Head"),
        items=st.lists(st.integers(1, 60).map("x".__mul__), max_size=12).map(tuple),
        rank=st.integers(0, 4),
        hidden=st.integers(0, 3),
    ),
    max_size=6,
)


def counted(section: Section) -> int:
    more = re.search(r"… and ([\d,]+) more", section.text)
    return len(section.items) + (int(more[1].replace(",", "")) if more else 0)


@given(SECTIONS, st.integers(0, 1500))
def test_what_is_cut_is_counted_and_the_rest_is_whole(sections: list[Section], limit: int) -> None:
    found = fitted(sections, limit)
    for before, after in zip(sections, found, strict=True):
        assert counted(after) == counted(before)
        assert after.items == before.items[: len(after.items)]


@given(SECTIONS, st.integers(0, 1500))
def test_it_fits_unless_even_the_heads_do_not(sections: list[Section], limit: int) -> None:
    found = fitted(sections, limit)
    assert len(joined(found)) <= limit or not any(section.items for section in found)


@given(SECTIONS, st.integers(0, 1500))
def test_nothing_is_cut_while_something_less_important_has_items(sections: list[Section], limit: int) -> None:
    found = fitted(sections, limit)
    cut = [after.rank for before, after in zip(sections, found, strict=True) if after != before]
    full = [section.rank for section in found if len(section.items) > 1]
    assert not cut or max(full, default=0) <= max(cut)


@given(SECTIONS)
def test_what_fits_is_left_as_it_is(sections: list[Section]) -> None:
    assert fitted(sections, len(joined(sections))) == sections
