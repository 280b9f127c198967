"""A page for each option of a decision memo; what its answer assumes, and the best case where it does not stand."""

from __future__ import annotations

from collections.abc import Iterable

from argmap.analysis.criteria import Judgement
from argmap.briefs.criteria_table import judged
from argmap.briefs.memo_parts import answered
from argmap.briefs.notes import Notes
from argmap.briefs.reasons_told import open_ones, reason
from argmap.briefs.selected_debate import SelectedDebate
from argmap.briefs.shared_parts import heading
from argmap.documents.document import Block, Item, Items, Line, Paragraph, Row, Run, Table
from argmap.documents.lines import line, phrase, sentence
from argmap.evaluation.force import Force, force, open_below
from argmap.evaluation.framework import Label
from argmap.evaluation.reasons import voice
from argmap.evaluation.weight import considerations
from argmap.model import Claim, Step
from argmap.prose.settling import first_of, settles
from argmap.prose.standing import number_by_force
from argmap.wording.counts import in_words
from argmap.wording.lists import listed
from argmap.wording.sentences import capital

REASONS = 3
"""How many reasons of each side the page of an option has."""
ASSUMED = 2
"""How many assumptions of each option are named."""


def section(s: SelectedDebate, option: Claim, notes: Notes) -> list[Block]:
    """The page of an option: what it is, three reasons for and three against with the best reply, what is open, what
    settles it, and how it does by each criterion."""
    chosen = {for_it: first_of(s, option, for_it, REASONS) for for_it in (True, False)}
    blocks: list[Block] = [
        heading(2, capital(s.name(option.id)), f"_option-{option.id}", turns=len(s.options) > 1),
        *_stated(s, option),
    ]
    for word, for_it in (("For", True), ("Against", False)):
        items = tuple(reason(s, step, notes) for step in chosen[for_it])
        nothing = Paragraph(line("Nothing has been put forward."))
        blocks += [heading(3, word), Items(items, numbered=len(items) > 1) if items else nothing]
    told = {step.id for steps in chosen.values() for step in steps}
    return [*blocks, *_open(s, option, told), *_settled(s, option)]


def _stated(s: SelectedDebate, option: Claim) -> list[Block]:
    """The option in full, where its heading is a short name; what it does to today's practice, and the answer to it,
    where the memo does not begin with that."""
    words = Run(sentence(s.words_of(option.id)) if option.short else "", "strong")
    practice = _practice(s, option) if option.short else _practice(s, option).lstrip()
    stated = [Paragraph(line(words, practice))] if words.text or practice else []
    return [*stated, *([Paragraph(line(answered(s, option, named=False)))] if len(s.options) > 1 else [])]


def _practice(s: SelectedDebate, option: Claim) -> str:
    kinds = {True: " It is today’s practice.", "reform": " It is a reform of today’s practice."}
    others = [s.within(each) for each in s.ev.excluded(option.id)]
    excludes = f" It excludes {listed(others)}." if others else ""
    clash = " Both stand, and only one of them can be carried out." if s.ev.clashes(option.id) else ""
    return kinds.get(option.status_quo, "") + excludes + clash


def _open(s: SelectedDebate, option: Claim, told: set[str]) -> list[Block]:
    """The open arguments that are not told in full, by name."""
    steps = [step for for_it in (True, False) for step in considerations(s.ev, option.id, for_it)]
    named = open_ones(s, [x for x in steps if x.id in s.scope], told)
    if not named:
        return []
    return [Paragraph(line(Run("Also open: ", "strong"), f"{'; '.join(named[:REASONS])}{_more(named)}."))]


def _more(named: list[str]) -> str:
    return f"; and {in_words(len(named) - REASONS)} more" if len(named) > REASONS else ""


def _settled(s: SelectedDebate, option: Claim) -> list[Block]:
    """What would settle it, and how many arguments speak for and against it by each criterion."""
    asked = Paragraph(line(Run("What would settle it: ", "strong"), sentence(settles(s, option, named=True))))
    cells = [c for c in s.analysis.criteria if c.option.id == option.id and (c.pros or c.cons)]
    rows = tuple(Row((line(c.criterion.name), _number(s, c.pros), _number(s, c.cons))) for c in cells)
    return [asked, *([Table("By each criterion", ("Criterion", "For", "Against"), rows)] if rows else [])]


def _number(s: SelectedDebate, judgements: Iterable[Judgement]) -> Line:
    steps = judged(s, judgements)
    return line(number_by_force(s.ev, steps) if steps else "–")


def watch(s: SelectedDebate) -> list[Block]:
    """What each answer assumes, and what to watch because it would change it."""
    items = tuple(Item(found) for option in s.first_options if (found := _watched(s, option)))
    return [heading(2, "Assumptions and what to watch", "_watch"), Items(items)] if items else []


def _watched(s: SelectedDebate, option: Claim) -> Line:
    """Of an option that stands what it rests on alone; of another the open points on which its arguments hang."""
    if s.ev.label(option.id) is Label.IN:
        ids = list(s.analysis.turned_by(option.id))[:ASSUMED]
        lead = "no longer stands if one of these is refuted"
    else:
        ids = [id for id, _ in open_below(s.ev, option.id) if id in s.scope][:ASSUMED]
        lead = "hangs on"
    named = "; ".join(phrase(s.within(id)) for id in ids)
    return line(Run(f"{s.within(option.id)} ", "strong"), f"{lead}: {named}.") if ids else ()


def dissent(s: SelectedDebate, notes: Notes) -> list[Block]:
    """The best case for each option that does not stand, and against each that does: what backs its weightiest
    argument."""
    items = tuple(Item(found) for option in s.first_options if (found := _case(s, option, notes)))
    return [heading(2, "Dissent", "_dissent"), Items(items)] if items else []


def _case(s: SelectedDebate, option: Claim, notes: Notes) -> Line:
    for_it = s.ev.label(option.id) is not Label.IN
    best = first_of(s, option, for_it, ASSUMED)
    if not best:
        return ()
    backing = [x for x in _backing(s, best[0]) if force(s.ev, x.id) is not Force.ANSWERED][:ASSUMED]
    told = [line(" ", sentence(s.words_of(x.id)), notes.mark(x.id)) for x in backing]
    told += [line(" ", capital(sentence(s.name(x.id))), notes.mark(x.id)) for x in best[1:]]
    what = s.within(option.id) if len(s.options) > 1 else "it"
    lead = Run(f"The best case {'for' if for_it else 'against'} {what}: ", "strong")
    return line(lead, capital(sentence(s.name(best[0].id))), *told)


def _backing(s: SelectedDebate, step: Step) -> list[Step]:
    """What supports an argument, the weightiest first; what has words of its own."""
    return [x for x in considerations(s.ev, voice(step), True) if x.text is not None]
