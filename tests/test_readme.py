"""README and manual are the contract: their commands run, their examples are real, their tables are the code's."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import tomllib
from pathlib import Path

import click
import pytest
import yaml

from argmap.cli.commands.manual import FOLDER, pages
from argmap.cli.main import COMMANDS, cli
from tests.cli.run import Program
from tests.conftest import ROOT
from tests.readme import EVERY, README, generated, renewed
from tests.scratch import Scratch

TEXTS = {path.stem: path.read_text(encoding="utf-8") for path in EVERY}
TEXT = TEXTS["README"]
INSTALLING = re.compile(
    r"python3 -m venv \.venv|\.venv/bin/pip install -q (-e )?'\.\[\w+\]'|\.venv/bin/python -m pytest .*"
)
"""What `test_the_first_command_builds_what_is_committed` and CI run."""
LINK = re.compile(r"\]\(([^)#]+)[^)]*\)|(?:src|srcset)=\"([^\"]+)\"")
each_page = pytest.mark.parametrize("page", TEXTS)


def blocks(language: str, page: str = "README") -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", TEXTS[page], re.S | re.M)


def commands(page: str) -> list[str]:
    """Every command of the shell blocks of a page."""
    return [part for block in blocks("sh", page) for line in block.splitlines() for part in line.split(" && ")]


@pytest.fixture
def repository(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Program:
    """The program in a copy of this repository's debates."""
    folder = tmp_path / "clone"
    shutil.copytree(ROOT / "arguments", folder / "arguments")
    Scratch(folder).commit("as it is")
    return Program(folder, capsys, monkeypatch)


@each_page
def test_the_generated_parts_are_current(page: str) -> None:
    assert renewed(TEXTS[page]) == TEXTS[page], "run python -m tests.readme"


def test_each_generated_table_has_its_place() -> None:
    assert sorted(re.findall(r"<!-- generated: (\w+) -->", "".join(TEXTS.values()))) == sorted(generated())


@each_page
def test_every_command_runs(page: str, repository: Program) -> None:
    for line in commands(page):
        if not INSTALLING.fullmatch(line) and line != ".venv/bin/argmap build":
            program, *arguments = shlex.split(line)
            assert program.removeprefix(".venv/bin/") == "argmap", line
            result = repository(*arguments)
            assert result.code == 0, f"{line}\n{result.err}"


@each_page
def test_every_command_in_a_sentence_or_a_table_exists(page: str) -> None:
    for code in re.findall(r"`argmap ([^`]+)`", TEXTS[page].replace("\n", " ")):
        name, *rest = code.replace("\\|", "|").split()
        if name == "--version":
            continue
        while isinstance(group := known(name), click.Group) and rest and rest[0] in group.commands:
            name = f"{name} {rest.pop(0)}"
        options = {option for param in known(name).params for option in param.opts} | {"--help"}
        assert [word for word in rest if word.startswith("-") and word != "-" and word not in options] == [], code


def known(name: str) -> click.Command:
    """The command, or the command of a group, of this name."""
    first, *below = name.split()
    command = cli.get_command(click.Context(cli), first)  # type: ignore[attr-defined]
    for part in below:
        command = command.commands[part]
    assert command is not None, name
    return command


def test_the_lines_for_windows_do_the_same() -> None:
    for page, there in (("README", TEXT), ("installing", TEXTS["installing"])):
        (windows,) = blocks("bat", page)
        slashes = windows.replace("\\", "/").replace('"', "'").replace("py -m", "python3 -m")
        line = slashes.replace("Scripts/python -m pip", "bin/pip").replace("Scripts", "bin").strip()
        assert line.replace("\n", " && ") in there or line in there


def test_the_yaml_example_is_the_file_that_was_drawn() -> None:
    example = blocks("yaml")[0]
    assert len(example.splitlines()) == 10
    file = (ROOT / "arguments/tripwire/positions/deterrence.yaml").read_text(encoding="utf-8")
    assert file.partition("\n")[2] == example
    assert "output/tripwire/maps/map.svg" in TEXT


@pytest.mark.parametrize("page", ["README", "python"])
def test_the_python_examples_run(page: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    names: dict[str, object] = {}
    assert blocks("python", page)
    for example in blocks("python", page):
        exec(compile(example, page, "exec"), names)


def test_every_command_is_in_the_table_and_nothing_else() -> None:
    named = re.findall(r"^\| `argmap (\w+)", TEXT, re.M)
    assert sorted(named) == sorted(COMMANDS)


def test_every_page_of_the_manual_is_in_its_index() -> None:
    assert sorted([*pages(), "index"]) == sorted(path.stem for path in FOLDER.iterdir())


@pytest.mark.parametrize("path", EVERY, ids=lambda path: path.stem)
def test_everything_linked_is_there(path: Path) -> None:
    """The manual, which is installed without the rest of the repository, links to its own pages only."""
    for target in (one or other for one, other in LINK.findall(TEXTS[path.stem])):
        assert (path.parent / target).exists(), target
        assert path == README or "/" not in target, target


def test_a_release_makes_every_link_absolute(tmp_path: Path) -> None:
    """What a package index shows knows no other file of the repository."""
    workflow = yaml.safe_load((ROOT / ".github/workflows/release.yml").read_text(encoding="utf-8"))
    (script,) = [step["run"] for step in workflow["jobs"]["build"]["steps"] if "README" in step["name"]]
    for name in ("README.md", "pyproject.toml"):
        shutil.copy(ROOT / name, tmp_path)
    names = {"GITHUB_SERVER_URL": "https://host.example", "GITHUB_REPOSITORY": "a/b", "GITHUB_REF_NAME": "v1"}
    subprocess.run(["bash", "-euc", script], cwd=tmp_path, env={**os.environ, **names}, check=True, timeout=60)
    text = (tmp_path / "README.md").read_text(encoding="utf-8")
    for target in (one or other for one, other in LINK.findall(text)):
        assert re.match(r"https://host\.example/a/b/(raw|blob)/v1/", target), target
        assert (ROOT / target.partition("/v1/")[2]).exists(), target
    assert 'src="https://host.example/a/b/raw/v1/output/' in text
    links = tomllib.loads((tmp_path / "pyproject.toml").read_text(encoding="utf-8"))["project"]["urls"]
    assert {*links} == {"Repository", "Issues", "Changelog"} and (
        ROOT / links["Changelog"].partition("/v1/")[2]
    ).exists()


def test_the_readme_is_short() -> None:
    assert len(TEXT.splitlines()) <= 250


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
