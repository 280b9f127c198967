"""Whatever ends a command, the next one leaves each transaction wholly done or wholly undone."""

from __future__ import annotations

import os
from itertools import pairwise
from pathlib import Path

import pytest

from tests.hostile.kills import CASES, FAULTS, prepared, spread, strike


def test_of_many_calls_the_long_form_tries_so_many_evenly_spread() -> None:
    assert spread(8, 40) == [*range(8)]
    tried = spread(181, 40)
    assert len(tried) == 40 and (tried[0], tried[-1]) == (0, 180)
    assert {later - earlier for earlier, later in pairwise(tried)} == {4, 5}


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are forked on Unix only")
@pytest.mark.parametrize("name", CASES)
def test_a_command_that_is_ended_anywhere_changes_all_of_its_files_or_none(tmp_path: Path, name: str) -> None:
    folder, case = tmp_path / "repository", CASES[name]
    both = prepared(folder, case)
    struck = [strike(folder, case, both, FAULTS[each % len(FAULTS)], each) for each in case.samples]
    assert struck[:2] == [True, True]
