"""`argmap check --fix`: mends what can be mended safely, or shows how it would."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

import click

from argmap.cli.debates.checked_debates import Chosen
from argmap.cli.debates.file_changes import change, working_in
from argmap.cli.debates.workspace import shown
from argmap.cli.printing.line_diff import unified
from argmap.files import beside, read_folder
from argmap.loader import Loaded, read
from argmap.model.diagnostics import Diagnostic
from argmap.system.transactions import FileChange
from argmap.wording.counts import counted


def mend(folders: Sequence[Path], chosen: Chosen, today: datetime.date, *, show: bool, quiet: bool) -> bool:
    """Mend the debates, or only show on standard output what that would change. Whether there was anything to do."""
    from argmap.writing.fix import fix

    mended, written, left = 0, 0, list[str]()
    for folder in folders:
        with working_in(folder):
            files, unread = read_folder(folder)
            if unread:  # what seems to be of no use may be of use to what could not be read; the check reports it
                continue
            done = fix(files, partial(_diagnose, others=beside(folder), chosen=chosen, today=today))
            if not show:
                change(folder, {name: FileChange(files[name], content) for name, content in done.files.items()})
        mended, left, written = mended + done.count, [*left, *done.left], written + len(done.files)
        if show:
            click.echo("".join(diff(shown(folder), files, done.files)), nl=False)
    if mended and not quiet:
        said = "can be" if show else "was" if mended == 1 else "were"
        click.echo(f"{counted(mended, 'finding')} {said} mended in {counted(written, 'file')}.", err=True)
    if left and not quiet:
        why = "; ".join(dict.fromkeys(left))
        click.echo(f"{counted(len(left), 'finding')} with [*] left to you: {why}.", err=True)
    return mended > 0


def _diagnose(
    files: Mapping[str, str | bytes], others: Mapping[str, bytes], chosen: Chosen, today: datetime.date
) -> tuple[Loaded, Sequence[Diagnostic]]:
    loaded = read(files, others)
    return loaded, chosen.findings(loaded, today)


def diff(
    folder: str, before: Mapping[str, bytes], after: Mapping[str, bytes], names: Mapping[str, str] | None = None
) -> Iterator[str]:
    """What changes in the files of a folder as lines of a unified diff; `names` are those that get another name."""
    root = Path(folder).as_posix()
    for name, content in sorted(after.items()):
        old, new = (each.decode("utf-8-sig") for each in (before[name], content))
        yield from unified(old, new, f"a/{root}/{name}", f"b/{root}/{(names or {}).get(name, name)}")
