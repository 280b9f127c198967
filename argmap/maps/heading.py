"""The words above a map: what it shows, as of when, and how the resolutions stand."""

from __future__ import annotations

from dataclasses import dataclass

from argmap.evaluation.evaluated import Evaluation
from argmap.evaluation.framework import Label
from argmap.maps.drawcard import text
from argmap.maps.measure import width, wrap
from argmap.maps.theme import Theme
from argmap.maps.views import View
from argmap.model.values import size_told
from argmap.prose.standing import stands
from argmap.wording.calendar_words import long_date
from argmap.wording.counts import counted
from argmap.wording.sentences import capital

_TITLE, _SUB = 22.0, 13.5
_LEAST = 560.0


@dataclass(frozen=True)
class Heading:
    """Title, a line on what the map shows, a line on how things stand, and notes of the drawing itself."""

    title: str
    subject: str
    standing: str
    notes: tuple[str, ...] = ()

    @property
    def description(self) -> str:
        """All but the title, for a reader who hears the map."""
        return " ".join(f"{line.rstrip('.')}." for line in (self.subject, self.standing, *self.notes) if line)

    @property
    def least_width(self) -> float:
        """So that a map of one card still has room for its title."""
        return max(_LEAST, min(width(self.title, _TITLE, bold=True), 900.0))

    def draw(self, x: float, y: float, room: float, theme: Theme) -> tuple[float, str]:
        """Where the map may begin, and the markup."""
        parts = []
        for row in wrap(self.title, room, _TITLE, bold=True):
            parts.append(text(row, x, y + _TITLE - 2, _TITLE, theme.ink, bold=True))
            y += 28
        for line in (self.subject, self.standing, *self.notes):
            for row in wrap(line, room, _SUB):
                parts.append(text(row, x, y + _SUB + 1, _SUB, theme.quiet))
                y += 19
        return y + 22, "".join(parts)


def heading(evaluation: Evaluation, view: View, notes: tuple[str, ...]) -> Heading:
    """The words above a view."""
    debate = evaluation.debate
    as_of = f"as of {long_date(debate.as_of)}" if debate.as_of else ""
    sides = " · ".join(f"{word}: {what}" for word, what in debate.sides.items())
    subject = " · ".join(part for part in (_subject(evaluation, view), as_of, sides) if part)
    return Heading(debate.title, subject, _standing(evaluation), notes)


def _subject(evaluation: Evaluation, view: View) -> str:
    debate = evaluation.debate
    if view.kind == "position":
        position = next(p for p in debate.positions if p.id == view.position)
        found = f"Position: {position.name}"
    elif view.kind == "focus":
        found = f"Around {view.focus}, {view.depth} step{'' if view.depth == 1 else 's'} far"
    elif view.kind == "changes":
        found = view.subject
    elif view.kind == "dispute":
        found = view.subject or f"Why {view.focus} {stands(evaluation.label(view.focus or ''))}"
    elif view.kind == "core":
        found = f"The core: {len(debate.core)} of {counted(len(debate.statements), 'statement')}"
    elif view.kind in ("overview", "tree"):
        found = f"Overview of {size_told(len(debate.statements), debate.bare_steps, len(debate.positions))}"
    else:
        found = size_told(len(debate.statements), debate.bare_steps, len(debate.positions))
    kept = [f"only {view.side}"] if view.side else []
    kept += [f"only what {stands(view.label)}"] if view.label else []
    return ", ".join([found, *kept])


def _standing(evaluation: Evaluation) -> str:
    """Which resolutions stand; and how strengths were measured, where these were asked for."""
    strengths = evaluation.strengths
    ids = [claim.id for claim in evaluation.debate.resolutions]
    groups = {label: [id for id in ids if evaluation.label(id) is label] for label in Label}
    found = [f"{capital(stands(label).badge)}: {', '.join(group)}" for label, group in groups.items() if group]
    how = [f"strengths from 0 to 1 by {strengths.title}"] if strengths else []
    return " · ".join([*found, *how])
