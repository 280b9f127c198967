"""Which findings count: those that a baseline does not list, that a change brings, that are severe enough."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import click

from argmap.cli.debates.workspace import shown
from argmap.cli.options.option_types import require_place
from argmap.cli.options.written_files import linkless, replace_file
from argmap.cli.printing.report import Checked
from argmap.model.diagnostics import Severity
from argmap.wording.counts import counted

if TYPE_CHECKING:
    from argmap.cli.ci.baseline import Key

_MOST_GONE = 10

News = Callable[[Checked, Path, str], Checked]
"""What of a debate's findings, in a folder, was not there at a revision. Raises GitError."""


@dataclass(frozen=True)
class Narrowing:
    """What the options of `argmap check` ask for."""

    since: str | None = None
    baseline: Path | None = None
    update: bool = False
    least: Severity = Severity.INFO
    """What weighs less is left out."""
    notes: list[str] = field(default_factory=list)
    """What to tell the user about it."""
    known: bytes | None = None
    """What the baseline says, where it is not what the file says now: what it said at `since`."""

    def __post_init__(self) -> None:
        if self.update and self.baseline is None:
            raise click.UsageError("--update-baseline needs --baseline FILE, or the setting 'baseline'.")
        if self.update and self.since is not None:
            raise click.UsageError("--update-baseline writes every finding; leave --changed-since out.")
        if self.update:
            require_place(str(self.baseline))

    def apply(self, every: Sequence[Checked], folders: Sequence[Path], news: News) -> list[Checked]:
        """The debates with the findings that count. Raises usage errors that say what to do."""
        found = self._beside(every, self.baseline) if self.baseline else list(every)
        found = found if self.since is None else _new_ones(found, folders, self.since, news)
        return self._heavy(found)

    def _heavy(self, every: Sequence[Checked]) -> list[Checked]:
        heavy = [
            checked._replace(diagnostics=[d for d in checked.diagnostics if d.severity.rank <= self.least.rank])
            for checked in every
        ]
        if lighter := sum(len(checked.diagnostics) for checked in every) - sum(len(c.diagnostics) for c in heavy):
            self.notes.append(f"{counted(lighter, 'finding')} left out, by --severity {self.least}.")
        return heavy

    def _beside(self, every: Sequence[Checked], path: Path) -> list[Checked]:
        from argmap.cli.ci.baseline import compare, updated, written

        if self.update:
            linkless(path)
        before = path.read_bytes() if path.is_file() else None
        entries = _entries(path, self.update, self.known)
        if self.update:
            entries = updated(every, entries)
            replace_file(path, before, written(entries).encode())
            self.notes.append(f"{shown(path)}: {counted(len(entries), 'entry', 'entries')}.")
        compared = compare(every, entries)
        self.notes.extend(_gone(compared.gone, path))
        if compared.old:
            self.notes.append(f"{counted(compared.old, 'finding')} left out, by the baseline {shown(path)}.")
        return compared.new


def _new_ones(every: Sequence[Checked], folders: Sequence[Path], since: str, news: News) -> list[Checked]:
    from argmap.repository import GitError

    try:
        return [news(checked, folder, since) for checked, folder in zip(every, folders, strict=True)]
    except GitError as error:
        raise click.UsageError(f"--changed-since {since}: {error}") from error


def _entries(path: Path, update: bool, known: bytes | None) -> dict[Key, int]:
    from argmap.cli.ci.baseline import BaselineError, parse

    if known is None and not path.exists():
        if update:
            return {}
        raise click.UsageError(f"there is no baseline {shown(path)}. Write one with --update-baseline.")
    if known is None and not path.is_file() and str(path) != os.devnull:
        raise click.UsageError(f"the baseline {shown(path)} is not a file.")
    try:
        return parse((path.read_bytes() if known is None else known).decode("utf-8"))
    except (BaselineError, UnicodeDecodeError) as error:
        raise click.UsageError(f"the baseline {shown(path)} cannot be read: {error}") from error


def _gone(gone: Mapping[Key, int], path: Path) -> list[str]:
    if not gone:
        return []
    lines = [f"  {' '.join(key)}" for key in list(gone)[:_MOST_GONE]]
    lines += [f"  and {len(gone) - _MOST_GONE} more"] if len(gone) > _MOST_GONE else []
    entries = f"{len(gone)} entries no longer occur" if len(gone) > 1 else "1 entry no longer occurs"
    return [f"{shown(path)}: {entries}; shrink the baseline with --update-baseline:", *lines]
