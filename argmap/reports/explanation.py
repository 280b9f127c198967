"""Why a statement stands, falls or is undecided, down to the unanswered rebuttals, and what would change it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from argmap.analysis.analysis import Analysis
from argmap.analysis.moves import Aim, Outlook, Remedy, reached
from argmap.documents.document import Document
from argmap.documents.formats import markdown, text
from argmap.documents.nested_lists import Sentence
from argmap.evaluation.audience_verdicts import conditions
from argmap.evaluation.audiences import AudienceEvaluation, Shift, shifts
from argmap.evaluation.evaluated import Evaluation
from argmap.evaluation.force import Force, argument, force
from argmap.evaluation.framework import Label
from argmap.evaluation.reasons import brought_down_by
from argmap.model import Claim
from argmap.prose.move import ways
from argmap.prose.naming import EDITORS
from argmap.prose.reason import argument_word
from argmap.prose.standing import doing, make_it, stands
from argmap.prose.turning import if_refuted
from argmap.reports.because import reasons_for
from argmap.reports.chain_of_reasons import Reason
from argmap.reports.explained_reasons import explained, reason_json, told
from argmap.reports.strength_report import TOO_MANY_RANKINGS
from argmap.reports.undecided import undecided_json, undecided_reasons
from argmap.wording.lists import listed


@dataclass(frozen=True)
class Explanation:
    """What a statement says, how it stands, why, and what would change that.

    `outlooks` say what would make it stand and, where it is undecided, what would make it fall; where it
    stands, what would make its step count. `fell` says that something brought it down. `turned_by` are the single
    statements on whose refutation it would no longer stand, the most weakly supported first. `if_it_fell` and
    `if_it_stood` are the labels that other statements would then have; each is empty where it is so already.
    Where it is told as an audience sees it, `audience` and `ranking` say who, and `shifts` of what they would have to
    be convinced for the statement to get another label; `every_shift` says that all moves of a value were tried.
    """

    id: str
    text: str | None
    label: Label
    because: tuple[Reason, ...]
    outlooks: tuple[Outlook, ...]
    fell: bool
    turned_by: tuple[str, ...]
    if_it_fell: Mapping[str, Label]
    if_it_stood: Mapping[str, Label]
    ev: Evaluation = field(repr=False)
    audience: str | None = None
    ranking: tuple[str, ...] = ()
    shifts: tuple[Shift, ...] = ()
    every_shift: bool = True

    @property
    def verdict(self) -> str:
        """The first sentence: `send-troops is undecided`, of an argument `presence-deters is answered by no-fear`;
        with an audience `To owners, presence-deters counts for send-troops`."""
        to = f"To {self.audience}, " if self.audience else ""
        argues = _argues(self.ev, self.id)
        return f"{to}{self.id} {argument_word(self.ev, self.id) if argues else stands(self.label)}"

    @property
    def remedies(self) -> tuple[Remedy, ...]:
        """The single moves that would make it stand (where it stands, those that would make its step count)."""
        return self.outlooks[0].remedies if self.outlooks else ()

    @property
    def together(self) -> tuple[Remedy, ...]:
        """Where there is no such single one, moves that would do it all together."""
        return self.outlooks[0].together if self.outlooks else ()


def explain(ev: Evaluation, id: str) -> Explanation:
    """Explain a statement, or whether a bare step is live. Raises KeyError for an id that the debate has not."""
    statement, label = ev.debate.statements[id], ev.label(id)
    asked = Analysis(ev)
    found, every = shifts(ev, id) if isinstance(ev, AudienceEvaluation) else ((), True)
    return Explanation(
        id=id,
        text=statement.text,
        label=label,
        because=(*reasons_for(ev, id), *undecided_reasons(ev, id)),
        outlooks=tuple(asked.outlook(id, aim) for aim in _aims(ev, id)),
        fell=label is Label.OUT and bool(brought_down_by(ev, id)),
        turned_by=asked.turned_by(id) if label is Label.IN and id in ev.labelling.labels else (),
        if_it_fell={} if label is Label.OUT else asked.if_settled(id, accepted=False),
        if_it_stood={} if label is Label.IN else asked.if_settled(id, accepted=True),
        ev=ev,
        audience=ev.audience if isinstance(ev, AudienceEvaluation) else None,
        ranking=ev.ranking if isinstance(ev, AudienceEvaluation) else (),
        shifts=found,
        every_shift=every,
    )


def _aims(ev: Evaluation, id: str) -> Iterator[Aim]:
    """What may be wanted of a statement or bare step that it is not yet. That the step of what stands should count,
    but not where an audience's ranking is all that is in its way: no move would help."""
    statement = ev.debate.statements[id]
    if not reached(ev.labelling, id, Aim.STAND if statement.text else Aim.LIVE):
        yield Aim.STAND if statement.text else Aim.LIVE
        if statement.text and ev.label(id) is Label.UNDEC:
            yield Aim.FALL
    elif not isinstance(statement, Claim) and not reached(ev.labelling, id, Aim.COUNT):
        unheard = isinstance(ev, AudienceEvaluation) and ev.unheard(id)
        yield from () if unheard else (Aim.COUNT,)


def to_document(explanation: Explanation) -> Document:
    """The explanation in sentences: the verdict, the reasons by depth, and what would change it."""
    ranking = [(f"They rank {', then '.join(explanation.ranking) or 'no value'}.", 1)] if explanation.audience else []
    sentences = (*ranking, *told(explanation.because), *outlook_sentences(explanation))
    return explained(explanation.id, explanation.verdict, explanation.text, sentences)


def to_text(explanation: Explanation, width: int = 80) -> str:
    """The explanation as text of a width in characters, for a terminal."""
    return text.write(to_document(explanation), width)


def to_markdown(explanation: Explanation) -> str:
    """The explanation as Markdown, for a page."""
    return markdown.write(to_document(explanation))


def outlook_sentences(explanation: Explanation) -> Iterator[Sentence]:
    """What would make it stand or fall, and what hangs on it, each with its indentation."""
    for each in explanation.outlooks:
        if each.remedies or each.together or not _is_rebutted_at_best(explanation, each):
            yield from ways(explanation.ev, each, _purpose(explanation, each.aim))
    if explanation.turned_by:
        more = "" if explanation.audience else f": argmap critical {explanation.id}"
        yield from if_refuted("would no longer stand", (explanation.turned_by,), EDITORS, TURNING, more)
    for label, _, convincing in conditions(explanation.shifts):
        yield (f"To {make_it(label)}, convince them {convincing}.", 0)
    if not explanation.every_shift:
        yield TOO_MANY_RANKINGS, 0
    argues = _argues(explanation.ev, explanation.id)
    is_answered = argues and force(explanation.ev, explanation.id) is Force.ANSWERED
    down = f"If it were {'answered' if argues and not is_answered else 'defeated'}"
    for lead, changes in (("If it stood", explanation.if_it_stood), (down, explanation.if_it_fell)):
        if changes:
            yield (f"{lead}: {_changed(explanation.ev, changes)}.", 0)
    if explanation.label is Label.IN and not explanation.if_it_fell and not is_answered:
        yield (f"{down}, nothing else would change.", 0)


TURNING = 3
"""How many of the statements on which one turns are named."""


def _is_rebutted_at_best(explanation: Explanation, ahead: Outlook) -> bool:
    """Whether to make it fall is a matter of rebutting the statement itself, which goes without saying."""
    return ahead.aim is Aim.FALL and explanation.id not in explanation.ev.debate.resolution_ids


def _purpose(explanation: Explanation, aim: Aim) -> str:
    if aim is Aim.COUNT and not explanation.text:
        return "make it count"
    return "bring it back" if aim is Aim.STAND and explanation.fell else aim.value


def _argues(ev: Evaluation, id: str) -> bool:
    """Whether it is an argument: a statement with a step, or a step alone."""
    return id in ev.labelling.live


def _changed(ev: Evaluation, changes: Mapping[str, Label]) -> str:
    order = [*map(stands, (Label.IN, Label.OUT, Label.UNDEC)), doing(Force.ANSWERED)]
    becomes = {
        id: doing(Force.ANSWERED) if new is Label.OUT and _argues(ev, id) else stands(new)
        for id, new in changes.items()
    }
    groups = {each: [id for id, found in becomes.items() if found is each] for each in order}
    return "; ".join(f"{listed(ids)} {each.would}" for each, ids in groups.items() if ids)


def to_json(explanation: Explanation) -> dict[str, Any]:
    """The explanation as plain data."""
    return {
        "id": explanation.id,
        "label": explanation.label.value,
        **(_force_json(explanation.ev, explanation.id) if explanation.id in explanation.ev.labelling.live else {}),
        "text": explanation.text,
        "verdict": f"{explanation.verdict}.",
        "because": [reason_json(reason) for reason in explanation.because],
        "undecided": undecided_json(explanation.ev, explanation.id),
        "remedies": [_remedy_json(each) for each in explanation.remedies],
        "joint_answer": _answered_together(explanation.together),
        "outlooks": [_outlook_json(each) for each in explanation.outlooks],
        "turned_by": list(explanation.turned_by),
        "if_it_fell": {id: label.value for id, label in explanation.if_it_fell.items()},
        "if_it_stood": {id: label.value for id, label in explanation.if_it_stood.items()},
        **(_audience_json(explanation) if explanation.audience else {}),
    }


def _force_json(ev: Evaluation, id: str) -> dict[str, Any]:
    found = argument(ev, id)
    return {"force": found.force.value, "why": found.cause.value if found.cause else None, "by": list(found.by)}


def _remedy_json(remedy: Remedy) -> dict[str, Any]:
    over, revives = list(remedy.over), list(remedy.revives)
    return {"kind": remedy.kind, "target": remedy.target, "over": over, "revives": revives, "how": remedy.how}


def _answered_together(moves: Sequence[Remedy]) -> list[str]:
    """What has to be answered together, where that is all that it takes."""
    return [each.target for each in moves] if all(each.kind == "answer" for each in moves) else []


def _outlook_json(ahead: Outlook) -> dict[str, Any]:
    return {
        "aim": ahead.aim.name.lower(),
        "remedies": [_remedy_json(each) for each in ahead.remedies],
        "together": [_remedy_json(each) for each in ahead.together],
        "least": ahead.least,
        "ways": ahead.ways,
        "tried": ahead.tried,
    }


def _audience_json(explanation: Explanation) -> dict[str, Any]:
    shifts = [shift.plain() for shift in explanation.shifts]
    return {"audience": explanation.audience, "ranks": list(explanation.ranking), "shifts": shifts}
