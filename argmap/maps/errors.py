"""What can go wrong while drawing, said so that a person knows what to do."""

from __future__ import annotations


class MapError(Exception):
    """A map that cannot be drawn as asked: the message says why and what to do."""


class LayoutError(MapError):
    """The layout engine failed: `timed_out` where it ran into the time limit, `unusable` where it cannot run at all."""

    def __init__(self, message: str, *, timed_out: bool = False, unusable: bool = False) -> None:
        super().__init__(message)
        self.timed_out = timed_out
        self.unusable = unusable
