"""Which unknown keys are meant for one of ours."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.loader.vocabulary import keys
from argmap.model import Source
from argmap.model.csl.name_slips import OTHERS, distance, slip_of
from argmap.model.csl.variables import CARRIED

KEYS = frozenset(keys(Source))


@pytest.mark.parametrize(
    ("key", "meant"),
    [
        ("titel", "title"), ("autor", "author"), ("authors", "author"), ("isued", "issued"), ("Title", "title"),
        ("container_title", "container-title"), ("Container Title", "container-title"), ("publihser", "publisher"),
        ("pages", "page"), ("Url", "URL"), ("acessed", "accessed"), ("orignal-date", "original-date"),
        ("categories", None), ("journalAbbreviation", None), ("shortTitle", None), ("timestamp", None),
        ("abstractNote", None), ("dateAdded", None), ("tags", None), ("_graph", None), ("", None), ("x", None),
        ("and error", None), ("date", None), ("uri", None), ("key", None),
    ],
)  # fmt: skip
def test_a_slip_is_near_one_of_ours_and_other_programs_keys_are_not(key: str, meant: str | None) -> None:
    assert slip_of(key, KEYS) == meant


def test_no_key_of_ours_and_none_of_other_programs_is_a_slip() -> None:
    assert {key: slip_of(key, KEYS) for key in OTHERS - {"citation-key", "type"}} == dict.fromkeys(
        OTHERS - {"citation-key", "type"}
    )
    assert CARRIED <= KEYS


def naive(one: str, other: str) -> int:
    """Optimal string alignment by its definition."""
    if not one or not other:
        return len(one) + len(other)
    found = min(naive(one[1:], other) + 1, naive(one, other[1:]) + 1, naive(one[1:], other[1:]) + (one[0] != other[0]))
    if one[:2] == other[:2][::-1] and len(one[:2]) == 2:
        found = min(found, naive(one[2:], other[2:]) + 1)
    return found


@given(st.text("abc", max_size=6), st.text("abc", max_size=6))
def test_the_distance_is_that_of_its_definition(one: str, other: str) -> None:
    assert distance(one, other) == naive(one, other)
