"""A debate as flow sheets: each first argument begins a row, an answer stands one column on, a reason below.

An argument stands on the sheet of the position that makes it, an answer on the sheet of what it answers, wherever it is
written. What nobody answers is dropped by the other side and extended two columns on, where its side speaks next. A
card that has been read before is cross-applied; arguments that get one answer are a group. An answer for which no
speech is left came too late.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

from argmap.analysis.open_questions import examine, said_alone
from argmap.briefs import queries
from argmap.briefs.flow.speech_order import Format
from argmap.briefs.selected_debate import SelectedDebate
from argmap.evaluation.framework import Label
from argmap.evaluation.reasons import voice
from argmap.evaluation.weight import standing_order
from argmap.model import Claim, Position, Statement
from argmap.wording.sentences import capital

EXTENDED, DROPPED, AGAIN = "→ Extended →", "✗", "Cross-apply: "
_NEGATIVE = ("disadvantage", "counterplan", "kritik", "topicality")


@dataclass(frozen=True)
class Cell:
    """What is said in one speech: a statement in few words, its best source, whether there is a card for it."""

    text: str
    cite: str = ""
    is_carded: bool = False
    id: str | None = None
    """None for an extension, or what was dropped."""
    said: str | None = None
    """Whose words it says: its own id, or that of what is cross-applied."""
    is_grouped: bool = False
    """Whether it gets one answer together with others."""


@dataclass
class Sheet:
    """A position on the flow: the columns from that of its first speech on, and its rows by column."""

    name: str
    first: int
    rows: list[dict[int, Cell]] = field(default_factory=list)


@dataclass(frozen=True)
class Question:
    """A question to put, and after which speech."""

    at: str
    text: str


@dataclass(frozen=True)
class Flow:
    """All sheets of a debate in a format, and the questions."""

    title: str
    format: Format
    sides: tuple[str, str]
    sheets: tuple[Sheet, ...]
    questions: tuple[Question, ...]

    @property
    def late(self) -> int:
        """The column of what came too late."""
        return len(self.format.speeches)

    def heads(self, sheet: Sheet) -> list[str]:
        """The heads of a sheet's columns."""
        came_late = any(self.late in row for row in sheet.rows)
        return [*self.format.speeches[sheet.first :], *(["Too late"] if came_late else [])]


def flow(s: SelectedDebate, format: Format) -> Flow:
    """The flow of a debate seen through a selection."""
    made = _Flowing(s, format)
    sheets = tuple(sheet for position in s.positions if (sheet := made.sheet(position)).rows)
    sides = (s.debate.sides[s.debate.pro], s.debate.sides[s.debate.con])
    return Flow(s.debate.title, format, sides, sheets, tuple(made.questions()))


@dataclass
class _Flowing:
    s: SelectedDebate
    format: Format
    columns: dict[str, int] = field(default_factory=dict)
    """The column in which each statement stands first, by id."""
    said: set[str] = field(default_factory=set)
    """What has been said on any sheet."""

    def sheet(self, position: Position) -> Sheet:
        """The sheet of a position; its rows are none where all that it says stands on others."""
        sheet = Sheet(position.name, 0)
        own = [x for x in position.arguments if x.id in self.s.scope]
        placed: set[str] = set()
        for statement in (
            *(x for x in own if self._is_first(x, position)),
            *(x for x in own if x.id in self._circular),
        ):
            if statement.id not in placed:
                self._place(statement, self._begins(statement, position), position, sheet, placed)
        _group(sheet)
        sheet.first = int(all(0 not in row for row in sheet.rows))
        return sheet

    def _is_first(self, statement: Statement, position: Position) -> bool:
        """Whether a statement begins a row of its position: it answers nothing that stands on a sheet, and gives no
        reason for anything on this one."""
        if isinstance(statement, Claim) or statement.target in self.s.debate.resolution_ids:
            return True
        if statement.target not in self.s.scope:
            return True
        is_reason = statement in self.s.ev.graph.supports(statement.target)
        return is_reason and self.s.debate.position_of.get(statement.target) is not position

    @cached_property
    def _circular(self) -> set[str]:
        """What hangs on itself alone, so that it is reached from no first argument: it begins a row all the same."""
        waiting = [x for p in self.s.positions for x in p.arguments if x.id in self.s.scope and self._is_first(x, p)]
        reached = {x.id for x in waiting}
        while waiting:
            for _, each in self._below(waiting.pop()):
                if each.id not in reached:
                    reached.add(each.id)
                    waiting.append(each)
        return {x.id for p in self.s.positions for x in p.arguments} & self.s.scope - reached

    def _begins(self, statement: Statement, position: Position) -> int:
        side = self.s.ev.graph.sides[statement.id]
        if side is None:
            return int(position.kind in _NEGATIVE)
        return int(side == self.s.debate.con)

    def _below(self, statement: Statement) -> Iterator[tuple[int, Statement]]:
        """What stands after a statement: its answers one column on, then the reasons for it, in its own position."""
        graph, found = self.s.ev.graph, statement.id
        answers = [*graph.rebuttals(found), *graph.undercutters(found)]
        yield from ((1, x) for x in sorted(answers, key=lambda x: standing_order(self.s.ev, x)) if self._told(x))
        here = self.s.debate.position_of.get(found)
        yield from ((0, x) for x in graph.supports(found) if self._told(x) and self.s.debate.position_of[x.id] is here)

    def _told(self, statement: Statement) -> bool:
        return statement.id in self.s.scope

    def _place(self, first: Statement, column: int, position: Position, sheet: Sheet, placed: set[str]) -> None:
        """A first argument with all that hangs on it, each once; without recursion, since it may go deep."""
        waiting: list[tuple[Statement, int, bool]] = [(first, column, False)]
        late = len(self.format.speeches)
        while waiting:
            statement, column, beside = waiting.pop()
            if statement.id in placed:
                continue
            placed.add(statement.id)
            self.columns.setdefault(statement.id, column)
            if not beside or column in sheet.rows[-1]:
                sheet.rows.append({})
            sheet.rows[-1][column] = self._cell(statement)
            below = [(each, min(column + on, late)) for on, each in self._below(statement) if each.id not in placed]
            answered = any(at > column for _, at in below)
            if not answered and column + 2 < late:
                sheet.rows[-1] |= {column + 1: Cell(DROPPED), column + 2: Cell(EXTENDED)}
            waiting += [(each, at, n == 0 and at > column) for n, (each, at) in reversed([*enumerate(below)])]

    def _cell(self, statement: Statement) -> Cell:
        said = voice(statement)
        if said in self.said:
            return Cell(f"{AGAIN}{self.s.within(said)}", id=statement.id, said=said)
        self.said.add(said)
        ranked = queries.ranked(self.s.debate, self.s.debate.statements[said])
        cite = self.s.ev.called.get(ranked[0].source, ranked[0].source) if ranked else ""
        return Cell(capital(self.s.name(said)), cite, bool(ranked), statement.id, said)

    def questions(self) -> Iterator[Question]:
        """What to ask after which speech: of an argument what its author asks on it, and critical questions that
        nobody has put."""
        for id, column in self.columns.items():
            statement = self.s.debate.statements[id]
            if statement.asks:
                yield Question(self._asked_at(column - 1 if column else 1), capital(statement.asks))
            if isinstance(statement, Claim) or self.s.ev.labelling.live[id] is Label.OUT:
                continue
            found = examine(self.s.ev, statement)
            if found and found.open:
                asks = " ".join(each.ask for each in found.open[:2])
                yield Question(self._asked_at(column), f"{said_alone(self.s.ev, id)} {asks}")

    def _asked_at(self, column: int) -> str:
        """The questions after a speech, or where it has none after the last one before it of the same side."""
        open_to = {at: name for name, at in self.format.questions}
        while column > 1 and column not in open_to:
            column -= 2
        return open_to.get(column) or self.format.questions[0][0]


def _group(sheet: Sheet) -> None:
    """Mark what gets an answer that is given to others of the sheet as well."""
    answers = [(row, at) for row in sheet.rows for at in row if at + 1 in row and row[at + 1].said]
    often = Counter((at, row[at + 1].said) for row, at in answers)
    for row, at in answers:
        if often[at, row[at + 1].said] > 1:
            row[at] = replace(row[at], is_grouped=True)


def by_time(flow: Flow) -> Iterable[tuple[str, list[str]]]:
    """The questions of each time for them, each question once."""
    for name, _ in flow.format.questions:
        yield name, list(dict.fromkeys(each.text for each in flow.questions if each.at == name))
