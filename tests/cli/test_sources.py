"""`argmap sources`: what a user is promised of the list, of imports and of exports."""

from __future__ import annotations

import builtins
import io
import json
import re
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import jsonschema
import pytest

from argmap import load
from argmap.bibliography.items import item_of
from argmap.bibliography.value_meanings import DATES, NAMES
from argmap.cli.printing.excerpt import columns
from argmap.model.csl.variables import TEXT_VARIABLES, TYPES
from tests.bibliography.library import LIBRARIES
from tests.cli.run import Program

BIB = """\
@article{doe2021,
  author = {Doe, Jane},
  title = {Trial and error},
  journal = {Journal of Tests},
  year = {2021},
  doi = {10.5555/a},
  url = {https://example.org/a},
  file = {a.pdf}
}
@misc{roe2020, title = {On bells}, year = 2020, url = {https://example.org/b}}
"""
FILE = "arguments/school-start/sources.yaml"


def sources(program: Program) -> dict[str, Any]:
    return dict(load(program.folder / "arguments/school-start").sources)


class TestImport:
    def test_says_what_it_did_and_what_it_could_not_carry(self, small: Program) -> None:
        small.write("refs.bib", BIB)
        result = small("sources", "import", "refs.bib")
        assert (result.code, result.out) == (0, "")
        assert result.err == (
            "refs.bib: 2 entries in BibTeX.\n"
            "Added 2 sources: doe2021 and roe2020.\n"
            "Not carried over:\n"
            "  refs.bib:8 doe2021: the field `file`: “a.pdf”\n"
            f"Wrote {FILE}.\n"
        )
        assert [*sources(small)] == ["doe2021", "roe2020"]
        assert small("fmt", "--check").code == 0 and small("check").code == 0

    def test_a_loss_names_its_key_once(self, small: Program) -> None:
        small.write("refs.json", '[{"id": "a", "type": "book", "title": "T", "custom": "kept"}]')
        assert "  refs.json:1 a: `custom` must be a mapping: “kept”\n" in small("sources", "import", "refs.json").err

    def test_a_second_import_writes_nothing(self, small: Program) -> None:
        small.write("refs.bib", BIB)
        small("sources", "import", "refs.bib")
        before = (small.folder / FILE).stat().st_mtime_ns
        result = small("sources", "import", "refs.bib")
        assert result.code == 0 and "Nothing new in 2 entries." in result.err and "Wrote" not in result.err
        assert (small.folder / FILE).stat().st_mtime_ns == before

    def test_fills_in_keeps_what_is_there_and_says_what_differs(self, small: Program) -> None:
        small.write(
            FILE, "references:\n  - id: d # mine\n    title: Another title\n    DOI: https://doi.org/10.5555/A\n"
        )
        small.write("refs.bib", BIB)
        result = small("sources", "import", "refs.bib")
        assert (
            "Filled in 1 source:\n  refs.bib:1 d (the same DOI): type, container-title, author, issued, URL\n"
            in result.err
        )
        assert "Kept 1 value that differs (--update takes the file's):\n" in result.err
        assert "  refs.bib:1 d: kept title “Another title”, the file has “Trial and error”\n" in result.err
        text = (small.folder / FILE).read_text()
        assert (
            "- id: d # mine\n" in text and "title: Another title\n" in text and "DOI: https://doi.org/10.5555/A" in text
        )

    def test_an_update_takes_what_the_file_says(self, small: Program) -> None:
        small.write(FILE, "references:\n  - id: d # mine\n    title: Another title\n    DOI: 10.5555/a\n")
        small.write("refs.bib", BIB)
        result = small("sources", "import", "--update", "refs.bib")
        assert "Updated 1 value:\n  refs.bib:1 d: title was “Another title”, is “Trial and error”\n" in result.err
        assert "- id: d # mine\n" in (small.folder / FILE).read_text()
        assert sources(small)["d"].title == "Trial and error"

    def test_an_id_that_another_work_has(self, small: Program) -> None:
        small.write(FILE, "references:\n  - id: doe2021\n    title: Quite another work\n")
        small.write("refs.bib", BIB)
        for _ in range(2):
            result = small("sources", "import", "refs.bib")
            assert [*sources(small)] == ["doe2021", "doe2021a", "roe2020"]
        assert result.code == 0
        small.write(FILE, "references:\n  - id: doe2021\n    title: Quite another work\n")
        assert "  refs.bib:1 doe2021a: doe2021 is taken by another work\n" in small("sources", "import", "refs.bib").err

    def test_an_entry_that_cannot_be_read_is_named_and_the_rest_is_imported(self, small: Program) -> None:
        small.write("refs.bib", "@misc{a, title {No}}\n" + BIB)
        result = small("sources", "import", "-q", "refs.bib")
        assert result.code == 1 and [*sources(small)] == ["doe2021", "roe2020"]
        assert result.err.startswith(
            "Not read:\n  refs.bib:1: the entry that begins with `@misc{a, title` cannot be read\n"
        )

    @pytest.mark.parametrize("option", ["--check", "--diff"])
    def test_dry_runs_write_nothing(self, small: Program, option: str) -> None:
        small.write("refs.bib", BIB)
        before = (small.folder / FILE).read_text()
        result = small("sources", "import", option, "refs.bib")
        assert result.code == 1 and "Would add 2 sources" in result.err
        assert (small.folder / FILE).read_text() == before
        assert ("+  - id: doe2021\n" in result.out) is (option == "--diff")
        small("sources", "import", "refs.bib")
        assert small("sources", "import", option, "refs.bib").code == 0

    def test_where_there_is_no_sources_yaml_it_is_made(self, small: Program) -> None:
        begun = (small.folder / FILE).read_text().split("\n")[0]
        (small.folder / FILE).unlink()
        small.write("refs.bib", BIB)
        assert small("sources", "import", "--check", "refs.bib").code == 1
        assert not (small.folder / FILE).exists()
        assert small("sources", "import", "refs.bib").code == 0
        assert (small.folder / FILE).read_text().startswith(f"{begun}\nreferences:\n  - id: doe2021\n")

    def test_standard_input(self, small: Program, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(BIB.encode("latin-1"))))
        result = small("sources", "import", "-", "-f", "bibtex")
        assert result.err.startswith("-: 2 entries in BibTeX.\n") and len(sources(small)) == 2

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "latin-1"])
    @pytest.mark.parametrize("name", ["refs.bib", "refs.txt", "refs.ris", "refs.yaml"])
    def test_any_encoding_and_an_ending_that_lies(self, small: Program, encoding: str, name: str) -> None:
        (small.folder / name).write_bytes(BIB.replace("Doe", "Döé").replace("\n", "\r\n").encode(encoding))
        assert small("sources", "import", name).code == 0
        assert sources(small)["doe2021"].author[0].family == "Döé"

    @pytest.mark.parametrize("path", LIBRARIES, ids=lambda path: path.name)
    def test_every_export_comes_in_clean(self, small: Program, path: Path) -> None:
        result = small("sources", "import", str(path))
        assert result.code == 0 and "Not read" not in result.err
        assert small("fmt", "--check").code == 0 and small("check").code == 0
        assert "Wrote" not in small("sources", "import", str(path)).err

    def test_authors_come_in_beside_other_programs_keys(self, small: Program) -> None:
        crossref = next(path for path in LIBRARIES if path.name == "crossref.yaml")
        result = small("sources", "import", str(crossref))
        assert "Not carried over" not in result.err and "van-der-berg-2019" in result.err

    @pytest.mark.parametrize(
        ("files", "said"),
        [
            (["none.bib"], "there is no file 'none.bib'."),
            (["arguments"], "arguments is a folder; name the files in it."),
            (["README.md"], "README.md is not CSL-JSON, CSL-YAML, BibTeX or RIS. Nothing was changed."),
            (["pubmed.nbib"], "pubmed.nbib is NBIB, PubMed's own format, which argmap does not read."),
            (
                ["page.bib"],
                "page.bib is a web page, which argmap does not read. Nothing was changed.\nSave what the site",
            ),
            ([], "Missing argument 'FILE...'"),
        ],
    )
    def test_what_is_no_bibliography(self, small: Program, files: list[str], said: str) -> None:
        small.write("README.md", "# A text\n\nwith @doe2021 in it.\n")
        small.write("pubmed.nbib", "PMID- 32000000\nOWN - NLM\nTI  - Trams\n")
        small.write("page.bib", "<!DOCTYPE html>\n<pre>\n@book{doe, title={Trams}}\n</pre>\n")
        before = (small.folder / FILE).read_bytes()
        result = small("sources", "import", *files)
        assert result.code == 2 and said in result.err
        assert (small.folder / FILE).read_bytes() == before

    def test_an_empty_file(self, small: Program) -> None:
        small.write("refs.bib", "\n")
        result = small("sources", "import", "refs.bib")
        assert (result.code, result.err) == (0, "refs.bib is empty.\n")

    def test_a_bibliography_with_faults_is_left_alone(self, small: Program) -> None:
        small.write("refs.bib", BIB)
        small.write(FILE, "references:\n  - id: a\n   title: [\n")
        result = small("sources", "import", "refs.bib")
        assert result.code == 2 and "Repair it first: argmap check arguments/school-start" in result.err
        assert (small.folder / FILE).read_text() == "references:\n  - id: a\n   title: [\n"

    def test_other_files_of_the_debate_may_have_errors(self, small: Program) -> None:
        small.write("arguments/school-start/positions/more.yaml", "position: more\narguments: {")
        small.write("refs.bib", BIB)
        assert small("sources", "import", "refs.bib").code == 0

    def test_a_file_that_is_changed_meanwhile_is_left_alone(
        self, small: Program, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        from argmap.cli.sources_command import importing

        small.write("refs.bib", BIB)
        report = importing.report

        def slow(*arguments: Any) -> Any:
            small.write(FILE, "references: []  # somebody was here\n")
            return report(*arguments)

        monkeypatch.setattr(importing, "report", slow)
        result = small("sources", "import", "refs.bib")
        assert result.code == 2 and "changed while argmap was at work" in result.err
        assert (small.folder / FILE).read_text() == "references: []  # somebody was here\n"

    def test_without_the_package_the_extra_is_named(self, small: Program, monkeypatch: pytest.MonkeyPatch) -> None:
        small.write("refs.bib", BIB)
        small.write("refs.ris", "TY  - BOOK\nTI  - T\nER  - \n")
        for name in [name for name in sys.modules if name.startswith(("argmap.bibliography.bibtex", "bibtexparser"))]:
            monkeypatch.delitem(sys.modules, name)
        real = builtins.__import__

        def without(name: str, *rest: Any) -> Any:
            if name.startswith(("bibtexparser", "pylatexenc")):
                raise ModuleNotFoundError(f"No module named {name!r}", name=name.split(".")[0])
            return real(name, *rest)

        monkeypatch.setattr(builtins, "__import__", without)
        result = small("sources", "import", "refs.bib")
        assert result.code == 2 and "pip install 'argmap[bibliographies]'" in result.err
        assert small("sources", "import", "refs.ris").code == 0

    def test_several_debates_and_none(self, small: Program) -> None:
        small.write("refs.bib", BIB)
        small("new", "other")
        result = small("sources", "import", "refs.bib")
        assert result.code == 2 and "--debate (other, school-start)" in result.err
        assert small("sources", "import", "-d", "other", "refs.bib").code == 0


REFERENCES = """\
references:
  - {id: whole, title: T, author: [{family: Doe}], issued: 2024-05-08, URL: w, custom: {
      reliability: B, credibility: "2"}}
  - {id: 毛2020, title: T, URL: x, publisher: P}
  - {id: idle, title: T}
  - {id: excused, title: T, custom: {reliability: B, credibility: "2", ignore: [
      {rule: source-incomplete, reason: r}, {rule: source-undated, reason: r}]}}
  - {id: read, title: T, author: [{family: Doe}], issued: 2024, URL: r, custom: {reliability: B, credibility: "2"}}
"""
CITING = """\
position: more
arguments:
  - support: a
    of: we-should-act
    text: A.
    evidence: [{source: whole}, {source: 毛2020}, {source: excused}]
  - support: b
    of: we-should-act
    text: B.
    evidence: [{source: 毛2020, quote: words}, {source: read, card: Some words.}]
"""


class TestList:
    def test_lists_what_there_is_to_do_first(self, small: Program) -> None:
        small.write(FILE, REFERENCES)
        small.write("arguments/school-start/positions/more.yaml", CITING)
        result = small("sources")
        assert result.code == 0
        assert result.out == (
            "source   grade  date         cited  lacks\n"
            "毛2020   -      -                2  date, grade, snapshot\n"
            "read     B2     2024             1  accessed, qualifications, snapshot\n"
            "excused  B2     -                1\n"
            "whole    B2     2024-05-08       1\n"
            "idle     -      -           unused  author, URL, date, grade\n"
        )
        assert result.err == "5 sources: 1 unused, 3 with something missing.\n"
        assert small("sources", "list", "school-start").out == result.out == small("sources", "school-start").out

    def test_a_text_of_the_source_is_a_snapshot(self, small: Program) -> None:
        small.write(FILE, REFERENCES)
        small.write("arguments/school-start/positions/more.yaml", CITING)
        small.write("arguments/school-start/snapshots/read.txt", "Some words.")
        assert "accessed, qualifications\n" in small("sources").out

    def test_only_what_is_unused_or_incomplete(self, small: Program) -> None:
        small.write(FILE, REFERENCES)
        small.write("arguments/school-start/positions/more.yaml", CITING)
        ids = lambda *options: [each["id"] for each in json.loads(small("sources", *options, "-f", "json").out)]  # noqa: E731
        assert ids("--unused") == ["idle"]
        assert ids("--incomplete") == ["毛2020", "read", "idle"]
        assert ids() == ["毛2020", "read", "excused", "whole", "idle"]

    def test_json_has_everything(self, small: Program) -> None:
        small.write(FILE, REFERENCES)
        small.write("arguments/school-start/positions/more.yaml", CITING)
        first = json.loads(small("sources", "-f", "json").out)[0]
        assert first == {
            "debate": "school-start", "id": "毛2020", "type": "document", "title": "T", "grade": None, "date": None,
            "cited": ["a", "b"], "used": True, "lacks": ["date", "grade", "snapshot"],
        }  # fmt: skip

    def test_every_line_fits(self, small: Program) -> None:
        ids = ["a" * 120, "字" * 60, *(f"s{number}" for number in range(1_000))]
        small.write(FILE, "references:\n" + "".join(f"  - id: {id}\n" for id in ids))
        result = small("sources")
        lines = result.out.splitlines()
        assert len(lines) == 1_003 and max(map(columns, lines)) <= 100
        assert len({columns(re.split("unused", line)[0]) for line in lines[1:]}) == 1

    def test_the_end_of_a_range_is_listed(self, small: Program) -> None:
        small.write(FILE, "references:\n  - {id: long, title: T, issued: 1938/1961}\n")
        assert "1938/1961" in small("sources").out

    def test_a_debate_without_sources(self, small: Program) -> None:
        result = small("sources")
        assert (result.code, result.out) == (0, "")
        assert result.err == "No sources.\nAdd a bibliography with: argmap sources import FILE\n"

    def test_a_slip_in_the_name_of_a_command(self, small: Program) -> None:
        result = small("sources", "improt", "x")
        assert result.code == 2 and "did you mean 'import'?" in result.err
        assert "there is no debate 'nowhere'" in small("sources", "nowhere").err

    def test_several_debates(self, small: Program) -> None:
        small("new", "other", "--title", "Other?")
        for name in ("other", "school-start"):
            small.write(f"arguments/{name}/sources.yaml", "references: [{id: a}]\n")
        out = small("sources").out
        assert out.startswith("Other?\nsource  grade") and "\n\nShould school start later?\n" in out


PARTS = {"type": "array", "minItems": 1, "maxItems": 3, "items": {"type": "integer"}}
DATE = {
    "type": "object",
    "additionalProperties": False,
    "properties": {
        "date-parts": {"type": "array", "minItems": 1, "maxItems": 2, "items": PARTS},
        "season": {"type": ["integer", "string"]}, "circa": {"type": "boolean"}, "literal": {"type": "string"},
    },
}  # fmt: skip
WORDS = ("family", "given", "literal", "suffix", "dropping-particle", "non-dropping-particle")
FLAGS = ("comma-suffix", "static-ordering", "parse-names")
NAME = {
    "type": "object",
    "additionalProperties": False,
    "minProperties": 1,
    "properties": {**{key: {"type": "string"} for key in WORDS}, **{key: {"type": "boolean"} for key in FLAGS}},
}
TEXTS = ("title", "container-title", "publisher", "issue", "URL", "DOI", "note", *TEXT_VARIABLES)
CSL_JSON = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["id", "type"],
        "additionalProperties": False,
        "properties": {
            "id": {"type": "string"}, "type": {"enum": sorted(TYPES)}, "custom": {"type": "object"},
            **{key: {"type": "string"} for key in TEXTS}, **dict.fromkeys(DATES, DATE),
            **{key: {"type": "array", "minItems": 1, "items": NAME} for key in NAMES},
        },
    },
}  # fmt: skip
"""CSL-JSON 1.0.2, as its specification has it; and we are stricter: texts are texts, and numbers of dates numbers."""


VARIABLES = [*TEXTS, *DATES, *NAMES, *WORDS, *FLAGS]


def without(value: Any, keys: set[str]) -> Any:
    """An item without some keys, in its names as well."""
    if isinstance(value, dict):
        return {key: without(each, keys) for key, each in value.items() if key not in keys}
    return [without(each, keys) for each in value] if isinstance(value, list) else value


class TestExport:
    @pytest.mark.parametrize("form", ["csl-json", "bibtex"])
    @pytest.mark.parametrize("path", LIBRARIES, ids=lambda path: path.name)
    def test_what_is_exported_comes_back_or_is_named(self, small: Program, path: Path, form: str) -> None:
        small("sources", "import", str(path))
        before = [item_of(source) for source in sources(small).values()]
        named = set(re.findall(r"`(.*?)`", small("sources", "export", "-f", form, "-o", "all").err))
        assert form == "bibtex" or not named & set(VARIABLES)
        (small.folder / FILE).unlink()
        result = small("sources", "import", "all")
        assert result.code == 0 and "Not carried" not in result.err
        for one, other in zip(before, map(item_of, sources(small).values()), strict=True):
            assert one["id"] == other["id"] or other["id"] in named
            keys = named | {"id"} | (set(NAMES) if "parse-names" in named else set())
            assert without(other, keys) == without(one, keys)

    def test_the_notes_of_argmap_go_with_csl_json_and_are_named_for_bibtex(self, small: Program) -> None:
        small.write(FILE, REFERENCES)
        before = sources(small)
        assert small("sources", "export", "-o", "all.json").err == ""
        result = small("sources", "export", "-o", "all.bib")
        assert result.err == "Not in the BibTeX:\n  argmap's notes (`custom`) of whole and 2 more\n"
        (small.folder / FILE).unlink()
        small("sources", "import", "all.json")
        assert sources(small) == before

    @pytest.mark.parametrize("path", LIBRARIES, ids=lambda path: path.name)
    def test_csl_json_is_valid(self, small: Program, path: Path) -> None:
        small("sources", "import", str(path))
        jsonschema.validate(json.loads(small("sources", "export").out), CSL_JSON)

    def test_what_other_programs_noted_is_named(self, small: Program) -> None:
        small.write(FILE, "references: [{id: a, title: T, categories: [x]}]\n")
        result = small("sources", "export")
        assert result.err == "Not in the CSL-JSON:\n  `categories` of a\n"
        assert json.loads(result.out) == [{"id": "a", "type": "document", "title": "T"}]

    def test_what_is_written_under_its_name_of_today_is_no_loss(self, small: Program) -> None:
        small.write(
            FILE,
            "references:\n"
            "  - {id: a, title: T, journalAbbreviation: J., shortTitle: S, event: E}\n"
            "  - {id: b, journalAbbreviation: J., container-title-short: J.}\n"
            "  - {id: c, journalAbbreviation: J., container-title-short: Jnl}\n"
            "  - {id: d, issued: 1730?}\n",
        )
        unsure = "  how sure a date is (`?`, `%` or `~`) of d\n"
        for form, title, more in (("csl-json", "CSL-JSON", unsure), ("bibtex", "BibTeX", "")):
            result = small("sources", "export", "-f", form)
            assert result.err == f"Not in the {title}:\n  `journalAbbreviation` of c\n{more}"
            assert result.out.count("J.") == 2 and "Jnl" in result.out

    @pytest.mark.parametrize("date", ["1730?", "1730%", "1730~", "1938/1961~", "1730?/1732", "2004-06?", "2004/..",
                                      "15uu-12-25", "[1667,1668]",
                                      "1984?-06", "Y-170000002", "1950S2", "2001-21^southernHemisphere"])  # fmt: skip
    def test_how_sure_a_date_is_comes_back_from_bibtex(self, small: Program, date: str) -> None:
        small.write(FILE, f"references:\n  - {{id: d, type: book, title: T, issued: '{date}', accessed: '{date}'}}\n")
        before = sources(small)
        assert small("sources", "export", "-o", "all.bib").err == ""
        small.write(FILE, "references: []\n")
        small("sources", "import", "all.bib")
        assert sources(small) == before

    def test_two_debates_with_different_sources_of_one_id(self, small: Program) -> None:
        small("new", "other")
        small.write("arguments/other/sources.yaml", "references: [{id: a, title: One}]\n")
        small.write(FILE, "references: [{id: a, title: Two}]\n")
        result = small("sources", "export")
        assert result.code == 2 and "have different sources 'a': export one of them." in result.err
        assert len(json.loads(small("sources", "export", "other").out)) == 1

    def test_a_form_that_is_none(self, small: Program) -> None:
        assert "cannot write .ris" in small("sources", "export", "-o", "x.ris").err


def test_a_new_user_imports_cites_and_builds(small: Program) -> None:
    path = next(path for path in LIBRARIES if path.name == "zotero.bib")
    small("sources", "import", str(path))
    position = small.folder / "arguments/school-start/positions/benefits.yaml"
    text = position.read_text()
    position.write_text(
        text.replace("arguments:\n", "arguments:\n  - support: towns\n    of: we-should-act\n    text: Towns did it.\n"
                     '    evidence: [{source: doe_trial_2021, at: "p. 101"}]\n', 1)
    )  # fmt: skip
    assert small("check").code == 0
    brief = small("brief", "argument").out
    assert "Journal of Port Economics" in brief and "van der Berg" in brief


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.ris", f"TY  - JOUR\nTI  - Trial\nPY  - 2020/{'9' * 100_000}/1\nER  - \n"),
        ("a.ris", "TY  - JOUR\nTI  - Trial\nPY  - 2020/03/\u00b2\nER  - \n"),
        ("a.json", '[{"id": "x", "title": "Trial", "volume": ' + "1" * 5_000 + "}]"),
        ("a.json", r'[{"id": "x", "title": "Trial", "\u0001": "a", "custom": {"\u0001": "a"}}]'),
        ("a.json", r'[{"id": "x", "title": "Trial", "\ud800": "a", "k": "\ud800"}]'),
    ],
)
def test_odd_values_of_a_bibliography_are_imported(small: Program, name: str, text: str) -> None:
    (small.folder / name).write_text(text)
    result = small("sources", "import", name, "-d", "school-start")
    assert result.code == 0 and "1 entry" in result.err + result.out
    assert small("check", "--severity", "error").code == 0
