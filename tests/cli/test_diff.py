"""`argmap diff`: which versions are meant, and what is said of them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
from syrupy.assertion import SnapshotAssertion

from argmap.reviews.review_json import schema
from tests.cli.run import Program
from tests.scratch import Scratch

DEBATE = """\
debate: d
title: Should we act?
resolutions:
  - claim: act
    text: We should act.
"""
CASE = """\
position: case
arguments:
  - support: help
    of: act
    text: It would help those who need it most.
    evidence: [{source: report, quote: "it helps", says: It says so.}]
    rebuttals:
      - rebuttal: doubt
        text: It has not helped before.
  - support: cheap
    of: act
    text: It is cheap.
    evidence: [{source: report}]
"""
SOURCES = "references:\n  - {id: report, title: A report, issued: 2024-01-01}\n"
CASE_FILE = "arguments/d/positions/case.yaml"
ANSWER = '        rebuttals: [{rebuttal: twice, text: "It has, twice.", evidence: [{source: report}]}]\n'


@pytest.fixture
def scratch(argmap: Program) -> Scratch:
    """A repository with one debate, committed once on main."""
    made = Scratch(argmap.folder)
    made.write("arguments/d/debate.yaml", DEBATE)
    made.write("arguments/d/sources.yaml", SOURCES)
    made.write(CASE_FILE, CASE)
    made.commit("one")
    return made


def changed(scratch: Scratch) -> None:
    scratch.replace(CASE_FILE, "before.\n", "before.\n" + ANSWER)
    scratch.replace(CASE_FILE, "those who need it most", "those who need it")
    scratch.replace(CASE_FILE, "cheap\n    of", "affordable\n    of")


def test_the_report(argmap: Program, scratch: Scratch, snapshot: SnapshotAssertion) -> None:
    changed(scratch)
    found = argmap("diff")
    assert (found.code, found.err) == (0, "")
    assert found.out == snapshot


def test_without_names_it_is_where_this_branch_left_the_default_branch_against_the_work_tree(
    argmap: Program, scratch: Scratch
) -> None:
    scratch.git("checkout", "-q", "-b", "mine")
    changed(scratch)
    scratch.commit("two")
    scratch.git("checkout", "-q", "main")
    scratch.replace("arguments/d/debate.yaml", "Should we act?", "Should we act now?")
    scratch.commit("on main")
    scratch.git("checkout", "-q", "mine")
    out = argmap("diff").out
    assert "rebuttal twice is added" in out
    assert "act now" not in out, "what happened on main since is not ours"
    assert "where main was left" in out


@pytest.mark.parametrize("given", [("HEAD~1", "HEAD"), ("HEAD~1..HEAD",), ("HEAD~1...",), ("HEAD~1",), ("HEAD~1..",)])
def test_revisions_as_git_has_them(argmap: Program, scratch: Scratch, given: tuple[str, ...]) -> None:
    changed(scratch)
    scratch.commit("two")
    out = argmap("diff", *given).out
    assert "rebuttal twice is added" in out and "was called cheap" in out


def test_the_order_of_the_revisions_is_the_direction(argmap: Program, scratch: Scratch) -> None:
    changed(scratch)
    scratch.commit("two")
    assert "rebuttal twice is removed" in argmap("diff", "HEAD", "HEAD~1").out


def test_folders_need_no_git(argmap: Program) -> None:
    for name, case in (("old", CASE), ("new", CASE.replace("cheap.", "dear."))):
        for path, text in (("debate.yaml", DEBATE), ("sources.yaml", SOURCES), ("positions/case.yaml", case)):
            argmap.write(f"{name}/{path}", text)
            argmap.write(f"{name}-repository/arguments/d/{path}", text)
    for given in (("old", "new"), ("old-repository", "new-repository")):
        found = argmap("diff", *given, "-f", "json")
        assert found.code == 0, found.err
        (content,) = json.loads(found.out).values()
        assert [change["kind"] for change in content["changes"]] == ["reworded"]


def test_a_pure_reordering_says_so(argmap: Program, scratch: Scratch) -> None:
    start, help, cheap = CASE.partition("  - support: help")[0], CASE[CASE.index("  - support: help") :], ""
    help, _, cheap = help.partition("  - support: cheap")
    scratch.write(CASE_FILE, f"# sorted\n{start}  - support: cheap{cheap}{help}")
    found = argmap("diff", "--exit-code")
    assert (found.code, "Nothing that is said changes." in found.out) == (0, True)


def test_exit_code_tells_whether_anything_changed(argmap: Program, scratch: Scratch) -> None:
    changed(scratch)
    assert argmap("diff", "--exit-code").code == 1
    assert argmap("diff").code == 0


def test_json_is_as_its_schema_says_and_causes_point_at_changes(argmap: Program, scratch: Scratch) -> None:
    changed(scratch)
    content = json.loads(argmap("diff", "-f", "json").out)
    jsonschema.Draft202012Validator.check_schema(schema())
    jsonschema.validate(content, schema())
    review = content["d"]
    causes = {flip["id"]: [review["changes"][n]["id"] for n in flip["causes"]] for flip in review["flips"]}
    assert causes == {"help": ["twice"], "doubt": ["twice"]}


def test_a_new_and_a_deleted_debate(argmap: Program, scratch: Scratch) -> None:
    for path, text in (
        ("debate.yaml", DEBATE.replace("debate: d", "debate: e")),
        ("positions/case.yaml", "position: case\narguments: []\n"),
    ):
        scratch.write(f"arguments/e/{path}", text)
    found = argmap("diff", "-d", "e")
    assert "does not have this debate: all of it is new" in found.err
    assert "claim act is added as a resolution" in found.out
    scratch.commit("two")
    for path in sorted((scratch.root / "arguments/d").rglob("*"), reverse=True):
        path.unlink() if path.is_file() else path.rmdir()
    found = argmap("diff", "HEAD", "-d", "d")
    assert "no longer has this debate" in found.err
    assert "support help is removed" in found.out


def test_from_a_folder_below_and_from_outside(
    argmap: Program, scratch: Scratch, monkeypatch: pytest.MonkeyPatch
) -> None:
    changed(scratch)
    monkeypatch.chdir(scratch.root / "arguments" / "d" / "positions")
    assert "rebuttal twice is added" in argmap("diff", "HEAD").out


WRONG = [
    (("diff", "nowhere"), "there is no revision 'nowhere'"),
    (("diff", "HEAD", "-d", "missing"), "there is no debate 'missing'"),
    (("diff", "HEAD..nowhere"), "there is no revision 'nowhere'"),
    (("diff", "--", "--output=x"), "there is no revision '--output=x'"),
]


@pytest.mark.parametrize(("given", "said"), WRONG)
def test_what_is_not_there_is_said(argmap: Program, scratch: Scratch, given: tuple[str, ...], said: str) -> None:
    found = argmap(*given)
    assert (found.code, found.out) == (2, "")
    assert said in found.err
    assert not (scratch.root / "x").exists()


def test_before_the_first_commit_it_says_so(argmap: Program, small: Program) -> None:
    Scratch(argmap.folder)
    found = argmap("diff")
    assert (found.code, "no commit to compare with" in found.err) == (2, True)


def test_without_a_repository_it_says_so(argmap: Program, small: Program) -> None:
    found = argmap("diff")
    assert found.code == 2
    assert "not in a git repository" in found.err


def test_a_shallow_clone_says_what_to_do(
    argmap: Program, scratch: Scratch, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = scratch.git("rev-parse", "HEAD")
    changed(scratch)
    scratch.commit("two")
    scratch.git("clone", "-q", "--depth=1", f"file://{scratch.root}", str(tmp_path / "shallow"))
    monkeypatch.chdir(tmp_path / "shallow")
    found = argmap("diff", old)
    assert found.code == 2
    assert "shallow" in found.err and "git fetch --unshallow" in found.err


def test_a_debate_in_a_submodule_says_where_to_go(argmap: Program, scratch: Scratch, tmp_path: Path) -> None:
    inner = Scratch(tmp_path / "inner")
    inner.write("debate.yaml", DEBATE)
    inner.commit("one")
    scratch.git("-c", "protocol.file.allow=always", "submodule", "add", "-q", str(inner.root), "arguments/e")
    scratch.commit("two")
    found = argmap("diff", "HEAD", "-d", "e")
    assert found.code == 2
    assert "is a submodule" in found.err and "cd arguments/e" in found.err


def test_a_version_with_errors_is_compared_as_far_as_it_goes(argmap: Program, scratch: Scratch) -> None:
    scratch.replace(CASE_FILE, "of: act\n    text: It is cheap.", "of: nothing\n    text: It is cheap.")
    found = argmap("diff")
    assert found.code == 2
    assert "Cannot be compared: positions/case.yaml, line 11, column 9." in found.out
    assert "So cheap is unread, not removed" in " ".join(found.out.split())
    assert "new: positions/case.yaml" in found.out and "'argmap check d' says why" in found.err


def test_no_terminal_escapes_from_a_debate(argmap: Program, scratch: Scratch) -> None:
    scratch.replace(CASE_FILE, "It is cheap.", '"It is \\e[31mcheap."')
    assert "\x1b" not in argmap("diff").out


def test_as_a_program_of_its_own(scratch: Scratch) -> None:
    changed(scratch)
    command = [sys.executable, "-m", "argmap", "diff"]
    done = subprocess.run(command, cwd=scratch.root, capture_output=True, text=True, check=True)
    assert "rebuttal twice is added" in done.stdout


def test_the_picture_and_the_page(argmap: Program, scratch: Scratch) -> None:
    changed(scratch)
    for form, start in (("svg", "<svg"), ("html", "<!DOCTYPE html>")):
        assert argmap("diff", "-f", form, "-o", f"out.{form}").code == 0
        text = (scratch.root / f"out.{form}").read_text(encoding="utf-8")
        assert text.startswith(start)
        assert "+ added" in text and "~ was called cheap" in text


def test_a_picture_shows_one_debate(argmap: Program, scratch: Scratch) -> None:
    scratch.write("arguments/e/debate.yaml", DEBATE.replace("debate: d", "debate: e"))
    changed(scratch)
    found = argmap("diff", "-f", "svg")
    assert (found.code, "name it with --debate" in found.err) == (2, True)
    assert argmap("diff", "-f", "svg", "-d", "e").out.startswith("<svg")


def test_markdown_is_that_of_the_review(argmap: Program, scratch: Scratch) -> None:
    changed(scratch)
    out = argmap("diff", "-f", "md").out
    assert out.startswith("**No resolution flips; 2 other statements do.** 1 statement added")


def test_a_picture_of_no_change_says_so(argmap: Program, scratch: Scratch) -> None:
    empty = argmap("diff", "HEAD", "-f", "svg").out
    assert "No statement that is changed is in the work tree" in " ".join(empty.split())
    changed(scratch)
    assert "No statement that is changed" not in argmap("diff", "HEAD", "-f", "svg").out
