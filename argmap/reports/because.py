"""Why a statement stands, falls or is undecided, or a step is live, down to the unanswered rebuttals: as reasons."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from argmap.evaluation.audiences import AudienceEvaluation
from argmap.evaluation.dispute_tree import support_circle, undecided_circle
from argmap.evaluation.evaluated import Evaluation
from argmap.evaluation.force import force
from argmap.evaluation.framework import Label
from argmap.evaluation.reasons import (
    Pile,
    Tally,
    Weighing,
    answers_tried,
    brought_down_by,
    come_first,
    ground,
    lacks_ground,
    tally,
)
from argmap.model import Claim, Rebuttal, Step
from argmap.prose.cited_sources import cited
from argmap.prose.reason import argument_word
from argmap.prose.relation import verb
from argmap.prose.standing import doing, stands
from argmap.reports.chain_of_reasons import Reason, ReasonChains, beside, first_on_both_sides, resting, ring, sources_of
from argmap.wording.lists import MOST, listed


def reasons_for(ev: Evaluation, id: str) -> tuple[Reason, ...]:
    """Why a statement is labelled as it is in the labelling of the evaluation, be that grounded or another."""
    statement, chains = ev.debate.statements[id], ReasonChains(ev)
    chains.told.add(id)
    about = _statement_reasons if statement.text else _bare_reasons
    found = (*about(ev, chains, id), *_unheard(ev, id), *_own_step(ev, chains, id))
    return found or (Reason("No argument decides it; this position leaves it out"),)


def _statement_reasons(ev: Evaluation, chains: ReasonChains, id: str) -> Iterator[Reason]:
    weighed = id in ev.debate.resolution_ids or (ev.debate.statements[id].weigh and bool(ev.graph.rebuttals(id)))
    if weighed:
        yield from _weighed(ev, chains, id)
        yield from _clashes(ev, id)
    elif ev.label(id) is Label.IN:
        yield from _stands(ev, chains, id)
    elif ev.label(id) is Label.OUT:
        yield from _defeated(ev, chains, id)
    else:
        yield from _undecided(ev, chains, id)


def _clashes(ev: Evaluation, id: str) -> Iterator[Reason]:
    for other in ev.clashes(id) if id in ev.debate.resolution_ids else ():
        yield Reason(f"{other} stands as well, and cannot be carried out together with it", (other,))


def _stands(ev: Evaluation, chains: ReasonChains, id: str) -> Iterator[Reason]:
    yield Reason(_ground_of(ev, id))
    fallen = [rebuttal.id for rebuttal in ev.graph.rebuttals(id)]
    rivals = ev.graph.contradictions.get(id, ())
    yield from _fallen_supports(ev, chains, id)
    if not fallen and not rivals and not any(_unheard(ev, id)):
        yield Reason("Nobody contests it")
    if fallen:
        one, many = "Its only rebuttal is answered", f"All {len(fallen)} of its rebuttals are answered"
        lead = one if len(fallen) == 1 else many
        yield Reason(lead, tuple(fallen), chains.fallen_supports(fallen))
    for rival in rivals:
        yield Reason(f"{rival}, which contradicts it, {chains.statement_failure(rival).clause}", (rival,))


def _unheard(ev: Evaluation, id: str) -> Iterator[Reason]:
    """What is against a statement and fails with the audience that hears it; where it does not stand anyway, only
    what is live."""
    if isinstance(ev, AudienceEvaluation):
        for attacker, why in ev.failing(id, every=ev.label(id) is Label.IN):
            does = verb(ev, attacker, id)
            yield Reason(f"{attacker} {does} it, which does not convince {ev.audience}: to them {why}", (attacker,))


def _ground_of(ev: Evaluation, id: str) -> str:
    holding = tally(ev, id).supports.live
    cites = cited(ev.debate, ev.debate.statements[id]).phrase
    if holding and cites:
        return f"It cites {cites}, and {listed(holding)} {_agree(holding, 'supports', 'support')} it"
    if holding:
        return f"It rests on {listed(holding)}"
    if cites:
        return f"It cites {cites}"
    statement = ev.debate.statements[id]
    if not isinstance(statement, Claim) and statement.premise_ids:
        return "It has no source and no support of its own; its step rests on its premises"
    return "It is taken as given: it has no source and no support"


def _defeated(ev: Evaluation, chains: ReasonChains, id: str) -> Iterator[Reason]:
    for killer in brought_down_by(ev, id)[:MOST]:
        yield _takes_down(ev, chains, id, killer)
    yield from _no_ground(ev, chains, id) if lacks_ground(ev, id) else _fallen_supports(ev, chains, id)


def _takes_down(ev: Evaluation, chains: ReasonChains, id: str, killer: str) -> Reason:
    does = "defeats it" if verb(ev, killer, id) == "contests" else f"{verb(ev, killer, id)} it and stands"
    who = f"{killer} {does}{sources_of(ev, killer)}"
    if not isinstance(ev.debate.statements[killer], Rebuttal):
        return Reason(who, (killer,))
    if not answers_tried(ev, killer):
        return Reason(f"{who}, and nothing answers it", (killer,))
    chains.told.add(killer)
    return Reason(f"{who}, and no answer to it counts", (killer,), chains.survived(killer))


def _no_ground(ev: Evaluation, chains: ReasonChains, id: str) -> Iterator[Reason]:
    supports, circle = [support.id for support in ev.graph.supports(id)], support_circle(ev, id)
    if circle:
        yield Reason(f"It rests on nothing but itself: {', '.join(resting(ev, circle))}", circle)
        supports = beside(ev, id, circle)
    if supports:
        other, number = "other " * bool(circle), len(supports)
        one = f"Its {other or 'only '}support does not count"
        lead = one if number == 1 else f"None of its {other}{number} supports counts"
        yield Reason(lead, tuple(supports), chains.fallen_supports(supports))
    elif id in ev.debate.resolution_ids and not circle:
        yield Reason("Nobody has supported it; without a support that counts, things stay as they are")
    elif not circle:
        yield Reason("It is marked as undeveloped, and nothing supports it yet")


def _fallen_supports(ev: Evaluation, chains: ReasonChains, id: str) -> Iterator[Reason]:
    """The supports that fell, of a statement that does not fall for the want of them."""
    fallen, number = tally(ev, id).supports.dead, len(ev.graph.supports(id))
    if fallen:
        every = f"All {number} of its supports are answered" if number > 1 else "Its only support is answered"
        some = f"{len(fallen)} of its {number} supports {_agree(fallen, 'is', 'are')} answered"
        lead = every if len(fallen) == number else some
        yield Reason(lead, fallen, chains.fallen_supports(fallen))


def _undecided(ev: Evaluation, chains: ReasonChains, id: str) -> Iterator[Reason]:
    circle = undecided_circle(ev, id)
    if len(circle) == 2 and circle[0] in ev.graph.contradictions.get(id, ()):
        yield Reason(f"It and {circle[0]} contradict each other, and nothing else decides between them", circle)
    elif circle:
        yield Reason(f"Nothing from outside decides this circle: {', '.join(ring(ev, circle))}", circle)
    for killer in brought_down_by(ev, id)[:MOST]:
        if killer not in circle:
            does = f"{killer}, which {verb(ev, killer, id)} it,"
            if _is_step(ev, killer, id):
                yield chains.failed(killer, does)
            else:
                yield Reason(f"{does} {chains.statement_failure(killer).clause}", (killer,))
    if ground(ev, id) is Label.UNDEC:
        waiting = [each for each in tally(ev, id).supports.undecided if each not in circle]
        if waiting:
            yield Reason("What it rests on is undecided", tuple(waiting), chains.fallen_supports(waiting))
    yield from _fallen_supports(ev, chains, id)


def _is_step(ev: Evaluation, id: str, target: str) -> bool:
    statement = ev.debate.statements[id]
    return not isinstance(statement, Claim) and statement.target == target


def _weighed(ev: Evaluation, chains: ReasonChains, id: str) -> Iterator[Reason]:
    found = tally(ev, id)
    if lacks_ground(ev, id):
        yield from _no_ground(ev, chains, id)
    else:
        if id not in ev.debate.resolution_ids:
            yield Reason(_ground_of(ev, id))
        yield Reason(f"It is weighed: {_counted(found.supports, 'for')}; {_counted(found.rebuttals, 'against')}")
    yield from _compared(ev, found)
    if found.missing:
        yield _missing(ev, found)
        yield from _decided_anyway(ev, id)
    elif found.rebuttals.counting and not found.supports.live:
        yield Reason("No argument for it counts, so nothing can outweigh what is against it")
        yield from _decided_anyway(ev, id)
    for name, pile in (("against", found.rebuttals), ("for", found.supports)):
        if pile.dead and not (name == "for" and lacks_ground(ev, id)):
            yield Reason(f"Answered {name} it", pile.dead, chains.fallen_supports(pile.dead))
        if pile.undecided:
            yield Reason(f"Open {name} it", pile.undecided, chains.fallen_supports(pile.undecided))
        if pile.idle:
            yield Reason(f"Open {name} it, but outweighed in any case: {listed(pile.idle)}", pile.idle)
    for rival in ev.graph.contradictions.get(id, ()):
        yield Reason(f"{rival}, which contradicts it, {stands(ev.label(rival))}", (rival,))


def _counted(pile: Pile, side: str) -> str:
    """`2 count for it (a and b), 1 is outweighed (c)`."""
    names = f" ({listed(pile.counting)})" if pile.counting else ""
    counting = f"{len(pile.counting) or 'none'} {_agree(pile.counting, 'counts', 'count')} {side} it{names}"
    many, beaten = len(pile.outweighed), listed(pile.outweighed)
    return counting + (f", {many} {_agree(pile.outweighed, 'is', 'are')} outweighed ({beaten})" if many else "")


def _effective(ev: Evaluation, found: Tally) -> Iterator[Weighing]:
    """The debate's comparisons but those over something that is answered anyway."""
    dead = {*found.supports.dead, *found.rebuttals.dead}
    ranked = ev.heavier if isinstance(ev, AudienceEvaluation) else {}
    every = (w for w in found.comparisons if (w.heavier, w.lighter) not in ranked)
    return (weighing for weighing in every if weighing.lighter not in dead)


def _compared(ev: Evaluation, found: Tally) -> Iterator[Reason]:
    """What outweighs what: by an audience's ranking, and by the debate."""
    if isinstance(ev, AudienceEvaluation):
        yield from _ranked(ev, found)
    made: dict[tuple[str, str, bool], list[str]] = {}
    for weighing in _effective(ev, found):
        made.setdefault((weighing.heavier, weighing.because.rstrip("."), weighing.live), []).append(weighing.lighter)
    for (heavier, because, live), lighter in made.items():
        about = (heavier, *lighter)
        if live:
            yield Reason(f"{heavier} outweighs {listed(lighter)}: {because}", about)
        else:
            but = f"but {argument_word(ev, heavier)}"
            yield Reason(f"{heavier} would outweigh {listed(lighter)} ({because}), {but}", about)
    if found.supports.outweighed and not (found.supports.counting or found.supports.undecided):
        yield Reason("None of the arguments for it counts any more")


def _ranked(ev: AudienceEvaluation, found: Tally) -> Iterator[Reason]:
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


def _missing(ev: Evaluation, found: Tally) -> Reason:
    pros, cons = found.supports.counting, found.rebuttals.counting
    if come_first(ev, pros, cons):
        return Reason(f"{first_on_both_sides(pros, cons)}: nobody has said which is settled first", (*pros, *cons))
    if len(found.missing) == 1:
        return Reason(f"Nobody has said which weighs more, {pros[0]} or {cons[0]}", (pros[0], cons[0]))
    rest = " of the rest" if found.supports.outweighed or found.rebuttals.outweighed else " of them"
    return Reason(f"Nobody has said which{rest} weigh more", (*pros, *cons))


def _bare_reasons(ev: Evaluation, chains: ReasonChains, id: str) -> Iterator[Reason]:
    step = ev.debate.statements[id]
    assert not isinstance(step, Claim)
    yield Reason(f"It leads from {listed(step.premise_ids)} to {step.target}, which it {verb(ev, id, step.target)}")
    if ev.label(id) is not Label.IN:
        chains.told.discard(id)
        yield chains.failed(id, "It")
    elif ev.graph.undercutters(id):
        fallen = [undercutter.id for undercutter in ev.graph.undercutters(id)]
        yield Reason("Its premises are accepted, and what undercuts it is answered", (), chains.fallen_supports(fallen))
    else:
        yield Reason("Its premises are accepted, and nobody undercuts it")


def _own_step(ev: Evaluation, chains: ReasonChains, id: str) -> Iterator[Reason]:
    """Of a statement that stands, whether it counts for what it was said for."""
    step = ev.debate.statements[id]
    if isinstance(step, Claim) or step.is_bare or ev.label(id) is not Label.IN:
        return
    chains.told.discard(id)
    does = verb(ev, id, step.target)
    if ev.labelling.live[id] is not Label.IN:
        yield chains.failed(id, "Its step")
    elif ev.labelling.counts[id] is not Label.IN:
        if isinstance(ev, AudienceEvaluation) and (why := ev.unheard(id)):
            yield Reason(f"It {does} {step.target}, which does not convince {ev.audience}: to them {why}")
        else:
            yield Reason(f"It {does} {step.target}, {_outweighed(ev, step)}")
    if step.premises:
        number = len(step.premises)
        lead = "It needs this" if number == 1 else f"It needs {'both' if number == 2 else f'all {number}'} of these"
        yield Reason(lead, step.premise_ids, tuple(_part(ev, step, each) for each in step.premise_ids))


def _part(ev: Evaluation, step: Step, premise: str) -> Reason:
    """How a premise of a step is: `link: plan-provokes is defeated`."""
    if premise in step.needed_steps:
        return Reason(f"{premise} must count, and {doing(force(ev, premise))}", (premise,))
    role = ev.debate.statements[premise].role
    lead = f"{role.replace('-', ' ')}: " if role else ""
    return Reason(f"{lead}{premise} {stands(ev.label(premise))}", (premise,))


def _outweighed(ev: Evaluation, step: Step) -> str:
    """That a live step does not count, or that it is undecided whether it does, and because of what."""
    label = Label.IN if ev.labelling.counts[step.id] is Label.OUT else Label.UNDEC
    made = (w.heavier for w in tally(ev, step.target).comparisons if w.lighter == step.id)
    heavier = [each for each in made if ev.labelling.live[each] is label]
    by = f" by {listed(heavier)}" if heavier else ""
    return (
        f"but is outweighed there{by}" if label is Label.IN else f"and whether it is outweighed there{by} is undecided"
    )


def _agree(ids: tuple[str, ...], one: str, many: str) -> str:
    return one if len(ids) == 1 else many
