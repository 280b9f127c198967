"""How a debate is received: the resolutions as they stand for each of its audiences, and what would change that.

Only the values; `argmap.semantics.audiences` works them out, and an `Evaluation` may carry them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from argmap.framework import Label


@dataclass(frozen=True)
class Shift:
    """What an audience would have to be convinced of, for a resolution to get another label.

    That `value` matters more than `over` (and all that ranks below it), or with `less` that it matters less (and less
    than all that ranks above it); None stands for the values that it does not rank: to matter no more than these is not
    to be ranked. It is the smallest such move of this value, up or down; `ranking` is the order in which the audience
    would rank the values then.
    """

    value: str
    over: str | None
    label: Label
    less: bool = False
    ranking: tuple[str, ...] = ()

    def plain(self) -> dict[str, Any]:
        """As plain data, with the direction of the move, and the ranking that follows."""
        move = "down" if self.less else "up"
        return {
            "value": self.value,
            "over": self.over,
            "label": self.label.value,
            "move": move,
            "ranks": list(self.ranking),
        }


@dataclass(frozen=True)
class Reception:
    """How a resolution stands for an audience, and each move of one value that would change that."""

    audience: str
    resolution: str
    label: Label
    shifts: tuple[Shift, ...]


def one_of(values: Sequence[str]) -> str:
    """`life`, `life or peace`, `one of life, peace or property`."""
    if len(values) < 3:
        return " or ".join(values)
    return f"one of {', '.join(values[:-1])} or {values[-1]}"


def conditions(shifts: Iterable[Shift], named: Callable[[str], str] = str) -> Iterator[tuple[Label, str, str]]:
    """What would give a resolution each label, said in two ways: `life or peace mattered more to them than property`,
    and as what to convince them of, `that life or peace matters more than property`.

    Of a value that has to fall below another the ranking is told that follows: that it matters less than the other
    might as well mean that the other matters more, and that is a different move.
    """
    alike: dict[tuple[Label, str, str, str], list[str]] = {}
    for shift in shifts:
        than = named(shift.over) if shift.over else "the values that they do not rank"
        order = ", then ".join(map(named, shift.ranking)) if shift.less and shift.over else ""
        much = "no more" if shift.less else "more"
        alike.setdefault((shift.label, order, much, "" if order else than), []).append(named(shift.value))
    for (label, order, much, than), values in alike.items():
        if order:
            yield label, f"they ranked {order}", f"to rank {order}"
        else:
            which = one_of(values)
            yield label, f"{which} mattered {much} to them than {than}", f"that {which} matters {much} than {than}"
