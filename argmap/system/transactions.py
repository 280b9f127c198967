"""Several files as one: all of them are written, or none, whatever ends the program in between.

New contents are written beside the files that they replace and forced to the disk; then a journal says what is to
become of which file; then file after file is replaced. Before the journal is there, nothing has happened; from then
on the next command finishes what was begun. The journal stands in the user's own cache: one that a repository brought
would be somebody else's order.
"""

from __future__ import annotations

import contextlib
import errno
import json
import os
import re
import stat
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from argmap.system.paths import IS_LINK, is_of_git, real

_TEMPORARY = re.compile(r"\.argmap-(\d+)-[0-9a-f]{16}\.tmp")
_DIGEST = re.compile(r"[0-9a-f]{64}")


class UnsafePathError(Exception):
    """A path that leads, by a link or by its words, out of the folder that was meant. The message says what to do."""


class JournalError(Exception):
    """A journal is not what argmap writes, so nothing is done by it. The message says what it is."""


class ChangedMeanwhileError(Exception):
    """Somebody saved files since they were read: these are left alone, and all others are as they were. `names` has
    them."""

    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__(", ".join(names))
        self.names = names


class FileChange(NamedTuple):
    """What a file is to become, and what it was when it was read; None where there is no file."""

    before: bytes | None
    after: bytes | None


def below(root: Path, name: str) -> Path:
    """The path of a file below `root` (`positions/case.yaml`), which no link leads out of.

    Raises UnsafePathError where any part below the root is a link, or where the name climbs or leads into `.git`.
    """
    path = PurePosixPath(name)
    if path.is_absolute() or not path.parts or ".." in path.parts or Path(name).drive or "\\" in name:
        raise UnsafePathError(f"{name} leads out of {root}: name a file below it.")
    if is_of_git(path):
        raise UnsafePathError(f"{name} leads into what git keeps for itself: name another place.")
    found = root
    for part in path.parts:
        found /= part
        if found.is_symlink():
            raise UnsafePathError(f"{found} {IS_LINK}")
    return found


def stage(path: Path, content: bytes) -> Path:
    """Write what is to replace a file into a new file beside it, down to the disk. Raises OSError.

    It has the permissions of the file that it will replace, and a name that nobody can guess.
    """
    temporary = path.with_name(f".argmap-{os.getpid()}-{os.urandom(8).hex()}.tmp")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    try:
        handle = os.open(temporary, flags, 0o666)
        try:
            _fill(handle, content)
            with contextlib.suppress(FileNotFoundError):
                temporary.chmod(stat.S_IMODE(path.lstat().st_mode))
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
    except OSError as error:  # it names no file, or the temporary one, of which nobody has heard
        raise OSError(error.errno, error.strerror, str(path)) from error
    return temporary


def _fill(handle: int, content: bytes) -> None:
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


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


def carry_out(root: Path, changes: Mapping[str, FileChange], journal: Path | None) -> None:
    """Make every change below `root`, or none.

    `journal` is a file in the user's cache; without one a run that is killed between two files cannot be finished.
    Raises ChangedMeanwhileError where a file is not what was read, UnsafePathError for a link, OSError where something
    cannot be written: then everything is as it was, but for what somebody saved meanwhile.
    """
    _require_unchanged(root, changes)
    with no_folders_left(below(root, name) for name in changes):
        staged = _staged(root, changes)
        try:
            _require_unchanged(root, changes)
            _note(journal, root, changes, staged)
        except BaseException:
            _drop(staged.values())
            raise
        try:
            _replace(root, changes, staged)
        except BaseException as error:
            left = _undo(root, changes, journal)
            _forget(staged, journal)
            if left and isinstance(error, OSError):
                raise ChangedMeanwhileError(left) from error
            raise
    _forget(staged, journal)


@contextlib.contextmanager
def no_folders_left(paths: Iterable[Path]) -> Iterator[None]:
    """Where the block fails, remove those folders around files that it has made and left empty."""
    missing = {folder for path in paths for folder in path.parents if not folder.exists()}
    try:
        yield
    except BaseException:
        for folder in sorted(missing, key=lambda folder: -len(folder.parts)):
            with contextlib.suppress(OSError):
                folder.rmdir()
        raise


def _staged(root: Path, changes: Mapping[str, FileChange]) -> dict[str, Path]:
    """The new contents, each beside the file that it is to replace."""
    staged: dict[str, Path] = {}
    try:
        for name, change in changes.items():
            if change.after is not None:
                path = below(root, name)
                path.parent.mkdir(parents=True, exist_ok=True)
                staged[name] = stage(path, change.after)
    except BaseException:
        _drop(staged.values())
        raise
    return staged


def _forget(staged: Mapping[str, Path], journal: Path | None) -> None:
    if journal is not None:
        journal.unlink(missing_ok=True)
    _drop(staged.values())


def _require_unchanged(root: Path, changes: Mapping[str, FileChange]) -> None:
    changed = tuple(name for name, change in changes.items() if _content(below(root, name)) != change.before)
    if changed:
        raise ChangedMeanwhileError(changed)


def _content(path: Path) -> bytes | None:
    """What a file holds; None where there is none. Raises OSError for what is not a file: a pipe would never end."""
    if path.exists() and not path.is_file():
        raise OSError(errno.EINVAL, "is not an ordinary file", str(path))
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def _replace(root: Path, changes: Mapping[str, FileChange], staged: Mapping[str, Path]) -> None:
    """Put the new files in their places, each of which is looked at once more right before."""
    for name in sorted(changes, key=lambda name: changes[name].after is None):  # what is removed comes last
        _replace_one(root, name, changes[name], staged.get(name))
    _sync(root, changes)


def _replace_one(root: Path, name: str, change: FileChange, staged: Path | None) -> None:
    _require_unchanged(root, {name: change})
    if staged is None:
        below(root, name).unlink(missing_ok=True)
    else:
        staged.replace(below(root, name))


def _sync(root: Path, names: Iterable[str]) -> None:
    for folder in {below(root, name).parent for name in names}:
        sync_folder(folder)


def _undo(root: Path, changes: Mapping[str, FileChange], journal: Path | None) -> tuple[str, ...]:
    """Put back what was replaced; the names of files that somebody has saved meanwhile, which are left alone.

    It is a transaction as well, the other way round: a run that is killed in it has undone everything or nothing.
    Raises OSError where that cannot be: then the journal still stands, and the next run finishes what was begun.
    """
    now = {name: _content(below(root, name)) for name in changes}
    back = {
        name: FileChange(change.after, change.before)
        for name, change in changes.items()
        if now[name] == change.after != change.before
    }
    staged = _staged(root, back)
    try:
        _note(journal, root, back, staged)
    except BaseException:
        _drop(staged.values())
        raise
    for name, change in back.items():
        try:
            _replace_one(root, name, change, staged.get(name))
        except ChangedMeanwhileError:
            now[name] = _content(below(root, name))
    _sync(root, back)
    _drop(staged.values())
    return tuple(name for name, change in changes.items() if now[name] not in (change.before, change.after))


def _drop(paths: Iterable[Path]) -> None:
    for path in paths:
        path.unlink(missing_ok=True)


def _digest(content: bytes | None) -> str | None:
    return None if content is None else _sha256(content)


def _sha256(content: bytes) -> str:
    import hashlib  # loads OpenSSL, and most commands change no file

    return hashlib.sha256(content).hexdigest()


def _note(journal: Path | None, root: Path, changes: Mapping[str, FileChange], staged: Mapping[str, Path]) -> None:
    """Write the journal: from now on the changes are made, by this run or by the next."""
    if journal is None:
        return
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
    text = json.dumps({"root": str(real(root)), "process": os.getpid(), "files": entries}).encode()
    written = stage(journal, text)
    try:
        written.replace(journal)
    finally:
        written.unlink(missing_ok=True)
    sync_folder(journal.parent)


class _Entry(NamedTuple):
    """What a journal says of a file: digests, and the temporary file that is to take its place."""

    path: Path
    before: str | None
    after: str | None
    staged: Path | None


def finish(root: Path, journal: Path, *, held: bool = True) -> tuple[list[str], list[str]]:
    """Finish what a run that was killed had begun: the files that were written, and those left alone since somebody
    changed them after it. Nothing where there is no journal.

    `held` says whether the caller has the folder for itself (`alone`). Where it cannot have, the journal of a process
    that still runs is left to it. Raises JournalError for what is no journal of this folder, before anything is done.
    """
    if not os.path.lexists(journal):
        return [], []
    writer, entries = _journal(root, journal)
    if not held and _runs(writer):
        return [], []
    written, left = list[str](), list[str]()
    for name, entry in entries.items():
        (written if _finish_one(entry) else left).append(name)
    journal.unlink(missing_ok=True)
    return written, left


def _journal(root: Path, journal: Path) -> tuple[int, dict[str, _Entry]]:
    """Who wrote a journal, and what it says; nothing in it is taken on trust. Raises JournalError."""
    try:
        kept = json.loads((_content(below(journal.parent, journal.name)) or b"").decode())
        if kept["root"] != str(real(root)):
            raise JournalError("is about another folder")
        entries = {name: _entry(root, name, **entry) for name, entry in kept["files"].items()}
        return int(kept["process"]), entries
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError, UnsafePathError) as error:
        raise JournalError("is not what argmap writes") from error


def _entry(root: Path, name: str, before: str | None, after: str | None, staged: str | None) -> _Entry:
    digests = [each for each in (before, after) if each is not None]
    if b"\0" in os.fsencode(name) or not all(map(_DIGEST.fullmatch, digests)) or (staged is None) != (after is None):
        raise ValueError(name)
    if staged is not None and not _TEMPORARY.fullmatch(staged):
        raise ValueError(staged)
    path = below(root, name)
    beside = PurePosixPath(name).with_name(staged) if staged else None
    return _Entry(path, before, after, below(root, str(beside)) if beside else None)


def _finish_one(entry: _Entry) -> bool:
    """Whether a file is now what the journal says."""
    now = _digest(_content(entry.path))
    if now == entry.after:
        done = True
    elif now != entry.before:
        done = False
    elif entry.staged is None:
        entry.path.unlink(missing_ok=True)
        done = True
    else:
        done = _digest(_content(entry.staged)) == entry.after
        if done:
            entry.staged.replace(entry.path)
    if entry.staged is not None:
        entry.staged.unlink(missing_ok=True)
    return done


def sweep(folder: Path) -> None:
    """Remove the temporary files that killed runs have left in a folder."""
    with contextlib.suppress(OSError):
        for entry in () if folder.is_symlink() else os.scandir(folder):
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

    The lock is held by the system: it ends with the process, however that ends.
    """
    try:
        handle = _lock_of(folder)
    except OSError:
        yield False
        return
    held = True
    try:
        try:
            _hold(handle)
        except OSError:  # a file system without locks
            held = False
        yield held
    finally:
        os.close(handle)


def _lock_of(folder: Path) -> int:
    """What is locked for a folder: the folder, or on Windows, which locks files only, one in the user's own folder for
    temporary files."""
    if sys.platform != "win32":
        return os.open(folder, os.O_RDONLY)
    import tempfile

    name = _sha256(os.path.normcase(real(folder)).encode("utf-8", "surrogatepass"))[:32]
    return os.open(Path(tempfile.gettempdir()) / f"argmap-{name}.lock", os.O_RDWR | os.O_CREAT)


def _hold(handle: int) -> None:
    """Wait until no other process has the lock, and take it. Raises OSError where there are no locks."""
    if sys.platform == "win32":
        import msvcrt

        while True:
            try:
                return msvcrt.locking(handle, msvcrt.LK_LOCK, 1)
            except OSError as error:
                if error.errno != errno.EDEADLK:  # which says that another process kept it for ten seconds
                    raise
    else:
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX)
