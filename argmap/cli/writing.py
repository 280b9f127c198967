"""Where results go: a file, written whole or not at all, or standard output."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from argmap.cli.failure import InputFault
from argmap.cli.options import require_place
from argmap.cli.workspace import shown
from argmap.files import write_atomic
from argmap.transactions import UnsafePathError, below


def write_result(content: str | bytes, out: str) -> None:
    """Write a result to the file `out`, or to standard output where it is `-`.

    Raises what `require_place` raises, and a usage error for bytes that would end up on a terminal.
    """
    if out != "-":
        require_place(out)
        linkless(Path(out))
        # a file name that is not UTF-8 has made its way into a message
        write_atomic(Path(out), content.encode(errors="replace") if isinstance(content, str) else content)
        return
    if isinstance(content, bytes):
        if sys.stdout.isatty():
            raise click.UsageError("this form is not for a terminal; name a file with -o.")
        sys.stdout.buffer.write(content)
        return
    # whoever coloured it has looked at the stream
    click.echo(content, nl=content != "" and not content.endswith("\n"), color=True)


def linkless(path: Path, root: Path | None = None) -> Path:
    """The path, which must not lead through a link below `root`, the current folder where none is given.

    What stands there may belong to a repository, and lead anywhere. Raises InputFault.
    """
    around = Path.cwd() if root is None else root
    if root is not None or (not path.is_absolute() and ".." not in path.parts and path.parts):
        try:
            below(around, (path if root is None else path.relative_to(root)).as_posix())
        except UnsafePathError as error:
            raise InputFault(str(error)) from None
    return path


def make_folder(folder: Path, *, quiet: bool = False) -> None:
    """Make a folder that many files go into, and say so on standard error; one that is there is left as it is.

    Raises a usage error where a file stands in its place.
    """
    if folder.is_dir():
        return
    if folder.exists():
        raise click.UsageError(f"{shown(folder)} is a file; name the folder to write into with -o.")
    folder.mkdir(parents=True)
    if not quiet:
        click.echo(f"made {shown(folder)}/", err=True)
