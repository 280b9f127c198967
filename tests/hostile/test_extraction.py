"""Texts of snapshots within limits: a file that cannot be read in time and memory says so, and ends nothing else."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from argmap.cli.quote_checking.extraction import Reader, reading
from argmap.evidence.snapshots import DEEPEST, Unreadable, snapshot
from argmap.system import limited_process
from tests.conftest import needs_package

STREAM = b"/X Do " * 10


def self_drawing() -> bytes:
    """A PDF of one page whose form draws itself, ten times each time."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>>>",
        b"<</Length 5>>stream\n/X Do\nendstream",
        b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 5 0 R>>>>/Length %d>>stream\n%s\nendstream"
        % (len(STREAM), STREAM),
    ]
    body = b"%PDF-1.4\n" + b"".join(b"%d 0 obj%s endobj\n" % (n, o) for n, o in enumerate(objects, 1))
    return body + b"trailer<</Root 1 0 R/Size 6>>"


@pytest.fixture(autouse=True)
def _needs() -> None:
    needs_package("inscriptis")
    needs_package("pypdfium2")


def test_a_pdf_that_draws_itself_ends_and_the_next_file_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    assert len(self_drawing()) < 700
    monkeypatch.setattr(limited_process, "MOST_MEMORY", 400_000_000)
    with reading() as reader:
        with pytest.raises(Unreadable, match=r"(takes too long|GB of memory).*\.txt"):
            snapshot("a.pdf", self_drawing(), reader.extract)
        reader.seconds = 5.0
        assert snapshot("a.html", b"<p>boats", reader.extract).text.strip() == "boats"


def test_the_time_is_that_of_all_files_and_the_message_says_it() -> None:
    with reading() as reader:
        reader.seconds = -20
        with pytest.raises(
            Unreadable, match=r"b\.md takes too long to read: .* 5 s together, and 20 s more for each MB"
        ):
            snapshot("b.md", b"boats", reader.extract)


def test_a_process_that_breaks_off_is_said_and_started_anew() -> None:
    with reading() as reader:
        assert reader.extract("a.html", b"<p>one").strip() == "one"
        assert reader._process is not None
        reader._process.kill()
        with pytest.raises(Unreadable, match=r"b\.html needs more than 1\.5 GB of memory to read, or is damaged"):
            reader.extract("b.html", b"<p>two")
        assert reader.extract("b.html", b"<p>two").strip() == "two"


def test_what_the_process_finds_wrong_comes_back_in_the_same_words() -> None:
    with reading() as reader, pytest.raises(Unreadable) as told:
        reader.extract("a.pdf", b"no")
    with pytest.raises(Unreadable) as here:
        snapshot("a.pdf", b"no")
    assert str(told.value) == str(here.value)


def test_plain_text_starts_no_process() -> None:
    reader = Reader()
    assert snapshot("a.txt", b"boats", reader.extract).text == "boats"
    assert reader._process is None


@pytest.mark.parametrize("tag", ["div", "span", "blockquote", "b", "sup", "font"])
def test_a_page_nested_300_deep_is_read(tag: str) -> None:
    page = f"<{tag}>" * 300 + "hello <em>boats</em>" + f"</{tag}>" * 300
    assert snapshot("a.html", page.encode()).text.split() == ["hello", "boats"]


@pytest.mark.parametrize("depth", [DEEPEST + 1, 2_000, 5_000, 100_000])
def test_a_page_nested_deeper_than_browsers_show_says_so(depth: int) -> None:
    with pytest.raises(Unreadable, match=r"nested more than 500 deep.*\.txt"):
        snapshot("a.html", b"<div>" * depth + b"boats")


def test_more_text_than_a_book_has_is_refused() -> None:
    with pytest.raises(Unreadable, match="more than 5,000,000 characters"):
        snapshot("a.txt", b"boats " * 1_000_000)


def test_numbers_set_high_inside_each_other_are_looked_at_once() -> None:
    page = b"<p>10" + b"<sup>" * 400 + b"<i>6</i>" * 20_000
    assert snapshot("a.html", page).text.count("\u2076") == 20_000


@pytest.mark.skipif(os.name == "nt", reason="a planted module needs no such system, but the paths differ")
def test_the_process_imports_nothing_from_the_working_folder(tmp_path: Path) -> None:
    for name in ("argmap", "pypdfium2", "lxml", "inscriptis", "json", "resource"):
        (tmp_path / f"{name}.py").write_text("open('ran', 'w')\n")
    code = (
        "from argmap.cli.quote_checking.extraction import reading\n"
        "with reading() as reader: print(reader.extract('a.html', b'<p>boats'))"
    )
    done = subprocess.run([sys.executable, "-P", "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["boats"]
    assert not (tmp_path / "ran").exists()
