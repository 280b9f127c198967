"""Random frameworks with everything that the language has: self-attacks, undercutters of undercutters (and of
themselves), linked premises, steps that need steps (and themselves), circular support, weighed statements,
outweighing, contradictions.

`frameworks()` is the Hypothesis strategy; `random_framework(seed)` makes the same kind faster. `different` draws a
stated number of different ones from a strategy, and `features` says what a framework has.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Hashable, Iterable
from typing import TypeVar

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from argmap.evaluation.framework import Framework, grouped
from tests.strategies import Pick, picking

Attacks = tuple[tuple[str, ...], list[tuple[str, str]]]
Drawn = TypeVar("Drawn")

ROUND = 500
"""The examples that Hypothesis makes in one go; it repeats itself more often in long runs."""


def random_framework(seed: int, statements: int = 5, steps: int = 7) -> Framework:
    """The framework of a seed."""
    return build(random.Random(seed).choice, statements, steps)


@st.composite
def frameworks(draw: st.DrawFn, statements: int = 5, steps: int = 7) -> Framework:
    """Frameworks of up to so many statements and steps, simplest first."""
    return build(picking(draw), statements, steps)


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
    needed = [(pick(steps), pick(steps)) for _ in range(pick((0, 0, 1, 2)) if count else 0)]
    return Framework(
        statements=tuple(f"x{n}" for n in statements),
        steps=tuple(f"s{n}" for n in steps),
        given=[pick((True, True, True, False)) for _ in statements],
        weighed=[pick((False, False, True)) for _ in statements],
        supports=grouped(links["supports"], size),
        rebuttals=grouped(links["rebuttals"], size),
        contradicts=grouped(contradicts, size),
        conditions=[tuple(dict.fromkeys(pick(statements) for _ in range(pick((1, 1, 1, 2))))) for _ in steps],
        needs=grouped(dict.fromkeys(needed), count),
        undercutters=grouped(links["undercutters"], count),
        outweighers=grouped(dict.fromkeys(heavier), count),
    )


def different(number: int, strategy: st.SearchStrategy[Drawn], check: Callable[[Drawn], bool], first_seed: int) -> None:
    """Have Hypothesis make examples, and shrink what fails, until `check` has said of so many different ones that it
    checked them; of others it says that it passed them over. The same ones for the same seed."""
    done: set[Hashable] = set()

    @given(strategy)
    @settings(
        max_examples=ROUND,
        database=None,
        phases=[Phase.generate, Phase.shrink],
        suppress_health_check=list(HealthCheck),
    )
    def checked(example: Drawn) -> None:
        if repr(example) not in done and check(example):
            done.add(repr(example))

    while len(done) < number:
        seed(first_seed)(checked)()
        first_seed += 1


def features(framework: Framework) -> Counter[str]:
    """What a framework has of the things that are easily got wrong, each counted once."""
    conditions, undercutters = framework.conditions, framework.undercutters
    has = {
        "self-attack": any(x in conditions[s] for x, steps in enumerate(framework.rebuttals) for s in steps),
        "undercutter of an undercutter": any(undercutters[u] for each in undercutters for u in each),
        "linked premises": any(len(each) > 1 for each in conditions),
        "positive cycle": _in_a_circle(framework),
        "weighed": any(framework.weighed),
        "contradiction": any(framework.contradicts),
        "comparison": any(framework.outweighers),
        "step as a premise": any(framework.needs),
    }
    return Counter(name for name, present in has.items() if present)


def _in_a_circle(framework: Framework) -> bool:
    """Whether a statement supports itself, through whatever is between."""
    rests = [{x for s in steps for x in framework.conditions[s]} for steps in framework.supports]
    for x in range(len(rests)):
        reached: set[int] = set()
        waiting = set(rests[x])
        while waiting:
            each = waiting.pop()
            reached.add(each)
            waiting |= rests[each] - reached
        if x in reached:
            return True
    return False


def random_attacks(seed: int, most: int = 10) -> Attacks:
    """The arguments and attacks of an abstract framework, self-attacks among them, sparse or dense."""
    choose = random.Random(seed)
    names = tuple(str(n + 1) for n in range(choose.randint(1, most)))
    density = choose.choice((0.05, 0.1, 0.2, 0.3, 0.5))
    return names, [(a, b) for a in names for b in names if choose.random() < density]


def dung(arguments: Iterable[str], attacks: Iterable[tuple[str, str]]) -> Framework:
    """An abstract framework (Dung 1995): contested statements without supports, each attack a bare step
    whose premise is the attacker."""
    names, pairs = tuple(arguments), list(attacks)
    number = {name: n for n, name in enumerate(names)}
    alone = [(n,) for n in range(len(names))]
    return Framework(
        statements=names,
        steps=tuple([f"{attacker}->{attacked}" for attacker, attacked in pairs]),
        given=[True] * len(names),
        weighed=[False] * len(names),
        supports=[()] * len(names),
        rebuttals=grouped(((number[attacked], n) for n, (_, attacked) in enumerate(pairs)), len(names)),
        contradicts=[()] * len(names),
        conditions=[alone[number[attacker]] for attacker, _ in pairs],
        needs=[()] * len(pairs),
        undercutters=[()] * len(pairs),
        outweighers=[()] * len(pairs),
    )
