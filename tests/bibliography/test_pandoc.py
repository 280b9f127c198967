"""What BibTeX, biblatex and RIS files mean, with pandoc as the oracle: it agrees, or the reason stands here."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from argmap.bibliography.bibtex.bibtex_output import to_bibtex
from argmap.bibliography.items import Item
from argmap.bibliography.value_meanings import DATES, date_text, said_plainly
from argmap.writing.imports.formats import FORMATS, decoded, format_of
from tests.bibliography.library import HERE, LIBRARIES

pypandoc = pytest.importorskip("pypandoc")

HALF_READ = {"citavi.ris"}
"""Files of which pandoc drops half: places, series, notes, days of access, short titles of journals."""
READ = (path for path in LIBRARIES if path.suffix in (".bib", ".ris") and path.name not in HALF_READ)
FILES = [HERE / "every-field.bib", *READ]
UNREADABLE = {"endnote.bib", "endnote.ris", "publisher.ris", "refworks.ris", "zotero.ris"}
"""Files that pandoc gives up: entries without a key, text over several lines or before the first entry, empty lines
with CRLF, a missing `ER`."""

KEYS = {
    "title-short": "pandoc makes one of every title before a colon",
    "event": "CSL 1.0.2 calls it event-title",
    "event-title": "CSL 1.0.2 calls it event-title",
    "archive": "pandoc drops the archive of an eprint, and keeps its address",
    "archive_location": "pandoc drops the archive of an eprint, and keeps its address",
}
"""Keys that differ wherever they occur."""
DIFFERENCES = {
    "biblatex prints a number in `series` as an ordinal; it is kept as it is written": ["article.collection-title"],
    "pandoc drops the title of an issue": ["article.container-title"],
    "pandoc drops the number of an article that has no pages": ["eid.page"],
    "a @misc is a document, or a page of the web where it has an address": [
        "howpublished.type", "Town2020.type", "noauthor_school_nodate.type", "Schooltimes.type",
        "RefWorks:doc:60e1a2b6.type",
    ],
    "pandoc drops months that are not one word": [
        "monthday.issued", "months.issued", "Doe2021.issued", "Doe_2021.issued", ".issued",
        "RefWorks:doc:60e1a2b3.issued", "RefWorks:doc:60e1a2b6.issued",
    ],
    "pandoc drops the holder of a patent": ["patent.contributor"],
    "pandoc drops years in words": ["words.issued"],
    "pandoc leaves formulas to LaTeX": ["math.title", "doe_trial_2021.title"],
    "pandoc writes a dotless i below an accent": ["latex.title"],
    "pandoc keeps LaTeX in addresses and types": [
        "doeTrialErrorHow2021.URL", "mininstryPupils2019.URL", "mininstryPupils2019.genre", "Doe2021.URL",
        "okafor_night_2015.genre",
    ],
    "an address in `howpublished`, and the day in `note`, are what they are": [
        "Town2020.URL", "Town2020.accessed", "Town2020.note", "Town2020.publisher",
    ],
    "particles inside names are found when the file is loaded": [
        "names.author", "Doe_2021.author", "Doe2021.author", "Brandt.2021.author",
        "doe_trial_2021.author",
    ],
    "entities of HTML are read": ["Doe_2021.title"],
    "a percent sign that is no comment is one": ["Doe2021.abstract", "RefWorks:doc:60e1a2b3.abstract"],
    "pandoc drops fields that are no biblatex": [
        "Doe2021.issue", "Examples2019.publisher-place", "Lee2010.publisher-place", "doe_trial_2021.license",
    ],
    "pandoc drops the abstract in `N2` and the type in `M3` of RIS": [".abstract", ".genre"],
    "pandoc reads `language` in none but biblatex's words": [
        "doe_trial_2021.language", "muller_schlaf_1998.language", "RefWorks:doc:60e1a2b3.language",
    ],
}  # fmt: skip
"""Why an entry's key differs, as `entry.key`."""


def ours(path: Path) -> list[Item]:
    text, _ = decoded(path.read_bytes())
    return [entry.item for entry in FORMATS[str(format_of(text))].read(text).entries]


def theirs(path: Path) -> list[Item]:
    form = {".bib": "biblatex", ".ris": "ris"}[path.suffix]
    found: list[Item] = json.loads(pypandoc.convert_file(str(path), "csljson", format=form))
    return found


def normal(key: str, value: Any) -> Any:
    """A value without what the two may write otherwise: case, markup, kinds of particles, forms of dates."""
    if key in DATES:
        return date_text(value) or json.dumps(value)
    if isinstance(value, list):
        return [{("particle" if "particle" in part else part): text for part, text in name.items()} for name in value]
    return said_plainly(str(value)).casefold()


def differences(one: Item, other: Item) -> Iterator[str]:
    for key in sorted({*one, *other} - KEYS.keys() - {"id"}):
        if (key in one, key in other) != (True, True) or normal(key, one[key]) != normal(key, other[key]):
            yield f"{one['id']}.{key}"


def found(path: Path) -> list[str]:
    one, other = ours(path), theirs(path)
    if path.suffix == ".bib":
        other.sort(key=lambda item: [each["id"] for each in one].index(item["id"]))
    assert len(one) == len(other)
    return [each for pair in zip(one, other, strict=True) for each in differences(*pair)]


@pytest.mark.parametrize("path", [path for path in FILES if path.name not in UNREADABLE], ids=lambda path: path.name)
def test_pandoc_agrees_or_the_reason_is_known(path: Path) -> None:
    known = {each for every in DIFFERENCES.values() for each in every}
    assert [each for each in found(path) if each not in known] == []


def test_every_known_difference_is_one() -> None:
    every = {each for path in FILES if path.name not in UNREADABLE for each in found(path)}
    assert {each for known in DIFFERENCES.values() for each in known} - every == set()


@pytest.mark.parametrize("name", sorted(UNREADABLE))
def test_what_pandoc_gives_up_is_read(name: str) -> None:
    path = HERE / "libraries" / name
    with pytest.raises(RuntimeError):
        theirs(path)
    assert len(ours(path)) >= 2


UNSEEN = {
    "patent.contributor": "pandoc drops the holder of a patent",
    "words.issued": "pandoc drops years in words",
    "article.collection-title": "pandoc reads a series that is a number as an ordinal",
    "howpublished.type": "pandoc has no word for a document",
    "names.author": "particles inside names are found when the file is loaded",
    "Doe_2021.author": "particles inside names are found when the file is loaded",
    "Brandt.2021.author": "particles inside names are found when the file is loaded",
    "Doe2021.author": "particles inside names are found when the file is loaded",
    "noauthor_school_nodate.container-title": "biblatex has no field for what a page of the web stands in",
    **dict.fromkeys(
        ("doe2021.language", "poe1964.language", "doe_trial_2021.language", "muller_schlaf_1998.language"),
        "pandoc knows no language of this name",
    ),
}
"""What pandoc does not see in our BibTeX, and why."""


def test_pandoc_reads_our_bibtex_and_sees_what_we_wrote() -> None:
    items = {item["id"]: item for path in FILES if path.suffix == ".bib" for item in ours(path) if item["id"]}
    text, losses = to_bibtex(items.values())
    seen = json.loads(pypandoc.convert_text(text, "csljson", format="biblatex"))
    assert losses == [] and [item["id"] for item in seen] == [*items]
    differing = {each for item in seen for each in differences(items[item["id"]], item)}
    assert differing == UNSEEN.keys()
