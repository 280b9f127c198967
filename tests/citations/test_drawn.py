"""Whatever people put together, argmap and pandoc cite it alike."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.citations.agreement import shown
from tests.citations.drawn import differences, drawn
from tests.citations.processors import argmap
from tests.citations.styles import HELD
from tests.conftest import needs_package
from tests.strategies import picking


@st.composite
def _libraries(draw: Callable[[st.SearchStrategy[Any]], Any]) -> Any:
    return drawn(picking(draw))


@given(library=_libraries(), style=st.sampled_from(HELD))
@settings(max_examples=40)
def test_any_library_is_cited_as_pandoc_cites_it(library: Any, style: str) -> None:
    needs_package("pypandoc")
    (found,) = differences(argmap, style, [library])
    assert not found, "\n".join(shown(difference) for difference in found)
