"""The disk: what cannot be read is a fault with a name, and nothing is ever half written."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from argmap import files
from argmap.files import load_folder, read_folder, read_snapshots, write_atomic


def rules(folder: Path) -> set[str]:
    return {diagnostic.rule for diagnostic in load_folder(folder).diagnostics}


def test_a_folder_where_a_file_should_be(tmp_path: Path) -> None:
    (tmp_path / "debate.yaml").mkdir()
    assert "not-a-file" in rules(tmp_path)
    assert all(fault.help for fault in read_folder(tmp_path)[1]), "a fault says what to do"


def test_a_pipe_is_not_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "debate.yaml")
    assert "not-a-file" in rules(tmp_path)


def test_a_link_may_not_lead_out_of_the_debate(tmp_path: Path) -> None:
    outside = tmp_path / "secret.yaml"
    outside.write_text("position: secret\n")
    folder = tmp_path / "debate"
    (folder / "positions").mkdir(parents=True)
    (folder / "positions" / "a.yaml").symlink_to(outside)
    contents, faults = read_folder(folder)
    assert contents == {}
    assert [fault.rule for fault in faults] == ["outside-folder"]


def test_a_link_inside_the_debate_is_followed(tmp_path: Path) -> None:
    (tmp_path / "kept.yaml").write_text("references: []\n")
    (tmp_path / "sources.yaml").symlink_to(tmp_path / "kept.yaml")
    assert read_folder(tmp_path) == ({"sources.yaml": b"references: []\n"}, [])


def test_the_lock_is_a_file_of_the_debate_like_any_other(tmp_path: Path) -> None:
    (tmp_path / "argmap.lock").write_bytes(b"# nothing\n")
    assert read_folder(tmp_path) == ({"argmap.lock": b"# nothing\n"}, [])
    (tmp_path / "argmap.lock").unlink()
    (tmp_path / "argmap.lock").mkdir()
    assert "not-a-file" in rules(tmp_path)


def test_snapshots_are_read_by_their_endings_and_nothing_else_is(tmp_path: Path) -> None:
    assert read_snapshots(tmp_path, (".txt",)) == ({}, [])
    folder = tmp_path / "snapshots"
    folder.mkdir()
    for name in ("a.txt", "b.TXT", "c.docx", ".d.txt"):
        (folder / name).write_bytes(b"x")
    (folder / "e.txt").mkdir()
    (folder / "f.txt").symlink_to("/etc/hostname")
    found, faults = read_snapshots(tmp_path, (".txt",))
    assert found == {"snapshots/a.txt": b"x", "snapshots/b.TXT": b"x"}
    assert [(fault.rule, fault.span.file) for fault in faults] == [
        ("not-a-file", "snapshots/e.txt"),
        ("outside-folder", "snapshots/f.txt"),
    ]


def test_links_in_a_circle_are_named(tmp_path: Path) -> None:
    (tmp_path / "debate.yaml").symlink_to(tmp_path / "debate.yaml")
    assert "unreadable-file" in rules(tmp_path)


def test_a_huge_file_is_refused_unread(tmp_path: Path) -> None:
    with (tmp_path / "debate.yaml").open("wb") as file:
        file.truncate(200_000_000)
    assert "file-too-large" in rules(tmp_path)


def test_an_empty_folder_and_none_at_all_are_faults_not_crashes(tmp_path: Path) -> None:
    assert load_folder(tmp_path).debate is None
    assert load_folder(tmp_path / "absent").debate is None


def test_a_device_is_written_to_and_stays_a_device() -> None:
    write_atomic(Path(os.devnull), "nothing")
    assert not Path(os.devnull).is_file()


def test_nothing_is_written_through_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.svg").write_text("before")
    (tmp_path / "link.svg").symlink_to(tmp_path / "real.svg")
    with pytest.raises(OSError, match="link"):
        write_atomic(tmp_path / "link.svg", "after")
    assert (tmp_path / "real.svg").read_text() == "before"


def test_a_pipe_that_nobody_reads_ends_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(OSError, match="No such device"):
        write_atomic(tmp_path / "pipe", "after")


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o755])
def test_a_file_keeps_its_mode(tmp_path: Path, mode: int) -> None:
    target = tmp_path / "debate.yaml"
    target.write_text("before")
    target.chmod(mode)
    write_atomic(target, "after")
    assert (target.read_text(), target.stat().st_mode & 0o777) == ("after", mode)


def test_a_failed_write_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "map.svg"
    target.write_text("before")
    monkeypatch.setattr(files.Path, "replace", lambda *_: (_ for _ in ()).throw(OSError("disk full")))
    with pytest.raises(OSError, match="disk full"):
        write_atomic(target, "after")
    monkeypatch.undo()
    assert target.read_text() == "before"
    assert [path.name for path in tmp_path.iterdir()] == ["map.svg"]


@pytest.mark.parametrize(
    "names",
    [
        ["con"],
        ["NUL"],
        ["com1.x"],
        ["d."],
        ["d", "D"],
        ["caf\u00e9", "cafe\u0301"],
        ["Index.html"],
        [".argmap-files"],
        [".git"],
    ],
)
def test_the_name_of_a_folder_that_some_systems_do_not_allow_is_a_fault(tmp_path: Path, names: list[str]) -> None:
    for name in names:
        (tmp_path / name).mkdir()
        (tmp_path / name / "debate.yaml").write_text(
            "debate: d\ntitle: T\nresolutions: [{claim: plan, text: We should.}]\n"
        )
    if len(list(tmp_path.iterdir())) < len(names):
        pytest.skip("this system takes the two for one")
    for name in names:
        assert [each.rule for each in load_folder(tmp_path / name).diagnostics] == ["unportable-file-name"]
