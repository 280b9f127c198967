"""`argmap check`: every fault of the debates, with its place and what to do."""

from __future__ import annotations

import datetime
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from argmap.cli.options import debates_argument, ending_option, out_option, quiet_option
from argmap.cli.writing import write_result

if TYPE_CHECKING:
    from argmap.cli.checking import Chosen
    from argmap.cli.report import Checked
    from argmap.diagnostics import Severity

FORMATS = ("text", "json", "github", "sarif", "gitlab", "junit")


@click.command(short_help="Report every fault of a debate, with its place and what to do.")
@debates_argument
@ending_option(FORMATS, "text")
@out_option
@click.option(
    "--select", multiple=True, metavar="RULE", help="Run these rules only; 'source' means every source-… rule."
)
@click.option("--ignore", multiple=True, metavar="RULE", help="Do not run these rules.")
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "info"]),
    help="The least that makes exit code 1. [default: error]",
)
@click.option(
    "--changed-since", "since", metavar="REV",
    help="Only findings that touch what differs from the commit at which HEAD and REV parted.",
)  # fmt: skip
@click.option(
    "--baseline", metavar="FILE",
    help="Pass over the findings that this file lists; new ones fail. [default: that of the settings]",
)  # fmt: skip
@click.option("--update-baseline", "update", is_flag=True, help="Write what is found now into the baseline.")
@click.option("--fix", is_flag=True, help="First mend what is marked [*], by edits that leave all else as it is.")
@click.option("--diff", is_flag=True, help="With --fix: write nothing, show what would change.")
@quiet_option
@click.pass_context
def command(
    ctx: click.Context, debates: tuple[str, ...], form: str, out: str, select: tuple[str, ...],
    ignore: tuple[str, ...], fail_on: str | None, since: str | None, baseline: str | None, update: bool, fix: bool,
    diff: bool, quiet: bool,
) -> None:  # fmt: skip
    """Check debates: the files, the references in them, and the argument.

    Findings go to standard output. 'argmap rule NAME' explains one. Accept one in place with
    'ignore: [{rule: NAME, reason: …}]' in the file.

    A baseline lists findings by debate, rule and place in the argument. Start one with '--baseline FILE
    --update-baseline'; entries that no longer occur are named, and the same command takes them out.

    Findings with [*] can be mended by --fix: 'argmap rule NAME' says how, under Fix.
    """
    from argmap.cli.checking import Chosen, check_folder, placed
    from argmap.cli.narrowing import Narrowing
    from argmap.cli.report import summary
    from argmap.cli.workspace import Workspace
    from argmap.diagnostics import Severity

    started = time.perf_counter()
    workspace = Workspace.here()
    settled = workspace.root / workspace.config.baseline if workspace.config.baseline else None
    narrowing = Narrowing(since, Path(baseline) if baseline else settled, update)
    chosen, folders = Chosen.by(workspace, select, ignore), workspace.find(debates)
    today = datetime.date.today()
    if fix or diff:
        _mend(ctx, folders, chosen, today, fix=fix, diff=diff, quiet=quiet)
    every = [check_folder(folder, chosen, today) for folder in folders]
    if narrowing.baseline or form not in ("text", "json"):
        every = [placed(checked, folder) for checked, folder in zip(every, folders, strict=True)]
    every = narrowing.apply(every, folders)
    limit = Severity(fail_on or workspace.config.fail_on)
    write_result(_written(every, form, limit), out)
    if not quiet:
        lines = [*narrowing.notes, summary(every, time.perf_counter() - started)]
        click.echo("\n".join(lines), err=form != "text" or out != "-")
    ctx.exit(int(any(d.severity.rank <= limit.rank for checked in every for d in checked.diagnostics)))


def _mend(
    ctx: click.Context, folders: list[Path], chosen: Chosen, today: datetime.date, *, fix: bool, diff: bool, quiet: bool
) -> None:
    """Mend what can be mended; with --diff only show it, and end there."""
    from argmap.cli.fixing import mend

    if not fix:
        raise click.UsageError("--diff shows what --fix would change: give both.")
    found = mend(folders, chosen, today, show=diff, quiet=quiet)
    if diff:
        ctx.exit(int(found))


def _written(every: list[Checked], form: str, limit: Severity) -> str:
    match form:
        case "json":
            from argmap.cli.report import as_json

            return as_json(every)
        case "github":
            from argmap.cli.reports.github import as_github

            return as_github(every)
        case "gitlab":
            from argmap.cli.reports.gitlab import as_gitlab

            return as_gitlab(every)
        case "junit":
            from argmap.cli.reports.junit import as_junit

            return as_junit(every, limit)
        case "sarif":
            from argmap.cli.reports.sarif import as_sarif, cut

            if left_out := cut(every):
                click.echo(
                    f"{left_out:,} findings that weigh least are left out: code scanning keeps no more.", err=True
                )
            return as_sarif(every)
    return _for_people(every)


def _for_people(every: list[Checked]) -> str:
    from argmap.cli.checking import terminal_width, wants_colour
    from argmap.cli.report import as_text

    colour = wants_colour(sys.stdout)
    return "".join(as_text(checked, colour=colour, width=terminal_width()) for checked in every)
