"""What an undecided statement waits for, told by its kind: as reasons and as plain data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from argmap.analysis.parting_values import best_order
from argmap.evaluation.audiences import labels_heard
from argmap.evaluation.evaluated import Evaluation
from argmap.evaluation.force import Doubt, Undecided, doubts, open_facts
from argmap.evaluation.framework import Label
from argmap.evaluation.reasons import come_first, tally
from argmap.reports.chain_of_reasons import Reason
from argmap.wording.lists import listed

_TESTIMONY, _UNGRADED = "~", "~~"
"""Sort after every grade, in this order."""


def undecided_reasons(ev: Evaluation, id: str) -> Iterator[Reason]:
    """A sentence for each thing that a weighed statement waits for; the circle of one that stands against itself is
    among the reasons why it is undecided."""
    for each in doubts(ev, id) if ev.graph.is_weighed(id) else ():
        match each.doubt:
            case Doubt.WEIGHING if pair := _comparison(ev, each.about):
                yield _weighing(ev, id, each.about, pair)
            case Doubt.WEIGHING if each.about != id:
                yield Reason(f"It hangs on {each.about}, and nobody has weighed the arguments for and against it")
            case Doubt.FACTS:
                yield Reason(f"It hangs on facts: {facts_told(open_facts(ev, id))}", each.ids)
            case Doubt.VALUES:
                yield Reason(f"It hangs on values: {_audiences(ev, id)}", ())
            case Doubt.ITSELF if each.about != id:
                way = listed([other for other in each.ids if other != each.about])
                yield Reason(f"It hangs on {each.about}, which stands against itself by way of {way}", each.ids)


def _weighing(ev: Evaluation, id: str, about: str, pair: tuple[str, str]) -> Reason:
    """On which side of a comparison that nobody has made the better evidence is; and where the statement hangs on
    another, that nobody has made it."""
    lead, alone = "" if about == id else f"It hangs on {about}. ", len(tally(ev, about).missing) == 1
    better = _better(ev, pair)
    told = (
        f"The better evidence is {better} {'that' if lead else 'it'}" if better else "Neither has the better evidence"
    )
    pro, con = (f"{each} ({_shown(_grade(ev, each))})" for each in pair)
    if alone and not lead:
        return Reason(f"{told}: {pro} against {con}", pair)
    if come_first(ev, pair):
        return Reason(f"{lead}Nobody has settled which comes first, {pro} or {con}. {told}", pair)
    best = "" if alone else ", which have the best evidence"
    return Reason(f"{lead}Nobody has weighed {pro} against {con}{best}. {told}", pair)


def _shown(grade: str) -> str:
    return {_TESTIMONY: "testimony", _UNGRADED: "ungraded"}.get(grade, grade)


def _audiences(ev: Evaluation, id: str) -> str:
    """For whom it stands and for whom not, and by which order of two values these part."""
    heard = ev.once(labels_heard).get(id, {}).items()
    names = {wanted: [name for name, label in heard if label is wanted] for wanted in (Label.IN, Label.OUT)}
    order = best_order(ev, [id])
    above = f", above all {order[0]} against {order[1]}" if order else ""
    return f"it stands for {listed(names[Label.IN])} and is defeated for {listed(names[Label.OUT])}{above}"


def undecided_json(ev: Evaluation, id: str) -> list[dict[str, Any]]:
    """What a statement waits for: the kind (`because`), the `ids`, and what this kind has to tell."""
    return [{"because": each.doubt.value, "ids": list(each.ids), **_details(ev, id, each)} for each in doubts(ev, id)]


def _details(ev: Evaluation, id: str, found: Undecided) -> dict[str, Any]:
    match found.doubt:
        case Doubt.WEIGHING:
            pair = _comparison(ev, found.about)
            hangs_on = {"hangs_on": found.about} if found.about != id else {}
            return {**hangs_on, "comparison": pair and list(pair), "better_evidence": pair and _better(ev, pair)}
        case Doubt.FACTS:
            return {"open_arguments": {each: n for each, n in open_facts(ev, id) if each in found.ids}}
        case Doubt.VALUES:
            order = best_order(ev, [id])
            return {"order": order and list(order)}
        case Doubt.ITSELF:
            return {"hangs_on": found.about} if found.about != id else {}


def _comparison(ev: Evaluation, id: str) -> tuple[str, str] | None:
    """Of the comparisons that nobody has made the one with the best evidence on both sides, what is for it first."""
    missing = tally(ev, id).missing
    return min(missing, key=lambda pair: (_grade(ev, pair[0]), _grade(ev, pair[1])), default=None)


def _better(ev: Evaluation, pair: tuple[str, str]) -> str | None:
    """On which side the better evidence is, by the best grade; None where neither has it."""
    pro, con = (_grade(ev, each) for each in pair)
    return None if pro == con else "for" if pro < con else "against"


def _grade(ev: Evaluation, step: str) -> str:
    """The best grade of an argument's evidence: its own, or that of the statements that it needs."""
    statements = ev.debate.statements
    needed = getattr(statements[step], "needed", ())
    cited = [statements[id] for id in (step, *needed)]
    testimony = _TESTIMONY if any(each.is_testimony for each in cited) else _UNGRADED
    return min(filter(None, map(ev.debate.best_grade, cited)), default=testimony)


def facts_told(found: Sequence[tuple[str, int]], most: int = 2) -> str:
    """`x (2 open arguments), y (1), 3 more`."""
    named = [f"{id} ({n} open argument{'s' * (n > 1)})" if at == 0 else f"{id} ({n})"
             for at, (id, n) in enumerate(found[:most])]  # fmt: skip
    more = [f"{len(found) - most} more"] if len(found) > most else []
    return ", ".join([*named, *more])
