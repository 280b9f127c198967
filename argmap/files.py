"""The one door to the disk: reading a debate's folder, writing files whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from argmap.diagnostics import Diagnostic, in_reading_order
from argmap.loader import Loaded, fault, read
from argmap.transactions import stage, sweep, sync_folder

MAX_FILE_BYTES = 50_000_000
"""A larger file is refused unread: no debate needs it, and parsing it would take minutes."""


def load_folder(folder: Path) -> Loaded:
    """Read the debate in a folder. Faults of the disk are among its diagnostics; nothing is raised for them."""
    files, faults = read_folder(folder)
    loaded = read(files)
    unread = {fault.span.file for fault in faults}
    found = [d for d in loaded.diagnostics if not (d.rule == "missing-file" and d.span.file in unread)]
    return replace(loaded, diagnostics=in_reading_order([*found, *faults]))


def read_folder(folder: Path) -> tuple[dict[str, bytes], list[Diagnostic]]:
    """The debate's YAML files and its lock, by their path inside the folder, and what is wrong with the unreadable."""
    files: dict[str, bytes] = {}
    faults: list[Diagnostic] = []
    for path in sorted(_paths(folder), key=lambda p: p.as_posix()):
        name = path.relative_to(folder).as_posix()
        content = _read(path, name, folder)
        if isinstance(content, bytes):
            files[name] = content
        else:
            faults.append(content)
    return files, faults


def _paths(folder: Path) -> Iterator[Path]:
    for name in ("debate.yaml", "sources.yaml", "argmap.lock"):
        if os.path.lexists(folder / name):
            yield folder / name
    with contextlib.suppress(NotADirectoryError, FileNotFoundError):
        for entry in (folder / "positions").iterdir():
            if entry.suffix in (".yaml", ".yml") and not entry.name.startswith("."):
                yield entry


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
        if not path.resolve().is_relative_to(folder.resolve()):
            help = "Copy the file that it leads to in its place."
            return fault("outside-folder", name, "is a link that leads out of the debate's folder", help)
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            what = "a folder" if stat.S_ISDIR(status.st_mode) else "not an ordinary file"
            help = "Move it elsewhere, or give it another name."
            return fault("not-a-file", name, f"is {what}, where a file is expected", help)
        if status.st_size > MAX_FILE_BYTES:
            size, limit = status.st_size // 1_000_000, MAX_FILE_BYTES // 1_000_000
            return fault("file-too-large", name, f"is {size} MB, and a file may have {limit} MB at most")
        return path.read_bytes()
    except (OSError, RuntimeError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else "leads round in a circle"
        return fault("unreadable-file", name, f"cannot be read: {reason}")


def write_atomic(path: Path, content: str | bytes) -> None:
    """Write a file whole or not at all: into a temporary file beside it, which then takes its place.

    A device, or a pipe that somebody reads, is written to. Raises OSError where the folder cannot be written, or for a
    link; what stood there before is then untouched.
    """
    data = content.encode() if isinstance(content, str) else content
    if path.is_symlink() and not _is_stream(path):
        raise OSError(errno.ELOOP, "is a link, and argmap writes through none: put a file there", str(path))
    if path.exists() and not path.is_file():  # it must not be replaced by a file
        _write_stream(path, data)
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    sweep(path.parent)
    staged = stage(path, data)
    try:
        staged.replace(path)
    finally:
        staged.unlink(missing_ok=True)
    sync_folder(path.parent)


def _is_stream(path: Path) -> bool:
    """Whether a link is the system's own name for a stream, such as /dev/stdout."""
    return path.is_absolute() and path.parts[1:2] in (("dev",), ("proc",))


def _write_stream(path: Path, data: bytes) -> None:
    """Write to a device or pipe. Raises OSError at once where nobody reads it."""
    handle = os.open(path, os.O_WRONLY | getattr(os, "O_NONBLOCK", 0))
    with os.fdopen(handle, "wb") as stream:
        if hasattr(os, "set_blocking"):
            os.set_blocking(handle, True)
        stream.write(data)
