"""Critical questions that are still open: those of a step's scheme that nobody has put or answered.

A question of a step counts as dealt with where a support, rebuttal or undercutter of it names the question
(`question: KEY`), whatever became of that answer: from there on it is argument against argument. A question for
evidence is dealt with where the statement cites a source, has a support or rests on premises; one for the evidence
after the source where the statement has a support or cites a second source; one that asks to weigh where something
stands on the other side of the same target.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from argmap.evaluation.evaluated import Evaluation
from argmap.evaluation.framework import Label
from argmap.model import Claim, Statement, Step, Support
from argmap.model.schemes import SCHEMES, Question, Scheme
from argmap.wording.lists import listed


class Examination(NamedTuple):
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
    met = {
        "evidence": _is_backed(ev, step),
        "corroboration": _is_corroborated(ev, step),
        "other-side": _is_opposed(ev, step),
    }
    still = (q for q in scheme.questions if q.key not in named and not met.get(q.invites))
    return Examination(step.id, scheme, tuple(still))


def _is_backed(ev: Evaluation, step: Step) -> bool:
    return bool(step.evidence or step.premises or ev.graph.supports(step.id))


def _is_corroborated(ev: Evaluation, step: Step) -> bool:
    """Whether the step has more to go by than the word of one source."""
    return bool(ev.graph.supports(step.id)) or len({piece.source for piece in step.evidence}) > 1


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
    """What introduces the questions to a step: what it answers, put aloud, where it says so, what it is said for or
    against, whom it cites, and last its words, which the questions call "this"."""
    statement = ev.debate.statements[id]
    asked = f'You are asked: "{statement.asks}" ' if statement.asks else ""
    said = said_alone(ev, id)
    if isinstance(statement, Claim):
        return f"{asked}{said}"
    what = (
        "For" if isinstance(statement, Support) else "To take away the force of" if statement.undercuts else "Against"
    )
    return f"{asked}{what} {_words(ev, statement.target, ends=False)} y{said[1:]}"


def said_alone(ev: Evaluation, id: str) -> str:
    """How to introduce a question to readers who know what the step is said about: `You say, citing Doe 2024: "…"`."""
    statement = ev.debate.statements[id]
    does = f"You say{_citing(ev, statement)}:" if statement.text else "You argue from"
    return f"{does} {_words(ev, id)}"


def _words(ev: Evaluation, id: str, ends: bool = True) -> str:
    """The words of a statement in quotation marks, those of a bare step's premises; full stops only where a sentence
    ends with them."""
    statement = ev.debate.statements[id]
    ids = (id,) if statement.text or isinstance(statement, Claim) else statement.premise_ids
    texts = [(ev.debate.statements[each].text or each).rstrip(".") for each in ids]
    end = "" if not ends or texts[-1][-1:] in "?!" else "."
    return listed([*(f'"{text}"' for text in texts[:-1]), f'"{texts[-1]}{end}"'])


def _citing(ev: Evaluation, statement: Statement) -> str:
    cited = list(dict.fromkeys(evidence.source for evidence in statement.evidence))
    names = [ev.called[source] for source in cited if source in ev.called]
    if not names:
        return ""
    return f", citing {listed(names if len(names) < 3 else [*names[:2], 'others'])}"


def asked(ev: Evaluation, id: str, question: Question) -> str:
    """The question as put in cross-examination, in full: `For "…" you say, citing Doe 2024: "…" Whom do you rely
    on for this, and what makes them an expert?`."""
    return f"{lead(ev, id)} {question.ask}"
