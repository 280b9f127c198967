"""Complete: whatever is labelled has its reason in the labels themselves (Dung 1995; Caminada 2006).

The complete labellings are the partial stable models of the framework's program (Przymusinski 1990), which is what
complete labellings of argumentation frameworks correspond to (Wu, Caminada & Gabbay 2009) and those of flat
assumption-based frameworks (Caminada & Schulz 2017). The grounded labelling is the least of them, so one is found,
and sceptical questions are decided, without a search.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.evaluation.framework import Framework, Labelling
from argmap.evaluation.grounded import grounded
from argmap.semantics import grounded_semantics
from argmap.semantics.solver.budget import FOREVER, Left
from argmap.semantics.solver.encoding import partial_stable
from argmap.semantics.solver.search import Search

CODE = "CO"
NAME = "complete"


def labellings(framework: Framework, left: Left = FOREVER) -> Iterator[Labelling]:
    """Every complete labelling, as they are found."""
    return (found.labelling() for found in Search(framework, partial_stable, left).every())


def count(framework: Framework, left: Left = FOREVER) -> Iterator[None]:
    """One None for each complete labelling, as they are found. Raises OutOfTime."""
    return Search(framework, partial_stable, left).count()


def find(framework: Framework, left: Left = FOREVER) -> Labelling | None:
    """The grounded labelling, which is complete."""
    return grounded(framework)


def accepting(framework: Framework, id: str, left: Left = FOREVER) -> Labelling | None:
    """One that accepts: the grounded one if it does."""
    if least := grounded_semantics.accepting(framework, id):
        return least
    search = Search(framework, partial_stable, left)
    found = search.first([search.true(id)])
    return found.labelling() if found else None


def not_accepting(framework: Framework, id: str, left: Left = FOREVER) -> Labelling | None:
    """One that does not accept: the grounded one, or none."""
    return grounded_semantics.not_accepting(framework, id)
