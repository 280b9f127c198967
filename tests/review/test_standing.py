"""Of an argument a review says what becomes of its force, of all else what becomes of its label."""

from __future__ import annotations

from argmap.review.consequences import review
from argmap.review.report import flips
from tests.rules.examples import evaluated

BEFORE = """\
arguments:
  - {support: a, of: send-trainers, text: It works.}
  - {rebuttal: b, of: send-trainers, text: It is dear., premises: [{claim: c, text: It costs much.}]}
"""
AFTER = BEFORE + "  - {rebuttal: d, of: b, text: It is not.}\n  - {rebuttal: e, of: c, text: It does not.}\n"


def test_of_an_argument_its_force_is_told() -> None:
    there, back = (list(flips(review(*pair))) for pair in _both(BEFORE, AFTER))
    assert there == [
        "send-trainers: was undecided, now stands",
        "b: counted, is now answered by d",
        "c: stood, is now defeated",
    ]
    assert back == [
        "send-trainers: stood, is now undecided",
        "b: was answered by d, now counts",
        "c: was defeated, now stands",
    ]


def _both(one: str, other: str):  # type: ignore[no-untyped-def]
    versions = evaluated(one), evaluated(other)
    return versions, versions[::-1]
