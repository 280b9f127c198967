"""The options of a decision: the resolutions, what is said for and against each, and how they stand."""

from __future__ import annotations

from argmap.evaluation.evaluated import Evaluation
from argmap.evaluation.framework import Label
from argmap.model import Rebuttal, Step

_ORDER = {Label.OUT: 0, Label.UNDEC: 1, Label.IN: 2}


def standing(ev: Evaluation, id: str) -> int:
    """How an option stands, comparable: 0 defeated, 1 undecided, 2 stands."""
    return _ORDER[ev.label(id)]


def is_developed(step: Step) -> bool:
    """Whether a consideration is more than a note that somebody may yet work out."""
    return not step.undeveloped


def compared(ev: Evaluation, step: Step) -> set[str]:
    """What a step is said to outweigh, or to be outweighed by."""
    made = ev.graph.weighings
    over = {comparison.over for comparison in made.get(step.id, ())}
    rivals = ev.graph.answers(step.of) if step.of else []
    return over | {rival.id for rival in rivals if any(each.over == step.id for each in made.get(rival.id, ()))}


def is_option(ev: Evaluation, id: str) -> bool:
    """Whether an id is that of a resolution."""
    return id in ev.debate.resolution_ids


def cons_by_option(ev: Evaluation) -> dict[str, list[Rebuttal]]:
    """For each resolution the rebuttals of it that are worked out."""
    return {option.id: list(filter(is_developed, ev.graph.rebuttals(option.id))) for option in ev.debate.resolutions}


def untested(ev: Evaluation) -> list[str]:
    """The options that have only been argued for, where others have cons as well."""
    cons = cons_by_option(ev)
    argued = [id for id in cons if any(map(is_developed, ev.graph.supports(id)))]
    return [id for id in argued if not cons[id]] if any(cons.values()) else []
