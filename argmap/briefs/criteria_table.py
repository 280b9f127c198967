"""How many arguments speak for and against the options by each criterion of a decision, side by side."""

from __future__ import annotations

from collections.abc import Iterable

from argmap.analysis.criteria import Cell, Judgement
from argmap.briefs.selected_debate import SelectedDebate
from argmap.documents.document import Block, Line, Row, Table, on_its_side
from argmap.documents.lines import line
from argmap.model import Claim, Step
from argmap.prose.standing import number_by_force
from argmap.wording.sentences import capital


def by_criterion(s: SelectedDebate) -> list[Block]:
    """A row for each criterion, a column for each option; nothing where the debate has no criteria, or one option."""
    chosen = s.options
    cells = [cell for cell in s.analysis.criteria if cell.option in chosen]
    if not cells or len(chosen) < 2:
        return []
    rows = [cells[at : at + len(chosen)] for at in range(0, len(cells), len(chosen))]
    head = ("Criterion", *(capital(s.name(option.id)) for option in chosen))
    table = Table("The options by each criterion", head, tuple(_row(s, row) for row in rows))
    return [on_its_side(table, "Option")]


def _row(s: SelectedDebate, cells: list[Cell]) -> Row:
    criterion = cells[0].criterion
    asked = f": {criterion.question}" if criterion.question else ""
    return Row((line(f"{criterion.name}{asked}"), *(_cell(s, cell) for cell in cells)))


def _cell(s: SelectedDebate, cell: Cell) -> Line:
    said = [
        f"{way}: {number_by_force(s.ev, judged(s, found))}"
        for way, found in (("For", cell.pros), ("Against", cell.cons))
        if found
    ]
    return line(". ".join(said) or "–")


def judged(s: SelectedDebate, judgements: Iterable[Judgement]) -> list[Step]:
    """The arguments that speak by a criterion."""
    return [step for each in judgements if not isinstance(step := s.debate.statements[each.step], Claim)]
