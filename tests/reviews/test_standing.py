"""Of an argument a review says what becomes of its force, of all else what becomes of its label."""

from __future__ import annotations

import pytest

from argmap.reviews.consequences import review
from argmap.reviews.review_document import flips
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


LEFT_ALONE = """\
arguments:
  - {rebuttal: x, of: send-trainers, text: It is dear.}
  - {rebuttal: u, undercuts: x, text: So what.}
"""
DENIED = "  - {rebuttal: v, of: x, text: It is not.}\n"


def test_where_the_force_of_an_argument_does_not_follow_its_label_both_are_told() -> None:
    there, back = (list(flips(review(*pair))) for pair in _both(LEFT_ALONE, LEFT_ALONE + DENIED))
    assert there == ["x: stood, is now defeated (as an argument it is answered as before)"]
    assert back == ["x: was defeated, now stands (as an argument it is answered as before)"]
    doubted = "  - {claim: p, text: Yes., contradicts: [q]}\n  - {claim: q, text: No.}\n"
    by_doubt = "  - {rebuttal: v, of: x, premises: [p]}\n"
    free, _, _ = LEFT_ALONE.partition("  - {rebuttal: u")
    there, back = (list(flips(review(*pair))) for pair in _both(free, LEFT_ALONE + doubted + by_doubt))
    assert there == ["x: counted, is now undecided, but is answered by u"]
    assert back == ["x: was undecided, but was answered by u, now counts"]


POLICY = """\
arguments:
  - {support: case, of: send-trainers, text: It works., premises: [works]}
  - {rebuttal: da, of: send-trainers, text: It is dear.}
  - claim: works
    text: It would work.
    rebuttals: [{rebuttal: tried, text: It was tried.}]
"""
CUT = "  - {rebuttal: cut, undercuts: tried, text: Not like this.}\n"
NO_COST = "  - {rebuttal: no-cost, undercuts: da, text: Nobody pays.}\n"
MORE = "  - {support: more, of: send-trainers, text: And it is fast.OVER}\n"
OVER = ", outweighs: [{over: da, because: So.}]"


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        (POLICY + CUT, POLICY, {"case: counted, is now answered by works", "tried: was answered by cut, now counts"}),
        (POLICY + NO_COST, POLICY, {"da: was answered by no-cost, now counts"}),
        (
            POLICY + MORE.replace("OVER", ""),
            POLICY + MORE.replace("OVER", OVER),
            {"da: counted, is now outweighed by more"},
        ),
        (
            POLICY + "  - {rebuttal: bare, of: send-trainers, premises: [works]}\n" + CUT,
            POLICY + "  - {rebuttal: bare, of: send-trainers, premises: [works]}\n",
            {"bare: counted, is now answered by works"},
        ),
    ],
)
def test_an_argument_whose_force_changes_is_told_though_its_sentence_stands(
    one: str, other: str, told: set[str]
) -> None:
    there, back = (review(*pair) for pair in _both(one, other))
    assert told <= set(flips(there))
    for found in (there, back):
        own = [flip for flip in found.flips if flip.forces]
        assert len(own) >= len(told) and all(len(flip.causes) == 1 for flip in own)


def _both(one: str, other: str):  # type: ignore[no-untyped-def]
    versions = evaluated(one), evaluated(other)
    return versions, versions[::-1]
