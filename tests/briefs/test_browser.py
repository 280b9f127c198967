"""The page in a real browser: on a phone nothing scrolls sideways but maps in their own box."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from argmap import briefs
from tests.briefs.tram import evaluated
from tests.conftest import needs

WIDE = '<svg xmlns="http://www.w3.org/2000/svg" width="3000" height="200"><rect width="3000" height="200"/></svg>'

MEASURE = """<!DOCTYPE html><iframe id="phone" style="width:{width}px;height:640px;border:0" src="page.html"></iframe>
<script>
document.getElementById("phone").addEventListener("load", event => {{
  document.title = "width=" + event.target.contentDocument.documentElement.scrollWidth;
}});
</script>"""


def width_in_browser(folder: Path, page: str, width: int) -> int:
    (folder / "page.html").write_text(page, encoding="utf-8")
    (folder / "frame.html").write_text(MEASURE.format(width=width), encoding="utf-8")
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
    page = briefs.write(evaluated(), kind, "html", maps={"overview": WIDE, "roads": WIDE})
    assert width_in_browser(tmp_path, page, 360) <= 360


@pytest.mark.real
def test_the_measure_can_fail(tmp_path: Path) -> None:
    needs("chromium")
    assert width_in_browser(tmp_path, f"<!DOCTYPE html><body>{WIDE}", 360) > 360
