"""Why a statement stands, falls or is undecided, down to the unanswered rebuttals, and what would change it."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from argmap.evaluation import Evaluation
from argmap.framework import Label
from argmap.model import Claim, Rebuttal
from argmap.reasons import (
    Pile,
    Remedy,
    Tally,
    Weighing,
    answers_tried,
    brought_down_by,
    ground,
    joint_answer,
    lacks_ground,
    remedies,
    support_circle,
    tally,
    undecided_circle,
    would_change,
)
from argmap.semantics.audiences import Heard, Shift, one_of, shifts
from argmap.semantics.chain import MANY, Reason, Teller, listed, ring, sources_of, verb
from argmap.semantics.report import live_in


@dataclass(frozen=True)
class Explanation:
    """What a statement says, how it stands, why, and what would change that.

    `remedies` are the single steps that would make it stand (where it stands, those that would make its step live);
    where there is none, `joint_answer` are the rebuttals that all have to be answered. `if_it_fell` and
    `if_it_stood` are the labels that other statements would then have; each is empty where it is so already.
    Where it is told as an audience sees it, `audience` and `ranking` say who, and `shifts` of what they would have to
    be convinced for the statement to get another label.
    """

    id: str
    text: str | None
    label: Label
    because: tuple[Reason, ...]
    remedies: tuple[Remedy, ...]
    joint_answer: tuple[str, ...]
    if_it_fell: Mapping[str, Label]
    if_it_stood: Mapping[str, Label]
    audience: str | None = None
    ranking: tuple[str, ...] = ()
    shifts: tuple[Shift, ...] = ()

    @property
    def verdict(self) -> str:
        """The first sentence: `presence-deters is defeated`; with an audience `To owners, presence-deters stands`."""
        to = f"To {self.audience}, " if self.audience else ""
        is_so = f" {is_word(self.label)}" if self.text else f", a bare step, {step_word(self.label)}"
        return f"{to}{self.id}{is_so}"


def is_word(label: Label) -> str:
    """`stands`, `is defeated` or `is undecided`."""
    return "stands" if label is Label.IN else f"is {label.word}"


def step_word(label: Label) -> str:
    """The same of a step: `is live`, `is not live` or `is undecided`."""
    return {Label.IN: "is live", Label.OUT: "is not live", Label.UNDEC: "is undecided"}[label]


def explain(ev: Evaluation, id: str) -> Explanation:
    """Explain a statement, or whether a bare step is live. Raises KeyError for an id that the debate has not."""
    statement, label = ev.debate.statements[id], ev.label(id)
    found = remedies(ev, id, step=label is Label.IN and not isinstance(statement, Claim))
    return Explanation(
        id=id,
        text=statement.text,
        label=label,
        because=reasons_for(ev, id),
        remedies=found,
        joint_answer=() if found else joint_answer(ev, id),
        if_it_fell={} if label is Label.OUT else would_change(ev, id, accepted=False),
        if_it_stood={} if label is Label.IN else would_change(ev, id, accepted=True),
        audience=ev.audience if isinstance(ev, Heard) else None,
        ranking=ev.ranking if isinstance(ev, Heard) else (),
        shifts=shifts(ev, id) if isinstance(ev, Heard) else (),
    )


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
    """What is live against a statement and fails with the audience that hears it."""
    if isinstance(ev, Heard):
        for attacker, why in ev.failing(id):
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
        return Reason(f"It rests on nothing but itself: {', '.join(reversed(list(ring(ev, circle))))}", circle)
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


def _ranked(ev: Heard, found: Tally) -> Iterator[Reason]:
    """What an audience's own ranking outweighs: for each step one that does, by the highest value."""
    groups: dict[str, list[str]] = {}
    for lighter in (*found.supports.outweighed, *found.rebuttals.outweighed):
        heavier = [h for (h, other) in ev.heavier if other == lighter and ev.labelling.live[h] is Label.IN]
        if heavier:
            best = min(heavier, key=lambda h: _place(ev.ranking, ev.heavier[h, lighter].value))
            groups.setdefault(best, []).append(lighter)
    for best, lighter_ones in groups.items():
        over = list(dict.fromkeys(ev.heavier[best, lighter].over for lighter in lighter_ones))
        why = f"{ev.heavier[best, lighter_ones[0]].value} comes before {listed(over)}"
        yield Reason(f"To {ev.audience}, {best} outweighs {listed(lighter_ones)}: {why}", (best, *lighter_ones))


def _place(ranking: Sequence[str], value: str) -> int:
    return ranking.index(value) if value in ranking else len(ranking)


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
        if isinstance(ev, Heard) and (why := ev.failed.get((id, step.target))):
            yield Reason(f"It {does} {step.target}, which does not succeed with {ev.audience}: to them {why}")
            return
        heavier = [w.heavier for w in tally(ev, step.target).comparisons if w.lighter == id and w.live]
        yield Reason(f"It {does} {step.target}, but is outweighed there{f' by {listed(heavier)}' * bool(heavier)}")
    else:
        yield Reason(f"It {does} {step.target}", (step.target,))


def to_text(explanation: Explanation, width: int = 80) -> str:
    """The explanation in sentences, wrapped at `width` columns, one reason to a paragraph, indented by depth."""
    lines = [f"{explanation.verdict}."]
    if explanation.audience:
        lines += wrapped(f"They rank {', then '.join(explanation.ranking) or 'no value'}.", 1, width)
    if explanation.text:
        lines += wrapped(f"It says: {explanation.text}", 1, width)
    lines += [line for sentence, depth in told(explanation.because) for line in wrapped(sentence, depth + 1, width)]
    lines += [line for paragraph, depth in outlook(explanation) for line in wrapped(paragraph, depth, width)]
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


def outlook(explanation: Explanation) -> Iterator[tuple[str, int]]:
    """What would make it stand, and what hangs on it, each with its indentation."""
    lines = remedy_lines(explanation.remedies)
    if lines:
        yield (f"{_purpose(explanation)}, do {'one of these' if len(lines) > 1 else 'this'}:", 0)
        yield from ((line, 1) for line in lines[:MANY])
        if len(lines) > MANY:
            yield (f"and {len(lines) - MANY} other ways", 1)
    elif explanation.joint_answer:
        yield (f"To make it stand, answer all of these: {listed(explanation.joint_answer)}.", 0)
    elif explanation.label is not Label.IN:
        yield ("No single answer, support or comparison would make it stand.", 0)
    alike: dict[tuple[Label, str], list[str]] = {}
    for shift in explanation.shifts:
        alike.setdefault((shift.label, shift.over_words), []).append(shift.value)
    for (label, over), values in alike.items():
        yield (f"To {_TURN[label]}, convince them that {one_of(values)} matters more than {over}.", 0)
    for lead, changes in (("If it stood", explanation.if_it_stood), ("If it fell", explanation.if_it_fell)):
        if changes:
            yield (f"{lead}: {_changed(changes)}.", 0)
    if explanation.label is Label.IN and not explanation.if_it_fell:
        yield ("If it fell, nothing else would change.", 0)


_TURN = {Label.IN: "make it stand", Label.OUT: "make it fall", Label.UNDEC: "leave it undecided"}


def _purpose(explanation: Explanation) -> str:
    if explanation.label is Label.IN:
        return "To make its step count"
    fell = explanation.label is Label.OUT and any(remedy.kind == "answer" for remedy in explanation.remedies)
    return "To bring it back" if fell else "To make it stand"


def _changed(changes: Mapping[str, Label]) -> str:
    words = {Label.IN: "would stand", Label.OUT: "would be defeated", Label.UNDEC: "would be undecided"}
    groups = {label: [id for id, new in changes.items() if new is label] for label in words}
    return "; ".join(f"{listed(ids)} {words[label]}" for label, ids in groups.items() if ids)


def remedy_lines(remedies: Iterable[Remedy]) -> list[str]:
    """A line each, such as `answer other-theatre (revives surges-worked-before)`; comparisons over the same
    things that do the same share one."""
    groups: dict[Remedy, list[str]] = {}
    for remedy in remedies:
        alike = replace(remedy, target="") if remedy.kind == "compare" else remedy
        groups.setdefault(alike, []).append(remedy.target)
    return [_remedy_line(remedy, targets) for remedy, targets in groups.items()]


def _remedy_line(remedy: Remedy, targets: list[str]) -> str:
    revives = f" (revives {listed(remedy.revives)})" if remedy.revives else ""
    if remedy.kind == "answer":
        return f"answer {targets[0]}{revives}"
    if remedy.kind == "support":
        return f"give {targets[0]} a support that holds{revives}"
    heavier = targets[0] if len(targets) == 1 else f"one of {listed(targets)}"
    return f"show that {heavier} outweighs {listed(remedy.over)}{revives}"


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
        "remedies": [
            {"kind": r.kind, "target": r.target, "over": list(r.over), "revives": list(r.revives)}
            for r in explanation.remedies
        ],
        "joint_answer": list(explanation.joint_answer),
        "if_it_fell": {id: label.value for id, label in explanation.if_it_fell.items()},
        "if_it_stood": {id: label.value for id, label in explanation.if_it_stood.items()},
        **(_audience_json(explanation) if explanation.audience else {}),
    }


def _audience_json(explanation: Explanation) -> dict[str, Any]:
    shifts = [{"value": s.value, "over": s.over, "label": s.label.value} for s in explanation.shifts]
    return {"audience": explanation.audience, "ranks": list(explanation.ranking), "shifts": shifts}


def reason_json(reason: Reason) -> dict[str, Any]:
    """A reason as plain data, nested no deeper than the chain of reasons is told."""
    below = [reason_json(each) for each in reason.because]
    return {"sentence": reason.sentence, "about": list(reason.about), "because": below}
