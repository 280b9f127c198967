"""How diagnostics are shown: with an excerpt for people, as JSON for programs. `reports/` has the forms of services.

Pure: texts in, text out. JSON is an object with
- `diagnostics`: a list of objects with `rule`, `severity` (`error`, `warning`, `info`), `message`, `help` (text or
  null), `file`, `line`, `column`, `end_line`, `end_column` (from 1, the end behind the last character), `at` (the
  address in the model, a list of keys and numbers), `fixable` (whether `--fix` mends it) and `notes` (a list of
  places with a `message` of their own);
- `summary`: the numbers of `debates`, `statements`, `positions`, `sources`, `error`, `warning`, `info` and `fixable`.
These keys stay; new ones may come.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import click

from argmap.cli.excerpt import excerpt, printable
from argmap.cli.words import count
from argmap.diagnostics import Diagnostic, Severity, SourceMap, Span

COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}


@dataclass(frozen=True)
class Checked:
    """One debate after the check: what was found, and what is needed to show it."""

    diagnostics: Sequence[Diagnostic] = ()
    prefix: str = ""
    """The path of the debate's folder as the user would type it; a diagnostic's file is relative to it."""
    texts: Mapping[str, str] = field(default_factory=dict)
    statements: int = 0
    positions: int = 0
    sources: int = 0
    source_map: SourceMap = field(default_factory=SourceMap)
    home: str | None = None
    """The path of the debate's folder from the root of the repository, `.` for the root; None where none is known."""
    ran: frozenset[str] = frozenset()
    """The rules that have looked at it."""

    @property
    def folder(self) -> str:
        """What the debate is called in reports: its folder from the root of the repository, or as the user types it."""
        return self.prefix if self.home is None else self.home

    def path(self, span: Span) -> str:
        """The file of a place as the user would type it."""
        return _join(self.prefix, span.file)

    def path_in_repository(self, span: Span) -> str:
        """The file of a place from the root of the repository."""
        return _join(self.folder, span.file)


def _join(folder: str, file: str) -> str:
    return f"{folder.rstrip('/')}/{file}" if folder not in ("", ".") else file


def as_text(checked: Checked, *, colour: bool = False, width: int = 120) -> str:
    """For people: place, severity and rule, the line, the message at a caret, what to do. Empty where all is well."""
    return "".join(_block(checked, diagnostic, colour, width) + "\n" for diagnostic in checked.diagnostics)


def _block(checked: Checked, diagnostic: Diagnostic, colour: bool, width: int) -> str:
    span = diagnostic.span
    shade = COLOURS[diagnostic.severity] if colour else None
    place = f"{printable(checked.path(span))}:{span.line}:{span.column}"
    if colour:
        head = f"{click.style(place, bold=True)} {click.style(diagnostic.severity, fg=shade)} {diagnostic.rule}"
    else:
        head = f"{place} {diagnostic.severity} {diagnostic.rule}"
    head += " [*]" * bool(diagnostic.fix)
    lines = [head, *excerpt(checked.texts.get(span.file), span, diagnostic.message, width, shade)]
    lines += [f"  {_where(checked, note.span)} {printable(note.message)}" for note in diagnostic.notes]
    if diagnostic.help:
        lines += [f"  {printable(line)}" for line in diagnostic.help.splitlines()]
    return "\n".join(lines) + "\n"


def _where(checked: Checked, span: Span) -> str:
    return f"{printable(checked.path(span))}:{span.line}:{span.column}"


def as_json(every: Iterable[Checked]) -> str:
    """For programs: one object for all debates, in the form that this module's docstring gives."""
    every = list(every)
    found = [_record(checked, diagnostic) for checked in every for diagnostic in checked.diagnostics]
    totals = _totals(every)
    return json.dumps({"diagnostics": found, "summary": totals}, indent=2, ensure_ascii=False) + "\n"


def _record(checked: Checked, diagnostic: Diagnostic) -> dict[str, Any]:
    return {
        "rule": diagnostic.rule,
        "severity": str(diagnostic.severity),
        "message": diagnostic.message,
        "help": diagnostic.help,
        **_place(checked, diagnostic.span),
        "at": list(diagnostic.at),
        "fixable": bool(diagnostic.fix),
        "notes": [{"message": note.message, **_place(checked, note.span)} for note in diagnostic.notes],
    }


def _place(checked: Checked, span: Span) -> dict[str, Any]:
    return {
        "file": checked.path(span),
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
    }


def summary(every: Iterable[Checked], seconds: float | None = None) -> str:
    """The closing line: what was read, and what was found in it."""
    totals = _totals(every)
    read = f"{count(totals['statements'], 'statement')} in {count(totals['positions'], 'position')}, "
    read += count(totals["sources"], "source")
    if totals["debates"] > 1:
        read = f"{count(totals['debates'], 'debate')}, {read}"
    found = ", ".join(
        count(totals[severity], severity, severity if severity is Severity.INFO else None)
        for severity in Severity
        if totals[severity]
    )
    time = f" ({seconds:.1f} s)" if seconds is not None else ""
    mended = f" {totals['fixable']} can be mended with --fix [*]." if totals["fixable"] else ""
    return f"{read}: {found or 'nothing to report'}.{mended}{time}"


def _totals(every: Iterable[Checked]) -> dict[str, int]:
    every = list(every)
    severities = Counter(diagnostic.severity for checked in every for diagnostic in checked.diagnostics)
    return {
        "debates": len(every),
        "statements": sum(checked.statements for checked in every),
        "positions": sum(checked.positions for checked in every),
        "sources": sum(checked.sources for checked in every),
        **{str(severity): severities[severity] for severity in Severity},
        "fixable": sum(bool(diagnostic.fix) for checked in every for diagnostic in checked.diagnostics),
    }
