"""`argmap brief`: a decision memo, a case, a negative file, blocks and the other kinds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from argmap.cli.options.choices import OneOf, Registered
from argmap.cli.options.option_types import (
    Endings,
    core_option,
    debate_option,
    ending_option,
    engine_option,
    event_option,
    out_option,
    strength_option,
    with_table,
    wpm_option,
)
from argmap.cli.options.written_files import write_result

if TYPE_CHECKING:
    from argmap.briefs import Format


def _kinds() -> Iterable[str]:
    from argmap.briefs import BRIEFS

    return [brief.NAME for brief in BRIEFS]


def formats() -> dict[str, Format]:
    """The formats by what they are called here: their usual ending."""
    from argmap.briefs import FORMATS

    return {format.SUFFIXES[0][1:]: format for format in FORMATS}


def endings() -> Endings:
    """How files of them may end."""
    return {ending: (form,) for form, format in formats().items() for ending in format.SUFFIXES}


def _summaries() -> list[tuple[str, str]]:
    from argmap.briefs import BRIEFS

    return [(brief.NAME, brief.SUMMARY) for brief in BRIEFS]


@click.command(cls=with_table("Kinds", _summaries))
@click.argument("kind", type=Registered(_kinds))
@click.argument("name", metavar="[DEBATE]", required=False)
@debate_option
@ending_option(endings, "md")
@out_option
@click.option("--side", metavar="SIDE", help="The side to write for. [default: the usual one for the brief]")
@click.option("--resolution", metavar="ID", help="Only one resolution; a case needs it where there are several.")
@click.option("--position", metavar="ID", help="Only one position.")
@click.option("--of", metavar="ID", help="The argument that a frontline answers.")
@wpm_option
@event_option
@core_option
@click.option("--style", metavar="NAME|FILE", help="A citation style: its name, or a .csl file.")
@click.option(
    "--plain", is_flag=True, help="In Word: lay it out for analysts, with contents and notes, without debaters' styles."
)
@click.option(
    "--paper",
    type=OneOf(["a4", "letter"]),
    help="In Word and PDF: the paper size. [default: a4; Word for debaters: letter]",
)
@click.option("--short", is_flag=True, help="The decision memo on two pages.")
@strength_option
@engine_option
def command(
    kind: str, name: str | None, debate: str | None, form: str, out: str, side: str | None, resolution: str | None,
    position: str | None, of: str | None, wpm: int | None, event: str | None, core: bool, style: str | None,
    plain: bool, paper: str | None, short: bool, strength: str | None, engine: str | None,
) -> None:  # fmt: skip
    """Write a brief of the given KIND. HTML is one page that needs nothing else. --strength puts a number and a bar
    beside each statement of the argument in full.
    """
    from argmap.briefs import Selection, write
    from argmap.briefs.delivery import Delivery
    from argmap.cli.building.links import Places
    from argmap.cli.building.outputs_of_a_build import Embedded, Plan
    from argmap.cli.building.pool import remembering
    from argmap.cli.debates.checked_debates import evaluate_or_stop
    from argmap.cli.debates.which_debate import only
    from argmap.cli.debates.workspace import Workspace
    from argmap.cli.options.citation_style import style_text
    from argmap.cli.options.strengths import measured
    from argmap.maps import to_png

    _refuse_of_paper(form, plain, paper)
    wanted = _short_of(kind) if short else kind
    workspace = Workspace.here()
    citations = style_text(style, workspace)
    evaluation = measured(evaluate_or_stop(workspace.find_one(only(name, debate))), strength, workspace.config)
    config = workspace.config
    drawn = Embedded(Plan(evaluation, Places()), remembering(engine or config.engine), "", for_print=form != "html")
    maps = {} if form == "md" else drawn
    selection = Selection(side, resolution, position, core, of, Delivery(wpm or config.wpm, event or config.event))
    with _told():
        content = write(
            evaluation, wanted, formats()[form].NAME, selection, citations, maps, plain=plain, paper=paper,
            png=lambda svg, dense: to_png(svg, scale=dense),
        )  # fmt: skip
    write_result(content, out)


@contextmanager
def _told() -> Iterator[None]:
    """What cannot be written ends the command with what to do."""
    from argmap.briefs import SelectionError
    from argmap.citations import StyleError
    from argmap.cli.input_fault import InputFault
    from argmap.documents.document import UnwritableError

    try:
        yield
    except SelectionError as error:
        raise click.UsageError(str(error)) from error
    except StyleError as error:
        raise click.UsageError(error.sentence) from error
    except UnwritableError as error:
        raise InputFault(str(error)) from None


def _refuse_of_paper(form: str, plain: bool, paper: str | None) -> None:
    """Raise a usage error for what a format without pages does not have."""
    if plain and form != "docx":
        raise click.UsageError("--plain is for Word: give it with -f docx.")
    if paper and form not in ("docx", "pdf"):
        raise click.UsageError("--paper is for Word and PDF: give it with -f docx or -f pdf.")


def _short_of(kind: str) -> str:
    """The short form of a brief. Raises a usage error where it has none."""
    kinds = list(_kinds())
    if (short := f"{kind}-short") in kinds:
        return short
    able = " or ".join(each for each in kinds if f"{each}-short" in kinds)
    raise click.UsageError(f"{kind} has no short form: --short goes with {able}.")
