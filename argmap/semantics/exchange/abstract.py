"""What the readers of abstract frameworks share: arguments and attacks as they are read, and what may be wrong."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from argmap.evaluation.framework import Framework, Links
from argmap.wording.unseen_characters import seen


@dataclass(frozen=True)
class FaultyLine:
    """What is wrong with a file, and in which line (from 1)."""

    line: int
    reason: str


class Wrong(Exception):  # noqa: N818 - never leaves this package
    """What is wrong with a file, on its way to `parse`."""

    def __init__(self, line: int, reason: str) -> None:
        self.fault = FaultyLine(line, reason)


@dataclass
class Abstract:
    """Arguments by their place, and attacks: attacker and attacked in turn, by their places, in file order. A flat
    list, since a million pairs would keep the garbage collector busy for seconds."""

    places: dict[str, int] = field(default_factory=dict)
    attacks: list[int] = field(default_factory=list)

    def add(self, line: int, name: str) -> None:
        """Declare an argument. Raises Wrong where it is there already, or has a character that nobody sees."""
        if seen(name) != name:
            raise Wrong(line, f"argument {shown(seen(name))} has a character that nobody can see; give it another name")
        if name in self.places:
            raise Wrong(line, f"argument {shown(name)} is declared twice")
        self.places[name] = len(self.places)

    def attack(self, line: int, attacker: str, attacked: str) -> None:
        """Add an attack. Raises Wrong for an argument that is not declared."""
        try:
            self.attacks += self.places[attacker], self.places[attacked]
        except KeyError:
            unknown = attacked if attacker in self.places else attacker
            raise Wrong(line, f"there is no argument {shown(unknown)}") from None


def framework(found: Abstract) -> Framework:
    """Contested statements without supports; each attack once, a bare step whose premise is the attacker."""
    names, size = tuple(found.places), len(found.places)
    pairs = dict.fromkeys(a * size + b for a, b in zip(found.attacks[::2], found.attacks[1::2], strict=True))
    attackers = [pair // size for pair in pairs]
    attacked = [pair % size for pair in pairs]
    alone = [(n,) for n in range(size)]
    nothing: list[Sequence[int]] = [()] * len(pairs)
    return Framework(
        statements=names,
        steps=tuple([f"{names[a]}->{names[b]}" for a, b in zip(attackers, attacked, strict=True)]),
        given=[True] * size,
        weighed=[False] * size,
        supports=[()] * size,
        rebuttals=_grouped(attacked, size),
        contradicts=[()] * size,
        conditions=[alone[a] for a in attackers],
        needs=nothing,
        undercutters=nothing,
        outweighers=nothing,
    )


def _grouped(attacked: list[int], size: int) -> Links:
    rebuttals: list[list[int]] = [[] for _ in range(size)]
    for step, argument in enumerate(attacked):
        rebuttals[argument].append(step)
    return [each if len(each) > 1 else tuple(each) for each in rebuttals]


def shown(text: str) -> str:
    """A piece of a file that may be long, or have control characters in it."""
    return repr(text if len(text) <= 40 else text[:37] + "...")


def not_an_attack(words: Sequence[str]) -> str:
    """The message for a line that is not an attack, by its words."""
    return f"an attack is two arguments, and this line has {len(words)}: {shown(' '.join(words))}"
