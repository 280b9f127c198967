"""How a statement stands, as reviews say it: an argument by its force, all else by its label."""

from __future__ import annotations

from typing import NamedTuple

from argmap.evaluation import Evaluation
from argmap.force import argument
from argmap.framework import Label
from argmap.prose.standing import Predicate, doing, stands
from argmap.review.result import Flip, Review


class Standing(NamedTuple):
    """Its label, for a sign, and what is said: `stands`, `is answered by no-such-thing`."""

    label: Label
    said: Predicate


def standing(ev: Evaluation, id: str) -> Standing:
    """How a statement stands."""
    if id in ev.labelling.live:
        found = argument(ev, id)
        return Standing(found.force.label, doing(found))
    return _by_label(ev.label(id))


def review_standings(review: Review, flip: Flip) -> tuple[Standing, Standing]:
    """How a statement that flips stood and stands; by its labels where these flip and its force does not with them."""
    was = standing(review.before, review.renamed.get(flip.id, flip.id))
    now = standing(review.after, flip.id)
    if flip.before is flip.after:
        return was, now
    if was.label is now.label or was.label is not flip.before or now.label is not flip.after:
        return _by_label(flip.before), _by_label(flip.after)
    return was, now


def _by_label(label: Label) -> Standing:
    return Standing(label, stands(label))
