"""GitLab's Code Quality report: what a merge request shows beside its diff."""

from __future__ import annotations

from collections.abc import Iterable

from argmap.cli.ci.formats.fingerprints import advice, fingerprints
from argmap.cli.printing.report import Checked
from argmap.cli.printing.terminal import json_text
from argmap.model.diagnostics import Severity

_SEVERITY = {Severity.ERROR: "critical", Severity.WARNING: "minor", Severity.INFO: "info"}


def as_gitlab(every: Iterable[Checked]) -> str:
    """A list of issues in the part of the Code Climate format that GitLab reads.

    A merge request shows those whose fingerprints its target has not: moved lines are none.
    """
    issues = [
        {
            "description": "\n".join([one.told, *advice(one)]),
            "check_name": one.rule,
            "fingerprint": fingerprint,
            "severity": _SEVERITY[one.severity],
            "location": {
                "path": checked.path_in_repository(one.span),
                "lines": {"begin": one.span.line, "end": one.span.end_line},
            },
        }
        for checked, one, fingerprint in fingerprints(every)
    ]
    return json_text(issues)
