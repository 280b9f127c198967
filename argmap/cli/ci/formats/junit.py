"""Findings as a test report, in the JUnit XML that GitLab, Jenkins and others show as a list of tests.

A debate is a suite. A rule that has nothing to say is a test that passes; each finding is a test of its own, named by
what it is about, so that its name stays where lines move. It fails where it makes `argmap check` fail (`--fail-on`);
what weighs less passes, with its words as output. There are no times in it: the same debate gives the same report.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from xml.etree import ElementTree

from argmap.cli.ci.formats.fingerprints import advice, subject
from argmap.cli.printing.report import Checked
from argmap.model.diagnostics import Diagnostic, Severity
from argmap.wording.unseen_characters import seen

_COMMAND = re.compile(r"(?m)^([^\S\n]*)::")
"""What a runner of GitHub would take for a command of ours, where the report goes to the log."""


def as_junit(every: Iterable[Checked], limit: Severity) -> str:
    """A report of every debate; findings of `limit` and above are failures."""
    root = ElementTree.Element("testsuites", name="argmap check")
    for checked in every:
        _add_suite(root, checked, limit)
    for key in ("tests", "failures", "errors"):
        root.set(key, str(sum(int(suite.get(key, "0")) for suite in root)))
    ElementTree.indent(root)
    text = ElementTree.tostring(root, encoding="unicode")
    shown = "".join(each if each in "\n\t" or each.isprintable() else f"&#{ord(each)};" for each in text)
    shown = _COMMAND.sub(r"\1&#58;:", shown)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{shown}\n'


def _add_suite(root: ElementTree.Element, checked: Checked, limit: Severity) -> None:
    suite = ElementTree.SubElement(root, "testsuite", name=seen(checked.folder))
    silent = sorted(checked.ran - {one.rule for one in checked.diagnostics})
    for rule in silent:
        ElementTree.SubElement(suite, "testcase", classname=seen(checked.folder), name=rule)
    names = Counter[str]()
    for one in checked.diagnostics:
        name = f"{one.rule}: {subject(checked, one)}"
        names[name] += 1
        _add_finding(suite, checked, one, name if names[name] == 1 else f"{name} ({names[name]})", limit)
    suite.set("tests", str(len(suite)))
    suite.set("failures", str(len(suite.findall("testcase/failure"))))
    suite.set("errors", "0")
    suite.set("skipped", "0")


def _add_finding(
    suite: ElementTree.Element, checked: Checked, one: Diagnostic, name: str, limit: Severity
) -> None:  # fmt: skip
    path, span = checked.path_in_repository(one.span), one.span
    place = {"classname": seen(checked.folder), "name": seen(name), "file": seen(path), "line": str(span.line)}
    case = ElementTree.SubElement(suite, "testcase", place)
    words = [f"{path}:{span.line}:{span.column} {one.severity} {one.rule}: {one.told}"]
    words += [f"{checked.path_in_repository(note.span)}:{note.span.line} {note.message}" for note in one.notes]
    text = seen("\n".join([*words, *advice(one)]))
    if one.severity.rank <= limit.rank:
        ElementTree.SubElement(case, "failure", type=one.rule, message=seen(one.told)).text = text
    else:
        ElementTree.SubElement(case, "system-out").text = text
