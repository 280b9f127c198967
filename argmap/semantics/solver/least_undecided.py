"""The labellings with a minimal set of undecided statements and steps, among those of an encoding."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from argmap.evaluation.framework import Framework, Labelling
from argmap.semantics.solver.budget import FOREVER, Left
from argmap.semantics.solver.encoding import undecided
from argmap.semantics.solver.ranked import Ranked
from argmap.semantics.solver.search import Encoding, Search


@dataclass(frozen=True)
class LeastUndecided:
    """The answers of a semantics (see `argmap.semantics.tasks`) that leaves as little undecided as its encoding can.
    `many` says that several models may be the same labelling."""

    encoding: Encoding
    many: bool

    def labellings(self, framework: Framework, left: Left = FOREVER) -> Iterator[Labelling]:
        """Every labelling, as they are found."""
        return (found.labelling() for found in self._ranked(framework, left, all_of_them=True).every())

    def count(self, framework: Framework, left: Left = FOREVER) -> Iterator[None]:
        """One None for each labelling, as they are found. Raises OutOfTime."""
        return self._ranked(framework, left, all_of_them=True).count()

    def find(self, framework: Framework, left: Left = FOREVER) -> Labelling | None:
        """One labelling; there always is one. Raises OutOfTime."""
        found = self._ranked(framework, left).best()
        return found.labelling() if found else None

    def accepting(self, framework: Framework, id: str, left: Left = FOREVER) -> Labelling | None:
        """A labelling that accepts the statement; None if there is none. Raises OutOfTime."""
        ranked = self._ranked(framework, left)
        found = ranked.best_with([ranked.search.true(id)])
        return found.labelling() if found else None

    def not_accepting(self, framework: Framework, id: str, left: Left = FOREVER) -> Labelling | None:
        """One that does not accept a statement."""
        ranked = self._ranked(framework, left)
        found = ranked.best_with([-ranked.search.true(id)])
        return found.labelling() if found else None

    def _ranked(self, framework: Framework, left: Left, all_of_them: bool = False) -> Ranked:
        search = Search(framework, self.encoding, left)
        literals, shown = search.literals, search.program.shown
        with search.control.backend() as backend:
            still_open = undecided(search.program, literals, backend)
        if self.many and all_of_them:
            search.project(
                [each for part in (literals.true, literals.possible) for each in map(part.__getitem__, shown)]
            )
        accepted = [literals.true[atom] for atom in search.program.denied]
        return Ranked(search, [-each for each in still_open], tried=accepted)
