"""The short memo has two pages, and the one page one, on either sheet, in each format that has pages."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pypdfium2
import pytest

from argmap import briefs
from argmap.briefs import Selection
from argmap.evaluation.evaluated import Evaluation
from tests.conftest import evaluated_flagship, needs
from tests.living_page.browser import chromium

PAPERS = ("a4", "letter")
KINDS = [("policy-short", 2), ("onepager", 1)]


@pytest.fixture
def flagship() -> Evaluation:
    return evaluated_flagship()


def brief(flagship: Evaluation, kind: str, format: str, paper: str | None = None) -> bytes:
    made = briefs.write(flagship, kind, format, paper=paper)
    return made if isinstance(made, bytes) else made.encode()


def pages(pdf: bytes) -> int:
    return len(pypdfium2.PdfDocument(pdf))


def is_a_page_an_option(flagship: Evaluation, pdf: bytes) -> bool:
    """Whether each option begins a page and has it to itself, and all pages together are at most twelve."""
    texts = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf)]
    begun = [[line.strip() for line in text.splitlines()[:2]] for text in texts]
    names = [str(option.short) for option in flagship.debate.resolutions] + ["Risks by option"]
    first = [next(n for n, lines in enumerate(begun) if name in lines) for name in names]
    return first == [*range(first[0], first[0] + len(names))] and len(texts) <= 12


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize(("kind", "number"), KINDS)
def test_pages_of_pdf(flagship: Evaluation, kind: str, number: int, paper: str) -> None:
    assert pages(brief(flagship, kind, "pdf", paper)) == number


@pytest.mark.parametrize("paper", PAPERS)
def test_each_option_of_a_memo_has_a_page(flagship: Evaluation, paper: str) -> None:
    assert is_a_page_an_option(flagship, brief(flagship, "policy", "pdf", paper))


@pytest.mark.parametrize("side", ["pro", "con"])
def test_each_argument_that_blocks_answer_has_a_page(flagship: Evaluation, side: str) -> None:
    made = briefs.write(flagship, "blocks", "pdf", selection=Selection(side=side))
    assert isinstance(made, bytes)
    index, *rest = (page.get_textpage().get_text_range().splitlines() for page in pypdfium2.PdfDocument(made))
    assert any("AT:" in line for line in index)
    assert sum(any(line.startswith("AT:") for line in lines[:2]) for lines in rest) == 36 and len(rest) < 40


def test_options_begin_a_page_where_a_page_of_html_is_printed(flagship: Evaluation) -> None:
    assert brief(flagship, "policy", "html").count(b'class="b-turns"') == 7


def by_word(flagship: Evaluation, folder: Path, kind: str) -> list[bytes]:
    """A brief in Word, printed on each sheet."""
    needs("soffice")
    for paper in PAPERS:
        (folder / f"{paper}.docx").write_bytes(brief(flagship, kind, "docx", paper))
    profile = f"-env:UserInstallation={folder.as_uri()}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", *(f"{paper}.docx" for paper in PAPERS)]
    subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=300)
    return [(folder / f"{paper}.pdf").read_bytes() for paper in PAPERS]


@pytest.mark.real
@pytest.mark.slow
@pytest.mark.parametrize(("kind", "number"), KINDS)
def test_pages_of_word(flagship: Evaluation, tmp_path: Path, kind: str, number: int) -> None:
    assert [*map(pages, by_word(flagship, tmp_path, kind))] == [number] * 2


@pytest.mark.real
@pytest.mark.slow
def test_each_option_of_a_memo_has_a_page_in_word(flagship: Evaluation, tmp_path: Path) -> None:
    assert all(is_a_page_an_option(flagship, pdf) for pdf in by_word(flagship, tmp_path, "policy"))


@pytest.mark.real
@pytest.mark.slow
def test_pages_of_html_printed(flagship: Evaluation, tmp_path: Path) -> None:
    (tmp_path / "short.html").write_bytes(brief(flagship, "policy-short", "html"))
    with chromium() as browser:
        page = browser.new_page()
        page.goto((tmp_path / "short.html").as_uri())
        found = [pages(page.pdf(format=paper)) for paper in PAPERS]
    assert found == [2, 2]
