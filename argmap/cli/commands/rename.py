"""`argmap rename OLD NEW`: another id, everywhere, with every other byte as it was."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from argmap.cli.commands.explain import complete_statement
from argmap.cli.options.choices import Registered
from argmap.cli.options.option_types import debate_option, quiet_option
from argmap.system.transactions import FileChange
from argmap.wording.lists import every_one

if TYPE_CHECKING:
    from argmap.writing.renaming import Renamed


def _kinds() -> Iterable[str]:
    from argmap.writing.renaming import KINDS

    return KINDS


@click.command()
@click.argument("old", shell_complete=complete_statement)
@click.argument("new")
@debate_option
@click.option("--kind", type=Registered(_kinds), help="What OLD is, if it names several things.")
@click.option("--dry-run", is_flag=True, help="Write nothing; say what would change.")
@click.option("--diff", is_flag=True, help="Write nothing; show what would change.")
@quiet_option
def command(
    old: str, new: str, debate: str | None, kind: str | None, dry_run: bool, diff: bool, quiet: bool
) -> None:  # fmt: skip
    """Rename the statement, position, source, value, audience or side OLD to NEW: where it is defined, wherever it is
    named, in argmap.lock, and the names of its snapshots and of its position file. All files are written, or none.
    """
    from argmap.cli.debates.file_changes import working_in

    folder, kind = _meant(old, debate, kind)
    with working_in(folder):
        done, moves = _rename(folder, kind, old, new, write=not (dry_run or diff), show=diff)
    if not quiet:
        _report(folder, done, moves, f"{kind} {old}", new, dry_run or diff)


def _rename(
    folder: Path, kind: str, old: str, new: str, *, write: bool, show: bool
) -> tuple[Renamed, Mapping[str, str]]:
    """Rename, or show what that would change. Raises a usage error where it cannot be; then nothing has changed."""
    from argmap.cli.debates.file_changes import change
    from argmap.cli.debates.fixing import diff as unified
    from argmap.cli.debates.workspace import shown
    from argmap.files import read_folder
    from argmap.writing.renaming import RefusedError, rename

    files, _ = read_folder(folder)
    try:
        done = rename(files, kind, old, new)
    except RefusedError as error:
        raise click.UsageError(f"{error}.\nNothing was changed.") from None
    moves = dict(done.moves) | (_snapshots(folder, old, new) if kind == "source" else {})
    _require_free(folder, moves)
    if show:
        click.echo("".join(unified(shown(folder), files, done.files, moves)), nl=False)
    if write:
        change(folder, _changes(folder, files, done.files, moves))
    return done, moves


def _require_free(folder: Path, moves: Mapping[str, str]) -> None:
    """Raise a usage error where a file would lose its place to another, or get a name that not every system has."""
    from argmap.cli.debates.workspace import shown
    from argmap.model.portable_names import trouble_with

    for target in moves.values():
        path = shown(folder / target)
        if os.path.lexists(folder / target):
            raise click.UsageError(f"{path} already exists.\nNothing was changed.")
        if trouble := trouble_with(Path(target).name):
            raise click.UsageError(f"{path} cannot be the name of a file: {trouble}.\nNothing was changed.")


def _changes(
    folder: Path, before: Mapping[str, bytes], after: Mapping[str, bytes], moves: Mapping[str, str]
) -> dict[str, FileChange]:
    """What becomes of each file: one that moves is written in its new place and removed from the old."""
    from argmap.system.paths import read_given

    changes = {name: FileChange(before[name], content) for name, content in after.items()}
    for name, target in moves.items():
        was = before[name] if name in before else read_given(folder / name)
        changes[target] = FileChange(None, after.get(name, was))
        changes[name] = FileChange(was, None)
    return changes


def _meant(old: str, debate: str | None, kind: str | None) -> tuple[Path, str]:
    """The debate that has something of this name, and what that is. Raises a usage error where that is not clear."""
    from argmap.cli.debates.checked_debates import load_or_stop
    from argmap.cli.debates.workspace import Workspace
    from argmap.wording.near_misses import did_you_mean
    from argmap.writing.renaming import kinds_of, names

    found: list[tuple[Path, str]] = []
    known: list[str] = []
    for folder in Workspace.here().find([debate] if debate else []):
        read = load_or_stop(folder).debate
        assert read is not None  # load_or_stop has stopped otherwise
        found += [(folder, each) for each in kinds_of(read, old) if kind in (None, each)]
        known += [name for each in _kinds() if kind in (None, each) for name in names(read, each)]
    if not found:
        raise click.UsageError(f"there is no {kind or 'id'} {old!r}{did_you_mean(old, known) or '.'}")
    if len({folder for folder, _ in found}) > 1:
        raise click.UsageError(f"{old!r} is in {every_one((f.name for f, _ in found), 'and')}: name one with --debate.")
    if len(found) > 1:
        raise click.UsageError(f"{old!r} is a {' and a '.join(k for _, k in found)}: say which one with --kind.")
    return found[0]


def _snapshots(folder: Path, old: str, new: str) -> dict[str, str]:
    """The texts of a source, by their names before and after."""
    if not (folder / "snapshots").is_dir():
        return {}
    from argmap.model.values import file_stem, source_id

    stems = {source_id(old), file_stem(source_id(old))}
    paths = [path for path in sorted((folder / "snapshots").iterdir()) if source_id(path.stem) in stems]
    return {f"snapshots/{path.name}": f"snapshots/{file_stem(source_id(new))}{path.suffix}" for path in paths}


def _report(folder: Path, done: Renamed, moves: Mapping[str, str], what: str, new: str, dry: bool) -> None:
    from argmap.cli.debates.workspace import shown
    from argmap.wording.counts import counted

    places = f"{counted(done.places, 'place')} of {counted(len(done.files), 'file')}"
    click.echo(f"{what} {'would become' if dry else 'is now'} {new}: {places}.", err=True)
    for name, target in moves.items():
        click.echo(f"  {shown(folder / name)} -> {shown(folder / target)}", err=True)
    if done.note:
        click.echo(f"  {done.note}", err=True)
    for span in done.left[:10]:
        click.echo(f"  still named in words at {shown(folder / span.file)}:{span.line}:{span.column}", err=True)
    if len(done.left) > 10:
        click.echo(f"  … and at {len(done.left) - 10} more places.", err=True)
