"""Several files are written together or not at all, and never outside the folder that was meant."""

from __future__ import annotations

import errno
import json
import os
import select
import subprocess
import sys
import tempfile
from pathlib import Path
from types import SimpleNamespace

import pytest

from argmap.cli.cache.stamps import digest
from argmap.system.transactions import (
    ChangedMeanwhileError,
    FileChange,
    JournalError,
    UnsafePathError,
    alone,
    below,
    carry_out,
    finish,
    stage,
    sweep,
)
from tests.conftest import contents

BEFORE = {"a": b"1", "b/c": b"2", "gone": b"3"}
AFTER = {"a": b"one", "b/c": b"two", "new/d": b"four"}
CHANGES = {name: FileChange(BEFORE.get(name), AFTER.get(name)) for name in (*BEFORE, "new/d")}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    root = tmp_path / "root"
    for name, content in BEFORE.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(content)
    return root


def test_all_changes_are_made(folder: Path, tmp_path: Path) -> None:
    carry_out(folder, CHANGES, tmp_path / "journal")
    assert contents(folder) == AFTER
    assert not (tmp_path / "journal").exists()


@pytest.mark.parametrize("name", BEFORE)
def test_what_was_saved_meanwhile_is_kept(folder: Path, tmp_path: Path, name: str) -> None:
    (folder / name).write_bytes(b"saved")
    with pytest.raises(ChangedMeanwhileError) as caught:
        carry_out(folder, CHANGES, tmp_path / "journal")
    assert caught.value.names == (name,)
    assert contents(folder) == {**BEFORE, name: b"saved"}


@pytest.mark.parametrize("name", ["..", "../x", "/etc/x", "a/../../x", "", ".", "a\\..\\x"])
def test_no_name_climbs(folder: Path, name: str) -> None:
    with pytest.raises(UnsafePathError):
        below(folder, name)


@pytest.mark.parametrize("linked", ["b", "b/c", "new"])
@pytest.mark.parametrize("absent", [True, False])
def test_no_link_is_followed(folder: Path, tmp_path: Path, linked: str, absent: bool) -> None:
    outside = tmp_path / "outside"
    if not absent:
        (outside).mkdir()
        (outside / "c").write_bytes(b"2")
    target = folder / linked
    if target.is_dir():
        (target / "c").unlink()
        target.rmdir()
    else:
        target.unlink(missing_ok=True)
    target.symlink_to(outside / "c" if linked == "b/c" else outside)
    before = contents(tmp_path)
    with pytest.raises(UnsafePathError, match="is a link"):
        carry_out(folder, CHANGES, tmp_path / "journal")
    assert contents(tmp_path) == before


MUTATORS = ("open", "replace", "rename", "unlink", "mkdir", "fsync", "chmod")


def killed_at(number: int, folder: Path, journal: Path) -> bool:
    """Carry the changes out in a process that dies just before its so manieth call that changes a file."""
    process = os.fork()
    if process:
        return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]) == 9
    left = [number]

    def dying(call):
        def wrapped(*words, **named):
            left[0] -= 1
            if left[0] < 0:
                os._exit(9)
            return call(*words, **named)

        return wrapped

    for name in MUTATORS:
        setattr(os, name, dying(getattr(os, name)))
    try:
        carry_out(folder, CHANGES, journal)
    except BaseException:
        os._exit(1)
    os._exit(0)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are forked on Unix only")
def test_a_run_that_is_killed_anywhere_is_finished_or_undone_by_the_next(folder: Path, tmp_path: Path) -> None:
    journal, done, number, seen = tmp_path / "journal", False, 0, set()
    while not done:
        for name in (*AFTER, *BEFORE):
            (folder / name).unlink(missing_ok=True)
        for name, content in BEFORE.items():
            (folder / name).write_bytes(content)
        done = not killed_at(number, folder, journal)
        finish(folder, journal)
        for name in (".", "b", "new"):
            sweep(folder / name)
        now = contents(folder)
        assert now in (BEFORE, AFTER), number
        assert not journal.exists()
        seen.add(now == AFTER)
        number += 1
    assert seen == {True, False}
    assert number > 25, "each call was tried"


def noted(folder: Path, journal: Path) -> None:
    """Leave behind what a run that was killed after it wrote its journal leaves."""
    number = 0
    while not journal.exists():
        for name in (".", "b", "new"):
            sweep(folder / name)
        killed_at(number, folder, journal)
        number += 1


def test_what_was_changed_after_a_kill_is_left_alone(folder: Path, tmp_path: Path) -> None:
    journal = tmp_path / "journal"
    noted(folder, journal)
    (folder / "b/c").write_bytes(b"mine")
    _, left = finish(folder, journal)
    assert left == ["b/c"]
    assert contents(folder)["b/c"] == b"mine"
    assert (folder / "a").read_bytes() == b"one"
    assert finish(folder, journal) == ([], [])


def test_the_journal_of_another_folder_is_nobodys_business(folder: Path, tmp_path: Path) -> None:
    journal = tmp_path / "journal"
    noted(folder, journal)
    other = tmp_path / "other"
    other.mkdir()
    with pytest.raises(JournalError, match="is about another folder"):
        finish(other, journal)
    assert contents(other) == {}
    assert journal.exists()


def saving(monkeypatch: pytest.MonkeyPatch, path: Path, after: int, fails: int | None = None) -> None:
    """Have the user save a file right after so many others were replaced, and the disk fail at one of these."""
    calls, real = [0], os.replace

    def replace(source, target, **named):
        if target.name == "journal":
            return real(source, target, **named)
        calls[0] += 1
        if calls[0] == fails and source.read_bytes() in AFTER.values():  # not what is put back
            raise OSError(28, "No space left on device", str(target))
        real(source, target, **named)
        if calls[0] == after:
            path.write_bytes(b"saved")

    monkeypatch.setattr(os, "replace", replace)


@pytest.mark.parametrize("name", ["a", "b/c", "new/d", "gone"])
@pytest.mark.parametrize("after", [1, 2, 3])
@pytest.mark.parametrize("fails", [None, 2, 3])
def test_what_is_saved_between_two_files_is_kept_and_named(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, after: int, fails: int | None
) -> None:
    saving(monkeypatch, folder / name, after, fails)
    journal = tmp_path / "journal"
    try:
        carry_out(folder, CHANGES, journal)
    except ChangedMeanwhileError as error:
        assert error.names == (name,)
        assert contents(folder) == {**BEFORE, name: b"saved"}
    except OSError:
        assert fails is not None and after >= fails, "it was saved after all was over, or not at all"
    else:
        assert contents(folder) == {**AFTER, name: b"saved"}, "it was saved after it was replaced"
    assert not journal.exists()
    assert not list(folder.rglob("*.tmp"))


def test_what_cannot_be_undone_is_finished_by_the_next_run(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = tmp_path / "journal"
    with monkeypatch.context() as patched:
        saving(patched, folder / "a", 9, fails=2)
        patched.setattr("argmap.system.transactions._undo", full)
        with pytest.raises(OSError, match="No space"):
            carry_out(folder, CHANGES, journal)
    finish(folder, journal)
    assert contents(folder) == AFTER


def full(*_: object) -> None:
    raise OSError(28, "No space left on device")


HEX = "0" * 64
ENTRY = {"before": None, "after": HEX, "staged": ".argmap-1-0123456789abcdef.tmp"}


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "1", "null", "{}", "[" * 100_000, b"\xff\xfe", "9" * 5000,
     {"files": []}, {"files": {"a": 1}}, {"files": {"a": {}}}, {"process": "x"}, {"process": None},
     {"files": {"../outside": ENTRY}}, {"files": {"/tmp/x": ENTRY}}, {"files": {"link/x": ENTRY}},
     {"files": {"": ENTRY}}, {"files": {"a": {**ENTRY, "staged": "../outside"}}},
     {"files": {"a": {**ENTRY, "staged": "gone"}}}, {"files": {"a": {**ENTRY, "staged": 5}}},
     {"files": {"a": {**ENTRY, "after": "x"}}}, {"files": {"a": {**ENTRY, "after": None}}},
     {"files": {"a": {**ENTRY, "more": 1}}}, {"files": {"a\0": ENTRY}}, {"files": {"\ud800": ENTRY}},
     "link", "pipe", "folder"],
    ids=lambda text: str(text)[:60],
)  # fmt: skip
def test_a_journal_of_any_other_shape_is_refused_before_anything_is_done(
    folder: Path, tmp_path: Path, text: object
) -> None:
    journal = tmp_path / "journal"
    noted(folder, journal)
    good = journal.read_text()
    (tmp_path / "outside").write_text("x")
    (folder / "link").symlink_to(tmp_path)
    journal.unlink()
    match text:
        case "link":
            (tmp_path / "real").write_text(good)
            journal.symlink_to(tmp_path / "real")
        case "pipe":
            os.mkfifo(journal)
        case "folder":
            journal.mkdir()
        case dict():
            kept = json.loads(good)
            files = {**kept["files"], **text["files"]} if isinstance(text.get("files"), dict) else kept["files"]
            journal.write_text(json.dumps({**kept, **text, **({"files": files} if "files" in text else {})}))
            if text == {"files": []}:
                journal.write_text(json.dumps({**kept, **text}))
        case bytes():
            journal.write_bytes(text)
        case _:
            journal.write_text(str(text))
    before = contents(folder)
    with pytest.raises(JournalError, match="is not what argmap writes"):
        finish(folder, journal)
    assert contents(folder) == before
    assert (tmp_path / "outside").read_text() == "x"
    assert os.path.lexists(journal), "who looks for what happened finds it"


def test_only_the_temporary_files_of_dead_processes_are_removed(tmp_path: Path) -> None:
    dead = subprocess.run([sys.executable, "-c", "import os; print(os.getpid())"], capture_output=True, check=True)
    names = [f".argmap-{pid}-0123456789abcdef.tmp" for pid in (int(dead.stdout), os.getpid())]
    for name in (*names, ".argmap-1-xyz.tmp", "notes.tmp"):
        (tmp_path / name).write_text("x")
    sweep(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([names[1], ".argmap-1-xyz.tmp", "notes.tmp"])


def test_two_commands_wait_for_each_other(tmp_path: Path) -> None:
    program = (
        "import sys, time; from pathlib import Path; from argmap.system.transactions import alone\n"
        "with alone(Path(sys.argv[1])):\n    print('in', flush=True); sys.stdin.read()\n"
    )
    with alone(tmp_path):
        other = subprocess.Popen(
            [sys.executable, "-c", program, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        with pytest.raises(subprocess.TimeoutExpired):
            other.wait(0.5)
        assert select.select([other.stdout], [], [], 0)[0] == []
    assert other.stdout.readline() == "in\n"
    other.kill()  # the lock goes with it
    other.wait()
    with alone(tmp_path):
        pass


def test_windows_locks_a_file_of_its_own_and_waits_as_long_as_it_takes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried: list[int] = []

    def locking(handle: int, mode: int, number: int) -> None:
        assert (os.fstat(handle).st_size, mode, number) == (0, 1, 1)
        tried.append(handle)
        if len(tried) < 3:
            raise OSError(errno.EDEADLK, "another process has it")

    monkeypatch.setitem(sys.modules, "msvcrt", SimpleNamespace(LK_LOCK=1, locking=locking))
    monkeypatch.setattr(sys, "platform", "win32")
    (debate := tmp_path / "d").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with alone(debate) as held:
        assert held and len(tried) == 3
        assert [path.suffix for path in tmp_path.glob("argmap-*")] == [".lock"]
    assert list(debate.iterdir()) == []


def test_a_reader_finishes_no_journal_of_a_command_that_still_writes(tmp_path: Path) -> None:
    folder, cache = tmp_path / "repository/arguments/d", tmp_path / "cache"
    (folder / "b").mkdir(parents=True)
    for name, content in {**BEFORE, "debate.yaml": b""}.items():
        (folder / name).write_bytes(content)
    environment = {**os.environ, "ARGMAP_CACHE": str(cache)}
    program = "from argmap.cli.debates.workspace import Workspace; Workspace.here().find(['d'])"
    noted(folder, cache / "transactions" / f"{digest([str(folder)])}.json")
    before = contents(folder)
    with alone(folder):
        reader = subprocess.Popen([sys.executable, "-c", program], cwd=folder.parents[1], env=environment)
        with pytest.raises(subprocess.TimeoutExpired):
            reader.wait(2)
        assert contents(folder) == before, "it is the writer's to finish"
    assert reader.wait(60) == 0
    assert contents(folder) == {**AFTER, "debate.yaml": b""}


@pytest.mark.parametrize(("writer", "done"), [(os.getpid(), False), (None, True)], ids=["runs", "is gone"])
def test_without_a_lock_the_journal_of_a_process_that_runs_is_left(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, writer: int | None, done: bool
) -> None:
    journal = tmp_path / "journal"
    noted(folder, journal)
    if writer:
        journal.write_text(json.dumps({**json.loads(journal.read_text()), "process": writer}))
    before = contents(folder)
    finish(folder, journal, held=False)
    assert (contents(folder) != before) == done == (not journal.exists())


def test_a_disk_that_is_full_is_told_with_the_file_that_was_to_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left") as caught:
        stage(tmp_path / "map.svg", b"x")
    assert caught.value.filename == str(tmp_path / "map.svg") and not list(tmp_path.iterdir())


@pytest.mark.parametrize("fault", [OSError(errno.ENOSPC, "No space left on device"), KeyboardInterrupt()])
def test_a_change_that_fails_leaves_no_folder(folder: Path, tmp_path: Path, monkeypatch, fault: BaseException) -> None:
    def fails(*_: object) -> None:
        raise fault

    monkeypatch.setattr("argmap.system.transactions._fill", fails)
    with pytest.raises(type(fault)):
        carry_out(folder, {"x/y/z": FileChange(None, b"1"), "b/e/f": FileChange(None, b"2")}, tmp_path / "c/journal")
    assert sorted(path.name for path in folder.rglob("*")) == ["a", "b", "c", "gone"]
