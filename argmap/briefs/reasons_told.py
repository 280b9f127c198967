"""A reason as a reader meets it: what it says and by whose word, how grave it is, the best reply and its fate."""

from __future__ import annotations

from argmap.briefs import queries
from argmap.briefs.notes import Notes, named
from argmap.briefs.risks import likelihood
from argmap.briefs.selected_debate import SelectedDebate
from argmap.documents.document import Item, Line, Paragraph, Run
from argmap.documents.lines import line, phrase, sentence
from argmap.evaluation.force import Force, argument, force
from argmap.evaluation.reasons import voice
from argmap.model import Evidence, Statement, Step
from argmap.wording.sentences import capital

_BECAME = {Force.OPEN: "Open", Force.OUTWEIGHED: "Outweighed", Force.ANSWERED: "Answered"}


def reason(s: SelectedDebate, step: Step, notes: Notes) -> Item:
    """A reason with what is cited for it; below it the best reply and what became of that."""
    said = s.debate.statements[voice(step)]
    words = line(Run(sentence(s.words_of(said.id)), "strong"), notes.mark(said.id))
    told = _rated(said) or _said_of_it(s, said)
    below = replied(s, step, notes)
    return Item(line(words, f" {told}" if told else ""), (Paragraph(below),) if below else ())


def _rated(said: Statement) -> str:
    """`Rated a roughly even chance (45–55 %), severity high.`"""
    if not said.risk:
        return ""
    likely, severity = likelihood(said.risk).lower(), said.risk.severity
    likely = f"a {likely}" if likely.startswith("roughly") else likely
    if not likely:
        return f"Severity {severity}; nobody has rated how likely it is." if severity else ""
    return f"Rated {likely}{f', severity {severity}' if severity else ''}."


def _said_of_it(s: SelectedDebate, said: Statement) -> str:
    """The key words of the first of its sources that is quoted, or what the best contributes, with who says it."""
    found = queries.ranked(s.debate, said)
    for evidence in [*(each for each in found if each.quote), *found[:1]]:
        words = f"“{phrase(evidence.quote)}”." if evidence.quote else capital(sentence(evidence.says or ""))
        if evidence.quote or evidence.says:
            return f"{_speaker(s, evidence)}: {words}"
    return ""


def _speaker(s: SelectedDebate, evidence: Evidence) -> str:
    source = s.debate.sources.get(evidence.source)
    return capital(phrase(evidence.said_by)) if evidence.said_by else named(s, source) if source else evidence.source


def replied(s: SelectedDebate, step: Step, notes: Notes) -> Line:
    """`Reply: this. Answered: that.`; nothing where nobody has replied."""
    found = queries.best_answers(s.ev, step.id)
    if not found:
        return ()
    reply = found[0]
    words = line(Run("Reply: ", "em"), capital(sentence(s.name(reply.id))), notes.mark(reply.id))
    how = argument(s.ev, reply.id)
    if how.force is Force.COUNTS:
        return words
    against = [*how.by, *(each.id for each in queries.best_answers(s.ev, reply.id))]
    others = [s.name(each) for each in against if s.name(each) != s.name(reply.id)]
    said = capital(sentence(others[0])) if others else ""
    return line(words, " ", Run(f"{_BECAME[how.force]}{': ' if said else '.'}", "em"), said)


def open_ones(s: SelectedDebate, steps: list[Step], left_out: set[str]) -> list[str]:
    """The names of open arguments that are not told in full, as they stand within a sentence; each once."""
    found = [
        phrase(s.within(step.id)) for step in steps if step.id not in left_out and force(s.ev, step.id) is Force.OPEN
    ]
    return list(dict.fromkeys(found))
