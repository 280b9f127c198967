"""`argmap fmt`: the files of debates in one canonical form, comments and meaning untouched."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import click

from argmap.cli.options.option_types import quiet_option
from argmap.wording.sentences import capital

if TYPE_CHECKING:
    from argmap.model.diagnostics import Diagnostic

EXIT_FINDINGS, EXIT_OWN_FAULT = 1, 2


@dataclass
class _Done:
    """What came of the files, by their paths as they are shown."""

    changed: dict[Path, tuple[str, str]] = field(default_factory=dict)
    """The text before and after."""
    refused: dict[Path, str] = field(default_factory=dict)
    """What was not written, and why."""
    same: int = 0
    faulty: int = 0
    own_faults: list[str] = field(default_factory=list)


@click.command()
@click.argument("paths", nargs=-1, metavar="[DEBATE|FILE]...")
@click.option(
    "--check", is_flag=True, help="Write nothing; name the files that would change, and exit with 1 if there are any."
)
@click.option("--diff", is_flag=True, help="Write nothing; show the changes, and exit with 1 if there are any.")
@quiet_option
@click.pass_context
def command(ctx: click.Context, paths: tuple[str, ...], check: bool, diff: bool, quiet: bool) -> None:
    """Format debates: the order of keys, indentation, quotes, folding of long texts, white space. Comments stay with
    what they stand at, and what a file says is never changed: each new text is read again and compared. A file that
    is not YAML is reported and left alone. With - as FILE, standard input is formatted to standard output.
    """
    if paths == ("-",):
        ctx.exit(_standard_input(check, diff))
    done = _Done()
    for folder, files in _chosen(paths):
        _format(folder, files, done, write=not (check or diff))
    if diff:
        for path, (before, after) in done.changed.items():
            click.echo(_diff(path, before, after), nl=False)
    if not quiet or done.own_faults or done.refused:
        _report(done, check or diff, quiet, listed=not diff)
    wrong = done.faulty or done.refused or ((check or diff) and done.changed)
    ctx.exit(EXIT_OWN_FAULT if done.own_faults else int(bool(wrong)))


def _chosen(paths: Sequence[str]) -> Iterator[tuple[Path, frozenset[str] | None]]:
    """Folders of debates, each with the files in it that are meant; None for all."""
    from argmap.cli.debates.file_changes import folder_of
    from argmap.cli.debates.workspace import Workspace
    from argmap.cli.options.written_files import linkless

    workspace = Workspace.here()
    whole: dict[Path, None] = {}
    single: dict[Path, set[str]] = {}
    for path in paths:
        file = Path(path)
        if file.is_file():
            if file.suffix not in (".yaml", ".yml"):
                raise click.UsageError(f"{path} is not a YAML file.")
            folder = folder_of(linkless(file))
            single.setdefault(folder, set()).add(file.relative_to(folder).as_posix())
        else:
            whole |= dict.fromkeys(workspace.find([path]))
    if not paths:
        whole = dict.fromkeys(workspace.find(()))
    yield from ((folder, None) for folder in whole)
    yield from ((folder, frozenset(files)) for folder, files in single.items())


def _format(folder: Path, chosen: frozenset[str] | None, done: _Done, *, write: bool) -> None:
    """Format files of one debate. Where that would change what the debate says, all stay as they are."""
    from argmap.cli.debates.file_changes import change_each, working_in
    from argmap.system.transactions import FileChange

    with working_in(folder) if write else nullcontext():
        texts, new = _formatted(folder, chosen, done)
        changes = {name: FileChange(texts[name], text.encode()) for name, text in new.items()}
        refused = change_each(folder, changes) if write else {}
    for name, text in new.items():
        if name in refused:
            done.refused[folder / name] = refused[name]
        else:
            done.changed[folder / name] = (texts[name].decode("utf-8-sig"), text)


def _formatted(folder: Path, chosen: frozenset[str] | None, done: _Done) -> tuple[dict[str, bytes], dict[str, str]]:
    """The files of a debate as they are, and the new texts of those that change."""
    from argmap.files import read_folder
    from argmap.loader import read
    from argmap.system.paths import read_given
    from argmap.writing.format import formatted, same_model

    texts, faults = read_folder(folder)
    texts |= {name: read_given(folder / name) for name in chosen or () if name not in texts}
    found, new = [fault for fault in faults if chosen is None or fault.span.file in chosen], dict[str, str]()
    wanted = sorted(name for name in texts if chosen is None or name in chosen)
    for name in (name for name in wanted if name.endswith((".yaml", ".yml"))):
        result = formatted(name, texts[name])
        found += result.faults
        if result.own_fault:
            done.own_faults.append(f"{folder / name}: {result.own_fault}")
        elif result.text is not None and result.text.encode() != texts[name]:
            new[name] = result.text
        else:
            done.same += not result.faults
    _show_faults(folder, found, texts)
    done.faulty += len({fault.span.file for fault in found})
    if new and not same_model(read(texts), read({**texts, **new})):
        done.own_faults.append(f"{folder}: the debate would not be the same")
        return texts, {}
    return texts, new


def _show_faults(folder: Path, faults: Sequence[Diagnostic], texts: Mapping[str, bytes]) -> None:
    from argmap.cli.debates.workspace import shown
    from argmap.cli.printing.findings_text import as_text
    from argmap.cli.printing.report import Checked
    from argmap.cli.printing.terminal import wants_colour

    readable = {name: text.decode("utf-8-sig", errors="replace") for name, text in texts.items()}
    checked = Checked(faults, shown(folder), {fault.span.file: readable.get(fault.span.file, "") for fault in faults})
    click.echo(as_text([checked], colour=wants_colour(sys.stderr)), nl=False, err=True)


def _diff(path: Path, before: str, after: str) -> str:
    from argmap.cli.debates.workspace import shown
    from argmap.cli.printing.line_diff import unified

    name = Path(shown(path)).as_posix()
    return "".join(unified(before, after, f"a/{name}", f"b/{name}"))


def _report(done: _Done, dry: bool, quiet: bool, listed: bool) -> None:
    """What was done: names to standard output where they are the result, all else to standard error."""
    from argmap.cli.debates.workspace import shown
    from argmap.wording.counts import counted

    for fault in done.own_faults:
        click.echo(f"Error: {fault}; nothing was written. This is a fault of argmap: report it.", err=True)
    for path, why in done.refused.items():
        click.echo(f"{shown(path)}: not written. {why}", err=True)
    if quiet:
        return
    for path in done.changed if listed else ():
        click.echo(f"{'would change' if dry else 'changed'}: {shown(path)}", err=not dry)
    changed = f"{counted(len(done.changed), 'file')} {'would change' if dry else 'changed'}"
    parts = [changed, f"{counted(done.same, 'file')} left as {'it is' if done.same == 1 else 'they are'}"]
    parts += [f"{counted(done.faulty, 'file')} with errors"] * bool(done.faulty)
    parts += [f"{len(done.refused)} not written"] * bool(done.refused)
    click.echo(capital(", ".join(parts)) + ".", err=True)


def _standard_input(check: bool, diff: bool) -> int:
    from argmap.cli.input_fault import standard_input
    from argmap.writing.format import formatted

    given = standard_input()
    result = formatted("-", given)
    if result.own_fault:
        click.echo(f"Error: {result.own_fault}. This is a fault of argmap: report it.", err=True)
        return EXIT_OWN_FAULT
    if result.text is None and result.faults:
        _show_faults(Path("-"), result.faults, {"-": given})
        return EXIT_FINDINGS
    text = result.text if result.text is not None else given.decode()
    changed = text.encode() != given
    if diff:
        click.echo(_diff(Path("-"), given.decode("utf-8-sig"), text), nl=False)
    elif not check:
        sys.stdout.buffer.write(text.encode())
    return int((check or diff) and changed)
