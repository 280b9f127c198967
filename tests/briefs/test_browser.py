"""The page in a real browser: on a phone nothing scrolls sideways, maps fit their frame, and so on paper."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from argmap import briefs
from argmap.documents.document import Item, Items, Row, Table, document
from argmap.documents.formats import html
from argmap.documents.lines import line
from tests.briefs.tram import evaluated, selected
from tests.conftest import needs

WIDE = '<svg xmlns="http://www.w3.org/2000/svg" width="3000" height="200"><rect width="3000" height="200"/></svg>'

MEASURE = """<!DOCTYPE html><iframe id="phone" style="width:{width}px;height:640px;border:0" src="page.html"></iframe>
<script>
document.getElementById("phone").addEventListener("load", event => {{
  const page = event.target.contentDocument;
  document.title = "width=" + Math.round({measure});
}});
</script>"""


PAGE = "page.documentElement.scrollWidth"
CUT_OFF = "Math.max(0, ...[...page.querySelectorAll('.b-table')].map(table => table.scrollWidth - table.clientWidth))"
MAP = "page.querySelector('.b-scroll svg').getBoundingClientRect().width"


def width_in_browser(folder: Path, page: str, width: int, measure: str = PAGE) -> int:
    (folder / "page.html").write_text(page, encoding="utf-8")
    (folder / "frame.html").write_text(MEASURE.format(width=width, measure=measure), encoding="utf-8")
    command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
               "--allow-file-access-from-files", f"--user-data-dir={folder / 'profile'}",
               "--virtual-time-budget=4000", "--dump-dom", (folder / "frame.html").as_uri()]  # fmt: skip
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)
    found = re.search(r"<title>width=(\d+)</title>", done.stdout)
    assert found, done.stdout[:500]
    return int(found.group(1))


@pytest.mark.real
@pytest.mark.parametrize("kind", [kind.NAME for kind in briefs.BRIEFS])
def test_a_phone_of_360_pixels_needs_no_sideways_scroll(kind: str, tmp_path: Path) -> None:
    needs("chromium")
    ev = evaluated()
    page = briefs.write(ev, kind, "html", selected(ev, kind), maps={"overview": WIDE, "roads": WIDE})
    assert width_in_browser(tmp_path, page, 360) <= 360


@pytest.mark.real
@pytest.mark.parametrize("width", [700, 800, 1000, 1280])
@pytest.mark.parametrize(
    ("columns", "head"), [(5, "Weightiest"), (6, "Weightiest"), (7, "Weightiest"), (9, "Answered")]
)
def test_no_table_is_cut_off_on_a_screen(columns: int, head: str, width: int, tmp_path: Path) -> None:
    needs("chromium")
    page = html.write(
        document("Options", "", [Table("Side by side", (head,) * columns, (Row((line("Nobody knows"),) * columns),))])
    )
    assert width_in_browser(tmp_path, page, width, CUT_OFF) == 0


@pytest.mark.real
def test_the_measure_can_fail(tmp_path: Path) -> None:
    needs("chromium")
    assert width_in_browser(tmp_path, f"<!DOCTYPE html><body>{WIDE}", 360) > 360


@pytest.mark.real
@pytest.mark.parametrize("width", [390, 800, 1200])
def test_a_map_is_shown_whole_and_at_a_click_in_full_size(width: int, tmp_path: Path) -> None:
    needs("chromium")
    page = briefs.write(evaluated(), "argument", "html", maps={"overview": WIDE})
    assert 300 < width_in_browser(tmp_path, page, width, MAP) < width
    chosen = page.replace('<input type="checkbox">', '<input type="checkbox" checked>')
    assert chosen != page and width_in_browser(tmp_path, chosen, width, MAP) == 3000


@pytest.mark.real
@pytest.mark.parametrize("last", ["", " So it is." * 36], ids=["one line", "three lines"])
def test_on_paper_the_foot_never_stands_alone_on_a_page(last: str, tmp_path: Path) -> None:
    """With each number of lines around that at which a page is full, where the list before it is of several pages."""
    needs("chromium")
    needs("pdftotext")
    pages = [printed(tmp_path, lines, last) for lines in range(65, 75)]
    assert {2, 3} <= set(map(len, pages))
    assert all(page[-1][0].startswith("Line") and page[-1][-1].startswith("Foot") for page in pages)


def printed(folder: Path, lines: int, last: str) -> list[list[str]]:
    """The pages of a brief of so many lines, as the lines of text on each; `last` is added to the last of them."""
    items = [Item(line(f"Line {n}.", last if n == lines - 1 else "")) for n in range(lines)]
    text = html.write(document("T", "S", [Items(tuple(items))], line("Foot. " * 120)))
    (folder / "page.html").write_text(text, encoding="utf-8")
    command = [
        "chromium",
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        f"--user-data-dir={folder / 'profile'}",
        "--no-pdf-header-footer",
        f"--print-to-pdf={folder / 'page.pdf'}",
        (folder / "page.html").as_uri(),
    ]
    subprocess.run(command, capture_output=True, timeout=60, check=True)
    done = subprocess.run(
        ["pdftotext", folder / "page.pdf", "-"], capture_output=True, text=True, timeout=60, check=True
    )
    pages = [[row.strip() for row in page.splitlines() if row.strip()] for page in done.stdout.split("\f")]
    return [[row for row in page if not row.isdigit()] for page in pages if page]
