"""How long maps take beside `dot` alone on the same DOT: `python -m tests.benchmarks.bench_maps [SIZE ...]`.

Prints, for synthetic debates of several sizes, seconds of wall time: the whole map as DOT, `dot -Tsvg` on that DOT
(where a `dot` is installed; given up after two minutes), the whole map as SVG with the engine that argmap brings, the
ratio of the two, and all the maps of a build.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from collections.abc import Callable

from argmap.evaluation.evaluated import Evaluation, evaluate
from argmap.loader import read
from argmap.maps import View, to_dot, to_svg, views
from tests.benchmarks.synthetic import synthetic

_PATIENCE = 120.0


def best(action: Callable[[], object], runs: int = 3) -> float:
    """The shortest of some runs, in seconds."""
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        action()
        times.append(time.perf_counter() - start)
    return min(times)


def evaluated(statements: int) -> Evaluation:
    """A synthetic debate, evaluated."""
    debate = read({name: text.encode() for name, text in synthetic(statements).items()}).debate
    assert debate is not None
    return evaluate(debate)


def dot_alone(dot: str) -> float:
    """What plain `dot` takes for the same map, in seconds; NaN where there is none or it takes too long."""
    if shutil.which("dot") is None:
        return float("nan")
    start = time.perf_counter()
    try:
        subprocess.run(["dot", "-Tsvg"], input=dot.encode(), capture_output=True, check=True, timeout=_PATIENCE)
    except subprocess.TimeoutExpired:
        return float("nan")
    return time.perf_counter() - start


def main(sizes: list[int]) -> None:
    """Print the table."""
    print(f"{'statements':>10} {'DOT':>8} {'dot alone':>10} {'SVG':>8} {'SVG/dot':>8} {'all maps':>9}")
    to_svg(evaluated(10))
    for size in sizes:
        evaluation = evaluated(size)
        writing = best(lambda e=evaluation: to_dot(e))
        alone = dot_alone(to_dot(evaluation)) if size <= 2000 else float("nan")
        drawing = best(lambda e=evaluation: to_svg(e, View()))
        every = best(lambda e=evaluation: [to_svg(e, view) for view in views(e)], 1)
        print(f"{size:>10} {writing:>8.3f} {alone:>10.3f} {drawing:>8.3f} {drawing / alone:>8.2f} {every:>9.3f}")


if __name__ == "__main__":
    main([int(word) for word in sys.argv[1:]] or [100, 1000, 10_000])
