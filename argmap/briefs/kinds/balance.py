"""The balance of a debate: how much each side says, what becomes of it and what it cites. A mirror, not a rule."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from argmap.briefs import queries, shared_parts
from argmap.briefs.criteria_table import by_criterion
from argmap.briefs.selected_debate import SelectedDebate
from argmap.documents.document import Block, Document, Paragraph, Row, Run, Table, document
from argmap.documents.lines import line
from argmap.evaluation import reasons
from argmap.evaluation.force import Force, force
from argmap.evaluation.weight import considerations
from argmap.model import Claim, Source, Statement
from argmap.wording.calendar_words import long_date

NAME = "balance"
TITLE = "Balance"
SUMMARY = "What each side has said, in numbers: arguments by force, last words, evidence, risks."
BY = None

_FORCES = {
    Force.COUNTS: "count", Force.OUTWEIGHED: "are outweighed", Force.OPEN: "are open", Force.ANSWERED: "are answered",
}  # fmt: skip

INTRODUCTION = (
    "These numbers say how much has been written on each side, not who is right. Look for what is thin, old or "
    "unanswered on one side only."
)


def compose(s: SelectedDebate) -> Document:
    """The debate by side, by option, by criterion and by position."""
    blocks: list[Block] = [
        Paragraph((Run(INTRODUCTION),)),
        *_by_side(s),
        *_by_option(s),
        *by_criterion(s),
        *_by_position(s),
    ]
    return document(
        f"{s.debate.title} The balance", shared_parts.subtitle(s, TITLE), blocks, shared_parts.legend(s, ids=False)
    )


def _of_side(s: SelectedDebate, side: str | None, among: Iterable[Statement]) -> list[Statement]:
    return [each for each in among if s.ev.graph.sides.get(each.id) == side and each.id not in s.debate.resolution_ids]


def _by_side(s: SelectedDebate) -> list[Block]:
    every = s.statements(s.scope)
    columns = [(s.debate.sides[side], _of_side(s, side, every)) for side in s.debate.sides]
    rest = _of_side(s, None, every)
    columns += [("Neither side", rest)] if any(not isinstance(x, Claim) or x.evidence for x in rest) else []
    measured = {name: [tell(s, there) for _, there in columns] for name, tell in _MEASURES.items()}
    rows = [
        Row((line(name), *map(line, figures)))
        for name, figures in measured.items()
        if any(figure not in ("0", "none") for figure in figures)
    ]
    head = ("", *(name for name, _ in columns))
    return [shared_parts.heading(2, "By side", "_sides"), Table("What each side has said", head, tuple(rows))]


def _by_option(s: SelectedDebate) -> list[Block]:
    rows = []
    for option in s.options:
        for way, for_it in (("For", True), ("Against", False)):
            steps = [x for x in considerations(s.ev, option.id, for_it) if x.id in s.scope]
            name = line(s.name(option.id)) if for_it else ()
            rows.append(Row((name, line(way), *_told(s, steps)), option.id if for_it else None))
    head = ("Option", "", *_COLUMNS)
    table = Table("What is said directly for and against each option", head, tuple(rows))
    return [shared_parts.heading(2, "By option", "_options"), table]


def _by_position(s: SelectedDebate) -> list[Block]:
    rows = []
    for position in s.positions:
        there = [x for x in position.arguments if x.id in s.scope]
        named = False
        for side in (*s.debate.sides, None):
            if ours := _of_side(s, side, there):
                name = line() if named else line(position.name)
                rows.append(Row((name, line(s.debate.sides[side] if side else "Neither side"), *_told(s, ours))))
                named = True
    table = Table("What each position has of each side", ("Position", "Side", *_COLUMNS), tuple(rows))
    return [shared_parts.heading(2, "By position", "_positions"), table] if rows else []


def _told(s: SelectedDebate, there: Sequence[Statement]) -> list[tuple[Run, ...]]:
    return [(Run(_MEASURES[name](s, there)),) for name in _COLUMNS.values()]


def _arguments(s: SelectedDebate, there: Sequence[Statement]) -> str:
    return str(sum(not isinstance(each, Claim) for each in there))


def _with_force(wanted: Force) -> Callable[[SelectedDebate, Sequence[Statement]], str]:
    def tell(s: SelectedDebate, there: Sequence[Statement]) -> str:
        return str(sum(force(s.ev, each.id) is wanted for each in there if not isinstance(each, Claim)))

    return tell


def _last_words(s: SelectedDebate, there: Sequence[Statement]) -> str:
    return str(sum(not isinstance(each, Claim) and not reasons.answers(s.ev, each.id) for each in there))


def _citations(s: SelectedDebate, there: Sequence[Statement]) -> str:
    return str(sum(len(each.evidence) for each in there))


def _sources(s: SelectedDebate, there: Sequence[Statement]) -> list[Source]:
    return list(s.cited(each.id for each in there).values())


def _well_graded(s: SelectedDebate, there: Sequence[Statement]) -> str:
    letters = Counter(queries.reliability(s.ev, e) for each in there for e in each.evidence)
    return str(letters["A"] + letters["B"])


def _testimony(s: SelectedDebate, there: Sequence[Statement]) -> str:
    return str(sum(e.said_by is not None for each in there for e in each.evidence))


def _parties(s: SelectedDebate, there: Sequence[Statement]) -> str:
    return str(sum(e.source in s.party_of for each in there for e in each.evidence))


def _newest(s: SelectedDebate, there: Sequence[Statement]) -> str:
    dates = [source.date for source in _sources(s, there) if source.date]
    return long_date(max(dates)) if dates else "none"


def _undated(s: SelectedDebate, there: Sequence[Statement]) -> str:
    return str(sum(source.date is None for source in _sources(s, there)))


def _risks(s: SelectedDebate, there: Sequence[Statement]) -> str:
    return str(sum(each.risk is not None for each in there))


_MEASURES: dict[str, Callable[[SelectedDebate, Sequence[Statement]], str]] = {
    "Arguments": _arguments,
    **{f"of them {what}": _with_force(each) for each, what in _FORCES.items()},
    "Arguments that nobody has answered": _last_words,
    "Citations": _citations,
    "of them graded A or B": _well_graded,
    "of them what somebody said": _testimony,
    "of them the word of a party": _parties,
    "Sources": lambda s, there: str(len(_sources(s, there))),
    "of them undated": _undated,
    "Newest source": _newest,
    "Risks rated": _risks,
}
"""What is counted of some statements, in words."""

_COLUMNS = {
    "Arguments": "Arguments", "Count": "of them count", "Outweighed": "of them are outweighed",
    "Open": "of them are open", "Answered": "of them are answered", "Last words": "Arguments that nobody has answered",
    "Citations": "Citations", "Newest source": "Newest source",
}  # fmt: skip
"""Those of them that a table of many rows has, with their headings."""
