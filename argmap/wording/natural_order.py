"""Names in the order in which people count: `2-cost` before `10-law`."""

from __future__ import annotations

import re


def natural(name: str) -> tuple[list[int | str], str]:
    """A sort key by which numbers in names go by their value; `01` comes before `1`."""
    parts: list[int | str] = [int(part) if place % 2 else part for place, part in enumerate(re.split("([0-9]+)", name))]
    return parts, name
