"""Quadratic energy: pros push the base score up and cons push it down, the further the more of them there are.

Potyka, *Continuous dynamical systems for weighted bipolar argumentation*, KR 2018. With the energy
`E = sum of the pros − sum of the cons` and `h(x) = max(0, x)² / (1 + max(0, x)²)`:

    strength = base − base × h(−E) + (1 − base) × h(E)

Nothing is ever cancelled by one certain argument alone; small leads move little.
"""

from __future__ import annotations

from collections.abc import Sequence

NAME = "quadratic-energy"
TITLE = "Quadratic energy"


def strength(base: float, pros: Sequence[float], cons: Sequence[float]) -> float:
    """The strength of a statement, from its base score and from the strengths of its pros and cons."""
    energy = sum(pros) - sum(cons)
    share = energy * energy / (1 + energy * energy)
    return base + (1 - base if energy > 0 else -base) * share
