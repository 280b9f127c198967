"""What a note calls a source: the name, and the day or the years by which it is cited."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from argmap.briefs.notes import named, named_with_day
from argmap.model import Source


@pytest.mark.parametrize(
    ("called", "issued", "name", "whole"),
    [
        ("Doe 2020", "2020", "Doe", "Doe, 2020"), ("Jane Doe 2020a", "2020", "Jane Doe", "Jane Doe, 2020a"),
        ("Jane Doe 2020–2022b", "2020/2022", "Jane Doe", "Jane Doe, 2020–2022b"),
        ("Doe 2024a", "2024-03-03", "Doe", "Doe, 3 March 2024"), ("Doe n.d.-a", None, "Doe", "Doe, undated"),
        ("Smyth (1776) 1999", "1999", "Smyth", "Smyth, (1776) 1999"), ("Corr 1560s", "156u", "Corr", "Corr, 1560s"),
        ("Corr ca. 1667–1668", "[1667,1668]", "Corr", "Corr, ca. 1667–1668"),
        ("UK Parliament (Hansard) 2015", "2015", "UK Parliament (Hansard)", "UK Parliament (Hansard), 2015"),
        ("Vision 2020 2020", "2020", "Vision 2020", "Vision 2020, 2020"),
    ],
)  # fmt: skip
def test_a_source_is_named_without_its_years_and_with_them_once(
    called: str, issued: str | None, name: str, whole: str
) -> None:
    source = Source.model_validate({"id": "a", "title": "T", "issued": issued})
    selected = SimpleNamespace(ev=SimpleNamespace(called={"a": called}))
    assert (named(selected, source), named_with_day(selected, source)) == (name, whole)  # type: ignore[arg-type]
