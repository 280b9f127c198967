"""`argmap questions [ID]`: the critical questions that are still open."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from argmap.cli.commands.explain import complete_statement, evaluation_with
from argmap.cli.options import debate_option, format_option, out_option
from argmap.cli.writing import write_result

if TYPE_CHECKING:
    from argmap.evaluation import Evaluation
    from argmap.questions import Examination


def _print_schemes(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if not wanted or ctx.resilient_parsing:
        return
    from argmap.cli.checking import terminal_width
    from argmap.semantics.questions import manual

    click.echo(manual(terminal_width()), nl=False)
    ctx.exit()


@click.command(short_help="List the critical questions that nobody has put or answered.")
@click.argument("id", metavar="[ID]", required=False, shell_complete=complete_statement)
@debate_option
@click.option("--side", metavar="SIDE", help="Only questions to this side.")
@click.option("-a", "--all", "fallen", is_flag=True, help="Also about steps that are not live any more.")
@click.option(
    "--schemes", is_flag=True, is_eager=True, expose_value=False, callback=_print_schemes,
    help="List the argumentation schemes with their questions, and exit.",
)  # fmt: skip
@format_option(("text", "md", "json"), "text")
@out_option
def command(id: str | None, debate: str | None, side: str | None, fallen: bool, form: str, out: str) -> None:
    """List the critical questions that are open about each step that states its `scheme:`, as one would put them in
    cross-examination; with ID, those about this statement and all that answers to it.

    A question is closed by a support, rebuttal or undercutter that names it: `question: KEY`.
    """
    from argmap.cli.checking import evaluate_or_stop, terminal_width
    from argmap.cli.workspace import Workspace
    from argmap.semantics import questions

    ev = evaluation_with(id, debate) if id else evaluate_or_stop(Workspace.here().find_one(debate))
    if side is not None and side not in ev.debate.sides:
        raise click.UsageError(f"there is no side {side!r}: the sides are {' and '.join(ev.debate.sides)}.")
    found = _found(ev, id, side, fallen)
    if form == "json":
        write_result(json.dumps(questions.to_json(ev, found), indent=2, ensure_ascii=False) + "\n", out)
    else:
        as_text = questions.to_text(ev, found, terminal_width())
        write_result(as_text if form == "text" else questions.to_markdown(ev, found), out)


def _found(ev: Evaluation, id: str | None, side: str | None, fallen: bool) -> list[Examination]:
    """What was asked for; a hint where the one statement that was named states no scheme."""
    from argmap.questions import examinations

    within = ev.graph.descendants([id]) if id else ev.debate.statements
    found = [each for each in examinations(ev, side, fallen) if each.step in within]
    if id and id not in ev.debate.resolution_ids and getattr(ev.debate.statements[id], "scheme", None) is None:
        click.echo(f"note: {id} states no scheme ('argmap questions --schemes' lists them)", err=True)
    return found
