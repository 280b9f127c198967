"""How the options do by the criteria of a decision, side by side."""

from __future__ import annotations

from collections.abc import Iterable

from argmap.analysis.criteria import Cell, Judgement
from argmap.briefs.selected_debate import SelectedDebate
from argmap.documents.document import Block, Line, Ref, Row, Table
from argmap.documents.lines import joined, line
from argmap.evaluation.force import Force
from argmap.wording.sentences import capital


def by_criterion(s: SelectedDebate) -> list[Block]:
    """A row for each criterion, a column for each option; nothing where the debate has no criteria, or one option."""
    chosen = s.options
    cells = [cell for cell in s.analysis.criteria if cell.option in chosen]
    if not cells or len(chosen) < 2:
        return []
    rows = [cells[at : at + len(chosen)] for at in range(0, len(cells), len(chosen))]
    head = ("Criterion", *(capital(s.name(option.id)) for option in chosen))
    return [Table("The options by each criterion", head, tuple(_row(s, row) for row in rows))]


def _row(s: SelectedDebate, cells: list[Cell]) -> Row:
    criterion = cells[0].criterion
    asked = f": {criterion.question}" if criterion.question else ""
    return Row((line(f"{criterion.name}{asked}"), *(_cell(s, cell) for cell in cells)))


def _cell(s: SelectedDebate, cell: Cell) -> Line:
    said = [line(f"{way}: ", _told(s, found)) for way, found in (("For", cell.pros), ("Against", cell.cons)) if found]
    return line(joined(said, ". ")) if said else line("Nothing is said")


def _told(s: SelectedDebate, judgements: Iterable[Judgement]) -> Line:
    """Each consideration in a few words with its force, those that count first."""
    ranked = sorted(judgements, key=lambda each: list(Force).index(each.force))
    return joined([line(Ref(s.name(each.id), each.id), f" ({each.force.value})") for each in ranked], "; ")
