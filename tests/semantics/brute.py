"""Every semantics from its definition, by trying all sets of assumptions. Shares nothing with argmap's engines.

The framework is read as a flat assumption-based one (Bondarenko, Dung, Kowalski & Toni 1997). What may be assumed is
that nothing defeats: for each statement, and for each other rule with "not", one assumption that none of the atoms
behind its nots holds. `Th(N)` is what follows from a set N of assumptions. N attacks an assumption when Th(N) has
one of the atoms that it denies.
A labelling belongs to each N: in is Th(N), out what does not even follow from all that N does not attack.

Facts, and sets of assumptions, are bits of integers, so that thousands of frameworks are tried in seconds.
"""

from __future__ import annotations

from functools import cache

from argmap.evaluation.framework import Framework, Label, Labelling

Key = tuple[str, ...]
"""A labelling as text: the labels of statements, of steps as live, of steps as counting, in order."""

LETTER = {Label.IN: "i", Label.OUT: "o", Label.UNDEC: "u"}


def key(framework: Framework, found: Labelling) -> Key:
    """A labelling as text."""
    assert list(found.labels) == list(framework.statements)
    assert list(found.live) == list(found.counts) == list(framework.steps)
    return tuple("".join(LETTER[label] for label in part.values()) for part in (found.labels, found.live, found.counts))


class Brute:
    """A framework with every set of assumptions tried."""

    def __init__(self, framework: Framework) -> None:
        self.framework = framework
        self.facts: dict[tuple[str, int], int] = {}
        self.rules: list[tuple[int, int, int]] = []
        """The fact that follows, all that it needs, and the assumption that it makes (0: none)."""
        self.denies: list[int] = []
        """For each assumption the facts that it denies."""
        for step in range(len(framework.steps)):
            self._step(step)
        for statement, weighed in enumerate(framework.weighed):
            (self._weighed if weighed else self._contested)(statement)
        self.everything = (1 << len(self.denies)) - 1
        self.th = cache(self._th)
        self.attacked = cache(self._attacked)

    # The rules, word for word as in the design.

    def _fact(self, name: str, number: int) -> int:
        return self.facts.setdefault((name, number), 1 << len(self.facts))

    def _rule(self, head: int, needs: list[int], nots: list[int], stated: bool = False) -> None:
        assumption = 0
        if nots or stated:
            assumption = 1 << len(self.denies)
            self.denies.append(_union(nots))
        self.rules.append((head, _union(needs), assumption))

    def _step(self, s: int) -> None:
        framework = self.framework
        needs = [self._fact("accepted", x) for x in framework.conditions[s]]
        needs += [self._fact("live", t) for t in framework.needs[s]]
        self._rule(self._fact("live", s), needs, [self._fact("live", u) for u in framework.undercutters[s]])
        heavier = [self._fact("live", t) for t in framework.outweighers[s]]
        self._rule(self._fact("counts", s), [self._fact("live", s)], heavier)

    def _ground(self, x: int, how: str) -> int:
        if self.framework.given[x]:
            self._rule(self._fact("ground", x), [], [])
        for s in self.framework.supports[x]:
            self._rule(self._fact("ground", x), [self._fact(how, s)], [])
        return self._fact("ground", x)

    def _contested(self, x: int) -> None:
        framework = self.framework
        nots = [self._fact("live", r) for r in framework.rebuttals[x]]
        nots += [self._fact("accepted", y) for y in framework.contradicts[x]]
        self._rule(self._fact("accepted", x), [self._ground(x, "live")], nots, stated=True)

    def _weighed(self, x: int) -> None:
        framework, accepted, against = self.framework, self._fact("accepted", x), self._fact("against", x)
        for r in framework.rebuttals[x]:
            self._rule(against, [self._fact("counts", r)], [])
        for y in framework.contradicts[x]:
            self._rule(against, [self._fact("accepted", y)], [])
        self._rule(self._fact("rejected", x), [against], [accepted])
        self._rule(accepted, [self._ground(x, "counts")], [self._fact("rejected", x)])

    # What follows, what is attacked, what is defended.

    def _th(self, assumed: int) -> int:
        facts, before = 0, -1
        while facts != before:
            before = facts
            for head, needs, assumption in self.rules:
                if needs & facts == needs and assumption & assumed == assumption:
                    facts |= head
        return facts

    def _attacked(self, assumed: int) -> int:
        follows = self.th(assumed)
        return _union(1 << n for n, denied in enumerate(self.denies) if denied & follows)

    def defended(self, assumed: int) -> int:
        """The assumptions that nothing attacks but what `assumed` attacks in turn."""
        return self.everything & ~self.attacked(self.everything & ~self.attacked(assumed))

    def label(self, assumed: int) -> Key:
        """The labelling that belongs to a set of assumptions."""
        true, possible = self.th(assumed), self.th(self.everything & ~self.attacked(assumed))

        def of(name: str, size: int) -> str:
            bits = [self.facts[name, n] for n in range(size)]
            return "".join("i" if bit & true else "u" if bit & possible else "o" for bit in bits)

        steps = len(self.framework.steps)
        return of("accepted", len(self.framework.statements)), of("live", steps), of("counts", steps)

    # The semantics, as sets of sets of assumptions, and as labellings.

    def sets(self) -> dict[str, list[int]]:
        """The conflict-free, admissible, complete, ... sets."""
        free = [n for n in range(self.everything + 1) if not n & self.attacked(n)]
        admissible = [n for n in free if n & ~self.defended(n) == 0]
        complete = [n for n in admissible if n == self.defended(n)]
        preferred = [n for n in admissible if not any(n != m and n & m == n for m in admissible)]
        common = self.everything
        for n in preferred:
            common &= n
        within = [n for n in admissible if n & ~common == 0]
        return {
            "free": free,
            "CO": complete,
            "GR": [n for n in complete if all(n & m == n for m in complete)],
            "PR": preferred,
            "ST": [n for n in free if n | self.attacked(n) == self.everything],
            "ID": [n for n in within if not any(n != m and n & m == n for m in within)],
        }

    def labellings(self) -> dict[str, set[Key]]:
        """The labellings of every semantics, by its letters."""
        found = {code: {self.label(n) for n in sets} for code, sets in self.sets().items()}
        found["SST"], found["STG"] = _least_undecided(found["CO"]), _least_undecided(found.pop("free"))
        return found


def _least_undecided(found: set[Key]) -> set[Key]:
    undecided = {one: frozenset(n for n, label in enumerate("".join(one)) if label == "u") for one in found}
    least = {each for each in undecided.values() if not any(other < each for other in undecided.values())}
    return {one for one in found if undecided[one] in least}


def _union(bits: object) -> int:
    found = 0
    for bit in bits:  # type: ignore[attr-defined]
        found |= bit
    return found
