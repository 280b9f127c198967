"""Nothing is written, removed or read outside of what was meant, wherever links and settings lead."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from argmap.cli.input_fault import standard_input
from argmap.system.paths import is_stream
from tests.cli.run import Program
from tests.conftest import ROOT

pytestmark = pytest.mark.skipif(os.name == "nt", reason="links need no right on Unix only")
SECRET = "TOKEN=hunter2\nPATH=/x\n"


@pytest.fixture
def argmap(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Program:
    folder = tmp_path / "repository"
    folder.mkdir()
    program = Program(folder, capsys, monkeypatch)
    assert program("new", "d", "--title", "Should we?").code == 0
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside/secret").write_text(SECRET)
    return program


@pytest.fixture(autouse=True)
def _no_test_hangs() -> Iterator[None]:
    """Whatever waits for a pipe for ever fails after a minute."""
    signal.alarm(60)
    yield
    signal.alarm(0)


def outside(program: Program) -> dict[str, str]:
    root = program.folder.parent / "outside"
    return {path.relative_to(root).as_posix(): path.read_text() for path in sorted(root.rglob("*")) if path.is_file()}


OUTPUTS = (
    "output", "output/d", "output/d/briefs", "output/d/maps", "output/d/briefs/policy.md", "output/d/index.html",
    "output/index.html", "output/d/.argmap-files", "output/.argmap-files",
)  # fmt: skip


@pytest.mark.parametrize("link", OUTPUTS)
@pytest.mark.parametrize("options", [[], ["-o", "output", "--overwrite"]], ids=" ".join)
def test_build_writes_through_no_link(argmap: Program, link: str, options: list[str]) -> None:
    if not options:
        assert argmap("build", "-q").code == 0
    target = argmap.folder / link
    elsewhere = argmap.folder.parent / "outside"
    if target.is_dir():
        target.rename(elsewhere / "moved")
        target.symlink_to(elsewhere / "moved")
    else:
        target.unlink(missing_ok=True)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.symlink_to(elsewhere / "secret" if target.suffix or "." in target.name else elsewhere)
    before = outside(argmap)
    path = argmap.folder / "arguments/d/debate.yaml"
    path.write_text(path.read_text().replace("Should we?", "Must we?"))
    result = argmap("build", "-q", *options)
    assert result.code == 2
    assert "is a link" in result.err
    assert outside(argmap) == before


NOTES = ("briefs/my-notes.md", "notes.txt", "maps/case.svg", "briefs/policy.md", ".bashrc")


@pytest.mark.parametrize("digests", [[], ["0" * 64], ["0" * 64, "1" * 64], ["0" * 64, "1" * 64, "2" * 64]], ids=len)
def test_a_list_that_a_branch_brings_has_nothing_removed_that_build_did_not_make(
    argmap: Program, digests: list[str]
) -> None:
    argmap("build", "-q")
    output, made = argmap.folder / "output/d", (argmap.folder / "output/d/briefs/policy.md").read_text()
    listed = (output / ".argmap-files").read_text()
    kept = [line for line in listed.splitlines() if not line.endswith(NOTES)]
    (output / ".argmap-files").write_text(
        "\n".join([*kept, *(f"{each}  {name}" for name in NOTES for each in digests)])
    )
    for name in NOTES:
        (output / name).write_text("mine")
    result = argmap("build", "--force")
    there = {name: (output / name).read_text() for name in NOTES}
    replaced = there.pop("briefs/policy.md")
    assert set(there.values()) == {"mine"}
    assert replaced == (made if len(digests) > 1 else "mine") and "briefs/policy.md" in result.err


@pytest.mark.parametrize("variable", ["XDG_CACHE_HOME", "HOME"])
def test_no_cache_is_taken_from_the_repository(argmap: Program, variable: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("ARGMAP_CACHE", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(argmap.folder.parent / "home"))
    monkeypatch.setenv(variable, "cache")
    assert argmap("build", "-q").code == 0
    assert not (argmap.folder / "cache").exists()


@pytest.mark.parametrize("name", ["debate.yaml", "sources.yaml", "positions/benefits.yaml", "positions", "argmap.lock"])
@pytest.mark.parametrize(
    "command", [["fmt"], ["check", "--fix"], ["rename", "we-should-act", "act"], ["accept", "--all"], ["verify"]],
    ids=" ".join,
)  # fmt: skip
def test_no_command_changes_what_a_link_leads_to(argmap: Program, name: str, command: list[str]) -> None:
    path, elsewhere = argmap.folder / "arguments/d" / name, argmap.folder.parent / "outside" / Path(name).name
    if name == "argmap.lock":
        path.write_text("")
    for file in [path] if path.is_file() else sorted(path.iterdir()):
        file.write_text(file.read_text().replace("title:", "title:  "))
    path.rename(elsewhere)
    path.symlink_to(elsewhere)
    before = outside(argmap)
    argmap(*command)
    assert outside(argmap) == before
    assert path.is_symlink()


@pytest.mark.parametrize("name", ["d", "arguments"])
@pytest.mark.parametrize(
    "command",
    [["fmt"], ["check", "--fix"], ["build"], ["new", "e"], ["fmt", "--diff", "arguments/d/debate.yaml"],
     ["check", "arguments/d/positions"], ["check", "arguments/d/debate.yaml"],
     ["accept", "--all", "-d", "arguments/d/"]],
    ids=" ".join,
)  # fmt: skip
def test_no_debate_under_arguments_is_a_link(argmap: Program, name: str, command: list[str]) -> None:
    path = argmap.folder / "arguments" if name == "arguments" else argmap.folder / "arguments/d"
    path.rename(argmap.folder.parent / "outside/theirs")
    path.symlink_to(argmap.folder.parent / "outside/theirs")
    before = outside(argmap)
    result = argmap(*command)
    assert outside(argmap) == before
    if command[0] != "new" or name == "arguments":
        assert result.code == 2
        assert "is a link" in result.err


@pytest.mark.parametrize(
    "out",
    ["link/x.md", "{root}/link/x.md", "{root}/../repository/link/x.md", "link/../outside/x.md",
     "sub/../link/x.md", "last.md", "{root}/last.md", "../repository/last.md", "sub/../last.md", "{alias}/last.md"],
)  # fmt: skip
@pytest.mark.parametrize("where", [".", "sub"])
@pytest.mark.parametrize(
    "command", [["brief", "policy", "-o"], ["check", "--update-baseline", "--baseline"]], ids=" ".join
)
def test_no_result_is_written_through_a_link_of_the_repository(
    argmap: Program, out: str, where: str, command: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (argmap.folder / "sub").mkdir()
    elsewhere = argmap.folder.parent / "outside"
    (argmap.folder / "link").symlink_to(elsewhere)
    (argmap.folder / "last.md").symlink_to(elsewhere / "secret")
    (argmap.folder.parent / "alias").symlink_to(argmap.folder)
    monkeypatch.chdir(argmap.folder / where)
    path = out.format(root=argmap.folder, alias=argmap.folder.parent / "alias")
    if where == "sub" and not path.startswith("/"):
        path = f"../{path}"
    before = outside(argmap)
    result = argmap(*command, path)
    assert result.code == 2
    assert "is a link, and argmap follows none" in result.err
    assert outside(argmap) == before


def test_a_link_above_the_repository_is_the_users_own(argmap: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    alias = argmap.folder.parent / "alias"
    alias.symlink_to(argmap.folder)
    assert argmap("brief", "policy", "-o", str(alias / "x.md")).code == 0
    assert argmap("brief", "policy", "-o", "../outside/x.md").code == 0
    assert argmap("brief", "policy", "-o", "/dev/null").code == 0


@pytest.mark.parametrize("link", [".gitattributes", "arguments"])
def test_new_writes_all_or_nothing_and_through_no_link(argmap: Program, link: str) -> None:
    path, elsewhere = argmap.folder / link, argmap.folder.parent / "outside/theirs"
    path.rename(elsewhere)
    if elsewhere.is_file():
        elsewhere.write_text("")
    path.symlink_to(elsewhere)
    before = outside(argmap)
    assert argmap("new", "e").code == 2
    assert outside(argmap) == before
    assert not (argmap.folder / "arguments/e").exists()


@pytest.mark.parametrize("setting", ["arguments", "output", "baseline", "style"])
@pytest.mark.parametrize(
    "value", ["../outside", "/proc/self/environ", "{}/secret", "a/../../outside/secret", "link", ".git", ".GIT/x",
              "../outside/x.csl", "link.csl", ".git/x.csl"],
)  # fmt: skip
def test_settings_name_nothing_outside(argmap: Program, setting: str, value: str) -> None:
    elsewhere = argmap.folder.parent / "outside"
    for name in ("link", "link.csl"):
        (argmap.folder / name).symlink_to(elsewhere / "secret")
    (elsewhere / "x.csl").write_text(SECRET)
    (argmap.folder / ".git").mkdir()
    (argmap.folder / ".git/x.csl").write_text(SECRET)
    file, table = ("pyproject.toml", "[tool.argmap]\n") if value == "link" else ("argmap.toml", "")
    argmap.write(file, f'{table}{setting} = "{value.format(elsewhere)}"\n')
    before = outside(argmap)
    for command in (["check"], ["build"], ["check", "--update-baseline"]):
        result = argmap(*command)
        assert "hunter2" not in result.out + result.err
        assert result.code == 2 or (setting in ("output", "style")) == (command[0] == "check")
    assert outside(argmap) == before
    assert [path.name for path in (argmap.folder / ".git").iterdir()] == ["x.csl"]
    if value.endswith(".csl") and setting == "style":
        assert "the setting 'style' must name something below" in argmap("brief", "policy", "d").err


@pytest.mark.parametrize(
    "name", ["argmap.toml", "pyproject.toml", "arguments/d/debate.yaml", "arguments/d/positions/x.yaml",
             "arguments/d/argmap.lock", "arguments/d/snapshots/s.txt", "arguments/d/sources.yaml", "base"],
)  # fmt: skip
@pytest.mark.parametrize("target", ["secret", "/proc/self/environ"])
def test_the_text_of_a_file_elsewhere_is_never_shown(
    argmap: Program, name: str, target: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TOKEN", "hunter2")
    path = argmap.folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    path.symlink_to(argmap.folder.parent / "outside" / target)
    file = ["fmt", "--diff", name] if name.endswith(".yaml") else ["check"]
    for command in (["check"], ["verify"], ["fmt", "--diff"], file, ["check", "--baseline", "base"], ["build"]):
        result = argmap(*command)
        assert "hunter2" not in result.out + result.err


@pytest.mark.parametrize("name", ["debate.yaml", "positions/x.yaml", "argmap.lock", "snapshots/s.txt", "argmap.toml"])
def test_what_git_keeps_for_itself_is_never_shown(argmap: Program, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A token may stand there, and a debate that is a repository has it below its own folder."""
    repository = argmap.folder / "arguments/d"
    monkeypatch.chdir(repository)
    (repository / ".git").mkdir()
    (repository / ".git/config").write_text(f"[http]\n{SECRET}[")
    path = repository / name
    path.parent.mkdir(exist_ok=True)
    path.unlink(missing_ok=True)
    path.symlink_to(repository / ".git/config")
    for command in (["check"], ["verify"], ["fmt", "--diff", name]):
        result = argmap(*command)
        assert "hunter2" not in result.out + result.err


def test_the_list_of_debates_tells_nothing_from_behind_a_link(argmap: Program) -> None:
    elsewhere = argmap.folder.parent / "outside"
    (elsewhere / "index.html").write_text("<title>hunter2</title>")
    (argmap.folder / "output").mkdir()
    (argmap.folder / "output/e").symlink_to(elsewhere)
    assert argmap("build", "-q").code == 0
    assert "hunter2" not in (argmap.folder / "output/index.html").read_text()


READ = ("argmap.toml", "pyproject.toml", "arguments", "arguments/d", "arguments/d/debate.yaml", "base",
        "arguments/d/positions/x.yaml", "arguments/d/argmap.lock", "arguments/d/snapshots/s.txt",
        "arguments/d/positions")  # fmt: skip
WRITTEN = ("output", "output/index.html", "output/d/briefs", "output/d/maps/map.svg", "output/d/.argmap-files", "m.svg")


@pytest.mark.parametrize("name", [*READ, *WRITTEN])
@pytest.mark.parametrize("kind", ["pipe", "folder", "device", "circle"])
def test_what_is_no_file_ends_in_an_error_at_once(argmap: Program, name: str, kind: str) -> None:
    path = argmap.folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.is_dir():
        path.rename(argmap.folder / "away")
    path.unlink(missing_ok=True)
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "folder":
        path.mkdir()
    else:
        path.symlink_to("/dev/zero" if kind == "device" else path.name)
    reading = (["check", "--fix"], ["fmt"], ["verify"], ["check", "--baseline", "base"], ["check", name])
    writing = (["build"], ["build", "--check"], ["build", "--overwrite"])
    for command in reading if name in READ else [["map", "-o", "m.svg"]] if name == "m.svg" else writing:
        result = argmap(*command)  # an error of ours would print a traceback, on which the program fails
        assert "argmap itself failed" not in result.err, (command, result.err)
        assert not name.endswith(".toml") or (result.code, "ordinary file" in result.err) == (2, True), command


def test_no_rest_of_a_killed_run_is_removed_behind_a_link(argmap: Program) -> None:
    rest = argmap.folder.parent / "outside/positions/.argmap-999999999-0123456789abcdef.tmp"
    rest.parent.mkdir()
    rest.write_text("theirs")
    (argmap.folder / "arguments/e").symlink_to(rest.parent.parent)
    argmap("check", "d")
    assert rest.exists()


def test_links_are_followed_by_what_bears_a_circle() -> None:
    for path in (ROOT / "argmap").rglob("*.py"):
        assert ".resolve()" not in path.read_text(encoding="utf-8"), f"{path}: say real(path)"


@pytest.mark.parametrize(
    ("path", "expected"), [("/dev/stdout", True), ("/dev/fd/3", True), ("/proc/self/fd/1", True), ("/dev/shm/x", False),
                           ("/home/dev/x", False), ("dev/stdout", False)]
)  # fmt: skip
def test_names_of_streams_are_the_systems_own(path: str, expected: bool) -> None:
    assert is_stream(Path(path)) is expected


@pytest.mark.parametrize("kind", ["pipe", "device"])
@pytest.mark.parametrize(
    "command", ["sources import {} -d d", "solve -f {} -p SE-GR", "verify d --text s={}", "merge {} {} {}",
                "merge x.yaml {} x.yaml", "brief policy d --style {}", "rename s t", "check --baseline {}", "new e",
                "speech {}", "import docx {} --name e", "map d -f png -o m.png --font {}"],
)  # fmt: skip
def test_what_is_named_and_is_no_file_ends_in_an_error_at_once(argmap: Program, kind: str, command: str) -> None:
    argmap.write("x.yaml", "a: b\n")
    argmap.write("arguments/d/sources.yaml", "- {id: s, type: report, title: A report}\n")
    argmap.write("arguments/d/snapshots/s.md", "text")
    for path in (
        argmap.folder / "given.csl",
        argmap.folder / "arguments/d/snapshots/s.txt",
        argmap.folder / ".gitattributes",
    ):
        path.unlink(missing_ok=True)
        os.mkfifo(path) if kind == "pipe" else path.symlink_to("/dev/zero")
    result = argmap(*command.format(*["given.csl"] * 3).split())
    assert result.code == 2
    assert "not an ordinary file" in result.err or "is not a file" in result.err or "is a link" in result.err


ENDLESS = ["import docx /dev/zero --name e", "speech /dev/zero -d d", "speech /dev/full -d d", "merge {0} x.yaml {0}",
           "map d -f png -o m.png --font /dev/zero", "solve -f /dev/zero -p SE-GR",
           "verify d --text s=/dev/zero", "sources import /dev/zero -d d"]  # fmt: skip


@pytest.mark.parametrize("command", ENDLESS)
def test_a_device_without_end_is_read_up_to_a_limit(
    argmap: Program, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("argmap.system.paths.MOST_GIVEN", 1_000_000)
    argmap.write("x.yaml", "a: b\n")
    argmap.write("arguments/d/sources.yaml", "- {id: s, type: report, title: A report}\n")
    result = argmap(*command.format("/dev/zero").split())
    assert (result.code, "has more than 1 MB, too much to read" in result.err.replace("\n", " ")) == (2, True)


def test_standard_input_without_end_is_read_up_to_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("argmap.system.paths.MOST_GIVEN", 1_000_000)
    with Path("/dev/zero").open() as endless:
        monkeypatch.setattr(sys, "stdin", endless)
        with pytest.raises(OSError, match="more than 1 MB"):
            standard_input()


@pytest.mark.parametrize("out", ["m.svg/", "m.svg/.", "m.svg//"])
def test_the_name_of_a_folder_is_not_written_to_as_a_file(argmap: Program, out: str) -> None:
    result = argmap("map", "d", "-f", "svg", "-o", out)
    assert result.code == 2 and "is a folder; name the file to write" in result.err
    assert not (argmap.folder / "m.svg").exists()
