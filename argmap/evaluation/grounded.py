"""Grounded semantics: the well-founded model of a framework's logic program (Van Gelder, Ross & Schlipf 1991).

The program becomes a network in which each atom is either the conjunction of some literals or the disjunction of
some atoms. Truth and falsehood spread through it by counting, each link once. What counting cannot see is a loop of
positive links that holds itself up, such as circular support: each disjunction therefore keeps one option that
founds it, and where that option falls, whatever is no longer founded from outside the loop is false. On a Dung
framework this is the usual linear algorithm; only loops through many supports cost more than linear time.
"""

from __future__ import annotations

import copy
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from argmap.evaluation.framework import Framework, Label, Labelling

LABELS = (Label.UNDEC, Label.IN, Label.OUT)
"""What each value is called."""
OPEN, TRUE, FALSE = 0, 1, 2


def grounded(framework: Framework) -> Labelling:
    """The grounded labelling: what every reasonable position must accept, sceptically and without loops."""
    network = Network(len(framework.statements))
    live, counts = compiled(framework, network)
    labels = [LABELS[value] for value in network.solve()]
    is_live = dict(zip(framework.steps, [labels[atom] for atom in live], strict=True))
    is_counted = {step: labels[atom] for step, atom in zip(framework.steps, counts, strict=True)} if counts else is_live
    return Labelling(dict(zip(framework.statements, labels, strict=False)), is_live, is_counted)


def compiled(framework: Framework, network: Network, apart: bool = False) -> tuple[list[int], list[int]]:
    """Define in the network, whose first atoms are accepted(x) for each statement x, all that the framework says.

    Returns the atoms live(s) and counts(s) of each step; the latter empty where they are the same. With `apart` no step
    shares its atom with a statement, so that each can be settled by itself.
    """
    live = _live(network, framework, apart)
    counts = _counts(network, framework, live)
    for statement in range(len(framework.statements)):
        _accepted(network, framework, live, counts or live, statement)
    return live, counts


def _live(network: Network, framework: Framework, apart: bool) -> list[int]:
    """The atom live(s) of each step: that of the one statement it rests on where nothing else has a say."""
    live: list[int] = []
    contingent: list[int] = []
    alone = zip(framework.conditions, framework.needs, framework.undercutters, strict=True)
    for conditions, needs, undercutters in alone:
        if len(conditions) == 1 and not undercutters and not needs and not apart:
            live.append(conditions[0])
        else:
            contingent.append(len(live))
            live.append(network.atom())
    for step in contingent:
        needed, needs, undercutters = framework.conditions[step], framework.needs[step], framework.undercutters[step]
        if needs:
            needed = [*needed, *[live[each] for each in needs]]
        network.all_of(live[step], needed, [live[each] for each in undercutters] if undercutters else ())
    return live


def _counts(network: Network, framework: Framework, live: list[int]) -> list[int]:
    """The atom counts(s) of each step: live(s) where nothing outweighs it. Empty where nothing outweighs at all."""
    counts: list[int] = []
    for step, outweighers in enumerate(framework.outweighers):
        if outweighers:
            counts = counts or list(live)
            counts[step] = network.atom()
            network.all_of(counts[step], (live[step],), [live[each] for each in outweighers])
    return counts


def _accepted(network: Network, framework: Framework, live: list[int], counts: list[int], statement: int) -> None:
    """Define accepted(x) and, where x is weighed, ground(x) and rejected(x) as `argmap.evaluation.framework` has
    them."""
    weighed, contradicts = framework.weighed[statement], framework.contradicts[statement]
    rebuttals = framework.rebuttals[statement]
    if framework.given[statement] and not rebuttals and not contradicts:
        network.hold(statement)
        return
    steps = counts if weighed else live
    ground: Sequence[int] = ()
    if not framework.given[statement]:
        ground = (network.any_of([steps[each] for each in framework.supports[statement]]),)
    against = [*[steps[each] for each in rebuttals], *contradicts]
    if weighed and against:
        rejected = network.atom()
        network.all_of(rejected, (network.any_of(against),), (statement,))
        against = [rejected]
    network.all_of(statement, ground, against)


class Network:
    """Conjunctions and disjunctions over numbered atoms, and the values found for them."""

    def __init__(self, size: int) -> None:
        self.value = [OPEN] * size
        self.is_any = [False] * size
        self.waits = [0] * size
        """Of a conjunction the literals not yet true, of a disjunction the options not yet false."""
        self.positive: list[Sequence[int]] = [()] * size
        self.used: list[Sequence[int]] = [()] * size
        self.denied: list[Sequence[int]] = [()] * size
        self.source = [-1] * size
        """The option that founds a disjunction."""
        self.unsourced: list[int] = []
        self.queue: list[int] = []

    def atom(self) -> int:
        """A new atom, to be defined by `all_of` or `any_of`."""
        self.value.append(OPEN)
        self.is_any.append(False)
        self.waits.append(0)
        self.positive.append(())
        self.used.append(())
        self.denied.append(())
        self.source.append(-1)
        return len(self.value) - 1

    def hold(self, atom: int) -> None:
        """Mark an atom as true, and pass that on."""
        self._set(atom, TRUE)

    def all_of(self, atom: int, positive: Sequence[int], negative: Sequence[int]) -> None:
        """The atom is true iff all of `positive` are and none of `negative` is."""
        self.positive[atom] = positive
        self.waits[atom] = len(positive) + len(negative)
        if positive:
            _add(self.used, positive, atom)
        if negative:
            _add(self.denied, negative, atom)
        if not self.waits[atom]:
            self._set(atom, TRUE)

    def any_of(self, options: Sequence[int]) -> int:
        """An atom that is true iff one of the options is."""
        if len(options) == 1:
            return options[0]
        atom = self.atom()
        self.is_any[atom], self.positive[atom], self.waits[atom] = True, options, len(options)
        _add(self.used, options, atom)
        if not options:
            self._set(atom, FALSE)
        return atom

    def solve(self, among: Iterable[int] | None = None) -> list[int]:
        """Work out the well-founded model; `among` are the atoms that can still be open, else any."""
        self._propagate()
        atoms = range(len(self.value)) if among is None else among
        self._refute_unfounded(atom for atom in atoms if self.value[atom] == OPEN)
        while self.queue:
            self._propagate()
            self._refute_unfounded(self._adrift())
        return self.value

    def if_settled(self, atom: int, value: int) -> dict[int, int]:
        """The values that all that can depend on an atom of this solved network would have, if that had this value
        whatever it follows from.

        They alone are opened and solved again. What they rest on beside one another is not looked at: the counts of
        each atom have it.
        """
        new, deciding, above = copy.copy(self), list(self._deciding), self._above(atom)
        new.value, new.waits, new.source = list(self.value), list(self.waits), list(self.source)
        new.queue, new.unsourced = [], []
        for each in above:
            self._enter(each, deciding, new.waits, -1)
            new.value[each], new.source[each] = OPEN, -1
        new._set(atom, value)
        for each in above:
            if deciding[each] or not new.waits[each]:
                new._set(each, TRUE if self.is_any[each] == bool(deciding[each]) else FALSE)
        solved = new.solve(above)
        return {each: solved[each] for each in above}

    def _above(self, atom: int) -> dict[int, None]:
        """An atom and all that can depend on it."""
        found, waiting = {atom: None}, [atom]
        while waiting:
            last = waiting.pop()
            new = [user for users in (self.used[last], self.denied[last]) for user in users if user not in found]
            found |= dict.fromkeys(new)
            waiting += new
        return found

    @cached_property
    def _deciding(self) -> list[int]:
        """How many literals of each atom decide it alone: what a conjunction lacks, the true options of a
        disjunction."""
        found, waits = [0] * len(self.value), list(self.waits)
        for atom in range(len(self.value)):
            self._enter(atom, found, waits, 1)
        return found

    def _enter(self, atom: int, deciding: list[int], waits: list[int], number: int) -> None:
        """Enter in the counts of those that follow from it how an atom is decided; take it back with -1."""
        value = self.value[atom]
        if value == OPEN:
            return
        for user in self.used[atom]:
            deciding[user] += number * (self.is_any[user] == (value == TRUE))
            waits[user] -= number * (self.is_any[user] or value == TRUE)
        for user in self.denied[atom]:
            deciding[user] += number * (value == TRUE)
            waits[user] -= number * (value == FALSE)

    def _set(self, atom: int, value: int) -> None:
        if self.value[atom] == OPEN:
            self.value[atom] = value
            self.queue.append(atom)

    def _propagate(self) -> None:
        while self.queue:
            atom = self.queue.pop()
            if self.value[atom] == TRUE:
                self._spread_truth(atom)
            else:
                self._spread_falsehood(atom)

    def _spread_truth(self, atom: int) -> None:
        value, waits = self.value, self.waits
        for user in self.used[atom]:
            waits[user] -= 1
            if value[user] == OPEN and (not waits[user] or self.is_any[user]):
                self._set(user, TRUE)
        for user in self.denied[atom]:
            if value[user] == OPEN:
                self._set(user, FALSE)

    def _spread_falsehood(self, atom: int) -> None:
        value, waits = self.value, self.waits
        for user in self.used[atom]:
            if not self.is_any[user]:
                self._set(user, FALSE)
                continue
            waits[user] -= 1
            if not waits[user]:
                self._set(user, FALSE)
            elif self.source[user] == atom:
                self.unsourced.append(user)
        for user in self.denied[atom]:
            waits[user] -= 1
            if not waits[user] and value[user] == OPEN:
                self._set(user, TRUE)

    def _adrift(self) -> Iterable[int]:
        """The open disjunctions whose source fell, and all that was founded on them."""
        found = dict.fromkeys(atom for atom in self.unsourced if self.value[atom] == OPEN)
        self.unsourced.clear()
        stack = list(found)
        while stack:
            atom = stack.pop()
            for user in self.used[atom]:
                founded_elsewhere = self.is_any[user] and self.source[user] != atom
                if self.value[user] == OPEN and user not in found and not founded_elsewhere:
                    found[user] = None
                    stack.append(user)
        return found

    def _refute_unfounded(self, atoms: Iterable[int]) -> None:
        """Found what can be founded of these open atoms without leaning on one another in a loop; the rest,
        the greatest unfounded set, is false."""
        lacks: dict[int, int] = dict.fromkeys(atoms, 0)
        for atom in lacks:
            lacks[atom] = sum(1 for each in self.positive[atom] if each in lacks)
        ready = [atom for atom in lacks if self._is_founded_outside(atom, lacks)]
        for atom in ready:
            del lacks[atom]
        while ready:
            atom = ready.pop()
            for user in self.used[atom]:
                if user not in lacks:
                    continue
                lacks[user] -= 1
                if self.is_any[user]:
                    self.source[user] = atom
                if self.is_any[user] or not lacks[user]:
                    del lacks[user]
                    ready.append(user)
        for atom in lacks:
            self._set(atom, FALSE)

    def _is_founded_outside(self, atom: int, adrift: Mapping[int, int]) -> bool:
        if not self.is_any[atom]:
            return not adrift[atom]
        for option in self.positive[atom]:
            if self.value[option] == OPEN and option not in adrift:
                self.source[atom] = option
                return True
        return False


def _add(links: list[Sequence[int]], at: Iterable[int], atom: int) -> None:
    """Link each to the atom; a single link is a tuple, which the garbage collector need not track."""
    for each in at:
        link = links[each]
        if isinstance(link, list):
            link.append(atom)
        else:
            links[each] = [*link, atom] if link else (atom,)
