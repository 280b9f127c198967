"""SARIF 2.1.0 (OASIS, 2020), which code scanning and editors read.

One run for all debates. Its rules are the whole manual, so that two reports differ in their results only; there are no
`helpUri`s, since the manual has no address that lasts. `partialFingerprints` has the key `argmap/v1`: rule, debate,
address in the model and message, of which a moved line changes none. GitHub matches alerts by a hash of its own over
the lines (`primaryLocationLineHash`), which its upload action adds and would complain about if it were ours.
Findings accepted in place are left out, although SARIF has `suppressions`: GitHub shows such results as open alerts.
GitHub keeps the 5,000 worst results of a run; a report has no more than these, and says so among its notifications.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from urllib.parse import quote

from argmap.cli.ci.formats.fingerprints import advice, fingerprints
from argmap.cli.printing.report import Checked
from argmap.cli.printing.rulebook import Page, pages
from argmap.cli.printing.terminal import json_text
from argmap.model.diagnostics import Diagnostic, Severity, Span
from argmap.version import __version__

MOST_RESULTS = 5_000
"""How many results of a run GitHub keeps."""

_LEVEL = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_PROBLEM = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "recommendation"}
_LONGEST_DESCRIPTION = 1_000
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"

Found = tuple[Checked, Diagnostic, str]


def as_sarif(every: Iterable[Checked], most: int = MOST_RESULTS) -> str:
    """A SARIF log of the debates: their findings, the worst `most` of them where there are more."""
    found = fingerprints(every)
    kept = _worst(found, most)
    rules = {name: number for number, name in enumerate(pages())}
    run = {
        "tool": {"driver": {
            "name": "argmap", "version": __version__, "semanticVersion": __version__,
            "shortDescription": {"text": "Checks plain-text argumentation for policy debate."},
            "rules": [_rule(page) for page in pages().values()],
        }},
        "automationDetails": {"id": "argmap/check/"},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {"%SRCROOT%": {"description": {"text": "The root of the repository."}}},
        "invocations": [{"executionSuccessful": True, "toolExecutionNotifications": _notice(len(found), len(kept))}],
        "results": [_result(one, rules) for one in kept],
    }  # fmt: skip
    return json_text({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def cut(every: Iterable[Checked]) -> int:
    """How many findings a report would leave out."""
    return max(sum(len(checked.diagnostics) for checked in every) - MOST_RESULTS, 0)


def _worst(found: Sequence[Found], most: int) -> list[Found]:
    """The worst findings, in reading order."""
    ranked = sorted(range(len(found)), key=lambda number: (found[number][1].severity.rank, number))
    return [found[number] for number in sorted(ranked[:most])]


def _notice(found: int, kept: int) -> list[dict[str, Any]]:
    if found == kept:
        return []
    words = f"{found - kept:,} of {found:,} findings are left out: only the {kept:,} worst are kept."
    return [{"level": "warning", "message": {"text": words}, "descriptor": {"id": "results-cut"}}]


def _rule(page: Page) -> dict[str, Any]:
    words = " ".join(f"{page.summary} {page.body.partition(f'{chr(10)}{chr(10)}')[0]}".split())
    if len(words) > _LONGEST_DESCRIPTION:
        words = words[: _LONGEST_DESCRIPTION - 1].rpartition(" ")[0] + "…"
    return {
        "id": page.name,
        "name": "".join(word.capitalize() for word in page.name.split("-")),
        "shortDescription": {"text": page.summary},
        "fullDescription": {"text": words},
        "help": {"text": page.text, "markdown": page.markdown()},
        "defaultConfiguration": {"level": _LEVEL[page.severity]},
        "properties": {"tags": ["argument"], "problem.severity": _PROBLEM[page.severity]},
    }


def _result(found: Found, rules: Mapping[str, int]) -> dict[str, Any]:
    checked, one, fingerprint = found
    location: dict[str, Any] = {"physicalLocation": _physical(checked, one.span)}
    if one.at:
        name = "/".join(map(str, one.at))
        location["logicalLocations"] = [{"fullyQualifiedName": name, "kind": "object"}]
    result = {
        "ruleId": one.rule,
        "ruleIndex": rules.get(one.rule, -1),
        "level": _LEVEL[one.severity],
        "message": {"text": _message(one)},
        "locations": [location],
        "partialFingerprints": {"argmap/v1": fingerprint},
    }
    if one.notes:
        result["relatedLocations"] = [
            {"id": number, "physicalLocation": _physical(checked, note.span), "message": {"text": _plain(note.message)}}
            for number, note in enumerate(one.notes, start=1)
        ]
    return result


def _message(one: Diagnostic) -> str:
    """The message with what to do; second places as links to the related locations (SARIF 3.11.6)."""
    lines = [_plain(one.told)]
    lines += [f"[{_label(note.message)}]({number})" for number, note in enumerate(one.notes, start=1)]
    lines += [_plain(line) for line in advice(one)]
    return "\n".join(lines)


def _plain(text: str) -> str:
    """A text in which nothing is taken for a link."""
    return text.replace("](", "] (")


def _label(text: str) -> str:
    return re.sub(r"([\\\[\]])", r"\\\1", _plain(text))


def _physical(checked: Checked, span: Span) -> dict[str, Any]:
    path = checked.path_in_repository(span)
    return {
        "artifactLocation": {"uri": quote(path, errors="surrogateescape"), "uriBaseId": "%SRCROOT%"},
        "region": {
            "startLine": span.line, "startColumn": span.column,
            "endLine": span.end_line, "endColumn": span.end_column,
        },
    }  # fmt: skip
