"""`argmap build`: every map and every brief of every debate."""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from argmap.cli.debates.file_changes import tidy
from argmap.cli.debates.workspace import Workspace, called, shown
from argmap.cli.input_fault import InputFault
from argmap.cli.options.option_types import (
    debates_argument,
    engine_option,
    link_base_option,
    quiet_option,
    verbose_option,
)
from argmap.cli.options.written_files import linkless, make_folder
from argmap.system.paths import real
from argmap.system.transactions import no_folders_left
from argmap.wording.counts import counted
from argmap.wording.lists import listed

if TYPE_CHECKING:
    from argmap.cli.building.outputs import OutputComparison
    from argmap.cli.building.outputs_of_a_build import Plan
    from argmap.loader import Loaded

_MOST_NAMED = 8
"""Files that are kept, named one by one."""


@dataclass(frozen=True)
class Settings:
    """How to build."""

    output: Path
    engine: str | None
    processes: int
    check: bool
    force: bool
    overwrite: bool
    quiet: bool
    verbose: bool


@click.command()
@debates_argument
@click.option("-o", "--out", metavar="FOLDER", help="The folder to build into, made if missing. [default: output]")
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 if the output is out of date.")
@click.option("--watch", is_flag=True, help="Keep running, and build again whenever you save a file. Ctrl-C stops it.")
@click.option("--force", is_flag=True, help="Build everything, changed or not.")
@click.option(
    "--overwrite", is_flag=True, help="Replace files that you have edited, and those that argmap did not make."
)
@click.option("-j", "--jobs", type=click.IntRange(1), help="Processes to use. [default: one for each processor]")
@link_base_option
@engine_option
@quiet_option
@verbose_option
@click.pass_context
def command(
    ctx: click.Context, debates: tuple[str, ...], out: str | None, check: bool, watch: bool, force: bool,
    overwrite: bool, jobs: int | None, link_base: str | None, engine: str | None, quiet: bool, verbose: bool,
) -> None:  # fmt: skip
    """Build debates into output/DEBATE/: maps, briefs and a page that links them.

    Builds only what has changed. If a debate's files cannot be read, its output stays as it was and the exit code is 1.
    Errors in the argument itself, such as circular-support, do not stop a build: 'argmap check' shows them.

    Keeps and names files that you have edited or that argmap did not make; the exit code is then 1.

    Build again after a merge. With 'output/** merge=union' in .gitattributes, which 'argmap new' writes, git does not
    stop at a file that both branches built: it puts the lines of both there, and the next build replaces them.
    """
    if check and watch:
        raise click.UsageError("--watch builds, and --check writes nothing: give one of them.")
    workspace = Workspace.here()
    config = workspace.config
    settings = Settings(
        linkless(Path(out)) if out else workspace.output, engine or config.engine, jobs or os.cpu_count() or 1, check,
        force, overwrite, quiet, verbose,
    )  # fmt: skip
    folders = workspace.find(debates)
    saves = _saves(workspace, folders) if watch else iter(())
    for folder in folders:
        _require_elsewhere(settings.output, folder)
    tidy(settings.output)
    base = link_base or config.link_base
    with no_folders_left(settings.output / real(folder).name / "index.html" for folder in folders):
        if not check:
            make_folder(settings.output, quiet=quiet)
        current = [_built(workspace, folder, settings, base) for folder in folders]
        current.append(_index(settings))
    if watch:
        _keep_building(workspace, saves, settings, base)
        return
    ctx.exit(int(None in current or (check and not all(current))))


def _require_elsewhere(output: Path, folder: Path) -> None:
    """Raise a usage error where the output of a debate would stand among its own files."""
    if real(folder) in (real(output), real(output / real(folder).name)):
        raise click.UsageError(f"{shown(output)} holds the debates themselves: choose another folder with -o.")


def _saves(workspace: Workspace, folders: Sequence[Path]) -> Iterator[list[Path]]:
    """The debates of which files are saved from now on, so also during the first build."""
    from argmap.cli.debates.saved_files import saved

    saves = saved(folders, workspace.arguments, "argmap build --watch")
    next(saves)
    return saves


def _keep_building(
    workspace: Workspace, saves: Iterable[list[Path]], settings: Settings, link_base: str | None
) -> None:  # fmt: skip
    """Build each debate of which a file is saved, until ctrl-C; whatever cannot be built waits to be mended."""
    with contextlib.suppress(KeyboardInterrupt):
        for touched in saves:
            for folder in touched:
                try:
                    _built(workspace, folder, settings, link_base)
                except click.ClickException as error:
                    error.show()
            _index(settings)


def _built(workspace: Workspace, folder: Path, settings: Settings, link_base: str | None) -> bool | None:
    """As `_build`; None where the debate cannot be read, which is said and hinders no other debate."""
    try:
        return _build(workspace, folder, settings, link_base)
    except click.exceptions.Exit:
        return None


def _build(workspace: Workspace, folder: Path, settings: Settings, link_base: str | None) -> bool | None:
    """Build one debate; whether its output was already what the sources give."""
    from argmap.cli.cache.layout_cache import cache_folder, forget_oldest
    from argmap.cli.cache.stamps import Stamp
    from argmap.cli.debates.checked_debates import load_or_stop

    started = time.perf_counter()
    output = linkless(settings.output / real(folder).name, settings.output)
    tidy(output)
    loaded = load_or_stop(folder)
    plan, inputs = _plan(workspace, folder, loaded, settings, link_base)
    stamp = Stamp.of(cache_folder(), output)
    if not settings.force and not settings.check and stamp.is_current(inputs, output):
        _say(settings, f"{shown(output)}: up to date")
        return True
    _say_errors(workspace, folder, loaded)
    files = _made(plan, settings)
    done, wrote = _put(output, files, settings)
    if settings.check:
        return done
    if done is not None:
        stamp.write(inputs, files)
    forget_oldest(cache_folder())
    made = f"{counted(len(plan.views), 'map')}, {counted(len(plan.briefs), 'brief')}"
    _say(settings, f"{shown(output)}: {made} ({wrote}, {time.perf_counter() - started:.1f} s)")
    return done


def _put(output: Path, files: Mapping[str, bytes], settings: Settings) -> tuple[bool | None, str]:
    """Put files into an output folder, or with --check only compare. Whether all was there as it should be, or None
    where a file that is not ours was kept; and what was written, in words."""
    from argmap.cli.building.outputs import compare, renew
    from argmap.cli.debates.file_changes import working_in
    from argmap.system.transactions import UnsafePathError

    try:
        if settings.check:
            return _report(output, compare(output, files)), ""
        output.mkdir(parents=True, exist_ok=True)
        with working_in(output):
            found = compare(output, files)
            written, removed = renew(output, files, found, overwrite=settings.overwrite)
    except UnsafePathError as error:
        raise InputFault(str(error)) from None
    if found.merged:
        mixed = listed([shown(output / name) for name in found.merged], most=_MOST_NAMED)
        click.echo(f"note: built on two branches and merged by git, so written anew: {mixed}", err=True)
    for verb, names in (("wrote", written), ("removed", removed)):
        for name in names if settings.verbose else ():
            click.echo(f"{verb} {shown(output / name)}", err=True)
    kept = _say_kept(output, found, settings)
    words = f"{counted(len(written), 'file')} written" + (f", {len(removed)} removed" if removed else "")
    return (None if kept else not written and not removed), words


def _say_kept(output: Path, found: OutputComparison, settings: Settings) -> bool:
    """Name the files that are not ours, and say whether one of them is in the way."""
    kept = [] if settings.overwrite else [(name, "you have edited it") for name in found.edited]
    kept += [] if settings.overwrite else [(name, "argmap did not make it") for name in found.foreign]
    for name, why in (*kept[:_MOST_NAMED], *((name, "argmap did not make it") for name in found.strangers)):
        click.echo(f"kept {shown(output / name)}: {why}.", err=True)
    if len(kept) > _MOST_NAMED:
        click.echo(f"kept {len(kept) - _MOST_NAMED} more.", err=True)
    if kept:
        click.echo("  Move what you want to keep out of the way; then run: argmap build --overwrite", err=True)
    return bool(kept)


def _plan(
    workspace: Workspace, folder: Path, loaded: Loaded, settings: Settings, link_base: str | None
) -> tuple[Plan, str]:
    """What to make, and the fingerprint of all that it is made from."""
    from argmap.briefs.delivery import Delivery
    from argmap.cli.building.links import Places
    from argmap.cli.building.outputs_of_a_build import Plan
    from argmap.cli.cache.stamps import digest, program
    from argmap.cli.options.citation_style import style_text
    from argmap.cli.options.strengths import measured
    from argmap.evaluation.evaluated import evaluate

    assert loaded.debate is not None  # load_or_stop has stopped otherwise
    config = workspace.config
    places = Places.of(folder, workspace, link_base, loaded.source_map)
    evaluation = measured(evaluate(loaded.debate), None, config)
    style = style_text(None, workspace)
    plan = Plan(evaluation, places, style, config.timeout, Delivery(config.wpm, config.event))
    settled = (program(), style, repr(config), places.base, str(settings.engine))
    texts = (part for name, text in sorted(loaded.source_map.texts.items()) for part in (name, text))
    return plan, digest([*settled, *texts])


def _say_errors(workspace: Workspace, folder: Path, loaded: Loaded) -> None:
    """Say how many errors the rules find: they stop no build, and whoever builds should know of them."""
    import datetime

    from argmap.cli.debates.checked_debates import Chosen, check_loaded
    from argmap.model.diagnostics import Severity
    from argmap.rules import BY_NAME

    chosen = Chosen.by(workspace.config, (), ())
    errors = frozenset(name for name, rule in BY_NAME.items() if rule.SEVERITY is Severity.ERROR)
    found = check_loaded(loaded, folder, chosen._replace(rules=chosen.rules & errors), datetime.date.today())
    number = sum(each.severity is Severity.ERROR for each in found.diagnostics)
    if number:
        said = f"'argmap check {shown(folder)}' finds {counted(number, 'error')} in the argument"
        click.echo(f"note: {called(folder)} is built all the same: {said}.", err=True)


def _made(plan: Plan, settings: Settings) -> dict[str, bytes]:
    """Every file of a debate. Raises a click error where a map cannot be drawn at all."""
    from argmap.citations import StyleError
    from argmap.cli.building.pool import run_all
    from argmap.maps import MapError

    try:
        results = run_all(plan, settings.engine, settings.processes, settings.quiet)
    except MapError as error:
        raise click.ClickException(str(error)) from error
    except StyleError as error:
        raise click.UsageError(error.sentence) from error
    for note in (note for made in results for note in made.notes):
        click.echo(f"note: {note}", err=True)
    return {path: content for made in results for path, content in made.files.items()}


def _report(output: Path, found: OutputComparison) -> bool:
    for name in found.new:
        missing = not (output / name).exists()
        click.echo(f"{shown(output / name)}: {'is missing' if missing else 'is out of date'}")
    for name in found.stale:
        click.echo(f"{shown(output / name)}: belongs to nothing in the sources")
    for name in found.edited:
        click.echo(f"{shown(output / name)}: was edited by hand")
    for name in found.foreign:
        click.echo(f"{shown(output / name)}: was not made by argmap")
    if not found.is_current:
        click.echo("Run 'argmap build'.", err=True)
    return found.is_current


def _index(settings: Settings) -> bool | None:
    """The page that lists the debates in the output folder."""
    from argmap.cli.building.site import all_debates_page

    pages = (page for page in sorted(settings.output.glob("*/index.html")) if page.is_file() and _is_own(page))
    found = [(page.parent.name, page.read_text(encoding="utf-8", errors="replace")) for page in pages]
    return _put(settings.output, {"index.html": all_debates_page(found).encode()}, settings)[0]


def _is_own(page: Path) -> bool:
    return not (page.is_symlink() or page.parent.is_symlink())


def _say(settings: Settings, words: str) -> None:
    if not settings.quiet:
        click.echo(words, err=True)
