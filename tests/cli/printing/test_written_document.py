"""Documents of commands as HTML pages."""

from __future__ import annotations

from html import unescape

import pytest

from tests.cli.run import Program


@pytest.mark.parametrize(
    "arguments", [("evaluate",), ("explain", "we-should-act"), ("explain", "we-should-act", "--semantics", "preferred")]
)
def test_what_a_command_says_is_an_html_page_by_itself(small: Program, arguments: tuple[str, ...]) -> None:
    assert small(*arguments).err == ""
    assert small(*arguments, "-o", "page.html").code == 0
    page = (small.folder / "page.html").read_text(encoding="utf-8")
    assert page.startswith("<!DOCTYPE html>") and page.strip() == small(*arguments, "-f", "html").out.strip()
    assert unescape(page).count("<h1") == 1
