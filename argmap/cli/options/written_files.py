"""Where results go: a file, written whole or not at all, or standard output."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from argmap.cli.debates.file_changes import change
from argmap.cli.debates.workspace import Workspace, shown
from argmap.cli.input_fault import InputFault
from argmap.cli.options.option_types import require_place
from argmap.files import write_atomic
from argmap.system.paths import IS_LINK, link_below
from argmap.system.transactions import FileChange, sweep

_DEEPEST = 255


def write_result(content: str | bytes, out: str) -> None:
    """Write a result to the file `out`, or to standard output where it is `-`.

    Nothing was read from it and one rename puts it there, so neither lock nor comparison is needed.
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
            raise click.UsageError("a terminal cannot show this format; name a file with -o.")
        sys.stdout.buffer.write(content)
        return
    # whoever coloured it has looked at the stream
    click.echo(content, nl=content != "" and not content.endswith("\n"), color=True)


def replace_file(path: Path, before: bytes | None, after: bytes) -> None:
    """Replace one file that was read, unless somebody has saved it meanwhile; a device or a pipe is written to.

    Raises InputFault, which says why it was not.
    """
    linkless(path)
    if path.exists() and not path.is_file():
        write_atomic(path, after)
    else:
        sweep(path.parent)
        change(path.parent, {path.name: FileChange(before, after)})


def linkless(path: Path, root: Path | None = None) -> Path:
    """The path, which must not lead through a link below `root`, the repository where none is given.

    What stands there may belong to whoever made the repository, and lead anywhere. Raises InputFault.
    """
    if link := link_below(path, Workspace.here().root if root is None else root):
        raise InputFault(f"{shown(link)} {IS_LINK}")
    return path


def make_folder(folder: Path, *, quiet: bool = False) -> None:
    """Make a folder that many files go into, and say so on standard error; one that is there is left as it is.

    Raises a usage error where a file stands in its place, or where it is deeper than any file could be.
    """
    if len(folder.parts) > _DEEPEST:
        raise click.UsageError(f"a path has at most {_DEEPEST} folders; name another with -o.")
    if folder.is_dir():
        return
    if folder.exists():
        raise click.UsageError(f"{shown(folder)} is a file; name the folder to write into with -o.")
    folder.mkdir(parents=True)
    if not quiet:
        click.echo(f"made {shown(folder)}/", err=True)
