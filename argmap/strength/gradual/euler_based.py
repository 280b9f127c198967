"""Euler-based: pros and cons are added up, and the sum moves the base score along an exponential.

Amgoud & Ben-Naim, *Evaluation of arguments in weighted bipolar graphs*, ECSQARU 2017 and IJAR 2018. With the energy
`E = sum of the pros − sum of the cons`:

    strength = 1 − (1 − base²) / (1 + base × exp(E))

It is lopsided: cons never push a statement below the square of its base score, and a statement that starts at 0 or at 1
stays there. Choose another where that matters.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

NAME = "euler-based"
TITLE = "Euler-based"

_MOST = 700.0
"""Beyond it exp() overflows, and nothing changes in a float any more."""


def strength(base: float, pros: Sequence[float], cons: Sequence[float]) -> float:
    """The strength of a statement, from its base score and from the strengths of its pros and cons."""
    energy = min(sum(pros) - sum(cons), _MOST)
    if not energy:
        return base
    return 1 - (1 - base * base) / (1 + base * math.exp(energy))
