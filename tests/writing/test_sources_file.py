"""Imports into `sources.yaml`: what was there stays, byte for byte, and a second import changes nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.bibliography.items import Item
from argmap.bibliography.merged_entries import Merging
from argmap.bibliography.record import Entry, Reading
from argmap.loader.bibliography_file import bibliography
from argmap.loader.compose import compose
from argmap.loader.decode import decode
from argmap.loader.faults import Faults
from argmap.model import Source
from argmap.writing.format import formatted
from argmap.writing.imports.fitting import fit
from argmap.writing.imports.sources_file import SourcesChange, SourcesFile, Unwritable, ids_and_errors

DOE: Item = {
    "id": "doe-2021", "type": "report", "title": "Trial, and error: a # study",
    "author": [{"family": "Doe", "given": "Jane"}, {"literal": "Harbour, Council"}], "issued": "2021-05-08",
    "volume": "1.10", "note": "one\ntwo", "URL": "https://example.org/a",
}  # fmt: skip
CANONICAL = """\
# yaml-language-server: $schema=.schema/sources.schema.json

# Sources of the trial.
references:
  # the first
  - id: roe-2020          # a column of its own
    type: book
    title: On bells
    issued: 2020          # the year only
    custom: {reliability: B, credibility: "2", why: We know them.}

  - id: poe-1964
    title: >-
      A long title that is folded over two lines because it does not fit into the hundred and twenty columns that a line
      may have.
  # the end
"""
FILES = {
    "canonical": CANONICAL,
    "by hand": "references:\n-   id: roe-2020\n    custom: {credibility: '2',  why: x}\n    title: 'On bells'\n",
    "a list": "- title: On bells\n  id: roe-2020 # last",
    "in brackets": 'references: [{id: roe-2020, title: "On bells"}, {id: poe-1964}] # both\n',
    "windows": "\ufeffreferences:\r\n  - id: roe-2020\r\n    title: >-\r\n      On\r\n      bells\r\n\r\n\r\n# end\r\n",
    "dash alone": "references:\n  -\n    id: roe-2020\n    title: On bells\n",
    "nothing": "", "comments": "# none yet\n", "empty list": "# x\nreferences: []  # none yet\n# y\n",
    "no list": "references:\n# later", "brackets alone": "[]",
}  # fmt: skip


def sources(content: bytes) -> dict[str, Source]:
    faults = Faults()
    document = decode("sources.yaml", content, faults)
    root = compose(document, faults)[0] if document else None
    return {id: source for id, (source, _) in bibliography(root, faults).items() if source} if root else {}


def imported(content: bytes | None, items: Sequence[Item], *, update: bool = False) -> tuple[bytes, Merging]:
    target = SourcesFile(content)
    reading = Reading([Entry(dict(item), 1) for item in items])
    fit(reading)
    free = (lambda place, key: not target.is_commented(place, key)) if update else None
    merging = Merging(target.items, may_replace=free)
    for entry in reading.entries:
        merging.take(entry)
    change = SourcesChange(merging.added, merging.filled, merging.replaced)
    return (target.changed(change) if change else content or b""), merging


@pytest.mark.parametrize("name", FILES)
def test_a_new_source_stands_behind_the_others(name: str) -> None:
    before = FILES[name].encode()
    after, _ = imported(before, [DOE])
    assert [*sources(after)] == [*sources(before), "doe-2021"]
    assert sources(after)["doe-2021"].title == "Trial, and error: a # study"
    assert sources(after)["doe-2021"].note == "one\ntwo"
    assert {id: source for id, source in sources(after).items() if id != "doe-2021"} == sources(before)
    assert ids_and_errors(after)[1] == set()


@pytest.mark.parametrize("name", FILES)
def test_every_line_that_was_there_stays(name: str) -> None:
    after = imported(FILES[name].encode(), [DOE, {"id": "roe-2020", "title": "On bells", "publisher": "P"}])[0]
    lines = iter(after.decode().splitlines())
    for line in FILES[name].splitlines():
        if "[" not in line:
            assert line in lines
    assert after.startswith(b"\xef\xbb\xbf") is FILES[name].startswith("\ufeff")
    assert (b"\r\n" in after) is ("\r\n" in FILES[name])
    assert after.endswith(b"\n")


def test_where_there_is_no_file_it_begins_as_a_new_debate_has_it() -> None:
    after, _ = imported(None, [DOE])
    assert (
        after.decode()
        == """\
# yaml-language-server: $schema=.schema/sources.schema.json
references:
  - id: doe-2021
    type: report
    title: "Trial, and error: a # study"
    author: [{family: Doe, given: Jane}, {literal: "Harbour, Council"}]
    issued: 2021-05-08
    volume: "1.10"
    URL: https://example.org/a
    note: >-
      one

      two
"""
    )


def test_a_name_with_words_of_another_program_beside_it_is_read_back() -> None:
    author = [{"given": "Jane", "family": "Doe", "sequence": "first", "affiliation": [{"name": "Council"}]}]
    after, _ = imported(None, [{"id": "x", "title": "On bells", "author": author}])
    assert "{family: Doe, given: Jane, sequence: first, affiliation: [{name: Council}]}" in after.decode()
    assert formatted("sources.yaml", after).text == after.decode()


def test_what_is_missing_is_filled_in_at_its_place() -> None:
    item = {"id": "x", "type": "report", "title": "On bells", "issued": "2020", "ISBN": "1", "publisher": "P",
            "custom": {"reliability": "F"}, "URL": "https://example.org"}  # fmt: skip
    after, merging = imported(CANONICAL.encode(), [item | {"id": "roe-2020"}])
    expected = CANONICAL.replace("# the year only\n", "# the year only\n    publisher: P\n    ISBN: 1\n").replace(
        "    custom: {rel", "    URL: https://example.org\n    custom: {rel"
    )
    assert after.decode() == expected
    assert merging.outcomes[0].filled == ["ISBN", "publisher", "URL"]
    assert [each.key for each in merging.outcomes[0].differences] == ["type", "custom"]


def test_an_update_replaces_what_differs_unless_a_comment_stands_in_it() -> None:
    before = CANONICAL.replace("title: On bells", "title:\n      # which?\n      On bells")
    after, merging = imported(
        before.encode(),
        [{"id": "roe-2020", "title": "On bells and books", "type": "report", "issued": "2021"}],
        update=True,
    )
    expected = before.replace("type: book", "type: report").replace("issued: 2020 ", "issued: 2021 ")
    assert after.decode() == formatted("sources.yaml", expected).text or after.decode() == expected
    assert merging.outcomes[0].updated == ["type", "issued"]


@pytest.mark.parametrize("text", ["references: {a: b}", "a: b", "text", "references: [", "references:\n\t- id: a"])
def test_what_is_no_bibliography_is_left_alone(text: str) -> None:
    with pytest.raises(Unwritable):
        SourcesFile(text.encode())


TITLES = ["Trial and error", "Trial and error: a study", "On bells", "Night # buses", "毛: no", ""]
PEOPLE: list[Any] = [[{"family": "Doe", "given": "Jane"}], [{"literal": "Harbour, Council"}], []]
ITEMS = st.fixed_dictionaries(
    {"id": st.sampled_from(["doe2021", "roe-2020", "doe2021a", "öz:1", "1042", "a b", ""])},
    optional={
        "type": st.sampled_from(["book", "report", "webpage"]),
        "title": st.sampled_from(TITLES),
        "author": st.sampled_from(PEOPLE),
        "issued": st.sampled_from(["2021", "2021-07-12", "1938/1961", {"literal": "n.d."}, "soon"]),
        "DOI": st.sampled_from(["10.5555/a", "https://doi.org/10.5555/A", "10.5555/b"]),
        "URL": st.sampled_from(["https://example.org/a", "http://www.example.org/a/", "https://doi.org/10.5555/b"]),
        "abstract": st.text(max_size=200),
        "publisher": st.sampled_from(["null", "1.10", "- x", "a: b", "# c", "it's"]),
        "categories": st.just(["x"]),
    },
)


WORKS: list[Item] = [
    {"id": "doe2021", "type": "book", "title": "Trial and error: a study", "author": PEOPLE[0], "issued": "2021-07-12",
     "DOI": "10.5555/a", "URL": "https://example.org/a", "publisher": "a: b", "categories": ["x"]},
    {"id": "doe2021", "type": "report", "title": "Night # buses", "author": PEOPLE[0], "issued": "2021",
     "DOI": "10.5555/b", "URL": "https://doi.org/10.5555/B", "publisher": "null", "note": "- x\ny"},
    {"id": "roe-2020", "type": "webpage", "title": "On bells", "author": PEOPLE[1], "issued": "2020",
     "URL": "https://example.org/?x=1", "accessed": "2022-01-02"},
    {"id": "öz:1", "type": "book", "title": "毛: no", "author": PEOPLE[1], "issued": "1938/1961", "publisher": "1.10"},
]  # fmt: skip
"""Works that differ in title and in author or year, two of which have one id."""


@st.composite
def libraries(draw: st.DrawFn) -> list[Item]:
    """Entries that each tell of a work, with its title and any of its other keys, some of them in other words."""
    entries = []
    for work in draw(st.lists(st.sampled_from(WORKS), max_size=6)):
        keys = draw(st.sets(st.sampled_from(sorted(work)))) | {"title"}
        entry = {key: value for key, value in work.items() if key in keys}
        entry |= draw(st.fixed_dictionaries({}, optional={
            "id": st.sampled_from([work["id"], "1042", "a b", f"own{len(entries)}"]),
            "title": st.sampled_from([work["title"], work["title"].upper(), f"<i>{work['title']}</i>"]),
            "publisher": st.sampled_from(["P", "it's"]), "abstract": st.text(max_size=200),
        }))  # fmt: skip
        entries.append(entry)
    return entries


@settings(max_examples=400)
@given(st.sampled_from([*FILES]), libraries(), st.booleans())
def test_a_second_import_changes_nothing(name: str, items: list[Mapping[str, Any]], update: bool) -> None:
    before = FILES[name].encode()
    after, _ = imported(before, [dict(item) for item in items], update=update)
    again, _ = imported(after, [dict(item) for item in items], update=update)
    assert again == after


def test_a_source_that_was_filled_does_not_draw_what_went_to_another() -> None:
    bells = {"title": "On bells", "URL": "https://example.org/?x=1"}
    there = bells | {"id": "1042", "accessed": "2022-01-02"}
    items = [there | {"publisher": "P"}, bells | {"id": "roe-2020"}, there | {"publisher": "it's"}]
    after, _ = imported(CANONICAL.encode(), items)
    assert imported(after, items)[0] == after


def test_a_work_whose_id_went_to_another_is_found_again() -> None:
    trial = {"title": "Trial and error: a study", "DOI": "10.5555/a", "issued": "2021-07-12"}
    buses = {"title": "Night # buses", "id": "doe2021", "issued": "2021"}
    items = [trial, trial | {"id": "doe2021"}, buses]
    after, _ = imported(CANONICAL.encode(), items)
    assert b"doe2021a" in after and imported(after, items)[0] == after


@given(st.sampled_from([*FILES]), st.lists(ITEMS, max_size=6))
def test_nothing_that_somebody_wrote_is_another(name: str, items: list[Mapping[str, Any]]) -> None:
    before = FILES[name].encode()
    after, _ = imported(before, [dict(item) for item in items])
    new, errors = sources(after), ids_and_errors(after)[1]
    assert errors <= ids_and_errors(before)[1]
    for id, source in sources(before).items():
        for key in source.model_dump(exclude_defaults=True, exclude={"more", "foreign"}):
            assert getattr(new[id], key) == getattr(source, key)
    if items and formatted("sources.yaml", before).text == FILES[name]:
        assert formatted("sources.yaml", after).text == after.decode()


@given(st.lists(ITEMS, max_size=6))
def test_every_entry_becomes_a_source(items: list[Mapping[str, Any]]) -> None:
    after, merging = imported(None, [dict(item) for item in items])
    assert len(merging.outcomes) == len(items)
    assert {outcome.id for outcome in merging.outcomes} == set(sources(after))
