"""What would follow from a change: it is made in the whole debate, which is then evaluated again.

A statement is *refuted* where it is settled as not accepted, whatever else is so, as in `argmap.critical`; a bare step,
which says nothing of its own, where it is undercut.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

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
    by `heavier`, gives it this label. None of them can be spared, as far as `MOST` allows to try that."""

    label: Label
    lighter: tuple[str, ...]
    heavier: str


def settlings(ev: Evaluation, id: str) -> tuple[Settling, ...]:
    """The fewest comparisons that would make an undecided weighed statement stand, and those that would make it fall.

    Each side is left out that no comparisons of what is said for and against the statement would bring about.
    """
    if ev.label(id) is not Label.UNDEC or not ev.graph.is_weighed(id):
        return ()
    found = reasons.tally(ev, id)
    tried = ((Label.IN, found.supports, found.rebuttals), (Label.OUT, found.rebuttals, found.supports))
    made = (
        _settling(ev, id, label, own.live, other.counting + other.undecided) for label, own, other in tried if own.live
    )
    return tuple(each for each in made if each)


def _settling(
    ev: Evaluation, id: str, label: Label, able: tuple[str, ...], lighter: tuple[str, ...]
) -> Settling | None:
    """A step outweighs as long as it is live, even where it is outweighed itself, so that one can stand for all."""
    for heavier in able[:MOST] if lighter else ():
        if if_compared(ev, heavier, lighter).labels[id] is label:
            return Settling(label, _needed(ev, id, label, heavier, lighter), heavier)
    return None


def _needed(ev: Evaluation, id: str, label: Label, heavier: str, lighter: tuple[str, ...]) -> tuple[str, ...]:
    """Without those that can be spared, which there are only where the statement bears on what is said about it."""
    kept = list(lighter)
    for one in lighter if 1 < len(lighter) <= MOST else ():
        rest = [other for other in kept if other != one]
        if rest and if_compared(ev, heavier, rest).labels[id] is label:
            kept = rest
    return tuple(kept)
