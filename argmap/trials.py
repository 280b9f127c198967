"""What would follow from a change: it is made in the whole debate, which is then evaluated again.

A statement is *refuted* where it is settled as not accepted, whatever else is so, as in `argmap.critical`; a bare step,
which says nothing of its own, where it is undercut.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import product

from argmap import reasons
from argmap.evaluation import Evaluation
from argmap.framework import Label, Labelling
from argmap.grounded import grounded
from argmap.model import Step

MOST = 30
"""Up to how many comparisons it is tried whether one can be spared, and of how many steps whether they would do."""


def if_refuted(ev: Evaluation, ids: Iterable[str]) -> Labelling:
    """How the debate would stand if all of these were refuted."""
    framework = ev.framework
    for id in ids:
        if id in ev.labelling.labels:
            framework = framework.with_settled(framework.statements.index(id), accepted=False)
        else:
            framework = framework.with_undercutter(framework.steps.index(id))
    return grounded(framework)


def if_compared(ev: Evaluation, heavier: str, lighter: Iterable[str]) -> Labelling:
    """How the debate would stand if one step outweighed each of some others."""
    steps = ev.framework.steps
    return grounded(ev.framework.with_comparison(steps.index(heavier), [steps.index(id) for id in lighter]))


def if_not_compared(ev: Evaluation, id: str) -> Labelling:
    """How the debate would stand if nobody had compared what is said for a statement with what is said against it."""
    steps: list[Step] = [*ev.graph.supports(id), *ev.graph.rebuttals(id)]
    here, framework = {step.id for step in steps}, ev.framework
    made = zip(framework.steps, framework.outweighers, strict=True)
    return grounded(replace(framework, outweighers=[() if step in here else heavier for step, heavier in made]))


@dataclass(frozen=True)
class Settling:
    """What would settle an undecided statement: each of `lighter` outweighed by one on the other side, as it would be
    by `heavier`, gives it this label. None of them can be spared, as far as `MOST` allows to try that.

    None of these comparisons turns a written one round. One step can stand for all of its side: where several could
    outweigh all that they have to between them, without a circle, so can that of them which nothing there outweighs.
    `free` says that any other live step of that side would do in any place.
    """

    label: Label
    lighter: tuple[str, ...]
    heavier: str
    free: bool


def _sides(ev: Evaluation, id: str) -> tuple[tuple[Label, tuple[str, ...], tuple[str, ...]], ...]:
    """What an undecided weighed statement may come to, what would have to be heavier for that, and than what."""
    if ev.label(id) is not Label.UNDEC or not ev.graph.is_weighed(id):
        return ()
    found = reasons.tally(ev, id)
    tried = ((Label.IN, found.supports, found.rebuttals), (Label.OUT, found.rebuttals, found.supports))
    return tuple(
        (label, reasons.live_in(ev, own), needed)
        for label, own, other in tried
        if (needed := other.counting + other.undecided)
    )


def settlings(ev: Evaluation, id: str) -> tuple[Settling, ...]:
    """The fewest comparisons that would make an undecided weighed statement stand, and those that would make it fall.

    Each side is left out that no comparisons of what is said for and against the statement would bring about, or only
    such as turn round what has been compared already.
    """
    made = (_settling(ev, id, *side) for side in _sides(ev, id))
    return tuple(each for each in made if each)


def barred(ev: Evaluation, id: str) -> tuple[Label, ...]:
    """What comparisons would make of an undecided weighed statement, if they did not turn round written ones."""
    reached = {each.label for each in settlings(ev, id)}
    return tuple(
        label
        for label, able, lighter in _sides(ev, id)
        if label not in reached and any(if_compared(ev, each, lighter).labels[id] is label for each in able[:MOST])
    )


def _settling(
    ev: Evaluation, id: str, label: Label, able: tuple[str, ...], lighter: tuple[str, ...]
) -> Settling | None:
    """A step outweighs as long as it is live, even where it is outweighed itself, so that one can stand for all."""
    order = reasons.Order.of(ev.debate)
    for heavier in able[:MOST]:
        over = tuple(each for each in lighter if order.leaves_open(heavier, each))
        if over and if_compared(ev, heavier, over).labels[id] is label:
            needed = _needed(ev, id, label, heavier, over)
            return Settling(label, needed, heavier, all(order.leaves_open(*pair) for pair in product(able, needed)))
    return None


def _needed(ev: Evaluation, id: str, label: Label, heavier: str, lighter: tuple[str, ...]) -> tuple[str, ...]:
    """Without those that can be spared, which there are only where the statement bears on what is said about it."""
    kept = list(lighter)
    for one in lighter if 1 < len(lighter) <= MOST else ():
        rest = [other for other in kept if other != one]
        if rest and if_compared(ev, heavier, rest).labels[id] is label:
            kept = rest
    return tuple(kept)
