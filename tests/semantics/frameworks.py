"""Random frameworks with everything that the language has: self-attacks, undercutters of undercutters (and of
themselves), linked premises, circular support, weighed statements, outweighing, contradictions.

`frameworks()` is the Hypothesis strategy; `random_framework(seed)` makes the same kind faster.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from typing import Any

from hypothesis import strategies as st

from argmap.framework import Framework, grouped

Pick = Callable[[Sequence[Any]], Any]
Attacks = tuple[tuple[str, ...], list[tuple[str, str]]]


def random_framework(seed: int, statements: int = 5, steps: int = 7) -> Framework:
    """The framework of a seed."""
    return build(random.Random(seed).choice, statements, steps)


@st.composite
def frameworks(draw: st.DrawFn, statements: int = 5, steps: int = 7) -> Framework:
    """Frameworks of up to so many statements and steps, simplest first."""
    return build(lambda options: draw(st.sampled_from(options)), statements, steps)


def build(pick: Pick, most_statements: int, most_steps: int) -> Framework:
    """A framework all of whose choices are made by `pick`."""
    size, count = pick(range(1, most_statements + 1)), pick(range(most_steps + 1))
    statements, steps = range(size), range(count)
    links: dict[str, list[tuple[int | None, int]]] = {"supports": [], "rebuttals": [], "undercutters": []}
    for step in steps:
        kind = pick(("rebuttals", "rebuttals", "supports", "undercutters"))
        links[kind].append((pick(steps if kind == "undercutters" else statements), step))
    pairs = [(pick(statements), pick(statements)) for _ in range(pick((0, 0, 0, 1, 2)))]
    contradicts = dict.fromkeys(pair for a, b in pairs if a != b for pair in ((a, b), (b, a)))
    heavier = [(pick(steps), pick(steps)) for _ in range(pick((0, 0, 1, 2)) if count else 0)]
    return Framework(
        statements=tuple(f"x{n}" for n in statements),
        steps=tuple(f"s{n}" for n in steps),
        given=[pick((True, True, True, False)) for _ in statements],
        weighed=[pick((False, False, True)) for _ in statements],
        supports=grouped(links["supports"], size),
        rebuttals=grouped(links["rebuttals"], size),
        contradicts=grouped(contradicts, size),
        conditions=[tuple(dict.fromkeys(pick(statements) for _ in range(pick((1, 1, 1, 2))))) for _ in steps],
        undercutters=grouped(links["undercutters"], count),
        outweighers=grouped(dict.fromkeys(heavier), count),
    )


def random_attacks(seed: int, most: int = 10) -> Attacks:
    """The arguments and attacks of an abstract framework, self-attacks among them, sparse or dense."""
    choose = random.Random(seed)
    names = tuple(str(n + 1) for n in range(choose.randint(1, most)))
    density = choose.choice((0.05, 0.1, 0.2, 0.3, 0.5))
    return names, [(a, b) for a in names for b in names if choose.random() < density]
