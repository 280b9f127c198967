"""The best models by set inclusion: those that have as many of some wanted literals as can be.

Preferred, semi-stable and stage labellings are all of this kind; they differ in what is wanted. One question to the
solver finds one best model, because it tries the wanted literals first. Whether a best model has something beside is
decided by refutation, as in Cegartix and mu-toksia (Dvořák, Järvisalo, Wallner & Woltran 2014; Niskanen & Järvisalo
2020): the best of those that have it either is best of all, or points to a better one that rules out many.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from argmap.semantics.solver.search import Found, Search


class Ranked:
    """A search for models with as many of the wanted literals as can be. `alone` says that no two models have the
    same ones. Each instance is for one question, since what is learnt on the way narrows the search for good."""

    def __init__(self, search: Search, wanted: Sequence[int], alone: bool) -> None:
        self.search, self.wanted, self.alone = search, wanted, alone
        search.prefer(wanted)

    def best(self, assumed: Sequence[int] = ()) -> Found | None:
        """A best one of the models that have the assumed literals."""
        return self.search.first(assumed)

    def every(self) -> Iterator[Found]:
        """Every best model, as they are found."""
        if self.alone:
            yield from self.search.every(mode="domRec")
            return
        while found := self.best():
            reached = self._reached(found)
            yield from self.search.every(reached)
            self._leave(reached)

    def count(self) -> Iterator[None]:
        """As `every`, for those who only count."""
        if self.alone:
            yield from self.search.count(mode="domRec")
            return
        while found := self.best():
            reached = self._reached(found)
            yield from self.search.count(reached)
            self._leave(reached)

    def best_with(self, literals: Sequence[int]) -> Found | None:
        """A best model (best of all) that has these literals, if there is one."""
        while found := self.best(literals):
            reached = self._reached(found)
            better = self.best(reached)
            if better is None or self._reached(better) == reached:
                return found
            self._leave(self._reached(better))
        return None

    def _reached(self, found: Found) -> list[int]:
        return [each for each in self.wanted if found.has(each)]

    def _leave(self, reached: Sequence[int]) -> None:
        """Look no more at models whose wanted literals are all among these."""
        had = set(reached)
        self.search.at_least_one(each for each in self.wanted if each not in had)
