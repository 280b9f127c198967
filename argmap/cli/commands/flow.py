"""`argmap flow`: flow sheets of a debate."""

from __future__ import annotations

import click

from argmap.cli.options.option_types import core_option, debate_option, ending_option, event_option, out_option
from argmap.cli.options.written_files import write_result

_ENDINGS = {".md": ("md",), ".html": ("html",), ".xlsx": ("xlsx",), ".markdown": ("md",), ".htm": ("html",)}


@click.command()
@click.argument("name", metavar="[DEBATE]", required=False)
@debate_option
@ending_option(lambda: _ENDINGS, "md")
@out_option
@event_option
@click.option("--resolution", metavar="ID", help="Only the part about one resolution.")
@click.option("--position", metavar="ID", help="Only one position.")
@core_option
def command(
    name: str | None, debate: str | None, form: str, out: str, event: str | None, resolution: str | None,
    position: str | None, core: bool,
) -> None:  # fmt: skip
    """Write the debate as flow sheets: a sheet for each position, a column for each speech, each answer one speech
    after what it answers, and the open questions for cross-examination.
    """
    from argmap.briefs import Selection, SelectionError, flow_of
    from argmap.cli.debates.checked_debates import evaluate_or_stop
    from argmap.cli.debates.which_debate import only
    from argmap.cli.debates.workspace import Workspace

    workspace = Workspace.here()
    evaluation = evaluate_or_stop(workspace.find_one(only(name, debate)))
    try:
        content = flow_of(
            evaluation, form, event or workspace.config.event, Selection(None, resolution, position, core)
        )
    except SelectionError as error:
        raise click.UsageError(str(error)) from error
    write_result(content, out)
