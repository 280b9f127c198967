"""The hooks, run by pre-commit itself in a scratch repository."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.conftest import ROOT
from tests.scratch import Scratch
from tests.services.conftest import COSTS

BIN = Path(sys.executable).parent


class PreCommit:
    """pre-commit in a repository, with a cache of its own."""

    def __init__(self, repository: Scratch) -> None:
        self.repository = repository
        self.environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")} | {
            "PATH": f"{BIN}:{os.environ['PATH']}", "PRE_COMMIT_HOME": str(repository.root.parent / "pre-commit"),
            "ARGMAP_CACHE": str(repository.root.parent / "cache"), "PRE_COMMIT_COLOR": "never",
            "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull,
        }  # fmt: skip

    def __call__(self, *arguments: str) -> tuple[int, str]:
        done = subprocess.run(
            [str(BIN / "pre-commit"), *arguments], cwd=self.repository.root, env=self.environment, text=True,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=900,
        )  # fmt: skip
        return done.returncode, done.stdout


@pytest.fixture
def hooks(repository: Scratch) -> PreCommit:
    """The hooks of .pre-commit-hooks.yaml, with the argmap of this environment instead of one of their own."""
    manifest = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    local = [{**hook, "language": "system"} for hook in manifest]
    repository.write(".pre-commit-config.yaml", yaml.safe_dump({"repos": [{"repo": "local", "hooks": local}]}))
    subprocess.run([str(BIN / "argmap"), "fmt", "-q"], cwd=repository.root, check=True)
    subprocess.run([str(BIN / "argmap"), "build", "-q"], cwd=repository.root, check=True)
    repository.commit("hooks")
    return PreCommit(repository)


def test_what_is_in_order_passes(hooks: PreCommit) -> None:
    code, said = hooks("run", "--all-files")
    assert code == 0, said
    assert said.count("Passed") == 3


def test_a_fault_is_shown_with_its_place(hooks: PreCommit) -> None:
    hooks.repository.replace(COSTS, "of: we-should-act", "of: we-should-akt")
    hooks.repository.git("add", "-A")
    code, said = hooks("run", "argmap-check")
    assert code == 1 and f"{COSTS}:" in said and "unknown-target" in said


def test_a_file_taken_out_counts_too(hooks: PreCommit) -> None:
    hooks.repository.git("rm", "-q", "arguments/school-start/positions/benefits.yaml")
    hooks.repository.replace(COSTS, "of: we-should-act", "of: the-problem-is-real")
    hooks.repository.git("commit", "-q", "-a", "-m", "an answer to what is gone")
    hooks.repository.git("rm", "-q", "arguments/school-start/sources.yaml")
    code, said = hooks("run")
    assert code == 1 and "unknown-target" in said


def test_a_file_in_another_form_is_rewritten_and_stops_the_commit(hooks: PreCommit) -> None:
    path = hooks.repository.root / COSTS
    formatted = path.read_text()
    path.write_text(
        formatted.replace("text: It is expensive", "text:    It is expensive").replace("    of:", "    of:   ")
    )
    hooks.repository.git("add", "-A")
    code, said = hooks("run", "argmap-fmt")
    assert code == 1 and "files were modified by this hook" in said
    assert path.read_text() == formatted
    hooks.repository.git("add", "-A")
    assert hooks("run", "argmap-fmt")[0] == 0


def test_output_that_is_not_what_the_sources_give_stops_the_commit(hooks: PreCommit) -> None:
    hooks.repository.replace(COSTS, "It would come too early.", "It would come much too early.")
    hooks.repository.git("add", "-A")
    code, said = hooks("run", "argmap-build")
    assert code == 1 and "is out of date" in said and "Run 'argmap build'" in said
    subprocess.run([str(BIN / "argmap"), "build", "-q"], cwd=hooks.repository.root, check=True)
    hooks.repository.git("add", "-A")
    assert hooks("run", "argmap-build")[0] == 0


def test_other_files_are_passed_over(hooks: PreCommit) -> None:
    hooks.repository.write("notes.yaml", "a:   1\n")
    hooks.repository.git("add", "-A")
    code, said = hooks("run")
    assert code == 0 and said.count("no files to check") == 2


def test_installed_it_stops_git_itself(hooks: PreCommit) -> None:
    """In git's own hook, where git has put its variables into the environment."""
    assert hooks("install")[0] == 0
    hooks.repository.replace(COSTS, "of: we-should-act", "of: we-should-akt")
    command = ["git", "-c", "user.name=A", "-c", "user.email=a@b.example", "commit", "-a", "-m", "wrong"]
    done = subprocess.run(
        command, cwd=hooks.repository.root, env=hooks.environment, capture_output=True, text=True, timeout=300
    )
    assert done.returncode == 1 and "unknown-target" in done.stderr + done.stdout


def test_this_repository_passes_its_own_hooks(tmp_path: Path) -> None:
    """A copy of it; ruff and the build have tests of their own."""
    copy = Scratch(tmp_path / "copy")
    for name in (".pre-commit-config.yaml", "pyproject.toml"):
        shutil.copy(ROOT / name, copy.root / name)
    shutil.copytree(ROOT / "arguments", copy.root / "arguments")
    copy.commit("copy")
    for hook in ("argmap-check", "argmap-fmt"):
        code, said = PreCommit(copy)("run", "--all-files", "--show-diff-on-failure", hook)
        assert code == 0, said


@pytest.mark.slow
def test_from_the_repository_as_others_use_it(repository: Scratch, tmp_path: Path) -> None:
    """`repo:` and `rev:`, so that pre-commit installs argmap into an environment of its own."""
    if os.environ.get("CI") != "true":
        pytest.skip("installs a whole environment; CI runs it")
    published = Scratch(tmp_path / "published")
    for name in (".pre-commit-hooks.yaml", "pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, published.root / name)
    shutil.copytree(ROOT / "argmap", published.root / "argmap", ignore=shutil.ignore_patterns("__pycache__"))
    revision = published.commit("published")
    hooks = [{"id": name} for name in ("argmap-check", "argmap-fmt", "argmap-build")]
    used = {"repo": str(published.root), "rev": revision, "hooks": hooks}
    repository.write(".pre-commit-config.yaml", yaml.safe_dump({"repos": [used]}))
    pre_commit = PreCommit(repository)
    pre_commit.environment["PATH"] = os.environ["PATH"].replace(f"{BIN}:", "")
    repository.commit("use them")
    hooks_run = pre_commit("run", "--all-files", "argmap-check")
    assert hooks_run[0] == 0, hooks_run[1]
    assert pre_commit("run", "--all-files", "argmap-build")[0] == 1
