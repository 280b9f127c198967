from __future__ import annotations

from typing import Any

import pytest

from argmap.bibliography.entry_ids import id_for
from argmap.bibliography.same_work import alike, doi_of, is_other_work, is_same_of_one_id, may_be_one, same_address
from argmap.bibliography.value_meanings import is_no_news


@pytest.mark.parametrize(
    ("item", "doi"),
    [
        ({"DOI": "10.5555/AbC.5"}, "10.5555/abc.5"),
        ({"DOI": "https://doi.org/10.5555/AbC.5"}, "10.5555/abc.5"),
        ({"DOI": "http://dx.doi.org/10.5555/abc.5"}, "10.5555/abc.5"),
        ({"DOI": "doi: 10.5555/abc.5"}, "10.5555/abc.5"),
        ({"DOI": "10.5555%2Fabc.5."}, "10.5555/abc.5"),
        ({"URL": "https://www.doi.org/10.5555/abc.5"}, "10.5555/abc.5"),
        ({"DOI": "10.5555/(SICI)1<1::AID-X>2.0"}, "10.5555/(sici)1<1::aid-x>2.0"),
        ({"URL": "https://example.org/10.5555/abc.5"}, None),
        ({"DOI": "soon"}, None),
        ({}, None),
    ],
)
def test_dois(item: dict[str, str], doi: str | None) -> None:
    assert doi_of(item) == doi


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/a/b?x=1&y=2",
        "http://example.org/a/b?x=1&y=2",
        "HTTPS://WWW.Example.ORG/a/b/?y=2&x=1",
        "https://example.org:443/a/b?x=1&y=2#part",
        "https://example.org/a/b?x=1&utm_source=x&y=2&fbclid=9&gclid=1&mc_cid=1",
        "example.org/a/b?x=1&y=2",
    ],
)
def test_addresses_of_one_page(url: str) -> None:
    assert same_address(url) == "example.org/a/b?x=1&y=2"


@pytest.mark.parametrize(
    "url",
    ["https://example.org/A/b?x=1&y=2", "https://example.org/a/b?x=1", "https://sub.example.org/a/b?x=1&y=2",
     "https://example.org:8080/a/b?x=1&y=2", "https://example.org/a/b?x=1&y=2#!/route", "https://[broken"],
)  # fmt: skip
def test_addresses_of_other_pages(url: str) -> None:
    assert same_address(url) != "example.org/a/b?x=1&y=2"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Trial and error", "TRIAL AND ERROR!", True),
        ("Trial and error", "Trial and error: a study", True),
        ("<i>Trial</i> and error", "Trial and error", True),
        ("Trial and error", "Trail and error", True),
        ("Trial and error", "Error and trial", False),
        ("A study of trains", "A study of planes and ships", False),
        ("毛泽东", "毛泽东选集", False),
    ],
)
def test_titles(one: str, other: str, same: bool) -> None:
    assert alike(one, other) is same and alike(other, one) is same


DOE = {"title": "Trial and error", "author": [{"family": "Doe"}], "issued": "2021"}


@pytest.mark.parametrize(
    ("change", "other_page", "same_id"),
    [
        ({}, False, True),
        ({"title": "A chapter"}, False, False),
        ({"title": "A chapter", "author": [{"family": "Roe"}]}, True, False),
        ({"title": "A chapter", "issued": {"date-parts": [[2022]]}}, True, False),
        ({"author": [{"family": "Roe"}]}, False, True),
        ({"title": ""}, False, True),
        ({"title": "", "issued": "2022"}, False, False),
        ({"DOI": "10.5555/other"}, False, True),
    ],
)
def test_when_two_entries_are_one_work(change: dict[str, Any], other_page: bool, same_id: bool) -> None:
    other = DOE | change
    assert is_other_work(DOE, other) is other_page
    assert is_same_of_one_id(DOE, other) is same_id


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ({}, {}, True),
        ({"issued": "2021-07-12"}, {"issued": "2021"}, True),
        ({"issued": "2021-07-12"}, {"issued": "2021-08-12"}, False),
        ({"URL": "https://example.org/a"}, {"URL": "https://example.org/b"}, False),
        ({"volume": "1"}, {"volume": "2"}, False),
        ({"volume": "1"}, {}, True),
    ],
)
def test_reports_of_a_series_are_told_apart(one: dict[str, str], other: dict[str, str], same: bool) -> None:
    assert may_be_one(DOE | one, DOE | other) is same


def test_two_dois_are_two_works() -> None:
    one, other = DOE | {"DOI": "10.5555/a", "URL": "x"}, DOE | {"DOI": "10.5555/b", "URL": "x"}
    assert is_other_work(one, other) and not is_same_of_one_id(one, other)


@pytest.mark.parametrize(
    ("item", "id"),
    [
        ({"id": "doe2021"}, "doe2021"),
        ({"id": "öz:2014/x"}, "öz:2014/x"),
        ({"id": "doe 2021, a"}, "doe-2021-a"),
        ({"id": "http://zotero.org/users/1/items/AB", "citation-key": "doeTrial"}, "doeTrial"),
        ({"id": "http://zotero.org/users/1/items/AB", **DOE}, "doe-2021"),
        ({"id": "http://zotero.org/users/1/items/AB", "note": "PMID: 1\nCitation Key: doeTrial", **DOE}, "doeTrial"),
        ({"id": "roe", "note": "Citation Key: doeTrial", **DOE}, "roe"),
        ({"id": "1042", **DOE}, "doe-2021"),
        ({"id": "10.5555/x", **DOE}, "doe-2021"),
        ({"author": [{"family": "Van der Bérg"}], "issued": {"date-parts": [["2021"]]}}, "van-der-berg-2021"),
        ({"author": [{"literal": "Ministry of the Examples of Town"}]}, "ministry-of-the"),
        ({"title": "<i>Bells</i> that wait for us", "issued": "2016"}, "bells-that-wait-2016"),
        ({"author": [{"family": "毛"}], "issued": "2020"}, "毛-2020"),
        ({"author": [{"given": "Plato"}]}, "plato"),
        ({"id": "1", "title": "N"}, "source-1"),
        ({"id": "1", "title": "N", "issued": "2020"}, "n-2020"),
        ({"id": "1", "title": "日本"}, "日本"),
        ({}, "source"),
    ],
)
def test_ids(item: dict[str, Any], id: str) -> None:
    assert id_for(item) == id


@pytest.mark.parametrize(
    ("key", "ours", "theirs", "same"),
    [
        ("title", "A “quoted” – thing", 'A "quoted" - thing', True),
        ("title", '<span class="nocase">NATO</span> now', "NATO  now", True),
        ("title", "Trial", "trial", False),
        ("issued", "2021-07-12", {"date-parts": [[2021, 7, 12]]}, True),
        ("issued", "2021-07-12", "2021", True),
        ("issued", "2021", "2021-07-12", False),
        ("URL", "https://www.example.org/a/", "http://example.org/a", True),
        ("DOI", "https://doi.org/10.5555/A", "10.5555/a", True),
        ("ISSN", "1234-567x", "1234567X", True),
        ("keyword", "a, b", "b;a", True),
        ("author", [{"family": "van der Berg", "given": "Jan"}],
         [{"family": "Berg", "given": "Jan", "dropping-particle": "van der"}], True),
        ("author", [{"family": "Doe", "given": "J."}], [{"family": "Doe", "given": "Jane"}], False),
        ("issued", "1730?", "1730~", True), ("issued", "1730~", "1730?", False), ("issued", "1730?", "1730", False),
        ("issued", "156u", {"literal": "1560s"}, True),
        ("issued", "[1667,1668]", {"date-parts": [[1667], [1668]], "circa": True}, True),
    ],
)  # fmt: skip
def test_what_is_no_news(key: str, ours: object, theirs: object, same: bool) -> None:
    assert is_no_news(key, ours, theirs) is same
