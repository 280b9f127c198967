"""What is measured beside the labels, as blocks and as plain data: strengths, audiences, proof standards."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from argmap.documents.document import Block, Item, Items, Paragraph, Pill, Row, Run, Table
from argmap.documents.lines import line
from argmap.evaluation.audience_verdicts import AudienceVerdict, conditions
from argmap.evaluation.base_scores import Strengths
from argmap.evaluation.evaluated import Evaluation
from argmap.prose.standing import stands
from argmap.strength.effect_of_evidence import rounded
from argmap.strength.proof_standards import Verdict
from argmap.wording.lists import listed

TOO_MANY_RANKINGS = "There are too many ways to rank the values: only the first were tried."

_NAMED = 5
"""How many of the statements without a number are named."""


def strength_word(strengths: Strengths, id: str) -> str:
    """The strength of a statement, or of a bare step what it carries, as `0.42`; a dash where it did not settle."""
    number = strengths.worth(id)
    return "-" if number is None else strengths.figure(id)


def strength_note(strengths: Strengths) -> str:
    """A sentence on the semantics of the strengths, and on what has no number."""
    said = f"Strengths from 0 to 1 by {strengths.title}, from the grades of the evidence."
    if strengths.converged:
        return said
    named = listed(strengths.unsettled, most=_NAMED)
    return f"{said} They go round in a circle and did not settle for {named}."


def strengths_json(strengths: Strengths) -> dict[str, Any]:
    """The semantics, whether all is settled, and by id `{"base", "strength"}` with numbers of six digits."""
    return {
        "semantics": strengths.semantics,
        "converged": strengths.converged,
        "rounds": strengths.rounds,
        "unsettled": list(strengths.unsettled),
        "statements": {
            id: {"base": rounded(base), "strength": rounded(strengths.of.get(id))}
            for id, base in strengths.base.items()
        },
        "steps": {id: rounded(carried) for id, carried in strengths.steps.items()},
    }


def audience_blocks(ev: Evaluation, found: Sequence[AudienceVerdict]) -> Iterator[Block]:
    """How each resolution stands for each audience, those that differ from the plain label marked; then what each
    audience would have to be convinced of."""
    labels = {(each.audience, each.resolution): each.label for each in found}
    rows: list[Row] = []
    for id in (claim.id for claim in ev.debate.resolutions):
        plain, heard = ev.label(id), [labels[name, id] for name in ev.debate.audiences]
        cells = ((Pill(each), Run("*")) if each is not plain else (Pill(each),) for each in heard)
        rows.append(Row(((Run(id),), (Pill(plain),), *cells)))
    yield Table("How each audience sees it", ("", "unranked", *ev.debate.audiences), tuple(rows))
    if any(label is not ev.label(id) for (_, id), label in labels.items()):
        yield Paragraph(line("* not as it stands when nobody ranks the values"))
    by_audience = _by_audience(found)
    for name, order in ev.debate.audiences.items():
        yield Paragraph(line(f"For {name}: {', then '.join(order) or 'no value before another'}."), "note")
        yield Items(tuple(Item(line(said)) for said in _to_convince(by_audience[name])))


def _by_audience(found: Iterable[AudienceVerdict]) -> Mapping[str, Sequence[AudienceVerdict]]:
    heard: defaultdict[str, list[AudienceVerdict]] = defaultdict(list)
    for each in found:
        heard[each.audience].append(each)
    return heard


def _to_convince(found: Sequence[AudienceVerdict]) -> Iterator[str]:
    for each in found:
        for label, condition, _ in conditions(each.shifts):
            yield f"{each.resolution} {stands(label).would} if {condition}."
    every = all(each.every for each in found)
    if every and not any(each.shifts for each in found):
        yield "No move of a single value would change how a resolution stands for them."
    elif not every:
        yield TOO_MANY_RANKINGS


def audiences_json(ev: Evaluation, found: Sequence[AudienceVerdict]) -> dict[str, Any]:
    """By audience what it `ranks` and, by resolution, its `label`, that when `unranked`, and the `shifts`."""
    heard = _by_audience(found)
    return {
        name: {
            "ranks": list(order),
            "resolutions": {
                each.resolution: {
                    "label": each.label.value,
                    "unranked": ev.label(each.resolution).value,
                    "shifts": [shift.plain() for shift in each.shifts],
                }
                for each in heard[name]
            },
        }
        for name, order in ev.debate.audiences.items()
    }


def standards_blocks(found: Sequence[Verdict]) -> Iterator[Block]:
    """A row for each verdict: the statement, its standard, whether that is met, the numbers, and what is lacking."""
    if not found:
        yield Paragraph(line("No statement says what proof it needs (`standard:`)."), "note")
        return
    words = {True: "met", False: "not met", None: "open"}
    rows = ((v.statement, v.standard, words[v.met], f"{v.pro:.2f}", f"{v.con:.2f}", _why(v)) for v in found)
    head = ("", "proof needed", "", "for", "against", "")
    yield Table("Whether the standards of proof are met", head, tuple(Row(tuple(map(line, row))) for row in rows))


def _why(verdict: Verdict) -> str:
    """What was compared, what is lacking where the standard is not met, and on what undecided it turns."""
    pro = "its own evidence" if verdict.by_pro == verdict.statement else verdict.by_pro
    compared = f"{pro}, against {verdict.by_con}" if pro and verdict.by_con else pro
    if verdict.lacks is None:
        return f"{compared}"
    against = f"against it {verdict.by_con}" if verdict.by_con else None
    named = f" ({compared or against})" if compared or against else ""
    if verdict.open_con:
        return f"met if {_open(verdict.open_con, 'is answered', 'are answered')}{named}"
    may = f"; may yet be met: {_open(verdict.open_pro, 'speaks for it', 'speak for it')}" if verdict.open_pro else ""
    return f"{verdict.lacks}{named}{may}"


def _open(found: Sequence[tuple[str, float]], does: str, do: str) -> str:
    """`x (0.42) and y (0.39) are answered, which are undecided`."""
    one = len(found) == 1
    named = listed(f"{id} ({weight:.2f})" for id, weight in found)
    return f"{named} {does if one else do}, which {'is' if one else 'are'} undecided"


def standards_json(found: Sequence[Verdict]) -> dict[str, Any]:
    """`{id: {"standard", "met", "for", "against", "strongest_for", "strongest_against", "lacks", "open_for",
    "open_against"}}`: the last two by id the weights of what is undecided and would change the verdict."""
    return {
        each.statement: {
            "standard": each.standard,
            "met": each.met,
            "for": rounded(each.pro),
            "against": rounded(each.con),
            "strongest_for": each.by_pro,
            "strongest_against": each.by_con,
            "lacks": each.lacks,
            "open_for": {id: rounded(weight) for id, weight in each.open_pro},
            "open_against": {id: rounded(weight) for id, weight in each.open_con},
        }
        for each in found
    }
