from __future__ import annotations

from typing import Any

import pytest

from argmap.bibliography.bibtex.bibtex_names import people
from argmap.bibliography.bibtex.bibtex_output import to_bibtex
from argmap.bibliography.bibtex.bibtex_reader import read_bibtex
from argmap.bibliography.date_fields import of_parts
from argmap.bibliography.items import Item
from argmap.bibliography.same_work import may_be_one


def only(text: str) -> Item:
    (entry,) = read_bibtex(text).entries
    return entry.item


def person(family: str = "", given: str = "", von: str = "", jr: str = "") -> dict[str, str]:
    parts = {"family": family, "given": given, "non-dropping-particle": von, "suffix": jr}
    return {key: value for key, value in parts.items() if value}


@pytest.mark.parametrize(
    ("field", "names"),
    [
        ("Jane Doe", [person("Doe", "Jane")]),
        ("Doe, Jane and Roe, R.", [person("Doe", "Jane"), person("Roe", "R.")]),
        ("King, Jr., Martin Luther", [person("King", "Martin Luther", jr="Jr.")]),
        ("Ludwig van Beethoven", [person("Beethoven", "Ludwig", "van")]),
        ("de la Vall{\\'e}e Poussin, Charles", [person("Vallée Poussin", "Charles", "de la")]),
        ("{Barnes and Noble} and {World Bank, The}", [{"literal": "Barnes and Noble"}, {"literal": "World Bank, The"}]),
        ("Aristotle", [person("Aristotle")]),
        ("{\\\"O}zkad{\\i}f, E.", [person("Özkadıf", "E.")]),
        ("Knuth, Donald~E.", [person("Knuth", "Donald E.")]),
        ("family=Berg, given={Jan, Piet}, prefix=van der, useprefix=true", [person("Berg", "Jan, Piet", "van der")]),
        ("毛, 泽东 AND Doe, J.", [person("毛", "泽东"), person("Doe", "J.")]),
        ("Doe, J., Roe, R., Poe, P.", [{"literal": "Doe, J., Roe, R., Poe, P."}]),
        ("", []),
    ],
)  # fmt: skip
def test_names(field: str, names: list[dict[str, str]]) -> None:
    assert people(field) == names


def test_names_that_are_left_out_are_et_al_and_come_back() -> None:
    found = read_bibtex("@book{a, author = {Doe, Jane and others}}")
    assert found.entries[0].item["author"] == [person("Doe", "Jane"), {"literal": "others"}]
    assert found.losses == [] and "author = {Doe, Jane and others}" in to_bibtex([found.entries[0].item])[0]


def test_a_particle_that_is_not_to_be_cited() -> None:
    item = only("@book{a, author = {van der Berg, Jan}, options = {useprefix=false}}")
    assert item["author"] == [{"family": "Berg", "given": "Jan", "dropping-particle": "van der"}]


@pytest.mark.parametrize(
    ("parts", "date"),
    [
        (("2004",), "2004"),
        (("2004", "jul"), "2004-07"),
        (("2004", "July"), "2004-07"),
        (("2004", "7", "12"), "2004-07-12"),
        (("2004", "12 July"), "2004-07-12"),
        (("2004", "July 12"), "2004-07-12"),
        (("2004", "jul/aug"), "2004-07/2004-08"),
        (("2004", "30 jul - 2 aug"), "2004-07-30/2004-08-02"),
        (("2004", "12-14 July"), "2004-07-12/2004-07-14"),
        (("2004", "Spring"), "2004-21"),
        (("2004", "Michaelmas"), None),
        (("2004", "13"), None),
        (("2004", "jul", "32"), None),
        (("in press",), None),
        (("04", "7"), None),
        (("2004", "0", "0"), "2004"),
        (("2004", "00"), "2004"),
        (("2004", "05", "00"), "2004-05"),
        (("2004", "0", "3"), None),
        (("2004", "", "3"), None),
    ],
)
def test_dates_of_parts(parts: tuple[str, ...], date: str | None) -> None:
    assert of_parts(*parts) == date


@pytest.mark.parametrize(
    ("fields", "issued"),
    [
        ("year = 2004, month = jul", "2004-07"),
        ('year = {2004}, month = "15~" # jul', "2004-07-15"),
        ("date = {2004-07/2004-08}", "2004-07/2004-08"),
        ("date = {2004-07-12}, year = {2004}, month = jul", "2004-07-12"),
        ("date = {1730~}", "1730~"),
        ("year = {c. 1730}", "c. 1730"),
        ("year = {2004--2006}", "2004/2006"),
        ("year = {forthcoming}", {"literal": "forthcoming"}),
        ("year = {[2004]}", "2004"),
        ("date = {2004-02-30}", {"literal": "2004-02-30"}),
        ("date = {2004-00-00}", "2004"),
        ("date = {2004-05-00/2005-00-00}", "2004-05/2005"),
        ("year = {2004}, month = {0}, day = {0}", "2004"),
        ("year = {2004}, month = {5}, day = {00}", "2004-05"),
    ],
)
def test_dates(fields: str, issued: object) -> None:
    found = read_bibtex(f"@book{{a, {fields}}}")
    assert found.entries[0].item["issued"] == issued
    assert not found.losses


def test_a_month_that_is_no_month_is_named() -> None:
    found = read_bibtex("@book{a, year = 2004, month = {Michaelmas}}")
    assert found.entries[0].item["issued"] == "2004"
    assert [(loss.what, loss.value) for loss in found.losses] == [("the field `month`", "Michaelmas")]


def test_strings_joined_and_nested() -> None:
    text = """
    @string{jt = "Journal of " # tests}
    @STRING(Tests = {Tests})
    @string{jt2 = "Journal of " # TESTS}
    @article(a, journal = JT2 # { (}#"online" # ")", year = "20" # 04)
    """
    item = only(text)
    assert (item["container-title"], item["issued"]) == ("Journal of Tests (online)", "2004")


def test_a_string_that_nobody_defines_stands_for_itself_and_is_named() -> None:
    found = read_bibtex("@article{a,\n journal = jpe}")
    assert found.entries[0].item["container-title"] == "jpe"
    assert [(loss.line, loss.value) for loss in found.losses] == [(2, "jpe")]


def test_cross_references_in_any_order() -> None:
    text = """
    @incollection{child, crossref = {Parent}, title = {Chapter}, xdata = {place}}
    @book{parent, title = {Book}, subtitle = {Sub}, editor = {Roe, R.}, publisher = {P}, year = 1999, keywords = {k}}
    @xdata{place, location = {Town}}
    """
    found = read_bibtex(text)
    assert [entry.item["id"] for entry in found.entries] == ["child", "parent"]
    child = found.entries[0].item
    assert child["container-title"] == "Book: Sub" and child["editor"] == [person("Roe", "R.")]
    assert child["publisher-place"] == "Town" and child["issued"] == "1999" and "keyword" not in child
    assert found.losses == [] and found.unread == []


def test_a_cross_reference_that_goes_round() -> None:
    text = "@book{a, crossref = {b}, title = {A}}\n@book{b, crossref = {a}, year = 1999}"
    assert [entry.item.get("issued") for entry in read_bibtex(text).entries] == ["1999", "1999"]


def test_broken_entries_are_named_with_their_line_and_the_rest_is_read() -> None:
    text = """\
@book{first, title = {One}}
@article{open, title = {Never closed, year = 2001
}
@book{second, title = {Two}}
@misc{noeq, title {No equals}}
@article missing, title = {No brace}}
@book{third, title = {Three}, title = {Again}}
@book{last, title = {Four
"""
    found = read_bibtex(text)
    assert [entry.item["id"] for entry in found.entries] == ["first", "second", "third"]
    assert [each.line for each in found.unread] == [2, 5, 6, 8]
    assert all(each.help for each in found.unread)
    assert [(loss.line, loss.what, loss.value) for loss in found.losses] == [(7, "the field `title`", "Again")]


@pytest.mark.parametrize(("key", "id"), [
    ('m{\\"u}ller2004krieg', "müller2004krieg"), ("{\\'e}mile1999", "émile1999"), ("{smith2020}", "smith2020"),
])  # fmt: skip
def test_a_key_with_latex_as_google_scholar_writes_it(key: str, id: str) -> None:
    item = only(f"@book{{{key},\n  title={{Krieg und Frieden}},\n  year={{2004}}\n}}\n")
    assert (item["id"], item["title"]) == (id, "Krieg und Frieden")


def test_a_comma_that_is_missing() -> None:
    found = read_bibtex("@book{a, title={A}}\n@book{b,\n title={B} year={2001}}\n@book{c, title={C}}")
    assert [entry.item["id"] for entry in found.entries] == ["a", "c"]
    assert [(each.line, each.message) for each in found.unread] == [(3, "a comma is missing after `title` of `b`")]


def test_what_is_not_there_or_not_known_is_named() -> None:
    text = "@book{a, crossref={b}, xdata={c}, editor={Doe, J.}, editortype={redactor}}"
    losses = [(loss.what, loss.value) for loss in read_bibtex(text).losses]
    assert losses == [
        ("the field `editortype`", "redactor"),
        ("what an entry has that is not in the file", "c"),
        ("what an entry has that is not in the file", "b"),
    ]


@pytest.mark.parametrize("opening", ["{", r"\emph{"])
def test_no_depth_stops_it(opening: str) -> None:
    text = f"@book{{a, title = {{{opening * 3_000}x{'}' * 3_000}}}}}\n@book{{b, title = {{B}}}}"
    found = read_bibtex(text)
    assert [entry.item["title"][-1:] for entry in found.entries] == ["x", "B"]
    assert [loss.entry for loss in found.losses] == ["a"]


def test_comments_are_passed_over() -> None:
    text = "% a comment, see @doe\n@comment{@book{hidden, title={X}}}\n@Comment{jabref-meta: x;}\n@book{a, title={T}}"
    found = read_bibtex(text)
    assert [entry.item["id"] for entry in found.entries] == ["a"] and not found.losses and not found.unread


@pytest.mark.parametrize(
    "comment",
    ["% @book{old, title={Old}}\n", "%@book{old,\n% title={Old}}\n", "  % {\n", '% "\n'],
)
@pytest.mark.parametrize(
    "entry",
    [
        "%s@book{a, title={50% of T}, year=2020}",
        "@book{a, %stitle={50% of T}, year=2020}",
        "@book{a, title={50% of T}, %s year=2020}",
        '@book{a,\n%stitle="50% of T",\n%s year=2020 %s}',
        "@book{a, title={50% of T}, year=2020 %s}\n%s",
    ],
)
def test_comments_between_entries_and_fields_are_passed_over(entry: str, comment: str) -> None:
    """As biber and pandoc read them; in a field a percent sign is one."""
    found = read_bibtex(entry.replace("%s", "\n" * comment.startswith(("%@", "  ")) + comment))
    assert [(each.item["title"], each.item["issued"]) for each in found.entries] == [("50% of T", "2020")]
    assert not found.losses and not found.unread


def test_a_percent_sign_that_begins_a_line_of_a_field_is_in_it() -> None:
    found = read_bibtex("@book{a,\n% note = {x},\n title = {Shares\n% of {T}},\n year = 2020\n}\n")
    assert found.entries[0].item["title"] == 'Shares % of <span class="nocase">T</span>'
    assert not found.losses and [entry.line for entry in read_bibtex("% {\n@book{a, title={T}}").entries] == [2]


@pytest.mark.parametrize("text", ["", "% nothing", "@comment{x}", "\n\n"])
def test_a_file_without_entries(text: str) -> None:
    found = read_bibtex(text)
    assert (found.entries, found.losses, found.unread) == ([], [], [])


def test_a_type_and_fields_that_csl_does_not_have_are_named() -> None:
    found = read_bibtex("@gadget{a,\n title = {T},\n owner = {jane},\n file = {x.pdf}}")
    assert found.entries[0].item == {"id": "a", "type": "document", "title": "T"}
    assert [(loss.line, loss.what) for loss in found.losses] == [
        (1, "the type (it is now a document)"),
        (3, "the field `owner`"),
        (4, "the field `file`"),
    ]


ITEMS: list[Item] = [
    {"id": "a", "type": "hearing", "title": "A hearing", "URL": "https://example.org/a_b%20?x=1&y=2#z"},
    {"id": "b", "type": "article-newspaper", "title": "News", "container-title": "The Times", "issued": "2021-07-13"},
    {"id": "c", "type": "chapter", "title": "C", "container-title": "B", "collection-number": "4", "number": "7"},
    {"id": "d", "type": "document", "URL": "https://example.org", "title": "D", "issued": "2004-07/2004-08"},
    {"id": "e", "type": "thesis", "title": "E", "genre": "PhD thesis", "publisher": "U", "issued": {"literal": "n.d."}},
    {"id": "f", "type": "book", "author": [person("Berg", "Jan", "van der"), {"literal": "Barnes and Noble, Inc."}],
     "title": "50% of $1 & {more}", "issued": "-0430", "language": "de-AT", "publisher-place": "Town"},
    {"id": "g", "type": "article-journal", "author": [person("King", "Martin", jr="Jr."), person("Van Morrison")],
     "page": "100-110", "issue": "3", "number": "e12", "DOI": "10.5555/A_b", "issued": "2021-07", "PMID": "1"},
    {"id": "h", "type": "report", "number": "7", "title": "H", "archive": "arXiv", "archive_location": "1 [cs.CL]",
     "URL": "https://arxiv.org/abs/1", "event-date": "2004-05-06/2004-05-08", "accessed": "2020-01-02",
     "original-date": "1999", "issued": "2015-21"},
    {"id": "i", "type": "song", "title": "I", "volume-title": "V", "abstract": "One.\nTwo.", "keyword": "a, b"},
    {"id": "j", "type": "article-magazine", "title": "J", "status": "in press", "part-number": "2", "issued": "1730~"},
]  # fmt: skip


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item["id"])
def test_what_is_written_is_read(item: Item) -> None:
    text, losses = to_bibtex([item])
    found = read_bibtex(text)
    assert (losses, found.losses, found.unread) == ([], [], [])
    assert found.entries[0].item == item


@pytest.mark.parametrize(
    ("issued", "left"),
    [
        ({"date-parts": [[2004, 5]], "season": 2}, ["`season`"]), ({"date-parts": [[2004]], "season": "Lent"},
        ["`season`"]), ({"date-parts": [[2004]], "season": 2}, []),
        ({"literal": "Easter 1990", "date-parts": [[1990, 4, 15]], "circa": True}, ["`date-parts`", "`circa`"]),
        ({"literal": "1990s", "date-parts": [[1990], [1999]]}, []),
    ],
)  # fmt: skip
@pytest.mark.parametrize("key", ["issued", "accessed"])
def test_what_a_date_of_bibtex_cannot_say_is_named(key: str, issued: Any, left: list[str]) -> None:
    text, losses = to_bibtex([{"id": "a", "type": "book", key: issued}])
    assert [loss.what for loss in losses] == left
    assert any(year in text for year in ("2004", "1990"))


def test_what_bibtex_has_no_place_for_is_named() -> None:
    items = [
        {"id": "a=b", "type": "book", "custom": {"why": "x"}, "dimensions": "2 m"},
        {"id": "a#b", "type": "book", "submitted": "2020"},
    ]
    text, losses = to_bibtex(items)
    assert [(loss.entry, loss.what) for loss in losses] == [
        ("a=b", "the id, which is now `a-b`"), ("a=b", "`custom`"), ("a=b", "`dimensions`"),
        ("a#b", "the id, which is now `a-b-2`"), ("a#b", "`submitted`"),
    ]  # fmt: skip
    assert [entry.item["id"] for entry in read_bibtex(text).entries] == ["a-b", "a-b-2"]


def test_a_volume_takes_the_title_of_the_whole_as_its_main_title() -> None:
    whole = "@mvbook{w, author = {Roe, Ann}, title = {Trams}, year = 2019, volumes = 3}"
    found = read_bibtex(f"@book{{v, title = {{Wheels}}, volume = 2, crossref = {{w}}}}\n{whole}")
    volume, work = (entry.item for entry in found.entries)
    assert (volume["title"], volume["volume-title"], work["title"]) == ("Trams", "Wheels", "Trams")
    assert not may_be_one(volume, work)
