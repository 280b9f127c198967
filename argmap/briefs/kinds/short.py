"""The decision memo on two pages: the answer, the options, what decides, whom it would convince, the worst risks."""

from __future__ import annotations

from argmap.briefs import queries, shared_parts
from argmap.briefs.audience_section import table
from argmap.briefs.bottom_line import as_of, sourcing, turns_on, verdict
from argmap.briefs.option_section import answer, comparisons_made, options, outweighed, standing
from argmap.briefs.recommended import recommended
from argmap.briefs.risks import likelihood, rated, rating, whose
from argmap.briefs.selected_debate import Setting
from argmap.briefs.what_decides import first_sets
from argmap.documents.document import Block, Document, Line, Paragraph, Row, Run, Table, document
from argmap.documents.lines import line, phrase, sentence
from argmap.evaluation.framework import Label
from argmap.model import Claim, Risk, Statement
from argmap.prose.standing import stands
from argmap.wording.counts import in_words
from argmap.wording.sentences import capital

NAME = "policy-short"
TITLE = "Decision memo in short"
SUMMARY = "Two pages: the answer, the options, what decides, the worst risks."
BY_SIDE = False

RISKS = 4
"""How many risks it names, the worst first."""


def compose(s: Setting) -> Document:
    """The memo for who has five minutes. Each number in it is that of the long memo, made by the same functions."""
    blocks = [*_bottom_line(s), *_options(s), *_decides(s), *table(s), *_risks(s), *_sure(s), _more(s)]
    return document(
        s.debate.title, shared_parts.subtitle(s, "Decision memo in short"), blocks, shared_parts.legend(s, ids=False)
    )


def _bottom_line(s: Setting) -> list[Block]:
    opening = Paragraph(line(as_of(s), verdict(s)), "lead")
    title = shared_parts.heading(2, "Bottom line", "_bottom-line")
    advice = recommended(s) or [Paragraph(_unrecommended(s))]
    return [title, opening, *_answers(s), *advice, Paragraph(sourcing(s))]


def _answers(s: Setting) -> list[Block]:
    """What the debate's editors answer to each option, where the evaluation agrees."""
    if len(options(s)) == 1:
        return answer(s, options(s)[0])
    said = [capital(sentence(found)) for option in options(s) if (found := s.ev.answer(option))]
    return [Paragraph(line(Run("The answer: ", "strong"), " ".join(said)))] if said else []


def _sure(s: Setting) -> list[Block]:
    """How sure the editors are of the answers that are given; of a single option that stands beside its answer."""
    several = options(s) if len(options(s)) > 1 else ()
    sure = [(option, option.confidence) for option in several if option.confidence and s.ev.answer(option)]
    rows = tuple(
        Row((s.option_name(option), line(capital(found.level)), line(capital(sentence(found.because)))))
        for option, found in sure
    )
    found = Table("As the editors of this debate rate it", ("Option", "Confidence", "Why"), rows)
    return [shared_parts.heading(2, "How sure this is", "_sure"), found] if rows else []


def _unrecommended(s: Setting) -> Line:
    """What there is to go by where the debate's editors recommend nothing."""
    stand = [option.id for option in options(s) if s.ev.label(option.id) is Label.IN]
    named = line("What stands is ", s.mentions(stand), ". ") if stand else ()
    return line(named, "The editors of this debate recommend nothing.")


def _options(s: Setting) -> list[Block]:
    rows = tuple(Row(_row(s, option), option.id) for option in options(s))
    head = ("Option", "Standing", "For", "Against")
    return [
        shared_parts.heading(2, "The options", "_options"),
        Table("With the weightiest reason each way", head, rows),
    ]


def _row(s: Setting, option: Claim) -> tuple[Line, ...]:
    said = _comparisons(s, option)
    called = capital(s.name(option.id)) if option.short else sentence(s.saying(option.id))
    name = line(Run(f"{called}:" if option.short and said else called, "strong"), f" {said}" if said else "")
    return name, line(s.pill(option.id)), _reasons(s, option, True), _reasons(s, option, False)


def _comparisons(s: Setting, option: Claim) -> str:
    """How many comparisons would settle an option, or how many of those made have a part in what it is."""
    if needed := s.analysis.settlings(option.id):
        first, *rest = [f"{in_words(len(each.lighter))} to {stands(each.label).infinitive}" for each in needed]
        n, _, what = first.partition(" ")
        return f"Needs {n} comparison{'s' * (n != 'one')} {what}{''.join(f', {each}' for each in rest)}."
    made = comparisons_made(s, option)
    return f"{capital(in_words(made, 'comparison'))} made." if made else ""


def _reasons(s: Setting, option: Claim, for_it: bool) -> Line:
    """How many reasons count on one side; of those that count, or else of those that are outweighed, the first."""
    steps = queries.considerations(s.ev, option.id, for_it)
    counting = queries.tally(s.ev, steps)[0]
    beaten = 0 if for_it else outweighed(s, option)
    said = f"{counting} of {len(steps)} count" + (f", {beaten} outweighed" if beaten else "")
    if not (counting or beaten):
        return line(f"{said}.")
    best = next(step for step in steps if s.ev.labelling.live[step.id] is Label.IN)
    grade = s.debate.best_grade(best)
    return line(f"{said}: “{phrase(s.saying(best.id))}”{f' ({grade})' if grade else ''}.")


def _decides(s: Setting) -> list[Block]:
    """What would settle what is undecided, and what would unsettle the rest."""
    opening = turns_on(s)
    blocks: list[Block] = [Paragraph(opening)] if opening else []
    for option in options(s):
        if not s.analysis.settlings(option.id):
            named = line(s.mention(option.id), " ", s.pill(option.id), ". ", standing(s, option))
            blocks += [Paragraph(named), *first_sets(s, option)]
    return [shared_parts.heading(2, "What decides", "_decides"), *blocks]


def _risks(s: Setting) -> list[Block]:
    found = rated(s)
    if not found:
        return []
    rows = tuple(Row(_risk(s, x, x.risk or Risk())) for x in found[:RISKS])
    left = f", {in_words(RISKS)} of {len(found)}" if len(found) > RISKS else ""
    caption = f"What could go wrong, the worst first{left}"
    head = ("Risk", "Likelihood", "Severity", "Standing")
    return [shared_parts.heading(2, "Risks", "_risks"), Table(caption, head, rows)]


def _risk(s: Setting, statement: Statement, risk: Risk) -> tuple[Line, ...]:
    said = line(sentence(s.saying(statement.id)), whose(s, statement))
    return said, line(likelihood(risk) or "not rated"), rating(risk.severity), line(s.pill(statement.id))


def _more(s: Setting) -> Paragraph:
    graded = " Grades are on the Admiralty scale: A1 is best." if s.debate.sources else ""
    return Paragraph((Run(f"The long memo has each argument with its answers and sources.{graded}"),), "note")
