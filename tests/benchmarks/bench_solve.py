"""How fast the labelling semantics are, in one run: the library's own time, and whole processes of `argmap solve`.

    python tests/benchmarks/bench_solve.py [--repeat 3] [--peers]

prints a Markdown table, the best of so many runs each. `--peers` adds python-argumentation where it is installed. No
native competition solver can be installed from PyPI or Debian; their known figures stand beside ours as such.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from argmap.evaluation.framework import Framework
from argmap.evaluation.grounded import grounded
from argmap.semantics import exchange

Row = tuple[str, str, str, str]


def attacks(size: int, number: int, seed: int, mutual: bool = False) -> list[tuple[str, str]]:
    """That many different random attacks; mutual ones come in pairs."""
    choose, found = random.Random(seed), dict[tuple[str, str], None]()
    while len(found) < number:
        a, b = str(choose.randint(1, size)), str(choose.randint(1, size))
        found[a, b] = None
        if mutual:
            found[b, a] = None
    return list(found)


def names(size: int) -> list[str]:
    return [str(n + 1) for n in range(size)]


def best(repeat: int, task: Callable[[], object]) -> float:
    """Seconds, the best of so many."""
    times = []
    for _ in range(repeat):
        started = time.perf_counter()
        task()
        times.append(time.perf_counter() - started)
    return min(times)


def grounded_rows(repeat: int) -> Iterator[Row]:
    for size, number, target in ((1000, 3000, "10 ms"), (2000, 1_000_000, "2 s"), (100_000, 1_000_000, "2 s")):
        text = exchange.BY_NAME["iccma"].write(names(size), attacks(size, number, 1)).encode()
        framework = exchange.parse(text)
        assert isinstance(framework, Framework)
        known = "PyArg 15 s and more" if size == 1000 else ""
        yield (
            f"grounded, {size:,} arguments, {number:,} attacks",
            shown(best(repeat, partial(grounded, framework))),
            target,
            known,
        )
        yield "- the same, reading the file", shown(best(repeat, partial(exchange.parse, text))), "", ""


def process_rows(repeat: int, folder: Path) -> Iterator[Row]:
    """Whole processes, the start of Python included."""
    sparse = write(folder / "sparse.af", 1000, 3000, 1)
    yield process("start and SE-GR, 1 argument", repeat, write(folder / "one.af", 1, 0, 1), "SE-GR", "", "")
    for problem in ("SE-PR", "DS-PR", "DC-PR", "SE-ST", "SE-SST", "SE-STG", "SE-ID"):
        known = "mu-toksia 0.03 s" if problem == "SE-PR" else ""
        yield process(f"{problem}, 1,000 arguments, 3,000 attacks", repeat, sparse, problem, "0.5 s", known)
    for size in (100, 150, 200):
        for seed, mutual in ((1, False), (2, True)):
            file = write(folder / f"dense-{size}-{seed}.af", size, size * size // 5, seed, mutual)
            kind = "mutual" if mutual else "any"
            for problem in ("SE-PR", "DS-PR", "DC-PR"):
                known = "mu-toksia SE-PR 0.13 s" if problem == "SE-PR" else ""
                title = f"{problem}, {size} arguments, {size * size // 5:,} attacks ({kind})"
                yield process(title, repeat, file, problem, "0.65 s", known)


def write(file: Path, size: int, number: int, seed: int, mutual: bool = False) -> Path:
    file.write_text(exchange.BY_NAME["iccma"].write(names(size), attacks(size, number, seed, mutual)))
    return file


def process(title: str, repeat: int, file: Path, problem: str, target: str, known: str) -> Row:
    about = ["-a", "7"] if problem[0] == "D" else []
    command = [sys.executable, "-m", "argmap", "solve", "-p", problem, "-f", str(file), *about]
    run = lambda: subprocess.run(command, check=True, capture_output=True, timeout=600)  # noqa: E731
    return title, shown(best(repeat, run)), target, known


def peer_rows(repeat: int) -> Iterator[Row]:
    """python-argumentation (PyArg), where it can be expected to end."""
    from py_arg.abstract_argumentation_classes.abstract_argumentation_framework import AbstractArgumentationFramework
    from py_arg.abstract_argumentation_classes.argument import Argument
    from py_arg.abstract_argumentation_classes.defeat import Defeat
    from py_arg.algorithms.semantics import get_grounded_extension, get_preferred_extensions

    from argmap.semantics import preferred

    for size in (10, 14):
        pairs = attacks(size, 2 * size, 1)
        arguments = {name: Argument(name) for name in names(size)}
        theirs = AbstractArgumentationFramework(
            "", list(arguments.values()), [Defeat(arguments[a], arguments[b]) for a, b in pairs]
        )
        ours = Framework.dung(names(size), pairs)
        for title, one, other in (
            ("grounded", lambda f=ours: grounded(f), get_grounded_extension.get_grounded_extension),
            (
                "all preferred",
                lambda f=ours: list(preferred.labellings(f)),
                get_preferred_extensions.get_preferred_extensions,
            ),
        ):
            measured = shown(best(1, lambda other=other, f=theirs: other(f)))
            yield (
                f"{title}, {size} arguments",
                shown(best(repeat, one)),
                "",
                f"python-argumentation {measured} (this run)",
            )


def shown(seconds: float) -> str:
    return f"{seconds * 1000:.1f} ms" if seconds < 0.1 else f"{seconds:.2f} s"


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--peers", action="store_true")
    options = parser.parse_args()
    print("| task | argmap | to reach | known |\n|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        rows = [grounded_rows(options.repeat), process_rows(options.repeat, Path(folder))]
        for each in [*rows, *([peer_rows(options.repeat)] if options.peers else [])]:
            for row in each:
                print("|", " | ".join(row), "|", flush=True)


if __name__ == "__main__":
    main()
