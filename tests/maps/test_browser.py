"""A real browser agrees with our measure: no text is wider than its card."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from argmap.maps import View, to_svg
from tests.conftest import needs, needs_arial
from tests.maps.park import park, single

_TOO_WIDE = """
() => [...document.querySelectorAll('g.statement')].flatMap(card => {
  const room = card.querySelector('rect').getBoundingClientRect();
  return [...card.querySelectorAll('text')].filter(text => {
    const box = text.getBoundingClientRect();
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


_COLOURS = """
() => [...document.querySelectorAll('svg *')].filter(each => each.tagName != 'style').map(each => {
  const style = getComputedStyle(each);
  return style.fill + ' ' + style.stroke;
})
"""


@pytest.mark.real
def test_chromium_shows_a_map_in_the_colours_of_its_page(tmp_path: Path) -> None:
    needs("chromium")
    from playwright import sync_api as playwright

    with playwright.sync_playwright() as program:
        browser = program.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page(color_scheme="dark")
        found = {}
        for theme in ("auto", "light", "dark", "print"):
            file = tmp_path / f"{theme}.svg"
            file.write_text(to_svg(park(), theme=theme), encoding="utf-8")
            page.goto(file.as_uri())
            found[theme] = page.evaluate(_COLOURS)
        page.goto((tmp_path / "auto.svg").as_uri())
        page.emulate_media(media="print")
        assert page.evaluate(_COLOURS) == found["print"]
        page.emulate_media(media="screen", color_scheme="light")
        assert page.evaluate(_COLOURS) == found["light"]
        browser.close()
    assert found["auto"] == found["dark"] != found["light"]
