"""Why a statement stands, falls or is undecided, down to the unanswered rebuttals, and what would change it."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import product
from typing import Any

from argmap.critical import effort, turning
from argmap.evaluation import Evaluation
from argmap.framework import Label
from argmap.model import Claim, Rebuttal, Step
from argmap.reasons import (
    Pile,
    Tally,
    Weighing,
    answers_tried,
    brought_down_by,
    ground,
    lacks_ground,
    live_in,
    support_circle,
    tally,
    undecided_circle,
    would_change,
)
from argmap.receptions import conditions
from argmap.remedies import BUDGET, TOGETHER, Aim, Outlook, Remedy, outlook, reached
from argmap.semantics.audiences import Heard, Shift, shifts
from argmap.semantics.chain import MANY, Reason, Teller, listed, resting, ring, sources_of, verb


@dataclass(frozen=True)
class Explanation:
    """What a statement says, how it stands, why, and what would change that.

    `outlooks` say what would make it stand and, where it is undecided, what would make it fall; where it
    stands, what would make its step count. `fell` says that something brought it down. `turned_by` are the single
    statements on whose refutation it would no longer stand, the most weakly supported first. `if_it_fell` and
    `if_it_stood` are the labels that other statements would then have; each is empty where it is so already.
    Where it is told as an audience sees it, `audience` and `ranking` say who, and `shifts` of what they would have to
    be convinced for the statement to get another label.
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

    @property
    def verdict(self) -> str:
        """The first sentence: `presence-deters is defeated`; with an audience `To owners, presence-deters stands`."""
        to = f"To {self.audience}, " if self.audience else ""
        is_so = f" {is_word(self.label)}" if self.text else f", a bare step, {step_word(self.label)}"
        return f"{to}{self.id}{is_so}"

    @property
    def remedies(self) -> tuple[Remedy, ...]:
        """The single moves that would make it stand (where it stands, those that would make its step count)."""
        return self.outlooks[0].remedies if self.outlooks else ()

    @property
    def together(self) -> tuple[Remedy, ...]:
        """Where there is no such single one, moves that would do it all together."""
        return self.outlooks[0].together if self.outlooks else ()


def is_word(label: Label) -> str:
    """`stands`, `is defeated` or `is undecided`."""
    return "stands" if label is Label.IN else f"is {label.word}"


def step_word(label: Label) -> str:
    """The same of a step: `is live`, `is not live` or `is undecided`."""
    return {Label.IN: "is live", Label.OUT: "is not live", Label.UNDEC: "is undecided"}[label]


def explain(ev: Evaluation, id: str) -> Explanation:
    """Explain a statement, or whether a bare step is live. Raises KeyError for an id that the debate has not."""
    statement, label = ev.debate.statements[id], ev.label(id)
    return Explanation(
        id=id,
        text=statement.text,
        label=label,
        because=reasons_for(ev, id),
        outlooks=tuple(outlook(ev, id, aim) for aim in _aims(ev, id)),
        fell=label is Label.OUT and bool(brought_down_by(ev, id)),
        turned_by=tuple(_turned_by(ev, id)) if label is Label.IN else (),
        if_it_fell={} if label is Label.OUT else would_change(ev, id, accepted=False),
        if_it_stood={} if label is Label.IN else would_change(ev, id, accepted=True),
        ev=ev,
        audience=ev.audience if isinstance(ev, Heard) else None,
        ranking=ev.ranking if isinstance(ev, Heard) else (),
        shifts=shifts(ev, id) if isinstance(ev, Heard) else (),
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
        unheard = isinstance(ev, Heard) and ev.unheard(id)
        yield from () if unheard else (Aim.COUNT,)


def _turned_by(ev: Evaluation, id: str) -> Iterator[str]:
    """The single statements on whose refutation a statement that stands would stand no more."""
    if id in ev.labelling.labels:
        found = turning(ev, id, size=1, left=effort(BUDGET // len(ev.debate.statements)))
        yield from dict.fromkeys(each.statements[0] for each in found.sets)


def reasons_for(ev: Evaluation, id: str) -> tuple[Reason, ...]:
    """Why a statement is labelled as it is in the labelling of the evaluation, be that grounded or another."""
    statement, teller = ev.debate.statements[id], Teller(ev)
    teller.told.add(id)
    about = _statement_reasons if statement.text else _bare_reasons
    found = (*about(ev, teller, id), *_unheard(ev, id), *_own_step(ev, teller, id))
    return found or (Reason("Nothing that was said decides it; this position leaves it out"),)


def _statement_reasons(ev: Evaluation, teller: Teller, id: str) -> Iterator[Reason]:
    weighed = id in ev.debate.resolution_ids or (ev.debate.statements[id].weigh and bool(ev.graph.rebuttals(id)))
    if weighed:
        yield from _weighed(ev, teller, id)
    elif ev.label(id) is Label.IN:
        yield from _stands(ev, teller, id)
    elif ev.label(id) is Label.OUT:
        yield from _defeated(ev, teller, id)
    else:
        yield from _undecided(ev, teller, id)


def _stands(ev: Evaluation, teller: Teller, id: str) -> Iterator[Reason]:
    yield Reason(_ground_of(ev, id))
    fallen = [rebuttal.id for rebuttal in ev.graph.rebuttals(id)]
    rivals = ev.graph.contradictions.get(id, ())
    if not fallen and not rivals and not any(_unheard(ev, id)):
        yield Reason("Nobody contests it")
    if fallen:
        lead = "The one rebuttal of it fell" if len(fallen) == 1 else f"Each of the {len(fallen)} rebuttals of it fell"
        yield Reason(lead, tuple(fallen), teller.fallen_supports(fallen))
    for rival in rivals:
        yield Reason(f"{rival}, which contradicts it, {teller.statement_failure(rival).clause}", (rival,))


def _unheard(ev: Evaluation, id: str) -> Iterator[Reason]:
    """What is against a statement and fails with the audience that hears it; where it does not stand anyway, only
    what is live."""
    if isinstance(ev, Heard):
        for attacker, why in ev.failing(id, every=ev.label(id) is Label.IN):
            does = verb(ev, attacker, id)
            yield Reason(f"{attacker} {does} it, which does not succeed with {ev.audience}: to them {why}", (attacker,))


def _ground_of(ev: Evaluation, id: str) -> str:
    holding = tally(ev, id).supports.live
    cited = sources_of(ev, id).strip(" ()")
    if holding and cited:
        return f"It cites {cited}, and {listed(holding)} {_agree(holding, 'supports', 'support')} it"
    if holding:
        return f"It rests on {listed(holding)}"
    return f"It cites {cited}" if cited else "It is taken as given: it cites no source and claims no support"


def _defeated(ev: Evaluation, teller: Teller, id: str) -> Iterator[Reason]:
    for killer in brought_down_by(ev, id)[:MANY]:
        yield _takes_down(ev, teller, id, killer)
    if lacks_ground(ev, id):
        yield _no_ground(ev, teller, id)


def _takes_down(ev: Evaluation, teller: Teller, id: str, killer: str) -> Reason:
    does = "takes it down" if verb(ev, killer, id) == "contests" else f"{verb(ev, killer, id)} it and stands"
    who = f"{killer} {does}{sources_of(ev, killer)}"
    if not isinstance(ev.debate.statements[killer], Rebuttal):
        return Reason(who, (killer,))
    if not answers_tried(ev, killer):
        return Reason(f"{who}, and nothing answers it", (killer,))
    teller.told.add(killer)
    return Reason(f"{who}, and nothing live answers it", (killer,), teller.survived(killer))


def _no_ground(ev: Evaluation, teller: Teller, id: str) -> Reason:
    circle = support_circle(ev, id)
    if circle:
        return Reason(f"It rests on nothing but itself: {', '.join(resting(ev, circle))}", circle)
    supports = tuple(support.id for support in ev.graph.supports(id))
    if supports:
        lead = "Its one support does not hold" if len(supports) == 1 else f"None of its {len(supports)} supports holds"
        return Reason(lead, supports, teller.fallen_supports(supports))
    if id in ev.debate.resolution_ids:
        return Reason("Nobody has supported it; a resolution needs a live support, or things stay as they are")
    return Reason("It is marked as undeveloped, and nothing supports it as yet")


def _undecided(ev: Evaluation, teller: Teller, id: str) -> Iterator[Reason]:
    circle = undecided_circle(ev, id)
    if len(circle) == 2 and circle[0] in ev.graph.contradictions.get(id, ()):
        yield Reason(f"It and {circle[0]} contradict each other, and nothing else decides between them", circle)
    elif circle:
        yield Reason(f"Nothing from outside decides this circle: {', '.join(ring(ev, circle))}", circle)
    for killer in brought_down_by(ev, id)[:MANY]:
        if killer not in circle:
            does = f"{killer}, which {verb(ev, killer, id)} it,"
            yield teller.failed(killer, does) if _is_step(ev, killer, id) else _undecided_rival(teller, killer, does)
    if ground(ev, id) is Label.UNDEC:
        waiting = [each for each in tally(ev, id).supports.undecided if each not in circle]
        if waiting:
            yield Reason("What it rests on is undecided", tuple(waiting), teller.fallen_supports(waiting))


def _is_step(ev: Evaluation, id: str, target: str) -> bool:
    statement = ev.debate.statements[id]
    return not isinstance(statement, Claim) and statement.target == target


def _undecided_rival(teller: Teller, rival: str, lead: str) -> Reason:
    return Reason(f"{lead} {teller.statement_failure(rival).clause}", (rival,))


def _weighed(ev: Evaluation, teller: Teller, id: str) -> Iterator[Reason]:
    found = tally(ev, id)
    if lacks_ground(ev, id):
        yield _no_ground(ev, teller, id)
    else:
        if id not in ev.debate.resolution_ids:
            yield Reason(_ground_of(ev, id))
        yield Reason(
            f"It is weighed: {_counted(ev, found.supports, 'for')}, {_counted(ev, found.rebuttals, 'against')}"
        )
    yield from _compared(ev, found)
    if found.missing:
        yield _missing(found)
        yield from _decided_anyway(ev, id)
    elif found.rebuttals.counting and not found.supports.live:
        yield Reason("Nothing live supports it that could outweigh what is against it")
        yield from _decided_anyway(ev, id)
    for name, pile in (("against", found.rebuttals), ("for", found.supports)):
        if pile.dead and not (name == "for" and lacks_ground(ev, id)):
            yield Reason(f"Not live {name} it", pile.dead, teller.fallen_supports(pile.dead))
        if pile.undecided:
            yield Reason(f"Undecided {name} it", pile.undecided, teller.fallen_supports(pile.undecided))
        if pile.idle:
            yield Reason(f"Undecided {name} it, but outweighed in any case: {listed(pile.idle)}", pile.idle)
    for rival in ev.graph.contradictions.get(id, ()):
        yield Reason(f"{rival}, which contradicts it, {is_word(ev.label(rival))}", (rival,))


def _counted(ev: Evaluation, pile: Pile, side: str) -> str:
    """`2 live for (a and b)`; whether something outweighs those may be undecided."""
    live = live_in(ev, pile)
    return f"{len(live) or 'none'} live {side}" + (f" ({listed(live)})" if live else "")


def _effective(ev: Evaluation, found: Tally) -> Iterator[Weighing]:
    """The debate's comparisons but those over something that is dead anyway."""
    dead = {*found.supports.dead, *found.rebuttals.dead}
    ranked = ev.heavier if isinstance(ev, Heard) else {}
    every = (w for w in found.comparisons if (w.heavier, w.lighter) not in ranked)
    return (weighing for weighing in every if weighing.lighter not in dead)


def _compared(ev: Evaluation, found: Tally) -> Iterator[Reason]:
    """What outweighs what: by an audience's ranking, and by the debate."""
    if isinstance(ev, Heard):
        yield from _ranked(ev, found)
    for weighing in _effective(ev, found):
        effect = "" if weighing.live else f", but itself {step_word(ev.labelling.live[weighing.heavier])}"
        because = weighing.because.rstrip(".")
        pair = (weighing.heavier, weighing.lighter)
        yield Reason(f"{weighing.heavier} outweighs {weighing.lighter}{effect}: {because}", pair)
    if found.supports.outweighed and not (found.supports.counting or found.supports.undecided):
        yield Reason("Nothing that is live for it counts any more")


def _ranked(ev: Heard, found: Tally) -> Iterator[Reason]:
    """What an audience's own ranking outweighs, all of it: those together that outweigh the same."""
    beats: dict[str, list[str]] = {}
    over: dict[str, list[str]] = {}
    for heavier, lighter in ev.heavier:
        if ev.labelling.live[heavier] is Label.IN:
            over.setdefault(lighter, []).append(heavier)
    for pile in (found.supports, found.rebuttals):
        for lighter in (*pile.outweighed, *pile.idle):
            for heavier in over.get(lighter, ()):
                beats.setdefault(heavier, []).append(lighter)
    groups: dict[tuple[str, ...], list[str]] = {}
    for heavier, lighter_ones in beats.items():
        groups.setdefault(tuple(lighter_ones), []).append(heavier)
    for lot, able in groups.items():
        pairs = [ev.heavier[pair] for pair in product(able, lot)]
        values, lower = (dict.fromkeys(names) for names in ([p.value for p in pairs], [p.over for p in pairs]))
        does, come = _agree(tuple(able), "outweighs", "outweigh"), _agree(tuple(values), "comes", "come")
        why = f"{listed(values)} {come} before {listed(lower)}"
        yield Reason(f"To {ev.audience}, {listed(able)} {does} {listed(lot)}: {why}", (*able, *lot))


def _decided_anyway(ev: Evaluation, id: str) -> Iterator[Reason]:
    """What a labelling makes of a weighing that nobody has made, where it goes further than the grounded one."""
    if ev.label(id) is not Label.UNDEC and not lacks_ground(ev, id):
        yield Reason(f"This position decides {'for' if ev.label(id) is Label.IN else 'against'} it")


def _missing(found: Tally) -> Reason:
    pros, cons = found.supports.counting, found.rebuttals.counting
    if len(found.missing) == 1:
        return Reason(f"Nobody has said which weighs more, {pros[0]} or {cons[0]}", (pros[0], cons[0]))
    rest = " of the rest" if found.supports.outweighed or found.rebuttals.outweighed else " of them"
    return Reason(f"Nobody has said which{rest} weigh more", (*pros, *cons))


def _bare_reasons(ev: Evaluation, teller: Teller, id: str) -> Iterator[Reason]:
    step = ev.debate.statements[id]
    assert not isinstance(step, Claim)
    yield Reason(f"It leads from {listed(step.premises)} to {step.target}, which it {verb(ev, id, step.target)}")
    if ev.label(id) is not Label.IN:
        yield teller.failed(id, "It")
    elif ev.graph.undercutters(id):
        fallen = [undercutter.id for undercutter in ev.graph.undercutters(id)]
        yield Reason("Its premises are accepted, and what undercuts it fell", (), teller.fallen_supports(fallen))
    else:
        yield Reason("Its premises are accepted, and nobody undercuts it")


def _own_step(ev: Evaluation, teller: Teller, id: str) -> Iterator[Reason]:
    """Of a statement that stands, whether it counts for what it was said for."""
    step = ev.debate.statements[id]
    if isinstance(step, Claim) or step.is_bare or ev.label(id) is not Label.IN:
        return
    teller.told.discard(id)
    does = verb(ev, id, step.target)
    if ev.labelling.live[id] is not Label.IN:
        yield teller.failed(id, f"Yet it does not count where it {does} {step.target}: the step")
    elif ev.labelling.counts[id] is not Label.IN:
        if isinstance(ev, Heard) and (why := ev.unheard(id)):
            yield Reason(f"It {does} {step.target}, which does not succeed with {ev.audience}: to them {why}")
        else:
            yield Reason(f"It {does} {step.target}, {_outweighed(ev, step)}")
    else:
        yield Reason(f"It {does} {step.target}", (step.target,))
    if step.premises and ev.labelling.live[id] is Label.IN:
        yield Reason(f"Its step needs {listed(step.premises)}, which {_agree(step.premises, 'stands', 'stand')}")


def _outweighed(ev: Evaluation, step: Step) -> str:
    """That a live step does not count, or that it is undecided whether it does, and because of what."""
    label = Label.IN if ev.labelling.counts[step.id] is Label.OUT else Label.UNDEC
    made = (w.heavier for w in tally(ev, step.target).comparisons if w.lighter == step.id)
    heavier = [each for each in made if ev.labelling.live[each] is label]
    by = f" by {listed(heavier)}" if heavier else ""
    return (
        f"but is outweighed there{by}" if label is Label.IN else f"and whether it is outweighed there{by} is undecided"
    )


def to_text(explanation: Explanation, width: int = 80) -> str:
    """The explanation in sentences, wrapped at `width` columns, one reason to a paragraph, indented by depth."""
    lines = [f"{explanation.verdict}."]
    if explanation.audience:
        lines += wrapped(f"They rank {', then '.join(explanation.ranking) or 'no value'}.", 1, width)
    if explanation.text:
        lines += wrapped(f"It says: {explanation.text}", 1, width)
    lines += [line for sentence, depth in told(explanation.because) for line in wrapped(sentence, depth + 1, width)]
    lines += [line for paragraph, depth in prospects(explanation) for line in wrapped(paragraph, depth, width)]
    return "\n".join(lines) + "\n"


def told(because: Sequence[Reason]) -> Iterator[tuple[str, int]]:
    """Each reason as a sentence, with how deep it lies below the verdict."""
    stack = [(reason, 0) for reason in reversed(because)]
    while stack:
        reason, depth = stack.pop()
        yield _ended(reason.sentence, ":" if reason.because else "."), depth
        stack += [(below, depth + 1) for below in reversed(reason.because)]


def _ended(sentence: str, end: str) -> str:
    return sentence if sentence[-1] in ".?!" and end == "." else sentence + end


def wrapped(text: str, depth: int, width: int) -> list[str]:
    """The lines of a paragraph at a depth of indentation."""
    indent = "  " * depth
    return textwrap.wrap(
        text, max(width, 20 + len(indent)), initial_indent=indent, subsequent_indent=indent + "    " * bool(depth),
        break_long_words=False, break_on_hyphens=False,
    )  # fmt: skip


def prospects(explanation: Explanation) -> Iterator[tuple[str, int]]:
    """What would make it stand or fall, and what hangs on it, each with its indentation."""
    for each in explanation.outlooks:
        if each.remedies or each.together or not _is_rebutted_at_best(explanation, each):
            yield from _ways(explanation, each)
    if explanation.turned_by:
        yield _to_bring_it_down(explanation), 0
    for label, _, convincing in conditions(explanation.shifts):
        yield (f"To {_TURN[label]}, convince them {convincing}.", 0)
    for lead, changes in (("If it stood", explanation.if_it_stood), ("If it fell", explanation.if_it_fell)):
        if changes:
            yield (f"{lead}: {_changed(changes)}.", 0)
    if explanation.label is Label.IN and not explanation.if_it_fell:
        yield ("If it fell, nothing else would change.", 0)


_TURN = {Label.IN: "make it stand", Label.OUT: "make it fall", Label.UNDEC: "leave it undecided"}

NO_SINGLE = "No single support, comparison or answer to another statement"
"""Of what none helps. Nobody is told to answer what he wants to stand."""

_UP_TO = {2: "two", 3: "two or three", 4: "two, three or four"}

TURNING = 3
"""How many of the statements on which one turns are named."""


def _is_rebutted_at_best(explanation: Explanation, ahead: Outlook) -> bool:
    """Whether to make it fall is a matter of rebutting the statement itself, which goes without saying."""
    return ahead.aim is Aim.FALL and explanation.id not in explanation.ev.debate.resolution_ids


def _ways(explanation: Explanation, ahead: Outlook) -> Iterator[tuple[str, int]]:
    """The single moves that would do what is wanted, or those that would together."""
    purpose = _purpose(explanation, ahead.aim)
    lines = remedy_lines(explanation.ev, ahead.remedies)
    together = [line for move in ahead.together for line in remedy_lines(explanation.ev, [move])]
    short = ahead.tried < ahead.ways
    if lines:
        yield (f"To {purpose}, do {'one of these' if len(lines) > 1 else 'this'}:", 0)
        yield from ((line, 1) for line in lines[:MANY])
        if len(lines) > MANY:
            yield (f"and {len(lines) - MANY} other ways", 1)
    elif together:
        every = "both" if len(together) == 2 else f"all {len(together)}"
        perhaps = "" if ahead.least else " (fewer may do)"
        yield (f"To {purpose}, do {every} of these{perhaps}:", 0)
        yield from ((line, 1) for line in together[:MANY])
        if len(together) > MANY:
            yield (f"and {len(together) - MANY} more", 1)
    elif not short:
        nor = f", nor would {_UP_TO[TOGETHER]} of them together" if ahead.least else ""
        yield (f"{NO_SINGLE} would {purpose}{nor}.", 0)
    if short:
        alone = " by itself" if together else ""
        one = f"{'it' if ahead.tried == 1 else 'none'}{alone} would {'not ' * (ahead.tried == 1)}{purpose}"
        none = "" if lines else f"; {one}"
        yield (f"{are_tried(ahead.tried, ahead.ways)}{none}.", 0)


def are_tried(tried: int, ways: int) -> str:
    """That not all was tried: `Of 900 ways that might help, the nearest 40 were tried`."""
    nearest = "only the nearest was tried" if tried == 1 else f"the nearest {tried} were tried"
    return f"Of {ways} ways that might help, {nearest}"


def _purpose(explanation: Explanation, aim: Aim) -> str:
    if aim is Aim.COUNT and not explanation.text:
        return "make it count"
    return "bring it back" if aim is Aim.STAND and explanation.fell else aim.value


def _to_bring_it_down(explanation: Explanation) -> str:
    """On whose refutation it would no longer stand."""
    named, more = explanation.turned_by[:TURNING], len(explanation.turned_by[TURNING:])
    if len(named) == 1:
        return f"It would no longer stand if {named[0]} were refuted."
    told = f" and {more} more" if explanation.audience else f"; {more} more: argmap critical {explanation.id}"
    which = listed(named) if not more else ", ".join(named)
    return f"It would no longer stand if one of these were refuted: {which}{told * bool(more)}."


def _changed(changes: Mapping[str, Label]) -> str:
    words = {Label.IN: "would stand", Label.OUT: "would be defeated", Label.UNDEC: "would be undecided"}
    groups = {label: [id for id, new in changes.items() if new is label] for label in words}
    return "; ".join(f"{listed(ids)} {words[label]}" for label, ids in groups.items() if ids)


def remedy_lines(ev: Evaluation, remedies: Iterable[Remedy]) -> list[str]:
    """A line each, such as `rebut other-theatre (revives surges-worked-before)`; comparisons over the same things
    that do the same share one."""
    groups: dict[Remedy, list[str]] = {}
    for remedy in remedies:
        alike = replace(remedy, target="") if remedy.kind == "compare" else remedy
        groups.setdefault(alike, []).append(remedy.target)
    return [_remedy_line(ev, remedy, targets) for remedy, targets in groups.items()]


def _remedy_line(ev: Evaluation, remedy: Remedy, targets: list[str]) -> str:
    revives = f" (revives {listed(remedy.revives)})" if remedy.revives else ""
    if remedy.kind == "answer":
        return f"{_answer(ev, remedy)}{revives}"
    if remedy.kind == "support":
        return f"give {targets[0]} a support that holds{revives}"
    heavier = targets[0] if len(targets) == 1 else f"one of {listed(targets)}"
    return f"show that {heavier} outweighs {listed(remedy.over)}{revives}"


def _answer(ev: Evaluation, remedy: Remedy) -> str:
    """`answer a`, `rebut a`, `undercut the step of a against b`, of a bare step `undercut a`."""
    step = ev.debate.statements[remedy.target]
    if remedy.how != "undercut":
        return f"{'rebut' if remedy.how == 'rebut' else 'answer'} {step.id}"
    if isinstance(step, Claim) or step.is_bare:
        return f"undercut {step.id}"
    return f"undercut the step of {step.id} {'against' if isinstance(step, Rebuttal) else 'for'} {step.target}"


def _agree(ids: tuple[str, ...], one: str, many: str) -> str:
    return one if len(ids) == 1 else many


def to_json(explanation: Explanation) -> dict[str, Any]:
    """The explanation as plain data."""
    return {
        "id": explanation.id,
        "label": explanation.label.value,
        "text": explanation.text,
        "verdict": f"{explanation.verdict}.",
        "because": [reason_json(reason) for reason in explanation.because],
        "remedies": [_remedy_json(each) for each in explanation.remedies],
        "joint_answer": _answered_together(explanation.together),
        "outlooks": [_outlook_json(each) for each in explanation.outlooks],
        "turned_by": list(explanation.turned_by),
        "if_it_fell": {id: label.value for id, label in explanation.if_it_fell.items()},
        "if_it_stood": {id: label.value for id, label in explanation.if_it_stood.items()},
        **(_audience_json(explanation) if explanation.audience else {}),
    }


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


def reason_json(reason: Reason) -> dict[str, Any]:
    """A reason as plain data, nested no deeper than the chain of reasons is told."""
    below = [reason_json(each) for each in reason.because]
    return {"sentence": reason.sentence, "about": list(reason.about), "because": below}
