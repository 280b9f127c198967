"""How long a search may take, and what stops it. The clock is the caller's: nothing here looks at one."""

from __future__ import annotations

import math
from collections.abc import Callable

Left = Callable[[], float]
"""Says how many seconds are left; zero or less means none."""


def FOREVER() -> float:  # noqa: N802 - a constant of type Left
    """No limit."""
    return math.inf


class OutOfTime(Exception):  # noqa: N818 - not a fault, only an end
    """The time given was over before the answer was found."""
