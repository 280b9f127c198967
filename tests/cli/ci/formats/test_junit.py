"""The test report: read back by a parser of JUnit XML, and by an XML parser that accepts nothing that is not XML."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from junitparser import Failure, JUnitXml
from syrupy.assertion import SnapshotAssertion

from argmap.cli.ci.formats.junit import as_junit
from argmap.cli.printing.report import Checked
from argmap.model.diagnostics import Diagnostic, Severity, Span
from tests.cli.ci.formats.examples import CHECKED, DUPLICATE, odd

RAN = frozenset({"unanswered-rebuttal", "claim-no-evidence", "orphan-claim"})


def test_junit(snapshot: SnapshotAssertion) -> None:
    assert (
        as_junit([CHECKED._replace(ran=RAN), Checked(prefix="arguments/silent", ran=RAN)], Severity.ERROR) == snapshot
    )


@pytest.mark.parametrize(("limit", "failures"), [(Severity.ERROR, 2), (Severity.WARNING, 3), (Severity.INFO, 4)])
def test_what_fails_is_what_makes_the_check_fail(limit: Severity, failures: int) -> None:
    report = JUnitXml.fromstring(as_junit([CHECKED], limit).encode())
    assert report.failures == failures and report.errors == 0
    cases = [case for suite in report for case in suite]
    assert len(cases) == 4
    assert sum(isinstance(result, Failure) for case in cases for result in case.result) == failures


def test_the_counts_are_those_of_the_cases() -> None:
    root = ElementTree.fromstring(as_junit([CHECKED._replace(ran=RAN), Checked(ran=RAN), odd()], Severity.WARNING))
    for suite in root:
        assert int(suite.get("tests", "")) == len(suite.findall("testcase"))
        assert int(suite.get("failures", "")) == len(suite.findall("testcase/failure"))
    assert int(root.get("tests", "")) == len(root.findall("testsuite/testcase"))
    assert int(root.get("failures", "")) == len(root.findall("testsuite/testcase/failure"))


def test_no_two_tests_of_a_suite_have_one_name() -> None:
    """GitLab shows the first of them only."""
    root = ElementTree.fromstring(as_junit([Checked([DUPLICATE] * 3, ran=RAN | {"duplicate-claim"})], Severity.ERROR))
    names = [case.get("name") for case in root.iter("testcase")]
    assert len(names) == len(set(names)) == 6


@given(st.text(st.characters(codec=None)), st.text(st.characters(codec=None)))
def test_no_text_breaks_the_document(message: str, file: str) -> None:
    found = Diagnostic("rule", Severity.ERROR, Span(file), message, message)
    root = ElementTree.fromstring(as_junit([Checked([found], file)], Severity.ERROR).encode(errors="strict"))
    assert len(list(root.iter("failure"))) == 1


def test_what_xml_may_hold_comes_through_unchanged() -> None:
    words = "]]> <b>&\"' %0A 教官 😀"
    root = ElementTree.fromstring(
        as_junit([Checked([Diagnostic("r", Severity.ERROR, Span("f"), words)])], Severity.ERROR)
    )
    assert [failure.get("message") for failure in root.iter("failure")] == [words]
