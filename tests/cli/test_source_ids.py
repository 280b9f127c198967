"""Ids of sources in every script and with apostrophes, wherever an id is typed, stored or shown."""

from __future__ import annotations

import json
import unicodedata

import pytest

from tests.cli.run import Program

FOLDER = "arguments/school-start"
IDS = (
    "o'neill2020",
    "özkadif2014",
    "毛2020",
    "DBLP:conf/x:1",
    "http://zotero.org/users/1/items/AB",
    "Гоголь-1842",
    "1ac",
    "a=b",
)
FILES = {"DBLP:conf/x:1": "DBLP_conf_x_1", "http://zotero.org/users/1/items/AB": "http___zotero.org_users_1_items_AB"}
TEXT = "The trial ran two years. Pupils slept half an hour longer.³\n"


def cite(program: Program, id: str, written: str | None = None) -> None:
    program.write(
        f"{FOLDER}/sources.yaml",
        json.dumps([{"id": id, "title": "A report", "URL": "https://example.org/x", "author": [{"family": "Doe"}],
                     "issued": "2024", "publisher": "P", "type": "report"}], ensure_ascii=False),
    )  # fmt: skip
    program.write(
        f"{FOLDER}/positions/sleep.yaml",
        "position: sleep\narguments:\n  - support: longer-sleep\n    of: we-should-act\n    text: They sleep longer.\n"
        f"    evidence: [{{source: {written or id}, quote: Pupils slept half an hour longer.}}]\n",
    )


@pytest.mark.parametrize("id", IDS)
def test_its_quote_is_verified_remembered_shown_and_renamed(small: Program, id: str) -> None:
    cite(small, id)
    small.write(f"{FOLDER}/snapshots/{FILES.get(id, id)}.txt", TEXT)
    assert small("verify").out == "1 quote: 1 found in its source.\n"
    assert small("check").code == 0
    assert small("fmt").code == 0 and small("check").code == 0
    assert small("build").code == 0
    new = f"{id}-b"
    assert small("rename", "--kind", "source", id, new).code == 0
    assert small("verify").out == "1 quote: 1 found in its source.\n"
    assert (small.folder / FOLDER / "snapshots" / f"{FILES.get(id, id)}-b.txt").exists()
    assert new in (small.folder / FOLDER / "argmap.lock").read_text(encoding="utf-8")


@pytest.mark.parametrize("id", IDS)
def test_a_text_is_named_for_it(small: Program, id: str) -> None:
    cite(small, id)
    small.write("text.txt", TEXT)
    assert small("verify", "--text", f"{id}=text.txt").out == "1 quote: 1 found in its source.\n"


def test_what_is_to_be_typed_is_quoted_for_the_shell(small: Program) -> None:
    cite(small, "o'neill2020")
    said = small("verify", "-v")
    assert "--text 'o'\"'\"'neill2020'=PATH" in said.out + said.err
    cite(small, "DBLP:conf/x")
    said = small("verify", "-v")
    assert "snapshots/DBLP_conf_x.txt" in said.out + said.err


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_accents_are_one_letter_or_two(small: Program, form: str) -> None:
    """On disk, in either file, and on the command line."""
    composed, other = (unicodedata.normalize(f, "özkadif2014") for f in ("NFC", form))
    cite(small, composed, other)
    small.write(f"{FOLDER}/snapshots/{other}.txt", TEXT)
    assert small("verify").out == "1 quote: 1 found in its source.\n"
    assert small("rename", other, "ozkadif").code == 0
    assert small("verify").out == "1 quote: 1 found in its source.\n"
    assert "özkadif" not in unicodedata.normalize(
        "NFC", (small.folder / FOLDER / "positions/sleep.yaml").read_text("utf-8")
    )


def test_what_pandoc_escapes_is_the_same_id(small: Program) -> None:
    cite(small, "o\\'neill2020", "o'neill2020")
    small.write(f"{FOLDER}/snapshots/o'neill2020.txt", TEXT)
    assert small("verify").out == "1 quote: 1 found in its source.\n"
    assert small("rename", "o'neill2020", "oneill").code == 0
    assert small("check").code == 0


@pytest.mark.parametrize("id", ["a b", "@doe", "doe,roe", "'doe", "[x]"])
def test_another_name_that_cannot_be_one_is_refused(small: Program, id: str) -> None:
    cite(small, "doe")
    said = small("rename", "doe", id)
    assert said.code == 2 and "Nothing was changed." in said.err


def test_keys_of_other_programs_outlive_a_renaming_and_a_merge(small: Program) -> None:
    from argmap.writing.three_way_merge import merge

    base = "references:\n  - id: doe\n    shortTitle: S\n    custom: {zotero: 7}\n    title: T\n"
    small.write(f"{FOLDER}/sources.yaml", base)
    assert small("rename", "doe", "roe").code == 0
    after = (small.folder / FOLDER / "sources.yaml").read_text(encoding="utf-8")
    assert after == base.replace("doe", "roe")
    ours, theirs = base + "  - {id: poe, _graph: [x]}\n", base.replace("shortTitle: S", "shortTitle: L")
    done = merge(base, ours, theirs)
    assert done is not None and done.conflicts == 0
    assert done.text == ours.replace("shortTitle: S", "shortTitle: L")
