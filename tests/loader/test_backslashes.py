"""Which backslashes between double quotes are slips, and which spell a character."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from argmap.loader import read
from argmap.loader.backslashes import as_written


@pytest.mark.parametrize(
    ("source", "meant"),
    [
        (r'"C:\new\Local"', r"C:\new\Local"),
        (r'"C:\Local\_old"', r"C:\Local\_old"),
        (r'"C:\Logs"', r"C:\Logs"),
        (r'"so \textit{it} is"', r"so \textit{it} is"),
        (r'"$a\nu$"', r"$a\nu$"),
        (r'"10\_km"', None),
        (r'"a line\Lanother"', None),
        (r'"one\nTwo"', None),
        (r'"one\ttwo"', None),
    ],
)
def test_a_backslash_is_meant_in_paths_and_formulas(source: str, meant: str | None) -> None:
    assert as_written(source) == meant


@given(st.lists(st.sampled_from(["é", "\xa0", "\u2028", "\u2029", "\x85", "km", "A", "10", " ", "."]), max_size=12))
def test_what_a_program_writes_as_yaml_is_no_slip(parts: list[str]) -> None:
    written = yaml.dump("".join(parts), default_style='"', width=10_000).strip()
    assert as_written(written) is None


@pytest.mark.parametrize("key", ["{support: a, of: '%s', text: T}", "{support: '%s', of: plan, text: T}"])
@pytest.mark.parametrize("escape", [r"\u200b", r"\x1b"])
def test_an_escape_that_hides_something_in_an_id_is_one_fault(key: str, escape: str) -> None:
    header = "debate: d\ntitle: T\nresolutions:\n  - claim: plan\n    text: We should.\n"
    statement = key.replace("'", '"') % f"pl{escape}an"
    found = read({"debate.yaml": header, "positions/p.yaml": f"position: p\narguments:\n  - {statement}\n"})
    assert len([each for each in found.diagnostics if each.severity.value == "error"]) == 1
