"""`argmap critical [RESOLUTION]`: the least that has to be refuted for a resolution to turn."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING

import click

from argmap.cli.commands.explain import complete_statement, evaluation_with
from argmap.cli.options import debate_option, format_option, out_option
from argmap.cli.writing import write_result

if TYPE_CHECKING:
    from argmap.evaluation import Evaluation

EXIT_OUT_OF_TIME = 3


@click.command(short_help="Find the least that has to be refuted for a resolution to turn.")
@click.argument("resolution", required=False, shell_complete=complete_statement)
@debate_option
@click.option("--size", type=click.IntRange(1, 6), default=3, show_default=True, help="The largest sets looked for.")
@click.option(
    "--limit", type=click.IntRange(1), default=10, show_default=True, help="How many sets to show for one outcome."
)
@click.option(
    "--timeout", type=click.FloatRange(min=0, min_open=True), default=60.0, show_default=True, metavar="SECONDS",
    help="Give up after so long.",
)  # fmt: skip
@format_option(("text", "json"), "text")
@out_option
@click.pass_context
def command(
    ctx: click.Context, resolution: str | None, debate: str | None, size: int, limit: int, timeout: float, form: str,
    out: str,
) -> None:  # fmt: skip
    """Find the smallest sets of statements that would make RESOLUTION (or any statement; without one, every
    resolution) stand, fall or undecided if all of them were refuted, the most weakly supported first; and the
    unanswered rebuttals to answer. Exit code 3 when the time given is over before all sets were tried.
    """
    from argmap.cli.checking import terminal_width
    from argmap.critical import turning
    from argmap.semantics.critical import to_json, to_text, unsearched

    ev = evaluation_with(resolution, debate) if resolution else _the_one(debate)
    ids = [resolution] if resolution else [claim.id for claim in ev.debate.resolutions]
    if resolution and resolution not in ev.labelling.labels:
        raise click.UsageError(f"{resolution} is a bare step: it says nothing that could stand or fall.")
    end = time.monotonic() + timeout
    found = [turning(ev, id, size, lambda: end - time.monotonic()) for id in ids]
    if form == "json":
        data = to_json(found[0]) if resolution else {each.resolution: to_json(each) for each in found}
        write_result(json.dumps(data, indent=2, ensure_ascii=False) + "\n", out)
    else:
        write_result("\n".join(to_text(ev, each, limit, terminal_width()) for each in found), out)
    late = [said for each in found if (said := unsearched(each))]
    for said in late:
        click.echo(f"The time ({timeout:g} s) was over: {said}.", err=True)
    if late:
        ctx.exit(EXIT_OUT_OF_TIME)


def _the_one(debate: str | None) -> Evaluation:
    from argmap.cli.checking import evaluate_or_stop
    from argmap.cli.workspace import Workspace

    return evaluate_or_stop(Workspace.here().find_one(debate))
