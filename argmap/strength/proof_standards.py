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

There all is decided; here it may be undecided whether an argument counts, and then it is no proof to leave it out. Such
an argument is *open*: a standard is met only where it is met whichever of the open ones come to count, and missed only
where it is missed whichever do. Otherwise the verdict is open as well. As pro and con are maxima, it is enough to look
at two cases: the open ones for the statement count and those against it do not, and the other way round.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from argmap.evaluation.base_scores import Strengths
from argmap.evaluation.evaluated import Evaluation
from argmap.evaluation.framework import Label
from argmap.model import Standard, Statement

LEAD = 0.5
"""How far pro has to be ahead of con to convince clearly."""
DOUBT = 0.3
"""What con has to stay below, to leave no reasonable doubt."""


@dataclass(frozen=True)
class Verdict:
    """Whether a statement meets its standard. `pro` and `con` are the weights of what counts, `by_pro` and `by_con` the
    ids of the strongest, the statement's own where its evidence is. `met` is None where a strength it turns on is
    unsettled, or where it turns on what is undecided: that is `open_pro` and `open_con`, each with its weight; both are
    empty where the verdict does not turn on it. `lacks` says what is missing."""

    statement: str
    standard: Standard
    met: bool | None
    pro: float
    con: float
    by_pro: str | None
    by_con: str | None
    lacks: str | None
    open_pro: tuple[tuple[str, float], ...] = ()
    open_con: tuple[tuple[str, float], ...] = ()


def verdicts(ev: Evaluation, strengths: Strengths, default: Standard | None = None) -> tuple[Verdict, ...]:
    """A verdict on each statement with a `standard:`, and on every other by `default` where one is given."""
    asked = [(s, s.standard or default) for s in ev.debate.statements.values() if s.text is not None]
    return tuple(verdict(ev, strengths, s.id, standard) for s, standard in asked if standard)


def verdict(ev: Evaluation, strengths: Strengths, id: str, standard: Standard) -> Verdict:
    """Whether a statement meets a standard. Raises KeyError for an unknown id."""
    found = [*_pros(ev, strengths, ev.debate.statements[id]), *_cons(ev, strengths, id)]
    sides = [_Side(found, for_it) for for_it in (True, False)]
    (by_pro, pro), (by_con, con) = (_strongest(side.counting) for side in sides)
    whole = Verdict(id, standard, None, pro, con, by_pro, by_con, "a strength that it turns on did not settle")
    if any(each.weight is None for each in found):
        return whole
    lacks = _lacks(standard, bool(sides[0].counting), pro, con)
    if _decided(standard, *sides):
        return replace(whole, met=lacks is None, lacks=lacks)
    open_pro = tuple(each for each in sides[0].open.items() if lacks and (each[1] > pro or not by_pro))
    open_con = tuple(each for each in sides[1].open.items() if not lacks and _lacks(standard, True, pro, each[1]))
    return replace(whole, lacks=lacks or "what is undecided against it may come to count", open_pro=open_pro,
                   open_con=open_con)  # fmt: skip


@dataclass(frozen=True)
class _Argument:
    """What speaks for a statement or against it, with its weight; None where that did not settle. `counts` may be
    undecided."""

    id: str
    for_it: bool
    weight: float | None
    counts: Label


class _Side:
    """The weights of what counts on one side, and of what may come to count."""

    def __init__(self, found: Iterable[_Argument], for_it: bool) -> None:
        own = [each for each in found if each.for_it is for_it]
        self.counting, self.open = (
            {each.id: each.weight or 0.0 for each in own if each.counts is label} for label in (Label.IN, Label.UNDEC)
        )

    @property
    def all(self) -> dict[str, float]:
        """What counts together with what may."""
        return {**self.counting, **self.open}


def _decided(standard: Standard, pros: _Side, cons: _Side) -> bool:
    """Whether the standard is met, or missed, whichever of the open arguments come to count."""
    cases = ((pros.all, cons.counting), (pros.counting, cons.all))
    best, worst = (_lacks(standard, bool(p), _strongest(p)[1], _strongest(c)[1]) is None for p, c in cases)
    return best is worst


def _pros(ev: Evaluation, strengths: Strengths, statement: Statement) -> Iterator[_Argument]:
    if (statement.evidence or statement.weight) and statement.id not in ev.debate.resolution_ids:
        yield _Argument(statement.id, True, strengths.base[statement.id], Label.IN)
    for support in ev.graph.supports(statement.id):
        yield from _argument(support.id, True, strengths.steps.get(support.id), _counts(ev, statement.id, support.id))


def _cons(ev: Evaluation, strengths: Strengths, id: str) -> Iterator[_Argument]:
    for rebuttal in ev.graph.rebuttals(id):
        yield from _argument(rebuttal.id, False, strengths.steps.get(rebuttal.id), _counts(ev, id, rebuttal.id))
    for other in ev.graph.contradictions.get(id, ()):
        yield from _argument(other, False, strengths.of.get(other), ev.label(other))


def _argument(id: str, for_it: bool, weight: float | None, counts: Label) -> Iterator[_Argument]:
    """The argument, unless it counts for nothing."""
    if counts is not Label.OUT:
        yield _Argument(id, for_it, weight, counts)


def _counts(ev: Evaluation, id: str, step: str) -> Label:
    return (ev.labelling.counts if ev.graph.is_weighed(id) else ev.labelling.live)[step]


def _strongest(found: dict[str, float]) -> tuple[str | None, float]:
    """The first of the strongest, and its weight."""
    best = max(found, key=lambda id: found[id], default=None)
    return best, found[best] if best is not None else 0.0


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
