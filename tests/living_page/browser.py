"""Chromium for the tests of the living page, without a network."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from tests.conftest import needs


@contextmanager
def chromium(**options: Any) -> Iterator[Any]:
    """A context of Chromium that reaches no network; every error of a page ends the test."""
    needs("chromium")
    from playwright import sync_api as playwright

    with playwright.sync_playwright() as program:
        browser = program.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        context = browser.new_context(offline=True, **options)
        try:
            yield context
        finally:
            browser.close()
