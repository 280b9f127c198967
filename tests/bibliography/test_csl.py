from __future__ import annotations

import json
from typing import Any

import pytest

from argmap.bibliography.record import Entry, Loss, Reading
from argmap.writing.imports.fitting import fit
from argmap.writing.imports.formats import FORMATS, decoded, format_of, other_format_of


def read(text: str, form: str | None = None) -> Reading:
    reading = FORMATS[form or str(format_of(text))].read(text)
    fit(reading)
    return reading


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ('[{"id": "a"}]', "csl-json"),
        ('\ufeff {"id": "a"}', "csl-json"),
        ("references:\n- id: a", "csl-yaml"),
        ("---\nreferences:\n- id: a\n---\n# Text\n", "csl-yaml"),
        ("- id: a\n  title: See @book{x\n", "csl-yaml"),
        ("% x\n\n  @Book{a, title={TY  - x}}", "bibtex"),
        ("Header\n@comment(x)", "bibtex"),
        ("\ufeffTY  - BOOK", "ris"),
        ("Provider: X\nTY  - BOOK\nAB  - @book{", "ris"),
        ("id: a\ntitle: T\n", "csl-yaml"),
        ("# A text", None),
        ("", None),
        ("<html>", None),
        ("%0 Journal Article", None),
    ],
)
def test_formats_are_told_by_what_stands_in_the_file(text: str, form: str | None) -> None:
    assert format_of(text) == form


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"PMID- 32000000\nOWN - NLM\n", "NBIB, PubMed's own format"),
        (b"\n%0 Journal Article\n%A Doe, Jane\n", "EndNote's own format"),
        (b"FN Clarivate Analytics Web of Science\nVR 1.0", "the format of the Web of Science"),
        (b'<?xml version="1.0" encoding="UTF-8"?><xml><records><record>', "EndNote XML"),
        (b'<?xml version="1.0"?>\n<modsCollection xmlns="http://www.loc.gov/mods/v3">', "MODS"),
        (b"<mods:mods>", "MODS"),
        (b"<!DOCTYPE html>\n<style>\n@media {a}\n@article{doe, title={A}}\n", "a web page"),
        (b"<html><body><pre>\n@book{doe, title={A}}\n</pre>", "a web page"),
        (b"<feed>", "XML"),
        (b'{"id": "https://openalex.org/W1", "title": "A"}', "JSON of OpenAlex or DataCite, not CSL-JSON"),
        (
            b'{"meta":{"count":1},"results":[{"id":"https://openalex.org/W1"}]}',
            "JSON of OpenAlex or DataCite, not CSL-JSON",
        ),
        (
            b'{"data":{"id":"10.5555/x","attributes":{"doi":"10.5555/x","publicationYear":2022}}}',
            "JSON of OpenAlex or DataCite, not CSL-JSON",
        ),
        (b"RT Journal Article\nSR Electronic\n", "RefWorks' own format"),
        (b'{"config": {}, "items": [{"itemType": "book", "title": "T"}]}', "JSON of Zotero's own, not CSL-JSON"),
        (b'[{"id": "a", "URL": "https://openalex.org/W1", "title": "publicationYear"}]', None),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "a PDF"),
        (b"PK\x03\x04" + bytes(26) + b"[Content_Types].xml", "an office document"),
        (b"{\\rtf1\\ansi @book{doe}}", "an office document"),
        (b"PK\x03\x04\x14\x00\x06\x00refs.bib\x8d", "a ZIP archive"),
        (b"SQLite format 3\x00", "a database of SQLite"),
        (b"# A text", None),
        (b"% made by hand\n@book{doe, title={A}}\n", None),
        (b'[{"id": "a"}]', None),
    ],
)
def test_formats_that_are_not_read_have_names(content: bytes, name: str | None) -> None:
    other = other_format_of(decoded(content)[0])
    assert (other.title if other else None) == name


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        ("ä", None), ("\ufeffä", None), ("ä", "utf-16"), ("TY  - ä", "utf-16-le"), ("@b{ä", "utf-16-be"),
        ("ä – “x”", "cp1252"),
    ],
)  # fmt: skip
def test_encodings(content: str, encoding: str | None) -> None:
    text, named = decoded(content.encode(encoding or "utf-8"))
    assert text == content.removeprefix("\ufeff")
    assert named == {None: None, "cp1252": "Windows-1252"}.get(encoding, "UTF-16")


def test_one_of_several_addresses_is_kept_and_the_others_are_named() -> None:
    losses: list[Loss] = []
    reading = Reading([Entry({"id": "a", "URL": "https://example.org/a http://example.org/b"}, 3)], losses)
    fit(reading)
    assert reading.entries[0].item["URL"] == "https://example.org/a"
    assert reading.losses == [Loss(3, "a", "another address", "http://example.org/b")]


ITEMS: list[tuple[dict[str, Any], dict[str, Any]]] = [
    ({"issued": {"date-parts": [["2021", 7, "12"]]}}, {"issued": "2021-07-12"}),
    ({"issued": {"date-parts": [[2021, 7], [2021, 8]]}}, {"issued": "2021-07/2021-08"}),
    ({"issued": [{"year": 2021, "month": 7}]}, {"issued": "2021-07"}),
    ({"issued": {"raw": "2021-07-12"}}, {"issued": "2021-07-12"}),
    ({"issued": {"literal": "in press"}}, {"issued": {"literal": "in press"}}),
    ({"issued": {"date-parts": [[2004, 5]], "season": 2}}, {"issued": {"date-parts": [["2004", "5"]], "season": "2"}}),
    ({"issued": {"date-parts": [[2004]], "season": 2}}, {"issued": "2004-22"}),
    ({"issued": "1730?"}, {"issued": "1730?"}), ({"issued": {"raw": "1730%"}}, {"issued": {"raw": "1730%"}}),
    ({"issued": "1938/1961~"}, {"issued": "1938/1961~"}), ({"issued": "ca. 1730"}, {"issued": "1730~"}),
    ({"volume": 12, "issue": 1.5}, {"volume": "12", "issue": "1.5"}),
    ({"title": " T\u0000\u0007x ", "abstract": "", "author": [], "note": None}, {"title": "T  x"}),
    ({"shortTitle": "S", "journalAbbreviation": "J", "event": "E"},
     {"title-short": "S", "container-title-short": "J", "event-title": "E"}),
    ({"doi": "10.5555/a", "url": "https://example.org"}, {"DOI": "10.5555/a", "URL": "https://example.org"}),
    ({"author": "Jane Doe"}, {"author": [{"literal": "Jane Doe"}]}),
    ({"author": {"family": "Doe", "given": ""}}, {"author": [{"family": "Doe"}]}),
    ({"author": [{"name": "Council", "sequence": "first"}]}, {"author": [{"literal": "Council", "sequence": "first"}]}),
    ({"categories": ["a"]}, {"categories": ["a"]}),
    ({"author": [{"family": "O&#8217;Neil", "given": "A.&nbsp;B."}, {"name": "Trade &amp; Industry"}]},
     {"author": [{"family": "O’Neil", "given": "A.\u00a0B."}, {"literal": "Trade & Industry"}]}),
    ({"issued": {"date-parts": [[None]]}, "title": "T"}, {"title": "T"}),
    ({"author": [{"family": "Doe", "affiliation": [], "suffix": ""}]}, {"author": [{"family": "Doe"}]}),
    *(({"type": crossref}, {"type": csl}) for crossref, csl in (
        ("journal-article", "article-journal"), ("proceedings-article", "paper-conference"),
        ("book-chapter", "chapter"), ("book-part", "chapter"), ("book-section", "chapter"), ("edited-book", "book"),
        ("monograph", "book"), ("reference-book", "book"), ("reference-entry", "entry"), ("posted-content", "article"),
        ("dissertation", "thesis"), ("peer-review", "review"), ("database", "dataset"), ("dataset", "dataset"),
        ("report", "report"), ("report-component", "report"), ("standard", "standard"), ("proceedings", "book"),
        ("journal-issue", "periodical"), ("component", "component"),
    )),
]  # fmt: skip


@pytest.mark.parametrize(("given", "fitted"), ITEMS)
def test_items_fit_for_sources_yaml(given: dict[str, Any], fitted: dict[str, Any]) -> None:
    reading = read(json.dumps([{"id": "a", "type": "book", **given}]))
    assert [entry.item for entry in reading.entries] == [{"id": "a", "type": "book", **fitted}]
    assert (reading.losses, reading.unread) == ([], [])


def test_what_a_source_cannot_hold_is_named() -> None:
    reading = read('[\n{"id": "a", "title": "T",\n"issued": {"date-parts": [[2021, 13, 45]]}, "note": {"x": 1}}]')
    assert reading.entries[0].item == {"id": "a", "title": "T", "issued": {"literal": "2021-13-45"}}
    assert [(loss.line, loss.entry, loss.what.split("`")[1]) for loss in reading.losses] == [
        (2, "a", "issued"), (2, "a", "note"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("issued", "words"),
    [("2004-7-1", "2004-7-1"), ("Summer 2004", "Summer 2004"), ("44 BC", "44 BC"), ({"year": "c. 1850"}, "c. 1850"),
     ({"date-parts": [[2004, 7, 1], [2003]]}, "2004-7-1/2003")],
)  # fmt: skip
def test_a_date_that_is_not_understood_is_kept_as_words(issued: object, words: str) -> None:
    reading = read(json.dumps([{"id": "a", "title": "T", "issued": issued}]))
    assert reading.entries[0].item["issued"] == {"literal": words}
    assert [loss.value for loss in reading.losses] == [words]


def test_a_name_without_a_word_loses_no_other() -> None:
    reading = read(json.dumps([{"id": "a", "title": "T", "author": [{"family": "Doe"}, {}, {"family": "Roe"}]}]))
    assert reading.entries[0].item["author"] == [{"family": "Doe"}, {"family": "Roe"}]
    assert len(reading.losses) == 1


@pytest.mark.parametrize(
    ("id", "kept", "lost"),
    [
        (1, {"id": "1"}, []),
        (3.5, {"id": "3.5"}, []),
        ("2x", {"id": "2x"}, []),
        (["a", "b"], {}, ["['a', 'b']"]),
        ({"a": 1}, {}, ["{'a': '1'}"]),
    ],
)
def test_an_id_that_is_no_text(id: object, kept: dict[str, str], lost: list[str]) -> None:
    for form in ("csl-json", "csl-yaml"):
        reading = read(json.dumps([{"id": id, "title": "T"}]), form)
        assert reading.entries[0].item == {**kept, "title": "T"}
        assert [loss.value for loss in reading.losses] == lost


def test_a_key_that_stands_twice_is_named_wherever_it_is() -> None:
    names = '"author": [{"family": "Doe", "family": "Roe"}, {"family": "Poe", "family": "Poe"}]'
    reading = read('[\n{"id": "a", "title": "One",\n"title": "Two", ' + names + "}]")
    assert reading.entries[0].item["title"] == "Two"
    assert [(loss.line, loss.entry, loss.what.split("`")[1], loss.value) for loss in reading.losses] == [
        (2, "a", "title", "One"), (2, "a", "family", "Doe"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("message", "titles"),
    [
        ('{"DOI": "10.5555/a", "title": ["A"], "ISSN": ["0000-0019"]}', [("A", 1)]),
        ('{"facets": {"years": [1]}, "items": [{"title": ["A"]},\n {"title": ["B"]}]}', [("A", 2), ("B", 3)]),
    ],
)
def test_answers_of_crossref_are_read(message: str, titles: list[tuple[str, int]]) -> None:
    found = read(f'{{"status": "ok",\n"message": {message}}}')
    assert [(entry.item["title"], entry.line) for entry in found.entries] == titles and not found.unread


def test_lines_of_items() -> None:
    assert [e.line for e in read('[\n {"id": "a"},\n\n {"id": "b", "title": "[{"} ]').entries] == [2, 4]
    assert [e.line for e in read('{"references": [\n {"id": "a"}]}').entries] == [2]
    assert [e.line for e in read("---\nreferences:\n- id: a\n\n- title: T\n  id: b\n---\n\nText.").entries] == [3, 5]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('[{"id": "a",}]', 1),
        ('[\n{"id": "a"}\n{"id": "b"}]', 3),
        ('[{"id": "a"}, 1]', 1),
        ('[{"foo": "a"}]', 1),
        ("[" * 100_000, 1),
        ("references:\n- id: a\n  title: [\n", 3),
        ("references:\n- text\n", 2),
    ],
)
def test_what_cannot_be_read_is_named(text: str, line: int) -> None:
    (unread,) = read(text).unread
    assert unread.line == line and unread.message and unread.help


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("[NATO]{.nocase} and *Homo sapiens*", '<span class="nocase">NATO</span> and <i>Homo sapiens</i>'),
        ("CO~2~, 10^th^, **b**", "CO<sub>2</sub>, 10<sup>th</sup>, <b>b</b>"),
        (r"5 \* 3 \[sic\] a~b 2^3", "5 * 3 [sic] a~b 2^3"),
        ("2 * 3 * 4, [^1], ~ and ^", "2 * 3 * 4, [^1], ~ and ^"),
        ('<span class="nocase">NATO</span>', '<span class="nocase">NATO</span>'),
    ],
)
def test_markdown_of_pandoc(markdown: str, text: str) -> None:
    (entry,) = read(f"references:\n- id: a\n  title: '{markdown}'\n").entries
    assert entry.item["title"] == text


@pytest.mark.parametrize("text", ["null", "true", "5", '"references"', "[1]", "[null]", "[[[]]]"])
def test_json_that_is_no_bibliography_is_not_read(text: str) -> None:
    found = read(text, "csl-json")
    assert not found.entries and [each.line for each in found.unread] == [1]


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        ('[{"id": "a", "title": "T', 1, "from column 23 on: a quotation mark is not closed"),
        ('[{"id": "a"},]', 1, "there is a comma too many"),
        ('{"id": "a"}\n{"id": "b"}', 2, "from column 1 on: something follows after the end"),
        ('[{"id": "a"}', 1, "a comma or a closing bracket is missing"), ('{"id" "a"}', 1, "a colon is missing"),
        ('{id: "a"}', 1, "a key in quotation marks is missing"),
        ('{"id": "a\nb"}', 1, "a text goes on in the next line"),
        ('{"id": "\\x"}', 1, "the backslash stands before a character that needs none"),
    ],
)  # fmt: skip
def test_what_is_no_json_is_told_in_words(text: str, line: int, told: str) -> None:
    (unread,) = read(text, "csl-json").unread
    assert unread.line == line and told in unread.message


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ({"family": "Roe", "given": "Jane Doe; Max"}, "Jane Doe; Max Roe"),
        ({"literal": "Doe, J.; Roe, M."}, "Doe, J.; Roe, M."),
        ({"family": "Roe", "given": "Jane Doe &amp; Max"}, "Jane Doe & Max Roe"), ({"literal": "Smith & Sons"}, ""),
        ({"family": "Anders", "given": "Andy"}, ""),
        ({"family": "Roe", "given": "Jane Doe and Max"}, "Jane Doe and Max Roe"),
    ],
)  # fmt: skip
def test_a_name_that_may_be_several_is_named(name: dict[str, str], told: str) -> None:
    reading = read(json.dumps([{"id": "a", "title": "T", "author": [name]}]))
    assert [loss.value for loss in reading.losses] == [told] * bool(told)
