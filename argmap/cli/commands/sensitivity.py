"""`argmap sensitivity [RESOLUTION]`: by how much each piece of evidence moves the strength of a resolution."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from argmap.cli.commands.explain import complete_statement, evaluation_with
from argmap.cli.options import debate_option, format_option, out_option, strength_option
from argmap.cli.writing import write_result

if TYPE_CHECKING:
    from argmap.evaluation import Evaluation
    from argmap.semantics.sensitivity import Sensitivity


@click.command(short_help="Say by how much each piece of evidence moves a resolution.")
@click.argument("resolution", required=False, shell_complete=complete_statement)
@debate_option
@strength_option
@click.option(
    "--limit", type=click.IntRange(1), default=20, show_default=True, help="How many pieces of evidence to show."
)
@format_option(("text", "json", "svg"), "text")
@out_option
def command(
    resolution: str | None, debate: str | None, strength: str | None, limit: int, form: str, out: str
) -> None:  # fmt: skip
    """Say by how much the strength of RESOLUTION (or any statement; without one, of every resolution) changes without
    a piece of evidence, and with its grade one step down. What moves it most comes first; JSON has every piece.

    With --format svg, or -o NAME.svg, a tornado chart of one resolution.
    """
    from argmap.cli.workspace import Workspace
    from argmap.semantics.gradual import DEFAULT
    from argmap.semantics.sensitivity import sensitivity, to_json, to_text
    from argmap.weights import Weights

    ev = evaluation_with(resolution, debate) if resolution else _the_one(debate)
    if resolution and resolution not in ev.labelling.labels:
        raise click.UsageError(f"{resolution} is a bare step: it has no strength of its own.")
    ids = [resolution] if resolution else [claim.id for claim in ev.debate.resolutions]
    is_chart = form == "svg" or out.lower().endswith(".svg")
    if is_chart and len(ids) > 1:
        raise click.UsageError(f"a chart is of one resolution: name one of {', '.join(ids)}.")
    config = Workspace.here().config
    found = sensitivity(ev, ids, strength or config.strength or DEFAULT, Weights(config.weights))
    if is_chart:
        write_result(_chart(found[0], limit), out)
    elif form == "json":
        data = to_json(found[0]) if resolution else {each.resolution: to_json(each) for each in found}
        write_result(json.dumps(data, indent=2, ensure_ascii=False) + "\n", out)
    else:
        write_result("\n".join(to_text(each, limit) for each in found), out)


def _chart(found: Sensitivity, limit: int) -> str:
    """The tornado chart. Raises a usage error where the plotting library is missing, or nothing can be drawn."""
    from argmap.semantics.tornado import Undrawable, tornado

    try:
        return tornado(found, limit)
    except ModuleNotFoundError as missing:
        if missing.name != "matplotlib":
            raise
        raise click.UsageError("charts need matplotlib: pip install 'argmap[charts]'.") from None
    except Undrawable as nothing:
        raise click.UsageError(str(nothing)) from None


def _the_one(debate: str | None) -> Evaluation:
    from argmap.cli.checking import evaluate_or_stop
    from argmap.cli.workspace import Workspace

    return evaluate_or_stop(Workspace.here().find_one(debate))
