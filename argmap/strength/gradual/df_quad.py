"""DF-QuAD: pros and cons are each gathered as independent doubts, and what is left over moves the base score.

Rago, Toni, Aurisicchio & Baroni, *Discontinuity-free decision support with quantitative argumentation debates*,
KR 2016. With the aggregate `F(v1 … vn) = 1 − (1 − v1) × … × (1 − vn)` of the pros, *p*, and of the cons, *c*:

    strength = base − base × (c − p)          where c ≥ p
    strength = base + (1 − base) × (p − c)    where p > c

A certain pro and a certain con cancel out, whatever else is said; that is what the others avoid.
"""

from __future__ import annotations

from collections.abc import Sequence

NAME = "df-quad"
TITLE = "DF-QuAD"


def strength(base: float, pros: Sequence[float], cons: Sequence[float]) -> float:
    """The strength of a statement, from its base score and from the strengths of its pros and cons."""
    doubt_of_pros = doubt_of_cons = 1.0
    for pro in pros:
        doubt_of_pros *= 1 - pro
    for con in cons:
        doubt_of_cons *= 1 - con
    lead = doubt_of_cons - doubt_of_pros
    return base + (1 - base if lead > 0 else base) * lead
