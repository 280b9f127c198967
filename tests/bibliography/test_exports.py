"""Exports of other programs load as they are, and nothing in them is lost."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from argmap.loader import read
from argmap.loader.bibliography_file import BELOW
from argmap.model import Source
from argmap.model.diagnostics import Severity
from argmap.reviews.compare import compare
from argmap.writing.format import formatted, same_model
from tests.bibliography.exports import EXPORTS, loaded, sources_of
from tests.loader.debates import DEBATE

each_export = pytest.mark.parametrize("export", EXPORTS, ids=lambda path: path.stem)


def test_there_is_one_of_each_program() -> None:
    assert sorted(path.stem for path in EXPORTS) == [
        "better-bibtex", "better-bibtex-json", "citation-js", "citation-styles", "crossref", "jabref", "mendeley",
        "pandoc-bibtex", "pandoc-citeproc", "pandoc-csljson", "pandoc-markdown", "paperpile", "zotero-csljson",
    ]  # fmt: skip


@each_export
def test_an_export_loads_with_one_warning_at_most(export: Path) -> None:
    found = [d for d in loaded(export).diagnostics if d.severity is not Severity.INFO]
    assert [(d.rule, d.severity) for d in found] in ([], [("foreign-key", Severity.WARNING)])


class Texts(yaml.CSafeLoader):
    """Every scalar as the text that it is."""


Texts.yaml_implicit_resolvers = {}


def written(export: Path) -> list[dict[str, Any]]:
    every = next(yaml.load_all(export.read_text(encoding="utf-8"), Texts))  # what pandoc writes ends with `---`
    return every["references"] if isinstance(every, dict) else every


def leaves(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for held in value.values():
            yield from leaves(held)
    elif isinstance(value, list | tuple):
        for held in value:
            yield from leaves(held)
    elif value is not None and str(value).strip() not in ("", "null"):
        yield str(value).strip()


def words(texts: Iterable[str]) -> set[str]:
    """Words and numbers, these without the zeros before them."""
    return {word.lstrip("0") for word in re.findall(r"[^\W_]+", " ".join(texts))} - {"true", "false", "1", ""}


@each_export
def test_every_text_of_an_export_is_in_the_model(export: Path) -> None:
    """Of names and dates each word and number, flags excepted; anything else as it stands."""
    for item, source in zip(written(export), sources_of(export).values(), strict=True):
        held = list(leaves(source.model_dump()))
        dates = [str(date) for date in (source.issued, source.accessed, *source.more.values())]
        for key, value in item.items():
            assert words(leaves(value)) <= words([*held, *dates]) | {"no", "type"}, key
            if key not in BELOW and key != "id":
                assert set(leaves(value)) <= set(held), key


DATES = {
    "better-bibtex": ["2019-04", "1938/1961", "2015-21", "n.d."], "better-bibtex-json": ["2019-04/2019-06", "1730~"],
    "citation-js": ["2019-04-30", "2021"], "citation-styles": ["2005-04-01", "2001-24~", "-0043-03-15"],
    "crossref": ["2019-04", "None"], "jabref": ["2019-04", "2014-09-02"], "mendeley": ["2019-04", "2015-05"],
    "pandoc-bibtex": ["2020-03", "2020~", "in press", "1999"],
    "pandoc-citeproc": ["2004-07/2004-08", "1999-22~", "spring tide"],
    "pandoc-csljson": ["2019-04", "1938/1961", "2015-21", "2004-07/2004-08", "1730~", "2020/..", "2001", "2022-10-01"],
    "paperpile": ["2019-04-30", "None"], "zotero-csljson": ["2019-04", "Michaelmas 2014", "before the flood"],
}  # fmt: skip
DATES["pandoc-markdown"] = DATES["pandoc-csljson"]


@each_export
def test_dates_of_exports(export: Path) -> None:
    assert [str(source.issued) for source in sources_of(export).values()] == DATES[export.stem]


def test_pandoc_says_the_same_in_csl_json_and_in_markdown() -> None:
    """But for markup: `<i>` in the one is `*` in the other."""

    def plain(source: Source) -> str:
        text = json.dumps(source.model_dump(), sort_keys=True, ensure_ascii=False)
        return re.sub(r"</?i>|[*“”\"'’\\]", "", text).replace("\xa0", " ")

    items, markdown = (sources_of(p) for p in EXPORTS if p.stem in ("pandoc-csljson", "pandoc-markdown"))
    assert list(map(plain, items.values())) == list(map(plain, markdown.values()))


@each_export
def test_fmt_keeps_what_an_export_says(export: Path) -> None:
    done = formatted("sources.yaml", export.read_bytes())
    assert done.text is not None, (done.faults, done.own_fault)
    after = read({"debate.yaml": DEBATE, "sources.yaml": done.text})
    assert same_model(loaded(export), after)
    assert formatted("sources.yaml", done.text).text == done.text
    assert compare(loaded(export).debate, after.debate) == ()


@each_export
def test_ids_are_found_again_by_the_statements_that_cite_them(export: Path) -> None:
    ids = sources_of(export)
    position = "position: p\narguments:\n" + "".join(
        f"  - claim: c{n}\n    text: It is so.\n    evidence: [{{source: {id}, says: So.}}]\n"
        for n, id in enumerate(ids)
    )
    found = read({"debate.yaml": DEBATE, "sources.yaml": export.read_bytes(), "positions/p.yaml": position})
    assert [d for d in found.diagnostics if d.severity is Severity.ERROR] == []
