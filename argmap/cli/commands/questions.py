"""`argmap questions [ID]`: the critical questions that are still open."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from argmap.cli.commands.explain import complete_statement
from argmap.cli.options import debate_option, ending_option, out_option
from argmap.cli.writing import write_result

if TYPE_CHECKING:
    from argmap.evaluation import Evaluation
    from argmap.questions import Examination

FORMATS = ("text", "md", "json")


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
@ending_option(FORMATS, "text")
@out_option
def command(id: str | None, debate: str | None, side: str | None, fallen: bool, form: str, out: str) -> None:
    """List the critical questions that are open about each step that states its `scheme:`, as one would put them in
    cross-examination; with ID, those about this statement and all that answers to it.

    A question is closed by a support, rebuttal or undercutter that names it: `question: KEY`.
    """
    from argmap.cli.lookup import evaluation_with, evaluations, gathered, titled
    from argmap.semantics import questions

    debates = [evaluation_with(id, debate)] if id else evaluations(debate)
    for ev in debates:
        if side is not None and side not in ev.debate.sides:
            said = f"{ev.debate.id} has no side {side!r}: its sides are {' and '.join(ev.debate.sides)}."
            raise click.UsageError(said)
    found = [(ev, *_found(ev, id, side, fallen)) for ev in debates]
    if form == "json":
        data = gathered([(ev, questions.to_json(ev, shown)) for ev, shown, _ in found])
        write_result(json.dumps(data, indent=2, ensure_ascii=False) + "\n", out)
        return
    if form == "md":
        write_result("\n".join(questions.to_markdown(ev, shown, hidden, id) for ev, shown, hidden in found), out)
        return
    write_result(titled([(ev, _text(ev, shown, hidden, id)) for ev, shown, hidden in found]), out)


def _text(ev: Evaluation, shown: list[Examination], hidden: list[Examination], id: str | None) -> str:
    from argmap.cli.checking import terminal_width
    from argmap.semantics.questions import to_text

    return to_text(ev, shown, terminal_width(), hidden, id)


def _found(
    ev: Evaluation, id: str | None, side: str | None, fallen: bool
) -> tuple[list[Examination], list[Examination]]:
    """What was asked for, and what is left out of it as not live; a hint where the one statement that was named states
    no scheme."""
    from argmap.questions import examinations

    within = ev.graph.descendants([id]) if id else ev.debate.statements
    every = [each for each in examinations(ev, side, fallen=True) if each.step in within]
    if id and id not in ev.debate.resolution_ids and getattr(ev.debate.statements[id], "scheme", None) is None:
        click.echo(f"note: {id} states no scheme ('argmap questions --schemes' lists them)", err=True)
    examined = {each.step for each in examinations(ev, side, fallen)}
    return [each for each in every if each.step in examined], [each for each in every if each.step not in examined]
