"""From base scores to strengths, over a bipolar graph and for any gradual semantics.

What depends on no circle is worked out exactly, in one pass. A circle (a strongly connected component, with all
that it needs already known) starts from its base scores, and each round moves every value half of the way to what the
semantics makes of the others:

    s(0) = base score        s(t + 1) = s(t) + (f(s(t)) − s(t)) / 2

This is Euler's method, with a step of 1/2, for the continuous dynamics of Potyka (KR 2018; AAMAS 2019). It has the
fixpoints of the plain iteration s(t + 1) = f(s(t)), and comes to rest in many circles in which that one oscillates,
such as two certain statements that contradict each other. It is at rest when no value is more than `TOLERANCE` away
from what the semantics makes of it. A circle that is not at rest after `MOST_ROUNDS`, or after as many as `MOST_EFFORT`
allows, has no strengths, and neither has anything that depends on it.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Sequence
from typing import NamedTuple

from argmap.strength.gradual.bipolar import Bipolar

TOLERANCE = 1e-9
MOST_ROUNDS = 2_000
MOST_EFFORT = 40_000_000
"""Of all circles together: what each value is worked out from, and `_ATOM` for each value, in every round."""
_ATOM = 10

Combine = Callable[[float, Sequence[float], Sequence[float]], float]


class Settled(NamedTuple):
    """The strength of each atom; meaningless for those `unsettled`. `rounds` is the longest iteration of a circle,
    `effort` what all of this took, counted as `MOST_EFFORT` is."""

    values: list[float]
    unsettled: frozenset[int] = frozenset()
    rounds: int = 0
    effort: int = 0


def settle(graph: Bipolar, base: Sequence[float], combine: Combine) -> Settled:
    """The strength of every atom of a graph, from the base scores of its statements."""
    values = [*base, *[0.0] * len(graph.rests)]
    _pass(graph, base, combine, values, graph.order)
    return _rest(graph, base, combine, values, graph.circles)


def resettle(graph: Bipolar, base: Sequence[float], combine: Combine, before: Settled, changed: int) -> Settled:
    """The same as `settle` where all base scores but that of one statement are those of `before`: only what depends
    on it is worked out again."""
    touched = graph.depending_on([changed])
    values = list(before.values)
    for atom in touched:
        values[atom] = base[atom] if atom < graph.size else 0.0
    _pass(graph, base, combine, values, [atom for atom in graph.order if atom in touched])
    again = _rest(graph, base, combine, values, [circle for circle in graph.circles if circle[0] in touched])
    unsettled = again.unsettled | (before.unsettled - touched)
    return Settled(values, unsettled, max(again.rounds, before.rounds), again.effort + _ATOM * len(touched))


def _pass(graph: Bipolar, base: Sequence[float], combine: Combine, values: list[float], order: Iterable[int]) -> None:
    """Work out, in this order, what depends on no circle."""
    size, pros, cons = graph.size, graph.pros, graph.cons
    for atom in order:
        if atom >= size:
            values[atom] = _carried(graph, values, atom)
        elif pros[atom] or cons[atom]:
            values[atom] = combine(base[atom], [values[n] for n in pros[atom]], [values[n] for n in cons[atom]])


def _rest(
    graph: Bipolar, base: Sequence[float], combine: Combine, values: list[float], circles: Iterable[Sequence[int]]
) -> Settled:
    """Bring these circles to rest, in this order."""
    restless: list[int] = []
    longest = effort = 0
    for circle in circles:
        each = sum(_ATOM + graph.needs(atom) for atom in circle)
        most = min(MOST_ROUNDS, (MOST_EFFORT - effort) // each)
        taken = _iterate(graph, base, combine, values, circle, most)
        rounds = most if taken is None else taken
        longest, effort = max(longest, rounds), effort + each * rounds
        restless += circle if taken is None else []
    return Settled(values, graph.depending_on(restless) if restless else frozenset(), longest, effort)


def _carried(graph: Bipolar, values: Sequence[float], atom: int) -> float:
    """What a step carries: the weakest that it rests on, scaled by its undercutters; nothing where it rests on none."""
    step = atom - graph.size
    carried = min([values[n] for n in graph.rests[step]], default=0.0)
    for n in graph.undercut[step]:
        carried *= 1 - values[n]
    return carried


def _uncut(graph: Bipolar, values: Sequence[float], atom: int, circle: Container[int]) -> float:
    """Where a step of a circle begins: as though nothing undercut it, and the steps in the circle that it needs were
    certain."""
    rests = graph.rests[atom - graph.size]
    return min([values[n] for n in rests if n < graph.size or n not in circle], default=1.0 if rests else 0.0)


def _iterate(
    graph: Bipolar, base: Sequence[float], combine: Combine, values: list[float], circle: Sequence[int], most: int
) -> int | None:
    """Bring a circle to rest; the rounds that it took, or None where it did not in `most`. Its statements begin at
    their base scores, its steps as though nothing undercut them. A circle of one that does not need itself takes no
    round."""

    def wanted(atom: int) -> float:
        if atom >= graph.size:
            return _carried(graph, values, atom)
        pros, cons = graph.pros[atom], graph.cons[atom]
        return combine(base[atom], [values[n] for n in pros], [values[n] for n in cons])

    if len(circle) == 1 and circle[0] not in graph.users[circle[0]]:
        values[circle[0]] = wanted(circle[0])
        return 0
    for atom in circle:
        if atom >= graph.size:
            values[atom] = _uncut(graph, values, atom, circle)
    for rounds in range(1, most + 1):
        found = [wanted(atom) for atom in circle]
        gap = max(abs(new - values[atom]) for new, atom in zip(found, circle, strict=True))
        for new, atom in zip(found, circle, strict=True):
            values[atom] = (values[atom] + new) / 2
        if gap <= TOLERANCE:
            return rounds
    return None
