"""The findings of a debate, as JSON for programs, and their counts. `findings_text` is for people, `ci/formats` for CI.

Pure: texts in, text out. JSON is an object with
- `diagnostics`: a list of objects with `rule`, `severity` (`error`, `warning`, `info`), `message`, `help` (text or
  null), `file`, `line`, `column`, `end_line`, `end_column` (from 1, the end after the last character), `at` (the
  address in the model, a list of keys and numbers), `fixable` (whether `--fix` mends it) and `notes` (a list of
  places with a `message` of their own);
- `summary`: the numbers of `debates`, `statements`, `bare_steps` (those of the statements that are steps without words
  of their own), `positions`, `sources`, `error`, `warning`, `info` and `fixable`.
These keys stay; new ones may come.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, NamedTuple

from argmap.cli.printing.terminal import json_text
from argmap.model.diagnostics import Diagnostic, Severity, SourceMap, Span
from argmap.wording.counts import counted
from argmap.wording.sentences import capital


class Checked(NamedTuple):
    """One debate after the check: what was found, and what is needed to show it."""

    diagnostics: Sequence[Diagnostic] = ()
    prefix: str = ""
    """The path of the debate's folder as the user would type it; a diagnostic's file is relative to it."""
    texts: Mapping[str, str] = MappingProxyType({})
    statements: int = 0
    positions: int = 0
    sources: int = 0
    source_map: SourceMap = SourceMap()
    bare_steps: int = 0
    home: str | None = None
    """The path of the debate's folder from the root of the repository, `.` for the root; None where none is known."""
    ran: frozenset[str] = frozenset()
    """The rules that have looked at it."""
    waiting: frozenset[str] = frozenset()
    """The rules that wait until errors in the files are repaired."""
    unasked: frozenset[str] = frozenset()
    """The faults of files that were not asked for."""
    left_out: int = 0
    """How many errors of the files were found that were not asked for."""

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


def as_json(every: Iterable[Checked]) -> str:
    """For programs: one object for all debates, in the form that this module's docstring gives."""
    every = list(every)
    found = [_record(checked, diagnostic) for checked in every for diagnostic in checked.diagnostics]
    totals = _totals(every)
    return json_text({"diagnostics": found, "summary": totals})


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
    from argmap.model.values import size_told  # brings in pydantic

    totals = _totals(every)
    read = size_told(totals["statements"], totals["bare_steps"], totals["positions"])
    read += f", {counted(totals['sources'], 'source')}"
    if totals["debates"] > 1:
        read = f"{counted(totals['debates'], 'debate')}, {read}"
    found = ", ".join(
        counted(totals[severity], severity, severity if severity is Severity.INFO else None)
        for severity in Severity
        if totals[severity]
    )
    time = f" ({seconds:.1f} s)" if seconds is not None else ""
    mended = f" {totals['fixable']} can be mended with --fix [*]." if totals["fixable"] else ""
    return f"{capital(read)}: {found or 'nothing to report'}.{mended}{time}"


def _totals(every: Iterable[Checked]) -> dict[str, int]:
    every = list(every)
    severities = Counter(diagnostic.severity for checked in every for diagnostic in checked.diagnostics)
    return {
        "debates": len(every),
        "statements": sum(checked.statements for checked in every),
        "bare_steps": sum(checked.bare_steps for checked in every),
        "positions": sum(checked.positions for checked in every),
        "sources": sum(checked.sources for checked in every),
        **{str(severity): severities[severity] for severity in Severity},
        "fixable": sum(bool(diagnostic.fix) for checked in every for diagnostic in checked.diagnostics),
    }
