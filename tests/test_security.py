"""Each promise of SECURITY.md names the tests that hold it, and these are there."""

from __future__ import annotations

import re

from tests.conftest import ROOT


def test_each_promise_names_a_test_that_is_there() -> None:
    text = (ROOT / ".github/SECURITY.md").read_text(encoding="utf-8")
    promises = re.split(r"^- ", text.partition("## What argmap promises")[2].partition("\n## ")[0], flags=re.MULTILINE)[
        1:
    ]
    assert len(promises) > 5
    for promise in promises:
        names = re.findall(r"`(tests/[\w/]+\.py)`", promise)
        assert names, promise
        for name in names:
            assert "def test_" in (ROOT / name).read_text(encoding="utf-8"), name
