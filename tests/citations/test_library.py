"""The library has what it promises, and pandoc agrees with itself over it."""

from __future__ import annotations

import json
from itertools import combinations
from typing import get_args

import pytest

from argmap.model.csl.variables import CslType
from tests.citations import pandoc
from tests.citations.accepted import Accepted, reasons
from tests.citations.agreement import agreement, compare
from tests.citations.factors import FACTORS
from tests.citations.library import library, shelves
from tests.citations.pandoc import Item, Rendered
from tests.citations.runs import Run, links, marked, plain
from tests.citations.styles import HELD, style_text
from tests.conftest import needs_package


def test_every_type_meets_every_value_of_every_factor() -> None:
    met = {(work.item["type"], *pair) for work in library() for pair in work.made_of.items()}
    values = [(factor, value) for factor, values in FACTORS.items() for value in values]
    assert {(kind, *pair) for kind in get_args(CslType) for pair in values} <= met


def test_every_two_values_of_two_factors_meet() -> None:
    met = {pair for work in library() for pair in combinations(sorted(work.made_of.items()), 2)}
    for one, other in combinations(sorted(FACTORS), 2):
        assert {((one, a), (other, b)) for a in FACTORS[one] for b in FACTORS[other]} <= met


def test_ids_are_unique_and_the_library_is_always_the_same() -> None:
    assert len({work.item["id"] for work in library()}) == len(library()) >= 400
    before = json.dumps([work.item for work in library()])
    shelves.cache_clear()
    assert json.dumps([work.item for work in library()]) == before


def test_runs_that_look_alike_are_alike() -> None:
    italic = frozenset({"i"})
    one = [Run("A ", italic), Run("book", italic), Run(". 2004")]
    other = [Run("A book", italic), Run("."), Run(" "), Run("2004")]
    assert marked(one) == marked(other) == "<i>A book</i>. 2004"
    assert plain(one) == "A book. 2004"
    assert marked([Run("A", italic), Run(" ", italic), Run("b")]) == marked([Run("A", italic), Run(" b")])
    assert links([Run("x", link="to"), Run("y", link="to"), Run("z")]) == [("xy", "to")]


def _plain(items: list[Item], style: str) -> Rendered:
    rendered = pandoc.cite(items, style)
    in_text = {id: plain(text) for id, text in rendered.in_text.items()}
    return Rendered(in_text, [(id, plain(text)) for id, text in rendered.entries])


@pytest.mark.parametrize("style", HELD)
def test_pandoc_agrees_with_itself_and_a_change_of_one_letter_is_seen(style: str) -> None:
    needs_package("pypandoc")
    shelf = shelves()[-2]
    assert agreement(_plain, style, [shelf]).differences == []
    theirs = pandoc.cite([work.item for work in shelf], style_text(style))
    (id, text), *others = theirs.entries
    changed = Rendered(theirs.in_text, [*others, (id, [*text, Run("x")])])
    found = compare(style, shelf, changed, theirs)
    assert [(d.work.item["id"], d.part) for d in found.differences] == [(id, "entry")]
    assert list(found.misplaced) == [id]


def test_a_difference_is_accepted_with_all_the_reasons_that_it_needs() -> None:
    stops, dashes = Accepted("stops", r"\.\.", "."), Accepted("dashes", "–", "-", styles=("apa",))
    both = (stops, dashes)
    assert reasons("apa", "entry", "a..", "a.", both) == [stops]
    assert reasons("apa", "entry", "1–2..", "1-2.", both) == [stops, dashes]
    assert reasons("ieee", "entry", "1–2..", "1-2.", both) == []
    assert reasons("apa", "entry", "a..", "b.", both) == []
