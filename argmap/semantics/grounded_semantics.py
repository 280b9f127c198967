"""Grounded: the least committed complete labelling (Dung 1995), the well-founded model of the program.

There is exactly one, found in about linear time without a solver: see `argmap.evaluation.grounded`.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.evaluation.framework import Framework, Labelling
from argmap.evaluation.grounded import grounded
from argmap.semantics.single_labelling import accepts
from argmap.semantics.solver.budget import FOREVER, Left

CODE = "GR"
NAME = "grounded"


def labellings(framework: Framework, left: Left = FOREVER) -> Iterator[Labelling]:
    """The one labelling."""
    yield grounded(framework)


def count(framework: Framework, left: Left = FOREVER) -> Iterator[None]:
    """One, always."""
    yield None


def find(framework: Framework, left: Left = FOREVER) -> Labelling | None:
    """The one labelling."""
    return grounded(framework)


def accepting(framework: Framework, id: str, left: Left = FOREVER) -> Labelling | None:
    """The one labelling, if it accepts."""
    found = grounded(framework)
    return found if accepts(found, id) else None


def not_accepting(framework: Framework, id: str, left: Left = FOREVER) -> Labelling | None:
    """The one labelling, if it does not accept."""
    found = grounded(framework)
    return None if accepts(found, id) else found
