"""`argmap fmt`, `rename`, `merge` and `check --fix`, as a user meets them; the merge through git itself."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from argmap.cli.debates.git_attributes import DRIVER
from tests.cli.run import Program
from tests.conftest import contents, needs

DEBATE = "arguments/school-start"
BENEFITS = f"{DEBATE}/positions/benefits.yaml"
UGLY = "title:   'B'\nposition: benefits\narguments:\n- text: A is so. # yes\n  support: a\n  of: we-should-act\n"
NEAT = "position: benefits\ntitle: B\narguments:\n  - support: a\n    of: we-should-act\n    text: A is so. # yes\n"


class TestFmt:
    def test_a_new_debate_is_formatted(self, small: Program) -> None:
        assert small("fmt", "--check").code == 0

    @pytest.mark.parametrize("title", ["Plain?", 'It: "so" # or not', "yes", "2024", " padded ", "long " * 40])
    def test_whatever_its_title_is(self, argmap: Program, title: str) -> None:
        assert argmap("new", "a-debate", "--title", title).code == 0
        assert argmap("fmt", "--check").code == 0

    def test_check_names_what_would_change_and_writes_nothing(self, small: Program) -> None:
        small.write(BENEFITS, UGLY)
        result = small("fmt", "--check")
        assert (result.code, result.out) == (1, f"would change: {BENEFITS}\n")
        assert "1 file would change, 3 files left as they are." in result.err
        assert (small.folder / BENEFITS).read_text() == UGLY

    def test_diff_shows_it(self, small: Program) -> None:
        small.write(BENEFITS, UGLY)
        result = small("fmt", "--diff")
        assert result.code == 1 and f"+++ b/{BENEFITS}" in result.out and "+  - support: a\n" in result.out
        assert (small.folder / BENEFITS).read_text() == UGLY

    def test_it_writes_and_then_has_nothing_to_do(self, small: Program) -> None:
        small.write(BENEFITS, UGLY)
        assert small("fmt").code == 0
        assert (small.folder / BENEFITS).read_text() == NEAT.replace(" # yes", "  # yes")
        assert small("fmt", "--check").code == 0

    def test_one_file_alone(self, small: Program) -> None:
        small.write(BENEFITS, UGLY)
        small.write(f"{DEBATE}/sources.yaml", "references:    []\n")
        assert small("fmt", BENEFITS, "-q").err == ""
        assert (small.folder / f"{DEBATE}/sources.yaml").read_text() == "references:    []\n"

    def test_a_file_of_no_debate(self, argmap: Program) -> None:
        argmap.write("loose.yaml", UGLY)
        assert argmap("fmt", "loose.yaml").code == 0
        assert argmap("fmt", "--check", "loose.yaml").code == 0
        argmap.write("notes.txt", "")
        assert argmap("fmt", "notes.txt").code == 2

    def test_a_broken_file_is_reported_and_stays_and_the_others_are_written(self, small: Program) -> None:
        small.write(BENEFITS, "title: [a\n")
        small.write(f"{DEBATE}/sources.yaml", "references:    []\n")
        result = small("fmt")
        assert (
            result.code == 1
            and f"{BENEFITS}:1:8 error yaml-syntax" in result.err
            and "1 file with errors" in result.err
        )
        assert (small.folder / BENEFITS).read_text() == "title: [a\n"
        assert (small.folder / f"{DEBATE}/sources.yaml").read_text() == "references: []\n"

    @pytest.mark.parametrize(("given", "code", "out"), [(UGLY, 0, True), ("a: [\n", 1, False), ("", 0, False)])
    def test_standard_input(
        self, argmap: Program, monkeypatch: pytest.MonkeyPatch, given: str, code: int, out: bool
    ) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given.encode())))
        result = argmap("fmt", "-")
        assert (result.code, bool(result.out)) == (code, out)
        assert not out or result.out.startswith("position: benefits\ntitle: B\n")

    def test_should_argmap_err_it_says_so_and_writes_nothing(
        self, small: Program, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        small.write(BENEFITS, UGLY)
        monkeypatch.setattr(
            "argmap.writing.format._Writer.lines", lambda writer: ["position: benefits", "arguments: []"]
        )
        before = contents(small.folder)
        result = small("fmt")
        assert result.code == 2 and "report it" in result.err
        assert contents(small.folder) == before


class TestRename:
    def test_everywhere_and_back(self, small: Program) -> None:
        before = contents(small.folder / DEBATE)
        result = small("rename", "we-should-act", "act-now")
        assert result.code == 0 and "statement we-should-act is now act-now: 3 places of 3 files." in result.err
        assert small("check", "-q", "--fail-on", "error").code == 0
        assert small("rename", "act-now", "we-should-act").code == 0
        assert contents(small.folder / DEBATE) == before

    def test_a_source_takes_its_snapshots_along(self, small: Program) -> None:
        small.write(f"{DEBATE}/sources.yaml", "references:\n  - id: doe\n    title: A report\n")
        small.write(f"{DEBATE}/snapshots/doe.txt", "The text.")
        small.write(f"{DEBATE}/snapshots/doe.2.txt", "Of another source.")
        assert small("rename", "doe", "roe-2024").code == 0
        names = sorted(path.name for path in (small.folder / DEBATE / "snapshots").iterdir())
        assert names == ["doe.2.txt", "roe-2024.txt"]

    @pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
    @pytest.mark.parametrize(
        ("texts", "new", "said"),
        [(["a_b.txt"], "nul", "keeps this name"), (["a_b.txt", "x.txt"], "x", "already exists")],
    )
    def test_a_snapshot_keeps_a_place_of_its_own(self, small: Program, texts: list[str], new: str, said: str) -> None:
        small.write(f"{DEBATE}/sources.yaml", 'references:\n  - id: "a:b"\n    title: A report\n')
        for name in texts:
            small.write(f"{DEBATE}/snapshots/{name}", name)
        before = contents(small.folder / DEBATE)
        result = small("rename", "a:b", new)
        assert (result.code, contents(small.folder / DEBATE)) == (2, before)
        assert said in result.err.replace("\n", " ")

    def test_a_position_takes_its_file_along(self, small: Program) -> None:
        assert "keeps its name" in small("rename", "benefits", "gains").err, "it would come after costs"
        assert small("rename", "gains", "assets").code == 0
        small.write(f"{DEBATE}/positions/drawbacks.yaml", "position: drawbacks\narguments: []\n")
        assert "drawbacks.yaml -> " in small("rename", "drawbacks", "disadvantages").err
        assert (small.folder / DEBATE / "positions/disadvantages.yaml").exists()

    @pytest.mark.parametrize("option", ["--dry-run", "--diff"])
    def test_it_can_only_show(self, small: Program, option: str) -> None:
        before = contents(small.folder)
        result = small("rename", "we-should-act", "act-now", option)
        assert result.code == 0 and "would become act-now" in result.err
        assert ("+  - claim: act-now" in result.out) == (option == "--diff")
        assert contents(small.folder) == before

    @pytest.mark.parametrize(
        ("old", "new", "said"),
        [
            ("we-shuold-act", "x", "did you mean 'we-should-act'"),
            ("we-should-act", "keep-as-is", "already"),
            ("we-should-act", "Act Now", "cannot name a statement"),
        ],
    )
    def test_what_cannot_be_is_refused(self, small: Program, old: str, new: str, said: str) -> None:
        before = contents(small.folder)
        result = small("rename", old, new)
        assert result.code == 2 and said in result.err
        assert contents(small.folder) == before

    def test_what_is_not_clear_is_asked(self, small: Program) -> None:
        small.write(f"{DEBATE}/sources.yaml", "references:\n  - id: costs\n    title: A report\n")
        assert "--kind" in small("rename", "costs", "prices").err
        assert small("rename", "costs", "prices", "--kind", "source").code == 0
        assert small("new", "other").code == 0
        assert "--debate" in small("rename", "we-should-act", "act-now").err
        assert small("rename", "we-should-act", "act-now", "-d", "other").code == 0

    def test_all_files_or_none(self, small: Program, monkeypatch: pytest.MonkeyPatch) -> None:
        before = contents(small.folder)
        replace, calls = Path.replace, []

        def failing(self: Path, target: Path) -> Path:
            calls.append(Path(target))
            if len([path for path in calls if path.suffix == ".yaml"]) == 2 and target.suffix == ".yaml":
                raise OSError(28, "No space left on device", str(target))
            return replace(self, target)

        monkeypatch.setattr(Path, "replace", failing)
        assert small("rename", "we-should-act", "act-now").code == 2
        assert contents(small.folder) == before


class TestFix:
    TEXT = NEAT + "    weigh: yes\n    ignore:\n      - rule: compound-claim\n        reason: x\n"

    def test_findings_that_can_be_mended_are_marked(self, small: Program) -> None:
        small.write(BENEFITS, self.TEXT)
        result = small("check")
        assert f"{BENEFITS}:7:12 error bad-value [*]" in result.out and "can be mended with --fix [*]." in result.out

    def test_fix_mends_them_and_reports_the_rest(self, small: Program) -> None:
        small.write(BENEFITS, self.TEXT)
        result = small("check", "--fix")
        assert result.code == 0 and "2 findings were mended in 1 file." in result.err and "[*]" not in result.out
        assert (small.folder / BENEFITS).read_text() == NEAT + "    weigh: true\n"

    def test_diff_only_shows(self, small: Program) -> None:
        small.write(BENEFITS, self.TEXT)
        result = small("check", "--fix", "--diff")
        assert result.code == 1 and "+    weigh: true\n" in result.out and "-    weigh: yes\n" in result.out
        assert (small.folder / BENEFITS).read_text() == self.TEXT
        assert small("check", "--diff").code == 2

    def test_nothing_is_mended_while_a_file_cannot_be_read(self, small: Program) -> None:
        small.write(BENEFITS, self.TEXT)
        (small.folder / DEBATE / "positions/more.yaml").symlink_to(small.folder.parent / "elsewhere.yaml")
        assert small("check", "--fix").code == 1
        assert (small.folder / BENEFITS).read_text() == self.TEXT

    def test_a_comment_is_not_taken_away(self, small: Program) -> None:
        small.write(BENEFITS, self.TEXT.replace("        reason: x", "        reason: x  # look again"))
        assert "1 finding with [*] left to you: a comment stands there.\n" in small("check", "--fix").err


class Git:
    """A repository with two branches that each do something to the base."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self("init", "-q", "-b", "main")

    def __call__(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        quiet = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
        who = {f"GIT_{role}_{what}": "a@example.org" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
        path = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
        environment = {**os.environ, **quiet, **who, "PATH": path}
        return subprocess.run(
            ["git", *arguments], cwd=self.folder, env=environment, capture_output=True, text=True, check=False
        )

    def commit(self, branch: str, path: str, text: str) -> None:
        """Commit another text of a file on a branch from main."""
        assert self("checkout", "-q", "-B", branch, "main").returncode == 0
        target = self.folder / path
        target.write_text(text)
        assert self("add", "-A").returncode == 0
        assert self("commit", "-q", "-m", f"{branch}: {path}").returncode == 0

    def knows_the_driver(self) -> None:
        _, *words = DRIVER.replace('"', "").split(" ", 3)
        assert self(words[0], words[1], words[2]).returncode == 0


def claim(name: str) -> str:
    source = "    evidence:\n      - source: report\n        says: The report says so.\n"
    return f"  - support: {name}\n    of: we-should-act\n    text: The claim of {name}.\n{source}"


@pytest.fixture
def git(small: Program) -> Git:
    """A repository whose branches `a` and `b` each add a claim at the end of one position."""
    needs("git")
    git = Git(small.folder)
    small.write(f"{DEBATE}/sources.yaml", "references:\n  - id: report\n    title: A report\n")
    git("add", "-A")
    git("commit", "-q", "-m", "base")
    base = (small.folder / BENEFITS).read_text()
    git.commit("a", BENEFITS, base + claim("claim-a"))
    git.commit("b", BENEFITS, base + claim("claim-b"))
    git("checkout", "-q", "a")
    return git


@pytest.mark.real
class TestMerge:
    def test_two_branches_that_each_add_a_claim_to_one_position_need_no_hand(self, git: Git, small: Program) -> None:
        if shutil.which("argmap", path=str(Path(sys.executable).parent)) is None:
            pytest.skip("argmap is not installed as a program")
        git.knows_the_driver()
        base = git("show", f"main:{BENEFITS}").stdout
        merged = git("merge", "--no-edit", "b")
        assert merged.returncode == 0, merged.stdout + merged.stderr
        assert (git.folder / BENEFITS).read_text() == base + claim("claim-a") + claim("claim-b")
        assert small("check", "-q").code == 0

    def test_a_claim_that_both_reword_is_a_conflict_that_names_the_file(self, git: Git) -> None:
        if shutil.which("argmap", path=str(Path(sys.executable).parent)) is None:
            pytest.skip("argmap is not installed as a program")
        git.knows_the_driver()
        base = git("show", f"main:{BENEFITS}").stdout
        for branch in ("a", "b"):
            git.commit(
                branch, BENEFITS, base.replace("solves a problem", f"solves {branch}") + claim(f"claim-{branch}")
            )
        git("checkout", "-q", "a")
        merged = git("merge", "--no-edit", "b")
        assert merged.returncode == 1 and f"{BENEFITS}: 1 conflict to settle by hand." in merged.stderr
        text = (git.folder / BENEFITS).read_text()
        assert text.count("<<<<<<<") == 1 and claim("claim-a") + claim("claim-b") in text
        assert git("diff", "--name-only", "--diff-filter=U").stdout == f"{BENEFITS}\n"

    def test_without_the_driver_git_merges_by_lines_and_asks(self, git: Git) -> None:
        assert git("merge", "--no-edit", "b").returncode == 1

    def test_the_union_of_lines_would_lose_what_both_additions_share(self, git: Git) -> None:
        """Why the driver is there: merge=union ends without a word, and one claim has lost its evidence."""
        (git.folder / ".git/info/attributes").write_text("*.yaml merge=union\n")
        assert git("merge", "--no-edit", "b").returncode == 0
        text = (git.folder / BENEFITS).read_text()
        assert "claim-a" in text and "claim-b" in text and text.count("source: report") == 1

    def test_a_new_debate_tells_git_and_says_what_is_left_to_do(self, argmap: Program) -> None:
        argmap.write(".gitattributes", "*.png binary")
        assert DRIVER in argmap("new", "one").err
        assert argmap("new", "two").code == 0
        lines = (argmap.folder / ".gitattributes").read_text().splitlines()
        assert lines.count("arguments/**/*.yaml merge=argmap") == 1 and lines[0] == "*.png binary"

    @pytest.mark.parametrize(("theirs", "code"), [("[c, b]", 0), ("[d]", 1)])
    def test_what_is_not_ours_is_merged_by_lines(self, argmap: Program, theirs: str, code: int) -> None:
        needs("git")
        argmap.write("base", "a: &x\n\n\n\nb\n")
        argmap.write("ours", "a: &y\n\n\n\nb\n")
        argmap.write("theirs", "a: &x\n\n\n\nc\n" if code == 0 else "a: &z\n\n\n\nb\n")
        result = argmap("merge", "base", "ours", "theirs", "-o", "-")
        assert result.code == code and ("<<<<<<<" in result.out) == bool(code)

    def test_it_writes_our_file_unless_told_otherwise(self, argmap: Program) -> None:
        for name, text in {"base": "a: 1\n", "ours": "a: 1\nb: 2\n", "theirs": "a: 1\nc: 3\n"}.items():
            argmap.write(name, text)
        assert argmap("merge", "base", "ours", "theirs", "-o", "out").code == 0
        assert (argmap.folder / "ours").read_text() == "a: 1\nb: 2\n"
        assert argmap("merge", "base", "ours", "theirs").code == 0
        assert (argmap.folder / "ours").read_text() == "a: 1\nb: 2\nc: 3\n" == (argmap.folder / "out").read_text()
        assert argmap("merge", "base", "ours", "nowhere").code == 2
