"""What the user is told of transactions: where they are less safe, and where a journal cannot be followed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from argmap.cli.building import outputs
from argmap.cli.cache.stamps import digest
from argmap.cli.options import written_files
from argmap.system.transactions import alone
from tests.cli.run import Program
from tests.system.test_transactions import contents

COSTS = "arguments/school-start/positions/costs.yaml"
RENAME = ["rename", "we-should-act", "act"]


@pytest.mark.parametrize(("command", "said"), [(RENAME, True), (["accept", "--all"], False)], ids=str)
def test_without_a_cache_folder_it_is_said_that_several_files_are_less_safe(
    small: Program, monkeypatch: pytest.MonkeyPatch, command: list[str], said: bool
) -> None:
    monkeypatch.setenv("ARGMAP_CACHE", str(small.write("file", "") / "below"))
    result = small(*command)
    assert result.code == 0
    assert ("note: no cache folder can be written" in result.err) == said


def test_whoever_has_no_home_has_no_cache(small: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("ARGMAP_CACHE", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)

    def homeless() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(Path, "home", homeless)
    assert small("check").code == 0 and small("build", "-q").code == 0


def test_a_journal_that_cannot_be_written_leaves_all_as_it_was(small: Program) -> None:
    (small.folder.parent / "cache/transactions").rmdir()
    small.write("../cache/transactions", "")
    before = contents(small.folder)
    result = small(*RENAME)
    assert (result.code, "transactions" in result.err) == (2, True)
    assert contents(small.folder) == before


@pytest.mark.parametrize("command", [RENAME, ["check"], ["fmt"], ["build"]], ids=str)
@pytest.mark.parametrize("text", ["", "{}", '{"root": "/elsewhere", "process": 1, "files": {}}'])
def test_a_bad_journal_is_named_with_what_to_do(small: Program, command: list[str], text: str) -> None:
    folder = small.folder / "arguments/school-start"
    journal = Path(f"../cache/transactions/{digest([str(folder.resolve())])}.json")
    small.write(str(journal), text)
    before = contents(small.folder)
    result = small(*command)
    assert result.code == 2
    assert journal.name in result.err and "then delete it" in result.err
    assert contents(small.folder) == before


MEANWHILE = {
    "build": (["build", "-q"], outputs, "output/school-start/index.html"),
    "baseline": (["check", "--baseline", "base", "--update-baseline"], written_files, "base"),
    "merge": (["merge", "b.yaml", "o.yaml", "t.yaml"], written_files, "o.yaml"),
}


@pytest.mark.parametrize("name", MEANWHILE)
def test_what_is_saved_while_a_command_is_at_work_is_kept_and_named(
    small: Program, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    command, module, path = MEANWHILE[name]
    for letter in "bot":
        small.write(f"{letter}.yaml", f"title: {letter}\n")
    if name == "baseline":
        assert small(*command).code == 0
    make = module.change

    def slow(folder: Path, changes: object) -> None:
        small.write(path, "saved")
        make(folder, changes)

    monkeypatch.setattr(module, "change", slow)
    result = small(*command)
    assert result.code == 2
    assert f"{Path(path).name} changed while argmap was at work" in result.err
    assert (small.folder / path).read_text() == "saved"
    assert not list(small.folder.rglob("*.tmp"))


@pytest.mark.parametrize(
    ("command", "folder"),
    [(["new", "other"], "."), (["sources", "import", "refs.bib"], "arguments/school-start"),
     (["build", "-q"], "output/school-start"),
     (["merge", "base.yaml", COSTS, "theirs.yaml"], "arguments/school-start")],
    ids=str,
)  # fmt: skip
def test_a_command_that_changes_files_waits_for_another(small: Program, command: list[str], folder: str) -> None:
    small.write("refs.bib", "@book{a, title={A}, author={B}, year=2001}\n")
    text = (small.folder / COSTS).read_text(encoding="utf-8")
    small.write("base.yaml", text)
    small.write("theirs.yaml", f"{text}# read\n")
    (small.folder / folder).mkdir(parents=True, exist_ok=True)
    before = contents(small.folder)
    with alone(small.folder / folder):
        other = subprocess.Popen([sys.executable, "-m", "argmap", *command], cwd=small.folder, env=os.environ)
        with pytest.raises(subprocess.TimeoutExpired):
            other.wait(5)
        assert contents(small.folder) == before
    assert other.wait(60) == 0
    assert contents(small.folder) != before


@pytest.mark.skipif(os.name == "nt", reason="a shell of POSIX sets the limit")
@pytest.mark.parametrize(
    ("command", "code"),
    [("new e", 2), ("build -q -j 1 -o made/x", 2), ("schema -o made/x", 2), ("build -q broken -o made/x", 2)],
)
def test_a_command_that_fails_leaves_no_folder(small: Program, command: str, code: int) -> None:
    small.write("arguments/broken/debate.yaml", "[")
    folder = small.folder
    before = sorted(folder.rglob("*"))
    done = subprocess.run(
        ["/bin/sh", "-c", f'ulimit -f 0; exec "$0" -m argmap {command}', sys.executable], cwd=folder, timeout=120,
        capture_output=True, text=True, env={**os.environ, "ARGMAP_CACHE": str(folder.parent / "cache")},
    )  # fmt: skip
    assert (done.returncode, sorted(folder.rglob("*"))) == (code, before), done.stderr
