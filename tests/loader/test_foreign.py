"""Keys of other programs in the bibliography: carried, and named once; a slip of the pen is an error."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.loader.vocabulary import keys
from argmap.model import Source
from argmap.model.csl.variables import CARRIED, DATE_VARIABLES, NAME_VARIABLES, TYPES
from argmap.model.diagnostics import Severity
from tests.loader.debates import load


def found(sources: str) -> list[tuple[str, str]]:
    return [(d.rule, d.message.partition(": ")[2] or d.message) for d in load(sources=sources).diagnostics]


@pytest.mark.parametrize(
    ("written", "faults"),
    [
        ("categories: [x]", [("foreign-key", "`categories`")]),
        ("x: 1\n    custom: {y: 2}\n    issued: {year: 1, z: 3}\n    author: [{family: Doe, w: 4}]",
         [("foreign-key", "`author.w`, `custom.y`, `issued.z` and `x`")]),
        ("type: no-type", [("foreign-key", "`type: no-type`")]), ("type: bok", [("bad-value", "`bok` is not a type")]),
        ("titel: x", [("unknown-key", "a source has no key `titel`")]),
        ("titel:", [("unknown-key", "a source has no key `titel`")]),
        ("custom: {relability: B}", [("unknown-key", "a source's `custom` has no key `relability`")]),
        ("author: [{famliy: Doe}]", [("unknown-key", "a name has no key `famliy`")]),
        ("issued: {yaer: 2020}", [("unknown-key", "a date has no key `yaer`")]),
        ("director: [{famly: Doe, given: J.}]", [("unknown-key", "a name has no key `famly`")]),
        ("anything:", [("unknown-key", "a source has no key `anything`")]),
        ("anything: null", [("foreign-key", "`anything`")]), ("doi: 10.5555/x\n    isbn: 1", []),
        ("title: ''\n    container-title: ' '", []), ("type: ''", []), ("type: journal-article",
         [("foreign-key", "`type: journal-article`")]),
    ],
)  # fmt: skip
def test_what_is_carried_and_what_is_a_slip(written: str, faults: list[tuple[str, str]]) -> None:
    assert found(f"references:\n  - id: a\n    {written}\n") == faults


@pytest.mark.parametrize(
    "written", ["{id: a, title: Trial, and error}", "{id: a, author: [{family: Doe, Jr., given: J.}]}",
                "{id: a, custom: {why: Old, and partial.}}", "{id: a, issued: {literal: May, 2020}}"],
)  # fmt: skip
def test_what_a_comma_tears_off_is_no_key_of_another_program(written: str) -> None:
    assert [rule for rule, _ in found(f"references:\n  - {written}\n")] == ["text-cut-by-comma"]


@pytest.mark.parametrize(
    ("written", "wholes"),
    [
        ("{id: a, title: Guns, butter: a history, publisher: Press, Oxford: OUP}",
         ['title: "Guns, butter: a history"', 'publisher: "Press, Oxford: OUP"']),
        ("{id: a, title: a, b, c, d: e, f}", ['title: "a, b, c, d: e, f"']),
    ],
)  # fmt: skip
def test_a_word_with_a_colon_behind_a_comma_is_a_piece_of_the_text(written: str, wholes: list[str]) -> None:
    diagnostics = load(sources=f"references:\n  - {written}\n").diagnostics
    assert [each.rule for each in diagnostics] == ["text-cut-by-comma"] * len(wholes)
    assert all(f"Write `{whole}`; or" in (each.help or "") for each, whole in zip(diagnostics, wholes, strict=True))
    assert not any(each.fix for each in diagnostics), "it may be a key all the same"


@pytest.mark.parametrize(
    ("written", "key", "whole"),
    [
        ("author: [{family: Smith, given: J, affiliation: MIT}]", "author.affiliation", 'given: "J, affiliation: MIT"'),
        ("author: [{literal: Press, Oxford: OUP}]", "author.Oxford", 'literal: "Press, Oxford: OUP"'),
        ("editor: [{family: Roe, ORCID: x, given: R}]", "editor.ORCID", 'family: "Roe, ORCID: x"'),
        ('author: [{"family": "Roe", "email": "x"}]', "author.email", None),
        ("author: [{family: Roe, affiliation: [{name: MIT}]}]", "author.affiliation", None),
        ("author:\n      - family: Roe\n        email: x", "author.email", None),
        ("issued: {year: 2020, precision: day}", "issued.precision", None),
        ("issued: {literal: spring, perhaps: 2020}", "issued.perhaps", 'literal: "spring, perhaps: 2020"'),
        ("custom: {why: Good, but: old}", "custom.but", 'why: "Good, but: old"'),
        ("container: {name: X, kind: y}", "container", None),
    ],
)
def test_a_key_with_a_value_in_a_name_or_date_is_carried(written: str, key: str, whole: str | None) -> None:
    sources = f"references:\n  - id: a\n    {written}\n"
    assert found(sources) == [("foreign-key", f"`{key}`")]
    (fault,) = load(sources=sources).diagnostics
    assert (fault.help or "").endswith(f"Or write `{whole}`, if that is one text." if whole else "format reference.")


@pytest.mark.parametrize(
    "written", ["author: [{family: Smith, given: J, Jr}]", "author: [{literal: Press, Oxford}]",
                "issued: {literal: spring, perhaps}", "custom: {why: Good, but old}",
                "author: [{family: Smith, given: J, affiliation: }]"],
)  # fmt: skip
def test_one_without_a_value_is_an_error(written: str) -> None:
    (fault,) = load(sources=f"references:\n  - id: a\n    {written}\n").diagnostics
    assert (fault.rule, fault.severity) in {("text-cut-by-comma", Severity.ERROR), ("unknown-key", Severity.ERROR)}


@pytest.mark.parametrize(
    "written", ['title: "Guns", butter: a history', "title: Guns, 'butter': a history", "title: Guns, tags: x",
                "title: Guns, butter: [x]", "title: Guns, dateAdded: 2020", "title: Guns, zotero-key: x",
                "title: Guns, venue: Rome", "title: Guns, pubstate: forthcoming", "title: Guns, institution: MIT",
                "title: Guns, orcid: 0000-1", "title: Guns, fulltext: x",
                "volume: 3, butter: x", "URL: https://example.org, butter: x", "zotero: x, butter: y"],
)  # fmt: skip
def test_a_key_that_a_program_may_have_written_is_carried(written: str) -> None:
    assert [rule for rule, _ in found(f"references:\n  - {{id: a, {written}}}\n")] == ["foreign-key"]


@pytest.mark.parametrize("written", ["title: Guns, abstract: x", "title: Guns, keyword: x"])
def test_a_key_of_csl_is_one(written: str) -> None:
    assert found(f"references:\n  - {{id: a, {written}}}\n") == []


@pytest.mark.parametrize(
    "written", ["Smith, et al.", "{family: Smith}, {literal: others}", "Smith, and others", "{given: Plato}",
                '"Ministry of Health, London"', '{literal: "Knopf, New York"}', "John Smith", '"{Harbour Council}"',
                "{family: X, given: Malcolm}", '{family: "Smith, Jr.", given: Jo}', '{given: Jo}, {family: Smith}'],
)  # fmt: skip
def test_a_whole_name_is_let_be(written: str) -> None:
    assert found(f"references:\n  - id: a\n    author: [{written}]\n") == []


def test_one_warning_names_every_key_and_how_often_it_stands() -> None:
    sources = "".join(f"  - {{id: s{n}, zotero: x, k{n % 9}: y}}\n" for n in range(20))
    ((rule, named),) = found(f"nocite: '[@*]'\nreferences:\n{sources}")
    assert rule == "foreign-key"
    assert named == ", ".join(f"`k{n}` ({3 if n < 2 else 2} times)" for n in range(8)) + " and 3 more"


@pytest.mark.parametrize(
    ("dates", "help"),
    [
        (["2024-00-00"], "Write `2024`."), (["{raw: 2024-05-00}"], "Write `2024-05`."),
        (["2024-00-00", "2023-04-00~", "2024-00-00"],
         "Write `2024` for `2024-00-00`, `2023-04~` for `2023-04-00~`."),
        (["{date-parts: [[2024, 0, 0]]}"], None), (["[{year: 2024, month: 0}]"], None), (["2020/0000-00-00"], None),
    ],
)  # fmt: skip
def test_one_note_names_the_dates_with_zeros(dates: list[str], help: str | None) -> None:
    read = load(
        sources="references:\n" + "".join(f"  - {{id: s{n}, issued: {date}}}\n" for n, date in enumerate(dates))
    )
    assert [(each.rule, each.severity, each.help) for each in read.diagnostics] == (
        [("date-zeros", Severity.INFO, help)] if help else []
    )
    assert all("00" not in str(source.issued) for source in read.debate.sources.values())


def test_what_others_call_otherwise_is_named_by_its_name() -> None:
    (fault,) = load(sources="references:\n  - {id: a, date: 2020, journal: J., zotero: x}\n").diagnostics
    assert fault.help == "Write `issued` for `date`, `container-title` for `journal`."


@pytest.mark.parametrize(
    ("written", "help"),
    [
        ("author: [{last: Doe, given: J.}]", "Write `family` for `author.last`."),
        (
            "issued: 2020\n    year: 2020",
            "Leave what another program wrote. Where a key is meant for argmap, look up its "
            "name in the format reference.",
        ),
        ("reliability: B\n    via: x\n    z: 1", "Move `reliability` and `via` below `custom:`."),
        ("date: 2020\n    via: x", "Write `issued` for `date`. Move `via` below `custom:`."),
        (
            "custom: {grade: B2}",
            "A grade has two halves: write `custom: {reliability: B, credibility: 2}`.",
        ),
        ("custom: {reason: So.}", "Write `why` for `custom.reason`."),
    ],
)
def test_what_is_meant_for_argmap_is_told_from_what_is_not(written: str, help: str) -> None:
    (fault,) = load(sources=f"references:\n  - id: a\n    {written}\n").diagnostics
    assert (fault.rule, fault.help) == ("foreign-key", help)


@pytest.mark.parametrize(
    ("word", "type"),
    [
        ("journal-article", "article-journal"), ("journalArticle", "article-journal"), ("website", "webpage"),
        ("Newspaper article", "article-newspaper"), ("court_case", "legal_case"), ("sonnet", None),
    ],
)  # fmt: skip
def test_another_word_for_a_type_is_read_as_csl_calls_it(word: str, type: str | None) -> None:
    loaded = load(sources=f"references:\n  - {{id: a, type: {word}}}\n")
    source = loaded.debate.sources["a"]
    assert (source.type, source.foreign) == (type or "document", {"type": word})
    advice = f"Write `{type}` for `{word}`." if type else "Write one of CSL's types"
    assert loaded.diagnostics[0].help.startswith(advice)


def test_a_block_of_metadata_loads_with_its_lines() -> None:
    for end in ("---\n", "...\n", "---\n\n", "---\n# nothing\n...\n", ""):
        assert load(sources=f"---\nreferences:\n- id: a\n{end}").diagnostics == ()
    assert [rule for rule, _ in found("---\nreferences:\n- id: a\n---\nA text.\n")] == ["yaml-documents"]


OTHERS = ("categories", "shortTitle", "date", "x y", "_graph", "doi")
KEYS = [*(set(keys(Source)) - {"id", "custom", "type", "DOI"}), *OTHERS]
FLAGS = {"circa": st.sampled_from(["1", True, "ca."])}
words = st.integers(10_000, 99_999).map(lambda number: f"w{number}")
texts = st.one_of(words, words.map(lambda word: f" {word} and more"))
scalars = st.one_of(texts, st.none(), st.just(""))
years = st.integers(1000, 2999).map(str)
names = texts | st.fixed_dictionaries(
    {"family": texts},
    optional=dict.fromkeys(("given", "literal", "suffix", "dropping-particle", "ORCID", "name"), scalars),
)
parts = st.tuples(years) | st.tuples(years, st.sampled_from(["0", "3", "12"]))
moments = st.one_of(
    st.fixed_dictionaries({"year": years}, optional={"season": words, "literal": texts, "x": texts, **FLAGS}),
    st.fixed_dictionaries({"date-parts": parts.map(lambda part: [part])}, optional={"raw": texts, "season": words}),
    *(st.fixed_dictionaries({key: texts}, optional=FLAGS) for key in ("raw", "literal", "other")),
    st.fixed_dictionaries({"edtf": years}, optional={"raw": texts}),
)
dates = years | moments | moments.map(lambda moment: [moment])


@st.composite
def items(draw: st.DrawFn) -> dict[str, Any]:
    item: dict[str, Any] = {"id": draw(words)}
    for key in draw(st.lists(st.sampled_from(KEYS), unique=True, max_size=6)):
        if key in ("author", "editor", "translator", *NAME_VARIABLES):
            item[key] = draw(st.lists(names, max_size=3))
        elif key in ("issued", "accessed", *DATE_VARIABLES):
            item[key] = draw(dates)
        elif key in CARRIED or key in OTHERS[:-1]:
            item[key] = draw(scalars | st.lists(scalars, max_size=2) | st.dictionaries(words, scalars, max_size=2))
        else:
            item[key] = draw(scalars)
    noted = st.dictionaries(st.sampled_from(["why", "via", "qualifications", "theirs", "x y"]), texts, max_size=3)
    return item | ({"custom": draw(noted)} if draw(st.booleans()) else {})


@given(st.lists(items(), max_size=4, unique_by=lambda item: item["id"]))
def test_no_word_of_a_bibliography_is_lost(references: list[dict[str, Any]]) -> None:
    """Whatever word the file has is in the model, in whatever form a date or name is written."""
    text = json.dumps({"references": references}, indent=1)
    read = load(sources=text)
    assert {d.rule for d in read.diagnostics} <= {"foreign-key"}
    held = str([source.model_dump() for source in read.debate.sources.values()])
    assert set(re.findall(r"w\d{5}", text)) <= set(re.findall(r"w\d{5}", held))


def test_the_variables_of_csl_are_those_of_its_schema() -> None:
    """A sample of what came with 1.0.2 and of what exporters write most."""
    assert {
        "archive_collection", "available-date", "chair", "collection-number", "container-title-short", "curator",
        "division", "event-title", "executive-producer", "guest", "license", "narrator", "organizer", "part-number",
        "part-title", "performer", "PMCID", "printing-number", "script-writer", "series-creator", "submitted",
        "supplement-number", "title-short", "volume-title",
    } <= CARRIED  # fmt: skip
    assert {"document", "event", "hearing", "performance", "periodical", "regulation", "software", "standard"} <= TYPES
