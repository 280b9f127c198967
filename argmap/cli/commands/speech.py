"""`argmap speech`: a speech from a list of ids."""

from __future__ import annotations

from pathlib import Path

import click

from argmap.cli.commands.brief import endings, formats
from argmap.cli.options.option_types import debate_option, ending_option, event_option, out_option, wpm_option
from argmap.cli.options.written_files import write_result
from argmap.system.paths import read_given


@click.command()
@click.argument("file", metavar="FILE")
@debate_option
@ending_option(endings, "md")
@out_option
@click.option("--cites", is_flag=True, help="Shorten passages of more than 50 words to their first and last 15.")
@click.option("--highlighted", is_flag=True, help="Shorten passages to what is read aloud.")
@wpm_option
@event_option
def command(
    file: str, debate: str | None, form: str, out: str, cites: bool, highlighted: bool, wpm: int | None,
    event: str | None,
) -> None:  # fmt: skip
    """Write a speech from FILE: an id on each line, in the order in which you read them. A line that begins with # is
    a heading; a line of several words is said as it stands.
    """
    from argmap.briefs import Selection, SelectionError, speech_of
    from argmap.briefs.delivery import Delivery
    from argmap.cli.debates.checked_debates import evaluate_or_stop
    from argmap.cli.debates.workspace import Workspace
    from argmap.cli.input_fault import InputFault
    from argmap.documents.document import UnwritableError

    workspace = Workspace.here()
    text = read_given(Path(file)).decode("utf-8-sig", errors="replace")
    evaluation = evaluate_or_stop(workspace.find_one(debate))
    delivery = Delivery(wpm or workspace.config.wpm, event or workspace.config.event)
    title = Path(file).stem
    try:
        name = formats()[form].NAME
        content = speech_of(evaluation, title, text, name, Selection(delivery=delivery), cites, highlighted)
    except SelectionError as error:
        raise click.UsageError(f"{file}, {error}") from error
    except UnwritableError as error:
        raise InputFault(str(error)) from None
    write_result(content, out)
