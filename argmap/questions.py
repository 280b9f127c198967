"""Critical questions that are still open: those of a step's scheme that nobody has put or answered.

A question of a step counts as dealt with where a support, rebuttal or undercutter of it names the question
(`question: KEY`), whatever became of that answer: from there on it is argument against argument. A question for
evidence is dealt with where the statement cites a source, has a support or rests on premises, one that asks to weigh
where something stands on the other side of the same target.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from argmap.evaluation import Evaluation
from argmap.framework import Label
from argmap.model import Claim, Step, Support
from argmap.schemes import SCHEMES, Question, Scheme


@dataclass(frozen=True)
class Examination:
    """A step with a scheme, and the questions of it that are open: `total` is how many the scheme has."""

    step: str
    scheme: Scheme
    open: tuple[Question, ...]

    @property
    def total(self) -> int:
        """How many questions the scheme has."""
        return len(self.scheme.questions)


def examine(ev: Evaluation, step: Step) -> Examination | None:
    """What is open about a step; None where it states no scheme."""
    if step.scheme is None:
        return None
    scheme = SCHEMES[step.scheme]
    named = {answer.question for answer in ev.graph.answers(step.id)}
    met = {"evidence": _is_backed(ev, step), "other-side": _is_opposed(ev, step)}
    still = (q for q in scheme.questions if q.key not in named and not met.get(q.invites))
    return Examination(step.id, scheme, tuple(still))


def _is_backed(ev: Evaluation, step: Step) -> bool:
    return bool(step.evidence or step.premises or ev.graph.supports(step.id))


def _is_opposed(ev: Evaluation, step: Step) -> bool:
    """Whether anything stands on the other side of what the step answers to."""
    if isinstance(step, Support):
        return bool(ev.graph.rebuttals(step.of))
    return bool(step.of and ev.graph.supports(step.of))


def examinations(ev: Evaluation, side: str | None = None, fallen: bool = False) -> Iterator[Examination]:
    """Every step about which questions are open, in file order; of one side only where it is named.

    What is not live any more need not be examined, and is left out unless `fallen` says otherwise.
    """
    for statement in ev.debate.statements.values():
        if isinstance(statement, Claim) or (side and ev.graph.sides[statement.id] != side):
            continue
        found = examine(ev, statement)
        if found and found.open and (fallen or ev.labelling.live[statement.id] is not Label.OUT):
            yield found


def lead(ev: Evaluation, id: str) -> str:
    """The words that introduce a question: `You rest on Doe 2024`, or what was said where nothing is cited."""
    statement = ev.debate.statements[id]
    cited = list(dict.fromkeys(evidence.source for evidence in statement.evidence))
    names = [ev.debate.sources[source].short for source in cited if source in ev.debate.sources]
    if names:
        more = f" and {len(names) - 2} more" if len(names) > 2 else ""
        return f"You rest on {' and '.join(names[:2]) if not more else ', '.join(names[:2])}{more}"
    if statement.text:
        return f"You say: {statement.text.rstrip('.')}"
    premises = () if isinstance(statement, Claim) else statement.premises
    return f"You argue from {' and '.join(premises)}"


def asked(ev: Evaluation, id: str, question: Question) -> str:
    """The question as put in cross-examination: `You rest on Doe 2024: what makes this person an expert?`."""
    return f"{lead(ev, id)}: {question.ask[0].lower()}{question.ask[1:]}"
