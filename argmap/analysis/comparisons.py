"""What would follow from a change: it is made in the debate, which is then evaluated again, or where one statement is
asked about, what bears on that (`argmap.evaluation.dispute_tree.bearing_on`).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from argmap.evaluation import dispute_tree, reasons
from argmap.evaluation.dispute_tree import bearing_on
from argmap.evaluation.evaluated import Evaluation
from argmap.evaluation.framework import Framework, Label, Labelling
from argmap.evaluation.grounded import grounded
from argmap.evaluation.reasons import Order

MOST = 30
"""Up to how many comparisons it is tried whether one can be spared, and of how many steps whether they would do, or
what would be without them."""


def if_settled(ev: Evaluation, id: str, accepted: bool) -> dict[str, Label]:
    """What the other statements that change would become if this one (or this bare step) were settled so."""
    before = ev.labelling.labels
    after = dispute_tree.if_settled(ev, (id, id not in before), Label.IN if accepted else Label.OUT)
    return {other: label for other, label in after.items() if label is not before[other]}


def if_compared(framework: Framework, heavier: str, lighter: Iterable[str]) -> Labelling:
    """How what is in a framework would stand if one step outweighed each of some others."""
    steps = framework.step_numbers
    return grounded(framework.with_comparison(steps[heavier], [steps[id] for id in lighter]))


@dataclass(frozen=True)
class Settling:
    """What would settle an undecided statement: each of `lighter` outweighed by one on the other side, as it would be
    by `heavier`, gives it this label. None of them can be spared, as far as `MOST` allows to try that.

    None of these comparisons turns a written one round. One step can stand for all of its side: where several could
    outweigh all that they have to between them, without a circle, so can that of them which nothing there outweighs.
    `free` says that there are other live steps on that side, and that any of them would do in any place.
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
    sides = _sides(ev, id)
    order, framework = Order(ev.graph.written), bearing_on(ev, id) if sides else ev.framework
    made = (_settling(framework, order, id, *side) for side in sides)
    return tuple(each for each in made if each)


def barred(ev: Evaluation, id: str) -> tuple[Label, ...]:
    """What comparisons would make of an undecided weighed statement, if they did not turn round written ones."""
    reached, sides = {each.label for each in settlings(ev, id)}, _sides(ev, id)
    framework = bearing_on(ev, id) if sides else ev.framework
    return tuple(
        label
        for label, able, lighter in sides
        if label not in reached
        and any(if_compared(framework, each, lighter).labels[id] is label for each in able[:MOST])
    )


def _settling(
    framework: Framework, order: Order, id: str, label: Label, able: tuple[str, ...], lighter: tuple[str, ...]
) -> Settling | None:
    """A step outweighs as long as it is live, even where it is outweighed itself, so that one can stand for all."""
    for heavier in able[:MOST]:
        over = order.open_to(heavier, lighter)
        if over and if_compared(framework, heavier, over).labels[id] is label:
            needed = _needed(framework, id, label, heavier, over)
            free = len(able) > 1 and all(order.open_to(each, needed) == needed for each in able)
            return Settling(label, needed, heavier, free)
    return None


def _needed(framework: Framework, id: str, label: Label, heavier: str, lighter: tuple[str, ...]) -> tuple[str, ...]:
    """Without those that can be spared, which there are only where the statement bears on what is said about it."""
    kept = list(lighter)
    for one in lighter if 1 < len(lighter) <= MOST else ():
        rest = [other for other in kept if other != one]
        if rest and if_compared(framework, heavier, rest).labels[id] is label:
            kept = rest
    return tuple(kept)
