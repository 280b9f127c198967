"""Squared DF-QuAD: DF-QuAD's aggregates with a gentler influence, so that nothing is settled by one certain argument.

Potyka, *Extending modular semantics for bipolar weighted argumentation*, AAMAS 2019: product aggregation with the
influence p-Max(1), p = 1. With the aggregates *p* of the pros and *c* of the cons as in DF-QuAD, and
`h(x) = max(0, x) / (1 + max(0, x))`:

    strength = base − base × h(c − p) + (1 − base) × h(p − c)
"""

from __future__ import annotations

import math
from collections.abc import Sequence

NAME = "squared-df-quad"
TITLE = "Squared DF-QuAD"


def strength(base: float, pros: Sequence[float], cons: Sequence[float]) -> float:
    """The strength of a statement, from its base score and from the strengths of its pros and cons."""
    lead = math.prod([1 - con for con in cons]) - math.prod([1 - pro for pro in pros])
    return base + (1 - base if lead > 0 else base) * lead / (1 + abs(lead))
