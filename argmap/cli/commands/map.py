"""`argmap map`: an argument map of a debate, of a position, or of what surrounds a statement."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from argmap.cli.commands.explain import complete_statement
from argmap.cli.options.choices import Number, OneOf
from argmap.cli.options.map_rendering import map_forms, rendered
from argmap.cli.options.option_types import (
    ending_option,
    engine_option,
    font_option,
    link_base_option,
    out_option,
    strength_option,
    theme_option,
)
from argmap.cli.options.written_files import write_result
from argmap.wording.lists import every_one, listed

if TYPE_CHECKING:
    from argmap.cli.building.links import Places
    from argmap.cli.debates.workspace import Workspace
    from argmap.evaluation.evaluated import Evaluation
    from argmap.living_page import Surroundings
    from argmap.maps import View
    from argmap.maps.forms import Picture

PAPERS = ("a4", "a3", "letter", "16:9")
VIEWS = ("whole", "overview", "tree")
LABELS = {"stands": "in", "defeated": "out", "undecided": "undec", "in": "in", "out": "out", "undec": "undec"}


@click.command()
@click.argument("debate", required=False)
@ending_option(map_forms, "svg")
@out_option
@click.option("--view", type=OneOf(VIEWS), help="Everything, or the overview: a table, or cards. [default: by size]")
@click.option("--core", is_flag=True, help="The core: what is marked core: true, with what that answers and needs.")
@click.option("--position", metavar="ID", help="One position; ID.STATEMENT: a branch of a large one.")
@click.option("--focus", metavar="ID", help="What surrounds a statement.", shell_complete=complete_statement)
@click.option("--depth", type=click.IntRange(0), help="How many steps around --focus. [default: 2]")
@click.option("--side", metavar="SIDE", help="Only the statements of one side (resolutions stay).")
@click.option("--label", type=OneOf(list(LABELS)), help="Only statements with this standing (resolutions stay).")
@theme_option
@click.option("--fit", type=click.IntRange(320), metavar="PX", help="Draw the map no wider than this, where possible.")
@click.option("--paper", type=OneOf(PAPERS), help="For PDF: sheets with type of 8 points and more (16:9: 14).")
@click.option("--slides", is_flag=True, help="For PDF: one argument a sheet, with its best answer and best reply.")
@click.option("--scale", type=Number(0.1, 8), help="Dots per px, for PNG. [default: 1]")
@font_option
@strength_option
@link_base_option
@click.option("--timeout", type=Number(0.1), help="Time limit for the layout, in seconds. [default: 60]")
@engine_option
def command(debate: str | None, form: str, out: str, link_base: str | None, **options: Any) -> None:
    """Draw an argument map. Without a selection a debate of up to 60 statements is drawn whole, a larger one as an
    overview: a table of what each position says to each resolution. --view tree draws that on cards; --core,
    --position, --focus, --side and --label draw a part. --strength puts a bar on each card. -f html writes the whole
    debate as a page that can be folded, searched and asked; with --focus it opens at that statement.
    """
    from argmap.cli.building.links import Places
    from argmap.cli.debates.checked_debates import load_or_stop
    from argmap.cli.debates.workspace import Workspace
    from argmap.cli.options.strengths import measured
    from argmap.evaluation.evaluated import evaluate
    from argmap.maps import MapError

    _require_effect(options, form)
    workspace = Workspace.here()
    folder = workspace.find_one(debate)
    loaded = load_or_stop(folder)
    assert loaded.debate is not None  # load_or_stop has stopped otherwise
    evaluation = measured(evaluate(loaded.debate), options["strength"], workspace.config)
    places = Places.of(folder, workspace, link_base or workspace.config.link_base, loaded.source_map)
    try:
        view = _view(evaluation, options)
        _say_parts(evaluation, view)
        picture = _picture(evaluation, view, places, form, workspace, options)
        write_result(rendered(picture, form, options["fonts"]), out)
    except MapError as error:
        said = str(error)
        raise click.UsageError(said if said.endswith("?") else f"{said}.") from error


def _require_effect(options: dict[str, Any], form: str) -> None:
    """Raise a usage error where one option makes another useless."""
    from argmap.maps.forms import FORMS, form_named

    if options["core"] and (options["position"] or options["focus"] or options["view"]):
        raise click.UsageError("--core, --view, --position and --focus each choose a map: give one of them.")
    if options["position"] and options["focus"]:
        raise click.UsageError("--position and --focus each choose a map: give one of them.")
    if options["view"] and (options["position"] or options["focus"]):
        raise click.UsageError("--view is for the whole debate; --position and --focus draw a part: give one of them.")
    if options["depth"] is not None and not options["focus"]:
        raise click.UsageError("--depth needs --focus ID: it counts steps around a statement.")
    for option in ("paper", "slides"):
        if options[option] and form != "pdf":
            raise click.UsageError(f"--{option} is for PDF: use -f pdf, or a name of -o that ends in .pdf.")
    if options["fit"] and (form in ("dot", "html") or options["paper"] or options["slides"]):
        raise click.UsageError("--fit is for a map in one piece, as SVG, PNG or PDF: leave it out.")
    if options["scale"] is not None and not form_named(form).HAS_DOTS:
        able = every_one(each.NAME for each in FORMS if each.HAS_DOTS)
        raise click.UsageError(f"--scale is for {able.upper()}, and {form.upper()} has no dots: use -f {able}.")


def _view(evaluation: Evaluation, options: dict[str, Any]) -> View:
    from argmap.evaluation.framework import Label
    from argmap.maps import View, views
    from argmap.maps.views import position_view

    label = Label(LABELS[options["label"]]) if options["label"] else None
    if options["position"]:
        view = position_view(evaluation, options["position"])
        if view.part == "" and (options["paper"] or options["slides"]):  # these are split as they are set
            view = replace(view, part=None)
    elif options["focus"]:
        view = View("focus", focus=options["focus"], depth=2 if options["depth"] is None else options["depth"])
    else:
        view = View("core") if options["core"] else View(options["view"] or views(evaluation)[0].kind)
    return replace(view, side=options["side"], label=label).checked(evaluation.debate)


def _say_parts(evaluation: Evaluation, view: View) -> None:
    """Name the maps on which a large position goes on."""
    from argmap.maps import views

    if view.part == "":
        parts = [each.name for each in views(evaluation) if each.position == view.position and each.part]
        click.echo(f"note: this is the top of the position; --position draws its branches: {listed(parts)}", err=True)


def _picture(
    evaluation: Evaluation, view: View, places: Places, form: str, workspace: Workspace, options: dict[str, Any]
) -> Picture:
    from argmap.cli.cache.layout_cache import find_engine
    from argmap.maps import Links
    from argmap.maps.forms import Picture, form_named

    drawn = form_named(form).IS_DRAWN
    engine = find_engine(options["engine"] or workspace.config.engine) if drawn else None
    timeout, scale = options["timeout"] or workspace.config.timeout, options["scale"] or 1.0
    return Picture(
        evaluation, view, options["theme"], engine, Links(href=places.source_href), timeout, scale,
        fit=options["fit"], paper=options["paper"], slides=options["slides"], around=_around(places, form),
    )  # fmt: skip


def _around(places: Places, form: str) -> Surroundings | None:
    """What a page leads to; only a page brings its package in."""
    if form != "html":
        return None
    from argmap.living_page import Surroundings

    return Surroundings(places.lines, places.base)
