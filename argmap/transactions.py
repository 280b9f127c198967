"""Several files as one: all of them are written, or none, whatever ends the program in between.

New contents are written beside the files that they replace and forced to the disk; then a journal says what is to
become of which file; then file after file is replaced. Before the journal is there, nothing has happened; from then
on the next command finishes what was begun. The journal stands in the user's own cache: one that a repository brought
would be somebody else's order.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import re
import secrets
import stat
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

_TEMPORARY = re.compile(r"\.argmap-(\d+)-[0-9a-f]{16}\.tmp")


class UnsafePathError(Exception):
    """A path that leads, by a link or by its words, out of the folder that was meant. The message says what to do."""


class ChangedMeanwhileError(Exception):
    """Files are not what was read any more; nothing was written. `names` has them."""

    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__(", ".join(names))
        self.names = names


@dataclass(frozen=True)
class Change:
    """What a file is to become, and what it was when it was read; None where there is no file."""

    before: bytes | None
    after: bytes | None


def below(root: Path, name: str) -> Path:
    """The path of a file below `root` (`positions/case.yaml`), which no link leads out of.

    Raises UnsafePathError where any part below the root is a link, or where the name climbs.
    """
    path = PurePosixPath(name)
    if path.is_absolute() or not path.parts or ".." in path.parts or Path(name).drive or "\\" in name:
        raise UnsafePathError(f"{name} leads out of {root}: name a file below it.")
    found = root
    for part in path.parts:
        found /= part
        if found.is_symlink():
            raise UnsafePathError(f"{found} is a link, and argmap writes through none: put a file or folder there.")
    return found


def stage(path: Path, content: bytes) -> Path:
    """Write what is to replace a file into a new file beside it, down to the disk. Raises OSError.

    It has the permissions of the file that it will replace, and a name that nobody can guess.
    """
    temporary = path.with_name(f".argmap-{os.getpid()}-{secrets.token_hex(8)}.tmp")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    try:
        handle = os.open(temporary, flags, 0o666)
    except OSError as error:  # it names the temporary file, of which nobody has heard
        raise OSError(error.errno, error.strerror, str(path)) from error
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        with contextlib.suppress(FileNotFoundError):
            temporary.chmod(stat.S_IMODE(path.lstat().st_mode))
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return temporary


def sync_folder(folder: Path) -> None:
    """Force to the disk which names a folder has; not every system can."""
    if os.name == "nt":
        return
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def carry_out(root: Path, changes: Mapping[str, Change], journal: Path | None) -> None:
    """Make every change below `root`, or none.

    `journal` is a file in the user's cache; without one a run that is killed between two files cannot be finished.
    Raises ChangedMeanwhileError where a file is not what was read, UnsafePathError for a link, OSError where something
    cannot be written: then everything is as it was.
    """
    paths = {name: below(root, name) for name in changes}
    _require_unchanged(paths, changes)
    staged: dict[str, Path] = {}
    try:
        for name, change in changes.items():
            if change.after is not None:
                paths[name].parent.mkdir(parents=True, exist_ok=True)
                staged[name] = stage(paths[name], change.after)
        _require_unchanged(paths, changes)
        if journal is not None:
            _note(journal, root, changes, staged)
    except BaseException:
        _drop(staged.values())
        raise
    try:
        _replace(paths, changes, staged)
    except BaseException:
        _undo(paths, changes)
        _forget(staged, journal)
        raise
    _forget(staged, journal)


def _forget(staged: Mapping[str, Path], journal: Path | None) -> None:
    if journal is not None:
        journal.unlink(missing_ok=True)
    _drop(staged.values())


def _require_unchanged(paths: Mapping[str, Path], changes: Mapping[str, Change]) -> None:
    changed = tuple(name for name, path in paths.items() if _content(path) != changes[name].before)
    if changed:
        raise ChangedMeanwhileError(changed)


def _content(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def _replace(paths: Mapping[str, Path], changes: Mapping[str, Change], staged: Mapping[str, Path]) -> None:
    for name, path in paths.items():
        if name in staged:
            staged[name].replace(path)
    for name, path in paths.items():
        if changes[name].after is None:
            path.unlink(missing_ok=True)
    for folder in {path.parent for path in paths.values()}:
        sync_folder(folder)


def _undo(paths: Mapping[str, Path], changes: Mapping[str, Change]) -> None:
    for name, path in paths.items():
        before = changes[name].before
        with contextlib.suppress(OSError):
            if before is None:
                path.unlink(missing_ok=True)
            elif _content(path) != before:
                stage(path, before).replace(path)


def _drop(paths: Iterable[Path]) -> None:
    for path in paths:
        path.unlink(missing_ok=True)


def _digest(content: bytes | None) -> str | None:
    return None if content is None else hashlib.sha256(content).hexdigest()


def _note(journal: Path, root: Path, changes: Mapping[str, Change], staged: Mapping[str, Path]) -> None:
    """Write the journal: from now on the changes are made, by this run or by the next."""
    entries = {
        name: {
            "before": _digest(change.before),
            "after": _digest(change.after),
            "staged": staged[name].name if name in staged else None,
        }
        for name, change in changes.items()
    }
    for folder in {path.parent for path in staged.values()}:
        sync_folder(folder)
    journal.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps({"root": str(root.resolve()), "process": os.getpid(), "files": entries}).encode()
    stage(journal, text).replace(journal)
    sync_folder(journal.parent)


def finish(root: Path, journal: Path, *, held: bool = True) -> tuple[list[str], list[str]]:
    """Finish what a run that was killed had begun: the files that were written, and those left alone since somebody
    changed them after it. Nothing where there is no journal of this folder.

    `held` says whether the caller has the folder for itself (`alone`). Where it cannot have, the journal of a process
    that still runs is left to it.
    """
    try:
        kept = json.loads(journal.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return [], []
    if not held and _runs(kept["process"]):
        return [], []
    written, left = list[str](), list[str]()
    if kept.get("root") == str(root.resolve()):
        for name, entry in kept["files"].items():
            done = _finish_one(below(root, name), entry)
            (written if done else left).append(name)
    journal.unlink(missing_ok=True)
    return written, left


def _finish_one(path: Path, entry: Mapping[str, str | None]) -> bool:
    """Whether a file is now what the journal says."""
    staged = path.with_name(entry["staged"]) if entry["staged"] else None
    now = _digest(_content(path))
    if now == entry["after"]:
        done = True
    elif now != entry["before"]:
        done = False
    elif staged is None:
        path.unlink(missing_ok=True)
        done = True
    else:
        done = _digest(_content(staged)) == entry["after"]
        if done:
            staged.replace(path)
    if staged is not None:
        staged.unlink(missing_ok=True)
    return done


def sweep(folder: Path) -> None:
    """Remove the temporary files that killed runs have left in a folder."""
    with contextlib.suppress(OSError):
        for entry in os.scandir(folder):
            found = _TEMPORARY.fullmatch(entry.name)
            if found and entry.is_file(follow_symlinks=False) and not _runs(int(found[1])):
                Path(entry.path).unlink(missing_ok=True)


def _runs(process: int) -> bool:
    """Whether a process of that number is running on this machine."""
    if os.name == "nt":
        return False  # there a file that is open cannot be removed, and unlink says so
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True


@contextlib.contextmanager
def alone(folder: Path) -> Iterator[bool]:
    """Keep other argmap commands out of a folder as long as the block runs; wait for one that is there. Gives whether
    that is so: some systems cannot.

    The lock is the folder itself, held by the system: it ends with the process, however that ends.
    """
    if os.name == "nt":
        yield False  # ChangedMeanwhileError is what protects there
        return
    import fcntl

    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        yield False
        return
    held = True
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX)
        except OSError:  # a file system without locks
            held = False
        yield held
    finally:
        os.close(handle)
