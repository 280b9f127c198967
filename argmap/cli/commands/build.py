"""`argmap build`: every map and every brief of every debate."""

from __future__ import annotations

import os
import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from argmap.cli.options import debates_argument, engine_option, quiet_option, verbose_option
from argmap.cli.words import count
from argmap.cli.workspace import Workspace, called, shown
from argmap.cli.writing import make_folder

if TYPE_CHECKING:
    from argmap.cli.plan import Plan

OWNED = ("maps/*.svg", "maps/*.dot", "briefs/*.md", "briefs/*.html", "index.html")
"""What in a debate's output folder belongs to build: of these, what it does not make is removed."""


@dataclass(frozen=True)
class Settings:
    """How to build."""

    output: Path
    engine: str | None
    processes: int
    check: bool
    force: bool
    quiet: bool
    verbose: bool


@click.command(short_help="Draw every map and write every brief into output/.")
@debates_argument
@click.option("-o", "--out", metavar="FOLDER", help="The folder to build into, made if missing. [default: output]")
@click.option("--check", is_flag=True, help="Write nothing; exit 1 where the output is not what the sources give.")
@click.option("--force", is_flag=True, help="Build everything, changed or not.")
@click.option("-j", "--jobs", type=click.IntRange(1), help="Processes to use. [default: one for each processor]")
@click.option("--link-base", metavar="URL", help="Maps link to URL/file#Lline, as in a repository's web pages.")
@engine_option
@quiet_option
@verbose_option
@click.pass_context
def command(
    ctx: click.Context, debates: tuple[str, ...], out: str | None, check: bool, force: bool, jobs: int | None,
    link_base: str | None, engine: str | None, quiet: bool, verbose: bool,
) -> None:  # fmt: skip
    """Build debates into output/DEBATE/: maps, briefs and a page that links them.

    Only debates whose content has changed are built. One whose files cannot be read as a debate is left as it was, the
    others are built, and the exit code is 1. Errors in the argument itself, such as circular-support, stop nothing:
    their number is said, and 'argmap check' shows them.
    """
    workspace = Workspace.here()
    config = workspace.config
    settings = Settings(
        Path(out) if out else workspace.output, engine or config.engine, jobs or os.cpu_count() or 1, check, force,
        quiet, verbose,
    )  # fmt: skip
    folders = workspace.find(debates)
    if not check:
        make_folder(settings.output, quiet=quiet)
    current = [_built(workspace, folder, settings, link_base or config.link_base) for folder in folders]
    current.append(_index(settings))
    ctx.exit(int(None in current or (check and not all(current))))


def _built(workspace: Workspace, folder: Path, settings: Settings, link_base: str | None) -> bool | None:
    """As `_build`; None where the debate cannot be read, which is said and hinders no other debate."""
    try:
        return _build(workspace, folder, settings, link_base)
    except click.exceptions.Exit:
        return None


def _build(workspace: Workspace, folder: Path, settings: Settings, link_base: str | None) -> bool:
    """Build one debate; whether its output was already what the sources give."""
    from argmap.cli.engines import cache_folder
    from argmap.cli.stamps import Stamp

    started = time.perf_counter()
    output = settings.output / folder.resolve().name
    plan, inputs = _plan(workspace, folder, settings, link_base)
    stamp = Stamp.of(cache_folder(), output)
    if not settings.force and not settings.check and stamp.is_current(inputs, output):
        _say(settings, f"{shown(output)}: up to date")
        return True
    _say_errors(workspace, folder)
    files = _made(plan, settings)
    changed, stale = _compare(files, output)
    if settings.check:
        return _report(output, changed, stale)
    _write(files, changed, stale, output, settings.verbose)
    stamp.write(inputs, files)
    made = f"{count(len(plan.views), 'map')}, {count(len(plan.briefs), 'brief')}"
    wrote = f"{count(len(changed), 'file')} written" + (f", {len(stale)} removed" if stale else "")
    _say(settings, f"{shown(output)}: {made} ({wrote}, {time.perf_counter() - started:.1f} s)")
    return not changed and not stale


def _plan(workspace: Workspace, folder: Path, settings: Settings, link_base: str | None) -> tuple[Plan, str]:
    """What to make, and the fingerprint of all that it is made from."""
    from argmap.cli.checking import load_or_stop
    from argmap.cli.citing import style_text
    from argmap.cli.hearing import received
    from argmap.cli.links import Places
    from argmap.cli.measuring import measured
    from argmap.cli.plan import Plan
    from argmap.cli.stamps import digest, program
    from argmap.evaluation import evaluate

    loaded = load_or_stop(folder)
    assert loaded.debate is not None  # load_or_stop has stopped otherwise
    config = workspace.config
    inside = os.path.relpath(folder.resolve(), workspace.root.resolve()).replace(os.sep, "/")
    places = Places.under(link_base, "" if inside.startswith("..") else inside, loaded.source_map)
    evaluation = received(measured(evaluate(loaded.debate), None, config))
    style = style_text(None, workspace)
    plan = Plan(evaluation, places, config.themes, style, config.timeout)
    settled = (program(), style, repr(config), str(link_base), str(settings.engine), inside)
    texts = (part for name, text in sorted(loaded.source_map.texts.items()) for part in (name, text))
    return plan, digest([*settled, *texts])


def _say_errors(workspace: Workspace, folder: Path) -> None:
    """Say how many errors the rules find: they stop no build, and whoever builds should know of them."""
    import datetime

    from argmap.cli.checking import Chosen, check_folder
    from argmap.diagnostics import Severity
    from argmap.rules import BY_NAME

    chosen = Chosen.by(workspace, (), ())
    errors = frozenset(name for name, rule in BY_NAME.items() if rule.SEVERITY is Severity.ERROR)
    found = check_folder(folder, replace(chosen, rules=chosen.rules & errors), datetime.date.today())
    number = sum(each.severity is Severity.ERROR for each in found.diagnostics)
    if number:
        said = f"'argmap check {shown(folder)}' finds {count(number, 'error')} in the argument"
        click.echo(f"note: {called(folder)} is built all the same: {said}.", err=True)


def _made(plan: Plan, settings: Settings) -> dict[str, str]:
    """Every file of a debate. Raises a click error where a map cannot be drawn at all."""
    from argmap.citations import StyleError
    from argmap.cli.pool import run_all
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


def _compare(files: Mapping[str, str], output: Path) -> tuple[list[str], list[str]]:
    """Which files are not on disk as they should be, and which of build's own are there and should not."""
    changed = [name for name, content in files.items() if not _is(output / name, content)]
    there = {path.relative_to(output).as_posix() for pattern in OWNED for path in output.glob(pattern)}
    return changed, sorted(there - files.keys())


def _is(path: Path, content: str) -> bool:
    try:
        return path.read_bytes() == content.encode()
    except OSError:
        return False


def _write(files: Mapping[str, str], changed: list[str], stale: list[str], output: Path, verbose: bool) -> None:
    from argmap.cli.engines import cache_folder, forget_oldest
    from argmap.files import write_atomic

    for name in changed:
        write_atomic(output / name, files[name])
        if verbose:
            click.echo(f"wrote {shown(output / name)}", err=True)
    for name in stale:
        (output / name).unlink(missing_ok=True)
        if verbose:
            click.echo(f"removed {shown(output / name)}", err=True)
    forget_oldest(cache_folder())


def _report(output: Path, changed: list[str], stale: list[str]) -> bool:
    for name in changed:
        missing = not (output / name).exists()
        click.echo(f"{shown(output / name)}: {'is missing' if missing else 'is not what the sources give'}")
    for name in stale:
        click.echo(f"{shown(output / name)}: belongs to nothing in the sources")
    if changed or stale:
        click.echo("Run 'argmap build'.", err=True)
    return not changed and not stale


def _index(settings: Settings) -> bool:
    """The page above all debates that stand in the output folder."""
    import html
    import re

    from argmap.cli.site import all_debates_page
    from argmap.files import write_atomic

    found = []
    for page in sorted(settings.output.glob("*/index.html")):
        title = re.search(r"<title>(.*?)</title>", page.read_text(encoding="utf-8"), re.S)
        found.append((page.parent.name, html.unescape(title[1]) if title else page.parent.name))
    content, path = all_debates_page(found), settings.output / "index.html"
    if _is(path, content):
        return True
    if settings.check:
        return _report(settings.output, ["index.html"], [])
    write_atomic(path, content)
    return False


def _say(settings: Settings, words: str) -> None:
    if not settings.quiet:
        click.echo(words, err=True)
