"""Which rules and faults are reported: `--select` and `--ignore` by name, or by the first words of names (`source` is
every `source-…`)."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from argmap.rules import BY_NAME
from argmap.wording.near_misses import nearest


class UnknownRule(NamedTuple):
    """A name that was asked for and that no rule has."""

    name: str
    meant: str | None

    def __str__(self) -> str:
        if re.fullmatch(r"[\w-]+(?:\s*,\s*[\w-]+)+", self.name):
            return f"write the option once for each rule: {self.name} has several"
        meant = f"; did you mean {self.meant}?" if self.meant else "; 'argmap rule' lists them."
        return f"there is no rule {self.name}{meant}"


class Choice(NamedTuple):
    """The rules to run, and the faults of files to report."""

    rules: frozenset[str]
    faults: frozenset[str]


def choose(select: Sequence[str], ignore: Sequence[str], faults: Collection[str] = ()) -> Choice | UnknownRule:
    """What is selected (all, where nothing is) without what is ignored; the longer name wins.

    So `--select source --ignore source-unused` runs the other rules about sources, and `--ignore source --select
    source-unused` that one alone. A debate that cannot be read should not pass because a rule was asked for: of
    `faults`, the names of faults of files, a selection leaves out some only where it names others by what names no
    rule.
    """
    known = {*BY_NAME, *faults}
    for name in (*select, *ignore):
        if not _any(name, known):
            return UnknownRule(name, nearest(name, {*known, *(each.partition("-")[0] for each in known)}))
    of_faults = [name for name in select if _any(name, faults)]
    narrows = any(not _any(name, BY_NAME) for name in of_faults)
    return Choice(_kept(BY_NAME, select, ignore), _kept(faults, of_faults if narrows else (), ignore))


def _any(name: str, known: Iterable[str]) -> bool:
    return any(_matches(name, each) for each in known)


def _kept(names: Iterable[str], select: Sequence[str], ignore: Sequence[str]) -> frozenset[str]:
    everything = -1 if select else 0
    return frozenset(name for name in names if _longest(name, select, everything) > _longest(name, ignore, -1))


def _longest(rule: str, names: Sequence[str], otherwise: int) -> int:
    return max((len(name) for name in names if _matches(name, rule)), default=otherwise)


def _matches(name: str, rule: str) -> bool:
    return rule == name or (name != "" and rule.startswith(name.removesuffix("-") + "-"))
