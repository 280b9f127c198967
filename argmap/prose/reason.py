"""Why an argument has the force that it has."""

from __future__ import annotations

from dataclasses import replace

from argmap.evaluation.evaluated import Evaluation
from argmap.evaluation.force import Argument, Cause, Force, argument
from argmap.evaluation.framework import Label
from argmap.model import Claim
from argmap.prose.relation import aim
from argmap.prose.standing import Predicate, doing, stands
from argmap.wording.lists import MOST, listed


def argument_word(ev: Evaluation, id: str) -> str:
    """`counts against plan`, `is outweighed by x`, `is answered: undercut by y`, `is open: …`."""
    found, step = argument(ev, id), ev.debate.statements[id]
    assert not isinstance(step, Claim)
    return f"counts {aim(step)}" if found.force is Force.COUNTS else str(with_cause(found))


def with_cause(found: Argument, most: int = MOST) -> Predicate:
    """The force of an argument that does not count, and why; at most so many are named."""
    by_others = found.force is Force.ANSWERED and found.cause is Cause.STATEMENT and found.by
    if found.force is Force.OUTWEIGHED or by_others:
        return doing(found, most)
    said = doing(found.force)
    return replace(said, rest=f"{said.rest}: {_cause(found, most)}")


def _cause(found: Argument, most: int) -> str:
    answered, names, number = found.force is Force.ANSWERED, listed(found.by, most=most), len(found.by)
    match found.cause:
        case Cause.UNDERCUT:
            return f"undercut by {names}" + ("" if answered else f", which {doing(Force.OPEN).present(number)}")
        case Cause.PREMISE:
            fails = "does not hold" if number == 1 else "do not hold"
            return f"it needs {names}, which {fails if answered else stands(Label.UNDEC).present(number)}"
        case Cause.GROUND if answered:
            return "nothing backs it"
        case Cause.WEIGHT:
            return "whether something outweighs it is undecided"
    return f"its statement {'does not hold' if answered else stands(Label.UNDEC)}"
