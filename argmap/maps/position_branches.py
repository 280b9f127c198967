"""Large positions in parts: a first map with what stands at the top, and a map for each large subtree below it.

Whether a subtree is a part depends on what is in it and on how large those beside it are, in powers of two: so a
change in one part changes no other, and a part keeps its name, which is that of the statement at its top.
Answers with nothing below them stay together, however many: a cut by number would move all that follow a new one to
other maps.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from argmap.evaluation.evaluated import Evaluation
from argmap.maps.scene import circles, downwards
from argmap.model import Claim, Position

MOST = 300
"""So many statements of a position stand on one map; of more each large subtree has a map of its own."""
_LARGE = tuple(2**power for power in range(8, 0, -1))
"""From how many statements on a subtree is large: the first that leaves no more than `MOST`."""


def parts(evaluation: Evaluation) -> Mapping[str, str]:
    """For each statement that does not stand on the first map of its position the one at the top of its part."""
    return evaluation.once(_parts)


def map_of(evaluation: Evaluation, id: str) -> str | None:
    """The name of the map on which a statement stands, `POSITION` or `POSITION.TOP`; None for a resolution."""
    position, top = evaluation.debate.position_of.get(id), parts(evaluation).get(id)
    return ".".join(filter(None, (position.id, top))) if position else None


def tops(evaluation: Evaluation, position: Position) -> tuple[str, ...]:
    """The statements at the tops of a position's parts, in file order; none where one map has it all."""
    found = parts(evaluation)
    return tuple(each.id for each in position.arguments if found.get(each.id) == each.id)


def _parts(evaluation: Evaluation) -> dict[str, str]:
    found: dict[str, str] = {}
    for position in evaluation.debate.positions:
        if len(position.arguments) > MOST:
            above = _above(evaluation, position)
            order = downwards(above, [each.id for each in position.arguments])
            cut = _cut(above, order)
            for id in order:
                if top := id if id in cut else found.get(above.get(id, "")):
                    found[id] = top
    return found


def _above(evaluation: Evaluation, position: Position) -> dict[str, str]:
    """What each statement of a position hangs from in it: an argument from its target, a claim from the first step that
    needs it."""
    inside, above = {each.id for each in position.arguments}, dict[str, str]()
    for each in position.arguments:
        ends = [step.id for step in evaluation.graph.uses(each.id)] if isinstance(each, Claim) else [each.target]
        if near := [end for end in ends if end in inside]:
            above[each.id] = near[0]
    for id in circles(above):
        del above[id]
    return above


def _cut(above: Mapping[str, str], order: Iterable[str]) -> set[str]:
    """The tops of parts. A part holds all below its top, except what has a part of its own."""
    below, size, cut = defaultdict[str, list[str]](list), dict[str, int](), set[str]()
    for id in reversed(["", *order]):  # "" stands above all
        found = _large({each: size[each] for each in below[id]})
        cut |= found
        size[id] = 1 + sum(1 if each in found else size[each] for each in below[id])
        below[above.get(id, "")].append(id)
    return cut


def _large(sizes: Mapping[str, int]) -> set[str]:
    """Which of the subtrees beside each other have maps of their own."""
    if sum(sizes.values()) < MOST:
        return set()
    for least in _LARGE:
        found = {id for id, size in sizes.items() if size >= least}
        if sum(1 if id in found else size for id, size in sizes.items()) < MOST:
            break
    return found
