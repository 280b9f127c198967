"""The two values on which a debate's audiences part: which of them ranks higher best tells who accepts what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from argmap.evaluation.audiences import labels_heard
from argmap.evaluation.evaluated import Evaluation
from argmap.evaluation.framework import Label

MOST = 20
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
        by_all = set(self.accepted[audiences[0]]).intersection(*(self.accepted[name] for name in audiences))
        return tuple(id for id in self.accepted[audiences[0]] if id in by_all)


def parting(ev: Evaluation) -> Parting | None:
    """The pair of values that sorts most of the verdicts; None where the audiences accept the same, or are not asked.

    A pair sorts a verdict if the audience accepts the resolution just as most of those on its side of the pair do.
    """
    heard = ev.once(labels_heard).items()
    accepted = {
        name: tuple(id for id, labels in heard if labels[name] is Label.IN) for name in ev.debate.audiences if heard
    }
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
    above, number = ev.once(_above)[found.higher, found.lower], 0
    for yes, _ in ev.once(_verdicts).values():
        higher, lower = (above & yes).bit_count(), (yes & ~above).bit_count()
        number += max(higher, len(found.with_higher) - higher) + max(lower, len(found.with_lower) - lower)
    return number


def best_order(ev: Evaluation, ids: Iterable[str]) -> tuple[str, str] | None:
    """The two values whose order sorts the audiences best into those for whom these resolutions stand and those for
    whom they are defeated; None where no order does."""
    found, above = Counter[tuple[str, str]](), ev.once(_above)
    for yes, no in (ev.once(_verdicts)[id] for id in ids):
        for pair, higher in above.items():
            lower = above[pair[::-1]]
            found[pair] += ((higher & yes) | (lower & no)).bit_count() - ((higher & no) | (lower & yes)).bit_count()
    best = max(found, key=found.__getitem__, default=None)
    return best if best is not None and found[best] > 0 else None


def _verdicts(ev: Evaluation) -> dict[str, tuple[int, int]]:
    """The audiences for which each resolution stands, and those for which it is defeated: a bit for each."""
    heard = {id: [*labels.values()] for id, labels in ev.once(labels_heard).items()}
    return {id: (_bits(labels, Label.IN), _bits(labels, Label.OUT)) for id, labels in heard.items()}


def _above(ev: Evaluation) -> dict[tuple[str, str], int]:
    """The audiences that rank the first of two values above the second: a bit for each."""
    orders, found = [*ev.debate.audiences.values()], dict[tuple[str, str], int]()
    kept = {*list(ev.debate.values)[:MOST]}
    for n, order in enumerate(orders):
        for pair in combinations([value for value in order if value in kept], 2):
            found[pair] = found.get(pair, 0) | 1 << n
            found.setdefault(pair[::-1], 0)
    return found


def _bits(labels: Iterable[Label], wanted: Label) -> int:
    return sum(1 << n for n, label in enumerate(labels) if label is wanted)
