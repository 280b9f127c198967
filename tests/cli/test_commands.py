"""What a user is promised of each command: results on standard output, the rest on standard error, exit codes."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import click
import pytest

from argmap import load
from argmap.cli.main import COMMANDS, cli
from tests.cli.run import Program


def test_every_command_in_the_table_is_a_file() -> None:
    folder = Path(sys.modules["argmap.cli.main"].__file__ or "").parent / "commands"
    assert {path.stem.removesuffix("_") for path in folder.glob("[a-z]*.py")} == set(COMMANDS)
    context = click.Context(cli)
    for name, (_, summary) in COMMANDS.items():
        command = cli.get_command(context, name)  # type: ignore[attr-defined]
        assert command is not None and command.short_help == summary != command.help


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help(argmap: Program, name: str) -> None:
    result = argmap(name, "--help")
    assert result.code == 0 and result.out.startswith("Usage:")


def test_the_program_ends_with_all_of_its_output_and_its_exit_code(small: Program) -> None:
    command = [sys.executable, "-m", "argmap", "evaluate", "-f", "json"]
    ran = subprocess.run(command, cwd=small.folder, capture_output=True, text=True, timeout=60)
    expected = small("evaluate", "-f", "json")
    assert (ran.returncode, ran.stdout, ran.stderr) == (expected.code, expected.out, expected.err)
    wrong = subprocess.run([*command, "nothing"], cwd=small.folder, capture_output=True, text=True, timeout=60)
    assert wrong.returncode == 2 and "there is no debate 'nothing'" in wrong.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full")
def test_an_output_that_takes_no_more_is_an_error(small: Program) -> None:
    with Path("/dev/full").open("w") as full:
        command = [sys.executable, "-m", "argmap", "evaluate"]
        ran = subprocess.run(command, cwd=small.folder, stdout=full, stderr=subprocess.PIPE, text=True, timeout=60)
    assert ran.returncode != 0 and "No space left" in ran.stderr


class TestNew:
    def test_makes_a_debate_that_checks_and_builds(self, small: Program) -> None:
        assert small("check").code == 0
        assert small("build", "-q").code == 0
        assert (small.folder / "output/school-start/index.html").is_file()

    def test_touches_nothing_that_is_there(self, small: Program) -> None:
        before = (small.folder / "arguments/school-start/debate.yaml").read_bytes()
        result = small("new", "school-start")
        assert result.code == 2 and "already exists" in result.err
        assert (small.folder / "arguments/school-start/debate.yaml").read_bytes() == before

    @pytest.mark.parametrize("name", ["School", "a_b", "../x", "1", "-", "é"])
    def test_a_name_that_cannot_be_an_id(self, argmap: Program, name: str) -> None:
        assert argmap("new", "--", name).code == 2

    def test_a_title_with_quotes_and_braces_stays_as_it_is(self, argmap: Program) -> None:
        title = 'Is "yes" {or} #no: the answer?'
        argmap("new", "odd", "--title", title)
        assert load(argmap.folder / "arguments/odd").title == title
        assert argmap("build", "-q").code == 0


class TestCheck:
    def test_exit_codes(self, small: Program) -> None:
        assert small("check").code == 0
        assert small("check", "--fail-on", "warning").code == 1
        small.write("arguments/school-start/positions/broken.yaml", "position: broken\narguments: {")
        assert small("check").code == 1
        assert small("check", "nowhere").code == 2

    def test_a_mistake_has_file_line_column_the_line_and_what_to_do(self, small: Program) -> None:
        small.write(
            "arguments/school-start/positions/more.yaml",
            "position: more\narguments:\n  - support: extra\n    of: we-should-akt\n    text: More.\n",
        )
        out = small("check").out
        assert "arguments/school-start/positions/more.yaml:4:9 error unknown-target" in out
        assert "  4 |     of: we-should-akt\n" in out
        assert "^^^^^^^^^^^^^ " in out
        assert "we-should-act" in out

    def test_a_file_inside_a_debate_means_that_debate(self, small: Program) -> None:
        assert "1 source" not in small("check", "arguments/school-start/positions/costs.yaml").err
        assert small("check", "arguments/school-start/positions/costs.yaml").code == 0

    def test_from_another_folder(self, small: Program, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        elsewhere = tmp_path / "elsewhere"
        elsewhere.mkdir()
        monkeypatch.chdir(elsewhere)
        assert small("check", str(small.folder / "arguments/school-start")).code == 0
        assert small("check").code == 2

    def test_json_is_json_and_github_is_commands(self, small: Program) -> None:
        found = json.loads(small("check", "-f", "json").out)
        assert found["summary"]["debates"] == 1
        assert all(d["file"].startswith("arguments/school-start/") for d in found["diagnostics"])
        assert small("check", "-f", "github").out.startswith("::warning ")

    def test_select_and_ignore(self, small: Program) -> None:
        only = json.loads(small("check", "-f", "json", "--select", "claim-no-evidence").out)
        assert {d["rule"] for d in only["diagnostics"]} == {"claim-no-evidence"}
        none = json.loads(small("check", "-f", "json", "--ignore", "claim-no-evidence").out)
        assert "claim-no-evidence" not in {d["rule"] for d in none["diagnostics"]}
        assert "did you mean" in small("check", "--select", "claim-no-evidense").err

    def test_settings_of_the_repository(self, small: Program) -> None:
        small.write("argmap.toml", 'fail-on = "warning"\n')
        assert small("check").code == 1
        small.write("argmap.toml", 'fail_on = "warning"\n')
        result = small("check")
        assert result.code == 2 and "fail_on: unknown setting; did you mean 'fail-on'?" in result.err

    def test_no_colour_unless_on_a_terminal(self, small: Program, monkeypatch: pytest.MonkeyPatch) -> None:
        assert "\x1b[" not in small("check").out
        monkeypatch.setenv("FORCE_COLOR", "1")
        assert "\x1b[" in small("check").out
        monkeypatch.setenv("NO_COLOR", "1")
        assert "\x1b[" not in small("check").out


class TestEvaluateAndExplain:
    def test_the_table(self, small: Program) -> None:
        out = small("evaluate").out
        assert out.splitlines()[1].startswith("we-should-act  ? undecided") and "Why 2 are undecided" in out
        assert "answered" in out and "unanswered" in out

    def test_the_table_in_markdown_and_in_colour(self, small: Program, monkeypatch: pytest.MonkeyPatch) -> None:
        told = small("evaluate", "-f", "md").out
        assert "| we-should-act | **? undecided** |" in told and "### Why 2 are undecided" in told
        monkeypatch.setattr("argmap.cli.printing.terminal.wants_colour", lambda _: True)
        assert "we-should-act  \x1b[33m? undecided\x1b[0m  " in small("evaluate").out

    def test_json_has_the_promised_keys(self, small: Program) -> None:
        found = json.loads(small("evaluate", "-f", "json").out)
        assert found["statements"]["it-is-expensive"] == {"label": "in", "side": "con", "position": "costs"}
        assert found["resolutions"]["we-should-act"]["label"] == "undec"

    def test_explain_names_what_brought_it_down(self, small: Program) -> None:
        out = small("explain", "it-pays-for-itself").out
        assert out.startswith("it-pays-for-itself is answered: nothing backs it.")

    def test_an_unknown_id_gets_the_nearest(self, small: Program) -> None:
        result = small("explain", "it-is-expensiv")
        assert result.code == 2 and "did you mean 'it-is-expensive'?" in result.err

    def test_a_faulty_debate_is_not_evaluated(self, small: Program) -> None:
        small.write("arguments/school-start/sources.yaml", "references: [{id: a, id: b}]\n")
        result = small("evaluate")
        assert result.code == 1 and result.out == "" and "duplicate-key" in result.err


class TestMap:
    def test_forms_by_option_and_by_ending(self, small: Program) -> None:
        assert small("map").out.startswith("<svg")
        assert small("map", "--timeout", "1e308").out.startswith("<svg")
        assert small("map", "-f", "dot").out.startswith("digraph")
        assert small("map", "-o", "a.png").code == 0
        assert (small.folder / "a.png").read_bytes().startswith(b"\x89PNG")
        assert small("map", "-o", "a.pdf").code == 0
        assert (small.folder / "a.pdf").read_bytes().startswith(b"%PDF")

    @pytest.mark.parametrize(
        ("option", "value"),
        [
            ("--position", "benefit"),
            ("--focus", "it-is-expensiv"),
            ("--side", "pros"),
            ("--engine", "no-such-dot"),
            ("--timeout", "nan"),
        ],
    )
    def test_what_cannot_be_drawn_is_said(self, small: Program, option: str, value: str) -> None:
        result = small("map", option, value)
        assert result.code == 2 and value in result.err and result.out == ""

    def test_links_into_a_repository(self, small: Program) -> None:
        out = small("map", "--link-base", "https://example.org/blob/main").out
        assert "https://example.org/blob/main/arguments/school-start/positions/costs.yaml#L6" in out


class TestBrief:
    @pytest.mark.parametrize("kind", ["policy", "argument", "pack", "class", "negative", "blocks", "judgements"])
    def test_markdown_and_html(self, small: Program, kind: str) -> None:
        assert small("brief", kind).out.startswith("# ")
        assert small("brief", kind, "-o", "a.html").code == 0
        assert (small.folder / "a.html").read_text().lower().startswith("<!doctype html>")

    def test_the_debate_is_named_as_for_other_commands(self, small: Program) -> None:
        name = next((small.folder / "arguments").iterdir()).name
        assert small("brief", "pack", name).out == small("brief", "pack", "-d", name).out == small("brief", "pack").out
        twice = small("brief", "pack", name, "-d", name)
        assert twice.code == 2 and "two debates are named" in twice.err

    def test_the_memo_in_short(self, small: Program) -> None:
        short = small("brief", "policy", "--short").out
        assert "Decision memo in short" in short and "**The answer.**" in short
        assert len(short.split()) < len(small("brief", "policy").out.split())
        refused = small("brief", "blocks", "--short")
        assert refused.code == 2 and "blocks has no short form: --short goes with policy." in refused.err

    def test_the_core_alone_in_maps_and_briefs(self, small: Program) -> None:
        for command in (["map"], ["brief", "pack"]):
            refused = small(*command, "--core")
            assert refused.code == 2 and "no statement is marked core: true; mark those" in refused.err
        costs = next((small.folder / "arguments").iterdir()) / "positions" / "costs.yaml"
        first = re.search(r"(?m)^( *)- (?:support|rebuttal): (\S+)$", costs.read_text())
        assert first is not None
        costs.write_text(costs.read_text().replace(first[0], f"{first[0]}\n{first[1]}  core: true"))
        assert first[2] in small("map", "--core").out and "The core: " in small("map", "--core").out
        assert len(small("brief", "argument", "--core").out.split()) < len(small("brief", "argument").out.split())
        twice = small("map", "--core", "--position", "costs")
        assert twice.code == 2 and "give one of them" in twice.err
        small("build")
        assert [path.name for path in small.folder.rglob("core.svg")]

    def test_unknown_selection_and_style(self, small: Program) -> None:
        assert small("brief", "blocks", "--side", "pros").code == 2
        assert small("brief", "policy", "--style", "chicago-author-dat").code == 2

    def test_a_style_of_ones_own_is_found_from_where_it_is_named(self, small: Program) -> None:
        from argmap.citations import named

        folder = small.folder / "styles"
        folder.mkdir()
        (folder / "mine.csl").write_text(named("author-date"), encoding="utf-8")
        plain = small("brief", "policy").out
        assert small("brief", "policy", "--style", "styles/mine.csl").out == plain
        (folder / "wide.csl").write_text(named("author-date"), encoding="utf-16")
        assert small("brief", "policy", "--style", "styles/wide.csl").out == plain
        (small.folder / "pyproject.toml").write_text('[tool.argmap]\nstyle = "styles/mine.csl"\n')
        assert small("brief", "policy").out == plain

    @pytest.mark.parametrize(
        ("content", "said"),
        [
            (None, "there is no citation style styles/mine.csl"), (b"\xfc", "is not text in UTF-8 or UTF-16"),
            (b"<style", "styles/mine.csl cannot be used: it is not well-formed XML"),
        ],
    )  # fmt: skip
    def test_a_file_that_is_no_style_is_refused_by_brief_and_build(
        self, small: Program, content: bytes | None, said: str
    ) -> None:
        (small.folder / "styles").mkdir()
        if content is not None:
            (small.folder / "styles/mine.csl").write_bytes(content)
        refused = small("brief", "policy", "--style", "styles/mine.csl")
        assert refused.code == 2 and said in refused.err
        (small.folder / "pyproject.toml").write_text('[tool.argmap]\nstyle = "styles/mine.csl"\n')
        refused = small("build")
        assert refused.code == 2 and said in refused.err
        assert not list(small.folder.glob("output/*/briefs/*"))


class TestBuild:
    def test_a_second_build_does_nothing_and_a_change_only_what_it_changes(self, small: Program) -> None:
        small("build")
        assert "up to date" in small("build").err
        page = small.folder / "output/school-start/maps/map.svg"
        before = page.stat().st_mtime_ns
        path = small.folder / "arguments/school-start/sources.yaml"
        path.write_text(path.read_text() + "# a comment\n")
        assert "no files written" in small("build").err
        assert page.stat().st_mtime_ns == before

    def test_verbose_names_each_file(self, small: Program) -> None:
        assert "wrote output/school-start/maps/map.svg\n" in small("build", "-v").err
        assert "wrote" not in small("build", "-q", "--force").err

    def test_another_program_builds_anew(self, small: Program, monkeypatch: pytest.MonkeyPatch) -> None:
        small("build", "-q")
        monkeypatch.setattr("argmap.cli.cache.stamps.program", lambda: "another")
        assert "up to date" not in small("build").err

    def test_check_tells_missing_changed_and_stale_files(self, small: Program) -> None:
        assert small("build", "--check").code == 1
        small("build", "-q")
        assert small("build", "--check").code == 0
        (small.folder / "output/school-start/maps/map.svg").unlink()
        path = small.folder / "arguments/school-start/debate.yaml"
        path.write_text(path.read_text().replace("Should", "Must"))
        result = small("build", "--check")
        assert result.code == 1
        assert "map.svg: is missing" in result.out
        assert "policy.md: is out of date" in result.out
        small("build", "-q")
        assert small("build", "--check").code == 0

    def test_what_somebody_edited_is_kept_until_they_say_otherwise(self, small: Program) -> None:
        small("build", "-q")
        page = small.folder / "output/school-start/briefs/policy.md"
        page.write_text("my words")
        result = small("build")
        assert result.code == 1
        assert "kept output/school-start/briefs/policy.md: you have edited it." in result.err
        assert page.read_text() == "my words"
        assert "policy.md: was edited by hand" in small("build", "--check").out
        assert small("build").code == 1, "it is said again"
        assert small("build", "-q", "--overwrite").code == 0
        assert page.read_text() != "my words"
        assert small("build", "--check").code == 0

    def test_what_argmap_did_not_make_stays_and_is_named(self, small: Program) -> None:
        notes = small.write("output/school-start/briefs/my-notes.md", "mine")
        index = small.write("output/school-start/index.html", "my page")
        result = small("build")
        assert result.code == 1
        for name in ("briefs/my-notes.md", "index.html"):
            assert f"kept output/school-start/{name}: argmap did not make it." in result.err
        assert (notes.read_text(), index.read_text()) == ("mine", "my page")
        assert small("build", "--overwrite").code == 0
        assert notes.read_text() == "mine", "it is in nobody's way"
        assert index.read_text() != "my page"
        assert small("build").code == 0

    def test_what_the_debate_has_no_more_goes_unless_it_was_edited(self, small: Program) -> None:
        for number in range(5):
            steps = "".join(
                f"  - support: s{number}-{i}\n    of: we-should-act\n    text: Reason {number} {i}.\n"
                for i in range(12)
            )
            small.write(f"arguments/school-start/positions/p{number}.yaml", f"position: p{number}\narguments:\n{steps}")
        small("build", "-q")
        gone, edited = (small.folder / f"output/school-start/maps/p{number}.svg" for number in (0, 1))
        edited.write_text("mine")
        for number in (0, 1):
            (small.folder / f"arguments/school-start/positions/p{number}.yaml").unlink()
        assert small("build", "-q").code == 1
        assert not gone.exists()
        assert edited.read_text() == "mine"

    @pytest.mark.parametrize("out", [".", "arguments", "arguments/school-start"])
    def test_no_output_stands_where_something_else_does(self, small: Program, out: str) -> None:
        small.write("index.html", "mine")
        before = {p: p.read_bytes() for p in small.folder.rglob("*") if p.is_file()}
        assert small("build", "-q", "-o", out).code in (1, 2)
        assert {p: p.read_bytes() for p in before} == before

    def test_a_folder_that_cannot_be_written_is_said_by_its_name(self, small: Program) -> None:
        result = small("map", "-o", "/proc/map.svg")
        assert result.code == 2 and "/proc/map.svg" in result.err

    def test_a_debate_with_errors_leaves_its_output_as_it_was(self, small: Program) -> None:
        small("build", "-q")
        before = {p: p.read_bytes() for p in (small.folder / "output").rglob("*") if p.is_file()}
        small.write("arguments/school-start/positions/costs.yaml", "position: costs\narguments: [")
        assert small("build").code == 1
        assert {p: p.read_bytes() for p in (small.folder / "output").rglob("*") if p.is_file()} == before

    def test_a_debate_that_cannot_be_read_hinders_no_other(self, small: Program) -> None:
        small.write("arguments/broken/debate.yaml", "debate: broken\n")
        result = small("build")
        assert result.code == 1 and "arguments/broken has errors; mend them first" in result.err
        assert (small.folder / "output/school-start/index.html").is_file()
        assert not (small.folder / "output/broken").exists()
        assert small("build", "--check").code == 1

    def test_errors_of_the_argument_are_said_and_stop_nothing(self, small: Program) -> None:
        small.write(
            "arguments/school-start/positions/round.yaml",
            "position: round\ntitle: Round\narguments:\n"
            "  - {support: sleep, of: we-should-act, text: They sleep more.}\n"
            "  - {support: rested, of: sleep, text: They are rested.}\n"
            "  - {support: again, of: rested, premises: [sleep]}\n",
        )
        assert small("check").code == 1
        said = (
            "note: arguments/school-start is built all the same: "
            "'argmap check arguments/school-start' finds 1 error in the argument.\n"
        )
        result = small("build", "-q")
        assert (result.code, result.err) == (0, said) and (small.folder / "output/school-start/index.html").is_file()
        small.write("argmap.toml", 'ignore = ["circular-support"]\n')
        assert small("build", "-q").err == ""

    def test_several_processes_write_the_same_bytes(self, small: Program) -> None:
        small("build", "-q", "-j", "1", "-o", "one")
        small("build", "-q", "-j", "2", "-o", "two", "--force")
        one, two = small.folder / "one", small.folder / "two"
        names = {p.relative_to(one) for p in one.rglob("*") if p.is_file()}
        assert names == {p.relative_to(two) for p in two.rglob("*") if p.is_file()}
        assert [n for n in names if (one / n).read_bytes() != (two / n).read_bytes()] == []

    def test_the_oldest_layouts_are_forgotten(self, small: Program, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("argmap.cli.cache.layout_cache._MOST_KEPT", 0)
        assert small("build", "-q", "-j", "1").code == 0
        assert list((small.folder.parent / "cache" / "layouts").iterdir()) == []

    def test_ctrl_c_leaves_whole_files_and_no_traceback(self, small: Program) -> None:
        process = subprocess.Popen(
            [sys.executable, "-m", "argmap", "build", "--force", "-j", "1"],
            cwd=small.folder,
            stderr=subprocess.PIPE,
            text=True,
        )
        started, deadline = small.folder.parent / "cache" / "layouts", time.monotonic() + 60
        while not started.exists() and process.poll() is None and time.monotonic() < deadline:
            time.sleep(0.01)
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=60)
        assert process.returncode in (0, 130)
        assert "Traceback" not in err
        assert list(small.folder.rglob(".*.svg*")) == []


class TestRuleAndSchema:
    def test_every_rule_has_a_page(self, argmap: Program) -> None:
        names = [line.split()[0] for line in argmap("rule").out.splitlines()]
        assert len(names) > 40
        for name in names:
            assert argmap("rule", name).out.startswith(f"{name} (")

    def test_schema(self, argmap: Program) -> None:
        assert json.loads(argmap("schema", "debate").out)["$schema"].startswith("https://json-schema.org/")
        assert argmap("schema", "-o", "schemas").code == 0
        assert len(list((argmap.folder / "schemas").glob("*.json"))) == 6
        assert argmap("schema").code == 2


def test_a_command_that_does_not_exist_gets_the_nearest(argmap: Program) -> None:
    result = argmap("biuld")
    assert result.code == 2 and "did you mean 'build'?" in result.err


def test_no_debate_anywhere_says_what_to_do(argmap: Program) -> None:
    result = argmap("build")
    assert result.code == 2 and "argmap new NAME" in result.err


def test_version_names_the_layout_engine(argmap: Program) -> None:
    out = argmap("--version").out
    assert out.startswith("argmap ") and "Graphviz" in out


def test_a_reader_who_stops_reading_is_no_error(small: Program) -> None:
    shell = f"{sys.executable} -m argmap rule | head -1"
    run = subprocess.run(["sh", "-c", shell], cwd=small.folder, capture_output=True, text=True, env=os.environ)
    assert run.stderr == ""


def test_shell_completion_knows_commands_debates_and_statements(small: Program) -> None:
    def complete(line: str) -> str:
        words = line.split(" ")
        environment = os.environ | {
            "_ARGMAP_COMPLETE": "bash_complete",
            "COMP_WORDS": line,
            "COMP_CWORD": str(len(words) - 1),
        }
        code = "from argmap.cli.main import main; main(prog_name='argmap')"
        run = subprocess.run(
            [sys.executable, "-c", code], cwd=small.folder, capture_output=True, text=True, env=environment
        )
        return run.stdout

    assert "evaluate" in complete("argmap eva")
    assert "school-start" in complete("argmap check sch")
    assert "it-is-expensive" in complete("argmap explain it-is")
    small("new", "second")
    small.write(
        "arguments/second/positions/more.yaml", "position: more\narguments: [{claim: it-is-late, text: Late.}]\n"
    )
    assert {"plain,it-is-expensive", "plain,it-is-late"} <= {*complete("argmap explain it-is").split()}
    assert "it-is-late" not in complete("argmap critical -d school-start it-is")


@pytest.mark.parametrize("command", [["map", "-f", "dot"], ["brief", "blocks"], ["questions"]])
def test_a_side_is_called_by_its_id_or_its_name(argmap: Program, command: list[str]) -> None:
    assert argmap("new", "plan", "--kind", "policy").code == 0
    by_id, by_name, unknown = (argmap(*command, "--side", side) for side in ("neg", "negative", "judge"))
    assert by_id.code == 0 and by_id.out == by_name.out
    assert unknown.code == 2 and "aff" in unknown.err


def test_whoever_changes_a_part_of_the_program_builds_anew() -> None:
    import argmap
    from argmap.cli.cache.stamps import _SOURCES

    spare = {".pyc", ".md", ".ttf", ".json", ".typed", ".txt"}  # nothing of these is in what a build writes
    package = Path(argmap.__file__).parent
    kinds = {path.suffix for path in package.rglob("*") if path.is_file() and path.suffix}
    assert kinds - spare == set(_SOURCES)
