"""Nothing is lost in silence: every word of every field of every library is in a source, or is named as left behind."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from pathlib import Path

import bibtexparser
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from argmap.bibliography.bibtex.bibtex_entries import MONTHS
from argmap.bibliography.bibtex.bibtex_reader import read_bibtex
from argmap.bibliography.record import Reading
from argmap.bibliography.ris import read_ris
from argmap.writing.imports.formats import decoded
from tests.bibliography.library import HERE, LIBRARIES, read

COMMAND = re.compile(r"\\[A-Za-z]+|\\.|[{}$~^_]|<[^>]*>")
KEYS_OF_BIBLATEX = {"inpress", "resreport", "bathesis", "useprefix", "true", "family", "given", "prefix", "and"}
"""Words of BibTeX's own that come out as other words."""
MEANT = {"hup", "jpe", "vol", "english", *(month.lower() for month in MONTHS), *(month[:3].lower() for month in MONTHS)}
"""Names of strings; months and languages, which come out as numbers and codes."""


def values(path: Path) -> Iterator[str]:
    """What the fields of a library say, taken out of it by another reader than ours."""
    text, _ = decoded(path.read_bytes())
    if path.suffix == ".bib":
        text = re.sub(r"(?m)^(@(?!string)\w+\{)(?=\s*\w+ =)", r"\1key,", text)
        library = bibtexparser.parse_string(text, parse_stack=[])
        for entry in [*library.entries, *(block.ignore_error_block for block in library.failed_blocks)]:
            yield from (str(field.value) for field in entry.fields if field.key not in ("crossref", "langid"))
    elif path.suffix == ".ris":
        yield from (found[1] for found in re.finditer(r"(?m)^(?!TY|ER)(?:[A-Z][A-Z0-9]  - ?)?(.*)$", text))
    else:
        loaded = json.loads(text) if path.suffix == ".json" else next(yaml.load_all(text, yaml.BaseLoader))
        yield from texts(loaded["references"] if isinstance(loaded, dict) else loaded)


def texts(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for each in value.values():
            yield from texts(each)
    elif isinstance(value, list):
        for each in value:
            yield from texts(each)
    else:
        yield str(value)


def words(text: str) -> set[str]:
    """The words of a text, as they come out of LaTeX: an accent may have stood inside one."""
    plain = html.unescape(COMMAND.sub("\0", text)).replace("#", " ")
    return {word.lower().lstrip("0") for word in re.findall(r"(?<![\0\w])[^\W_]+(?![\0\w])", plain)} - {""}


def told(reading: Reading) -> str:
    items = json.dumps([entry.item for entry in reading.entries], ensure_ascii=False)
    rest = " ".join(" ".join(map(str, each)) for each in (*reading.losses, *reading.unread))
    return re.sub(r"<[^>]*>", "", f"{items} {rest}".lower())


@pytest.mark.parametrize(
    "path",
    [*(path for path in LIBRARIES if path.parent.name == "libraries"), HERE / "every-field.bib"],
    ids=lambda path: path.name,
)
def test_every_word_is_in_a_source_or_named(path: Path) -> None:
    said = told(read(path))
    missing = {word for value in values(path) for word in words(value)} - KEYS_OF_BIBLATEX - MEANT
    assert {word for word in missing if word not in said} == set()


LETTERS = st.text("abcXYZ019äß毛 .,;:-!?()[]'\"/%", min_size=1, max_size=30)
NAMES = st.sampled_from(["title", "note", "abstract", "author", "journal", "publisher", "odd", "file", "pages", "year"])


@given(st.lists(st.tuples(NAMES, LETTERS), max_size=6, unique_by=lambda pair: pair[0]), st.booleans())
def test_no_letter_of_a_bibtex_field_is_lost(fields: list[tuple[str, str]], closed: bool) -> None:
    fields = [(name, value) for name, value in fields if re.search(r"\w", value)]
    body = ",\n".join(f"{name} = {{{value}}}" for name, value in fields)
    said = told(read_bibtex(f"@article{{key,\n{body}\n{'}' * closed}\n"))
    for _, value in fields if closed else ():
        assert all(word.lstrip("0") in said for word in re.findall(r"\w+", value.lower()))
    assert "key" in said


TAGS = st.sampled_from(["TI", "AU", "PY", "DA", "N1", "AB", "KW", "UR", "SN", "SP", "EP", "XX", "T2", "DO", "M3", "ID"])


@given(st.lists(st.tuples(TAGS, LETTERS), max_size=8), st.booleans())
def test_no_letter_of_a_ris_line_is_lost(lines: list[tuple[str, str]], closed: bool) -> None:
    body = "\n".join(f"{tag}  - {value}" for tag, value in lines)
    said = told(read_ris(f"TY  - JOUR\n{body}\n{'ER  - ' * closed}\n"))
    for _, value in lines:
        assert all(word.lstrip("0") in said for word in re.findall(r"\w+", value.lower()))
