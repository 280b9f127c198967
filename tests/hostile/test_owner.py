"""Settings and debates are taken from folders of the user's own, as git does."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from argmap.cli.main import main
from argmap.cli.settings import ownership

DEBATE = "debate: d\ntitle: T?\nresolutions:\n  - claim: plan\n    text: We should.\n"
COMMANDS = (
    ["check"], ["build"], ["evaluate"], ["fmt"], ["map", "-o", "m.svg"], ["brief", "policy"], ["explain", "plan"],
    ["rename", "plan", "scheme"], ["questions"], ["verify"], ["accept", "plan"], ["sensitivity"], ["critical"],
)  # fmt: skip

pytestmark = pytest.mark.skipif(not hasattr(os, "geteuid"), reason="folders have owners on Unix only")


@pytest.fixture
def foreign(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a debate that belongs to somebody else: for the test, we are somebody else."""
    root = tmp_path / "theirs"
    (root / "arguments/d").mkdir(parents=True)
    (root / "arguments/d/debate.yaml").write_text(DEBATE)
    monkeypatch.chdir(root)
    monkeypatch.setattr(os, "geteuid", lambda: root.stat().st_uid + 1)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "gitconfig"))
    monkeypatch.setenv("ARGMAP_CACHE", str(tmp_path / "cache"))
    ownership._safe.cache_clear()
    yield root
    ownership._safe.cache_clear()


def run(*words: str) -> int:
    with pytest.raises(SystemExit) as done:
        main(list(words))
    return int(done.value.code or 0)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda words: words[0])
@pytest.mark.parametrize("settings", [None, "argmap.toml", "pyproject.toml"])
def test_nothing_is_taken_from_another_users_folder(
    foreign: Path, command: list[str], settings: str | None, capsys: pytest.CaptureFixture[str]
) -> None:
    if settings:
        (foreign / settings).write_text("[tool.argmap]\n" if settings == "pyproject.toml" else "")
    before = sorted(foreign.rglob("*"))
    assert run(*command) == 2
    said = capsys.readouterr().err
    assert "belongs to another user" in said
    assert "safe.directory" in said
    assert sorted(foreign.rglob("*")) == before


def _allowed_by_git(folder: Path, _: pytest.MonkeyPatch) -> None:
    subprocess.run(["git", "config", "--global", "--add", "safe.directory", str(folder)], check=True)


def _allowed_by_variable(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ARGMAP_SAFE_DIRECTORY", os.pathsep.join(["/nowhere", str(folder)]))


@pytest.mark.parametrize("allow", [_allowed_by_git, _allowed_by_variable])
def test_what_the_message_says_allows_it(
    foreign: Path, allow, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (foreign / "argmap.toml").write_text("")
    assert run("check") == 2
    named = capsys.readouterr().err.split("safe.directory ")[1].split()[0]
    allow(Path(named), monkeypatch)
    ownership._safe.cache_clear()
    assert run("check") == 0


@pytest.mark.parametrize(
    ("said", "covers"),
    [
        ("*", True),
        ("{}", True),
        ("{}/*", True),
        ("{}/../..", True),
        ("{}/sub", False),
        ("{}/../../*", True),
        ("/nowhere/*", False),
        ("", False),
    ],
)
def test_patterns_are_gits(foreign: Path, said: str, covers: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ARGMAP_SAFE_DIRECTORY", said.format(foreign))
    ownership._safe.cache_clear()
    assert (run("check") == 0) is covers


def test_an_empty_entry_of_git_takes_back_what_was_said(foreign: Path) -> None:
    for value in ("*", ""):
        subprocess.run(["git", "config", "--global", "--add", "safe.directory", value], check=True)
    assert run("check") == 2
    subprocess.run(["git", "config", "--global", "--add", "safe.directory", "*"], check=True)
    ownership._safe.cache_clear()
    assert run("check") == 0


def test_a_repository_cannot_allow_itself(foreign: Path) -> None:
    subprocess.run(["git", "init", "-q"], check=True)
    subprocess.run(["git", "config", "--local", "safe.directory", "*"], check=False, capture_output=True)
    assert run("check") == 2


def test_sudo_works_in_the_folder_of_whoever_said_sudo(foreign: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setattr(
        ownership.Path, "stat", lambda *_, **__: os.stat_result((0o40755, 1, 1, 1, 1234, 0, 0, 0, 0, 0))
    )
    assert not ownership._is_own(foreign)
    monkeypatch.setenv("SUDO_UID", "1234")
    assert ownership._is_own(foreign)
