"""Dates as prose has them."""

from __future__ import annotations

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


def long_date(iso: str) -> str:
    """`2026-02-28` as `28 February 2026`, `2026-02` as `February 2026`, `2026` as it is."""
    year, *rest = iso.split("-")
    day = [str(int(rest[1]))] if len(rest) > 1 else []
    month = [MONTHS[int(rest[0]) - 1]] if rest else []
    return " ".join([*day, *month, year])
