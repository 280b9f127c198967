"""How statements stand and what arguments do, in every form that a sentence needs."""

from __future__ import annotations

import pytest

from argmap.evaluation.force import Argument, Cause, Force
from argmap.evaluation.framework import Label
from argmap.prose.standing import doing, make_it, stands


@pytest.mark.parametrize(
    ("label", "forms"),
    [
        (Label.IN, ("stands", "stand", "stood", "now stands", "would stand", "stands", "make it stand")),
        (Label.OUT, ("is defeated", "are defeated", "was defeated", "is now defeated", "would be defeated",
                     "defeated", "defeat it")),
        (Label.UNDEC, ("is undecided", "are undecided", "was undecided", "is now undecided", "would be undecided",
                       "undecided", "leave it undecided")),
    ],
)  # fmt: skip
def test_a_label_has_a_word_in_every_form(label: Label, forms: tuple[str, ...]) -> None:
    found = stands(label)
    assert (str(found), found.present(2), found.past, found.now, found.would, found.badge, make_it(label)) == forms
    assert found.badge == label.word


@pytest.mark.parametrize("force", Force)
def test_the_badge_of_an_argument_is_its_force(force: Force) -> None:
    assert doing(force).badge == force.value


def test_an_argument_is_told_with_what_takes_its_force() -> None:
    answered = doing(Argument("a", Force.ANSWERED, Cause.UNDERCUT, ("x", "y", "z")))
    assert answered.now == "is now answered by x, y and 1 more" and answered.past == "was answered by x, y and 1 more"
    assert str(doing(Argument("a", Force.OPEN, Cause.PREMISE, ("x",)))) == "is open because of x"
    assert doing(Argument("a", Force.COUNTS)).past == "counted"
