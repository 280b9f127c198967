"""What `evaluate` and `explain` print as JSON is as their schemas say."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings

from argmap.evaluation.evaluated import evaluate
from argmap.model import Debate
from argmap.reports.evaluation_json import schemas
from argmap.reports.evaluation_report import evaluation_json
from argmap.reports.explanation import explain, to_json
from tests.cli.run import Program
from tests.strategies import debates

VALIDATORS = {name: jsonschema.Draft202012Validator(schema) for name, schema in schemas().items()}


@pytest.fixture
def argmap(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Program:
    """The program in a folder with the sample of `argmap new --kind policy`."""
    program = Program(tmp_path, capsys, monkeypatch)
    assert program("new", "tolls", "--kind", "policy", "--title", "Tolls?").code == 0
    return program


def printed(program: Program, *arguments: str) -> Any:
    result = program(*arguments, "-f", "json")
    assert result.code == 0, result.err
    return json.loads(result.out)


def test_the_schemas_are_printed(argmap: Program) -> None:
    for name, schema in schemas().items():
        jsonschema.Draft202012Validator.check_schema(schema)
        assert json.loads(argmap("schema", name).out) == schema


def commands(folder: str, audience: str | None) -> Iterator[list[str]]:
    yield ["evaluate", folder]
    yield ["evaluate", folder, "--strength", "df-quad", "--standards", "--all"]
    if audience:
        yield ["evaluate", folder, "--audiences"]
        yield ["evaluate", folder, "--audience", audience]


def test_the_sample_debate(argmap: Program) -> None:
    for command in commands("arguments/tolls", None):
        VALIDATORS["evaluate"].validate(printed(argmap, *command))
    for id in printed(argmap, "evaluate")["arguments"]:
        VALIDATORS["explain"].validate(printed(argmap, "explain", id))
        VALIDATORS["explain"].validate(printed(argmap, "explain", id, "--semantics", "preferred"))


def test_the_flagship(argmap: Program, flagship: Path) -> None:
    found = printed(argmap, "evaluate", str(flagship), "--audiences")
    audience, resolution = next(iter(found["audiences"])), next(iter(found["resolutions"]))
    for command in commands(str(flagship), audience):
        VALIDATORS["evaluate"].validate(printed(argmap, *command))
    VALIDATORS["evaluate"].validate(printed(argmap, "evaluate", str(flagship), "arguments/tolls"))
    for id in (resolution, *list(found["arguments"])[::100]):
        VALIDATORS["explain"].validate(printed(argmap, "explain", id, "-d", str(flagship)))
    heard = printed(argmap, "explain", resolution, "-d", str(flagship), "--audience", audience)
    VALIDATORS["explain"].validate(heard)
    assert heard["audience"] == audience and heard["ranks"]


@given(debates())
@settings(max_examples=30)
def test_any_debate(debate: Debate) -> None:
    ev = evaluate(debate)
    VALIDATORS["evaluate"].validate(evaluation_json(ev))
    for id in debate.statements:
        VALIDATORS["explain"].validate(to_json(explain(ev, id)))
