"""Chromium for the tests of the living page."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from tests.conftest import needs


@contextmanager
def chromium() -> Iterator[Any]:
    """A browser; what it opens should be `offline`."""
    needs("chromium")
    from playwright import sync_api as playwright

    with playwright.sync_playwright() as program:
        browser = program.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        try:
            yield browser
        finally:
            browser.close()
