"""The one door to the disk: reading a debate's folder, writing files whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path

from argmap.loader import Composed, Loaded, fault, read
from argmap.loader.decode import LARGEST_FILE
from argmap.loader.folder import (
    BIBLIOGRAPHY,
    DEEPEST,
    HEAD,
    HEADER,
    PARTS,
    POSITIONS,
    Kind,
    is_left_alone,
    is_read,
    is_told_by_content,
    kind_of,
    kinds_of,
)
from argmap.model.diagnostics import Diagnostic, in_reading_order
from argmap.model.portable_names import folded, trouble_with
from argmap.system.paths import is_inside, is_stream, real
from argmap.system.transactions import no_folders_left, stage, sweep, sync_folder

MOST_FOLDERS, MOST_LISTED, MOST_OPENED = 2_000, 20_000, 200
"""How many folders below that of a debate are looked into, how many files that are not read are looked at by name, and
how many of these are opened to see how they begin."""

_OF_A_BUILD = frozenset({"index.html", ".argmap-files"})


def load_folder(folder: Path, known: Composed | None = None) -> Loaded:
    """Read the debate in a folder. Faults of the disk are among its diagnostics; nothing is raised for them. Who reads
    a folder again and again gives what is `known` of it, empty at first, and files that are unchanged cost little."""
    files, faults = read_folder(folder)
    unread = {fault.span.file: b"" for fault in faults}
    loaded = read(files, {**beside(folder), **unread}, known)
    return replace(loaded, diagnostics=in_reading_order([*loaded.diagnostics, *faults, *_unportable(real(folder))]))


def _unportable(folder: Path) -> Iterator[Diagnostic]:
    """The faults of the folder's own name, which is that of its output as well: some systems do not allow it."""
    name, alike = folder.name, folded(folder.name)
    twins = [each for each in _names(folder.parent) if each != name and folded(each) == alike]
    told = [trouble] if (trouble := trouble_with(name)) else []
    told += ["build gives this name to a file beside the output of debates"] if alike in _OF_A_BUILD else []
    for said in (*told, *(f"Windows and macOS take this name and {twin} for the same" for twin in twins)):
        help = "Give the folder of the debate another name, with git mv."
        yield fault("unportable-file-name", HEADER, f"in a folder called {name}: {said}", help)


def read_folder(folder: Path) -> tuple[dict[str, bytes], list[Diagnostic]]:
    """The debate's YAML files and its lock, by their path inside the folder, and what is wrong with the unreadable."""
    files: dict[str, bytes] = {}
    faults: list[Diagnostic] = []
    names = _names(folder)
    below = [f"{POSITIONS}/{name}" for name in _names(folder / POSITIONS)] if POSITIONS in names else []
    for name in filter(is_read, [*names, *below]):
        content = _read(folder / name, name, folder)
        if isinstance(content, bytes):
            files[name] = content
        else:
            faults.append(content)
    return files, faults


def _names(folder: Path) -> list[str]:
    """What stands in a folder, by name; names are compared letter by letter, whatever the file system thinks."""
    try:
        return sorted(entry.name for entry in os.scandir(folder))
    except OSError:
        return []


def beside(folder: Path) -> dict[str, bytes]:
    """The files of a debate's folder that are not read and seem to be something, by path, each with how it begins
    where that tells what. Links are not followed; of a folder with very many files not all are looked at."""
    found: dict[str, bytes] = {}
    heads = 0
    for path in islice(_below(folder), MOST_LISTED):
        if is_told_by_content(path) and heads < MOST_OPENED and not is_read(path):
            found[path], heads = _head(folder / path), heads + 1
        elif kind_of(path) is not None:
            found[path] = b""
    return found


def _below(folder: Path) -> Iterator[str]:
    """The files below a folder, by path: those near the top first, and none that is left alone."""
    waiting = deque([""])
    for _ in range(MOST_FOLDERS):
        if not waiting:
            return
        above = waiting.popleft()
        try:
            entries = sorted(os.scandir(folder / above), key=lambda entry: entry.name)
        except OSError:
            continue
        for entry in entries:
            path = f"{above}{entry.name}"
            if is_left_alone(path):
                continue
            if not entry.is_dir(follow_symlinks=False):
                yield path
            elif path.count("/") < DEEPEST:
                waiting.append(f"{path}/")


def _head(path: Path) -> bytes:
    """How a file begins; nothing for what is not an ordinary file."""
    try:
        if not stat.S_ISREG(path.lstat().st_mode):
            return b""
        with path.open("rb") as file:
            return file.read(HEAD)
    except OSError:
        return b""


def is_debate(folder: Path) -> bool:
    """Whether a folder is that of a debate: whether it has a debate.yaml."""
    return HEADER in _names(folder)


def was_debate(folder: Path) -> bool:
    """Whether a folder without a debate.yaml looks like that of a debate from within: its header has another name, or
    its positions are there."""
    names = _names(folder)
    below = _names(folder / POSITIONS) if POSITIONS in names else []
    headers = [name for name in names if kind_of(name) is Kind.HEADER and (folder / name).is_file()]
    return bool(headers) or any(is_read(f"{POSITIONS}/{name}") for name in below)


def seems_debate(folder: Path) -> bool:
    """Whether a folder holds anything of a debate, read or not."""
    if is_debate(folder) or BIBLIOGRAPHY in _names(folder) or was_debate(folder):
        return True
    return any(kind in PARTS for kind in kinds_of(beside(folder)).values())


def read_snapshots(folder: Path, endings: Sequence[str]) -> tuple[dict[str, bytes], list[Diagnostic]]:
    """The files in `snapshots/` with one of these endings, by their path, and what is wrong with the unreadable."""
    files: dict[str, bytes] = {}
    faults: list[Diagnostic] = []
    with contextlib.suppress(NotADirectoryError, FileNotFoundError):
        for path in sorted((folder / "snapshots").iterdir(), key=lambda p: p.name):
            if path.suffix.lower() in endings and not path.name.startswith("."):
                name = f"snapshots/{path.name}"
                content = _read(path, name, folder)
                if isinstance(content, bytes):
                    files[name] = content
                else:
                    faults.append(content)
    return files, faults


def _read(path: Path, name: str, folder: Path) -> bytes | Diagnostic:
    try:
        if not is_inside(path, folder):
            return outside(name)
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            what = "a folder" if stat.S_ISDIR(status.st_mode) else "not an ordinary file"
            help = "Move it elsewhere, or give it another name."
            return fault("not-a-file", name, f"is {what}, where a file is expected", help)
        if status.st_size > LARGEST_FILE:
            return too_large(name, status.st_size)
        return path.read_bytes()
    except OSError as error:
        reason = "leads round in a circle" if error.errno == errno.ELOOP else error.strerror
        return fault("unreadable-file", name, f"cannot be read: {reason}")


def outside(name: str) -> Diagnostic:
    """The fault of a link that leads out of the debate's folder."""
    help = "Copy the file that it leads to in its place."
    return fault("outside-folder", name, "is a link that leads out of the debate's folder", help)


def too_large(name: str, size: int) -> Diagnostic:
    """The fault of a file of so many bytes, which is refused unread: parsing it would take minutes."""
    message = f"has {size / 1e6:,.0f} MB; the limit is {LARGEST_FILE // 1_000_000} MB"
    return fault("file-too-large", name, message, "Split it into several files in positions/.")


def write_atomic(path: Path, content: str | bytes) -> None:
    """Write a file whole or not at all: into a temporary file beside it, which then takes its place.

    A device, or a pipe that somebody reads, is written to. Raises OSError where the folder cannot be written, or for a
    link; what stood there before is then untouched.
    """
    data = content.encode() if isinstance(content, str) else content
    if path.is_symlink() and not is_stream(path):
        raise OSError(errno.ELOOP, "is a link, and argmap writes through none: put a file there", str(path))
    if path.exists() and not path.is_file():  # it must not be replaced by a file
        _write_stream(path, data)
        return
    with no_folders_left([path]):
        path.parent.mkdir(parents=True, exist_ok=True)
        sweep(path.parent)
        staged = stage(path, data)
        try:
            staged.replace(path)
        finally:
            staged.unlink(missing_ok=True)
    sync_folder(path.parent)


def _write_stream(path: Path, data: bytes) -> None:
    """Write to a device or pipe. Raises OSError, which names it; at once where nobody reads it."""
    handle = os.open(path, os.O_WRONLY | getattr(os, "O_NONBLOCK", 0))
    try:
        with os.fdopen(handle, "wb") as stream:
            if hasattr(os, "set_blocking"):
                os.set_blocking(handle, True)
            stream.write(data)
    except OSError as error:
        error.filename = error.filename or str(path)
        raise
