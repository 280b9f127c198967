"""What would follow from a change: it is made in the debate, which is then evaluated again, or where one statement is
asked about, what bears on that (`argmap.evaluation.dispute_tree.bearing_on`).

A statement is *refuted* where it is settled as not accepted, whatever else is so, as in
`argmap.analysis.critical_sets`; a bare step, which says nothing of its own, where it is undercut.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from argmap.evaluation import reasons
from argmap.evaluation.dispute_tree import bearing_on
from argmap.evaluation.evaluated import Evaluation
from argmap.evaluation.framework import Framework, Label, Labelling
from argmap.evaluation.grounded import grounded
from argmap.evaluation.reasons import Order, answers

MOST = 30
"""Up to how many comparisons it is tried whether one can be spared, and of how many steps whether they would do, or
what would be without them."""


def if_refuted(framework: Framework, ids: Iterable[str]) -> Labelling:
    """How what is in a framework would stand if all of these were refuted."""
    changed = framework
    for id in ids:
        if id in framework.statement_numbers:
            changed = changed.with_settled(framework.statement_numbers[id], accepted=False)
        else:
            changed = changed.with_undercutter(framework.step_numbers[id])
    return grounded(changed)


def if_settled(ev: Evaluation, id: str, accepted: bool) -> dict[str, Label]:
    """What the other statements that change would become if this one (or this bare step) were settled so."""
    framework = ev.framework
    if id in ev.labelling.labels:
        changed = framework.with_settled(framework.statements.index(id), accepted)
    else:
        changed = framework.with_settled_step(framework.steps.index(id), accepted)
    labels = grounded(changed).labels
    before = ev.labelling.labels
    return {other: labels[other] for other in before if other != id and labels[other] is not before[other]}


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


@dataclass(frozen=True)
class Footing:
    """What a weighed statement that stands rests on, as far as `MOST` allows to try that.

    `pros` count for it. `is_each_enough` says that it stands on any one of them alone. `losses` are those with whose
    refutation alone it would get another label, by that. `held_off` are the considerations against it that would have
    to be weighed, or would defeat it, each with the answers that keep it from that and the label then. `spent` says how
    many statements and steps were looked at for it.
    """

    pros: tuple[str, ...]
    is_each_enough: bool
    losses: Mapping[Label, tuple[str, ...]]
    held_off: tuple[tuple[str, tuple[str, ...], Label], ...]
    spent: int = field(default=0, compare=False)


def footing(ev: Evaluation, id: str) -> Footing:
    """What a weighed statement that stands rests on."""
    cut, counted = _Cut(ev, id), reasons.tally(ev, id)
    pros = counted.supports.counting
    tried = pros if 1 < len(pros) <= MOST else ()
    enough = bool(tried) and all(cut.without([x for x in pros if x != each]) is Label.IN for each in tried)
    after = {each: cut.without([each]) for each in pros[:MOST]}
    losses = {label: tuple(each for each in after if after[each] is label) for label in (Label.UNDEC, Label.OUT)}
    held = ((each, *cut.held_off_by(each)) for each in counted.rebuttals.dead[:MOST])
    return Footing(pros, enough, losses, tuple(each for each in held if each[1]), cut.spent)


class _Cut:
    """A statement and what bears on it, cut out of the debate: what it would lose is tried on that."""

    def __init__(self, ev: Evaluation, id: str) -> None:
        self.ev, self.id, self.framework = ev, id, bearing_on(ev, id)
        self.size = len(self.framework.statements) + len(self.framework.steps)
        self.spent = 4 * self.size

    def refuted(self, ids: Sequence[str]) -> Labelling:
        """How all of it would stand if these were refuted."""
        self.spent += self.size
        return if_refuted(self.framework, ids)

    def without(self, ids: Sequence[str]) -> Label:
        """How the statement would stand then."""
        return self.refuted(ids).labels[self.id]

    def held_off_by(self, con: str) -> tuple[tuple[str, ...], Label]:
        """The answers that keep a consideration against it from being weighed, none where something else does too; and
        how the statement would stand without them."""
        live = tuple(each.id for each in answers(self.ev, con) if self.ev.labelling.live[each.id] is not Label.OUT)
        after = self.refuted(live)
        label = after.labels[self.id]
        return (live if after.live[con] is Label.IN and label is not Label.IN else ()), label
