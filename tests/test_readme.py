"""The README is the contract: its commands run, its examples are real, its tables are what the code says."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from argmap.cli.main import COMMANDS
from tests.cli.run import Program
from tests.conftest import ROOT
from tests.readme import README, renewed
from tests.scratch import Scratch

TEXT = README.read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", TEXT, re.S | re.M)


def argmap_commands() -> list[str]:
    lines = [line for block in blocks("sh") for line in block.splitlines() if line.startswith("argmap ")]
    assert len(lines) >= 8
    return lines


@pytest.fixture
def repository(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Program:
    """The program in a copy of this repository's debates."""
    folder = tmp_path / "clone"
    shutil.copytree(ROOT / "arguments", folder / "arguments")
    Scratch(folder).commit("as it is")
    return Program(folder, capsys, monkeypatch)


def test_the_generated_parts_are_current() -> None:
    assert renewed(TEXT) == TEXT, "run python -m tests.readme"


def test_every_argmap_command_runs(repository: Program) -> None:
    for line in argmap_commands():
        result = repository(*shlex.split(line)[1:])
        assert result.code == 0, f"{line}\n{result.err}"


def test_what_a_command_prints_is_what_the_readme_shows(repository: Program) -> None:
    shown = blocks("console")
    assert len(shown) >= 4
    for block in shown:
        commands = [line.removeprefix("$ ") for line in block.splitlines() if line.startswith("$ ")]
        assert block.startswith("".join(f"$ {command}\n" for command in commands)), "commands first"
        for command in commands[:-1]:
            subprocess.run(["sh", "-c", command], cwd=repository.folder, check=True)
        output = repository(*shlex.split(commands[-1])[1:]).out
        assert re.sub(r"\([0-9a-f]{7}\)", "(1a2b3c4)", output) == "".join(block.splitlines(True)[len(commands) :])


def test_the_yaml_example_is_the_file_that_was_drawn() -> None:
    example = blocks("yaml")[0]
    assert len(example.splitlines()) == 10
    file = (ROOT / "arguments/tripwire/positions/deterrence.yaml").read_text(encoding="utf-8")
    assert file.partition("\n")[2] == example
    assert "output/tripwire/maps/map.svg" in TEXT


def test_the_python_example_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    (example,) = blocks("python")
    names: dict[str, object] = {}
    exec(compile(example, "README.md", "exec"), names)
    assert str(names["svg"]).startswith("<svg") and str(names["memo"]).startswith("# ")


def test_the_docstring_of_the_package_runs() -> None:
    run = subprocess.run(
        [sys.executable, "-m", "doctest", "argmap/__init__.py"], cwd=ROOT, capture_output=True, text=True, timeout=120
    )
    assert run.returncode == 0, run.stdout


def test_every_command_is_in_the_table_and_nothing_else() -> None:
    named = re.findall(r"^\| `argmap (\w+)", TEXT, re.M)
    assert sorted(named) == sorted(COMMANDS)


def test_everything_linked_is_there() -> None:
    links = re.findall(r"\]\(([^)#]+)\)|(?:src|srcset)=\"([^\"]+)\"", TEXT)
    for target in (one or other for one, other in links):
        assert (ROOT / target).exists(), target


def test_ci_calls_the_readmes_test_command() -> None:
    (line,) = [line for block in blocks("sh") for line in block.splitlines() if "pytest" in line]
    script = (ROOT / ".ci/run").read_text(encoding="utf-8")
    assert "pip install -q -e '.[dev]'" in line and "-m pip install -q -e '.[dev]'" in script
    assert line.endswith("-m pytest -n auto") and "-m pytest -n auto" in script


@pytest.mark.slow
def test_the_first_command_builds_what_is_committed(tmp_path: Path) -> None:
    """In a fresh copy and a fresh virtual environment, by the README's own line."""
    if os.environ.get("CI") != "true":
        pytest.skip("installs a whole environment; CI runs it")
    clone = tmp_path / "clone"
    ignored = shutil.ignore_patterns(".git", "output", ".venv", "__pycache__", ".*_cache", ".hypothesis")
    shutil.copytree(ROOT, clone, ignore=ignored)
    lines = [line for block in blocks("sh") for line in block.splitlines()]
    (line,) = [line for line in lines if "venv" in line and "argmap build" in line]
    environment = {name: value for name, value in os.environ.items() if name not in ("VIRTUAL_ENV", "PYTHONPATH")}
    environment["ARGMAP_CACHE"] = str(tmp_path / "cache")
    run = subprocess.run(["sh", "-c", line], cwd=clone, env=environment, capture_output=True, text=True, timeout=900)
    assert run.returncode == 0, run.stderr
    built = {p.relative_to(clone): p.read_bytes() for p in (clone / "output").rglob("*") if p.is_file()}
    committed = {p.relative_to(ROOT): p.read_bytes() for p in (ROOT / "output").rglob("*") if p.is_file()}
    assert built.keys() == committed.keys()
    assert [str(name) for name in built if built[name] != committed[name]] == []
