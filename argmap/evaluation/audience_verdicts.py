"""How a debate is received: the resolutions as they stand for each of its audiences, and what would change that.

Only the values; `argmap.evaluation.audiences` works them out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from argmap.evaluation.framework import Label


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
class AudienceVerdict:
    """How a resolution stands for an audience, and each move of one value that would change that; `every` says that all
    moves were tried, not only as many as the effort allows."""

    audience: str
    resolution: str
    label: Label
    shifts: tuple[Shift, ...]
    every: bool = True


def one_of(values: Sequence[str]) -> str:
    """`life`, `life or peace`, `one of life, peace or property`."""
    if len(values) < 3:
        return " or ".join(values)
    return f"one of {', '.join(values[:-1])} or {values[-1]}"


def conditions(shifts: Iterable[Shift], named: Callable[[str], str] = str) -> Iterator[tuple[Label, str, str]]:
    """What would give a resolution each label, said in two ways: `they raised life or peace to just above property`,
    and as what to convince them of, `to raise life or peace to just above property`.

    "Mattered more than" could also mean that the other is lowered, which is a different move: so the place is told
    that the value gets, and of one that falls the whole ranking.
    """
    alike: dict[tuple[Label, str, str], list[str]] = {}
    for shift in shifts:
        did, do = _move(shift, named)
        alike.setdefault((shift.label, did, do), []).append(named(shift.value))
    for (label, did, do), values in alike.items():
        which = one_of(values)
        yield label, did.format(which), do.format(which)


def _move(shift: Shift, named: Callable[[str], str]) -> tuple[str, str]:
    """What they did, and what they are to do, with {} for the value."""
    if shift.over is None:
        return ("they no longer ranked {}", "to rank {} no longer") if shift.less else (
            "they ranked {} last", "to rank {} last")  # fmt: skip
    if shift.less:
        order = ", then ".join(map(named, shift.ranking))
        return f"they ranked {order}", f"to rank {order}"
    return f"they raised {{}} to just above {named(shift.over)}", f"to raise {{}} to just above {named(shift.over)}"
