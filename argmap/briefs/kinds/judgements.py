"""The judgements of a debate's editors: what they weigh, rank, rate and grade, each with its author and reason."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from argmap.briefs import shared_parts
from argmap.briefs.audience_section import rankings
from argmap.briefs.evidence_limits import LIMITS
from argmap.briefs.risks import likelihood, rated, rating, told
from argmap.briefs.selected_debate import SelectedDebate
from argmap.documents.document import Block, Document, Item, Items, Line, Paragraph, Row, Run, Table, document
from argmap.documents.lines import line, phrase, sentence
from argmap.model import ALL, Claim, Risk, Source, Stakes, Statement
from argmap.wording.counts import in_words
from argmap.wording.sentences import capital

NAME = "judgements"
TITLE = "Judgements of the editors"
SUMMARY = "What no source settles: comparisons, values, risks, weights and grades, each with its author and reason."
BY = None

MOST_ROWS = 1_000
"""Of one kind of judgement; the rest are counted."""
EDITORS = "the editors of this debate"
NOTHING = "The editors of this debate have judged nothing: arguments and evidence alone decide what stands."
INTRODUCTION = (
    "No source settles what is listed here. The editors of this debate made each judgement unless somebody else is "
    "named. A reader who judges differently may reach different answers."
)


def compose(s: SelectedDebate) -> Document:
    """Each kind of judgement that the debate has."""
    parts = (_answers, _comparisons, _audiences, _values, _risks, _weights, _grades, _sources)
    blocks = [block for part in parts for block in part(s)]
    opening = Paragraph((Run(INTRODUCTION if blocks else NOTHING),))
    title = f"{s.debate.title} The editors’ judgements"
    return document(title, shared_parts.subtitle(s, TITLE), [opening, *blocks], shared_parts.legend(s, ids=False))


def _section(title: str, anchor: str, head: tuple[str, ...], rows: list[Row], by: str = "") -> list[Block]:
    """A heading and a table of so many rows; nothing where there are none."""
    if not rows:
        return []
    heading = shared_parts.heading(2, f"{title} ({len(rows)})", anchor)
    table = Table(f"{title}{by}", head, tuple(rows[:MOST_ROWS]))
    rest = len(rows) - MOST_ROWS
    return [heading, table, Paragraph((Run(f"and {in_words(rest)} more."),))] if rest > 0 else [heading, table]


def _answers(s: SelectedDebate) -> list[Block]:
    found = s.debate.recommendation
    items = []
    if found and found.option in s.scope:
        items.append(Item(line(Run("Recommended: ", "strong"), s.mention(found.option), f". {_why(found.because)}")))
    for option in s.options:
        if said := s.ev.answer(option):
            sure = option.confidence
            how = f" Confidence: {sure.level}. {_why(sure.because)}" if sure else ""
            items.append(Item(line(Run(f"{capital(s.name(option.id))}: ", "strong"), capital(sentence(said)), how)))
    return [shared_parts.heading(2, "Answers", "_answers"), Items(tuple(items))] if items else []


def _why(because: str | None) -> str:
    return capital(sentence(because or "No reason is given"))


def _comparisons(s: SelectedDebate) -> list[Block]:
    """What outweighs what, as it is written."""
    rows = []
    for step in s.statements(s.scope):
        if isinstance(step, Claim):
            continue
        for made in step.outweighs:
            lighter = line("all on the other side") if made.over == ALL else s.mention(made.over)
            rows.append(Row((s.mention(step.id), lighter, line(s.name(step.target)), line(_why(made.because)))))
    return _section("What outweighs what", "_comparisons", ("This", "outweighs", "On", "Because"), rows)


def _audiences(s: SelectedDebate) -> list[Block]:
    many = len(s.debate.audiences)
    title = shared_parts.heading(2, f"How audiences rank the values ({many})", "_audiences")
    return [title, *rankings(s)] if many else []


def _values(s: SelectedDebate) -> list[Block]:
    """For each value the arguments that are said to speak for it, or against it."""
    valued = [each for each in s.statements(s.scope) if each.values]
    rows = []
    for value, meaning in s.debate.values.items():
        ways = [[each.id for each in valued if each.values and value in of(each.values)] for of in _STAKES]
        if any(ways):
            said = line(Run(f"{capital(s.named(value))}: ", "strong"), phrase(meaning))
            rows.append(Row((said, *(s.mentions(_once(s, ids)) or line("none") for ids in ways))))
    head = ("Value", "Promoted by", "Demoted by")
    return _section("Which arguments speak for which value", "_values", head, rows)


def _once(s: SelectedDebate, ids: Iterable[str]) -> list[str]:
    """Statements that say the same, once."""
    return list({s.words_of(id): id for id in reversed([*ids])}.values())[::-1]


_STAKES: tuple[Callable[[Stakes], tuple[str, ...]], ...] = (lambda x: x.promotes, lambda x: x.demotes)


def _risks(s: SelectedDebate) -> list[Block]:
    """The risks; who rated them is told once where it is the same for all."""
    found = rated(s)
    by = list(dict.fromkeys((each.risk or Risk()).by or EDITORS for each in found))
    rows = [Row(_risk(s, each, each.risk or Risk(), len(by) > 1)) for each in found]
    head = ("Risk", "Of", "Likelihood", "Severity", *(["Rated by"] if len(by) > 1 else []), "Because")
    return _section("Risks", "_risks", head, rows, f", rated by {s.decapitated(by[0])}" if len(by) == 1 else "")


def _risk(s: SelectedDebate, statement: Statement, risk: Risk, named: bool) -> tuple[Line, ...]:
    of = capital(told(s, statement)) or "not said"
    how_likely = line(likelihood(risk) or "not rated")
    by = [line(capital(risk.by or EDITORS))] if named else []
    told_of = (line(capital(s.name(statement.id))), line(of), how_likely, rating(risk.severity))
    return (*told_of, *by, line(_why(risk.because)))


def _weights(s: SelectedDebate) -> list[Block]:
    rows = [
        Row((s.mention(each.id), line(f"{each.weight.value:.2f}"), line(_why(each.weight.because))))
        for each in s.statements(s.scope) if each.weight
    ]  # fmt: skip
    return _section("Weights set by hand", "_weights", ("Statement", "Weight", "Because"), rows)


def _grades(s: SelectedDebate) -> list[Block]:
    """The grades of evidence that are not those of their sources."""
    rows = [
        Row((s.mention(each.id), s.source(e.source, e.at), line(e.grade), line(_why(e.why))))
        for each in s.statements(s.scope) for e in each.evidence if e.grade
    ]  # fmt: skip
    return _section("Grades of single pieces of evidence", "_grades", ("Statement", "Source", "Grade", "Because"), rows)


def _sources(s: SelectedDebate) -> list[Block]:
    cited = s.cited(s.scope).values()
    rows = [
        Row((s.source(x.id), line(x.grade), line(_why(x.custom.why)), _limits(s, x)))
        for x in cited if x.grade
    ]  # fmt: skip
    return _section("Grades of sources", "_sources", ("Source", "Grade", "Because", "Known limits"), rows)


def _limits(s: SelectedDebate, source: Source) -> Line:
    """What is not at first hand about a source: its title guessed, its words relayed; and whose word it is."""
    parts = [limit for limit, holds in LIMITS.items() if holds(source)]
    if party := s.party_of.get(source.id):
        parts.append(f"party: {phrase(party)}")
    elif source.custom.interest:
        parts.append(f"interest: {phrase(source.custom.interest)}")
    return line(capital("; ".join(parts))) if parts else line()
