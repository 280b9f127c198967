"""Whatever is one file and one line in a registry: with the line every command knows of it, and bytes pass as text."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from types import SimpleNamespace
from typing import Any

import pytest

from argmap import briefs, draw, evaluate
from argmap import load as load_debate
from argmap.bibliography.record import Reading
from argmap.briefs.selected_debate import SelectedDebate
from argmap.cli.sources_command.exporting import WRITERS, Writer
from argmap.documents.document import Document, document
from argmap.maps import forms
from argmap.semantics import exchange
from argmap.semantics.exchange.abstract import Abstract
from argmap.strength import gradual
from argmap.writing.imports.formats import FORMATS, Format
from tests.cli.conftest import Program

PACKED = b"PK\x03\x04\xff"
"""What is no text in any encoding."""


def packed(_: Document) -> bytes:
    return PACKED


def titles(s: SelectedDebate) -> Document:
    return document(f"The title: {s.debate.title}", "", [])


FORMAT = SimpleNamespace(NAME="packed", TITLE="Packed", SUFFIXES=(".pkd", ".pk"), IS_BUILT=True, write=packed)
BRIEF = SimpleNamespace(NAME="titles", TITLE="Titles", SUMMARY="Nothing but a title.", BY=None, compose=titles)


@pytest.fixture
def plugged(small: Program, monkeypatch: pytest.MonkeyPatch) -> Program:
    monkeypatch.setattr(briefs, "FORMATS", (*briefs.FORMATS, FORMAT))
    monkeypatch.setattr(briefs, "BRIEFS", (*briefs.BRIEFS, BRIEF))
    return small


def test_a_binary_format_is_built_kept_and_compared(plugged: Program) -> None:
    made = plugged.folder / "output" / "school-start" / "briefs" / "policy.pkd"
    for command in (["build", "-j1"], ["build", "-j1", "--force"], ["build", "-j1"], ["build", "-j1", "--check"]):
        result = plugged(*command)
        assert (result.code, made.read_bytes()) == (0, PACKED), result.err
    assert '["Packed","briefs/policy.pkd"]' in (made.parents[1] / "index.html").read_text(encoding="utf-8")


def test_the_command_writes_a_new_format_and_a_new_brief(plugged: Program) -> None:
    assert plugged("brief", "titles").out.startswith("# The title: Should school start later?")
    for arguments in (["-o", "memo.pkd"], ["-o", "memo.pk"], ["-f", "pkd", "-o", "memo"]):
        result = plugged("brief", "policy", *arguments)
        assert (result.code, (plugged.folder / arguments[-1]).read_bytes()) == (0, PACKED), result.err
    told: Any = plugged("brief", "--help").out
    assert "titles" in told and "Nothing but a title." in told and "pkd" in told
    assert "end the name in .md, .html, .docx, .pdf or .pkd" in plugged("brief", "policy", "-o", "memo.odd").err


def test_a_build_makes_a_new_brief_and_the_index_names_it(plugged: Program) -> None:
    assert plugged("build", "-j1").code == 0
    made = plugged.folder / "output" / "school-start"
    assert (made / "briefs/titles.md").read_text(encoding="utf-8").startswith("# The title: ")
    assert '<a href="briefs/titles.html"><bdi>Titles</bdi></a>' in (made / "index.html").read_text(encoding="utf-8")
    assert "Nothing but a title." in (made / "index.html").read_text(encoding="utf-8")


def halfway(base: float, pros: Sequence[float], cons: Sequence[float]) -> float:
    return base / 2 if pros or cons else base


def test_a_gradual_semantics_is_an_option_and_a_setting(small: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    module = SimpleNamespace(NAME="halfway", TITLE="Half the base score", strength=halfway)
    monkeypatch.setitem(gradual.BY_NAME, "halfway", module)
    assert "halfway" in small("evaluate", "--help").out
    assert "Half the base score" in small("evaluate", "--strength", "halfway").out
    small.write("argmap.toml", 'strength = "halfway"\n')
    assert "Half the base score" in small("map").out
    small.write("argmap.toml", 'strength = "half"\n')
    assert "'half' is not a gradual semantics; choose df-quad, quadratic-energy" in small("evaluate").err


def test_a_format_of_frameworks_is_told_by_name_ending_and_looks(
    argmap: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read(lines: list[str]) -> Abstract:
        found = Abstract()
        for n, line in enumerate(lines[1:], 2):
            found.add(n, line)
        return found

    module = SimpleNamespace(
        NAME="names", EXTENSIONS=("nam",), is_begun_by=lambda words: words[:1] == [b"names"], read=read
    )
    monkeypatch.setattr(exchange, "BY_NAME", {"names": module} | exchange.BY_NAME)
    for name, told in (("a.nam", []), ("b", []), ("c.tgf", ["-fo", "names"]), ("d", ["-fo", "nam"])):
        argmap.write(name, "names\none\ntwo\n")
        assert argmap("solve", "-p", "SE-GR", "-f", name, *told).out == "w one two\n"
    assert "names,nam" in argmap("solve", "--formats").out


def test_a_form_of_a_map_is_drawn_by_every_command_that_draws(small: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    def write(picture: forms.Picture) -> bytes:
        return PACKED + picture.drawing.svg[:4].encode()

    module = SimpleNamespace(
        NAME="raw", SUFFIXES=(".raw",), IS_DRAWN=True, SETS_TEXT=False, HAS_DOTS=False, write=write
    )
    monkeypatch.setattr(forms, "FORMS", (*forms.FORMS, module))
    id = next(iter(load_debate(small.folder / "arguments" / "school-start").resolution_ids))
    for command in (["map", "-o", "a.raw"], ["map", "-f", "raw", "-o", "b"], ["explain", id, "-o", "c.raw"]):
        result = small(*command)
        assert (result.code, (small.folder / command[-1]).read_bytes()) == (0, PACKED + b"<svg"), result.err
    assert "--font is for PNG and PDF" in small("map", "-f", "raw", "--font", __file__, "-o", "d").err
    assert "RAW has no dots: use -f png" in small("map", "-f", "raw", "--scale", "2", "-o", "d").err
    drawn = draw(evaluate(load_debate(small.folder / "arguments" / "school-start")), format="raw")
    assert drawn == PACKED + b"<svg"


def test_a_format_of_bibliographies_is_read_and_written(small: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    def read(text: str) -> Reading:
        return FORMATS["csl-json"].read(json.dumps([{"id": text.split()[1], "type": "book", "title": "A book"}]))

    monkeypatch.setitem(FORMATS, "book", Format("Book list", read, re.compile("^BOOK ", re.M)))
    monkeypatch.setitem(WRITERS, "book", Writer("book list", ".book", lambda sources: (PACKED, [("all", "doe2020")])))
    small.write("list.txt", "BOOK doe2020\n")
    for told in ([], ["-f", "book"]):
        assert small("sources", "import", "list.txt", *told).code == 0
    result = small("sources", "export", "-o", "out.book")
    assert (
        small.folder / "out.book"
    ).read_bytes() == PACKED and "Not in the book list:\n  all of doe2020" in result.err
    assert "book" in small("sources", "import", "--help").out and "book" in small("sources", "export", "--help").out
