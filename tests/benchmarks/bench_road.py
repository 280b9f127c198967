"""The whole road at several sizes: `python -m tests.benchmarks.bench_road [SIZE ...]`.

Prints, for synthetic debates, CPU seconds to load, check and evaluate, to write the whole map as DOT and as SVG, and
wall seconds of `dot -Tsvg` alone on that DOT (where there is a `dot`; given up after two minutes). The last columns
are `argmap check` as a whole process: CPU seconds, start-up included, and peak memory in MB.
"""

from __future__ import annotations

import datetime
import gc
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from argmap.evaluation.evaluated import evaluate
from argmap.loader import read
from argmap.maps import View, to_dot, to_svg
from argmap.rules.runner import run
from tests.benchmarks.synthetic import synthetic

T = TypeVar("T")
MEASURE = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], stderr=subprocess.DEVNULL)
usage = resource.getrusage(resource.RUSAGE_CHILDREN)
print(usage.ru_utime + usage.ru_stime, usage.ru_maxrss)
"""
"""Started small, so that the peak is the measured program's and not that of the process that forked it."""
_PATIENCE = 120.0
COLUMNS = ("statements", "load", "check", "evaluate", "DOT", "SVG", "dot alone", "check, CPU", "MB")


def timed(action: Callable[[], T]) -> tuple[T, float]:
    """A result and the CPU seconds that it took."""
    start = time.process_time()
    return action(), time.process_time() - start


def dot_alone(dot: str) -> float:
    """Wall seconds of plain `dot` for the same map; NaN where there is none or it takes too long."""
    if shutil.which("dot") is None:
        return float("nan")
    start = time.perf_counter()
    try:
        subprocess.run(["dot", "-Tsvg"], input=dot.encode(), capture_output=True, check=True, timeout=_PATIENCE)
    except subprocess.TimeoutExpired:
        return float("nan")
    return time.perf_counter() - start


def whole_process(files: dict[str, str]) -> tuple[float, float]:
    """CPU seconds and peak memory in MB of `argmap check` on a debate on disk."""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in files.items():
            path = Path(folder) / "debate" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        command = [sys.executable, "-m", "argmap", "check", "-q", "-o", os.devnull, str(Path(folder) / "debate")]
        run = subprocess.run([sys.executable, "-c", MEASURE, *command], capture_output=True, text=True, check=True)
    cpu, peak = map(float, run.stdout.split())
    return cpu, peak / 1024


def row(size: int) -> list[float]:
    """The figures of one size."""
    files = synthetic(size)
    loaded, load = timed(lambda: read(files))
    assert loaded.debate is not None and loaded.ok
    debate = loaded.debate
    evaluation, evaluating = timed(lambda: evaluate(debate))
    _, checking = timed(lambda: run(evaluation, loaded.source_map, today=datetime.date(2026, 1, 1)))
    dot, writing = timed(lambda: to_dot(evaluation, View()))
    _, drawing = timed(lambda: to_svg(evaluation, View()))
    alone = dot_alone(dot) if size <= 2000 else float("nan")
    return [size, load, checking, evaluating, writing, drawing, alone, *whole_process(files)]


def main(sizes: list[int]) -> None:
    """Print the table."""
    gc.disable()  # as the program does
    print(" ".join(f"{name:>10}" for name in COLUMNS))
    for size in sizes:
        print(" ".join(f"{value:>10.0f}" if value == size or value > 100 else f"{value:>10.3f}" for value in row(size)))


if __name__ == "__main__":
    main([int(word) for word in sys.argv[1:]] or [100, 1_000, 10_000, 100_000])
