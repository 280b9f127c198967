"""How a resolution stands and what decides it, in one short sentence."""

from __future__ import annotations

from collections.abc import Sequence

from argmap.evaluation.evaluated import Evaluation
from argmap.evaluation.force import Force, force
from argmap.evaluation.framework import Label
from argmap.prose.standing import doing, stands
from argmap.wording.sentences import capital


def verdict(ev: Evaluation, resolution: str) -> str:
    """`Undecided: 4 for and 5 against count, not weighed.`; `Stands: 2 for it count; the 3 against are outweighed.`"""
    pros = [force(ev, step.id) for step in ev.graph.supports(resolution)]
    cons = [force(ev, step.id) for step in ev.graph.rebuttals(resolution)]
    label = ev.label(resolution)
    if not pros and not cons:
        why = "no argument for or against it"
    elif label is Label.UNDEC:
        why = _undecided(pros, cons)
    elif label is Label.IN:
        why = _decided(pros, "for it", cons, "against")
    else:
        why = _decided(cons, "against", pros, "for it")
    return f"{capital(stands(label).badge)}: {why}."


def _undecided(pros: Sequence[Force], cons: Sequence[Force]) -> str:
    """What counts on both sides, or else what is open."""
    if Force.COUNTS in pros and Force.COUNTS in cons:
        both = f"{pros.count(Force.COUNTS):,} for and {cons.count(Force.COUNTS):,} against"
        return f"{both} {doing(Force.COUNTS).present(2)}, not weighed"
    number = {"for": pros.count(Force.OPEN), "against": cons.count(Force.OPEN)}
    several = " and ".join(f"{count:,} {where}" for where, count in number.items() if count)
    if not several:
        return "what contradicts it is not defeated"
    return f"{several} {doing(Force.OPEN).present(sum(number.values()))}"


def _decided(winners: Sequence[Force], here: str, losers: Sequence[Force], there: str) -> str:
    """How many of those that win count, and what became of the others."""
    counting = winners.count(Force.COUNTS)
    won = f"{counting:,} {here} {doing(Force.COUNTS).present(counting)}" if counting else ""
    fates = " or ".join(doing(each).badge for each in (Force.ANSWERED, Force.OUTWEIGHED) if each in losers)
    left = [each for each in losers if each in (Force.ANSWERED, Force.OUTWEIGHED)]
    lost = f"the {len(left):,} {there} {'is' if len(left) == 1 else 'are'} {fates}" if left else ""
    if not losers:
        lost = f"nothing is {there}" if there == "against" else "nothing is for it"
    return "; ".join(filter(None, (won, lost)))
