"""What `import argmap` offers: each function has an example that runs, each type is there, and its types are true."""

from __future__ import annotations

import datetime
import doctest
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import assert_type

import pytest

import argmap
from tests.conftest import ROOT

FUNCTIONS = ("read", "load", "check", "evaluate", "explain", "draw", "brief", "diff", "review", "verify")


@pytest.fixture(autouse=True)
def _at_home(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


@pytest.fixture
def evaluation() -> argmap.Evaluation:
    return argmap.evaluate(argmap.load("arguments/tripwire"))


def test_every_function_has_an_example_and_every_example_runs() -> None:
    found = doctest.DocTestFinder().find(argmap, extraglobs={"argmap": argmap})
    runner = doctest.DocTestRunner()
    for example in found:
        runner.run(example)
    assert runner.failures == 0
    assert {"argmap", *(f"argmap.{name}" for name in FUNCTIONS)} == {each.name for each in found if each.examples}


def test_all_that_is_exported_is_there() -> None:
    assert {name for name in argmap.__all__ if name[0].islower()} == set(FUNCTIONS)
    for name in argmap.__all__:
        assert getattr(argmap, name) is not None
    with pytest.raises(AttributeError, match="has no attribute 'Nothing'"):
        _ = argmap.Nothing


def test_importing_it_imports_nothing_heavy() -> None:
    program = "import argmap, sys; print(*{'pydantic', 'yaml', 'click'} & set(sys.modules))"
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60)
    assert run.stdout == "\n"


def test_no_function_is_hidden_by_a_module_of_its_name() -> None:
    """Python puts a submodule into its package under its name, over whatever is there."""
    names = {path.stem for path in (ROOT / "argmap").iterdir()}
    assert names & set(FUNCTIONS) == set()


def test_the_result_has_the_type_that_the_format_says(evaluation: argmap.Evaluation) -> None:
    """mypy checks `assert_type`; what comes back is checked here."""
    id = "small-forces-deter"
    assert isinstance(assert_type(argmap.explain(evaluation, id), str), str)
    assert argmap.explain(evaluation, id, format="markdown").startswith("# small-forces-deter")
    assert argmap.explain(evaluation, id, format="data")["id"] == id
    assert isinstance(assert_type(argmap.draw(evaluation, view="whole"), str), str)
    assert argmap.draw(evaluation, focus=id, depth=1, format="dot").startswith("digraph")
    pytest.importorskip("typst")
    assert isinstance(assert_type(argmap.draw(evaluation, view="deterrence", format="png"), bytes), bytes)


def test_what_does_not_exist_is_refused(evaluation: argmap.Evaluation) -> None:
    with pytest.raises(ValueError, match="cannot write 'docx'; choose text, markdown or data"):
        argmap.explain(evaluation, "small-forces-deter", format="docx")  # type: ignore[call-overload]
    with pytest.raises(KeyError):
        argmap.explain(evaluation, "nothing")
    with pytest.raises(argmap.MapError, match="cannot write 'docx'; choose svg, dot, "):
        argmap.draw(evaluation, format="docx")  # type: ignore[call-overload]
    with pytest.raises(argmap.MapError):
        argmap.draw(evaluation, view="nothing")
    with pytest.raises(ValueError, match="did you mean unanswered-rebuttal"):
        argmap.check("arguments/tripwire", select=["unanswered-rebutal"])


class TestCheck:
    def test_it_reports_faults_of_files_and_what_rules_find(self) -> None:
        loaded = argmap.read("arguments/tripwire")
        every = argmap.check(loaded, today=datetime.date(2026, 1, 1))
        assert every == argmap.check("arguments/tripwire", today=datetime.date(2026, 1, 1))
        assert all(isinstance(each, argmap.Diagnostic) for each in every)
        (fault,) = argmap.check("arguments/nowhere")
        assert (fault.rule, fault.severity) == ("missing-file", argmap.Severity.ERROR)

    def test_rules_are_chosen_as_by_the_command(self, tmp_path: Path) -> None:
        shutil.copytree("arguments/tripwire", tmp_path, dirs_exist_ok=True)
        position = tmp_path / "positions/deterrence.yaml"
        position.write_text(re.sub(" +undercutters:.*\n", "", position.read_text(encoding="utf-8")), encoding="utf-8")
        names = {each.rule for each in argmap.check(tmp_path)}
        assert names == {"suppression-unused", "unanswered-rebuttal"}
        (found,) = argmap.check(tmp_path, select=["unanswered"])
        assert (found.rule, found.span.line) == ("unanswered-rebuttal", 8)
        assert argmap.check(tmp_path, select=["unanswered"], ignore=["unanswered-rebuttal"]) == ()


def test_quotes_are_found_in_the_texts_given() -> None:
    debate = argmap.load("arguments/nato-ukraine")
    id, number, evidence = next(
        (statement.id, number, evidence)
        for statement in debate.statements.values()
        for number, evidence in enumerate(statement.evidence)
        if evidence.quote
    )
    there = argmap.verify(debate, {evidence.source: f"It was said: {evidence.quote}."})
    assert (id, number, "quote") in there.found
    assert (id, number, "quote") in argmap.verify(debate, {evidence.source: "Nothing like it."}).missing


def test_the_review_says_what_flips() -> None:
    before = argmap.load("arguments/tripwire")
    kept = {id: each for id, each in before.statements.items() if id != "only-americans-were-asked"}
    change = argmap.diff(before, before.model_copy(update={"statements": kept}))
    assert [flip.id for flip in change.flips][:1] == ["small-forces-deter"]
    assert "small-forces-deter" in argmap.review(change)
