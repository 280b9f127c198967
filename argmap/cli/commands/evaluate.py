"""`argmap evaluate`: which claims stand."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from argmap.cli.option_types import debates_argument, ending_option, out_option, quiet_option, strength_option
from argmap.cli.terminal import json_text
from argmap.cli.written_files import write_result

if TYPE_CHECKING:
    from argmap.cli.config import Config
    from argmap.evaluation.evaluated import Evaluation
    from argmap.strength.proof_standards import Verdict

FORMATS = ("text", "json")


@dataclass(frozen=True)
class _Asked:
    """What the command was asked for beside the labels."""

    every: bool
    strength: str | None
    audience: str | None
    audiences: bool
    standards: bool
    config: Config


@click.command(short_help="Say which claims stand.")
@debates_argument
@ending_option(FORMATS, "text")
@out_option
@click.option("-a", "--all", "every", is_flag=True, help="List every statement, not the resolutions alone.")
@strength_option
@click.option("--audience", metavar="NAME", help="As it stands for an audience of debate.yaml.")
@click.option("--audiences", is_flag=True, help="How it stands for each audience, and what would convince them.")
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
    from argmap.cli.terminal import wants_colour
    from argmap.cli.workspace import Workspace

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
    colour = out == "-" and wants_colour(sys.stdout)
    blocks = ["\n".join(_text(ev, asked, colour, titled=len(evaluations) > 1, brief=quiet)) for ev in evaluations]
    write_result("\n\n".join(blocks) + "\n", out)


def _evaluated(folder: Any, asked: _Asked) -> Evaluation:
    """The debate in a folder, evaluated as asked for."""
    from argmap.cli.checked_debates import evaluate_or_stop
    from argmap.cli.one_audience import heard, require_audiences
    from argmap.cli.strengths import measured

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

        content["audiences"] = strength_report.audiences_json(ev, Analysis(ev).receptions)
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


def _text(ev: Evaluation, asked: _Asked, colour: bool, titled: bool, brief: bool) -> Iterator[str]:
    if titled:
        yield click.style(ev.debate.title, bold=True) if colour else ev.debate.title
    if asked.audience:
        ranked = ", then ".join(ev.debate.audiences[asked.audience]) or "no value before another"
        yield f"For {asked.audience} ({ranked}):"
    if asked.audiences:
        from argmap.analysis.analysis import Analysis
        from argmap.reports.strength_report import audience_table

        yield from audience_table(ev, Analysis(ev).receptions)
    else:
        yield from _standing(ev, asked, colour, brief)
    if asked.standards:
        from argmap.reports.strength_report import standards_table

        yield ""
        yield from standards_table(_verdicts(ev, asked))
    if ev.strengths:
        from argmap.reports.strength_report import strength_note

        yield ""
        yield strength_note(ev.strengths)


def _standing(ev: Evaluation, asked: _Asked, colour: bool, brief: bool) -> Iterator[str]:
    yield from _resolutions(ev, colour)
    if asked.every and ev.debate.position_of:
        yield ""
        yield from _statements(ev, colour)
    if not brief:
        yield from _why(ev)
        yield from _clashes(ev)
        yield from _criteria(ev)
        yield ""
        yield from _table(ev)


def _resolutions(ev: Evaluation, colour: bool) -> Iterator[str]:
    """The resolutions with their arguments on either side by force."""
    from argmap.prose.standing import number_by_force

    claims = ev.debate.resolutions
    ids = max(len(claim.id) for claim in claims)
    pros = {claim.id: number_by_force(ev, ev.graph.supports(claim.id)) for claim in claims}
    width = max(len("arguments for it"), *map(len, pros.values()))
    yield f"{'':<{ids}}  {'':<9}  {'arguments for it':<{width}}  arguments against it"
    for claim in claims:
        cons = number_by_force(ev, ev.graph.rebuttals(claim.id))
        yield f"{claim.id:<{ids}}  {_word(ev, claim.id, colour)}  {pros[claim.id]:<{width}}  {cons}"


def _why(ev: Evaluation) -> Iterator[str]:
    """What the undecided resolutions wait for."""
    from argmap.evaluation.framework import Label
    from argmap.reports.evaluation_report import why_undecided

    lines = list(why_undecided(ev))
    if not lines:
        return
    open_ones = [claim.id for claim in ev.debate.resolutions if ev.label(claim.id) is Label.UNDEC]
    which = f"{open_ones[0]} is" if len(open_ones) == 1 else f"{len(open_ones)} are"
    yield ""
    yield f"Why {which} undecided"
    width = max(len(doubt) for doubt, _ in lines)
    yield from (f"  {doubt:<{width}}  {told}" for doubt, told in lines)


def _clashes(ev: Evaluation) -> Iterator[str]:
    """The options that stand and exclude each other."""
    pairs = {tuple(sorted((claim.id, other))) for claim in ev.debate.resolutions for other in ev.clashes(claim.id)}
    if pairs:
        yield ""
        yield from (
            f"{one} and {other} both stand, and only one of them can be carried out." for one, other in sorted(pairs)
        )


def _criteria(ev: Evaluation) -> Iterator[str]:
    """How each option does by each criterion, where the debate has criteria."""
    from argmap.reports.evaluation_report import criteria_lines

    lines = list(criteria_lines(ev))
    if not lines:
        return
    yield from ("", "By criterion")
    names, ids = (max(len(line[column]) for line in lines) for column in (0, 1))
    yield from (f"  {name:<{names}}  {id:<{ids}}  {said}" for name, id, said in lines)


def _word(ev: Evaluation, id: str, colour: bool) -> str:
    from argmap.evaluation.framework import Label

    label = ev.label(id)
    word = f"{label.word:<9}"
    if not colour:
        return word
    return click.style(word, fg={Label.IN: "green", Label.OUT: "red", Label.UNDEC: "yellow"}[label])


def _strength(ev: Evaluation, id: str) -> str:
    """How strong a statement is, where that was asked for. A resolution has none: it would follow how many arguments
    were listed."""
    if ev.strengths is None or id in ev.debate.resolution_ids:
        return ""
    from argmap.reports.strength_report import strength_word

    return f"  {strength_word(ev.strengths, id):>4}"


def _statements(ev: Evaluation, colour: bool) -> Iterator[str]:
    """Each argument by its force, each claim by its standing."""
    width = max(map(len, ev.debate.statements))
    for position in ev.debate.positions:
        yield position.name
        for statement in position.arguments:
            side = ev.graph.sides[statement.id] or "-"
            word = _argument_word(ev, statement.id, colour)
            yield f"  {statement.id:<{width}}  {word}{_strength(ev, statement.id)}  {side}"


def _argument_word(ev: Evaluation, id: str, colour: bool) -> str:
    from argmap.evaluation.force import Force, force

    if id not in ev.labelling.live:
        return _word(ev, id, colour)
    found = force(ev, id)
    word = f"{found.value:<10}"
    fg = {Force.COUNTS: "green", Force.ANSWERED: "red", Force.OUTWEIGHED: "red", Force.OPEN: "yellow"}[found]
    return click.style(word, fg=fg) if colour else word


def _table(ev: Evaluation) -> Iterator[str]:
    from argmap.reports.evaluation_report import table

    rows = table(ev)
    width = max(len(row.title) for row in rows)
    heads = [*(force.value for force in rows[0].forces), "unanswered"]
    yield f"  {'':<{width}}  {'  '.join(heads)}"
    for row in rows:
        numbers = zip(heads, (*row.forces.values(), row.unanswered), strict=True)
        yield f"  {row.title:<{width}}  {'  '.join(f'{number:>{len(head)}}' for head, number in numbers)}"
