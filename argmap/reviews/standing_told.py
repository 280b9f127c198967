"""How a statement stands, as reviews say it: an argument by its force, all else by its label."""

from __future__ import annotations

from typing import NamedTuple

from argmap.evaluation.evaluated import Evaluation
from argmap.evaluation.force import argument
from argmap.evaluation.framework import Label
from argmap.prose.standing import Predicate, doing, stands
from argmap.reviews.result import Flip, Review
from argmap.reviews.unread_told import Code


class Standing(NamedTuple):
    """Its label, for a sign, and what is said: `stands`, `is answered by no-such-thing`."""

    label: Label
    said: Predicate


def standing(ev: Evaluation, id: str, code: Code = str) -> Standing:
    """How a statement stands."""
    if id in ev.labelling.live:
        found = argument(ev, id)
        return Standing(found.force.label, doing(found, name=code))
    return Standing(ev.label(id), stands(ev.label(id)))


def review_standings(review: Review, flip: Flip, code: Code = str) -> tuple[Standing, Standing]:
    """How a statement that flips stood and stands: of an argument whose force is another than its label both
    are told."""
    was, now = (review.before, review.renamed.get(flip.id, flip.id)), (review.after, flip.id)
    if flip.before is flip.after:
        return standing(*was, code), standing(*now, code)
    if flip.forces and flip.forces[0] is flip.forces[1]:
        unchanged = stands(flip.after).noting(f"as an argument it {doing(flip.forces[1])} as before")
        return Standing(flip.before, stands(flip.before)), Standing(flip.after, unchanged)
    return _with_force(*was, flip.before, code), _with_force(*now, flip.after, code)


def _with_force(ev: Evaluation, id: str, label: Label, code: Code) -> Standing:
    """A label, and of an argument that does not have the force to go with it what it has: `stands, but is answered`."""
    found = standing(ev, id, code)
    return found if found.label is label else Standing(label, stands(label).but(found.said))
