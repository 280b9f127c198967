"""The overview of a debate as a matrix: what each position says to each resolution, and its weightiest argument.

A resolution that is argued in one position only has no column of its own as long as others do: it goes below.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from argmap.documents.lines import phrase, sentence
from argmap.evaluation.evaluated import Evaluation
from argmap.evaluation.force import force
from argmap.evaluation.framework import Label
from argmap.evaluation.weight import standing_order
from argmap.maps.captions import panel_note, tooltip
from argmap.maps.position_branches import map_of
from argmap.maps.scale import Scale, SideCounts, pile, side_for, tally
from argmap.maps.scene import Links
from argmap.maps.views import View, selected
from argmap.model import Claim, Debate, Position, Rebuttal, Statement, Step, Support
from argmap.prose.standing import number_by_force
from argmap.wording.sentences import capital


@dataclass(frozen=True)
class Entry:
    """What a position says for a resolution, or against it."""

    id: str
    """Its weightiest argument."""
    words: str
    tooltip: str
    href: str | None
    force: Label
    side: int
    pile: SideCounts
    told: str
    """The numbers in words."""


@dataclass(frozen=True)
class Column:
    """A resolution as the head of a column."""

    id: str
    words: str
    tooltip: str
    href: str | None
    label: Label
    tally: Scale


@dataclass(frozen=True)
class Row:
    """A position, and what it says to each resolution, by id: first for it, then against it."""

    position: str
    name: str
    note: str
    """Its kind and the number of its statements."""
    size: str
    """That number alone."""
    tooltip: str
    href: str | None
    speaks_to: frozenset[str]
    """The resolutions about which it says anything, be it in the view or not."""
    cells: Mapping[str, tuple[Entry, ...]]


@dataclass(frozen=True)
class Matrix:
    """An overview before anyone knows where it goes."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    others: tuple[tuple[Column, Row | None], ...]
    """The resolutions without a column, each with the position that argues it."""
    silent: tuple[Row, ...]
    """The positions that say nothing to a resolution."""


def matrix(evaluation: Evaluation, view: View, links: Links) -> Matrix:
    """The overview as a matrix, of what the view selects."""
    reader = _Reader(evaluation, view, links)
    rows = [reader.row(position) for position in evaluation.debate.positions if position.arguments]
    columns = [reader.column(claim) for claim in evaluation.debate.resolutions]
    argued = Counter(id for row in rows for id in row.speaks_to)
    shared = {column.id for column in columns if argued[column.id] > 1} or {column.id for column in columns}
    where = {id: row for row in rows for id in row.speaks_to}
    others = tuple((column, where.get(column.id)) for column in columns if column.id not in shared)
    return Matrix(
        tuple(column for column in columns if column.id in shared),
        tuple(row for row in rows if shared & set(row.cells)),
        others,
        tuple(row for row in rows if not row.speaks_to),
    )


class _Reader:
    """Reads a debate; holds what every part of it needs."""

    def __init__(self, evaluation: Evaluation, view: View, links: Links) -> None:
        self.evaluation, self.debate, self.links = evaluation, evaluation.debate, links
        self.kept = frozenset(selected(evaluation, view))

    def column(self, claim: Claim) -> Column:
        """A resolution with its scale."""
        words = capital(phrase(claim.short or claim.tag or claim.text))
        label = self.evaluation.label(claim.id)
        told = tooltip(self.evaluation, claim)
        return Column(claim.id, words, told, self.links.href(claim.id), label, self.evaluation.once(tally, claim.id))

    def row(self, position: Position) -> Row:
        """A position with all its cells that are not empty."""
        size = f"{len(position.arguments):,}"
        found: dict[str, list[Step]] = {}
        for step in position.arguments:
            if not isinstance(step, Claim) and step.of in self.debate.resolution_ids:
                found.setdefault(step.of, []).append(step)
        shown = {id: [step for step in steps if step.id in self.kept] for id, steps in found.items()}
        return Row(
            position.id, position.name, " · ".join(filter(None, (position.kind, size))), size,
            f"{position.name}\n{panel_note(self.evaluation, position)}", self.links.map_href(position.id),
            frozenset(found), {id: tuple(self._entries(position, id, steps)) for id, steps in shown.items() if steps},
        )  # fmt: skip

    def _entries(self, position: Position, resolution: str, steps: Sequence[Step]) -> Iterator[Entry]:
        """What a position says for a resolution, then what it says against it."""
        side = side_for(self.evaluation, resolution)
        for word, kind, of in (("for", Support, side), ("against", Rebuttal, -side)):
            if these := [step for step in steps if isinstance(step, kind)]:
                yield self._entry(these, f"{position.name}, {word} it", of)

    def _entry(self, steps: Sequence[Step], where: str, side: int) -> Entry:
        best = min(steps, key=self._rank)  # of several alike the first in the files
        home = self.links.on_map(map_of(self.evaluation, best.id), best.id)
        return Entry(
            best.id, in_few_words(self.debate, best), tooltip(self.evaluation, best),
            home, force(self.evaluation, best.id).label,
            side, pile(self.evaluation, steps),
            f"{where}: {number_by_force(self.evaluation, steps)}",
        )  # fmt: skip

    def _rank(self, step: Step) -> tuple[object, ...]:
        """By force, then what is in the core, then as briefs weigh."""
        *standing, weight = standing_order(self.evaluation, step)
        return (*standing, step.id not in self.debate.core, weight)


def in_few_words(debate: Debate, statement: Statement) -> str:
    """A statement in a few words where it has them, else its text; of a bare step what its premises say, each once."""
    waiting, seen, found = [statement.id], set[str](), list[str]()
    while waiting:
        id = waiting.pop()
        if id in seen or id not in debate.statements:
            continue
        seen.add(id)
        each = debate.statements[id]
        if own := each.tag or each.text:
            found.append(sentence(own))
        elif not isinstance(each, Claim):
            waiting += reversed(each.premise_ids)
    return " And: ".join(found) or statement.id
