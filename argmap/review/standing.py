"""How a statement stands, as reviews say it: an argument by its force, all else by its label."""

from __future__ import annotations

import re

from argmap.evaluation import Evaluation
from argmap.force import Argument, Force, argument
from argmap.framework import Label
from argmap.review.result import Flip, Review

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
    """How a statement that flips stood and stands: of an argument whose force is another than its label both
    are told."""
    was, now = (review.before, review.renamed.get(flip.id, flip.id)), (review.after, flip.id)
    if flip.before is flip.after:
        return standing(*was), standing(*now)
    if flip.forces and flip.forces[0] is flip.forces[1]:
        unchanged = f"{_SAID[flip.after]} (as an argument {flip.forces[1].value} as before)"
        return (flip.before, _SAID[flip.before]), (flip.after, unchanged)
    return _with_force(*was, flip.before), _with_force(*now, flip.after)


def _with_force(ev: Evaluation, id: str, label: Label) -> Standing:
    """A label, and of an argument that does not have the force to go with it what it has: `stands, but is answered`."""
    found = standing(ev, id)
    return found if found[0] is label else (label, f"{_SAID[label]}, but {found[1]}")


def _told(found: Argument) -> str:
    if found.force is Force.COUNTS or not found.by:
        return found.force.phrase
    rest = len(found.by) - _MOST
    named = " and ".join([*found.by[:_MOST], *([f"{rest} more"] if rest > 0 else [])])
    return f"{found.force.phrase} {'because of' if found.force is Force.OPEN else 'by'} {named}"


def past(said: str) -> str:
    """`stood`, `counted`, `stood, but was answered by …`."""
    return re.sub(r"(?<![\w-])(stands|counts|is)(?![\w-])", lambda found: _PAST[found[0]], said)


_PAST = {"stands": "stood", "counts": "counted", "is": "was"}


def now(said: str) -> str:
    """`now stands`, `is now answered by …`."""
    return said.replace("is ", "is now ", 1) if said.startswith("is ") else f"now {said}"
