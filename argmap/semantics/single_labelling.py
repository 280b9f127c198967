"""A semantics under which each framework has exactly one labelling."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from argmap.evaluation.framework import Framework, Label, Labelling
from argmap.semantics.solver.budget import FOREVER, Left


def accepts(labelling: Labelling, id: str) -> bool:
    """Whether a labelling accepts a statement; for a bare step, whether it is live. Raises KeyError for another id."""
    label = labelling.labels.get(id) or labelling.live[id]
    return label is Label.IN


class SingleLabelling:
    """What such a semantics answers, by how its labelling is found."""

    def __init__(self, found: Callable[[Framework, Left], Labelling]) -> None:
        self._found = found

    def labellings(self, framework: Framework, left: Left = FOREVER) -> Iterator[Labelling]:
        """The one labelling of the semantics."""
        yield self._found(framework, left)

    def count(self, framework: Framework, left: Left = FOREVER) -> Iterator[None]:
        """One None, since there is always one labelling."""
        yield None

    def find(self, framework: Framework, left: Left = FOREVER) -> Labelling | None:
        """The one labelling of the semantics."""
        return self._found(framework, left)

    def accepting(self, framework: Framework, id: str, left: Left = FOREVER) -> Labelling | None:
        """The one labelling, if it accepts."""
        labelling = self._found(framework, left)
        return labelling if accepts(labelling, id) else None

    def not_accepting(self, framework: Framework, id: str, left: Left = FOREVER) -> Labelling | None:
        """The one labelling, if it does not accept."""
        labelling = self._found(framework, left)
        return None if accepts(labelling, id) else labelling
