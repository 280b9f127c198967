"""What only an extra of argmap brings, and how to get it."""

from __future__ import annotations


class MissingExtra(Exception):  # noqa: N818 - it names what is missing
    """An extra of argmap is not installed, without which something that was asked for cannot be done."""

    def __init__(self, what: str, extra: str) -> None:
        super().__init__(what, extra)  # as given, so that it passes from one process to another
        self.what, self.extra = what, extra

    def __str__(self) -> str:
        return needs_extra(self.what, self.extra)


def needs_extra(what: str, extra: str) -> str:
    """What to say where an extra is not installed."""
    return f"{what} needs the extra {extra!r}, which is not installed. Install it: pip install 'argmap[{extra}]'"
