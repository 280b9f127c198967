"""How a debate is received: the resolutions as they stand for each of its audiences, and what would change that.

Only the values; `argmap.semantics.audiences` works them out, and an `Evaluation` may carry them.
"""

from __future__ import annotations

from dataclasses import dataclass

from argmap.framework import Label


@dataclass(frozen=True)
class Shift:
    """What an audience would have to be convinced of, for a resolution to get another label.

    That `value` matters more than `over` (and all that ranks below it); None stands for the values that it does not
    rank. It is the smallest such move of this value.
    """

    value: str
    over: str | None
    label: Label

    @property
    def over_words(self) -> str:
        """What it would have to matter more than, in words."""
        return self.over or "the values that they do not rank"


@dataclass(frozen=True)
class Reception:
    """How a resolution stands for an audience, and each move of one value that would change that."""

    audience: str
    resolution: str
    label: Label
    shifts: tuple[Shift, ...]
