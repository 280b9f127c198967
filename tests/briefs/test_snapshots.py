"""What each brief says, word for word, about a small debate."""

import pytest
from syrupy.assertion import SnapshotAssertion

from argmap import briefs
from tests.briefs.tram import evaluated, written

KINDS = [kind.NAME for kind in briefs.BRIEFS]


@pytest.mark.parametrize("kind", KINDS)
def test_the_brief_reads_so(kind: str, snapshot: SnapshotAssertion) -> None:
    assert written(evaluated(), kind) == snapshot


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("format", [format.NAME for format in briefs.FORMATS])
def test_the_same_debate_gives_the_same_bytes(kind: str, format: str) -> None:
    assert written(evaluated(), kind, format) == written(evaluated(), kind, format)
