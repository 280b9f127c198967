"""`argmap brief`: a decision memo, a case, a negative file, or blocks."""

from __future__ import annotations

import click

from argmap.cli.options import debate_option, ending_option, engine_option, out_option, strength_option
from argmap.cli.writing import write_result

KINDS = ("policy", "case", "negative", "blocks")
FORMATS = {"md": "markdown", "html": "html"}


@click.command(short_help="Write a debate brief as Markdown or HTML.")
@click.argument("kind", type=click.Choice(KINDS))
@click.argument("name", metavar="[DEBATE]", required=False)
@debate_option
@ending_option([*FORMATS], "md", "A browser prints the HTML as PDF.", aliases={"markdown": "md"})
@out_option
@click.option("--side", metavar="SIDE", help="Whose brief it is, for blocks. [default: the first side]")
@click.option("--resolution", metavar="ID", help="Only what bears on one resolution.")
@click.option("--position", metavar="ID", help="Only one position.")
@click.option("--style", metavar="NAME|FILE", help="A citation style: its name, or a .csl file.")
@click.option("--short", is_flag=True, help="The decision memo on two pages.")
@strength_option
@engine_option
def command(
    kind: str, name: str | None, debate: str | None, form: str, out: str, side: str | None, resolution: str | None,
    position: str | None, style: str | None, short: bool, strength: str | None, engine: str | None,
) -> None:  # fmt: skip
    """Write a brief of the given KIND: policy (a decision memo), case (affirmative), negative, or blocks (they say,
    we say). HTML is one page that needs nothing else. --strength puts a number and a bar beside each statement.
    """
    from argmap.briefs import Selection, SelectionError, write
    from argmap.citations import StyleError
    from argmap.cli.checking import evaluate_or_stop
    from argmap.cli.citing import style_text
    from argmap.cli.links import Places
    from argmap.cli.measuring import measured
    from argmap.cli.plan import Embedded, Plan
    from argmap.cli.pool import remembering
    from argmap.cli.workspace import Workspace

    if name and debate:
        raise click.UsageError(f"two debates are named, {name} and {debate}; a brief is about one.")
    if short and kind != "policy":
        raise click.UsageError(f"--short is for the decision memo: argmap brief policy --short, not {kind}.")
    workspace = Workspace.here()
    citations = style_text(style, workspace)
    evaluation = measured(evaluate_or_stop(workspace.find_one(name or debate)), strength, workspace.config)
    plan = Plan(evaluation, Places())
    maps = Embedded(plan, remembering(engine or workspace.config.engine), "") if form == "html" else {}
    selection, wanted = Selection(side, resolution, position), f"{kind}-short" if short else kind
    try:
        text = write(evaluation, wanted, FORMATS[form], selection, citations, maps)
    except SelectionError as error:
        raise click.UsageError(f"{error}.") from error
    except StyleError as error:
        raise click.UsageError(error.sentence) from error
    write_result(text, out)
