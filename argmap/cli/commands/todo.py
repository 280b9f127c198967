"""`argmap todo`: what a side has not answered, ranked by what an answer would turn."""

from __future__ import annotations

import click

from argmap.cli.options.option_types import debate_option, ending_option, out_option
from argmap.cli.options.written_files import write_result
from argmap.cli.printing.terminal import json_text

FORMATS = ("text", "json")


@click.command()
@click.argument("name", metavar="[DEBATE]", required=False)
@debate_option
@click.option("--for", "side", metavar="SIDE", help="Only this side's work.")
@click.option("-a", "--all", "every", is_flag=True, help="Include what would turn nothing, and show every line.")
@ending_option(FORMATS, "text")
@out_option
def command(name: str | None, debate: str | None, side: str | None, every: bool, form: str, out: str) -> None:
    """List the arguments that count against each side and that nothing answers, and the comparisons that nobody has
    made: first those that would turn a resolution, then those that would bring an argument back.
    """
    from argmap.analysis.unanswered import todo
    from argmap.cli.debates.which_debate import evaluations, gathered, only, side_of, titled
    from argmap.reports.todo_report import to_json, to_text

    wanted = [
        (ev, [side_of(ev, side)] if side is not None else [*ev.debate.sides]) for ev in evaluations(only(name, debate))
    ]
    found = [(ev, [todo(ev, each) for each in sides]) for ev, sides in wanted]
    if form == "json":
        write_result(json_text(gathered([(ev, [to_json(ev, each) for each in work]) for ev, work in found])), out)
    else:
        texts = [(ev, "\n".join(to_text(ev, each, every) for each in work)) for ev, work in found]
        write_result(titled(texts), out)
