"""The whole page by keyboard alone: after each key something has the focus, and the reader sees what."""

from __future__ import annotations

import re
from typing import Any

import pytest

from tests.living_page.test_page import Open, browser, expect, opened, shows, words

__all__ = ["browser", "opened"]
pytestmark = pytest.mark.real

FARTHEST = 60
"""After so many stops a reader has given up."""


class Reader:
    """Whoever has no mouse."""

    def __init__(self, page: Any) -> None:
        self.page = page

    def press(self, *keys: str) -> None:
        """Press keys, one after the other."""
        for key in keys:
            self.page.keyboard.press(key)
            self.sees_the_focus()

    def sees_the_focus(self) -> None:
        """Something has the focus, a ring around it, and stands in the window."""
        focus = self.page.locator(":focus-visible")
        expect(focus).to_have_css("outline", re.compile(r"^rgb\(47, 125, 225\) solid [23]"))
        expect(focus).to_be_in_viewport()

    def goes_to(self, wanted: Any, key: str = "Tab") -> None:
        """Tab until it has the focus."""
        for _ in range(FARTHEST):
            self.press(key)
            if wanted.evaluate_all("all => all.includes(document.activeElement)"):
                return
        raise AssertionError(f"not reached by {key}: {wanted}")

    def goes_back(self) -> None:
        """The browser's button."""
        self.page.go_back()
        self.sees_the_focus()


def columns(reader: Reader) -> None:
    """From the resolutions to answers, to what is folded, and out again."""
    page = reader.page
    reader.goes_to(page.get_by_role("treeitem"))
    reader.press("ArrowDown", "ArrowUp", "ArrowRight")
    expect(page.locator(".resolution.chosen")).to_have_count(1)
    expect(page.locator(".column .chosen")).to_be_focused()
    reader.press("End")
    if page.locator(".more:focus").count():
        reader.press("Enter", "Home")
    reader.press("Home", "Enter", "ArrowDown", "ArrowUp", "ArrowLeft", "ArrowLeft")
    expect(page.locator(".resolution.chosen")).to_be_focused()
    reader.press("Escape")
    expect(page.locator(".way")).to_have_count(0)
    reader.goes_to(page.locator("summary"))
    reader.press("Enter", "Enter")


def search(reader: Reader, id: str) -> None:
    """Search, filters, and what was found."""
    page = reader.page
    reader.press("/")
    page.keyboard.type("zzz")
    shows(page, "#found", "Nothing found")
    reader.press("Escape", "/")
    reader.goes_to(page.get_by_role("button", name="Filter", exact=True))
    reader.press("Enter")
    reader.goes_to(page.locator("[data-filter=side]"))
    reader.press("ArrowDown")
    shows(page, "#found", re.compile("statements? found$"))
    reader.goes_to(page.locator("[data-filter=lonely]"))
    reader.press("Space")
    expect(page.locator("[data-filter=lonely]")).to_have_attribute("aria-pressed", "true")
    reader.press("Escape", "/")
    page.keyboard.type(id)
    shows(page, "#found", re.compile("statements? found$"))
    reader.goes_to(page.locator(".results .link"))
    reader.press("Enter")
    expect(page.locator("aside code")).to_have_text(id)
    expect(page.locator("[aria-selected=true]")).to_be_focused()


def questions(reader: Reader) -> None:
    """Why, what if and who; from a name to its place and back."""
    page = reader.page
    there = page.url
    reader.goes_to(page.locator("#why a"))
    reader.press("Enter")
    reader.goes_to(page.get_by_role("button", name="back to"), "Shift+Tab")
    reader.press("Enter")
    expect(page).to_have_url(there)
    reader.goes_to(page.locator("[data-suppose=false]"))
    reader.press("Enter")
    shows(page, ".notes", "Supposing:")
    shows(page, "[role=status]", words(page, ".flips p"))
    if page.locator(".compare select").count():
        reader.goes_to(page.locator(".compare select"))
        reader.press("ArrowDown")
        shows(page, ".notes", "outweighs")
    reader.goes_to(page.get_by_role("button", name="Take all back"), "Shift+Tab")
    reader.press("Enter")
    expect(page.locator(".notes")).to_be_empty()
    if page.get_by_label("Who?").count():
        reader.goes_to(page.get_by_label("Who?"), "Shift+Tab")
        reader.press("ArrowDown")
        shows(page, ".notes", "ranks")
        reader.press("ArrowUp")


def detail(reader: Reader) -> None:
    """Sources, the brief, and a link to copy."""
    page = reader.page
    sources, brief = page.locator("aside a[href^=http]"), page.locator("aside a[href^=briefs]")
    if sources.count():
        reader.goes_to(sources)
    reader.goes_to(page.get_by_role("button", name="Copy link"))
    reader.press("Enter")
    page.locator("aside input, aside :text('Copied')").wait_for()
    if brief.count():
        reader.goes_to(brief)
    reader.press("Escape")


def views(reader: Reader) -> None:
    """The map and the slides; the browser's way back."""
    page = reader.page
    reader.goes_to(page.locator("[data-view=map]"), "Shift+Tab")
    reader.press("Enter", "+")
    expect(page.locator(".drawn")).to_have_css("zoom", "1.25")
    reader.goes_to(page.locator(".floor"))
    reader.press("ArrowDown")
    reader.goes_to(page.locator(".drawn .card"))
    reader.press("Enter")
    reader.goes_to(page.locator("[data-view=present]"), "Shift+Tab")
    reader.press("Enter", "ArrowRight", "ArrowDown", "ArrowUp", "ArrowLeft", "Escape")
    page.locator(".column").first.wait_for()
    for shown in (".slide", ".map", ".column"):
        while not page.locator(shown).count():
            reader.goes_back()


@pytest.mark.parametrize(
    ("name", "id"), [("flagship", "direct-clash"), ("hostile", "cars-are-needed"), ("large", "s0-1")]
)
def test_the_keyboard_alone_reaches_everything_and_never_loses_the_focus(opened: Open, name: str, id: str) -> None:
    reader = Reader(opened(name))
    columns(reader)
    search(reader, id)
    questions(reader)
    detail(reader)
    views(reader)
