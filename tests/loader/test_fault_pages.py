"""Every fault has a manual page, and its examples do what the page says."""

import re
from pathlib import Path

import pytest

import argmap.loader
from argmap.evaluation.evaluated import evaluate
from argmap.loader import FAULTS, fault, read
from argmap.loader.fault_pages import example
from argmap.rules import Options
from argmap.rules.positions import parts_as_alternatives

IN_TEXTS = [fault for fault in FAULTS if not fault.on_disk]


@pytest.mark.parametrize("page", IN_TEXTS, ids=lambda page: page.name)
def test_bad_example_shows_this_fault_and_no_other(page):
    found = {d.rule for d in read(example(page, page.bad)).diagnostics}
    assert found == ({page.name, "wrong-type"} if page.name == "too-many-faults" else {page.name})


@pytest.mark.parametrize("page", IN_TEXTS, ids=lambda page: page.name)
def test_good_example_has_no_fault(page):
    loaded = read(example(page, page.good))
    assert loaded.ok
    assert loaded.diagnostics == ()


@pytest.mark.parametrize("page", IN_TEXTS, ids=lambda page: page.name)
def test_reported_severity_is_that_of_the_page(page):
    found = read(example(page, page.bad)).diagnostics
    assert {d.severity for d in found if d.rule == page.name} == {page.severity}


def test_every_name_in_the_code_has_a_page_and_every_page_a_name_in_the_code():
    folder = Path(argmap.loader.__file__).parent
    code = "\n".join(path.read_text(encoding="utf-8") for path in folder.glob("*.py"))
    added = set(re.findall(r'(?:add|_report|_property|Refusal|SyntaxFault)\(\s*"([a-z0-9-]+)"', code))
    returned = set(re.findall(r'(?:return |rule=|rule: str = |said = )"([a-z0-9]+(?:-[a-z0-9]+)+)"', code))
    emitted = added | returned | {"too-many-faults"}
    assert emitted <= {page.name for page in FAULTS}
    assert {page.name for page in IN_TEXTS} <= emitted


def test_names_are_unique_and_every_page_says_something():
    names = [page.name for page in FAULTS]
    assert len(names) == len(set(names))
    for page in FAULTS:
        assert page.summary.endswith(".")
        assert len(page.manual) > 40


def test_every_fault_says_what_to_do():
    for page in IN_TEXTS:
        for found in read(example(page, page.bad)).diagnostics:
            assert found.help, found
            assert "Value error" not in found.message
            assert "Input should" not in found.message


def test_faults_of_the_disk_are_reported_in_the_same_form():
    found = fault("not-a-file", "debate.yaml", "is a folder", "Rename it.")
    assert (found.rule, found.span.file, found.span.line, found.help) == ("not-a-file", "debate.yaml", 1, "Rename it.")


def test_no_good_example_makes_parts_that_need_each_other_alternatives():
    for page in FAULTS:
        debate = read(example(page, page.good)).debate
        assert debate is None or not list(parts_as_alternatives.check(evaluate(debate), Options())), page.name
