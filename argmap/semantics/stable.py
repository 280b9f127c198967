"""Stable: nothing is left undecided (Dung 1995).

The stable labellings are the two-valued stable models of the framework's program (Gelfond & Lifschitz 1988), which
are the complete labellings without an undecided statement or step. There may be none.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.evaluation.framework import Framework, Labelling
from argmap.semantics.solver.budget import FOREVER, Left
from argmap.semantics.solver.encoding import stable
from argmap.semantics.solver.search import Search

CODE = "ST"
NAME = "stable"


def labellings(framework: Framework, left: Left = FOREVER) -> Iterator[Labelling]:
    """Every stable labelling, as they are found."""
    return (found.labelling() for found in Search(framework, stable, left).every())


def count(framework: Framework, left: Left = FOREVER) -> Iterator[None]:
    """One None for each stable labelling, as they are found. Raises OutOfTime."""
    return Search(framework, stable, left).count()


def find(framework: Framework, left: Left = FOREVER) -> Labelling | None:
    """One, or None where there is none."""
    found = Search(framework, stable, left).first()
    return found.labelling() if found else None


def accepting(framework: Framework, id: str, left: Left = FOREVER) -> Labelling | None:
    """A stable labelling that accepts the statement; None if there is none. Raises OutOfTime."""
    search = Search(framework, stable, left)
    found = search.first([search.true(id)])
    return found.labelling() if found else None


def not_accepting(framework: Framework, id: str, left: Left = FOREVER) -> Labelling | None:
    """A stable labelling that does not accept the statement; None if there is none. Raises OutOfTime."""
    search = Search(framework, stable, left)
    found = search.first([-search.true(id)])
    return found.labelling() if found else None
