"""Two people review on two branches: git puts their locks together, and asks nobody."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.run import Program
from tests.cli.test_accept import edit, steps
from tests.conftest import needs
from tests.scratch import Scratch

FOLDER = "arguments/school-start"


@pytest.fixture
def git(small: Program, monkeypatch: pytest.MonkeyPatch) -> Scratch:
    """A new debate, committed, with what `argmap new` tells git."""
    needs("git")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", "/dev/null")
    scratch = Scratch(small.folder)
    scratch.commit("begin")
    return scratch


def merge(git: Scratch) -> None:
    """The branch `other` into `main`; fails on a conflict."""
    git.git("merge", "-q", "--no-edit", "other")
    assert "<<<<<<<" not in (git.root / FOLDER / "argmap.lock").read_text(encoding="utf-8")


def on(git: Scratch, branch: str, *, new: bool = False) -> None:
    git.git("switch", "-q", *(["-c"] if new else []), branch)


def test_new_tells_git_to_keep_both_sides(git: Scratch) -> None:
    said = git.git("check-attr", "merge", f"{FOLDER}/argmap.lock", "arguments/a/b/argmap.lock", "argmap.lock")
    assert said.splitlines() == [
        f"{FOLDER}/argmap.lock: merge: union",
        "arguments/a/b/argmap.lock: merge: union",
        "argmap.lock: merge: unspecified",
    ]


def test_what_stands_in_gitattributes_is_kept(argmap: Program) -> None:
    argmap.write(".gitattributes", "*.svg -diff")
    for name in ("one", "two"):
        argmap("new", name)
    lines = (argmap.folder / ".gitattributes").read_text(encoding="utf-8").splitlines()
    assert lines[0] == "*.svg -diff" and lines.count("arguments/**/argmap.lock merge=union") == 1


@pytest.mark.parametrize("begun", [False, True], ids=["a lock on both branches only", "a lock before they part"])
def test_two_branches_accept_neighbouring_steps(small: Program, git: Scratch, begun: bool) -> None:
    if begun:
        small("accept", "it-was-tried")
        git.commit("reviewed")
    main = git.git("branch", "--show-current").strip()
    on(git, "other", new=True)
    small("accept", "it-pays-for-itself", "waiting-costs-too")
    git.commit("theirs")
    on(git, main)
    small("accept", "it-is-expensive", "it-solves-the-problem")
    git.commit("ours")
    merge(git)
    both = {"it-is-expensive", "it-pays-for-itself", "it-solves-the-problem", "waiting-costs-too"}
    assert set(steps(small)) == both | ({"it-was-tried"} if begun else set())
    assert small("check").code == 0 and "suspect-link" not in small("check").out


def test_the_same_step_accepted_in_two_wordings(small: Program, git: Scratch) -> None:
    """Either was reviewed; the lock keeps both until somebody accepts again, which puts it in order."""
    small("accept", "--all")
    git.commit("reviewed")
    main = git.git("branch", "--show-current").strip()
    on(git, "other", new=True)
    edit(small, "Doing this takes money", "Doing this takes much money")
    small("accept", "--all")
    git.commit("theirs")
    on(git, main)
    edit(small, "the problem is real and does not".capitalize(), "The problem is real, and does not")
    edit(small, "What it saves covers its cost.", "What it saves covers most of its cost.")
    small("accept", "--all")
    git.commit("ours")
    merge(git)
    assert steps(small).count("it-pays-for-itself") == 2
    found = small("check", "--select", "suspect-link").out
    assert found.count("warning suspect-link") == 1 and "it-pays-for-itself" in found  # both its ends: read by nobody
    small("accept", "it-pays-for-itself")
    assert steps(small) == sorted(set(steps(small))) and len(steps(small)) == 8
    assert "suspect-link" not in small("check").out


def test_a_review_and_a_verification_meet(small: Program, git: Scratch) -> None:
    main = git.git("branch", "--show-current").strip()
    on(git, "other", new=True)
    edit(small, "references: []", "references: [{id: report, title: A report}]")
    edit(
        small,
        "text: Waiting leaves every option open.",
        "text: Waiting leaves every option open.\n    evidence: [{source: report, quote: every option}]",
    )
    small.write(f"{FOLDER}/snapshots/report.txt", "Leave open every option that you can.")
    small("verify")
    git.commit("theirs")
    on(git, main)
    small("accept", "it-was-tried")
    git.commit("ours")
    merge(git)
    kinds = [line.split()[0] for line in small.lock("arguments/school-start").splitlines() if not line.startswith("#")]
    assert kinds == ["link", "quote"]
    assert small("verify", "--fail-on", "info").code == 0


def test_without_the_attribute_a_conflict_is_pointed_at(small: Program, git: Scratch) -> None:
    Path(git.root / ".gitattributes").unlink()
    git.commit("as git is without it")
    main = git.git("branch", "--show-current").strip()
    on(git, "other", new=True)
    small("accept", "it-pays-for-itself")
    git.commit("theirs")
    on(git, main)
    small("accept", "it-is-expensive")
    git.commit("ours")
    with pytest.raises(Exception, match=r"conflict|returned non-zero|CONFLICT"):
        git.git("merge", "-q", "--no-edit", "other")
    result = small("check", "--select", "suspect-link")
    assert result.code == 1 and result.out.count("error lock-conflict") == 3
