"""`argmap review`: the comment, the policy and its exit codes, and posting as CI does it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from argmap.reviews.comment.gate import CONDITIONS
from tests.cli.ci.posting.server import TOKEN, Fault, Server
from tests.cli.run import Program
from tests.conftest import ROOT
from tests.platforms import elements, noticed
from tests.reviews.comment.cases import ANSWER, FILES
from tests.scratch import Scratch

CASE = "arguments/trams/positions/case.yaml"
MARKER = "<!-- argmap review -->"
CI = ("GITHUB_", "GITLAB_", "CI_", "GH_")


@pytest.fixture(autouse=True)
def _no_ci(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith(CI)]:
        monkeypatch.delenv(name)


@pytest.fixture
def scratch(argmap: Program) -> Scratch:
    """A repository with two debates, committed on main, and a branch."""
    made = Scratch(argmap.folder)
    for name, text in FILES.items():
        made.write(f"arguments/trams/{name}", text)
        made.write(f"arguments/other/{name}", text.replace("debate: trams", "debate: other"))
    made.commit("two debates")
    made.git("switch", "-q", "-c", "change")
    return made


def flip(scratch: Scratch) -> None:
    """Take the one support and turn the other: the resolution falls."""
    text = FILES["positions/case.yaml"]
    scratch.write(
        CASE, text[: text.index("  - support: cheap")].replace("support: frees-roads", "rebuttal: frees-roads")
    )


def answer(scratch: Scratch) -> None:
    scratch.write(CASE, FILES["positions/case.yaml"] + ANSWER)


class TestTheComment:
    def test_of_the_work_tree_against_the_default_branch(self, argmap: Program, scratch: Scratch) -> None:
        flip(scratch)
        result = argmap("review")
        assert result.code == 0 and result.err == ""
        assert result.out.startswith(MARKER) and "`trams`: **`build` no longer stands: it is defeated.**" in result.out
        assert "other" not in result.out.partition("<details>")[0]

    def test_of_one_debate_has_its_title_and_a_marker_of_its_own(self, argmap: Program, scratch: Scratch) -> None:
        flip(scratch)
        out = argmap("review", "-d", "trams").out
        assert out.startswith("<!-- argmap review: trams -->\n\n**`build` no longer stands")

    def test_of_two_revisions_and_of_folders(self, argmap: Program, scratch: Scratch, tmp_path: Path) -> None:
        flip(scratch)
        scratch.commit("flip")
        wanted = argmap("review", "main", "HEAD").out
        assert "no longer stands" in wanted
        scratch.git("worktree", "add", "-q", str(tmp_path / "old"), "main")
        assert "no longer stands" in argmap("review", str(tmp_path / "old")).out

    def test_of_no_change_says_so(self, argmap: Program, scratch: Scratch) -> None:
        scratch.replace(CASE, "arguments:", "# a comment\narguments:")
        result = argmap("review")
        assert result.code == 0 and "**Nothing changed in meaning" in result.out

    def test_goes_into_a_file(self, argmap: Program, scratch: Scratch) -> None:
        answer(scratch)
        result = argmap("review", "-o", "comment.md")
        assert result.out == "" and (argmap.folder / "comment.md").read_text().startswith(MARKER)

    def test_links_to_the_base_of_the_settings(self, argmap: Program, scratch: Scratch) -> None:
        scratch.write("argmap.toml", 'link-base = "https://a.example/blob/main"\n')
        answer(scratch)
        assert f"(<https://a.example/blob/main/{CASE}#L7>)" in argmap("review").out

    def test_links_to_the_head_of_the_pull_request_on_github(
        self, argmap: Program, scratch: Scratch, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        event = tmp_path / "event.json"
        event.write_text(json.dumps({"pull_request": {"number": 7, "head": {"sha": "a" * 40}}}))
        monkeypatch.setenv("GITHUB_REPOSITORY", "o/r")
        monkeypatch.setenv("GITHUB_SHA", "b" * 40)
        monkeypatch.setenv("GITHUB_EVENT_PATH", str(event))
        flip(scratch)
        out, base = argmap("review").out, scratch.git("rev-parse", "main")
        assert f"(<https://github.com/o/r/blob/{'a' * 40}/{CASE}#L3>)" in out
        assert f"(<https://github.com/o/r/blob/{base}/{CASE}#L7>)" in out

    def test_links_to_the_source_branch_on_gitlab(
        self, argmap: Program, scratch: Scratch, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("CI_PROJECT_URL", "https://gitlab.example/g/p")
        monkeypatch.setenv("CI_MERGE_REQUEST_SOURCE_PROJECT_URL", "https://gitlab.example/fork/p")
        monkeypatch.setenv("CI_COMMIT_SHA", "c" * 40)
        answer(scratch)
        assert f"(<https://gitlab.example/fork/p/-/blob/{'c' * 40}/{CASE}#L7>)" in argmap("review").out

    def test_hostile_names_of_branches_are_only_text(self, argmap: Program, scratch: Scratch) -> None:
        scratch.git("branch", "@octocat#12", "main")
        answer(scratch)
        out = argmap("review", "@octocat#12", "change").out
        assert "octocat" in out and noticed(out) == set()

    def test_a_debate_that_cannot_be_read_any_more(self, argmap: Program, scratch: Scratch) -> None:
        scratch.write("arguments/trams/debate.yaml", "debate: trams\ntitle: [\n")
        result = argmap("review")
        assert result.code == 1 and "unreadable" in result.err
        assert "`trams`: **Cannot be compared: `debate.yaml`, line 2, column 8." in result.out
        assert "Blocked by `unreadable`\n" in result.out and "error" not in result.err  # it is told once
        assert argmap("review", "--fail-on", "never").code == 0

    def test_a_new_debate_and_one_that_is_gone(self, argmap: Program, scratch: Scratch) -> None:
        for name in FILES:
            text = FILES[name].replace("debate: trams", "debate: new").replace("tram", "bus")
            scratch.write(f"arguments/new/{name}", text)
            (argmap.folder / f"arguments/other/{name}").unlink()
        out = argmap("review").out
        assert "`new`: **The debate `new` is new, with 3 statements.**" in out
        assert "`other`: **The debate `other` is deleted, with 3 statements.**" in out

    def test_a_folder_that_is_renamed_is_the_same_debate(self, argmap: Program, scratch: Scratch) -> None:
        scratch.git("mv", "arguments/other", "arguments/elsewhere")
        out = argmap("review").out
        assert "`elsewhere`: **The debate `other` is now called `elsewhere`. No resolution flips.**" in out
        assert "added" not in out and "removed" not in out
        assert "The debate other is now called elsewhere" in argmap("diff", "-d", "elsewhere").out

    def test_json_has_the_policy_and_every_debate(self, argmap: Program, scratch: Scratch) -> None:
        flip(scratch)
        result = argmap("review", "-f", "json", "--fail-on", "flip")
        found = json.loads(result.out)
        assert result.code == 1
        assert found["policy"] == {
            "conditions": ["flip"], "broken": [{"debate": "trams", "condition": "flip", "by": ["build"]}],
        }  # fmt: skip
        assert found["debates"]["trams"]["flips"][0]["id"] == "build" and found["debates"]["other"]["changes"] == []


class TestThePolicy:
    def test_help_defines_every_condition_in_the_same_words(self, argmap: Program) -> None:
        said = " ".join(argmap("review", "--help").out.split())
        for condition in CONDITIONS:
            assert f"{condition.name} {condition.meaning.replace('`', '')}" in said
        assert "suspect a step was not reviewed again" in said and "never nothing breaks the policy" in said

    @pytest.mark.parametrize(
        ("given", "code"),
        [
            (("flip",), 1), (("unanswered,flip",), 1), (("unanswered", "flip"), 1), (("error",), 0), (("never",), 0),
            ((), 0), (("evidence-lost",), 0), (("source-unused",), 0), (("removed",), 1),
        ],
    )  # fmt: skip
    def test_exit_codes(self, argmap: Program, scratch: Scratch, given: tuple[str, ...], code: int) -> None:
        flip(scratch)
        result = argmap("review", *(word for name in given for word in ("--fail-on", name)))
        assert result.code == code
        assert ("Blocked by" in result.out) == bool(code) == bool(result.err)

    def test_a_broken_condition_is_named_with_what_breaks_it(self, argmap: Program, scratch: Scratch) -> None:
        answer(scratch)
        result = argmap("review", "--fail-on", "unanswered")
        assert result.code == 1 and "trams: the policy does not allow 'unanswered': drivers-stay" in result.err
        assert "Blocked by `unanswered`" in result.out and "Nothing answers `drivers-stay` yet" in result.out

    def test_a_finding_by_the_name_of_its_rule(self, argmap: Program, scratch: Scratch) -> None:
        answer(scratch)
        assert argmap("review", "--fail-on", "unanswered-rebuttal").code == 1

    def test_of_the_settings_and_the_command_line_wins(self, argmap: Program, scratch: Scratch) -> None:
        flip(scratch)
        for text in ('[review]\nfail-on = "error, flip"\n', '[review]\nfail-on = ["flip"]\nthreshold = 0.2\n'):
            scratch.git("switch", "-q", "main")
            scratch.write("argmap.toml", text)
            scratch.git("add", "argmap.toml")
            scratch.git("commit", "-q", "-m", "settings")
            scratch.git("switch", "-q", "change")
            scratch.git("merge", "-q", "main")
            assert argmap("review").code == 1
            assert argmap("review", "--fail-on", "never").code == 0

    @pytest.mark.parametrize(
        ("settings", "said"),
        [
            ('[review]\nfail_on = "flip"\n', "did you mean 'review.fail-on'?"),
            ("[review]\nthreshold = 2\n", "review.threshold"),
            ('[review]\nfail-on = "flop"\n', "did you mean 'flip'?"),
            ('review = "flip"\n', "review"),
        ],
    )
    def test_wrong_settings_are_named(self, argmap: Program, scratch: Scratch, settings: str, said: str) -> None:
        scratch.write("argmap.toml", settings)
        result = argmap("review")
        assert result.code == 2 and said in result.err

    def test_a_condition_that_is_none_and_never_with_others(self, argmap: Program, scratch: Scratch) -> None:
        assert "did you mean 'unanswered'?" in argmap("review", "--fail-on", "unanswerd").err
        assert argmap("review", "--fail-on", "never,flip").code == 2


class TestPosting:
    @pytest.fixture
    def server(self, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
        with Server() as server:
            for name, value in {
                "GITHUB_REPOSITORY": "o/r", "GITHUB_REF": "refs/pull/7/merge", "GITHUB_API_URL": server.url,
                "GITHUB_TOKEN": TOKEN,
            }.items():  # fmt: skip
                monkeypatch.setenv(name, value)
            yield server

    def test_once_and_again(self, argmap: Program, scratch: Scratch, server: Server) -> None:
        answer(scratch)
        first = argmap("review", "--post")
        assert first.code == 0 and first.out == "" and "Comment created: https://github.example/c/0" in first.err
        again = argmap("review", "--post")
        assert "Comment left as it was" in again.err
        flip(scratch)
        assert "Comment updated" in argmap("review", "--post").err
        assert len(server.comments) == 1 and "no longer stands" in server.comments[0]["body"]

    def test_reviews_of_one_debate_each_have_a_comment_each(
        self, argmap: Program, scratch: Scratch, server: Server
    ) -> None:
        answer(scratch)
        scratch.replace("arguments/other/positions/case.yaml", "It is cheap", "It is dear")
        for name in ("trams", "other", "trams"):
            argmap("review", "--post", "-d", name)
        assert len(server.comments) == 2

    def test_the_policy_decides_the_exit_code(self, argmap: Program, scratch: Scratch, server: Server) -> None:
        flip(scratch)
        assert argmap("review", "--post", "--fail-on", "flip").code == 1
        assert "Blocked by `flip`" in server.comments[0]["body"]

    def test_with_a_file_the_comment_is_written_as_well(
        self, argmap: Program, scratch: Scratch, server: Server
    ) -> None:
        answer(scratch)
        argmap("review", "--post", "-o", "c.md")
        assert (argmap.folder / "c.md").read_text() == server.comments[0]["body"]

    def test_without_a_token_it_prints(
        self, argmap: Program, scratch: Scratch, server: Server, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.delenv("GITHUB_TOKEN")
        result = argmap("review", "--post")
        assert (
            result.code == 0 and result.out.startswith(MARKER) and "Not posted: GITHUB_TOKEN is not set" in result.err
        )
        assert server.requests == []

    def test_a_forks_comment_goes_into_the_summary(
        self, argmap: Program, scratch: Scratch, server: Server, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        summary = tmp_path / "summary.md"
        summary.write_text("before\n")
        monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
        said = '{"message": "Resource not accessible by integration"}'
        server.faults = [Fault("POST", status=403, body=said, times=9)]
        flip(scratch)
        result = argmap("review", "--post")
        assert result.code == 0 and "from a fork" in result.err and "step's summary" in result.err
        assert summary.read_text().startswith(f"before\n{MARKER}") and result.out.startswith(MARKER)
        assert argmap("review", "--post", "--fail-on", "flip").code == 1

    def test_a_service_that_refuses_is_exit_code_2_after_the_comment(
        self, argmap: Program, scratch: Scratch, server: Server
    ) -> None:
        answer(scratch)
        server.faults = [Fault("POST", status=422, body='{"message": "Validation Failed"}', times=9)]
        result = argmap("review", "--post")
        assert result.code == 2 and "422" in result.err and result.out.startswith(MARKER)
        assert TOKEN not in result.err + result.out

    def test_a_summary_that_cannot_be_written_is_said(
        self, argmap: Program, scratch: Scratch, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("GITHUB_STEP_SUMMARY", "/proc/nowhere/summary")
        result = argmap("review", "--post")
        assert result.code == 0 and "summary cannot be written" in result.err

    def test_without_the_extra_it_says_which(
        self, argmap: Program, scratch: Scratch, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        for name in [name for name in sys.modules if name.startswith(("urllib3", "argmap.cli.ci.posting"))]:
            monkeypatch.delitem(sys.modules, name)
        monkeypatch.setitem(sys.modules, "urllib3", None)
        result = argmap("review", "--post")
        assert result.code == 2 and "argmap[review]" in result.err


def test_an_http_client_is_imported_only_to_post() -> None:
    program = (
        "import sys\nfrom argmap.cli.main import main\n"
        "try:\n    main(['review', 'HEAD', '-d', 'tripwire', '-o', '/dev/null'])\nexcept SystemExit:\n    pass\n"
        "print('urllib3' in sys.modules, 'wasmtime' in sys.modules, 'jinja2' in sys.modules)\n"
    )
    run = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert run.stdout.splitlines()[-1] == "False False False", run.stderr


class TestPostingWhatAFork:
    """`--post-file`: what another run has written is text."""

    @pytest.fixture
    def server(self, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
        with Server() as server:
            for name, value in {
                "GITHUB_REPOSITORY": "o/r", "GITHUB_API_URL": server.url, "GITHUB_TOKEN": TOKEN,
                "GITHUB_EVENT_PATH": "/nowhere",
            }.items():  # fmt: skip
                monkeypatch.setenv(name, value)
            yield server

    def test_wrote_is_posted_as_it_is_but_for_the_map(
        self, argmap: Program, scratch: Scratch, server: Server, tmp_path: Path
    ) -> None:
        flip(scratch)
        file, page = tmp_path / "review.md", "https://github.com/o/r/actions/runs/1/artifacts/2"
        assert argmap("review", "-o", str(file), "--page", page).code == 0
        assert "```mermaid" in file.read_text()
        result = argmap("review", "--post-file", str(file), "--pr", "7")
        assert result.code == 0, result.err
        (comment,) = server.comments
        assert comment["body"].startswith(f"{MARKER}\n\n`trams`: **`build` no longer stands: it is defeated.**")
        assert f"[before and after](<{page}>)" in comment["body"]
        assert "mermaid" not in comment["body"] and "<summary>Claims" in comment["body"]
        assert "Comment left as it was" in argmap("review", "--post-file", str(file), "--pr", "7").err

    def test_wrote_of_a_file_that_cannot_be_read_keeps_its_lines(
        self, argmap: Program, scratch: Scratch, server: Server, tmp_path: Path
    ) -> None:
        scratch.replace(CASE, "of: build\n", "of: build\n    odd: '`@all <b>'\n")
        file = tmp_path / "review.md"
        assert argmap("review", "-o", str(file)).code == 1
        assert argmap("review", "--post-file", str(file), "--pr", "7").code == 0
        body = server.comments[0]["body"]
        assert body.split("\n", 1)[1] == file.read_text().split("\n", 1)[1] and "'`@all <b>'" in body
        assert noticed(body) == set()

    @pytest.mark.parametrize(
        "evil",
        [
            "<details>\n```text\n1 | @all\n```\n</details>", "\n```text\n@all\n```",
            "- x\n\n     ```text\n1 | @all\n```",
            "cc @everyone", "![x](https://evil.example/x.png)", "[before and after](<https://evil.example/>)",
            "<img src=x>", "<details open>", "/close", "see #12", "www.evil.example", "https://evil.example",
            "</details>",
            "````\n@all\n```", ":+1:", "$$x$$", "<!-- argmap review: other -->", "~~~\n@you", "[a]: https://evil.example",
            "turned \u202eround\u2066 @you", r"\@octocat", "&#64;octocat", r"o/r\#12", "&#35;12", "GH-12", "&#71;H-12",
            "&#119;ww.evil.example", r"\:tada\:", r"http\:\/\/evil.example", r"a\@b.example", r"\~bug", r"\$x\$",
            "&#36;x&#36;", r"\{+ new +}", "250a79d1", "ABC-12", r"\\`a`\@octocat`b`", "\\\n@octocat",
            "<sub>@</sub>octocat",
            "[before and after](<https://github.com/o/r/../../evil/x>)", "[`a`](<https://github.com/o/r/%2E%2e/x>)",
            "\U000e0041\U000e0042 @you",
        ],
    )  # fmt: skip
    def test_slipped_in_is_only_text(
        self, argmap: Program, scratch: Scratch, server: Server, tmp_path: Path, evil: str
    ) -> None:
        file = tmp_path / "review.md"
        file.write_text(f"{MARKER}\n\n**No resolution flips.**\n\n{evil}\n")
        assert argmap("review", "--post-file", str(file), "--pr", "7").code == 0
        body = server.comments[0]["body"]
        assert noticed(body) == set() and set(elements(body)) <= {"body", "p", "pre", "code"}
        assert body.startswith(MARKER) and "**No resolution flips.**" in body and not set("\u202e\u2066") & set(body)

    def test_wrote_with_signs_in_its_data_is_posted_as_it_is(
        self, argmap: Program, scratch: Scratch, server: Server, tmp_path: Path
    ) -> None:
        scratch.replace(CASE, "text: ", "text: 'Stop! Ask a@b.example, @you and/or / #12 in C# ~x $5 www.x.example' #")
        file = tmp_path / "review.md"
        assert argmap("review", "-o", str(file)).code == 0
        assert "Stop!" in file.read_text() and argmap("review", "--post-file", str(file), "--pr", "7").code == 0
        body = server.comments[0]["body"]
        assert "as its own run has made it" not in body and noticed(body) == set()

    @pytest.mark.skipif(os.name == "nt", reason="links need no right on Unix only")
    @pytest.mark.parametrize("kind", ["link", "pipe", "device"])
    def test_wrote_is_a_file_and_no_link(
        self, argmap: Program, scratch: Scratch, server: Server, tmp_path: Path, kind: str
    ) -> None:
        """An artifact may hold a link to the environment, in which the token stands."""
        file = tmp_path / "review.md"
        (tmp_path / "secret").write_text("hunter2")
        os.mkfifo(file) if kind == "pipe" else file.symlink_to(tmp_path / "secret" if kind == "link" else "/dev/zero")
        result = argmap("review", "--post-file", str(file), "--pr", "7")
        assert result.code == 2 and ("is a link" in result.err or "not an ordinary file" in result.err)
        assert server.comments == []

    def test_left_is_needed_with_a_number(self, argmap: Program, scratch: Scratch, tmp_path: Path) -> None:
        (tmp_path / "review.md").write_text("x")
        assert argmap("review", "--post-file", str(tmp_path / "review.md")).code == 2
        assert argmap("review", "--pr", "7").code == 2
        assert argmap("review", "--post-file", str(tmp_path / "review.md"), "--pr", "0").code == 2

    def test_where_nothing_changed_makes_no_comment(
        self, argmap: Program, scratch: Scratch, server: Server, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("GITHUB_REF", "refs/pull/7/merge")
        assert "Comment not needed" in argmap("review", "--post").err and server.comments == []
        answer(scratch)
        argmap("review", "--post")
        scratch.git("checkout", "-q", ".")
        assert "Comment updated" in argmap("review", "--post").err
        assert "Nothing changed in meaning" in server.comments[0]["body"]
