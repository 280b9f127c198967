"""`argmap sensitivity [RESOLUTION]`: by how much each piece of evidence moves the strength of a resolution."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from argmap.cli.commands.explain import complete_statement
from argmap.cli.options.option_types import debate_option, ending_option, out_option, strength_option
from argmap.cli.options.written_files import write_result
from argmap.cli.printing.terminal import json_text
from argmap.wording.lists import every_one

if TYPE_CHECKING:
    from argmap.evaluation.evaluated import Evaluation
    from argmap.strength.effect_of_evidence import Sensitivity

FORMATS = ("text", "json", "svg")
EXIT_NOTHING = 1


@click.command()
@click.argument("resolution", required=False, shell_complete=complete_statement)
@debate_option
@strength_option
@click.option(
    "--limit", type=click.IntRange(1), default=20, show_default=True, help="How many pieces of evidence to show."
)
@ending_option(FORMATS, "text")
@out_option
def command(
    resolution: str | None, debate: str | None, strength: str | None, limit: int, form: str, out: str
) -> None:  # fmt: skip
    """Say by how much the strength of RESOLUTION (or any statement; without one, of every resolution) changes without
    a piece of evidence, and with its grade one step down. What moves it most comes first; JSON has every piece.

    With --format svg, or -o NAME.svg, a tornado chart of one resolution; where nothing moves it there is no chart,
    and the exit code is 1.
    """
    from argmap.cli.debates.which_debate import evaluation_with, evaluations

    debates = [evaluation_with(resolution, debate)] if resolution else evaluations(debate)
    if resolution and resolution not in debates[0].labelling.labels:
        raise click.UsageError(f"{resolution} is a bare step: it has no strength of its own.")
    ids = [resolution] if resolution else [claim.id for ev in debates for claim in ev.debate.resolutions]
    if form == "svg" and len(ids) > 1:
        raise click.UsageError(f"a chart shows one resolution: name {every_one(ids)}.")
    found = [(ev, _found(ev, resolution, strength)) for ev in debates]
    write_result(_chart(found[0][1][0], limit) if form == "svg" else _written(found, resolution, form, limit), out)


def _found(ev: Evaluation, resolution: str | None, strength: str | None) -> tuple[Sensitivity, ...]:
    from argmap.cli.debates.workspace import Workspace
    from argmap.evaluation.base_scores import Weights
    from argmap.strength.effect_of_evidence import sensitivity
    from argmap.strength.gradual import DEFAULT

    config = Workspace.here().config
    ids = [resolution] if resolution else [claim.id for claim in ev.debate.resolutions]
    return sensitivity(ev, ids, strength or config.strength or DEFAULT, Weights(config.weights))


def _written(
    found: list[tuple[Evaluation, tuple[Sensitivity, ...]]], resolution: str | None, form: str, limit: int
) -> str:
    from argmap.cli.debates.which_debate import gathered, titled
    from argmap.strength.effect_of_evidence import to_json, to_text

    if form == "text":
        return titled([(ev, "\n".join(to_text(each, limit) for each in every)) for ev, every in found])
    data: list[tuple[Evaluation, Any]] = [
        (ev, to_json(every[0]) if resolution else {each.resolution: to_json(each) for each in every})
        for ev, every in found
    ]
    return json_text(gathered(data))


def _chart(found: Sensitivity, limit: int) -> str:
    """The tornado chart; where there is nothing to draw that is said, and the command ends."""
    from argmap.reports.tornado import Undrawable, tornado

    try:
        return tornado(found, limit)
    except Undrawable as nothing:
        click.echo(f"There is nothing to draw, and nothing was written. {nothing}", err=True)
        raise click.exceptions.Exit(EXIT_NOTHING) from None
