"""Baselines: old findings stay, new ones fail; the file merges and says what is gone."""

from __future__ import annotations

import os
import subprocess
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.cli.ci.baseline import BaselineError, Key, compare, counted, parse, updated, written
from argmap.cli.printing.report import Checked
from argmap.model.diagnostics import Diagnostic, Severity, Span
from tests.cli.ci.formats.examples import CHECKED, many, odd
from tests.cli.run import Program
from tests.scratch import Scratch

RULES = ("rule-a", "rule-b")
findings = st.builds(
    lambda rule, id, line: Diagnostic(rule, Severity.WARNING, Span("f.yaml", line), "says", at=("statements", id)),
    st.sampled_from(RULES), st.sampled_from("xyz"), st.integers(1, 9),
)  # fmt: skip
debates = st.lists(findings, max_size=12).map(lambda found: Checked(found, "d", ran=frozenset(RULES)))
words = st.text(st.characters(codec="utf-8"), max_size=12)
keys = st.builds(Key, words, st.sampled_from(RULES), words)


def bag(checked: Checked) -> Counter[tuple[str, object]]:
    return Counter((one.rule, one.at) for one in checked.diagnostics)


@given(debates, debates)
def test_what_is_new_is_what_there_is_more_of(old: Checked, now: Checked) -> None:
    compared = compare([now], counted([old]))
    assert bag(compared.new[0]) == bag(now) - bag(old)
    assert compared.old == len(now.diagnostics) - len(compared.new[0].diagnostics)
    assert sum(compared.gone.values()) == sum((bag(old) - bag(now)).values())


@given(debates)
def test_nothing_is_new_right_after_writing(checked: Checked) -> None:
    compared = compare([checked], parse(written(updated([checked], {}))))
    assert compared.new[0].diagnostics == () and not compared.gone


@given(debates, debates)
def test_updating_is_all_that_is_needed(old: Checked, now: Checked) -> None:
    entries = updated([now], counted([old]))
    assert entries == counted([now])


@given(st.lists(st.tuples(st.text(st.characters(codec=None)), st.text(st.characters(codec=None))), max_size=5))
def test_any_name_is_read_back(names: list[tuple[str, str]]) -> None:
    every = [
        Checked([Diagnostic("rule-a", Severity.INFO, Span(file), "m", at=("terms", term))], file)
        for file, term in names
    ]
    entries = counted(every)
    text = written(entries)
    assert parse(text) == entries
    text.encode()


def test_the_file_is_sorted_and_has_a_line_for_each_place() -> None:
    text = written(counted([CHECKED._replace(diagnostics=[*CHECKED.diagnostics, CHECKED.diagnostics[1]]), odd()]))
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    assert lines == sorted(lines)
    assert "arguments/nato-ukraine unanswered-rebuttal statements/lines-crossed-before x2" in lines
    assert "arguments/nato-ukraine duplicate-claim statements/lines-crossed-before/text" in lines
    assert len(lines) == 5


def test_moved_lines_and_other_words_in_a_message_are_no_new_findings() -> None:
    moved = [one._replace(span=one.span._replace(line=one.span.line + 7)) for one in many(3)]
    assert compare([Checked(moved)], counted([Checked(many(3))])).new[0].diagnostics == ()


def test_of_what_was_not_looked_at_nothing_is_gone_and_everything_is_kept() -> None:
    entries = counted(
        [Checked(many(2), "here"), Checked(many(2), "elsewhere"), Checked(many(1, rule="rule-b"), "here")]
    )
    looked = Checked([], "here", ran=frozenset({"rule-a"}))
    assert set(compare([looked], entries).gone) == {key for key in entries if key[:2] == ("here", "rule-a")}
    assert updated([looked], entries) == {key: 1 for key in entries if key[:2] != ("here", "rule-a")}
    unreadable, entries = Checked([], "here"), entries | {Key("here", "unknown-target", "f.yaml#0"): 1}
    assert not compare([unreadable], entries).gone and updated([unreadable], entries) == entries
    assert Key("here", "unknown-target", "f.yaml#0") in compare([looked], entries).gone


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("d rule-a", "line 1 is not of the form"),
        ('# a comment\n\n{"json": 1}', "line 3"),
        ("d rule-a place x0", "line 1"),
        ("d Rule place", "line 1"),
        ("d rule-a place x2 more", "line 1"),
        ("d rule-a p\n<<<<<<< ours\nd rule-b p\n=======\n", "line 2: git's mark of a conflict"),
    ],
)
def test_a_malformed_baseline_is_said_with_its_line(text: str, said: str) -> None:
    with pytest.raises(BaselineError, match=said):
        parse(text)


def test_empty_lines_comments_and_repeated_entries_are_read() -> None:
    assert parse("\ufeff# x\n\nd rule-a p x2\r\nd rule-a p\n") == {Key("d", "rule-a", "p"): 2}
    assert parse("") == {}


@pytest.mark.parametrize("union", [True, False])
def test_git_merges_what_two_branches_add(tmp_path: Path, union: bool) -> None:
    """With `merge=union` even where the lines are neighbours; without it where others stand between them."""
    scratch = Scratch(tmp_path / "repository")

    def write(*ids: str) -> None:
        scratch.write("base.txt", written({Key("d", "rule-a", id): 1 for id in ids}))

    if union:
        scratch.write(".gitattributes", "base.txt merge=union\n")
    ours, theirs = ("b", "c") if union else ("b", "n")
    write("a", "m", "z")
    scratch.commit("base")
    scratch.git("checkout", "-q", "-b", "theirs")
    write("a", "m", "z", theirs)
    scratch.commit("theirs")
    scratch.git("checkout", "-q", "main")
    write("a", "m", "z", ours)
    scratch.commit("ours")
    scratch.git("merge", "-q", "theirs", "-m", "merge")
    assert set(parse((scratch.root / "base.txt").read_text())) == {
        Key("d", "rule-a", id) for id in ("a", "m", "z", ours, theirs)
    }


ONE_RULE = ("--select", "claim-no-evidence", "--fail-on", "warning", "--baseline", "base.txt")


class TestCheck:
    def test_old_findings_stay_and_new_ones_fail(self, small: Program) -> None:
        assert small("check", *ONE_RULE[:-2]).code == 1
        made = small("check", *ONE_RULE, "--update-baseline")
        assert made.code == 0
        assert made.out.startswith("base.txt: 6 entries.\n6 findings left out, by the baseline base.txt.\n")
        again = small("check", *ONE_RULE)
        assert again.code == 0 and "warning claim-no-evidence" not in again.out
        costs = small.folder / "arguments/school-start/positions/costs.yaml"
        more = "  - rebuttal: too-early\n    of: we-should-act\n    text: It would come too early.\n"
        costs.write_text("# moved\n\n" + costs.read_text() + more)
        worse = small("check", *ONE_RULE)
        assert worse.code == 1 and worse.out.count("warning claim-no-evidence") == 1 and "too-early" in worse.out

    def test_what_is_gone_is_said_and_fails_nobody(self, small: Program) -> None:
        small("check", *ONE_RULE, "--update-baseline")
        before = (small.folder / "base.txt").read_bytes()
        costs = small.folder / "arguments/school-start/positions/costs.yaml"
        costs.write_text(costs.read_text().replace("text: ", "undeveloped: true\n    text: ", 1))
        result = small("check", *ONE_RULE)
        assert result.code == 0
        assert "1 entry no longer occurs; shrink the baseline with --update-baseline:" in result.out
        assert "  arguments/school-start claim-no-evidence statements/it-is-expensive" in result.out
        assert (small.folder / "base.txt").read_bytes() == before
        assert "no longer occurs" in small("check", "-f", "json", *ONE_RULE).err
        assert "no longer occurs" not in small("check", "-q", *ONE_RULE).out
        small("check", *ONE_RULE, "--update-baseline")
        assert "no longer occurs" not in small("check", *ONE_RULE).out

    def test_from_another_folder_it_holds_too(self, small: Program, monkeypatch: pytest.MonkeyPatch) -> None:
        subprocess.run(["git", "init", "-q"], cwd=small.folder, check=True)
        small("check", "--baseline", "base.txt", "--update-baseline")
        monkeypatch.chdir(small.folder / "arguments")
        assert small("check", "--fail-on", "info", "--baseline", "../base.txt").code == 0
        monkeypatch.chdir(small.folder.parent)
        folder = str(small.folder / "arguments/school-start")
        assert small("check", folder, "--fail-on", "info", "--baseline", str(small.folder / "base.txt")).code == 0

    @pytest.mark.parametrize("form", ["text", "json", "github", "sarif", "gitlab", "junit"])
    def test_every_form_leaves_old_findings_out(self, small: Program, form: str) -> None:
        old = (
            "the-problem-is-real: has neither" if form not in ("text", "json") else "has neither evidence nor supports"
        )
        assert old in small("check", "-q", "-f", form, *ONE_RULE[:-2]).out
        small("check", *ONE_RULE, "--update-baseline")
        assert old not in small("check", "-q", "-f", form, *ONE_RULE).out

    def test_the_settings_can_name_it(self, small: Program, monkeypatch: pytest.MonkeyPatch) -> None:
        small.write("argmap.toml", 'baseline = "base.txt"\n')
        assert "there is no baseline base.txt" in small("check").err
        assert small("check", "--update-baseline").code == 0
        monkeypatch.chdir(small.folder / "arguments")
        assert small("check", "--fail-on", "info").code == 0
        assert small("check", "--fail-on", "info", "--baseline", os.devnull).code == 1

    def test_wrong_usage_is_said(self, small: Program) -> None:
        assert "Write one with --update-baseline" in small("check", "--baseline", "none.txt").err
        assert "needs --baseline FILE, or the setting 'baseline'" in small("check", "--update-baseline").err
        both = small("check", "--baseline", "b", "--update-baseline", "--changed-since", "HEAD")
        assert both.code == 2 and "leave --changed-since out" in both.err
        small.write("bad.txt", "nonsense\n")
        for path, said in (("bad.txt", "line 1"), ("arguments", "arguments")):
            result = small("check", "--baseline", path)
            assert result.code == 2 and said in result.err and result.out == ""
        (small.folder / "bytes.txt").write_bytes(b"\xff\xfe")
        assert small("check", "--baseline", "bytes.txt").code == 2
