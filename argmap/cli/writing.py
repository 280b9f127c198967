"""Where results go: a file, written whole or not at all, or standard output."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from argmap.cli.failure import InputFault
from argmap.files import write_atomic
from argmap.transactions import UnsafePathError, below


def write_result(content: str | bytes, out: str) -> None:
    """Write a result to the file `out`, or to standard output where it is `-`.

    Raises a usage error for a folder, and for bytes that would end up on a terminal.
    """
    if out != "-":
        if Path(out).is_dir():
            raise click.UsageError(f"{out} is a folder; name the file to write with -o.")
        _require_no_link(Path(out))
        write_atomic(Path(out), content)
        return
    if isinstance(content, bytes):
        if sys.stdout.isatty():
            raise click.UsageError("this form is not for a terminal; name a file with -o.")
        sys.stdout.buffer.write(content)
        return
    # whoever coloured it has looked at the stream
    click.echo(content, nl=content != "" and not content.endswith("\n"), color=True)


def _require_no_link(path: Path) -> None:
    """A path below the current folder may belong to a repository, and lead anywhere. Raises InputFault."""
    if not path.is_absolute() and ".." not in path.parts:
        try:
            below(Path.cwd(), path.as_posix())
        except UnsafePathError as error:
            raise InputFault(str(error)) from None
