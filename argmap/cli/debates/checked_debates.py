"""Reading and checking the debates that a command is about, and stopping where they cannot be used."""

from __future__ import annotations

import datetime
import os
import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from argmap.cli.debates.workspace import Workspace, called, shown
from argmap.cli.printing.findings_text import as_text
from argmap.cli.printing.report import Checked
from argmap.cli.printing.terminal import wants_colour
from argmap.files import load_folder
from argmap.loader import Loaded
from argmap.model.diagnostics import Diagnostic, Gaps, Severity, in_reading_order
from argmap.system.paths import real

if TYPE_CHECKING:
    from argmap.cli.settings.config import Config
    from argmap.evaluation.evaluated import Evaluation
    from argmap.rules import Options

EXIT_FINDINGS = 1


class Chosen(NamedTuple):
    """Which rules run, with what options, and which faults of files are not asked for."""

    rules: frozenset[str]
    options: Options
    unasked: frozenset[str] = frozenset()

    @classmethod
    def by(cls, config: Config, select: Sequence[str], ignore: Sequence[str]) -> Chosen:
        """Those of the command line, else of the settings. Raises a usage error for a name that no rule has."""
        from argmap.loader import FAULTS
        from argmap.rules import Options
        from argmap.rules.selection import UnknownRule, choose

        faults = frozenset(fault.name for fault in FAULTS)
        chosen = choose(tuple(select) or config.select, tuple(ignore) or config.ignore, faults)
        if isinstance(chosen, UnknownRule):
            raise click.UsageError(str(chosen))
        options = Options(quote_words=config.quote_words, stale=config.stale)
        return cls(chosen.rules, options, faults - chosen.faults)

    def asked(self, faults: Iterable[Diagnostic]) -> list[Diagnostic]:
        """The faults of files that are asked for."""
        return [each for each in faults if each.rule not in self.unasked]

    def findings(self, loaded: Loaded, today: datetime.date) -> list[Diagnostic]:
        """The faults of the files that are asked for, and what the rules say of the debate, if there is one."""
        from argmap.evaluation.evaluated import evaluate

        ev = replace(evaluate(loaded.debate), lock=loaded.lock) if loaded.debate else None
        return [*self.asked(loaded.diagnostics), *(self.said_of(ev, loaded, today) if ev else ())]

    def said_of(
        self, ev: Evaluation, loaded: Loaded, today: datetime.date, gaps: Gaps | None = None
    ) -> tuple[Diagnostic, ...]:
        """What the rules say of an evaluated debate, with the gaps of its files, or others."""
        from argmap.rules.runner import run

        gaps = loaded.gaps if gaps is None else gaps
        return run(ev, loaded.source_map, today=today, rules=self.rules, options=self.options, gaps=gaps)


def check_folder(folder: Path, chosen: Chosen, today: datetime.date) -> Checked:
    """Read a debate and run the rules over it."""
    return check_loaded(load_folder(folder), folder, chosen, today)


def check_loaded(loaded: Loaded, folder: Path, chosen: Chosen, today: datetime.date) -> Checked:
    """Run the rules over a debate that was read."""
    from argmap.rules.runner import in_part

    found = chosen.findings(loaded, today)
    left_out = sum(each.severity is Severity.ERROR for each in loaded.diagnostics if each.rule in chosen.unasked)
    ran = chosen.rules - in_part(loaded.gaps) if loaded.debate else frozenset[str]()
    checked = as_checked(loaded, folder, found)
    return checked._replace(ran=ran, waiting=chosen.rules - ran, unasked=chosen.unasked, left_out=left_out)


def as_checked(loaded: Loaded, folder: Path, found: Sequence[Diagnostic]) -> Checked:
    """What the reports need of a debate that was read."""
    debate = loaded.debate
    return Checked(
        diagnostics=in_reading_order(found),
        prefix=shown(folder),
        texts=loaded.source_map.texts,
        statements=len(debate.statements) if debate else 0,
        positions=len(debate.positions) if debate else 0,
        sources=len(debate.sources) if debate else 0,
        bare_steps=debate.bare_steps if debate else 0,
        source_map=loaded.source_map,
    )


def placed(checked: Checked, folder: Path) -> Checked:
    """With its path from the root of the git repository that it lies in, or of the workspace where git has none."""
    from argmap.repository import GitError, Repository

    try:
        home = Repository.around(folder).path_of(folder)
    except GitError:
        inside = os.path.relpath(real(folder), Workspace.around(real(folder)).root)
        home = inside.replace(os.sep, "/")
    return checked._replace(home=home)


def load_or_stop(folder: Path) -> Loaded:
    """Read a debate for a command that needs a sound one: its errors go to standard error, and the exit code is 1."""
    loaded = load_folder(folder)
    if not loaded.ok:
        errors = [d for d in loaded.diagnostics if d.severity is Severity.ERROR]
        click.echo(as_text([as_checked(loaded, folder, errors)], colour=wants_colour(sys.stderr)), nl=False, err=True)
        click.echo(f"{called(folder)} has errors; mend them first ('argmap check' shows everything).", err=True)
        raise click.exceptions.Exit(EXIT_FINDINGS)
    return loaded


def evaluate_or_stop(folder: Path) -> Evaluation:
    """Read and evaluate a debate, as `load_or_stop`."""
    from argmap.evaluation.evaluated import evaluate

    debate = load_or_stop(folder).debate
    assert debate is not None  # load_or_stop has stopped otherwise
    return evaluate(debate)
