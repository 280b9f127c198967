"""How a debate is received: the resolutions as they stand for each of its audiences, and what would change that.

Only the values; `argmap.semantics.audiences` works them out, and an `Evaluation` may carry them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from argmap.framework import Label


@dataclass(frozen=True)
class Shift:
    """What an audience would have to be convinced of, for a resolution to get another label.

    That `value` matters more than `over` (and all that ranks below it), or with `less` that it matters less (and less
    than all that ranks above it); None stands for the values that it does not rank: to matter no more than these is not
    to be ranked. It is the smallest such move of this value, up or down.
    """

    value: str
    over: str | None
    label: Label
    less: bool = False

    def words(self, matters: str, to: str = "", over: str | None = None) -> str:
        """`matters more than peace`; with other words, `mattered less to them than Peace`."""
        much = "more" if not self.less else "less" if self.over else "no more"
        return f"{matters} {much}{to} than {over or self.over or 'the values that they do not rank'}"

    def plain(self) -> dict[str, Any]:
        """As plain data, with the direction of the move."""
        move = "down" if self.less else "up"
        return {"value": self.value, "over": self.over, "label": self.label.value, "move": move}


@dataclass(frozen=True)
class Reception:
    """How a resolution stands for an audience, and each move of one value that would change that."""

    audience: str
    resolution: str
    label: Label
    shifts: tuple[Shift, ...]
