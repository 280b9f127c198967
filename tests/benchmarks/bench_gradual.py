"""How long gradual strengths take on large graphs: `python -m tests.benchmarks.bench_gradual [ARGUMENTS]`.

Random graphs, half attacks and half supports, every argument with one or two targets; acyclic, and with a circle
somewhere for each hundred arguments. The known figure to compare with is QBAF-Py (C): 0.14 s at 20,000 arguments.
"""

from __future__ import annotations

import gc
import random
import sys
import time
from collections.abc import Callable
from typing import TypeVar

from argmap.evaluation.framework import Framework, grouped
from argmap.strength.gradual import GRADUAL, Bipolar, settle

T = TypeVar("T")


def graph(arguments: int, circles: int = 0, seed: int = 0) -> Framework:
    """A framework in which each argument but the first answers to one or two before it, and some are answered back."""
    choose = random.Random(seed)
    edges = [(choose.randrange(n), n) for n in range(1, arguments) for _ in range(choose.choice((1, 2)))]
    edges += [(source, target) for target, source in choose.sample(edges, circles)]
    kinds = [choose.random() < 0.5 for _ in edges]
    alone = [(n,) for n in range(arguments)]
    return Framework(
        statements=tuple(f"a{n}" for n in range(arguments)),
        steps=tuple(f"s{n}" for n in range(len(edges))),
        given=[True] * arguments,
        weighed=[False] * arguments,
        supports=grouped([(edges[n][0], n) for n, pro in enumerate(kinds) if pro], arguments),
        rebuttals=grouped([(edges[n][0], n) for n, pro in enumerate(kinds) if not pro], arguments),
        contradicts=[()] * arguments,
        conditions=[alone[source] for _, source in edges],
        needs=[()] * len(edges),
        undercutters=[()] * len(edges),
        outweighers=[()] * len(edges),
    )


def best(task: Callable[[], T], times: int = 5) -> tuple[float, T]:
    """The shortest of some runs, in seconds, and what the last one gave."""
    taken = []
    for _ in range(times):
        gc.collect()
        start = time.perf_counter()
        result = task()
        taken.append(time.perf_counter() - start)
    return min(taken), result


def main() -> None:
    """Print a table."""
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    for circles in (0, size // 100):
        framework = graph(size, circles)
        base = [random.Random(1).random() for _ in range(size)]
        built, bipolar = best(lambda framework=framework: Bipolar.of(framework))
        largest = max(map(len, bipolar.circles), default=0)
        print(f"{size} arguments, {len(framework.steps)} relations, largest circle {largest}: graph {built:.3f} s")
        for semantics in GRADUAL:
            taken, found = best(lambda s=semantics, b=bipolar, w=base: settle(b, w, s.strength), 3)
            print(f"  {semantics.NAME:<18} {taken:.3f} s  {found.rounds} rounds, {len(found.unsettled)} unsettled")


if __name__ == "__main__":
    main()
