"""`argmap questions`, and `argmap explain` in its forms, as a user runs them."""

from __future__ import annotations

import json

import pytest

from tests.cli.run import Program

POSITION = """\
position: warnings
arguments:
  - rebuttal: operator-threatens
    of: RESOLUTION
    scheme: threat
    text: The operator says that it would leave.
"""


@pytest.fixture
def threatened(small: Program) -> Program:
    import argmap

    debate = argmap.load(small.folder / "arguments/school-start")
    text = POSITION.replace("RESOLUTION", debate.resolutions[0].id)
    small.write("arguments/school-start/positions/warnings.yaml", text)
    return small


def test_lists_what_is_open(threatened: Program) -> None:
    result = threatened("questions")
    assert result.code == 0 and "operator-threatens  (threat, 3 of 3 questions open)" in result.out
    found = json.loads(threatened("questions", "operator-threatens", "--format", "json").out)
    assert [question["key"] for question in found[0]["questions"]] == ["able", "willing", "yielding"]


def test_by_side_and_as_markdown(threatened: Program) -> None:
    assert "states a scheme, so there is nothing to ask." in threatened("questions", "--side", "pro").out
    assert threatened("questions", "--side", "con", "--format", "md").out.startswith("# Critical questions")
    assert threatened("questions", "--side", "nobody").code == 2


def test_what_is_defeated_is_said_to_be_and_where_its_questions_are(threatened: Program) -> None:
    path = threatened.folder / "arguments/school-start/positions/warnings.yaml"
    more = "    rebuttals:\n      - {rebuttal: it-stays, text: It cannot leave.}\n"
    path.write_text(path.read_text(encoding="utf-8") + more, encoding="utf-8")
    said = threatened("questions", "operator-threatens").out
    assert said.startswith("operator-threatens is answered; 3 questions with --all. 1 of 2 supports")
    assert "3 open questions about 1 statement." in threatened("questions", "operator-threatens", "-a").out


def test_a_step_without_a_scheme_is_said_to_have_none_in_every_form(threatened: Program) -> None:
    for form in ("text", "md", "json"):
        result = threatened("questions", "it-is-expensive", "-f", form)
        said = result.err if form == "json" else result.out
        assert "it-is-expensive states no scheme" in said and "argmap questions --schemes" in said
    assert threatened("questions", "operator-threatens", "-f", "json").err == ""


def test_the_schemes_are_listed(argmap: Program) -> None:
    result = argmap("questions", "--schemes")
    assert result.code == 0 and "expert-opinion" in result.out


def test_an_unknown_question_is_reported_with_what_there_is(threatened: Program) -> None:
    path = threatened.folder / "arguments/school-start/positions/warnings.yaml"
    more = "    rebuttals:\n      - {rebuttal: it-stays, question: abel, text: It cannot leave.}\n"
    path.write_text(path.read_text(encoding="utf-8") + more, encoding="utf-8")
    result = threatened("check")
    assert result.code == 1 and "unknown-question" in result.out and "Did you mean `able`?" in result.out


@pytest.mark.parametrize("semantics", ["grounded", "complete", "preferred", "stable", "semi-stable", "stage", "ideal"])
@pytest.mark.parametrize("form", ["text", "json", "md"])
def test_explains_under_every_semantics(threatened: Program, semantics: str, form: str) -> None:
    result = threatened("explain", "operator-threatens", "--semantics", semantics, "--format", form)
    assert result.code == 0 and "operator-threatens" in result.out


def test_draws_the_dispute_with_the_deciding_line_marked(threatened: Program) -> None:
    result = threatened("explain", "operator-threatens", "--format", "svg")
    assert result.code == 0 and result.out.startswith("<svg") and 'class="halo"' in result.out
    assert 'class="halo"' not in threatened("map").out
