"""What stands against what, compiled for evaluation; labels and labellings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Label(StrEnum):
    """Three-valued standing (Caminada 2006): accepted, rejected, or neither."""

    IN = "in"
    OUT = "out"
    UNDEC = "undec"

    @property
    def word(self) -> str:
        """The label in a debater's words."""
        return {"in": "stands", "out": "defeated", "undec": "undecided"}[self.value]


@dataclass(frozen=True)
class Labelling:
    """Which statements are accepted, which steps are live, and which of the live ones count.

    All three map ids to labels: IN where it is so, OUT where it is not, UNDEC where it is neither. `labels` has
    every statement, bare steps excepted; `live` and `counts` have every support and rebuttal, bare or not.
    """

    labels: Mapping[str, Label]
    live: Mapping[str, Label]
    counts: Mapping[str, Label]
