"""`argmap check`: every fault of the debates, with its place and what to do."""

from __future__ import annotations

import datetime
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from argmap.cli.options.choices import OneOf
from argmap.cli.options.option_types import (
    LEVELS,
    complete_rule,
    debates_argument,
    ending_option,
    fail_on_option,
    out_option,
    quiet_option,
)
from argmap.cli.options.written_files import write_result

if TYPE_CHECKING:
    from argmap.cli.ci.narrowing import Narrowing, News
    from argmap.cli.debates.checked_debates import Chosen
    from argmap.cli.debates.workspace import Workspace
    from argmap.cli.printing.report import Checked
    from argmap.cli.settings.config import Config
    from argmap.model.diagnostics import Severity

FORMATS = ("text", "json", "github", "sarif", "gitlab", "junit")


@click.command()
@debates_argument
@ending_option(FORMATS, "text")
@out_option
@click.option(
    "--select", multiple=True, metavar="RULE", shell_complete=complete_rule,
    help="Only these rules, or faults of files such as yaml-syntax; 'source' means every source-… rule.",
)  # fmt: skip
@click.option(
    "--ignore", multiple=True, metavar="RULE", shell_complete=complete_rule, help="All but these rules and faults."
)
@click.option("--severity", type=OneOf(LEVELS), help="Leave out findings below this severity. [default: info]")
@fail_on_option
@click.option(
    "--changed-since", "since", metavar="REV",
    help="Only findings that were not there at the merge base of HEAD and REV.",
)  # fmt: skip
@click.option(
    "--baseline", metavar="FILE",
    help="Ignore the findings listed in this file; only new ones fail. [default: from the settings]",
)  # fmt: skip
@click.option("--update-baseline", "update", is_flag=True, help="Write the current findings into the baseline.")
@click.option("--fix", is_flag=True, help="Mend the findings marked [*]; change nothing else.")
@click.option("--diff", is_flag=True, help="With --fix: show the changes without writing them.")
@click.option("-v", "--verbose", is_flag=True, help="Show the line of every finding.")
@quiet_option
@click.pass_context
def command(
    ctx: click.Context, debates: tuple[str, ...], form: str, out: str, select: tuple[str, ...],
    ignore: tuple[str, ...], severity: str | None, fail_on: str | None, since: str | None, baseline: str | None,
    update: bool, fix: bool, diff: bool, verbose: bool, quiet: bool,
) -> None:  # fmt: skip
    """Check debates: the files, the references in them, and the argument.

    Findings go to standard output, errors first. 'argmap rule NAME' explains one. Accept one in place with
    'ignore: [{rule: NAME, reason: …}]' in the file.

    Findings that --select, --ignore or --severity leaves out do not set exit code 1. Faults of the files are always
    shown, unless --select names one, such as yaml-syntax: then only the named ones are.

    A baseline lists findings by debate, rule and place in the argument. Start one with '--baseline FILE
    --update-baseline'; entries that no longer occur are named, and the same command takes them out.

    --changed-since takes settings and baseline from there, so that a change does not loosen its own check.

    --fix mends the findings marked [*]; 'argmap rule NAME' says how, under Fix.
    """
    from argmap.cli.debates.checked_debates import Chosen, check_folder, placed
    from argmap.cli.debates.workspace import Workspace
    from argmap.model.diagnostics import Severity

    started, workspace = time.perf_counter(), Workspace.here()
    config, narrowing = _terms(workspace, since, baseline, update, Severity(severity or "info"))
    limit = _limit(severity, fail_on, config.fail_on)
    chosen, folders, today = Chosen.by(config, select, ignore), workspace.find(debates), datetime.date.today()
    if fix or diff:
        _mend(ctx, folders, chosen, today, fix=fix, diff=diff, quiet=quiet)
    every = [check_folder(folder, chosen, today) for folder in folders]
    if narrowing.baseline or form not in ("text", "json"):
        every = [placed(checked, folder) for checked, folder in zip(every, folders, strict=True)]
    every = narrowing.apply(every, folders, _news(chosen, today))
    write_result(_written(every, form, limit, verbose), out)
    _close(every, narrowing.notes, None if quiet else time.perf_counter() - started, form != "text" or out != "-")
    ctx.exit(int(any(d.severity.rank <= limit.rank for checked in every for d in checked.diagnostics)))


def _terms(
    workspace: Workspace, since: str | None, baseline: str | None, update: bool, least: Severity
) -> tuple[Config, Narrowing]:
    """The settings and the baseline that apply: since a revision those of there, so that a change does not loosen its
    own check; what it does to them is a note."""
    from argmap.cli.ci.narrowing import Narrowing

    if since is None or update:
        return workspace.config, Narrowing(since, Path(baseline) if baseline else workspace.baseline, update, least)
    from argmap.cli.comparing.review_settings import OF_CHECK, settings_since, settings_told, text_in

    config, base = settings_since(since, workspace)
    path = Path(baseline) if baseline else workspace.under(config).baseline
    known = text_in(base, path) if path and base else None
    told = settings_told(config, workspace.config, base.name, OF_CHECK) if base else ()
    return config, Narrowing(since, path, update, least, [*told], known)


def _news(chosen: Chosen, today: datetime.date) -> News:
    """What tells new findings from old ones; git is asked only where somebody asks for it."""

    def news(checked: Checked, folder: Path, since: str) -> Checked:
        from argmap.cli.ci.changed import only_new

        return only_new(checked, folder, since, chosen, today)

    return news


def _limit(severity: str | None, fail_on: str | None, settled: str) -> Severity:
    """The lowest severity that sets exit code 1. Raises a usage error where the options leave out what fails here."""
    from argmap.model.diagnostics import Severity

    if severity and fail_on and Severity(severity).rank < Severity(fail_on).rank:
        raise click.UsageError(
            f"--severity {severity} leaves out what --fail-on {fail_on} looks for: write --severity {fail_on}."
        )
    return Severity(fail_on or settled)


def _close(every: list[Checked], notes: list[str], seconds: float | None, err: bool) -> None:
    """Say what was read and found, unless `seconds` is None; that errors are left out is always said."""
    from argmap.cli.printing.report import summary
    from argmap.wording.counts import counted

    if seconds is not None:
        click.echo("\n".join([*notes, summary(every, seconds), *_waiting(every)]), err=err)
    if left_out := sum(checked.left_out for checked in every):
        click.echo(f"note: --select or --ignore leaves out {counted(left_out, 'error')} of the files.", err=True)


def _waiting(every: list[Checked]) -> list[str]:
    """The note about rules that have not looked at all of a debate."""
    waiting = sum(bool(checked.waiting) for checked in every)
    those = "the debate" if len(every) == 1 else f"{waiting} of the debates"
    return [f"note: not every rule has looked at {those}: some wait until the errors are mended."] * bool(waiting)


def _mend(
    ctx: click.Context, folders: list[Path], chosen: Chosen, today: datetime.date, *, fix: bool, diff: bool, quiet: bool
) -> None:
    """Mend what can be mended; with --diff only show it, and end there."""
    from argmap.cli.debates.fixing import mend

    if not fix:
        raise click.UsageError("--diff shows what --fix would change: give both.")
    found = mend(folders, chosen, today, show=diff, quiet=quiet)
    if diff:
        ctx.exit(int(found))


def _written(every: list[Checked], form: str, limit: Severity, verbose: bool) -> str:
    match form:
        case "json":
            from argmap.cli.printing.report import as_json

            return as_json(every)
        case "github":
            from argmap.cli.ci.formats.github import as_github

            return as_github(every)
        case "gitlab":
            from argmap.cli.ci.formats.gitlab import as_gitlab

            return as_gitlab(every)
        case "junit":
            from argmap.cli.ci.formats.junit import as_junit

            return as_junit(every, limit)
        case "sarif":
            from argmap.cli.ci.formats.sarif import as_sarif, cut

            if left_out := cut(every):
                click.echo(f"Left out the {left_out:,} least severe findings: code scanning keeps no more.", err=True)
            return as_sarif(every)
    return _for_people(every, verbose)


def _for_people(every: list[Checked], verbose: bool) -> str:
    from argmap.cli.printing.findings_text import as_text
    from argmap.cli.printing.terminal import terminal_width, wants_colour

    return as_text(every, colour=wants_colour(sys.stdout), width=terminal_width(), whole=verbose)
