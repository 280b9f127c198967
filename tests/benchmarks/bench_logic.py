"""Evaluation, solver and critical sets in one run, each as a ratio to a reading of the same debate.

    python -m tests.benchmarks.bench_logic [--repeat 5]

prints a Markdown table. A ratio says the same on a slow machine and on a busy one. The flagship is measured as it is,
with step premises (`{step: ID}` wherever a premise is a support or rebuttal), with `over: all` (the first rebuttal of
each resolution), and with both.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Callable, Iterator
from functools import partial

import argmap
from argmap.analysis.critical_sets import turning
from argmap.evaluation.evaluated import evaluate
from argmap.evaluation.framework import Framework
from argmap.model import Claim, Comparison, Debate, Rebuttal, Statement, StepPremise
from argmap.semantics import exchange, preferred
from tests.conftest import ROOT
from tests.rules.dressed import with_positions

Row = tuple[str, float, float]
"""What was done, in how many seconds, and how long a reading takes."""


def best(repeat: int, task: Callable[[], object]) -> float:
    """Seconds, the best of so many."""
    times = []
    for _ in range(repeat):
        started = time.perf_counter()
        task()
        times.append(time.perf_counter() - started)
    return min(times)


def changed(debate: Debate, change: Callable[[Statement], Statement]) -> Debate:
    """The debate with each statement of its positions changed."""
    return with_positions(
        debate,
        [each.model_copy(update={"arguments": tuple(map(change, each.arguments))}) for each in debate.positions],
    )


def with_step_premises(debate: Debate) -> Debate:
    """Premises that are arguments must have force, not only be true."""

    def change(statement: Statement) -> Statement:
        if isinstance(statement, Claim) or not statement.premises:
            return statement
        steps = [isinstance(debate.statements[id], Claim) for id in statement.premise_ids]
        premises = zip(statement.premise_ids, steps, strict=True)
        update = {"premises": tuple(id if is_claim else StepPremise(step=id) for id, is_claim in premises)}
        return statement.model_copy(update=update)

    return changed(debate, change)


def with_first(debate: Debate) -> Debate:
    """The first rebuttal of each resolution comes first."""
    wanted = dict[str, str]()
    for id, statement in debate.statements.items():
        if isinstance(statement, Rebuttal) and statement.of in debate.resolution_ids:
            wanted.setdefault(statement.of, id)
    first = (Comparison(over="all", because="A threshold."),)
    return changed(debate, lambda s: s.model_copy(update={"outweighs": first}) if s.id in wanted.values() else s)


def flagship_rows(repeat: int) -> Iterator[Row]:
    """Evaluation and critical sets of the flagship and its variants."""
    folder = ROOT / "arguments" / "nato-ukraine"
    reading, plain = best(repeat, partial(argmap.load, folder)), argmap.load(folder)
    variants = {
        "as it is": plain,
        "step premises": with_step_premises(plain),
        "over: all": with_first(plain),
        "both": with_first(with_step_premises(plain)),
    }
    for name, debate in variants.items():
        ev = evaluate(debate)
        needs, first = sum(map(len, ev.framework.needs)), len(ev.framework.first)
        yield (
            f"evaluation, {name} ({needs} step premises, {first} first)",
            best(repeat, partial(evaluate, debate)),
            reading,
        )
        every = partial(lambda ev: [turning(ev, claim.id, 2) for claim in ev.debate.resolutions], ev)
        yield f"critical sets up to 2 of all resolutions, {name}", best(repeat, every), reading


def solver_rows(repeat: int) -> Iterator[Row]:
    """One preferred extension, and whether an argument is in one, beside the reading of the file."""
    choose, names = random.Random(1), [str(n) for n in range(1, 1001)]
    attacks = [tuple(choose.choices(names, k=2)) for _ in range(3000)]
    text = exchange.BY_NAME["iccma"].write(names, attacks).encode()
    framework, reading = exchange.parse(text), best(repeat, partial(exchange.parse, text))
    assert isinstance(framework, Framework)
    yield "SE-PR, 1,000 arguments", best(repeat, partial(preferred.find, framework)), reading
    yield "DC-PR, 1,000 arguments", best(repeat, partial(preferred.accepting, framework, "7")), reading


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repeat", type=int, default=5)
    repeat = parser.parse_args().repeat
    print("| what | time | a reading | ratio |\n|---|---:|---:|---:|")
    for what, taken, reading in (*flagship_rows(repeat), *solver_rows(repeat)):
        print(f"| {what} | {taken * 1000:.1f} ms | {reading * 1000:.1f} ms | {taken / reading:.2f} |", flush=True)


if __name__ == "__main__":
    main()
