"""`argmap critical [RESOLUTION]`: the fewest refutations that change how a resolution stands."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

import click

from argmap.cli.commands.explain import complete_statement
from argmap.cli.options.option_types import debate_option, ending_option, out_option, time_limit_option
from argmap.cli.options.written_files import write_result
from argmap.cli.printing.terminal import json_text

if TYPE_CHECKING:
    from argmap.analysis.critical_sets import Turning
    from argmap.evaluation.evaluated import Evaluation

EXIT_OUT_OF_TIME = 3
FORMATS = ("text", "json")


@click.command()
@click.argument("resolution", required=False, shell_complete=complete_statement)
@debate_option
@click.option("--size", type=click.IntRange(1, 6), default=3, show_default=True, help="The largest size of a set.")
@click.option(
    "--limit", type=click.IntRange(1), default=10, show_default=True, help="How many sets to show for one outcome."
)
@time_limit_option
@ending_option(FORMATS, "text")
@out_option
@click.pass_context
def command(
    ctx: click.Context, resolution: str | None, debate: str | None, size: int, limit: int, timeout: float,
    form: str, out: str,
) -> None:  # fmt: skip
    """Find the smallest sets of statements whose refutation would change how RESOLUTION stands, the most weakly
    supported first, and the unanswered rebuttals to answer. RESOLUTION may be any statement; without it, every
    resolution is examined. Exit code 3 means that time ran out before all sets were tried.
    """
    from argmap.analysis.critical_sets import answered, turning
    from argmap.cli.debates.which_debate import evaluation_with, evaluations, gathered
    from argmap.reports.critical_report import unsearched

    debates = [evaluation_with(resolution, debate)] if resolution else evaluations(debate)
    if resolution and resolution not in debates[0].labelling.labels:
        raise click.UsageError(f"{resolution} is a bare step: it has no words that could stand or be defeated.")
    end = time.monotonic() + timeout

    def left() -> float:
        return end - time.monotonic()

    found = [
        (ev, [answered(ev, turning(ev, id, size, left), left) for id in _ids(ev, resolution)]) for ev in debates
    ]  # fmt: skip
    if form == "json":
        data = gathered([(ev, _data(ev, each, resolution)) for ev, each in found])
        write_result(json_text(data), out)
    else:
        write_result(_text(found, limit), out)
    late = [said for _, every in found for each in every if (said := unsearched(each))]
    for said in late:
        click.echo(f"Time ran out after {timeout:g} s: {said}.", err=True)
    if late:
        ctx.exit(EXIT_OUT_OF_TIME)


def _ids(ev: Evaluation, resolution: str | None) -> list[str]:
    return [resolution] if resolution else [claim.id for claim in ev.debate.resolutions]


def _data(ev: Evaluation, found: list[Turning], resolution: str | None) -> Any:
    from argmap.reports.critical_report import to_json

    return to_json(ev, found[0]) if resolution else {each.resolution: to_json(ev, each) for each in found}


def _text(found: list[tuple[Evaluation, list[Turning]]], limit: int) -> str:
    from argmap.cli.debates.which_debate import titled
    from argmap.cli.printing.terminal import terminal_width
    from argmap.reports.critical_report import to_text

    width = terminal_width()
    return titled([(ev, "\n".join(to_text(ev, each, limit, width) for each in every)) for ev, every in found])
