"""Which debate a command is about: the one named, the one in which one stands, else every one. None is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.run import Program
from tests.scratch import Scratch

COMMANDS = [
    ["check"], ["evaluate"], ["build"], ["map", "-f", "dot"], ["brief", "pack"], ["fmt", "--check"], ["critical"],
    ["questions"], ["sensitivity"], ["verify"], ["explain", "it-is-expensive"], ["diff"], ["review"],
    ["rename", "it-is-expensive", "it-costs", "--dry-run"], ["accept", "it-is-expensive"],
]  # fmt: skip


@pytest.fixture
def alone(small: Program) -> Program:
    """A debate that does not stand under `arguments/`, in a repository of git."""
    (small.folder / "arguments/school-start").rename(small.folder / "mine")
    (small.folder / "arguments").rmdir()
    Scratch(small.folder).commit("all")
    return small


class TestADebateOutsideOfArguments:
    @pytest.mark.parametrize("below", ["", "positions", "snapshots/deep"])
    @pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
    def test_every_command_finds_the_one_it_stands_in(
        self, alone: Program, monkeypatch: pytest.MonkeyPatch, command: list[str], below: str
    ) -> None:
        (alone.folder / "mine" / below).mkdir(parents=True, exist_ok=True)
        monkeypatch.chdir(alone.folder / "mine" / below)
        result = alone(*command)
        assert result.code == 0, result.err

    def test_paths_are_from_where_one_stands(self, alone: Program, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(alone.folder / "mine")
        assert alone("check").out.startswith("positions/benefits.yaml:")
        monkeypatch.chdir(alone.folder / "mine/positions")
        assert alone("check").out.startswith("../positions/benefits.yaml:")

    def test_its_output_is_made_beside_its_files(self, alone: Program, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(alone.folder / "mine/positions")
        assert alone("build").code == 0
        assert (alone.folder / "mine/output/mine/index.html").is_file()
        assert alone("check", "--fail-on", "error").code == 0

    def test_a_new_one_is_not_made_inside_of_it(self, alone: Program, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(alone.folder / "mine/positions")
        result = alone("new", "another")
        assert result.code == 2 and "this is the folder of a debate, mine: make another beside it." in result.err
        assert not list(alone.folder.rglob("another"))

    @pytest.mark.parametrize("name", ["mine", "mine/", "./mine", "mine/positions", "mine/sources.yaml"])
    def test_what_is_inside_means_the_debate(self, alone: Program, name: str) -> None:
        assert "10 statements" in alone("check", name).out

    def test_from_above_it_is_named(self, alone: Program) -> None:
        result = alone("check")
        assert result.code == 2 and "there is no debate under arguments/.\nName the folder of one, such as mine." in (
            result.err
        )


@pytest.fixture
def two(small: Program) -> Program:
    """Two debates under `arguments/`."""
    assert small("new", "second").code == 0
    return small


class TestUnderArguments:
    @pytest.mark.parametrize("below", ["", "positions", ".schema"])
    def test_the_one_in_which_one_stands(self, two: Program, monkeypatch: pytest.MonkeyPatch, below: str) -> None:
        monkeypatch.chdir(two.folder / "arguments/second" / below)
        assert "10 statements in 2 positions" in two("check").out
        assert two("map", "-f", "dot").code == 0

    @pytest.mark.parametrize("where", [".", "arguments", "output"])
    def test_elsewhere_every_one(self, two: Program, monkeypatch: pytest.MonkeyPatch, where: str) -> None:
        (two.folder / "output").mkdir()
        monkeypatch.chdir(two.folder / where)
        assert "2 debates, 20 statements" in two("check").out

    @pytest.mark.parametrize("name", [".", "arguments", "arguments/", "../repository"])
    def test_a_folder_of_debates_means_all_of_them(self, two: Program, name: str) -> None:
        assert "2 debates, 20 statements" in two("check", name).out

    def test_another_is_named(self, two: Program, monkeypatch: pytest.MonkeyPatch) -> None:
        two.write("arguments/second/positions/own.yaml", "position: own\narguments: [{claim: only-here, text: X.}]\n")
        monkeypatch.chdir(two.folder / "arguments/school-start")
        assert two("evaluate", "second").code == 0
        result = two("explain", "only-here")
        assert (
            result.code == 2 and "is a statement of second, not of school-start: name it with -d second." in result.err
        )

    def test_it_is_built_into_the_output_of_the_repository(self, two: Program, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(two.folder / "arguments/second/positions")
        assert two("build", "-q").code == 0
        assert [path.name for path in (two.folder / "output").glob("*/")] == ["second"]


class TestNothingIsLost:
    """A folder that holds anything of a debate is checked, whatever became of its header."""

    @pytest.mark.parametrize("command", ["check", "build", "evaluate", "verify"])
    def test_without_its_header(self, two: Program, command: str) -> None:
        (two.folder / "arguments/second/debate.yaml").unlink()
        result = two(command)
        assert result.code == 1
        assert "arguments/second/debate.yaml:1:1 error missing-file" in result.out + result.err

    @pytest.mark.parametrize("left", ["positions", "sources.yaml"])
    def test_whatever_is_left_of_it(self, two: Program, left: str) -> None:
        for path in (two.folder / "arguments/second").iterdir():
            if path.name not in (left, ".schema"):
                path.rename(two.folder.parent / path.name)
        assert two("check").code == 1

    @pytest.mark.parametrize("below", ["", "positions"])
    def test_and_from_inside(self, two: Program, monkeypatch: pytest.MonkeyPatch, below: str) -> None:
        (two.folder / "arguments/second/debate.yaml").rename(two.folder / "arguments/second/debate.yml")
        monkeypatch.chdir(two.folder / "arguments/second" / below)
        result = two("check")
        assert result.code == 1 and "debate.yml is there: rename it to debate.yaml." in result.out

    def test_one_beside_arguments_is_one_more(self, two: Program) -> None:
        for path in (two.folder / "arguments/second").iterdir():
            path.rename(two.folder / path.name)
        result = two("check")
        assert "2 debates, 20 statements" in result.out
        assert "arguments/school-start/debate.yaml:1:1 warning file-not-read" in result.out

    def test_a_folder_of_something_else_is_no_debate(self, two: Program) -> None:
        two.write("arguments/.hidden/positions/x.yaml", "position: x\narguments: []\n")
        two.write("arguments/images/README.md", "# Images\n")
        two.write("arguments/shared/words.yaml", "a: b\n")
        (two.folder / "arguments/empty").mkdir()
        assert "2 debates" in two("check").out

    def test_a_debate_in_a_folder_of_debates(self, two: Program) -> None:
        (two.folder / "arguments/group").mkdir()
        (two.folder / "arguments/second").rename(two.folder / "arguments/group/second")
        result = two("check")
        assert result.code == 1 and "move the folder second out of this one" in result.out

    def test_files_right_in_arguments(self, two: Program) -> None:
        two.write("arguments/loose.yaml", "position: loose\narguments: []\n")
        said = "note: arguments/loose.yaml is ignored: move it into the folder of a debate.\n"
        assert said in two("check").err and said in two("build", "-q").err

    @pytest.mark.parametrize("name", ["debate.yaml", "debate.yml", "positions/x.yaml"])
    def test_a_debate_right_in_arguments(self, two: Program, name: str) -> None:
        two.write(f"arguments/{name}", "debate: x\n")
        result = two("check")
        assert result.code == 2 and "move them there: mkdir arguments/NAME" in result.err


class TestVersions:
    @pytest.fixture
    def git(self, two: Program) -> Scratch:
        git = Scratch(two.folder)
        git.commit("before")
        return git

    def test_a_header_that_is_gone(self, two: Program, git: Scratch) -> None:
        (two.folder / "arguments/second/debate.yaml").unlink()
        assert two("diff", "HEAD").code == 2
        result = two("review", "HEAD", "--fail-on", "error")
        assert result.code == 1 and "debate.yaml" in result.out
        git.commit("after")
        visible = two("review", "HEAD~1", "HEAD", "--fail-on", "error").out.partition("<details>")[0]
        assert visible.count("This folder has no debate.yaml") == 1

    def test_a_debate_that_is_gone_is_no_fault(self, two: Program, git: Scratch) -> None:
        for path in sorted((two.folder / "arguments/second").rglob("*"), reverse=True):
            path.rmdir() if path.is_dir() else path.unlink()
        (two.folder / "arguments/second").rmdir()
        result = two("diff", "HEAD")
        assert result.code == 0 and "no longer has this debate" in result.err

    def test_a_position_that_is_not_read_any_more(self, two: Program, git: Scratch) -> None:
        folder = two.folder / "arguments/second/positions"
        (folder / "more").mkdir()
        (folder / "costs.yaml").rename(folder / "more/costs.yaml")
        here = two("review", "HEAD", "-d", "second", "--fail-on", "error")
        assert here.code == 1 and "Move it to positions/costs.yaml." in two("check").out
        git.commit("after")
        assert two("review", "HEAD~1", "HEAD", "-d", "second", "--fail-on", "error").code == 1


def test_python_sees_the_same(two: Program) -> None:
    import argmap

    folder = two.folder / "arguments/second"
    (folder / "positions/more").mkdir()
    (folder / "positions/costs.yaml").rename(folder / "positions/more/costs.yaml")
    with pytest.raises(argmap.FaultyDebate, match=r"positions/more/costs\.yaml:1:1: file-not-read"):
        argmap.load(folder)
    assert [d.rule for d in argmap.read(Path(folder)).diagnostics] == ["file-not-read"]
