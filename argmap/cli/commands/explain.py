"""`argmap explain ID`: how a statement stands, why, and what would change it."""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from argmap.cli.options.choices import Registered
from argmap.cli.options.map_rendering import map_forms, rendered
from argmap.cli.options.option_types import (
    Endings,
    debate_option,
    ending_option,
    engine_option,
    font_option,
    out_option,
    theme_option,
    time_limit_option,
    usual_endings,
)
from argmap.cli.options.written_files import write_result
from argmap.cli.printing.terminal import json_text

if TYPE_CHECKING:
    from argmap.evaluation.evaluated import Evaluation


def complete_statement(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    """The ids that begin so, of the debate that is named or else of all of them."""
    from argmap.cli.debates.workspace import Workspace
    from argmap.files import load_folder

    named = ctx.params.get("debate")
    try:
        workspace = Workspace.here()
        folders = [workspace.find_one(named)] if isinstance(named, str) else workspace.find([])
    except click.ClickException:
        return []
    debates = [debate for folder in folders if (debate := load_folder(folder).debate)]
    return list(dict.fromkeys(id for debate in debates for id in debate.statements if id.startswith(incomplete)))


EXIT_OUT_OF_TIME = 3


def _semantics() -> Iterable[str]:
    from argmap.semantics.registry import SEMANTICS

    return [each.NAME for each in SEMANTICS]


def _pictures() -> list[str]:
    """The forms of maps in which what decides is drawn."""
    from argmap.maps.forms import FORMS

    return [form.NAME for form in FORMS if form.IS_DRAWN]


def _forms() -> Endings:
    pictures = _pictures()
    drawn = {ending: forms for ending, forms in map_forms().items() if forms[0] in pictures}
    return {**usual_endings(("text", "json", "md", "html")), **drawn}


@dataclass(frozen=True)
class _Asked:
    """What the command was asked for."""

    id: str
    semantics: str
    form: str
    timeout: float
    engine: str | None
    fonts: tuple[str, ...]
    theme: str


@click.command()
@click.argument("id", metavar="ID", shell_complete=complete_statement)
@debate_option
@click.option(
    "--semantics", type=Registered(_semantics), default="grounded", show_default=True,
    help="Which positions to look at: the sceptical one, or others that take a stand where it does not.",
)  # fmt: skip
@click.option("--audience", metavar="NAME", help="As an audience of debate.yaml sees it.")
@time_limit_option
@ending_option(_forms, "text")
@out_option
@font_option
@theme_option
@engine_option
@click.pass_context
def command(
    ctx: click.Context, id: str, debate: str | None, semantics: str, audience: str | None, timeout: float,
    form: str, out: str, fonts: tuple[str, ...], theme: str, engine: str | None,
) -> None:  # fmt: skip
    """Explain why the statement ID stands, is defeated or is undecided, down to the unanswered rebuttals.

    --format svg, png or pdf draws a map of the dispute and marks the line of argument that decides it. Exit code 3
    means that time ran out before the answer was complete.
    """
    from argmap.cli.debates.which_debate import evaluation_with
    from argmap.cli.options.one_audience import heard
    from argmap.maps.errors import MapError
    from argmap.semantics.solver.budget import OutOfTime

    ev = heard(evaluation_with(id, debate), audience)
    try:
        write_result(_answer(ev, _Asked(id, semantics, form, timeout, engine, fonts, theme)), out)
    except MapError as error:
        raise click.UsageError(f"{error}.") from None
    except OutOfTime:
        click.echo(f"Time ran out after {timeout:g} s: how {id} stands is still open.", err=True)
        ctx.exit(EXIT_OUT_OF_TIME)


def _answer(ev: Evaluation, asked: _Asked) -> str | bytes:
    if asked.semantics != "grounded":
        return _by_another(ev, asked)
    return _dispute(ev, asked) if asked.form in _pictures() else _grounded(ev, asked.id, asked.form)


def _grounded(ev: Evaluation, id: str, form: str) -> str:
    from argmap.cli.printing.written_document import written
    from argmap.reports.explanation import explain, to_document, to_json

    explanation = explain(ev, id)
    if form == "json":
        return json_text(to_json(explanation))
    return written(to_document(explanation), form)


def _by_another(ev: Evaluation, asked: _Asked) -> str | bytes:
    """The answer under another semantics than the grounded one."""
    from argmap.cli.printing.written_document import written
    from argmap.reports import acceptance
    from argmap.semantics.registry import SEMANTICS

    end, name = time.monotonic() + asked.timeout, asked.semantics
    chosen = next(each for each in SEMANTICS if name == each.NAME)
    found = acceptance.acceptance(ev, asked.id, chosen, lambda: end - time.monotonic())
    if asked.form in _pictures():
        if not found.accounts:
            raise click.UsageError(f"this debate has no {name} position to draw.")
        return _dispute(found.accounts[0].ev, asked, f" in one {name} position")
    if asked.form == "json":
        return json_text(acceptance.to_json(found))
    return written(acceptance.to_document(found), asked.form)


def _dispute(ev: Evaluation, asked: _Asked, where: str = "") -> str | bytes:
    """The map of what decides about a statement."""
    from argmap.analysis.deciding_line import line_of
    from argmap.cli.cache.layout_cache import find_engine
    from argmap.cli.debates.workspace import Workspace
    from argmap.cli.options.strengths import measured
    from argmap.evaluation.audiences import AudienceEvaluation
    from argmap.maps import View
    from argmap.maps.forms import Picture
    from argmap.prose.standing import fares

    id, line = asked.id, line_of(ev, asked.id)
    why = f"Why {id} {fares(ev, id)}{where}{f' to {ev.audience}' if isinstance(ev, AudienceEvaluation) else ''}"
    if line.more:
        why += f": the {len(line.met)} nearest of {len(line.met) + line.more} statements around it"
    view = View("dispute", focus=id, chosen=line.met, marked=line.wins, subject=why)
    config = Workspace.here().config
    engine = find_engine(asked.engine or config.engine)
    return rendered(Picture(measured(ev, None, config), view, asked.theme, engine), asked.form, asked.fonts)
