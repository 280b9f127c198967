"""Diagnostics for people: the worst first, and what is alike together with its advice said once.

Pure: texts in, text out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import click

from argmap.cli.printing.excerpt import columns, excerpt, shortened
from argmap.cli.printing.report import Checked
from argmap.cli.printing.terminal import printable
from argmap.model.diagnostics import Diagnostic, Severity, Span

COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}
IN_FULL = 3
"""How many findings of a group are shown with their line; of the others the place is listed."""
VALUE = 32
"""The most columns of what stands at a listed place that are shown."""


class _Found(NamedTuple):
    """A diagnostic, and the debate in which it was found."""

    checked: Checked
    diagnostic: Diagnostic

    @property
    def place(self) -> str:
        """File, line and column as a terminal makes a link of them."""
        return _place(self.checked, self.diagnostic.span)


Group = list[_Found]
"""Findings of one rule with one advice, in reading order."""


def as_text(every: Iterable[Checked], *, colour: bool = False, width: int = 120, whole: bool = False) -> str:
    """Place, severity and rule, the line, the message at a caret, and what to do; empty where all is well.

    Errors come first, then warnings. Findings of one rule that have the same advice are a group: the first `IN_FULL`
    are shown with their line (with `whole` all are), the others are listed, and the advice ends the group.
    """
    lines = (line for group in _groups(every) for line in _told(group, colour, width, whole))
    return "".join(f"{line}\n" for line in lines)


def _groups(every: Iterable[Checked]) -> list[Group]:
    """The groups by severity, those of one rule together, else in the order in which their first is read."""
    groups: dict[tuple[str, str | None], Group] = {}
    first: dict[str, int] = {}
    for checked in every:
        for one in checked.diagnostics:
            first.setdefault(one.rule, len(first))
            groups.setdefault((f"{one.severity} {one.rule}", one.help), []).append(_Found(checked, one))
    return sorted(groups.values(), key=lambda group: _rank(group[0].diagnostic, first))


def _rank(one: Diagnostic, first: dict[str, int]) -> tuple[int, int]:
    return one.severity.rank, first[one.rule]


def _told(group: Group, colour: bool, width: int, whole: bool) -> Iterator[str]:
    shown = group if whole else group[:IN_FULL]
    for number, found in enumerate(shown):
        yield from [""] * (number > 0)
        yield from _block(found, colour, width)
    if rest := group[len(shown) :]:
        yield from ["", f"{len(rest)} more of {rest[0].diagnostic.rule} ('argmap check -v' shows their lines):"]
        yield from _list(rest)
    yield from _advice(group)
    yield ""


def _block(found: _Found, colour: bool, width: int) -> Iterator[str]:
    checked, diagnostic = found
    shade = COLOURS[diagnostic.severity] if colour else None
    if colour:
        head = f"{click.style(found.place, bold=True)} {click.style(diagnostic.severity, fg=shade)} {diagnostic.rule}"
    else:
        head = f"{found.place} {diagnostic.severity} {diagnostic.rule}"
    yield head + " [*]" * bool(diagnostic.fix)
    yield from excerpt(checked.texts.get(diagnostic.span.file), diagnostic.span, diagnostic.message, width, shade)
    yield from (f"  {_place(checked, note.span)} {printable(note.message)}" for note in diagnostic.notes)


def _list(group: Sequence[_Found]) -> Iterator[str]:
    """A line each: the place, what stands there, and the message; the columns in line."""
    rows = [(found.place, _value(found)) for found in group]
    widest = [max(map(columns, column)) for column in zip(*rows, strict=True)]
    for found, row in zip(group, rows, strict=True):
        cells = [text + " " * (wide - columns(text)) for text, wide in zip(row, widest, strict=True) if wide]
        line = "  ".join(["", *cells, printable(found.diagnostic.message)])
        yield line + " [*]" * bool(found.diagnostic.fix)


def _value(found: _Found) -> str:
    """The beginning of what stands at a place, on one line."""
    span = found.diagnostic.span
    text = found.checked.texts.get(span.file, "")[span.start : span.end]
    return shortened(printable(" ".join(text.split())), VALUE)


def _advice(group: Group) -> Iterator[str]:
    lines = [printable(line) for line in (group[0].diagnostic.help or "").splitlines()]
    if len(group) > 1 and lines:
        lead = f"For all {len(group)}:"
        lines = [f"{lead} {lines[0]}"] if len(lines) == 1 else [lead, *lines]
    yield from (f"  {line}" for line in lines)


def _place(checked: Checked, span: Span) -> str:
    return f"{printable(checked.path(span))}:{span.line}:{span.column}"
