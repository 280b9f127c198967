"""`evaluate` with strengths, audiences and proof standards, and `sensitivity`, as a user runs them."""

from __future__ import annotations

import json
import sys

import pytest

from argmap.cli.options import STRENGTHS
from argmap.semantics.gradual import GRADUAL
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


@pytest.fixture
def insulin(argmap: Program) -> Program:
    argmap.write("arguments/insulin/debate.yaml", DEBATE)
    argmap.write("arguments/insulin/positions/reasons.yaml", POSITION)
    argmap.write("arguments/insulin/sources.yaml", SOURCES)
    return argmap


def test_the_options_name_every_gradual_semantics() -> None:
    assert tuple(each.NAME for each in GRADUAL) == STRENGTHS


@pytest.mark.parametrize("name", STRENGTHS)
def test_strengths_stand_beside_the_labels(insulin: Program, name: str) -> None:
    result = insulin("evaluate", "--strength", name, "--all")
    assert result.code == 0 and result.out.splitlines()[0].split()[:2] == ["take-it", "undecided"]
    assert "is-hers    stands     0.40  con" in result.out and "Strengths from 0 to 1 by" in result.out


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
    assert "did not settle for a, b, c, ab-0, ab-1 and 298 more" in out
    found = json.loads(insulin("evaluate", "--strength", "df-quad", "-f", "json").out)["strengths"]
    assert found["converged"] is False and found["statements"]["a"]["strength"] is None
    assert found["statements"]["take-it"]["strength"] == 0.674


def test_an_audience(insulin: Program) -> None:
    assert insulin("evaluate", "--audience", "doctors").out.splitlines()[:2] == [
        "For doctors, who ranks life, then property:",
        "take-it  stands     1 live for, outweighing the 1 live against",
    ]
    assert "defeated" in insulin("evaluate", "--audience", "owners").out.splitlines()[1]
    result = insulin("evaluate", "--audience", "doctor")
    assert result.code == 2 and "did you mean 'doctors'?" in result.err


def test_the_table_by_audience(insulin: Program) -> None:
    out = insulin("evaluate", "--audiences").out
    assert out.splitlines()[1].split() == ["take-it", "undecided", "stands*", "defeated*"]
    assert "take-it would stand if life mattered more to them than property." in out
    found = json.loads(insulin("evaluate", "--audiences", "-f", "json").out)["audiences"]
    assert found["owners"]["resolutions"]["take-it"] == {
        "label": "out",
        "unranked": "undec",
        "shifts": [{"value": "life", "over": "property", "label": "in"}],
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
    assert result.code == 2 and "nothing to draw" in result.err and not (insulin.folder / "b.svg").exists()


def test_a_chart_without_the_library_says_how_to_get_it(insulin: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    result = insulin("sensitivity", "-o", "a.svg")
    assert result.code == 2 and "pip install 'argmap[charts]'" in result.err


def test_what_sensitivity_is_not_for(insulin: Program) -> None:
    insulin.write(
        "arguments/insulin/positions/more.yaml",
        "position: more\narguments: [{support: so, of: take-it, premises: [saves-him]}]\n",
    )
    result = insulin("sensitivity", "so")
    assert result.code == 2 and "bare step" in result.err
    assert insulin("sensitivity", "take-itt").code == 2
