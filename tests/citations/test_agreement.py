"""Over the library argmap cites as pandoc does, in the styles held, but for differences that are accepted."""

from __future__ import annotations

from functools import lru_cache

import pytest

from tests.citations.accepted import ACCEPTED, reasons
from tests.citations.agreement import Agreement, agreement, shown
from tests.citations.processors import argmap
from tests.citations.styles import HELD
from tests.conftest import needs_package


@lru_cache(maxsize=len(HELD))
def _found(style: str) -> Agreement:
    needs_package("pypandoc")
    return agreement(argmap, style)


@pytest.mark.parametrize("style", HELD)
def test_every_citation_and_reference_is_pandocs_or_accepted(style: str) -> None:
    found = _found(style)
    differ = [d for d in found.differences if not reasons(style, d.part, d.ours, d.pandocs)]
    assert not differ, "\n".join(map(shown, differ[:20]))


@pytest.mark.parametrize("style", HELD)
def test_references_stand_in_pandocs_order(style: str) -> None:
    assert _found(style).misplaced == []


def test_every_accepted_difference_still_occurs() -> None:
    needed = {each for style in HELD for d in _found(style).differences for each in
              reasons(style, d.part, d.ours, d.pandocs)}  # fmt: skip
    assert [each.reason for each in ACCEPTED if each not in needed] == []
