"""`argmap evaluate`: which claims stand."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from argmap.cli.options.option_types import debates_argument, ending_option, out_option, quiet_option, strength_option
from argmap.cli.options.written_files import write_result
from argmap.cli.printing.terminal import json_text

if TYPE_CHECKING:
    from argmap.cli.settings.config import Config
    from argmap.documents.document import Block, Document
    from argmap.evaluation.evaluated import Evaluation
    from argmap.strength.proof_standards import Verdict

FORMATS = ("text", "json", "md", "html")


@dataclass(frozen=True)
class _Asked:
    """What the command was asked for beside the labels."""

    every: bool
    strength: str | None
    audience: str | None
    audiences: bool
    standards: bool
    config: Config


@click.command()
@debates_argument
@ending_option(FORMATS, "text")
@out_option
@click.option("-a", "--all", "every", is_flag=True, help="List every statement, not only the resolutions.")
@strength_option
@click.option("--audience", metavar="NAME", help="Show how the debate stands for one audience of debate.yaml.")
@click.option(
    "--audiences", is_flag=True, help="Show how the debate stands for each audience, and what would convince them."
)
@click.option(
    "--standards", is_flag=True, help="Whether each statement with a `standard:` meets it; with --all, every statement."
)
@quiet_option
def command(
    debates: tuple[str, ...], form: str, out: str, every: bool, strength: str | None, audience: str | None,
    audiences: bool, standards: bool, quiet: bool,
) -> None:  # fmt: skip
    """Say how the resolutions stand, which arguments count for and against them, and why the undecided ones are so.

    An argument counts, is outweighed, is answered (it or a premise does not hold, or it is undercut), or is open. JSON
    is {"statements": {ID: {"label", …}}, "arguments": {ID: {"force", "because", "by", …}}, "resolutions":
    {ID: {"label", "for", "against", "undecided", …}}}, with "criteria" where there are any; for several debates an
    object of these by debate; with "strengths", "audience", "audiences" and "standards" as asked for.

    With --standards a statement is proved where its strongest argument that counts, pro, is strong enough beside the
    strongest that counts against it, con; strengths are from 0 to 1. Where it states no `standard:`, it is held to
    preponderance. Each standard asks for what stands above it, too.

    \b
      scintilla                something counts for it
      preponderance            and pro > con
      clear-and-convincing     and pro is more than 0.5 ahead of con
      beyond-reasonable-doubt  and con < 0.3
    """
    from argmap.cli.debates.workspace import Workspace
    from argmap.cli.printing.terminal import wants_colour
    from argmap.cli.printing.written_document import written

    if audience and audiences:
        raise click.UsageError("--audience is about one audience and --audiences about all: give one of them.")
    workspace = Workspace.here()
    asked = _Asked(every, strength, audience, audiences, standards, workspace.config)
    folders = workspace.find(debates)
    evaluations = [_evaluated(folder, asked) for folder in folders]
    if form == "json":
        found = {ev.debate.id: _json(ev, asked) for ev in evaluations}
        content = next(iter(found.values())) if len(found) == 1 else found
        write_result(json_text(content), out)
        return
    document = _document(evaluations, asked, quiet)
    coloured = form == "text" and out == "-" and wants_colour(sys.stdout)
    write_result(written(document, form, coloured=coloured), out)


def _evaluated(folder: Any, asked: _Asked) -> Evaluation:
    """The debate in a folder, evaluated as asked for."""
    from argmap.cli.debates.checked_debates import evaluate_or_stop
    from argmap.cli.options.one_audience import heard, require_audiences
    from argmap.cli.options.strengths import measured

    ev = heard(evaluate_or_stop(folder), asked.audience)
    if asked.audiences:
        require_audiences(ev)
    if asked.strength or asked.standards:
        from argmap.strength.gradual import DEFAULT

        return measured(ev, asked.strength or asked.config.strength or DEFAULT, asked.config)
    return ev


def _json(ev: Evaluation, asked: _Asked) -> dict[str, Any]:
    from argmap.reports.evaluation_report import evaluation_json

    content = evaluation_json(ev)
    if not (asked.strength or asked.audience or asked.audiences or asked.standards):
        return content
    from argmap.reports import strength_report

    if asked.strength and ev.strengths:
        content["strengths"] = strength_report.strengths_json(ev.strengths)
    if asked.audience:
        content["audience"] = asked.audience
    if asked.audiences:
        from argmap.analysis.analysis import Analysis

        content["audiences"] = strength_report.audiences_json(ev, Analysis(ev).audience_verdicts)
    if asked.standards:
        content["standards"] = strength_report.standards_json(_verdicts(ev, asked))
    return content


def _verdicts(ev: Evaluation, asked: _Asked) -> tuple[Verdict, ...]:
    """Those asked for: the statements that state a standard and the resolutions, or every statement."""
    from argmap.strength.proof_standards import verdicts

    assert ev.strengths is not None  # _evaluated has seen to it
    found = verdicts(ev, ev.strengths, "preponderance")
    statements, resolutions = ev.debate.statements, ev.debate.resolution_ids
    return tuple(v for v in found if asked.every or statements[v.statement].standard or v.statement in resolutions)


def _document(evaluations: list[Evaluation], asked: _Asked, brief: bool) -> Document:
    from argmap.reports.evaluation_document import for_audience, measured_blocks, standing_blocks, to_document

    def blocks(ev: Evaluation) -> Iterator[Block]:
        if asked.audience:
            yield for_audience(ev, asked.audience)
        if not asked.audiences:
            yield from standing_blocks(ev, every=asked.every, why=not brief)
        standards = _verdicts(ev, asked) if asked.standards else None
        yield from measured_blocks(ev, audiences=asked.audiences, standards=standards)

    return to_document((ev, tuple(blocks(ev))) for ev in evaluations)
