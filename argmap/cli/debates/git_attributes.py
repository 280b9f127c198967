"""What git is told of a repository's debates, in `.gitattributes`: how to merge what argmap writes."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from argmap.system.paths import read_given
from argmap.system.transactions import FileChange, below

FILE = ".gitattributes"
DRIVER = 'git config merge.argmap.driver "argmap merge %O %A %B --marker-size %L --path %P --label %X --label %Y"'
"""What lets git call `argmap merge`; each clone says it once, since git takes no programs from a repository."""


def lines(arguments: str, output: str) -> tuple[str, ...]:
    """The lines for debates in a folder, and for what is built of them.

    Entries of a lock stand each for itself, so that both sides can be kept; the YAML files are for `argmap merge`, and
    merged by lines where git has not been told of it. What is built never stops a merge: the next build replaces it,
    whatever git has made of it. `union` alone does so in a clone that was told nothing.
    """
    folder = arguments.strip("/")
    around = "**" if folder in ("", ".") else f"{folder}/**"
    found = (f"{_quoted(f'{around}/argmap.lock')} merge=union", f"{_quoted(f'{around}/*.yaml')} merge=argmap")
    inside = PurePosixPath(output)
    if inside.is_absolute() or not inside.parts or ".." in inside.parts:
        return found  # not a folder of its own in this repository
    return (*found, f"{_quoted(f'{inside}/**')} linguist-generated -diff merge=union")


def _quoted(pattern: str) -> str:
    return f'"{pattern}"' if any(map(str.isspace, pattern)) else pattern


def with_lines(text: str, wanted: Iterable[str]) -> str:
    """A file of attributes with the lines that are missing added after; those of others stay as they are."""
    there = {line.strip() for line in text.splitlines()}
    missing = [line for line in wanted if line not in there]
    if not missing:
        return text
    return text + ("" if not text or text.endswith("\n") else "\n") + "".join(f"{line}\n" for line in missing)


def told_git(root: Path, wanted: Iterable[str]) -> dict[str, FileChange]:
    """What becomes of the attributes of a repository: what is missing is added. Raises OSError, UnsafePathError."""
    try:
        before = read_given(below(root, FILE))
    except FileNotFoundError:
        before = None
    text = (before or b"").decode("utf-8", "surrogateescape")
    after = with_lines(text, wanted)
    return {} if after == text else {FILE: FileChange(before, after.encode("utf-8", "surrogateescape"))}
