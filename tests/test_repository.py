"""The door to git, against git itself."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from argmap import repository as door
from argmap.loader.folder import is_read
from argmap.repository import GitError, Repository
from tests.scratch import Scratch

LINES = "".join(f"line {number}\n" for number in range(1, 21))
ODD_NAMES = [
    "a b.yaml", 'quo"te.yaml', "back\\slash.yaml", "tab\there.yaml", "новый файл.yaml", "-dash.yaml", " leading.yaml",
    "trailing ", "+++ b/x.yaml", "*.yaml", ":(top)x.yaml", "caf\u00e9.yaml", "diff --git a",
]  # fmt: skip


@pytest.fixture(autouse=True)
def _plain_git(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)


@pytest.fixture
def git(tmp_path: Path) -> Scratch:
    return Scratch(tmp_path / "repository")


OLD_GIT = """#!/bin/sh
case " $* " in
  *" version "*) echo "git version 2.25.1"; exit 0;;
  *" --end-of-options "*) exit 128;;
esac
PATH="$OTHERS" exec git "$@"
"""


@pytest.mark.skipif(os.name == "nt", reason="the stand-in is a shell script")
def test_a_git_that_is_too_old_is_not_taken_for_a_missing_revision(
    git: Scratch, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    git.commit("first")
    assert len(Repository.around(git.root).commit("HEAD")) == 40
    old = tmp_path / "old/git"
    old.parent.mkdir()
    old.write_text(OLD_GIT)
    old.chmod(0o755)
    monkeypatch.setenv("OTHERS", os.environ["PATH"])
    monkeypatch.setenv("PATH", f"{old.parent}{os.pathsep}{os.environ['PATH']}")
    with pytest.raises(GitError, match=r"this is git 2\.25, and argmap needs 2\.30 or later to read a revision"):
        Repository.around(git.root).commit("main")


class TestAround:
    def test_the_root_is_found_from_any_folder_inside(self, git: Scratch) -> None:
        inside = git.root / "a/b"
        inside.mkdir(parents=True)
        assert Repository.around(inside).root.samefile(git.root)
        assert Repository.around(inside).path_of(inside) == "a/b"
        assert Repository.around(git.root).path_of(git.root) == "."

    def test_no_repository_is_said(self, tmp_path: Path) -> None:
        with pytest.raises(GitError, match="is not in a git repository with a work tree"):
            Repository.around(tmp_path)

    def test_a_folder_that_is_not_there_is_said(self, tmp_path: Path) -> None:
        with pytest.raises(GitError, match="nowhere"):
            Repository.around(tmp_path / "nowhere")

    def test_a_bare_repository_is_none(self, tmp_path: Path) -> None:
        Scratch(tmp_path / "here").git("init", "-q", "--bare", "bare.git")
        with pytest.raises(GitError, match="work tree"):
            Repository.around(tmp_path / "here/bare.git")

    def test_without_git_it_is_said(self, git: Scratch, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("PATH", "")
        with pytest.raises(GitError, match="git is not installed"):
            Repository.around(git.root)

    def test_a_second_work_tree_is_its_own_root(self, git: Scratch, tmp_path: Path) -> None:
        git.write("a.yaml", LINES)
        git.commit("change")
        git.git("worktree", "add", "-q", str(tmp_path / "second"))
        (tmp_path / "second/a.yaml").write_text(LINES.replace("line 3\n", "another\n"))
        repository = Repository.around(tmp_path / "second")
        assert repository.root.samefile(tmp_path / "second")
        assert repository.commit("HEAD") == Repository(git.root).commit("HEAD")

    def test_a_folder_outside_has_no_path(self, git: Scratch, tmp_path: Path) -> None:
        with pytest.raises(GitError, match="is not in the repository"):
            Repository(git.root).path_of(tmp_path)

    def test_a_linked_folder_is_where_it_leads(self, git: Scratch, tmp_path: Path) -> None:
        (git.root / "debates").mkdir()
        (tmp_path / "link").symlink_to(git.root / "debates")
        assert Repository.around(tmp_path / "link").path_of(tmp_path / "link") == "debates"


class TestRevisions:
    def test_a_revision_by_any_name(self, git: Scratch) -> None:
        first = git.commit("first")
        git.git("tag", "-a", "v1", "-m", "a tag of its own")
        second = git.commit("second")
        repository = Repository(git.root)
        assert {repository.commit(name) for name in ("HEAD~1", "v1", first, first[:10])} == {first}
        assert repository.commit("main") == second

    @pytest.mark.parametrize("name", ["nowhere", "", " ", "^HEAD", "HEAD..main", "--all", "-q", "HEAD:a.yaml", "a\nb"])
    def test_what_names_no_commit_is_said(self, git: Scratch, name: str) -> None:
        git.write("a.yaml", LINES)
        git.commit("change")
        with pytest.raises(GitError, match="there is no revision"):
            Repository(git.root).commit(name)

    def test_before_the_first_commit_there_is_no_head(self, git: Scratch) -> None:
        with pytest.raises(GitError, match="has no commit to compare with"):
            Repository(git.root).commit("HEAD")

    def test_the_merge_base_is_where_two_parted(self, git: Scratch) -> None:
        parted = git.commit("base")
        git.git("checkout", "-q", "-b", "other")
        git.commit("theirs")
        git.git("checkout", "-q", "main")
        git.commit("ours")
        assert Repository(git.root).merge_base("other") == parted

    def test_no_common_history_is_said(self, git: Scratch) -> None:
        git.commit("first")
        git.git("checkout", "-q", "--orphan", "alone")
        git.commit("alone")
        with pytest.raises(GitError, match="main and HEAD have no common history"):
            Repository(git.root).merge_base("main")

    def test_a_shallow_clone_says_how_to_get_the_rest(self, git: Scratch, tmp_path: Path) -> None:
        first = git.commit("first")
        git.commit("second")
        git.git("clone", "-q", "--depth", "1", git.root.as_uri(), str(tmp_path / "shallow"))
        repository = Repository(tmp_path / "shallow")
        assert repository.is_shallow and not Repository(git.root).is_shallow
        for ask in (repository.commit, repository.merge_base):
            with pytest.raises(GitError, match="git fetch --unshallow"):
                ask(first)

    def test_a_shallow_clone_of_two_branches_has_no_merge_base(self, git: Scratch, tmp_path: Path) -> None:
        git.commit("base")
        git.git("checkout", "-q", "-b", "other")
        git.commit("theirs")
        git.git("checkout", "-q", "main")
        git.commit("ours")
        git.git("clone", "-q", "--depth", "1", "--no-single-branch", git.root.as_uri(), str(tmp_path / "shallow"))
        with pytest.raises(GitError, match=r"no common history.*shallow.*\n.*unshallow"):
            Repository(tmp_path / "shallow").merge_base("origin/other")

    def test_the_default_branch(self, git: Scratch, tmp_path: Path) -> None:
        assert Repository(git.root).default_branch() == "HEAD"
        git.commit("change")
        assert Repository(git.root).default_branch() == "main"
        git.git("branch", "-m", "trunk")
        assert Repository(git.root).default_branch() == "HEAD"
        git.git("config", "init.defaultBranch", "trunk")
        assert Repository(git.root).default_branch() == "trunk"
        git.git("clone", "-q", str(git.root), str(tmp_path / "clone"))
        assert Repository(tmp_path / "clone").default_branch() == "origin/trunk"


DEBATE = {
    "arguments/d/debate.yaml": "debate: d\n", "arguments/d/sources.yaml": "references: []\n",
    "arguments/d/positions/a.yaml": "position: a\n", "arguments/d/positions/.hidden.yaml": "no\n",
    "arguments/d/notes.md": "no\n", "arguments/d/argmap.lock": "lock\n", "arguments/e/debate.yaml": "debate: e\n",
    "arguments/none/other.yaml": "no\n", "README.md": "no\n",
}  # fmt: skip


class TestObjects:
    def test_the_files_of_a_debate_at_a_commit(self, git: Scratch) -> None:
        for path, text in DEBATE.items():
            git.write(path, text)
        commit = git.commit("change")
        git.write("arguments/d/debate.yaml", "another\n")
        repository = Repository(git.root)
        found, others, _ = repository.debate_files(commit, "arguments/d")
        assert set(others) == {"notes.md", "positions/.hidden.yaml"}
        assert set(found) == {"debate.yaml", "sources.yaml", "positions/a.yaml", "argmap.lock"}
        assert found["debate.yaml"] == b"debate: d\n"
        assert repository.debates(commit, "arguments") == ["d", "e"]
        assert repository.debate_files(commit, "arguments/gone") == ({}, {}, {})
        assert all(is_read(path) for path in found)

    def test_a_debate_at_the_root(self, git: Scratch) -> None:
        git.write("debate.yaml", "debate: d\n")
        assert Repository(git.root).debate_files(git.commit("change"), ".")[0] == {"debate.yaml": b"debate: d\n"}

    def test_what_is_too_large_is_not_read(self, git: Scratch, monkeypatch: pytest.MonkeyPatch) -> None:
        for name in ("debate.yaml", "positions/a.yaml", "notes.yaml", "snapshots/s.txt"):
            git.write(f"d/{name}", "x" * 101 if name != "debate.yaml" else "debate: d")
        commit, found, said = git.commit("change"), Repository(git.root), list[bytes]()
        monkeypatch.setattr(door, "LARGEST_FILE", 100)
        ask = door._run
        monkeypatch.setattr(
            door, "_run", lambda *words, **more: said.append((got := ask(*words, **more)).stdout) or got
        )
        assert found.debate_files(commit, "d") == (
            {"debate.yaml": b"debate: d"},
            {"notes.yaml": b"", "positions/a.yaml": b"", "snapshots/s.txt": b""},
            {"positions/a.yaml": 101},
        )
        assert found.read(commit, ["d/snapshots/s.txt"]) == {}
        assert any(b"debate: d" in each for each in said) and not any(b"xx" in each for each in said)
        monkeypatch.setattr(door, "MOST_READ", 8)
        with pytest.raises(GitError, match="are too large"):
            found.debate_files(commit, "d")

    @pytest.mark.parametrize("name", ODD_NAMES)
    def test_a_file_of_an_odd_name_is_read(self, git: Scratch, name: str) -> None:
        git.write(f"{name}/{name}", "content\n\x00\n")
        commit = git.commit("change")
        repository = Repository(git.root)
        assert [entry.path for entry in repository.entries(commit, name)] == [f"{name}/{name}"]
        assert repository.read(commit, [f"{name}/{name}", "none"]) == {f"{name}/{name}": b"content\n\x00\n"}

    def test_links_are_followed_inside_the_debate_alone(self, git: Scratch) -> None:
        git.write("d/debate.yaml", "debate: d\n")
        (git.root / "d/sources.yaml").symlink_to("/etc/passwd")
        (git.root / "d/positions").mkdir()
        (git.root / "d/positions/a.yaml").symlink_to("../debate.yaml")
        found, others, _ = Repository(git.root).debate_files(git.commit("change"), "d")
        assert found == dict.fromkeys(("debate.yaml", "positions/a.yaml"), b"debate: d\n")
        assert set(others) == {"sources.yaml"}

    def test_a_submodule_is_refused_with_what_to_do(self, git: Scratch, tmp_path: Path) -> None:
        inner = Scratch(tmp_path / "inner")
        inner.write("d/debate.yaml", "debate: d\n")
        inner.commit("change")
        git.git("-c", "protocol.file.allow=always", "submodule", "add", "-q", str(inner.root), "arguments")
        commit = git.commit("change")
        for folder in ("arguments/d", "arguments", "."):
            with pytest.raises(GitError, match=r"arguments is a submodule.*\n.*cd arguments"):
                Repository(git.root).entries(commit, folder)
        inside = Repository.around(git.root / "arguments/d")
        assert inside.path_of(git.root / "arguments/d") == "d"
        assert inside.debate_files(inside.commit("HEAD"), "d")[0] == {"debate.yaml": b"debate: d\n"}


def test_who_wrote_a_file_between_two_commits(git: Scratch) -> None:
    first = git.commit("first")
    git.write("-a.yaml", LINES)
    git.commit("second")
    repository = Repository(git.root)
    assert repository.authors(first, "HEAD", "-a.yaml") == ("A",)
    assert repository.authors(first, "HEAD", "b.yaml") == repository.authors("nowhere", "HEAD", "-a.yaml") == ()
