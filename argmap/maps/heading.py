"""The words above a map: what it shows, as of when, and how the resolutions stand."""

from __future__ import annotations

from dataclasses import dataclass

from argmap.evaluation.evaluated import Evaluation
from argmap.evaluation.framework import Label
from argmap.maps.captions import panel_note, statement_text
from argmap.maps.chips import quoted
from argmap.maps.markup import linked, text
from argmap.maps.measure import width, wrap
from argmap.maps.theme import Theme
from argmap.maps.views import View, selected
from argmap.model.values import size_told
from argmap.prose.standing import fares, stands
from argmap.wording.calendar_words import long_date
from argmap.wording.counts import counted
from argmap.wording.sentences import capital

_TITLE, _SUB = 22.0, 13.5
_LEAST = 560.0
_BETWEEN = 18.0
_PART = 70
"""How much of the statement at its top is quoted above a part."""


@dataclass(frozen=True)
class Heading:
    """What the map is about, in large letters between the debate and what it shows of it; how things stand, for those
    who do not see the scales; and notes of the drawing itself."""

    title: str
    subject: str
    sides: str
    """Who argues for what, and how strengths were measured, where these were asked for."""
    above: str
    standing: str
    notes: tuple[str, ...] = ()
    around: tuple[tuple[str, str], ...] = ()
    """Names and addresses of the pages around the map."""

    @property
    def told(self) -> str:
        """What is shown of it, in a line."""
        return " · ".join(filter(None, (self.subject, self.sides)))

    @property
    def description(self) -> str:
        """All but the title, for a reader who hears the map."""
        lines = (self.above, self.told, self.standing, *self.notes)
        return " ".join(f"{line.rstrip('.')}." for line in lines if line)

    @property
    def least_width(self) -> float:
        """So that a map of one card still has room for its title."""
        return max(_LEAST, min(width(self.title, _TITLE, bold=True), 900.0))

    def draw(self, x: float, y: float, room: float, theme: Theme) -> tuple[float, str]:
        """Where the map may begin, and the markup."""
        parts = []
        for words, size, ink in (
            (self.above, _SUB, theme.quiet), (self.title, _TITLE, theme.ink),
            *((line, _SUB, theme.quiet) for line in filter(None, (self.told, *self.notes))),
        ):  # fmt: skip
            bold = size == _TITLE
            for row in wrap(words, room, size, bold=bold):
                parts.append(text(row, x, y + size, size, ink, bold=bold))
                y += size * 1.3
        names = [name for name, _ in self.around]
        wide = sum(width(name, _SUB) for name in names) + _BETWEEN * len(names)
        last = wrap((self.told, *self.notes)[-1], room, _SUB)[-1:]
        if names and width("".join(last), _SUB) > room - wide:
            y += _SUB * 1.3
        return y + 16, "".join(parts) + self._links(x + room, y, theme)

    def _links(self, right: float, y: float, theme: Theme) -> str:
        """Links to the pages around the map, at the right end of the last line, or below it if they do not fit."""
        parts = []
        for name, address in reversed(self.around):
            shown = text(name, right, y - _SUB * 0.3, _SUB, theme.pro_ink, anchor="end")
            parts.append(linked(shown, address))
            right -= width(name, _SUB) + _BETWEEN
        return "".join(parts)


def heading(
    evaluation: Evaluation, view: View, notes: tuple[str, ...], around: tuple[tuple[str, str], ...] = ()
) -> Heading:
    """The words above a view: the debate, what is drawn of it, and how things stand."""
    debate = evaluation.debate
    as_of = f"as of {long_date(debate.as_of)}" if debate.as_of else ""
    sides = " · ".join(f"{word}: {what}" for word, what in debate.sides.items())
    title, above, subject = debate.title, "", " · ".join(filter(None, (_subject(evaluation, view), as_of)))
    if view.kind == "position":
        position = next(p for p in debate.positions if p.id == view.position)
        above = " · ".join(filter(None, (debate.title, as_of)))
        title, subject = position.name, panel_note(evaluation, position)
        if view.part:
            subject = panel_note(evaluation, position, selected(evaluation, view))
            subject = f"Branch: {quoted(statement_text(debate, debate.statements[view.part]), _PART)} · {subject}"
    how = f"strengths from 0 to 1 by {evaluation.strengths.title}" if evaluation.strengths else ""
    return Heading(title, subject, " · ".join(filter(None, (sides, how))), above, _standing(evaluation), notes, around)


def _subject(evaluation: Evaluation, view: View) -> str:
    debate = evaluation.debate
    size = size_told(len(debate.statements), debate.bare_steps, len(debate.positions))
    found = {
        "focus": f"Around {view.focus}, {counted(view.depth, 'step')} far",
        "changes": view.subject,
        "dispute": view.subject or f"Why {view.focus} {fares(evaluation, view.focus)}" if view.focus else "",
        "core": f"The core: {len(debate.core)} of {counted(len(debate.statements), 'statement')}",
        "overview": f"Overview of {size}",
        "tree": f"Overview of {size}",
    }.get(view.kind, size)
    kept = [f"only {view.side}"] if view.side else []
    kept += [f"only what {stands(view.label)}"] if view.label else []
    return ", ".join([found, *kept])


def _standing(evaluation: Evaluation) -> str:
    """Which resolutions stand."""
    ids = [claim.id for claim in evaluation.debate.resolutions]
    groups = {label: [id for id in ids if evaluation.label(id) is label] for label in Label}
    return " · ".join(f"{capital(stands(label).badge)}: {', '.join(group)}" for label, group in groups.items() if group)
