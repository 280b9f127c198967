"""`argmap check`: every fault of the debates, with its place and what to do."""

from __future__ import annotations

import datetime
import sys
import time
from typing import TYPE_CHECKING

import click

from argmap.cli.options import debates_argument, format_option, out_option, quiet_option
from argmap.cli.writing import write_result

if TYPE_CHECKING:
    from argmap.cli.report import Checked

FORMATS = ("text", "json", "github")


@click.command(short_help="Report every fault of a debate, with its place and what to do.")
@debates_argument
@format_option(FORMATS, "text")
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
@quiet_option
@click.pass_context
def command(
    ctx: click.Context, debates: tuple[str, ...], form: str, out: str, select: tuple[str, ...],
    ignore: tuple[str, ...], fail_on: str | None, quiet: bool,
) -> None:  # fmt: skip
    """Check debates: the files, the references in them, and the argument.

    Findings go to standard output. 'argmap rule NAME' explains one. Accept one in place with
    'ignore: [{rule: NAME, reason: …}]' in the file.
    """
    from argmap.cli.checking import Chosen, check_folder
    from argmap.cli.report import summary
    from argmap.cli.workspace import Workspace
    from argmap.diagnostics import Severity

    started = time.perf_counter()
    workspace = Workspace.here()
    chosen = Chosen.by(workspace, select, ignore)
    today = datetime.date.today()
    every = [check_folder(folder, chosen, today) for folder in workspace.find(debates)]
    write_result(_written(every, form), out)
    if not quiet:
        click.echo(summary(every, time.perf_counter() - started), err=form != "text" or out != "-")
    limit = Severity(fail_on or workspace.config.fail_on).rank
    ctx.exit(int(any(d.severity.rank <= limit for checked in every for d in checked.diagnostics)))


def _written(every: list[Checked], form: str) -> str:
    from argmap.cli.checking import terminal_width, wants_colour
    from argmap.cli.report import as_github, as_json, as_text

    if form == "json":
        return as_json(every)
    if form == "github":
        return "".join(as_github(checked) for checked in every)
    colour = wants_colour(sys.stdout)
    return "".join(as_text(checked, colour=colour, width=terminal_width()) for checked in every)
