"""The pages of debates as their files are now: for each its page, or the errors that keep argmap from making it."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from argmap.cli.building.links import Places
from argmap.cli.cache.stamps import digest
from argmap.cli.debates.checked_debates import as_checked
from argmap.cli.debates.workspace import Workspace, shown
from argmap.cli.options.strengths import measured
from argmap.cli.printing.findings_text import as_text
from argmap.documents.templates import templates
from argmap.evaluation.evaluated import evaluate
from argmap.files import load_folder
from argmap.living_page import Surroundings, to_page
from argmap.living_page.html_page import policy_digest, script
from argmap.model.diagnostics import Severity
from argmap.wording.counts import counted

if TYPE_CHECKING:
    from argmap.loader import Composed, Loaded

WIDTH = 100
"""Columns of the lines that a page of errors shows."""


@dataclass(frozen=True)
class LivePage:
    """What is shown of a debate: the page, which version it is, and how many errors it has."""

    html: str
    version: str
    errors: int


class LivePages:
    """The pages of some debates, by name. One is made when it is first asked for, and kept until it is renewed."""

    def __init__(self, workspace: Workspace, folders: Mapping[str, Path], quiet: bool) -> None:
        self.folders, self._quiet = folders, quiet
        self._workspace = workspace
        self._made: dict[str, LivePage] = {}
        self._known: dict[Path, Composed] = {folder: {} for folder in folders.values()}
        self._one_at_a_time = threading.Lock()

    def page(self, name: str) -> LivePage:
        """The page of a debate. Raises KeyError where none has that name."""
        with self._one_at_a_time:
            if name not in self._made:
                self._made[name] = self._make(self.folders[name])
            return self._made[name]

    def renew(self, name: str) -> None:
        """Make the page of a debate anew, and say so; or how many errors it has."""
        with self._one_at_a_time:
            page = self._made[name] = self._make(self.folders[name])
        if page.errors or not self._quiet:
            told = counted(page.errors, "error") if page.errors else "shown anew"
            click.echo(f"{shown(self.folders[name])}: {told}", err=True)

    def _make(self, folder: Path) -> LivePage:
        loaded = load_folder(folder, self._known[folder])
        errors = [each for each in loaded.diagnostics if each.severity is Severity.ERROR]
        texts = (part for name, text in sorted(loaded.source_map.texts.items()) for part in (name, text))
        version = digest([*map(repr, errors), *texts])[:16]
        debate = loaded.debate
        if errors or debate is None:
            title = debate.title if debate else folder.name
            told = as_text([as_checked(loaded, folder, errors)], width=WIDTH, whole=True)
            return LivePage(_faults_page(title, told, len(errors), _live(version)), version, len(errors))
        return LivePage(self._debate_page(loaded, folder, _live(version)), version, 0)

    def _debate_page(self, loaded: Loaded, folder: Path, live: str) -> str:
        config = self._workspace.config
        assert loaded.debate is not None  # where there is none there are errors
        places = Places.of(folder, self._workspace, config.link_base, loaded.source_map)
        evaluation = measured(evaluate(loaded.debate), None, config)
        return to_page(evaluation, Surroundings(places.lines, places.base, live=live))


def _live(version: str) -> str:
    """Where the page of that version hears of a later one."""
    return f"events?seen={version}"


def _faults_page(title: str, told: str, errors: int, live: str) -> str:
    template, code = templates("argmap.cli.serving").get_template("faults.html.jinja"), script(("live",))
    return template.render(
        title=title, told=told, errors=errors, live=live, script=code, script_hash=policy_digest(code)
    )
