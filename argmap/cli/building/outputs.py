"""Which files in the output folder `build` made: a list in that folder holds their digests.

The list is written as `sha256sum` writes it, one line a file. git merges it by union: a file with several digests was
built on both sides of a merge, and whatever git made of it is build's to replace. A list comes with a repository, so a
file is removed only where it is, to the byte, what the list says, and one that git merged is named.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from argmap.cli.debates.file_changes import change
from argmap.system.transactions import FileChange, UnsafePathError, below, sweep

LIST = ".argmap-files"
_LINE = re.compile(r"([0-9a-f]{64})  (\S[^\r\n]*)")


@dataclass
class OutputComparison:
    """Files to be, held against those that are there."""

    new: list[str] = field(default_factory=list)
    """Not there, or there as build left them and out of date."""
    stale: list[str] = field(default_factory=list)
    """Made by build for something that is gone."""
    merged: list[str] = field(default_factory=list)
    """Among the new: built on two branches, and neither what the one nor what the other built."""
    edited: list[str] = field(default_factory=list)
    """Made by build, and changed by somebody else since."""
    foreign: list[str] = field(default_factory=list)
    """In the way, and not made by build."""
    before: dict[str, bytes | None] = field(default_factory=dict)
    """What stood in each file."""
    strangers: list[str] = field(default_factory=list)
    """Beside what build makes, and nobody's business."""

    @property
    def is_current(self) -> bool:
        """Whether nothing is left to do."""
        return not (self.new or self.stale or self.edited or self.foreign)


def compare(output: Path, files: Mapping[str, bytes]) -> OutputComparison:
    """What a folder has of the files that build makes. Raises UnsafePathError for a link among them."""
    found, known = OutputComparison(), _listed(output)
    found.before = {name: _content(below(output, name)) for name in {**files, **known}}
    for name, content in files.items():
        now, built = _digest_of(found.before[name]), known.get(name, set())
        if now == _digest(content):
            continue
        if now is None or now in built or len(built) > 1:
            found.new.append(name)
            found.merged += [name] if now is not None and now not in built else []
        elif name in known:
            found.edited.append(name)
        else:
            found.foreign.append(name)
    for name in sorted(known.keys() - files.keys()):
        now = _digest_of(found.before[name])
        if now is not None:
            (found.stale if now in known[name] else found.edited).append(name)
    folders = {PurePosixPath(name).parent.as_posix() for name in files} - {"."}
    there = (f"{folder}/{path.name}" for folder in folders for path in _entries(output / folder))
    found.strangers = sorted(name for name in there if name not in files and name not in known)
    return found


def _entries(folder: Path) -> list[Path]:
    try:
        return [path for path in folder.iterdir() if not path.name.startswith(".")]
    except OSError:
        return []


def renew(
    output: Path, files: Mapping[str, bytes], found: OutputComparison, *, overwrite: bool
) -> tuple[list[str], list[str]]:
    """Write and remove what is build's own, everything else as well with `overwrite`; what was written, and removed."""
    taken = [*found.edited, *found.foreign] if overwrite else []
    written = [*found.new, *(name for name in taken if name in files)]
    removed = [*found.stale, *(name for name in taken if name not in files)]
    kept = {name for name in (*found.edited, *found.foreign) if name not in taken}
    for folder in {below(output, name).parent for name in files}:
        sweep(folder)
    known = _listed(output)
    listed = {name: {_digest(content)} for name, content in files.items() if name not in kept}
    listed |= {name: known[name] for name in kept if name in known}
    text = "".join(f"{digest}  {name}\n" for name in sorted(listed) for digest in sorted(listed[name]))
    after = {name: files[name] for name in written} | dict.fromkeys(removed) | {LIST: text.encode()}
    before = {**found.before, LIST: _content(below(output, LIST))}
    change(output, {name: FileChange(before[name], after[name]) for name in after if before[name] != after[name]})
    return written, removed


def _listed(output: Path) -> dict[str, set[str]]:
    """The files that build made, each with the digests that it had; other lines are passed over."""
    path = below(output, LIST)
    text = path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""
    known: dict[str, set[str]] = {}
    for line in text.splitlines():
        if found := _LINE.fullmatch(line):
            known.setdefault(found[2], set()).add(found[1])
    return {name: digests for name, digests in known.items() if _is_name(output, name)}


def _is_name(output: Path, name: str) -> bool:
    try:
        below(output, name)
    except UnsafePathError:
        return False
    return name != LIST


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _digest_of(content: bytes | None) -> str | None:
    return None if content is None else _digest(content)


def _content(path: Path) -> bytes | None:
    """What a file holds; None where there is nothing, and what no file of ours holds for what is not a file."""
    if path.exists() and not path.is_file():
        return b"\0"
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
