"""`argmap check --changed-since`: the findings that a change brings, and no others."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tests.cli.run import Program
from tests.scratch import Scratch

COSTS = "arguments/school-start/positions/costs.yaml"
POSITION = """\
position: costs
arguments:
  - rebuttal: it-is-expensive
    of: we-should-act
    text: It would cost more than it brings.
    supports:
      - support: buses-cost
        text: Buses would have to run twice.
  - rebuttal: it-is-late
    of: we-should-act
    text: It comes too late.
"""


LATE = "  - rebuttal: too-late\n    of: we-should-act\n    text: Nobody could be ready.\n"


@pytest.fixture
def git(small: Program, monkeypatch: pytest.MonkeyPatch) -> Scratch:
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    scratch = Scratch(small.folder)
    scratch.write(COSTS, POSITION)
    scratch.commit("start")
    return scratch


def found(program: Program, *arguments: str) -> set[str]:
    result = program("check", "-f", "json", "--select", "claim-no-evidence", *arguments)
    assert result.code == 0, result.err
    return {one["at"][1] for one in json.loads(result.out)["diagnostics"]}


class TestCheck:
    def test_nothing_changed_nothing_found(self, small: Program, git: Scratch) -> None:
        assert len(found(small)) == 6 and found(small, "--changed-since", "HEAD") == set()

    def test_what_was_found_before_does_not_count_whatever_is_edited_around_it(
        self, small: Program, git: Scratch
    ) -> None:
        git.replace(COSTS, "It comes too late.", "It would come too late.")
        git.replace(COSTS, "position: costs", "# a comment\n\nposition: costs")
        assert found(small, "--changed-since", "HEAD") == set()

    def test_an_answer_deleted_in_another_file_counts(self, small: Program, git: Scratch) -> None:
        doubt = "  - {rebuttal: doubt, of: it-is-late, text: It is not., undeveloped: false}\n"
        reply = "  - {rebuttal: reply, of: doubt, text: It is.}\n"
        for name, text in (("doubts", doubt), ("replies", reply)):
            path = f"arguments/school-start/positions/{name}.yaml"
            git.write(path, f"position: {name}\narguments:\n{text}")
        git.commit("answered")
        path = git.write(path, "position: replies\narguments: []\n")
        brought = json.loads(small("check", "-f", "json", "--changed-since", "HEAD").out)["diagnostics"]
        assert ("unanswered-rebuttal", "doubt") in {(one["rule"], one["at"][1]) for one in brought if one["at"][1:]}

    def test_a_new_file_counts_before_it_is_added(self, small: Program, git: Scratch) -> None:
        git.write(
            "arguments/school-start/positions/new.yaml",
            POSITION.replace("costs", "new").replace("it-is-", "new-is-").replace("buses", "trams"),
        )
        assert found(small, "--changed-since", "HEAD") == {"new-is-late", "trams-cost"}

    def test_a_debate_in_another_folder_is_the_same(self, small: Program, git: Scratch) -> None:
        git.git("mv", "arguments/school-start", "arguments/start-of-school")
        assert found(small, "--changed-since", "HEAD") == set()
        git.write("arguments/start-of-school/positions/costs.yaml", POSITION + LATE)
        assert found(small, "--changed-since", "HEAD") == {"too-late"}

    def test_what_others_did_meanwhile_counts_for_nothing(self, small: Program, git: Scratch) -> None:
        """The base is where HEAD and the revision parted, as in a pull request."""
        git.git("checkout", "-q", "-b", "mine")
        git.write(COSTS, POSITION + LATE)
        git.commit("mine")
        git.git("checkout", "-q", "main")
        git.write(COSTS, POSITION + LATE.replace("too-late", "theirs"))
        git.commit("theirs")
        git.git("checkout", "-q", "mine")
        assert found(small, "--changed-since", "main") == {"too-late"}

    def test_a_file_taken_away_touches_the_finding_that_it_is_missing(self, small: Program, git: Scratch) -> None:
        (small.folder / "arguments/school-start/debate.yaml").unlink()
        result = small("check", "arguments/school-start", "--changed-since", "HEAD")
        assert result.code == 1 and "missing-file" in result.out

    def test_from_a_folder_inside_and_from_outside(
        self, small: Program, git: Scratch, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        git.write(COSTS, POSITION + LATE)
        monkeypatch.chdir(small.folder / "arguments/school-start/positions")
        assert found(small, "--changed-since", "HEAD") == {"too-late"}
        monkeypatch.chdir("/")
        assert found(small, str(small.folder / "arguments/school-start"), "--changed-since", "HEAD") == {"too-late"}

    def test_a_debate_at_the_root_of_the_repository(
        self, small: Program, git: Scratch, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (small.folder / "arguments/school-start").rename(tmp_path / "alone")
        alone = Scratch(tmp_path / "alone")
        alone.commit("start")
        alone.write("positions/costs.yaml", POSITION + LATE)
        monkeypatch.chdir(alone.root)
        assert found(small, ".", "--changed-since", "HEAD") == {"too-late"}

    def test_a_debate_in_a_submodule_is_held_against_its_own_history(
        self, small: Program, git: Scratch, tmp_path: Path
    ) -> None:
        outer = Scratch(tmp_path / "outer")
        outer.git("-c", "protocol.file.allow=always", "submodule", "add", "-q", str(small.folder), "sub")
        outer.commit("start")
        path = outer.root / "sub" / COSTS
        path.write_text(POSITION + LATE)
        assert found(small, str(outer.root / "sub/arguments/school-start"), "--changed-since", "HEAD") == {"too-late"}

    @pytest.mark.parametrize("revision", ["nowhere", "", "--all", "HEAD~9"])
    def test_no_such_revision(self, small: Program, git: Scratch, revision: str) -> None:
        result = small("check", f"--changed-since={revision}")
        assert result.code == 2 and "there is no revision" in result.err and result.out == ""

    def test_no_repository_and_no_git(self, small: Program, monkeypatch: pytest.MonkeyPatch) -> None:
        result = small("check", "--changed-since", "HEAD")
        assert result.code == 2 and "is not in a git repository" in result.err
        monkeypatch.setenv("PATH", "")
        assert "git is not installed" in small("check", "--changed-since", "HEAD").err

    def test_the_settings_and_the_baseline_of_the_base_apply(self, small: Program, git: Scratch) -> None:
        git.write("argmap.toml", 'fail-on = "warning"\nbaseline = "known.txt"\n')
        git.write("known.txt", "# none\n")
        git.commit("settings")
        git.write(COSTS, POSITION + LATE)
        git.write("argmap.toml", 'ignore = ["claim-no-evidence", "unanswered-rebuttal"]\nbaseline = "known.txt"\n')
        assert small("check", "--baseline", "known.txt", "--update-baseline").code == 0
        assert small("check").code == 0
        found = small("check", "--changed-since", "HEAD")
        assert found.code == 1 and "too-late" in found.out
        assert "The settings change `ignore` (adds `claim-no-evidence` and `unanswered-rebuttal`)" in found.out
        assert small("check", "--changed-since", "HEAD", "--baseline", "known.txt").code == 1

    def test_the_exit_code_is_that_of_what_is_left(self, small: Program, git: Scratch) -> None:
        assert small("check", "--fail-on", "warning", "--changed-since", "HEAD").code == 0
        git.write(COSTS, POSITION + LATE)
        assert small("check", "--fail-on", "warning", "--changed-since", "HEAD").code == 1


@pytest.mark.parametrize("form", ["github", "sarif", "gitlab", "junit"])
def test_services_get_paths_from_the_root_whatever_the_folder(
    small: Program, git: Scratch, form: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    at_root = small("check", "-q", "-f", form)
    assert COSTS in at_root.out
    folder = str(small.folder / "arguments/school-start")
    for elsewhere in (small.folder / "arguments/school-start/positions", tmp_path, Path("/")):
        monkeypatch.chdir(elsewhere)
        assert small("check", "-q", "-f", form, folder).out == at_root.out
    assert str(tmp_path) not in at_root.out


@pytest.mark.parametrize("form", ["github", "sarif", "gitlab", "junit"])
def test_without_git_paths_are_from_the_folder_of_the_arguments(
    small: Program, form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.chdir(small.folder / "arguments/school-start")
    assert COSTS in small("check", "-q", "-f", form, ".").out
