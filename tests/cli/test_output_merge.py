"""Two people build on two branches: git puts their output together and asks nobody, and the next build mends it."""

from __future__ import annotations

import pytest

from tests.cli.run import Program
from tests.cli.test_lock_merge import on
from tests.scratch import Scratch

POSITIONS = "arguments/school-start/positions"
OUTPUT = "output/school-start"


@pytest.fixture
def git(small: Program, monkeypatch: pytest.MonkeyPatch) -> Scratch:
    """A new debate, built and committed, in a clone whose git was told of no merge driver."""
    scratch = Scratch(small.folder)
    small("build", "-q")
    scratch.commit("begin")
    return scratch


def test_new_marks_the_output_as_generated_and_lets_it_merge(git: Scratch) -> None:
    files = (f"{OUTPUT}/.argmap-files", f"{OUTPUT}/maps/map.svg", "output/index.html")
    said = git.git("check-attr", "merge", "diff", "linguist-generated", "--", *files).splitlines()
    wanted = ("merge: union", "diff: unset", "linguist-generated: set")
    assert said == [f"{file}: {attribute}" for file in files for attribute in wanted]


@pytest.mark.parametrize(("output", "pattern"), [
    ("built", "built/**"), ("./my built/", '"my built/**"'), (".", None), ("../site", None), ("/srv/site", None),
])  # fmt: skip
def test_the_output_is_where_the_settings_say(argmap: Program, output: str, pattern: str | None) -> None:
    argmap.write("argmap.toml", f'output = "{output}"\n')
    assert argmap("new", "one").code == 0
    lines = [line for line in (argmap.folder / ".gitattributes").read_text().splitlines() if "generated" in line]
    assert lines == ([f"{pattern} linguist-generated -diff merge=union"] if pattern else [])


def branches(small: Program, git: Scratch, *edits: tuple[str, str]) -> None:
    """`main` and `other`, each with the same debate reworded, built and committed; then `other` is merged."""
    on(git, "other", new=True)
    for branch, (old, new) in zip(("other", "main"), edits, strict=True):
        on(git, branch)
        (file,) = [path for path in (git.root / POSITIONS).glob("*.yaml") if old in path.read_text()]
        git.replace(f"{POSITIONS}/{file.name}", old, new)
        assert small("build", "-q").code == 0
        git.commit(branch)
    git.git("merge", "-q", "--no-edit", "other")


def test_output_of_two_branches_merges_and_is_built_anew(small: Program, git: Scratch) -> None:
    branches(
        small, git, ("Doing this takes money", "It takes money"), ("What it saves covers its cost", "It pays its way")
    )
    assert small("build", "--check").code == 1
    assert "edited" not in small("build", "--check").out
    assert small("build").code == 0 and small("build", "--check").code == 0
    page = (git.root / OUTPUT / "briefs/policy.md").read_text(encoding="utf-8")
    assert "It takes money" in page and "It pays its way" in page
    listed = (git.root / OUTPUT / ".argmap-files").read_text(encoding="utf-8").splitlines()
    assert len(listed) == len({line.split()[1] for line in listed}), "one line a file"


def test_what_is_edited_after_the_build_is_kept_as_ever(small: Program, git: Scratch) -> None:
    branches(
        small, git, ("Doing this takes money", "It takes money"), ("What it saves covers its cost", "It pays its way")
    )
    small("build", "-q")
    page = git.write(f"{OUTPUT}/briefs/policy.md", "my words")
    assert small("build").code == 1 and page.read_text() == "my words"
