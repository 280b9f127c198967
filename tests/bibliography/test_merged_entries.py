"""Entries put beside each other: what is one work, and how much is done to find that out."""

from __future__ import annotations

import random
import string
import sys
from collections.abc import Callable
from itertools import islice
from typing import Any

import pytest

from argmap.bibliography.entry_ids import variants
from argmap.bibliography.items import Item
from argmap.bibliography.merged_entries import MOST_COMPARED, Merging
from argmap.bibliography.record import Entry
from argmap.writing.imports.formats import FORMATS


def unlike(number: int) -> str:
    """A title that is like no other."""
    return "".join(random.Random(number).choices(string.ascii_lowercase, k=30))


KINDS: dict[str, Callable[[int], Item]] = {
    "nothing": lambda n: {"id": f"doe{n}", "title": f"Title {n}", "DOI": f"10.5555/{n}"},
    "an id": lambda n: {"id": "doe", "title": unlike(n)},
    "an id, without titles": lambda n: {"id": "doe", "author": [{"family": f"Doe{n}"}]},
    "an id and a title": lambda n: {"id": "doe", "title": "Editorial", "DOI": f"10.5555/{n}"},
    "a DOI": lambda n: {"id": f"x{n}", "title": unlike(n), "DOI": "10.5555/a", "author": [{"family": f"Doe{n}"}]},
    "an address": lambda n: {"id": f"x{n}", "title": unlike(n), "URL": "example.org", "issued": str(1000 + n)},
    "title, author and year": lambda n: {
        "id": f"x{n}", "title": "Report", "author": [{"literal": "Office"}], "issued": "2020", "number": str(n),
    },
}  # fmt: skip
"""What the entries of a library share, and the n-th of them."""


def merged(items: list[Item], before: list[Item]) -> list[Item]:
    merging = Merging(before)
    for item in items:
        merging.take(Entry(item, 1))
    return merging.added


def calls(work: Callable[[], object]) -> int:
    """How often any function is called, and any generator goes on, while something is done."""
    count = [0]

    def counting(frame: Any, event: str, argument: Any) -> None:
        count[0] += event == "call"

    sys.setprofile(counting)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count[0]


@pytest.mark.parametrize("make", KINDS.values(), ids=KINDS.keys())
def test_twice_the_entries_are_twice_the_work(make: Callable[[int], Item]) -> None:
    """And every one of them is found again by a second import, however many share what it is found by."""
    small, large = ([make(100 + n) for n in range(number)] for number in (100, 200))
    first = [merged(small, []), merged(large, [])]
    assert [len(each) for each in first] == [100, 200] and 5 * MOST_COMPARED < 100
    assert [merged(items, there) for items, there in zip((small, large), first, strict=True)] == [[], []]
    for before in ([[], []], first):
        done = [calls(lambda: merged(items, there)) for items, there in zip((small, large), before, strict=True)]  # noqa: B023
        assert done[1] < 2.6 * done[0]


def test_lines_of_items_are_counted_once() -> None:
    read = FORMATS["csl-json"].read
    assert [entry.line for entry in read("[\n" + '{"id": "a"},\n\n' * 3 + "1]").entries] == [2, 4, 6]


def test_more_works_of_an_id_than_three_letters_tell_apart() -> None:
    assert len(next(islice(variants("doe"), 26 + 26**2 + 26**3 + 1, None))) == len("doe") + 4


@pytest.mark.parametrize("key", ["volume", "issue", "number", "page"])
def test_reports_of_a_series_without_ids_are_several(key: str) -> None:
    same = {"title": "Annual report", "author": [{"literal": "Office"}], "issued": "2020"}
    items: list[Item] = [{**same, key: str(number)} for number in range(3)]
    added = merged(items, [])
    assert [item["id"] for item in added] == ["office-2020", "office-2020a", "office-2020b"]
    assert merged(items, added) == []
