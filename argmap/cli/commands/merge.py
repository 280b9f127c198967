"""`argmap merge`: the merge driver that git calls for the files of debates."""

from __future__ import annotations

import subprocess
import tempfile
from contextlib import nullcontext
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from argmap.cli.debates.file_changes import folder_of, working_in
from argmap.cli.options.written_files import replace_file, write_result
from argmap.system.programs import find_program

if TYPE_CHECKING:
    from argmap.writing.three_way_merge import Merged

_CANNOT = 128
"""From here on git's exit codes are faults, not numbers of conflicts."""


@click.command()
@click.argument("base", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("ours", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("theirs", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("-o", "--out", metavar="PATH", help="The file to write; - is standard output.  [default: OURS]")
@click.option("--path", metavar="PATH", help="What the file is called in messages.")
@click.option("--marker-size", type=click.IntRange(1, 100), default=7, help="The length of conflict markers.")
@click.option("--label", "labels", metavar="NAME", multiple=True, help="What conflict markers call OURS, then THEIRS.")
@click.pass_context
def command(
    ctx: click.Context,
    base: Path,
    ours: Path,
    theirs: Path,
    out: str | None,
    path: str | None,
    marker_size: int,
    labels: tuple[str, ...],
) -> None:
    """Put what OURS and THEIRS made of BASE together, statement by statement and source by source: additions of both
    are kept, and only what both changed is a conflict. Exit code 1 where there is one. A file that is not YAML is
    merged line by line, as git does it.

    Written for git: put 'arguments/**/*.yaml merge=argmap' into .gitattributes, and say once in each clone

    \b
      git config merge.argmap.driver \\
        "argmap merge %O %A %B --marker-size %L --path %P --label %X --label %Y"
    """
    from argmap.system.paths import read_given

    name = path or str(ours)
    with working_in(folder_of(ours)) if out is None else nullcontext():
        before = read_given(ours)
        content, conflicts = _merged((base, ours, theirs), name, marker_size, _labels(labels))
        if out is None:
            replace_file(ours, before, content)
        else:
            write_result(content if out != "-" else content.decode("utf-8", "replace"), out)
    if conflicts:
        click.echo(f"{name}: {conflicts} conflict{'s' * (conflicts > 1)} to settle by hand.", err=True)
    ctx.exit(int(conflicts > 0))


def _merged(files: tuple[Path, Path, Path], name: str, marker_size: int, names: tuple[str, str]) -> tuple[bytes, int]:
    """What the two versions come to, and how many conflicts are left; by git's lines where entries cannot be told."""
    from argmap.system.paths import read_given
    from argmap.writing.three_way_merge import merge

    old, mine, other = (_text(read_given(each)) for each in files)
    done = None
    if old is not None and mine is not None and other is not None:
        done = merge(old, mine, other, marker_size, names, partial(lines_of_git, marker_size=marker_size, names=names))
    if done is None:
        return _by_lines(*files, marker_size, names)
    if not done.trouble:
        return done.text.encode(), done.conflicts
    click.echo(f"{name}: {done.trouble}; look at the whole file.", err=True)
    content, conflicts = _by_lines(*files, marker_size, names)
    return content, max(conflicts, 1)


def _text(content: bytes) -> str | None:
    try:
        return content.decode()
    except UnicodeDecodeError:
        return None


def _labels(given: tuple[str, ...]) -> tuple[str, str]:
    """What the two sides are called; a git before 2.45 leaves `%X` and `%Y` as they are."""
    known = ["" if label in ("%X", "%Y") else label for label in given]
    ours, theirs = [*known, "", ""][:2]
    return ours or "ours", theirs or "theirs"


def lines_of_git(
    base: str, ours: str, theirs: str, marker_size: int = 7, names: tuple[str, str] = ("ours", "theirs")
) -> Merged | None:
    """The merge that git makes of three texts; None without git."""
    from argmap.writing.three_way_merge import Merged

    if find_program("git") is None:
        return None
    with tempfile.TemporaryDirectory() as folder:
        old, mine, other = (Path(folder, name) for name in ("base", "ours", "theirs"))
        for path, text in ((old, base), (mine, ours), (other, theirs)):
            path.write_bytes(text.encode())
        content, conflicts = _by_lines(old, mine, other, marker_size, names)
    return Merged(content.decode(), conflicts)


def _by_lines(base: Path, ours: Path, theirs: Path, marker_size: int, names: tuple[str, str]) -> tuple[bytes, int]:
    """What git makes of it, and how many conflicts there are."""
    git = find_program("git")
    if git is None:
        raise click.UsageError("this file can only be merged line by line, and git is not installed.")
    labels = [word for label in (names[0], "base", names[1]) for word in ("-L", label)]
    options = ["merge-file", "-p", f"--marker-size={marker_size}", *labels, "--"]
    done = subprocess.run([git, *options, ours, base, theirs], capture_output=True, check=False)
    if done.returncode >= _CANNOT:
        raise click.UsageError(f"git cannot merge it: {done.stderr.decode(errors='replace').strip()}")
    return done.stdout, done.returncode
