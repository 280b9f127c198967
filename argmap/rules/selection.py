"""Which rules run: `--select` and `--ignore` by name, or by the first words of names (`source` is every `source-…`)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from argmap.rules import BY_NAME
from argmap.rules.wording import nearest


@dataclass(frozen=True)
class UnknownRule:
    """A name that was asked for and that no rule has."""

    name: str
    meant: str | None

    def __str__(self) -> str:
        meant = f"; did you mean {self.meant}?" if self.meant else "; 'argmap rule' lists them."
        return f"there is no rule {self.name}{meant}"


def choose(select: Sequence[str] = (), ignore: Sequence[str] = ()) -> frozenset[str] | UnknownRule:
    """The rules to run: those selected (all, where none is) without those ignored; the longer name wins.

    So `--select source --ignore source-unused` runs the other rules about sources, and `--ignore source --select
    source-unused` that one alone.
    """
    for name in (*select, *ignore):
        if not any(_matches(name, rule) for rule in BY_NAME):
            return UnknownRule(name, nearest(name, {*BY_NAME, *(rule.partition("-")[0] for rule in BY_NAME)}))
    everything = -1 if select else 0
    return frozenset(rule for rule in BY_NAME if _longest(rule, select, everything) > _longest(rule, ignore, -1))


def _longest(rule: str, names: Sequence[str], otherwise: int) -> int:
    return max((len(name) for name in names if _matches(name, rule)), default=otherwise)


def _matches(name: str, rule: str) -> bool:
    return rule == name or (name != "" and rule.startswith(name.removesuffix("-") + "-"))
