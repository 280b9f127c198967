"""The site of the manual: every page is there, every link resolves, and a wrong link ends it."""

from __future__ import annotations

from pathlib import Path

import pytest

from argmap.cli.commands.manual import FOLDER, pages
from argmap.cli.printing import rulebook
from tests import manual_site

pytestmark = pytest.mark.filterwarnings("ignore:.*is deprecated:PendingDeprecationWarning")


@pytest.mark.slow
def test_the_site_has_every_page_and_no_link_that_leads_nowhere(tmp_path: Path) -> None:
    assert manual_site.build(tmp_path) == 0
    made = {path.relative_to(tmp_path).with_suffix("").as_posix() for path in tmp_path.rglob("*.html")}
    assert made == {"index", "search", *pages(), *(f"rule/{name}" for name in rulebook.pages())}
    assert 'href="rule/tab-indentation.html"' in (tmp_path / "rules.html").read_text(encoding="utf-8")


def test_a_link_that_leads_nowhere_ends_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "manual"
    folder.mkdir()
    for page in FOLDER.iterdir():
        (folder / page.name).write_text("# A page\n\n[that](nowhere.md)\n" if page.stem == "maps" else "# A page\n")
    monkeypatch.setattr(manual_site, "FOLDER", folder)
    monkeypatch.setattr(rulebook, "pages", dict)
    assert manual_site.build(tmp_path / "site") == 1
    assert "maps.md" in capfd.readouterr().err
