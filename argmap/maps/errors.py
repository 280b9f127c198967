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


class MissingExtra(MapError):  # noqa: N818 - it names what is missing
    """Something that an optional part of argmap brings is not installed. `extra` is its name."""

    def __init__(self, extra: str, what: str) -> None:
        super().__init__(f"{what} needs the extra {extra!r}: pip install 'argmap[{extra}]'")
        self.extra = extra
