"""The standing of a whole debate: a line for each resolution, a table of the sides, and plain data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from argmap.analysis.criteria import Judgement, judged
from argmap.analysis.parting_values import best_order
from argmap.evaluation.audiences import AudienceEvaluation
from argmap.evaluation.evaluated import Evaluation
from argmap.evaluation.force import Doubt, Force, argument, doubts, force, open_facts
from argmap.evaluation.framework import Label
from argmap.evaluation.reasons import come_first, lacks_ground, tally, unanswered
from argmap.model import Claim, Step
from argmap.prose.standing import number_by_force
from argmap.reports.chain_of_reasons import ReasonChains
from argmap.reports.undecided import facts_told, undecided_json
from argmap.wording.lists import listed


@dataclass(frozen=True)
class Row:
    """How many arguments of a side have which force, and how many of its rebuttals nobody has tried to answer. `side`
    is None for those that are on neither side."""

    side: str | None
    title: str
    forces: Mapping[Force, int]
    unanswered: int


def table(ev: Evaluation) -> tuple[Row, ...]:
    """A row for each side, and one for what is on neither, where there is such a thing."""
    names: list[tuple[str | None, str]] = [*ev.debate.sides.items(), (None, "On neither side")]
    contested = Counter(ev.graph.sides[id] for id in unanswered(ev))
    found = Counter((ev.graph.sides[id], force(ev, id)) for id in ev.labelling.live)
    rows = (Row(side, title, {f: found[side, f] for f in Force}, contested[side]) for side, title in names)
    return tuple(row for row in rows if row.side or any(row.forces.values()))


def summary_line(ev: Evaluation, id: str) -> str:
    """The arguments about a statement by their force: `for it 3 count, 1 open; against it 2 count`."""
    pros, cons = ev.graph.supports(id), ev.graph.rebuttals(id)
    if lacks_ground(ev, id):
        return f"{_no_argument_counts(ev, pros)}{_contradicted(ev, id)}"
    numbers = f"for it {number_by_force(ev, pros)}; against it {number_by_force(ev, cons)}"
    return f"{numbers}{_contradicted(ev, id)}{_unheard(ev, id)}"


def _no_argument_counts(ev: Evaluation, pros: Sequence[Step]) -> str:
    if not pros:
        return "nobody has supported it"
    many = "no argument for it counts: " + ("" if len(pros) == 1 else f"{len(pros)} are answered, ")
    return f"{many}{pros[0].id} {ReasonChains(ev).step_failure(pros[0].id).clause}"


def _contradicted(ev: Evaluation, id: str) -> str:
    """The statements that contradict it and have not been defeated."""
    rivals = [other for other in ev.graph.contradictions.get(id, ()) if ev.label(other) is not Label.OUT]
    return f"; contradicts {listed(rivals)}" if rivals else ""


def _unheard(ev: Evaluation, id: str) -> str:
    """How much against it fails with the audience that hears it."""
    if not isinstance(ev, AudienceEvaluation) or not any(ev.failing(id)):
        return ""
    failing = len(list(ev.failing(id)))
    return f"; {failing} against it fail{'s' * (failing == 1)} with {ev.audience}"


def why_undecided(ev: Evaluation) -> Iterator[tuple[str, str]]:
    """What the undecided resolutions wait for: each kind of doubt, and where it is found, in a line or several (then
    the kind stands at the first). Nothing where all are decided."""
    undecided = [claim.id for claim in ev.debate.resolutions if ev.label(claim.id) is Label.UNDEC]
    found = {id: {each.doubt: each.ids for each in doubts(ev, id)} for id in undecided}
    for doubt, tell in _TOLD.items():
        ids = [id for id in undecided if doubt in found[id]]
        lines = tell(ev, ids, len(undecided)) if ids else []
        yield from ((doubt.value if n == 0 else "", line) for n, line in enumerate(lines))


def _which(ids: Sequence[str], of: int) -> str:
    if len(ids) == of:
        return "both" if of == 2 else f"all {of}" if of > 1 else ids[0]
    return listed(ids) if len(ids) < 3 else f"{len(ids)} of them"


def _tell_unweighed(ev: Evaluation, ids: Sequence[str], of: int) -> list[str]:
    """How near each is to an answer: as many comparisons as one argument would have to win."""
    first = [id for id in ids if _comes_first(ev, id)]
    if first:
        said = f"{_which(first, of)}: arguments on both sides come first (over: all), and nobody has said which of them"
        rest = [id for id in ids if id not in first]
        return [said, *(_tell_unweighed(ev, rest, of) if rest else [])]
    below = {id: found for id in ids if id not in (found := _unweighed_about(ev, id))}
    if below:
        hanging = [f"{id} hangs on {listed(found)}" for id, found in below.items()]
        rest = [id for id in ids if id not in below]
        return [*(_tell_unweighed(ev, rest, of) if rest else []), *hanging]
    needed = {id: n for id in ids if (n := _comparisons_needed(ev, id))}
    nearest = min(needed, key=lambda id: needed[id], default=None)
    if nearest is None or len(ids) == 1:
        return [_which(ids, of)]
    n = needed[nearest]
    return [f"{_which(ids, of)}; nearest to an answer: {nearest} ({n} comparison{'s' * (n > 1)})"]


def _unweighed_about(ev: Evaluation, id: str) -> list[str]:
    """The statements that nobody has weighed and on which one hangs, itself among them."""
    return [each.about for each in doubts(ev, id) if each.doubt is Doubt.WEIGHING]


def _comes_first(ev: Evaluation, id: str) -> bool:
    found = tally(ev, id)
    return come_first(ev, found.supports.counting, found.rebuttals.counting)


def _comparisons_needed(ev: Evaluation, id: str) -> int:
    """The comparisons that decide it if one argument outweighs all that count on the other side; 0 where arguments are
    open, on which it may hang instead."""
    found = tally(ev, id)
    if found.supports.undecided or found.rebuttals.undecided:
        return 0
    return min(len(found.supports.counting), len(found.rebuttals.counting))


def _tell_facts(ev: Evaluation, ids: Sequence[str], of: int) -> list[str]:
    return [f"{id}: {facts_told(open_facts(ev, id))}" for id in ids]


def _tell_values(ev: Evaluation, ids: Sequence[str], of: int) -> list[str]:
    pair = best_order(ev, ids)
    return [_which(ids, of) + (f", above all {pair[0]} against {pair[1]}" if pair else "")]


def _tell_itself(ev: Evaluation, ids: Sequence[str], of: int) -> list[str]:
    found = {id: [each.about for each in doubts(ev, id) if each.doubt is Doubt.ITSELF] for id in ids}
    own = [id for id in ids if id in found[id]]
    hanging = [f"{listed(found[id])}, on which {id} hangs" for id in ids if id not in own]
    return [*([_which(own, of)] if own else []), *hanging]


_TOLD = {
    Doubt.WEIGHING: _tell_unweighed,
    Doubt.VALUES: _tell_values,
    Doubt.FACTS: _tell_facts,
    Doubt.ITSELF: _tell_itself,
}


def criteria_lines(ev: Evaluation) -> Iterator[tuple[str, str, str]]:
    """How each option does by each criterion: the criterion (at its first option), the option, what is said."""
    for cell in judged(ev):
        first = cell.option is ev.debate.resolutions[0]
        pros, cons = (number_by_force(ev, _steps(ev, side)) for side in (cell.pros, cell.cons))
        said = f"for it {pros}; against it {cons}" if cell.pros or cell.cons else "no argument"
        yield cell.criterion.name if first else "", cell.option.id, said


def _steps(ev: Evaluation, judgements: Iterable[Judgement]) -> list[Step]:
    found = (ev.debate.statements[each.step] for each in judgements)
    return [step for step in found if not isinstance(step, Claim)]


def _criteria_json(ev: Evaluation) -> dict[str, dict[str, dict[str, list[dict[str, str]]]]]:
    """`{criterion: {option: {"for": [{"id", "step", "force"}], "against": […]}}}`."""
    found: dict[str, dict[str, dict[str, list[dict[str, str]]]]] = {each.id: {} for each in ev.debate.criteria}
    for cell in judged(ev):
        sides = {"for": cell.pros, "against": cell.cons}
        found[cell.criterion.id][cell.option.id] = {
            way: [{"id": each.id, "step": each.step, "force": each.force.value} for each in judgements]
            for way, judgements in sides.items()
        }
    return found


def evaluation_json(ev: Evaluation) -> dict[str, Any]:
    """`{"statements": {id: {"label", "side", "position"}}, "arguments": {id: {"for" or "against", "force", "because",
    "by"}}, "resolutions": {id: {"label", "for", "against", …}}}`, with "criteria" where the debate has criteria."""
    positions = ev.debate.position_of
    criteria = {"criteria": _criteria_json(ev)} if ev.debate.criteria else {}
    return {
        "statements": {
            id: {
                "label": label.value,
                "side": ev.graph.sides[id],
                "position": positions[id].id if id in positions else None,
            }
            for id, label in ev.labelling.labels.items()
        },
        "arguments": {id: _argument_json(ev, id) for id in ev.labelling.live},
        "resolutions": {claim.id: _resolution_json(ev, claim.id) for claim in ev.debate.resolutions},
        **criteria,
    }


def _argument_json(ev: Evaluation, id: str) -> dict[str, Any]:
    found, step = argument(ev, id), ev.debate.statements[id]
    assert not isinstance(step, Claim)
    return {
        "target": step.target,
        "side": ev.graph.sides[id],
        "force": found.force.value,
        "because": found.cause.value if found.cause else None,
        "by": list(found.by),
        "bare": step.is_bare,
    }


def _resolution_json(ev: Evaluation, id: str) -> dict[str, Any]:
    missing = tally(ev, id).missing
    return {
        "label": ev.label(id).value,
        "for": _by_force(ev, ev.graph.supports(id)),
        "against": _by_force(ev, ev.graph.rebuttals(id)),
        "undecided": undecided_json(ev, id),
        "missing_comparisons": [list(pair) for pair in missing],
        "clashes": list(ev.clashes(id)),
        "summary": summary_line(ev, id),
    }


def _by_force(ev: Evaluation, steps: Sequence[Step]) -> dict[str, list[str]]:
    return {each.value: [step.id for step in steps if force(ev, step.id) is each] for each in Force}
