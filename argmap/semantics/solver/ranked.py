"""The best models by set inclusion: those that have as many of some wanted literals as can be.

Preferred, semi-stable and stage labellings are all of this kind; they differ in what is wanted. Whether a best model
has something beside is decided by refutation, as in Cegartix and mu-toksia (Dvořák, Järvisalo, Wallner & Woltran
2014; Niskanen & Järvisalo 2020): the best of those that have it either is best of all, or points to a better one that
rules out many.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from argmap.semantics.solver.search import Found, Search


class Ranked:
    """A search for models with as many of the wanted literals as can be. Each instance is for one question, since
    what is learnt on the way narrows the search for good.

    `tried` are the literals that the solver tries first. Where they are the wanted ones, and no two models have the
    same of them, one question finds a best model; else each model found is improved until it cannot be.
    """

    def __init__(self, search: Search, wanted: Sequence[int], tried: Sequence[int]) -> None:
        self.search, self.wanted, self.alone = search, wanted, wanted == tried
        search.watch(wanted)
        search.prefer(tried)

    def best(self, assumed: Sequence[int] = ()) -> Found | None:
        """A best one of the models that have the assumed literals."""
        found = better = self.search.first(assumed)
        while better and not self.alone:
            found, reached = better, self._reached(better)
            if len(reached) == len(self.wanted):
                break
            better = self.search.first([*assumed, *reached, self.search.guard(self._missed(reached))])
        return found

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

    def _missed(self, reached: Sequence[int]) -> list[int]:
        had = set(reached)
        return [each for each in self.wanted if each not in had]

    def _leave(self, reached: Sequence[int]) -> None:
        """Look no more at models whose wanted literals are all among these."""
        self.search.at_least_one(self._missed(reached))
