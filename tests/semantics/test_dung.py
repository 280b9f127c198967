"""Abstract frameworks: the classical definitions as sets of arguments, and an independent package."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

import pytest

from argmap.evaluation.framework import Label
from argmap.semantics import tasks
from argmap.semantics.registry import BY_CODE, SEMANTICS
from tests.conftest import needs_package
from tests.semantics.frameworks import Attacks, dung, random_attacks

Extensions = set[frozenset[str]]


def found(code: str, attacks: Attacks) -> Extensions:
    return {
        frozenset(id for id, label in each.labels.items() if label is Label.IN)
        for each in BY_CODE[code].labellings(dung(*attacks))
    }


def classical(attacks: Attacks) -> dict[str, Extensions]:
    """Dung 1995, Verheij 1996, Caminada 2006, Dung, Mancarella & Toni 2007: word for word, on sets of arguments."""
    arguments, pairs = attacks
    beats = {a: {y for x, y in pairs if x == a} for a in arguments}
    beaten_by = {a: {x for x, y in pairs if y == a} for a in arguments}
    subsets = [frozenset(s) for n in range(len(arguments) + 1) for s in combinations(arguments, n)]
    plus = {s: frozenset().union(*[beats[a] for a in s]) for s in subsets}
    defended = {s: frozenset(a for a in arguments if beaten_by[a] <= plus[s]) for s in subsets}
    free = [s for s in subsets if not s & plus[s]]
    admissible = [s for s in free if s <= defended[s]]
    complete = {s for s in free if s == defended[s]}
    preferred = largest(admissible)
    ideal = largest(s for s in admissible if all(s <= each for each in preferred))
    most = {"SST": largest(s | plus[s] for s in complete), "STG": largest(s | plus[s] for s in free)}
    return {
        "CO": complete,
        "GR": {s for s in complete if all(s <= each for each in complete)},
        "PR": preferred,
        "ST": {s for s in free if s | plus[s] == set(arguments)},
        "SST": {s for s in complete if s | plus[s] in most["SST"]},
        "STG": {s for s in free if s | plus[s] in most["STG"]},
        "ID": ideal,
    }


def largest(sets: Iterable[frozenset[str]]) -> Extensions:
    every = set(sets)
    return {s for s in every if not any(s < other for other in every)}


@pytest.mark.parametrize("block", range(4))
def test_on_abstract_frameworks_every_semantics_is_the_classical_one(block: int) -> None:
    for seed in range(block * 400, block * 400 + 400):
        attacks = random_attacks(seed, 6)
        expected = classical(attacks)
        assert {each.CODE: found(each.CODE, attacks) for each in SEMANTICS} == expected, (seed, attacks)


@pytest.mark.parametrize("block", range(4))
def test_an_independent_package_agrees_on_1_000_abstract_frameworks(block: int) -> None:
    needs_package("py_arg")
    for seed in range(block * 250, block * 250 + 250):
        attacks = random_attacks(10_000 + seed, 10)
        expected = theirs(attacks)
        assert {code: found(code, attacks) for code in expected} == expected, (seed, attacks)


def theirs(attacks: Attacks) -> dict[str, Extensions]:
    from py_arg.abstract_argumentation_classes.abstract_argumentation_framework import AbstractArgumentationFramework
    from py_arg.abstract_argumentation_classes.argument import Argument
    from py_arg.abstract_argumentation_classes.defeat import Defeat
    from py_arg.algorithms.semantics.get_complete_extensions import get_complete_extensions
    from py_arg.algorithms.semantics.get_grounded_extension import get_grounded_extension
    from py_arg.algorithms.semantics.get_ideal_extension import get_ideal_extension
    from py_arg.algorithms.semantics.get_preferred_extensions import get_preferred_extensions
    from py_arg.algorithms.semantics.get_semistable_extensions import get_semistable_extensions
    from py_arg.algorithms.semantics.get_stable_extensions import get_stable_extensions

    names, pairs = attacks
    arguments = {name: Argument(name) for name in names}
    defeats = [Defeat(arguments[a], arguments[b]) for a, b in pairs]
    framework = AbstractArgumentationFramework("", list(arguments.values()), defeats)

    def as_sets(extensions: Iterable[Iterable[Argument]]) -> Extensions:
        return {frozenset(each.name for each in extension) for extension in extensions}

    return {
        "CO": as_sets(get_complete_extensions(framework)),
        "GR": as_sets([get_grounded_extension(framework)]),
        "PR": as_sets(get_preferred_extensions(framework)),
        "ST": as_sets(get_stable_extensions(framework)),
        "SST": as_sets(get_semistable_extensions(framework)),
        "ID": as_sets(get_ideal_extension(framework)),
    }


def test_thousands_of_extensions_are_listed_as_they_are_found_and_never_counted_to_decide() -> None:
    """Twenty mutual attacks: a million preferred extensions."""
    names = [f"{side}{n}" for n in range(20) for side in "ab"]
    pairs = [pair for n in range(20) for pair in ((f"a{n}", f"b{n}"), (f"b{n}", f"a{n}"))]
    framework = dung(names, pairs)
    for code in ("CO", "PR", "ST", "SST", "STG"):
        assert len(list(tasks.enumerate_all(BY_CODE[code], framework, limit=3))) == 3
        assert tasks.count(BY_CODE[code], framework, limit=10) == tasks.Count(10, True)
        assert BY_CODE[code].accepting(framework, "a7") and BY_CODE[code].not_accepting(framework, "a7")


def test_when_no_time_is_left_the_search_says_so() -> None:
    from argmap.semantics.solver import OutOfTime

    names = [str(n) for n in range(60)]
    framework = dung(names, [(a, b) for a in names for b in names if int(a) // 3 == int(b) // 3 and a != b])
    left = iter([1.0] * 50)
    with pytest.raises(OutOfTime):
        for _ in BY_CODE["PR"].labellings(framework, lambda: next(left, 0.0)):
            pass


@pytest.mark.parametrize("size", [3, 4, 101, 400])
def test_a_ring_of_attacks_has_stable_extensions_iff_it_is_even(size: int) -> None:
    names = [str(n) for n in range(size)]
    ring = dung(names, [(names[n - 1], names[n]) for n in range(size)])
    assert tasks.count(BY_CODE["ST"], ring).number == (0 if size % 2 else 2)
    assert tasks.count(BY_CODE["PR"], ring).number == (1 if size % 2 else 2)
    assert tasks.count(BY_CODE["STG"], ring, limit=size + 5).number == (size if size % 2 else 2)
