"""How a statement stands, as reviews say it: an argument by its force, all else by its label."""

from __future__ import annotations

from argmap.evaluation import Evaluation
from argmap.force import Argument, Force, argument
from argmap.framework import Label
from argmap.review.result import Flip, Review
from argmap.wording.lists import listed

Standing = tuple[Label, str]
"""Its label, for a sign, and a predicate: `stands`, `is answered by no-such-thing`."""

_SAID = {Label.IN: "stands", Label.OUT: "is defeated", Label.UNDEC: "is undecided"}
_MOST = 2


def standing(ev: Evaluation, id: str) -> Standing:
    """How a statement stands."""
    if id in ev.labelling.live:
        found = argument(ev, id)
        return found.force.label, _told(found)
    return ev.label(id), _SAID[ev.label(id)]


def review_standings(review: Review, flip: Flip) -> tuple[Standing, Standing]:
    """How a statement that flips stood and stands; by its labels where these flip and its force does not with them."""
    was = standing(review.before, review.renamed.get(flip.id, flip.id))
    now = standing(review.after, flip.id)
    if flip.before is flip.after:
        return was, now
    if was[0] is now[0] or was[0] is not flip.before or now[0] is not flip.after:
        return (flip.before, _SAID[flip.before]), (flip.after, _SAID[flip.after])
    return was, now


def _told(found: Argument) -> str:
    if found.force is Force.COUNTS or not found.by:
        return found.force.phrase
    return f"{found.force.phrase} {'because of' if found.force is Force.OPEN else 'by'} {listed(found.by, most=_MOST)}"


def past(said: str) -> str:
    """`stood`, `counted`, `was answered by …`."""
    return {"stands": "stood", "counts": "counted"}.get(said) or said.replace("is ", "was ", 1)


def now(said: str) -> str:
    """`now stands`, `is now answered by …`."""
    return said.replace("is ", "is now ", 1) if said.startswith("is ") else f"now {said}"
