"""What would settle a resolution, in one sentence: for briefs and for the first screen of the living page."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from argmap.analysis.analysis import Analysis
from argmap.documents.lines import phrase
from argmap.evaluation.force import Cause, Force, argument, force, open_below
from argmap.evaluation.framework import Label
from argmap.evaluation.reasons import voice
from argmap.evaluation.weight import considerations
from argmap.model import Claim, Statement, Step
from argmap.prose.naming import ToldDebate

LIGHT = 3
"""From this place on, arguments are as light as any."""


def first_of(s: ToldDebate, statement: Statement, for_it: bool, most: int) -> list[Step]:
    """The weightiest arguments on one side of a statement, each thing said once; none that only waits for a ground."""
    steps = [x for x in considerations(s.ev, statement.id, for_it) if x.id in s.scope and not _is_bare(s, x)]
    return list({voice(step): step for step in reversed(steps)}.values())[::-1][:most]


def _is_bare(s: ToldDebate, step: Step) -> bool:
    found = argument(s.ev, step.id)
    return found.force is Force.ANSWERED and found.cause is Cause.GROUND


def settles(s: ToldDebate, option: Claim, named: bool = False) -> str:
    """What would settle an option, or unsettle it: a question between its weightiest arguments, else one on which much
    hangs; else the comparison of the two, `named` where they do not stand beside it; else the point on which it hangs.
    """
    if asked := _between(s, option) or _open_question(s, option):
        return phrase(asked)
    pro, con = (first_of(s, option, for_it, 1) for for_it in (True, False))
    if pro and con and all(force(s.ev, each.id) is Force.COUNTS for each in (*pro, *con)):
        both = f": that {s.within(pro[0].id)}, or that {s.within(con[0].id)}"
        return f"Which weighs more{both}" if named else "Which of the two weighs more"
    hinges = [id for id, _ in open_below(s.ev, option.id) if id in s.scope]
    stands = s.ev.label(option.id) is Label.IN
    hinges += [id for id in Analysis(s.ev).turned_by(option.id) if id in s.scope] if stands else []
    side = pro if stands else con
    hinges += [each.id for each in side if force(s.ev, each.id) is Force.COUNTS]
    hinges += [id for each in pro for id in argument(s.ev, each.id).by if id in s.scope]
    return f"Whether {phrase(s.within(hinges[0]))}" if hinges else "An argument for it"


def _between(s: ToldDebate, option: Claim) -> str | None:
    """A question that the debate argues both ways with the weightiest arguments for and against an option."""
    ranks = [
        {voice(x): place for place, x in enumerate(first_of(s, option, for_it, len(s.debate.statements)))}
        for for_it in (True, False)
    ]
    found = []
    for asked, said in _argued_questions(s):
        if any(not said.isdisjoint(side) for side in ranks):
            found.append((sum(_place(side, said) for side in ranks), asked))
    return min(found, key=lambda each: each[0])[1] if found else None


def _argued_questions(s: ToldDebate) -> Iterator[tuple[str, frozenset[str]]]:
    """What is asked in the questions that the debate argues, each with the arguments on it and their premises."""
    for claim in s.debate.claims:
        if claim.role == "question" and claim.asks and claim.id in s.scope:
            steps: list[Step] = [*s.ev.graph.supports(claim.id), *s.ev.graph.rebuttals(claim.id)]
            yield claim.asks, frozenset(id for step in steps for id in (step.id, *step.premise_ids))


def _place(ranks: Mapping[str, int], said: Collection[str]) -> int:
    """The rank of the first argument of a side that a question speaks of; one behind all where there is none."""
    return min([min(ranks[id], LIGHT) for id in ranks.keys() & said], default=LIGHT + 1)


def _open_question(s: ToldDebate, option: Claim) -> str | None:
    return next((x.asks for id, _ in open_below(s.ev, option.id) if (x := s.debate.statements[id]).asks), None)
