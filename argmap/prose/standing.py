"""How statements stand and what arguments do, in words, in every form that a sentence needs.

Statements and options stand, are defeated or are undecided; arguments count, are outweighed, are answered or are open.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from argmap.evaluation.evaluated import Evaluation
from argmap.evaluation.force import Argument, Force, force
from argmap.evaluation.framework import Label
from argmap.model import Step
from argmap.wording.lists import listed


@dataclass(frozen=True)
class Predicate:
    """A verb in its forms, and what goes with each: `be`, `is`, `are`, `was` with `answered by x`; and what is so
    all the same."""

    verb: str
    verb_of_one: str
    verb_of_several: str
    verb_of_past: str
    rest: str = ""
    other: Predicate | None = None
    note: str = ""

    @property
    def infinitive(self) -> str:
        """`stand`, `be answered`."""
        return f"{self.verb} {self.rest}".rstrip()

    @property
    def would(self) -> str:
        """`would stand`, `would be answered`."""
        return f"would {self.infinitive}"

    @property
    def past(self) -> str:
        """`stood`, `was answered`; `stood, but was answered`."""
        but = f", but {self.other.past}" if self.other else ""
        return f"{self.verb_of_past} {self.rest}".rstrip() + but + self.note

    @property
    def now(self) -> str:
        """`now stands`, `is now answered`."""
        now = f"{self.verb_of_one} now {self.rest}" if self.rest else f"now {self.verb_of_one}"
        return now + self._but

    @property
    def badge(self) -> str:
        """`stands`, `answered`: beside a name, where there is no sentence."""
        return (self.rest or self.verb_of_one) + self._but

    def present(self, number: int = 1) -> str:
        """`stands`, `is answered`; of several things `stand`, `are answered`."""
        return f"{self.verb_of_one if number == 1 else self.verb_of_several} {self.rest}".rstrip() + self._but

    @property
    def _but(self) -> str:
        return (f", but {self.other}" if self.other else "") + self.note

    def but(self, other: Predicate) -> Predicate:
        """`stands, but is answered by x`."""
        return replace(self, other=other)

    def noting(self, note: str) -> Predicate:
        """`stands (as an argument it is answered as before)`."""
        return replace(self, note=f" ({note})")

    def __str__(self) -> str:
        return self.present()


def _being(rest: str) -> Predicate:
    return Predicate("be", "is", "are", "was", rest)


_LABELS = {
    Label.IN: Predicate("stand", "stands", "stand", "stood"),
    Label.OUT: _being("defeated"), Label.UNDEC: _being("undecided"),
}  # fmt: skip
_FORCES = {
    Force.COUNTS: Predicate("count", "counts", "count", "counted"), Force.OUTWEIGHED: _being("outweighed"),
    Force.OPEN: _being("open"), Force.ANSWERED: _being("answered"),
}  # fmt: skip
_TURNS = {Label.IN: "make it stand", Label.OUT: "defeat it", Label.UNDEC: "leave it undecided"}


def stands(label: Label) -> Predicate:
    """How a statement stands."""
    return _LABELS[label]


def fares(ev: Evaluation, id: str) -> Predicate:
    """How a statement stands; of a step without words of its own what it does."""
    return stands(ev.label(id)) if ev.debate.statements[id].text is not None else doing(force(ev, id))


def doing(argument: Argument | Force, most: int = 2, name: Callable[[str], str] = str) -> Predicate:
    """What an argument does; one that was looked into also by what: `is answered by x`, `is open because of y`. `name`
    writes the ids."""
    found = _FORCES[argument if isinstance(argument, Force) else argument.force]
    if isinstance(argument, Force) or not argument.by or argument.force is Force.COUNTS:
        return found
    link = "because of" if argument.force is Force.OPEN else "by"
    return replace(found, rest=f"{found.rest} {link} {listed(map(name, argument.by), most=most)}")


def make_it(label: Label) -> str:
    """What a change does to a statement that comes to stand so: `make it stand`, `defeat it`."""
    return _TURNS[label]


def number_by_force(ev: Evaluation, steps: Iterable[Step]) -> str:
    """Arguments counted by their force: `4 count, 3 open, 1 answered`; `none` where there are none."""
    found = Counter(force(ev, step.id) for step in steps)
    return ", ".join(_number(found[each], each) for each in Force if found[each]) or "none"


def _number(number: int, found: Force) -> str:
    return f"{number:,} {doing(found).rest or doing(found).present(number)}"
