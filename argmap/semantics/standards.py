"""Proof standards: is a statement proved well enough, for the proof that it needs?

As Carneades defines them (Gordon & Walton, *Proof burdens and standards*, 2009, in the model of Gordon, Prakken &
Walton, *The Carneades model of argument and burden of proof*, AIJ 2007), where *pro* is the weight of the strongest
applicable argument for the statement and *con* that of the strongest against it, 0 where there is none:

    scintilla                 there is an applicable argument for it
    preponderance             and pro > con
    clear-and-convincing      and pro > α and pro − con > β     here α = β = 0.5, so that the second says both
    beyond-reasonable-doubt   and con < γ                       here γ = 0.3

The thresholds are left open there, as a matter of convention; these are ours. An argument is *applicable* where its
step counts as it does for the labels: it is live, and where the statement is weighed nothing outweighs it. Its
weight is what it carries under a gradual semantics. Evidence that a statement cites (or the `weight:` that it is given)
is an argument for it, with the base score for its weight; except for a resolution, which stands on its supports alone.
An accepted statement that contradicts it is an argument against it. Arguments are not added up: the strongest of each
side speaks, so that many weak ones never make a proof.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from argmap.evaluation import Evaluation
from argmap.framework import Label
from argmap.model import Standard, Statement
from argmap.weights import Strengths

LEAD = 0.5
"""How far pro has to be ahead of con to convince clearly."""
DOUBT = 0.3
"""What con has to stay below, to leave no reasonable doubt."""


@dataclass(frozen=True)
class Verdict:
    """Whether a statement meets its standard. `by_pro` and `by_con` are the ids of the strongest, the statement's own
    where its evidence is; `lacks` says what is missing. `met` is None where a strength it turns on is unsettled."""

    statement: str
    standard: Standard
    met: bool | None
    pro: float
    con: float
    by_pro: str | None
    by_con: str | None
    lacks: str | None


def verdicts(ev: Evaluation, strengths: Strengths, default: Standard | None = None) -> tuple[Verdict, ...]:
    """A verdict on each statement with a `standard:`, and on every other by `default` where one is given."""
    asked = [(s, s.standard or default) for s in ev.debate.statements.values() if s.text is not None]
    return tuple(verdict(ev, strengths, s.id, standard) for s, standard in asked if standard)


def verdict(ev: Evaluation, strengths: Strengths, id: str, standard: Standard) -> Verdict:
    """Whether a statement meets a standard. Raises KeyError for an unknown id."""
    pros = dict(_pros(ev, strengths, ev.debate.statements[id]))
    cons = dict(_cons(ev, strengths, id))
    by_pro, pro = _strongest(pros)
    by_con, con = _strongest(cons)
    if None in (*pros.values(), *cons.values()):
        return Verdict(id, standard, None, pro, con, by_pro, by_con, "a strength that it turns on did not settle")
    lacks = _lacks(standard, bool(pros), pro, con)
    return Verdict(id, standard, lacks is None, pro, con, by_pro, by_con, lacks)


def _pros(ev: Evaluation, strengths: Strengths, statement: Statement) -> Iterator[tuple[str, float | None]]:
    if (statement.evidence or statement.weight) and statement.id not in ev.debate.resolution_ids:
        yield statement.id, strengths.base[statement.id]
    for support in ev.graph.supports(statement.id):
        if _counts(ev, statement.id, support.id):
            yield support.id, strengths.steps.get(support.id)


def _cons(ev: Evaluation, strengths: Strengths, id: str) -> Iterator[tuple[str, float | None]]:
    for rebuttal in ev.graph.rebuttals(id):
        if _counts(ev, id, rebuttal.id):
            yield rebuttal.id, strengths.steps.get(rebuttal.id)
    for other in ev.graph.contradictions.get(id, ()):
        if ev.label(other) is Label.IN:
            yield other, strengths.of.get(other)


def _counts(ev: Evaluation, id: str, step: str) -> bool:
    standing = ev.labelling.counts if ev.graph.is_weighed(id) else ev.labelling.live
    return standing[step] is Label.IN


def _strongest(found: dict[str, float | None]) -> tuple[str | None, float]:
    """The first of the strongest, and its weight."""
    known = {id: weight for id, weight in found.items() if weight is not None}
    best = max(known, key=lambda id: known[id], default=None)
    return best, known[best] if best is not None else 0.0


def _lacks(standard: Standard, any_pro: bool, pro: float, con: float) -> str | None:
    """The first thing that a statement lacks for a standard; None where it meets it."""
    if not any_pro:
        return "nothing counts for it"
    if standard == "scintilla":
        return None
    if pro <= con:
        return f"what counts for it, {pro:.2f}, is not above what counts against it, {con:.2f}"
    if standard == "preponderance":
        return None
    if pro - con <= LEAD:
        return f"what counts for it leads by {pro - con:.2f}, and has to lead by more than {LEAD:.2f}"
    if standard == "beyond-reasonable-doubt" and con >= DOUBT:
        return f"what counts against it, {con:.2f}, is not below {DOUBT:.2f}"
    return None
