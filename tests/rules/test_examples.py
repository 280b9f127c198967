"""Every rule keeps the promises of its own page: its examples, its parts, its place in the table."""

from __future__ import annotations

import importlib
import re
from pathlib import Path

import pytest

import argmap.rules
from argmap.rules import BY_NAME, RULES, SUPPRESSION_RULES, rule_protocol
from argmap.rules.rule_protocol import summary_of
from argmap.rules.runner import ALL
from tests.rules.examples import VARIANTS, findings, marked, reported, reported_lines, silent

BAD = [pytest.param(name, text, id=name) for name in BY_NAME for text in reported(name)]
GOOD = [pytest.param(name, text, id=name) for name in BY_NAME for text in silent(name)]
UNFINISHED = {"claim-no-evidence", "one-sided-coverage", "unanswered-rebuttal"}
"""What short examples cannot help being: two lines are no whole debate."""


@pytest.mark.parametrize(("name", "text"), BAD)
def test_a_bad_example_is_reported_at_its_marked_lines_and_for_nothing_else(name: str, text: str) -> None:
    everything = findings(text)
    own = [diagnostic for diagnostic in everything if diagnostic.rule == name]
    assert marked(text), "mark the lines that are reported with # <-"
    assert reported_lines(text, own) == marked(text)
    assert {diagnostic.rule for diagnostic in everything} - UNFINISHED <= {name}


@pytest.mark.parametrize(("name", "text"), GOOD)
def test_a_good_example_is_not_reported(name: str, text: str) -> None:
    rules = {diagnostic.rule for diagnostic in findings(text)}
    assert name not in rules
    assert rules <= UNFINISHED


@pytest.mark.parametrize("name", BY_NAME)
def test_a_rule_has_a_manual_page(name: str) -> None:
    rule = BY_NAME[name]
    page = rule.__doc__ or ""
    assert re.search(r"^Why it matters: ", page, re.M) and re.search(r"^Instead: ", page, re.M)
    assert re.fullmatch(r"[A-Z].{10,88}\.", summary_of(rule))
    assert rule_protocol.reported(rule) and rule_protocol.silent(rule)
    assert all(line[:2] in ("  ", "- ", "+ ") for example in rule.EXAMPLES for line in example.splitlines() if line)


def test_the_variants_are_of_rules() -> None:
    assert VARIANTS.keys() <= BY_NAME.keys()


def test_messages_and_help_are_sentences() -> None:
    for name in BY_NAME:
        for text in reported(name):
            for diagnostic in (d for d in findings(text) if d.rule == name):
                assert diagnostic.message.endswith((".", "?")), diagnostic.message
                assert diagnostic.help, name
                assert not re.match(r"(is|are|has|have|does|do|takes|judges) ", diagnostic.told), diagnostic.told


def test_the_tuples_name_every_rule_of_the_folder() -> None:
    folder = Path(argmap.rules.__file__).parent
    files = [path for path in folder.rglob("*.py") if re.search(r"^SEVERITY\b", path.read_text("utf-8"), re.M)]
    modules = [".".join(path.relative_to(folder).with_suffix("").parts) for path in files]
    assert {path.stem for path in files} == {name.replace("-", "_") for name in BY_NAME}
    assert len(files) == len(BY_NAME) == len(RULES) + len(SUPPRESSION_RULES) == len(ALL)
    for name in modules:
        assert importlib.import_module(f"argmap.rules.{name}") in (*RULES, *SUPPRESSION_RULES)
