"""Engines against the brute force, over many random frameworks.

    python -m tests.semantics.compare 100000 [FIRST SEED]

compares every semantics on that many, and prints how many were compared.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import astuple, dataclass

from argmap.evaluation.framework import Framework
from argmap.semantics import tasks
from argmap.semantics.registry import SEMANTICS
from tests.semantics.brute import Brute, Key, key
from tests.semantics.frameworks import random_framework

MOST_ASSUMPTIONS = 8
"""2 to this number of sets are tried; frameworks with more are passed over."""


@dataclass
class Compared:
    """How much was compared."""

    frameworks: int = 0
    passed_over: int = 0
    labellings: int = 0
    decisions: int = 0
    undecided: int = 0
    """Frameworks with more than one complete labelling: those where something is to be found out."""


def compare_all(seeds: Iterable[int], decisions: int = 1) -> Compared:
    """Compare the labellings of every semantics for the framework of each seed; for one in `decisions` of them also
    the decisions on one statement, finding one and counting."""
    done = Compared()
    for seed in seeds:
        compare_one(random_framework(seed), done, seed if seed % decisions == 0 else None)
    return done


def compare_one(framework: Framework, done: Compared, asked: int | None = None) -> bool:
    """Compare the labellings of every semantics; with a number also the decisions on the statement that it picks,
    finding one and counting. False where the framework is passed over."""
    brute = Brute(framework)
    if len(brute.denies) > MOST_ASSUMPTIONS:
        done.passed_over += 1
        return False
    expected = brute.labellings()
    done.frameworks += 1
    done.undecided += len(expected["CO"]) > 1
    done.labellings += compare_labellings(framework, expected)
    if asked is not None:
        done.decisions += compare_decisions(framework, expected, asked % len(framework.statements))
        compare_tasks(framework, expected)
    return True


def compare_labellings(framework: Framework, expected: dict[str, set[Key]]) -> int:
    """Every labelling of every semantics, each once, and their number."""
    for semantics in SEMANTICS:
        wanted = expected[semantics.CODE]
        found = [key(framework, each) for each in semantics.labellings(framework)]
        assert len(found) == len(set(found)), (semantics.NAME, "twice", framework)
        assert set(found) == wanted, (semantics.NAME, framework)
    return sum(map(len, expected.values()))


def compare_tasks(framework: Framework, expected: dict[str, set[Key]]) -> None:
    """Finding one, and counting."""
    for semantics in SEMANTICS:
        wanted = expected[semantics.CODE]
        one = semantics.find(framework)
        assert (key(framework, one) in wanted) if one else not wanted, (semantics.NAME, framework)
        assert tasks.count(semantics, framework) == tasks.Count(len(wanted), False), (semantics.NAME, framework)


def compare_decisions(framework: Framework, expected: dict[str, set[Key]], statement: int) -> int:
    """Both decisions on a statement under every semantics, and what they are shown by."""
    id = framework.statements[statement]
    for semantics in SEMANTICS:
        wanted = expected[semantics.CODE]
        accepting = {each for each in wanted if each[0][statement] == "i"}
        where = (semantics.NAME, id, framework)
        for decide, shown_by in (
            (semantics.accepting, accepting),
            (semantics.not_accepting, wanted - accepting),
        ):
            found = decide(framework, id)
            assert (found is not None) is bool(shown_by), where
            assert found is None or key(framework, found) in shown_by, where
    return 2 * len(SEMANTICS)


def main() -> None:
    """Compare as many as asked, and say after each thousand how far it has come."""
    number = int(sys.argv[1])
    first = int(sys.argv[2]) if len(sys.argv) > 2 else 1_000_000
    total = Compared()
    for start in range(first, first + number, 1000):
        done = compare_all(range(start, min(start + 1000, first + number)))
        total = Compared(*map(sum, zip(astuple(total), astuple(done), strict=True)))
        print(total, flush=True)


if __name__ == "__main__":
    main()
