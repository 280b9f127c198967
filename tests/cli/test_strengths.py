"""`evaluate` with strengths, audiences and proof standards, and `sensitivity`, as a user runs them."""

from __future__ import annotations

import json
from itertools import count
from typing import get_args

import pytest

from argmap.model import Standard
from argmap.strength.gradual import BY_NAME
from argmap.strength.proof_standards import DOUBT, LEAD
from tests.cli.run import Program

DEBATE = """\
debate: insulin
title: May Hal take it?
values: {life: Lives, property: What is owned}
audiences: {doctors: [life, property], owners: [property, life]}
resolutions: [{claim: take-it, text: Hal may take it.}]
"""
POSITION = """\
position: reasons
arguments:
  - support: saves-him
    of: take-it
    text: It saves his life.
    values: {promotes: [life]}
    standard: clear-and-convincing
    evidence: [{source: doctor}]
  - rebuttal: is-hers
    of: take-it
    text: It is hers.
    weight: {value: 0.4, because: She has plenty.}
    values: {demotes: [property]}
"""
SOURCES = """\
references: [{id: doctor, title: A report, custom: {reliability: B, credibility: "2", why: She knows.}}]
"""


def with_insulin(program: Program) -> Program:
    """The program where a debate about insulin is."""
    for name, text in (("debate", DEBATE), ("positions/reasons", POSITION), ("sources", SOURCES)):
        program.write(f"arguments/insulin/{name}.yaml", text)
    return program


@pytest.fixture
def insulin(argmap: Program) -> Program:
    return with_insulin(argmap)


@pytest.mark.parametrize("name", BY_NAME)
def test_strengths_stand_beside_the_labels(insulin: Program, name: str) -> None:
    result = insulin("evaluate", "--strength", name, "--all")
    assert result.code == 0 and result.out.splitlines()[1].split()[:3] == ["take-it", "?", "undecided"]
    assert "is-hers    ✓ counts  0.40  con" in result.out and "Strengths from 0 to 1 by" in result.out


def test_strengths_as_data(insulin: Program) -> None:
    found = json.loads(insulin("evaluate", "--strength", "df-quad", "-f", "json").out)
    assert found["strengths"]["statements"]["saves-him"] == {"base": 0.748, "strength": 0.748}
    assert found["strengths"]["statements"]["take-it"] == {"base": 0.5, "strength": 0.674}
    assert found["strengths"]["converged"] is True and found["strengths"]["steps"]["is-hers"] == 0.4
    assert "strengths" not in json.loads(insulin("evaluate", "-f", "json").out)


def test_weights_are_settings(insulin: Program) -> None:
    insulin.write("argmap.toml", "[weights]\nB2 = 0.5\nnone = 0.0\n")
    found = json.loads(insulin("evaluate", "--strength", "df-quad", "-f", "json").out)
    assert found["strengths"]["statements"]["saves-him"]["base"] == 0.5
    insulin.write("argmap.toml", "[weights]\nB = 0.1\n")
    result = insulin("evaluate")
    assert result.code == 2 and "weights" in result.err and "B: weighs less than C" in result.err


def test_what_does_not_settle_is_said(insulin: Program) -> None:
    ring = "position: ring\narguments:\n"
    ring += "".join(f"  - {{claim: {id}, text: It is so., weight: {{value: 1, because: So.}}}}\n" for id in "abc")
    ring += "".join(
        f"  - {{rebuttal: {a}{b}-{n}, of: {b}, premises: [{a}]}}\n" for a, b in ("ab", "bc", "ca") for n in range(100)
    )
    insulin.write("arguments/insulin/positions/ring.yaml", ring)
    out = insulin("evaluate", "--strength", "df-quad").out
    assert "did not settle for a, b, c, ab-0, ab-1 and 298 more" in " ".join(out.split())
    found = json.loads(insulin("evaluate", "--strength", "df-quad", "-f", "json").out)["strengths"]
    assert found["converged"] is False and found["statements"]["a"]["strength"] is None
    assert found["statements"]["take-it"]["strength"] == 0.674


def test_an_audience(insulin: Program) -> None:
    lines = insulin("evaluate", "--audience", "doctors").out.splitlines()
    assert lines[0] == "For doctors (life, then property):"
    assert lines[3].split() == ["take-it", "✓", "stands", "1", "counts", "1", "outweighed"]
    assert "defeated" in insulin("evaluate", "--audience", "owners").out.splitlines()[3]
    result = insulin("evaluate", "--audience", "doctor")
    assert result.code == 2 and "did you mean 'doctors'?" in result.err


def test_the_table_by_audience(insulin: Program) -> None:
    out = insulin("evaluate", "--audiences").out
    assert out.splitlines()[1].split() == ["take-it", "?", "undecided", "✓", "stands*", "✗", "defeated*"]
    assert "take-it would stand if they raised life to just above property." in out
    found = json.loads(insulin("evaluate", "--audiences", "-f", "json").out)["audiences"]
    assert found["owners"]["resolutions"]["take-it"] == {
        "label": "out",
        "unranked": "undec",
        "shifts": [{"value": "life", "over": "property", "label": "in", "move": "up", "ranks": ["life", "property"]}],
    }


@pytest.mark.parametrize("option", [["--audiences"], ["--audience", "x"]])
def test_a_debate_without_audiences(small: Program, option: list[str]) -> None:
    result = small("evaluate", *option)
    assert result.code == 2 and "names no audiences" in result.err


def test_proof_standards(insulin: Program) -> None:
    out = insulin("evaluate", "--standards").out
    (line,) = [line for line in out.splitlines() if line.startswith("saves-him")]
    assert line.split()[:5] == ["saves-him", "clear-and-convincing", "met", "0.75", "0.00"]
    assert any(line.startswith("take-it    preponderance") for line in out.splitlines())
    found = json.loads(insulin("evaluate", "--standards", "--all", "-f", "json").out)["standards"]
    assert set(found) == {"take-it", "saves-him", "is-hers"}
    assert found["take-it"]["met"] is True and found["take-it"]["against"] == 0.4


def test_sensitivity(insulin: Program) -> None:
    out = insulin("sensitivity").out
    assert out.startswith("take-it has a strength of") and "B2     saves-him [doctor]" in out
    data = json.loads(insulin("sensitivity", "take-it", "-f", "json", "--strength", "df-quad").out)
    assert data["evidence"] == [
        {"statement": "saves-him", "index": 0, "source": "doctor", "at": None, "grade": "B2",
         "removed": -0.224, "lowered": -0.098},
    ]  # fmt: skip
    assert set(json.loads(insulin("sensitivity", "-f", "json").out)) == {"take-it"}


def test_a_tornado_chart(insulin: Program) -> None:
    assert insulin("sensitivity", "-o", "a.svg").code == 0
    assert "What take-it hangs on" in (insulin.folder / "a.svg").read_text()
    assert insulin("sensitivity", "-f", "svg").out == (insulin.folder / "a.svg").read_text()
    result = insulin("sensitivity", "is-hers", "-o", "b.svg")
    assert (
        result.code == 1
        and "nothing to draw" in result.err
        and "Usage" not in result.err
        and not (insulin.folder / "b.svg").exists()
    )


def test_what_sensitivity_is_not_for(insulin: Program) -> None:
    insulin.write(
        "arguments/insulin/positions/more.yaml",
        "position: more\narguments: [{support: so, of: take-it, premises: [saves-him]}]\n",
    )
    result = insulin("sensitivity", "so")
    assert result.code == 2 and "bare step" in result.err
    assert insulin("sensitivity", "take-itt").code == 2


def test_maps_and_briefs_show_strengths_where_asked_for(insulin: Program) -> None:
    assert "strength" not in insulin("map").out and "strength" not in insulin("brief", "policy").out
    assert "strengths from 0 to 1" in insulin("map", "--strength", "df-quad").out
    assert 'strength="0.75"' in insulin("map", "--strength", "df-quad", "-f", "dot").out
    assert "(strength 0.75)" in insulin("brief", "argument", "--strength", "df-quad").out
    page = insulin("brief", "argument", "--strength", "df-quad", "-f", "html").out
    assert 'aria-label="strength 0.75"' in page and 'class="strength"' in page  # the map in it has its bars too


def test_the_setting_is_what_maps_briefs_and_build_use(insulin: Program) -> None:
    insulin.write("argmap.toml", 'strength = "df-quad"\n')
    assert "strengths from 0 to 1" in insulin("map").out
    page = insulin("brief", "argument", "-f", "html").out
    assert 'class="strength"' in page and 'b-meter"' not in page  # bars on the map, no number beside a sentence
    assert "by Euler-based" in insulin("map", "--strength", "euler-based").out  # the option goes first
    assert insulin("build", "-j", "1").code == 0
    built = insulin.folder / "output/insulin"
    assert "strengths from 0 to 1" in (built / "maps/map.svg").read_text()
    assert 'strength="0.75"' in (built / "maps/map.dot").read_text()
    assert "trength" not in (built / "briefs/policy.md").read_text()
    assert insulin("sensitivity").out.startswith("take-it has a strength of 0.674 (DF-QuAD)")


def test_a_build_notices_that_the_setting_or_a_weight_has_changed(insulin: Program) -> None:
    built = insulin.folder / "output/insulin/maps/map.svg"
    assert insulin("build", "-j", "1").code == 0 and "strength" not in built.read_text()
    assert "up to date" in insulin("build", "-j", "1").err
    insulin.write("argmap.toml", 'strength = "df-quad"\n')
    assert insulin("build", "--check", "-j", "1").code == 1
    assert insulin("build", "-j", "1").code == 0 and "strength 0.75" in built.read_text()
    insulin.write("argmap.toml", 'strength = "df-quad"\n[weights]\nB2 = 0.5\n')
    assert insulin("build", "-j", "1").code == 0 and "strength 0.75" not in built.read_text()


@pytest.mark.parametrize("command", [["map"], ["brief", "policy"], ["evaluate"]])
def test_an_unknown_strength_is_refused(insulin: Program, command: list[str]) -> None:
    result = insulin(*command, "--strength", "dfquad")
    assert result.code == 2 and "df-quad" in result.err
    insulin.write("argmap.toml", 'strength = "dfquad"\n')
    result = insulin(*command)
    assert result.code == 2 and "strength" in result.err and "df-quad" in result.err


@pytest.mark.parametrize(("weights", "said"), [
    ("[weights]\nB22 = 0.5", "2: weights.B22: there is no such weight"),
    ("[weights]\nA = 0.9\nB2 = 1.5", "3: weights.B2: must be from 0 to 1\n  3 | B2 = 1.5\n"),
    ("[weights]\nC = 0.9", "2: weights.C: weighs more than B, which is the better grade\n  2 | C = 0.9\n"),
    ("[weights]\nB2 = 0.9", "2: weights.B2: weighs more than B1, which is the better grade\n  2 | B2 = 0.9\n"),
    ("weights = {B2 = 'x'}", "1: weights.B2: must be a number, without quotes"),
    ("weights.B2 = 'x'", "1: weights.B2: must be a number, without quotes"),
    ("# so\n'weights' = 3", "2: weights: must be a table, a line `name = value` for each"),
    ("[weights]\nA = true", "2: weights.A: must be a number, without quotes"),
    ("strenght = 'df-quad'", "1: strenght: unknown setting; did you mean 'strength'?"),
    ("select = 'light'", "1: select: must be a list"),
    ("themes = 'dark'", "1: themes: delete this setting: each map is one SVG"),
    ("output = 3", "1: output: must be a text, in quotes"),
    ("[review]\nthreshold = 2", "2: review.threshold: must be 1 or less\n"),
    ("[review]\nthreshold = nan", "2: review.threshold: must be a finite number\n"),
    ("timeout = -1", "1: timeout: must be more than 0\n"),
    ("timeout = 0", "1: timeout: must be more than 0\n"),
    ("timeout = inf", "1: timeout: must be a finite number\n"),
    ("timeout = true", "1: timeout: must be a number, without quotes\n"),
    ("quote-words = 0", "1: quote-words: must be 1 or more\n"),
    ("quote-words = 1.5", "1: quote-words: must be a whole number, without quotes\n"),
    ("[stale]\nimpact = -1", "2: stale.impact: must be 0 or more\n"),
])  # fmt: skip
def test_a_wrong_setting_is_reported_at_its_line(insulin: Program, weights: str, said: str) -> None:
    insulin.write("argmap.toml", f"{weights}\n")
    result = insulin("evaluate", "--strength", "df-quad")
    assert result.code == 2 and f"argmap.toml:{said}" in result.err and "Usage:" not in result.err
    pyproject = weights.replace("[", "[tool.argmap.") if "[" in weights else f"[tool.argmap]\n{weights}"
    insulin.write("argmap.toml", "").unlink()
    insulin.write("pyproject.toml", f"{pyproject}\n")
    result = insulin("evaluate", "--strength", "df-quad")
    rest = said.split(": ", 1)[1].split("\n")[0]
    assert result.code == 2 and rest in result.err and "pyproject.toml:" in result.err


def test_the_help_says_what_each_standard_asks_for(insulin: Program) -> None:
    out = " ".join(insulin("evaluate", "--help").out.split())
    said = [f"more than {LEAD:g} ahead of con", f"con < {DOUBT:g}", *get_args(Standard)]
    assert [words for words in said if words not in out] == []


def test_only_the_settings_of_pyproject_have_a_header(insulin: Program) -> None:
    insulin.write("argmap.toml", "# ours\n[tool.argmap]\nfail-on = 'error'\n")
    said = "argmap.toml:2: tool: this file is for argmap alone: leave the header out"
    result = insulin("check")
    assert result.code == 2 and said in result.err and "\n  2 | [tool.argmap]\n" in result.err
    insulin.write("argmap.toml", "[check]\nfail-on = 'error'\n")
    assert (
        "1: check: unknown table: delete the line [check], and put its settings at the top of the file"
        in insulin("check").err
    )


@pytest.mark.parametrize(("text", "said"), [
    ("a = 1\n\tfail-on = warning", "2:12: is not valid TOML: Invalid value (text needs quotes)\n"
     "  2 | \tfail-on = warning\n      \t          ^\n"),
    ("a = [1,", "1:5: is not valid TOML: this [ is never closed; put ] after the last item\n"
     "  1 | a = [1,\n          ^\n"),
    ("fail-on = [\n", "1:11: is not valid TOML: this [ is never closed"),
    ("a = ['x', # all]\nb = ['y']\n", "1:5: is not valid TOML: this [ is never closed"),
    ("a = [1]\nb = no\n", "2:5: is not valid TOML: Invalid value (text needs quotes)\n"),
    ('a = "no\nb = 1\n', "1:8: is not valid TOML: the text on this line lacks its closing quote\n"),
    ("%PDF-1.7\n", " is a PDF, not TOML. Move it, and give it the ending that belongs to it.\n"),
    ("fail-on = “error”\n", '1:11: is not valid TOML: a text stands in straight quotes: "…"\n'),
    ('output = "C:\\Users\\x"\n', "1:15: is not valid TOML: between double quotes a backslash is doubled"),
    ("fail-on: error\n", "1:8: is not valid TOML: write `name = value`, not `name: value`\n"),
    ("wpm = 1\nwpm = 2\n", "2:8: is not valid TOML: this is set twice; keep one\n"),
    ("<<<<<<< HEAD\nwpm = 1\n", "1:1: is not valid TOML: a merge conflict was left here"),
    ('{"wpm": 1}\n', "1:1: is not valid TOML: write `name = value` on a line for each, not JSON\n"),
    ("[weights", "1:9: is not valid TOML: Expected ']' at the end of a table declaration\n  1 | [weights\n"),
])  # fmt: skip
def test_what_is_not_toml_is_shown(insulin: Program, text: str, said: str) -> None:
    insulin.write("argmap.toml", text)
    result = insulin("check")
    assert result.code == 2 and f"argmap.toml:{said}" in result.err and "Usage:" not in result.err


def test_explained_as_an_audience_sees_it(insulin: Program) -> None:
    out = insulin("explain", "take-it", "--audience", "doctors").out
    assert out.startswith(
        "To doctors, take-it stands.\n  It says: Hal may take it.\n  They rank life, then property.\n"
    )
    assert "To doctors, saves-him outweighs is-hers: life comes before property." in out
    assert "To defeat it, convince them to raise property to just above life." in out
    found = json.loads(insulin("explain", "take-it", "--audience", "owners", "-f", "json").out)
    assert (found["audience"], found["label"], found["ranks"]) == ("owners", "out", ["property", "life"])
    assert found["shifts"] == [
        {"value": "life", "over": "property", "label": "in", "move": "up", "ranks": ["life", "property"]}
    ]
    assert (
        "**To owners, take-it is defeated.**" in insulin("explain", "take-it", "--audience", "owners", "-f", "md").out
    )
    assert "Why take-it stands to doctors" in insulin("explain", "take-it", "--audience", "doctors", "-f", "svg").out
    under = insulin("explain", "take-it", "--audience", "doctors", "--semantics", "preferred").out
    assert under.startswith("To doctors, take-it stands in every preferred position.")


@pytest.mark.parametrize(("option", "said"), [
    (["explain", "take-it", "--audience", "doctor"], "did you mean 'doctors'?"),
    (["evaluate", "--audience", "doctors", "--audiences"], "give one of them"),
])  # fmt: skip
def test_audiences_that_are_not_there_or_too_many(insulin: Program, option: list[str], said: str) -> None:
    result = insulin(*option)
    assert result.code == 2 and said in result.err


def test_what_would_change_it_under_other_semantics(insulin: Program) -> None:
    out = insulin("explain", "take-it", "--semantics", "preferred").out
    assert out.startswith("take-it stands in some preferred positions and not in others.")
    assert "To make it stand in every preferred position, do one of these:" in out
    assert "  answer is-hers" in out and "  show that saves-him outweighs is-hers" in out
    assert "If it fell" not in out
    assert (
        "If it were answered: take-it would stand in none."
        in insulin("explain", "saves-him", "--semantics", "stable").out
    )
    found = json.loads(insulin("explain", "take-it", "--semantics", "preferred", "-f", "json").out)
    assert {"kind": "answer", "target": "is-hers", "over": [], "how": "either"} in found["remedies"]
    assert found["reaches"] == "everywhere" and found["tried"] == found["ways"]


def test_the_memo_says_whom_it_would_convince(insulin: Program) -> None:
    row = "| **? undecided** | **✓ stands** | **✗ defeated** |"
    assert row in insulin("brief", "argument").out
    assert "| **✓ stands** | **✗ defeated** |" in insulin("brief", "policy").out
    assert insulin("build").code == 0
    built = insulin.folder / "output/insulin"
    assert row in (built / "briefs/argument.md").read_text(encoding="utf-8")
    assert "briefs/policy-short.html" in (built / "index.html").read_text(encoding="utf-8")


def test_no_clock_has_a_say_in_an_explanation(insulin: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where each look at the clock finds it hours later, as much is tried as where time stands still."""
    told = insulin("explain", "take-it", "--semantics", "stage", "--timeout", "1e9").out
    hours = count(step=10_000)
    monkeypatch.setattr("argmap.cli.commands.explain.time.monotonic", lambda: next(hours))
    assert insulin("explain", "take-it", "--semantics", "stage", "--timeout", "1e9").out == told
