"""`argmap explain ID`: why a statement stands or falls, and what would change it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from argmap.cli.options import debate_option, format_option, out_option
from argmap.cli.words import did_you_mean
from argmap.cli.writing import write_result

if TYPE_CHECKING:
    from argmap.evaluation import Evaluation


def complete_statement(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    """The ids of the debate that begin so."""
    from argmap.cli.workspace import Workspace
    from argmap.files import load_folder

    try:
        folder = Workspace.here().find_one(ctx.params.get("debate"))
    except click.ClickException:
        return []
    debate = load_folder(folder).debate
    return [id for id in debate.statements if id.startswith(incomplete)] if debate else []


@click.command(short_help="Say why a statement stands or falls, and what would change it.")
@click.argument("id", metavar="ID", shell_complete=complete_statement)
@debate_option
@format_option(("text", "json"), "text")
@out_option
def command(id: str, debate: str | None, form: str, out: str) -> None:
    """Say in sentences why the statement ID is in, out or undecided, down to the unanswered rebuttals."""
    from argmap.cli.checking import terminal_width
    from argmap.semantics import explain, to_json, to_text

    explanation = explain(evaluation_with(id, debate), id)
    if form == "json":
        write_result(json.dumps(to_json(explanation), indent=2, ensure_ascii=False) + "\n", out)
    else:
        write_result(to_text(explanation, width=terminal_width()), out)


def evaluation_with(id: str, debate: str | None) -> Evaluation:
    """The evaluated debate that has a statement of this id. Raises a usage error where none has, or several have."""
    from argmap.cli.checking import evaluate_or_stop
    from argmap.cli.workspace import Workspace

    workspace = Workspace.here()
    folders = [workspace.find_one(debate)] if debate else workspace.find(())
    evaluations = [evaluate_or_stop(folder) for folder in folders]
    holding = [ev for ev in evaluations if id in ev.debate.statements]
    if len(holding) > 1:
        names = " or ".join(ev.debate.id for ev in holding)
        raise click.UsageError(f"several debates have a statement {id!r}: name one with --debate ({names}).")
    if not holding:
        known = [known for ev in evaluations for known in ev.debate.statements]
        raise click.UsageError(f"there is no statement {id!r}{did_you_mean(id, known)}")
    return holding[0]
