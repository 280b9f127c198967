"""`argmap questions [ID]`: the critical questions that are still open."""

from __future__ import annotations

import click

from argmap.cli.commands.explain import complete_statement
from argmap.cli.options.option_types import debate_option, ending_option, out_option
from argmap.cli.options.written_files import write_result
from argmap.cli.printing.terminal import json_text

FORMATS = ("text", "md", "json")


def _print_schemes(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if not wanted or ctx.resilient_parsing:
        return
    from argmap.cli.printing.terminal import terminal_width
    from argmap.reports.question_report import manual

    click.echo(manual(terminal_width()), nl=False)
    ctx.exit()


@click.command()
@click.argument("id", metavar="[ID]", required=False, shell_complete=complete_statement)
@debate_option
@click.option("--side", metavar="SIDE", help="Only questions to this side.")
@click.option("-a", "--all", "fallen", is_flag=True, help="Include questions about arguments that are answered.")
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
    from argmap.cli.debates.which_debate import evaluation_with, evaluations, gathered, side_of, titled
    from argmap.cli.printing.terminal import terminal_width
    from argmap.reports import question_report

    debates = [evaluation_with(id, debate)] if id else evaluations(debate)
    sides = [None if side is None else side_of(ev, side) for ev in debates]
    found = [question_report.inquire(ev, id, each, fallen) for ev, each in zip(debates, sides, strict=True)]
    if form == "json":
        data = gathered([(each.ev, question_report.to_json(each)) for each in found])
        write_result(json_text(data), out)
        for each in found:
            if not each.open:
                click.echo(f"note: {' '.join(question_report.told(each))}", err=True)
    elif form == "md":
        write_result("\n".join(map(question_report.to_markdown, found)), out)
    else:
        width = terminal_width()
        write_result(titled([(each.ev, question_report.to_text(each, width)) for each in found]), out)
