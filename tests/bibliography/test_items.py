"""Sources as items of CSL-JSON."""

from __future__ import annotations

import json
from typing import Any

import pytest

from argmap.bibliography.items import item_of
from argmap.loader import read
from argmap.model import Source
from tests.bibliography.exports import EXPORTS, sources_of
from tests.loader.debates import DEBATE


def source(**keys: Any) -> Source:
    return Source.model_validate({"id": "a", **keys})


@pytest.mark.parametrize(
    ("written", "item"),
    [
        ("2026-02", {"date-parts": [[2026, 2]]}), ("1938/1961", {"date-parts": [[1938], [1961]]}),
        ("2015-21", {"date-parts": [[2015]], "season": 1}), ("1730~", {"date-parts": [[1730]], "circa": True}),
        ("2004-21/2004-22", {"date-parts": [[2004, 21], [2004, 22]]}), ("-0430", {"date-parts": [[-431]]}),
        ("2020/..", {"date-parts": [[2020], [0]]}), ("/2020", {"date-parts": [[0], [2020]]}),
        ({"literal": "in the spring"}, {"literal": "in the spring"}), ("199X", {"literal": "1990s"}),
        ({"date-parts": [[2004, 5]], "season": "2"}, {"date-parts": [[2004, 5]], "season": 2}),
        ({"date-parts": [[2004], [2005]], "season": "Lent"}, {"date-parts": [[2004], [2005]], "season": "Lent"}),
        ({"literal": "early in the year", "circa": "1"}, {"literal": "early in the year", "circa": True}),
        ({"year": "2004", "season": "Michaelmas"}, {"date-parts": [[2004]], "season": "Michaelmas"}),
    ],
)  # fmt: skip
def test_dates(written: Any, item: dict[str, Any]) -> None:
    assert item_of(source(issued=written)) == {"id": "a", "type": "document", "issued": item}


def test_an_export_has_the_day_beside_the_words_of_a_date() -> None:
    easter = source(issued={"literal": "Easter 1990", "date-parts": [[1990, 4, 15]]})
    assert item_of(easter)["issued"] == {"literal": "Easter 1990"}
    assert item_of(easter, notes=True)["issued"] == {"literal": "Easter 1990", "date-parts": [[1990, 4, 15]]}


def test_names_texts_and_every_other_variable() -> None:
    given = source(
        type="book", title="A Title", URL="https://example.org", note="A note.",
        author=[{"family": "van der Berg", "given": "Jan, Jr."}, "Harbour Council"],
        more={"director": [{"family": "Doe", "comma-suffix": "1", "suffix": "III"}], "volume": "7",
              "keyword": ["x", "y"], "event": "Days", "original-date": "1999"},
        foreign={"journalAbbreviation": "J.", "categories": ["x"]},
    )  # fmt: skip
    berg = {"family": "Berg", "given": "Jan", "suffix": "Jr.", "non-dropping-particle": "van der"}
    assert item_of(given) == {
        "id": "a", "type": "book", "title": "A Title", "URL": "https://example.org", "note": "A note.",
        "author": [berg, {"literal": "Harbour Council"}], "volume": "7", "keyword": "x, y", "event-title": "Days",
        "director": [{"family": "Doe", "suffix": "III", "comma-suffix": True}],
        "original-date": {"date-parts": [[1999]]}, "container-title-short": "J.",
    }  # fmt: skip


def test_argmaps_notes_come_along_only_where_they_are_asked_for() -> None:
    graded = source(custom={"reliability": "B", "other": "theirs"})
    assert "custom" not in item_of(graded)
    assert item_of(graded, notes=True)["custom"] == {"reliability": "B", "other": "theirs"}


@pytest.mark.parametrize("export", EXPORTS, ids=lambda path: path.stem)
def test_an_item_is_json_and_loads_as_the_source_that_it_was_made_of(export: Any) -> None:
    """All but what other programs noted, which no item has."""
    for source in sources_of(export).values():
        item = json.loads(json.dumps(item_of(source, notes=True)))
        text = json.dumps([{key: value for key, value in item.items() if value}], ensure_ascii=False)
        again = read({"debate.yaml": DEBATE, "sources.yaml": text}).debate
        assert again is not None
        assert item_of(again.sources[source.id], notes=True) == item
