"""How long critical sets take: on the flagship debate, and on synthetic ones of 1,000 statements.

python -m tests.benchmarks.bench_critical
"""

from __future__ import annotations

import time

import argmap
from argmap.analysis.critical_sets import turning
from argmap.evaluation.evaluated import Evaluation, evaluate
from argmap.loader import read
from tests.benchmarks.synthetic import synthetic
from tests.conftest import ROOT


def measured(ev: Evaluation, id: str, size: int) -> str:
    """One search, timed."""
    began = time.perf_counter()
    found = turning(ev, id, size)
    return f"{id:<24} up to {size}: {len(found.sets):>5} sets in {time.perf_counter() - began:.3f} s"


def main() -> None:
    """Print a line for each."""
    ev = argmap.evaluate(argmap.load(ROOT / "arguments" / "nato-ukraine"))
    print(f"nato-ukraine, {len(ev.debate.statements)} statements")
    for claim in ev.debate.resolutions:
        print(" ", measured(ev, claim.id, 3))
    for seed in range(4):
        debate = read(synthetic(1_000, seed=seed)).debate
        assert debate is not None
        ev = evaluate(debate)
        print(f"synthetic, seed {seed}, 1,002 statements")
        for claim in debate.resolutions:
            print(" ", measured(ev, claim.id, 2))
            print(" ", measured(ev, claim.id, 3))


if __name__ == "__main__":
    main()
