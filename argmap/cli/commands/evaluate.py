"""`argmap evaluate`: which claims stand."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from argmap.cli.options import debates_argument, format_option, out_option, quiet_option
from argmap.cli.writing import write_result

if TYPE_CHECKING:
    from argmap.evaluation import Evaluation


@click.command(short_help="Say which claims stand.")
@debates_argument
@format_option(("text", "json"), "text")
@out_option
@click.option("-a", "--all", "every", is_flag=True, help="List every statement, not the resolutions alone.")
@quiet_option
def command(debates: tuple[str, ...], form: str, out: str, every: bool, quiet: bool) -> None:
    """Say how the resolutions stand, and how many claims of each side stand, fall or are undecided.

    JSON is {"statements": {ID: {"label", "side", "position"}}, "resolutions": {ID: {"label", …}}}, for several
    debates an object of these by debate.
    """
    from argmap.cli.checking import evaluate_or_stop, wants_colour
    from argmap.cli.workspace import Workspace

    evaluations = [evaluate_or_stop(folder) for folder in Workspace.here().find(debates)]
    if form == "json":
        write_result(_json(evaluations), out)
        return
    colour = out == "-" and wants_colour(sys.stdout)
    blocks = ["\n".join(_text(ev, every, colour, titled=len(evaluations) > 1, brief=quiet)) for ev in evaluations]
    write_result("\n\n".join(blocks) + "\n", out)


def _json(evaluations: list[Evaluation]) -> str:
    from argmap.semantics import evaluation_json

    found = {ev.debate.id: evaluation_json(ev) for ev in evaluations}
    content = next(iter(found.values())) if len(found) == 1 else found
    return json.dumps(content, indent=2, ensure_ascii=False) + "\n"


def _text(ev: Evaluation, every: bool, colour: bool, titled: bool, brief: bool) -> Iterator[str]:
    from argmap.semantics import summary_line

    if titled:
        yield click.style(ev.debate.title, bold=True) if colour else ev.debate.title
    width = max(len(claim.id) for claim in ev.debate.resolutions)
    for claim in ev.debate.resolutions:
        yield f"{claim.id:<{width}}  {_word(ev, claim.id, colour)}  {summary_line(ev, claim.id)}"
    if every:
        yield ""
        yield from _statements(ev, colour)
    if not brief:
        yield ""
        yield from _table(ev)


def _word(ev: Evaluation, id: str, colour: bool) -> str:
    from argmap.framework import Label

    label = ev.label(id)
    word = f"{label.word:<9}"
    if not colour:
        return word
    return click.style(word, fg={Label.IN: "green", Label.OUT: "red", Label.UNDEC: "yellow"}[label])


def _statements(ev: Evaluation, colour: bool) -> Iterator[str]:
    width = max(map(len, ev.debate.statements))
    for position in ev.debate.positions:
        yield position.name
        for statement in position.arguments:
            side = ev.graph.sides[statement.id] or "-"
            yield f"  {statement.id:<{width}}  {_word(ev, statement.id, colour)}  {side}"


def _table(ev: Evaluation) -> Iterator[str]:
    from argmap.semantics import table

    rows = table(ev)
    width = max(len(row.title) for row in rows)
    yield f"  {'':<{width}}  {'stand':>6}  {'fall':>6}  {'undecided':>9}  {'unanswered':>10}"
    for row in rows:
        yield f"  {row.title:<{width}}  {row.stand:>6}  {row.fall:>6}  {row.undecided:>9}  {row.unanswered:>10}"
