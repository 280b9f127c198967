"""The small print of a map: counts, grades, what outweighs what, and the tooltip with the whole text."""

from __future__ import annotations

from collections.abc import Collection

from argmap.evaluation.evaluated import Evaluation
from argmap.evaluation.force import Cause, Force, argument
from argmap.evaluation.framework import Label
from argmap.maps.chips import LONGEST, quoted
from argmap.model import Claim, Debate, Evidence, Position, Statement
from argmap.prose.cited_sources import cited
from argmap.prose.reason import with_cause
from argmap.prose.relation import VERBS, relation_of
from argmap.prose.standing import doing, number_by_force, stands
from argmap.wording.counts import counted
from argmap.wording.lists import listed


def statement_text(debate: Debate, statement: Statement) -> str:
    """What it says; for a bare step the statement that it needs, or how many these are."""
    if statement.text is not None:
        return statement.text
    premises = () if isinstance(statement, Claim) else statement.premise_ids
    texts = [found.text or id for id in premises if (found := debate.statements.get(id))]
    return texts[0] if len(texts) == 1 else f"{'Both' if len(texts) == 2 else f'All {len(texts)}'} of these together."


def called(debate: Debate, id: str, most: int = LONGEST) -> str:
    """What a map calls a statement that stands elsewhere: its words, or what a bare step of several premises does."""
    statement = debate.statements[id]
    if isinstance(statement, Claim) or statement.text is not None or len(statement.premise_ids) == 1:
        return quoted(statement_text(debate, statement), most)
    target = quoted(statement_text(debate, debate.statements[statement.target]), most)
    return f"what {VERBS[relation_of(statement)]} {target}"


def evidence_note(debate: Debate, statement: Statement) -> str:
    """`B1 · 3`, or that there is none; of a resolution, which needs none, nothing."""
    return cited(debate, statement).badge if statement.evidence or statement.id not in debate.resolution_ids else ""


def remarks(evaluation: Evaluation, statement: Statement) -> tuple[str, ...]:
    """The balance of a statement whose pros and cons are weighed."""
    if not evaluation.graph.is_weighed(statement.id):
        return ()
    pro, con = (sum(evaluation.labelling.counts[step.id] is Label.IN for step in steps) for steps in (
        evaluation.graph.supports(statement.id), evaluation.graph.rebuttals(statement.id)))  # fmt: skip
    return (f"Weighed: {pro:,} for, {con:,} against count",)


def counts_below(evaluation: Evaluation, id: str) -> str:
    """How much lies below a statement: `12 below · 2 for, 3 against`."""
    below = evaluation.once(_number_below, id)
    if not below:
        return "nothing below"
    pro, con = len(evaluation.graph.supports(id)), len(evaluation.graph.rebuttals(id))
    con += len(evaluation.graph.undercutters(id))
    return f"{below:,} below: {pro:,} for, {con:,} against"


def _number_below(evaluation: Evaluation, id: str) -> int:
    return len(evaluation.graph.descendants([id])) - 1


def panel_note(evaluation: Evaluation, position: Position, of: Collection[str] | None = None, more: str = "") -> str:
    """`Disadvantage · 18 arguments: 12 count, 2 open, 4 answered`, of all statements of a position or of some; `more`
    stands behind their number."""
    arguments = [each for each in position.arguments if of is None or each.id in of]
    steps = [each for each in arguments if not isinstance(each, Claim)]
    claims = len(arguments) - len(steps)
    parts = [f"{counted(len(steps), 'argument')}{more}: {number_by_force(evaluation, steps)}"] if steps else []
    parts += [counted(claims, "claim")] if claims else []
    note = " · ".join(parts)
    return " · ".join(filter(None, (position.kind and position.kind.capitalize(), note)))


def tooltip(evaluation: Evaluation, statement: Statement) -> str:
    """The whole text, the standing, and each piece of evidence with its citation and grade."""
    debate = evaluation.debate
    state = f"{_state(evaluation, statement)}{_strength(evaluation, statement)}"
    lines = [f"{statement.id}: {statement_text(debate, statement)}", f"({state})"]
    found = None if isinstance(statement, Claim) else argument(evaluation, statement.id)
    heavier = found.by if found and found.force is Force.OUTWEIGHED else ()
    lines += [f"outweighed by {id}: {_because(evaluation, id, statement.id)}" for id in heavier]
    lines += [citation(evaluation, evidence) for evidence in statement.evidence]
    return "\n".join(lines)


def _state(evaluation: Evaluation, statement: Statement) -> str:
    """`stands` of a claim; `counts` or `answered: undercut by no-such-thing` of an argument."""
    if isinstance(statement, Claim):
        return stands(evaluation.label(statement.id)).badge
    found = argument(evaluation, statement.id)
    named_below = found.force is Force.OUTWEIGHED  # what outweighs it, with the reason
    return (doing(found.force) if found.cause is None or named_below else with_cause(found)).badge


NAMED = 2
"""How many of those that answer an argument its card names; its tooltip names all."""


def state(evaluation: Evaluation, statement: Statement) -> str:
    """What is not as usual: that an argument does not count, and why; that a claim does not stand."""
    if isinstance(statement, Claim):
        label = evaluation.label(statement.id)
        return "" if label is Label.IN else stands(label).badge
    found = argument(evaluation, statement.id)
    if found.force is Force.COUNTS:
        return ""
    named = found.by[: NAMED + 1]
    by = tuple(called(evaluation.debate, id) for id in named)
    by += found.by[len(named) :]
    if found.cause is Cause.UNDERCUT and found.force is Force.ANSWERED:
        return f"answered by {listed(by, most=_few(by))}"
    return with_cause(found._replace(by=by), _few(by)).badge


def _few(by: Collection[str]) -> int:
    return NAMED + (len(by) == NAMED + 1)


def reasons(evaluation: Evaluation, statement: Statement) -> tuple[str, frozenset[str]]:
    """The state in one word, and what makes it so: where all of that stands beside the card, one word is enough."""
    if isinstance(statement, Claim):
        return "", frozenset()
    found = argument(evaluation, statement.id)
    return doing(found.force).badge, frozenset(found.by)


def _strength(evaluation: Evaluation, statement: Statement) -> str:
    """`, strength 0.42, 0.75 before any answer`; nothing where strengths were not asked for."""
    found = evaluation.strengths
    if found is None:
        return ""
    if found.worth(statement.id) is None:
        return ", no strength: it is in a circle that does not settle"
    base = found.base.get(statement.id)
    before = f", {base:.2f} before any answer" if base is not None else ""
    if base is not None and statement.weight is not None:
        before += f", as set by hand: {statement.weight.because}"
    return f", strength {found.figure(statement.id)}{before}"


def _because(evaluation: Evaluation, winner: str, loser: str) -> str:
    comparisons = evaluation.graph.weighings.get(winner, ())
    return next((c.because for c in comparisons if c.over == loser), "")


def citation(evaluation: Evaluation, evidence: Evidence) -> str:
    """`Doe 2024 [B2], p. 4: what it contributes`."""
    name, grade = evaluation.called.get(evidence.source, evidence.source), evaluation.debate.grade(evidence)
    where = f", {evidence.at}" if evidence.at else ""
    where = f", said by {evidence.said_by}{where}" if evidence.said_by else where
    what = evidence.says or (f"“{evidence.quote}”" if evidence.quote else "")
    return f"• {name}{f' [{grade}]' if grade else ''}{where}{f': {what}' if what else ''}"
