"""The two values on which a debate's audiences part: which of them ranks higher best tells who accepts what."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations

from argmap.evaluation.audiences import standings
from argmap.evaluation.evaluated import Evaluation
from argmap.evaluation.framework import Label

MOST = 40
"""Of more values than this the first are compared."""


@dataclass(frozen=True)
class Parting:
    """Audiences by which of two values they rank higher, and what they accept."""

    higher: str
    lower: str
    with_higher: tuple[str, ...]
    """The audiences that rank `higher` above `lower`; the others rank it below."""
    with_lower: tuple[str, ...]
    accepted: dict[str, tuple[str, ...]]
    """The resolutions that each audience accepts."""

    def common(self, audiences: tuple[str, ...]) -> tuple[str, ...]:
        """What all of some audiences accept, in the order of the debate."""
        first = self.accepted[audiences[0]]
        return tuple(id for id in first if all(id in self.accepted[name] for name in audiences))


def parting(ev: Evaluation) -> Parting | None:
    """The pair of values that sorts most of the verdicts; None where the audiences accept the same, or are not asked.

    A pair sorts a verdict if the audience accepts the resolution just as most of those on its side of the pair do.
    """
    accepted = {name: tuple[str, ...]() for name in ev.debate.audiences}
    for each in ev.once(standings):
        accepted[each.audience] += (each.resolution,) if each.label is Label.IN else ()
    if len(set(accepted.values())) < 2:
        return None
    pairs = [_parted(ev, accepted, *pair) for pair in combinations(list(ev.debate.values)[:MOST], 2)]
    found = max((each for each in pairs if each), key=lambda each: _sorted(ev, each), default=None)
    if found is None or len(found.common(found.with_higher)) >= len(found.common(found.with_lower)):
        return found
    return Parting(found.lower, found.higher, found.with_lower, found.with_higher, accepted)


def _parted(ev: Evaluation, accepted: dict[str, tuple[str, ...]], one: str, other: str) -> Parting | None:
    """The audiences by how they rank a pair; None where all rank it alike or one of them does not rank both."""
    orders = ev.debate.audiences
    if not all({one, other} <= set(order) for order in orders.values()):
        return None
    above = tuple(name for name, order in orders.items() if order.index(one) < order.index(other))
    below = tuple(name for name in orders if name not in above)
    return Parting(one, other, above, below, accepted) if above and below else None


def _sorted(ev: Evaluation, found: Parting) -> int:
    """How many verdicts are those of most on their side of the pair."""
    sides = (found.with_higher, found.with_lower)
    number = 0
    for id in ev.debate.resolution_ids:
        for side in sides:
            yes = sum(id in found.accepted[name] for name in side)
            number += max(yes, len(side) - yes)
    return number
