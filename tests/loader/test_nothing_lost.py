"""No character of a text file is lost: whatever text a file has is in the model, or a finding points at it."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.loader import read
from tests.conftest import TIMES
from tests.loader.losses import WORD, damaged, lost, written
from tests.loader.test_never_raises import check
from tests.strategies import picking


@settings(max_examples=150)
@given(st.data())
def test_no_character_of_a_text_file_is_lost(data: st.DataObject) -> None:
    file, files = damaged(picking(data.draw))
    assert lost(file, files) == []


@pytest.mark.parametrize("seed", range(400 * TIMES))
def test_nor_of_files_spoilt_at_random(seed: int) -> None:
    file, files = damaged(random.Random(seed).choice)
    check(read(files))
    assert lost(file, files) == []


@pytest.mark.parametrize("seed", range(20))
def test_what_is_not_spoilt_is_all_in_the_model(seed: int) -> None:
    files = written(random.Random(seed).choice)
    loaded = read(files)
    assert loaded.debate is not None and loaded.ok
    assert set(WORD.findall(str(files))) == set(WORD.findall(repr(loaded.debate.model_dump())))


def test_the_oracle_sees_what_nobody_reports() -> None:
    """Behind a fixed word a comment is one, and no finding: a text that stood there would be told as lost."""
    files = written(lambda options: options[0])
    spoilt = files["positions/p.yaml"].replace("role: link", "role: link # w999")
    assert lost("positions/p.yaml", {**files, "positions/p.yaml": spoilt}) == ["w999"]
