"""The short memo has two pages, and the one page one, on either sheet, in each format that has pages."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pypdfium2
import pytest

from argmap import briefs
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


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize(("kind", "number"), KINDS)
def test_pages_of_pdf(flagship: Evaluation, kind: str, number: int, paper: str) -> None:
    assert pages(brief(flagship, kind, "pdf", paper)) == number


@pytest.mark.real
@pytest.mark.slow
@pytest.mark.parametrize(("kind", "number"), KINDS)
def test_pages_of_word(flagship: Evaluation, tmp_path: Path, kind: str, number: int) -> None:
    needs("soffice")
    for paper in PAPERS:
        (tmp_path / f"{paper}.docx").write_bytes(brief(flagship, kind, "docx", paper))
    profile = f"-env:UserInstallation={tmp_path.as_uri()}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", *(f"{paper}.docx" for paper in PAPERS)]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=300)
    assert [pages((tmp_path / f"{paper}.pdf").read_bytes()) for paper in PAPERS] == [number] * 2


@pytest.mark.real
@pytest.mark.slow
def test_pages_of_html_printed(flagship: Evaluation, tmp_path: Path) -> None:
    (tmp_path / "short.html").write_bytes(brief(flagship, "policy-short", "html"))
    with chromium() as browser:
        page = browser.new_page()
        page.goto((tmp_path / "short.html").as_uri())
        found = [pages(page.pdf(format=paper)) for paper in PAPERS]
    assert found == [2, 2]
