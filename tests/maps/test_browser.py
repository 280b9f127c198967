"""A real browser agrees with our measure: no text is wider than its card."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import argmap
from argmap.evaluation.evaluated import evaluate
from argmap.maps import View, to_svg
from tests.conftest import ROOT, needs, needs_arial
from tests.maps.park import hostile, park, single

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
    drawings = [to_svg(park()), to_svg(park(), View("tree")), *(to_svg(single(text)) for text in texts)]
    with playwright.sync_playwright() as program:
        browser = program.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page()
        for drawing in drawings:
            page.set_content(drawing)
            assert page.locator("g.statement").count() > 0
            assert page.evaluate(_TOO_WIDE) == []
        browser.close()


_ON_ONE_ANOTHER = """
() => {
  const texts = [...document.querySelectorAll('text')];
  const lines = texts.flatMap(text => text.children.length ? [...text.children] : [text]);
  const boxes = lines.map(line => [line, line.getBoundingClientRect()]);
  const apart = (a, b) => a.right < b.left + 1 || b.right < a.left + 1 || a.bottom < b.top + 4 || b.bottom < a.top + 4;
  const { width, height } = document.querySelector('svg').getBoundingClientRect();
  const off = boxes.filter(([, box]) => box.left < 8 || box.right > width || box.bottom > height + 8);
  const met = boxes.filter(([, a], n) => boxes.slice(n + 1).some(([, b]) => !apart(a, b)));
  return [...off, ...met].map(([line]) => line.textContent);
}
"""


@pytest.mark.real
def test_chromium_sees_no_text_of_an_overview_on_another() -> None:
    needs("chromium")
    needs_arial()
    from playwright import sync_api as playwright

    flagship = evaluate(argmap.load(ROOT / "arguments" / "nato-ukraine"))
    with playwright.sync_playwright() as program:
        browser = program.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page()
        for evaluation in (park(), hostile(), flagship):
            page.set_content(to_svg(evaluation, View("overview")))
            assert page.locator("g.counts").count() > 0
            assert page.evaluate(_ON_ONE_ANOTHER) == []
        browser.close()


_COLOURS = """
() => [...document.querySelectorAll('svg *')].filter(each => each.tagName != 'style').map(each => {
  const style = getComputedStyle(each);
  return style.fill + ' ' + style.stroke;
})
"""

_INSIDE = """
() => {
  const { right, bottom } = document.documentElement.getBoundingClientRect();
  return right <= innerWidth && bottom <= innerHeight;
}
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
        assert page.evaluate(_INSIDE)
        page.emulate_media(media="screen", color_scheme="light")
        assert page.evaluate(_COLOURS) == found["light"]
        browser.close()
    assert found["auto"] == found["dark"] != found["light"]


@pytest.mark.real
def test_axe_finds_nothing_that_keeps_anyone_from_reading_a_map_or_a_page() -> None:
    needs("chromium")
    from axe_playwright_python.sync_playwright import Axe
    from playwright import sync_api as playwright

    views = [
        View(),
        View("overview"),
        View("tree"),
        View("position", position="air"),
        View("focus", focus="tunnel-air"),
        View("dispute", focus="tunnel-air", chosen=frozenset({"tunnel-air"}), marked=frozenset({"tunnel-air"})),
    ]
    page_of = "<!doctype html><html lang=en><title>Map</title><main><h1>Map</h1>{}</main></html>"
    pages = [page_of.format(to_svg(park(), view)) for view in views]
    written = ("index.html", "nato-ukraine/briefs/balance.html", "nato-ukraine/briefs/policy.html")
    pages += [(ROOT / "output" / name).read_text("utf-8") for name in written]
    with playwright.sync_playwright() as program:
        browser = program.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page()
        for content in pages:
            page.set_content(content)
            found = Axe().run(page).response["violations"]
            assert [(each["id"], each["nodes"][0]["html"]) for each in found] == []
        browser.close()
