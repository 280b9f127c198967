"""A real browser agrees with our measure: no text is wider than its card."""

from __future__ import annotations

import shutil

import pytest

from argmap.maps import View, to_svg
from tests.conftest import needs, needs_arial
from tests.maps.park import park, single

_TOO_WIDE = """
() => [...document.querySelectorAll('g.statement')].flatMap(card => {
  const room = card.querySelector('rect').getBBox();
  return [...card.querySelectorAll('text')].filter(text => {
    const box = text.getBBox();
    return box.x < room.x + 6 || box.x + box.width > room.x + room.width - 6
        || box.y < room.y || box.y + box.height > room.y + room.height + 1;
  }).map(text => card.id + ': ' + text.textContent);
})
"""


@pytest.mark.real
def test_chromium_sees_no_text_outside_its_card() -> None:
    needs("chromium")
    needs_arial()
    from playwright import sync_api as playwright

    texts = ["Ordinary words of ordinary length that take two lines.", "東京都は明日までに" * 4, "Большие буквы " * 8,
             "WWWWWW MMMMM " * 9, "fi fl AV To Ty " * 12]  # fmt: skip
    drawings = [to_svg(park()), to_svg(park(), View("overview")), *(to_svg(single(text)) for text in texts)]
    with playwright.sync_playwright() as program:
        browser = program.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page()
        for drawing in drawings:
            page.set_content(drawing)
            assert page.locator("g.statement").count() > 0
            assert page.evaluate(_TOO_WIDE) == []
        browser.close()
