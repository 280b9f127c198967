"""Changing the files of a debate: alone in its folder, all of them or none, and nothing that somebody saved is lost."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator, Mapping
from pathlib import Path

import click

from argmap.cli.cache.layout_cache import cache_folder
from argmap.cli.input_fault import InputFault
from argmap.system.paths import real
from argmap.system.transactions import (
    ChangedMeanwhileError,
    FileChange,
    JournalError,
    UnsafePathError,
    alone,
    carry_out,
    finish,
    sweep,
)

_FOLDERS = (".", "positions", "snapshots", ".schema", "briefs", "maps")
"""Where a debate and what is built of it have files, and so what killed runs have left."""

_held: set[Path] = set()
"""The folders that this process keeps others out of: the system would let it wait for itself."""


def _journal(folder: Path) -> Path | None:
    from argmap.cli.cache.stamps import digest

    cache = cache_folder()
    return cache / "transactions" / f"{digest([str(real(folder))])}.json" if cache else None


def folder_of(file: Path) -> Path:
    """The debate that a file belongs to; its own folder where it belongs to none."""
    parents = (file.parent, file.parent.parent) if file.parent.name == "positions" else (file.parent,)
    return next((folder for folder in parents if (folder / "debate.yaml").exists()), file.parent)


@contextlib.contextmanager
def working_in(folder: Path) -> Iterator[None]:
    """Keep other argmap commands out of a debate's folder from reading to writing; tidy up after killed ones."""
    where = real(folder)
    if where in _held:
        yield
        return
    with alone(where) as held:
        _held.add(where)
        try:
            _finish(folder, held=held)
            sweep_all(folder)
            yield
        finally:
            _held.discard(where)


def sweep_all(folder: Path) -> None:
    """Remove the temporary files that killed commands have left in a folder of argmap's; no journal needs them."""
    for name in _FOLDERS:
        sweep(folder / name)


def tidy(folder: Path) -> None:
    """Finish what a command that was killed had begun in a folder, then remove what it has left. What stands behind a
    link is somebody else's."""
    if folder.is_symlink() or not folder.is_dir():
        return
    recover(folder)
    sweep_all(folder)


def sweep_journals() -> None:
    """Remove what commands have left that were killed while they wrote a journal."""
    cache = cache_folder()
    if cache:
        sweep(cache / "transactions")


def recover(folder: Path) -> None:
    """Finish what a command that was killed had begun in a folder, and say so; one that is still at work is waited
    for, since nobody but who has the folder for itself may touch the journal."""
    journal = _journal(folder)
    if journal is not None and os.path.lexists(journal):
        with working_in(folder):
            pass


def _finish(folder: Path, *, held: bool) -> None:
    journal = _journal(folder)
    if journal is None:
        return
    try:
        written, left = finish(folder, journal, held=held)
    except JournalError as error:
        raise InputFault(
            f"{journal} records what a killed argmap command had begun in {folder}, but {error}.\n"
            "Check the files there; then delete it."
        ) from None
    except OSError as error:
        raise InputFault(f"an earlier argmap command was killed in {folder}, and finishing it ended: {error}") from None
    if written:
        click.echo(f"note: finished what a killed command had begun in {folder}.", err=True)
    for name in left:
        click.echo(f"note: {folder / name} was changed after that and is left as it is.", err=True)


def change(folder: Path, changes: Mapping[str, FileChange]) -> None:
    """Make every change to the files of a folder, or none. Raises InputFault, which says why none was made."""
    several = len(changes) > 1  # one file alone is replaced at one stroke
    journal = _journal(folder) if several else None
    if journal is None and several:
        click.echo(
            f"note: no cache folder can be written (ARGMAP_CACHE names one). Let this run end: if it is "
            f"killed, some of {len(changes)} files may be changed and others not.",
            err=True,
        )
    try:
        carry_out(folder, changes, journal)
    except UnsafePathError as error:
        raise InputFault(f"{error}\nNothing was changed.") from None
    except ChangedMeanwhileError as error:
        names = ", ".join(str(folder / name) for name in error.names)
        raise InputFault(
            f"{names} changed while argmap was at work, so nothing was written. Run the command again."
        ) from None


def change_each(folder: Path, changes: Mapping[str, FileChange]) -> dict[str, str]:
    """Make each change for itself; what was not made, with the reason, by name."""
    refused: dict[str, str] = {}
    for name, each in changes.items():
        try:
            carry_out(folder, {name: each}, None)
        except UnsafePathError as error:
            refused[name] = str(error)
        except ChangedMeanwhileError:
            refused[name] = "It changed while argmap was at work; your version is untouched."
    return refused
