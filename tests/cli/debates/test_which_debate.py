"""Ids over several debates: what is found where, what is passed over, and what an id is that no statement has."""

from __future__ import annotations

import json

import pytest

from tests.cli.run import Program
from tests.cli.test_strengths import with_insulin

FAULTY = "debate: broken\ntitle: Broken\nresolutions: [{claim: x, text: X., contradicts: [nowhere]}]\n"


@pytest.fixture
def two(small: Program) -> Program:
    """Two sound debates."""
    return with_insulin(small)


@pytest.fixture
def three(two: Program) -> Program:
    """And one that has errors."""
    two.write("arguments/broken/debate.yaml", FAULTY)
    return two


@pytest.mark.parametrize("command", ["explain", "critical", "questions", "sensitivity"])
def test_a_faulty_debate_does_not_hide_the_sound_ones(three: Program, command: str) -> None:
    result = three(command, "take-it")
    assert result.code == 0 and result.out
    assert (
        "note: arguments/broken has errors and is left out ('argmap check arguments/broken' shows them)" in result.err
    )
    missing = three(command, "take-itt")
    assert missing.code == 2 and "did you mean 'take-it'?" in missing.err and "arguments/broken" in missing.err


def test_a_faulty_debate_that_is_named_is_an_error(three: Program) -> None:
    result = three("explain", "x", "-d", "broken")
    assert result.code == 1 and "nowhere" in result.err and not result.out


@pytest.mark.parametrize(
    ("id", "said"),
    [
        ("insulin", "insulin is a debate, not a statement: 'argmap evaluate insulin' says"),
        ("reasons", "reasons is a position of insulin, not a statement: 'argmap map insulin --position reasons'"),
        ("owners", "owners is an audience of insulin, not a statement: 'argmap explain ID --audience owners'"),
        ("life", "life is a value of insulin, not a statement: 'argmap evaluate insulin --audiences'"),
        ("doctor", "doctor is a source of insulin, not a statement: name one that cites it (saves-him)."),
        ("con", "con is a side of insulin, not a statement: 'argmap map insulin --side con'"),
        ("nothing-like-it", "there is no statement 'nothing-like-it'."),
    ],
)
@pytest.mark.parametrize("command", ["explain", "critical", "questions", "sensitivity"])
def test_an_id_of_another_kind_is_said_to_be_that(two: Program, command: str, id: str, said: str) -> None:
    result = two(command, id)
    assert result.code == 2 and said in result.err and not result.out


@pytest.mark.parametrize("command", ["critical", "questions", "sensitivity"])
def test_without_an_id_every_debate_is_meant(two: Program, command: str) -> None:
    both, one = two(command), two(command, "-d", "insulin")
    assert both.code == one.code == 0
    assert f"May Hal take it?\n\n{one.out}" in both.out and both.out.count("Should school start later?") == 1
    data = json.loads(two(command, "-f", "json").out)
    assert list(data) == ["insulin", "school-start"]
    assert data["insulin"] == json.loads(two(command, "-d", "insulin", "-f", "json").out)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("nope", "there is no debate 'nope': the debates are insulin, school-start."),
        ("insuline", "there is no debate 'insuline'; did you mean 'insulin'?"),
    ],
)
def test_a_debate_that_is_not_there(two: Program, name: str, said: str) -> None:
    assert said in two("evaluate", name).err and said in two("explain", "take-it", "-d", name).err


@pytest.mark.parametrize(
    ("command", "ending", "begins"),
    [
        (["explain", "take-it"], "svg", b"<svg"),
        (["explain", "take-it"], "png", b"\x89PNG"),
        (["explain", "take-it"], "pdf", b"%PDF"),
        (["explain", "take-it"], "md", b"# take-it"),
        (["explain", "take-it"], "json", b"{"),
        (["explain", "take-it"], "txt", b"take-it is"),
        (["explain", "take-it"], "log", b"take-it is"),
        (["critical", "take-it"], "json", b"{"),
        (["questions", "-d", "insulin"], "MD", b"# Critical questions"),
        (["sensitivity", "take-it"], "json", b"{"),
        (["evaluate"], "json", b"{"),
        (["check"], "json", b"{"),
        (["check"], "sarif", b"{"),
        (["check"], "xml", b"<?xml"),
        (["check", "-f", "gitlab"], "json", b"["),
        (["check", "-f", "github"], "txt", b"::"),
        (["check"], "txt", b"arguments/"),
        (["verify"], "json", b"{"),
        (["brief", "policy", "-d", "insulin"], "md", b"# May Hal"),
        (["brief", "policy", "-d", "insulin", "-f", "markdown"], "md", b"# May Hal"),
        (["brief", "policy", "-d", "insulin"], "html", b"<!DOCTYPE html>"),
        (["map", "insulin"], "gv", b"digraph"),
        (["schema", "debate"], "json", b"{"),
    ],
)
def test_the_form_is_that_of_the_name(two: Program, command: list[str], ending: str, begins: bytes) -> None:
    assert two(*command, "-o", f"a.{ending}").code == 0
    assert (two.folder / f"a.{ending}").read_bytes().startswith(begins)


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (["explain", "take-it", "-f", "json", "-o", "a.svg"], "--format json contradicts the ending of -o a.svg"),
        (["explain", "take-it", "-o", "a.odt"], "cannot write .odt; end the name in ."),
        (["evaluate", "-o", "a.svg"], "cannot write .svg; end the name in ."),
        (["sensitivity", "take-it", "-f", "text", "-o", "a.svg"], "contradicts the ending"),
        (["explain", "take-it", "-o", "a.jpg"], "cannot write .jpg; end the name in ."),
        (["evaluate", "-o", "a.csv"], "cannot write .csv; end the name in ."),
        (["map", "insulin", "-o", "a.jpg"], "cannot write .jpg; end the name in ."),
        (["brief", "policy", "-o", "a.odt"], "end the name in .md, .html, .docx or .pdf."),
        (["brief", "policy", "-o", "a.odt"], "cannot write .odt"),
        (["brief", "policy", "-f", "markdown", "-o", "a.html"], "--format md contradicts the ending of -o a.html"),
        (["check", "-o", "a.md"], "cannot write .md"),
        (["check", "-f", "junit", "-o", "a.json"], "--format junit contradicts the ending of -o a.json"),
        (["verify", "-o", "a.html"], "cannot write .html; end the name in ."),
        (["diff", "-o", "a.png"], "cannot write .png; end the name in ."),
        (["review", "-o", "a.txt"], "cannot write .txt; end the name in ."),
        (["schema", "debate", "-o", "a.yaml"], "cannot write .yaml; end the name in .json."),
    ],
)
def test_two_forms_at_once_are_refused(two: Program, command: list[str], said: str) -> None:
    result = two(*command)
    assert result.code == 2 and said in result.err and not list(two.folder.glob("a.*"))


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--depth", "3"], "--depth needs --focus ID: it counts steps around a statement."),
        (["--scale", "2"], "--scale is for PNG, and SVG has no dots: use -f png."),
        (["--scale", "2", "-o", "a.pdf"], "--scale is for PNG, and PDF has no dots"),
        (["--view", "whole", "--focus", "take-it"], "--view is for the whole debate"),
        (["--position", "reason"], "there is no position 'reason'; did you mean 'reasons'?\n"),
    ],
)
def test_an_option_of_a_map_without_effect_is_refused(two: Program, options: list[str], said: str) -> None:
    result = two("map", "insulin", *options)
    assert result.code == 2 and said in result.err and not result.out and not list(two.folder.glob("a.*"))
    assert two("map", "insulin", "--focus", "take-it", "--depth", "0", "--scale", "0.5", "-o", "a.png").code == 0


def test_an_id_of_another_debate_than_the_one_named_is_said(three: Program) -> None:
    result = three("explain", "take-it", "-d", "school-start")
    said = "take-it is a statement of insulin, not of school-start: name it with -d insulin."
    assert result.code == 2 and said in result.err


@pytest.mark.parametrize("name", ["outweighs", "no-such-thing-at-all"])
def test_a_suggestion_ends_its_sentence(argmap: Program, name: str) -> None:
    err = argmap("rule", name).err
    assert "'argmap rule' lists them." in err and "?." not in err and ".." not in err


def test_an_engine_that_is_not_there_is_said(two: Program) -> None:
    result = two("explain", "take-it", "-f", "svg", "--engine", "no-such-dot")
    assert result.code == 2 and "there is no program 'no-such-dot': install Graphviz or choose" in result.err
    assert "itself failed" not in result.err


def test_an_audience_that_is_not_there_is_a_sentence_by_itself(two: Program) -> None:
    assert (
        "insulin has no audience 'nobody'. Audiences: doctors, owners."
        in two("evaluate", "insulin", "--audience", "nobody").err
    )


def test_no_two_blank_lines_where_a_debate_has_no_positions(two: Program) -> None:
    two.write("arguments/empty/debate.yaml", "debate: empty\ntitle: E\nresolutions: [{claim: x, text: X.}]\n")
    assert "\n\n\n" not in two("evaluate", "-a", "empty").out
